"""Exercises on fitting a line: the partials of its cost, and a step."""

from ptcode.exercises.kinds import (
    Blank,
    DerivativeExercise,
    FillExercise,
    NumberExercise,
    OrderExercise,
)
from ptcode.exercises.symbols import a, b, c, h, p, q, r, s, w, x, y
from ptcode.exercises.texts import bracketed, number, plus

STEP = OrderExercise(
    slug="one-step-on-one-example",
    topic="fitting-a-line",
    level=1,
    prompt=(
        f"One example, x = {number(x)} and y = {number(y)}; θ₁ is held at 1, θ₂ is {number(b)}, "
        f"α = {number(a)}. Put the lines of one step of descent in the order in which they are "
        "computed."
    ),
    parameters={"x": (3, 2, 4), "y": (5, 9, 2), "b": (2, -1), "a": (0.1, 0.05)},
    values={"p": 1 + b * x, "r": p - y, "s": 2 * r * x},
    items=(
        f"ŷ = 1 {plus(b)}·{number(x)} = {number(p)}",
        f"r = {number(p)} − {number(y)} = {number(r)}",
        f"∂J/∂θ₂ = 2·{bracketed(r)}·{number(x)} = {number(s)}",
        f"θ₂ = {number(b)} − {number(a)}·{bracketed(s)} = {number(b - a * s)}",
    ),
    wrong={
        "other: The slope is made of the error, so the error comes first.": (0, 2, 1, 3),
        "other: That is the way back. A step begins with the prediction.": (3, 2, 1, 0),
    },
    hints=("Each line uses a number from the one before it.",),
    solution=("Prediction, error, slope, step: each needs the number before it.",),
)
SQUARE = DerivativeExercise(
    slug="cost-of-one-weight",
    topic="fitting-a-line",
    level=2,
    prompt=(
        f"One example, x = {number(a)} and y = {number(1 + b)}. θ₁ is held at 1 and θ₂ is called "
        "w, so the error is "
        f"1 + {number(a)}w − {number(1 + b)}, and the cost is this function of w. Differentiate."
    ),
    expression=(a * w - b) ** 2,
    variable=w,
    parameters={"a": (3, 4, 5), "b": (6, 7, 2)},
    look_alike=(("at-input", "swapped"),),
    hints=(
        "The square has the slope 2r. What does r do when w is nudged?",
        f"r changes {number(a)} times as fast as w.",
    ),
)
PARTIALS = FillExercise(
    slug="partials-of-three-points",
    topic="fitting-a-line",
    level=2,
    prompt=(
        f"ŷ = θ₁ + θ₂x, and J is the mean of r². At x = 1, 2 and 4 the errors r are {number(p)}, "
        f"{number(q)} and {number(c)}. Fill in both partials."
    ),
    parameters={"p": (1, -2, 3), "q": (2, -1), "c": (-4, 6, 1)},
    blanks=(
        Blank(
            "g",
            "∂J/∂θ₁",
            2 * (p + q + c) / 3,
            wrong={
                "factor": ((p + q + c) / 3, 2 * (p + q + c)),
                "lost-sign": -2 * (p + q + c) / 3,
                "other: For θ₁ no error is multiplied by x.": 2 * (p + 2 * q + 4 * c) / 3,
                "other: That is the cost, the mean of the squares.": (p**2 + q**2 + c**2) / 3,
            },
        ),
        Blank(
            "h",
            "∂J/∂θ₂",
            2 * (p + 2 * q + 4 * c) / 3,
            wrong={
                "factor": ((p + 2 * q + 4 * c) / 3, 2 * (p + 2 * q + 4 * c)),
                "lost-sign": -2 * (p + 2 * q + 4 * c) / 3,
                "stopped": 2 * (p + q + c) / 3,
                "other: The mean of a product is not the product of the means.": 2
                * (p + q + c)
                / 3
                * 7
                / 3,
            },
        ),
    ),
    hints=(
        "∂ŷ/∂θ₁ = 1 and ∂ŷ/∂θ₂ = x.",
        "Twice the mean of r, and twice the mean of r·x.",
    ),
    solution=(
        f"∂J/∂θ₁ = 2·({number(p)} {plus(q)} {plus(c)})/3 = {number(2 * (p + q + c) / 3)}.",
        f"∂J/∂θ₂ = 2·({number(p)} {plus(2 * q)} {plus(4 * c)})/3 = "
        f"{number(2 * (p + 2 * q + 4 * c) / 3)}: each error times its x.",
    ),
)
UPDATE = NumberExercise(
    slug="new-slope-of-a-line",
    topic="fitting-a-line",
    level=2,
    prompt=(
        f"ŷ = {number(a)} + θ₂x with θ₂ = {number(b)}, and one example: x = {number(x)}, "
        f"y = {number(y)}. The cost is r². What is θ₂ after one step with α = {number(h)}?"
    ),
    answer=b - h * 2 * r * x,
    parameters={"a": (1, -2), "b": (2, 0.5), "x": (3, 2), "y": (4, 10), "h": (0.1, 0.05)},
    values={"r": a + b * x - y},
    wrong={
        "lost-sign": b + h * 2 * r * x,
        "factor": b - h * r * x,
        "stopped": b - h * 2 * r,
        "by-input": b - h * 2 * r * b,
        "other: That is the slope of the cost. Make a step of it.": 2 * r * x,
        "other: That is the step. Add it to θ₂.": -h * 2 * r * x,
    },
    words={
        "lost-sign": "The minus of the update was lost: the new θ₂ is θ₂ − α·slope.",
        "factor": "A factor 2 is missing: r² has the slope 2r·x.",
    },
    hints=(
        f"The error is r = {number(r)}.",
        f"∂J/∂θ₂ = 2r·x = {number(2 * r * x)}. Then take the step.",
    ),
    solution=(
        f"ŷ = {number(a + b * x)}, so r = {number(r)} and ∂J/∂θ₂ = 2·{bracketed(r)}·{number(x)} = "
        f"{number(2 * r * x)}.",
        f"θ₂ = {number(b)} − {number(h)}·{bracketed(2 * r * x)} = {number(b - h * 2 * r * x)}.",
    ),
)
