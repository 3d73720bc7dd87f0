"""Exercises on composite functions: inner and outer, machines in a row."""

from ptcode.exercises.kinds import ChoiceExercise, NumberExercise, OrderExercise
from ptcode.exercises.symbols import a, b, p
from ptcode.exercises.texts import number

_OUTER = ChoiceExercise(
    slug="outer-of-cubed-cosine",
    topic="composite-functions",
    level=1,
    prompt="Which function is the outer one in cos³x?",
    choices=[
        ("the cube", "First the cosine, last the cube. The last key is the outer function.", True),
        (
            "the cosine",
            "It stands in front, but it is pressed first: cos³x means (cos x)³.",
            "swapped",
        ),
        (
            "none: it is a product, cos times x³",
            "A name without its input is no number, and no factor.",
            "as-product",
        ),
        ("the 3", "A number is not a function. What is *done* last?"),
    ],
    hints=("Work it out at x = 1. Which key do you press last?",),
    solution=("cos³x = (cos x)³: inner u = cos x, outer u³.",),
)
_VALUE = NumberExercise(
    slug="value-of-a-composite",
    topic="composite-functions",
    level=1,
    prompt=f"f(u) = {number(a)}u + {number(b)} and g(x) = x². What is (f ∘ g)({number(p)})?",
    answer=a * p**2 + b,
    parameters={"a": (2, 3, 5), "b": (3, 1, 4), "p": (2, 3, -2)},
    wrong={
        "swapped": (a * p + b) ** 2,
        "as-product": (a * p + b) * p**2,
        f"other: The outer f gets g({number(p)}), not {number(p)}.": a * p + b,
        f"other: That is f({number(p)}) + g({number(p)}), a sum.": a * p + b + p**2,
        f"other: That is g({number(p)}) alone.": p**2,
    },
    hints=("g works first.", f"g({number(p)}) = {number(p**2)}. That goes into f."),
    solution=(
        (
            f"g({number(p)}) = {number(p**2)}, and f({number(p**2)}) = "
            f"{number(a)}·{number(p**2)} + {number(b)} = {number(a * p**2 + b)}."
        ),
    ),
)
_MACHINES = OrderExercise(
    slug="machines-in-a-row",
    topic="composite-functions",
    level=1,
    prompt="cos(√(x² + 1)): put the machines in the order in which x runs through them.",
    items=("square", "add 1", "take the square root", "take the cosine"),
    wrong={"swapped": (3, 2, 1, 0)},
    hints=("Which key do you press first?", "Last comes the outermost: the cosine."),
    solution=("x², then x² + 1, then its square root, then the cosine of that.",),
)
_NETWORK = OrderExercise(
    slug="machines-of-a-network",
    topic="composite-functions",
    level=2,
    prompt="J = ½(σ(W₂·σ(W₁x)) − y)²: put the values in the order in which they are computed.",
    items=("z₁ = W₁x", "a₁ = σ(z₁)", "z₂ = W₂a₁", "ŷ = σ(z₂)", "J = ½(ŷ − y)²"),
    wrong={"swapped": (4, 3, 2, 1, 0)},
    hints=("Each value needs the one before it.", "The innermost is W₁x."),
    solution=("From the inside out: z₁, a₁, z₂, ŷ, J. The cost wraps everything.",),
)
_NOT_COMPOSITE = ChoiceExercise(
    slug="which-is-no-composite",
    topic="composite-functions",
    level=2,
    prompt="Which of these is *not* a composite?",
    choices=[
        ("e^(−x)", "The minus is inside, the exponential outside.", "unseen"),
        ("x²·sin x", "What is done last is a multiplication: a product.", True),
        ("√(1 − x)", "1 − x is inside, the root outside.", "unseen"),
        ("sin²x", "The sine is inside, the square outside.", "unseen"),
    ],
    hints=("In which one does the last step join two parts that both got x?",),
    solution=("x²·sin x: the last step multiplies two parts, and each of them got x.",),
)

EXERCISES = (
    _OUTER,
    _VALUE,
    _MACHINES,
    _NETWORK,
    _NOT_COMPOSITE,
)
