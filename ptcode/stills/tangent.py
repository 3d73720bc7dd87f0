"""Stills of a curve with its secant, its tangent, and the derivative beside it."""

from __future__ import annotations

import math

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ptcode.core.types import Array
from ptcode.functions.function import Function
from ptcode.functions.slopes import Tangent
from ptcode.stills.style import DASHED, Tone, blank, colours


def tangent_still(
    function: Function,
    reading: Tangent,
    h: float,
    beside: bool,
    x: tuple[float, float],
    y: tuple[float, float],
    slopes: tuple[float, float],
) -> Figure:
    """The curve with the secant through x and x + h, the tangent at x, and f′ beside it.

    ``reading`` is the tangent; ``x``, ``y`` and ``slopes`` are the windows. With ``h`` = 0 there
    is no secant; beside a secant the tangent is drawn if ``beside`` says so.
    """
    tone = colours()
    figure, (curve, derivative) = blank(2, width_ratios=(1.5, 1))
    grid = np.linspace(*x, 800)
    curve.plot(grid, _cut(function(grid), y), color=tone["function"])
    derivative.plot(grid, _cut(function.derivative(grid), slopes), color=tone["slope"])
    derivative.axhline(0, color=tone["muted"], lw=0.8)
    touching = math.isfinite(reading.slope) and (h == 0 or beside)
    if math.isfinite(reading.value):
        _draw_points(curve, function, reading, h, tone)
    if touching:
        here = (reading.x, reading.value)
        curve.axline(here, slope=reading.slope, color=tone["slope"], lw=1.5, ls=DASHED)
        derivative.plot(reading.x, reading.slope, "o", color=tone["slope"])
    curve.set(xlim=x, ylim=y, xlabel="$x$", ylabel="$f(x)$")
    derivative.set(xlim=x, ylim=slopes, xlabel="$x$", ylabel="slope")
    return figure


def _draw_points(axes: Axes, function: Function, reading: Tangent, h: float, tone: Tone) -> None:
    here, there = (reading.x, reading.value), (reading.x + h, float(function(reading.x + h)))
    if h and math.isfinite(there[1]):
        axes.axline(here, there, color=tone["slope"], lw=1.5)
        axes.plot([here[0], there[0]], [here[1]] * 2, color=tone["parameter"], lw=1.5)
        axes.plot([there[0]] * 2, [here[1], there[1]], color=tone["function"], lw=1.5)
        axes.plot(*there, "o", ms=8, mfc=tone["paper"], mec=tone["parameter"], mew=2)
    axes.plot(*here, "o", ms=8, color=tone["parameter"])


def _cut(values: Array, window: tuple[float, float]) -> Array:
    """The values with a gap where a pole carries them from one end of the window to the other."""
    values = values.copy()
    low, high = window
    jumps = np.abs(np.diff(values)) > high - low
    values[1:][jumps] = math.nan
    return values
