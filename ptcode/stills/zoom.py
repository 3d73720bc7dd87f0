"""Stills of a curve under a magnifying glass, with its tangent."""

from __future__ import annotations

import math

import numpy as np
from matplotlib.figure import Figure

from ptcode.functions.function import Function
from ptcode.functions.slopes import Tangent
from ptcode.stills.style import DASHED, blank, colours


def zoom_still(
    function: Function, reading: Tangent, x: tuple[float, float], y: tuple[float, float]
) -> Figure:
    """The curve in a window of x and y, and the tangent ``reading`` where there is one."""
    tone = colours()
    figure, (axes,) = blank()
    grid = np.linspace(*x, 800)
    with np.errstate(all="ignore"):
        axes.plot(grid, function(grid), color=tone["function"])
    here = (reading.x, reading.value)
    if math.isfinite(reading.slope):
        axes.axline(here, slope=reading.slope, color=tone["slope"], lw=1.5, ls=DASHED)
    if math.isfinite(reading.value):
        axes.plot(*here, "o", ms=8, color=tone["parameter"])
    axes.set(xlabel="$x$", ylabel="$f(x)$")
    for ends, limit in ((x, axes.set_xlim), (y, axes.set_ylim)):
        if ends[0] < ends[1]:  # else the numbers are too coarse for so small a window
            limit(ends)
    return figure
