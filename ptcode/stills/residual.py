"""A residual connection: two ways lead through a layer, and one of them past its function."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes

from ptcode.stills.picture import Picture
from ptcode.stills.style import Place, arrow, blank, box, colours

WORDS = (
    "A layer with a residual connection: one arrow leads from a through f to a plus sign, with the "
    "factor f′, and another from a past f to the same sign, with the factor 1; what comes out is "
    "a + f(a), and its slope is 1 + f′"
)
IN, LAYER, PLUS, OUT = (0.0, 0.0), (2.0, 0.0), (4.0, 0.0), (5.6, 0.0)
TOP = 1.05
"""The height of the way past f."""


def residual_connection() -> Picture:
    """a → f → + → a + f(a), and an arrow from a past f to the +; beside each way its factor."""
    tone = colours()
    figure, (axes,) = blank(width=4.2, height=1.5)
    axes.set(xlim=(-0.4, 6.4), ylim=(-0.65, 1.6), aspect="equal")
    axes.set_axis_off()
    for middle, width in ((LAYER, 1.0), (PLUS, 0.6)):
        box(axes, middle, width, 0.7, rounding=0.12)
    for place, word in ((IN, "a"), (LAYER, "f"), (PLUS, "+"), (OUT, "a + f(a)")):
        _say(axes, place, word, tone["ink"])
    for start, end in (((0.25, 0), (1.5, 0)), ((2.5, 0), (3.7, 0)), ((4.3, 0), (4.95, 0))):
        arrow(axes, start, end, tone["ink"])
    axes.plot([0, 0, PLUS[0]], [0.3, TOP, TOP], color=tone["ink"], lw=1, solid_capstyle="butt")
    arrow(axes, (PLUS[0], TOP), (PLUS[0], 0.35), tone["ink"])
    _say(axes, (LAYER[0], TOP + 0.28), "factor 1", tone["slope"])
    _say(axes, (LAYER[0], 0.58), "factor f′", tone["slope"])
    return Picture(figure, WORDS)


def _say(axes: Axes, place: Place, word: str, colour: str) -> None:
    look: dict[str, Any] = {"ha": "center", "va": "center", "family": "serif", "size": 11}
    axes.text(*place, word, color=colour, **look)
