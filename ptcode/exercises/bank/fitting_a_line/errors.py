"""Exercises on fitting a line: ŷ = θ₁ + θ₂x, its errors r = ŷ − y, the mean of their squares."""

from sympy import sign

from ptcode.exercises.kinds import (
    Blank,
    ChoiceExercise,
    FillExercise,
    NumberExercise,
)
from ptcode.exercises.symbols import a, b, c, k, n, p, q, r, s, x, y
from ptcode.exercises.texts import bracketed, number, pick

ERROR = NumberExercise(
    slug="error-of-a-fare",
    topic="fitting-a-line",
    level=1,
    prompt=(
        f"A line predicts taxi fares: ŷ = {number(a)} + {number(b)}x pounds for x kilometres. A "
        f"ride of {number(x)} km cost £{number(y)}. What is the error r = ŷ − y?"
    ),
    answer=a + b * x - y,
    parameters={"a": (3, 4), "b": (2, 1.5), "x": (6, 8, 10), "y": (13, 21, 25)},
    wrong={
        "lost-sign": y - a - b * x,
        "other: That is the prediction. How far is it from what was paid?": a + b * x,
        f"other: The fixed {number(a)} pounds belong to the prediction.": b * x - y,
        "other: That is the squared error. The error itself is asked.": (a + b * x - y) ** 2,
        f"other: The fixed {number(a)} pounds are not multiplied by the kilometres.": (
            (a + b) * x - y
        ),
        f"other: Only the kilometres are multiplied by {number(b)}.": b * (a + x) - y,
    },
    hints=("First the prediction.", f"ŷ = {number(a)} + {number(b)}·{number(x)}. Then subtract y."),
    solution=(
        f"ŷ = {number(a)} + {number(b)}·{number(x)} = {number(a + b * x)}.",
        f"r = {number(a + b * x)} − {number(y)} = {number(a + b * x - y)}: the line predicts too "
        "much if r is positive, and too little if it is negative.",
    ),
)
COST = FillExercise(
    slug="cost-of-a-line",
    topic="fitting-a-line",
    level=1,
    prompt=(
        f"The line ŷ = {number(a)} + {number(b)}x, and two points: (1, {number(p)}) and "
        f"(3, {number(q)}). Fill in both errors r = ŷ − y, and the cost, the mean of their squares."
    ),
    parameters={"a": (1, 2), "b": (2, 3), "p": (1, 4, 7), "q": (4, 10, 12)},
    blanks=(
        Blank(
            "r",
            "r of the first point",
            a + b - p,
            wrong={"lost-sign": p - a - b, "other: That is ŷ. Subtract y.": a + b},
        ),
        Blank(
            "s",
            "r of the second point",
            a + 3 * b - q,
            wrong={"lost-sign": q - a - 3 * b, "other: That is ŷ. Subtract y.": a + 3 * b},
        ),
        Blank(
            "d",
            "J",
            (r**2 + s**2) / 2,
            wrong={
                "factor": (r**2 + s**2, (r**2 + s**2) / 4),
                "other: Square each error first, then take the mean.": (r + s) ** 2 / 4,
                "other: That is the mean of the errors. Their squares are wanted.": (r + s) / 2,
            },
        ),
    ),
    hints=(
        f"At x = 1 the line is at {number(a + b)}, at x = 3 at {number(a + 3 * b)}.",
        "The cost: square both errors, add, divide by 2.",
    ),
    solution=(
        f"The errors are {number(a + b)} − {bracketed(p)} = {number(a + b - p)} and "
        f"{number(a + 3 * b)} − {bracketed(q)} = {number(a + 3 * b - q)}.",
        f"J = ({number((a + b - p) ** 2)} + {number((a + 3 * b - q) ** 2)})/2 = "
        f"{number(((a + b - p) ** 2 + (a + 3 * b - q) ** 2) / 2)}.",
    ),
)
GROW = ChoiceExercise(
    slug="what-must-grow",
    topic="fitting-a-line",
    level=1,
    prompt=(
        f"ŷ = θ₁ + θ₂x. At x = 1, 2 and {number(c)} the errors ŷ − y are {number(p)}, "
        f"{number(2 * p)} and {number(4 * p)}. What does a step of descent do?"
    ),
    parameters={"p": (-1, 2, -0.5, 1), "c": (3, 5)},
    values={"k": (1 + sign(p)) / 2},
    choices=[
        (
            f"Both parameters {pick(k, 'shrink', 'grow')}.",
            f"Where the line lies too {pick(k, 'low', 'high')}, it must be "
            f"{pick(k, 'raised', 'lowered')}. The slopes are {pick(k, 'negative', 'positive')}, "
            "and a step goes against them.",
            "lost-sign",
        ),
        (
            f"Both parameters {pick(k, 'grow', 'shrink')}.",
            f"The mean of r and the mean of r·x are both {pick(k, 'negative', 'positive')}.",
            True,
        ),
        (
            f"θ₁ {pick(k, 'grows', 'shrinks')}, and θ₂ stays.",
            "The errors get larger to the right, so tilting the line lowers the cost too.",
        ),
        (
            f"θ₂ {pick(k, 'grows', 'shrinks')}, and θ₁ stays.",
            "The mean error is not 0, so ∂J/∂θ₁ is not 0 either.",
        ),
    ],
    hints=(
        "∂J/∂θ₁ is twice the mean of r, ∂J/∂θ₂ twice the mean of r·x.",
        "Which sign have they? A step goes the other way.",
    ),
    solution=(
        f"The mean of r is {number(7 * p / 3)}, the mean of r·x is {number((5 + 4 * c) * p / 3)}. "
        f"Both are {pick(k, 'negative', 'positive')}, so both parameters "
        f"{pick(k, 'grow', 'shrink')}.",
    ),
)
UNITS = ChoiceExercise(
    slug="another-unit-for-x",
    topic="fitting-a-line",
    level=2,
    prompt=(
        "A line ŷ = θ₁ + θ₂x is fitted with x in "
        f"{pick(k, 'hours', 'metres', 'kilometres')}. The best θ₂ is {number(p)}, and at some "
        f"other line ∂J/∂θ₂ is {number(q)}. Now every x is written in "
        f"{pick(k, 'minutes', 'centimetres', 'metres')}. What are the two numbers, for the same "
        "two lines?"
    ),
    parameters={"n": (1000, 60, 100), "p": (6, 3, 1.5), "q": (12, -30)},
    values={"k": 1 + sign(n - 80) / 2 + sign(n - 500) / 2},
    choices=[
        (
            f"{number(n * p)} and {number(n * q)}",
            "The slope is right: it is twice the mean of r·x. But θ₂·x must stay what it was.",
        ),
        (
            f"{number(p / n)} and {number(n * q)}",
            "θ₂ is smaller and its slope larger, so an α that suited before is now far too large.",
            True,
        ),
        (
            f"{number(p / n)} and {number(q / n)}",
            "θ₂ is right. But its slope is twice the mean of r·x, and x is larger now.",
        ),
        (
            f"{number(p)} and {number(q)}, as before",
            "The lines are the same. Their θ₂, and its slope, depend on the unit of x.",
        ),
    ],
    hints=("The product θ₂·x must stay the same.", "∂J/∂θ₂ is twice the mean of r·x."),
    solution=(
        f"All x are {number(n)} times as large. θ₂·x stays, so θ₂ is {number(p)}/{number(n)} = "
        f"{number(p / n)}.",
        f"The errors stay too, so twice the mean of r·x is {number(n)} times as large: "
        f"{number(n * q)}.",
    ),
)
BEST = NumberExercise(
    slug="best-height-of-a-line",
    topic="fitting-a-line",
    level=3,
    prompt=(
        f"Three points: (1, {number(p)}), (2, {number(q)}), (6, {number(c)}). In ŷ = θ₁ + θ₂x the "
        f"steepness is held at θ₂ = {number(b)}. Which θ₁ costs least?"
    ),
    answer=(p + q + c) / 3 - 3 * b,
    parameters={"p": (2, 5), "q": (4, 9, 1), "c": (12, 6), "b": (2, -1, 0.5)},
    wrong={
        "other: That is the mean of y. The part θ₂x is in the prediction already.": (p + q + c) / 3,
        "lost-sign": (p + q + c) / 3 + 3 * b,
        "other: Take the mean, not the sum.": p + q + c - 9 * b,
        "other: That line goes through the first point. All three errors count.": p - b,
        "other: That line goes through the middle point. All three errors count.": q - 2 * b,
    },
    hints=(
        "At the least cost ∂J/∂θ₁ = 0, so the errors have the mean 0.",
        "θ₁ is the mean of y − θ₂x.",
    ),
    solution=(
        f"The mean of y is {number((p + q + c) / 3)}, the mean of x is 3.",
        f"The mean error is 0 where θ₁ = {number((p + q + c) / 3)} − {bracketed(b)}·3 = "
        f"{number((p + q + c) / 3 - 3 * b)}.",
    ),
)
