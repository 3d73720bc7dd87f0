"""Variables made of several: a layer's Wa + b, parts joined, stacked, chosen between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from ptcode.autodiff import array_operations
from ptcode.functions import catalogue
from ptcode.functions.function import Operand, Traced, TracedT


# Where plain parts stand beside a Variable, the result is Any: Variable is defined from these.
@overload
def affine(weights: TracedT, inputs: Operand, bias: Operand) -> TracedT: ...
@overload
def affine(weights: Operand, inputs: Operand, bias: Operand) -> Any: ...
def affine(weights: Operand, inputs: Operand, bias: Operand) -> Any:
    """Wa + b, a layer's weighted input, as one operation; at least one part is a Variable.

    Shapes: W (m, n), a (n,) or (n, points), b the shape of Wa or one that broadcasts to it.
    """
    parts = (weights, inputs, bias)
    return _first_variable(parts).traced(array_operations.AFFINE, parts)


def matmul(left: Operand, right: Operand) -> Any:
    """The matrix product, as ``left @ right``."""
    return _first_variable((left, right)).traced(array_operations.MATMUL, (left, right))


@overload
def concatenate(parts: Sequence[TracedT], axis: int = 0) -> TracedT: ...
@overload
def concatenate(parts: Sequence[Operand], axis: int = 0) -> Any: ...
def concatenate(parts: Sequence[Operand], axis: int = 0) -> Any:
    """The parts joined along an axis, as one Variable; at least one part must be a Variable."""
    parts = tuple(parts)
    shapes = [_shape(part) for part in parts]
    return _first_variable(parts).traced(array_operations.joined(shapes, axis), parts)


@overload
def stack(parts: Sequence[TracedT], axis: int = 0) -> TracedT: ...
@overload
def stack(parts: Sequence[Operand], axis: int = 0) -> Any: ...
def stack(parts: Sequence[Operand], axis: int = 0) -> Any:
    """Parts of one shape as an array with a new axis; at least one part must be a Variable.

    >>> from ptcode.autodiff.variables import Variable
    >>> stack([Variable(1.0), 2.0])
    Variable([1., 2.])
    """
    parts = tuple(parts)
    return _first_variable(parts).traced(array_operations.stacked(len(parts), axis), parts)


def where(condition: npt.ArrayLike, one: Operand, other: Operand) -> Any:
    """``one`` where the condition, an array of truth values, holds, elsewhere ``other``."""
    return _first_variable((one, other)).traced(
        array_operations.chosen(np.asarray(condition, dtype=bool)), (one, other)
    )


def dot(left: Operand, right: Operand) -> Any:
    """NumPy's ``dot`` for at most two axes: the product of numbers, vectors, matrices."""
    axes = len(_shape(left)), len(_shape(right))
    if max(axes) > 2:
        raise ValueError(f"dot is for at most two axes, got {axes[0]} and {axes[1]}: use @")
    if min(axes) == 0:
        return _first_variable((left, right)).traced(catalogue.multiply, (left, right))
    return matmul(left, right)


def _shape(part: Operand) -> tuple[int, ...]:
    return np.asarray(part.value if isinstance(part, Traced) else part).shape


def _first_variable(parts: Iterable[Operand]) -> Traced:
    for part in parts:
        if isinstance(part, Traced):
            return part
    raise TypeError("none of the parts is a Variable, so there is nothing to trace: use NumPy")
