"""Layers forwards: how many parameters, the weighted inputs, and which shape each thing has."""

from ptcode.exercises.kinds import Blank, ChoiceExercise, FillExercise, NumberExercise
from ptcode.exercises.symbols import b, c, d, h, k, m, n, p, q, r, s
from ptcode.exercises.texts import number, plus

_COUNT = NumberExercise(
    slug="count-the-parameters",
    topic="layers",
    level=1,
    prompt=f"A network has 2 inputs, hidden layers of {number(n)} and {number(m)} units, "
    "and 1 output. How many weights and biases has it?",
    answer=2 * n + n + n * m + m + m + 1,
    tolerance=1e-6,
    parameters={"n": (16, 8, 4), "m": (5, 3, 10)},
    wrong={
        "other: The biases are missing, one for each unit.": 2 * n + n * m + m,
        "other: Inputs have no bias.": 2 * n + n + n * m + m + m + 1 + 2,
        "other: Those are the units.": (n + m + 1, n + m + 3),
        "other: The layers add; they do not multiply.": 2 * n * m,
    },
    hints=("Layer by layer: a weight for each pair, a bias for each unit.",),
    solution=(
        (
            f"(2·{number(n)} + {number(n)}) + ({number(n)}·{number(m)} + {number(m)}) + "
            f"({number(m)} + 1) = {number(2 * n + n + n * m + m + m + 1)}."
        ),
    ),
)
_INPUTS = FillExercise(
    slug="weighted-inputs-of-a-layer",
    topic="layers",
    level=1,
    prompt=(
        f"z = Wa + b. W has the rows ({number(p)}, {number(q)}) and ({number(r)}, {number(s)}), "
        f"a = ({number(c)}, {number(d)}) and b = ({number(h)}, {number(k)}). Fill in z. (This is "
        "one layer: the small numbers count its units.)"
    ),
    parameters={
        "p": (2, -1),
        "q": (0.7, -2.5),
        "r": (-0.5, 1.5),
        "s": (4, 1),
        "c": (0.2, 0.6),
        "d": (0.9, 0.4),
        "h": (0.1, -0.3),
        "k": (-0.2, 0.5),
    },
    blanks=(
        Blank(
            "t",
            "z₁",
            p * c + q * d + h,
            wrong={
                "other: Row by row: you took the first column of W.": p * c + r * d + h,
                "other: The bias is missing.": p * c + q * d,
                "other: Each weight has an activation of its own, and the products add.": p * c + h,
            },
        ),
        Blank(
            "u",
            "z₂",
            r * c + s * d + k,
            wrong={
                "other: Row by row: you took the second column of W.": q * c + s * d + k,
                "other: The bias is missing.": r * c + s * d,
                "other: The products of the whole row add.": s * d + k,
            },
        ),
    ),
    hints=("z₁ takes the first row of W: its first weight times a₁, its second times a₂, and b₁.",),
    solution=(
        f"z₁ = {number(p)}·{number(c)} {plus(q)}·{number(d)} {plus(h)} = "
        f"{number(p * c + q * d + h)}.",
        f"z₂ = {number(r)}·{number(c)} {plus(s)}·{number(d)} {plus(k)} = "
        f"{number(r * c + s * d + k)}.",
    ),
)
_ROUND = ChoiceExercise(
    slug="which-way-round",
    topic="layers",
    level=1,
    prompt=(
        f"W₂ has the shape ({number(m)}, {number(n)}): from {number(n)} hidden units to "
        f"{number(m)} outputs. δ₂ holds one number for each output. How do you get the adjoint of "
        "the hidden activations a₁?"
    ),
    parameters={"m": (3, 2, 4), "n": (5, 7, 6)},
    choices=[
        (
            "W₂ᵀδ₂",
            f"Shape ({number(n)}, {number(m)}) times {number(m)} numbers: {number(n)}, one for "
            "each hidden unit.",
            True,
        ),
        (
            "W₂δ₂",
            f"Shape ({number(m)}, {number(n)}) wants {number(n)} numbers; δ₂ has {number(m)}. With "
            "a square W₂ it would even run.",
        ),
        ("W₂ᵀδ₂ ⊙ σ′(z₁)", "That is δ₁, one step further back: the adjoint of z₁."),
        ("δ₂a₁ᵀ", "That has the shape of W₂, and is its gradient."),
    ],
    hints=("The result must have the shape of a₁.",),
    solution=("Each hidden unit collects what comes back from all outputs: W₂ᵀδ₂.",),
)
_SHAPE = ChoiceExercise(
    slug="shape-of-a-gradient",
    topic="layers",
    level=2,
    prompt=(
        f"A layer of {number(m)} units follows one of {number(n)}. A batch of {number(b)} examples "
        f"goes through at once, one in each row: a has the shape ({number(b)}, {number(n)}), δ "
        f"the shape ({number(b)}, {number(m)}). Which shape has ∂J/∂W = δᵀa?"
    ),
    parameters={"n": (4, 7), "m": (3, 6), "b": (10, 32, 50)},
    choices=[
        (
            f"({number(n)}, {number(m)})",
            "Rows belong to the units of this layer: δᵀ stands first in δᵀa.",
        ),
        (
            f"({number(b)}, {number(m)})",
            "That is the shape of δ. A gradient has the shape of what moves, and that is W.",
        ),
        (
            f"({number(m)}, {number(n)})",
            "The shape of W. The product adds over the examples, so their number is gone.",
            True,
        ),
        (
            f"({number(m)}, {number(n)}, {number(b)})",
            "Such a table would hold a gradient for each example. The product adds over them.",
        ),
    ],
    hints=("A step subtracts α times the gradient from W. Which shape fits?",),
    solution=(
        f"({number(m)}, {number(b)}) times ({number(b)}, {number(n)}) is ({number(m)}, "
        f"{number(n)}), as W is.",
    ),
)
FORWARDS = (_COUNT, _INPUTS, _ROUND, _SHAPE)
