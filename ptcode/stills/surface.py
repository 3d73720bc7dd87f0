"""Stills of a cost of two parameters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ptcode.core.types import Array
from ptcode.descent.tracks import Track
from ptcode.functions.function import Function
from ptcode.stills.plane import level_lines, path
from ptcode.stills.style import DASHED, Tone, arrow, blank, colours
from ptcode.stills.window import Range, Window


class SurfaceWindow(Window, Protocol):
    """The same with the range of the cost, for its slices."""

    @property
    def z(self) -> Range:
        """The range of the cost."""

    @property
    def steep(self) -> float:
        """The size of a gradient that is drawn half as long as the longest arrow."""


def surface_still(
    cost: Function,
    track: Track,
    k: int,
    view: SurfaceWindow,
    minima: Sequence[tuple[float, float]],
    follow: Function | None,
    descends: bool = True,
) -> Figure:
    """Level lines with gradient and path beside the two slices through the place after k steps.

    ``follow`` is the curve θ₂ = g(θ₁) of a parameter that follows the other, or None. Where no
    step is asked for, ``descends`` is False and the gradient is left out.
    """
    tone = colours()
    figure, (plane, first, second) = blank(3, height=3.1, width_ratios=(1.5, 1, 1))
    here, slopes = track.positions[k], track.gradients[k]
    _draw_map(plane, cost, view, track.values[k], minima, tone)
    path(plane, track.positions[: k + 1])
    if descends:
        _draw_gradient(plane, here, slopes, view, tone)
    for i, (axes, window) in enumerate(((first, view.x), (second, view.y))):
        _draw_slice(axes, cost, i, here, slopes[i], window, view.z, tone)
    if follow is not None:
        _draw_following(plane, first, cost, follow, here, slopes, view, tone)
    return figure


def _draw_map(
    axes: Axes,
    cost: Function,
    view: Window,
    level: float,
    minima: Sequence[tuple[float, float]],
    tone: Tone,
) -> None:
    grid, heights = level_lines(axes, cost, view)
    if heights.min() < level < heights.max():
        axes.contour(*grid, heights, levels=[level], colors=tone["function"], linewidths=2.2)
    if minima:
        axes.plot(*zip(*minima, strict=True), "x", color=tone["ink"])


def _draw_gradient(axes: Axes, here: Array, slopes: Array, view: SurfaceWindow, tone: Tone) -> None:
    size = np.hypot(*slopes)
    if size == 0:
        return
    longest = 0.25 * (view.x[1] - view.x[0])
    tip = here + slopes / size * longest * size / (size + view.steep)
    arrow(axes, (here[0], here[1]), (tip[0], tip[1]), tone["slope"], lw=2)


def _draw_slice(
    axes: Axes,
    cost: Function,
    i: int,
    here: Array,
    slope: float,
    window: Range,
    z: Range,
    tone: Tone,
) -> None:
    grid = np.linspace(*window, 200)
    places = [np.full_like(grid, here[0]), np.full_like(grid, here[1])]
    places[i] = grid
    value = float(cost(*here))
    axes.plot(grid, cost(*places), color=tone["function"])
    axes.axline((here[i], value), slope=slope, color=tone["slope"], lw=1.5, ls=DASHED)
    axes.plot(here[i], value, "o", ms=6, color=tone["parameter"])
    held = 1 - i
    axes.set(
        xlim=window,
        ylim=z,
        xlabel=rf"$\theta_{i + 1}$   ($\theta_{held + 1}$ = {here[held]:.3g} held)",
    )
    axes.set_title(f"slope {slope:.3g}".replace("-", "−"), color=tone["slope"], fontsize=10)


def _draw_following(
    plane: Axes,
    axes: Axes,
    cost: Function,
    follow: Function,
    here: Array,
    slopes: Array,
    view: Window,
    tone: Tone,
) -> None:
    grid = np.linspace(*view.x, 200)
    plane.plot(grid, follow(grid), color=tone["parameter"], lw=1.5, ls=(0, (2, 2)))
    total = slopes[0] + slopes[1] * float(follow.derivative(here[0]))
    axes.plot(grid, cost(grid, follow(grid)), color=tone["function"], lw=3)
    axes.axline(
        (here[0], float(cost(*here))), slope=total, color=tone["slope"], lw=2.5, ls=(0, (1, 1))
    )
    text = f"total {total:.3g}, partial {slopes[0]:.3g}"
    axes.set_title(text.replace("-", "−"), color=tone["slope"], fontsize=10)
