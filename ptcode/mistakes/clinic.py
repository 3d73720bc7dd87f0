"""The functions that the clinic offers, and fresh composites from a seed.

No two mistakes lead to the same wrong answer in the composites; a test holds this.
"""

from __future__ import annotations

import numpy as np
import sympy

from ptcode.core.validation import whole_number
from ptcode.functions.activations import sigmoid
from ptcode.functions.function import x

CLINIC: tuple[sympy.Expr, ...] = (
    sympy.sin(x**2),
    sympy.sin(x) ** 2,
    sympy.sin(sympy.cos(x)),
    sympy.log(sympy.sin(x)),
    sympy.exp(sympy.cos(x)),
    sigmoid(x**2),
    sympy.sqrt(sympy.cos(x)),
    (2 * x + 1) ** 3,
    sympy.exp(sympy.sin(x**2)),
    x * sympy.sin(x**2),
)


def fresh(seed: int) -> sympy.Expr:
    """Another composite like those of the clinic, with numbers from a seed.

    >>> fresh(3) == fresh(3)
    True
    """
    random = np.random.default_rng(whole_number(seed, "seed"))
    outer = [sympy.sin, sympy.cos, lambda z: z**3, sigmoid][random.integers(4)]
    a, b = (int(number) for number in random.integers(2, 6, size=2))
    inner = [a * x**2 + b, a * x**3 - b * x, sympy.sin(a * x) + b, x**2 - a * x][random.integers(4)]
    return outer(inner)
