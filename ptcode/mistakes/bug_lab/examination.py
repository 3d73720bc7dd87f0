"""A program's claimed gradient beside the measured one, entry by entry."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ptcode.autodiff.checks import gradient_check, numerical_gradient
from ptcode.core.types import Array, ArrayLike, Value
from ptcode.core.validation import finite_array

TOLERANCE = 1e-6


@dataclass(frozen=True)
class Entry:
    """One number of a gradient: what the program claims and what nudging the input measures."""

    name: str
    claimed: float
    measured: float

    @property
    def ratio(self) -> float:
        """By what factor the claim is off: 1 if it is right."""
        if self.measured:
            return self.claimed / self.measured
        return 1.0 if self.claimed == 0 else np.inf

    @property
    def agrees(self) -> bool:
        """Whether claim and measurement are the same to six digits."""
        size = max(abs(self.claimed), abs(self.measured))
        return abs(self.claimed - self.measured) <= TOLERANCE * size + 1e-10


@dataclass(frozen=True)
class Examination:
    """What a gradient check found out about a program; ``entries`` are all it looked at."""

    entries: tuple[Entry, ...]
    passed: bool

    def __repr__(self) -> str:
        off = sum(not entry.agrees for entry in self.entries)
        verdict = "all entries agree" if self.passed else f"{off} of {len(self.entries)} are off"
        lines = [f"{verdict}\n{'entry':10}{'claimed':>11}{'measured':>11}{'ratio':>10}"]
        for e in self.entries:
            numbers = f"{e.claimed:11.6f}{e.measured:11.6f}{e.ratio:10.4f}"
            lines.append(f"{e.name:10}{numbers}{'' if e.agrees else '  ←'}")
        return "\n".join(lines)


def examine(program: Callable, **inputs: ArrayLike) -> Examination:
    """Compare the gradient that a program returns with the one that finite differences measure.

    ``program`` returns the cost and a list with the adjoint of each input, in the order of its
    arguments; ``inputs`` are numbers or arrays, by name.

    >>> examine(lambda w: (w**2, [w]), w=3.0)
    1 of 1 are off
    entry         claimed   measured     ratio
    w            3.000000   6.000000    0.5000  ←
    """
    names = [name for name in inspect.signature(program).parameters if name in inputs]
    if unknown := sorted(set(inputs) - set(names)):
        raise ValueError(f"the program takes no {', '.join(unknown)}: name its own arguments")
    arrays = [finite_array(inputs[name], name) for name in names]
    claimed = program(*arrays)[1]
    if len(claimed) != len(arrays):
        raise ValueError(
            f"the program returns {len(claimed)} adjoints for {len(arrays)} inputs "
            f"({', '.join(names)}): one for each, in their order"
        )

    def cost(*at: Array) -> Value:
        return program(*at)[0]

    check = gradient_check(cost, arrays, claimed, TOLERANCE)
    measured = numerical_gradient(cost, arrays)
    entries = [
        Entry(name + (str(list(index)) if index else ""), float(c[index]), float(m[index]))
        for name, c, m in zip(names, map(np.asarray, claimed), measured, strict=True)
        for index in np.ndindex(m.shape)
    ]
    return Examination(tuple(entries), check.passed)
