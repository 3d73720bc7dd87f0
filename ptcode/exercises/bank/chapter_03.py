"""Exercises of chapter 3: partials, gradients, total derivatives."""

from ptcode.exercises.kinds import Blank, ChoiceExercise, FillExercise, NumberExercise

_GRADIENT = FillExercise(
    slug="gradient-at-a-point",
    chapter=3,
    level=1,
    prompt="J = θ₁²·θ₂ + 3θ₂. Fill in the gradient at (⟨p⟩, ⟨q⟩).",
    parameters={"p": (2, 3, -1), "q": (1, 4, 5)},
    values={"t_1": "p", "t_2": "q"},
    nodes=(("t_1", "θ₁"), ("t_2", "θ₂")),
    blanks=(
        Blank(
            "d_1",
            "∂J/∂θ₁",
            "2·p·q",
            wrong={
                "other: 3θ₂ does not contain θ₁, so its slope is 0.": "2·p·q + 3",
                "other: The factor θ₂ is held, and stays.": "2·p",
                "other: That is ∂J/∂θ₂.": "p² + 3",
            },
        ),
        Blank(
            "d_2",
            "∂J/∂θ₂",
            "p² + 3",
            wrong={
                "other: The factor θ₁² is a constant here, and stays.": "3",
                "other: That is ∂J/∂θ₁.": "2·p·q",
                "overwritten": "p²",
            },
        ),
    ),
    hints=("Hold the other one: it is a number now.", "∂J/∂θ₁ = 2θ₁θ₂ and ∂J/∂θ₂ = θ₁² + 3."),
    solution=(
        "∂J/∂θ₁ = 2θ₁θ₂ = ⟨2·p·q⟩, because 3θ₂ is a constant.",
        "∂J/∂θ₂ = θ₁² + 3 = ⟨p² + 3⟩.",
    ),
)
_TOTAL = NumberExercise(
    slug="total-derivative",
    chapter=3,
    level=2,
    prompt="J = θ₁²·θ₂ and θ₂ = ⟨c⟩θ₁. What is dJ/dθ₁ at θ₁ = ⟨p⟩?",
    answer="3·c·p²",
    parameters={"c": (3, 2, 4), "p": (2, 1, 3)},
    wrong={
        "overwritten": ("2·c·p²", "c·p²"),
        "other: Contributions of paths are added; you multiplied all the rates.": "2·c²·p⁴",
        "other: The partials were added without the rate dθ₂/dθ₁ = ⟨c⟩.": "2·c·p² + p²",
    },
    hints=(
        "θ₁ reaches J on two paths: straight, and through θ₂.",
        "∂J/∂θ₁·1 + ∂J/∂θ₂·dθ₂/dθ₁.",
    ),
    solution=(
        "There θ₂ = ⟨c·p⟩. The straight path gives 2θ₁θ₂ = ⟨2·c·p²⟩.",
        "The other gives θ₁²·⟨c⟩ = ⟨c·p²⟩. Together ⟨3·c·p²⟩.",
    ),
)
_PATHS = NumberExercise(
    slug="two-paths-at-a-point",
    chapter=3,
    level=1,
    prompt="What is dy/dx at x = ⟨p⟩?",
    expression="x + a·x²",
    at="p",
    parameters={"a": (2, 3, 5), "p": (3, 2, -2)},
    wrong={"other: That is the value of y.": "p + a·p²"},
    hints=("x goes into the sum twice.", "Straight: 1. Through the square: 2·⟨a⟩·x."),
    solution=("1 + ⟨2·a⟩x, at ⟨p⟩ that is ⟨1 + 2·a·p⟩.",),
)
_VALLEY = NumberExercise(
    slug="rate-for-a-valley",
    chapter=3,
    level=2,
    prompt="J = ⟨a⟩θ₁² + ½θ₂². Descent converges from every start for 0 < α < … what?",
    answer="1/a",
    parameters={"a": (3, 5, 10)},
    wrong={
        "other: That is the limit of the flat direction; θ₁ has long left there.": "2",
        "other: You took ⟨a⟩ for the curvature; the second derivative of ⟨a⟩θ₁² is ⟨2·a⟩.": "2/a",
        "other: That is 1/λ, where θ₁ lands in one step.": "1/(2·a)",
        "other: Directions do not average out; each must converge.": "2/(a + 1/2)",
    },
    hints=("Which direction is the steepest?", "2/λ with the greatest curvature λ = ⟨2·a⟩."),
    solution=("The curvatures are ⟨2·a⟩ and 1. The greater decides: α < 2/⟨2·a⟩ = ⟨1/a⟩.",),
)
_BOTH = FillExercise(
    slug="one-step-in-two-directions",
    chapter=3,
    level=2,
    prompt="J = θ₁·θ₂, you stand at (⟨p⟩, ⟨q⟩), α = ⟨r⟩. Where are you after one step?",
    parameters={"p": (2, 3, -1), "q": (1, -2, 4), "r": (0.5, 0.1)},
    values={"t_1": "p", "t_2": "q"},
    nodes=(("t_1", "θ₁"), ("t_2", "θ₂")),
    blanks=(
        Blank(
            "n_1",
            "new θ₁",
            "p − r·q",
            wrong={
                "lost-sign": "p + r·q",
                "other: The slope in θ₁ is θ₂, not θ₁.": "p − r·p",
            },
        ),
        Blank(
            "n_2",
            "new θ₂",
            "q − r·p",
            wrong={
                "lost-sign": "q + r·p",
                "updated": "q − r·(p − r·q)",
                "other: The slope in θ₂ is θ₁, not θ₂.": "q − r·q",
            },
        ),
    ),
    hints=("∇J = (θ₂, θ₁).", "Both slopes are taken where you stand, before anything moves."),
    solution=(
        "∇J = (θ₂, θ₁) = (⟨q⟩, ⟨p⟩).",
        "(⟨p⟩ − ⟨r⟩·(⟨q⟩), ⟨q⟩ − ⟨r⟩·(⟨p⟩)) = (⟨p − r·q⟩, ⟨q − r·p⟩).",
    ),
)
_POINTS = ChoiceExercise(
    slug="where-the-gradient-points",
    chapter=3,
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

EXERCISES = {
    exercise.slug: exercise for exercise in (_GRADIENT, _TOTAL, _PATHS, _VALLEY, _BOTH, _POINTS)
}
