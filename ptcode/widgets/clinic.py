"""The clinic of chapter 9: any function, any answer, and which mistake the answer comes from."""

from __future__ import annotations

import traitlets

from ptcode.exercises.data import rules_data
from ptcode.exercises.judge.derivative import judge_text
from ptcode.exercises.judge.sheet import Sheet, sheet
from ptcode.exercises.judge.verdicts import Verdict
from ptcode.functions.parser import ParseError, parse
from ptcode.functions.writing import write
from ptcode.widgets.base import LiveFigure
from ptcode.widgets.exercise import ExerciseFigure
from ptcode.widgets.inline import inline

EXPRESSIONS = (
    "sin(x²)",
    "(sin x)²",
    "sin(cos x)",
    "ln(sin x)",
    "e^(cos x)",
    "σ(x²)",
    "√(cos x)",
    "(2x + 1)³",
    "e^(sin(x²))",
    "x·sin(x²)",
)


class Clinic(LiveFigure):
    """Type a function of x and a derivative of it, right or wrong: which mistake is it?

    ``verdict`` is what the page says, None before there is an answer. ``wrong_answers`` are the
    derivatives that each mistake leads to, by its name.

    >>> clinic = Clinic("sin(x^2)", answer="cos(x^2)")
    >>> clinic
    Clinic: y = sin(x²), answered cos(x^2) → mistake, stopped
    >>> clinic.wrong_answers["nested"]
    ['cos(2x)']
    """

    kind = "clinic"
    expression = traitlets.Unicode("sin(x²)").tag(sync=True, state=True)
    answer = traitlets.Unicode("").tag(sync=True, state=True)

    def __init__(self, expression="sin(x²)", **options):
        sheet(parse(expression))  # raises what is wrong with it
        super().__init__(expression=expression, **options)
        self.data = {"expressions": list(EXPRESSIONS), "rules": rules_data()}

    @property
    def sheet(self) -> Sheet:
        """What answers are judged by; a ParseError or ValueError says why there is none."""
        return sheet(parse(self.expression))

    @property
    def verdict(self) -> Verdict | None:
        """What the answer is; None before there is one."""
        return judge_text(self.answer, self.sheet) if self.answer else None

    @property
    def wrong_answers(self) -> dict[str, list[str]]:
        """By mistake, what it makes of the whole function."""
        found: dict[str, list[str]] = {}
        for wrong in self.sheet.wrong:
            if not wrong.deep:
                found.setdefault(wrong.mistake, []).append(write(wrong.tree))
        return found

    @property
    def default_caption(self) -> str:
        """What to do with the figure, and what it shows."""
        return (
            "The clinic. Choose a function or type one, then type its derivative as you would, or "
            "make a mistake on purpose. The figure compares values, not spelling, and names the "
            "mistake that leads to your answer. The table shows what each mistake makes of the "
            "function."
        )

    def still(self) -> None:
        """No picture: the clinic is text, with or without JavaScript."""

    def mount(self) -> str:
        """The mount, with the mistakes of the function as text for a reader without JavaScript."""
        view = '<div class="pt-view">'
        return super().mount().replace(view, f"{view}<noscript>{self._as_text()}</noscript>", 1)

    def __repr__(self):
        try:
            found = self.verdict
            asked = f"y = {write(self.sheet.tree)}"
        except (ParseError, ValueError) as error:
            return f"Clinic: {self.expression!r} cannot be judged: {error}"
        if found is None:
            return f"Clinic: {asked}, not answered"
        said = ", ".join([found.kind, *found.mistakes])
        return f"Clinic: {asked}, answered {self.answer} → {said}"

    def _as_text(self) -> str:
        found = self.sheet
        items = "".join(
            f"<li>{inline(' or '.join(answers))}: {name}</li>"
            for name, answers in self.wrong_answers.items()
        )
        asked = f"y = {write(found.tree)}. Right is {write(found.right)}. What mistakes give:"
        return f'<p class="pt-prompt">{inline(asked)}</p><ul class="pt-choices">{items}</ul>'


Clinic._css = ExerciseFigure._css  # they look alike
