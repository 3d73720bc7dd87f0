"""A traced computation as plain JSON: nodes, values, local derivatives, adjoints.

This is what the graph stepper is handed. Every elementwise node carries its formula and partials
as trees, so that a browser can change an input and sweep forwards and backwards itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from ptcode.autodiff.backward import Variable, adjoints, latest_first
from ptcode.core.types import Value
from ptcode.functions.function import Function


def graph(output: Variable, names: Mapping[str, Variable] | None = None) -> dict[str, Any]:
    """The graph below ``output`` as ``{"nodes": […], "edges": […]}``, beginnings first.

    A node has ``id``, ``name``, ``operation``, ``value`` and ``adjoint`` (nested lists; None for
    a constant), ``arguments`` (ids) and, if elementwise, ``variables``, ``formula`` and
    ``partials`` (trees). An edge leads ``from`` an argument ``to`` the node made of it, with its
    ``local_derivative`` (None where that is a whole Jacobian) and its ``share`` of the adjoint.
    ``names`` gives intermediate values their names.

    >>> w = Variable(3.0, name="w")
    >>> found = graph(w * w)
    >>> [node["adjoint"] for node in found["nodes"]], len(found["edges"])
    ([6.0, 1.0], 2)
    """
    called = {value: name for name, value in (names or {}).items()}
    ids: dict[Variable, int] = {}
    nodes: list[dict[str, Any]] = []
    edges: list[dict[str, Any]] = []
    values = latest_first(output)
    with np.errstate(all="ignore"):
        found = adjoints(output, values)
        for value in reversed(values):
            adjoint = found[value]
            arguments = _argument_ids(value, ids, nodes)
            ids[value] = len(nodes)
            name = called.get(value, value.name)
            nodes.append(_node(value, name, adjoint, ids[value], arguments))
            edges += _edges(value, adjoint, ids)
    return {"nodes": nodes, "edges": edges}


def _argument_ids(
    value: Variable, ids: Mapping[Variable, int], nodes: list[dict[str, Any]]
) -> list[int]:
    """The ids of the arguments; a constant becomes a node of its own here.

    Each place has a rule of its own, and a link carries that of its place.
    """
    parents = {id(pull): parent for parent, pull in value.links}
    rules = value.operation.pullbacks if value.operation else ()
    found = []
    for pull, argument in zip(rules, value.values, strict=True):
        if id(pull) in parents:
            found.append(ids[parents[id(pull)]])
        else:
            found.append(len(nodes))
            nodes.append(_start(len(nodes), "", "constant", argument, None))
    return found


def _node(
    value: Variable, name: str, adjoint: Value, number: int, arguments: list[int]
) -> dict[str, Any]:
    if value.operation is None:
        return _start(number, name, "start", value.value, adjoint)
    node = {
        **_start(number, name, str(value.operation), value.value, adjoint),
        "arguments": arguments,
    }
    if isinstance(value.operation, Function):
        node["variables"] = [str(variable) for variable in value.operation.variables]
        node["formula"] = value.operation.tree
        node["partials"] = [partial.tree for partial in value.operation.partials]
    return node


def _start(
    number: int, name: str, operation: str, value: Value, adjoint: Value | None
) -> dict[str, Any]:
    return {
        "id": number,
        "name": name,
        "operation": operation,
        "value": np.asarray(value, dtype=float).tolist(),
        "adjoint": None if adjoint is None else np.asarray(adjoint).tolist(),
        "arguments": [],
    }


def _edges(
    value: Variable, adjoint: Value, ids: Mapping[Variable, int]
) -> Iterator[dict[str, Any]]:
    one = np.ones(value.value.shape)[()]
    entrywise = isinstance(value.operation, Function) or value.value.size == 1
    for parent, pull in value.links:
        local = pull(one, value.value, *value.values) if entrywise else None
        yield {
            "from": ids[parent],
            "to": ids[value],
            "local_derivative": None if local is None else np.asarray(local).tolist(),
            "share": np.asarray(pull(adjoint, value.value, *value.values)).tolist(),
        }
