"""The computations that the stepper offers: the running example, two paths, a small network."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache

import sympy

from ptcode.autodiff.backward import Variable, latest_first
from ptcode.autodiff.graph.nodes import Graph
from ptcode.autodiff.graph.tracing import traced_graph
from ptcode.functions.catalogue import half_squared_error, sigmoid, square
from ptcode.functions.function import Function
from ptcode.networks.running_example import RunningExample, forward

_w, _x, _v, _y = sympy.symbols("u_1 u_2 u_3 u_4", real=True)
weighted_input = Function(_w * _x + _v * _y, (_w, _x, _v, _y), name="weighted input")
"""A node with two inputs: weight times input, twice."""


@dataclass(frozen=True)
class Preset:
    """A computation with its title and what its inputs start from."""

    title: str
    graph: Graph
    starts: Mapping[str, float]


def traced_preset(
    title: str, output: Variable, names: Mapping[str, Variable] | None, given: Sequence[str] = ()
) -> Preset:
    """A computation that was traced, with the inputs it was traced at."""
    graph = traced_graph(output, names, given)
    inputs = [value for value in latest_first(output)[::-1] if value.operation is None]
    starts = {node.key: float(v.value) for node, v in zip(graph.inputs, inputs, strict=True)}
    return Preset(title, graph, starts)


def _preset(
    title: str,
    compute: Callable[..., dict[str, Variable]],
    starts: Mapping[str, float],
    given: Sequence[str] = (),
) -> Preset:
    """A preset from a function that turns Variables into all it computes, by name, J last."""
    made = compute(**{name: Variable(value, name=name) for name, value in starts.items()})
    return traced_preset(title, list(made.values())[-1], made, given)


def _two_paths(x: Variable) -> dict[str, Variable]:
    u = square(x)
    return {"u": u, "y": x + u}


def _network(x1: Variable, x2: Variable, y: Variable, **w: Variable) -> dict[str, Variable]:
    z1 = weighted_input(w["w1"], x1, w["w2"], x2)
    z2 = weighted_input(w["w3"], x1, w["w4"], x2)
    a1, a2 = sigmoid(z1), sigmoid(z2)
    z3 = weighted_input(w["w5"], a1, w["w6"], a2)
    y_hat = sigmoid(z3)
    made = {"z1": z1, "z2": z2, "a1": a1, "a2": a2, "z3": z3, "y_hat": y_hat}
    return {**made, "J": half_squared_error(y_hat, y)}


_WEIGHTS = {"w1": 0.6, "w2": -0.4, "w3": -0.8, "w4": 0.5, "w5": 1.2, "w6": -0.7}


@cache
def presets() -> dict[str, Preset]:
    """The computations of the book by name."""
    return {
        "running-example": _preset(
            "running example",
            forward,
            asdict(RunningExample()),
            given=("x", "y"),
        ),
        "two-paths": _preset("two paths, y = x + x²", _two_paths, {"x": 3.0}),
        "network": _preset(
            "2-2-1 network",
            _network,
            {"x1": 1.0, "x2": -0.5, "y": 1.0, **_WEIGHTS},
            given=("y",),
        ),
    }
