"""Derivatives by measuring: nudge the input, watch the output. Slow, simple, independent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import sympy

from ptcode.autodiff.backward import Variable, gradients
from ptcode.core.types import Array, ArrayLike, Value
from ptcode.core.validation import finite_array, finite_number, real_array
from ptcode.functions.activations import relu, sigmoid, softplus, step
from ptcode.functions.function import Function
from ptcode.functions.language import KINKED

EPSILON = np.finfo(float).eps
FORWARD_STEP = EPSILON ** (1 / 2)
CENTRAL_STEP = EPSILON ** (1 / 3)
COMPLEX_STEP = 1e-20


def forward_difference(f: Callable, x: ArrayLike, h: float | None = None) -> Value:
    """(f(x + h) − f(x))/h, off by about ½h·f″.

    The default h = √ε·max(1, |x|) balances that error against rounding (Nocedal and Wright,
    *Numerical Optimization*, 2nd ed., section 8.1). Works entry by entry on arrays.

    >>> round(float(forward_difference(lambda x: x**2, 5.0)), 5)
    10.0
    """
    x = finite_array(x, "x")
    near = x + _step(h, FORWARD_STEP, x)
    _require_moved(x, near, h)
    return ((f(near) - f(x)) / (near - x))[()]


def central_difference(f: Callable, x: ArrayLike, h: float | None = None) -> Value:
    """(f(x + h) − f(x − h))/2h, off by about ⅙h²·f′′′; the default h is ∛ε·max(1, |x|).

    >>> round(float(central_difference(lambda x: x**2, 5.0)), 9)
    10.0
    """
    x = finite_array(x, "x")
    step = _step(h, CENTRAL_STEP, x)
    above, below = x + step, x - step
    _require_moved(below, above, h)
    return ((f(above) - f(below)) / (above - below))[()]


def complex_step(f: Callable, x: ArrayLike, h: float = COMPLEX_STEP) -> Value:
    """Im f(x + ih)/h: exact to rounding, for there is no difference in which digits cancel.

    ``f`` must be a formula that takes complex numbers: a Function without kinks, or NumPy code
    (Squire and Trapp, *Using complex variables to estimate derivatives of real functions*, 1998).

    >>> float(complex_step(np.exp, 1.0)) == float(np.exp(1.0))
    True
    """
    x = finite_array(x, "x")
    step = _step(h, COMPLEX_STEP, x)
    value = _complex_form(f)(x + 1j * step)
    if not np.iscomplexobj(value):
        raise TypeError("f gave a real number for a complex one: use central_difference")
    return (value.imag / step)[()]


def numerical_gradient(
    f: Callable, inputs: Sequence[ArrayLike], h: float | None = None
) -> list[Array]:
    """∂f/∂(every entry of every input) by central differences: two calls of f for each entry.

    ``f`` takes the arrays and returns one number (a Variable of one number will do).
    """
    arrays = _arrays(inputs, "inputs")
    return [_entrywise(f, arrays, i, h) for i in range(len(arrays))]


@dataclass(frozen=True)
class GradientCheck:
    """Claimed beside measured gradient, at the entry where they differ most.

    ``error`` is |claimed − measured|/max(|claimed|, |measured|), less what rounding explains;
    ``where`` is (number of the input, index of the entry).
    """

    passed: bool
    error: float
    where: tuple[int, tuple[int, ...]]
    claimed: float
    measured: float

    def __repr__(self) -> str:
        verdict = "agrees with" if self.passed else "DISAGREES with"
        number, index = self.where
        place = f"input {number}" + (f" at {index}" if index else "")
        return (
            f"the gradient {verdict} finite differences: worst at {place}, claimed "
            f"{self.claimed:.6g}, measured {self.measured:.6g}, relative error {self.error:.1e}"
        )


def gradient_check(
    f: Callable,
    inputs: Sequence[ArrayLike],
    claimed: Sequence[ArrayLike] | None = None,
    tolerance: float = 1e-6,
) -> GradientCheck:
    """Is the claimed gradient of ``f`` what finite differences measure?

    ``inputs`` is a list of arrays or numbers, ``claimed`` a list of the same shapes. Left out,
    the book's engine is checked, and ``f`` is called with Variables.

    >>> gradient_check(lambda w: w * w, [3.0], claimed=[3.0]).passed
    False
    """
    inputs = _arrays(inputs, "inputs")
    tolerance = finite_number(tolerance, "tolerance", minimum=0.0)
    if not inputs:
        raise ValueError("inputs must not be empty: there is no gradient to check")
    measured_function = f
    if claimed is None:
        starts = [Variable(array) for array in inputs]
        claimed = gradients(f(*starts), starts)
        measured_function = lambda *arrays: f(*map(Variable, arrays))  # noqa: E731
    claimed = _fitting(claimed, inputs)
    measured = numerical_gradient(measured_function, inputs)
    size = abs(_number(measured_function(*inputs)))
    errors = [
        _relative_error(c, m, 10 * EPSILON * max(1.0, size) / _step(None, CENTRAL_STEP, x))
        for c, m, x in zip(claimed, measured, inputs, strict=True)
    ]
    number = int(np.argmax([error.max() for error in errors]))
    index = np.unravel_index(int(errors[number].argmax()), errors[number].shape)
    return GradientCheck(
        passed=bool(errors[number][index] <= tolerance),
        error=float(errors[number][index]),
        where=(number, tuple(map(int, index))),
        claimed=float(claimed[number][index]),
        measured=float(measured[number][index]),
    )


def _step(h: float | None, default: float, x: Array) -> float | Array:
    if h is None:
        return default * np.maximum(1.0, np.abs(x))
    h = finite_number(h, "h")
    if h == 0:
        raise ValueError("h must not be 0: without a nudge there is nothing to measure")
    return h


def _require_moved(before: Array, after: Array, h: float | None) -> None:
    """A nudge that is lost in rounding measures 0/0."""
    if np.any(before == after):
        raise ValueError(f"h = {h:g} is too small beside x, where the next number is further away")


def _arrays(inputs: Sequence[ArrayLike], name: str) -> list[Array]:
    return [finite_array(array, f"{name}[{i}]") for i, array in enumerate(_list(inputs, name))]


def _list(inputs: Sequence[ArrayLike], name: str = "claimed") -> Sequence[ArrayLike]:
    """Several arrays or numbers; one alone is easily mistaken for the list of its entries."""
    if not isinstance(inputs, list | tuple):
        raise TypeError(
            f"{name} must be a list, one array or number for each argument of f, got "
            f"{type(inputs).__name__}: write [{'x' if name == 'inputs' else 'g'}] for a single one"
        )
    return inputs


def _entrywise(f: Callable, inputs: list[Array], number: int, h: float | None) -> Array:
    found = np.zeros_like(inputs[number])
    for index in np.ndindex(found.shape):

        def moved(entry: float, index: tuple[int, ...] = index) -> float:
            nudged = inputs[number].copy()
            nudged[index] = entry
            return _number(f(*inputs[:number], nudged, *inputs[number + 1 :]))

        found[index] = central_difference(moved, inputs[number][index], h)
    return found


def _number(result: Any) -> float:
    value = np.asarray(result.value if isinstance(result, Variable) else result, dtype=float)
    if value.size != 1:
        raise ValueError(
            f"f must return a single number, got shape {value.shape}: take its sum or mean"
        )
    return value.item()


def _relative_error(claimed: Array, measured: Array, noise: float | Array) -> Array:
    size = np.maximum(np.abs(claimed), np.abs(measured))
    excess = np.maximum(np.abs(claimed - measured) - noise, 0.0)
    error = np.divide(excess, size, out=np.zeros_like(excess), where=size > 0)
    return np.where(np.isfinite(claimed), error, np.inf)


def _fitting(claimed: Sequence[ArrayLike], inputs: Sequence[Array]) -> list[Array]:
    arrays = [real_array(array, f"claimed[{i}]") for i, array in enumerate(_list(claimed))]
    shapes, wanted = [array.shape for array in arrays], [array.shape for array in inputs]
    if shapes != wanted:
        raise ValueError(
            f"the claimed gradient has shapes {shapes}, the inputs have {wanted}: "
            "a gradient has the shape of what it is taken with respect to"
        )
    return arrays


def _complex_form(f: Callable) -> Callable:
    """A Function's formula in functions that NumPy continues to complex numbers."""
    if not isinstance(f, Function):
        return f
    if len(f.variables) != 1:
        raise TypeError(f"{f} has {len(f.variables)} variables; fix all but one")
    kinks = f.expression.atoms(sympy.Abs, sympy.sign, relu, step, *KINKED)
    if kinks:
        raise ValueError(f"{f} is not smooth ({kinks.pop()}): use central_difference")
    expression = f.expression
    for smooth in (sigmoid, softplus):
        expression = expression.replace(smooth, lambda z, call=smooth: call(z).rewrite(sympy.exp))
    return sympy.lambdify(f.variables, expression, np)
