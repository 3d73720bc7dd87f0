"""The twelve common mistakes, as rules that turn a problem into the wrong answers they give.

A rule returns all the answers that making the mistake can lead to; none where the problem leaves
no room for it. Answers that happen to be right are not mistakes and are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

import sympy

from ptcode.mistakes import wrong_answers
from ptcode.mistakes.problems import Problem, same


@dataclass(frozen=True)
class Mistake:
    """A misconception: its name, what is done, why it tempts, how to see that it is wrong."""

    name: str
    title: str
    tempts: str
    exposed: str
    rule: Callable[[Problem], Iterator[sympy.Expr]]

    def answers(self, problem: Problem) -> list[sympy.Expr]:
        """The different wrong answers the mistake gives here; none if it cannot be seen."""
        found = []
        for answer in self.rule(problem):
            rivals = [problem.correct, *found]
            if not any(same(answer, rival, problem) for rival in rivals):
                found.append(answer)
        return found


def confusable(problem: Problem, tolerance: float = 1e-9) -> set[frozenset[str]]:
    """The pairs of mistakes that some same answer could come from, by name.

    >>> from ptcode.functions.function import Function, x
    >>> from ptcode.mistakes.problems import problem
    >>> confusable(problem(Function(sympy.sin(x**2))))
    set()
    """
    answers = {mistake.name: mistake.answers(problem) for mistake in MISTAKES}
    return {
        frozenset((one, other))
        for one, other in combinations(answers, 2)
        if any(same(a, b, problem, tolerance) for a in answers[one] for b in answers[other])
    }


MISTAKES = (
    Mistake(
        "unseen",
        "not seeing that the function is composite",
        "the name of the outer function is read first, as when sin(x²) is read like sin x",
        "put in a number: which operation comes first? If two come, there is a chain",
        wrong_answers.unseen,
    ),
    Mistake(
        "swapped",
        "taking the inner function for the outer one",
        "what is written first looks like the outer one, as sin does in sin²x: the square is last",
        "compute f(g(2)) and g(f(2)): only one of them is the function you were given",
        wrong_answers.swapped,
    ),
    Mistake(
        "stopped",
        "forgetting the derivative of the inner function",
        "after the outer derivative the answer already looks finished",
        "count the links and count the factors: they must be equally many",
        wrong_answers.stopped,
    ),
    Mistake(
        "nested",
        "putting the inner derivative inside: f′(g′(x))",
        "f(g(x)) becomes f′(g′(x)) if every letter simply gets its dash",
        "f′ must be taken where f works, and f works at g(x)",
        wrong_answers.nested,
    ),
    Mistake(
        "at-input",
        "taking the outer derivative at x instead of g(x)",
        "tables are written with x, as in (sin x)′ = cos x, so x goes in where g(x) belongs",
        "name the inner value u and write f′(u) before you write anything else",
        wrong_answers.at_input,
    ),
    Mistake(
        "as-product",
        "using the product rule on a composition",
        "two functions side by side on the page look like two factors",
        "compare f(g(x)) and f(x)·g(x) at a number, as sin(x²) and sin x·x² at x = 2",
        wrong_answers.as_product,
    ),
    Mistake(
        "lost-sign",
        "losing a minus sign",
        "a minus is one small stroke, and many a rule hides one, as cos′ = −sin does",
        "is the function rising or falling there? The sign of the derivative must say so",
        wrong_answers.lost_sign,
    ),
    Mistake(
        "by-input",
        "differentiating with respect to the input instead of the weight",
        "in school x is always the variable; in training x is data and does not move",
        "ask what may be changed: only the weights",
        wrong_answers.by_input,
    ),
    Mistake(
        "at-activation",
        "taking σ′ at the activation a instead of the weighted input z",
        "a is at hand, and σ′ is written with it: σ′(z) = a(1 − a), which is not σ′(a)",
        "compare a(1 − a) with σ′(a) at one number",
        wrong_answers.at_activation,
    ),
    Mistake(
        "overwritten",
        "writing = instead of += where paths meet",
        "with one path it makes no difference",
        "nudge the input and see all the ways the output notices",
        wrong_answers.overwritten,
    ),
    Mistake(
        "updated",
        "using the updated W₂ in the gradient of W₁",
        "going backwards, W₂ comes first, and it is tempting to update it at once",
        "check the gradient with finite differences before any update",
        wrong_answers.updated,
    ),
    Mistake(
        "factor",
        "mixing up ½, mean and sum in the cost",
        "the minimum is in the same place, so nothing seems to change",
        "differentiate the cost you print, not another one: the gradient is twice as long",
        wrong_answers.factor,
    ),
)
"""In the order of chapter 9."""
