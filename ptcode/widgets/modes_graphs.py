"""The graphs that the two modes sweep: their computations, and where each node stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from ptcode.autodiff.backward import Variable
from ptcode.autodiff.graph.modes import Computation
from ptcode.functions.catalogue import log, sin, square
from ptcode.functions.writing import write

Place = tuple[float, int]


@dataclass(frozen=True)
class Example:
    """A computation with its title, and the column and the row of each node in the picture."""

    title: str
    computation: Computation
    places: dict[str, Place]

    def told(self, key: str) -> dict[str, Any]:
        """The graph as the browser gets it."""
        shown = self.computation
        nodes = [
            {
                "key": node.key,
                "label": node.label,
                "formula": "" if node.formula is None else write(node.formula),
                "value": shown.values[place],
                "arguments": list(node.arguments),
                "locals": list(shown.local_derivatives[place]),
                "at": list(self.places[node.key]),
            }
            for place, node in enumerate(shown.nodes)
        ]
        return {"key": key, "label": self.title, "nodes": nodes}


def _many_inputs() -> Example:
    x1, x2, x3 = (Variable(v, name=f"x{i}") for i, v in enumerate((0.5, 2.0, -1.5), 1))
    u = x1 * x2
    p, q = sin(u), u * x3
    computation = Computation.traced({"y": p * q}, {"u": u, "p": p, "q": q})
    places = {"x1": (0, 0), "x2": (1, 0), "x3": (2, 0), "u": (0.5, 1)}
    places |= {"p": (0.25, 2), "q": (1.5, 2), "y": (0.875, 3)}
    return Example("three inputs, one output", computation, places)


def _many_outputs() -> Example:
    x = Variable(2.0, name="x")
    p, q = sin(x), square(x)
    u = p * q
    outputs = {"y1": sin(u), "y2": square(u), "y3": log(q)}
    computation = Computation.traced(outputs, {"p": p, "q": q, "u": u})
    places = {"x": (0.875, 0), "p": (0.25, 1), "q": (1.5, 1), "u": (0.5, 2)}
    places |= {"y1": (0, 3), "y2": (1, 3), "y3": (2, 3)}
    return Example("one input, three outputs", computation, places)


@cache
def examples() -> dict[str, Example]:
    """The graphs by name; either is the shape of the other, upside down."""
    return {"inputs": _many_inputs(), "outputs": _many_outputs()}


def starts() -> list[str]:
    """Every input and every output that a sweep may start at."""
    shown = [example.computation for example in examples().values()]
    return [key for one in shown for key in (*one.inputs, *one.outputs)]
