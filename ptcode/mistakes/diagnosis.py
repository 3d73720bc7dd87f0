"""Which mistake does a wrong derivative come from? Decided by values, never by spelling."""

from __future__ import annotations

from collections.abc import Sequence

import sympy

from ptcode.core.names import known_name
from ptcode.functions.choice import formula, moving
from ptcode.functions.function import Function
from ptcode.mistakes.mistakes import MISTAKES, Mistake
from ptcode.mistakes.question import Question
from ptcode.mistakes.slips import SLIPS
from ptcode.mistakes.story import Diagnosis
from ptcode.mistakes.words import FULL, STAGES

EVERY = (*MISTAKES, *SLIPS)
"""The twelve of the book, and what is named besides them."""

__all__ = ["Diagnosis", "diagnose"]


def diagnose(
    function: sympy.Expr | Function,
    answer: sympy.Expr | Function | float,
    variable: sympy.Symbol | None = None,
    mistakes: Sequence[Mistake] = EVERY,
    stage: str = FULL,
) -> Diagnosis:
    """Is an answer the derivative of a function, and if not, which mistakes lead to it?

    Both are SymPy expressions or Functions. ``stage`` is the topic of the book in whose words it is
    said, "derivatives" for instance; by default all words are known. Raises ValueError if the
    function has hardly anywhere a value and a slope, TypeError for what is neither, a text for
    instance.

    >>> x = sympy.Symbol("x", real=True)
    >>> diagnose(sympy.sin(x**2), 2 * x * sympy.cos(x**2))
    Right.
    >>> diagnose(sympy.sin(x**2), sympy.cos(x**2)).mistakes
    ('stopped',)
    """
    expression, symbol = formula(function), moving(function, variable)
    if isinstance(answer, int | float) and not isinstance(answer, bool):
        answer = sympy.sympify(answer, strict=True)
    question = Question(
        expression, symbol, formula(answer), mistakes, known_name(stage, "stage", STAGES)
    )
    return question.unfinished() if question.strangers else question.diagnosis()
