"""The still of practice: five boxes, and how an exercise moves between them."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ptcode.stills.style import blank, box, colours

BOXES = ("missed", "start", "", "", "known")


def practice_still() -> Figure:
    """Five boxes in a row: solved leads one box on, missed leads back to the first."""
    tone = colours()
    figure, (axes,) = blank(width=7.2, height=2.2)
    axes.set_axis_off()
    for i, label in enumerate(BOXES):
        box(axes, (i, 0), 0.68, 0.6)
        axes.text(i, 0, f"{i + 1}\n{label}" if label else str(i + 1), ha="center", va="center")
        if i:
            _arrow(axes, (i - 1, 0.36), (i, 0.36), tone["inner"], -0.45, "-")
            _arrow(axes, (i, -0.36), (0, -0.36), tone["wrong"], -0.25, "--")
    axes.text(3.5, 0.92, "solved at the first try", ha="center", color=tone["inner"])
    axes.text(3.5, -1.02, "missed", ha="center", color=tone["wrong"])
    axes.set(xlim=(-0.5, 4.5), ylim=(-1.35, 1.15))
    return figure


def _arrow(
    axes: Axes,
    start: tuple[float, float],
    end: tuple[float, float],
    colour: str,
    bend: float,
    line: str,
) -> None:
    axes.annotate(
        "",
        xy=end,
        xytext=start,
        arrowprops={
            "arrowstyle": "->",
            "color": colour,
            "linestyle": line,
            "connectionstyle": f"arc3,rad={bend}",
        },
    )
