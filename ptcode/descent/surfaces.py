"""What can be said of a cost J(θ₁, θ₂): its minima, the way to them, totals, curvatures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
import sympy

from ptcode.core.types import Array
from ptcode.functions.function import Function

_NEWTON_STEPS = 60
_STARTS = 13


@lru_cache(maxsize=64)
def minima(
    cost: Function, x: tuple[float, float], y: tuple[float, float]
) -> tuple[tuple[float, float], ...]:
    """The strict minima in a window: zeros of the gradient where every direction bends upwards.

    Newton's method from a grid of starts, to ten decimals; a minimum without curvature, such as
    that of θ₁⁴ + θ₂⁴, is not found. ``x`` and ``y`` are the ranges of the two parameters.

    >>> from ptcode.functions.catalogue import SURFACES
    >>> minima(SURFACES["rosenbrock"], (-2, 2), (-1, 3))
    ((1.0, 1.0),)
    >>> minima(SURFACES["saddle"], (-3, 3), (-3, 3))
    ()
    """
    bend = [[partial.partial(i) for i in (0, 1)] for partial in cost.partials]
    starts = np.meshgrid(np.linspace(*x, _STARTS), np.linspace(*y, _STARTS))
    found = _stationary(cost.partials, bend, np.stack(starts, -1).reshape(-1, 2))
    found = found[(found >= (x[0], y[0])).all(1) & (found <= (x[1], y[1])).all(1)]
    if not len(found):
        return ()
    upwards = np.linalg.eigvalsh(_hessians(bend, found)).min(-1) > 1e-9
    unique = np.unique(found[upwards].round(10) + 0.0, axis=0)
    return tuple((place[0], place[1]) for place in unique.tolist())


def _stationary(partials: Sequence[Function], bend: list[list[Function]], places: Array) -> Array:
    """Where Newton's method on the gradient comes to rest, shape (m, 2)."""
    with np.errstate(all="ignore"):
        for _ in range(_NEWTON_STEPS):
            hessians = _hessians(bend, places)
            solvable = np.isfinite(hessians).all((1, 2)) & (np.abs(np.linalg.det(hessians)) > 1e-12)
            places, hessians = places[solvable], hessians[solvable]
            slopes = np.stack([partial(*places.T) for partial in partials], -1)
            places = places - np.linalg.solve(hessians, slopes[..., None])[..., 0]
        slopes = np.stack([partial(*places.T) for partial in partials], -1)
    return places[(np.abs(slopes) < 1e-9).all(1)]


def _hessians(bend: list[list[Function]], places: Array) -> Array:
    return np.stack([np.stack([part(*places.T) for part in row], -1) for row in bend], -2)


REACHED = 1e-3
"""A minimum is reached where it lies within this share of the window’s width."""


def reached(
    point: Sequence[float] | Array, goals: Iterable[tuple[float, float]], width: float
) -> tuple[float, float] | None:
    """The goal that lies nearer than a picture ``width`` wide can show, None without one.

    >>> reached((1.8e-15, 0), [(0, 0)], 6)
    (0, 0)
    """
    near = (goal for goal in goals if np.hypot(*np.subtract(goal, point)) < REACHED * width)
    return next(near, None)


def missed_by(
    point: Sequence[float] | Array,
    gradient: Sequence[float] | Array,
    goals: Iterable[tuple[float, float]],
) -> float | None:
    """The angle in degrees between −∇J and the straight way to the nearest of ``goals``.

    None where there is no goal, no slope, or where ``point`` is the goal.

    >>> round(missed_by((2, 0.5), (4, 10), [(0, 0)]), 6)
    54.162347
    """
    ways = [np.subtract(goal, point) for goal in goals]
    across, up = min(ways, key=lambda way: np.hypot(*way), default=(0, 0))
    if across == up == 0 or not np.hypot(*gradient):
        return None
    first, second = gradient
    along, aside = -first * across - second * up, -first * up + second * across
    return float(np.degrees(abs(np.arctan2(aside, along))))


def total_derivative(cost: Function, theta1: float, follow: Function) -> float:
    """dJ/dθ₁ when θ₂ = g(θ₁): the sum over both parameters of partial times rate.

    The rate of θ₁ with respect to itself is 1.

    >>> from ptcode.functions.catalogue import SURFACES, theta_1
    >>> total_derivative(SURFACES["product"], 1.5, Function(theta_1**2))
    6.75
    """
    first, second = (float(partial(theta1, follow(theta1))) for partial in cost.partials)
    return first * 1 + second * float(follow.derivative(theta1))


@lru_cache(maxsize=64)
def curvatures(cost: Function) -> tuple[float, ...] | None:
    """∂²J/∂θ₁² and ∂²J/∂θ₂² where both are constant and the parameters do not interact, else None.

    Descent then multiplies the distance along each axis by a factor of its own, 1 − αλ.
    """
    first, second = cost.partials
    mixed = sympy.simplify(first.partial(1).expression)
    bends = [sympy.simplify(bend.expression) for bend in (first.partial(0), second.partial(1))]
    constant = mixed == 0 and all(bend.is_number for bend in bends)
    return tuple(map(float, bends)) if constant else None
