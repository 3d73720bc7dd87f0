"""An exercise that knows which mistake a wrong answer comes from."""

from __future__ import annotations

import html
from functools import singledispatch
from typing import Any

import sympy

from ptcode.exercises.bank import find
from ptcode.exercises.bugs import BugExercise
from ptcode.exercises.data import exercise_data
from ptcode.exercises.kinds import (
    ChoiceExercise,
    DerivativeExercise,
    Exercise,
    FillExercise,
    NumberExercise,
    OrderExercise,
)
from ptcode.exercises.texts import number
from ptcode.functions.writing import write
from ptcode.widgets.inline import bare, inline
from ptcode.widgets.judged import Judged
from ptcode.widgets.traits import Whole


class ExerciseFigure(Judged):
    """An exercise of the bank, by its slug, or one that you made; the slug is the element's id.

    ``seed`` chooses the numbers, ``answer`` is what was submitted last, as text: "cos(x^2)", the
    index of a choice "1", an order "2,0,1", blanks "z_1=0.5;a_1=2", or the number of a line "9",
    and of what mends it "9:1". ``verdict`` is what the page says of it, empty before it has.

    >>> from ptcode.exercises.kinds import DerivativeExercise
    >>> from ptcode.exercises.symbols import x
    >>> task = ExerciseFigure(
    ...     DerivativeExercise(
    ...         slug="sine",
    ...         topic="chain-rule",
    ...         level=1,
    ...         prompt="Differentiate.",
    ...         expression=sympy.sin(x**2),
    ...     )
    ... )
    >>> task
    Exercise sine: Differentiate. y = sin(x²) → not answered
    >>> task.answer = "cos(x^2)"
    >>> task
    Exercise sine: Differentiate. y = sin(x²) → answered cos(x^2)
    """

    kind = "exercise"
    title = "Exercise"
    judged = ("seed", "answer")
    seed = Whole(0)

    def __init__(self, slug: str | Exercise, **options: Any) -> None:
        self.exercise = slug if isinstance(slug, Exercise) else find(slug)
        super().__init__(id=self.exercise.slug, **options)
        self.data = exercise_data(self.exercise, inline)

    @property
    def prompt(self) -> str:
        """What is asked, with its numbers, as plain text."""
        prompt = bare(self.exercise.text(self.exercise.prompt, self.seed))
        formula = formula_of(self.exercise, self.seed)
        return f"{prompt} {formula}" if formula else prompt

    def _pictured(self) -> None:
        """No picture: an exercise is text, with or without JavaScript."""

    def __repr__(self) -> str:
        return f"Exercise {self.exercise.slug}: {self.prompt} → {self._said()}"

    def as_text(self) -> str:
        """What is asked."""
        return asked(self.exercise, self.seed) + mending(self.exercise, self.seed)


def asked(exercise: Exercise, seed: int) -> str:
    """What an exercise asks, as HTML for a reader without JavaScript."""
    formula = f" <i>{html.escape(text)}</i>" if (text := formula_of(exercise, seed)) else ""
    prompt = f'<p class="pt-prompt">{inline(exercise.text(exercise.prompt, seed))}{formula}</p>'
    items = "".join(f"<li>{inline(exercise.text(text, seed))}</li>" for text in offered(exercise))
    choices = f'<ul class="pt-choices">{items}</ul>' if items else ""
    return prompt + program(exercise, seed) + choices


def formula_of(exercise: Exercise, seed: int) -> str:
    """The function that is asked about, as text; empty if there is none."""
    typed = DerivativeExercise | NumberExercise
    if not isinstance(exercise, typed) or exercise.expression is None:
        return ""
    return f"y = {write(exercise.tree(exercise.variant(seed)))}"


@singledispatch
def offered(exercise: Exercise) -> list[str]:
    """The texts that an exercise offers, for a reader without JavaScript."""
    return []


@offered.register
def _(exercise: ChoiceExercise) -> list[str]:
    return [text for text, *_ in exercise.choices]


@offered.register
def _(exercise: OrderExercise) -> list[str]:
    return sorted(exercise.items)


@offered.register
def _(exercise: FillExercise) -> list[str]:
    given = {label: sympy.Symbol(name, real=True) for name, label in exercise.nodes}
    return [
        *(f"{label} = {number(value)}" for label, value in given.items()),
        *(f"{blank.label} = ?" for blank in exercise.blanks),
    ]


def program(exercise: Exercise, seed: int) -> str:
    """The program of an exercise, its lines numbered; empty if it has none."""
    if not isinstance(exercise, BugExercise):
        return ""
    lines = (f"{number:2}  {line}" for number, line in enumerate(exercise.shown(seed), start=1))
    return f'<pre tabindex="0"><code>{html.escape(chr(10).join(lines))}</code></pre>'


def mending(exercise: Exercise, seed: int) -> str:
    """How a program is mended, behind a fold; empty if the exercise has none."""
    if not isinstance(exercise, BugExercise):
        return ""
    bug = exercise.bug(seed)
    return (
        "<details><summary>Solution</summary>"
        f"<p>Line {exercise.line(bug) + 1} is wrong. It must read: "
        f"<code>{html.escape(bug.right)}</code></p>"
        f"<p>{inline(bug.found)} {inline(bug.mended)}</p></details>"
    )
