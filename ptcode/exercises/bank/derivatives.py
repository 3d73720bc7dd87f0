"""Exercises on derivatives: slopes, secants, the rules of the table."""

from sympy import Abs, Add, sign, sin

from ptcode.exercises.kinds import (
    Blank,
    ChoiceExercise,
    DerivativeExercise,
    FillExercise,
    NumberExercise,
    OrderExercise,
)
from ptcode.exercises.symbols import a, b, c, d, k, n, p, q, s, u, x
from ptcode.exercises.texts import bracketed, number, pick, plus

_SLOPE = NumberExercise(
    slug="slope-of-square",
    topic="derivatives",
    level=1,
    prompt=f"What is the slope of this curve at x = {number(p)}?",
    expression=x**2,
    at=p,
    parameters={"p": (-3, 5, -4, 6, -1.5)},
    wrong={
        f"other: That is the value of y at {number(p)}, not the slope there.": p**2,
        "other: That is x; the slope is 2x.": p,
    },
    hints=("What is the derivative of x²?", f"It is 2x. Put {number(p)} in for x."),
    solution=("dy/dx = 2x.", f"At {number(p)} that is 2·{bracketed(p)} = {number(2 * p)}."),
)
_MEANING = ChoiceExercise(
    slug="what-a-slope-says",
    topic="derivatives",
    level=1,
    prompt=(
        f"The slope of f at x = {number(p)} is {number(q)}. You go a small step to the "
        f"{pick(k, 'right', 'left')}. What does f do?"
    ),
    parameters={"p": (3, 5, 1), "q": (-2, 2, -3, 4), "k": (0, 1)},
    values={"s": (1 + sign(q)) / 2, "u": s + k - 2 * s * k},
    choices=[
        (
            f"It {pick(u, 'falls', 'rises')}, by about {number(Abs(q))} times the step.",
            "The slope is a stretch factor, sign included.",
            True,
        ),
        (
            f"It {pick(u, 'rises', 'falls')}, by about {number(Abs(q))} times the step.",
            (
                "The size is right. But where the slope is "
                f"{pick(s, 'negative, f falls', 'positive, f rises')} to the right and "
                f"{pick(s, 'rises', 'falls')} to the left."
            ),
            "lost-sign",
        ),
        (
            f"It becomes {number(q)}.",
            f"{number(q)} is not where the curve is. It says where the curve is going.",
        ),
        (
            f"It moves {number(Abs(q))} to the {pick(u, 'left', 'right')}.",
            f"x goes to the {pick(k, 'right', 'left')}, because you do. Only f answers.",
        ),
    ],
    hints=("By what does f stretch a small step? A step to the left is a negative one.",),
    solution=(
        (
            f"A step of length h to the {pick(k, 'right', 'left')} changes f by about "
            f"{number(q)}·{pick(k, 'h', '(−h)')}: it {pick(u, 'falls', 'rises')}, by about "
            f"{number(Abs(q))} times the step."
        ),
    ),
)
_SECANT = NumberExercise(
    slug="secant-of-square",
    topic="derivatives",
    level=1,
    prompt=f"What is the slope of the secant of x² from x = {number(p)} to x = {number(q)}?",
    answer=(q**2 - p**2) / (q - p),
    parameters={"p": (2, 1, 3), "q": (6, 5, 7)},
    wrong={
        "other: That is the rise; divide it by the run.": q**2 - p**2,
        "other: That is the tangent at the start.": 2 * p,
        "other: That is the tangent at the end.": 2 * q,
        f"other: The run is the distance from {number(p)} to {number(q)}, not {number(q)}.": (
            q**2 - p**2
        )
        / q,
    },
    hints=(
        "Rise over run.",
        f"The rise is {number(q**2)} − {number(p**2)}, the run {number(q - p)}.",
    ),
    solution=(
        (
            f"({number(q**2)} − {number(p**2)})/({number(q)} − {number(p)}) = "
            f"{number(q**2 - p**2)}/{number(q - p)} = {number((q**2 - p**2) / (q - p))}."
        ),
    ),
)
_CUBIC = DerivativeExercise(
    slug="slope-of-a-cubic",
    topic="derivatives",
    level=1,
    prompt="Differentiate, and simplify.",
    expression=Add(x**3, -a * x, evaluate=False),
    as_written=True,
    parameters={"a": (12, 5, 7)},
    form="tidy",
    hints=("Term by term.", "The exponent comes down as a factor, and is then one less."),
)
_PRODUCT = DerivativeExercise(
    slug="slope-of-a-product",
    topic="derivatives",
    level=2,
    prompt="Differentiate.",
    expression=x**n * sin(x),
    parameters={"n": (2, 3, 4)},
    hints=(
        "What is done last? A multiplication.",
        "(fg)′ = f′g + fg′: two terms, each with one factor left as it is.",
    ),
)
_ROAD = NumberExercise(
    slug="a-little-further",
    topic="derivatives",
    level=2,
    prompt=(
        f"At kilometre {number(p)} a road is {number(a)} m above the sea, and its slope there is "
        f"{number(q)} metres per kilometre. About how high is it {number(d)} km further on?"
    ),
    answer=a + q * d,
    parameters={"p": (4, 7, 12), "a": (310, 480), "q": (60, -40, -80), "d": (0.2, 0.5)},
    tolerance=1e-3,
    wrong={
        "lost-sign": a - q * d,
        "other: That is the change of height; add it to the height you come from.": q * d,
        "other: The slope is metres per kilometre. You did not go a whole kilometre.": a + q,
        (
            f"other: You multiplied the slope by {number(p + d)}, the place. What counts is how "
            "far you went."
        ): a + q * (p + d),
    },
    hints=(
        "The slope says how much the height changes per kilometre.",
        f"The change is about {number(q)}·{number(d)} metres.",
    ),
    solution=(
        f"Over {number(d)} km the height changes by about {number(q)}·{number(d)} = "
        f"{number(q * d)} m.",
        f"{number(a)} {plus(q * d)} = {number(a + q * d)} m. Only about: the slope itself may "
        "change on the way.",
    ),
)
_FLAT = FillExercise(
    slug="where-a-parabola-is-flat",
    topic="derivatives",
    level=2,
    prompt=(
        f"f(x) = x² {plus(b)}x {plus(c)}. Fill in its slope at {number(p)}, the place where it is "
        "flat, and its value there."
    ),
    parameters={"b": (-6, 4, -10, 8), "c": (5, 11, -3), "p": (1, -1)},
    blanks=(
        Blank(
            "s",
            "slope at the given x",
            2 * p + b,
            wrong={
                "other: That is the value of f there, not the slope.": p**2 + b * p + c,
                "other: The slope of x² is 2x, not x.": p + b,
                "other: A constant that is added does not change the slope.": 2 * p + b + c,
            },
        ),
        Blank(
            "t",
            "flat at x =",
            -b / 2,
            wrong={
                "lost-sign": b / 2,
                "other: 2x and the other term must cancel: divide by 2 as well.": -b,
            },
        ),
        Blank(
            "u",
            "f at the flat place",
            c - b**2 / 4,
            wrong={
                "other: That is the slope there. The value is asked.": 0,
                f"other: You left out the last term, {plus(c)}.": -(b**2) / 4,
            },
        ),
    ),
    hints=(
        f"f′(x) = 2x {plus(b)}.",
        "f is flat where f′ is 0. Put that place into f, not into f′.",
    ),
    solution=(
        f"f′(x) = 2x {plus(b)}, so the slope at {number(p)} is {number(2 * p + b)}.",
        f"It is 0 at x = {number(-b / 2)}, and there f is {number(b**2 / 4)} "
        f"{plus(-(b**2) / 2)} {plus(c)} = {number(c - b**2 / 4)}.",
    ),
)
_STEEPER = OrderExercise(
    slug="from-downhill-to-uphill",
    topic="derivatives",
    level=3,
    prompt=(
        f"f(x) = x³ − {number(3 * d * k**2)}x. Put these places in the order of the slope of f, "
        "the steepest way down first, the steepest way up last."
    ),
    parameters={"d": (5, 6, 7), "k": (1, 2)},
    items=("x = 0", f"x = {number(k)}", f"x = {number(-2 * k)}", f"x = {number(3 * k)}"),
    wrong={
        "other: That is the order of the places, from left to right.": (2, 0, 1, 3),
        "other: That is the order of the values of f. Compare its slopes.": (3, 1, 0, 2),
        "other: Those are the slopes from up to down. The negative ones come first.": (3, 2, 1, 0),
    },
    hints=(
        f"f′(x) = 3x² − {number(3 * d * k**2)}.",
        "What counts is x², so a place left of 0 may be steeper than one right of it.",
    ),
    solution=(
        f"f′(x) = 3x² − {number(3 * d * k**2)} is {number(-3 * d * k**2)} at 0, "
        f"{number(3 * (1 - d) * k**2)} at {number(k)}, {number(3 * (4 - d) * k**2)} at "
        f"{number(-2 * k)} and {number(3 * (9 - d) * k**2)} at {number(3 * k)}.",
    ),
)

EXERCISES = (
    _SLOPE,
    _MEANING,
    _SECANT,
    _CUBIC,
    _ROAD,
    _PRODUCT,
    _FLAT,
    _STEEPER,
)
