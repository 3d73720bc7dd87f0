"""What a check says of a reader's function: right, not written yet, or which slip it is."""

from __future__ import annotations

import dis
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import FunctionType

import numpy as np

from ptcode.exercises.code.outcome import Outcome, close
from ptcode.exercises.code.task import Place, Slip, Task
from ptcode.functions.function import Function
from ptcode.mistakes.mistakes import MISTAKES

TITLES = {mistake.name: mistake.title for mistake in MISTAKES}
WIDTH = 72
DIGITS, MOST_DIGITS = 6, 17
NOTHING_BUT_ROUNDING = 1e-12
# In the bytecode of every Python from 3.11 on; 3.14 has an instruction for small whole numbers.
_NOTHING_DONE = {"RESUME", "NOP", "LOAD_CONST", "LOAD_SMALL_INT", "RETURN_CONST", "RETURN_VALUE"}


@dataclass(frozen=True)
class Report:
    """``right`` is the verdict, ``slips`` are those that were recognised, the text says it all."""

    right: bool
    text: str
    slips: tuple[Slip, ...] = ()

    def __repr__(self) -> str:
        return self.text


def unwritten(task: Task, mine: Callable) -> Report:
    """Of a stub that nobody has filled in, or of a function that keeps its result to itself."""
    said = (
        f"Not written yet: {task.call} returns nothing."
        if is_stub(mine)
        else f"Not yet: {task.call} works something out and returns nothing. Where is its return?"
    )
    return Report(False, f"{said}\nIt should return {task.wanted}.")


def praise(task: Task, but: str = "") -> Report:
    """Of a function that is right wherever it was tried, with what is to be said all the same."""
    said = f"Right: {task.call} returns {task.wanted}, in {len(task.places)} trials of it."
    return Report(True, f"{said}\n{but}".strip())


def is_stub(mine: Callable) -> bool:
    """Whether a function does nothing but return a constant."""
    code = getattr(mine, "__code__", None)
    return code is None or {step.opname for step in dis.get_instructions(code)} <= _NOTHING_DONE


def compared(task: Task, place: Place, mine: Outcome, right: Outcome) -> list[str]:
    """A place where they differ, and both results side by side."""
    lines = [f"  {name} = {shown(value)}" for name, value in place.items()]
    if mine.error:
        return [*lines, f"yours stops with {type(mine.error).__name__}: {mine.error}"]
    if mine.instead:
        return [*lines, f"yours returns {mine.instead}"]
    names = task.returns or ("",)
    for name, got, wanted in zip(names, mine.values, right.values, strict=True):
        if close(got, wanted):
            lines.append(f"{name} is right")
            continue
        of = f" {name}" if name else ""
        got_shown, wanted_shown = told_apart(got, wanted)
        pair = f"yours{of}  {got_shown}", f"should be{of}  {wanted_shown}"
        row = "     ".join(pair)
        lines += [row] if len(row) <= WIDTH else pair
        if got.shape != wanted.shape:
            lines.append(f"(the shape is {got.shape}, it should be {wanted.shape})")
    return lines


def named(slips: Sequence[Slip]) -> list[str]:
    """What is done, how to see it, and what the book calls it."""
    alike = len({(slip.look, slip.mistake) for slip in slips}) < len(slips)
    lines = []
    if len(slips) > 1:
        lines.append("One slip, made twice:" if alike else "Two slips at once:")
    for slip in slips:
        lines.append(f"Yours {slip.does}.")
        if alike and slip is not slips[-1]:
            continue
        lines.append(slip.look)
        if slip.mistake:
            lines.append(f"Among the book's mistakes it is “{TITLES[slip.mistake]}”.")
    return lines


def told_apart(one: object, other: object) -> tuple[str, str]:
    """Both as they are shown, with as many digits as it takes to see that they differ."""
    for digits in range(DIGITS, MOST_DIGITS + 1):
        pair = shown(one, digits), shown(other, digits)
        if pair[0] != pair[1]:
            break
    return pair


def shown(value: object, digits: int = DIGITS) -> str:
    """A number, an array, a function or a list of them, short."""
    if isinstance(value, np.ndarray):
        return shown(value.tolist(), digits)
    if isinstance(value, tuple | list):
        return f"[{', '.join(shown(one, digits) for one in value)}]"
    if isinstance(value, float | int | np.number):
        small = -NOTHING_BUT_ROUNDING < value < NOTHING_BUT_ROUNDING
        return "0" if small else f"{value:.{digits}g}"
    if isinstance(value, FunctionType) and value.__doc__:
        return value.__doc__.rstrip(".")
    if isinstance(owner := getattr(value, "__self__", None), Function):
        return f"{owner.name}.{getattr(value, '__name__', '')}"
    return str(getattr(value, "name", None) or getattr(value, "__name__", value))
