"""Stills of a line through points and of the cost of every line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ptcode.core.types import Array
from ptcode.descent.regression import LineCost, scaling
from ptcode.descent.tracks import Track
from ptcode.stills.plane import THETA, path
from ptcode.stills.style import Tone, blank, colours


def regression_still(
    points: tuple[Sequence[float], Sequence[float]],
    scale: str,
    cost: LineCost,
    track: Track,
    k: int,
    view: Mapping[str, Any],
    window: Mapping[str, Sequence[float]],
    levels: Sequence[float],
    names: Sequence[str],
) -> Figure:
    """The data with line, errors and best line; beside it the plane of (θ₁, θ₂) with the path.

    ``k`` steps of the path are drawn; ``view`` and ``window`` give the ranges of the plane and of
    the data, ``levels`` the heights of the level lines.
    """
    figure, (cloud, plane) = blank(2, width_ratios=(1.2, 1))
    tone = colours()
    k = min(k, len(track))
    _draw_data(cloud, points, scale, (track.positions[k], cost.minimum), tone)
    cloud.set(xlim=window["x"], ylim=window["y"], xlabel=names[0], ylabel=names[1])
    _draw_valley(plane, cost, view, levels, tone)
    path(plane, track.positions[: k + 1])
    return figure


def _draw_data(
    axes: Axes,
    points: tuple[Sequence[float], Sequence[float]],
    scale: str,
    lines: tuple[Array, Array],
    tone: Tone,
) -> None:
    """The points, the line that is reached and the best one, and the errors of the first."""
    x, y = map(np.array, points)
    shift, spread = scaling(x, scale)
    if x.min() < shift < x.max():
        axes.axvline(shift, color=tone["muted"], lw=0.8)
        top = axes.get_xaxis_transform()
        axes.annotate("$x = 0$", (shift, 1), (3, -11), top, "offset points", fontsize=9)
    ends = np.array([x.min() - 50, x.max() + 50])
    styles: tuple[dict[str, Any], ...] = (
        {"color": tone["function"]},
        {"color": tone["ink"], "ls": (0, (1, 3)), "lw": 1.2},
    )
    for (first, second), style in zip(lines, styles, strict=True):
        axes.plot(ends, first + second * (ends - shift) / spread, **style)
    first, second = lines[0]
    axes.vlines(x, y, first + second * (x - shift) / spread, color=tone["wrong"], lw=1.5)
    axes.plot(x, y, "o", ms=4, color=tone["ink"])


def _draw_valley(
    axes: Axes, cost: LineCost, view: Mapping[str, Any], levels: Sequence[float], tone: Tone
) -> None:
    ranges = view["x"], view["y"]
    grid = np.meshgrid(*(np.linspace(low, high, 121) for low, high in ranges))
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
