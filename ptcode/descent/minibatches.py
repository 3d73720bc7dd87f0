"""A part of the data at a time: what turns gradient descent into stochastic gradient descent."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

from ptcode.core.generators import Generator, generator
from ptcode.core.types import Array
from ptcode.core.validation import whole_number


def batches(count: int, size: int, seed: int | Generator) -> Iterator[npt.NDArray[np.integer]]:
    """Indices of the next batch, without end: every epoch a new order, every point once in it.

    The last batch of an epoch is smaller if ``size`` does not divide ``count``.

    >>> draw = batches(count=5, size=2, seed=0)
    >>> [len(next(draw)) for _ in range(6)]
    [2, 2, 1, 2, 2, 1]
    """
    count, size = whole_number(count, "count", 1), whole_number(size, "size", 1)
    random = generator(seed)
    while True:
        order = random.permutation(count)
        for start in range(0, count, size):
            yield order[start : start + size]


def stochastic(
    gradient: Callable[[Array, npt.NDArray[np.integer]], Array],
    count: int,
    size: int,
    seed: int | Generator,
) -> Callable[[Array], Array]:
    """A gradient that looks at the next batch only: ``gradient(position, indices)`` made random.

    Deterministic for a seed. With size = count it is the full gradient, its points reordered.
    """
    draw = batches(count, size, seed)
    return lambda position: gradient(position, next(draw))
