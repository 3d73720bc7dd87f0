"""The rectangle of the product rule: two sides grow, by two strips and a small corner."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from ptcode.core.formatting import plain, short
from ptcode.core.names import known_name
from ptcode.functions.catalogue import CURVES
from ptcode.functions.function import Function, x
from ptcode.widgets.base import LiveFigure
from ptcode.widgets.traits import Choice, Number

RESIDUE = 1e-9
"""A sum that is smaller than this share of its terms is what rounding left of 0."""


@dataclass(frozen=True)
class Pair:
    """Two functions of x as sides, and how they are shown.

    ``places`` is where x may go, ``start`` a state (x, nudge) worth beginning with.
    """

    u: Function
    v: Function
    places: tuple[float, float]
    start: tuple[float, float]

    @property
    def label(self) -> str:
        """What the sides are."""
        return f"u = {plain(self.u.expression)}, v = {plain(self.v.expression)}"


_X = Function(x)
PAIRS = {
    "x-x": Pair(_X, _X, (0.5, 4), (3.0, 0.5)),
    "x-square": Pair(_X, CURVES["square"], (-1, 2), (1.5, 0.5)),
    "square-sine": Pair(CURVES["square"], CURVES["sine"], (0.5, 4), (1.0, 0.5)),
    "x-exponential": Pair(_X, CURVES["exponential"], (-2, 2), (1.0, 0.5)),
    "sine-cosine": Pair(CURVES["sine"], CURVES["cosine"], (0, 3), (0.5, 0.3)),
    "x-reciprocal": Pair(_X, CURVES["reciprocal"], (0.5, 3), (1.0, 0.5)),
}


@dataclass(frozen=True)
class Growth:
    """What Δx does to the rectangle, every area counted with its sign.

    ``sides`` are u and v, ``changes`` are Δu and Δv, ``strips`` are v·Δu and u·Δv, ``corner`` is
    Δu·Δv and ``whole`` their sum, Δ(uv). ``ratio`` is Δ(uv)/Δx, nan where x + Δx is x; ``terms``
    are u′v and uv′, ``rule`` is their sum. Beyond the numbers of a computer all are inf or nan.
    """

    sides: tuple[float, float]
    changes: tuple[float, float]
    strips: tuple[float, float]
    corner: float
    whole: float
    ratio: float
    terms: tuple[float, float]
    rule: float


class ProductRectangle(LiveFigure):
    """A rectangle with the sides u = f(x) and v = g(x), and what a nudge Δx adds to its area.

    ``pair`` names the two sides: ``x-x``, ``x-square``, ``square-sine``, ``x-exponential``,
    ``sine-cosine`` or ``x-reciprocal``. ``x`` is the place, ``nudge`` is Δx, of either sign.
    ``growth`` is the result for the present state.

    >>> rectangle = ProductRectangle(x=3, nudge=0.1)
    >>> rectangle
    ProductRectangle: u = x, v = x, x = 3, Δx = 0.1 → Δ(uv) = 0.6 + 0.01 = 0.61, over Δx 6.1, rule 6
    >>> [round(strip, 4) for strip in rectangle.growth.strips]
    [0.3, 0.3]
    """

    kind = "rectangle"
    title = "Rectangle of the product rule"
    subject = ("pair",)
    offers = ("pair", "x", "nudge")
    pair = Choice("x-x", PAIRS)
    x = Number(3.0)
    nudge = Number(0.5)

    default_caption = (
        "A rectangle with the sides u and v, both functions of x. Nudge x by Δx: the area uv grows "
        "by a strip along each side and a corner. Make Δx smaller, and of the three the corner "
        "shrinks fastest. What has a solid edge is added; a dashed edge means that an area counts "
        "with a minus."
    )

    def __init__(
        self,
        pair: str = "x-x",
        x: float | None = None,
        nudge: float | None = None,
        **options: Any,
    ) -> None:
        start = PAIRS[known_name(pair, "pair", PAIRS)].start
        x, nudge = start[0] if x is None else x, start[1] if nudge is None else nudge
        super().__init__(pair=pair, x=x, nudge=nudge, **options)
        starts = {key: one.start for key, one in PAIRS.items()} | {self.pair: (self.x, self.nudge)}
        self.data = {"pairs": [_constants(key, PAIRS[key], *starts[key]) for key in PAIRS]}

    @property
    def growth(self) -> Growth:
        """What Δx does to the rectangle in the present state."""
        pair, there = PAIRS[self.pair], self.x + self.nudge
        u, v = (float(side(self.x)) for side in (pair.u, pair.v))
        du, dv = float(pair.u(there)) - u, float(pair.v(there)) - v
        strips, corner = (v * du, u * dv), du * dv
        terms = float(pair.u.derivative(self.x)) * v, u * float(pair.v.derivative(self.x))
        whole = _sum(*strips, corner)
        ratio = math.nan if there == self.x else whole / self.nudge
        return Growth((u, v), (du, dv), strips, corner, whole, ratio, terms, _sum(*terms))

    def _pictured(self) -> tuple[Any, ...]:
        return self.growth.sides, self.growth.changes

    def __repr__(self) -> str:
        growth = self.growth
        strips, corner = short(_sum(*growth.strips)), short(growth.corner)
        return (
            f"ProductRectangle: {PAIRS[self.pair].label}, x = {short(self.x)}, "
            f"Δx = {short(self.nudge)} → Δ(uv) = {strips} + {corner} = {short(growth.whole)}, "
            f"over Δx {short(growth.ratio)}, rule {short(growth.rule)}"
        )


def _sum(*terms: float) -> float:
    """The sum of some terms; 0 where rounding is all that is left of it."""
    total = sum(terms)
    return 0.0 if abs(total) < RESIDUE * sum(map(abs, terms)) else total


def _constants(key: str, pair: Pair, x: float, nudge: float) -> dict[str, Any]:
    """What the browser is told of a pair, and with which x and Δx it begins."""
    sides = [{"tree": side.tree, "derivative": side.derivative.tree} for side in (pair.u, pair.v)]
    return {
        "key": key,
        "label": pair.label,
        "sides": sides,
        "places": list(pair.places),
        "start": {"x": x, "nudge": nudge},
    }
