"""Exercises on derivatives: the rules of the table, and what they are good for."""

from sympy import Add, cos

from ptcode.exercises.kinds import (
    Blank,
    DerivativeExercise,
    FillExercise,
    OrderExercise,
)
from ptcode.exercises.symbols import a, b, c, d, k, n, p, x
from ptcode.exercises.texts import number, plus

CUBIC = DerivativeExercise(
    slug="slope-of-a-cubic",
    topic="derivatives",
    level=1,
    prompt="Differentiate, and simplify.",
    expression=Add(x**3, -a * x, evaluate=False),
    as_written=True,
    parameters={"a": (12, 5, 7)},
    form="tidy",
    hints=("Term by term.", "The exponent comes down as a factor, and is then one less."),
)
PRODUCT = DerivativeExercise(
    slug="slope-of-a-product",
    topic="derivatives",
    level=2,
    prompt="Differentiate.",
    expression=x**n * cos(x),
    parameters={"n": (3, 4, 5)},
    hints=(
        "What is done last? A multiplication.",
        "(fg)′ = f′g + fg′: two terms, each with one factor left as it is.",
    ),
)
FLAT = FillExercise(
    slug="where-a-parabola-is-flat",
    topic="derivatives",
    level=2,
    prompt=(
        f"f(x) = x² {plus(b)}x {plus(c)}. Fill in its slope at {number(p)}, the place where it is "
        "flat, and its value there."
    ),
    parameters={"b": (-6, 4, -10, 8), "c": (5, 11, -3), "p": (1, -1)},
    blanks=(
        Blank(
            "s",
            "slope at the given x",
            2 * p + b,
            wrong={
                "other: That is the value of f there, not the slope.": p**2 + b * p + c,
                "other: The slope of x² is 2x, not x.": p + b,
                "other: A constant that is added does not change the slope.": 2 * p + b + c,
            },
        ),
        Blank(
            "t",
            "flat at x =",
            -b / 2,
            wrong={
                "lost-sign": b / 2,
                "other: 2x and the other term must cancel: divide by 2 as well.": -b,
            },
        ),
        Blank(
            "u",
            "f at the flat place",
            c - b**2 / 4,
            wrong={
                "other: That is the slope there. The value is asked.": 0,
                f"other: You left out the last term, {number(c)}.": -(b**2) / 4,
            },
        ),
    ),
    hints=(
        f"f′(x) = 2x {plus(b)}.",
        "f is flat where f′ is 0. Put that place into f, not into f′.",
    ),
    solution=(
        f"f′(x) = 2x {plus(b)}, so the slope at {number(p)} is {number(2 * p + b)}.",
        f"It is 0 at x = {number(-b / 2)}, and there f is {number(b**2 / 4)} "
        f"{plus(-(b**2) / 2)} {plus(c)} = {number(c - b**2 / 4)}.",
    ),
)
STEEPER = OrderExercise(
    slug="from-downhill-to-uphill",
    topic="derivatives",
    level=3,
    prompt=(
        f"f(x) = x³ − {number(3 * d * k**2)}x. Put these places in the order of the slope of f, "
        "the steepest way down first, the steepest way up last."
    ),
    parameters={"d": (5, 6, 7), "k": (1, 2)},
    items=("x = 0", f"x = {number(k)}", f"x = {number(-2 * k)}", f"x = {number(3 * k)}"),
    wrong={
        "other: That is the order of the places, from left to right.": (2, 0, 1, 3),
        "other: That is the order of the values of f. Compare its slopes.": (3, 1, 0, 2),
        "other: Those are the slopes from up to down. The negative ones come first.": (3, 2, 1, 0),
    },
    hints=(
        f"f′(x) = 3x² − {number(3 * d * k**2)}.",
        "What counts is x², so a place left of 0 may be steeper than one right of it.",
    ),
    solution=(
        f"f′(x) = 3x² − {number(3 * d * k**2)} is {number(-3 * d * k**2)} at 0, "
        f"{number(3 * (1 - d) * k**2)} at {number(k)}, {number(3 * (4 - d) * k**2)} at "
        f"{number(-2 * k)} and {number(3 * (9 - d) * k**2)} at {number(3 * k)}.",
    ),
)
