"""What is said of an answer that mistakes explain: the verdict in the words of the place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ptcode.mistakes.answers import Wrong
from ptcode.mistakes.mistakes import Mistake
from ptcode.mistakes.sentences import say, sentences
from ptcode.mistakes.words import Words, told

MOST_TITLES = 2
"""Of several mistakes that lead to the same answer, so many are told."""


@dataclass(frozen=True)
class Diagnosis:
    """What an answer is: its ``kind``, and what is said of it, in ``lines``.

    The kinds are those of the browser's judge, "correct", "mistake", "slip", "partial", "rounded",
    "scaled", "unfinished", "wrong" (an antiderivative), "unknown", and "undecided". ``mistakes``
    are the names of all the mistakes of Common mistakes that lead there.
    """

    kind: str
    lines: tuple[str, ...]
    mistakes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "\n".join(self.lines)


@dataclass(frozen=True)
class Story:
    """Tells mistakes at a stage of the book, with the sentence about a place: ``numbers``."""

    mistakes: Sequence[Mistake]
    stage: str
    numbers: str

    def of_mistakes(self, wrong: list[Wrong]) -> Diagnosis:
        """The verdict on an answer that one mistake, or one of several, leads to; or slips do."""
        first_of = {each.mistake: self.words(each) for each in reversed(wrong)}
        names = list(dict.fromkeys(each.mistake for each in wrong))
        several = [first_of[name] for name in names]
        titles = sentences()["or"].join(words.title for words in several[:MOST_TITLES])
        lines = (
            say("mistake", titles=titles),
            self.numbers,
            *([say("tempts", tempts=several[0].tempts)] if several[0].tempts else []),
            say("exposed", exposed=several[0].exposed),
        )
        return self.told_of(names, lines)

    def of_pair(self, one: Wrong, other: Wrong) -> Diagnosis:
        """The verdict on an answer that two mistakes lead to at once, or one of them twice."""
        if one.mistake == other.mistake:
            return self.of_mistakes([one])
        first, second = self.words(one), self.words(other)
        lines = (
            say("pair", first=first.title, second=second.title),
            self.numbers,
            say("exposed", exposed=first.exposed),
            say("pair-next"),
        )
        return self.told_of([one.mistake, other.mistake], lines)

    def words(self, wrong: Wrong) -> Words:
        """In which a mistake is told at this stage."""
        mistake = next(each for each in self.mistakes if each.name == wrong.mistake)
        return told(mistake, self.stage, wrong.heads)

    def told_of(self, names: Sequence[str], lines: tuple[str, ...]) -> Diagnosis:
        """A mistake, if one of the names is one of the twelve; else a slip."""
        slips = {each.name for each in self.mistakes if each.slip}
        twelve = tuple(name for name in names if name not in slips)
        return Diagnosis("mistake" if twelve else "slip", lines, twelve)
