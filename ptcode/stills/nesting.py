"""Stills of the nested graphs: a height of one graph is a place on the axis of the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ptcode.core.formatting import short
from ptcode.core.types import Array
from ptcode.stills.style import Tone, arrow, blank, colours

AXES = (("x", "u"), ("u", "y"), ("x", "y"))
"""What goes across and what goes up in the graphs of g, f and f ∘ g."""
ROLES = ("inner", "outer", "function")
MEANS = {"x": "parameter", "u": "inner", "y": "outer"}
Range = tuple[float, float]


def nesting_still(
    curves: Sequence[Callable[[Array], Array]],
    texts: Sequence[str],
    windows: Mapping[str, Range],
    values: Mapping[str, float],
) -> Figure:
    """The graphs of g, f and f ∘ g side by side, and the way from x by u to y through them.

    ``windows`` and ``values`` are those of x, u and y; what lies in no window is left out.
    """
    tone = colours()
    figure, graphs = blank(columns=3, height=2.9)
    for axes, (across, up), curve, text, role in zip(
        graphs, AXES, curves, texts, ROLES, strict=True
    ):
        grid = np.linspace(*windows[across], 600)
        with np.errstate(all="ignore"):
            axes.plot(grid, curve(grid), color=tone[role])
        title = text if role == "function" else f"{role}: {text}"
        axes.set_title(title, fontsize=10, style="italic", color=tone[role])
        axes.set(xlabel=across, xlim=windows[across], ylim=windows[up])
        axes.set_ylabel(up, rotation=0)
        _way(axes, (across, up), windows, values, tone)
    return figure


def _way(
    axes: Axes,
    names: tuple[str, str],
    windows: Mapping[str, Range],
    values: Mapping[str, float],
    tone: Tone,
) -> None:
    """From a place on the axis up to the curve, and from there across to its height."""
    (across, up), (place, height) = names, (values[name] for name in names)
    seen = [windows[name][0] <= values[name] <= windows[name][1] for name in names]
    floor, left = windows[up][0], windows[across][0]
    if not seen[0]:
        return
    _end(axes, across, (place, floor), values, tone)
    if seen[1]:
        arrow(axes, (place, floor), (place, height), tone[MEANS[across]], lw=1.5)
        arrow(axes, (place, height), (left, height), tone[MEANS[up]], lw=1.5, shrinkB=3)
        _end(axes, up, (left, height), values, tone)


def _end(
    axes: Axes, name: str, at: tuple[float, float], values: Mapping[str, float], tone: Tone
) -> None:
    colour, left = tone[MEANS[name]], at[0] < sum(axes.get_xlim()) / 2
    axes.plot(*at, "o", ms=6, color=colour, clip_on=False, zorder=5)
    axes.annotate(
        f"{name} = {short(values[name])}",
        at,
        (6 if left else -6, 5),
        ha="left" if left else "right",
        textcoords="offset points",
        color=colour,
        fontsize=9,
        bbox={"facecolor": tone["paper"], "edgecolor": "none", "alpha": 0.8, "pad": 1},
    )
