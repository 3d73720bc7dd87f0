"""One style for every picture; its colours are those of the pages, read from the same file."""

from __future__ import annotations

import io
import math
import re
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch
from matplotlib.ticker import NullFormatter

from ptcode.core.formatting import superscript

_COLOURS = Path(__file__).parent.parent / "static" / "colours.css"
_PROPERTY = re.compile(r"--pt-([a-z]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")

DASHED = (0, (5, 3))
Tone: TypeAlias = dict[str, str]
"""The colours by what they stand for."""
Place: TypeAlias = tuple[float, float]
STYLE: dict[Any, object] = {
    "font.family": "serif",
    "mathtext.fontset": "cm",
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "lines.linewidth": 2,
    # Where a title stands anyway: else all that is above the axes is measured for it, every time.
    "axes.titley": 1.0,
}


@cache
def colours(dark: bool = False) -> Tone:
    """The semantic colours by name (function, slope, outer, inner, parameter, wrong, ink, …)."""
    return {
        name: (night if dark else day)
        for name, day, night in _PROPERTY.findall(_COLOURS.read_text())
    }


def blank(
    columns: int = 1,
    width: float = 7.2,
    height: float = 3.4,
    rows: int = 1,
    **ratios: tuple[float, ...],
) -> tuple[Figure, list[Axes]]:
    """An empty Figure in the book's style with its axes side by side, or in ``rows``.

    It is made without pyplot, so that drawing a still neither shows nor keeps a figure.
    """
    import matplotlib

    tone = colours()
    palette: dict[Any, object] = {
        "axes.edgecolor": tone["line"],
        "axes.labelcolor": tone["ink"],
        "text.color": tone["ink"],
        "xtick.color": tone["muted"],
        "ytick.color": tone["muted"],
        "grid.color": tone["grid"],
        "figure.facecolor": tone["paper"],
        "axes.facecolor": tone["paper"],
    }
    with matplotlib.rc_context(STYLE | palette):
        figure = Figure(figsize=(width, height), layout="constrained")
        axes = figure.subplots(rows, columns, squeeze=False, gridspec_kw=ratios).ravel()
    return figure, list(axes)


def powers_of_ten(axes: Axes, which: str = "xy") -> None:
    """These axes count in powers of ten, written in plain text: a formula costs as much again."""
    for name in which:
        axes.set(**{f"{name}scale": "log"})
        axis: Axis = getattr(axes, f"{name}axis")
        axis.set_major_formatter(lambda value, _: f"10{superscript(round(math.log10(value)))}")
        axis.set_minor_formatter(NullFormatter())


def arrow(
    axes: Axes,
    start: Place,
    end: Place,
    color: str,
    lw: float = 1.0,
    clipped: bool = False,
    **look: object,
) -> None:
    """An arrow from one place right up to another; ``look`` is more of matplotlib's arrowprops."""
    props = {"arrowstyle": "-|>", "color": color, "lw": lw, "shrinkA": 0, "shrinkB": 0} | look
    clip: dict[str, Any] = {"annotation_clip": False, "clip_on": True} if clipped else {}
    axes.annotate("", end, start, arrowprops=props, **clip)


def box(
    axes: Axes, middle: Place, width: float, height: float, rounding: float = 0.06, **look: Any
) -> None:
    """A box with round corners about a place, in the colour of panels."""
    corner = middle[0] - width / 2, middle[1] - height / 2
    style = f"round,pad=0,rounding_size={rounding}"
    props: dict[str, Any] = {
        "facecolor": colours()["panel"],
        "edgecolor": colours()["line"],
        "linewidth": 1.2,
    } | look
    axes.add_patch(FancyBboxPatch(corner, width, height, boxstyle=style, **props))


def svg_text(figure: Figure, letters: str = "path") -> str:
    """A matplotlib figure as SVG, the same text for the same picture.

    Its ``letters`` are drawn as a "path" each, or left to the page's fonts with "none": then it may
    have no formula.
    """
    import matplotlib

    if engine := figure.get_layout_engine():
        # Its solver goes through sets: the last digits of what it finds differ from run to run.
        engine.execute(figure)
        # With None, not "none": even an engine that does nothing has all drawn once more.
        figure.set_layout_engine(None)
        for axes in figure.axes:
            left, bottom, width, height = axes.get_position(original=True).bounds
            axes.set_position((round(left, 6), round(bottom, 6), round(width, 6), round(height, 6)))
    buffer = io.StringIO()
    with matplotlib.rc_context({"svg.hashsalt": "the chain rule", "svg.fonttype": letters}):
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    return buffer.getvalue()
