"""Experiments: a small network trained on a small data set, everything decided by a few settings.

All that is random comes from one ``SharedRandom``: first the data, then the weights, then the
order of the batches. So the network trainer in the browser runs the same experiment.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ptcode.core.generators import SharedRandom
from ptcode.core.names import known_name
from ptcode.core.types import Array
from ptcode.descent.optimisers import rule_named
from ptcode.networks.data import Data, circles, spiral, two_moons, xor
from ptcode.networks.layers import Network, network
from ptcode.networks.losses import LOSSES
from ptcode.networks.training import Training, cost_gradient, train

POINTS = 100
LOSS = "mean_half_squared_error"
HELD_OUT = 1000
"""How far from the seed of a training lies the seed of the points that it never sees."""
SETTLED, RISEN = 5, 1.02
"""After so many steps a cost above so many times its start has risen for good."""
STARTS = {"sigmoid": "glorot_uniform", "tanh": "glorot_uniform", "relu": "he_normal"}
"""The initialisation that suits each activation of the hidden layers."""


@dataclass(frozen=True)
class DataSet:
    """How a data set is called, what makes it, and how much noise it is given."""

    label: str
    make: Callable[..., Data]
    noise: float


DATASETS = {
    "two-moons": DataSet("two moons", two_moons, 0.1),
    "xor": DataSet("XOR", xor, 0.12),
    "circles": DataSet("circles", circles, 0.08),
    "spiral": DataSet("spiral", spiral, 0.03),
}


@dataclass(frozen=True)
class Experiment:
    """The data (100, 2) with its labels (100,), the network before, and how training went.

    ``held_out`` are as many points of the same kind, with labels, that training never sees.
    """

    points: Array
    labels: Array
    held_out: Data
    start: Network
    training: Training
    step: int

    @property
    def network(self) -> Network:
        """The trained network; of a training that diverged, the last with a finite cost."""
        return self.training.network

    @property
    def cost(self) -> float:
        """The mean of ½(ŷ − y)² over all points, after the last step."""
        return float(np.mean((self.network(self.points)[:, 0] - self.labels) ** 2) / 2)

    @property
    def diverged(self) -> bool:
        """Whether the cost is no number any more, or after five steps still above its start.

        Behind a sigmoid J never exceeds ½: steps that are too long do not make it infinite, they
        saturate the nodes.
        """
        risen = self.step >= SETTLED and self.cost > RISEN * self.training.costs[0]
        return self.training.diverged or risen

    @property
    def accuracy(self) -> float:
        """The share of points on the right side of ½."""
        return self._right(self.points, self.labels)

    @property
    def held_out_accuracy(self) -> float:
        """The same for the points held out."""
        return self._right(*self.held_out)

    def _right(self, points: Array, labels: Array) -> float:
        return float(np.mean((self.network(points)[:, 0] > 0.5) == (labels == 1)))

    @property
    def gradients(self) -> list[tuple[Array, Array]]:
        """∂J/∂W and ∂J/∂b of every layer, over all points, after the last step."""
        columns, goal = self.points.T, self.labels[None]
        vector = cost_gradient(self.network, columns, goal, LOSSES[LOSS])
        arrays = self.network.with_vector(vector).parameters
        return list(zip(arrays[::2], arrays[1::2], strict=True))

    @property
    def gradient_size(self) -> float:
        """The length of ∇J, over all weights and biases."""
        squares = [(array**2).sum() for pair in self.gradients for array in pair]
        return float(np.sqrt(sum(squares)))

    @property
    def gradient_sizes(self) -> list[float]:
        """Layer by layer, the root of the mean square of ∂J/∂W."""
        return [float(np.sqrt(np.mean(weights**2))) for weights, _ in self.gradients]


def experiment(
    dataset: str = "two-moons",
    width: int = 8,
    depth: int = 2,
    activation: str = "tanh",
    alpha: float = 1.0,
    optimiser: str = "gd",
    batch: int = POINTS,
    seed: int = 1,
    step: int = 0,
) -> Experiment:
    """Train ``depth`` hidden layers of ``width`` nodes and one sigmoid node for ``step`` steps.

    A ``batch`` of 100 is all points: the full gradient, one step an epoch.

    >>> done = experiment("xor", width=4, depth=1, alpha=3.0, step=200)
    >>> done.network, done.accuracy
    (Network 2-4-1, tanh then sigmoid, 17 parameters, 1.0)
    """
    known_name(activation, "activation", STARTS)
    random = SharedRandom(seed)
    data = DATASETS[known_name(dataset, "dataset", DATASETS)]
    points, labels = data.make(POINTS, data.noise, random)
    held_out = data.make(POINTS, data.noise, SharedRandom(seed + HELD_OUT))
    sizes = [2, *[width] * depth, 1]
    start = network(
        sizes,
        activation,
        "sigmoid",
        STARTS[activation],
        seed=random,
    )
    done = train(
        start,
        points,
        labels,
        rule_named(optimiser, alpha),
        loss=LOSS,
        batch_size=None if batch == POINTS else batch,
        seed=random,
        last_step=step,
    )
    return Experiment(points, labels, held_out, start, done, step)
