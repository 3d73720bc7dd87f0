"""The values of a tree at numbers, as a browser computes them: nan wherever there is none.

The twin of js/src/core/expression.js. A tree that somebody typed is walked, never compiled.
"""

from __future__ import annotations

import numpy as np

from ptcode.functions.activations import NUMPY
from ptcode.functions.operations import CONSTANTS, HEADS
from ptcode.functions.tree import Tree


def _power(base, exponent):
    """1 to a power that is no number is no number, as in JavaScript."""
    undefined = np.isnan(exponent) | (np.isinf(exponent) & (np.abs(base) == 1))
    return np.where(undefined, np.nan, np.power(base, exponent))


def _operation(name: str):
    """What computes an operation, by the name that the table gives it."""
    return _power if name == "power" else NUMPY.get(name) or getattr(np, name)


def values(tree: Tree, at: dict[str, np.ndarray | float]) -> np.ndarray:
    """The values of a tree where the symbols have the values ``at``; nan or ±∞ where undefined.

    >>> values(["Divide", 1, ["Power", "x", 2]], {"x": np.array([2.0, 0.0])})
    array([0.25,  inf])
    """
    with np.errstate(all="ignore"):
        return _walk(tree, at)


def number(tree: Tree, at: dict[str, float] | None = None) -> float:
    """The value of a tree as one number.

    >>> number(["Multiply", 2, "a"], {"a": 1.5})
    3.0
    """
    return float(values(tree, at or {}))


def _walk(tree, at):
    if isinstance(tree, str):
        found = at[tree] if tree in at else tree in CONSTANTS and float(CONSTANTS[tree].value)
        if found is False:
            raise ValueError(f"{tree} has no value: known are {', '.join(at) or 'no symbols'}")
        return np.asarray(found, dtype=float)
    if not isinstance(tree, list):
        return np.asarray(tree, dtype=float)
    head, *parts = tree
    arguments = [_walk(part, at) for part in parts]
    if head == "Add":
        return np.asarray(sum(arguments, start=np.float64(0.0)))
    if head == "Multiply":
        return np.asarray(np.prod(np.broadcast_arrays(*arguments), axis=0))
    if head not in HEADS:
        raise ValueError(f"cannot evaluate {head!r}")
    return np.asarray(_operation(HEADS[head].evaluate)(*arguments))
