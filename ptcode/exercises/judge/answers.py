"""The right derivative of an expression and the wrong ones, made from the templates of mistakes.

The twin of js/src/judge/answers.js: both know how to fill in a template, neither a mistake.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from ptcode.functions.simplify import add, multiply
from ptcode.functions.structure import Kind, chain, contains, decompose
from ptcode.functions.tree import Tree
from ptcode.functions.typed.rules import differentiate, local_derivative
from ptcode.mistakes.filling import Filling
from ptcode.mistakes.templates import CHAIN, PATHS, SLIPS

MOST = 120
"""How many wrong answers are kept of one expression."""
MOST_LINKS = 8
"""Longer chains have no wrong answers: σ′(σ′(…)) doubles with every link."""


@dataclass(frozen=True)
class Wrong:
    """A wrong derivative and the mistake or slip behind it; ``deep`` if only in a part."""

    mistake: str
    tree: Tree
    deep: bool = False


@dataclass(frozen=True)
class Answers:
    """The right derivative, the wrong ones, and the values of a chain from the inside out.

    ``wrong`` come of the twelve mistakes, ``slips`` of others.
    """

    right: Tree
    wrong: tuple[Wrong, ...] = ()
    slips: tuple[Wrong, ...] = ()
    values: tuple[Tree, ...] = ()


def answers(tree: Tree, variable: str = "x") -> Answers:
    """What can be answered when the derivative of a tree is asked for.

    A wrong answer may happen to be right, and two mistakes may lead to the same one: that is seen
    when their values are compared.

    >>> found = answers(["Sin", ["Power", "x", 2]])
    >>> found.right, [wrong.tree for wrong in found.wrong if wrong.mistake == "unseen"]
    (['Multiply', 2, 'x', ['Cos', ['Power', 'x', 2]]], [['Cos', 'x']])
    """
    kind = decompose(tree, variable).kind
    if kind in (Kind.BASIC, Kind.COMPOSITE):
        return _of_chain(tree, variable)
    if kind in (Kind.CONSTANT, Kind.VARIABLE):
        return Answers(differentiate(tree, variable))
    return _of_paths(tree, variable)


def _of_chain(tree, variable):
    links = chain(tree, variable)
    filled = Filling(variable, links)
    right = filled.fill(["product", "i", 1, "n", ["factor", "i"]])
    filled.right = right
    rest = filled.fill(["product", "i", 2, "n", ["factor", "i"]])
    inside = _within(links[0], variable)
    short = len(links) <= MOST_LINKS

    def gathered(templates, kind):
        deep = ((wrong.mistake, multiply([rest, wrong.tree])) for wrong in getattr(inside, kind))
        return _gathered(right, filled.all(templates) if short else (), deep)

    wrong, slips = gathered(CHAIN, "wrong"), gathered(SLIPS["chain"], "slips")
    return Answers(right, wrong, slips, tuple(filled.values))


def _of_paths(tree, variable):
    moving = [i for i, part in enumerate(tree[1:]) if contains(part, variable)]
    slopes = [differentiate(tree[1 + i], variable) for i in moving]
    factors = [local_derivative(tree, i) for i in moving]
    paths = [multiply(list(pair)) for pair in zip(factors, slopes, strict=True)]
    right, placed = add(paths), list(tree)
    for i, slope in zip(moving, slopes, strict=True):
        placed[1 + i] = slope
    filled = Filling(variable, paths=paths, right=right, placed=placed)
    inside = [_within(tree[1 + i], variable) for i in moving]

    def gathered(templates, kind):
        deep = (
            (one.mistake, _instead(paths, place, multiply([factors[place], one.tree])))
            for place, found in enumerate(inside)
            for one in getattr(found, kind)
        )
        return _gathered(right, filled.all(templates), deep)

    return Answers(right, gathered(PATHS, "wrong"), gathered(SLIPS["paths"], "slips"))


def _instead(paths, place, path):
    """The sum with another path in one place."""
    return add([*paths[:place], path, *paths[place + 1 :]])


def _within(part, variable):
    """What can go wrong in a part that is itself made of parts; 2x² is none of those."""
    found = decompose(part, variable)
    if found.kind in (Kind.CONSTANT, Kind.VARIABLE, Kind.BASIC):
        return Answers(0)
    if found.kind is Kind.COMPOSITE and _linear(found.outer) and _is_basic(found.inner, variable):
        return Answers(0)
    return answers(part, variable)


def _is_basic(tree, variable):
    return decompose(tree, variable).kind is Kind.BASIC


def _linear(tree):
    """Nothing but sums and multiples of u."""
    if not isinstance(tree, list):
        return True
    return tree[0] in ("Add", "Multiply", "Negate", "Divide") and all(map(_linear, tree[1:]))


def _gathered(right, whole, deep):
    """Every wrong answer once, written as it is, those of the whole before those of a part."""
    found: dict[str, Wrong] = {}
    for inside, wrong_ones in enumerate((whole, deep)):
        for wrong in wrong_ones:
            if wrong[1] != right:
                found.setdefault(json.dumps(wrong), Wrong(*wrong, bool(inside)))
            if len(found) == MOST:
                return tuple(found.values())
    return tuple(found.values())
