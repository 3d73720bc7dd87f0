"""What depth does to an adjoint: a factor for each link, multiplied."""

from sympy import Rational, sqrt, tanh

from ptcode.exercises.kinds import Blank, FillExercise, NumberExercise
from ptcode.exercises.symbols import c, d, k, n, p, w
from ptcode.exercises.texts import bracketed, number, power
from ptcode.functions.activations import sigmoid

_BOUND = NumberExercise(
    slug="bound-with-weights",
    topic="vanishing-gradients",
    level=1,
    prompt=(
        f"A chain of {number(n)} sigmoids, with the weight {number(w)} in each link. Each slope is "
        "at most ¼. Which bound follows for the slope of the whole? Give three digits."
    ),
    answer=(w / 4) ** n,
    tolerance=0.005,
    parameters={"n": (5, 3, 4, 6), "w": (3, 2, 5)},
    wrong={
        "other: The weights are factors too: one for each link.": 0.25**n,
        "other: Every link has its weight, not only one.": w * 0.25**n,
        "other: Along a chain the factors multiply; you added them.": n * w / 4,
        "other: That is one link.": w / 4,
        "other: ½ is the value σ(0); the slope there is ½·½ = ¼.": (w / 2) ** n,
        "other: Each link has a slope as well as a weight.": w**n,
    },
    hints=(
        "What does one link multiply by, at most?",
        "A link multiplies by its weight and by σ′ ≤ ¼, and the factors of the links multiply.",
    ),
    solution=(
        f"At most {number(w)}·¼ = {number(w / 4)} for each link, so "
        f"{number(w / 4)}{power(n)} = {number((w / 4) ** n)} for all of them.",
        "The true slope is smaller still: after the first link z is not 0.",
    ),
)
_DEEPER = NumberExercise(
    slug="half-as-deep-again",
    topic="vanishing-gradients",
    level=1,
    prompt=(
        "In a deep network every link multiplies the adjoint by about the same factor. After "
        f"{number(n)} links an adjoint of 1 has become {number(c)}. What has it become after "
        f"{number(k * n)} links? Give three digits."
    ),
    answer=c**k,
    tolerance=0.005,
    parameters={"n": (8, 10, 6), "c": (0.1, 0.2, 5, 0.3), "k": (1.5, 2.5)},
    wrong={
        "other: Every link multiplies what reaches it, so the factors multiply, too.": (
            c / k,
            k * c,
        ),
        "other: More links mean more factors; the root is what fewer links leave.": c ** (1 / k),
        "other: More links mean more factors: it cannot stay as it was.": c,
        "other: That would be twice as many links.": c**2,
        "other: Half as many links leave the root, not the half.": c ** (k + Rational(1, 2)) / 2,
    },
    hints=(
        f"What does half of the {number(n)} links leave? Twice in a row, that makes {number(c)}.",
        f"Half of them leave √{number(c)} = {number(sqrt(c))}.",
    ),
    solution=(
        f"{number(n / 2)} links leave √{number(c)} = {number(sqrt(c))}, since twice that many "
        f"leave {number(c)}.",
        f"{number(k * n)} links are {number(2 * k)} times as many: "
        f"{number(sqrt(c))}{power(2 * k)} = {number(c**k)}.",
    ),
)
_SLOPES = FillExercise(
    slug="three-slopes-at-one-place",
    topic="vanishing-gradients",
    level=2,
    prompt=(
        f"A unit's weighted input is z = {number(p)}. Which factor does its "
        "activation bring in on the way back? Fill it in for three activations."
    ),
    parameters={"p": (0.5, 2, 0.3, 0.4, 0.6, 0.8, 1.2, 1.5, 1.8, 2.2)},
    values={"c": sigmoid(p), "d": tanh(p)},
    nodes=(("p", "z"), ("c", "σ(z)"), ("d", "tanh z")),
    blanks=(
        Blank(
            "q",
            "sigmoid, σ′(z)",
            c * (1 - c),
            wrong={
                "at-activation": sigmoid(c) * (1 - sigmoid(c)),
                "other: That is the value σ(z). The slope is σ(z)(1 − σ(z)).": c,
                "other: ¼ is the slope at z = 0, the largest there is.": 0.25,
            },
        ),
        Blank(
            "f",
            "tanh, tanh′(z)",
            1 - d**2,
            wrong={
                "other: That is the value tanh z. The slope is 1 − tanh² z.": d,
                "other: The square is missing: the slope is 1 − tanh² z.": 1 - d,
                "other: That is the rule of the sigmoid; tanh has 1 − tanh² z.": d * (1 - d),
                "other: The slope is taken at z, not at tanh z.": 1 - tanh(d) ** 2,
            },
        ),
        Blank(
            "t",
            "ReLU, relu′(z)",
            1,
            wrong={
                "other: For z > 0 ReLU gives z back. That is its value; its slope is 1.": p,
                "other: 0 is its slope for z < 0.": 0,
            },
        ),
    ),
    hints=("σ′ = σ(1 − σ) and tanh′ = 1 − tanh². ReLU is a straight line on each side of 0.",),
    solution=(
        f"σ′(z) = {number(c)}·{number(1 - c)} = {number(c * (1 - c))}.",
        f"tanh′(z) = 1 − {number(d)}² = {number(1 - d**2)}.",
        "ReLU has the slope 1, however large z is.",
    ),
)
_CHAIN = NumberExercise(
    slug="weights-and-slopes",
    topic="vanishing-gradients",
    level=2,
    prompt=(
        f"A chain of {number(n)} units, one in each layer. Each link has the weight {number(w)} "
        f"and, as it happens, the activation {number(p)} = σ(z). The adjoint of the last "
        "activation is 1. What is the adjoint of the input of the chain?"
    ),
    answer=(w * p * (1 - p)) ** n,
    tolerance=0.01,
    parameters={"n": (3, 4, 5), "w": (-2, 3, 6), "p": (0.6, 0.8, 0.3)},
    wrong={
        "other: The weights are factors too: one for each link.": (p * (1 - p)) ** n,
        "stopped": w**n,
        "at-activation": (w * sigmoid(p) * (1 - sigmoid(p))) ** n,
        "other: That is a single link.": w * p * (1 - p),
        "other: Along a chain the factors multiply; you added them.": n * w * p * (1 - p),
        "other: σ′(z) is a(1 − a), not a.": (w * p) ** n,
    },
    hints=(
        "One link multiplies by σ′(z) and by its weight.",
        f"One link: {number(w)}·{number(p)}·{number(1 - p)} = {number(w * p * (1 - p))}.",
    ),
    solution=(
        f"One link multiplies by {number(w)}·{number(p)}·{number(1 - p)} = "
        f"{number(w * p * (1 - p))}.",
        f"{number(n)} links: {bracketed(w * p * (1 - p))}{power(n)} = "
        f"{number((w * p * (1 - p)) ** n)}.",
    ),
)
_SHARE = NumberExercise(
    slug="factor-of-one-link",
    topic="vanishing-gradients",
    level=3,
    prompt=(
        f"{number(n)} links with the same factor each. {number(c)} of the adjoint is to arrive at "
        "the far end. Which factor must a link have? Give four digits."
    ),
    answer=c ** (1 / n),
    tolerance=1e-3,
    parameters={"n": (20, 50, 30), "c": (0.1, 0.5, 0.01)},
    wrong={
        "other: The factors multiply. Adding them up does not lead to the share.": c / n,
        "other: A link takes a share of what is left, so the losses do not add.": 1 - (1 - c) / n,
        "other: That way round the factor is more than 1, and the adjoint would grow.": c
        ** (-1 / n),
    },
    hints=(
        f"The factor to the power {number(n)} is {number(c)}.",
        f"Take the {number(n)}th root: {number(c)} to the power 1/{number(n)}.",
    ),
    solution=(
        f"{number(c)} to the power 1/{number(n)} is {number(c ** (1 / n))}: a link may take away "
        f"no more than {number(100 * (1 - c ** (1 / n)))} %.",
    ),
)
DEPTH = (_BOUND, _DEEPER, _SLOPES, _CHAIN, _SHARE)
