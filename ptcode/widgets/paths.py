"""Paths through layers: why there are so many, and how sums taken once in every node tame them."""

from __future__ import annotations

from typing import Any

from ptcode.autodiff.paths import Counts, Links, layered_adjoints, path_counts, path_products
from ptcode.core.formatting import short
from ptcode.core.random import uniforms
from ptcode.widgets.base import LiveFigure
from ptcode.widgets.traits import Choice, Whole

LAYERS, WIDTHS = (1, 6), (1, 5)
WAYS = ("paths", "factored")
SEED = 3827
"""With it, the adjoints of every graph have sizes between 0.02 and 10, which are easy to read."""


def _drawn() -> dict[str, Any]:
    """The local derivatives of the largest graph: tenths from 0.2 to 0.9, some of them negative."""
    uniform, (_, layers), (_, width) = uniforms(SEED), LAYERS, WIDTHS

    def local() -> float:
        size = (2 + int(8 * uniform())) / 10
        return -size if uniform() < 0.3 else size

    def row() -> list[float]:
        return [local() for _ in range(width)]

    blocks = range(layers - 1)
    return {
        "first": row(),
        "between": [[row() for _ in range(width)] for _ in blocks],
        "last": row(),
    }


LOCALS = _drawn()


class PathCounter(LiveFigure):
    """All paths from x to y through a layered graph, and the two ways to add up their products.

    ``layers`` (1 to 6) of ``width`` nodes (1 to 5) stand between x and y, each joined to all
    neighbours. ``way`` is paths (multiply along each path, then add) or factored (each node adds
    up once what comes back to it: its adjoint). ``path`` is the one that is lit, 0 for none.
    ``counts``, ``products``, ``adjoints`` and ``derivative`` are the results.

    >>> PathCounter(layers=3, width=4)
    PathCounter: 3 layers of 4 nodes → 64 paths, 192 multiplications, 36 factored; dy/dx = 0.4604
    """

    kind = "paths"
    title = "Paths through layers"
    offers = ("way", "layers", "width", "path", "play")
    layers = Whole(3, *LAYERS)
    width = Whole(4, *WIDTHS)
    way = Choice("paths", WAYS)
    path = Whole(0, 0, WIDTHS[1] ** LAYERS[1])

    default_caption = (
        "Every line is a local derivative: thick where it is large, dashed where it is negative. "
        "Play multiplies along one path after the other and adds the products. Layer by layer, "
        "from y to x, every node adds up once what comes back to it: at x that is the same number."
    )

    def __init__(self, *, id: str = "layered", **options: Any) -> None:
        super().__init__(id=id, **options)
        self.data = {"locals": LOCALS, "layers": list(LAYERS), "widths": list(WIDTHS)}

    @property
    def links(self) -> Links:
        """The local derivatives, for each pair of neighbouring layers."""
        n = self.width
        between = [[row[:n] for row in block[:n]] for block in LOCALS["between"]]
        last = [[local] for local in LOCALS["last"][:n]]
        return [[LOCALS["first"][:n]], *between[: self.layers - 1], last]

    @property
    def counts(self) -> Counts:
        """How many paths, and how many multiplications either way."""
        return path_counts(self.layers, self.width)

    @property
    def products(self) -> list[float]:
        """What each path brings: their sum is dy/dx."""
        return path_products(self.links)

    @property
    def adjoints(self) -> list[list[float]]:
        """∂y/∂v of every node v, layer by layer from x to y."""
        return layered_adjoints(self.links)

    @property
    def derivative(self) -> float:
        """dy/dx, factored."""
        return self.adjoints[0][0]

    @property
    def route(self) -> list[int]:
        """The nodes of the path that is lit, from x to y; none where none is."""
        lit = 0 if self.way == "factored" else min(self.path, self.counts.paths)
        places = reversed(range(self.layers))
        inner = [(lit - 1) // self.width**place % self.width for place in places]
        return [0, *inner, 0] if lit else []

    def _pictured(self) -> tuple[Any, ...]:
        return self.links, self.adjoints, self.route, self.way == "factored"

    def __repr__(self) -> str:
        size = f"{_count(self.layers, 'layer')} of {_count(self.width, 'node')}"
        paths, multiplied, factored = self.counts
        return (
            f"PathCounter: {size} → {_count(paths, 'path')}, "
            f"{_count(multiplied, 'multiplication')}, {factored} factored; "
            f"dy/dx = {short(self.derivative)}"
        )


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'s' * (number != 1)}"
