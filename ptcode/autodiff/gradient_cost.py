"""What a gradient costs: by backpropagation, and by one finite difference for each weight.

The network is n-h-1 like the running example (1-1-1): h hidden sigmoids, one output sigmoid, no
biases, half the squared error; it has N = (n + 1)h weights. A number is counted for each
elementary operation on numbers, and seconds are measured on whole arrays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from timeit import repeat

import numpy as np

from ptcode.autodiff.backward import Variable, gradients, latest_first
from ptcode.core.types import Value
from ptcode.core.validation import whole_number
from ptcode.functions.catalogue import half_squared_error, sigmoid

SIZES = ((4, 2), (9, 10), (24, 40), (99, 100), (249, 400))
"""Inputs and hidden nodes of networks with 10, 100, … 100 000 weights."""


@dataclass(frozen=True)
class Cost:
    """The cost of one forward pass, and of what a backward pass adds to it.

    The unit is whatever was counted or measured: operations or seconds.
    """

    weights: int
    forward: float
    backward: float

    @property
    def backpropagation(self) -> float:
        """One gradient by backpropagation: forward once, backward once."""
        return self.forward + self.backward

    @property
    def differences(self) -> float:
        """One gradient by forward differences: a forward pass, and one more for each weight."""
        return (self.weights + 1) * self.forward

    @property
    def saving(self) -> float:
        """How many times as much the differences cost as backpropagation."""
        return self.differences / self.backpropagation


def traced_network(inputs: int, hidden: int) -> tuple[Variable, list[Variable]]:
    """The cost of an n-h-1 network at input 1 and weights 0.1, every number traced on its own.

    Returns the cost and the weights.
    """
    first = [[Variable(0.1) for _ in range(inputs)] for _ in range(hidden)]
    second = [Variable(0.1) for _ in range(hidden)]
    values = [sigmoid(reduce(add, [w * 1.0 for w in row])) for row in first]
    z = reduce(add, [w * a for w, a in zip(second, values, strict=True)])
    return half_squared_error(sigmoid(z), 1.0), [w for row in (*first, second) for w in row]


def count_operations(output: Variable) -> tuple[int, int]:
    """How many operations a traced computation takes forwards and backwards.

    Forwards, one for each node that is computed. Backwards, one multiplication for each edge, and
    one addition wherever a further path meets at a value. Local derivatives are not counted: those
    of sums and products are at hand, and a sigmoid's takes two operations.

    >>> from ptcode.networks.running_example import RunningExample
    >>> count_operations(RunningExample().variables["J"])
    (5, 6)
    """
    nodes = latest_first(output)
    arrivals = Counter(parent for node in nodes for parent, _ in node.links)
    meetings = sum(count - 1 for count in arrivals.values())
    return sum(node.operation is not None for node in nodes), arrivals.total() + meetings


def counted(inputs: int, hidden: int) -> Cost:
    """The operations for an n-h-1 network with N weights: 2N + 1 forwards, 3N backwards.

    That is what ``count_operations`` finds on the traced network.

    >>> counted(249, 400)
    Cost(weights=100000, forward=200001, backward=300000)
    """
    weights = (whole_number(inputs, "inputs", 1) + 1) * whole_number(hidden, "hidden", 1)
    return Cost(weights, forward=2 * weights + 1, backward=3 * weights)


def measured(inputs: int, hidden: int, runs: int = 300) -> Cost:
    """The seconds on this machine, on whole arrays: the quickest of ``runs``.

    Forwards it is plain NumPy; the backward pass is what the book's engine takes beyond that,
    tracing included. Both ways take the products and the additions that are counted, one by one:
    a matrix product would use several cores, and well in one direction only.
    """
    _keep_memory()
    random = np.random.default_rng(0)
    x = random.normal(size=inputs)
    weights = [random.normal(size=(hidden, inputs)), random.normal(size=hidden)]

    def forward() -> Value:
        W1, W2 = weights
        a = sigmoid.compiled((W1 * x).sum(axis=1))
        return half_squared_error.compiled(sigmoid.compiled((W2 * a).sum()), 1.0)

    def backpropagation() -> list[Value]:
        W1, W2 = map(Variable, weights)
        a = sigmoid((W1 * x).sum(axis=1))
        return gradients(half_squared_error(sigmoid((W2 * a).sum()), 1.0), [W1, W2])

    once, both = (min(repeat(run, repeat=runs, number=1)) for run in (forward, backpropagation))
    return Cost(sum(w.size for w in weights), once, max(both - once, 0.0))


def _keep_memory() -> None:
    """Let freed memory stay with the program, as it does in a long run of training.

    Else each gradient of 100 000 weights gets its memory anew from the system, which takes ten
    times as long as the arithmetic. glibc keeps what is smaller than the largest array that it
    has seen freed; elsewhere this does nothing.
    """
    np.empty(2_000_000)


def costs(
    of: Callable[..., Cost] = counted, sizes: Sequence[tuple[int, int]] = SIZES
) -> list[Cost]:
    """The costs of networks of the given sizes, ``counted`` or ``measured``."""
    return [of(*size) for size in sizes]
