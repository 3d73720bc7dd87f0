"""Exercises on gradient descent: steps of gradient descent, and how large α may be."""

from ptcode.exercises.kinds import ChoiceExercise, NumberExercise
from ptcode.exercises.symbols import a, n, p, r
from ptcode.exercises.texts import number

_STEP = NumberExercise(
    slug="one-step",
    topic="gradient-descent",
    level=1,
    prompt=f"J(θ) = θ², θ₀ = {number(p)}, α = {number(r)}. What is θ₁?",
    answer=p - r * 2 * p,
    parameters={"p": (-3, 4, 5), "r": (0.1, 0.2, 0.3)},
    wrong={
        "lost-sign": p + r * 2 * p,
        "factor": p - r * p,
        "other: The step is α times the slope, not α.": (p - r, p + r),
        f"other: You used the cost {number(p**2)} in place of the slope.": p - r * p**2,
        "other: That is the step; add it to where you stand.": -r * 2 * p,
    },
    hints=(
        f"What is the slope at {number(p)}?",
        f"θ₁ = θ₀ − α·slope, and the slope is 2·({number(p)}) = {number(2 * p)}.",
    ),
    solution=(
        f"The slope is {number(2 * p)}.",
        f"θ₁ = {number(p)} − {number(r)}·({number(2 * p)}) = {number(p - r * 2 * p)}.",
    ),
)
_THREE = NumberExercise(
    slug="three-steps",
    topic="gradient-descent",
    level=2,
    prompt=f"J(θ) = θ², θ₀ = {number(p)}, α = {number(r)}. What is θ₃, after three steps?",
    answer=(1 - 2 * r) ** 3 * p,
    parameters={"p": (8, 4, -2), "r": (0.25, 0.75, 0.1)},
    wrong={
        "lost-sign": (1 + 2 * r) ** 3 * p,
        "factor": (1 - r) ** 3 * p,
        "other: That is θ₁.": (1 - 2 * r) * p,
        "other: That is θ₂.": (1 - 2 * r) ** 2 * p,
        "other: You took the slope at the start three times; it changes with θ.": p - 3 * r * 2 * p,
    },
    hints=(
        "Each step multiplies θ by the same factor.",
        f"The factor is 1 − 2α = {number(1 - 2 * r)}.",
    ),
    solution=(
        (
            f"θ₁ = {number((1 - 2 * r) * p)}, θ₂ = {number((1 - 2 * r) ** 2 * p)}, θ₃ = "
            f"{number((1 - 2 * r) ** 3 * p)}."
        ),
        "In one go: θ₃ = (1 − 2α)³·θ₀.",
    ),
)
_CRITICAL = NumberExercise(
    slug="where-it-bounces",
    topic="gradient-descent",
    level=2,
    prompt=f"J(θ) = {number(a)}θ². At which α > 0 does descent bounce for ever between two places?",
    answer=1 / a,
    parameters={"a": (5, 4, 10, 8)},
    wrong={
        "other: That is 1/λ; there you land in one step.": 1 / (2 * a),
        (
            f"other: You took {number(a)} for the curvature. It is the second derivative, "
            f"{number(2 * a)}."
        ): 2 / a,
        "other: That is the limit for θ², which has another curvature.": 1,
    },
    hints=(
        "A step multiplies θ by 1 − αλ. Which factor keeps the size and turns the sign?",
        f"αλ = 2, and λ = J″ = {number(2 * a)}.",
    ),
    solution=(
        f"J′ = {number(2 * a)}θ, so λ = {number(2 * a)}.",
        f"1 − αλ = −1 where α = 2/λ = {number(1 / a)}.",
    ),
)
_REGIME = ChoiceExercise(
    slug="name-the-regime",
    topic="gradient-descent",
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
    topic="gradient-descent",
    level=2,
    prompt=(
        f"On the mean over {number(n)} examples, α = {number(r)} works well. Then the "
        "cost becomes their sum. "
        "Which α takes the same steps as before?"
    ),
    answer=r / n,
    parameters={"n": (100, 50, 20), "r": (0.3, 0.2, 0.5)},
    wrong={
        "factor": r,
        "other: You scaled α with the cost; it must be scaled against it.": r * n,
    },
    hints=("By what factor does the slope change?", "α times slope must stay the same."),
    solution=(
        (
            f"The slope is {number(n)} times as large, so α must be {number(n)} times as "
            f"small: {number(r / n)}."
        ),
    ),
)

EXERCISES = (
    _STEP,
    _THREE,
    _CRITICAL,
    _REGIME,
    _SUM,
)
