"""Checking a derivative: the step of a nudge, what a ratio tells, which place shows a mistake.

The exercises of the topic common-mistakes that are no programs.
"""

from sympy import cos, exp

from ptcode.exercises.kinds import ChoiceExercise
from ptcode.exercises.symbols import a, b, d, h, k, p
from ptcode.exercises.texts import number, pick

_RATIO = ChoiceExercise(
    slug="name-it-by-its-ratio",
    topic="common-mistakes",
    level=1,
    prompt=(
        "Of "
        + pick(
            k,
            f"y = sin({number(a)}x) somebody claims dy/dx = cos({number(a)}x)",
            f"y = cos({number(a)}x) somebody claims dy/dx = {number(a)} sin({number(a)}x)",
            f"J = ½(Wx − y)², with x = {number(a)}, somebody claims ∂J/∂W = 2(Wx − y)x",
            f"z = Wx, with x = {number(a)} and W = {number(b)}, somebody claims ∂z/∂W = "
            f"{number(b)}",
        )
        + ". A check divides the claim by what it measured, and the ratio is "
        + pick(k, f"1/{number(a)}", "−1", "2", f"{number(b)}/{number(a)}")
        + " every time. Which mistake is it?"
    ),
    parameters={"k": (0, 1, 2, 3), "a": (2, 3, 5), "b": (7, 0.5)},
    choices=[
        (
            pick(
                k,
                "A minus sign is lost.",
                "The derivative of the inner function is forgotten.",
                "A minus sign is lost.",
                "The ½ of the cost is forgotten.",
            ),
            pick(
                k,
                "Then the ratio would be −1.",
                f"Then the factor {number(a)} would be missing.",
                "Then the ratio would be −1.",
                "Then the ratio would be 2.",
            ),
        ),
        (
            pick(
                k,
                "The derivative of the inner function is forgotten.",
                "A minus sign is lost.",
                "The ½ of the cost is forgotten.",
                "The derivative is taken by the input, not by the weight.",
            ),
            pick(
                k,
                f"The inner one is {number(a)}x, and its slope {number(a)} is missing.",
                "cos′ = −sin, and the minus is gone.",
                "The square brings a 2, the ½ takes it away.",
                f"∂z/∂x is W = {number(b)}. What moves is W, and ∂z/∂W is x = {number(a)}.",
            ),
            True,
        ),
        (
            "The outer derivative is taken at the wrong place.",
            "Then the ratio would change from one x to the next.",
        ),
        (
            "None: the check is imprecise.",
            "A central difference is good to many digits. A ratio that is so far from 1 is no "
            "rounding.",
        ),
    ],
    hints=("By what must the claim be multiplied to be right?",),
    solution=(
        pick(
            k,
            f"Right is {number(a)} cos({number(a)}x): the claim lacks the inner slope {number(a)}.",
            f"Right is −{number(a)} sin({number(a)}x): the claim lacks the minus.",
            "Right is (Wx − y)x: the claim is twice that.",
            f"Right is x = {number(a)}; the claim is W = {number(b)}.",
        ),
    ),
)
_KIND = 1 / (2 * a)
_PLACE = ChoiceExercise(
    slug="a-place-too-kind",
    topic="common-mistakes",
    level=2,
    prompt=(
        f"Of y = sin({number(a)}x²) somebody claims dy/dx = cos({number(a)}x²). At which place "
        "does a check *not* notice?"
    ),
    parameters={"a": (2, 5, 4, 0.25)},
    choices=[
        (
            "At x = 0.",
            "There the truth is 0 and the claim is 1. It is noticed.",
        ),
        (
            f"At x = {number(-_KIND)}.",
            f"There the claim is {number(cos(a * _KIND**2))}, the truth "
            f"{number(-cos(a * _KIND**2))}.",
        ),
        (
            f"At x = {number(2 * _KIND)}.",
            f"There the claim is {number(cos(4 * a * _KIND**2))}, and the truth is twice that.",
        ),
        (
            f"At x = {number(_KIND)}.",
            f"The factor that is missing is {number(2 * a)}x, and here it is 1.",
            True,
        ),
    ],
    hints=("What does the claim lack? Where does that make no difference?",),
    solution=(
        f"The claim lacks the inner slope {number(2 * a)}x, which is 1 at x = {number(_KIND)}. So "
        "check at more than one place, drawn at random.",
    ),
)
_STEP = ChoiceExercise(
    slug="how-small-a-nudge",
    topic="common-mistakes",
    level=2,
    prompt=(
        "You measure the slope of "
        + pick(k, "sin x", "e^x")
        + f" at x = {number(p)} by a central difference, with numbers of sixteen digits. Which h "
        "comes nearest to the truth?"
    ),
    parameters={"k": (0, 1), "p": (0.5, 1, 2), "h": (0.1, 0.2)},
    values={"d": abs(cos(p)) * (1 - k) + exp(p) * k},
    choices=[
        (
            f"h = {number(h)}, since larger differences are rounded less.",
            f"The bend of the curve makes an error of about {number(d * h**2 / 6)}.",
        ),
        (
            "h = 0.00001",
            f"The bend costs about {number(d * 1e-10 / 6)}, the rounding about as much. That is "
            "near the best.",
            True,
        ),
        (
            "h = 10⁻¹⁵, since the slope is the limit h → 0.",
            "The two values agree in nearly all their digits. What is left of them is rounding.",
        ),
        (
            "h = 0, since that is the limit itself.",
            "That is 0/0: with h = 0 there is no quotient. A limit only comes near.",
        ),
    ],
    hints=("Two errors: one grows with h, the other with 1/h.",),
    solution=(
        "The bend of the curve makes an error that grows with h², the rounding one that grows with "
        "1/h. Between them, about 10⁻⁵, both are small.",
    ),
)
CHECKS = (_RATIO, _STEP, _PLACE)
