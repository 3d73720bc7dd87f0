"""The array operations that a network needs, each with its local rule, as data.

A rule (a vector-Jacobian product) takes the adjoint of the result, the result and the arguments,
and returns the adjoint's share for one argument. For a matrix product C = AB it reads
Ā = C̄Bᵀ and B̄ = AᵀC̄ (Giles, *Collected matrix derivative results for forward and reverse mode*,
2008). A share may still have the broadcast shape: the walk over the graph sums it down.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from ptcode.core.types import Array, Compiled, Value

Axes: TypeAlias = int | tuple[int, ...] | None
"""What a reduction runs over: one axis, several, or None for all."""


@dataclass(frozen=True)
class ArrayOperation:
    """A name, how to compute the result, and for each argument a rule of its own for its share."""

    name: str
    compiled: Compiled
    pullbacks: tuple[Compiled, ...]

    def __str__(self) -> str:
        return self.name


def _left_share(adjoint: Value, _: Value, left: Array, right: Array, *_bias: Array) -> Value:
    if left.ndim == right.ndim == 2:
        return adjoint @ right.T
    share = _matrix(adjoint, left, right) @ _columns(right).swapaxes(-1, -2)
    return share if left.ndim > 1 else share[..., 0, :]


def _right_share(adjoint: Value, _: Value, left: Array, right: Array, *_bias: Array) -> Value:
    if left.ndim == right.ndim == 2:
        return left.T @ adjoint
    share = _rows(left).swapaxes(-1, -2) @ _matrix(adjoint, left, right)
    return share if right.ndim > 1 else share[..., 0]


def _rows(left: Array) -> Array:
    return left if left.ndim > 1 else left[None, :]


def _columns(right: Array) -> Array:
    return right if right.ndim > 1 else right[:, None]


def _matrix(adjoint: Value, left: Array, right: Array) -> Array:
    """The adjoint of a product with a vector, as if the vector were a matrix of one row, column."""
    matrix = np.asarray(adjoint)
    matrix = matrix if right.ndim > 1 else matrix[..., None]
    return matrix if left.ndim > 1 else matrix[..., None, :]


MATMUL = ArrayOperation("matmul", np.matmul, (_left_share, _right_share))


def _affine(weights: Array, inputs: Array, bias: Value) -> Array:
    product = weights @ inputs
    product += bias
    return product


AFFINE = ArrayOperation(
    "affine",
    _affine,
    (_left_share, _right_share, lambda adjoint, *_: adjoint),
)
"""Wa + b: a layer's weighted input."""


@lru_cache(maxsize=64)
def total(axis: Axes, keepdims: bool) -> ArrayOperation:
    """The sum over ``axis``: every summand has the adjoint of the sum."""
    return ArrayOperation(
        "sum",
        _reduced(np.add, axis, keepdims),
        (lambda adjoint, _, array: _stretched(adjoint, array, axis, keepdims),),
    )


@lru_cache(maxsize=64)
def mean(axis: Axes, keepdims: bool) -> ArrayOperation:
    """The mean over ``axis``: every entry has its share of the adjoint."""
    add = _reduced(np.add, axis, keepdims)

    def compiled(array: Array) -> Value:
        summed = add(array)
        return summed * (summed.size / array.size)

    def share(adjoint: Value, result: Value, array: Array) -> Array:
        return _stretched(adjoint * (result.size / array.size), array, axis, keepdims)

    return ArrayOperation("mean", compiled, (share,))


def largest(axis: Axes, keepdims: bool) -> ArrayOperation:
    """The maximum over ``axis``: the adjoint goes to the largest entry, equally where they tie."""
    return _extreme("max", np.maximum, axis, keepdims)


def smallest(axis: Axes, keepdims: bool) -> ArrayOperation:
    """The minimum over ``axis``: the adjoint goes to the smallest entry, equally where they tie."""
    return _extreme("min", np.minimum, axis, keepdims)


@lru_cache(maxsize=64)
def _extreme(name: str, compare: np.ufunc, axis: Axes, keepdims: bool) -> ArrayOperation:
    def share(adjoint: Value, result: Value, array: Array) -> Array:
        winners = array == _stretched(result, array, axis, keepdims)
        shares = winners / winners.sum(axis=axis, keepdims=True)
        return shares * _stretched(adjoint, array, axis, keepdims)

    return ArrayOperation(name, _reduced(compare, axis, keepdims), (share,))


