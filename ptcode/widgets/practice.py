"""Practice without end: problems from the exercises of the book, drawn by what one misses."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

import traitlets

from ptcode.core.topics import TOPICS
from ptcode.exercises.bank import bank, find
from ptcode.exercises.data import exercise_data
from ptcode.exercises.kinds import Exercise
from ptcode.exercises.sets import LARGEST_SEED, MOST_EXERCISES, read_set
from ptcode.widgets.exercise import asked
from ptcode.widgets.inline import inline
from ptcode.widgets.judged import Judged
from ptcode.widgets.traits import Choice, Text, Whole

LEVELS = (1, 2, 3)
ALL = "all"


class Practice(Judged):
    """Draws one problem after another and keeps to what goes wrong.

    ``topic`` (``"all"``, or one of the book), ``level`` (0 means every one) and ``sort``
    (``"all"``, or a kind of exercise) narrow the draw. ``exercise`` is the slug of the problem in
    hand, ``seed`` stands for its numbers and ``answer`` is what was typed; all three are empty
    until the browser has drawn.

    ``set`` opens a list of exercises with fixed numbers in place of the draw, to be handed out:
    slugs with their seeds, as in ``"slope-of-square:3,one-step:0"``.

    >>> practice = Practice(topic="chain-rule")
    >>> practice
    Practice: the chain rule, every level, every kind
    >>> {exercise.topic for exercise in practice.offered}
    {'chain-rule'}
    >>> Practice(set="slope-of-square:3,one-step:0")
    Practice: a set of 2, slope-of-square:3, one-step:0
    """

    kind = "practice"
    title = "Practice"
    shows = ("exercise",)
    judged = ("exercise", "seed", "answer")
    topic = Choice(ALL, (ALL, *TOPICS))
    level = Choice(0, (0, *LEVELS), "where 0 means all of them")
    sort = Choice(ALL, lambda _: (ALL, *sorted({exercise.kind for exercise in bank().values()})))
    exercise = Text("")
    seed = Whole(0)
    set = Text("")

    default_caption = (
        "Problems without end. An exercise starts in box 2. Solved at the first try it moves "
        "on by one box and rests for some days; missed it goes back to box 1, and every other "
        "problem comes from there. Otherwise each box is drawn from half as often as the one "
        "before."
    )

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.data = {
            "exercises": [exercise_data(each, inline) for each in bank().values()],
            "topics": TOPICS,
            "edition": version("ptcode"),
            "limits": {"most": MOST_EXERCISES, "largest": LARGEST_SEED},
        }

    @property
    def offered(self) -> list[Exercise]:
        """The exercises that can be drawn."""
        return [
            exercise
            for exercise in bank().values()
            if self.topic in (ALL, exercise.topic)
            and self.level in (0, exercise.level)
            and self.sort in (ALL, exercise.kind)
        ]

    def _pictured(self) -> tuple[Any, ...] | None:
        return None if self.set else ()

    def as_text(self) -> str:
        """What the exercises of a set ask, one after the other."""
        items = "".join(f"<li>{asked(*entry)}</li>" for entry in read_set(self.set))
        return items and f"<ol>{items}</ol>"

    def __repr__(self) -> str:
        if self.set:
            entries = [f"{exercise.slug}:{seed}" for exercise, seed in read_set(self.set)]
            return f"Practice: a set of {', '.join([str(len(entries)), *entries])}"
        topic = "every topic" if self.topic == ALL else TOPICS[self.topic]
        level = f"level {self.level}" if self.level else "every level"
        sort = "every kind" if self.sort == ALL else self.sort
        return f"Practice: {topic}, {level}, {sort}"

    @traitlets.validate("exercise")
    def _validate_exercise(self, proposal: traitlets.Bunch) -> Any:
        return proposal["value"] and find(proposal["value"]).slug

    @traitlets.validate("set")
    def _validate_set(self, proposal: traitlets.Bunch) -> Any:
        if proposal["value"] and not read_set(proposal["value"]):
            raise ValueError("a set needs an exercise at least, as in 'slope-of-square:3'")
        return proposal["value"]
