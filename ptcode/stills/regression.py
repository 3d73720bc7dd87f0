"""Stills of a line through points and of the cost of every line."""

from __future__ import annotations

import numpy as np
from matplotlib.figure import Figure

from ptcode.descent.regression import scaling
from ptcode.stills.plane import THETA, path
from ptcode.stills.style import blank, colours


def regression_still(explorer, view: dict, window: dict, levels, names) -> Figure:
    """The data with line, errors and best line; beside it the plane of (θ₁, θ₂) with the path.

    ``explorer`` offers points, scale, cost, path, k and line; ``view`` and ``window`` give the
    ranges, ``levels`` the heights of the level lines.
    """
    figure, (cloud, plane) = blank(2, width_ratios=(1.2, 1))
    tone = colours()
    _draw_data(cloud, explorer, tone)
    cloud.set(xlim=window["x"], ylim=window["y"], xlabel=names[0], ylabel=names[1])
    _draw_valley(plane, explorer.cost, view, levels, tone)
    path(plane, explorer.path.positions[: explorer.k + 1])
    return figure


def _draw_data(axes, explorer, tone):
    x, y = map(np.array, explorer.points)
    shift, spread = scaling(x, explorer.scale)
    ends = np.array([x.min() - 50, x.max() + 50])
    for (first, second), style in (
        (explorer.line, {"color": tone["function"]}),
        (explorer.cost.minimum, {"color": tone["ink"], "ls": (0, (1, 3)), "lw": 1.2}),
    ):
        axes.plot(ends, first + second * (ends - shift) / spread, **style)
    first, second = explorer.line
    axes.vlines(x, y, first + second * (x - shift) / spread, color=tone["wrong"], lw=1.5)
    axes.plot(x, y, "o", ms=4, color=tone["ink"])


def _draw_valley(axes, cost, view, levels, tone):
    grid = np.meshgrid(np.linspace(*view["x"], 121), np.linspace(*view["y"], 121))
    (a, b), (_, d) = cost.hessian
    least = cost(*cost.minimum)
    across, up = grid[0] - cost.minimum[0], grid[1] - cost.minimum[1]
    excess = (a * across**2 + 2 * b * across * up + d * up**2) / 2
    axes.contour(
        *grid,
        excess,
        levels=[level - least for level in levels if level > least],
        colors=tone["function"],
        linewidths=0.8,
        alpha=0.7,
    )
    axes.plot(*cost.minimum, "x", color=tone["ink"])
    axes.set(xlim=view["x"], ylim=view["y"], xlabel=THETA[0], ylabel=THETA[1])
    if view["equal"]:
        axes.set_aspect("equal")
