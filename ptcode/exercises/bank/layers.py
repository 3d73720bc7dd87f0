"""Exercises on layers: layers, transposes, fan-out, vanishing gradients."""

from ptcode.exercises.kinds import ChoiceExercise, NumberExercise
from ptcode.exercises.symbols import a, c, d, m, n, p, q
from ptcode.exercises.texts import number
from ptcode.functions.activations import sigmoid

_COUNT = NumberExercise(
    slug="count-the-parameters",
    topic="layers",
    level=1,
    prompt=f"A network has 2 inputs, hidden layers of {number(n)} and {number(m)} nodes, "
    "and 1 output. How many "
    "weights and biases has it?",
    answer=2 * n + n + n * m + m + m + 1,
    tolerance=1e-6,
    parameters={"n": (16, 8, 4), "m": (5, 3, 10)},
    wrong={
        "other: The biases are missing, one for each node.": 2 * n + n * m + m,
        "other: Inputs have no bias.": 2 * n + n + n * m + m + m + 1 + 2,
        "other: Those are the nodes.": (n + m + 1, n + m + 3),
        "other: The layers add; they do not multiply.": 2 * n * m,
    },
    hints=("Layer by layer: a weight for each pair, a bias for each node.",),
    solution=(
        (
            f"(2·{number(n)} + {number(n)}) + ({number(n)}·{number(m)} + {number(m)}) + "
            f"({number(m)} + 1) = {number(2 * n + n + n * m + m + m + 1)}."
        ),
    ),
)
_SHAPES = ChoiceExercise(
    slug="which-way-round",
    topic="layers",
    level=1,
    prompt=(
        "W₂ has the shape (3, 5): from 5 hidden nodes to 3 outputs. δ₂ holds one number for each "
        "output. How do you get the adjoint of the hidden activations a₁?"
    ),
    choices=[
        ("W₂ᵀδ₂", "Shape (5, 3) times 3 numbers: 5, one for each hidden node.", True),
        ("W₂δ₂", "Shape (3, 5) wants 5 numbers; δ₂ has 3. With a square W₂ it would even run."),
        ("W₂ᵀδ₂ ⊙ σ′(z₂)", "δ₂ is ∂J/∂z₂ already. The next slope needed is σ′(z₁)."),
        ("δ₂a₁ᵀ", "That has the shape of W₂, and is its gradient."),
    ],
    hints=("The result must have the shape of a₁.",),
    solution=("Each hidden node collects what comes back from all outputs: W₂ᵀδ₂.",),
)
_NODE = NumberExercise(
    slug="delta-of-one-node",
    topic="layers",
    level=2,
    prompt=(
        f"A hidden node with a = σ(z) = {number(a)} feeds two outputs: with weight "
        f"{number(p)} the first, whose "
        f"δ is {number(c)}, with weight {number(q)} the second, whose δ is {number(d)}. "
        "What is ∂J/∂z of the hidden node?"
    ),
    answer=(p * c + q * d) * a * (1 - a),
    parameters={"a": (0.6, 0.8), "p": (2, -1), "q": (-3, 1.5), "c": (0.5, 0.2), "d": (0.1, -0.4)},
    wrong={
        "stopped": p * c + q * d,
        "overwritten": (p * c * a * (1 - a), q * d * a * (1 - a)),
        "at-activation": (p * c + q * d) * sigmoid(a) * (1 - sigmoid(a)),
        "lost-sign": -(p * c + q * d) * a * (1 - a),
        "other: Contributions of paths are added; you multiplied them.": p
        * c
        * q
        * d
        * a
        * (1 - a),
    },
    hints=("Two paths come back to a, and they add.", "Then σ′(z) = a(1 − a)."),
    solution=(
        (
            f"∂J/∂a = {number(p)}·({number(c)}) + ({number(q)})·({number(d)}) = "
            f"{number(p * c + q * d)}."
        ),
        (
            f"Times σ′(z) = {number(a)}·{number(1 - a)} = {number(a * (1 - a))}: "
            f"{number((p * c + q * d) * a * (1 - a))}."
        ),
    ),
)

EXERCISES = (
    _COUNT,
    _SHAPES,
    _NODE,
)
