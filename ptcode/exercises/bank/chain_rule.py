"""Exercises on chain rule: the chain rule, typed, in numbers, link by link."""

from sympy import cos, exp, sin

from ptcode.exercises.kinds import (
    Blank,
    DerivativeExercise,
    FillExercise,
    NumberExercise,
    OrderExercise,
)
from ptcode.exercises.symbols import a, b, c, d, k, m, n, p, u, v, x, y
from ptcode.exercises.texts import number

_SINE = DerivativeExercise(
    slug="sine-of-a-power",
    topic="chain-rule",
    level=1,
    prompt="Differentiate.",
    expression=sin(a * x**n),
    parameters={"a": (2, 3, 5), "n": (3, 2)},
    hints=("What is inside the sine? Call it u.", "cos(u), at that same u, times du/dx."),
)
_COSINE = DerivativeExercise(
    slug="power-of-cosine",
    topic="chain-rule",
    level=1,
    prompt="Differentiate.",
    expression=cos(x) ** n,
    parameters={"n": (2, 3, 4)},
    hints=("What is done last?", "Inner u = cos x, outer u to a power."),
)
_BELL = DerivativeExercise(
    slug="bell-curve",
    topic="chain-rule",
    level=2,
    prompt="Differentiate, and simplify.",
    expression=exp(-(x**2) / a),
    parameters={"a": (2, 3, 5)},
    form="tidy",
    hints=(f"Inner u = −x²/{number(a)}, outer e^u.", f"du/dx = −2x/{number(a)}."),
)
_DECAY = DerivativeExercise(
    slug="decay-times-x",
    topic="chain-rule",
    level=3,
    prompt="Differentiate.",
    expression=x * exp(-a * x**2),
    parameters={"a": (2, 3, 4)},
    hints=("x reaches y on two paths.", "One of them runs through a composite with two links."),
)
_TABLE = NumberExercise(
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
            f"f′(g(1))·g′(1) = f′({number(b)})·({number(c)}) = {number(k)}·({number(c)}) = "
            f"{number(k * c)}."
        ),
        "Two numbers are not needed.",
    ),
)
_THREE = FillExercise(
    slug="three-links-in-numbers",
    topic="chain-rule",
    level=2,
    prompt=f"y = cos(sin(x²)) at x = {number(p)}. Fill in the local derivatives and their product.",
    parameters={"p": (1.5, 0.8, 1.2)},
    values={"u": p**2, "v": sin(u), "y": cos(v)},
    nodes=(("u", "u = x²"), ("v", "v = sin u"), ("y", "y = cos v")),
    blanks=(
        Blank("a", "du/dx", 2 * p, wrong={"other: That is u itself.": u}),
        Blank(
            "b",
            "dv/du",
            cos(u),
            wrong={
                "at-input": cos(p),
                "nested": cos(2 * p),
                "other: That is v itself.": v,
                "lost-sign": -cos(u),
            },
        ),
        Blank(
            "c",
            "dy/dv",
            -sin(v),
            wrong={
                "lost-sign": sin(v),
                "at-input": (-sin(p), -sin(u)),
                "other: That is y itself.": y,
            },
        ),
        Blank(
            "d",
            "dy/dx",
            a * b * c,
            wrong={
                "stopped": (b * c, a * c, a * b),
                "other: Along a path the factors multiply; you added them.": a + b + c,
            },
        ),
    ),
    hints=("Each local derivative is taken at the value that goes into its link.",),
    solution=(
        f"du/dx = 2x = {number(2 * p)}.",
        f"dv/du = cos u = {number(cos(u))}.",
        f"dy/dv = −sin v = {number(-sin(v))}.",
        f"dy/dx is their product, {number(-2 * p * cos(u) * sin(v))}.",
    ),
)
_FACTORS = OrderExercise(
    slug="factors-of-a-chain",
    topic="chain-rule",
    level=1,
    prompt="y = ln(cos(x²)). Put the factors of dy/dx in order, the outermost link first.",
    items=("1/cos(x²)", "−sin(x²)", "2x"),
    wrong={"swapped": (2, 1, 0)},
    hints=("The outermost function is ln.", "Its derivative is 1/u, taken at u = cos(x²)."),
    solution=("ln gives 1/cos(x²), the cosine gives −sin(x²), the square gives 2x.",),
)

EXERCISES = (
    _SINE,
    _COSINE,
    _TABLE,
    _BELL,
    _THREE,
    _FACTORS,
    _DECAY,
)
