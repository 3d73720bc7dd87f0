"""What a tree is made of: an outer function around an inner one, or parts side by side.

Everything works on MathJSON trees, as they were written: no simplification hides what is inside
what. ``composition`` asks the same of SymPy expressions; a test compares it with the page's own
js/src/language/composition.js.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

import sympy

from ptcode.functions.function import Function
from ptcode.functions.tree import Tree, from_tree

Form = TypeVar("Form")
U = "u"
"""The symbol of the inner value."""


class Kind(StrEnum):
    """What an expression in x is."""

    CONSTANT = "constant"
    VARIABLE = "variable"
    BASIC = "basic"
    COMPOSITE = "composite"
    SUM = "sum"
    PRODUCT = "product"
    QUOTIENT = "quotient"
    POWER = "power"


_SIDE_BY_SIDE = {
    "Add": Kind.SUM,
    "Multiply": Kind.PRODUCT,
    "Divide": Kind.QUOTIENT,
    "Power": Kind.POWER,
}


@dataclass(frozen=True)
class Parts(Generic[Form]):
    """``outer`` (in u) and ``inner`` of a basic or composite expression, else the ``parts``.

    In a basic expression, sin x or 2x + 1, nothing but x itself is inside. All of them are trees
    here, SymPy expressions in ``composition``.
    """

    kind: Kind
    outer: Form | None = None
    inner: Form | None = None
    parts: tuple[Form, ...] = ()

    @property
    def composite(self) -> tuple[Form, Form] | None:
        """``outer`` and ``inner`` of a composite expression, None for every other."""
        if self.kind is not Kind.COMPOSITE or self.outer is None or self.inner is None:
            return None
        return self.outer, self.inner


def decompose(tree: Tree, variable: str = "x") -> Parts[Tree]:
    """The outermost function of an expression and what is inside it; or its parts side by side.

    A linear step 2u + 1 counts as one function.

    >>> decompose(["Sin", ["Power", "x", 2]])
    Parts(kind=<Kind.COMPOSITE: 'composite'>, outer=['Sin', 'u'], inner=['Power', 'x', 2], parts=())
    >>> decompose(["Multiply", "x", ["Sin", "x"]]).kind.value
    'product'
    """
    if not contains(tree, variable):
        return Parts(Kind.CONSTANT)
    if not isinstance(tree, list):
        return Parts(Kind.VARIABLE)
    step, inner = _peel(tree, variable)
    if step == U:
        return Parts(_SIDE_BY_SIDE[tree[0]], parts=tuple(tree[1:]))
    return Parts(Kind.BASIC if inner == variable else Kind.COMPOSITE, step, inner)


def exchanged(tree: Tree, variable: str = "x") -> Tree | None:
    """g(f(x)) for the composite f(g(x)); None for what is no composite.

    >>> exchanged(["Sin", ["Power", "x", 2]])
    ['Power', ['Sin', 'x'], 2]
    """
    found = decompose(tree, variable).composite
    if found is None:
        return None
    outer, inner = found
    return replace(inner, variable, replace(outer, U, variable))


def chain(tree: Tree, variable: str = "x") -> list[Tree]:
    """The machines in a row, from the inside out: each a tree in u, the first one in x.

    >>> chain(["Exp", ["Negate", ["Power", "x", 2]]])
    [['Power', 'x', 2], ['Negate', 'u'], ['Exp', 'u']]
    """
    machines: list[Tree] = []
    while found := decompose(tree, variable).composite:
        outer, tree = found
        machines.append(outer)
    return [tree, *reversed(machines)]


def value_at(tree: Tree, variable: str, at: float) -> float:
    """The value of a tree in one variable; nan where it has none.

    >>> value_at(["Power", "u", 2], "u", 3.0), value_at(["Ln", "x"], "x", -1.0)
    (9.0, nan)
    """
    try:
        value = float(Function(from_tree(tree), (sympy.Symbol(variable, real=True),))(at))
    except ValueError:  # a formula such as 1/0·x has no value anywhere
        return math.nan
    return value if math.isfinite(value) else math.nan


def contains(tree: Tree, symbol: str) -> bool:
    """Whether a symbol stands anywhere in a tree."""
    if isinstance(tree, list):
        return any(contains(part, symbol) for part in tree[1:])
    return tree == symbol


def replace(tree: Tree, symbol: str, by: Tree) -> Tree:
    """The tree with another in the place of a symbol."""
    if isinstance(tree, list):
        return [tree[0], *(replace(part, symbol, by) for part in tree[1:])]
    return by if tree == symbol else tree


def _peel(tree: Tree, variable: str) -> tuple[Tree, Tree]:
    """The outermost step in u, and what is inside: all of a linear step at once."""
    step: Tree = U
    inner = tree
    while (taken := _one(inner, variable)) and taken[2]:
        step, inner = replace(step, U, taken[0]), taken[1]
    if step != U:
        return step, inner
    taken = _one(tree, variable)
    return taken[:2] if taken else (U, tree)


def _one(tree: Tree, variable: str) -> tuple[Tree, Tree, bool] | None:
    """The outermost operation if one part alone holds the variable; and whether it is linear."""
    if not isinstance(tree, list):
        return None
    places = [i for i, part in enumerate(tree) if i and contains(part, variable)]
    if len(places) != 1:
        return None
    (place,) = places
    linear = tree[0] in ("Add", "Multiply", "Negate") or (tree[0] == "Divide" and place == 1)
    return [*tree[:place], U, *tree[place + 1 :]], tree[place], linear
