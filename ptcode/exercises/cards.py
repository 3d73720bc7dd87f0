"""The cards of the sorting game: expressions, what each is made of, and the mistakes it invites.

Every wrong answer is computed from the right one by a rule that has a name, and its feedback says
what the wrong answer would build.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

import sympy
from sympy import Add, cos, exp, log, sin, sqrt

from ptcode.functions.composition import tree_of
from ptcode.functions.function import x
from ptcode.functions.structure import Kind, Parts, U, decompose, replace
from ptcode.functions.tree import Tree
from ptcode.functions.writing import write

COMPOSITES = (
    sin(x**2), sin(x) ** 2, log(sin(x)), exp(-x), 1 / (1 + exp(-x)), (2 * x + 1) ** 3,
    sqrt(x**2 + 1), exp(-(x**2)), sin(cos(x)), cos(3 * x), log(x**2 + 1), exp(sin(x)),
    1 / (x**2 + 1), sqrt(sin(x)), log(x) ** 2, (x**2 + x) ** 5, sin(exp(x)), sin(x * exp(x)),
)  # fmt: skip
PRODUCTS = (
    x * sin(x), x**2 * exp(x), exp(x) * sin(x), x * log(x), x * exp(-x), x * sin(x**2),
    sin(x) * cos(x),
)  # fmt: skip
SUMS = (
    x**2 + sin(x), Add(exp(x), -x, evaluate=False), x**4 - 3 * x**2 + x, sin(x) + cos(x),
    x + sin(x**2), log(x) + x**2,
)  # fmt: skip

KINDS = (Kind.COMPOSITE, Kind.PRODUCT, Kind.SUM)
_NOT_A_FACTOR = {
    "Exp": "An exponent is not a factor",
    "Divide": "Only one part holds x, so no two parts are multiplied",
    "Sqrt": "The sign √ is not a factor",
}
_JOIN = {Kind.PRODUCT: "multiplies", Kind.SUM: "adds"}


@dataclass(frozen=True)
class Pair:
    """An outer function in u with an inner one in x, offered as an answer."""

    outer: Tree
    inner: Tree
    feedback: str
    correct: bool = False

    @property
    def built(self) -> Tree:
        """The expression that the two would make."""
        return replace(self.outer, U, self.inner)


@dataclass(frozen=True)
class Card:
    """An expression to sort: its kind, what each kind is told, and the pairs offered after it."""

    text: str
    tree: Tree
    kind: Kind
    told: dict[str, str]
    pairs: tuple[Pair, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """The card as plain JSON for the browser."""
        return asdict(self) | {"kind": self.kind.value, "pairs": [asdict(p) for p in self.pairs]}


@cache
def all_cards() -> tuple[Card, ...]:
    """Every card of the game."""
    return tuple(map(make_card, (*COMPOSITES, *PRODUCTS, *SUMS)))


def make_card(expression: sympy.Expr) -> Card:
    """The card of an expression that is a composite, a product or a sum.

    >>> card = make_card(sin(x**2))
    >>> [write(pair.built) for pair in card.pairs]
    ['sin(x²)', '(sin(x))²', 'sin(x)', 'x²']
    """
    tree = tree_of(expression)
    text, parts = write(tree), decompose(tree)
    if parts.kind not in KINDS:
        raise ValueError(
            f"{text} is {parts.kind}: a card is a composite, a product or a sum of parts in x"
        )
    told = {kind.value: _told(tree, parts, kind) for kind in KINDS}
    pairs = _pairs(tree, *parts.composite) if parts.composite else ()
    return Card(text, tree, parts.kind, told, pairs)


def _told(tree: Tree, parts: Parts[Tree], answer: Kind) -> str:
    """The feedback to one of the three kinds."""
    if parts.composite:
        return _told_of_composite(tree, *parts.composite, answer)
    last = f"What comes last {_JOIN[parts.kind]} {_listed(parts.parts)}"
    if answer is parts.kind:
        return f"{last}. Each of them gets x itself; none goes into another."
    if answer is Kind.COMPOSITE:
        nested = next(filter(_is_nested, parts.parts), None)
        if nested is not None:
            return f"{write(nested)} is a composite, but it is only a part. {last}."
        return f"Several functions in one formula are not yet one inside another. {last}."
    return f"{last}. That makes it a {parts.kind}."


def _told_of_composite(tree: Tree, outer: Tree, inner: Tree, answer: Kind) -> str:
    last = f"What comes last is {write(outer)}, and {write(inner)} goes into it"
    if answer is Kind.COMPOSITE:
        return f"{last}."
    if answer is Kind.SUM and _has(inner, "Add"):
        return f"There is a + in it, but inside. {last}."
    if answer is Kind.PRODUCT and _is_whole_power(outer):
        return (
            f"Written out, {write(tree)} is a product of equal factors, and the product rule would "
            f"do. As it stands it is one function inside another. {last}."
        )
    if answer is Kind.PRODUCT:
        reason = _NOT_A_FACTOR.get(_head(outer), "A function's name is not a factor")
        return f"{reason}. {last}."
    return f"No + joins two parts here. {last}."


def _pairs(tree: Tree, outer: Tree, inner: Tree) -> tuple[Pair, ...]:
    """The right pair, and the wrong ones: exchanged, a machine skipped, the last one forgotten."""
    first, rest = decompose(inner).composite or (replace(inner, "x", U), "x")
    right = f"First {write(inner)}, then {write(outer)} of the result: {write(tree)}."
    swapped = write(replace(inner, "x", replace(outer, U, "x")))
    return (
        Pair(outer, inner, right, correct=True),
        Pair(
            replace(inner, "x", U), replace(outer, U, "x"),
            f"Inner and outer have changed places: this pair builds {swapped}.",
        ),
        Pair(
            outer, rest,
            f"A machine is skipped on the way: this pair builds {write(replace(outer, U, rest))}. "
            f"All that stands inside the outer function is the inner one.",
        ),
        Pair(
            first, rest,
            f"This pair builds {write(replace(first, U, rest))}: it stops before the last step. "
            f"The outer function is what is done last.",
        ),
    )  # fmt: skip


def _listed(trees: tuple[Tree, ...]) -> str:
    *others, last = map(write, trees)
    return f"{', '.join(others)} and {last}"


def _is_nested(tree: Tree) -> bool:
    """Whether one function stands inside another that is more than a factor, as in sin(x²)."""
    found = decompose(tree).composite
    return found is not None and _head(found[0]) not in ("Negate", "Multiply")


def _head(tree: Tree) -> str:
    return tree[0] if isinstance(tree, list) else ""


def _has(tree: Tree, head: str) -> bool:
    return isinstance(tree, list) and (tree[0] == head or any(_has(p, head) for p in tree[1:]))


def _is_whole_power(tree: Tree) -> bool:
    return isinstance(tree, list) and tree[0] == "Power" and isinstance(tree[2], int)
