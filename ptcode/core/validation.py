"""What is let in: a check returns the value ready for use, or says what was given and allowed."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import sympy

from ptcode.core.types import Array


def finite_number(value: Any, name: str, minimum: float = -math.inf) -> float:
    """``value`` as a float, or an error that names ``name`` and says what is allowed.

    >>> finite_number(1, "alpha")
    1.0
    """
    allowed = "a finite real number" + (f" ≥ {minimum:g}" if minimum > -math.inf else "")
    kinds = int | float | np.integer | np.floating
    number = real_constant(value)
    if isinstance(value, bool) or not isinstance(number, kinds):
        raise TypeError(f"{name} must be {allowed}, got {type(value).__name__} {value!r}")
    try:
        number = float(number)
    except OverflowError:  # a whole number of more than 308 digits
        number = math.inf
    if not math.isfinite(number) or number < minimum:
        raise ValueError(f"{name} must be {allowed}, got {number}")
    return number


def whole_number(value: Any, name: str, minimum: int = 0, maximum: float = math.inf) -> int:
    """``value`` as an int, or a ValueError that says what is allowed.

    >>> whole_number(3, "steps")
    3
    """
    whole = isinstance(value, int | np.integer) and not isinstance(value, bool)
    if not whole or not minimum <= value <= maximum:
        allowed = f"≥ {minimum}" if maximum == math.inf else f"from {minimum} to {maximum}"
        raise ValueError(f"{name} must be a whole number {allowed}, got {value!r}")
    return int(value)


def real_array(value: Any, name: str) -> Array:
    """``value`` as a float array of any shape, or a TypeError; nan and ∞ pass.

    >>> real_array([1, 2], "x")
    array([1., 2.])
    """
    try:
        array = np.asarray(real_constant(value))
        if array.dtype.kind == "O":  # perhaps a list with SymPy's numbers in it
            numbers = [real_constant(entry) for entry in array.flat]
            array = np.array(numbers).reshape(array.shape)
    except ValueError as problem:
        raise TypeError(f"{name} must be an array of real numbers: {problem}") from None
    if array.dtype.kind not in "fiu":
        raise TypeError(
            f"{name} must be a real number or an array of real numbers, "
            f"got {type(value).__name__} {value!r}"
        )
    return array.astype(float, copy=False)


def real_constant(value: Any) -> Any:
    """A SymPy expression that is a real number, 1/3 or √2 or π, as a float; else ``value`` itself.

    >>> real_constant(sympy.Rational(1, 4)), real_constant(sympy.Symbol("x"))
    (0.25, x)
    """
    constant = isinstance(value, sympy.Expr) and value.is_number and value.is_extended_real
    return float(value) if constant else value


def finite_array(value: Any, name: str) -> Array:
    """``value`` as a float array with at least one entry and none of them nan or ∞."""
    array = real_array(value, name)
    if not array.size:
        raise ValueError(f"{name} must not be empty, got an array of shape {array.shape}")
    bad = np.argwhere(~np.isfinite(array))
    if len(bad):
        where = tuple(map(int, bad[0]))
        raise ValueError(
            f"{name} must be finite, got {array[where]}" + (f" at index {where}" if where else "")
        )
    return array


def real_symbol(symbol: Any) -> sympy.Symbol:
    """The real SymPy symbol of the same name."""
    if not isinstance(symbol, sympy.Symbol):
        raise TypeError(
            f"a variable is a SymPy symbol, got {type(symbol).__name__} {symbol!r}: "
            "x = sympy.Symbol('x', real=True)"
        )
    return sympy.Symbol(symbol.name, real=True)
