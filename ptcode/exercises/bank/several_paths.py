"""Exercises on several paths: total derivatives, products as two paths."""

from sympy import Add

from ptcode.exercises.kinds import NumberExercise
from ptcode.exercises.symbols import a, c, p, x
from ptcode.exercises.texts import number

_TOTAL = NumberExercise(
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
_PATHS = NumberExercise(
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

EXERCISES = (
    _TOTAL,
    _PATHS,
)
