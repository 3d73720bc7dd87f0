"""Stills of the derivation stepper: the links of a derivation beside the curve and its tangent."""

from __future__ import annotations

import numpy as np
import sympy
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ptcode.functions.function import Function
from ptcode.functions.working import Working
from ptcode.stills.style import DASHED, Tone, blank, colours

REACH = 3.2


def derivation_still(found: Working, x: float) -> Figure:
    """The expression with all links of its derivation and their product, the last line marked.

    Beside them the curve, with the tangent at ``x`` whose slope is the derivative's value.
    """
    tone = colours()
    whole = f"y = {sympy.latex(found.expression, ln_notation=True)}"
    lines = [whole, *found.lines]
    figure, (text, axes) = blank(2, width_ratios=(1.5, 1), height=max(2.8, 0.42 * len(lines) + 1))
    text.set_axis_off()
    text.set(xlim=(0, 1), ylim=(0.2 - len(lines), 0.8))
    for i, line in enumerate(lines):
        _line(text, i, line, tone["outer" if i == len(lines) - 1 else "ink"])
    function = Function(found.expression, (found.variable,))
    _draw_curve(axes, function, Function(found.derivative, (found.variable,)), x, tone)
    return figure


def _line(axes: Axes, row: int, latex: str, colour: str) -> None:
    readable = latex.replace(r"\operatorname", r"\mathrm")
    line = axes.text(0, -row, f"${readable}$", va="center", fontsize=13, color=colour)
    line.set_in_layout(False)  # a long line may run on under the curve, but not squeeze it


def _draw_curve(axes: Axes, f: Function, derivative: Function, x: float, tone: Tone) -> None:
    slope = float(derivative(x))
    reach = max(REACH, abs(x) * 1.05)
    grid = np.linspace(-reach, reach, 401)
    values = f(grid)
    finite = values[np.isfinite(values)]
    low, high = np.quantile(finite, [0.05, 0.95]) if finite.size else (-1, 1)
    room = max(0.15 * (high - low), 0.2)
    axes.plot(grid, values, color=tone["function"])
    if np.isfinite([f(x), slope]).all():
        axes.axline((x, f(x)), slope=slope, color=tone["slope"], ls=DASHED, lw=1.5)
        axes.plot(x, f(x), "o", color=tone["parameter"])
    axes.set(xlim=(-reach, reach), ylim=(low - room, high + room), xlabel="$x$", ylabel="$y$")
