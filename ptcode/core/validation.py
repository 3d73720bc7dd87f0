"""What is let in: a check returns the value ready for use, or says what was given and allowed."""

from __future__ import annotations

import math

import numpy as np
import sympy


def finite_number(value, name: str, minimum: float = -math.inf) -> float:
    """``value`` as a float, or an error that names ``name`` and says what is allowed.

    >>> finite_number(1, "alpha")
    1.0
    """
    allowed = "a finite real number" + (f" ≥ {minimum:g}" if minimum > -math.inf else "")
    kinds = int | float | np.integer | np.floating | sympy.Number
    if isinstance(value, bool) or not isinstance(value, kinds):
        raise TypeError(f"{name} must be {allowed}, got {type(value).__name__} {value!r}")
    value = float(value)
    if not math.isfinite(value) or value < minimum:
        raise ValueError(f"{name} must be {allowed}, got {value}")
    return value


def whole_number(value, name: str, minimum: int = 0, maximum: float = math.inf) -> int:
    """``value`` as an int, or a ValueError that says what is allowed.

    >>> whole_number(3, "steps")
    3
    """
    whole = isinstance(value, int | np.integer) and not isinstance(value, bool)
    if not whole or not minimum <= value <= maximum:
        allowed = f"≥ {minimum}" if maximum == math.inf else f"from {minimum} to {maximum}"
        raise ValueError(f"{name} must be a whole number {allowed}, got {value!r}")
    return int(value)


def real_array(value, name: str) -> np.ndarray:
    """``value`` as a float array of any shape, or a TypeError; nan and ∞ pass.

    >>> real_array([1, 2], "x")
    array([1., 2.])
    """
    try:
        array = np.asarray(value)
    except ValueError as problem:
        raise TypeError(f"{name} must be an array of real numbers: {problem}") from None
    if array.dtype.kind not in "fiu":
        raise TypeError(
            f"{name} must be a real number or an array of real numbers, "
            f"got {type(value).__name__} {value!r}"
        )
    return array.astype(float, copy=False)


def finite_array(value, name: str) -> np.ndarray:
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


def real_symbol(symbol) -> sympy.Symbol:
    """The real SymPy symbol of the same name."""
    if not isinstance(symbol, sympy.Symbol):
        raise TypeError(
            f"a variable is a SymPy symbol, got {type(symbol).__name__} {symbol!r}: "
            "x = sympy.Symbol('x', real=True)"
        )
    return sympy.Symbol(symbol.name, real=True)


def real_expression(expression) -> sympy.Expr:
    """``expression`` with real symbols, or an error if it is not a formula of real numbers."""
    if isinstance(expression, int | float) and not isinstance(expression, bool):
        expression = sympy.Number(expression)
    if not isinstance(expression, sympy.Expr):
        raise TypeError(
            f"a Function is defined by a SymPy expression, got {type(expression).__name__} "
            f"{expression!r}: build it with symbols, e.g. x = sympy.Symbol('x', real=True); x**2"
        )
    foreign = expression.atoms(sympy.core.function.AppliedUndef)
    if foreign or expression.has(sympy.I, sympy.nan, sympy.oo, sympy.zoo, sympy.DiracDelta):
        raise ValueError(
            f"{expression} is not a formula of real numbers: undefined functions, i, ∞ and nan "
            "have no value that could be computed"
        )
    return expression.xreplace({s: real_symbol(s) for s in expression.free_symbols})
