"""The cards of the sorting game: expressions, what each is made of, and the mistakes it invites.

Every wrong answer is computed from the right one by a rule that has a name, and its feedback says
what the wrong answer would build.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from ptcode.functions.parser import parse
from ptcode.functions.structure import Kind, Parts, U, decompose, exchanged, replace
from ptcode.functions.tree import Tree
from ptcode.functions.writing import write

COMPOSITES = (
    "sin(x²)", "sin²x", "ln(sin x)", "e^(−x)", "1/(1 + e^(−x))", "(2x + 1)³", "√(x² + 1)",
    "e^(−x²)", "sin(cos x)", "cos(3x)", "ln(x² + 1)", "e^(sin x)", "1/(x² + 1)", "√(sin x)",
    "(ln x)²", "(x² + x)⁵", "sin(e^x)", "sin(x·e^x)",
)  # fmt: skip
PRODUCTS = (
    "x·sin x", "x²·e^x", "e^x·sin x", "x·ln x", "x·e^(−x)", "x·sin(x²)", "sin x·cos x",
)  # fmt: skip
SUMS = (
    "x² + sin x", "e^x − x", "x⁴ − 3x² + x", "sin x + cos x", "x + sin(x²)", "ln x + x²",
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


def make_card(text: str) -> Card:
    """The card of an expression that is a composite, a product or a sum.

    >>> card = make_card("sin(x²)")
    >>> [write(pair.built) for pair in card.pairs]
    ['sin(x²)', '(sin(x))²', 'sin(x)', 'x²']
    """
    tree = parse(text)
    parts = decompose(tree)
    if parts.kind not in KINDS:
        raise ValueError(
            f"{text} is {parts.kind}: a card is a composite, a product or a sum of parts in x"
        )
    told = {kind.value: _told(tree, parts, kind) for kind in KINDS}
    pairs = _pairs(tree, parts) if parts.kind is Kind.COMPOSITE else ()
    return Card(text, tree, parts.kind, told, pairs)


def _told(tree: Tree, parts: Parts, answer: Kind) -> str:
    """The feedback to one of the three kinds."""
    if parts.kind is Kind.COMPOSITE:
        return _told_of_composite(tree, parts, answer)
    last = f"What comes last {_JOIN[parts.kind]} {_listed(parts.parts)}"
    if answer is parts.kind:
        return f"{last}. Each of them gets x itself; none goes into another."
    if answer is Kind.COMPOSITE:
        nested = next(filter(_is_nested, parts.parts), None)
        if nested is not None:
            return f"{write(nested)} is a composite, but it is only a part. {last}."
        return f"Several functions in one formula are not yet one inside another. {last}."
    return f"{last}. That makes it a {parts.kind}."


def _told_of_composite(tree: Tree, parts: Parts, answer: Kind) -> str:
    last = f"What comes last is {write(parts.outer)}, and {write(parts.inner)} goes into it"
    if answer is Kind.COMPOSITE:
        return f"{last}."
    if answer is Kind.SUM and _has(parts.inner, "Add"):
        return f"There is a + in it, but inside. {last}."
    if answer is Kind.PRODUCT and _is_whole_power(parts.outer):
        return (
            f"Written out, {write(tree)} is a product of equal factors, and the product rule would "
            f"do. As it stands it is one function inside another. {last}."
        )
    if answer is Kind.PRODUCT:
        reason = _NOT_A_FACTOR.get(parts.outer[0], "A function's name is not a factor")
        return f"{reason}. {last}."
    return f"No + joins two parts here. {last}."


def _pairs(tree: Tree, parts: Parts) -> tuple[Pair, ...]:
    """The right pair, and the wrong ones: exchanged, a machine skipped, the last one forgotten."""
    outer, inner = parts.outer, parts.inner
    within = decompose(inner)
    rest = within.inner if within.outer is not None else "x"
    first = within.outer if within.outer is not None else replace(inner, "x", U)
    right = f"First {write(inner)}, then {write(outer)} of the result: {write(tree)}."
    swapped = write(exchanged(tree))
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
    found = decompose(tree)
    return found.kind is Kind.COMPOSITE and found.outer[0] not in ("Negate", "Multiply")


def _has(tree: Tree, head: str) -> bool:
    return isinstance(tree, list) and (tree[0] == head or any(_has(p, head) for p in tree[1:]))


def _is_whole_power(tree: Tree) -> bool:
    return isinstance(tree, list) and tree[0] == "Power" and isinstance(tree[2], int)
