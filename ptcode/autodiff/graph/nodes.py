"""The nodes of a computation with a single number as its result, in the order of computing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ptcode.functions.catalogue import OPERATIONS
from ptcode.functions.function import Function
from ptcode.functions.tree import Tree, to_tree
from ptcode.functions.writing import pretty

LIMIT = 40
"""How many nodes can be shown and still be read."""

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_INDEX = re.compile(r"(?<=[a-zA-Z])(?=\d+$)")


@dataclass(frozen=True)
class Node:
    """A number of the computation: an input, or what ``function`` makes of its ``operands``.

    An operand is the place of another node (an int) or a constant (a float). ``formula`` and the
    ``partials``, one for each operand that is a node, are trees in the labels of the nodes. To a
    ``given`` input, data that nobody moves, no adjoint is passed.
    """

    key: str
    function: Function | None = None
    operands: tuple[int | float, ...] = ()
    formula: Tree | None = None
    partials: tuple[Tree, ...] = ()
    given: bool = False

    @property
    def label(self) -> str:
        """The name as it is shown."""
        return label(self.key)

    @property
    def arguments(self) -> tuple[int, ...]:
        """The places of the nodes it is made from."""
        return tuple(operand for operand in self.operands if isinstance(operand, int))


@dataclass(frozen=True)
class Graph:
    """All nodes, those made later after those they are made from; the last one is the result."""

    nodes: tuple[Node, ...]

    def __post_init__(self) -> None:
        if len(self.nodes) > LIMIT:
            raise ValueError(
                f"the computation has {len(self.nodes)} nodes, the stepper shows at most {LIMIT}: "
                "show a part of it, or write several operations as one Function"
            )

    @property
    def inputs(self) -> tuple[Node, ...]:
        """The nodes that the computation starts from."""
        return tuple(node for node in self.nodes if node.function is None)

    @property
    def output(self) -> Node:
        """The result."""
        return self.nodes[-1]

    @property
    def data(self) -> list[dict[str, Any]]:
        """The nodes as plain JSON, for the browser."""
        return [
            {
                "key": node.key,
                "label": node.label,
                "given": node.given,
                "formula": node.formula,
                "arguments": list(node.arguments),
                "partials": list(node.partials),
            }
            for node in self.nodes
        ]


def label(key: str) -> str:
    """A name as it is shown.

    >>> label("W1"), label("y_hat"), label("theta_1"), label("w12"), label("x")
    ('W₁', 'ŷ', 'θ₁', 'w₁₂', 'x')
    """
    return pretty(_INDEX.sub("_", key.replace("_hat", "hat")))


def checked_key(key: str) -> str:
    """The name, if it can be a keyword and stand in a link."""
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        raise ValueError(
            f"a node cannot be called {key!r}: a name is letters, digits and _, starting with a "
            "letter; W1 is shown as W₁, y_hat as ŷ"
        )
    return key


def put(tree: Tree, values: Mapping[str, Tree]) -> Tree:
    """The tree with trees in the place of symbols, all at once, and nothing simplified."""
    if isinstance(tree, str):
        return values.get(tree, tree)
    if not isinstance(tree, list):
        return tree
    return [tree[0], *(put(part, values) for part in tree[1:])]


@cache
def value_derivatives() -> dict[str, Tree]:
    """For each operation whose derivative is cheaper from its value a, that derivative.

    >>> value_derivatives()["Sigmoid"]
    ['Multiply', 'a', ['Add', 1, ['Negate', 'a']]]
    """
    return {
        head: to_tree(function.derivative_from_value)
        for head, function in OPERATIONS.items()
        if function.derivative_from_value is not None
    }
