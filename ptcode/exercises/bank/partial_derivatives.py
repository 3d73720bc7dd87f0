"""Exercises on partial derivatives: partials, gradients, total derivatives."""

from sympy import Rational

from ptcode.exercises.kinds import Blank, ChoiceExercise, FillExercise, NumberExercise
from ptcode.exercises.symbols import a, p, q, r
from ptcode.exercises.texts import number

_GRADIENT = FillExercise(
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
                "overwritten": p**2,
            },
        ),
    ),
    hints=("Hold the other one: it is a number now.", "∂J/∂θ₁ = 2θ₁θ₂ and ∂J/∂θ₂ = θ₁² + 3."),
    solution=(
        f"∂J/∂θ₁ = 2θ₁θ₂ = {number(2 * p * q)}, because 3θ₂ is a constant.",
        f"∂J/∂θ₂ = θ₁² + 3 = {number(p**2 + 3)}.",
    ),
)
_VALLEY = NumberExercise(
    slug="rate-for-a-valley",
    topic="partial-derivatives",
    level=2,
    prompt=f"J = {number(a)}θ₁² + ½θ₂². Descent converges from every start for 0 < α < … what?",
    answer=1 / a,
    parameters={"a": (3, 5, 10)},
    wrong={
        "other: That is the limit of the flat direction; θ₁ has long left there.": 2,
        (
            f"other: You took {number(a)} for the curvature; the second derivative of "
            f"{number(a)}θ₁² is {number(2 * a)}."
        ): 2 / a,
        "other: That is 1/λ, where θ₁ lands in one step.": 1 / (2 * a),
        "other: Directions do not average out; each must converge.": 2 / (a + Rational(1, 2)),
    },
    hints=(
        "Which direction is the steepest?",
        f"2/λ with the greatest curvature λ = {number(2 * a)}.",
    ),
    solution=(
        (
            f"The curvatures are {number(2 * a)} and 1. The greater decides: α < "
            f"2/{number(2 * a)} = {number(1 / a)}."
        ),
    ),
)
_BOTH = FillExercise(
    slug="one-step-in-two-directions",
    topic="partial-derivatives",
    level=2,
    prompt=(
        f"J = θ₁·θ₂, you stand at ({number(p)}, {number(q)}), α = {number(r)}. Where "
        "are you after one step?"
    ),
    parameters={"p": (2, 3, -1), "q": (1, -2, 4), "r": (0.5, 0.1)},
    values={"t_1": p, "t_2": q},
    nodes=(("t_1", "θ₁"), ("t_2", "θ₂")),
    blanks=(
        Blank(
            "n_1",
            "new θ₁",
            p - r * q,
            wrong={
                "lost-sign": p + r * q,
                "other: The slope in θ₁ is θ₂, not θ₁.": p - r * p,
            },
        ),
        Blank(
            "n_2",
            "new θ₂",
            q - r * p,
            wrong={
                "lost-sign": q + r * p,
                "updated": q - r * (p - r * q),
                "other: The slope in θ₂ is θ₁, not θ₂.": q - r * q,
            },
        ),
    ),
    hints=("∇J = (θ₂, θ₁).", "Both slopes are taken where you stand, before anything moves."),
    solution=(
        f"∇J = (θ₂, θ₁) = ({number(q)}, {number(p)}).",
        (
            f"({number(p)} − {number(r)}·({number(q)}), {number(q)} − "
            f"{number(r)}·({number(p)})) = ({number(p - r * q)}, {number(q - r * p)})."
        ),
    ),
)
_POINTS = ChoiceExercise(
    slug="where-the-gradient-points",
    topic="partial-derivatives",
    level=1,
    prompt="J = θ₁² + 10θ₂². You stand at (1, 1). Where does −∇J point?",
    choices=[
        ("At the minimum.", "−∇J = (−2, −20), and the way to the minimum is (−1, −1)."),
        ("Steepest down from where you stand.", "And at right angles to the level line.", True),
        (
            "Steepest up from where you stand.",
            "∇J does. The minus turns it round.",
            "lost-sign",
        ),
        ("Along the level line.", "Along the level line the cost does not change at all."),
    ],
    hints=("Compute −∇J, and compare it with the way to (0, 0).",),
    solution=("−∇J = (−2, −20): the steepest way down here, which misses (0, 0) by far.",),
)

EXERCISES = (
    _GRADIENT,
    _VALLEY,
    _BOTH,
    _POINTS,
)
