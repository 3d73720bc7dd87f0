"""Still of the paths through layers: a line for each local derivative, and what is lit."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ptcode.core.formatting import short
from ptcode.stills.style import DASHED, Place, blank, box, colours

HEIGHT = 5.0


def paths_still(
    links: list[list[list[float]]],
    adjoints: list[list[float]],
    route: list[int],
    factored: bool,
) -> Figure:
    """The layered graph from x to y; the path along ``route``, or the adjoints in the nodes."""
    tone = colours()
    figure, (axes,) = blank()
    axes.set_axis_off()
    places = [[_place(at, i, len(layer)) for i in range(len(layer))]
              for at, layer in enumerate(adjoints)]  # fmt: skip
    for at, block in enumerate(links):
        for i, row in enumerate(block):
            for j, local in enumerate(row):
                lit = (factored and at == 0) or route[at : at + 2] == [i, j]
                _join(axes, places[at][i], places[at + 1][j], local, lit)
    for layer, values in zip(places, adjoints, strict=True):
        for place, value in zip(layer, values, strict=True):
            if factored:
                box(axes, place, 0.5, 0.5, facecolor=tone["paper"], zorder=3)
                axes.text(*place, short(value, 2), color=tone["slope"], size=8, zorder=4,
                          ha="center", va="center")  # fmt: skip
            else:
                axes.plot(*place, "o", ms=5, color=tone["ink"], zorder=3)
    for name, side, ((x, y),) in (("x", -1, places[0]), ("y", 1, places[-1])):
        axes.text(x + side * 0.4, y, f"${name}$", size=12, ha="center", va="center")
    axes.set(xlim=(-0.6, len(links) + 0.6), ylim=(0, HEIGHT))
    return figure


def _place(at: int, i: int, count: int) -> Place:
    return float(at), HEIGHT * (1 - (i + 0.5) / count)


def _join(axes: Axes, start: Place, end: Place, local: float, lit: bool) -> None:
    """A line as thick as its local derivative is large, dashed below 0; with its number if lit."""
    tone = colours()
    (x1, y1), (x2, y2) = start, end
    (line,) = axes.plot((x1, x2), (y1, y2), color=tone["slope" if lit else "line"], zorder=1 + lit)
    line.set(lw=0.4 + 1.6 * abs(local) + 1.5 * lit, ls=DASHED if local < 0 else "-")
    if lit:
        bare = {"facecolor": tone["paper"], "edgecolor": "none", "pad": 1}
        axes.text((x1 + x2) / 2, (y1 + y2) / 2, short(local), color=tone["slope"], size=9,
                  ha="center", va="center", bbox=bare, zorder=2.5)  # fmt: skip
