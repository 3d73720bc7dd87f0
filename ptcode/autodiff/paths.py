"""Sums over all paths through a layered graph: path by path, and factored, node by node.

One input, layers of equally many nodes, one output; neighbours are joined, each to all.
"""

from __future__ import annotations

import operator
from functools import reduce
from itertools import product
from typing import NamedTuple

Links = list[list[list[float]]]
"""For each pair of neighbouring layers the local derivatives, by earlier and later node."""


def path_products(links: Links) -> list[float]:
    """For every path from the input to the output the product of its local derivatives.

    >>> path_products([[[2, 3]], [[5], [7]]])
    [10, 21]
    """
    inner = product(*(range(len(block)) for block in links[1:]))
    routes = ((0, *nodes, 0) for nodes in inner)
    return [
        reduce(operator.mul, (block[i][j] for block, i, j in zip(links, at, at[1:], strict=False)))
        for at in routes
    ]


def layered_adjoints(links: Links) -> list[list[float]]:
    """∂y/∂v of every node v, layer by layer from x to y: what comes back along each edge, added.

    The adjoint of y is 1, and is not multiplied by.

    >>> layered_adjoints([[[2, 3]], [[5], [7]]])
    [[31], [5, 7], [1.0]]
    """
    found: list[list[float]] = [[local for (local,) in links[-1]], [1.0]]
    for block in reversed(links[:-1]):
        found.insert(0, [sum(map(operator.mul, row, found[0])) for row in block])
    return found


class Counts(NamedTuple):
    """How many paths there are, and products of two numbers: path by path, and factored."""

    paths: int
    multiplied: int
    factored: int


def path_counts(layers: int, width: int) -> Counts:
    """A path has one edge more than layers. Factored, an edge is used once, one into y not at all.

    >>> path_counts(3, 4)
    Counts(paths=64, multiplied=192, factored=36)
    """
    paths = width**layers
    return Counts(paths, layers * paths, (layers - 1) * width**2 + width)
