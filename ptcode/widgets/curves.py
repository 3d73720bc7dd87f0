"""The curves of the tangent explorer: which functions, and in which windows they are shown."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from ptcode.core.formatting import plain
from ptcode.core.types import Array
from ptcode.core.validation import finite_number
from ptcode.functions.catalogue import CURVES
from ptcode.functions.function import Function, x
from ptcode.widgets.own_function import WINDOWS

Range = tuple[float, float]
WAVE = Function(x**3 - 3 * x, name="wave", notes="a hilltop at −1 and a valley floor at 1")


@dataclass(frozen=True)
class View:
    """How a function is shown: as what, in which windows, how far x and h go, a state to begin."""

    label: str
    x: Range
    y: Range
    slopes: Range
    places: Range
    reach: float
    start: float
    h: float


VIEWS = {
    "square": View("x²", (-3.4, 6.6), (-6, 40), (-8, 14), (-3, 6), 4, 1, 4),
    "cube": View("x³", (-2.4, 2.6), (-9, 11), (-3, 14), (-2, 2), 2, 1, 1),
    "wave": View("x³ − 3x", (-2.7, 2.7), (-5.5, 5.5), (-4, 11), (-2.5, 2.5), 2, -1.5, 1.5),
    "sine": View("sin x", (-6.8, 6.8), (-1.6, 1.6), (-1.4, 1.4), (-6.5, 6.5), 3, 1, 2),
    "exponential": View("eˣ", (-3.4, 3.2), (-1.6, 11), (-2, 11), (-3, 2), 2, 0.5, 1.5),
    "logarithm": View("ln x", (-1, 8), (-3.2, 3.2), (-1, 5), (-0.5, 6), 3, 1, 3),
    "root": View("√x", (-1, 10.5), (-0.6, 3.8), (-0.2, 1.3), (-0.5, 8), 4, 1, 3),
    "reciprocal": View("1/x", (-4, 4.6), (-4, 4), (-6, 1), (-3.5, 3.5), 2, 1, 2),
    "absolute": View("|x|", (-3.4, 3.4), (-0.8, 3.6), (-1.8, 1.8), (-3, 3), 2, -0.5, 2),
}
FUNCTIONS = {key: WAVE if key == "wave" else CURVES[key] for key in VIEWS}


def view_of(function: Function, window: Range) -> View:
    """A view of a function that we know nothing about, between the two ends of ``window``."""
    low, high = (finite_number(end, "window") for end in window)
    if not low < high:
        raise ValueError(f"window must be (low, high) with low < high, got {window}")
    grid = np.linspace(low, high, 481)
    values = function(grid)
    y, slopes = extent(values), extent(function.derivative(grid)[np.isfinite(values)])
    if y is None or slopes is None:
        raise ValueError(
            f"{function} has no value and slope between {low:g} and {high:g}: "
            "choose another window, window=(low, high)"
        )
    room = 0.05 * (high - low)
    places = grid[np.isfinite(values)]
    start = float(np.round(places[len(places) // 3], 1))
    x_window = (low - room, high + room)
    label = plain(function.expression)
    return View(
        label,
        x_window,
        y,
        (min(slopes[0], 0), max(slopes[1], 0)),
        (low, high),
        (high - low) / 3,
        start,
        room * 4,
    )


def typed_view(function: Function) -> View:
    """A view of what a reader typed, in the first of the windows where there is something to see.

    A ValueError says that there is none.
    """
    for window in WINDOWS[:-1]:
        with suppress(ValueError):
            return view_of(function, window)
    return view_of(function, WINDOWS[-1])


def extent(values: Array) -> Range | None:
    """A window that holds the values, or the bulk of them where a pole takes the rest away."""
    values = values[np.isfinite(values)]
    if not values.size:
        return None
    low, high = float(values.min()), float(values.max())
    first, last = np.quantile(values, (0.1, 0.9))
    if high - low > 6 * (last - first) > 0:
        low, high = float(2 * first - last), float(2 * last - first)
    level = high - low <= 1e-12 * (1 + abs(high))  # but for rounding
    room = 1.0 if level else 0.1 * (high - low)
    return low - room, high + room
