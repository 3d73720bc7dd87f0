"""Exercises on vanishing and exploding gradients."""

from ptcode.exercises.kinds import NumberExercise
from ptcode.exercises.symbols import n
from ptcode.exercises.texts import number

_VANISHING = NumberExercise(
    slug="deepest-sigmoid",
    topic="vanishing-gradients",
    level=1,
    prompt=(
        f"{number(n)} sigmoids in a row, no weights between them. Each link has σ′ ≤ ¼. "
        "Which bound "
        "follows for the slope of the whole?"
    ),
    answer=0.25**n,
    tolerance=0.02,
    parameters={"n": (5, 3, 4, 6)},
    wrong={
        "other: Along a chain the factors multiply; you added them.": 0.25 * n,
        "other: That is one link.": 0.25,
        "other: ½ is the value σ(0); the slope there is ½·½ = ¼.": 0.5**n,
    },
    hints=("How steep is one sigmoid at most?", "σ′ = σ(1 − σ) ≤ ¼, and factors multiply."),
    solution=(
        f"At most ¼ for each link: 0.25 to the power {number(n)}, which is {number(0.25**n)}.",
        "The true maximum is smaller still: only the first link can be given 0.",
    ),
)

EXERCISES = (_VANISHING,)
