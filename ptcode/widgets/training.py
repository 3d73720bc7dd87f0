"""The training view: the running example walks down its cost, and its prediction to the target."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from ptcode.core.formatting import pair, short
from ptcode.core.types import Array
from ptcode.descent.optimisers import GradientDescent
from ptcode.descent.tracks import Track, descend
from ptcode.functions.function import Function
from ptcode.networks.running_example import RunningExample
from ptcode.widgets.base import LiveFigure, fields
from ptcode.widgets.traits import Number, Switch, Whole

STEPS = 200
FASTEST = 10.0
"""Where the slider of α ends."""


@dataclass(frozen=True)
class View:
    """How the landscape is shown: ranges of W₁ and W₂, heights of the level lines.

    A gradient of size ``steep`` is drawn half as long as the longest arrow; where it is shorter
    than ``flat`` the ground is called flat.
    """

    x: tuple[float, float]
    y: tuple[float, float]
    levels: tuple[float, ...]
    steep: float
    flat: float


_LEVELS = (0.005, 0.02, 0.05, 0.09, 0.16, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.48)
VIEW = View((-5.0, 5.0), (-5.0, 5.0), _LEVELS, steep=0.15, flat=0.02)


class TrainingView(LiveFigure):
    """The running example in training: its cost over (W₁, W₂), its path, its prediction.

    z₁ = W₁x, a₁ = σ(z₁), z₂ = W₂a₁, ŷ = σ(z₂), J = ½(ŷ − y)². ``W1`` and ``W2`` are where descent
    starts, ``alpha`` ≥ 0 is the learning rate, ``k`` how many of the 200 steps are taken; ``log``
    shows the cost on a logarithmic axis. ``x`` and ``y`` are the one example to learn.

    >>> view = TrainingView(k=1)
    >>> view
    TrainingView: W = (0.8, −1.2), α = 0.5, 1 step → W = (0.7767, −1.144), ŷ = 0.2948, J = 0.2486
    >>> [round(entry, 6) for entry in (*view.path[1].tolist(), float(view.costs[1]))]
    [0.776681, -1.144033, 0.248631]
    """

    kind = "training"
    title = "Training the running example"
    offers = ("W1", "W2", "alpha", "k", "play", "log")
    W1 = Number(0.8)
    W2 = Number(-1.2)
    alpha = Number(0.5, minimum=0.0)
    k = Whole(0, maximum=STEPS)
    log = Switch(False)

    default_caption = (
        "The running example learns one example. On the map each line joins weights of equal "
        "cost, the thick one those that cost as much as yours, and darker is dearer; drag the "
        "ring to start elsewhere. The arrow is the gradient, at right angles to the line of equal "
        "cost, and the dashes go the other way, down; the trail shows the steps taken. Beyond a "
        f"dotted line the ground is flat: the gradient is shorter than {short(VIEW.flat)}, and a "
        f"step shorter than {short(VIEW.flat)}·α. Beside the map, "
        "step by step: the prediction on its way to the target, and the cost."
    )

    def __init__(
        self,
        W1: float = 0.8,
        W2: float = -1.2,
        alpha: float = 0.5,
        k: int = 0,
        x: float = 1.5,
        y: float = 1.0,
        **options: Any,
    ) -> None:
        self._example = RunningExample(x, y)
        self.x, self.y = self._example.x, self._example.y
        super().__init__(W1=W1, W2=W2, alpha=alpha, k=k, **options)
        self.data = {
            "steps": STEPS,
            "x": self.x,
            "target": self.y,
            "fastest": FASTEST,
            "view": fields(VIEW),
            "variables": [str(variable) for variable in self.cost.variables],
            "cost": self.cost.tree,
            "partials": [partial.tree for partial in self.cost.partials],
            "prediction": self.prediction.tree,
            "hidden": self._example.functions["a1"].tree,
        }

    @cached_property
    def cost(self) -> Function:
        """The cost J(W₁, W₂) of the one example."""
        return self._example.functions["J"]

    @cached_property
    def prediction(self) -> Function:
        """The prediction ŷ(W₁, W₂)."""
        return self._example.functions["y_hat"]

    @property
    def track(self) -> Track:
        """The whole descent: positions, costs, gradients."""
        return descend(
            self.cost, (self.W1, self.W2), GradientDescent(self.alpha), STEPS, strict=False
        )

    @property
    def path(self) -> Array:
        """(W₁, W₂) at the start and after each step, shape (201, 2)."""
        return self.track.positions

    @property
    def costs(self) -> Array:
        """The cost at the start and after each step."""
        return self.track.values

    @property
    def predictions(self) -> Array:
        """The prediction ŷ at the start and after each step."""
        path = self.path
        return self.prediction(path[:, 0], path[:, 1])

    @property
    def flat(self) -> bool:
        """Whether the gradient where the steps have led is shorter than 0.02."""
        return bool(np.hypot(*self.track.gradients[self.k]) < VIEW.flat)

    def _pictured(self) -> tuple[Any, ...]:
        return self.cost, self.track, self.predictions, self.k, VIEW, self.y, self.log

    def __repr__(self) -> str:
        track, prediction = self.track, self.predictions[self.k]
        start = f"TrainingView: W = {pair(track.positions[0])}"
        result = f"ŷ = {short(prediction)}, J = {short(track.values[self.k])}"
        if not self.k:
            return f"{start}, α = {short(self.alpha)} → {result}"
        steps = f"{self.k} step{'s' if self.k > 1 else ''}"
        here = f"W = {pair(track.positions[self.k])}"
        return f"{start}, α = {short(self.alpha)}, {steps} → {here}, {result}"
