"""What is said of an answer: the sentences of verdicts.json, shared with the browser."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from ptcode.mistakes.mistakes import MISTAKES
from ptcode.mistakes.slips import SLIPS

SENTENCES: dict[str, str] = json.loads(
    (Path(__file__).parents[2] / "static" / "verdicts.json").read_text(encoding="utf-8")
)
KINDS = (
    "correct",
    "unsimplified",
    "mistake",
    "slip",
    "scaled",
    "partial",
    "rounded",
    "unfinished",
    "unreadable",
    "wrong",
    "follows",
    "incomplete",
    "unknown",
)
"""What an answer can be: a "mistake" is one of the twelve, a "slip" another that has words."""
BY_NAME = {mistake.name: mistake for mistake in MISTAKES}
OF_SLIPS = {slip.name: slip for slip in SLIPS}
CHAPTER = "09-common-mistakes.html"


@dataclass(frozen=True)
class Verdict:
    """What an answer is: its ``kind``, one of KINDS, and what is said of it, in ``lines``.

    ``mistakes`` are the names of all the mistakes that lead there. ``at`` is a place, with the
    values there of the answer (``yours``) and of the right one (``truth``). ``position`` and
    ``length`` mark in the text what cannot be read. ``fields`` are the verdicts on the blanks of a
    fill exercise, by name.
    """

    kind: str
    lines: tuple[str, ...]
    mistakes: tuple[str, ...] = ()
    at: float | None = None
    yours: float | None = None
    truth: float | None = None
    position: int | None = None
    length: int | None = None
    fields: dict[str, Verdict] | None = None

    @property
    def solved(self) -> bool:
        """Whether the exercise is done."""
        return self.kind == "correct"

    @property
    def mistake(self) -> str:
        """The name of the mistake, the first of those that fit; empty if there is none."""
        return self.mistakes[0] if self.mistakes else ""

    @property
    def message(self) -> str:
        """All that is said of the answer."""
        return " ".join(self.lines)

    @property
    def link(self) -> str:
        """The section of chapter 9 on the mistake; empty if there is none."""
        return f"{CHAPTER}#{self.mistake}" if self.mistake else ""


def verdict(kind: str, *lines: str, **options) -> Verdict:
    """A verdict; lines that are empty are left out."""
    return Verdict(kind, tuple(line for line in lines if line), **options)


def say(sentence: str, **fill) -> str:
    """A sentence of verdicts.json, filled in.

    >>> say("number-unknown", yours="2.5", side="large")
    'Not right: 2.5 is too large.'
    """
    return re.sub(r"\{(\w+)\}", lambda found: str(fill[found[1]]), SENTENCES[sentence])


def of_mistakes(names, *numbers: str, **options) -> Verdict:
    """The verdict on an answer that one mistake, or one of several, leads to; or slips do."""
    names = tuple(dict.fromkeys(names))
    known = names[0] in BY_NAME
    stories = [(BY_NAME if known else OF_SLIPS)[name] for name in names]
    first, titles = stories[0], SENTENCES["or"].join(story.title for story in stories)
    return verdict(
        "mistake" if known else "slip",
        say("mistake", titles=titles),
        *numbers,
        say("tempts", tempts=first.tempts),
        say("exposed", exposed=first.exposed),
        mistakes=names if known else (),
        **options,
    )
