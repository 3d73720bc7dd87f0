"""The right derivative of an expression and the wrong ones, made from the templates of mistakes.

The twin of js/src/exercise/answers.js: both know how to fill in a template, neither a mistake.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from ptcode.chain_rule import differentiate, local_derivative
from ptcode.composites import Kind, chain, contains, decompose
from ptcode.mistake_templates import CHAIN, PATHS
from ptcode.simplify import add, multiply
from ptcode.template_filling import Filling
from ptcode.trees import Tree

MOST = 120
"""How many wrong answers are kept of one expression."""
MOST_LINKS = 8
"""Longer chains have no wrong answers: σ′(σ′(…)) doubles with every link."""


@dataclass(frozen=True)
class Wrong:
    """A wrong derivative and the mistake it comes from; ``deep`` if only in a part of the whole."""

    mistake: str
    tree: Tree
    deep: bool = False


@dataclass(frozen=True)
class Answers:
    """The right derivative, the wrong ones, and the values of a chain from the inside out."""

    right: Tree
    wrong: tuple[Wrong, ...] = ()
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
    deep = ((name, multiply([rest, tree])) for name, tree in _within(links[0], variable))
    whole = filled.all(CHAIN) if len(links) <= MOST_LINKS else ()
    return _gathered(right, whole, deep, filled.values)


def _of_paths(tree, variable):
    moving = [i for i, part in enumerate(tree[1:]) if contains(part, variable)]
    factors = [local_derivative(tree, i) for i in moving]
    paths = [
        multiply([factor, differentiate(tree[1 + i], variable)])
        for i, factor in zip(moving, factors, strict=True)
    ]
    right = add(paths)
    filled = Filling(variable, paths=paths, right=right)
    deep = (
        (name, add([*paths[:place], multiply([factors[place], wrong]), *paths[place + 1 :]]))
        for place, i in enumerate(moving)
        for name, wrong in _within(tree[1 + i], variable)
    )
    return _gathered(right, filled.all(PATHS), deep)


def _within(part, variable):
    """The wrong derivatives of a part that is itself made of parts; 2x² is none of those."""
    found = decompose(part, variable)
    if found.kind in (Kind.CONSTANT, Kind.VARIABLE, Kind.BASIC):
        return []
    if found.kind is Kind.COMPOSITE and _linear(found.outer) and _is_basic(found.inner, variable):
        return []
    return [(wrong.mistake, wrong.tree) for wrong in answers(part, variable).wrong]


def _is_basic(tree, variable):
    return decompose(tree, variable).kind is Kind.BASIC


def _linear(tree):
    """Nothing but sums and multiples of u."""
    if not isinstance(tree, list):
        return True
    return tree[0] in ("Add", "Multiply", "Negate", "Divide") and all(map(_linear, tree[1:]))


def _gathered(right, whole, deep, values=()):
    """Every wrong answer once, written as it is, those of the whole before those of a part."""
    found: dict[str, Wrong] = {}
    for inside, wrong_ones in enumerate((whole, deep)):
        for wrong in wrong_ones:
            if wrong[1] != right:
                found.setdefault(json.dumps(wrong), Wrong(*wrong, bool(inside)))
            if len(found) == MOST:
                return Answers(right, tuple(found.values()), tuple(values))
    return Answers(right, tuple(found.values()), tuple(values))
