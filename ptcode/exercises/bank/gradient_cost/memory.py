"""What a backward pass must keep: values of the forward pass, and checkpoints instead."""

from ptcode.exercises.kinds import ChoiceExercise, NumberExercise
from ptcode.exercises.symbols import b, k, n, s
from ptcode.exercises.texts import number

_MEMORY = NumberExercise(
    slug="memory-of-the-way-back",
    topic="gradient-cost",
    level=2,
    prompt=(
        f"For the way back a network keeps all its activations: {number(n)} layers of "
        f"{number(k)} units, for a batch of {number(b)} examples, 4 bytes for a number. How many "
        "megabytes (millions of bytes) is that?"
    ),
    answer=4 * n * k * b / 1_000_000,
    parameters={"n": (10, 25), "k": (500, 2000), "b": (64, 200)},
    wrong={
        "other: Every example of the batch has activations of its own.": 4 * n * k / 1_000_000,
        "other: A number takes 4 bytes.": n * k * b / 1_000_000,
        "other: Those are bytes.": 4 * n * k * b,
        "other: That is the memory of the weights, one for each pair of units.": 4
        * n
        * k**2
        / 1_000_000,
    },
    hints=("How many numbers are it? Layers times units times examples.",),
    solution=(
        f"{number(n)}·{number(k)}·{number(b)} = {number(n * k * b)} numbers, at 4 bytes "
        f"{number(4 * n * k * b / 1_000_000)} MB.",
    ),
)
_CHECKPOINTS = NumberExercise(
    slug="values-with-checkpoints",
    topic="gradient-cost",
    level=3,
    prompt=(
        f"A chain of {number(k * s)} links is cut into {number(k)} stretches of {number(s)}. "
        "Forwards, you keep only the value at the start of each stretch. Backwards, you take one "
        f"stretch after the other, from the last: you compute its {number(s)} values again and "
        "keep them until you have passed. How many values are kept at most at one time?"
    ),
    answer=k + s,
    tolerance=1e-6,
    parameters={"k": (12, 6, 20), "s": (5, 8, 15)},
    wrong={
        "other: That would be without checkpoints.": k * s,
        "other: Those are the starts of the stretches. One stretch of values comes on top.": k,
        "other: Those are the values of a stretch. The starts of all of them are kept too.": s,
        "other: Of two stretches, only one is in memory at a time.": k + 2 * s,
    },
    hints=(
        f"There are {number(k)} values that are kept all the time.",
        "The values of a stretch may go when the next stretch begins.",
    ),
    solution=(
        f"{number(k)} starts and {number(s)} values of one stretch: {number(k + s)} in place of "
        f"{number(k * s)}.",
    ),
)
_PRICE = ChoiceExercise(
    slug="price-of-checkpoints",
    topic="gradient-cost",
    level=3,
    prompt=(
        f"A chain of {number(k * s)} links keeps only every {number(s)}th value, and on the way "
        "back computes what lies between again, each stretch once. How much work is that in "
        "addition?"
    ),
    parameters={"k": (10, 25, 40), "s": (4, 6, 9)},
    choices=[
        (
            f"About {number(k)} more forward passes, one for each stretch.",
            f"A stretch is not run from the beginning of the chain: {number(s)} links are enough.",
        ),
        (
            "None: those values are needed anyhow.",
            "They were computed forwards, and thrown away. Now they are computed a second time.",
        ),
        (
            "About one more forward pass.",
            f"There are {number(k)} stretches of {number(s)} links: together, every link once.",
            True,
        ),
        (
            f"About {number(s)} more backward passes.",
            "Backwards every link is still passed once. What is repeated runs forwards.",
        ),
    ],
    hints=("How many links does one stretch run again? And all stretches together?",),
    solution=(
        f"{number(k)}·{number(s)} = {number(k * s)} links are run a second time: one forward pass. "
        "With it you pay for less memory.",
    ),
)
MEMORY = (_MEMORY, _CHECKPOINTS, _PRICE)
