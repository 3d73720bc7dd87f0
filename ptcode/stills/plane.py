"""The plane of two parameters in a still: level lines of a cost, and a path of descent on it."""

from __future__ import annotations

import numpy as np

from ptcode.functions.function import Function
from ptcode.stills.style import colours

THETA = (r"$\theta_1$", r"$\theta_2$")


def level_lines(axes, cost: Function, view, names=THETA, alpha=0.7):
    """The level lines of a cost with their heights; returns the grid and the cost on it.

    ``view`` gives the ranges x and y of the two parameters, and the levels.
    """
    grid = np.meshgrid(*(np.linspace(*ends, 161) for ends in (view.x, view.y)))
    heights = cost(*grid)
    levels, tone = sorted(view.levels), colours()["function"]
    lines = axes.contour(*grid, heights, levels=levels, colors=tone, linewidths=0.7, alpha=alpha)
    axes.clabel(lines, fontsize=7)
    axes.set(xlim=view.x, ylim=view.y, aspect="equal", xlabel=names[0], ylabel=names[1])
    return grid, heights


def path(axes, places: np.ndarray, ms: float = 2.5):
    """A path with its steps, the start as a ring and the end as a ball; shape (steps + 1, 2)."""
    tone = colours()["parameter"]
    axes.plot(*places.T, "o-", ms=ms, lw=1.2, color=tone)
    axes.plot(*places[0], "o", ms=10, mfc="none", mec=tone, mew=2)
    axes.plot(*places[-1], "o", ms=7, color=tone)
