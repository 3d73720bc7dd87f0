"""Exercises on several paths: where they meet, how many there are, which one carries most."""

from ptcode.exercises.kinds import ChoiceExercise, NumberExercise, OrderExercise
from ptcode.exercises.symbols import a, b, c, d, k, m, n, p
from ptcode.exercises.texts import bracketed, number, pick, power

RECTANGLE = NumberExercise(
    slug="a-growing-rectangle",
    topic="several-paths",
    level=1,
    prompt=(
        f"A sheet of ice is {number(a)} m long and {number(b)} m wide. Its length grows by "
        f"{number(c)} m an hour, its width by {number(d)} m an hour. By how many square metres an "
        "hour does its area grow at this moment?"
    ),
    answer=c * b + a * d,
    parameters={"a": (20, 30), "b": (8, 12), "c": (0.5, 2), "d": (0.3, 0.4)},
    tolerance=1e-3,
    wrong={
        "overwritten": (c * b, a * d),
        "other: The rates of the sides do not multiply: each side makes a strip of its own.": c * d,
        "other: Those are metres. Each rate is multiplied by the other side.": c + d,
        (
            "other: You multiplied each rate by its own side. A longer sheet gains a strip as wide "
            "as the sheet."
        ): (a * c + b * d),
        (
            "other: That is the gain of a whole hour, with the corner. At this moment the corner "
            "does not count."
        ): (a + c) * (b + d) - a * b,
    },
    hints=(
        "Time reaches the area on two paths, through the length and through the width.",
        f"Through the length: {number(c)}·{number(b)}.",
    ),
    solution=(
        f"Through the length {number(c)}·{number(b)} = {number(c * b)}, through the width "
        f"{number(a)}·{number(d)} = {number(a * d)}. Together {number(c * b + a * d)} m² an hour.",
    ),
)
_V, _W = a * p, p**2
MEETING = ChoiceExercise(
    slug="one-value-used-twice",
    topic="several-paths",
    level=2,
    prompt=(
        f"u = {number(p)} goes into two values, v = {number(a)}u = {number(_V)} and w = u² = "
        f"{number(_W)}, and y = v·w. What is dy/du?"
    ),
    parameters={"a": (2, 5, 3), "p": (4, -1, 3)},
    choices=[
        (
            f"{number(_W)}·{number(a)} = {number(_W * a)}",
            "That is the path through v. u reaches y through w as well.",
            "overwritten",
        ),
        (
            f"{number(_W)}·{number(a)} + {bracketed(_V)}·{bracketed(2 * p)} = "
            f"{number(_W * a + _V * 2 * p)}",
            "Through v: ∂y/∂v = w, times the rate of v. Through w: ∂y/∂w = v, times 2u.",
            True,
        ),
        (
            f"{number(a)}·{bracketed(2 * p)} = {number(2 * a * p)}",
            "Those are the rates of v and of w. Each path also has its link to y, and paths are "
            "added.",
        ),
        (
            f"{bracketed(_V)}·{number(a)} + {number(_W)}·{bracketed(2 * p)} = "
            f"{number(_V * a + _W * 2 * p)}",
            "∂y/∂v is w and ∂y/∂w is v: each factor is held while the other moves.",
        ),
    ],
    hints=(
        "Which paths lead from u to y? Multiply along each.",
        f"Through v: ∂y/∂v = w = {number(_W)}, times {number(a)}.",
    ),
    solution=(
        f"{number(_W)}·{number(a)} + {bracketed(_V)}·{bracketed(2 * p)} = "
        f"{number(_W * a + _V * 2 * p)}.",
        f"Check: y = {number(a)}u³, and 3·{number(a)}u² is {number(3 * a * p**2)} too.",
    ),
)
_RATES = ((4, 3), (-2, 5), (0.5, 8), (9, 0.1))
"""Two links of each path; the products are 12, −10, 4 and 0.9."""
_LETTERS = ("st", "us", "vu", "tv")
LARGEST = OrderExercise(
    slug="which-path-carries-most",
    topic="several-paths",
    level=2,
    prompt=(
        "Four paths lead from x to y; the numbers are the local derivatives of their two links. "
        "Put them in order: the one that contributes most to dy/dx, in size, comes first."
    ),
    parameters={"m": (1, 2, 0.5, 3), "k": (0, 1)},
    items=tuple(
        f"x → {pick(k, *letters)} → y: {number(one * m)} and {number(other * m)}"
        for letters, (one, other) in zip(_LETTERS, _RATES, strict=True)
    ),
    wrong={
        "other: That is by the sum of the two links. Along a path they multiply.": (3, 2, 0, 1),
        "other: A negative contribution counts by its size too: the sign is its direction.": (
            0,
            2,
            3,
            1,
        ),
        "other: That is from the smallest to the largest.": (3, 2, 1, 0),
    },
    hints=("Along a path the local derivatives multiply.", "Compare sizes, without the signs."),
    solution=(
        "The products are "
        f"{', '.join(number(one * other * m**2) for one, other in _RATES[:-1])} and "
        f"{number(_RATES[-1][0] * _RATES[-1][1] * m**2)}. dy/dx is their sum, "
        f"{number(sum(one * other for one, other in _RATES) * m**2)}.",
    ),
)
MANY = NumberExercise(
    slug="how-many-paths",
    topic="several-paths",
    level=3,
    prompt=(
        f"Between x and y lie {number(k)} layers of {number(n)} values each. x feeds every value "
        "of the first layer, every value feeds all of the next layer, and the last layer feeds y. "
        "How many paths lead from x to y?"
    ),
    answer=n**k,
    tolerance=1e-6,
    parameters={"n": (5, 10, 6), "k": (3, 4)},
    wrong={
        "other: The layers were added. At each layer a path can go on in every way.": n * k,
        "other: Those are the arrows. A path is a whole row of them.": n + (k - 1) * n**2 + n,
        "other: Turn it round: each of the layers offers as many ways as it has values.": k**n,
        "other: That is one layer too many: y is a single value.": n ** (k + 1),
        "other: That is one layer too few.": n ** (k - 1),
    },
    hints=(
        "Through one layer there is a path for each of its values.",
        "Each further layer multiplies the number of paths.",
    ),
    solution=(
        f"Each layer multiplies their number by {number(n)}, so there are {number(n)}{power(k)} = "
        f"{number(n**k)} paths. Their sum is worked out layer by layer, with only "
        f"{number(2 * n + (k - 1) * n**2)} arrows.",
    ),
)
