"""What can be said of a wrong result in which no slip is recognised: its sign, factor, shape."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from itertools import combinations

import numpy as np

from ptcode.core.types import Array
from ptcode.exercises.code.outcome import Outcome, close, outcome
from ptcode.exercises.code.report import shown
from ptcode.exercises.code.task import Task

NEARLY = 1e-2
UNKNOWN = (
    "It is none of the slips that this check knows. Work the place above out by hand, one line\n"
    "at a time, and print what each line of yours gives."
)


def otherwise(
    task: Task, mine: Callable, got: Sequence[Outcome], right: Sequence[Outcome]
) -> list[str]:
    """What can be said where no slip is recognised."""
    if any(one.instead for one in got):
        return []
    said = (
        _always(got)
        or _multiple(got, right)
        or _shape(got, right)
        or _entry(task, got, right)
        or _unused(task, got, right)
        or _usual(task, mine)
        or _altered(got, right)
        or _almost(task, got, right)
    )
    return [said or UNKNOWN]


def constant(got: Sequence[Outcome]) -> float | None:
    """The number that is returned wherever the function is tried, if it is always the same."""
    values = [value.ravel() for one in got for value in one.values]
    numbers = np.concatenate(values) if values else np.array([])
    if len(numbers) < 2 or any(one.error or one.instead for one in got):
        return None
    return float(numbers[0]) if np.array_equal(numbers, [numbers[0]] * len(numbers)) else None


def survives(task: Task, mine: Callable, before: Outcome, right: bool) -> str:
    """Whether a second call with the first input gives something else, in words."""
    if not before.values or outcome(task, mine, task.places[0]).agrees(before):
        return ""
    return (
        f"{'Right at first; but called' if right else 'Called'} once more with the first input, it "
        "gives something else:\nsomething survives from one call to the next. Is there a name or a "
        "list that stands\noutside, or a default list?"
    )


def _always(got: Sequence[Outcome]) -> str:
    value = constant(got)
    if value is None:
        return ""
    return (
        f"Yours is always {shown(value)}, whatever it is given: print what each line of it gives."
    )


def _multiple(got: Sequence[Outcome], right: Sequence[Outcome]) -> str:
    by = factor(got, right)
    if by is None:
        return ""
    if by == -1:
        return "Yours has the wrong sign everywhere."
    return (
        f"Yours is {by:.6g} times what it should be, everywhere: a factor is missing or too much."
    )


def _shape(got: Sequence[Outcome], right: Sequence[Outcome]) -> str:
    """All numbers are there, in brackets or in a row where they should be in another form."""
    pairs = _parts(got, right)
    if not pairs or not all(
        mine.size == wanted.size and close(mine.ravel(), wanted.ravel()) for mine, wanted in pairs
    ):
        return ""
    wanted = next(wanted for mine, wanted in pairs if mine.shape != wanted.shape)
    form = ("one number", "a flat array")[wanted.ndim] if wanted.ndim < 2 else "a table of them"
    return f"The numbers are right, their shape is not:\nreturn {form}, {_of(wanted)}."


def _of(wanted: Array) -> str:
    return f"of shape {wanted.shape}" if wanted.ndim else "without a list or an array around it"


def _entry(task: Task, got: Sequence[Outcome], right: Sequence[Outcome]) -> str:
    """The number that is wanted stands among others."""
    pairs = _parts(got, right)
    if task.returns or not pairs or any(mine.ndim != 1 or wanted.ndim for mine, wanted in pairs):
        return ""
    for place, name in ((0, "first"), (1, "second"), (-1, "last")):
        if all(-len(mine) <= place < len(mine) and close(mine[place], w) for mine, w in pairs):
            return f"The {name} of the numbers that you return is right: return that one alone."
    return ""


def _unused(task: Task, got: Sequence[Outcome], right: Sequence[Outcome]) -> str:
    """Some of the arguments that may be given are not used: the usual values stand for them."""
    usual = _usual_values(task)
    off = [i for i, one in enumerate(got) if not one.agrees(right[i])]
    for many in range(1, len(usual) + 1):
        for names in combinations(usual, many):
            without = {name: usual[name] for name in names}
            places = [{**task.places[i], **without} for i in off]
            if all(set(usual) <= set(task.places[i]) for i in off) and all(
                outcome(task, task.solution, place).agrees(got[i])
                for i, place in zip(off, places, strict=True)
            ):
                return (
                    f"Right with the usual values. Yours takes no notice of {', '.join(names)}: "
                    "use what\nis given, not the numbers."
                )
    return ""


def _usual(task: Task, mine: Callable) -> str:
    """All is right once every argument is given: what stands for those left out is not."""
    usual = _usual_values(task)
    full = [
        {**place, **{name: place.get(name, usual[name]) for name in usual}} for place in task.places
    ]
    if not usual or not all(
        outcome(task, mine, place).agrees(outcome(task, task.solution, place)) for place in full
    ):
        return ""
    return (
        f"Right once {', '.join(usual)} are given; but what stands for them when they are left "
        "out\nis not what stands in the stub."
    )


def _usual_values(task: Task) -> dict[str, float]:
    """What stands for each argument that may be left out."""
    return {
        name: each.default
        for name, each in inspect.signature(task.solution).parameters.items()
        if each.default is not each.empty
    }


def _altered(got: Sequence[Outcome], right: Sequence[Outcome]) -> str:
    """Wherever the result is off, what was given has been changed on the way."""
    off = [one for one, wanted in zip(got, right, strict=True) if not one.agrees(wanted)]
    names = sorted({name for one in off for name in one.changed})
    if not all(one.changed for one in off):
        return ""
    return (
        f"It changes {' and '.join(names)}, and what comes after that is worked out with other "
        "numbers.\nWork on a copy, or put the old value back."
    )


def _almost(task: Task, got: Sequence[Outcome], right: Sequence[Outcome]) -> str:
    pairs = _parts(got, right)
    nudged = "h" in task.parameters
    if (
        nudged
        or task.returns
        or not all(
            mine.shape == wanted.shape and np.allclose(mine, wanted, rtol=NEARLY, atol=0)
            for mine, wanted in pairs
        )
    ):
        return ""
    return (
        "Yours is off by less than a hundredth: does it round, or measure with a nudge what can "
        "be\nworked out?"
    )


def _parts(got: Sequence[Outcome], right: Sequence[Outcome]) -> list[tuple[Array, Array]]:
    """What is returned beside what should be, part by part; none if an error is among it."""
    if not all(one.values for one in got):
        return []
    return [
        pair
        for one, other in zip(got, right, strict=True)
        for pair in zip(one.values, other.values, strict=True)
    ]


def factor(mine: Sequence[Outcome], right: Sequence[Outcome]) -> float | None:
    """By what all of mine are multiples of what is right, if there is one such number."""
    pairs = [(m, r) for m, r in zip(mine, right, strict=True) if m.values]
    if len(pairs) < len(right) or any(
        got.shape != wanted.shape
        for m, r in pairs
        for got, wanted in zip(m.values, r.values, strict=True)
    ):
        return None
    got, wanted = (
        np.concatenate([value.ravel() for one in side for value in one.values])
        for side in zip(*pairs, strict=True)
    )
    at = int(np.abs(wanted).argmax())
    found = float(got[at] / wanted[at]) if wanted[at] else 0.0
    return found if found and np.isfinite(found) and close(got, found * wanted) else None
