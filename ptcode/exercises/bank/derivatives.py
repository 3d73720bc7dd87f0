"""Exercises on derivatives: slopes, secants, the rules of the table."""

from sympy import Add, sin

from ptcode.exercises.kinds import ChoiceExercise, DerivativeExercise, NumberExercise
from ptcode.exercises.symbols import a, n, p, q, x
from ptcode.exercises.texts import number

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
    solution=("dy/dx = 2x.", f"At {number(p)} that is 2·({number(p)}) = {number(2 * p)}."),
)
_MEANING = ChoiceExercise(
    slug="what-a-slope-says",
    topic="derivatives",
    level=1,
    prompt="The slope of f at x = 3 is −2. You go a small step to the right. What does f do?",
    choices=[
        (
            "It falls, by about twice the step.",
            "The slope is a stretch factor, sign included.",
            True,
        ),
        (
            "It rises, by about twice the step.",
            "The size is right. But the slope is negative: as x grows, f falls.",
            "lost-sign",
        ),
        ("It becomes −2.", "−2 is not where the curve is. It says where the curve is going."),
        ("It moves two to the left.", "x goes to the right, because you do. Only f answers."),
    ],
    hints=("By what does f stretch a small step?",),
    solution=("A step dx changes f by about −2·dx: it falls, by about twice the step.",),
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

EXERCISES = (
    _SLOPE,
    _MEANING,
    _SECANT,
    _CUBIC,
    _PRODUCT,
)
