"""Stochastic gradient descent with a batch size and a schedule: how far from the minimum it stays.

The cost is the mean of ½(θx − y)² over N examples of y = 3x with errors, so that its minimiser and
its slope are known exactly; a step takes the mean slope of a batch, drawn at random. With a
constant learning rate the distance to the minimum settles at a size that falls as 1/√B (Robbins and
Monro 1951; Bottou, Curtis and Nocedal 2018, section 4.2); with one that falls it goes on shrinking.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ptcode.core.names import known_name
from ptcode.core.random import normals, uniforms
from ptcode.core.validation import finite_number, whole_number

COUNT = 256
"""How many examples there are."""
TRUTH, EXAMPLES_SEED = 3.0, 8
LAST = 50
"""So many of the last steps tell how far from the minimum a path stays."""
STAGE = 50
"""So many steps have one learning rate where it falls in stages."""
SLOW = 10
"""After so many steps the rate that falls as 1/k is about a half of the first."""
SCHEDULES: dict[str, Callable[[int, int], float]] = {
    "constant": lambda k, steps: 1.0,
    "stages": lambda k, steps: 0.5 ** ((k - 1) // STAGE),
    "cosine": lambda k, steps: (1 + math.cos(math.pi * (k - 1) / steps)) / 2,
    "inverse": lambda k, steps: SLOW / (SLOW + k - 1),
}
"""What the learning rate of step k, from 1 on, of so many is multiplied by."""


@dataclass(frozen=True)
class Descent:
    """The places θ₀ … θ_n, the learning rates α₁ … α_n, and the examples looked at in each step."""

    places: tuple[float, ...]
    rates: tuple[float, ...]
    sizes: tuple[int, ...]

    def spent(self, k: int) -> int:
        """How many slopes of single examples the first k steps asked for."""
        return sum(self.sizes[:k])

    def distance(self, k: int, best: float) -> float:
        """The root mean square of θ − θ* over the last of k steps, at most ``LAST``."""
        last = self.places[max(1, k - LAST + 1) : k + 1] or self.places[:1]
        return math.sqrt(sum((place - best) ** 2 for place in last) / len(last))


def examples() -> list[tuple[float, float]]:
    """The examples (x, y), the same ones in the browser."""
    draw = normals(uniforms(EXAMPLES_SEED))
    places = [draw() for _ in range(COUNT)]
    return [(x, TRUTH * x + draw()) for x in places]


def minimiser() -> float:
    """θ*, the mean of xy over the mean of x²."""
    data = examples()
    return sum(x * y for x, y in data) / sum(x * x for x, _ in data)


def stochastic_descent(
    size: int, schedule: str, learning_rate: float, seed: int, steps: int
) -> Descent:
    """``steps`` steps from θ = 0, each with the mean slope of ``size`` examples.

    They are drawn independently, as ``seed`` decides; 256 are all there are. A path that leaves the
    finite numbers ends.

    >>> run = stochastic_descent(COUNT, "constant", 0.5, seed=1, steps=100)
    >>> run.spent(100), round(run.places[-1] - minimiser(), 9) + 0
    (25600, 0.0)
    """
    size = min(whole_number(size, "size", 1), COUNT)
    known_name(schedule, "schedule", SCHEDULES)
    learning_rate = finite_number(learning_rate, "learning_rate", minimum=0.0)
    data, batches, theta = examples(), _batches(size, seed), 0.0
    places, rates, sizes = [theta], [], []
    for k in range(1, steps + 1):
        batch = [data[i] for i in next(batches)]
        slope = sum((theta * x - y) * x for x, y in batch) / len(batch)
        rate = learning_rate * SCHEDULES[schedule](k, steps)
        theta -= rate * slope
        if not math.isfinite(theta) or abs(theta) > 1e100:
            break
        places.append(theta)
        rates.append(rate)
        sizes.append(len(batch))
    return Descent(tuple(places), tuple(rates), tuple(sizes))


def _batches(size: int, seed: int) -> Iterator[list[int]]:
    uniform = uniforms(seed)
    while True:
        yield [int(uniform() * COUNT) for _ in range(size)] if size < COUNT else [*range(COUNT)]
