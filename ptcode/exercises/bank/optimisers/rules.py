"""What each rule makes of a gradient: momentum, RMSProp and Adam, step by step."""

from sympy import sqrt

from ptcode.exercises.kinds import Blank, FillExercise, NumberExercise, OrderExercise
from ptcode.exercises.symbols import a, b, g, h, k, m, n, p, r
from ptcode.exercises.texts import bracketed, number, pick, plus

_MOMENTUM = NumberExercise(
    slug="second-step-of-momentum",
    topic="optimisers",
    level=2,
    prompt=(
        "Momentum, v := βv + g and θ := θ − αv with the gradient g, starts with v = 0. "
        f"α = {number(r)}, β = {number(b)}. "
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
    words={"lost-sign": "The sign is turned: θ := θ − αv, so the step adds −αv."},
    hints=(
        f"v₁ = {number(g)}. What is v₂?",
        f"v₂ = {number(b)}·{number(g)} {plus(h)} = {number(b * g + h)}.",
    ),
    solution=(
        f"v₁ = {number(g)}, v₂ = {number(b)}·{number(g)} {plus(h)} = {number(b * g + h)}.",
        f"−αv₂ = {number(-r * (b * g + h))}.",
    ),
)
_RMSPROP = NumberExercise(
    slug="first-step-of-rmsprop",
    topic="optimisers",
    level=2,
    prompt=(
        "RMSProp, s := ρs + (1 − ρ)g² and θ := θ − αg/√s with the gradient g, starts with "
        f"s = 0. α = {number(r)}, ρ = {number(b)}. The first gradient is {number(g)}. "
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
    words={
        "lost-sign": "The sign is turned: θ := θ − αg/√s, so the step goes against the gradient."
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
    words={
        "lost-sign": "The sign is turned: θ := θ − α·m̂/√ŝ, so the step goes against the gradient."
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
_STEADY = FillExercise(
    slug="momentum-on-a-steady-slope",
    topic="optimisers",
    level=2,
    prompt=(
        "Momentum, v := βv + g and θ := θ − αv with the gradient g, starts with v = 0. "
        f"α = {number(r)}, β = {number(b)}, and g is {number(g)} at every step. "
        "Fill in the velocities and what the third step adds to θ."
    ),
    parameters={"r": (0.1, 0.02), "b": (0.5, 0.8, 0.6), "g": (3, -2, 4)},
    blanks=(
        Blank(
            "m",
            "v after step 1",
            g,
            wrong={
                "other: v was 0, so βv is 0. The whole gradient is added, not a share of it.": (
                    b * g,
                    (1 - b) * g,
                ),
                "other: That is the step. v is not multiplied by α.": -r * g,
            },
        ),
        Blank(
            "n",
            "v after step 2",
            b * m + g,
            wrong={
                "other: The old velocity is multiplied by β.": 2 * g,
                "other: That is β times the old velocity; the new gradient is added.": b * g,
                "other: That is the velocity after step 3.": g + b * g * (1 + b),
                "other: Then nothing would be remembered: add β times the old velocity.": g,
            },
        ),
        Blank(
            "p",
            "v after step 3",
            b * n + g,
            wrong={
                "other: The old velocity is multiplied by β.": (3 * g, n + g),
                "other: That is the velocity after step 2.": b * m + g,
                "other: v comes near to g/(1 − β), but only in the end.": g / (1 - b),
            },
        ),
        Blank(
            "q",
            "what step 3 adds to θ",
            -r * p,
            wrong={
                "lost-sign": r * p,
                "other: That is the step of gradient descent, which remembers nothing.": -r * g,
                "other: Those are all three steps together.": -r * (m + n + p),
            },
        ),
    ),
    hints=(
        f"v₁ = {number(g)} and v₂ = {number(b)}·{bracketed(g)} {plus(g)}.",
        "v₃ is made of v₂ in the same way, and the step is −α·v₃.",
    ),
    solution=(
        f"v₁ = {number(g)}, v₂ = {number(b)}·{bracketed(g)} {plus(g)} = {number(g * (1 + b))}, "
        f"v₃ = {number(b)}·{bracketed(g * (1 + b))} {plus(g)} = {number(g * (1 + b + b**2))}.",
        f"The step is −{number(r)}·{bracketed(g * (1 + b + b**2))} = "
        f"{number(-r * g * (1 + b + b**2))}. In the end v comes near to g/(1 − β) = "
        f"{number(g / (1 - b))}.",
    ),
)
_ORDER = OrderExercise(
    slug="adam-in-four-lines",
    topic="optimisers",
    level=2,
    prompt="Put the four lines of " + pick(k, "Adam", "momentum", "RMSProp") + " in order.",
    parameters={"k": (0, 1, 2)},
    items=(
        "take the gradient g at θ",
        pick(
            k,
            "update the averages: m of g, s of g²",
            "make it part of the velocity: v := βv + g",
            "make it part of the mean square: s := ρs + (1 − ρ)g²",
        ),
        pick(
            k,
            "correct both for having started at 0",
            "multiply the velocity by α",
            "divide the gradient by √s",
        ),
        pick(
            k,
            "move θ by −α·m̂/√ŝ",
            "subtract the product from θ",
            "subtract α times the quotient from θ",
        ),
    ),
    wrong={
        "other: The gradient comes first: what follows is made of it.": (
            1,
            0,
            2,
            3,
        ),
    },
    hints=("What can be done first, knowing only θ?", "The last line moves θ."),
    solution=(
        pick(
            k,
            "Gradient, averages, correction, step.",
            "Gradient, velocity, length of the step, step.",
            "Gradient, mean square, quotient, step.",
        ),
    ),
)
RULES = (_MOMENTUM, _STEADY, _RMSPROP, _ORDER, _ADAM)
