"""Ten questions of understanding, asked before the book and after it, and then compared."""

from __future__ import annotations

from typing import Any

from ptcode.core.topics import TOPICS
from ptcode.exercises.rounds import TEN, UNSURE
from ptcode.widgets import traits
from ptcode.widgets.base import LiveFigure
from ptcode.widgets.inline import bare
from ptcode.widgets.question import choices_of, question_data

ROUNDS = ("first", "second")


class Rounds(LiveFigure):
    """The same ten questions in two rounds: the first one is not judged, the second compares both.

    ``round`` is the round that is shown, "first" or "second". What a reader answers is no part of
    the state, so that no shared link tells it: the browser keeps it, and a file can. ``questions``
    and ``right`` are the prompts and the right answers.

    >>> rounds = Rounds()
    >>> rounds, rounds.right[5]
    (Rounds: 10 questions, the first round, '12')
    """

    kind = "rounds"
    title = "Ten questions"
    round = traits.Choice(ROUNDS[0], ROUNDS)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.data = {
            "unsure": UNSURE,
            "questions": [
                {"topic": TOPICS[asked.topic]}
                | question_data(asked.slug, asked.prompt, choices_of(asked.choices))
                for asked in TEN
            ],
        }

    @property
    def questions(self) -> list[str]:
        """What is asked, in its order."""
        return [bare(asked.prompt) for asked in TEN]

    @property
    def right(self) -> list[str]:
        """The right answer of each question."""
        return [
            bare(choice.text)
            for asked in TEN
            for choice in choices_of(asked.choices)
            if choice.correct
        ]

    def _pictured(self) -> None:
        """No picture: questions are text, with or without JavaScript."""

    def __repr__(self) -> str:
        return f"Rounds: {len(TEN)} questions, the {self.round} round"

    def as_text(self) -> str:
        """All questions, and behind one fold all right answers."""
        asked = "".join(
            f'<li><p class="pt-prompt">{one["prompt"]}</p><ul class="pt-choices">'
            + "".join(f"<li>{choice['text']}</li>" for choice in one["choices"])
            + f"<li>{UNSURE}</li></ul></li>"
            for one in self.data["questions"]
        )
        right = "".join(
            f"<li>{choice['text']} <span>{choice['feedback']}</span></li>"
            for one in self.data["questions"]
            for choice in one["choices"]
            if choice["correct"]
        )
        return (
            f'<ol class="pt-asked-twice">{asked}</ol><details><summary>The right answers, for '
            f"after the second round</summary><ol>{right}</ol></details>"
        )
