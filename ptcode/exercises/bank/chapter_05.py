"""Exercises of chapter 5: the chain rule, typed, in numbers, link by link."""

from ptcode.exercises.kinds import (
    Blank,
    DerivativeExercise,
    FillExercise,
    NumberExercise,
    OrderExercise,
)

_SINE = DerivativeExercise(
    slug="sine-of-a-power",
    chapter=5,
    level=1,
    prompt="Differentiate.",
    expression="sin(a·x^n)",
    parameters={"a": (2, 3, 5), "n": (3, 2)},
    hints=("What is inside the sine? Call it u.", "cos(u), at that same u, times du/dx."),
)
_COSINE = DerivativeExercise(
    slug="power-of-cosine",
    chapter=5,
    level=1,
    prompt="Differentiate.",
    expression="cos(x)^n",
    parameters={"n": (2, 3, 4)},
    hints=("What is done last?", "Inner u = cos x, outer u to a power."),
)
_BELL = DerivativeExercise(
    slug="bell-curve",
    chapter=5,
    level=2,
    prompt="Differentiate, and simplify.",
    expression="e^(−x²/a)",
    parameters={"a": (2, 3, 5)},
    form="tidy",
    hints=("Inner u = −x²/⟨a⟩, outer e^u.", "du/dx = −2x/⟨a⟩."),
)
_DECAY = DerivativeExercise(
    slug="decay-times-x",
    chapter=5,
    level=3,
    prompt="Differentiate.",
    expression="x·e^(−a·x²)",
    parameters={"a": (2, 3, 4)},
    hints=("x reaches y on two paths.", "One of them runs through a composite with two links."),
)
_TABLE = NumberExercise(
    slug="from-a-table",
    chapter=5,
    level=2,
    prompt=(
        "You know g(1) = ⟨b⟩, g′(1) = ⟨c⟩, f′(1) = ⟨d⟩, f′(⟨b⟩) = ⟨k⟩ and f′(⟨c⟩) = ⟨m⟩. "
        "What is the derivative of f(g(x)) at x = 1?"
    ),
    answer="k·c",
    parameters={"b": (2, 4), "c": (-3, -2), "d": (7, 6), "k": (5, 8), "m": (4, 9)},
    wrong={
        "stopped": "k",
        "nested": "m",
        "at-input": "d·c",
        "unseen": "d",
        "other: The factors multiply; you added them.": "k + c",
        "other: The outer f′ is taken at g(1), not at g′(1).": "m·c",
    },
    hints=("Where is f′ taken? Where f works.", "f works at g(1) = ⟨b⟩."),
    solution=("f′(g(1))·g′(1) = f′(⟨b⟩)·(⟨c⟩) = ⟨k⟩·(⟨c⟩) = ⟨k·c⟩.", "Two numbers are not needed."),
)
_THREE = FillExercise(
    slug="three-links-in-numbers",
    chapter=5,
    level=2,
    prompt="y = cos(sin(x²)) at x = ⟨p⟩. Fill in the local derivatives and their product.",
    parameters={"p": (1.5, 0.8, 1.2)},
    values={"u": "p²", "v": "sin(u)", "y": "cos(v)"},
    nodes=(("u", "u = x²"), ("v", "v = sin u"), ("y", "y = cos v")),
    blanks=(
        Blank("a", "du/dx", "2·p", wrong={"other: That is u itself.": "u"}),
        Blank(
            "b",
            "dv/du",
            "cos(u)",
            wrong={
                "at-input": "cos(p)",
                "nested": "cos(2·p)",
                "other: That is v itself.": "v",
                "lost-sign": "−cos(u)",
            },
        ),
        Blank(
            "c",
            "dy/dv",
            "−sin(v)",
            wrong={
                "lost-sign": "sin(v)",
                "at-input": ("−sin(p)", "−sin(u)"),
                "other: That is y itself.": "y",
            },
        ),
        Blank(
            "d",
            "dy/dx",
            "a·b·c",
            wrong={
                "stopped": ("b·c", "a·c", "a·b"),
                "other: Along a path the factors multiply; you added them.": "a + b + c",
            },
        ),
    ),
    hints=("Each local derivative is taken at the value that goes into its link.",),
    solution=(
        "du/dx = 2x = ⟨2·p⟩.",
        "dv/du = cos u = ⟨cos(u)⟩.",
        "dy/dv = −sin v = ⟨−sin(v)⟩.",
        "dy/dx is their product, ⟨−2·p·cos(u)·sin(v)⟩.",
    ),
)
_FACTORS = OrderExercise(
    slug="factors-of-a-chain",
    chapter=5,
    level=1,
    prompt="y = ln(cos(x²)). Put the factors of dy/dx in order, the outermost link first.",
    items=("1/cos(x²)", "−sin(x²)", "2x"),
    wrong={"swapped": (2, 1, 0)},
    hints=("The outermost function is ln.", "Its derivative is 1/u, taken at u = cos(x²)."),
    solution=("ln gives 1/cos(x²), the cosine gives −sin(x²), the square gives 2x.",),
)

EXERCISES = {
    exercise.slug: exercise
    for exercise in (_SINE, _COSINE, _TABLE, _BELL, _THREE, _FACTORS, _DECAY)
}
