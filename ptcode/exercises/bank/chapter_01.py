"""Exercises of chapter 1: slopes, secants, the rules of the table."""

from ptcode.exercises.kinds import ChoiceExercise, DerivativeExercise, NumberExercise

_SLOPE = NumberExercise(
    slug="slope-of-square",
    chapter=1,
    level=1,
    prompt="What is the slope of this curve at x = ⟨p⟩?",
    expression="x²",
    at="p",
    parameters={"p": (-3, 5, -4, 6, -1.5)},
    wrong={
        "other: That is the value of y at ⟨p⟩, not the slope there.": "p²",
        "other: That is x; the slope is 2x.": "p",
    },
    hints=("What is the derivative of x²?", "It is 2x. Put ⟨p⟩ in for x."),
    solution=("dy/dx = 2x.", "At ⟨p⟩ that is 2·(⟨p⟩) = ⟨2·p⟩."),
)
_MEANING = ChoiceExercise(
    slug="what-a-slope-says",
    chapter=1,
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
    chapter=1,
    level=1,
    prompt="What is the slope of the secant of x² from x = ⟨p⟩ to x = ⟨q⟩?",
    answer="(q² − p²)/(q − p)",
    parameters={"p": (2, 1, 3), "q": (6, 5, 7)},
    wrong={
        "other: That is the rise; divide it by the run.": "q² − p²",
        "other: That is the tangent at the start.": "2·p",
        "other: That is the tangent at the end.": "2·q",
        "other: The run is the distance from ⟨p⟩ to ⟨q⟩, not ⟨q⟩.": "(q² − p²)/q",
    },
    hints=("Rise over run.", "The rise is ⟨q²⟩ − ⟨p²⟩, the run ⟨q − p⟩."),
    solution=("(⟨q²⟩ − ⟨p²⟩)/(⟨q⟩ − ⟨p⟩) = ⟨q² − p²⟩/⟨q − p⟩ = ⟨(q² − p²)/(q − p)⟩.",),
)
_CUBIC = DerivativeExercise(
    slug="slope-of-a-cubic",
    chapter=1,
    level=1,
    prompt="Differentiate, and simplify.",
    expression="x³ − a·x",
    parameters={"a": (12, 5, 7)},
    form="tidy",
    hints=("Term by term.", "The exponent comes down as a factor, and is then one less."),
)
_PRODUCT = DerivativeExercise(
    slug="slope-of-a-product",
    chapter=1,
    level=2,
    prompt="Differentiate.",
    expression="x^n·sin(x)",
    parameters={"n": (2, 3, 4)},
    hints=(
        "What is done last? A multiplication.",
        "(fg)′ = f′g + fg′: two terms, each with one factor left as it is.",
    ),
)
_CENTRAL = NumberExercise(
    slug="central-difference",
    chapter=1,
    level=2,
    prompt="Compute the central difference of x³ at x = ⟨p⟩ with h = ⟨h⟩, to five digits.",
    answer="((p + h)³ − (p − h)³)/(2·h)",
    tolerance=1e-4,
    parameters={"p": (2, 1, 3), "h": (0.1, 0.2, 0.5)},
    wrong={
        "other: That is the forward difference.": "((p + h)³ − p³)/h",
        "other: That is the backward difference.": "(p³ − (p − h)³)/h",
        "other: The two points are 2h apart, and you divided by h.": "((p + h)³ − (p − h)³)/h",
        "other: That is the derivative, the limit for h → 0.": "3·p²",
    },
    hints=(
        "Go the same way to both sides, and divide by the distance between the two points.",
        "The points are ⟨p + h⟩ and ⟨p − h⟩, and they lie ⟨2·h⟩ apart.",
    ),
    solution=(
        "(⟨(p + h)³⟩ − ⟨(p − h)³⟩)/⟨2·h⟩ = ⟨((p + h)³ − (p − h)³)/(2·h)⟩.",
        "The derivative is ⟨3·p²⟩; the central difference is off by h² = ⟨h²⟩.",
    ),
)

EXERCISES = {
    exercise.slug: exercise for exercise in (_SLOPE, _MEANING, _SECANT, _CUBIC, _PRODUCT, _CENTRAL)
}
