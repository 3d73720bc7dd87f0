"""Gradients from batches: epochs, noise, and learning rates that shrink."""

from sympy import sqrt

from ptcode.exercises.kinds import ChoiceExercise, NumberExercise
from ptcode.exercises.symbols import b, k, m, n, r, s
from ptcode.exercises.texts import number

_EPOCH = NumberExercise(
    slug="steps-in-an-epoch",
    topic="optimisers",
    level=1,
    prompt=f"{number(n)} examples, batches of {number(b)}. How many steps are {number(m)} epochs?",
    answer=n / b * m,
    tolerance=1e-6,
    parameters={"n": (1000, 600), "b": (50, 20), "m": (3, 4)},
    wrong={
        "other: That is one epoch.": n / b,
        "other: Those are examples; a step takes a whole batch.": n * m,
        "other: That would be full-batch descent, one step in an epoch.": m,
        "other: That is batch size times epochs; divide the examples by the batch size.": b * m,
    },
    hints=("One epoch is one pass over the data.",),
    solution=(
        (
            f"{number(n)}/{number(b)} = {number(n / b)} steps in an epoch, so "
            f"{number(n / b * m)} in {number(m)} of them."
        ),
    ),
)
_BATCH = NumberExercise(
    slug="noise-of-a-larger-batch",
    topic="optimisers",
    level=1,
    prompt=(
        f"With batches of {number(b)} examples, drawn at random from very many, the estimate of a "
        f"slope scatters with the standard deviation {number(s)}. What is it with batches of "
        f"{number(b * k)}?"
    ),
    answer=s / sqrt(k),
    parameters={"b": (4, 8, 20), "s": (0.6, 1.5), "k": (4, 9, 16)},
    wrong={
        "other: The noise falls with the root of the batch size.": s / k,
        "other: A larger batch makes the estimate better, not worse.": (s * sqrt(k), s * k),
        "other: That would be if the batch size made no difference. The scatter of a mean does "
        "shrink.": s,
    },
    hints=(
        "The noise of a mean falls as 1/√B.",
        f"The batch is {number(k)} times as large. What is √{number(k)}?",
    ),
    solution=(
        f"{number(k)} times the examples, 1/√{number(k)} of the noise: {number(s)}/"
        f"{number(sqrt(k))} = {number(s / sqrt(k))}.",
    ),
)
_NOISE = ChoiceExercise(
    slug="what-noise-leaves",
    topic="optimisers",
    level=1,
    prompt=(
        f"Stochastic gradient descent on a bowl, with examples that no θ fits exactly: batches of "
        f"{number(b)}, and α = {number(r)} all the time. What does it do near the minimum?"
    ),
    parameters={"b": (2, 4, 8), "r": (0.1, 0.05)},
    choices=[
        (
            "It settles on the minimum.",
            "There the mean of the gradients is 0. The gradient of a batch is not.",
        ),
        (
            "It keeps jittering around the minimum.",
            f"Each batch pulls its own way. With α = {number(r / 2)} it would jitter less.",
            True,
        ),
        (
            "It diverges: the noise adds up.",
            "The bowl pulls it back. With α not too large, the two balance.",
        ),
        (
            "It stops, since each step gets shorter.",
            "That holds for the full gradient, which goes to 0. These do not.",
        ),
    ],
    hints=("At the minimum of the mean, what is the gradient of a single batch?",),
    solution=(
        "The mean over all examples is 0 there, that over a batch is not, so it never rests.",
    ),
)
_SCHEDULE = NumberExercise(
    slug="halving-the-learning-rate",
    topic="optimisers",
    level=1,
    prompt=(
        f"A schedule starts with α = {number(r)} and halves it after every {number(n)} epochs. "
        f"What is α in epoch {number(n * k + 1)}?"
    ),
    answer=r / 2**k,
    parameters={"r": (0.4, 0.1), "n": (10, 5, 20), "k": (2, 3, 4)},
    wrong={
        "other: A halving halves what is left: divide by 2·2·…, not by 2 times as often.": r
        / (2 * k),
        "other: That is one halving too few.": r / 2 ** (k - 1),
        "other: That is one halving too many.": r / 2 ** (k + 1),
        "other: That divides by the number of epochs.": r / (n * k),
    },
    hints=(f"How often has it been halved after {number(n * k)} epochs?",),
    solution=(
        f"After {number(n * k)} epochs it has been halved {number(k)} times: {number(r)}/"
        f"{number(2**k)} = {number(r / 2**k)}.",
    ),
)
NOISE = (_EPOCH, _NOISE, _BATCH, _SCHEDULE)
