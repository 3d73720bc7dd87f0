"""Stills of the function machine: the machines in a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ptcode.core.formatting import short
from ptcode.functions.structure import U, chain, decompose, replace, value_at
from ptcode.functions.tree import Tree
from ptcode.functions.writing import write
from ptcode.stills.style import blank, box, colours

LETTERS = "yuvwpqrst"
"""Names of the values from the outside in: y comes out, u goes into the outer function."""


def machine_still(tree: Tree, x: float, given: Sequence[str] = ()) -> Figure:
    """The machines of an expression in a row, each with its formula and the value it hands on.

    The outer function has a thick frame, what is inside it a dotted one. The parts of a
    sum or a product stand above each other in front of the machine that joins them. The values
    have the names that are ``given``, from the inside out, else u, v, … and y.
    """
    figure, (axes,) = blank(width=7.2, height=1.9)
    axes.set_axis_off()
    machines = chain(tree)
    letters = [LETTERS[min(i, len(LETTERS) - 1)] for i in range(len(machines))][::-1]
    names = given or letters
    _box(axes, 0, "x", x, "port")
    at, value = 1, x
    first = decompose(machines[0])
    if first.parts:
        at = _side_by_side(axes, first.parts, x)
    for i, machine in enumerate(machines):
        value = value_at(machine, U if i else "x", value)
        formula = f"{names[i]} = {write(replace(machine, U, names[i - 1]))}"
        alone = len(machines) == 1
        role = "alone" if alone else "outer" if i == len(machines) - 1 else "inner"
        _box(axes, at + i, formula, value, role)
        _arrow(axes, at + i)
    axes.set(xlim=(-0.5, at + len(machines) - 0.5), ylim=(-1, 1))
    return figure


def _side_by_side(axes: Axes, parts: tuple[Tree, ...], x: float) -> int:
    """Draw the parts above each other; return the next free place."""
    for i, part in enumerate(parts):
        height = 0.5 * (len(parts) - 1) - i
        _box(axes, 1, write(part), value_at(part, "x", x), "alone", height)
    _arrow(axes, 1)
    return 2


def _box(axes: Axes, at: float, formula: str, value: float, role: str, height: float = 0.0) -> None:
    tone = colours()
    edges: dict[str, dict[str, Any]] = {
        "outer": {"edgecolor": tone["outer"], "linewidth": 3},
        "inner": {"edgecolor": tone["inner"], "linewidth": 2, "linestyle": ":"},
        "alone": {"edgecolor": tone["line"], "linewidth": 1.5},
    }
    if role in edges:
        box(axes, (at, height), 0.76, 0.72, **edges[role])
        if role != "alone":
            axes.text(at, height + 0.5, role, color=tone[role], ha="center", fontsize=9)
    axes.text(at, height + 0.13, formula, ha="center", va="center", style="italic", fontsize=11)
    axes.text(at, height - 0.17, short(value), ha="center", va="center", color=tone["function"])


def _arrow(axes: Axes, at: float) -> None:
    axes.annotate(
        "",
        (at - 0.39, 0),
        (at - 0.61, 0),
        arrowprops={"arrowstyle": "-|>", "color": colours()["muted"]},
    )
