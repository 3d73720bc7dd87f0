"""The zoom: a curve under a magnifying glass, where it becomes straight, or does not."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import sympy

from ptcode.core.formatting import short
from ptcode.functions.function import Function
from ptcode.functions.slopes import Tangent, tangent_at
from ptcode.widgets.curves import FUNCTIONS, VIEWS, Range, View, view_of
from ptcode.widgets.own_function import FunctionName, OwnFunction
from ptcode.widgets.tangent import curve_constants
from ptcode.widgets.traits import Number

PLACES = 200
"""In so many stretches of equal length the window is cut to look for the largest distance."""


class ZoomExplorer(OwnFunction[View]):
    """A curve seen through a window that shrinks towards one of its points, and the tangent there.

    ``f`` is the name of a function of the book (as in ``TangentExplorer``), a Function, or a SymPy
    expression in one symbol, shown over ``window`` at first; ``x`` is the point. ``zoom`` is the
    power of ten by which the window is magnified, from 0 to 3. ``gap`` is the result: how far the
    curve is from its tangent, at most, as a share of the window's height.

    >>> ZoomExplorer(x=1, zoom=2)
    ZoomExplorer: f = x², x = 1, magnified 100 times → off the line of slope 2 by at most 0.68 %
    """

    kind = "zoom"
    title = "Zoom into a curve"
    subject = ("f",)
    offers = ("f", "x", "zoom")
    chosen, variables = "f", 1
    f = FunctionName("square")
    x = Number(1.0)
    zoom = Number(0.0, 0.0, maximum=3.0)

    default_caption = (
        "Move zoom: the window shrinks towards the point. The dashed line is the tangent there."
    )

    def __init__(
        self,
        f: str | Function | sympy.Expr = "square",
        x: float | None = None,
        zoom: float = 0.0,
        window: Range = (-3.0, 3.0),
        **options: Any,
    ) -> None:
        f = self._offer(f, FUNCTIONS, VIEWS, lambda function: view_of(function, window))
        x = self._views[f].start if x is None else x
        super().__init__(f=f, x=x, zoom=zoom, **options)
        self.data = {"functions": self._told(curve_constants)}

    @property
    def magnification(self) -> float:
        """How many times the window is smaller than at first, in either direction."""
        return float(10**self.zoom)

    @property
    def reading(self) -> Tangent:
        """The tangent at x: value, slope, verdict."""
        return tangent_at(self.function, self.x)

    @property
    def window(self) -> tuple[Range, Range]:
        """What is seen: the ranges of x and of y, shrunk towards the point of the curve."""
        view, value = self._view, self.reading.value
        level = value if math.isfinite(value) else (view.y[0] + view.y[1]) / 2
        return shrunk(view.x, self.x, self.magnification), shrunk(view.y, level, self.magnification)

    @property
    def gap(self) -> float:
        """The largest distance of curve and tangent, as a share of the window's height.

        Measured up and down, at places of equal distance; nan where there is no tangent.
        """
        tangent, (across, up) = self.reading, self.window
        places = np.linspace(*across, PLACES + 1)
        with np.errstate(all="ignore"):
            off = np.abs(self.function(places) - tangent.value - tangent.slope * (places - self.x))
        off, height = off[np.isfinite(off)], up[1] - up[0]
        return float(off.max() / height) if off.size and height else math.nan

    def _pictured(self) -> tuple[Any, ...]:
        return self.function, self.reading, *self.window

    def __repr__(self) -> str:
        tangent = self.reading
        begin = (
            f"ZoomExplorer: f = {self._view.label}, x = {short(self.x)}, "
            f"magnified {short(self.magnification, 3)} times → "
        )
        if not math.isfinite(tangent.slope):
            return f"{begin}{tangent.verdict}"
        off = short(100 * self.gap, 2)
        return f"{begin}off the line of slope {short(tangent.slope)} by at most {off} %"


def shrunk(range_: Range, centre: float, times: float) -> Range:
    """A range made smaller by a factor about a centre, which stays where it is in the picture."""
    low, high = (end / times + centre * (1 - 1 / times) for end in range_)
    return low, high
