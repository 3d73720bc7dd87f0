"""Exercises on checking a derivative and on the common mistakes: the bug lab."""

from ptcode.exercises.bank.bugs_of_a_line import MEAN, NUDGED, STEP
from ptcode.exercises.bank.bugs_of_layers import LAYER, SHARED
from ptcode.exercises.bank.bugs_of_the_running_example import RUNNING, WAY_BACK
from ptcode.exercises.bank.checks import CHECKS
from ptcode.exercises.kinds import NumberExercise
from ptcode.exercises.symbols import h, p
from ptcode.exercises.texts import number

_CENTRAL = NumberExercise(
    slug="central-difference",
    topic="common-mistakes",
    level=2,
    prompt=(f"Compute the central difference of x³ at x = {number(p)} with h = {number(h)}."),
    answer=((p + h) ** 3 - (p - h) ** 3) / (2 * h),
    tolerance=1e-4,
    parameters={"p": (2, 1, 3), "h": (0.1, 0.2, 0.5)},
    wrong={
        "other: That is the forward difference.": ((p + h) ** 3 - p**3) / h,
        "other: That is the backward difference.": (p**3 - (p - h) ** 3) / h,
        "other: The two points are 2h apart, and you divided by h.": ((p + h) ** 3 - (p - h) ** 3)
        / h,
        "other: That is the derivative, the limit for h → 0.": 3 * p**2,
    },
    hints=(
        "Go the same way to both sides, and divide by the distance between the two points.",
        f"The points are {number(p + h)} and {number(p - h)}, and they lie {number(2 * h)} apart.",
    ),
    solution=(
        (
            f"({number((p + h) ** 3)} − {number((p - h) ** 3)})/{number(2 * h)} = "
            f"{number(((p + h) ** 3 - (p - h) ** 3) / (2 * h))}."
        ),
        (
            f"The derivative is {number(3 * p**2)}; the central difference is off by h² = "
            f"{number(h**2)}."
        ),
    ),
)

EXERCISES = (_CENTRAL, STEP, RUNNING, WAY_BACK, SHARED, MEAN, LAYER, NUDGED, *CHECKS)
