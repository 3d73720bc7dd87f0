"""Stills of a small network in training."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import LinearSegmentedColormap, to_rgb
from matplotlib.figure import Figure

from ptcode.core.types import Array
from ptcode.networks.experiments import Experiment
from ptcode.networks.layers import Network
from ptcode.stills.style import Tone, blank, colours, powers_of_ten
from ptcode.stills.window import Range

_STRONGEST = 0.6
_THICKEST = 3.5


def trainer_still(
    experiment: Experiment,
    x: Range,
    y: Range,
    show: str = "gradients",
    log: bool = False,
) -> Figure:
    """The map of the predictions, the network with its gradients, the cost after every epoch.

    ``x`` and ``y`` are the window of the map; ``show`` says whether the lines of the network stand
    for ``gradients`` or ``weights``; ``log`` puts the cost on a logarithmic axis.
    """
    tone = colours()
    figure, (plane, drawing, curve) = blank(3, width=9, height=3.1, width_ratios=(1.3, 1.2, 1))
    _draw_map(plane, experiment, x, y, tone)
    gradients = show == "gradients"
    values = [w for w, _ in experiment.gradients] if gradients else experiment.network.parameters
    weights = values if gradients else values[::2]
    _draw_network(drawing, experiment.network, weights, tone["slope" if gradients else "parameter"])
    largest = max(float(np.abs(layer).max()) for layer in weights)
    symbol = r"\partial J/\partial w" if gradients else "w"
    drawing.set_title(f"thickest: $|{symbol}|$ = {largest:.2g}, dashed: negative", fontsize=9)
    costs = experiment.training.costs
    curve.plot(costs, color=tone["function"])
    curve.plot(len(costs) - 1, costs[-1], "o", color=tone["parameter"])
    curve.set(xlabel="epoch", ylabel="$J$")
    if log:
        powers_of_ten(curve, "y")
    curve.set_xlim(right=max(1, curve.get_xlim()[1]))
    curve.locator_params(axis="x", integer=True)
    return figure


def _draw_map(axes: Axes, experiment: Experiment, x: Range, y: Range, tone: Tone) -> None:
    grid = np.meshgrid(np.linspace(*x, 61), np.linspace(*y, 61))
    predictions = experiment.network(np.stack([part.ravel() for part in grid], axis=1))
    heights = predictions.reshape(grid[0].shape)
    tint = LinearSegmentedColormap.from_list("tint", _tints(tone))
    axes.contourf(*grid, heights, levels=np.linspace(0, 1, 11), cmap=tint, vmin=0, vmax=1)
    if heights.min() < 0.5 < heights.max():
        axes.contour(*grid, heights, levels=[0.5], colors=tone["function"], linewidths=2)
    for label, fill in ((0.0, tone["paper"]), (1.0, tone["ink"])):
        chosen = experiment.points[experiment.labels == label]
        axes.plot(*chosen.T, "o", ms=3.5, mfc=fill, mec=tone["ink"], mew=0.8)
        points, labels = experiment.held_out
        axes.plot(*points[labels == label].T, "s", ms=1.8, mfc=fill, mec=tone["ink"], mew=0.6)
    axes.grid(False)
    axes.set(xlim=x, ylim=y, aspect="equal", xlabel="$x_1$", ylabel="$x_2$")


def _tints(tone: Tone) -> Array:
    """From paper to the strongest tint."""
    paper, ink = np.array(to_rgb(tone["paper"])), np.array(to_rgb(tone["function"]))
    return np.array([paper, paper + _STRONGEST * (ink - paper)])


def _draw_network(axes: Axes, network: Network, weights: Sequence[Array], colour: str) -> None:
    places = [
        np.array([(layer, 0.5 - (i + 0.5) / count) for i in range(count)])
        for layer, count in enumerate(network.sizes)
    ]
    largest = max(float(np.abs(layer).max()) for layer in weights) or 1.0
    for layer, values in enumerate(weights):
        ends = [(before, after) for after in places[layer + 1] for before in places[layer]]
        widths = _THICKEST * np.abs(values).ravel() / largest
        dashes = [(0, (3, 2)) if value < 0 else "solid" for value in values.ravel()]
        axes.add_collection(
            LineCollection(ends, linewidths=widths, linestyles=dashes, colors=colour)
        )
    tone = colours()
    axes.plot(*np.concatenate(places).T, "o", ms=5, mfc=tone["paper"], mec=tone["ink"], mew=1)
    axes.axis("off")
