"""Exercises on several paths: multiply along each, add over all; products as two paths."""

from sympy import Add, exp

from ptcode.exercises.kinds import Blank, DerivativeExercise, FillExercise, NumberExercise
from ptcode.exercises.symbols import a, b, c, d, p, u, v, x
from ptcode.exercises.texts import bracketed, number

TOTAL = NumberExercise(
    slug="total-derivative",
    topic="several-paths",
    level=2,
    prompt=(
        f"At some place ∂J/∂θ₁ = {number(a)} and ∂J/∂θ₂ = {number(b)}. There θ₂ follows θ₁, and "
        f"dθ₂/dθ₁ = {number(c)}. What is dJ/dθ₁?"
    ),
    answer=a + b * c,
    parameters={"a": (7, 5), "b": (-1, 2), "c": (3, 4)},
    wrong={
        "overwritten": (a, b * c),
        "other: Contributions of paths are added; you multiplied all the rates.": a * b * c,
        f"other: The partials were added without the rate dθ₂/dθ₁ = {number(c)}.": a + b,
        "other: The rate belongs to the path through θ₂ alone: θ₁ moves at the rate 1.": (a + b)
        * c,
    },
    hints=(
        "θ₁ reaches J on two paths: straight, and through θ₂.",
        "∂J/∂θ₁·1 + ∂J/∂θ₂·dθ₂/dθ₁.",
    ),
    solution=(
        f"The straight path gives {number(a)}·1, the one through θ₂ {bracketed(b)}·{number(c)} = "
        f"{number(b * c)}. Together {number(a + b * c)}.",
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
    slug="three-paths-filled-in",
    topic="several-paths",
    level=2,
    prompt=(
        f"u = x², v = {number(a)}x + u and y = u·v, at x = {number(p)}. Three paths lead from x "
        "to y. Fill in what each contributes to dy/dx, and the whole."
    ),
    parameters={"a": (3, 5, -4), "p": (2, -1, 3)},
    values={"u": p**2, "v": a * p + u},
    nodes=(("u", "u = x²"), ("v", f"v = {number(a)}x + u")),
    blanks=(
        Blank(
            "c",
            "x → u → y",
            2 * p * v,
            wrong={
                "stopped": v,
                "other: Along this path v is held, but it stays as a factor.": 2 * p,
                "other: ∂y/∂u is v. Here u was taken for it.": 2 * p * u,
            },
        ),
        Blank(
            "d",
            "x → v → y",
            a * u,
            wrong={
                "stopped": u,
                "other: Along this path u is held, but it stays as a factor.": a,
                "other: ∂y/∂v is u. Here v was taken for it.": a * v,
                "other: On this path x moves v straight: u is held, in v too.": (a + 2 * p) * u,
            },
        ),
        Blank(
            "b",
            "x → u → v → y",
            2 * p * u,
            wrong={
                "stopped": u,
                "other: The last edge is missing: ∂y/∂v is u.": 2 * p,
                "other: The edge u → v has 1 on it, for v holds u as it is.": 2 * p * u**2,
                "other: The last edge leads from v to y: ∂y/∂v is u, not v.": 2 * p * v,
            },
        ),
        Blank(
            "y",
            "dy/dx",
            c + d + b,
            wrong={
                "overwritten": (c, d, b),
                "other: That is the sum of two paths. There are three.": (c + d, c + b, d + b),
                "other: Over paths you add. You multiplied them.": c * d * b,
            },
        ),
    ),
    hints=(
        "Along a path multiply. The edges: x → u has 2x, x → v has the factor of x, u → v has 1, "
        "u → y has v, v → y has u.",
        "Over the three paths add.",
    ),
    solution=(
        f"x → u → y: 2·{bracketed(p)}·{bracketed(v)} = {number(2 * p * v)}.",
        f"x → v → y: {bracketed(a)}·{number(u)} = {number(a * u)}.",
        f"x → u → v → y: 2·{bracketed(p)}·1·{number(u)} = {number(2 * p * u)}.",
        f"Together {number(2 * p * v + a * u + 2 * p * u)}. Check: y = {number(a)}x³ + x⁴.",
    ),
)
