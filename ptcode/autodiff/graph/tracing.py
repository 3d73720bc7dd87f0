"""The graph of anything that was computed with Variables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ptcode.autodiff.backward import Variable, latest_first
from ptcode.autodiff.graph.export import graph
from ptcode.autodiff.graph.nodes import Graph, Node, checked_key, label, put, value_derivatives
from ptcode.functions.function import Function, Traceable
from ptcode.functions.tree import Tree


def traced_graph(
    output: Variable, names: Mapping[str, Variable] | None = None, given: Sequence[str] = ()
) -> Graph:
    """The graph below ``output``, which holds a single number, as does all it is made from.

    ``names`` gives values their names, inputs may bring their own; what has none is called
    v₁, v₂, …, the result f. Plain numbers are written into the formulas. Inputs named in
    ``given`` get no adjoint. Raises TypeError or ValueError for what cannot be shown.

    >>> w = Variable(3.0, name="w")
    >>> [node.formula for node in traced_graph(2 * w + w * w).nodes[1:]]
    [['Multiply', 2, 'w'], ['Multiply', 'w', 'w'], ['Add', 'v₁', 'v₂']]
    """
    if not isinstance(output, Variable):
        raise TypeError(
            f"the result must be a Variable, got {type(output).__name__}: compute it from "
            "Variables, so that it remembers how it was made"
        )
    values = latest_first(output)[::-1]
    keys = _keys(values, names or {})
    for key, value in zip(keys, values, strict=True):
        _refuse_arrays(key, value)
    places: list[int | float] = []
    nodes: list[Node] = []
    for found in graph(output)["nodes"]:
        if found["operation"] == "constant" and found["adjoint"] is None:
            places.append(float(found["value"]))
            continue
        places.append(len(nodes))
        operands = tuple(places[number] for number in found["arguments"])
        made_by = values[len(nodes)].operation
        nodes.append(_node(keys, len(nodes), made_by, operands, given))
    return Graph(tuple(nodes))


def _keys(values: Sequence[Variable], names: Mapping[str, Variable]) -> list[str]:
    """What the values are called."""
    called = {value: key for key, value in names.items()}
    keys = [called.get(value, value.name) for value in values]
    taken = {checked_key(key) for key in keys if key}
    if len(taken) < sum(map(bool, keys)):
        raise ValueError(f"two values have the same name, among {', '.join(filter(None, keys))}")
    numbered = (f"v{i}" for i in range(1, 2 * len(keys) + 1) if f"v{i}" not in taken)
    for i, (key, value) in enumerate(zip(keys, values, strict=True)):
        if not key and value.operation is None:
            raise ValueError(
                f"the input with the value {value.value} has no name: write "
                'Variable(…, name="w"), or give it one in names'
            )
        if not key:
            result = i == len(keys) - 1 and "f" not in taken
            keys[i] = "f" if result else next(numbered)
    return keys


def _refuse_arrays(key: str, value: Variable) -> None:
    shapes = [np.shape(number) for number in (value.value, *value.values) if np.ndim(number)]
    if shapes:
        raise ValueError(
            f"{key} is, or is made from, an array of shape {shapes[0]}: the stepper shows single "
            "numbers; trace entry by entry, at one point of the data"
        )
    if value.operation is not None and not isinstance(value.operation, Function):
        raise ValueError(
            f"{key} is made by {value.operation}, an array operation, which has no formula in "
            "single numbers: write it with + and ·"
        )


def _node(
    keys: Sequence[str],
    place: int,
    function: Traceable | None,
    operands: tuple[int | float, ...],
    given: Sequence[str],
) -> Node:
    key = keys[place]
    if not isinstance(function, Function):
        return Node(key, given=key in given)
    symbols = [str(variable) for variable in function.variables]
    names: dict[str, Tree] = {
        symbol: label(keys[operand]) if isinstance(operand, int) else _number(operand)
        for symbol, operand in zip(symbols, operands, strict=True)
    }
    formula = put(function.tree, names)
    match function.tree:
        case [head, argument] if argument in symbols and head in value_derivatives():
            partial = put(value_derivatives()[head], {"a": label(key)})
            return Node(key, function, operands, formula, (partial,))
    partials = tuple(
        put(partial.tree, names)
        for partial, operand in zip(function.partials, operands, strict=True)
        if isinstance(operand, int)
    )
    return Node(key, function, operands, formula, partials)


def _number(value: float) -> Tree:
    return int(value) if value.is_integer() else value
