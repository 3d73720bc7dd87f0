"""Are two expressions the same function? Decided point by point, to fifty digits.

Two numbers differ if they are further apart than their errors. If they are not, they are the same,
provided that they are known well; else it is tried with more digits, and in the end left undecided.
No tolerance is taken from anything but the two numbers.
"""

from __future__ import annotations

import math
from bisect import bisect
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import sympy
from mpmath import mpf

from ptcode.core.random import uniforms
from ptcode.functions import activations
from ptcode.functions.function import Function
from ptcode.mistakes.evaluation import DIGITS, Value, value
from ptcode.mistakes.limits import FEWEST

SEED = 32
WINDOWS = ((-2.0, 2.0, 24), (0.1, 5.0, 12), (-9.0, 9.0, 24), (-60.0, 60.0, 8))
"""Where points are drawn, and how many."""
_FAR = 9.1 * 1.1 ** np.arange(1, 74)
_GRID = np.concatenate([-_FAR[::-1], np.linspace(-9.03, 9.07, 122), _FAR])
"""Close together in the middle, further and further apart up to ± ten thousand."""
_MOST_KINKS = 16
_BESIDE = (0.003, 0.02, 0.05, 0.15, 0.4, 0.7)
_AWAY = 20.0
"""So far from a kink are points, in parts of the way to the next or of so much."""
_BENT = (sympy.exp, sympy.tanh, sympy.atan, activations.sigmoid, activations.softplus)
_TOO_LARGE = 1e300
MORE_DIGITS = (90, 200, 400)
KNOWN_WELL = mpf(10) ** -20
"""So large the error of a number may be, also relatively; of one near 0, that much squared."""

UNDECIDED = "undecided"
NOWHERE = "nowhere"
SAME = "same"
OTHER = "other"


def at_point(
    one: sympy.Expr, other: sympy.Expr, variable: sympy.Symbol, place: mpf, least: int = DIGITS
) -> str:
    """SAME, OTHER or UNDECIDED at a point; NOWHERE if one of the two has no value there.

    To fifty digits, or to ``least``, and to more where these do not decide.

    >>> x = sympy.Symbol("x", real=True)
    >>> at_point(sympy.sin(x) ** 2 + sympy.cos(x) ** 2 - 1, 0 * x, x, mpf(2))
    'same'
    """
    for digits in (each for each in (DIGITS, *MORE_DIGITS) if each >= least):
        a, b = (_value_at(each, variable, place, digits) for each in (one, other))
        if a is None or b is None:
            return NOWHERE
        error = a.error + b.error
        if abs(a.number - b.number) > error:
            return OTHER
        # An added 1 must be seen beside the largest number.
        if error <= KNOWN_WELL * min(1, max(abs(a.number), abs(b.number))):
            return SAME
    return SAME if error <= KNOWN_WELL * KNOWN_WELL else UNDECIDED


def is_flat(expression: sympy.Expr, variable: sympy.Symbol, place: mpf) -> bool:
    """Is some σ(u), e^u or the like there so far out that no digit tells it from a line?"""
    inner = (node.args[0] for node in expression.atoms(*_BENT) if node.has(variable))
    found = (_value_at(each, variable, place, DIGITS) for each in inner)
    return any(each is not None and abs(each.number) > MORE_DIGITS[1] for each in found)


class Place(NamedTuple):
    """A point where answers are compared; its region lies between two kinks."""

    number: mpf
    region: int


