"""Networks small enough to be read unit by unit: weighted inputs, activations, their adjoints."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from ptcode.autodiff.backward import Variable, affine, gradients
from ptcode.core.generators import SharedRandom
from ptcode.core.types import Array, ArrayLike
from ptcode.functions.catalogue import half_squared_error, sigmoid
from ptcode.networks.layers import Network, network
from ptcode.networks.running_example import RunningExample

SEED = 1


@dataclass(frozen=True)
class Preset:
    """A network with its name; ``biased`` says whether its units have biases to speak of."""

    label: str
    network: Network
    biased: bool = True


@dataclass(frozen=True)
class Pass:
    """What went through a layer: an entry for each unit, the adjoints of z and a last."""

    z: Array
    a: Array
    z_bar: Array
    a_bar: Array


def passes(network: Network, inputs: ArrayLike, target: float) -> list[Pass]:
    """Forwards and backwards through a network at one point, for J = ½ Σ (ŷ − y)².

    >>> [hidden, output] = passes(presets()["running-example"].network, [1.5], 1.0)
    >>> [round(float(found[0]), 6) for found in (hidden.z, hidden.a, hidden.z_bar, hidden.a_bar)]
    [1.2, 0.768525, 0.031092, 0.174777]
    """
    signal = Variable(np.asarray(inputs, dtype=float).reshape(-1, 1))
    z, a = [], []
    for weights, biases in zip(network.parameters[::2], network.parameters[1::2], strict=True):
        z.append(affine(weights, signal, biases))
        signal = sigmoid(z[-1])
        a.append(signal)
    found = gradients(half_squared_error(signal, target).sum(), [*z, *a])
    columns = [np.ravel(column) for column in (*(v.value for v in (*z, *a)), *found)]
    depth = len(z)
    return [Pass(*columns[layer::depth]) for layer in range(depth)]


@cache
def presets() -> dict[str, Preset]:
    """The networks by name: weights from a seed, those of the small network, the running example.

    A seeded weight is rounded to one decimal, so that a reader can compute along.
    """
    drawn = network([2, 2, 2, 1], "sigmoid", seed=SharedRandom(SEED))
    example = RunningExample()
    return {
        "seeded": Preset("2-2-2-1, drawn at random", drawn.with_vector(drawn.vector.round(1))),
        "small": Preset(
            "2-2-2-1, the small network",
            _network(
                ([[0.8, -0.4], [0.3, 0.6]], [0.1, -0.2]),
                ([[0.5, -0.7], [-1.2, 0.9]], [0.2, 0.0]),
                ([[1.1, -0.6]], [0.3]),
            ),
        ),
        "running-example": Preset(
            "1-1-1, the running example",
            _network(([[example.W1]], [0.0]), ([[example.W2]], [0.0])),
            biased=False,
        ),
    }


def _network(*layers: tuple[list[list[float]], list[float]]) -> Network:
    """Sigmoid layers of the weights and the biases given."""
    parameters = (np.array(each, ndmin=2) for w, b in layers for each in (w, [[n] for n in b]))
    return Network(tuple(parameters), sigmoid, sigmoid)
