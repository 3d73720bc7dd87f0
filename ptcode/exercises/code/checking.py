"""A reader's function beside the one that is right: the same, or which slip is in it."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence

import numpy as np

from ptcode.exercises.code.bank import TASKS
from ptcode.exercises.code.hints import constant, otherwise, survives
from ptcode.exercises.code.outcome import Outcome, bounded, outcome, unlike
from ptcode.exercises.code.report import (
    Report,
    compared,
    is_stub,
    named,
    praise,
    shown,
    unwritten,
)
from ptcode.exercises.code.task import Place, Slip, Task, takes


def check(name: str, mine: Callable) -> Report:
    """Is a function that you wrote right, and if not, which slip is in it?

    ``name`` is that of a task of the book, ``mine`` the function itself. It is called with several
    inputs, and what it returns is compared with what is right and with what each known slip gives.
    An error in it is yours to see, with a note at which input it came.

    >>> check("descent-step", lambda theta, slope, alpha: theta + alpha * slope).right
    False
    """
    __tracebackhide__ = True
    if callable(name) and isinstance(mine, str):
        raise TypeError(f"the name of the task comes first: check({mine!r}, …)")
    task = TASKS[name]
    _require_function(task, mine)
    right = [outcome(task, task.solution, place) for place in task.places]
    got = [
        unlike(outcome(task, bounded(mine), place), wanted, task)
        for place, wanted in zip(task.places, right, strict=True)
    ]
    if all(one.nothing for one in got):
        return unwritten(task, mine)
    off = [i for i, one in enumerate(got) if not one.agrees(right[i])]
    if not off:
        return _unharmed(task, got) or _beyond(task, mine, got) or praise(task, _noted(got))
    survivor = survives(task, bounded(mine), got[0], 0 not in off)
    nothing_done = constant(got) is not None and is_stub(mine)
    slips = () if survivor or nothing_done else _slips(task, got)
    _raise_unknown(task, got, slips)
    first = next((i for i in off if got[i].values), off[0])
    lines = [
        f"Not yet: {len(off)} of {len(task.places)} trials are off. With",
        *compared(task, task.places[first], got[first], right[first]),
        "",
        *([survivor] if survivor else named(slips) or otherwise(task, bounded(mine), got, right)),
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
    __tracebackhide__ = True
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
        tried = (_quietly(task, variant.program, place) for place in task.places)
        if all(one.agrees(mine) for one, mine in zip(tried, got, strict=True)):
            return variant.slips
    return ()


def _quietly(task: Task, program: Callable, place: Place) -> Outcome:
    """What a program of the book with a slip in it gives; its warnings are not the reader's."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return outcome(task, program, place)


def _raise_unknown(task: Task, got: Sequence[Outcome], slips: Sequence[Slip]) -> None:
    __tracebackhide__ = True
    for place, one in zip(task.places, got, strict=True):
        if one.error and not slips:
            given = ", ".join(f"{name} = {shown(value)}" for name, value in place.items())
            one.error.add_note(f"It came while {task.slug!r} was tried with {given}")
            raise one.error


def _unharmed(task: Task, got: Sequence[Outcome]) -> Report | None:
    """Right in what it returns; but the arrays it was given must be left as they were."""
    names = sorted(
        name
        for name in {name for one in got for name in one.changed}
        if any(isinstance(place.get(name), np.ndarray) for place in task.places)
    )
    if names:
        return Report(
            False,
            f"What {task.call} returns is right, but it changes {' and '.join(names)}, "
            f"{'the arrays' if len(names) > 1 else 'the array'} "
            "it is given:\nwhoever called it finds other numbers there. Work on a copy.",
        )
    return None


def _noted(got: Sequence[Outcome]) -> str:
    """That a list is not left as it was, or that an array comes back with rounding in it."""
    if names := sorted({name for one in got for name in one.changed}):
        return (
            f"But it changes {' and '.join(names)}: whoever called it finds other lists there. "
            "Walk\nalong a list, or work on a copy."
        )
    if names := sorted({name for one in got for name in one.nudged}):
        return (
            f"But {' and '.join(names)} comes back with a rounding in it: θ + h − 2h + h is not "
            "always θ.\nKeep the old value and put that back."
        )
    return ""


def _beyond(task: Task, mine: Callable, tried: Sequence[Outcome]) -> Report | None:
    """Right in what was asked for: what it does at an edge is told, where that is not the best."""
    for edge in task.edges:
        got, right = (
            outcome(task, program, edge.place) for program in (bounded(mine), task.solution)
        )
        usual = _quietly(task, task.program(edge.slip), edge.place)
        if not got.agrees(right):
            slips = (edge.slip,) if got.agrees(usual) else ()
            lines = ["One thing more, which was not asked for. With"]
            lines += [*compared(task, edge.place, got, right), "", *named(slips)]
            return Report(
                True, "\n".join([praise(task, _noted(tried)).text, *lines]).strip(), slips
            )
    return None
