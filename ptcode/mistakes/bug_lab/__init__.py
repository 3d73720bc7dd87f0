"""The bug lab of chapter 9: eight programs with one wrong line each, found by a gradient check."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ptcode.core.types import ArrayLike
from ptcode.mistakes.bug_lab import mended, programs
from ptcode.mistakes.bug_lab.examination import Entry, Examination, examine

__all__ = ["BUGS", "Bug", "Entry", "Examination", "examine"]


@dataclass(frozen=True)
class Bug:
    """A program with a wrong line, the ``inputs`` it is examined at, and the mistake it makes.

    ``mistake`` is the name of one of the twelve in ``ptcode.mistakes.mistakes``; empty for a
    mistake of programs only.
    """

    name: str
    mistake: str
    inputs: Mapping[str, ArrayLike] = field(hash=False)

    @property
    def program(self) -> Callable:
        """The program as the reader gets it."""
        return getattr(programs, self.name)

    @property
    def mended(self) -> Callable:
        """The program with its one line put right."""
        return getattr(mended, self.name)

    @property
    def source(self) -> str:
        """The program as text, as it stands in the chapter."""
        return inspect.getsource(self.program)

    @property
    def lines(self) -> tuple[str, str]:
        """The wrong line and the right one.

        >>> BUGS["shared_weight"].lines
        ('W_bar = z1_bar * x', 'W_bar += z1_bar * x')
        """
        both = zip(
            self.source.splitlines(), inspect.getsource(self.mended).splitlines(), strict=True
        )
        ((wrong, right),) = (
            (ours.strip(), theirs.strip()) for ours, theirs in both if ours != theirs
        )
        return wrong, right

    def examination(self) -> Examination:
        """What the gradient check says of the program."""
        return examine(self.program, **self.inputs)


_RUNNING = {"W1": 0.8, "W2": -1.2}
_LAYERS: dict[str, ArrayLike] = {
    "W1": [[0.5, -0.3], [0.2, 0.8]],
    "b1": [0.1, -0.2],
    "W2": [[0.7, -0.4], [0.9, 0.6]],
}

BUGS: dict[str, Bug] = {
    bug.name: bug
    for bug in (
        Bug("straight_line", "lost-sign", {"W": 0.5, "b": 1.0}),
        Bug("one_node", "stopped", {"W": 0.8, "b": -0.5}),
        Bug("two_weights", "by-input", _RUNNING),
        Bug("borrowed_slope", "at-activation", _RUNNING),
        Bug("first_step", "updated", _RUNNING),
        Bug("shared_weight", "overwritten", {"W": 0.8}),
        Bug("four_points", "factor", {"W": 1.0, "b": 0.5}),
        Bug("two_layers", "", _LAYERS),
    )
}
"""In the order of the chapter."""
