"""Variables made of several: a layer's Wa + b, parts joined, stacked, chosen between."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ptcode.autodiff import array_operations
from ptcode.functions.function import Traced


def affine(weights, inputs, bias) -> Traced:
    """Wa + b, a layer's weighted input, as one operation; at least one part is a Variable.

    Shapes: W (m, n), a (n,) or (n, points), b the shape of Wa or one that broadcasts to it.
    """
    parts = (weights, inputs, bias)
    return _first_variable(parts).traced(array_operations.AFFINE, parts)


def matmul(left, right) -> Traced:
    """The matrix product, as ``left @ right``."""
    return _first_variable((left, right)).traced(array_operations.MATMUL, (left, right))


def concatenate(parts: Sequence, axis: int = 0) -> Traced:
    """The parts joined along an axis, as one Variable; at least one part must be a Variable."""
    parts = tuple(parts)
    shapes = [np.shape(_plain(part)) for part in parts]
    return _first_variable(parts).traced(array_operations.joined(shapes, axis), parts)


def stack(parts: Sequence, axis: int = 0) -> Traced:
    """Parts of one shape as an array with a new axis; at least one part must be a Variable.

    >>> from ptcode.autodiff.variables import Variable
    >>> stack([Variable(1.0), 2.0])
    Variable([1., 2.])
    """
    parts = tuple(parts)
    return _first_variable(parts).traced(array_operations.stacked(len(parts), axis), parts)


def where(condition, one, other) -> Traced:
    """``one`` where the condition, an array of truth values, holds, elsewhere ``other``."""
    return _first_variable((one, other)).traced(
        array_operations.chosen(np.asarray(condition, dtype=bool)), (one, other)
    )


def dot(left, right) -> Traced:
    """NumPy's ``dot`` for at most two axes: the product of numbers, vectors, matrices."""
    axes = np.ndim(_plain(left)), np.ndim(_plain(right))
    if max(axes) > 2:
        raise ValueError(f"dot is for at most two axes, got {axes[0]} and {axes[1]}: use @")
    return left * right if min(axes) == 0 else matmul(left, right)


def _plain(part):
    return part.value if isinstance(part, Traced) else part


def _first_variable(parts) -> Traced:
    for part in parts:
        if isinstance(part, Traced):
            return part
    raise TypeError("none of the parts is a Variable, so there is nothing to trace: use NumPy")
