"""Stills of a race: trails on the level lines, and cost against step."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ptcode.descent.optimisers import NAMES
from ptcode.descent.tracks import Track
from ptcode.functions.function import Function
from ptcode.stills.plane import level_lines
from ptcode.stills.style import blank, colours, powers_of_ten
from ptcode.stills.window import Window

LOOKS = {
    "gd": ("ink", "-", "o"),
    "momentum": ("momentum", (0, (7, 3)), "s"),
    "nesterov": ("nesterov", (0, (8, 2, 2, 2)), "D"),
    "rmsprop": ("rmsprop", (0, (3, 2)), "^"),
    "adam": ("adam", (0, (1.5, 1.5)), "v"),
}
"""Colour, dash and marker of each racer, as in static/figures/race.css."""
HALF = 100
"""So many steps of a race are enough until a later one is shown."""


def race_still(
    cost: Function,
    tracks: dict[str, Track],
    k: int,
    view: Window,
    floor: float | None,
    log: bool,
) -> Figure:
    """The first k steps of every track. ``view`` is the window, ``floor`` the lowest cost or None.

    A logarithmic axis shows the cost above the floor; where there is none, the axis is linear.
    """
    tone = colours()
    figure, (plane, chart) = blank(2, height=3.5, width_ratios=(1.25, 1))
    level_lines(plane, cost, view, alpha=0.6)
    for name, track in tracks.items():
        colour, dash, marker = LOOKS[name]
        here = min(k, len(track))
        look: dict[str, Any] = {"color": tone[colour], "ls": dash, "lw": 1.6}
        look |= {"marker": marker, "ms": 7}
        trail = track.positions[: here + 1]
        plane.plot(*trail.T, markevery=[here], label=NAMES[name], **look)
        heights = track.values - (floor or 0) if log and floor is not None else track.values
        chart.plot(heights, markevery=[here], **look | {"lw": 1})
    if tracks:
        first = next(iter(tracks.values()))
        plane.plot(*first.positions[0], "o", ms=11, mfc="none", mec=tone["ink"], mew=2)
        plane.legend(fontsize=7, loc="upper right", handlelength=4)
    _finish_chart(chart, tracks, floor, log)
    chart.set_xlim(0, HALF if k <= HALF else 2 * HALF)
    return figure


def _finish_chart(axes: Axes, tracks: dict[str, Track], floor: float | None, log: bool) -> None:
    start = max((float(track.values[0]) for track in tracks.values()), default=1.0)
    axes.set(xlabel="step k", title="cost J")
    if log and floor is not None:
        powers_of_ten(axes, "y")
        axes.set_ylim(1e-9, max(10 * (start - floor), 1e-8))
    else:
        low = -start if floor is None else floor
        axes.set_ylim(low - 0.05 * abs(start), low + 2 * max(start - low, 1e-9))
