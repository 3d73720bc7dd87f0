"""Adjoints of the running example and of one unit with a bias."""

from ptcode.exercises.kinds import (
    Blank,
    FillExercise,
)
from ptcode.exercises.symbols import (
    W_1,
    W_2,
    W,
    a_1,
    b,
    c,
    d_1,
    d_2,
    f,
    p,
    q,
    r,
    s,
    t,
    x,
    y,
    z,
)
from ptcode.exercises.texts import number
from ptcode.exercises.weights import CANCELLED, HALF, weight_exercise
from ptcode.functions.activations import sigmoid

_NETWORK = (
    "The network of the running example: z₁ = W₁x, a₁ = σ(z₁), z₂ = W₂a₁, ŷ = σ(z₂), J = "
    f"½(ŷ − y)². Now x = {number(x)}, y = {number(y)}, W₁ = {number(W_1)}, W₂ = {number(W_2)}, "
    f"which makes a₁ = {number(a_1)} and ŷ = {number(p)}. "
)
_NUMBERS = {
    "x": (2, 0.5, 1.2, -2),
    "y": (1, 0),
    "W_1": (0.7, -0.6, 0.4),
    "W_2": (-1.4, 0.9, 1.5),
}
_W2 = weight_exercise(
    "W_2",
    slug="gradient-of-the-last-weight",
    topic="backpropagation",
    level=2,
    prompt=_NETWORK + "What is ∂J/∂W₂?",
    parameters=_NUMBERS,
    hints=(
        "Three links lead from W₂ to J: times a₁, σ, the cost.",
        "(ŷ − y)·ŷ(1 − ŷ)·a₁.",
    ),
    solution=(
        f"The adjoint of ŷ is ŷ − y = {number(f)}, and σ′(z₂) = ŷ(1 − ŷ) = {number(t)}.",
        f"z̄₂ = {number(f)}·{number(t)} = {number(d_2)}.",
        f"∂J/∂W₂ = z̄₂·a₁ = {number(d_2)}·{number(a_1)} = {number(d_2 * a_1)}.",
    ),
)
_W1 = weight_exercise(
    "W_1",
    slug="gradient-of-the-first-weight",
    topic="backpropagation",
    level=3,
    prompt=_NETWORK + "First say which sign ∂J/∂W₁ has, then compute it.",
    parameters=_NUMBERS,
    hints=(
        "Five links: times x, σ, times W₂, σ, the cost.",
        "(ŷ − y)·ŷ(1 − ŷ)·W₂·a₁(1 − a₁)·x.",
        f"z̄₂ = {number(d_2)}. Three factors are still to come.",
    ),
    solution=(
        f"z̄₂ = (ŷ − y)·ŷ(1 − ŷ) = {number(f)}·{number(t)} = {number(d_2)}.",
        f"ā₁ = z̄₂·W₂ = {number(c)}.",
        f"z̄₁ = ā₁·a₁(1 − a₁) = {number(c)}·{number(s)} = {number(d_1)}.",
        f"∂J/∂W₁ = z̄₁·x = {number(d_1 * x)}.",
    ),
)
_ADJOINTS = FillExercise(
    slug="adjoints-of-one-layer",
    topic="backpropagation",
    level=2,
    prompt=(
        f"z = Wx + b, ŷ = σ(z), J = ½(ŷ − y)², with x = {number(c)} and y = "
        f"{number(t)}. Fill in the adjoints."
    ),
    parameters={"c": (2, 1.5, -2), "t": (1, 0), "W": (0.5, -0.8), "b": (-0.4, 0.3)},
    values={"z": W * c + b, "p": sigmoid(z)},
    nodes=(("W", "W"), ("b", "b"), ("z", "z"), ("p", "ŷ")),
    blanks=(
        Blank(
            "q",
            "adjoint of ŷ",
            p - t,
            wrong={"lost-sign": t - p, "factor": 2 * (p - t), "overwritten": (p - t) / 2},
        ),
        Blank(
            "r",
            "z̄",
            q * p * (1 - p),
            wrong={
                "stopped": q,
                "at-activation": q * sigmoid(p) * (1 - sigmoid(p)),
                "lost-sign": -q * p * (1 - p),
                "other: That is σ′(z) alone; multiply by the adjoint of ŷ.": p * (1 - p),
            },
        ),
        Blank(
            "s",
            "W̄",
            r * c,
            wrong={"by-input": r * W, "stopped": r, "lost-sign": -r * c},
        ),
        Blank(
            "u",
            "b̄",
            r,
            wrong={
                "other: The edge from b to z has the local derivative 1.": (r * b, r * c),
                "lost-sign": -r,
            },
        ),
    ),
    words={"factor": CANCELLED, "overwritten": HALF},
    hints=(
        "The adjoint of ŷ is ŷ − y. Then one factor for each edge.",
        "From ŷ to z the factor is ŷ(1 − ŷ); from z to W it is x; from z to b it is 1.",
    ),
    solution=(
        f"The adjoint of ŷ is ŷ − y = {number(p - t)}.",
        f"z̄ = (ŷ − y)·ŷ(1 − ŷ) = {number((p - t) * p * (1 - p))}.",
        f"W̄ = z̄·x = {number((p - t) * p * (1 - p) * c)}, and b̄ = z̄·1.",
    ),
)
RUNNING_EXAMPLE = (_ADJOINTS, _W2, _W1)
