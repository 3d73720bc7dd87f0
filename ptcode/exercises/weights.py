"""The gradient of the running example as exercises: ∂J/∂W₁ and ∂J/∂W₂ and their mistakes.

The wrong formulas are those of the templates of mistakes (``ptcode.mistakes.network``); the right
one is that of backpropagation, step by step.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ptcode.exercises.kinds import NumberExercise
from ptcode.exercises.symbols import W_1, W_2, a_1, d_1, d_2, p, x, y, z_1, z_2
from ptcode.exercises.symbols import c as a_1_bar
from ptcode.exercises.symbols import f as error
from ptcode.exercises.symbols import s as slope_1
from ptcode.exercises.symbols import t as slope_2
from ptcode.functions.activations import sigmoid
from ptcode.mistakes.network import wrong_gradients
from ptcode.networks.running_example import RunningExample

FORWARD = {
    "z_1": W_1 * x,
    "a_1": sigmoid(z_1),
    "z_2": W_2 * a_1,
    "p": sigmoid(z_2),
    "J": (p - y) ** 2 / 2,
}
"""The values of the running example; p is the prediction ŷ."""
BACKWARD = {
    "f": p - y,
    "t": p * (1 - p),
    "s": a_1 * (1 - a_1),
    "d_2": error * slope_2,
    "c": d_2 * W_2,
    "d_1": a_1_bar * slope_1,
}
"""The adjoint of ŷ, σ′(z₂), σ′(z₁), z̄₂, ā₁ and z̄₁."""
_RIGHT = {"W_1": d_1 * x, "W_2": d_2 * a_1}
_ASKED = ("stopped", "by-input", "at-activation", "updated", "factor", "overwritten")
"""The mistakes that somebody makes in a network: there is no taking J for the inner function."""
HALF = (
    "That is half of it. The square brings down a 2, which cancels the ½ in front: the derivative "
    "of ½(ŷ − y)² is ŷ − y."
)
CANCELLED = (
    "That is twice as much. The ½ in front cancels the 2 of the square: the derivative of "
    "½(ŷ − y)² is ŷ − y."
)
_EXAMPLE = RunningExample()
RUNNING = {"x": (_EXAMPLE.x,), "y": (_EXAMPLE.y,), "W_1": (_EXAMPLE.W1,), "W_2": (_EXAMPLE.W2,)}


def weight_exercise(
    weight: str,
    *,
    parameters: Mapping[str, tuple[float, ...]] | None = None,
    learning_rate: float = 0.5,
    **options: Any,
) -> NumberExercise:
    """∂J/∂W for the weight ``"W_1"`` or ``"W_2"`` as a number to type, with its wrong numbers.

    ``parameters`` are the values that x, y, W_1 and W_2 may take, by default those of the running
    example. A text may name any of FORWARD and BACKWARD.

    >>> task = weight_exercise("W_1", slug="w", topic="backpropagation", level=3, prompt="∂J/∂W₁?")
    >>> round(task.right(task.known()), 6)
    0.046638
    """
    if weight not in _RIGHT:
        raise ValueError(f"weight must be 'W_1' or 'W_2', got {weight!r}")
    wrong = wrong_gradients(weight)
    return NumberExercise(
        answer=_RIGHT[weight],
        wrong={name: tuple(wrong[name]) for name in _ASKED if wrong[name]},
        words={"factor": CANCELLED, "overwritten": HALF},
        values=FORWARD | BACKWARD,
        parameters={**RUNNING, **(parameters or {}), "l": (learning_rate,)},
        **options,
    )
