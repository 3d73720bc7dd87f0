"""Stills of a network drawn as units and arrows, with the row or column of one unit."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle

from ptcode.core.formatting import short
from ptcode.core.types import Array
from ptcode.networks.layers import Network
from ptcode.networks.units import Pass
from ptcode.stills.style import DASHED, Place, arrow, blank, colours

RADIUS, INPUT, GAP = 0.17, 0.05, 1.7


def units_still(
    network: Network, passes: list[Pass], unit: str, direction: str, inputs: Sequence[float]
) -> Figure:
    """Arrows as thick as their weights, dashed where negative; those of the unit have numbers.

    Above each unit stands a, or backwards z̄.
    """
    back = direction == "backwards"
    layer, chosen = (int(part) for part in unit.split("."))
    figure, (axes,) = blank(width=7.2, height=2.6)
    axes.set_axis_off()
    thickest = max(abs(weights).max() for weights in network.parameters[::2])
    for at, weights in enumerate(network.parameters[::2], 1):
        for (i, j), weight in np.ndenumerate(weights):
            lit = (layer, chosen) == ((at - 1, j + 1) if back else (at, i + 1))
            ends = _place(network, at - 1, j), _place(network, at, i)
            _weight(axes, ends, weight / thickest, back, short(weight) if lit else "")
    shown = [np.asarray(inputs), *(one.z_bar if back else one.a for one in passes)]
    for at, column in enumerate(shown):
        for i, value in enumerate(column[: network.sizes[at]]):
            text = short(float(value), 3) if at or not back else ""
            place = _place(network, at, i)
            _unit(axes, place, at > 0, (at, i + 1) == (layer, chosen), text, back)
    axes.set(xlim=(-0.5, GAP * len(passes) + 0.5), ylim=(-1, 1.1), aspect="equal")
    return figure


def _place(network: Network, layer: int, i: int) -> Array:
    """Where a unit stands; those of a layer from the top down."""
    return np.array([GAP * layer, (network.sizes[layer] - 1) / 2 - i])


def _weight(axes: Axes, ends: tuple[Array, Array], share: float, back: bool, number: str) -> None:
    """An arrow for a share of the thickest weight; what is lit has its number."""
    tone = colours()
    color = tone["parameter" if number else "line"]
    start, end = ends
    step = (end - start) * RADIUS / np.hypot(*(end - start))
    tail, head = (end - step, start + step) if back else (start + step, end - step)
    style = DASHED if share < 0 else "solid"
    arrow(axes, _pair(tail), _pair(head), color, lw=0.5 + 3 * abs(share), linestyle=style)
    if number:
        x, y = 0.6 * start + 0.4 * end
        plate = {"facecolor": tone["paper"], "edgecolor": "none", "pad": 1}
        axes.text(x, y, number, color=color, ha="center", va="center", bbox=plate)


def _unit(axes: Axes, place: Array, whole: bool, chosen: bool, text: str, back: bool) -> None:
    """A circle, small for an input, thick where it is chosen, and the number above it."""
    tone, (x, y) = colours(), place
    look = {"fc": tone["panel"], "ec": tone["ink" if chosen else "line"]}
    axes.add_patch(
        Circle(_pair(place), RADIUS if whole else INPUT, lw=3 if chosen else 1.5, **look)
    )
    axes.text(x, y + RADIUS + 0.08, text, color=tone["slope" if back else "function"], ha="center")


def _pair(place: Array) -> Place:
    return float(place[0]), float(place[1])
