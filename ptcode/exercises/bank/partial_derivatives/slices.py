"""Exercises on partial derivatives: hold the others, and the gradient at a point."""

from sympy import Add

from ptcode.exercises.kinds import (
    Blank,
    DerivativeExercise,
    FillExercise,
    NumberExercise,
)
from ptcode.exercises.symbols import a, c, d, h, n, p, q, x
from ptcode.exercises.texts import number, power

GRADIENT = FillExercise(
    slug="gradient-at-a-point",
    topic="partial-derivatives",
    level=1,
    prompt=f"J = θ₁²·θ₂ + 3θ₂. Fill in the gradient at ({number(p)}, {number(q)}).",
    parameters={"p": (2, 3, -1), "q": (1, 4, 5)},
    values={"t_1": p, "t_2": q},
    nodes=(("t_1", "θ₁"), ("t_2", "θ₂")),
    blanks=(
        Blank(
            "d_1",
            "∂J/∂θ₁",
            2 * p * q,
            wrong={
                "other: 3θ₂ does not contain θ₁, so its slope is 0.": 2 * p * q + 3,
                "other: The factor θ₂ is held, and stays.": 2 * p,
                "other: That is ∂J/∂θ₂.": p**2 + 3,
            },
        ),
        Blank(
            "d_2",
            "∂J/∂θ₂",
            p**2 + 3,
            wrong={
                "other: The factor θ₁² is a constant here, and stays.": 3,
                "other: That is ∂J/∂θ₁.": 2 * p * q,
                "other: 3θ₂ was dropped. It contains θ₂, and its slope by θ₂ is 3.": p**2,
            },
        ),
    ),
    hints=("Hold the other one: it is a number now.", "∂J/∂θ₁ = 2θ₁θ₂ and ∂J/∂θ₂ = θ₁² + 3."),
    solution=(
        f"∂J/∂θ₁ = 2θ₁θ₂ = {number(2 * p * q)}, because 3θ₂ is a constant.",
        f"∂J/∂θ₂ = θ₁² + 3 = {number(p**2 + 3)}.",
    ),
)
SLICE = DerivativeExercise(
    slug="slice-of-a-cost",
    topic="partial-derivatives",
    level=1,
    prompt=(
        f"J = θ₂·x{power(n)} + x + θ₂². Hold θ₂ at {number(a)}, and J is this function of x alone. "
        "What is ∂J/∂x?"
    ),
    expression=Add(a * x**n, x, a**2, evaluate=False),
    as_written=True,
    parameters={"n": (3, 2, 4), "a": (5, 4, 6)},
    hints=(
        f"θ₂ is the number {number(a)} now. Differentiate with respect to x as ever.",
        f"The last term, {number(a**2)}, does not contain x.",
    ),
)
WALK = NumberExercise(
    slug="change-along-both",
    topic="partial-derivatives",
    level=1,
    prompt=(
        f"Where you stand, the air gets {number(p)} °C warmer per kilometre to the east and "
        f"{number(q)} °C colder per kilometre to the north. You walk {number(c)} km east and "
        f"{number(d)} km north. By about how many degrees does the temperature change?"
    ),
    answer=p * c - q * d,
    parameters={"p": (0.5, 2), "q": (3, 1.2), "c": (4, 6), "d": (0.5, 1.5)},
    wrong={
        "lost-sign": p * c + q * d,
        "overwritten": (p * c, -q * d),
        "other: Each rate belongs to its own direction. You took them the other way round.": (
            p * d - q * c
        ),
        "other: You added the rates. Each is first multiplied by how far you go that way.": p - q,
    },
    hints=(
        "Each direction makes a change of its own: rate times distance.",
        "To the north the rate is negative. Add both changes.",
    ),
    solution=(
        f"East: {number(p)}·{number(c)} = {number(p * c)}. North: −{number(q)}·{number(d)} = "
        f"{number(-q * d)}. Together {number(p * c - q * d)} °C.",
    ),
)
MEASURED = NumberExercise(
    slug="partial-from-a-table",
    topic="partial-derivatives",
    level=2,
    prompt=(
        f"A program says J(2, 3) = {number(a)}, J({number(2 + h)}, 3) = {number(a + p * h)}, "
        f"J(2, {number(3 + h)}) = {number(a + q * h)} and J({number(2 + h)}, {number(3 + h)}) = "
        f"{number(a + (p + q) * h)}. What is ∂J/∂θ₁ at (2, 3), measured with these numbers?"
    ),
    answer=p,
    parameters={"a": (7, 5.5), "p": (4, -3, 1.5), "q": (-2, 6, 2.5), "h": (0.1, 0.01)},
    wrong={
        "lost-sign": -p,
        "other: That is ∂J/∂θ₂: there θ₁ was held and θ₂ moved.": q,
        "other: Both parameters moved. Hold θ₂ at 3.": p + q,
        f"other: That is the change of J. Divide it by the step, {number(h)}.": p * h,
        "other: You divided the new value of J by the step, not its change.": (a + p * h) / h,
    },
    hints=(
        "Which two of the four values differ in θ₁ only?",
        f"J({number(2 + h)}, 3) − J(2, 3), divided by {number(h)}.",
    ),
    solution=(
        f"({number(a + p * h)} − {number(a)})/{number(h)} = {number(p * h)}/{number(h)} = "
        f"{number(p)}. The other two values have another θ₂.",
    ),
)
