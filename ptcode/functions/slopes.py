"""The slope of a curve at one point, and what it says there: rising, falling, flat, or no slope.

A derivative is taken from the function's definition, never measured. Where |x|, ReLU, sign or
step have their kink, the two sides are differentiated apart, and the point has a derivative only
if both agree.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import sympy

from ptcode.core.validation import finite_number
from ptcode.functions.activations import relu, step
from ptcode.functions.catalogue import CURVES
from ptcode.functions.choice import function_of
from ptcode.functions.cube_root import cbrt
from ptcode.functions.function import Function
from ptcode.functions.language import with_ramps

NEARBY = 1e-4
"""How far to either side a flat place is compared with its neighbours."""
FLAT = 1e-9
"""A slope this small, relative to the slopes nearby, is zero but for rounding."""
_SAMPLES = 2000
_BRANCHES = {
    sympy.Abs: lambda inner, side: side * inner,
    sympy.sign: lambda _, side: sympy.Integer(side),
    relu: lambda inner, side: inner if side > 0 else sympy.Integer(0),
    step: lambda _, side: sympy.Integer(side > 0),
}


class Verdict(StrEnum):
    """What the slope at a point says."""

    RISES = "a step to the right raises f"
    FALLS = "a step to the right lowers f"
    MINIMUM = "flat: a minimum"
    MAXIMUM = "flat: a maximum"
    NEITHER = "flat: neither minimum nor maximum"
    LEVEL = "flat: f is level nearby"
    CORNER = "no derivative: a corner"
    VERTICAL = "no derivative: a vertical tangent"
    JUMP = "no derivative: f jumps"
    UNKNOWN = "no slope: the formula of f′ has no value"
    OUTSIDE = "outside the domain"


def verdicts() -> dict[str, Any]:
    """What the browser is told: the verdicts by key with their words, and what counts as flat."""
    words = {verdict.name.lower(): verdict.value for verdict in Verdict}
    return {"verdicts": words, "nearby": NEARBY, "flat": FLAT}


@dataclass(frozen=True)
class Tangent:
    """The tangent at x: value f(x), slope f′(x) (nan if there is none), verdict.

    ``left`` and ``right`` are the slopes of the two sides, nan where they are not numbers; they
    differ only at a corner.
    """

    x: float
    value: float
    slope: float
    verdict: Verdict
    left: float
    right: float


def tangent_at(function: str | Function | sympy.Expr, x: float) -> Tangent:
    """The slope of a function of one variable at ``x``, and what it says.

    ``function`` is a Function, a SymPy expression or the name of a curve of the catalogue.

    Raises TypeError or ValueError for anything that is not a finite real number.

    >>> square = Function(sympy.Symbol("x", real=True)**2)
    >>> found = tangent_at(square, 5)
    >>> found.slope, str(found.verdict)
    (10.0, 'a step to the right raises f')
    """
    function = _curve(function)
    x = finite_number(x, "x")
    value, slope = float(function(x)), float(function.derivative(x))
    if not math.isfinite(value):
        return Tangent(x, math.nan, math.nan, Verdict.OUTSIDE, math.nan, math.nan)
    if _kinks_at(function, x):
        return _two_sides(function, x, value)
    if not math.isfinite(slope):
        return Tangent(x, value, math.nan, _missing(slope), math.nan, math.nan)
    return _smooth(function, x, value, slope)


def _missing(*slopes: float) -> Verdict:
    """What a slope that is no finite number says: it is ±∞, or its formula has no value, as 0/0."""
    return Verdict.VERTICAL if any(map(math.isinf, slopes)) else Verdict.UNKNOWN


def _smooth(function: Function, x: float, value: float, slope: float) -> Tangent:
    before, after = (float(function.derivative(x + side * NEARBY)) for side in (-1, 1))
    if is_flat(slope, before, after):
        return Tangent(x, value, 0.0, flat_verdict(before, after), 0.0, 0.0)
    verdict = Verdict.RISES if slope > 0 else Verdict.FALLS
    return Tangent(x, value, slope, verdict, slope, slope)


def is_flat(slope: float, before: float, after: float) -> bool:
    """Is the slope 0, but for rounding, beside the slopes just before and after it?"""
    around = max((abs(near) for near in (before, after) if math.isfinite(near)), default=0.0)
    return abs(slope) <= FLAT * around or slope == 0


def flat_verdict(before: float, after: float) -> Verdict:
    """Which kind of flat place lies between two slopes; one that is no number does not count."""
    if not math.isfinite(before):
        before = -after
    if not math.isfinite(after):
        after = -before
    if before == after == 0:
        return Verdict.LEVEL
    if before <= 0 <= after:
        return Verdict.MINIMUM
    return Verdict.MAXIMUM if before >= 0 >= after else Verdict.NEITHER


def _two_sides(function: Function, x: float, value: float) -> Tangent:
    """The tangent where a kink may be: each side is a smooth function of its own."""
    sides = [_side(function, x, side) for side in (-1, 1)]
    (left_value, left), (right_value, right) = (
        (float(side(x)), float(side.derivative(x))) for side in sides
    )
    if max(abs(left_value - value), abs(right_value - value)) > FLAT * (1 + abs(value)):
        return Tangent(x, value, math.nan, Verdict.JUMP, left, right)
    if not (math.isfinite(left) and math.isfinite(right)):
        return Tangent(x, value, math.nan, _missing(left, right), math.nan, math.nan)
    if abs(left - right) > FLAT * (1 + abs(left)):
        return Tangent(x, value, math.nan, Verdict.CORNER, left, right)
    return _smooth(function, x, value, left)


def _side(function: Function, x: float, side: int) -> Function:
    """What the function is just to one side of x, with the kinks at x resolved."""
    (variable,) = function.variables
    beside = {variable: x + side * NEARBY}

    def resolve(kink: sympy.Expr) -> sympy.Expr:
        (inner,) = kink.args
        return _BRANCHES[kink.func](inner, 1 if inner.evalf(subs=beside) > 0 else -1)

    kinks = {kink: resolve(kink) for kink in _kinks_at(function, x)}
    return Function(function.expression.subs(kinks), function.variables)


def _kinks_at(function: Function, x: float) -> list[sympy.Expr]:
    (variable,) = function.variables
    near = 1e-12 * (1 + abs(x))
    return [
        kink
        for kink in function.expression.atoms(*_BRANCHES)
        if abs(Function(kink.args[0], (variable,))(x)) <= near
    ]


def landmarks(function: str | Function | sympy.Expr, low: float, high: float) -> tuple[float, ...]:
    """Where the slope is 0 or missing between ``low`` and ``high``, in ascending order.

    Found by sampling, so two closer together than 1/2000 of the range may count as one.

    >>> landmarks(Function(sympy.Symbol("x", real=True)**3), -2, 2)
    (0.0,)
    """
    function = _curve(function)
    roots = (p for p in function.expression.atoms(sympy.Pow) if p.exp.is_Rational and 0 < p.exp < 1)
    kinks = function.expression.atoms(*_BRANCHES)
    cubic = function.expression.atoms(cbrt)
    inners = (*(root.base for root in roots), *(one.args[0] for one in kinks | cubic))
    found = _zeros(function.derivative, low, high)
    for inner in inners:
        found += _zeros(Function(inner, function.variables), low, high)
    special = (tangent_at(function, place) for place in found)
    smooth = (Verdict.RISES, Verdict.FALLS, Verdict.OUTSIDE, Verdict.LEVEL)
    return tuple(sorted({t.x for t in special if t.verdict not in smooth}))


def _zeros(f: Function, low: float, high: float) -> list[float]:
    """Where f is 0, changing its sign there or not; stretches of 0 are left out."""
    grid = np.linspace(low, high, _SAMPLES + 1)
    values = f(grid)
    found = []
    for i in range(1, _SAMPLES):
        before, here, after = values[i - 1 : i + 2]
        if here == 0 and before != 0 and after != 0:
            found.append(float(grid[i]))
        elif here * after < 0:
            found.append(_cross(f, grid[i], grid[i + 1]))
        elif here * before > 0 and abs(here) < min(abs(before), abs(after)):
            found.append(_touch(f, grid[i - 1], grid[i + 1]))
    rounded = ((place, round(place, 9) + 0.0) for place in found)
    places = (tidy if abs(f(tidy)) <= abs(f(place)) else place for place, tidy in rounded)
    return [place for place in places if abs(f(place)) <= 1e-7 * (1 + np.nanmin(np.abs(values)))]


def _cross(f: Function, low: float, high: float) -> float:
    """Where f changes its sign between low and high, by halving."""
    before = f(low)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if f(middle) * before > 0 else (low, middle)
    return float(high)


def _touch(f: Function, low: float, high: float) -> float:
    """Where |f| is least between low and high, by thirds."""
    for _ in range(80):
        first, second = low + (high - low) / 3, high - (high - low) / 3
        if abs(f(first)) < abs(f(second)):
            high = second
        else:
            low = first
    return float((low + high) / 2)


def _curve(given: str | Function | sympy.Expr) -> Function:
    """A Function of one variable, max and min written with the ramps whose kinks are known."""
    function = function_of(given, CURVES, "the curve of a slope")
    if not function.expression.has(sympy.Max, sympy.Min):
        return function
    return Function(with_ramps(function.expression), function.variables, domain=function.domain)
