"""Layers backwards: what a unit collects, δ of a layer, the gradients of weights and biases."""

from ptcode.exercises.kinds import Blank, FillExercise, NumberExercise, OrderExercise
from ptcode.exercises.symbols import a, b, c, d, n, p, q, r, s
from ptcode.exercises.texts import bracketed, number, plus
from ptcode.functions.activations import sigmoid

_UNIT = NumberExercise(
    slug="delta-of-one-node",
    topic="layers",
    level=2,
    prompt=(
        f"A hidden unit with a = σ(z) = {number(a)} feeds two outputs: with weight "
        f"{number(p)} the first, whose "
        f"δ is {number(c)}, with weight {number(q)} the second, whose δ is {number(d)}. "
        "What is δ = z̄ of the hidden unit?"
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
        (f"ā = {number(p)}·{number(c)} {plus(q)}·{bracketed(d)} = {number(p * c + q * d)}."),
        (
            f"Times σ′(z) = {number(a)}·{number(1 - a)} = {number(a * (1 - a))}: "
            f"{number((p * c + q * d) * a * (1 - a))}."
        ),
    ),
)

_DELTA = FillExercise(
    slug="delta-of-a-layer",
    topic="layers",
    level=3,
    prompt=(
        f"Two hidden units with a₁ = ({number(a)}, {number(b)}) feed two outputs through W₂ with "
        f"the rows ({number(p)}, {number(q)}) and ({number(r)}, {number(s)}). δ₂ = ({number(c)}, "
        f"{number(d)}). Fill in δ₁ = (W₂ᵀδ₂) ⊙ σ′(z₁)."
    ),
    parameters={
        "a": (0.6, 0.9),
        "b": (0.2, 0.7),
        "p": (2, -1),
        "q": (0.5, -3),
        "r": (-1.5, 1),
        "s": (4, -2),
        "c": (0.2, -0.5),
        "d": (-0.1, 0.3),
    },
    blanks=(
        Blank(
            "g",
            "δ₁ of the first unit",
            (p * c + r * d) * a * (1 - a),
            wrong={
                "other: That is the first row of W₂. A unit's weights to the next layer stand in "
                "a column.": (p * c + q * d) * a * (1 - a),
                "stopped": p * c + r * d,
                "overwritten": (p * c * a * (1 - a), r * d * a * (1 - a)),
                "at-activation": (p * c + r * d) * sigmoid(a) * (1 - sigmoid(a)),
            },
        ),
        Blank(
            "h",
            "δ₁ of the second unit",
            (q * c + s * d) * b * (1 - b),
            wrong={
                "other: That is the second row of W₂. A unit's weights to the next layer stand "
                "in a column.": (r * c + s * d) * b * (1 - b),
                "stopped": q * c + s * d,
                "overwritten": (q * c * b * (1 - b), s * d * b * (1 - b)),
                "at-activation": (q * c + s * d) * sigmoid(b) * (1 - sigmoid(b)),
            },
        ),
    ),
    hints=(
        "The first unit reaches the outputs through the first column of W₂.",
        "Then each unit multiplies by its own slope, a(1 − a).",
    ),
    solution=(
        f"({number(p)}·{bracketed(c)} {plus(r)}·{bracketed(d)})·{number(a)}·{number(1 - a)} = "
        f"{number((p * c + r * d) * a * (1 - a))}.",
        f"({number(q)}·{bracketed(c)} {plus(s)}·{bracketed(d)})·{number(b)}·{number(1 - b)} = "
        f"{number((q * c + s * d) * b * (1 - b))}.",
    ),
)
_OUTER = FillExercise(
    slug="gradient-of-a-matrix",
    topic="layers",
    level=2,
    prompt=(
        f"A layer of two units has δ = ({number(c)}, {number(d)}). The layer before it has the "
        f"activations a = ({number(p)}, {number(q)}, {number(r)}). Fill in three entries of the "
        "gradient. (Here the small numbers count units, not layers: W₁₂ is the weight into "
        "unit 1 from unit 2 of the layer before.)"
    ),
    parameters={"c": (0.2, -0.4), "d": (-0.3, 0.5), "p": (0.9, 0.1), "q": (0.4, 0.6), "r": (0.7,)},
    blanks=(
        Blank(
            "g",
            "∂J/∂W₁₂",
            c * q,
            wrong={
                "other: That is the entry (2, 1). The first index is the unit of this layer.": d
                * p,
                "other: That is δ₁ alone. Times the activation that the weight multiplies.": c,
            },
        ),
        Blank(
            "h",
            "∂J/∂W₂₁",
            d * p,
            wrong={
                "other: That is the entry (1, 2). The first index is the unit of this layer.": c
                * q,
                "other: That is δ₂ alone. Times the activation that the weight multiplies.": d,
            },
        ),
        Blank(
            "k",
            "∂J/∂b₂",
            d,
            wrong={
                "other: A bias is multiplied by 1, not by an activation.": (d * p, d * q),
                "other: That is the δ of the first unit.": c,
            },
        ),
    ),
    hints=(
        "∂J/∂W = δaᵀ: in row 1 and column 1 stands δ₁·a₁.",
        "A bias goes into z with the factor 1.",
    ),
    solution=(
        f"∂J/∂W₁₂ = δ₁a₂ = {number(c)}·{number(q)} = {number(c * q)}.",
        f"∂J/∂W₂₁ = δ₂a₁ = {number(d)}·{number(p)} = {number(d * p)}, and ∂J/∂b₂ = δ₂ = "
        f"{number(d)}.",
    ),
)
_BIAS = NumberExercise(
    slug="bias-of-a-batch",
    topic="layers",
    level=2,
    prompt=(
        "A batch of three examples goes through a unit, and its bias b is added for each of them. "
        f"z̄ is {number(p)} for the first example, {number(-q)} for the second and {number(r)} "
        "for the third; J is the mean over the batch, and its factor ⅓ is in these numbers. "
        "What is ∂J/∂b?"
    ),
    answer=p - q + r,
    parameters={"p": (0.5, 0.12), "q": (0.2, 0.35), "r": (0.4, 0.09)},
    wrong={
        "overwritten": (p, -q, r),
        "factor": (p - q + r) / 3,
        "lost-sign": p + q + r,
        "other: Over paths you add; you multiplied.": -p * q * r,
    },
    hints=("The bias is used three times. What happens where paths meet?",),
    solution=(
        f"Three paths lead from b to J, and they add: {number(p)} − {number(q)} + {number(r)} = "
        f"{number(p - q + r)}.",
    ),
)
_LINES = OrderExercise(
    slug="a-layer-backwards",
    topic="layers",
    level=2,
    prompt=(
        f"On its way back a program has come to layer {number(n)}: `g` is the adjoint of its "
        "activations. One name, `g`, does for all that follows. Put the lines in order."
    ),
    parameters={"n": (2, 3, 4, 5)},
    items=(
        f"`g = g * slope(z[{number(n)}])`",
        f"`dW[{number(n)}] = np.outer(g, a[{number(n - 1)}])`",
        f"`g = W[{number(n)}].T @ g`",
        f"`g = g * slope(z[{number(n - 1)}])`",
    ),
    wrong={
        "other: When the gradient of W is computed, g belongs to the layer before already.": (
            0,
            2,
            1,
            3,
        ),
        "other: The gradient of W needs δ. Before it g goes through the slope of its layer.": (
            1,
            0,
            2,
            3,
        ),
        "other: The last step of a layer forwards was its activation. Backwards it is the first.": (
            2,
            0,
            1,
            3,
        ),
    },
    hints=("Follow g: ā, then δ of this layer, then ā of the layer before, then its δ.",),
    solution=(
        "Through the activation: g is δ. With it the gradient of W. Then through W to the layer "
        "before, and through its activation.",
    ),
)
BACKWARDS = (_UNIT, _OUTER, _BIAS, _LINES, _DELTA)
