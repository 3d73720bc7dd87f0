"""Still of a sweep over a graph: values, local derivatives, and tangents or adjoints so far."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ptcode.autodiff.graph.modes import Computation
from ptcode.autodiff.graph.nodes import Node
from ptcode.core.formatting import short
from ptcode.functions.writing import write
from ptcode.stills.style import Place, arrow, blank, box, colours

WIDE, HIGH = 0.88, 0.64
SIGNS = {"forward": r"\dot", "reverse": r"\bar"}


def modes_still(
    computation: Computation, places: Mapping[str, Place], mode: str, known: Mapping[str, float]
) -> Figure:
    """The graph from top to bottom; ``known`` are the tangents or adjoints computed so far.

    A node without one is dashed. Arrows go the way of the sweep, thick where it has been.
    """
    figure, (axes,) = blank(width=7.2, height=4.4)
    axes.set_axis_off()
    for place, node in enumerate(computation.nodes):
        for argument, slope in zip(
            node.arguments, computation.local_derivatives[place], strict=True
        ):
            ends = computation.nodes[argument].key, node.key
            down = [places[key] for key in ends]
            _edge(axes, down, slope, mode, set(ends) <= set(known))
        _node(axes, places[node.key], node, computation.values[place], mode, known.get(node.key))
    columns, rows = zip(*places.values(), strict=True)
    axes.set(xlim=(min(columns) - 1, max(columns) + 1), ylim=(max(rows) + 0.4, -0.4))
    return figure


def _edge(axes: Axes, down: list[Place], slope: float, mode: str, passed: bool) -> None:
    """An arrow between two nodes, the local derivative beside it."""
    (x1, y1), (x2, y2) = down
    tone = colours()
    ends = [(x1, y1 + HIGH / 2), (x2, y2 - HIGH / 2)]
    start, end = ends if mode == "forward" else ends[::-1]
    arrow(axes, start, end, tone["slope" if passed else "muted"], 2.2 if passed else 1.0)
    label = {"facecolor": tone["paper"], "edgecolor": "none", "pad": 1}
    middle = (x1 + x2) / 2, (start[1] + end[1]) / 2
    look: dict[str, Any] = {"color": tone["slope"], "bbox": label, "size": 8}
    axes.text(*middle, f"× {short(slope)}", ha="center", va="center", **look)


def _node(axes: Axes, at: Place, node: Node, value: float, mode: str, found: float | None) -> None:
    """The name of a node with its value and formula, below them its tangent or adjoint."""
    tone, (x, y) = colours(), at
    rounding = 0.06 if node.function else 0.2
    box(axes, at, WIDE, HIGH, rounding=rounding, linestyle="--" if found is None else "-")
    left, right = x - WIDE / 2 + 0.06, x + WIDE / 2 - 0.06
    formula = "" if node.formula is None else f" = {write(node.formula)}"
    axes.text(left, y - 0.16, node.label + formula, style="italic", size=10, va="center")
    number: dict[str, Any] = {"color": tone["function"], "ha": "right", "size": 9, "va": "center"}
    axes.text(right, y if formula else y - 0.16, short(value), **number)
    sign = rf"${SIGNS[mode]}{{{node.key[0]}}}_{{{node.key[1:]}}}$"
    told = f"{sign} = {short(found)}" if found is not None else f"{sign} = …"
    axes.text(right, y + 0.18, told, color=tone["slope"], ha="right", va="center", size=10)
