"""What helps against vanishing and exploding: the scale of the start, connections that skip."""

from sympy import sqrt

from ptcode.exercises.kinds import Blank, ChoiceExercise, FillExercise, NumberExercise
from ptcode.exercises.symbols import n, p, q, r, s
from ptcode.exercises.texts import number, power

_START = FillExercise(
    slug="scale-of-the-start",
    topic="vanishing-gradients",
    level=2,
    prompt=(
        f"Every layer has {number(n)} units. The weights are drawn at random with mean 0 and "
        "standard deviation τ. Which τ keeps the size of the adjoints from layer to layer, if all "
        "slopes are near 1 (tanh), and if half of them are 1 and half are 0 (ReLU)?"
    ),
    parameters={"n": (50, 200, 64, 128)},
    blanks=(
        Blank(
            "q",
            "τ with tanh",
            1 / sqrt(n),
            wrong={
                "other: That is τ². Take its root.": 1 / n,
                "other: τ²·n must be 1: more inputs, smaller weights.": (sqrt(n), 1),
                "other: That is for ReLU.": sqrt(2 / n),
            },
        ),
        Blank(
            "r",
            "τ with ReLU",
            sqrt(2 / n),
            wrong={
                "other: That is τ². Take its root.": 2 / n,
                "other: Half of the squares are lost, so τ²·n must be 2.": 1 / sqrt(n),
                "other: What is lost in the squares is a half, so τ grows by √2 only.": 2 / sqrt(n),
                "other: ReLU loses some; the weights must make up for it, not add to it.": sqrt(
                    1 / (2 * n)
                ),
            },
        ),
    ),
    hints=(
        "The mean square of an adjoint is multiplied by τ²·n and by the mean square of the slopes.",
        "With slopes of 1: τ²·n = 1. If half of the slopes are 0: τ²·n·½ = 1.",
    ),
    solution=(
        f"τ = 1/√{number(n)} = {number(1 / sqrt(n))}.",
        f"With ReLU √(2/{number(n)}) = {number(sqrt(2 / n))}.",
    ),
)
_RESCALE = NumberExercise(
    slug="mend-the-start",
    topic="vanishing-gradients",
    level=1,
    prompt=(
        f"In a network of linear layers, with weights drawn with τ = {number(s)}, every link "
        f"multiplies the size of the adjoint by {number(q)}. With which τ would it stay as it is?"
    ),
    answer=s / q,
    parameters={"s": (0.3, 0.12, 0.06), "q": (1.5, 0.4, 2.5, 0.8)},
    wrong={
        "other: Then the factor would be the square of what it is now.": s * q,
        "other: The factor grows in proportion to τ. It is a quotient, not a difference.": s
        - q
        + 1,
        "other: With all weights scaled the factor is scaled, not squared.": (
            s / q**2,
            s / sqrt(q),
        ),
        "other: With τ = 1/factor the old τ is forgotten.": 1 / q,
    },
    hints=("If all weights are halved, so is the factor of a link.", "The factor should be 1."),
    solution=(f"Divide τ by the factor: {number(s)}/{number(q)} = {number(s / q)}.",),
)
_SKIP = NumberExercise(
    slug="slope-of-residual-blocks",
    topic="vanishing-gradients",
    level=2,
    prompt=(
        f"{number(n)} blocks in a row, each of the form v = u + f(u): a connection leads past f. "
        f"Where you are, every f has the slope {number(p)}. What is the slope of the whole?"
    ),
    answer=(1 + p) ** n,
    tolerance=2e-3,
    parameters={"n": (3, 4), "p": (0.1, -0.2, 0.25, -0.3, 0.4)},
    wrong={
        "other: That would be without the connections past f. With them a block has two paths and "
        "the slope 1 + f′.": p**n,
        "other: Each block has a path past its f, not only the whole. One block has 1 + f′.": 1
        + p**n,
        "other: Along the row the slopes of the blocks multiply; you added what each f brings.": 1
        + n * p,
        "other: That is one block.": 1 + p,
    },
    hints=("Two paths lead through a block: one past f, one through it.", "A block has 1 + f′."),
    solution=(
        f"One block has the slope 1 + f′ = {number(1 + p)}, and {number(n)} of them "
        f"{number(1 + p)}{power(n)} = {number((1 + p) ** n)}.",
        f"Without the connections it would be {number(p**n)}.",
    ),
)
_DEAD = ChoiceExercise(
    slug="a-silent-unit",
    topic="vanishing-gradients",
    level=2,
    prompt=(
        f"A ReLU unit gets z = {number(-p)} and z = {number(-q)} from the two examples of the "
        f"data. The adjoint of its activation is {number(r)} for each. How does the next step move "
        "the unit's own weights?"
    ),
    parameters={"p": (0.4, 1.5, 3), "q": (0.7, 2), "r": (0.5, -0.2)},
    choices=[
        (
            "A little, because z is negative.",
            "The slope of ReLU below 0 is 0: not a little, nothing.",
        ),
        (
            "By −α times the adjoint and the input.",
            "Between them stands the slope of ReLU at z, which is 0 here.",
            "stopped",
        ),
        (
            "So that z comes back above 0.",
            "Only a derivative could move them there, and theirs is 0.",
        ),
        (
            "Not at all.",
            "Below 0 ReLU has the slope 0. The unit can only come back if the layers before it "
            "change what it gets.",
            True,
        ),
    ],
    hints=("Which factor does the adjoint pick up between a and z?",),
    solution=(
        f"z̄ = {number(r)}·0 for both examples, so the derivatives with respect to the unit's "
        "weights and its bias are 0.",
    ),
)
REMEDIES = (_RESCALE, _START, _SKIP, _DEAD)
