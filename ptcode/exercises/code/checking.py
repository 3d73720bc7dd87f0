"""A reader's function beside the one that is right: the same, or which slip is in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ptcode.exercises.code.bank import TASKS
from ptcode.exercises.code.outcome import Outcome, bounded, outcome
from ptcode.exercises.code.report import (
    Report,
    compared,
    factor,
    named,
    praise,
    shown,
    unwritten,
)
from ptcode.exercises.code.task import Slip, Task, takes

UNKNOWN = (
    "It is none of the slips that this check knows. Work the place above out by hand, one line\n"
    "at a time, and print what each line of yours gives."
)


def check(name: str, mine: Callable) -> Report:
    """Is a function that you wrote right, and if not, which slip is in it?

    ``name`` is that of a task of the book, ``mine`` the function itself. It is called with several
    inputs, and what it returns is compared with what is right and with what each known slip gives.
    An error in it is yours to see, with a note at which input it came.

    >>> check("descent-step", lambda theta, slope, alpha: theta + alpha * slope).right
    False
    """
    if callable(name) and isinstance(mine, str):
        raise TypeError(f"the name of the task comes first: check({mine!r}, …)")
    task = TASKS[name]
    _require_function(task, mine)
    got = [outcome(task, bounded(mine), place) for place in task.places]
    right = [outcome(task, task.solution, place) for place in task.places]
    if all(one.nothing for one in got):
        return unwritten(task, mine)
    off = [i for i, one in enumerate(got) if not one.agrees(right[i])]
    if not off:
        return _unharmed(task, got) or _beyond(task, mine) or praise(task)
    slips = _slips(task, got)
    _raise_unknown(task, got, slips)
    first = next((i for i in off if got[i].values), off[0])
    lines = [
        f"Not yet: {len(off)} of {len(task.places)} trials are off. With",
        *compared(task, task.places[first], got[first], right[first]),
        "",
        *(named(slips) or _otherwise(got, right)),
    ]
    return Report(False, "\n".join(lines).strip(), slips)


class Solution(str):
    """The text of a function; a notebook shows it as it is written."""

    def __repr__(self) -> str:
        return str(self)


def solution(name: str) -> Solution:
    """One way to write the function of a task of the book.

    >>> print(solution("descent-step").splitlines()[-1])
        return theta - alpha * slope
    """
    return Solution(TASKS[name].source)


def _require_function(task: Task, mine: object) -> None:
    if not callable(mine):
        raise TypeError(
            f"check({task.slug!r}, …) takes the function itself, "
            f"{task.solution.__name__} without brackets, got {type(mine).__name__} {mine!r}"
        )
    for place in task.places:
        if not takes(mine, place):
            more = [name for name in place if name not in task.parameters]
            also = f", and {', '.join(more)} may follow" if more else ""
            raise TypeError(
                f"the function for {task.slug!r} is called as {task.call}: "
                f"give it these arguments, in this order{also}"
            )


def _slips(task: Task, got: Sequence[Outcome]) -> tuple[Slip, ...]:
    """The slips of the first variant that gives the same at every place."""
    values = [value for one in got for value in one.values]
    if values and not any(np.isfinite(value).any() for value in values):
        return ()
    for variant in task.variants:
        tried = (outcome(task, variant.program, place) for place in task.places)
        if all(one.agrees(mine) for one, mine in zip(tried, got, strict=True)):
            return variant.slips
    return ()


def _raise_unknown(task: Task, got: Sequence[Outcome], slips: Sequence[Slip]) -> None:
    for place, one in zip(task.places, got, strict=True):
        if one.error and not slips:
            given = ", ".join(f"{name} = {shown(value)}" for name, value in place.items())
            one.error.add_note(f"It came while {task.slug!r} was tried with {given}")
            raise one.error


def _unharmed(task: Task, got: Sequence[Outcome]) -> Report | None:
    """Right in what it returns; but what it was given must be left as it was."""
    if names := sorted({name for one in got for name in one.changed}):
        return Report(
            False,
            f"What {task.call} returns is right, but it changes {' and '.join(names)}, the array "
            "it is given:\nwhoever called it finds other numbers there. Work on a copy.",
        )
    return None


def _beyond(task: Task, mine: Callable) -> Report | None:
    """Right in what was asked for: what it does at an edge is told, where that is not the best."""
    for edge in task.edges:
        got, right, usual = (
            outcome(task, program, edge.place)
            for program in (bounded(mine), task.solution, task.program(edge.slip))
        )
        if not got.agrees(right):
            slips = (edge.slip,) if got.agrees(usual) else ()
            lines = ["One thing more, which was not asked for. With"]
            lines += [*compared(task, edge.place, got, right), "", *named(slips)]
            return Report(True, "\n".join([praise(task).text, *lines]).strip(), slips)
    return None


def _otherwise(got: Sequence[Outcome], right: Sequence[Outcome]) -> list[str]:
    """What can be said where no slip is recognised."""
    if any(one.instead for one in got):
        return []
    by = factor(got, right)
    if by is None:
        return [UNKNOWN]
    if by == -1:
        return ["Yours has the wrong sign everywhere."]
    return [f"Yours is {by:.6g} times what it should be, everywhere: which factor is missing?"]
