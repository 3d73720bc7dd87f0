"""A program with a wrong line as an exercise: find the line, then choose the one that mends it.

The program is a real function that is right. Every bug and every line offered to mend it is put
into the text of that function, run, and examined by a gradient check; nothing is typed by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import isfinite
from typing import TypeAlias

from ptcode.core.types import ArrayLike
from ptcode.exercises.base import Exercise, check_names
from ptcode.exercises.formulas import Numbers
from ptcode.mistakes.bug_lab import Examination, changed, examine, lines_of, place_of, run

GIVEN = 2
"""The head of a program and its docstring are given: nothing can be wrong there."""
Mend: TypeAlias = tuple[str, str] | tuple[str, str, str]
"""A line and what is said of it; if it is a mistake of the book, its name."""


@dataclass(frozen=True, kw_only=True)
class Bug:
    """``wrong`` stands for ``right``: what the check shows then, and what else could stand there.

    ``found`` is said once the line is found, ``mended`` once it is mended, ``hint`` after the
    hints of the exercise. ``others`` are wrong lines to choose among, beside the right one.
    """

    right: str
    wrong: str
    mistake: str = ""
    hint: str
    found: str
    mended: str
    others: tuple[Mend, ...]

    @property
    def mends(self) -> list[Mend]:
        """All lines that are offered, the right one first."""
        return [(self.right, self.mended), *self.others]


@dataclass(frozen=True, kw_only=True)
class BugExercise(Exercise):
    """Find the wrong line of a program and mend it; a seed chooses the bug and the place.

    ``reasons`` say of each line of the body why it is right, for whoever takes it for the wrong
    one. ``places`` are the arguments at which the program is examined.
    """

    kind = "bug"
    program: Callable
    places: Sequence[Mapping[str, ArrayLike]]
    reasons: tuple[str, ...]
    bugs: tuple[Bug, ...]

    def __post_init__(self) -> None:
        """Every mistake has a name, every bug three lines or four to choose among."""
        for bug in self.bugs:
            names = [bug.mistake, *(name for _, _, *rest in bug.others for name in rest)]
            check_names(self.slug, filter(None, names))
            if not 2 <= len(bug.others) <= 3:
                raise ValueError(f"{bug.wrong!r} in {self.slug} needs two other lines or three")
        varied = {"bug": self.bugs, "place": self.places}
        numbers = {name: tuple(map(float, range(len(each)))) for name, each in varied.items()}
        object.__setattr__(self, "parameters", numbers)
        super().__post_init__()

    @cached_property
    def variants(self) -> list[Numbers]:
        """Bug after bug, then the same at the next place; a ValueError says what no check shows."""
        found: list[Numbers] = [
            {"bug": bug, "place": place}
            for place in self.parameters["place"]
            for bug in self.parameters["bug"]
        ]
        if len(self.reasons) != len(self.lines) - GIVEN:
            raise ValueError(
                f"{self.slug} gives {len(self.reasons)} reasons for the "
                f"{len(self.lines) - GIVEN} lines of its body"
            )
        for known in found:
            if said := self.complaint(known):
                raise ValueError(f"{self.slug}, {known}: {said}")
        return found

    @property
    def lines(self) -> tuple[str, ...]:
        """The program without a bug, line by line."""
        return lines_of(self.program)

    def line(self, bug: Bug) -> int:
        """The index of the line where a bug stands."""
        return place_of(self.program, bug.right)

    def shown(self, seed: int = 0) -> tuple[str, ...]:
        """The program with the bug that a seed chooses."""
        bug = self.bug(seed)
        return changed(self.program, bug.right, bug.wrong)

    def bug(self, seed: int = 0) -> Bug:
        """The bug that a seed chooses."""
        return self.bugs[int(self.variant(seed)["bug"])]

    def examination(self, bug: Bug, line: str, place: int) -> Examination:
        """What a gradient check says of the program with ``line`` where the bug stands."""
        tried = run(self.program, changed(self.program, bug.right, line))
        return examine(tried, **self.places[place])

    @cached_property
    def examinations(self) -> list[list[list[Examination]]]:
        """By bug and place: of the wrong program, and of it with each line offered to mend it."""
        return [
            [
                [
                    self.examination(bug, line, place)
                    for line in (bug.wrong, *(line for line, *_ in bug.mends))
                ]
                for place in range(len(self.places))
            ]
            for bug in self.bugs
        ]

    def complaint(self, parameters: Numbers) -> str:
        """What the gradient check does not show there."""
        bug, place = int(parameters["bug"]), int(parameters["place"])
        wrong, right, *others = self.examinations[bug][place]
        if not right.passed:
            return "the check finds the mended program off"
        for line, found in zip(
            [self.bugs[bug].wrong, *(line for line, *_ in self.bugs[bug].others)],
            [wrong, *others],
            strict=True,
        ):
            if found.passed:
                return f"the check lets {line!r} pass"
            if not all(isfinite(entry.ratio) for entry in found.entries):
                return f"a ratio of {line!r} has no value"
        return ""
