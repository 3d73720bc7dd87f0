"""Exercises on several paths: multiply along each, add over all; products as two paths."""

from sympy import Add, exp

from ptcode.exercises.kinds import Blank, DerivativeExercise, FillExercise, NumberExercise
from ptcode.exercises.symbols import a, b, c, d, p, x
from ptcode.exercises.texts import bracketed, number, plus

TOTAL = NumberExercise(
    slug="total-derivative",
    topic="several-paths",
    level=2,
    prompt=f"J = θ₁²·θ₂ and θ₂ = {number(c)}θ₁. What is dJ/dθ₁ at θ₁ = {number(p)}?",
    answer=3 * c * p**2,
    parameters={"c": (3, 2, 4), "p": (2, 1, 3)},
    wrong={
        "overwritten": (2 * c * p**2, c * p**2),
        "other: Contributions of paths are added; you multiplied all the rates.": 2 * c**2 * p**4,
        f"other: The partials were added without the rate dθ₂/dθ₁ = {number(c)}.": 2 * c * p**2
        + p**2,
    },
    hints=(
        "θ₁ reaches J on two paths: straight, and through θ₂.",
        "∂J/∂θ₁·1 + ∂J/∂θ₂·dθ₂/dθ₁.",
    ),
    solution=(
        f"There θ₂ = {number(c * p)}. The straight path gives 2θ₁θ₂ = {number(2 * c * p**2)}.",
        f"The other gives θ₁²·{number(c)} = {number(c * p**2)}. Together {number(3 * c * p**2)}.",
    ),
)
PATHS = NumberExercise(
    slug="two-paths-at-a-point",
    topic="several-paths",
    level=1,
    prompt=f"What is dy/dx at x = {number(p)}?",
    expression=Add(x, a * x**2, evaluate=False),
    as_written=True,
    at=p,
    parameters={"a": (2, 3, 5), "p": (3, 2, -2)},
    wrong={"other: That is the value of y.": p + a * p**2},
    hints=("x goes into the sum twice.", f"Straight: 1. Through the square: 2·{number(a)}·x."),
    solution=(f"1 + {number(2 * a)}x, at {number(p)} that is {number(1 + 2 * a * p)}.",),
)
PRODUCT = DerivativeExercise(
    slug="product-as-two-paths",
    topic="several-paths",
    level=2,
    prompt="x reaches y through both factors. Differentiate.",
    expression=(x**2 + a) * exp(x),
    parameters={"a": (3, 1, 5)},
    hints=(
        "Through the first factor: hold e^x and differentiate the other.",
        f"Through the second: hold x² + {number(a)}. Then add both.",
    ),
)
QUOTIENT = DerivativeExercise(
    slug="quotient-as-two-paths",
    topic="several-paths",
    level=3,
    prompt="x reaches y through the numerator and through the denominator. Differentiate.",
    expression=x / (x**2 + a),
    parameters={"a": (2, 3, 5)},
    hints=(
        "y = u/v with ∂y/∂u = 1/v and ∂y/∂v = −u/v².",
        f"Here u = x and v = x² + {number(a)}. Multiply along each path, then add.",
    ),
)
FILLED = FillExercise(
    slug="both-paths-filled-in",
    topic="several-paths",
    level=2,
    prompt=(
        f"y = u·v with u = x² and v = {number(a)}x {plus(b)}, at x = {number(p)}. Fill in what "
        "each path contributes to dy/dx, and the whole."
    ),
    parameters={"a": (3, 2, 4), "b": (1, -1, 5), "p": (2, -1, 3)},
    values={"u": p**2, "v": a * p + b},
    nodes=(("u", "u = x²"), ("v", "v")),
    blanks=(
        Blank(
            "c",
            "x → u → y",
            2 * p * (a * p + b),
            wrong={
                "stopped": a * p + b,
                "other: Along this path v is held, but it stays as a factor.": 2 * p,
                "other: ∂y/∂u is v. Here u was taken for it.": 2 * p**3,
            },
        ),
        Blank(
            "d",
            "x → v → y",
            a * p**2,
            wrong={
                "stopped": p**2,
                "other: Along this path u is held, but it stays as a factor.": a,
                "other: ∂y/∂v is u. Here v was taken for it.": a * (a * p + b),
            },
        ),
        Blank(
            "y",
            "dy/dx",
            c + d,
            wrong={
                "overwritten": (c, d),
                "other: Over paths you add. You multiplied them.": c * d,
                "other: The product of the derivatives is not that of the product.": 2 * p * a,
            },
        ),
    ),
    hints=(
        "Along a path multiply: du/dx times ∂y/∂u, and ∂y/∂u is v.",
        "Over the two paths add.",
    ),
    solution=(
        f"Through u: 2·{bracketed(p)}·{bracketed(a * p + b)} = {number(2 * p * (a * p + b))}.",
        f"Through v: {number(a)}·{number(p**2)} = {number(a * p**2)}.",
        f"Together {number(2 * p * (a * p + b) + a * p**2)}.",
    ),
)
