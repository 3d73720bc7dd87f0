"""The real value of an expression at a point, to fifty digits and with a bound on its error.

Every part must be real: √x·√x has no value at −2, though by way of complex numbers it would be −2.
Nothing is simplified first. The error is carried along, so that 1 − σ(99) is known to be known
badly: it grows with the terms that are summed, not with their sum.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

import mpmath
import sympy
from mpmath import mpf

from ptcode.functions import activations
from ptcode.functions.cube_root import cbrt

DIGITS = 50
_LARGEST = mpf(10) ** 6
"""Exponents and arguments beyond this have no value: nobody could compare anything there."""


class Value(NamedTuple):
    """A number, and how far it may be off."""

    number: mpf
    error: mpf


class NoValue(ArithmeticError):
    """There is none at this point."""


def value(
    expression: sympy.Expr, at: Mapping[sympy.Symbol, mpf | Value], digits: int = DIGITS
) -> Value | None:
    """The value of an expression where its symbols have values; None where it has none.

    >>> x = sympy.Symbol("x", real=True)
    >>> float(value(x**2 - 1, {x: mpf(3)}).number), value(sympy.log(x), {x: mpf(-1)})
    (8.0, None)
    """
    with mpmath.workdps(digits):
        try:
            found = _value(expression, at)
        except (NoValue, ZeroDivisionError, OverflowError):
            return None
        return found if mpmath.isfinite(found.number) else None


def _value(node: sympy.Expr, at: Mapping[sympy.Symbol, mpf | Value]) -> Value:
    if node.is_Symbol:
        return at[node] if isinstance(at[node], Value) else Value(at[node], mpf(0))
    if node.is_Rational:
        return Value(mpf(node.p) / node.q, _rounding(mpf(node.p) / node.q))
    if node.is_Float:
        # Nobody who types 0.1 means the binary number next to it.
        return Value(mpf(str(node)), _rounding(mpf(str(node))))
    if node.is_NumberSymbol:
        number = mpf(node._to_mpmath(mpmath.mp.prec))
        return Value(number, _rounding(number))
    if isinstance(node, sympy.Piecewise):
        return _piecewise(node, at)
    parts = [_value(part, at) for part in node.args]
    if node.is_Add:
        number = mpmath.fsum(part.number for part in parts)
        terms = mpmath.fsum((part.number for part in parts), absolute=True)
        return Value(number, _rounding(terms) + mpmath.fsum(part.error for part in parts))
    if node.is_Mul:
        return _product(parts)
    if node.is_Pow:
        return _power(*parts)
    return _function(node, parts)


def _rounding(size: mpf) -> mpf:
    return abs(size) * mpmath.mp.eps * 4


def _product(parts: list[Value]) -> Value:
    number, error = mpf(1), mpf(0)
    for part in parts:
        error = abs(number) * part.error + abs(part.number) * error + error * part.error
        number *= part.number
        error += _rounding(number)
    return Value(number, error)


def _power(base: Value, exponent: Value) -> Value:
    b, e = base.number, _bounded(exponent.number)
    if (b == 0 and e < 0) or (b < 0 and e != int(e)):
        raise NoValue
    number = mpmath.power(b, e)
    error = _rounding(number) * (1 + abs(e))
    if b != 0:
        error += abs(number) * abs(e) * base.error / abs(b)
        error += abs(number * mpmath.log(abs(b))) * exponent.error
    return Value(number, error)


def _bounded(number: mpf) -> mpf:
    if abs(number) > _LARGEST:
        raise NoValue
    return number


def _function(node: sympy.Expr, parts: list[Value]) -> Value:
    if node.func not in _FUNCTIONS or len(parts) != 1:
        return _other(node, parts)
    compute, slope = _FUNCTIONS[node.func]
    z, error = parts[0]
    number = compute(z)
    return Value(number, _rounding(number) + abs(slope(z, number)) * error)


def _other(node: sympy.Expr, parts: list[Value]) -> Value:
    """A function of SymPy that the book has no use for, erf or a maximum.

    How steep it is nobody has said: it is asked again where its arguments may be instead.
    """
    z = [part.number for part in parts]
    number = _of_sympy(node, z)
    error = _rounding(number)
    for i, part in enumerate(parts):
        for moved in {z[i] - part.error, z[i] + part.error} - {z[i]}:
            error += abs(_of_sympy(node, [*z[:i], moved, *z[i + 1 :]]) - number)
    return Value(number, error)


def _of_sympy(node: sympy.Expr, z: list[mpf]) -> mpf:
    found = node.func(*(sympy.Float(number, mpmath.mp.dps) for number in z))
    found = found.evalf(mpmath.mp.dps)
    if not (found.is_Number and found.is_finite):
        raise NoValue
    return mpf(found._to_mpmath(mpmath.mp.prec))


def _piecewise(node: sympy.Piecewise, at: Mapping[sympy.Symbol, mpf | Value]) -> Value:
    """The first piece whose condition holds; where a condition cannot be decided, no value."""
    here = {symbol: _value(symbol, at).number for symbol in node.free_symbols}
    exact = {symbol: sympy.Float(number, mpmath.mp.dps) for symbol, number in here.items()}
    for piece, condition in node.args:
        holds = condition.subs(exact)
        if holds not in (sympy.true, sympy.false):
            break
        if holds:
            return _value(piece, at)
    raise NoValue


def _logarithm(z: mpf) -> mpf:
    if z <= 0:
        raise NoValue
    return mpmath.log(z)


def _real(found: mpf | mpmath.mpc) -> mpf:
    if isinstance(found, mpmath.mpc):
        raise NoValue
    return found


def _sigmoid(z: mpf) -> mpf:
    return 1 / (1 + mpmath.exp(-_bounded(z)))


_FUNCTIONS: dict[type, tuple[Callable[[mpf], mpf], Callable[[mpf, mpf], mpf]]] = {
    sympy.exp: (lambda z: mpmath.exp(_bounded(z)), lambda _, y: y),
    sympy.log: (_logarithm, lambda z, _: 1 / z),
    sympy.sin: (lambda z: mpmath.sin(_bounded(z)), lambda *_: mpf(1)),
    sympy.cos: (lambda z: mpmath.cos(_bounded(z)), lambda *_: mpf(1)),
    sympy.tan: (lambda z: mpmath.tan(_bounded(z)), lambda _, y: 1 + y * y),
    sympy.tanh: (lambda z: mpmath.tanh(_bounded(z)), lambda *_: mpf(1)),
    sympy.asin: (lambda z: _real(mpmath.asin(z)), lambda z, _: 1 / mpmath.sqrt(1 - z * z)),
    sympy.acos: (lambda z: _real(mpmath.acos(z)), lambda z, _: 1 / mpmath.sqrt(1 - z * z)),
    sympy.atan: (mpmath.atan, lambda *_: mpf(1)),
    sympy.sec: (lambda z: mpmath.sec(_bounded(z)), lambda _, y: y * y),
    sympy.csc: (lambda z: mpmath.csc(_bounded(z)), lambda _, y: y * y),
    sympy.cot: (lambda z: mpmath.cot(_bounded(z)), lambda _, y: 1 + y * y),
    sympy.sinh: (lambda z: mpmath.sinh(_bounded(z)), lambda _, y: 1 + abs(y)),
    sympy.cosh: (lambda z: mpmath.cosh(_bounded(z)), lambda _, y: y),
    cbrt: (lambda z: mpmath.sign(z) * mpmath.cbrt(abs(z)), lambda _, y: 1 / (3 * y * y)),
    sympy.Abs: (abs, lambda *_: mpf(1)),
    sympy.sign: (lambda z: mpf(mpmath.sign(z)), lambda *_: mpf(0)),
    activations.sigmoid: (_sigmoid, lambda _, y: y * (1 - y)),
    activations.softplus: (
        lambda z: mpmath.log1p(mpmath.exp(_bounded(z))),
        lambda z, _: _sigmoid(z),
    ),
    activations.relu: (lambda z: max(z, mpf(0)), lambda *_: mpf(1)),
    activations.step: (lambda z: mpf(z > 0), lambda *_: mpf(0)),
}
"""By function, how it is computed and how steep it is, at a number and with its value."""
