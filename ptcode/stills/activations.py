"""The three activations of the deep networks, and their slopes, over one axis of z."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from ptcode.functions.catalogue import relu, sigmoid, tanh
from ptcode.functions.function import Function
from ptcode.stills.picture import Picture
from ptcode.stills.style import Place, blank, colours

WORDS = (
    "Above, sigmoid, tanh and ReLU for z from −4 to 4; below, their slopes: the sigmoid's is at "
    "most ¼ and that of tanh at most 1, both at z = 0, and far from there both are nearly 0; "
    "ReLU's is 0 where z < 0 and 1 wherever z > 0"
)
FAR = 4.0
# Two halves, so that no line climbs where ReLU's slope jumps.
_HALVES = np.linspace(-FAR, -1e-9, 51), np.linspace(1e-9, FAR, 51)
_LOOKS: list[tuple[str, Function, Any, Place, Place]] = [
    ("sigmoid", sigmoid, "-", (-3.2, 0.34), (-2.9, 0.24)),
    ("tanh", tanh, (0, (5, 1.5)), (-3.2, -0.72), (-1.1, 0.7)),
    ("ReLU", relu, (0, (1, 0.8)), (1.0, 1.7), (2.6, 0.84)),
]
"""The name, the function, its dashes, and where its name stands above and below."""


def activation_slopes() -> Picture:
    """σ, tanh and ReLU over z, and below them σ′, tanh′ and ReLU′, whose value at 0 is agreed."""
    figure, (values, slopes) = blank(width=4.6, height=4.4, rows=2, height_ratios=(1.45, 1))
    for name, function, dashes, above, below in _LOOKS:
        _draw(values, function, "function", dashes)
        _draw(slopes, function.derivative, "slope", dashes)
        _name(values, name, above, "function")
        _name(slopes, name, below, "slope")
    tone = colours()
    slopes.plot(0, 1, "o", ms=5, mfc=tone["paper"], mec=tone["slope"])
    slopes.plot(0, float(relu.derivative(0.0)), "o", ms=5, color=tone["slope"])
    values.set(xlim=(-FAR, FAR), ylim=(-1.25, 2.25), yticks=[-1, 0, 1, 2])
    values.set_title("activation a", fontsize=10, loc="left")
    slopes.set(xlim=(-FAR, FAR), ylim=(-0.1, 1.15), xlabel="weighted input z")
    slopes.set_yticks([0, 0.25, 1], ["0", "¼", "1"])
    slopes.set_title("its slope", fontsize=10, loc="left")
    return Picture(figure, WORDS)


def _draw(axes: Axes, function: Function, colour: str, dashes: Any) -> None:
    for z in _HALVES:
        axes.plot(z, function(z), color=colours()[colour], ls=dashes, lw=1.8)


def _name(axes: Axes, name: str, place: Place, colour: str) -> None:
    look: dict[str, Any] = {"ha": "center", "va": "center", "family": "serif"}
    axes.text(*place, name, color=colours()[colour], **look)
