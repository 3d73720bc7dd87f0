"""Exercises of chapter 7: layers, transposes, fan-out, vanishing gradients."""

from ptcode.exercises.kinds import Blank, ChoiceExercise, FillExercise, NumberExercise
from ptcode.exercises.symbols import a, b, c, d, m, n, p, q, t, u, w
from ptcode.exercises.texts import number
from ptcode.functions.activations import sigmoid

_VANISHING = NumberExercise(
    slug="deepest-sigmoid",
    chapter=7,
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
_COUNT = NumberExercise(
    slug="count-the-parameters",
    chapter=7,
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
    chapter=7,
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
    chapter=7,
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
_SHARED = FillExercise(
    slug="one-weight-used-twice",
    chapter=7,
    level=3,
    prompt=(
        "u = σ(Wx), then ŷ = Wu with the same W, and J = ½(ŷ − y)². "
        f"x = {number(c)}, W = {number(w)}, y = {number(t)}. Fill in what comes back to W."
    ),
    parameters={"c": (1.5, 2, -1), "w": (2, 0.5, -1.5), "t": (1, -1)},
    values={"u": sigmoid(w * c), "p": w * u},
    nodes=(("w", "W"), ("u", "u = σ(Wx)"), ("p", "ŷ = Wu")),
    blanks=(
        Blank("a", "∂J/∂ŷ", p - t, wrong={"lost-sign": t - p, "factor": 2 * (p - t)}),
        Blank(
            "b",
            "∂J/∂W through its last use",
            a * u,
            wrong={"by-input": a * w, "stopped": a, "lost-sign": -a * u},
        ),
        Blank(
            "d",
            "∂J/∂W through its first use",
            a * w * u * (1 - u) * c,
            wrong={
                "stopped": (a * w * c, a * u * (1 - u) * c, a * w * u * (1 - u)),
                "at-activation": a * w * sigmoid(u) * (1 - sigmoid(u)) * c,
                "by-input": a * w**2 * u * (1 - u),
                "lost-sign": -a * w * u * (1 - u) * c,
            },
        ),
        Blank(
            "g",
            "∂J/∂W",
            b + d,
            wrong={
                "overwritten": (d, b),
                "other: Along a path the factors multiply; over paths you add.": b * d,
            },
        ),
    ),
    hints=("W stands in two places, so two paths lead from it to J.", "Over paths, add: +=."),
    solution=(
        f"∂J/∂ŷ = ŷ − y = {number(p - t)}.",
        f"Last use: (ŷ − y)·u = {number((p - t) * u)}.",
        f"First use: (ŷ − y)·W·u(1 − u)·x = {number((p - t) * w * u * (1 - u) * c)}.",
        f"Together {number((p - t) * (u + w * u * (1 - u) * c))}.",
    ),
)

EXERCISES = {exercise.slug: exercise for exercise in (_VANISHING, _COUNT, _SHAPES, _NODE, _SHARED)}
