"""Descent on a cost of several parameters: where a rule leads, as a value."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import sympy

from ptcode.core.names import Named
from ptcode.core.progress import watched
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

    positions: np.ndarray
    values: np.ndarray
    gradients: np.ndarray
    rule: GradientDescent
    diverged: bool

    def __len__(self):
        """The number of steps taken, one less than the number of positions."""
        return len(self.positions) - 1

    def __repr__(self):
        last = ", ".join(f"{entry:.4g}" for entry in self.positions[-1])
        verdict = "diverges" if self.diverged else f"J = {self.values[-1]:.4g}"
        return f"Track of {len(self)} steps of {type(self.rule).__name__} to ({last}): {verdict}"


def descend(
    cost: str | Function | sympy.Expr,
    start,
    rule: GradientDescent,
    count: int = 100,
    progress: bool | None = None,
) -> Track:
    """``count`` steps down the cost J(θ₁, …, θ_d) from ``start``, shape (d,), by a rule.

    ``cost`` is a Function, a SymPy expression or the name of a surface or cost of the catalogue.
    ``progress`` shows a bar; by default on long runs only. Overflow ends the track early, as
    ``diverged``. Raises TypeError or ValueError for a start that does not fit or is not finite.

    >>> descend("narrow-valley", [4, 1], GradientDescent(0.09), 100)
    Track of 100 steps of GradientDescent to (9.626e-09, 2.037e-10): J = 9.307e-17
    """
    cost = function_of(cost, Named("cost", SURFACES | COSTS), "cost", variables=None)
    start = _fitting_start(cost, start)
    whole_number(count, "count")
    slopes = [partial.compiled for partial in cost.partials]

    def gradient(position):
        return np.array([slope(*position) for slope in slopes])

    rows = []
    walk = steps(gradient, start, checked_rule(rule))
    if progress is None:
        progress = count >= LONG_RUN
    with np.errstate(all="ignore"):
        for _ in watched(range(count + 1), progress, type(rule).__name__):
            position = next(walk)
            row = [*position, cost.compiled(*position), *gradient(position)]
            if not np.isfinite(row).all():
                break
            rows.append(row)
    if not rows:
        raise ValueError(f"the cost {cost} or its gradient is not finite at {start.tolist()}")
    table, d = np.array(rows), len(start)
    table.flags.writeable = False
    return Track(table[:, :d], table[:, d], table[:, d + 1 :], rule, len(rows) <= count)


def _fitting_start(cost, start):
    start = np.atleast_1d(finite_array(start, "start"))
    if start.shape != (len(cost.variables),):
        names = ", ".join(map(str, cost.variables))
        raise ValueError(f"start must have one entry for each of {names}, got shape {start.shape}")
    return start
