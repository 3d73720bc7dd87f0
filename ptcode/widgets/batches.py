"""Batch size, noise and schedules: how far from the minimum the last steps lie."""

from __future__ import annotations

from typing import Any

from ptcode.core.formatting import short
from ptcode.descent import schedules
from ptcode.descent.schedules import Descent, minimiser, stochastic_descent
from ptcode.widgets.base import LiveFigure
from ptcode.widgets.traits import Choice, Number, Whole

STEPS = 200
SIZES = (1, 4, 16, 64, schedules.COUNT)


class BatchNoise(LiveFigure):
    """Stochastic gradient descent on a mean of ½(θx − y)²: θ and the learning rate in each step.

    ``batch`` is the number of examples in a step: 1, 4, 16, 64 or 256, which is all of them;
    ``schedule`` says what becomes of ``alpha``: ``constant``, ``stages``, ``cosine`` or
    ``inverse``; ``seed`` decides which examples are drawn; ``k`` of 200 steps are shown.
    ``distance`` is the root mean square of θ − θ* over the last 50 of them, ``spent`` the number
    of examples that were looked at.

    >>> figure = BatchNoise(batch=256)
    >>> figure.spent, figure.distance < 1e-6
    (51200, True)
    """

    kind = "batches"
    title = "Batch size, noise and schedule"
    offers = ("batch", "schedule", "alpha", "seed", "k", "play")
    batch = Choice(4, SIZES)
    schedule = Choice("constant", tuple(schedules.SCHEDULES))
    alpha = Number(0.2, minimum=0.0)
    seed = Whole(1)
    k = Whole(STEPS, maximum=STEPS)

    default_caption = (
        "Stochastic gradient descent on a cost whose minimum is known, the dashed line. The band "
        "is, to either side, the root mean square distance of the last 50 steps from it. Below, "
        "the learning rate of each step."
    )

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.data = {
            "sizes": list(SIZES),
            "told": {
                "count": schedules.COUNT,
                "truth": schedules.TRUTH,
                "seed": schedules.EXAMPLES_SEED,
                "last": schedules.LAST,
                "stage": schedules.STAGE,
                "slow": schedules.SLOW,
                "steps": STEPS,
            },
        }

    @property
    def descent(self) -> Descent:
        """All the steps, or as many as stay finite."""
        return stochastic_descent(self.batch, self.schedule, self.alpha, self.seed, STEPS)

    @property
    def distance(self) -> float:
        """How far from θ* the last of the steps shown lie: a root mean square."""
        return self.descent.distance(self.k, minimiser())

    @property
    def spent(self) -> int:
        """How many slopes of single examples the steps shown asked for."""
        return self.descent.spent(self.k)

    def _pictured(self) -> tuple[Any, ...]:
        return self.descent, self.k, minimiser()

    def __repr__(self) -> str:
        return (
            f"BatchNoise: batches of {self.batch}, α = {short(self.alpha)} {self.schedule}, "
            f"{self.k} steps, {self.spent} slopes → {short(self.distance)} from the minimum"
        )
