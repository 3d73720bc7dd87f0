"""What a function makes of a place: values, nothing, something else, or an error."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np

from ptcode.core.types import Array
from ptcode.exercises.code.task import Place, Task

CLOSE = 1e-9
"""Two ways to compute the same differ by rounding only; a central difference by no more."""
MOST_STEPS = 500_000
"""So many steps of Python a reader's function may take at one place: a loop may lack its end.

Lines would not do: a loop of one line, ``while True: pass``, never comes to another.
"""
_OTHERS = (
    *(sysconfig.get_path(name) for name in ("stdlib", "purelib", "platlib")),
    str(Path(__file__).parents[2]),
)
"""Where code lies that is not the reader's, and whose steps are not counted."""


class TooLong(BaseException):
    """A function has taken too many steps; no ``except Exception`` of its own holds this up."""


@dataclass(frozen=True)
class Outcome:
    """``values`` if there are any; else what there is instead of them, in words, or the error.

    ``whole`` says that one array was returned where several values are wanted: its rows.
    ``changed`` names what was given and is other now, ``nudged`` what is so by rounding only.
    """

    values: tuple[Array, ...] = ()
    instead: str = ""
    error: Exception | None = None
    whole: bool = False
    changed: tuple[str, ...] = ()
    nudged: tuple[str, ...] = ()

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
    __tracebackhide__ = True
    given = task.arguments(place)
    try:
        returned = program(*given)
    except TooLong:
        return Outcome(instead=f"nothing in {MOST_STEPS:,} steps: does each of its loops end?")
    except RecursionError:
        return Outcome(instead="nothing: it calls itself again and again. Where does that end?")
    except Exception as error:  # a reader's own: it is shown, or known for a slip
        return Outcome(error=error)
    differ = [
        (name, _nearly(before, after))
        for name, before, after in zip(place, place.values(), given, strict=True)
        if not _same(before, after)
    ]
    values, instead = _values(task, returned)
    return Outcome(
        values,
        instead,
        whole=bool(task.returns) and isinstance(returned, np.ndarray),
        changed=tuple(name for name, nearly in differ if not nearly),
        nudged=tuple(name for name, nearly in differ if nearly),
    )


def _same(before: object, after: object) -> bool:
    """Whether what was handed over, an array or a list, is as it was."""
    if isinstance(before, np.ndarray):
        return np.array_equal(before, np.asarray(after), equal_nan=True)
    return not isinstance(before, list) or before == after


def _nearly(before: object, after: object) -> bool:
    """Whether an array has come back to what it was, but for rounding."""
    return isinstance(before, np.ndarray) and close(np.asarray(after), before)


def unlike(one: Outcome, right: Outcome, task: Task) -> Outcome:
    """One array in place of several values is their rows only where these have such shapes."""
    shapes = [value.shape for value in one.values]
    if not one.whole or shapes == [value.shape for value in right.values]:
        return one
    return replace(one, values=(), instead=f"one array: {_count(task)} are wanted, {_names(task)}")


def bounded(program: Callable) -> Callable:
    """The program, stopped with ``TooLong`` when it takes too many steps in the reader's own code.

    What runs in C without end, as ``sum(itertools.count())``, takes no step that could be counted.
    """

    def call(*given: Any) -> Any:
        __tracebackhide__ = True
        steps, before = count(), sys.gettrace()

        def trace(frame: FrameType, event: str, arg: Any) -> Any:
            if event == "call" and frame.f_code.co_filename.startswith(_OTHERS):
                return None
            frame.f_trace_opcodes = True
            if next(steps) >= MOST_STEPS:
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
            return (), f"{_said(returned)}: {_count(task)} are wanted, {_names(task)}"
        parts = list(returned)
    try:
        values = tuple(map(np.asarray, parts))
    except ValueError:  # rows of different lengths
        return (), f"{_said(returned)}: its rows differ in length, so that it is no array"
    odd = [i for i, value in enumerate(values) if not np.issubdtype(value.dtype, np.number)]
    if odd and task.returns:
        part = parts[odd[0]]
        kind = "None" if part is None else f"of type {type(part).__name__}"
        return (), f"{_said(returned)}, and {task.returns[odd[0]]} is {kind}: {_WANTED}"
    return ((), f"{_said(returned)}: {_WANTED}") if odd else (values, "")


_WANTED = "numbers are wanted"


def _is_row(returned: Any, wanted: int) -> bool:
    """Whether there are so many values side by side: a tuple, a list, or an array of them."""
    is_array = isinstance(returned, np.ndarray) and returned.ndim > 0
    return (is_array or isinstance(returned, tuple | list)) and len(returned) == wanted


def _count(task: Task) -> str:
    return {2: "two values", 3: "three values"}[len(task.returns)]


def _names(task: Task) -> str:
    return ", ".join(task.returns)


def _said(returned: object) -> str:
    if isinstance(returned, tuple | list):
        return f"a {type(returned).__name__} of {len(returned)}"
    return f"one {type(returned).__name__}"
