"""Stills of the running example in training."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ptcode.core.types import Array
from ptcode.descent.tracks import Track
from ptcode.functions.function import Function
from ptcode.stills.plane import level_lines, path
from ptcode.stills.style import DASHED, Tone, blank, colours, powers_of_ten
from ptcode.stills.window import Window


class TrainingWindow(Window, Protocol):
    """The same with the size of a gradient that counts as flat."""

    @property
    def flat(self) -> float:
        """Where the gradient is shorter than this the ground is called flat."""


def training_still(
    cost: Function,
    track: Track,
    predictions: Array,
    k: int,
    view: TrainingWindow,
    target: float = 1.0,
    log: bool = False,
) -> Figure:
    """Level lines of the cost with the first ``k`` steps, the prediction and the cost by step."""
    tone = colours()
    figure, (plane, approach, trace) = blank(3, height=3.1, width_ratios=(1.3, 1, 1))
    grid, _ = level_lines(plane, cost, view, names=("$W_1$", "$W_2$"))
    sizes = np.hypot(*(partial(*grid) for partial in cost.partials))
    plane.contour(*grid, sizes, levels=[view.flat], colors=tone["ink"], linestyles=":")
    path(plane, track.positions[: k + 1], ms=2)
    steps = np.arange(len(track) + 1)
    _draw_approach(approach, steps, predictions, k, target, tone)
    trace.plot(steps, track.values, color=tone["function"])
    trace.plot(k, track.values[k], "o", color=tone["parameter"])
    trace.set(xlabel="step $k$", ylabel="$J$")
    if log:
        powers_of_ten(trace, "y")
    else:
        trace.set_ylim(bottom=0)
    return figure


def _draw_approach(
    axes: Axes,
    steps: npt.NDArray[np.integer],
    predictions: Array,
    k: int,
    target: float,
    tone: Tone,
) -> None:
    axes.axhline(target, color=tone["ink"], lw=1.5, ls=DASHED)
    axes.plot(steps, predictions, color=tone["function"])
    axes.plot([k, k], [predictions[k], target], color=tone["wrong"], lw=2, ls=":")
    axes.plot(k, predictions[k], "o", color=tone["parameter"])
    axes.set(xlabel="step $k$", ylabel=r"$\hat{y}$", ylim=(min(0, target), 1.08 * max(1, target)))
    axes.set_title(f"target {target:g}, prediction {predictions[k]:.3f}", fontsize=10)