@lru_cache(maxsize=64)
def product(axis: Axes, keepdims: bool) -> ArrayOperation:
    """The product over ``axis``: every factor has the product of the others, zeros or not."""

    def share(adjoint: Value, _: Value, array: Array) -> Array:
        staying, reduced = _axes_last(axis, array.ndim)
        factors = np.transpose(array, staying + reduced)
        rows = factors.reshape(*factors.shape[: len(staying)], -1)
        others = _product_before(rows) * _product_before(rows[..., ::-1])[..., ::-1]
        back = np.argsort(staying + reduced)
        others = np.transpose(others.reshape(factors.shape), back)
        return others * _stretched(adjoint, array, axis, keepdims)

    return ArrayOperation("prod", _reduced(np.multiply, axis, keepdims), (share,))


def _reduced(ufunc: np.ufunc, axis: Axes, keepdims: bool) -> Compiled:
    return lambda array: ufunc.reduce(array, axis=axis, keepdims=keepdims)


def _axes_last(axis: Axes, count: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The axes that stay, and those that are reduced."""
    axes = range(count) if axis is None else axis if isinstance(axis, tuple) else (axis,)
    reduced = tuple(each % count for each in axes)
    return tuple(each for each in range(count) if each not in reduced), reduced


def _product_before(rows: Array) -> Array:
    """Of every entry, the product of those before it in its row."""
    ones = np.ones((*rows.shape[:-1], 1))
    return np.cumprod(np.concatenate([ones, rows[..., :-1]], axis=-1), axis=-1)


@lru_cache(maxsize=64)
def log_sum_exp(axis: int) -> ArrayOperation:
    """ln Σ e^z over ``axis``, the largest z taken out first; its local derivative is softmax(z)."""

    def compiled(array: Array) -> Value:
        largest = array.max(axis=axis, keepdims=True)
        total = np.exp(array - largest).sum(axis=axis)
        return np.log(total) + largest.squeeze(axis)

    def share(adjoint: Value, result: Value, array: Array) -> Array:
        softmax = np.exp(array - np.expand_dims(result, axis))
        return softmax * np.expand_dims(adjoint, axis)

    return ArrayOperation("log sum exp", compiled, (share,))


def _stretched(reduced: Value, array: Array, axis: Axes, keepdims: bool) -> Array:
    """What a reduction left, given back to every entry that went into it."""
    if axis is not None and not keepdims:
        reduced = np.expand_dims(reduced, axis)
    stretched = np.empty_like(array)
    stretched[...] = reduced
    return stretched


def entry(index: Any) -> ArrayOperation:
    """The entries at an index, as in NumPy: an entry taken twice gets both adjoints."""

    def share(adjoint: Value, _: Value, array: Array) -> Array:
        zeros = np.zeros_like(array)
        np.add.at(zeros, index, adjoint)
        return zeros

    return ArrayOperation("entry", lambda array: array[index], (share,))


def reshaped(shape: tuple[int, ...]) -> ArrayOperation:
    """The same entries in another shape; the adjoint goes back to the old one."""
    return ArrayOperation(
        "reshape",
        lambda array: np.reshape(array, shape),
        (lambda adjoint, _, array: np.reshape(adjoint, array.shape),),
    )


@lru_cache(maxsize=64)
def transposed(axes: tuple[int, ...]) -> ArrayOperation:
    """The axes permuted; the adjoint is permuted back."""
    back = np.argsort([axis % len(axes) for axis in axes])
    return ArrayOperation(
        "transpose",
        lambda array: np.transpose(array, axes),
        (lambda adjoint, *_: np.transpose(adjoint, back),),
    )


def joined(shapes: Sequence[tuple[int, ...]], axis: int) -> ArrayOperation:
    """Several arrays joined along ``axis``; each gets back its own stretch of the adjoint."""
    ends = np.cumsum([shape[axis] for shape in shapes])

    def share_of(start: int, end: int) -> Compiled:
        return lambda adjoint, *_: np.take(adjoint, np.arange(start, end), axis=axis)

    return ArrayOperation(
        "concatenate",
        lambda *arrays: np.concatenate(arrays, axis=axis),
        tuple(share_of(start, end) for start, end in zip([0, *ends[:-1]], ends, strict=True)),
    )


@lru_cache(maxsize=64)
def stacked(count: int, axis: int) -> ArrayOperation:
    """``count`` arrays of one shape along a new ``axis``; each gets back its own slice."""

    def share_of(place: int) -> Compiled:
        return lambda adjoint, *_: np.take(adjoint, place, axis=axis)

    return ArrayOperation(
        "stack", lambda *arrays: np.stack(arrays, axis=axis), tuple(map(share_of, range(count)))
    )


def chosen(condition: npt.NDArray[np.bool]) -> ArrayOperation:
    """One array where the condition holds, the other elsewhere; so does the adjoint go back."""

    def compiled(one: Value, other: Value) -> Array:
        return np.where(condition, one, other)

    return ArrayOperation(
        "where",
        compiled,
        (
            lambda adjoint, *_: np.where(condition, adjoint, 0.0),
            lambda adjoint, *_: np.where(condition, 0.0, adjoint),
        ),
    )
