"""Stills of one optimiser: its path, and its last step as a sum."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ptcode.core.formatting import short
from ptcode.core.types import Array
from ptcode.descent.memory import Step
from ptcode.functions.function import Function
from ptcode.stills.plane import level_lines, path
from ptcode.stills.style import DASHED, blank, colours
from ptcode.stills.window import Window

DOTTED = (0, (1, 2))


def method_still(cost: Function, places: Array, step: Step | None, view: Window) -> Figure:
    """The path through ``places`` on the level lines, and the last ``step`` taken apart."""
    figure, (plane, parts) = blank(2, height=3.1, width_ratios=(1.35, 1))
    level_lines(plane, cost, view)
    path(plane, places)
    parts.set(xlabel=r"$\Delta\theta_1$", ylabel=r"$\Delta\theta_2$", aspect="equal")
    if step is None:
        parts.set(xlim=(-1, 1), ylim=(-1, 1))
        return figure
    ink = colours()["ink"]
    plane.plot(*step.at, "o", ms=6, mfc="none", mec=ink)
    parts.plot(*(step.at - places[-2]), "o", ms=6, mfc="none", mec=ink)
    _draw_sum(parts, step)
    sizes = ", ".join(short(rate, 3) for rate in step.rates)
    parts.set_title(f"step sizes {sizes}", fontsize=10)
    return figure


def _draw_sum(axes: Axes, step: Step) -> None:
    """The memory's part of the step, the gradient's from its tip on, and the step."""
    tone, zero = colours(), np.zeros(2)
    reach = 1.15 * max(float(np.abs([step.carry, step.move]).max()), 1e-300)
    axes.set(xlim=(-reach, reach), ylim=(-reach, reach))
    for name, colour, look, ends in (
        ("step", "parameter", "-", (zero, step.move)),
        ("memory", "ink", DOTTED, (zero, step.carry)),
        ("gradient", "slope", DASHED, (step.carry, step.carry + step.push)),
    ):
        width = 4 if name == "step" else 1.75  # where they lie on one line, it is beneath
        axes.plot(*np.transpose(ends), color=tone[colour], ls=look, lw=width, label=name)
        axes.plot(*ends[1], ".", color=tone[colour])
    axes.legend(fontsize=7, handlelength=3)
