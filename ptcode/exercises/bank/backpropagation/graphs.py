"""Adjoints in graphs: one local derivative per edge, sums where paths meet, what is taken first."""

from ptcode.exercises.kinds import (
    Blank,
    ChoiceExercise,
    FillExercise,
    NumberExercise,
    OrderExercise,
)
from ptcode.exercises.symbols import a, b, c, d, k, p, q, t, u, w
from ptcode.exercises.texts import bracketed, number, pick, plus
from ptcode.functions.activations import sigmoid

_MOVES = ChoiceExercise(
    slug="what-training-moves",
    topic="backpropagation",
    level=1,
    prompt=(
        f"z₁ = W₁x with x = {number(p)} and W₁ = {number(q)}. Which derivative of z₁ does training "
        "need?"
    ),
    parameters={"p": (2.5, 2, -3), "q": (0.7, -0.4, 0.6)},
    choices=[
        (f"∂z₁/∂W₁ = x = {number(p)}", "The weights move, the data stay.", True),
        (f"∂z₁/∂x = W₁ = {number(q)}", "x is data. Nobody moves it.", "by-input"),
        (
            f"∂z₁/∂W₁ = W₁ = {number(q)}",
            "As a function of W₁ it is a straight line with slope x.",
            "by-input",
        ),
        ("Both, for z₁ depends on both.", "It does. But a step is taken in W₁ only."),
    ],
    hints=("What does a step change?",),
    solution=("A step changes W₁, so ∂z₁/∂W₁ = x. The derivative by x answers another question.",),
)
_EDGE = ChoiceExercise(
    slug="factor-on-an-edge",
    topic="backpropagation",
    level=1,
    prompt=(
        "In a graph w = "
        + pick(k, "u·v", "u + v", "u²·v")
        + f", with u = {number(p)} and v = {number(q)}. By what is the adjoint of w multiplied on "
        "the edge back to u?"
    ),
    parameters={"k": (0, 1, 2), "p": (3, -2, 5), "q": (4, -6, 0.5)},
    choices=[
        (
            pick(k, f"u = {number(p)}", f"u + v = {number(p + q)}", f"u² = {number(p**2)}"),
            pick(
                k,
                "That is the factor on the edge to v.",
                "That is the value of w, not its slope.",
                "That is the factor on the edge to v.",
            ),
        ),
        (
            pick(k, f"v = {number(q)}", "1", f"2uv = {number(2 * p * q)}"),
            "That is ∂w/∂u, with v held still.",
            True,
        ),
        (
            pick(k, f"uv = {number(p * q)}", f"v = {number(q)}", f"u²v = {number(p**2 * q)}"),
            pick(
                k,
                "That is the value of w, not its slope.",
                "That would be so in a product. In a sum, w changes as much as u does.",
                "That is the value of w, not its slope.",
            ),
        ),
        (
            pick(k, "1", "0", f"2u = {number(2 * p)}"),
            pick(
                k,
                "That would be so in a sum u + v.",
                "w does change with u, just as much as u does.",
                "v is a factor of w, and stays one in the derivative.",
            ),
        ),
    ],
    hints=("Hold v still and nudge u. How many times as much does w change?",),
    solution=(
        pick(
            k,
            f"∂(uv)/∂u = v = {number(q)}.",
            "∂(u + v)/∂u = 1: a sum passes the adjoint on as it is.",
            f"∂(u²v)/∂u = 2uv = {number(2 * p * q)}.",
        ),
    ),
)
_FAN = NumberExercise(
    slug="adjoint-where-paths-part",
    topic="backpropagation",
    level=2,
    prompt=(
        f"A value v = {number(p)} is used twice: u = {number(c)}v and w = v². Both go on into J. "
        f"On the way back ū = {number(a)} and w̄ = {number(b)} have arrived (a bar marks the "
        "adjoint). What is v̄?"
    ),
    answer=c * a + 2 * p * b,
    parameters={"p": (3, -2, 0.5), "c": (4, -5), "a": (0.2, -0.6), "b": (0.3, -0.1)},
    wrong={
        "overwritten": (c * a, 2 * p * b),
        "stopped": a + b,
        "other: Over paths you add; you multiplied.": c * a * 2 * p * b,
        "other: The local derivative of v² is 2v, not v².": c * a + p**2 * b,
        "other: The local derivative of v² is 2v; the 2 is missing.": c * a + p * b,
        "other: Each edge multiplies by its local derivative, not by the value.": c * p * a
        + p**2 * b,
    },
    hints=(
        "Two edges lead back to v. What does each of them bring?",
        f"From u comes {number(a)}·{bracketed(c)}. From w comes {number(b)} times the derivative "
        "of v².",
    ),
    solution=(
        f"From u: {number(a)}·{bracketed(c)} = {number(a * c)}. From w: {number(b)}·2·"
        f"{bracketed(p)} = {number(2 * p * b)}.",
        f"v̄ = {number(a * c)} {plus(2 * p * b)} = {number(c * a + 2 * p * b)}.",
    ),
)
_ORDER = OrderExercise(
    slug="order-of-the-backward-pass",
    topic="backpropagation",
    level=1,
    prompt=(
        pick(
            k,
            "The running example.",
            "A chain: u = ax, v = sin u, w = bv, s = w + 1, J = s².",
            "A unit with a bias: p = Wx, z = p + b, ŷ = σ(z), e = ŷ − y, J = ½e².",
        )
        + " Put the adjoints in the order in which they are computed."
    ),
    parameters={"k": (0, 1, 2)},
    items=(
        pick(k, "adjoint of ŷ", "s̄", "ē"),
        pick(k, "z̄₂", "w̄", "adjoint of ŷ"),
        pick(k, "ā₁", "v̄", "z̄"),
        pick(k, "z̄₁", "ū", "p̄"),
        pick(k, "W̄₁", "ā", "W̄"),
    ),
    wrong={
        "other: That is the order of the values forwards. The adjoints begin at the cost.": (
            4,
            3,
            2,
            1,
            0,
        )
    },
    hints=("Which one needs none of the others?", "Start at the cost, and walk back."),
    solution=("From the cost back, one edge at a time. Each adjoint needs the one before it.",),
)
_SHARED = FillExercise(
    slug="one-weight-used-twice",
    topic="backpropagation",
    level=3,
    prompt=(
        "u = σ(Wx), then ŷ = Wu with the same W, and J = ½(ŷ − y)². "
        f"x = {number(c)}, W = {number(w)}, y = {number(t)}. Fill in what comes back to W."
    ),
    parameters={"c": (1.5, 2, -1), "w": (2, 0.5, -1.5), "t": (1, -1)},
    values={"u": sigmoid(w * c), "p": w * u},
    nodes=(("w", "W"), ("u", "u = σ(Wx)"), ("p", "ŷ = Wu")),
    blanks=(
        Blank("a", "adjoint of ŷ", p - t, wrong={"lost-sign": t - p, "factor": 2 * (p - t)}),
        Blank(
            "b",
            "W̄ from the last use of W",
            a * u,
            wrong={"by-input": a * w, "stopped": a, "lost-sign": -a * u},
        ),
        Blank(
            "d",
            "W̄ from the first use of W",
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
            "W̄",
            b + d,
            wrong={
                "overwritten": (d, b),
                "other: Along a path the factors multiply; over paths you add.": b * d,
            },
        ),
    ),
    hints=("W stands in two places, so two paths lead from it to J.", "Over paths, add: +=."),
    solution=(
        f"The adjoint of ŷ is ŷ − y = {number(p - t)}.",
        f"Last use: (ŷ − y)·u = {number((p - t) * u)}.",
        f"First use: (ŷ − y)·W·u(1 − u)·x = {number((p - t) * w * u * (1 - u) * c)}.",
        f"Together {number((p - t) * (u + w * u * (1 - u) * c))}.",
    ),
)

GRAPHS = (_SHARED, _MOVES, _ORDER, _EDGE, _FAN)
