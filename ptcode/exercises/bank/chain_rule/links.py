"""Exercises on the chain rule: link by link, and rate times rate."""

from sympy import exp, log

from ptcode.exercises.kinds import (
    Blank,
    ChoiceExercise,
    FillExercise,
    NumberExercise,
    OrderExercise,
)
from ptcode.exercises.symbols import a, b, c, k, m, n, p, u, v, y
from ptcode.exercises.texts import number, pick, plus, power

BALLOON = NumberExercise(
    slug="colder-by-the-minute",
    topic="chain-rule",
    level=1,
    prompt=(
        f"A balloon rises {number(a)} metres a minute. The air gets {number(b)} °C colder for "
        "every 100 metres. By how many °C a minute does the temperature around the balloon change?"
    ),
    answer=-a * b / 100,
    parameters={"a": (150, 80, 240), "b": (0.6, 0.9)},
    wrong={
        "lost-sign": a * b / 100,
        "stopped": (-b, -b / 100),
        "other: The rate is for 100 metres. For one metre it is a hundredth of that.": (
            -a * b,
            a * b,
        ),
        "other: Metres per minute times degrees per metre: the metres must cancel.": (
            -b / a,
            -a / b,
        ),
    },
    hints=(
        "Degrees per metre times metres per minute.",
        f"Per metre the temperature changes by {number(-b / 100)} °C.",
    ),
    solution=(
        f"{number(-b / 100)} °C per metre times {number(a)} metres per minute is "
        f"{number(-a * b / 100)} °C per minute.",
    ),
)
THREE = FillExercise(
    slug="three-links-in-numbers",
    topic="chain-rule",
    level=2,
    prompt=(
        f"y = ln(1 + e^({number(m)}x)) at x = {number(p)}. Fill in the local derivatives and their "
        "product."
    ),
    parameters={"m": (2, 3, -2), "p": (0.4, -0.3, 0.7)},
    values={"u": m * p, "v": 1 + exp(u), "y": log(v)},
    nodes=(("u", f"u = {number(m)}x"), ("v", "v = 1 + e^u"), ("y", "y = ln v")),
    blanks=(
        Blank("a", "du/dx", m, wrong={"other: That is u itself.": u}),
        Blank(
            "b",
            "dv/du",
            exp(u),
            wrong={"at-input": exp(p), "nested": exp(m), "other: That is v itself.": v},
        ),
        Blank(
            "c",
            "dy/dv",
            1 / v,
            wrong={"at-input": (1 / p, 1 / u), "other: That is y itself.": y},
        ),
        Blank(
            "d",
            "dy/dx",
            a * b * c,
            wrong={
                "stopped": (b * c, a * c, a * b),
                "other: Along a path the factors multiply; you added them.": a + b + c,
            },
        ),
    ),
    hints=("Each local derivative is taken at the value that goes into its link.",),
    solution=(
        f"du/dx = {number(m)}.",
        f"dv/du = e^u = {number(exp(u))}.",
        f"dy/dv = 1/v = {number(1 / v)}.",
        f"dy/dx is their product, {number(m * exp(u) / v)}.",
    ),
)
_WAVED = f"{pick(m, 'cos', 'sin')}(x{power(n)})"
_TURNED = f"{pick(m, '−sin', 'cos')}(x{power(n)})"
_POWERED = f"{number(n)}x{power(n - 1)}"
FACTORS = OrderExercise(
    slug="factors-of-a-chain",
    topic="chain-rule",
    level=1,
    prompt=(
        f"y = {pick(k, 'ln(', 'e^(', '√(')}{_WAVED}). Put the factors of "
        "dy/dx in order, the outermost link first."
    ),
    parameters={"k": (0, 1, 2), "m": (0, 1), "n": (2, 3, 4)},
    items=(
        f"{pick(k, '1/', 'e^(', '1/(2√(')}{_WAVED}{pick(k, '', ')', '))')}",
        _TURNED,
        _POWERED,
    ),
    wrong={
        "swapped": (2, 1, 0),
        f"other: {_POWERED} comes of the innermost link, so it is last.": (0, 2, 1),
    },
    hints=(
        f"The outermost function is {pick(k, 'ln', 'the exponential', 'the root')}.",
        f"Its derivative is {pick(k, '1/u', 'e^u', '1/(2√u)')}, taken at u = {_WAVED}.",
    ),
    solution=(
        f"{pick(k, 'ln', 'The exponential', 'The root')} gives the first factor, the "
        f"{pick(m, 'cosine', 'sine')} gives {_TURNED}, the power "
        f"{_POWERED}.",
    ),
)
_LINE = f"{number(a)}x {plus(b)}"
FOUR = ChoiceExercise(
    slug="four-answers-to-a-power",
    topic="chain-rule",
    level=1,
    prompt=f"y = ({_LINE}){power(n)}. Which of these is dy/dx?",
    parameters={"a": (2, 5, 4), "b": (1, -3, 6), "n": (3, 4, 5)},
    choices=[
        (
            f"{number(n)}({_LINE}){power(n - 1)}",
            f"That is the outer derivative. The inner one is {number(a)}.",
            "stopped",
        ),
        (
            f"{number(n * a)}x{power(n - 1)}",
            f"Both factors are there, but the outer one belongs at {_LINE}.",
            "at-input",
        ),
        (
            f"{number(n * a)}({_LINE}){power(n - 1)}",
            f"The outer derivative at {_LINE}, times {number(a)}.",
            True,
        ),
        (
            f"{number(n)}·{number(a)}{power(n - 1)}",
            "The inner derivative is a factor. It does not go inside the outer one.",
            "nested",
        ),
    ],
    hints=(
        f"Inner u = {_LINE}, outer u{power(n)}.",
        f"{number(n)}u{power(n - 1)} at that same u, times du/dx.",
    ),
    solution=(
        f"{number(n)}({_LINE}){power(n - 1)}·{number(a)} = {number(n * a)}({_LINE}){power(n - 1)}.",
    ),
)
