"""A question with one committed answer: predict first, then move the figure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from ptcode.widgets import traits
from ptcode.widgets.base import LiveFigure
from ptcode.widgets.inline import bare, inline

UNANSWERED = -1


class Choice(NamedTuple):
    """One answer to choose, what it is told, whether it is the right one, its former texts."""

    text: str
    feedback: str
    correct: bool = False
    was: tuple[str, ...] = ()


class Question(LiveFigure):
    """A multiple-choice question whose every choice has feedback of its own.

    ``slug`` names the question in the whole book and is its element's id. A choice is
    ``(text, feedback)``, the right one ``(text, feedback, True)``. The texts take a little
    Markdown: ``*em*``, ``**strong**``, `` `code` ``, links that set a figure
    ``[α = 1](#descent?alpha=1)``, and the roles ``{outer}`f` ``; mathematics in Unicode. The page
    says "Right." or "Not quite." before a feedback: leave that out of it. ``answer`` is the index
    of the choice that was committed, −1 before; the browser remembers it, and knows a choice whose
    text has changed by its former texts: ``(text, feedback, correct, ("as it read before",))``.

    >>> question = Question(
    ...     "outer-of-sin-square",
    ...     "Which function is the outer one of sin(x²)?",
    ...     [
    ...         ("sin", "The square is taken first, the sine last.", True),
    ...         ("the square", "It is taken first, so it is the inner one."),
    ...     ],
    ... )
    >>> question
    Question: Which function is the outer one of sin(x²)? → not answered
    >>> question.answer = 1
    >>> question, question.correct
    (Question: Which function is the outer one of sin(x²)? → the square: not right, False)
    """

    kind = "question"
    title = "Question"
    answer = traits.Choice(
        UNANSWERED,
        lambda question: range(UNANSWERED, len(question.choices)),
        "with −1 for none",
    )

    def __init__(self, slug: str, prompt: str, choices: Iterable[tuple], **options: Any) -> None:
        self.prompt = prompt
        self.choices = choices_of(choices)
        super().__init__(id=slug, **options)
        self.data = question_data(slug, prompt, self.choices)

    @property
    def correct(self) -> bool | None:
        """Whether the committed answer is the right one; None before there is an answer."""
        return None if self.answer == UNANSWERED else self.choices[self.answer].correct

    @property
    def feedback(self) -> str:
        """What the committed answer is told; empty before there is an answer."""
        return "" if self.answer == UNANSWERED else self.choices[self.answer].feedback

    def _pictured(self) -> None:
        """No picture: a question is text, with or without JavaScript."""

    def __repr__(self) -> str:
        said = "not answered"
        if self.answer != UNANSWERED:
            verdict = "right" if self.correct else "not right"
            said = f"{bare(self.choices[self.answer].text)}: {verdict}"
        return f"Question: {bare(self.prompt)} → {said}"

    def as_text(self) -> str:
        """The whole question, each feedback behind a fold."""
        items = "".join(
            f"<li>{choice['text']}<details><summary>If you chose this</summary>"
            f"<p><strong>{'Right.' if choice['correct'] else 'Not quite.'}</strong> "
            f"{choice['feedback']}</p></details></li>"
            for choice in self.data["choices"]
        )
        return f'<p class="pt-prompt">{self.data["prompt"]}</p><ol class="pt-choices">{items}</ol>'


def choices_of(given: Iterable[object]) -> tuple[Choice, ...]:
    """Two choices or more, of which one is right; a ValueError says what is wrong with them."""
    choices = tuple(_choice(each) for each in given)
    right = [choice.text for choice in choices if choice.correct]
    if len(choices) < 2 or len(right) != 1:
        raise ValueError(
            f"a question needs two choices or more, exactly one of them right, got "
            f"{len(choices)} with {len(right)} right: mark one as (text, feedback, True)"
        )
    return choices


def question_data(slug: str, prompt: str, choices: Iterable[Choice]) -> dict[str, Any]:
    """A question as the browser gets it, its texts as HTML."""
    return {
        "slug": slug,
        "prompt": inline(prompt),
        "choices": [
            {"text": inline(text), "feedback": inline(feedback), "correct": correct}
            | ({"was": [bare(each) for each in was]} if was else {})
            for text, feedback, correct, was in choices
        ],
    }


def _choice(given: object) -> Choice:
    choice = Choice(*given) if isinstance(given, tuple | list) and len(given) in (2, 3, 4) else None
    if choice is None or not all(isinstance(part, str) and part for part in choice[:2]):
        raise ValueError(
            f"a choice is (text, feedback) or (text, feedback, True) with two texts, got {given!r}"
        )
    if isinstance(choice.was, str):
        raise ValueError(f"former texts come in a tuple, got {choice.was!r}: write (text,)")
    return choice._replace(correct=bool(choice.correct), was=tuple(choice.was))
