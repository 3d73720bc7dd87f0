"""The bug lab: programs with one wrong line each, found by a gradient check."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ptcode.core.types import ArrayLike
from ptcode.mistakes.bug_lab import programs
from ptcode.mistakes.bug_lab.examination import Entry, Examination, examine
from ptcode.mistakes.bug_lab.lines import changed, lines_of, place_of, run

__all__ = [
    "BUGS",
    "Bug",
    "Entry",
    "Examination",
    "changed",
    "examine",
    "lines_of",
    "place_of",
    "programs",
    "run",
]


@dataclass(frozen=True)
class Bug:
    """A program of ``programs`` in which ``wrong`` stands for ``right``, and where it is examined.

    ``mistake`` is the name of one of the twelve in ``ptcode.mistakes.mistakes``; empty for a
    mistake of programs only.
    """

    mended: Callable
    mistake: str
    right: str
    wrong: str
    inputs: Mapping[str, ArrayLike] = field(hash=False)

    @property
    def source(self) -> str:
        """The program as the reader gets it, as it stands in the chapter."""
        return "\n".join(changed(self.mended, self.right, self.wrong))

    @property
    def program(self) -> Callable:
        """The program with its wrong line."""
        return run(self.mended, changed(self.mended, self.right, self.wrong))

    def examination(self) -> Examination:
        """What the gradient check says of the program."""
        return examine(self.program, **self.inputs)


_LAYERS: dict[str, ArrayLike] = {
    "W1": [[0.5, -0.3], [0.2, 0.8]],
    "b1": [0.1, -0.2],
    "W2": [[0.7, -0.4], [0.9, 0.6]],
}

BUGS: dict[str, Bug] = {
    bug.mended.__name__: bug
    for bug in (
        Bug(
            programs.straight_line,
            "lost-sign",
            "y_hat_bar = -error",
            "y_hat_bar = error",
            {"W": 0.5, "b": 1.0},
        ),
        Bug(
            programs.one_unit,
            "stopped",
            "z_bar = y_hat_bar * y_hat * (1 - y_hat)",
            "z_bar = y_hat_bar",
            {"W": 0.8, "b": -0.5},
        ),
        Bug(
            programs.two_layers,
            "",
            "a1_bar = W2.T @ y_hat_bar",
            "a1_bar = W2 @ y_hat_bar",
            _LAYERS,
        ),
    )
}
"""Those that Common mistakes prints, in its order; the others are exercises."""
