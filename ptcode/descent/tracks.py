"""Descent on a cost by a rule, with or without noise: the one loop, and its path as a value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite
from typing import Any, Protocol

import numpy as np
import sympy

from ptcode.core.names import Named
from ptcode.core.progress import watched
from ptcode.core.types import Array, ArrayLike, Compiled, Value
from ptcode.core.validation import finite_array, whole_number
from ptcode.descent.optimisers import GradientDescent, checked_rule, steps
from ptcode.functions.catalogue import COSTS, SURFACES
from ptcode.functions.choice import function_of
from ptcode.functions.function import Function

LONG_RUN = 10_000
"""From this many steps on a progress bar is shown."""


@dataclass(frozen=True)
class Track:
    """The positions (n + 1, d), costs (n + 1,) and gradients (n + 1, d) of a descent.

    ``diverged`` says that the finite numbers were left; the last finite position then ends it.
    """

    positions: Array
    values: Array
    gradients: Array
    rule: GradientDescent
    diverged: bool

    def __len__(self) -> int:
        """The number of steps taken, one less than the number of positions."""
        return len(self.positions) - 1

    def __repr__(self) -> str:
        last = ", ".join(f"{entry:.4g}" for entry in self.positions[-1])
        verdict = "diverges" if self.diverged else f"J = {self.values[-1]:.4g}"
        return f"Track of {len(self)} steps of {type(self.rule).__name__} to ({last}): {verdict}"


class Landscape(Protocol):
    """A cost that brings its gradient: both are called with the parameters θ₁, …, θ_d."""

    def __call__(self, *theta: Any, **_: Any) -> float:
        """The cost."""

    def gradient(self, *theta: Any, **_: Any) -> Array:
        """The partials, one for each parameter."""


def descend(
    cost: str | Function | sympy.Expr | Landscape,
    start: ArrayLike,
    rule: GradientDescent,
    count: int = 100,
    progress: bool | None = None,
    *,
    noise: Array | None = None,
    strict: bool = True,
) -> Track:
    """``count`` steps down a cost J(θ₁, …, θ_d) from ``start``, shape (d,), by a rule.

    ``cost`` is a Function, a SymPy expression, the name of a surface or cost of the catalogue, or
    a callable of θ₁, …, θ_d with a ``gradient`` like it. ``noise``, shape (count, d), is added to
    the gradients that the rule is given; the track holds the true ones. ``progress`` shows a bar;
    by default on long runs only. Overflow ends the track early, as ``diverged``. Raises TypeError
    or ValueError for a start that does not fit or is not finite; a figure, which must show any
    start, is not ``strict`` about cost and gradient there.

    >>> descend("narrow-valley", [4, 1], GradientDescent(0.09), 100)
    Track of 100 steps of GradientDescent to (9.626e-09, 2.037e-10): J = 9.307e-17
    """
    if isinstance(cost, str | Function) or not hasattr(cost, "gradient"):
        cost = function_of(cost, Named("cost", SURFACES | COSTS), "cost", variables=None)
    start = _fitting_start(cost, start)
    whole_number(count, "count")
    value, gradient = _compiled(cost)
    shakes = iter(noise) if noise is not None else None
    position: Array
    slope: Array

    def given(place: Array) -> Array:
        """What the rule is told of the place where it looks; there is no need to ask twice."""
        true = slope if place is position else gradient(place)
        return true if shakes is None else true + next(shakes)

    rows: list[list[Value]] = []
    walk = steps(given, start, checked_rule(rule))
    if progress is None:
        progress = count >= LONG_RUN
    with np.errstate(all="ignore"):
        for _ in watched(range(count + 1), progress, type(rule).__name__):
            position = next(walk)
            slope = gradient(position)
            row = [*position, value(*position), *slope]
            if (rows or strict) and not all(map(isfinite, row)):
                break
            rows.append(row)
    if not rows:
        place = ", ".join(f"{entry:g}" for entry in start)
        raise ValueError(f"the cost {cost} or its slope is not finite at start = {place}")
    table, d = np.array(rows), len(start)
    table.flags.writeable = False
    return Track(table[:, :d], table[:, d], table[:, d + 1 :], rule, len(rows) <= count)


def _compiled(
    cost: Function | Landscape,
) -> tuple[Compiled | Landscape, Callable[[Array], Array]]:
    """The cost as a function of its parameters, and its gradient as a function of the place."""
    if not isinstance(cost, Function):
        return cost, lambda place: np.array(cost.gradient(*place), dtype=float)
    slopes = [partial.compiled for partial in cost.partials]
    return cost.compiled, lambda place: np.array([slope(*place) for slope in slopes])


def _fitting_start(cost: Function | Landscape, given: ArrayLike) -> Array:
    start = np.atleast_1d(finite_array(given, "start")).astype(float)
    if not isinstance(cost, Function):
        return start
    if start.shape != (len(cost.variables),):
        names = ", ".join(map(str, cost.variables))
        raise ValueError(f"start must have one entry for each of {names}, got shape {start.shape}")
    return start
