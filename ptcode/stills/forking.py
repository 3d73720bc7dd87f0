"""A small graph in which a value is used twice: its nodes, its edges, a number on each of them."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ptcode.autodiff.backward import Variable
from ptcode.autodiff.graph import Run, traced_graph
from ptcode.core.formatting import short
from ptcode.functions.catalogue import square
from ptcode.stills.picture import Picture
from ptcode.stills.style import Place, arrow, blank, box, colours

NAMES = {1: ("x", "x²", "y"), 2: ("x", "x²", "s", "s²", "y")}
STEP, WIDE, HIGH, ABOVE = 1.0, 0.88, 0.56, 1.0


def forks(times: int = 1, x: float = 3, adjoints: bool = False) -> Picture:
    r"""The graph of y = x + x², or of y = s + s² with s = x + x², with its local derivatives.

    Each value stands in its node, and below it, if ``adjoints`` are wanted, how fast y changes
    with it.

    >>> print(forks().words.replace(". ", "\n"))
    Graph of y = x + x² at x = 3
    Nodes: x = 3, x² = 9, y = 12
    Edges with their local derivatives: x → x² 6, x → y 1, x² → y 1
    """
    run, names = _run(times, x), NAMES[times]
    return Picture(_draw(run, names, adjoints), _words(run, names, adjoints))


def _run(times: int, x: float) -> Run:
    value = start = Variable(float(x), name="x")
    for _ in range(times):
        value = value + square(value)
    return Run(traced_graph(value), {"x": float(start.value)})


def _edges(run: Run) -> list[tuple[int, int, float]]:
    """Where each edge begins and ends, with its local derivative, from the input on."""
    nodes = run.graph.nodes
    return sorted(
        (nodes[end].arguments[position], end, edge.local_derivative)
        for (end, position), edge in run.edges.items()
    )


def _draw(run: Run, names: tuple[str, ...], adjoints: bool) -> Figure:
    tone, last = colours(), len(names) - 1
    figure, (axes,) = blank(width=1.2 + 0.82 * last, height=1.85)
    axes.set_axis_off()
    for start, end, local in _edges(run):
        _edge(axes, _place(start), _place(end), short(local))
    for i, name in enumerate(names):
        (x, y), value = _place(i), f"{name} = {short(run.values[i])}"
        box(axes, (x, y), WIDE, HIGH, edgecolor=tone["muted"], lw=1.5, zorder=3)
        _text(axes, x, y + 0.13 * adjoints, value, "ink")
        if adjoints:
            _text(axes, x, y - 0.13, short(run.adjoints[i]), "slope")
    margin = WIDE / 2 + 0.05
    axes.set(xlim=(-margin, last * STEP + margin), ylim=(-HIGH / 2 - 0.1, ABOVE + HIGH / 2 + 0.05))
    return figure


def _place(i: int) -> Place:
    """What is passed on stands on a line, its square above and halfway to the next."""
    return STEP * i, ABOVE * (i % 2)


def _edge(axes: Axes, start: Place, end: Place, number: str) -> None:
    """An arrow from the rim of one node to that of another, its number in the middle."""
    tone = colours()
    (x1, y1), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    rim = min(WIDE / 2 / abs(dx), HIGH / 2 / abs(dy) if dy else 1)
    tail, head = ((x1 + t * dx, y1 + t * dy) for t in (rim, 1 - rim))
    arrow(axes, tail, head, tone["muted"], lw=1.5, mutation_scale=13)
    plate = {"facecolor": tone["paper"], "edgecolor": "none", "pad": 1.5}
    _text(axes, x1 + dx / 2, y1 + dy / 2, number, "slope", bbox=plate)


def _text(axes: Axes, x: float, y: float, text: str, role: str, **look: Any) -> None:
    middle: dict[str, Any] = {
        "ha": "center",
        "va": "center",
        "zorder": 4,
        "family": "serif",
        "size": 11,
    }
    axes.text(x, y, text, color=colours()[role], **middle | look)


def _words(run: Run, names: tuple[str, ...], adjoints: bool) -> str:
    formula = "y = x + x²" if len(names) == 3 else "y = s + s² with s = x + x²"
    nodes = [f"{name} = {short(value)}" for name, value in zip(names, run.values, strict=True)]
    edges = [f"{names[i]} → {names[j]} {short(local)}" for i, j, local in _edges(run)]
    said = [
        f"Graph of {formula} at {nodes[0]}. Nodes: {', '.join(nodes)}",
        f"Edges with their local derivatives: {', '.join(edges)}",
    ]
    if adjoints:
        back = zip(reversed(names), reversed(run.adjoints), strict=True)
        found = ", ".join(f"{name} {short(value)}" for name, value in back)
        said.append(f"Below each value, how fast y changes with it: {found}")
    return ". ".join(said)
