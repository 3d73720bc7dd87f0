"""Exercises on composite functions: machines in a row, in order and in numbers."""

from sympy import sqrt

from ptcode.exercises.kinds import Blank, FillExercise, OrderExercise
from ptcode.exercises.symbols import W_1, W_2, a, a_1, b, k, m, p, u, v, x, y, z_1, z_2
from ptcode.exercises.texts import number, pick
from ptcode.exercises.weights import FORWARD

_ROWS = (
    ("WAVE(√(x² + A))", "square", "add A", "take the square root", "take the NAME"),
    ("√(WAVE²x + A)", "take the NAME", "square", "add A", "take the square root"),
    ("(WAVE(√x) + A)²", "take the square root", "take the NAME", "add A", "square"),
    ("WAVE((√x + A)²)", "take the square root", "add A", "square", "take the NAME"),
)
"""Expressions and their machines in order; WAVE and NAME stand for cos or sin, A for a number."""


def _row(place: int) -> str:
    """The expressions, at place 0, or the machines at a place, for the rows and both waves."""
    return pick(
        2 * m + k,
        *(
            row[place].replace("WAVE", wave).replace("NAME", name).replace("A", number(a))
            for row in _ROWS
            for wave, name in (("cos", "cosine"), ("sin", "sine"))
        ),
    )


MACHINES = OrderExercise(
    slug="machines-in-a-row",
    topic="composite-functions",
    level=1,
    prompt=f"{_row(0)}: put the machines in the order in which x runs through them.",
    parameters={"a": (1, 4, 9), "m": (0, 1, 2, 3), "k": (0, 1)},
    items=tuple(map(_row, (1, 2, 3, 4))),
    wrong={"swapped": (3, 2, 1, 0)},
    hints=("Which key do you press first?", f"Last comes the outermost: {_row(4)}."),
    solution=(f"From the inside out: {_row(1)}, {_row(2)}, {_row(3)}, {_row(4)}.",),
)
NETWORK = OrderExercise(
    slug="machines-of-a-network",
    topic="composite-functions",
    level=2,
    prompt=(
        f"J = ½(σ(W₂·σ(W₁x)) − y)², with x = {number(x)}, y = {number(y)}, W₁ = {number(W_1)} and "
        f"W₂ = {number(W_2)}: put the values in the order in which they are computed."
    ),
    parameters={"x": (2, -1), "y": (1, 0), "W_1": (0.4, -0.7, 1.5), "W_2": (1.3, -2)},
    values=FORWARD,
    items=(
        f"z₁ = W₁x = {number(z_1)}",
        f"a₁ = σ(z₁) = {number(a_1)}",
        f"z₂ = W₂a₁ = {number(z_2)}",
        f"ŷ = σ(z₂) = {number(p)}",
        f"J = ½(ŷ − y)² = {number((p - y) ** 2 / 2)}",
    ),
    wrong={
        "swapped": (4, 3, 2, 1, 0),
        "other: Each σ works on the value z of its own unit, so z comes first.": (1, 0, 3, 2, 4),
        "other: a₁ is a part of z₂, so z₂ cannot come before it.": (0, 2, 1, 3, 4),
    },
    hints=("Each value needs the one before it.", "The innermost is W₁x."),
    solution=("From the inside out: z₁, a₁, z₂, ŷ, J. The cost wraps everything.",),
)
THROUGH = FillExercise(
    slug="through-three-machines",
    topic="composite-functions",
    level=1,
    prompt=(
        f"y = √({number(a)}x² + {number(b)}) is three machines in a row. Fill in what each hands "
        f"on at x = {number(p)}."
    ),
    parameters={"a": (2, 3, 5), "b": (1, 7, 4), "p": (2, -3, 4)},
    blanks=(
        Blank(
            "u",
            "u = x²",
            p**2,
            wrong={
                "other: That is 2x. The machine squares.": 2 * p,
                "other: A square is not negative.": -(p**2),
            },
        ),
        Blank(
            "v",
            "v = the value under the root",
            a * u + b,
            wrong={
                "other: First multiply, then add.": a * (u + b),
                "other: This machine gets u, not x.": a * p + b,
                f"other: You squared {number(a)}x. Here only x is squared.": a**2 * u + b,
            },
        ),
        Blank(
            "y",
            "y = √v",
            sqrt(v),
            wrong={
                "other: That is half of v, not its root.": v / 2,
                "other: A root of a sum is not the sum of the roots.": sqrt(a * u) + sqrt(b),
            },
        ),
    ),
    hints=(
        "Each machine takes the number from the one before it.",
        f"x² = {number(p**2)}. That goes into the next.",
    ),
    solution=(
        f"u = {number(p**2)}, v = {number(a)}·{number(p**2)} + {number(b)} = "
        f"{number(a * p**2 + b)}, y = √{number(a * p**2 + b)} = {number(sqrt(a * p**2 + b))}.",
    ),
)
