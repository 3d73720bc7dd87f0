"""Stills of the number lines: a nudge on each line, and ribbons between them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ptcode.stills.style import Tone, arrow, blank, colours


def numberlines_still(
    labels: Sequence[str],
    values: Sequence[float],
    nudges: Sequence[float],
    window: tuple[float, float],
) -> Figure:
    """Number lines to one scale under each other, with the value and its nudge on each.

    ``labels`` name the lines (x, u = x², …), ``window`` is what every one of them shows. Where a
    value or nudge is not finite, the line stays empty.
    """
    tone = colours()
    count = len(labels)
    figure, (axes,) = blank(height=0.95 * count + 0.2)
    axes.set_axis_off()
    roles = ["parameter", *["inner"] * (count - 2), "outer"]
    for i, label in enumerate(labels):
        _rail(axes, -i, label, window, tone)
        if math.isfinite(values[i]) and math.isfinite(nudges[i]):
            _nudge(axes, -i, values[i], nudges[i], tone[roles[i]])
    for i in range(count - 1):
        _ribbon(axes, -i, values[i : i + 2], nudges[i : i + 2], tone)
    axes.set(xlim=window, ylim=(0.55 - count, 0.6))
    return figure


def _rail(axes: Axes, height: int, label: str, window: tuple[float, float], tone: Tone) -> None:
    axes.hlines(height, *window, color=tone["line"], lw=1)
    for tick in range(math.ceil(window[0]), math.floor(window[1]) + 1):
        axes.vlines(tick, height - 0.05, height + 0.05, color=tone["line"], lw=1)
        text = str(tick).replace("-", "−")
        axes.text(tick, height - 0.12, text, ha="center", va="top", fontsize=8, color=tone["muted"])
    axes.text(window[0], height + 0.2, label, style="italic", fontsize=11)


def _nudge(axes: Axes, height: int, value: float, nudge: float, colour: str) -> None:
    arrow(axes, (value, height), (value + nudge, height), colour, lw=2.5)
    axes.plot(value, height, "o", ms=5, color=colour, zorder=5)


def _ribbon(
    axes: Axes, height: int, values: Sequence[float], nudges: Sequence[float], tone: Tone
) -> None:
    corners = [values[0], values[1], values[1] + nudges[1], values[0] + nudges[0]]
    if all(map(math.isfinite, corners)):
        heights = [height - 0.08, height - 0.92, height - 0.92, height - 0.08]
        turned = nudges[0] * nudges[1] < 0
        colour = tone["slope"] if turned else tone["function"]
        axes.fill(corners, heights, color=colour, alpha=0.18, lw=0)
