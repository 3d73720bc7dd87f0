"""Stills of the derivation stepper: the lines of a derivation beside the curve and its tangent."""

from __future__ import annotations

import numpy as np
import sympy
from matplotlib.figure import Figure

from ptcode.functions.function import Function
from ptcode.functions.tree import Tree, from_tree
from ptcode.functions.tree_latex import tree_latex
from ptcode.functions.working import Working
from ptcode.stills.style import blank, colours

REACH = 3.2


def derivation_still(found: Working, shown: int, x: float) -> Figure:
    """The expression with the first ``shown`` lines of its derivation, the last one marked.

    Beside them the curve, with the tangent at ``x`` whose slope is the derivative's value.
    """
    tone = colours()
    steps = found.steps[:shown]
    figure, (text, axes) = blank(2, width_ratios=(1.5, 1), height=max(2.8, 0.42 * (shown + 3)))
    text.set_axis_off()
    text.set(xlim=(0, 1), ylim=(-shown - 0.8, 0.8))
    _line(text, 0, f"y = {tree_latex(found.expression)}", tone["ink"])
    for i, step in enumerate(steps):
        colour = tone["outer"] if i == shown - 1 else tone["ink"]
        _line(text, i + 1, step.latex, colour, step.depth)
    _draw_curve(axes, found.expression, found.derivative, x, tone)
    return figure


def _line(axes, row: int, latex: str, colour: str, depth: int = 0):
    readable = latex.replace(r"\operatorname", r"\mathrm")
    line = axes.text(0.06 * depth, -row, f"${readable}$", va="center", fontsize=13, color=colour)
    line.set_in_layout(False)  # a long line may run on under the curve, but not squeeze it


def _draw_curve(axes, tree: Tree, derivative: Tree, x: float, tone: dict[str, str]):
    f, slope = _function(tree), float(_function(derivative)(x))
    reach = max(REACH, abs(x) * 1.05)
    grid = np.linspace(-reach, reach, 401)
    values = f(grid)
    finite = values[np.isfinite(values)]
    low, high = np.quantile(finite, [0.05, 0.95]) if finite.size else (-1, 1)
    room = max(0.15 * (high - low), 0.2)
    axes.plot(grid, values, color=tone["function"])
    if np.isfinite([f(x), slope]).all():
        axes.axline((x, f(x)), slope=slope, color=tone["slope"], ls=(0, (5, 3)), lw=1.5)
        axes.plot(x, f(x), "o", color=tone["parameter"])
    axes.set(xlim=(-reach, reach), ylim=(low - room, high + room), xlabel="$x$", ylabel="$y$")


def _function(tree: Tree) -> Function:
    return Function(from_tree(tree), (sympy.Symbol("x", real=True),))
