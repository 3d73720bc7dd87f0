"""Stills of the rectangle of the product rule, with its strips and its corner."""

from __future__ import annotations

import math
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from ptcode.stills.style import DASHED, Tone, blank, colours


def rectangle_still(sides: tuple[float, float], changes: tuple[float, float]) -> Figure:
    """The rectangle of two sides and what their changes add; empty beyond the drawable numbers.

    What counts with a minus has a dashed edge.
    """
    tone = colours()
    figure, (axes,) = blank()
    (u, v), (du, dv) = sides, changes
    areas = [
        (0.0, 0.0, u, v, "function", "$uv$"),
        (u, 0.0, du, v, "slope", r"$v\,\Delta u$"),
        (0.0, v, u, dv, "slope", r"$u\,\Delta v$"),
        (u, v, du, dv, "ink", r"$\Delta u\,\Delta v$"),
    ]
    if all(math.isfinite(width * height) for _, _, width, height, *_ in areas):
        for area in areas:
            _area(axes, tone, *area)
        axes.autoscale_view()
        if 1 / 3 <= abs(v / u if u else 0.0) <= 3:
            axes.set_aspect("equal", adjustable="datalim")  # so that a square looks square
    axes.axhline(0, color=tone["muted"], lw=1)
    axes.axvline(0, color=tone["muted"], lw=1)
    axes.set(xlabel="$u$", ylabel="$v$")
    return figure


def _area(
    axes: Axes, tone: Tone, x: float, y: float, width: float, height: float, role: str, name: str
) -> None:
    edge = DASHED if width * height < 0 else "solid"
    look: dict[str, Any] = {
        "facecolor": f"{tone[role]}22",
        "edgecolor": tone[role],
        "lw": 1.5,
        "ls": edge,
    }
    axes.add_patch(Rectangle((x, y), width, height, **look))
    if width and height:
        middle, ground = (x + width / 2, y + height / 2), {"fc": tone["paper"], "ec": "none"}
        axes.text(*middle, name, ha="center", va="center", bbox=ground | {"pad": 1, "alpha": 0.8})
