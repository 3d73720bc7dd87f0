"""Training: descent on the cost of a network over data, with the history of the cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ptcode.autodiff.backward import Variable, gradients
from ptcode.core.generators import Generator
from ptcode.core.names import known_name
from ptcode.core.progress import watched
from ptcode.core.types import Array, ArrayLike
from ptcode.core.validation import finite_array, whole_number
from ptcode.descent.minibatches import stochastic
from ptcode.descent.optimisers import GradientDescent, checked_rule, steps
from ptcode.descent.tracks import LONG_RUN
from ptcode.networks.layers import Network
from ptcode.networks.losses import LOSSES, Loss


@dataclass(frozen=True)
class Training:
    """The trained network and the cost over all points at the start and after every epoch.

    ``diverged`` says that the cost left the finite numbers; the network is then the last one
    with a finite cost.
    """

    network: Network
    costs: Array
    diverged: bool

    def __repr__(self) -> str:
        verdict = "diverges" if self.diverged else f"{self.costs[-1]:.4g}"
        return f"Training of {len(self.costs) - 1} epochs: J from {self.costs[0]:.4g} to {verdict}"


def train(
    network: Network,
    points: ArrayLike,
    targets: ArrayLike,
    rule: GradientDescent,
    epochs: int = 100,
    loss: str | Loss = "mean_half_squared_error",
    batch_size: int | None = None,
    seed: int | Generator = 0,
    progress: bool | None = None,
    last_step: int | None = None,
) -> Training:
    """Move the network's parameters down the loss over the data, ``epochs`` passes of it.

    ``points`` has shape (points, inputs), ``targets`` (points, outputs) or (points,). Without
    ``batch_size`` every step sees all points; with it an epoch takes the points in random order,
    decided by ``seed`` (or drawn from it, if it is a generator), a batch at a time. With
    ``last_step`` the training ends after that many steps, in the middle of an epoch too, whatever
    ``epochs`` says. The network passed in is not changed. Overflow ends the training as
    ``diverged``.
    """
    if not isinstance(network, Network):
        raise TypeError(
            f"train moves a Network, as network([2, 8, 1]) makes it, got {type(network).__name__}"
        )
    checked_rule(rule)
    columns, loss = network.columns(points), _loss(loss)
    count = columns.shape[1]
    goal = _target_columns(network, count, targets)
    size = count if batch_size is None else whole_number(batch_size, "batch_size", 1)
    stride = -(-count // size)
    whole_number(epochs, "epochs")
    total = epochs * stride if last_step is None else whole_number(last_step, "last_step")
    walk = _walk(network, columns, goal, rule, loss, batch_size, seed)
    looks = [*range(0, total, stride), total]
    costs: list[float] = []
    last, k = network, -1
    with np.errstate(all="ignore"):
        for look in watched(looks, _shown(progress, total), "epochs"):
            while k < look:
                theta, k = next(walk), k + 1
            cost = _cost(network.with_vector(theta), columns, goal, loss)
            if not np.isfinite(cost):
                return Training(last, np.array(costs), True)
            if look % stride == 0:
                costs.append(cost)
            last = network.with_vector(theta)
    return Training(last, np.array(costs), False)


def _walk(
    network: Network,
    columns: Array,
    goal: Array,
    rule: GradientDescent,
    loss: Loss,
    batch_size: int | None,
    seed: int | Generator,
) -> Iterator[Array]:
    """The parameters θ₀, θ₁, θ₂, … of the training, without end."""

    def gradient(theta: Array, indices: npt.NDArray[np.integer] | slice) -> Array:
        if not np.isfinite(theta).all():
            return np.full_like(theta, np.nan)
        return cost_gradient(
            network.with_vector(theta), columns[:, indices], goal[:, indices], loss
        )

    if batch_size is None:
        everything = slice(None)
        return steps(lambda theta: gradient(theta, everything), network.vector, rule)
    draw = stochastic(gradient, columns.shape[1], batch_size, seed)
    return steps(draw, network.vector, rule)


def _shown(progress: bool | None, total: int) -> bool:
    return total >= LONG_RUN if progress is None else progress


def cost_gradient(network: Network, columns: Array, goal: Array, loss: Loss) -> Array:
    """∂J/∂θ as one vector, for inputs (inputs, points) and targets (outputs, points)."""
    parameters = [Variable(array) for array in network.parameters]
    cost = loss(network.forward(parameters, columns), goal)
    return np.concatenate([g.ravel() for g in gradients(cost, parameters)])


def _cost(network: Network, columns: Array, goal: Array, loss: Loss) -> float:
    if not np.isfinite(network.vector).all():
        return np.inf
    parameters = [Variable(array) for array in network.parameters]
    return float(loss(network.forward(parameters, columns), goal).value)


def _target_columns(network: Network, count: int, given: ArrayLike) -> Array:
    targets = finite_array(given, "targets")
    if targets.ndim == 1 and network.sizes[-1] == 1:
        targets = targets[:, None]
    wanted = (count, network.sizes[-1])
    if targets.shape != wanted:
        raise ValueError(
            f"targets must have shape {wanted}, one row for each point, got {targets.shape}"
        )
    return targets.T


def _loss(loss: str | Loss) -> Loss:
    if callable(loss):
        return loss
    return LOSSES[known_name(loss, "loss", LOSSES, "or a function")]
