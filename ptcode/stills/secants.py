"""The secants of the difference quotients at one place, beside the tangent there."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ptcode.core.formatting import plain, short
from ptcode.core.validation import finite_number
from ptcode.functions.function import Function
from ptcode.stills.picture import Picture
from ptcode.stills.style import Place, blank, colours

LOOKS: dict[str, dict[str, Any]] = {
    "forward": {"role": "slope", "ls": "-", "lw": 1.6},
    "backward": {"role": "slope", "ls": (0, (1, 1.2)), "lw": 1.8},
    "central": {"role": "ink", "ls": (0, (6, 2)), "lw": 1.6},
    "tangent": {"role": "muted", "ls": "-", "lw": 1.0},
}
BEYOND = 0.4
"""How far a line goes on beyond its two places, as a share of h."""


def difference_secants(f: Function, x: float, h: float) -> Picture:
    """The secants of f from x to x + h, from x − h to x and from x − h to x + h, and the tangent.

    The last of the three has the mean slope of the other two: it is the central difference.
    """
    x, h = finite_number(x, "x"), finite_number(h, "h")
    left, here, right = ((at, float(f(at))) for at in (x - h, x, x + h))
    slope = float(f.derivative(x))
    lines = {
        "forward": (here, right),
        "backward": (left, here),
        "central": (left, right),
        "tangent": tuple((at, here[1] + slope * (at - x)) for at in (x - h, x + h)),
    }
    slopes = {
        name: (end[1] - start[1]) / (end[0] - start[0]) for name, (start, end) in lines.items()
    }
    return Picture(_draw(f, (left, here, right), lines, slopes), _words(f, x, h, slopes))


def _draw(
    f: Function,
    points: tuple[Place, ...],
    lines: dict[str, tuple[Place, ...]],
    slopes: dict[str, float],
) -> Figure:
    tone = colours()
    figure, (axes,) = blank(width=4.6, height=3.6)
    places, values = zip(*points, strict=True)
    beyond = BEYOND * (places[1] - places[0])
    grid = np.linspace(places[0] - beyond, places[-1] + beyond, 200)
    axes.plot(grid, f(grid), color=tone["function"])
    for name, (start, end) in lines.items():
        _line(axes, name, start, end, slopes[name], beyond)
    axes.plot(places, values, "o", ms=6, color=tone["parameter"], zorder=3)
    axes.set_xticks(places, ["x − h", "x", "x + h"], family="serif", color=tone["ink"])
    axes.set_yticks([])
    look: dict[str, Any] = {"prop": {"family": "serif", "size": 11}, "labelcolor": tone["ink"]}
    axes.legend(loc="upper left", frameon=False, handlelength=2.6, **look)
    return figure


def _line(axes: Axes, name: str, start: Place, end: Place, slope: float, beyond: float) -> None:
    look = LOOKS[name] | {"color": colours()[LOOKS[name]["role"]]}
    look.pop("role")
    ends = start[0] - beyond, end[0] + beyond
    heights = [start[1] + slope * (at - start[0]) for at in ends]
    axes.plot(ends, heights, label=f"{name}, slope {short(slope)}", **look)


def _words(f: Function, x: float, h: float, slopes: dict[str, float]) -> str:
    found = ", ".join(f"{name} {short(slope)}" for name, slope in slopes.items())
    return (
        f"The curve of {plain(f.expression)} near {short(x)} with its tangent and, for h = "
        f"{short(h)}, the secants from x to x + h (forward), from x − h to x (backward) and from "
        f"x − h to x + h (central). Slopes: {found}"
    )
