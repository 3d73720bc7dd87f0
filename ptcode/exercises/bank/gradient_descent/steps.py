"""Exercises on gradient descent: its steps, forwards and read back."""

from sympy import Abs, sign

from ptcode.exercises.kinds import (
    Blank,
    ChoiceExercise,
    FillExercise,
    NumberExercise,
)
from ptcode.exercises.symbols import c, k, p, q, r, s, t
from ptcode.exercises.texts import bracketed, number, pick, plus

_ONE = p - 2 * r * (p - c)
"""θ₁ after a step on (θ − c)²."""

STEP = NumberExercise(
    slug="one-step",
    topic="gradient-descent",
    level=1,
    prompt=f"J(θ) = θ², θ₀ = {number(p)}, α = {number(r)}. What is θ₁?",
    answer=p - r * 2 * p,
    parameters={"p": (-3, 4, 5), "r": (0.1, 0.2, 0.3)},
    wrong={
        "lost-sign": p + r * 2 * p,
        "factor": p - r * p,
        "other: The step is α times the slope, not α.": (p - r, p + r),
        f"other: You used the cost {number(p**2)} in place of the slope.": p - r * p**2,
        "other: That is the step; add it to where you stand.": -r * 2 * p,
    },
    words={
        "lost-sign": "The minus of the update was lost: θ₁ = θ₀ − α·slope. Descent goes against "
        "the slope.",
        "factor": f"A factor 2 is missing: the slope of θ² is 2θ, so {number(2 * p)} and not "
        f"{number(p)}.",
    },
    hints=(
        f"What is the slope at {number(p)}?",
        f"θ₁ = θ₀ − α·slope, and the slope is 2·{bracketed(p)} = {number(2 * p)}.",
    ),
    solution=(
        f"The slope is {number(2 * p)}.",
        f"θ₁ = {number(p)} − {number(r)}·{bracketed(2 * p)} = {number(p - r * 2 * p)}.",
    ),
)
THREE = NumberExercise(
    slug="three-steps",
    topic="gradient-descent",
    level=2,
    prompt=f"J(θ) = θ², θ₀ = {number(p)}, α = {number(r)}. What is θ₃, after three steps?",
    answer=(1 - 2 * r) ** 3 * p,
    parameters={"p": (8, 4, -2), "r": (0.25, 0.75, 0.1)},
    wrong={
        "lost-sign": (1 + 2 * r) ** 3 * p,
        "factor": (1 - r) ** 3 * p,
        "other: That is θ₁.": (1 - 2 * r) * p,
        "other: That is θ₂.": (1 - 2 * r) ** 2 * p,
        "other: You took the slope at the start three times; it changes with θ.": p - 3 * r * 2 * p,
    },
    words={
        "lost-sign": "The minus of the update was lost: each step is θ − α·slope. Descent goes "
        "against the slope.",
        "factor": "A factor 2 is missing: the slope of θ² is 2θ, so each step multiplies by "
        f"1 − 2α = {number(1 - 2 * r)}.",
    },
    hints=(
        "Each step multiplies θ by the same factor.",
        f"The factor is 1 − 2α = {number(1 - 2 * r)}.",
    ),
    solution=(
        (
            f"θ₁ = {number((1 - 2 * r) * p)}, θ₂ = {number((1 - 2 * r) ** 2 * p)}, θ₃ = "
            f"{number((1 - 2 * r) ** 3 * p)}."
        ),
        "In one go: θ₃ = (1 − 2α)³·θ₀.",
    ),
)
_MOVES = pick(k, "goes up", "goes down")
DOES = ChoiceExercise(
    slug="what-one-step-does",
    topic="gradient-descent",
    level=1,
    prompt=(
        f"At θ = {number(p)} the slope of J is {number(q)}. You take one step with "
        f"α = {number(r)}, which is small enough here. What happens?"
    ),
    parameters={"p": (2, -3, 5), "q": (-4, 6, -2), "r": (0.1, 0.05)},
    values={"k": (1 + sign(q)) / 2},
    choices=[
        (
            f"θ {pick(k, 'goes down', 'goes up')} by {number(r * Abs(q))}, and J falls.",
            f"θ moves by −α·slope, and −{number(r)}·{bracketed(q)} is "
            f"{pick(k, 'positive', 'negative')}.",
            "lost-sign",
        ),
        (
            f"θ {_MOVES} by {number(r * Abs(q))}, and J falls.",
            f"θ moves by −α·slope, to {number(p - r * q)}, and that is downhill.",
            True,
        ),
        (
            f"θ {_MOVES} by {number(Abs(q))}, and J falls.",
            "That is the size of the slope. The step is α times as long.",
        ),
        (
            f"θ {_MOVES} by {number(r * Abs(q))}, and J rises.",
            f"Where the slope is {pick(k, 'negative', 'positive')}, J falls as θ {_MOVES}.",
        ),
    ],
    hints=("The step is −α times the slope.", "Does J rise or fall as θ goes up?"),
    solution=(
        f"The step is −{number(r)}·{bracketed(q)} = {number(-r * q)}, so θ "
        f"{_MOVES} to {number(p - r * q)}. It goes against the slope, so "
        "J falls.",
    ),
)
FILLED = FillExercise(
    slug="two-steps-filled-in",
    topic="gradient-descent",
    level=1,
    prompt=(
        f"J(θ) = (θ {plus(-c)})², whose slope is 2(θ {plus(-c)}). With θ₀ = {number(p)} and "
        f"α = {number(r)}, fill in the slope at the start and the first two steps."
    ),
    parameters={"p": (5, -1, 0), "c": (3, -2, 1), "r": (0.1, 0.3)},
    blanks=(
        Blank(
            "s",
            "slope at θ₀",
            2 * (p - c),
            wrong={
                "other: The slope has a factor 2.": p - c,
                "other: That is the cost at θ₀, not its slope.": (p - c) ** 2,
            },
        ),
        Blank(
            "t",
            "θ₁",
            p - r * s,
            wrong={
                "lost-sign": p + r * s,
                "other: The step is α times the slope.": p - s,
                "other: That is the step. Add it to θ₀.": -r * s,
            },
        ),
        Blank(
            "u",
            "θ₂",
            t - 2 * r * (t - c),
            wrong={
                "lost-sign": t + 2 * r * (t - c),
                "other: You used the slope at θ₀ again. At θ₁ it is another one.": t - r * s,
            },
        ),
    ),
    hints=(
        f"The slope at {number(p)} is 2·{bracketed(p - c)}.",
        "θ₁ = θ₀ − α·slope. Then take the slope again, at θ₁.",
    ),
    solution=(
        f"The slope at θ₀ is {number(2 * (p - c))}, so θ₁ = {number(p)} − "
        f"{number(r)}·{bracketed(2 * (p - c))} = {number(_ONE)}.",
        f"There it is {number(2 * (_ONE - c))}, so θ₂ = {number(_ONE)} − "
        f"{number(r)}·{bracketed(2 * (_ONE - c))} = {number(_ONE - 2 * r * (_ONE - c))}.",
    ),
)
BACK = NumberExercise(
    slug="slope-from-a-step",
    topic="gradient-descent",
    level=3,
    prompt=(
        f"One step of descent with α = {number(r)} took θ from {number(p)} to {number(q)}. What "
        f"was the slope of J at {number(p)}?"
    ),
    answer=(p - q) / r,
    parameters={"p": (2, -1, 4), "q": (1.4, -2.5, 2.8), "r": (0.2, 0.5, 0.1)},
    wrong={
        "lost-sign": (q - p) / r,
        "other: That is how far θ went. The step is α times the slope.": (p - q, q - p),
        "other: The slope times α is the step, so divide the step by α.": r * (p - q),
    },
    hints=(
        "Which number, times α and subtracted, makes the new θ of the old one?",
        f"{number(p)} − {number(r)}·slope = {number(q)}. Solve for the slope.",
    ),
    solution=(
        f"{number(r)}·slope = {number(p)} − {bracketed(q)} = {number(p - q)}, so the slope is "
        f"{number((p - q) / r)}.",
    ),
)
