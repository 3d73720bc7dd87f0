"""Stills of gradient descent in one dimension."""

from __future__ import annotations

import numpy as np
from matplotlib.figure import Figure

from ptcode.descent.descent import Path
from ptcode.functions.function import Function
from ptcode.stills.style import blank, colours


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


def _draw_path(axes, path: Path, k: int, tone: dict[str, str]):
    for i in range(k):
        axes.annotate(
            "",
            (path.positions[i + 1], path.values[i + 1]),
            (path.positions[i], path.values[i]),
            arrowprops={
                "arrowstyle": "-|>",
                "color": tone["parameter"],
                "lw": 1,
                "shrinkA": 0,
                "shrinkB": 0,
            },
            annotation_clip=False,
            clip_on=True,
        )
    axes.plot(
        path.positions[:k], path.values[:k], "o", ms=4, mfc=tone["paper"], mec=tone["parameter"]
    )
    axes.plot(
        path.positions[0], path.values[0], "o", ms=10, mfc="none", mec=tone["parameter"], mew=2
    )
    axes.plot(path.positions[k], path.values[k], "o", ms=7, color=tone["parameter"])


def _draw_slope(axes, path: Path, k: int, tone: dict[str, str]):
    axes.axline(
        (path.positions[k], path.values[k]),
        slope=path.slopes[k],
        color=tone["slope"],
        lw=1.5,
        ls=(0, (5, 3)),
    )
