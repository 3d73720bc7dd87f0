"""Stills of a surface that vertical planes cut."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from ptcode.core.formatting import short
from ptcode.core.types import Array
from ptcode.stills.plane import THETA, level_lines
from ptcode.stills.relief import TILT, Relief
from ptcode.stills.style import DASHED, blank, colours

LINES, REACH = 12, 0.3
PIECES = 128
"""Of a line on the surface; matplotlib leaves out what is nearly straight in 128 or more."""


def cut_still(
    relief: Relief, here: tuple[float, float], slopes: Sequence[float], shown: Sequence[int]
) -> Figure:
    """The surface as a grid of lines with its cuts through ``here``, beside its level lines.

    ``slopes`` are the partial derivatives there; ``shown`` has 0 for the cut along the first axis
    and 1 for the other.
    """
    figure, (axes, plane) = blank(2, height=3.5, width_ratios=(1.4, 1))
    tone, room = colours(), relief.room
    axes.set(aspect="equal", xlim=(-0.85, 0.8), ylim=(-0.52, 0.95))
    axes.axis("off")
    _draw_box(axes, relief)
    grid = [
        _line(relief, i, at)
        for i, window in enumerate((room.y, room.x))
        for at in np.linspace(*window, LINES + 1)
    ]
    _draw(axes, relief, grid, thick=0.45)
    level_lines(plane, relief.surface, room)
    _draw(axes, relief, [_line(relief, i, here[1 - i]) for i in shown], thick=2.2, behind=0.7)
    for i in shown:
        (plane.axvline if i else plane.axhline)(here[1 - i], color=tone["ink"], lw=1.2)
    place = relief.over(here)
    if relief.inside(place) and np.isfinite(slopes).all():
        for i in shown:
            _draw_tangent(axes, relief, place, i, slopes[i])
        axes.plot(*relief.project(place), "o", ms=7, color=tone["parameter"])
    names = ",   ".join(rf"{short(slopes[i])} along {THETA[i]}" for i in shown)
    axes.set_title(f"slope {names}", color=tone["slope"], fontsize=10)
    plane.plot(*here, "o", ms=7, color=tone["parameter"])
    return figure


def _line(relief: Relief, i: int, at: float) -> Array:
    """Places of the surface along axis i, where the other parameter is ``at``; shape (3, n)."""
    along = np.linspace(*(relief.room.y if i else relief.room.x), PIECES + 1)
    held = np.full_like(along, at)
    return relief.over((held, along) if i else (along, held))


def _draw(
    axes: Axes, relief: Relief, lines: Sequence[Array], thick: float, behind: float = 0.0
) -> None:
    """Lines of the surface, where the box holds them, so thick where they are seen or hidden."""
    if not lines:
        return
    places = np.stack(lines, axis=1)  # all at once: each line of sight takes many steps
    held, (right, up) = relief.inside(places), relief.project(places)
    seen = held & np.logical_not(relief.hidden(places))
    for i in range(len(lines)):
        for width, drawn in ((behind, held[i]), (thick, seen[i])):
            if width:
                across = np.where(drawn, right[i], np.nan)
                axes.plot(across, up[i], color=colours()["function"], lw=width)


def _draw_tangent(axes: Axes, relief: Relief, here: Array, i: int, slope: float) -> None:
    """A line that touches the cut along axis i, equally long whatever its slope."""
    place = relief.project(here)
    way = relief.project(np.add(here, (1 - i, i, slope))) - place
    ends = place + REACH * np.outer((-1, 1), way / math.hypot(*way))
    axes.plot(*ends.T, color=colours()["slope"], lw=1.8, ls=DASHED)


def _draw_box(axes: Axes, relief: Relief) -> None:
    """The bottom of the box and one edge of its height, each axis with its name and numbers."""
    ranges = relief.room.x, relief.room.y, relief.room.z
    (west, east), (south, north), (low, high) = ranges
    bottom = [(west, south), (west, north), (east, north), (east, south), (west, south)]
    edges = [(*corner, low) for corner in bottom] + [(west, south, high)]
    axes.plot(*relief.project(np.transpose(edges)), color=colours()["line"], lw=0.8)
    (cos, sin), flat = relief.turned, math.sin(TILT)
    outwards = (-sin * flat, -cos), (cos * flat, -sin), (-1, 0)
    for i, name in enumerate((*THETA, "$J$")):
        aside = np.array(outwards[i]) / math.hypot(*outwards[i])
        ticks = MaxNLocator(4).tick_values(*ranges[i])[1:-1]  # without those of the corners
        texts = [(at, short(at), 0.06) for at in ticks]
        for at, text, far in [*texts, (sum(ranges[i]) / 2, name, 0.18)]:
            place = np.array([east if i == 1 else west, south, low])
            place[i] = at
            right, up = relief.project(place) + far * aside
            axes.text(right, up, text, fontsize=8 if far < 0.1 else 10, ha="center", va="center")
