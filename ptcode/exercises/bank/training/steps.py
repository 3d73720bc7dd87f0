"""One step of training: which way, how far, from which derivatives, and what it does to J."""

from ptcode.exercises.kinds import Blank, ChoiceExercise, FillExercise, NumberExercise
from ptcode.exercises.symbols import b, c, d, f, g, h, p, r, t, v, w
from ptcode.exercises.texts import bracketed, number, plus

_UPDATE = NumberExercise(
    slug="one-step-of-a-weight",
    topic="training",
    level=1,
    prompt=f"W₂ = {number(v)}, ∂J/∂W₂ = {number(g)}, α = {number(r)}. What is W₂ after one step?",
    answer=v - r * g,
    tolerance=1e-3,
    parameters={"v": (-1.2, 0.8, 1.5), "g": (-0.5, 0.4, -0.3), "r": (0.5, 2)},
    wrong={
        "lost-sign": v + r * g,
        "other: The step is α times the derivative.": v - g,
        "other: That is the step; add it to W₂.": -r * g,
        "other: Both signs are lost.": -v - r * g,
    },
    words={"lost-sign": "The minus of the update was lost: the new W₂ is W₂ − α·∂J/∂W₂."},
    hints=("W := W − α·∂J/∂W.",),
    solution=(f"{number(v)} − {number(r)}·{bracketed(g)} = {number(v - r * g)}.",),
)
_UP = f"from {number(v)} to {number(v - r * g)}"
_DOWN = f"from {number(w)} to {number(w - r * h)}"
_WAY = ChoiceExercise(
    slug="which-way-the-weights-move",
    topic="training",
    level=1,
    prompt=(
        f"W₁ = {number(v)} and W₂ = {number(w)}. A backward pass has found ∂J/∂W₁ = {number(g)} "
        f"and ∂J/∂W₂ = {number(h)}. Which way does a step with α = {number(r)} move the weights?"
    ),
    parameters={
        "v": (0.9, -0.7),
        "w": (-1.1, 0.6),
        "g": (-0.4, -1.2, -0.25),
        "h": (0.3, 0.8),
        "r": (0.5, 0.1),
    },
    choices=[
        (
            f"W₁ down, from {number(v)} to {number(v + r * g)}; W₂ up, from {number(w)} to "
            f"{number(w + r * h)}.",
            "That adds α times the derivatives: uphill.",
            "lost-sign",
        ),
        (
            f"W₁ up, {_UP}; W₂ down, {_DOWN}.",
            "Against the sign of each derivative. The signs of the weights do not matter.",
            True,
        ),
        (
            f"Both down, to {number(v + r * g)} and {number(w - r * h)}.",
            f"W₁ − α·({number(g)}) is more than W₁: a minus and a minus.",
        ),
        (
            f"To {number(-r * g)} and {number(-r * h)}.",
            "Those are the steps. They are added to the weights.",
        ),
    ],
    hints=("W := W − α·∂J/∂W, for each weight by itself.",),
    solution=(
        f"W₁: {number(v)} − {number(r)}·({number(g)}) = {number(v - r * g)}. "
        f"W₂: {number(w)} − {number(r)}·{number(h)} = {number(w - r * h)}.",
    ),
)
_COST = NumberExercise(
    slug="cost-after-one-step",
    topic="training",
    level=2,
    prompt=(
        f"ŷ = Wx and J = ½(ŷ − y)², with x = {number(p)}, y = {number(t)}, W = {number(w)}. "
        f"What is J after one step with α = {number(r)}?"
    ),
    parameters={"p": (2, -1, 3), "t": (1, 4, -2), "w": (0.5, -1), "r": (0.1, 0.05)},
    values={"f": w * p - t, "g": f * p, "v": w - r * g},
    answer=(v * p - t) ** 2 / 2,
    wrong={
        "other: That is the cost before the step.": f**2 / 2,
        "other: With that W the step goes uphill: W − α·∂J/∂W.": ((w + r * g) * p - t) ** 2 / 2,
        "by-input": ((w - r * f * w) * p - t) ** 2 / 2,
        "stopped": ((w - r * f) * p - t) ** 2 / 2,
        "factor": (v * p - t) ** 2,
        "other: That is ŷ − y after the step. Square it and halve it.": v * p - t,
        "other: That is the new W. Run the network forwards with it.": v,
    },
    hints=(
        "First ŷ, then ∂J/∂W, then the new W, then ŷ and J once more.",
        f"∂J/∂W = (ŷ − y)x = {number(f)}·{bracketed(p)} = {number(g)}.",
    ),
    solution=(
        f"ŷ = {number(w * p)}, ŷ − y = {number(f)} and J = {number(f**2 / 2)}.",
        f"∂J/∂W = {number(f)}·{bracketed(p)} = {number(g)}, so W becomes {number(w)} − {number(r)}·"
        f"{bracketed(g)} = {number(v)}.",
        f"Now ŷ = {number(v * p)} and J = ½·{bracketed(v * p - t)}² = "
        f"{number((v * p - t) ** 2 / 2)}.",
    ),
)
_TOGETHER = FillExercise(
    slug="all-weights-at-once",
    topic="training",
    level=3,
    prompt=(
        f"a = W₁x, ŷ = W₂a, J = ½(ŷ − y)², no sigmoids. x = {number(p)}, y = {number(t)}, W₁ = "
        f"{number(v)}, W₂ = {number(w)}. Fill in the derivatives and both weights after one step "
        f"with α = {number(r)}."
    ),
    parameters={"p": (2, -1), "t": (1, -2), "v": (0.5, 1.5), "w": (-0.8, 0.6), "r": (0.1, 0.05)},
    values={"h": v * p, "f": w * h - t},
    nodes=(("v", "W₁"), ("h", "a"), ("w", "W₂"), ("f", "ŷ − y")),
    blanks=(
        Blank(
            "b",
            "∂J/∂W₂",
            f * h,
            wrong={"by-input": f * w, "stopped": f, "lost-sign": -f * h},
        ),
        Blank(
            "c",
            "∂J/∂W₁",
            f * w * p,
            wrong={
                "stopped": (f * w, f * p),
                "by-input": f * w * v,
                "updated": f * (w - r * b) * p,
                "lost-sign": -f * w * p,
            },
        ),
        Blank(
            "d",
            "W₂ after the step",
            w - r * b,
            wrong={
                "lost-sign": w + r * b,
                "other: The step is α times the derivative.": w - b,
                "other: That is the step; add it to W₂.": -r * b,
            },
        ),
        Blank(
            "u",
            "W₁ after the step",
            v - r * c,
            wrong={
                "updated": v - r * f * d * p,
                "lost-sign": v + r * c,
                "other: The step is α times the derivative.": v - c,
                "other: That is the step; add it to W₁.": -r * c,
            },
        ),
    ),
    hints=(
        "The adjoint of ŷ is ŷ − y. From ŷ to W₂ the factor is a; to a it is W₂, and from there to "
        "W₁ x.",
        "Both derivatives first, with the old weights. Then both steps.",
    ),
    solution=(
        f"∂J/∂W₂ = (ŷ − y)·a = {number(f)}·{bracketed(h)} = {number(f * h)}.",
        f"∂J/∂W₁ = (ŷ − y)·W₂·x = {number(f)}·{bracketed(w)}·{bracketed(p)} = "
        f"{number(f * w * p)}, with the old W₂.",
        f"W₂: {number(w)} {plus(-r * f * h)} = {number(w - r * f * h)}. "
        f"W₁: {number(v)} {plus(-r * f * w * p)} = {number(v - r * f * w * p)}.",
    ),
)
STEPS = (_UPDATE, _WAY, _COST, _TOGETHER)
