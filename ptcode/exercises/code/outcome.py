"""What a function makes of a place: values, nothing, something else, or an error."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np

from ptcode.core.types import Array
from ptcode.exercises.code.task import Place, Task

CLOSE = 1e-9
"""Two ways to compute the same differ by rounding only; a central difference by no more."""
MOST_LINES = 100_000
"""So many lines a reader's function may run at one place: a loop may lack its end."""
_OTHERS = (
    *(sysconfig.get_path(name) for name in ("stdlib", "purelib", "platlib")),
    str(Path(__file__).parents[2]),
)
"""Where code lies that is not the reader's, and whose lines are not counted."""


class TooLong(BaseException):
    """A function has run too many lines; no ``except Exception`` of its own holds this up."""


@dataclass(frozen=True)
class Outcome:
    """``values`` if there are any; else what there is instead of them, in words, or the error."""

    values: tuple[Array, ...] = ()
    instead: str = ""
    error: Exception | None = None
    changed: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether nothing was returned, as a stub does."""
        return self.instead == NOTHING

    def agrees(self, other: Outcome) -> bool:
        """Whether both are the same but for rounding; of two errors, whether both are of a kind."""
        if self.error or other.error:
            return type(self.error) is type(other.error)
        if self.instead or other.instead or len(self.values) != len(other.values):
            return False
        return all(map(close, self.values, other.values))


NOTHING = "nothing"


def outcome(task: Task, program: Callable, place: Place) -> Outcome:
    """What a program makes of a place of a task; its arrays are copies."""
    given = task.arguments(place)
    try:
        returned = program(*given)
    except TooLong:
        return Outcome(instead=f"nothing in {MOST_LINES:,} lines: does each of its loops end?")
    except Exception as error:  # a reader's own: it is shown, or known for a slip
        return Outcome(error=error)
    changed = tuple(
        name
        for name, before, after in zip(place, place.values(), given, strict=True)
        if isinstance(before, np.ndarray) and not np.array_equal(before, after)
    )
    values, instead = _values(task, returned)
    return Outcome(values, instead, changed=changed)


def bounded(program: Callable) -> Callable:
    """The program, stopped with ``TooLong`` when it runs too many lines of the reader's own."""

    def call(*given: Any) -> Any:
        lines, before = count(), sys.gettrace()

        def trace(frame: FrameType, event: str, arg: Any) -> Any:
            if event == "call" and frame.f_code.co_filename.startswith(_OTHERS):
                return None
            if event == "line" and next(lines) >= MOST_LINES:
                raise TooLong
            return trace

        sys.settrace(trace)
        try:
            return program(*given)
        finally:
            sys.settrace(before)

    return call


def close(mine: Array, right: Array) -> bool:
    """Whether two numbers or arrays are the same but for rounding, shape included.

    What is no number or infinite in one must be so in the other.
    """
    if mine.shape != right.shape:
        return False
    finite = np.isfinite(right)
    if not finite.all():
        odd = np.array_equal(mine[~finite], right[~finite], equal_nan=True)
        return odd and close(mine[finite], right[finite])
    size = max(1.0, float(np.abs(right).max(initial=0.0)))
    return bool(np.all(np.abs(mine - right) <= CLOSE * size))


def _values(task: Task, returned: Any) -> tuple[tuple[Array, ...], str]:
    """What was returned as numbers or arrays, or in words what it is instead."""
    if returned is None or returned is Ellipsis:
        return (), NOTHING
    parts = [returned]
    if task.returns:
        if not _is_row(returned, len(task.returns)):
            return (), f"{_said(returned)}: {_count(task)} are wanted, {', '.join(task.returns)}"
        parts = list(returned)
    try:
        values = tuple(map(np.asarray, parts))
    except ValueError:  # rows of different lengths
        return (), f"{_said(returned)}: its rows differ in length, so that it is no array"
    if not all(np.issubdtype(value.dtype, np.number) for value in values):
        return (), f"{_said(returned)}: {'numbers are' if task.returns else 'a number is'} wanted"
    return values, ""


def _is_row(returned: Any, wanted: int) -> bool:
    """Whether there are so many values side by side: a tuple, a list, or an array of them."""
    is_array = isinstance(returned, np.ndarray) and returned.ndim > 0
    return (is_array or isinstance(returned, tuple | list)) and len(returned) == wanted


def _count(task: Task) -> str:
    return {2: "two values", 3: "three values"}[len(task.returns)]


def _said(returned: object) -> str:
    if isinstance(returned, tuple | list):
        return f"a {type(returned).__name__} of {len(returned)}"
    return f"one {type(returned).__name__}"
