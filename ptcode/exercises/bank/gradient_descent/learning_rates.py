"""Exercises on how large the learning rate may be: its regimes, its limit, its scale."""

from sympy import Rational, sign

from ptcode.exercises.kinds import Choice, ChoiceExercise, NumberExercise, OrderExercise
from ptcode.exercises.symbols import a, d, k, n, r
from ptcode.exercises.texts import number, pick

_RATES = (0.9, 1.3, 0.4, 1.8, 2.2)
"""αλ of five learning rates: |1 − αλ| grows from each to the next."""

_PATHS = (
    "It approaches from one side.",
    "It jumps from side to side and converges.",
    "It bounces for ever.",
    "It diverges.",
)
_WANTED = (
    "For that the factor must lie between 0 and 1, so α below ½.",
    "For that the factor must lie between −1 and 0, so α between ½ and 1.",
    "For that the factor must be −1, at α = 1.",
    "For that the factor must be below −1, so α above 1.",
)


def _path(after: int, mark: tuple[()] | tuple[bool] = ()) -> Choice:
    """The path that stands so many places after the right one, and why it is not that."""
    turned = [(right + after) % len(_PATHS) for right in range(len(_PATHS))]
    said = f"1 − 2α = {number(1 - 2 * r)}."
    if not mark:
        said = f"{pick(k, *(_WANTED[i] for i in turned))} Here it is {number(1 - 2 * r)}."
    return (pick(k, *(_PATHS[i] for i in turned)), said, *mark)


REGIME = ChoiceExercise(
    slug="name-the-regime",
    topic="gradient-descent",
    level=1,
    prompt=f"J(θ) = θ² and α = {number(r)}. What does the path do, from any start but 0?",
    parameters={"r": (0.6, 0.3, 1, 1.2, 0.8, 0.1, 1.05)},
    values={"k": (1 + sign(r - Rational(1, 2))) / 2 + 1 + sign(r - 1)},
    choices=[_path(3), _path(0, (True,)), _path(1), _path(2)],
    hints=("What is 1 − 2α?", "Its sign says whether θ changes sides, its size how far it gets."),
    solution=(
        f"1 − 2·{number(r)} = {number(1 - 2 * r)}: each step "
        f"{pick(k, 'keeps its side', 'changes sides', 'changes sides', 'changes sides')} and "
        f"{pick(k, 'shortens', 'shortens', 'keeps', 'lengthens')} the distance to 0.",
    ),
)
NEAREST = OrderExercise(
    slug="which-rate-gets-nearest",
    topic="gradient-descent",
    level=2,
    prompt=(
        f"J(θ) = {number(a)}θ². From one and the same start, ten steps are taken with each of "
        "these α. Put them in order, the one that ends nearest to 0 first."
    ),
    parameters={"a": (5, 2, 10), "d": (0, 0.05)},
    items=tuple(f"α = {number((rate + d) / (2 * a))}" for rate in _RATES),
    wrong={
        "other: That is from small to large α. Neither small nor large is best.": (2, 0, 1, 3, 4),
        "other: A large α takes long steps, but past 0 and too far.": (4, 3, 1, 0, 2),
        "other: That is from far to near.": (4, 3, 2, 1, 0),
    },
    hints=(
        f"Each step multiplies θ by 1 − {number(2 * a)}α.",
        "The sign of that factor only changes sides. Its size decides.",
    ),
    solution=(
        f"The factors 1 − {number(2 * a)}α are "
        f"{', '.join(number(1 - rate - d) for rate in _RATES[:-1])} and "
        f"{number(1 - _RATES[-1] - d)}. The smaller the size, the nearer.",
    ),
)
CRITICAL = NumberExercise(
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
SUM = NumberExercise(
    slug="rate-for-the-sum",
    topic="gradient-descent",
    level=2,
    prompt=(
        f"A cost is the mean of {number(n)} squared errors, and α = {number(r)} works well. Now "
        "take their sum instead of the mean. Which α takes the same steps as before?"
    ),
    answer=r / n,
    parameters={"n": (100, 50, 20), "r": (0.3, 0.2, 0.5)},
    wrong={
        "factor": r,
        "other: You scaled α with the cost; it must be scaled against it.": r * n,
    },
    words={
        "factor": f"Not the same α: the slope of the sum is {number(n)} times that of the mean, "
        f"so with the old α each step would be {number(n)} times as long."
    },
    hints=("By what factor does the slope change?", "α times slope must stay the same."),
    solution=(
        (
            f"The slope is {number(n)} times as large, so α must be {number(n)} times as "
            f"small: {number(r / n)}."
        ),
    ),
)
