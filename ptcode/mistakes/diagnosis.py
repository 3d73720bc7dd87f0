"""Which mistake does a wrong answer come from? Decided by values, never by how it is written."""

from __future__ import annotations

from dataclasses import dataclass

from ptcode.core.validation import finite_number
from ptcode.functions.function import Function
from ptcode.functions.language import real_expression
from ptcode.functions.tree import check_tree, from_tree, to_tree
from ptcode.mistakes.mistakes import MISTAKES, Mistake
from ptcode.mistakes.problems import Problem, WeightProblem, same

NUMBER_TOLERANCE = 5e-3
"""How far a typed number may be off, relatively: three digits are enough."""
DEFINED = 0.9
"""Where a right answer must be defined: at this share of the points at least."""


@dataclass(frozen=True)
class Diagnosis:
    """``verdict`` is "correct", "mistake" or "unknown"; ``mistakes`` are all those that fit."""

    verdict: str
    mistakes: tuple[Mistake, ...] = ()

    def __repr__(self):
        titles = " or ".join(mistake.title for mistake in self.mistakes)
        return f"{self.verdict}: {titles}" if titles else self.verdict


def diagnose(answer, problem: Problem, at: float | None = None) -> Diagnosis:
    """Is the answer to a problem right, and if not, which mistakes lead to it?

    ``answer`` is a Function, a SymPy expression or a MathJSON tree in the problem's variable. A
    plain number is the answer to a WeightProblem, or, with ``at``, the derivative at that point;
    it may be rounded to three digits.

    >>> import sympy
    >>> from ptcode.functions.function import Function, x
    >>> from ptcode.mistakes.problems import problem
    >>> exercise = problem(Function(sympy.sin(x**2)))
    >>> diagnose(sympy.cos(x**2), exercise)
    mistake: forgetting the derivative of the inner function
    >>> diagnose(-1.8845, exercise, at=1.5)
    correct
    """
    fits = _number_comparison if isinstance(answer, int | float) else _formula_comparison
    agrees = fits(answer, problem, at)
    if agrees(problem.correct, DEFINED):
        return Diagnosis("correct")
    found = tuple(m for m in MISTAKES if any(map(agrees, m.answers(problem))))
    return Diagnosis("mistake" if found else "unknown", found)


def diagnosis_table(problem: Problem) -> dict:
    """All that a browser needs to diagnose: the points, the right answer, the wrong ones.

    ``{"variable", "points", "correct": tree, "wrong": [{"mistake": name, "tree": tree}, …]}``.
    """
    return {
        "variable": str(problem.variable),
        "points": problem.points.tolist(),
        "correct": to_tree(problem.correct),
        "wrong": [
            {"mistake": mistake.name, "tree": to_tree(answer)}
            for mistake in MISTAKES
            for answer in mistake.answers(problem)
        ],
    }


def _formula_comparison(answer, problem, at):
    if at is not None:
        raise ValueError("at goes with a number: leave it out to compare formulas")
    expression = _expression(answer)
    strangers = expression.free_symbols - {problem.variable}
    if strangers:
        raise ValueError(
            f"the answer contains {', '.join(sorted(map(str, strangers)))}, the problem only "
            f"{problem.variable}"
        )
    return lambda other, share=0.25: same(expression, other, problem, share=share)


def _expression(answer):
    if isinstance(answer, Function):
        return answer.expression
    if isinstance(answer, str | list):
        return from_tree(check_tree(answer))
    return real_expression(answer)


def _number_comparison(answer, problem, at):
    answer = finite_number(answer, "answer")
    if at is None:
        if not isinstance(problem, WeightProblem):
            raise ValueError("a number alone cannot be judged: say at which point, at=…")
        at = problem.points[0]
    place = finite_number(float(at), "at")

    def agrees(other, _share=1.0):
        value = float(Function(other, (problem.variable,))(place))
        return abs(value - answer) <= NUMBER_TOLERANCE * max(abs(value), 1e-9)

    return agrees
