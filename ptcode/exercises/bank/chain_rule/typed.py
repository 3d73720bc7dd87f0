"""Exercises on the chain rule: typed, and from a table."""

from sympy import cos, exp, sin

from ptcode.exercises.kinds import (
    DerivativeExercise,
    NumberExercise,
)
from ptcode.exercises.symbols import a, b, c, d, k, m, n, x
from ptcode.exercises.texts import bracketed, number

SINE = DerivativeExercise(
    slug="sine-of-a-power",
    topic="chain-rule",
    level=1,
    prompt="Differentiate.",
    expression=sin(a * x**n),
    parameters={"a": (2, 3, 5), "n": (3, 2)},
    hints=("What is inside the sine? Call it u.", "cos(u), at that same u, times du/dx."),
)
COSINE = DerivativeExercise(
    slug="power-of-cosine",
    topic="chain-rule",
    level=1,
    prompt="Differentiate.",
    expression=cos(x) ** n,
    parameters={"n": (2, 3, 4)},
    hints=("What is done last?", "Inner u = cos x, outer u to a power."),
)
BELL = DerivativeExercise(
    slug="bell-curve",
    topic="chain-rule",
    level=2,
    prompt="Differentiate, and simplify.",
    expression=exp(-(x**2) / a),
    parameters={"a": (2, 3, 5)},
    form="tidy",
    hints=(f"Inner u = −x²/{number(a)}, outer e^u.", f"du/dx = −2x/{number(a)}."),
)
DECAY = DerivativeExercise(
    slug="decay-times-x",
    topic="chain-rule",
    level=3,
    prompt="Differentiate.",
    expression=x * exp(-a * x**2),
    parameters={"a": (2, 3, 4)},
    hints=("x reaches y on two paths.", "One of them runs through a composite with two links."),
)
TABLE = NumberExercise(
    slug="from-a-table",
    topic="chain-rule",
    level=2,
    prompt=(
        f"You know g(1) = {number(b)}, g′(1) = {number(c)}, f′(1) = {number(d)}, "
        f"f′({number(b)}) = {number(k)} and f′({number(c)}) = {number(m)}. "
        "What is the derivative of f(g(x)) at x = 1?"
    ),
    answer=k * c,
    parameters={"b": (2, 4), "c": (-3, -2), "d": (7, 6), "k": (5, 8), "m": (4, 9)},
    wrong={
        "stopped": k,
        "nested": m,
        "at-input": d * c,
        "unseen": d,
        "other: The factors multiply; you added them.": k + c,
        "other: The outer f′ is taken at g(1), not at g′(1).": m * c,
    },
    hints=("Where is f′ taken? Where f works.", f"f works at g(1) = {number(b)}."),
    solution=(
        (
            f"f′(g(1))·g′(1) = f′({number(b)})·{bracketed(c)} = {number(k)}·{bracketed(c)} = "
            f"{number(k * c)}."
        ),
        "Two numbers are not needed.",
    ),
)
