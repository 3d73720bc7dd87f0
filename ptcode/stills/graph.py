"""Stills of the graph stepper: nodes with value and adjoint, edges with local derivatives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch
from matplotlib.path import Path

from ptcode.autodiff.graph import Kind, Run, Step, steps
from ptcode.core.formatting import short
from ptcode.functions.writing import write
from ptcode.stills.layers import Place, layered
from ptcode.stills.style import blank, box, colours

WIDE, HIGH = 0.84, 0.6
LONGEST = 20


def graph_still(run: Run, step: int) -> Figure:
    """The graph after some steps, inputs at the top.

    What is not computed yet is dashed, the current node or edge thick; ◂ marks an adjoint, ×
    a local derivative.
    """
    nodes = run.graph.nodes
    places, routes = layered([node.arguments for node in nodes])
    every = [*places, *(bend for bends in routes.values() for bend in bends)]
    left, right = min(x for x, _ in every), max(x for x, _ in every)
    rows, span = max(y for _, y in places) + 1, right - left + 1
    figure, (axes,) = blank(width=max(7.2, 1.25 * span), height=0.95 * rows)
    axes.set_axis_off()
    done = steps(run.graph)[:step]
    for (place, position), bends in routes.items():
        start, end = places[nodes[place].arguments[position]], places[place]
        ends = (start[0], start[1] + HIGH / 2), (end[0], end[1] - HIGH / 2)
        _edge(axes, [ends[0], *reversed(bends), ends[1]], run, (place, position), done)
    for place, at in enumerate(places):
        _node(axes, at, run, place, done)
    middle, half = (left + right) / 2, max(7.2 / 1.25, span) / 2
    axes.set(xlim=(middle - half, middle + half), ylim=(rows - 0.6, -0.4))
    return figure


def _edge(
    axes: Axes,
    route: Sequence[tuple[float, float]],
    run: Run,
    edge: tuple[int, int],
    done: list[Step],
) -> None:
    """From an argument down to what is made of it; an arrow up once the adjoint has come back."""
    tone = colours()
    back = [s for s in done if s.kind is Kind.BACKWARD and (s.place, s.position) == edge]
    made = any(s.kind is Kind.FORWARD and s.place == edge[0] for s in done)
    arrow = FancyArrowPatch(
        path=Path(route[::-1] if back else route),
        arrowstyle="-|>",
        mutation_scale=11,
        edgecolor=tone["slope" if back else "muted"],
        linewidth=2.6 if back and back[0] is done[-1] else 1.2,
        linestyle="-" if made else "--",
        facecolor=tone["slope" if back else "muted"],
        zorder=1,
    )
    axes.add_patch(arrow)
    if back:
        local = f"× {short(run.edges[edge].local_derivative)}"
        label = {"facecolor": tone["paper"], "edgecolor": "none", "pad": 1}
        i = len(route) // 2
        x, y = ((a + b) / 2 for a, b in zip(route[i - 1], route[i], strict=True))
        axes.text(x, y, local, color=tone["slope"], ha="center", va="center", bbox=label, size=8)


def _node(axes: Axes, at: Place, run: Run, place: int, done: list[Step]) -> None:
    tone, node = colours(), run.graph.nodes[place]
    known = node.function is None or any(s.kind is Kind.FORWARD and s.place == place for s in done)
    current = bool(done) and _place(run, done[-1]) == place
    y, left, right = at[1], at[0] - WIDE / 2 + 0.06, at[0] + WIDE / 2 - 0.06
    look: dict[str, Any] = {"edgecolor": tone["ink"], "linewidth": 2.4} if current else {}
    look |= {"linestyle": "-" if known else "--", "zorder": 2}
    box(axes, at, WIDE, HIGH, rounding=0.2 if node.function is None else 0.05, **look)
    row: dict[str, Any] = {"va": "center", "zorder": 3}
    axes.text(left, y - 0.18, node.label, style="italic", size=11, **row)
    value = short(run.values[place]) if known else "–"
    axes.text(right, y - 0.18, value, color=tone["function"], ha="right", size=9, **row)
    text = "given" if node.given else "" if node.function is None else write(node.formula)
    text = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    size = 9 if len(text) < 13 else 7
    axes.text(left, y + 0.01, text, color=tone["muted"], style="italic", size=size, **row)
    adjoint = _adjoint(run, place, done)
    axes.text(right, y + 0.19, adjoint, color=tone["slope"], ha="right", size=9, **row)


def _place(run: Run, step: Step) -> int:
    """The node that a step changes."""
    node = run.graph.nodes[step.place]
    return node.arguments[step.position] if step.kind is Kind.BACKWARD else step.place


def _adjoint(run: Run, place: int, done: list[Step]) -> str:
    """The adjoint of a node as far as its shares have arrived."""
    came = [s for s in done if s.kind is not Kind.FORWARD and _place(run, s) == place]
    if not came:
        return ""
    if came[-1].kind is Kind.TURN:
        return f"◂ {short(run.adjoints[place])}"
    total = sum(run.edges[s.place, s.position].share for s in came)
    return f"◂ {short(total)}" if came[-1].share == came[-1].shares else f"◂ {short(total, 3)} + …"
