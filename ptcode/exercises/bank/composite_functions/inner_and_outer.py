"""Exercises on composite functions: inner and outer, values, where there is one."""

from ptcode.exercises.kinds import ChoiceExercise, NumberExercise
from ptcode.exercises.symbols import a, b, c, k, m, n, p
from ptcode.exercises.texts import bracketed, number, pick, plus, power

_NAME = pick(k, "cos", "sin", "tan")
_CALLED = pick(k, "cosine", "sine", "tangent")
_POWER = pick(n - 3, "cube", "fourth power", "fifth power")
OUTER = ChoiceExercise(
    slug="outer-of-cubed-cosine",
    topic="composite-functions",
    level=1,
    prompt=f"Which function is the outer one in {_NAME}{power(n)}x?",
    parameters={"n": (3, 4, 5), "k": (0, 1, 2)},
    choices=[
        (
            f"the {_POWER}",
            f"First the {_CALLED}, last the {_POWER}. The last key is the outer function.",
            True,
        ),
        (
            f"the {_CALLED}",
            f"It stands in front, but it is pressed first: {_NAME}{power(n)}x means "
            f"({_NAME} x){power(n)}.",
            "swapped",
        ),
        (
            f"none: it is a product, {_NAME} times x{power(n)}",
            "A name without its input is no number, and no factor.",
            "as-product",
        ),
        (f"the {number(n)}", "A number is not a function. What is *done* last?"),
    ],
    hints=("Work it out at x = 1. Which key do you press last?",),
    solution=(
        f"{_NAME}{power(n)}x = ({_NAME} x){power(n)}: inner u = {_NAME} x, outer u{power(n)}.",
    ),
)
VALUE = NumberExercise(
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
    words={
        "swapped": f"That is g(f({number(p)})): you began with f. In f ∘ g it is g that works "
        "first.",
        "as-product": f"That is f({number(p)})·g({number(p)}), a product. In f ∘ g the value of g "
        "goes into f.",
    },
    hints=("g works first.", f"g({number(p)}) = {number(p**2)}. That goes into f."),
    solution=(
        (
            f"g({number(p)}) = {number(p**2)}, and f({number(p**2)}) = "
            f"{number(a)}·{number(p**2)} + {number(b)} = {number(a * p**2 + b)}."
        ),
    ),
)
HEATING = NumberExercise(
    slug="price-of-a-cold-day",
    topic="composite-functions",
    level=1,
    prompt=(
        f"When it is x °C outside, a house burns g(x) = {number(a)} − {number(b)}x litres of oil a "
        f"day. u litres cost f(u) = {number(c)}u pounds. What does a day at {number(p)} °C cost?"
    ),
    answer=c * (a - b * p),
    parameters={"a": (12, 10), "b": (0.5, 0.4), "c": (0.9, 1.2), "p": (4, -2, 6, -5)},
    wrong={
        "swapped": a - b * c * p,
        "as-product": c * p * (a - b * p),
        "other: Those are the litres. What do they cost?": a - b * p,
        f"other: The cost per litre was applied to the {number(a)} only.": c * a - b * p,
        "lost-sign": c * (a + b * p),
    },
    words={
        "swapped": f"That is g(f({number(p)})): the price was worked out first. First come the "
        "litres.",
        "as-product": f"That is f({number(p)})·g({number(p)}), a product. The litres go into f.",
    },
    hints=(
        "First the litres, then their price.",
        f"g({number(p)}) = {number(a)} − {number(b)}·{bracketed(p)}. That goes into f.",
    ),
    solution=(
        f"g({number(p)}) = {number(a - b * p)} litres, and f({number(a - b * p)}) = "
        f"{number(c)}·{number(a - b * p)} = {number(c * (a - b * p))} pounds.",
    ),
)
_WAVE = pick(k, "sin", "cos")
_JOIN, _JOINED = pick(m, "/", " + "), pick(m, "a division", "an addition")
NOT_COMPOSITE = ChoiceExercise(
    slug="which-is-no-composite",
    topic="composite-functions",
    level=2,
    prompt="Which of these is *not* a composite?",
    parameters={"k": (0, 1), "m": (0, 1), "n": (2, 3), "a": (1, 4, 9)},
    choices=[
        (
            f"{pick(m, '3·', '1/')}{_WAVE}(x)",
            f"{pick(m, '“Times 3”', '“1 over”')} is a machine for one number. It is outside, "
            f"and the {pick(k, 'sine', 'cosine')} inside.",
            "unseen",
        ),
        (
            f"{_WAVE}(x){_JOIN}x{power(n)}",
            f"What is done last is {_JOINED}: a {pick(m, 'quotient', 'sum')}.",
            True,
        ),
        (f"√({number(a)} − x)", f"{number(a)} − x is inside, the root outside.", "unseen"),
        (
            f"{_WAVE}({number(n)}x)",
            f"{number(n)}x is inside, the {pick(k, 'sine', 'cosine')} outside.",
            "unseen",
        ),
    ],
    hints=("In which one does the last step join two parts that both got x?",),
    solution=(
        f"{_WAVE}(x){_JOIN}x{power(n)}: the last step {pick(m, 'divides', 'adds')} two parts, "
        "and each of them got x.",
    ),
)
WHICH = ChoiceExercise(
    slug="which-two-functions",
    topic="composite-functions",
    level=2,
    prompt=(
        f"h(x) = ({number(a)}x {plus(b)}){power(n)} is to be written as f(g(x)). Which f and g are "
        "right?"
    ),
    parameters={"a": (2, 5, 3), "b": (1, -4, 7), "n": (3, 2, 4)},
    choices=[
        (
            f"f(u) = {number(a)}u {plus(b)} and g(x) = x{power(n)}",
            f"Those give {number(a)}x{power(n)} {plus(b)}: the power would come first.",
            "swapped",
        ),
        (
            f"f(u) = {number(a)}u{power(n)} and g(x) = x {plus(b)}",
            f"The factor {number(a)} is inside: it is raised to the power as well.",
        ),
        (
            f"f(u) = u{power(n)} and g(x) = {number(a)}x {plus(b)}",
            "What is done last is the power. All that stands before it is the inner value.",
            True,
        ),
        (
            f"f(u) = ({number(a)}u {plus(b)}){power(n)} and g(x) = {number(a)}x {plus(b)}",
            "That does the inner step twice. f gets u, not x.",
        ),
    ],
    hints=(
        "Work out h at x = 1. Which key do you press last?",
        "Put each g into its f and compare with h.",
    ),
    solution=(
        f"Inside u = {number(a)}x {plus(b)}, outside u{power(n)}.",
        f"At x = 1: u = {number(a + b)}, and h(1) = {number((a + b) ** n)}.",
    ),
)
_INSIDE = pick(k, f"{number(p**2)} − x²", f"x² − {number(p**2)}")
_BETWEEN = f"−{number(p)} < x < {number(p)}"
_BEYOND = f"x < −{number(p)} or x > {number(p)}"
DOMAIN = ChoiceExercise(
    slug="where-it-has-a-value",
    topic="composite-functions",
    level=3,
    prompt=f"For which x does {pick(m, 'ln', '1/√')}({_INSIDE}) have a value?",
    parameters={"k": (0, 1), "m": (0, 1), "p": (2, 5, 3)},
    choices=[
        (
            "x > 0",
            "The outer function wants a positive number, but what it gets is not x.",
        ),
        (
            "every x",
            f"The inner function takes every x. At {pick(k, f'x = {number(p + 1)}', 'x = 0')} it "
            "hands over a negative number, and the outer one breaks.",
        ),
        (
            pick(k, _BETWEEN, _BEYOND),
            "There the inner value is positive, as the outer function demands.",
            True,
        ),
        (
            pick(k, _BEYOND, _BETWEEN),
            f"There {_INSIDE} is negative: at {pick(k, f'x = {number(p + 1)}', 'x = 0')} it is "
            f"{pick(k, number(p**2 - (p + 1) ** 2), number(-(p**2)))}.",
        ),
    ],
    hints=(
        "Which numbers does the outer function take?",
        f"Where is {_INSIDE} positive?",
    ),
    solution=(
        f"The outer function needs {_INSIDE} > 0, so x² must be "
        f"{pick(k, 'less', 'more')} than {number(p**2)}: {pick(k, _BETWEEN, _BEYOND)}.",
    ),
)
