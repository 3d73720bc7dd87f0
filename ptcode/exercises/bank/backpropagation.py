"""Exercises on backpropagation: forwards, backwards, one step, on the running example."""

from ptcode.exercises.kinds import (
    Blank,
    ChoiceExercise,
    FillExercise,
    OrderExercise,
)
from ptcode.exercises.symbols import (
    W_1,
    W_2,
    W,
    a,
    a_1,
    b,
    c,
    d,
    d_1,
    d_2,
    f,
    p,
    q,
    r,
    s,
    t,
    u,
    w,
    x,
    y,
    z,
)
from ptcode.exercises.texts import number
from ptcode.exercises.weights import weight_exercise
from ptcode.functions.activations import sigmoid

_NETWORK = (
    "The network of this chapter: z₁ = W₁x, a₁ = σ(z₁), z₂ = W₂a₁, ŷ = σ(z₂), J = ½(ŷ − y)². Now "
    f"x = {number(x)}, y = {number(y)}, W₁ = {number(W_1)}, W₂ = {number(W_2)}, which "
    f"makes a₁ = {number(a_1)} and ŷ = {number(p)}. "
)
_NUMBERS = {
    "x": (1.5, 0.5, 2, -1),
    "y": (1, 0),
    "W_1": (0.8, -0.6, 0.4),
    "W_2": (-1.2, 0.9, 1.5),
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
        f"∂J/∂ŷ = ŷ − y = {number(f)}, and σ′(z₂) = ŷ(1 − ŷ) = {number(t)}.",
        f"∂J/∂z₂ = {number(f)}·{number(t)} = {number(d_2)}.",
        f"∂J/∂W₂ = ∂J/∂z₂·a₁ = {number(d_2)}·{number(a_1)} = {number(d_2 * a_1)}.",
    ),
)
_W1 = weight_exercise(
    "W_1",
    slug="gradient-of-the-first-weight",
    topic="backpropagation",
    level=3,
    prompt=_NETWORK + "What is ∂J/∂W₁?",
    parameters=_NUMBERS,
    hints=(
        "Five links: times x, σ, times W₂, σ, the cost.",
        "(ŷ − y)·ŷ(1 − ŷ)·W₂·a₁(1 − a₁)·x.",
        f"∂J/∂z₂ = {number(d_2)}. Three factors are still to come.",
    ),
    solution=(
        f"∂J/∂z₂ = (ŷ − y)·ŷ(1 − ŷ) = {number(f)}·{number(t)} = {number(d_2)}.",
        f"∂J/∂a₁ = ∂J/∂z₂·W₂ = {number(c)}.",
        f"∂J/∂z₁ = ∂J/∂a₁·a₁(1 − a₁) = {number(c)}·{number(s)} = {number(d_1)}.",
        f"∂J/∂W₁ = ∂J/∂z₁·x = {number(d_1 * x)}.",
    ),
)
_ORDER = OrderExercise(
    slug="order-of-the-backward-pass",
    topic="backpropagation",
    level=1,
    prompt="The running example. Put the adjoints in the order in which they are computed.",
    items=("∂J/∂ŷ", "∂J/∂z₂", "∂J/∂a₁", "∂J/∂z₁", "∂J/∂W₁"),
    wrong={"swapped": (4, 3, 2, 1, 0)},
    hints=("Which one needs none of the others?", "Start at the cost, and walk back."),
    solution=("From the cost back: ŷ, z₂, a₁, z₁, W₁. Each needs the one before it.",),
)
_ADJOINTS = FillExercise(
    slug="adjoints-of-one-layer",
    topic="backpropagation",
    level=2,
    prompt=(
        f"z = Wx + b, ŷ = σ(z), J = ½(ŷ − y)², with x = {number(c)} and y = "
        f"{number(t)}. Fill in the adjoints."
    ),
    parameters={"c": (2, 1.5, -1), "t": (1, 0), "W": (0.5, -0.8), "b": (-0.4, 0.3)},
    values={"z": W * c + b, "p": sigmoid(z)},
    nodes=(("W", "W"), ("b", "b"), ("z", "z"), ("p", "ŷ")),
    blanks=(
        Blank(
            "q",
            "∂J/∂ŷ",
            p - t,
            wrong={"lost-sign": t - p, "factor": 2 * (p - t), "overwritten": (p - t) / 2},
        ),
        Blank(
            "r",
            "∂J/∂z",
            q * p * (1 - p),
            wrong={
                "stopped": q,
                "at-activation": q * sigmoid(p) * (1 - sigmoid(p)),
                "lost-sign": -q * p * (1 - p),
                "other: That is σ′(z) alone; multiply by ∂J/∂ŷ.": p * (1 - p),
            },
        ),
        Blank(
            "s",
            "∂J/∂W",
            r * c,
            wrong={"by-input": r * W, "stopped": r, "lost-sign": -r * c},
        ),
        Blank(
            "u",
            "∂J/∂b",
            r,
            wrong={
                "other: The edge from b to z has the local derivative 1.": (r * b, r * c),
                "lost-sign": -r,
            },
        ),
    ),
    hints=(
        "∂J/∂ŷ = ŷ − y. Then one factor for each edge.",
        "From ŷ to z the factor is ŷ(1 − ŷ); from z to W it is x; from z to b it is 1.",
    ),
    solution=(
        f"∂J/∂ŷ = ŷ − y = {number(p - t)}.",
        f"∂J/∂z = (ŷ − y)·ŷ(1 − ŷ) = {number((p - t) * p * (1 - p))}.",
        f"∂J/∂W = ∂J/∂z·x = {number((p - t) * p * (1 - p) * c)}, and ∂J/∂b = ∂J/∂z·1.",
    ),
)
_MOVES = ChoiceExercise(
    slug="what-training-moves",
    topic="backpropagation",
    level=1,
    prompt="z₁ = W₁x. Which derivative of z₁ does training need?",
    choices=[
        ("∂z₁/∂W₁ = x", "The weights move, the data stay.", True),
        ("∂z₁/∂x = W₁", "x is data. Nobody moves it.", "by-input"),
        ("∂z₁/∂W₁ = W₁", "As a function of W₁ it is a straight line with slope x.", "by-input"),
        ("Both, for z₁ depends on both.", "It does. But a step is taken in W₁ only."),
    ],
    hints=("What does a step change?",),
    solution=("A step changes W₁, so ∂z₁/∂W₁ = x. The derivative by x answers another question.",),
)
_SHARED = FillExercise(
    slug="one-weight-used-twice",
    topic="backpropagation",
    level=3,
    prompt=(
        "u = σ(Wx), then ŷ = Wu with the same W, and J = ½(ŷ − y)². "
        f"x = {number(c)}, W = {number(w)}, y = {number(t)}. Fill in what comes back to W."
    ),
    parameters={"c": (1.5, 2, -1), "w": (2, 0.5, -1.5), "t": (1, -1)},
    values={"u": sigmoid(w * c), "p": w * u},
    nodes=(("w", "W"), ("u", "u = σ(Wx)"), ("p", "ŷ = Wu")),
    blanks=(
        Blank("a", "∂J/∂ŷ", p - t, wrong={"lost-sign": t - p, "factor": 2 * (p - t)}),
        Blank(
            "b",
            "∂J/∂W through its last use",
            a * u,
            wrong={"by-input": a * w, "stopped": a, "lost-sign": -a * u},
        ),
        Blank(
            "d",
            "∂J/∂W through its first use",
            a * w * u * (1 - u) * c,
            wrong={
                "stopped": (a * w * c, a * u * (1 - u) * c, a * w * u * (1 - u)),
                "at-activation": a * w * sigmoid(u) * (1 - sigmoid(u)) * c,
                "by-input": a * w**2 * u * (1 - u),
                "lost-sign": -a * w * u * (1 - u) * c,
            },
        ),
        Blank(
            "g",
            "∂J/∂W",
            b + d,
            wrong={
                "overwritten": (d, b),
                "other: Along a path the factors multiply; over paths you add.": b * d,
            },
        ),
    ),
    hints=("W stands in two places, so two paths lead from it to J.", "Over paths, add: +=."),
    solution=(
        f"∂J/∂ŷ = ŷ − y = {number(p - t)}.",
        f"Last use: (ŷ − y)·u = {number((p - t) * u)}.",
        f"First use: (ŷ − y)·W·u(1 − u)·x = {number((p - t) * w * u * (1 - u) * c)}.",
        f"Together {number((p - t) * (u + w * u * (1 - u) * c))}.",
    ),
)

EXERCISES = (
    _SHARED,
    _MOVES,
    _ORDER,
    _ADJOINTS,
    _W2,
    _W1,
)
