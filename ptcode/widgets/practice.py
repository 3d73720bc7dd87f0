"""Practice without end: problems from the exercises of the book, drawn by what one misses."""

from __future__ import annotations

from typing import Any

import traitlets

from ptcode.core.names import Key
from ptcode.exercises.bank import bank, find
from ptcode.exercises.data import exercise_data
from ptcode.exercises.kinds import Exercise
from ptcode.widgets.inline import inline
from ptcode.widgets.judged import Judged
from ptcode.widgets.traits import Choice, Text, Whole

LEVELS = (1, 2, 3)
ALL = "all"
_EVERY = "where 0 means all of them"


class Practice(Judged):
    """Draws one problem after another and keeps to what goes wrong.

    ``chapter``, ``level`` (0 means every one) and ``sort`` (``"all"``, or a kind of exercise)
    narrow the draw. ``exercise`` is the slug of the problem in hand, ``seed`` stands for its
    numbers and ``answer`` is what was typed; all three are empty until the browser has drawn.

    >>> practice = Practice(chapter=5)
    >>> practice
    Practice: chapter 5, every level, every kind
    >>> sorted({exercise.chapter for exercise in practice.offered})
    [5]
    """

    kind = "practice"
    judged = ("exercise", "seed", "answer")
    chapter = Choice(0, lambda _: _among(0, "chapter"), _EVERY)
    level = Choice(0, (0, *LEVELS), _EVERY)
    sort = Choice(ALL, lambda _: _among(ALL, "kind"))
    exercise = Text("")
    seed = Whole(0)

    default_caption = (
        "Problems without end. An exercise starts in box 2. Solved at the first try it moves "
        "on by one box and rests for some days; missed it goes back to box 1, and every other "
        "problem comes from there. Otherwise each box is drawn from half as often as the one "
        "before."
    )

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.data = {"exercises": [exercise_data(each, inline) for each in bank().values()]}

    @property
    def offered(self) -> list[Exercise]:
        """The exercises that can be drawn."""
        return [
            exercise
            for exercise in bank().values()
            if self.chapter in (0, exercise.chapter)
            and self.level in (0, exercise.level)
            and self.sort in (ALL, exercise.kind)
        ]

    def _pictured(self) -> tuple[Any, ...]:
        return ()

    def __repr__(self) -> str:
        chapter = f"chapter {self.chapter}" if self.chapter else "every chapter"
        level = f"level {self.level}" if self.level else "every level"
        sort = "every kind" if self.sort == ALL else self.sort
        return f"Practice: {chapter}, {level}, {sort}"

    @traitlets.validate("exercise")
    def _validate_exercise(self, proposal: traitlets.Bunch) -> Any:
        return proposal["value"] and find(proposal["value"]).slug


def _among(every: Key, name: str) -> tuple[Key, ...]:
    """What the exercises of the bank have as ``name``, after what stands for all of it."""
    return (every, *sorted({getattr(exercise, name) for exercise in bank().values()}))
