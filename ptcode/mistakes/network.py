"""The mistakes in the gradient of the running example: a chain from each weight to the cost.

The symbols are those that the exercises use: x, y, W_1, W_2, the values z_1, a_1, z_2, p (that is
ŷ) and J, and l for the learning rate.
"""

from __future__ import annotations

from collections.abc import Sequence

import sympy

from ptcode.functions.activations import sigmoid
from ptcode.functions.function import u
from ptcode.mistakes.filling import Filling
from ptcode.mistakes.mistakes import MISTAKES, Mistake
from ptcode.networks.running_example import RunningExample

X, Y, W_1, W_2, LEARNING_RATE = sympy.symbols("x y W_1 W_2 l", real=True)
Z_1, A_1, Z_2, PREDICTION, COST = sympy.symbols("z_1 a_1 z_2 p J", real=True)
WEIGHTS = ("W_1", "W_2")
_ERROR = (u - Y) ** 2 / 2


def gradient_of(weight: str) -> Filling:
    """The chain from a weight, "W_1" or "W_2", to the cost, its right derivative in it."""
    if weight not in WEIGHTS:
        raise ValueError(f"weight must be one of {', '.join(WEIGHTS)}, got {weight!r}")
    last = Filling(
        W_2, [A_1 * W_2, sigmoid(u), _ERROR], values=[W_2, Z_2, PREDICTION, COST], name="W_2"
    )
    last.right = last.fill(["product", "i", 1, "n", ["factor", "i"]])
    if weight == "W_2":
        return last
    first = Filling(
        W_1,
        [X * W_1, sigmoid(u), W_2 * u, sigmoid(u), _ERROR],
        values=[W_1, Z_1, A_1, *last.values[1:]],
        name="W_1",
        moved=W_2 - LEARNING_RATE * last.right,
    )
    first.right = first.fill(["product", "i", 1, "n", ["factor", "i"]])
    return first


def wrong_gradients(
    weight: str, mistakes: Sequence[Mistake] = MISTAKES
) -> dict[str, list[sympy.Expr]]:
    """By mistake, the wrong formulas for ∂J/∂W it leads to; none where there is no room for it."""
    chain = gradient_of(weight)
    found: dict[str, list[sympy.Expr]] = {mistake.name: [] for mistake in mistakes}
    for name, formula in chain.all(mistakes, "chain", "network"):
        if formula != chain.right and formula not in found[name]:
            found[name].append(formula)
    return found


def wrong_numbers(
    weight: str, example: RunningExample | None = None, learning_rate: float = 0.5
) -> dict[str, list[float]]:
    """The same in the numbers of the running example, or of another one like it.

    >>> round(wrong_numbers("W_1")["by-input"][0], 6)
    0.024873
    """
    example = example or RunningExample()
    values = example.values
    numbers = {
        X: example.x, Y: example.y, W_1: example.W1, W_2: example.W2, LEARNING_RATE: learning_rate,
        Z_1: values["z1"], A_1: values["a1"], Z_2: values["z2"], PREDICTION: values["y_hat"],
    }  # fmt: skip
    return {
        name: [float(formula.subs(numbers).evalf()) for formula in formulas]
        for name, formulas in wrong_gradients(weight).items()
    }
