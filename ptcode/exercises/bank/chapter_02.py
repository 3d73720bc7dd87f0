"""Exercises of chapter 2: steps of gradient descent, and how large α may be."""

from ptcode.exercises.kinds import ChoiceExercise, NumberExercise

_STEP = NumberExercise(
    slug="one-step",
    chapter=2,
    level=1,
    prompt="J(θ) = θ², θ₀ = ⟨p⟩, α = ⟨r⟩. What is θ₁?",
    answer="p − r·2·p",
    parameters={"p": (-3, 4, 5), "r": (0.1, 0.2, 0.3)},
    wrong={
        "lost-sign": "p + r·2·p",
        "factor": "p − r·p",
        "other: The step is α times the slope, not α.": ("p − r", "p + r"),
        "other: You used the cost ⟨p²⟩ in place of the slope.": "p − r·p²",
        "other: That is the step; add it to where you stand.": "−r·2·p",
    },
    hints=("What is the slope at ⟨p⟩?", "θ₁ = θ₀ − α·slope, and the slope is 2·(⟨p⟩) = ⟨2·p⟩."),
    solution=("The slope is ⟨2·p⟩.", "θ₁ = ⟨p⟩ − ⟨r⟩·(⟨2·p⟩) = ⟨p − r·2·p⟩."),
)
_THREE = NumberExercise(
    slug="three-steps",
    chapter=2,
    level=2,
    prompt="J(θ) = θ², θ₀ = ⟨p⟩, α = ⟨r⟩. What is θ₃, after three steps?",
    answer="(1 − 2·r)³·p",
    parameters={"p": (8, 4, -2), "r": (0.25, 0.75, 0.1)},
    wrong={
        "lost-sign": "(1 + 2·r)³·p",
        "factor": "(1 − r)³·p",
        "other: That is θ₁.": "(1 − 2·r)·p",
        "other: That is θ₂.": "(1 − 2·r)²·p",
        "other: You took the slope at the start three times; it changes with θ.": "p − 3·r·2·p",
    },
    hints=("Each step multiplies θ by the same factor.", "The factor is 1 − 2α = ⟨1 − 2·r⟩."),
    solution=(
        "θ₁ = ⟨(1 − 2·r)·p⟩, θ₂ = ⟨(1 − 2·r)²·p⟩, θ₃ = ⟨(1 − 2·r)³·p⟩.",
        "In one go: θ₃ = (1 − 2α)³·θ₀.",
    ),
)
_CRITICAL = NumberExercise(
    slug="where-it-bounces",
    chapter=2,
    level=2,
    prompt="J(θ) = ⟨a⟩θ². At which α > 0 does descent bounce for ever between two places?",
    answer="1/a",
    parameters={"a": (5, 4, 10, 8)},
    wrong={
        "other: That is 1/λ; there you land in one step.": "1/(2·a)",
        "other: You took ⟨a⟩ for the curvature. It is the second derivative, ⟨2·a⟩.": "2/a",
        "other: That is the limit for θ², which has another curvature.": "1",
    },
    hints=(
        "A step multiplies θ by 1 − αλ. Which factor keeps the size and turns the sign?",
        "αλ = 2, and λ = J″ = ⟨2·a⟩.",
    ),
    solution=("J′ = ⟨2·a⟩θ, so λ = ⟨2·a⟩.", "1 − αλ = −1 where α = 2/λ = ⟨1/a⟩."),
)
_REGIME = ChoiceExercise(
    slug="name-the-regime",
    chapter=2,
    level=1,
    prompt="J(θ) = θ² and α = 0.6. What does the path do, from any start but 0?",
    choices=[
        ("It approaches from one side.", "The factor 1 − 2α is −0.2. Its sign says: change sides."),
        ("It jumps from side to side and converges.", "1 − 2α = −0.2: turned, and shorter.", True),
        ("It bounces for ever.", "For that the factor must be −1, at α = 1. Here it is −0.2."),
        (
            "It diverges, since α is past ½.",
            "At α = 1/λ = ½ you land. Divergence begins at 2/λ = 1.",
        ),
    ],
    hints=("What is 1 − 2α?",),
    solution=("1 − 2·0.6 = −0.2: each step changes sides and leaves a fifth of the distance.",),
)
_SUM = NumberExercise(
    slug="rate-for-the-sum",
    chapter=2,
    level=2,
    prompt=(
        "On the mean over ⟨n⟩ examples, α = ⟨r⟩ works well. Then the cost becomes their sum. "
        "Which α takes the same steps as before?"
    ),
    answer="r/n",
    parameters={"n": (100, 50, 20), "r": (0.3, 0.2, 0.5)},
    wrong={
        "factor": "r",
        "other: You scaled α with the cost; it must be scaled against it.": "r·n",
    },
    hints=("By what factor does the slope change?", "α times slope must stay the same."),
    solution=("The slope is ⟨n⟩ times as large, so α must be ⟨n⟩ times as small: ⟨r/n⟩.",),
)

EXERCISES = {exercise.slug: exercise for exercise in (_STEP, _THREE, _CRITICAL, _REGIME, _SUM)}
