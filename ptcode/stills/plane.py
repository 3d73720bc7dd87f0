"""The plane of two parameters in a still: level lines of a cost, and a path of descent on it."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from ptcode.core.types import Array
from ptcode.functions.function import Function
from ptcode.stills.style import colours
from ptcode.stills.window import Window

THETA = (r"$\theta_1$", r"$\theta_2$")


def level_lines(
    axes: Axes,
    cost: Function,
    view: Window,
    names: tuple[str, str] = THETA,
    alpha: float = 0.7,
) -> tuple[tuple[Array, ...], Array]:
    """The level lines of a cost with their heights; returns the grid and the cost on it."""
    grid = np.meshgrid(np.linspace(*view.x, 161), np.linspace(*view.y, 161))
    heights = cost(*grid)
    levels, tone = sorted(view.levels), colours()["function"]
    lines = axes.contour(*grid, heights, levels=levels, colors=tone, linewidths=0.7, alpha=alpha)
    axes.clabel(lines, fontsize=7)
    axes.set(xlim=view.x, ylim=view.y, aspect="equal", xlabel=names[0], ylabel=names[1])
    return grid, heights


def path(axes: Axes, places: Array, ms: float = 2.5) -> None:
    """A path with its steps, the start as a ring and the end as a ball; shape (steps + 1, 2)."""
    tone = colours()["parameter"]
    axes.plot(*places.T, "o-", ms=ms, lw=1.2, color=tone)
    axes.plot(*places[0], "o", ms=10, mfc="none", mec=tone, mew=2)
    axes.plot(*places[-1], "o", ms=7, color=tone)
