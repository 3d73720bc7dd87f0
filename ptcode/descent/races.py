"""Several update rules from one start on one cost, each with the same gradient and the same noise.

What becomes of each is read off its own track; where the cost is quadratic, theory says beforehand
at which learning rate a rule must diverge.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ptcode.core.names import known_name
from ptcode.core.random import normals, uniforms
from ptcode.core.types import Array
from ptcode.core.validation import finite_number, whole_number
from ptcode.descent.optimisers import RULES
from ptcode.descent.tracks import Track

TAIL = 50
"""How many of the last steps decide whether a track has levelled out."""
STILL = 0.99
"""Where the mean cost of the last steps is at least so much of that before, it no longer falls."""
RESTS = 1e-4
"""A racer rests where the slope is at most so large a share of the slope at its start."""
FAR = 30.0
"""A track that ends so many windows away from its start has diverged."""


def critical_learning_rate(name: str, curvature: float, momentum: float = 0.9) -> float | None:
    """The α above which the rule diverges on a quadratic with this largest curvature λ.

    Gradient descent 2/λ; momentum 2(1 + β)/λ (Polyak 1964); Nesterov 2(1 + β)/((1 + 2β)λ), from
    the roots of z² − (1 + β)(1 − αλ)z + β(1 − αλ). RMSProp and Adam have none: None.

    >>> [critical_learning_rate(name, 20, 0.9) for name in ("gd", "momentum", "rmsprop")]
    [0.1, 0.19, None]
    """
    known_name(name, "a rule", RULES)
    curvature = finite_number(curvature, "curvature")
    beta = finite_number(momentum, "momentum", minimum=0.0)
    if curvature <= 0 or name in ("rmsprop", "adam"):
        return None
    reach = {"gd": 2, "momentum": 2 * (1 + beta), "nesterov": 2 * (1 + beta) / (1 + 2 * beta)}
    return reach[name] / curvature


def gradient_noise(count: int, size: float, seed: int) -> Array:
    """``count`` random pairs with standard deviation ``size`` each, the same ones for a seed."""
    draw = normals(uniforms(whole_number(seed, "seed")))
    size = finite_number(size, "noise", minimum=0.0)
    return np.array([[size * draw(), size * draw()] for _ in range(count)]).reshape(count, 2)


@dataclass(frozen=True)
class Outcome:
    """What became of a racer.

    ``kind`` is one of ``diverges``, ``finishes`` (its cost stays below the line from step ``at``
    on), ``hovers`` (its cost no longer falls: ``level`` is the mean of the last 50 steps),
    ``descends`` (still on its way) and, where the cost has no minimum, ``falls`` (further from the
    start than the window is wide from step ``at`` on) or ``rests`` (the slope has all but vanished
    under it, as on a saddle).
    """

    kind: str
    at: int | None = None
    level: float | None = None


def outcome(
    track: Track,
    line: float | None,
    window: float,
    limit: float | None = None,
    noisy: bool = False,
) -> Outcome:
    """What became of a racer.

    ``line`` is the cost to get below, None where the cost has no minimum; ``window`` is the width
    of the picture, ``limit`` the critical learning rate where there is one. One that is ``noisy``
    is below the line by chance, so it is not said to finish.
    """
    values = track.values
    away = np.hypot(*(track.positions - track.positions[0]).T)
    if line is None:
        return _without_goal(track, np.flatnonzero(away > window), noisy)
    beyond = limit is not None and track.rule.learning_rate > limit * (1 + 1e-12)
    if track.diverged or away[-1] > FAR * window or (beyond and values[-1] > values[0]):
        return Outcome("diverges")
    above = np.flatnonzero(values >= line)
    first = int(above[-1]) + 1 if len(above) else 0
    if first < len(values) and not noisy:
        return Outcome("finishes", at=first)
    late, before = values[-TAIL:].mean(), values[-2 * TAIL : -TAIL].mean()
    if noisy or late >= STILL * before:
        return Outcome("hovers", level=float(late))
    return Outcome("descends")


def _without_goal(track: Track, outside: npt.NDArray[np.integer], noisy: bool) -> Outcome:
    """What became of a racer where there is no minimum; ``outside``: its steps off the picture."""
    if len(outside):
        return Outcome("falls", at=int(outside[0]))
    first, last = np.hypot(*track.gradients[[0, -1]].T)
    return Outcome("rests" if last <= RESTS * first and not noisy else "descends")
