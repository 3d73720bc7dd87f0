"""Many steps of training: a round in order, several examples, a shrinking error, flat ground."""

from ptcode.exercises.kinds import (
    Blank,
    ChoiceExercise,
    FillExercise,
    NumberExercise,
    OrderExercise,
)
from ptcode.exercises.symbols import b, f, k, n, p, q, r, t, v
from ptcode.exercises.texts import bracketed, number, pick, power
from ptcode.functions.activations import sigmoid

_ROUND = OrderExercise(
    slug="one-round-of-training",
    topic="training",
    level=1,
    prompt=(
        f"A network with {number(n)} weights and {number(b)} examples. Put one round of training "
        "in order."
    ),
    parameters={"n": (12, 60, 300), "b": (4, 8, 32)},
    items=(
        f"run the {number(b)} examples forwards and keep every value",
        "compare each ŷ with its y: the cost and the adjoint of each ŷ",
        "send the adjoints back to the first layer",
        f"move all {number(n)} weights by −α·∂J/∂W",
    ),
    wrong={"updated": (0, 1, 3, 2)},
    hints=("What does the way back need, and what does a step need?",),
    solution=(
        "Forwards, cost, backwards, step. The weights move last, all at once: until then the way "
        "back needs the old ones.",
    ),
)
_MEAN = NumberExercise(
    slug="step-for-three-examples",
    topic="training",
    level=1,
    prompt=(
        "J is the mean of the costs of three examples. For a weight W their derivatives are "
        f"{number(p)}, {number(-q)} and {number(t)}. What does a step with α = {number(r)} add to "
        "W, with its sign?"
    ),
    answer=-r * (p - q + t) / 3,
    parameters={"p": (0.6, 1.2), "q": (0.3, 0.9), "t": (1.5, 0.24), "r": (0.5, 0.2)},
    wrong={
        "factor": -r * (p - q + t),
        "other: That is the mean of the derivatives; the step is −α times it.": (p - q + t) / 3,
        "lost-sign": (r * (p - q + t) / 3, -r * (p + q + t) / 3),
        "other: That is the step for the last example alone.": -r * t,
    },
    hints=("The derivative of a mean is the mean of the derivatives.",),
    solution=(
        f"The mean is ({number(p)} − {number(q)} + {number(t)})/3 = {number((p - q + t) / 3)}, and "
        f"−{number(r)}·{bracketed((p - q + t) / 3)} = {number(-r * (p - q + t) / 3)}.",
    ),
)
_SHRINKS = NumberExercise(
    slug="error-after-many-steps",
    topic="training",
    level=3,
    prompt=(
        f"ŷ = Wx, J = ½(ŷ − y)², one example with x = {number(p)}. At the start ŷ − y = "
        f"{number(f)}. What is ŷ − y after {number(k)} steps with α = {number(r)}?"
    ),
    parameters={"p": (2, 3, -1), "f": (4, -10, 6), "k": (3, 4), "r": (0.05, 0.2)},
    values={"q": 1 - r * p**2},
    answer=f * q**k,
    tolerance=2e-3,
    wrong={
        "other: Each step takes away a share of what is left, not of the start.": f
        * (1 - k * r * p**2),
        "factor": f * (1 - 2 * r * p**2) ** k,
        "other: That is after one step.": f * q,
        "other: From ∂J/∂W to ŷ it takes the factor x a second time: ŷ moves by x times the step "
        "of W.": f * (1 - r * p) ** k,
        "other: By this factor the error shrinks; multiply the error at the start.": q**k,
    },
    hints=(
        "A step changes W by −α(ŷ − y)x. By how much does it change ŷ?",
        f"Each step multiplies ŷ − y by 1 − αx² = {number(q)}.",
    ),
    solution=(
        "W changes by −α(ŷ − y)x, so ŷ = Wx changes by −α(ŷ − y)x². What is left is (1 − αx²) "
        "times the error.",
        f"1 − {number(r)}·{number(p**2)} = {number(q)}, and {number(f)}·{bracketed(q)}{power(k)} = "
        f"{number(f * q**k)}.",
    ),
)
_FLAT = FillExercise(
    slug="wrong-and-slow",
    topic="training",
    level=2,
    prompt=(
        f"ŷ = σ(z) and J = ½(ŷ − y)² with y = 0. One network says ŷ = {number(p)} and is very "
        f"wrong, another says {number(q)}. What is z̄, the adjoint of z, in each?"
    ),
    parameters={"p": (0.98, 0.95, 0.99), "q": (0.5, 0.4, 0.6)},
    blanks=(
        Blank(
            "c",
            "z̄ in the first",
            p**2 * (1 - p),
            wrong={
                "stopped": p,
                "at-activation": p * sigmoid(p) * (1 - sigmoid(p)),
                "other: That is σ′(z) alone; multiply by ŷ − y.": p * (1 - p),
                "other: That is the cost.": p**2 / 2,
            },
        ),
        Blank(
            "d",
            "z̄ in the second",
            q**2 * (1 - q),
            wrong={
                "stopped": q,
                "other: That is σ′(z) alone; multiply by ŷ − y.": q * (1 - q),
            },
        ),
    ),
    hints=("z̄ = (ŷ − y)·ŷ(1 − ŷ), here with y = 0.",),
    solution=(
        f"{number(p)}·{number(p)}·{number(1 - p)} = {number(p**2 * (1 - p))}, and "
        f"{number(q)}·{number(q)}·{number(1 - q)} = {number(q**2 * (1 - q))}.",
        "The network that is more wrong has the smaller derivative, because far out the sigmoid is "
        "flat. So it learns more slowly.",
    ),
)
_ZERO = ChoiceExercise(
    slug="a-weight-of-zero",
    topic="training",
    level=2,
    prompt=(
        f"z₁ = W₁x, a₁ = σ(z₁), z₂ = W₂a₁, ŷ = σ(z₂), J = ½(ŷ − y)², with x = {number(p)} and y = "
        f"{number(k)}. You start at "
        + pick(q, f"W₁ = {number(v)} and W₂ = 0", f"W₁ = 0 and W₂ = {number(v)}")
        + ". Which weights does the first step move?"
    ),
    parameters={"p": (2, -1, 0.5), "k": (1, 0), "v": (0.7, -1.3), "q": (0, 1)},
    choices=[
        (
            pick(q, "Only W₂.", "Both weights."),
            pick(
                q,
                "The way back to W₁ leads through the factor W₂ = 0. After the first step W₂ is no "
                "longer 0, and W₁ moves too.",
                "W₁ itself is no factor of its derivative, and a₁ = σ(0) = ½ is not 0.",
            ),
            True,
        ),
        (
            pick(q, "Both weights.", "Only W₂."),
            pick(
                q,
                "∂J/∂W₁ has the factor W₂, and that is 0.",
                "∂J/∂W₁ has the factors W₂, σ′(0) = ¼ and x. None of them is 0.",
            ),
        ),
        (
            pick(q, "Only W₁.", "Only W₁, as it is at 0."),
            pick(
                q,
                "∂J/∂W₁ is the one that is 0: it has the factor W₂. ∂J/∂W₂ has the factor a₁.",
                "∂J/∂W₂ has the factor a₁ = ½, so W₂ moves as well.",
            ),
        ),
        (
            "Neither.",
            "∂J/∂W₂ = (ŷ − y)·ŷ(1 − ŷ)·a₁, and none of these factors is 0.",
        ),
    ],
    hints=("Write both derivatives as products. Where does the weight that is 0 occur?",),
    solution=(
        "∂J/∂W₂ = (ŷ − y)·ŷ(1 − ŷ)·a₁ and ∂J/∂W₁ = (ŷ − y)·ŷ(1 − ŷ)·W₂·a₁(1 − a₁)·x.",
        pick(
            q,
            "With W₂ = 0 the second one is 0, the first is not.",
            "With W₁ = 0 no factor is 0: a₁ is ½.",
        ),
    ),
)
ROUNDS = (_ROUND, _MEAN, _FLAT, _ZERO, _SHRINKS)
