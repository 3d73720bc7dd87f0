"""The derivatives that the clinic of chapter 9 asks for: fixed ones, and fresh ones from a seed.

Every one of them is such that no two mistakes lead to the same wrong answer; a test holds this.
"""

from __future__ import annotations

import numpy as np
import sympy

from ptcode.core.validation import whole_number
from ptcode.functions.activations import sigmoid
from ptcode.functions.function import Function, x
from ptcode.mistakes.problems import Problem, WeightProblem, problem

_EXPRESSIONS = {
    "sine-of-square": (sympy.sin(x**2), (-2.0, 2.0)),
    "square-of-sine": (sympy.sin(x) ** 2, (-2.0, 2.0)),
    "sine-of-cosine": (sympy.sin(sympy.cos(x)), (-2.0, 2.0)),
    "log-of-sine": (sympy.log(sympy.sin(x)), (0.2, 2.9)),
    "exponential-of-cosine": (sympy.exp(sympy.cos(x)), (-2.0, 2.0)),
    "sigmoid-of-square": (sigmoid(x**2), (-2.0, 2.0)),
    "root-of-cosine": (sympy.sqrt(sympy.cos(x)), (-1.4, 1.4)),
}
CLINIC: dict[str, Problem] = {
    name: problem(Function(expression, (x,), name=name), window)
    for name, (expression, window) in _EXPRESSIONS.items()
} | {weight: WeightProblem(weight=weight) for weight in ("W1", "W2")}


def fresh(seed: int) -> Problem:
    """Another composite like those of the clinic, with numbers from a seed.

    >>> fresh(3).function.expression == fresh(3).function.expression
    True
    """
    random = np.random.default_rng(whole_number(seed, "seed"))
    outer = [sympy.sin, sympy.cos, lambda z: z**3, sigmoid][random.integers(4)]
    a, b = (int(number) for number in random.integers(2, 6, size=2))
    inner = [a * x**2 + b, a * x**3 - b * x, sympy.sin(a * x) + b, x**2 - a * x][random.integers(4)]
    return problem(Function(outer(inner), (x,)), (-1.5, 1.5), seed=seed)
