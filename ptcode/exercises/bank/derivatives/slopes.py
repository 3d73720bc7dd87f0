"""Exercises on derivatives: what a slope is and says, and the secant."""

from sympy import Abs, sign

from ptcode.exercises.kinds import (
    ChoiceExercise,
    NumberExercise,
)
from ptcode.exercises.symbols import a, d, k, p, q, s, u, x
from ptcode.exercises.texts import bracketed, number, pick, plus

SLOPE = NumberExercise(
    slug="slope-of-square",
    topic="derivatives",
    level=1,
    prompt=f"What is the slope of this curve at x = {number(p)}?",
    expression=x**2,
    at=p,
    parameters={"p": (-3, 7, -4, 6, -1.5)},
    wrong={
        f"other: That is the value of y at {number(p)}, not the slope there.": p**2,
        "other: That is x; the slope is 2x.": p,
    },
    hints=("What is the derivative of x²?", f"It is 2x. Put {number(p)} in for x."),
    solution=("dy/dx = 2x.", f"At {number(p)} that is 2·{bracketed(p)} = {number(2 * p)}."),
)
MEANING = ChoiceExercise(
    slug="what-a-slope-says",
    topic="derivatives",
    level=1,
    prompt=(
        f"The slope of f at x = {number(p)} is {number(q)}. You go a small step to the "
        f"{pick(k, 'right', 'left')}. What does f do?"
    ),
    parameters={"p": (3, 5, 1), "q": (-2, 2, -3, 4), "k": (0, 1)},
    values={"s": (1 + sign(q)) / 2, "u": s + k - 2 * s * k},
    choices=[
        (
            f"It {pick(u, 'falls', 'rises')}, by about {number(Abs(q))} times the step.",
            "The slope is a stretch factor, sign included.",
            True,
        ),
        (
            f"It {pick(u, 'rises', 'falls')}, by about {number(Abs(q))} times the step.",
            (
                "The size is right. But where the slope is "
                f"{pick(s, 'negative, f falls', 'positive, f rises')} to the right and "
                f"{pick(s, 'rises', 'falls')} to the left."
            ),
            "lost-sign",
        ),
        (
            f"It becomes {number(q)}.",
            f"{number(q)} is not where the curve is. It says where the curve is going.",
        ),
        (
            f"It moves {number(Abs(q))} to the {pick(u, 'left', 'right')}.",
            f"x goes to the {pick(k, 'right', 'left')}, because you do. Only f answers.",
        ),
    ],
    hints=("By what does f stretch a small step? A step to the left is a negative one.",),
    solution=(
        (
            f"A step of length h to the {pick(k, 'right', 'left')} changes f by about "
            f"{number(q)}·{pick(k, 'h', '(−h)')}: it {pick(u, 'falls', 'rises')}, by about "
            f"{number(Abs(q))} times the step."
        ),
    ),
)
SECANT = NumberExercise(
    slug="secant-of-square",
    topic="derivatives",
    level=1,
    prompt=f"What is the slope of the secant of x² from x = {number(p)} to x = {number(q)}?",
    answer=(q**2 - p**2) / (q - p),
    parameters={"p": (2, 1, 3), "q": (6, 8, 7)},
    wrong={
        "other: That is the rise; divide it by the run.": q**2 - p**2,
        "other: That is the tangent at the start.": 2 * p,
        "other: That is the tangent at the end.": 2 * q,
        f"other: The run is the distance from {number(p)} to {number(q)}, not {number(q)}.": (
            q**2 - p**2
        )
        / q,
    },
    hints=(
        "Rise over run.",
        f"The rise is {number(q**2)} − {number(p**2)}, the run {number(q - p)}.",
    ),
    solution=(
        (
            f"({number(q**2)} − {number(p**2)})/({number(q)} − {number(p)}) = "
            f"{number(q**2 - p**2)}/{number(q - p)} = {number((q**2 - p**2) / (q - p))}."
        ),
    ),
)
ROAD = NumberExercise(
    slug="a-little-further",
    topic="derivatives",
    level=2,
    prompt=(
        f"At kilometre {number(p)} a road is {number(a)} m above the sea, and its slope there is "
        f"{number(q)} metres per kilometre. About how high is it {number(d)} km further on?"
    ),
    answer=a + q * d,
    parameters={"p": (4, 7, 12), "a": (310, 480), "q": (60, -40, -80), "d": (0.2, 0.5)},
    tolerance=1e-3,
    wrong={
        "lost-sign": a - q * d,
        "other: That is the change of height; add it to the height you come from.": q * d,
        "other: The slope is metres per kilometre. You did not go a whole kilometre.": a + q,
        (
            f"other: You multiplied the slope by {number(p + d)}, the place. What counts is how "
            "far you went."
        ): a + q * (p + d),
    },
    hints=(
        "The slope says how much the height changes per kilometre.",
        f"The change is about {number(q)}·{number(d)} metres.",
    ),
    solution=(
        f"Over {number(d)} km the height changes by about {number(q)}·{number(d)} = "
        f"{number(q * d)} m.",
        f"{number(a)} {plus(q * d)} = {number(a + q * d)} m. Only about: the slope itself may "
        "change on the way.",
    ),
)
