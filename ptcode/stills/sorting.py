"""The still of the sorting game: a hand of cards, face up."""

from __future__ import annotations

from matplotlib.figure import Figure

from ptcode.stills.style import blank, box


def sorting_still(texts: list[str]) -> Figure:
    """The expressions of a hand on cards, in two rows."""
    columns = (len(texts) + 1) // 2
    figure, (axes,) = blank(width=7.2, height=2.4)
    axes.set_axis_off()
    for i, text in enumerate(texts):
        row, column = divmod(i, columns)
        box(axes, (column + 0.5, -row), 0.88, 0.84)
        axes.text(column + 0.5, -row, text, ha="center", va="center", style="italic", fontsize=12)
    axes.set(xlim=(0, columns), ylim=(-1.5, 0.5))
    return figure
