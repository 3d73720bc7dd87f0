"""Exercises on gradients: where they point, and what a step does in several directions."""

from sympy import Abs, Rational, sqrt

from ptcode.exercises.kinds import (
    Blank,
    ChoiceExercise,
    FillExercise,
    NumberExercise,
    OrderExercise,
)
from ptcode.exercises.symbols import a, k, m, p, q, r
from ptcode.exercises.texts import bracketed, number, pick

POINTS = ChoiceExercise(
    slug="where-the-gradient-points",
    topic="partial-derivatives",
    level=1,
    prompt=(
        f"J = θ₁² + {number(a)}θ₂². You stand at ({number(p)}, {number(q)}). Where does −∇J point?"
    ),
    parameters={"a": (4, 7, 20), "p": (1, -2, 3), "q": (2, 1, -1)},
    choices=[
        (
            "At the minimum.",
            f"−∇J = ({number(-2 * p)}, {number(-2 * a * q)}), and the way to the minimum is "
            f"({number(-p)}, {number(-q)}).",
        ),
        ("Steepest down from where you stand.", "And at right angles to the level line.", True),
        (
            "Steepest up from where you stand.",
            "∇J does. The minus turns it round.",
            "lost-sign",
        ),
        ("Along the level line.", "Along the level line the cost does not change at all."),
    ],
    hints=("Compute −∇J, and compare it with the way to (0, 0).",),
    solution=(
        f"−∇J = ({number(-2 * p)}, {number(-2 * a * q)}): the steepest way down here, which misses "
        "(0, 0) by far.",
    ),
)
BOTH = FillExercise(
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
    words={
        "lost-sign": "The minus of the update was lost: θ − α·slope goes down, θ + α·slope up.",
        "updated": f"The new θ₁, {number(p - r * q)}, was used for the slope of θ₂. Take both "
        f"slopes where you stand: there θ₁ = {number(p)}.",
    },
    hints=("∇J = (θ₂, θ₁).", "Both slopes are taken where you stand, before anything moves."),
    solution=(
        f"∇J = (θ₂, θ₁) = ({number(q)}, {number(p)}).",
        (
            f"({number(p)} − {number(r)}·{bracketed(q)}, {number(q)} − "
            f"{number(r)}·{bracketed(p)}) = ({number(p - r * q)}, {number(q - r * p)})."
        ),
    ),
)
VALLEY = NumberExercise(
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
_NAMES = tuple(f"θ{pick(k, *names)}" for names in ("₃₂", "₁₄", "₄₁", "₂₃"))
"""Which parameters have the slopes 20, 16, 12 and 8, times m·p, in two arrangements."""
_SUMS = ("θ₁² + 4θ₂² + 5θ₃² + 2θ₄²", "2θ₁² + 5θ₂² + 4θ₃² + θ₄²")
_PLACES = tuple(
    f"({', '.join(number(each * p) for each in place)})" for place in ((8, 1, 2, 3), (3, 2, 1, 8))
)
FAR = OrderExercise(
    slug="which-moves-furthest",
    topic="partial-derivatives",
    level=2,
    prompt=(
        f"J = {number(m)}·({pick(k, *_SUMS)}), and you stand at {pick(k, *_PLACES)}. "
        "Put the parameters in order: the one that a step of descent moves furthest first."
    ),
    parameters={"m": (2, 3, 5), "p": (1, 2, 0.5), "k": (0, 1)},
    items=_NAMES,
    wrong={
        "other: That is by how far each is from 0. The factors count as well.": (1, 2, 0, 3),
        "other: That is by the factors. How far each is from 0 counts as well.": (0, 3, 2, 1),
        "other: That is by the share in the cost. A step goes by the slope.": (1, 0, 2, 3),
    },
    hints=(
        "Each parameter moves by α times its own partial.",
        "The partial of 5θ² is 10θ: factor and place both count.",
    ),
    solution=(
        f"The partials are {number(20 * m * p)} for {_NAMES[0]}, {number(16 * m * p)} for "
        f"{_NAMES[1]}, {number(12 * m * p)} for {_NAMES[2]} and {number(8 * m * p)} for "
        f"{_NAMES[3]}; each moves by α times that.",
    ),
)
LONG = NumberExercise(
    slug="length-of-a-step",
    topic="partial-derivatives",
    level=3,
    prompt=(
        f"∇J = ({number(p * m)}, {number(q * m)}) where you stand, and α = {number(r)}. How long "
        "is the step?"
    ),
    answer=r * m * sqrt(p**2 + q**2),
    parameters={"p": (3, -5), "q": (-4, 12), "m": (1, 2), "r": (0.1, 0.2)},
    wrong={
        "other: That is the length of the gradient. The step is α times as long.": m
        * sqrt(p**2 + q**2),
        "other: At right angles lengths do not add. Take the root of the sum of the squares.": r
        * m
        * (Abs(p) + Abs(q)),
        "other: A length is not a sum of components with their signs.": (
            r * m * (p + q),
            -r * m * (p + q),
        ),
        "other: The root of the sum is missing.": r * m**2 * (p**2 + q**2),
    },
    hints=(
        "The step is −α∇J, an arrow with two components.",
        f"Its components are {number(-r * p * m)} and {number(-r * q * m)}; use Pythagoras.",
    ),
    solution=(
        f"‖∇J‖ = √({number(p**2 * m**2)} + {number(q**2 * m**2)}) = "
        f"{number(m * sqrt(p**2 + q**2))}, times {number(r)} is "
        f"{number(r * m * sqrt(p**2 + q**2))}.",
    ),
)
