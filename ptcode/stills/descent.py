"""Stills of gradient descent in one dimension."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ptcode.descent.descent import Path
from ptcode.functions.function import Function
from ptcode.stills.style import DASHED, Tone, arrow, blank, colours


def descent_still(
    cost: Function, path: Path, k: int, x: tuple[float, float], y: tuple[float, float]
) -> Figure:
    """The cost curve with the first ``k`` steps of a path, and the cost against the step.

    ``x`` and ``y`` are the window; a step that leaves it is cut off at its edge, not moved.
    """
    tone = colours()
    figure, (valley, trace) = blank(2, width_ratios=(1.75, 1))
    grid = np.linspace(*x, 400)
    valley.plot(grid, cost(grid), color=tone["function"])
    _draw_path(valley, path, k, tone)
    _draw_slope(valley, path, k, tone)
    valley.set(xlim=x, ylim=y, xlabel=r"$\theta$", ylabel=r"$J(\theta)$")
    trace.plot(np.arange(len(path) + 1), path.values, color=tone["function"])
    trace.plot(k, path.values[k], "o", color=tone["parameter"])
    trace.set(xlabel="step $k$", ylabel="$J$")
    return figure


def _draw_path(axes: Axes, path: Path, k: int, tone: Tone) -> None:
    places, colour = list(zip(path.positions, path.values, strict=True)), tone["parameter"]
    for start, end in pairwise(places[: k + 1]):
        arrow(axes, start, end, colour, clipped=True)
    axes.plot(path.positions[:k], path.values[:k], "o", ms=4, mfc=tone["paper"], mec=colour)
    axes.plot(*places[0], "o", ms=10, mfc="none", mec=colour, mew=2)
    axes.plot(*places[k], "o", ms=7, color=colour)


def _draw_slope(axes: Axes, path: Path, k: int, tone: Tone) -> None:
    here = path.positions[k], path.values[k]
    axes.axline(here, slope=path.slopes[k], color=tone["slope"], lw=1.5, ls=DASHED)
