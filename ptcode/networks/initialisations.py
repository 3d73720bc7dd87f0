"""Where the weights of a layer start, named after the papers that worked it out.

Each rule fixes the variance of the weights so that the size of values, or of adjoints, neither
grows nor shrinks from layer to layer. ``fan_in`` and ``fan_out`` are the numbers of nodes before
and after; the result has shape (fan_out, fan_in). Randomness comes from the generator passed in.
"""

from __future__ import annotations

import numpy as np

from ptcode.core.generators import Generator
from ptcode.core.names import Named
from ptcode.core.types import Array


def glorot_uniform(fan_out: int, fan_in: int, random: Generator) -> Array:
    """Variance 2/(fan_in + fan_out), uniform (Glorot and Bengio 2010, equation 16): for tanh, σ."""
    limit = np.sqrt(6 / (fan_in + fan_out))
    return random.uniform(-limit, limit, (fan_out, fan_in))


def glorot_normal(fan_out: int, fan_in: int, random: Generator) -> Array:
    """Variance 2/(fan_in + fan_out), normal (Glorot and Bengio 2010, equation 12)."""
    return random.normal(0, np.sqrt(2 / (fan_in + fan_out)), (fan_out, fan_in))


def he_normal(fan_out: int, fan_in: int, random: Generator) -> Array:
    """Variance 2/fan_in, normal (He, Zhang, Ren and Sun 2015, equation 10): for ReLU."""
    return random.normal(0, np.sqrt(2 / fan_in), (fan_out, fan_in))


def he_uniform(fan_out: int, fan_in: int, random: Generator) -> Array:
    """Variance 2/fan_in, uniform: He and others' rule with the other distribution."""
    limit = np.sqrt(6 / fan_in)
    return random.uniform(-limit, limit, (fan_out, fan_in))


def lecun_normal(fan_out: int, fan_in: int, random: Generator) -> Array:
    """Variance 1/fan_in, normal (LeCun, Bottou, Orr and Müller 1998, section 4.6)."""
    return random.normal(0, np.sqrt(1 / fan_in), (fan_out, fan_in))


INITIALISATIONS = Named(
    "initialisation",
    {
        rule.__name__: rule
        for rule in (glorot_uniform, glorot_normal, he_normal, he_uniform, lecun_normal)
    },
)
