"""The clinic: any function, any answer, and which mistake the answer comes from."""

from __future__ import annotations

from typing import Any

import sympy

from ptcode.functions.function import Function, x
from ptcode.functions.writing import write
from ptcode.mistakes.answers import Answers, answers
from ptcode.mistakes.clinic import CLINIC
from ptcode.mistakes.comparison import places
from ptcode.mistakes.mistakes import MISTAKES
from ptcode.widgets.exercise import ExerciseFigure
from ptcode.widgets.inline import inline
from ptcode.widgets.judged import Judged
from ptcode.widgets.own_expression import OwnExpression


class Clinic(OwnExpression, Judged):
    """Give a function of x and a derivative of it, right or wrong: which mistake is it?

    ``expression`` is SymPy or a Function in x, or a name of the catalogue; the ``answer`` is a
    text, as a reader types it. ``verdict`` is what the page says of the answer, and
    ``wrong_answers`` are the derivatives that each mistake leads to, by its name.

    >>> clinic = Clinic(sympy.sin(x**2), answer="cos(x^2)")
    >>> clinic
    Clinic: y = sin(x²), answered cos(x^2)
    >>> clinic.wrong_answers["nested"]
    [cos(2*x)]
    """

    kind = "clinic"
    title = "Clinic of mistakes"
    shows = ("exercise",)
    judged = ("expression", "answer")

    default_caption = (
        "The clinic. Choose a function or type one, then type its derivative as you would, or "
        "make a mistake on purpose. The figure compares values, not spelling, and names the "
        "mistake that leads to your answer. The table shows what each mistake makes of the "
        "function."
    )

    def __init__(self, expression: sympy.Expr | Function | str = CLINIC[0], **options: Any) -> None:
        super().__init__(expression=expression, **options)
        places((self.formula, self._answers.right), x)  # says so if it has hardly anywhere a slope
        self.data = {"expressions": [write(each) for each in CLINIC]}

    @property
    def _answers(self) -> Answers:
        return answers(self.formula, x)

    @property
    def wrong_answers(self) -> dict[str, list[sympy.Expr]]:
        """By mistake, what it makes of the whole function; a ValueError while it cannot be read."""
        found: dict[str, list[sympy.Expr]] = {}
        for wrong in self._answers.wrong:
            if not wrong.deep:
                found.setdefault(wrong.mistake, []).append(wrong.expression)
        return found

    def _pictured(self) -> None:
        """No picture: the clinic is text, with or without JavaScript."""

    def __repr__(self) -> str:
        return f"Clinic: y = {self.expression}, {self._said()}"

    def as_text(self) -> str:
        """The mistakes of the function."""
        titles = {mistake.name: mistake.title for mistake in MISTAKES}
        items = "".join(
            f"<li>{inline(' or '.join(map(write, wrong)))}: {titles[name]}</li>"
            for name, wrong in self.wrong_answers.items()
        )
        asked = f"y = {self.expression}. Right is {write(self._answers.right)}. What mistakes give:"
        return f'<p class="pt-prompt">{inline(asked)}</p><ul class="pt-choices">{items}</ul>'


Clinic._css = ExerciseFigure._css  # they look alike
