"""The right derivative of an expression and the wrong ones, made from the templates of mistakes."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain as chain_of

import sympy

from ptcode.functions.catalogue import OPERATIONS
from ptcode.functions.chain_rule import differentiate
from ptcode.functions.composition import Kind, Parts, chain, decompose
from ptcode.functions.function import u, v, x
from ptcode.mistakes.filling import Filling
from ptcode.mistakes.limits import MOST_LINKS, MOST_WRONG
from ptcode.mistakes.mistakes import MISTAKES, Mistake
from ptcode.mistakes.slips import SLIPS

_HEADS = {Kind.SUM: "Add", Kind.PRODUCT: "Multiply", Kind.QUOTIENT: "Divide", Kind.POWER: "Power"}
_JOINED = {Kind.SUM: sympy.Add, Kind.QUOTIENT: operator.truediv}


@dataclass(frozen=True)
class Wrong:
    """A wrong derivative and the mistake or slip behind it; ``deep`` if only in a part.

    ``heads`` are those of the part that it was made in, for the words.
    """

    mistake: str
    expression: sympy.Expr
    deep: bool = False
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answers:
    """The right derivative, the wrong ones, and the values of a chain from the inside out.

    ``wrong`` come of the twelve mistakes, ``slips`` of others.
    """

    right: sympy.Expr
    wrong: tuple[Wrong, ...] = ()
    slips: tuple[Wrong, ...] = ()
    values: tuple[sympy.Expr, ...] = ()


_NOTHING = Answers(sympy.Integer(0))


def answers(
    expression: sympy.Expr,
    variable: sympy.Symbol = x,
    mistakes: Sequence[Mistake] = (*MISTAKES, *SLIPS),
) -> Answers:
    """What can be answered when the derivative of an expression is asked for.

    A wrong answer may happen to be right, and two mistakes may lead to the same one: that is seen
    when their values are compared.

    >>> found = answers(sympy.sin(x**2))
    >>> [wrong.expression for wrong in found.wrong if wrong.mistake == "unseen"]
    [cos(x)]
    """
    found = decompose(expression, variable)
    if found.kind in (Kind.BASIC, Kind.COMPOSITE):
        return _of_chain(expression, variable, mistakes)
    if found.kind in (Kind.CONSTANT, Kind.VARIABLE):
        return Answers(sympy.Integer(found.kind is Kind.VARIABLE))
    return _of_paths(found, variable, mistakes)


def _of_chain(
    expression: sympy.Expr, variable: sympy.Symbol, mistakes: Sequence[Mistake]
) -> Answers:
    links = chain(expression, variable)
    filling = Filling(variable, links)
    filling.right = filling.fill(["product", "i", 1, "n", ["factor", "i"]])
    rest = filling.fill(["product", "i", 2, "n", ["factor", "i"]])
    single = decompose(links[0], variable).kind is Kind.BASIC  # the chain has said it all
    inside = _NOTHING if single else _within(links[0], variable, mistakes)

    def made(slips: bool) -> tuple[Wrong, ...]:
        chosen = [each for each in mistakes if each.slip == slips]
        whole = filling.all(chosen, "chain") if len(links) <= MOST_LINKS else ()
        deep = (_put(each, rest * each.expression) for each in _sort(inside, slips))
        return _gathered(filling, whole, deep)

    return Answers(filling.right, made(False), made(True), tuple(filling.values))


def _of_paths(
    found: Parts[sympy.Expr], variable: sympy.Symbol, mistakes: Sequence[Mistake]
) -> Answers:
    filling, factors, inside = side_by_side(found, variable, mistakes)
    right, paths = filling.right, filling.paths

    def made(slips: bool) -> tuple[Wrong, ...]:
        chosen = [each for each in mistakes if each.slip == slips]
        deep = (
            _put(each, right - path + factor * each.expression)
            for path, factor, its in zip(paths, factors, inside, strict=True)
            for each in _sort(its, slips)
        )
        return _gathered(filling, filling.all(chosen, "paths"), deep)

    return Answers(right, made(False), made(True))


def side_by_side(
    found: Parts[sympy.Expr], variable: sympy.Symbol, mistakes: Sequence[Mistake]
) -> tuple[Filling, list[sympy.Expr], list[Answers]]:
    """The paths through parts that stand side by side.

    With them, for each part that holds the variable: the local derivative of the whole by it, and
    what can go wrong inside.
    """
    moving = [i for i, part in enumerate(found.parts) if part.has(variable)]
    slopes = {i: differentiate(found.parts[i], variable) for i in moving}
    factors = [_local_derivative(found, i) for i in moving]
    paths = [factor * slopes[i] for factor, i in zip(factors, moving, strict=True)]
    placed = [slopes.get(i, part) for i, part in enumerate(found.parts)]
    filling = Filling(
        variable,
        paths=paths,
        parts=[found.parts[i] for i in moving],
        right=sympy.Add(*paths),
        placed=_JOINED.get(found.kind, sympy.Mul)(*placed),
        name=_HEADS[found.kind],
    )
    return filling, factors, [_within(found.parts[i], variable, mistakes) for i in moving]


def _local_derivative(found: Parts[sympy.Expr], index: int) -> sympy.Expr:
    """By the part of that index; a sum or a product of many is taken as this part and the rest."""
    parts, operation = list(found.parts), OPERATIONS[_HEADS[found.kind]]
    if found.kind in (Kind.SUM, Kind.PRODUCT):
        rest = [part for i, part in enumerate(parts) if i != index]
        joined = sympy.Add(*rest) if found.kind is Kind.SUM else sympy.Mul(*rest)
        parts, index = [parts[index], joined], 0
    return operation.partials[index].expression.xreplace(dict(zip((u, v), parts, strict=True)))


def _sort(found: Answers, slips: bool) -> tuple[Wrong, ...]:
    return found.slips if slips else found.wrong


def _within(part: sympy.Expr, variable: sympy.Symbol, mistakes: Sequence[Mistake]) -> Answers:
    """What can go wrong in a part; in a multiple such as 2x² no more than slips.

    Nobody overlooks that 2x² is composite.
    """
    found = decompose(part, variable)
    if found.kind in (Kind.CONSTANT, Kind.VARIABLE):
        return _NOTHING
    simple = found.kind is Kind.COMPOSITE and _is_linear(found.outer)
    if simple and decompose(found.inner, variable).kind is Kind.BASIC:
        mistakes = [each for each in mistakes if each.slip]
    return answers(part, variable, mistakes)


def _is_linear(outer: sympy.Expr) -> bool:
    """Nothing but sums, multiples and parts of u."""
    if outer.is_Pow:
        return outer.exp == -1 and _is_linear(outer.base)
    return outer.is_Atom or ((outer.is_Add or outer.is_Mul) and all(map(_is_linear, outer.args)))


def _put(wrong: Wrong, expression: sympy.Expr) -> Wrong:
    """A wrong answer to a part, in the whole."""
    return replace(wrong, expression=expression, deep=True)


def _gathered(
    filling: Filling, whole: Iterable[tuple[str, sympy.Expr]], deep: Iterable[Wrong]
) -> tuple[Wrong, ...]:
    """Every wrong answer once, those of the whole before those of a part."""
    found: dict[tuple, Wrong] = {}
    made = (Wrong(mistake, expression, heads=filling.heads) for mistake, expression in whole)
    for wrong in chain_of(made, deep):
        if wrong.expression != filling.right:
            found.setdefault((wrong.mistake, wrong.expression), wrong)
        if len(found) == MOST_WRONG:
            break
    return tuple(found.values())
