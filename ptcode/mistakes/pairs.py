"""Wrong answers that two mistakes lead to at once; js/src/judge/pairs.js makes the same ones.

They are looked for last: where one mistake alone explains an answer, it is that one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

import sympy

from ptcode.functions.composition import Kind, chain, decompose
from ptcode.mistakes.answers import Answers, Wrong, answers, side_by_side
from ptcode.mistakes.filling import Filling
from ptcode.mistakes.limits import MOST_LINKS, MOST_PAIRS
from ptcode.mistakes.mistakes import Mistake

Pair = tuple[Wrong, Wrong]
"""Two mistakes, and in the second one the answer that both lead to."""


def pairs(
    expression: sympy.Expr, variable: sympy.Symbol, mistakes: Sequence[Mistake]
) -> Iterator[Pair]:
    """The first of them.

    >>> x = sympy.Symbol("x", real=True)
    >>> from ptcode.mistakes.mistakes import MISTAKES
    >>> found = pairs(sympy.cos(x**2), x, MISTAKES)
    >>> [(a.mistake, b.mistake) for a, b in found if b.expression == sympy.sin(x**2)]
    [('stopped', 'lost-sign')]
    """
    return islice(_made(expression, variable, mistakes), MOST_PAIRS)


def _made(
    expression: sympy.Expr, variable: sympy.Symbol, mistakes: Sequence[Mistake]
) -> Iterator[Pair]:
    yield from _besides(answers(expression, variable, mistakes), variable, mistakes)
    found = decompose(expression, variable)
    if found.kind in (Kind.BASIC, Kind.COMPOSITE):
        links = chain(expression, variable)
        if len(links) <= MOST_LINKS:
            yield from _in_links(Filling(variable, links), mistakes)
    elif found.parts:
        filling, factors, inside = side_by_side(found, variable, mistakes)
        yield from _in_paths(filling, factors, inside, mistakes)


def _besides(found: Answers, variable: sympy.Symbol, mistakes: Sequence[Mistake]) -> Iterator[Pair]:
    """One more mistake made of another one's answer: a lost sign."""
    filling = Filling(variable)
    for wrong in (*found.wrong, *found.slips):
        for mistake in mistakes:
            for template in mistake.besides if mistake.name != wrong.mistake else ():
                expression = filling.fill(template, so_far=wrong.expression)
                yield wrong, Wrong(mistake.name, expression, heads=wrong.heads)


def _in_links(filling: Filling, mistakes: Sequence[Mistake]) -> Iterator[Pair]:
    """Two links of a chain with a wrong factor each."""
    factors = [
        (k, Wrong(mistake.name, factor, heads=filling.heads))
        for mistake in mistakes
        for entry in mistake.links
        for k, factor in filling.numbered(entry)
    ]
    for (k, one), (m, other) in combinations(factors, 2):
        if k != m:
            rest = ["product", "i", 1, "n", ["factor", "i"], k, m]
            whole = filling.fill(rest) * one.expression * other.expression
            yield one, Wrong(other.mistake, whole, heads=other.heads)


def _in_paths(
    filling: Filling,
    factors: list[sympy.Expr],
    inside: list[Answers],
    mistakes: Sequence[Mistake],
) -> Iterator[Pair]:
    """A mistake in one part, and another one in another part or in joining the parts."""
    twelve = [mistake for mistake in mistakes if not mistake.slip]
    for i, its in enumerate(inside):
        for wrong in (*its.wrong, *its.slips):
            paths = [*filling.paths]
            paths[i] = factors[i] * wrong.expression
            changed = Filling(
                filling.variable, paths=paths, right=sympy.Add(*paths), name=filling.name
            )
            for name, expression in changed.all(twelve, "paths"):
                yield wrong, Wrong(name, expression, heads=filling.heads)
            for j in range(i + 1, len(inside)):
                for other in (*inside[j].wrong, *inside[j].slips):
                    both = changed.right - paths[j] + factors[j] * other.expression
                    yield wrong, Wrong(other.mistake, both, heads=other.heads)
