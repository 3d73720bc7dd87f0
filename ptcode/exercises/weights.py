"""The gradient of the running example as exercises: ∂J/∂W₁ and ∂J/∂W₂ and their mistakes.

The formulas are those of backpropagation; that their wrong numbers are the ones of
``wrong_answers`` is tested.
"""

from __future__ import annotations

from ptcode.exercises.kinds import NumberExercise

FORWARD = {
    "z_1": "W_1·x",
    "a_1": "σ(z_1)",
    "z_2": "W_2·a_1",
    "p": "σ(z_2)",
    "J": "(p − y)²/2",
}
"""The values of the running example; p is the prediction ŷ."""
BACKWARD = {
    "f": "p − y",
    "t": "p·(1 − p)",
    "s": "a_1·(1 − a_1)",
    "d_2": "f·t",
    "c": "d_2·W_2",
    "d_1": "c·s",
}
"""∂J/∂ŷ, σ′(z₂), σ′(z₁), ∂J/∂z₂, ∂J/∂a₁ and ∂J/∂z₁."""
_T, _S = "σ(p)·(1 − σ(p))", "σ(a_1)·(1 − σ(a_1))"
"""σ′ taken at the activation: at ŷ and at a₁."""

_WRONG = {
    "W_1": {
        "stopped": ("d_1", "c", "d_2", "f", "c·x", "d_2·s·x", "f·W_2·s·x"),
        "by-input": "d_1·W_1",
        "at-activation": (f"f·{_T}·W_2·{_S}·x", f"d_2·W_2·{_S}·x", f"f·{_T}·W_2·s·x"),
        "updated": "d_2·(W_2 − l·d_2·a_1)·s·x",
        "factor": "2·d_1·x",
        "overwritten": "d_1·x/2",
    },
    "W_2": {
        "stopped": ("d_2", "f", "f·a_1"),
        "by-input": "d_2·W_2",
        "at-activation": f"f·{_T}·a_1",
        "factor": "2·d_2·a_1",
        "overwritten": "d_2·a_1/2",
    },
}
_RIGHT = {"W_1": "d_1·x", "W_2": "d_2·a_1"}
RUNNING = {"x": (1.5,), "y": (1.0,), "W_1": (0.8,), "W_2": (-1.2,)}


def weight_exercise(
    weight: str, *, parameters=None, learning_rate: float = 0.5, **options
) -> NumberExercise:
    """∂J/∂W for the weight ``"W_1"`` or ``"W_2"`` as a number to type, with its wrong numbers.

    ``parameters`` are the values that x, y, W_1 and W_2 may take, by default those of the running
    example. A text may name any of FORWARD and BACKWARD.

    >>> task = weight_exercise("W_1", slug="w", chapter=6, level=3, prompt="∂J/∂W₁?")
    >>> round(task.right(task.known()), 6)
    0.046638
    """
    if weight not in _RIGHT:
        raise ValueError(f"weight must be 'W_1' or 'W_2', got {weight!r}")
    return NumberExercise(
        answer=_RIGHT[weight],
        wrong=_WRONG[weight],
        values=FORWARD | BACKWARD,
        parameters={**RUNNING, **(parameters or {}), "l": (learning_rate,)},
        **options,
    )
