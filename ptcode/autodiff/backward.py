"""Reverse-mode differentiation of NumPy computations: the chain rule on a graph, and nothing else.

A ``Variable`` remembers what it was made from. ``adjoints`` walks from the result back to the
beginnings and applies one rule: *the adjoint of a value is the sum, over everything made from it,
of that thing's adjoint times the local derivative.* No derivative stands in this file. Those of
elementwise operations come from the catalogue, those of array operations from
``array_operations`` (Griewank and Walther, *Evaluating Derivatives*, 2nd ed., chapter 3).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from math import prod
from operator import attrgetter

import numpy as np

from ptcode.autodiff.joining import affine, concatenate, stack
from ptcode.autodiff.variables import Variable
from ptcode.core.types import Value

__all__ = [
    "Variable",
    "adjoints",
    "affine",
    "concatenate",
    "gradients",
    "latest_first",
    "stack",
    "summed_to",
]


def gradients(output: Variable, inputs: Sequence[Variable]) -> list[Value]:
    """∂output/∂input for each input, each with the shape of its input.

    ``output`` must hold a single number. An input that the output does not depend on has gradient
    zero. Nothing is changed: the same call twice gives the same answer twice.

    >>> w = Variable(3.0)
    >>> [float(g) for g in gradients(w + w**2, [w])]
    [7.0]
    """
    inputs = _checked(output, inputs)
    found = adjoints(output, inputs)
    return _separate([found[v] if v in found else np.zeros_like(v.value)[()] for v in inputs])


def adjoints(output: Variable, values: Collection[Variable]) -> dict[Variable, Value]:
    """The chain rule: ∂output/∂value for each of the values that the output is made from.

    From the output back, every value passes its adjoint on to all it was made from.
    """
    found, wanted, shape = {}, set(values), output.value.shape
    one: Value = np.ones(shape) if shape else np.float64(1.0)
    pending = {output: one}
    for node in latest_first(output):
        adjoint = pending.pop(node)
        if node in wanted:
            found[node] = adjoint
        for parent, pull in node.links:
            part = pull(adjoint, node.value, *node.values)
            if part.shape != parent.value.shape:
                part = summed_to(part, parent.value.shape)
            pending[parent] = pending[parent] + part if parent in pending else part
    return found


def latest_first(output: Variable) -> list[Variable]:
    """Every value the output is made from, itself included, so that users come before the used.

    A value is made after those it is made from, so the order of making, reversed, will do. The
    walk keeps its own list of what is still to visit: depth is no limit.
    """
    found, frontier = {output}, [output]
    while frontier:
        for parent, _ in frontier.pop().links:
            if parent not in found:
                found.add(parent)
                frontier.append(parent)
    return sorted(found, key=attrgetter("serial"), reverse=True)


def summed_to(part: Value, shape: tuple[int, ...]) -> Value:
    """Broadcasting used a number many times: its adjoint is the sum over all those uses."""
    extra = part.ndim - len(shape)
    stretched = [axis for axis, n in enumerate(shape, extra) if n != part.shape[axis]]
    total = np.add.reduce(part, axis=(*range(extra), *stretched), keepdims=True)
    if total.size != prod(shape):
        raise ValueError(f"a rule gave a share of shape {part.shape} for a value of {shape}")
    return total.reshape(shape) if extra else total


def _checked(output: object, inputs: object) -> list[Variable]:
    if not isinstance(output, Variable):
        raise TypeError(
            f"the output must be a Variable, got {type(output).__name__}: it was computed without "
            "any Variable, so it depends on none; make the inputs Variables first"
        )
    if output.value.size != 1:
        raise ValueError(
            f"the output must be a single number, got shape {output.value.shape}: take its .sum() "
            "or .mean(), or the gradient of one entry at a time"
        )
    if isinstance(inputs, Variable) or not isinstance(inputs, Iterable):
        raise TypeError("inputs must be a list of Variables: write gradients(output, [input])")
    inputs = list(inputs)
    for position, value in enumerate(inputs):
        if not isinstance(value, Variable):
            raise TypeError(
                f"inputs[{position}] must be a Variable, got {type(value).__name__}: a plain "
                "number leaves no trace in the output"
            )
    return inputs


def _separate(arrays: list[Value]) -> list[Value]:
    """No two results may share memory: changing one in place must not change another."""
    if len(set(map(id, arrays))) < len(arrays):
        return [array.copy() for array in arrays]
    return [array if array.base is None else array.copy() for array in arrays]
