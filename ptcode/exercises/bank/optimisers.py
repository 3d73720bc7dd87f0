"""Exercises on optimisers: the same gradient, a different step."""

from sympy import sqrt

from ptcode.exercises.kinds import ChoiceExercise, NumberExercise, OrderExercise
from ptcode.exercises.symbols import a, b, g, h, m, n, r
from ptcode.exercises.texts import number

_EPOCH = NumberExercise(
    slug="steps-in-an-epoch",
    topic="optimisers",
    level=1,
    prompt=f"{number(n)} examples, batches of {number(b)}. How many steps are {number(m)} epochs?",
    answer=n / b * m,
    tolerance=1e-6,
    parameters={"n": (1000, 600), "b": (50, 20), "m": (3, 4)},
    wrong={
        "other: That is one epoch.": n / b,
        "other: Those are examples; a step takes a whole batch.": n * m,
        "other: That would be full-batch descent, one step in an epoch.": m,
        "other: That is batch size times epochs; divide the examples by the batch size.": b * m,
    },
    hints=("One epoch is one pass over the data.",),
    solution=(
        (
            f"{number(n)}/{number(b)} = {number(n / b)} steps in an epoch, so "
            f"{number(n / b * m)} in {number(m)} of them."
        ),
    ),
)
_MOMENTUM = NumberExercise(
    slug="second-step-of-momentum",
    topic="optimisers",
    level=2,
    prompt=(
        f"Momentum, v := βv + g and θ := θ − αv, starts with v = 0. α = {number(r)}, β = "
        f"{number(b)}. "
        f"The first two gradients are {number(g)} and {number(h)}. "
        "What does the *second* step add to θ, with its sign?"
    ),
    answer=-r * (b * g + h),
    parameters={"r": (0.1, 0.5), "b": (0.9, 0.8), "g": (2, 4), "h": (1, -3)},
    wrong={
        "lost-sign": r * (b * g + h),
        "other: That is gradient descent, which remembers nothing.": -r * h,
        "other: The old velocity is multiplied by β.": -r * (g + h),
        "other: That is the first step.": -r * g,
        "other: That is v; the step is −α times it.": b * g + h,
    },
    hints=(
        f"v₁ = {number(g)}. What is v₂?",
        f"v₂ = {number(b)}·{number(g)} + ({number(h)}) = {number(b * g + h)}.",
    ),
    solution=(
        f"v₁ = {number(g)}, v₂ = {number(b)}·{number(g)} + ({number(h)}) = {number(b * g + h)}.",
        f"−αv₂ = {number(-r * (b * g + h))}.",
    ),
)
_RMSPROP = NumberExercise(
    slug="first-step-of-rmsprop",
    topic="optimisers",
    level=2,
    prompt=(
        "RMSProp, s := ρs + (1 − ρ)g² and θ := θ − αg/√s, starts with s = 0. "
        f"α = {number(r)}, ρ = {number(b)}. The first gradient is {number(g)}. "
        "What does the first step add to θ, with its sign?"
    ),
    answer=-r / sqrt(1 - b),
    parameters={"r": (0.1, 0.02), "b": (0.9, 0.75, 0.99), "g": (40, 3, 0.5)},
    wrong={
        "lost-sign": r / sqrt(1 - b),
        "other: That is gradient descent.": -r * g,
        "other: With s = 0 before, s becomes (1 − ρ)g², not g².": -r,
        "other: The root is missing.": -r / ((1 - b) * g),
    },
    hints=("s = (1 − ρ)g². What is g/√s?", "The size of g cancels: 1/√(1 − ρ) is left."),
    solution=(
        (
            f"s = {number(1 - b)}·{number(g**2)} = {number((1 - b) * g**2)}, and √s = "
            f"{number(sqrt(1 - b) * g)}."
        ),
        (
            f"−{number(r)}·{number(g)}/{number(sqrt(1 - b) * g)} = "
            f"{number(-r / sqrt(1 - b))}, whatever the size of the gradient."
        ),
    ),
)
_ADAM = NumberExercise(
    slug="first-step-of-adam",
    topic="optimisers",
    level=3,
    prompt=(
        f"Adam with α = {number(r)}, β₁ = {number(a)}, β₂ = {number(b)}, both averages "
        "corrected. The first gradient is "
        f"{number(g)}. What does the first step add to θ, with its sign? (Leave out the tiny ε.)"
    ),
    answer=-r,
    parameters={"r": (0.01, 0.1), "a": (0.9, 0.8), "b": (0.999, 0.99), "g": (250, 4, 0.3)},
    wrong={
        "lost-sign": r,
        "other: That is gradient descent.": -r * g,
        "other: The correction of the averages is missing.": -r * (1 - a) / sqrt(1 - b),
        "other: The mean is corrected, the mean square is not.": -r / sqrt(1 - b),
        "other: The mean square is corrected, the mean is not.": -r * (1 - a),
    },
    hints=(
        "After one step m = (1 − β₁)g and s = (1 − β₂)g². Correct both.",
        "The corrected averages are g and g².",
    ),
    solution=(
        "Corrected, m̂ = g and ŝ = g², so m̂/√ŝ = 1.",
        f"The step is −α = {number(-r)}: the size of g cancels.",
    ),
)
_ORDER = OrderExercise(
    slug="adam-in-four-lines",
    topic="optimisers",
    level=2,
    prompt="Put the four lines of Adam in order.",
    items=(
        "take the gradient g here",
        "update the averages: m of g, s of g²",
        "correct both for having started at 0",
        "θ := θ − α·m̂/√ŝ",
    ),
    hints=(
        "What can be done first, knowing only θ?",
        "The averages are corrected before they are used.",
    ),
    solution=("Gradient, averages, correction, step.",),
)
_NOISE = ChoiceExercise(
    slug="what-noise-leaves",
    topic="optimisers",
    level=1,
    prompt=(
        "Stochastic gradient descent on a bowl, one example at a time, α fixed. "
        "What does it do near the minimum?"
    ),
    choices=[
        (
            "It settles on the minimum.",
            "There the mean of the gradients is 0. One gradient is not.",
        ),
        (
            "It keeps jittering around the minimum.",
            "Each example pulls its own way. A smaller α makes it jitter less.",
            True,
        ),
        (
            "It diverges: the noise adds up.",
            "The bowl pulls it back. With α not too large, the two balance.",
        ),
        (
            "It stops, since each step gets shorter.",
            "That holds for the full gradient, which goes to 0. These do not.",
        ),
    ],
    hints=("What is the gradient of a single example at the minimum of the mean?",),
    solution=(
        "The mean of the gradients is 0 there, the single ones are not. So it never stands still.",
    ),
)

EXERCISES = (
    _EPOCH,
    _NOISE,
    _MOMENTUM,
    _RMSPROP,
    _ORDER,
    _ADAM,
)