def places(
    expressions: Sequence[sympy.Expr], variable: sympy.Symbol, compared: Sequence[sympy.Expr] = ()
) -> list[Place]:
    """Seeded points where all the expressions have values, on both sides of every kink and pole.

    The kinks of what is ``compared`` count too. Raises ValueError if there are hardly any.
    """
    draw = uniforms(SEED)
    drawn = [low + (high - low) * draw() for low, high, count in WINDOWS for _ in range(count)]
    every = (*expressions, *compared)
    kinks, bends = (
        sorted({place for each in every for place in find(each, variable)})
        for find in (_kinks, _bends)
    )
    found = [
        Place(place, bisect(kinks, place))
        for place in map(mpf, (*drawn, *_beside(kinks), *_beside(bends)))
        if all(_value_at(each, variable, place, DIGITS) for each in expressions)
    ]
    if len(found) < FEWEST:
        raise ValueError(
            f"{expressions[0]} has hardly anywhere a value and a slope: try another function"
        )
    return found


def _beside(kinks: list[float]) -> Iterator[float]:
    for low, high in pairwise([-math.inf, *kinks, math.inf]):
        away = min(_AWAY, high - low)
        if math.isfinite(low):
            yield from (low + part * away for part in _BESIDE)
        if math.isfinite(high):
            yield from (high - part * away for part in _BESIDE)


def to_float(expression: sympy.Expr, variable: sympy.Symbol, place: mpf | float) -> float:
    """The value at a point as a float; nan where there is none."""
    found = _value_at(expression, variable, mpf(place), DIGITS)
    return float(found.number) if found and abs(found.number) < _TOO_LARGE else math.nan


@lru_cache(maxsize=1 << 15)
def _value_at(
    expression: sympy.Expr, variable: sympy.Symbol, place: mpf, digits: int
) -> Value | None:
    return value(expression, {variable: place}, digits)


@lru_cache(maxsize=256)
def _kinks(expression: sympy.Expr, variable: sympy.Symbol) -> tuple[float, ...]:
    """Where something inside changes sign that makes a kink, a jump, a pole or an edge."""
    found: set[float] = set()
    for g in sorted({g for g in _turning(expression) if g.has(variable)}, key=str):
        f = Function(g, (variable,))
        signs = np.sign(f(_GRID))
        for i in np.flatnonzero(signs[:-1] * signs[1:] < 0)[:_MOST_KINKS]:
            found.add(_zero(f, _GRID[i], _GRID[i + 1]))
    return tuple(sorted(found)[:_MOST_KINKS])


@lru_cache(maxsize=256)
def _bends(expression: sympy.Expr, variable: sympy.Symbol) -> tuple[float, ...]:
    """Around which e^u, σ(u) and the like change: where |u| is least."""
    found: list[float] = []
    for node in sympy.preorder_traversal(expression):
        is_exponential = node.is_Pow and node.base.is_Number
        if (node.func in _BENT or is_exponential) and node.args[-1].has(variable):
            with np.errstate(all="ignore"):
                size = np.abs(Function(node.args[-1], (variable,))(_GRID))
            inner = np.flatnonzero((size[1:-1] <= size[:-2]) & (size[1:-1] <= size[2:])) + 1
            found += _GRID[inner].tolist()
    return tuple(sorted(sorted(set(found), key=abs)[:_MOST_KINKS]))


def _turning(expression: sympy.Expr) -> Iterator[sympy.Expr]:
    for node in sympy.preorder_traversal(expression):
        if node.func in (sympy.Abs, sympy.sign, sympy.log, activations.relu, activations.step):
            yield node.args[0]
        elif node.func in (sympy.tan, sympy.sec):
            yield sympy.cos(node.args[0])
        elif node.func in (sympy.cot, sympy.csc):
            yield sympy.sin(node.args[0])
        elif node.func in (sympy.asin, sympy.acos):
            yield from (node.args[0] - 1, node.args[0] + 1)
        elif node.is_Pow and not (node.exp.is_Integer and node.exp > 0):
            yield node.base
        elif node.func in (sympy.Max, sympy.Min):
            yield from (node.args[0] - other for other in node.args[1:])


def _zero(f: Function, low: float, high: float) -> float:
    sign = f(low)
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if f(middle) * sign > 0 else (low, middle)
    return float((low + high) / 2)
