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
    parts.set(xlabel=r"$\Delta\theta_1$", ylabel=r"$\Delta\theta_2$")
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
    across, up = _spans(step)
    axes.set(xlim=across, ylim=up)
    for name, colour, look, ends in (
        ("step", "parameter", "-", (zero, step.move)),
        ("memory", "ink", DOTTED, (zero, step.carry)),
        ("gradient", "slope", DASHED, (step.carry, step.carry + step.push)),
    ):
        width = 4 if name == "step" else 1.75  # where they lie on one line, it is beneath
        axes.plot(*np.transpose(ends), color=tone[colour], ls=look, lw=width, label=name)
        axes.plot(*ends[1], ".", color=tone[colour])
    axes.legend(fontsize=7, handlelength=3)


def _spans(step: Step) -> list[tuple[float, float]]:
    """What each axis shows, in a scale of its own: the arrows, 0 and some air."""
    ends = np.array([np.zeros(2), step.carry, step.move])
    sizes = np.abs(ends).max(axis=0)
    sizes[sizes <= 1e-9 * sizes.max()] = sizes.max()  # nothing, but for residues of rounding
    reach = np.maximum(1.15 * np.array([-ends.min(axis=0), ends.max(axis=0)]), 0.15 * sizes)
    return [(-float(low), float(high)) for low, high in np.maximum(reach, 1e-300).T]
