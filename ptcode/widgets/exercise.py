"""An exercise that knows which mistake a wrong answer comes from."""

from __future__ import annotations

import html
from functools import singledispatch

import traitlets

from ptcode.exercises.bank import find
from ptcode.exercises.data import exercise_data
from ptcode.exercises.judge.verdicts import Verdict, judge
from ptcode.exercises.kinds import (
    ChoiceExercise,
    DerivativeExercise,
    Exercise,
    FillExercise,
    NumberExercise,
    OrderExercise,
)
from ptcode.functions.writing import write
from ptcode.widgets.base import LiveFigure
from ptcode.widgets.inline import bare, inline
from ptcode.widgets.traits import Whole


class ExerciseFigure(LiveFigure):
    """An exercise of the bank, by its slug, or one that you made; the slug is the element's id.

    ``seed`` chooses the numbers, ``answer`` is what was submitted last, as text: "cos(x^2)", the
    index of a choice "1", an order "2,0,1", or blanks "z_1=0.5;a_1=2". ``verdict`` is what the
    page says of it, None before there is an answer.

    >>> from ptcode.exercises.kinds import DerivativeExercise
    >>> task = ExerciseFigure(
    ...     DerivativeExercise(
    ...         slug="sine", chapter=5, level=1, prompt="Differentiate.", expression="sin(x²)"
    ...     )
    ... )
    >>> task
    Exercise sine: Differentiate. y = sin(x²) → not answered
    >>> task.answer = "cos(x^2)"
    >>> task, task.verdict.mistake
    (Exercise sine: Differentiate. y = sin(x²) → cos(x^2): mistake, stopped, 'stopped')
    """

    kind = "exercise"
    seed = Whole(0).tag(sync=True, state=True)
    answer = traitlets.Unicode("").tag(sync=True, state=True)

    def __init__(self, slug: str | Exercise, **options):
        self.exercise = slug if isinstance(slug, Exercise) else find(slug)
        super().__init__(id=self.exercise.slug, **options)
        self.data = exercise_data(self.exercise, inline)

    @property
    def verdict(self) -> Verdict | None:
        """What the answer is; None before there is one."""
        if not self.answer:
            return None
        return judge(self.exercise, read_answer(self.exercise, self.answer), self.seed)

    @property
    def prompt(self) -> str:
        """What is asked, with its numbers, as plain text."""
        asked = bare(self.exercise.text(self.exercise.prompt, self.seed))
        return f"{asked} {formula}" if (formula := self._formula()) else asked

    @property
    def default_caption(self) -> str:
        """None: the exercise itself says what it is."""
        return ""

    def still(self) -> None:
        """No picture: an exercise is text, with or without JavaScript."""

    def mount(self) -> str:
        """The mount, with what is asked as text for a reader without JavaScript."""
        mount = super().mount().replace("<figcaption></figcaption>\n", "")
        view = '<div class="pt-view">'
        return mount.replace(view, f"{view}<noscript>{self._as_text()}</noscript>", 1)

    def __repr__(self):
        said = "not answered"
        if self.answer:
            found = self.verdict
            said = ", ".join([f"{self.answer}: {found.kind}", *found.mistakes])
        return f"Exercise {self.exercise.slug}: {self.prompt} → {said}"

    def _formula(self) -> str:
        exercise = self.exercise
        if isinstance(exercise, DerivativeExercise | NumberExercise) and exercise.expression:
            return f"y = {write(exercise.tree(exercise.variant(self.seed)))}"
        return ""

    def _as_text(self) -> str:
        exercise, seed = self.exercise, self.seed
        formula = f" <i>{html.escape(self._formula())}</i>" if self._formula() else ""
        asked = f'<p class="pt-prompt">{inline(exercise.text(exercise.prompt, seed))}{formula}</p>'
        items = "".join(
            f"<li>{inline(exercise.text(text, seed))}</li>" for text in offered(exercise)
        )
        return asked + (f'<ul class="pt-choices">{items}</ul>' if items else "")

    @traitlets.validate("answer")
    def _validate_answer(self, proposal):
        read_answer(self.exercise, proposal["value"])
        return proposal["value"]


@singledispatch
def offered(exercise: Exercise) -> list[str]:
    """The texts that an exercise offers, for a reader without JavaScript."""
    return []


@offered.register
def _(exercise: ChoiceExercise):
    return [text for text, *_ in exercise.choices]


@offered.register
def _(exercise: OrderExercise):
    return sorted(exercise.items)


@offered.register
def _(exercise: FillExercise):
    return [f"{label} = ⟨{name}⟩" for name, label in exercise.nodes] + [
        f"{blank.label} = ?" for blank in exercise.blanks
    ]


def read_answer(exercise: Exercise, text: str):
    """An answer that is kept as text, in the form in which it is judged.

    >>> from ptcode.exercises.kinds import OrderExercise
    >>> order = OrderExercise(slug="o", chapter=1, level=1, prompt="", items=("a", "b", "c"))
    >>> read_answer(order, "2,0,1")
    (2, 0, 1)
    """
    if isinstance(exercise, ChoiceExercise):
        return int(text) if text.isdecimal() else -1
    if isinstance(exercise, OrderExercise):
        return tuple(int(place) for place in text.split(",") if place.strip().isdecimal())
    if isinstance(exercise, FillExercise):
        pairs = (part.partition("=") for part in text.split(";"))
        return {name.strip(): typed for name, _, typed in pairs}
    return text
