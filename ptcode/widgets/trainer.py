"""The network trainer: a small network learns a small data set, its gradients in plain sight."""

from __future__ import annotations

from typing import Any

from ptcode.core.formatting import short
from ptcode.core.types import Array
from ptcode.descent.optimisers import FORMER_NAMES
from ptcode.networks.experiments import DATASETS, POINTS, Experiment, experiment
from ptcode.networks.layers import Network
from ptcode.networks.training import Training
from ptcode.widgets.base import LiveFigure
from ptcode.widgets.trainer_views import (
    ACTIVATIONS,
    BATCHES,
    OPTIMISERS,
    PACES,
    RANGES,
    RATES,
    SHOWN,
    WINDOWS,
    constants,
)
from ptcode.widgets.traits import Choice, Number, Switch, Whole

SETTINGS = (
    "dataset",
    "width",
    "depth",
    "activation",
    "alpha",
    "optimiser",
    "batch",
    "seed",
    "step",
)


class NetworkTrainer(LiveFigure):
    """A dense network, 2 inputs to 1 sigmoid unit, trained on 100 points with labels 0 and 1.

    ``dataset`` is ``two-moons``, ``xor``, ``circles`` or ``spiral``; ``width`` (1 to 16) and
    ``depth`` (1 to 4) are those of the hidden layers, ``activation`` (``sigmoid``, ``tanh``,
    ``relu``) follows them. The cost is the mean of ½(ŷ − y)². ``alpha`` > 0 is the learning rate,
    the rule's own unless given, ``optimiser`` the rule (``gd``, ``momentum``, ``rmsprop``,
    ``adam``), ``batch`` how many points a step sees (1, 10, 32, or 100: all). ``seed`` decides
    data, first weights, order and the points held out; ``step`` is how many steps are taken.
    ``show`` (``gradients``, ``weights``) is what the lines of the network stand for, ``pace``
    (``slow``, ``steady``, ``fast``) how fast it plays, ``log`` puts the cost curve on a logarithmic
    axis.

    >>> trainer = NetworkTrainer(step=100)
    >>> round(trainer.cost, 4), trainer.accuracy, trainer.diverged
    (0.0384, 0.91, False)
    """

    kind = "trainer"
    title = "Network trainer"
    offers = (
        "dataset",
        "activation",
        "optimiser",
        "batch",
        "play",
        "pace",
        "alpha",
        "seed",
        "width",
        "depth",
        "show",
        "log",
    )
    dataset = Choice("two-moons", DATASETS)
    width = Whole(8, *RANGES["width"])
    depth = Whole(2, *RANGES["depth"])
    activation = Choice("tanh", ACTIVATIONS)
    alpha = Number(1.0, above=0.0, why="with a step of length 0 nothing is learnt")
    optimiser = Choice("gd", OPTIMISERS, former=FORMER_NAMES, brings={"alpha": RATES})
    batch = Choice(POINTS, BATCHES, "which is all points")
    seed = Whole(1, *RANGES["seed"])
    step = Whole(0, *RANGES["step"])
    show = Choice("gradients", SHOWN)
    pace = Choice("steady", PACES)
    log = Switch(False)

    default_caption = (
        "A network learns which points are full (y = 1) and which hollow (y = 0); the small "
        "squares are held out, it never learns from them. On the map: the stronger the tint, the "
        "nearer its prediction ŷ is to 1; the line is ŷ = ½; four strokes around a point say "
        "that it is on the wrong side. In the network, each unit holds a map of its own value, "
        "and each line is as thick as the derivative of its weight is large, dashed where that is "
        "negative. Below, the cost, and the root mean square of the derivatives in each layer. A "
        "change of a setting trains anew, from the same seed, for as many steps."
    )

    def __init__(
        self, dataset: str = "two-moons", alpha: float | None = None, **options: Any
    ) -> None:
        self._done: tuple[tuple, Experiment] | None = None
        super().__init__(dataset=dataset, **options)
        self.alpha = RATES[self.optimiser] if alpha is None else alpha
        self.data = constants()

    @property
    def experiment(self) -> Experiment:
        """The training in the present state; computed when asked for, kept until that changes."""
        key = tuple(getattr(self, name) for name in SETTINGS)
        if self._done is None or self._done[0] != key:
            self._done = key, experiment(*key)
        return self._done[1]

    @property
    def points(self) -> Array:
        """The points, shape (100, 2)."""
        return self.experiment.points

    @property
    def labels(self) -> Array:
        """0 or 1 for each point."""
        return self.experiment.labels

    @property
    def training(self) -> Training:
        """The cost after every epoch, and whether the training diverged."""
        return self.experiment.training

    @property
    def start(self) -> Network:
        """The network before the first step."""
        return self.experiment.start

    @property
    def network(self) -> Network:
        """The network after ``step`` steps."""
        return self.experiment.network

    @property
    def cost(self) -> float:
        """The mean of ½(ŷ − y)² over all points, after ``step`` steps."""
        return self.experiment.cost

    @property
    def accuracy(self) -> float:
        """The share of points on the right side of ½, after ``step`` steps."""
        return self.experiment.accuracy

    @property
    def held_out_accuracy(self) -> float:
        """The same share of as many points that training never sees."""
        return self.experiment.held_out_accuracy

    @property
    def diverged(self) -> bool:
        """Whether the cost is no number any more, or higher than at the start: α is too large."""
        return bool(self.experiment.diverged)

    @property
    def gradients(self) -> list[tuple[Array, Array]]:
        """∂J/∂W and ∂J/∂b of every layer, over all points, after ``step`` steps."""
        return self.experiment.gradients

    @property
    def gradient_sizes(self) -> list[float]:
        """Layer by layer, the root of the mean square of ∂J/∂W."""
        return self.experiment.gradient_sizes

    @property
    def epoch(self) -> int:
        """How many passes over the data are complete."""
        return len(self.training.costs) - 1

    def _pictured(self) -> tuple[Any, ...]:
        return self.experiment, *WINDOWS[self.dataset], self.show, self.log

    def __repr__(self) -> str:
        done = self.experiment
        sizes = "-".join(map(str, done.network.sizes))
        batch = "" if self.batch == POINTS else f", batches of {self.batch}"
        result = "diverges, J" if done.diverged else "J"
        right, held_out = (100 * share for share in (done.accuracy, done.held_out_accuracy))
        return (
            f"NetworkTrainer: {DATASETS[self.dataset].label}, {sizes} {self.activation}, "
            f"{OPTIMISERS[self.optimiser]} with α = {short(self.alpha)}{batch}, "
            f"epoch {self.epoch} → {result} = {short(done.cost)}, {right:.0f} % right, "
            f"{held_out:.0f} % of the points held out"
        )
