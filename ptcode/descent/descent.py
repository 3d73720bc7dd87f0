"""Gradient descent in one dimension, and the name of what it does.

The rule is θ_{k+1} = θ_k − α·J′(θ_k). On a quadratic cost with curvature λ and minimiser θ* the
distance to the minimum is multiplied by 1 − αλ in each step, and that factor decides the regime
(Nocedal and Wright, *Numerical Optimization*, 2nd ed., section 3.3; Goh, *Why Momentum Really
Works*, Distill 2017). Elsewhere the path itself decides.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np
import sympy

from ptcode.core.types import Array
from ptcode.core.validation import finite_number, whole_number
from ptcode.descent.optimisers import GradientDescent
from ptcode.descent.tracks import descend
from ptcode.functions.catalogue import COSTS
from ptcode.functions.choice import function_of
from ptcode.functions.function import Function

HORIZON = 1000
"""Steps after which a path without a theory is judged."""
TOLERANCE = 1e-9
"""A step shorter than this, relative to 1 + |θ|, counts as no step."""
FAR = 1e6
"""A path that goes further than this before it leaves the finite numbers diverges."""


class Regime(StrEnum):
    """What gradient descent does in the long run."""

    STAYS = "stays where it is"
    ONE_SIDE = "converges from one side"
    ONE_STEP = "lands in one step"
    ALTERNATES = "converges from side to side"
    CONVERGES = "converges"
    BOUNCES = "bounces for ever"
    DIVERGES = "diverges"
    CRAWLS = "is still crawling"
    WANDERS = "never settles"
    LEAVES = "leaves the domain"


@dataclass(frozen=True)
class Path:
    """The positions θ₀ … θ_n of a descent with cost and slope at each, and the regime.

    All three arrays have shape (n + 1,) and are read-only; n is smaller than the number of steps
    asked for when the path leaves the finite numbers.
    """

    positions: Array
    values: Array
    slopes: Array
    learning_rate: float
    regime: Regime

    def __len__(self) -> int:
        """The number of steps taken, one less than the number of positions."""
        return len(self.positions) - 1

    def __repr__(self) -> str:
        return (
            f"Path of {len(self)} steps with α = {self.learning_rate:g}: {self.regime}, "
            f"from θ = {self.positions[0]:.4g} to {self.positions[-1]:.4g}"
        )


def gradient_descent(
    cost: str | Function | sympy.Expr, start: float, learning_rate: float, steps: int = 20
) -> Path:
    """Repeat θ := θ − α·J′(θ), starting at ``start``, and name what happens.

    ``cost`` is a cost of the catalogue by name, a Function of one variable or a SymPy expression;
    ``learning_rate`` is α ≥ 0; ``steps`` ≥ 0. The path
    ends early when position, cost or slope is no longer finite: far away it "diverges", at a place
    like others, such as θ ≤ 0 for √θ, it "leaves the domain". Raises TypeError
    or ValueError at once for anything that is not a finite real number.

    >>> gradient_descent("square", start=2, learning_rate=0.75, steps=3).positions.tolist()
    [2.0, -1.0, 0.5, -0.25]
    """
    cost = function_of(cost, COSTS, "cost")
    start = finite_number(start, "start")
    learning_rate = finite_number(learning_rate, "learning_rate", minimum=0.0)
    steps = whole_number(steps, "steps")
    curvature = constant_curvature(cost)
    horizon = steps if curvature is not None else max(steps, HORIZON)
    track = descend(cost, start, GradientDescent(learning_rate), horizon, progress=False)
    positions, slopes = track.positions[:, 0], track.gradients[:, 0]
    if curvature is None:
        regime = _regime_of_track(positions, slopes, learning_rate, horizon)
    else:
        regime = quadratic_regime(curvature, learning_rate, slopes[0])
    kept = slice(steps + 1)
    return Path(positions[kept], track.values[kept], slopes[kept], learning_rate, regime)


def quadratic_regime(curvature: float, learning_rate: float, slope: float = 1.0) -> Regime:
    """The regime on a quadratic of curvature λ, from the factor 1 − αλ; ``slope`` is J′(θ₀).

    A factor between 0 and 1 approaches from one side, 0 lands in one step, between −1 and 0 jumps
    from side to side, −1 bounces for ever, and beyond 1 in size it diverges: for λ > 0 this
    happens exactly when α > 2/λ.
    """
    product = finite_number(learning_rate, "learning_rate", minimum=0.0) * finite_number(
        curvature, "curvature"
    )
    if learning_rate == 0 or slope == 0:
        return Regime.STAYS
    if math.isclose(product, 1, rel_tol=1e-12):
        return Regime.ONE_STEP
    if math.isclose(product, 2, rel_tol=1e-12):
        return Regime.BOUNCES
    if product <= 0 or product > 2:
        return Regime.DIVERGES
    return Regime.ONE_SIDE if product < 1 else Regime.ALTERNATES


@lru_cache(maxsize=256)
def constant_curvature(cost: Function) -> float | None:
    """J″ where it is the same everywhere (a quadratic or a straight line), else None."""
    if not cost.expression.is_polynomial(*cost.variables):
        return None
    if sympy.degree(cost.expression, cost.variables[0]) > 2:
        return None
    return float(cost.derivative.derivative.expression)


def _regime_of_track(positions: Array, slopes: Array, learning_rate: float, horizon: int) -> Regime:
    if learning_rate == 0 or slopes[0] == 0:
        return Regime.STAYS
    if len(positions) <= horizon:
        near = abs(positions[-1] - learning_rate * slopes[-1]) <= FAR
        return Regime.LEAVES if near else Regime.DIVERGES
    moves = np.diff(positions)
    still = np.abs(moves) <= TOLERANCE * (1 + np.abs(positions[:-1]))
    if still.any():
        return _manner(moves[: int(still.argmax())])
    return _unsettled(positions, moves)


def _manner(moves: Array) -> Regime:
    """How a path that came to rest got there."""
    if len(moves) == 0:
        return Regime.STAYS
    if len(moves) == 1:
        return Regime.ONE_STEP
    turns = moves[1:] * moves[:-1] < 0
    if not turns.any():
        return Regime.ONE_SIDE
    return Regime.ALTERNATES if turns[-3:].all() else Regime.CONVERGES


def _unsettled(positions: Array, moves: Array) -> Regime:
    """What a path does that has not come to rest by the horizon."""
    if abs(positions[-1] - positions[-3]) <= TOLERANCE * (1 + abs(positions[-1])):
        return Regime.BOUNCES
    tail = moves[-100:]
    if np.all(tail > 0) or np.all(tail < 0):
        growing = abs(tail[-1]) >= abs(tail[0])
        return Regime.DIVERGES if growing and abs(positions[-1]) > 1e3 else Regime.CRAWLS
    return Regime.WANDERS
