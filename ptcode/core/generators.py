"""Where random arrays come from: NumPy's generator, or one whose numbers a browser draws too."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from ptcode.core.random import Source, normals, shuffled, uniforms
from ptcode.core.types import Array
from ptcode.core.validation import whole_number


class SharedRandom:
    """The draws of a NumPy generator that the book needs, from the numbers of ``seeded``.

    Data, first weights and order of batches drawn from one of these, in turn, are those of the
    network trainer in the browser.

    >>> random = SharedRandom(1)
    >>> random.uniform(0, 1, (3,)).round(4).tolist(), random.permutation(4).tolist()
    ([0.6271, 0.0027, 0.5274], [1, 0, 2, 3])
    """

    def __init__(self, seed: int) -> None:
        self._uniform = uniforms(seed)
        self._normal = normals(self._uniform)

    def uniform(self, low: float, high: float, size: Sequence[int]) -> Array:
        """Numbers evenly spread over low ≤ u < high, an array of shape ``size``."""
        return low + (high - low) * self._fill(self._uniform, size)

    def normal(self, mean: float, deviation: float, size: Sequence[int]) -> Array:
        """Normal numbers of that mean and standard deviation, an array of shape ``size``."""
        return mean + deviation * self._fill(self._normal, size)

    def permutation(self, count: int) -> npt.NDArray[np.integer]:
        """The indices 0 … count − 1 in random order."""
        return np.array(shuffled(range(count), self._uniform))

    def _fill(self, draw: Source, size: Sequence[int]) -> Array:
        return np.array([draw() for _ in range(math.prod(size))]).reshape(size)


# In quotes: NumPy loads its generators when they are first asked for.
Generator: TypeAlias = "np.random.Generator | SharedRandom"


def generator(seed: int | Generator) -> Generator:
    """NumPy's generator for a seed; a generator is taken as it is, and draws on from where it is.

    >>> random = SharedRandom(1)
    >>> generator(random) is random
    True
    """
    if isinstance(seed, SharedRandom | np.random.Generator):
        return seed
    return np.random.default_rng(whole_number(seed, "seed"))
