"""Code to complete: what is to be written, where it is tried, and what could be written instead.

The solution is a real function. Each slip puts a wrong line into the text of that function, as a
bug does in the bug lab, so that what a reader wrote can be compared with all that it may be.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

from ptcode.core.names import known_name
from ptcode.core.topics import TOPICS
from ptcode.exercises.base import check_names
from ptcode.mistakes.bug_lab import lines_of, place_of, run

Place = Mapping[str, Any]


@dataclass(frozen=True)
class Slip:
    """``wrong`` stands for the line ``right``: what is done then, and a question that shows it.

    ``mistake`` is the name of the book's mistake that it is, if it is one. ``along`` are further
    lines that the same thought changes, each with what stands for it. One that is ``alone`` is
    not looked for together with another.
    """

    right: str
    wrong: str
    does: str
    look: str
    mistake: str = ""
    along: tuple[tuple[str, str], ...] = ()
    alone: bool = False

    @property
    def changes(self) -> tuple[tuple[str, str], ...]:
        """All lines that it changes, each with what stands for it."""
        return ((self.right, self.wrong), *self.along)


@dataclass(frozen=True)
class Edge:
    """A place beyond what was asked for: what is off there alone is not wrong, but worth knowing.

    ``slip`` is what is usually overlooked there.
    """

    place: Place
    slip: Slip


@dataclass(frozen=True)
class Variant:
    """A program that a reader may have written, and the slips that are in it."""

    program: Callable
    slips: tuple[Slip, ...]


@dataclass(frozen=True, kw_only=True)
class Task:
    """A function for the reader to write.

    ``places`` are the arguments it is tried with, by name, in their order; the first has all that
    must be given, others may give more. ``returns`` names what is returned, in its order, and is
    empty for one value. A function that is right at its places is tried at the ``edges``, too.
    """

    slug: str
    topic: str
    solution: Callable
    wanted: str
    places: Sequence[Place]
    slips: tuple[Slip, ...]
    returns: tuple[str, ...] = ()
    edges: Sequence[Edge] = ()

    def __post_init__(self) -> None:
        """The topic, the mistakes and the lines must be there."""
        known_name(self.topic, "topic", TOPICS)
        check_names(self.slug, (slip.mistake for slip in self.slips if slip.mistake))
        for slip in (*self.slips, *(edge.slip for edge in self.edges)):
            for right, _ in slip.changes:
                place_of(self.solution, right)

    @property
    def call(self) -> str:
        """How the function is called: ``step(theta, slope, alpha)``."""
        return f"{self.solution.__name__}({', '.join(self.parameters)})"

    @property
    def parameters(self) -> list[str]:
        """The names of what must be given, in their order."""
        return list(self.places[0])

    @property
    def source(self) -> str:
        """The text of the solution."""
        return "\n".join(lines_of(self.solution))

    @property
    def stub(self) -> str:
        """The function with its body left to the reader: head, docstring and three dots."""
        lines = lines_of(self.solution)
        end = next(i for i, line in enumerate(lines) if line.endswith('"""'))
        return "\n".join([*lines[: end + 1], "    ..."])

    def arguments(self, place: Place) -> list[Any]:
        """Copies of what stands at a place, so that nobody's arrays are changed."""
        return [value.copy() if hasattr(value, "copy") else value for value in place.values()]

    @cached_property
    def variants(self) -> list[Variant]:
        """What else could have been written: one slip first, then two in different lines."""
        return [Variant(self.program(*slips), slips) for slips in self._combinations()]

    def _combinations(self) -> Iterator[tuple[Slip, ...]]:
        for slip in self.slips:
            yield (slip,)
        for one, two in combinations([slip for slip in self.slips if not slip.alone], 2):
            if not {right for right, _ in one.changes} & {right for right, _ in two.changes}:
                yield one, two

    def program(self, *slips: Slip) -> Callable:
        """The solution with these slips put in."""
        lines = list(lines_of(self.solution))
        for right, wrong in (change for slip in slips for change in slip.changes):
            at = place_of(self.solution, right)
            lines[at] = lines[at].replace(right, wrong)
        return run(self.solution, tuple(lines))


def takes(program: Callable, place: Place) -> bool:
    """Whether a program can be called with what stands at a place, in that order."""
    try:
        inspect.signature(program).bind(*place.values())
    except TypeError:
        return False
    except ValueError:  # a function in C tells no signature: the call itself will show
        return True
    return True
