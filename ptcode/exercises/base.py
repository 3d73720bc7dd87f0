"""What every exercise has, and the combinations of its parameters that can be asked.

An exercise is a template. Its ``parameters`` take small values, and every combination that can be
drawn has been tried: nothing is undefined, and no two mistakes lead to the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

from ptcode.core.names import known_name
from ptcode.core.random import shuffled, uniforms
from ptcode.core.topics import TOPICS
from ptcode.exercises.formulas import Numbers
from ptcode.exercises.texts import filled
from ptcode.mistakes.mistakes import MISTAKES

MOST_VARIANTS = 24
TRIED = 48
OTHER = "other:"
NAMES = frozenset(mistake.name for mistake in MISTAKES)
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True, kw_only=True)
class Exercise:
    """What every exercise has: where it belongs, what it asks, hints, and its parameters.

    Texts take the Markdown of a Question and ``number(formula)`` for a number. ``level`` is 1, 2
    or 3. A mistake is told in the words of the topic; ``words`` says in a sentence, by the
    mistake's name, what it is in this exercise. What is wrong with an exercise is said when it is
    written, what is wrong with its numbers when they are first asked for: the bank is imported in
    no time.
    """

    kind = ""
    slug: str
    topic: str
    level: int
    prompt: str
    hints: tuple[str, ...] = ()
    parameters: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    solution: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """A slug is a name for the whole book; a topic and a level are those of a list."""
        if not _SLUG.fullmatch(self.slug):
            raise ValueError(f"slug must be lower-case words with hyphens, got {self.slug!r}")
        if self.topic not in TOPICS:
            topics = ", ".join(TOPICS)
            raise ValueError(f"topic must be one of {topics}, got {self.topic!r} in {self.slug}")
        for name in self.words:
            known_name(name, f"words of {self.slug}", sorted(NAMES))
        if self.level not in (1, 2, 3):
            raise ValueError(f"level must be 1, 2 or 3, got {self.level!r} in {self.slug}")

    @cached_property
    def variants(self) -> list[Numbers]:
        """The combinations of parameters that can be asked, in the order of the seeds.

        Raises ValueError if there are none.
        """
        combinations_ = [
            dict(zip(self.parameters, numbers, strict=True))
            for numbers in product(*self.parameters.values())
        ]
        first, *others = combinations_
        tried = [first, *shuffled(others, uniforms(1))][:TRIED]
        richest = max((self.richness(known) for known in tried), default=0)
        allowed: list[Numbers] = []
        for known in tried:
            if len(allowed) == MOST_VARIANTS:
                break
            if self.richness(known) == richest and not self.complaint(known):
                allowed.append(known)
        if not allowed:
            raise ValueError(
                f"{self.slug} has no numbers left to ask with: {self.complaint(first)}"
            )
        return allowed

    def variant(self, seed: int = 0) -> Numbers:
        """The parameters that a seed stands for; all are seen before one comes again.

        The order of the variants is itself seeded, so that neighbours differ.
        """
        return self.variants[seed % len(self.variants)]

    def known(self, seed: int = 0) -> Numbers:
        """All numbers that a text can name."""
        return self.numbers(self.variant(seed))

    def numbers(self, parameters: Numbers) -> Numbers:
        """The parameters and what is computed from them."""
        return parameters

    def text(self, text: str, seed: int = 0) -> str:
        """A text of this exercise with its numbers."""
        return filled(text, self.known(seed))

    def richness(self, parameters: Numbers) -> int:
        """How many mistakes can be seen with these parameters."""
        return 0

    def complaint(self, parameters: Numbers) -> str:
        """Why these parameters cannot be asked; empty if they can."""
        return ""


def check_names(slug: str, names: Iterable[str]) -> None:
    """Names that ``wrong`` is given by must be those of mistakes, or say what the slip is."""
    for name in names:
        if name not in NAMES and not name.startswith(OTHER):
            raise ValueError(
                f"{name!r} in {slug} is not a mistake: allowed are {', '.join(sorted(NAMES))}, "
                f"and {OTHER!r} with a sentence"
            )
