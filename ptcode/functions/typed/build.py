"""Parts of a tree, with what their bounds need."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ptcode.functions.tree import Tree
from ptcode.functions.typed.vocabulary import LIMITS, ParseError


@dataclass(frozen=True)
class Part:
    """A tree with its depth, its place in the text, and its value if it is made of numbers alone.

    ``literal`` is true of a number that was typed without brackets.
    """

    tree: Tree
    depth: int
    value: float
    start: int
    end: int
    literal: bool = False


def build(tree: Tree, inner: Sequence[Part], start: int, end: int) -> Part:
    """A part of the tree made of inner parts, if it keeps the bounds of depth and size."""
    head = tree[0] if isinstance(tree, list) else ""
    depth = 1 + max([1 if head == "Rational" else 0, *(part.depth for part in inner)])
    if depth > LIMITS["depth"]:
        raise ParseError("deep", start, end)
    value = _value(tree, [part.value for part in inner])
    if head == "Power" and _extreme(abs(value), inner[0].value):
        raise ParseError("power", start, end)
    return Part(tree, depth, value, start, end)


def negate(part: Part, start: int) -> Part | None:
    """The number −2 for a typed 2; None for anything else."""
    if not part.literal or not isinstance(part.tree, int | float) or part.tree == 0:
        return None
    return replace(part, tree=-part.tree, value=-part.value, start=start, literal=False)


def _extreme(size: float, base: float) -> bool:
    """Is a power too large, or too small, to compute with exactly?"""
    return size > LIMITS["number"] or (size < LIMITS["smallest"] and base != 0)


def _value(tree: Tree, values: list[float]) -> float:
    match tree:
        case int() | float():
            return float(tree)
        case ["Rational", above, below]:
            return above / below
        case ["Negate", _]:
            return -values[0]
        case ["Add", *_]:
            return sum(values)
        case ["Multiply", *_]:
            return math.prod(values)
        case ["Divide", _, _]:
            return _quotient(*values)
        case ["Power", _, _]:
            return _power(*values)
    return math.nan


def _quotient(above: float, below: float) -> float:
    if below != 0 or math.isnan(above) or above == 0:
        return above / below if below != 0 else math.nan
    return math.copysign(math.inf, above) * math.copysign(1, below)


def _power(base: float, exponent: float) -> float:
    if exponent == 0:
        return 1.0
    if math.isnan(base) or math.isnan(exponent):
        return math.nan
    try:
        return math.pow(base, exponent)
    except OverflowError:
        return math.inf
    except ValueError:  # 0 to a negative power, or a root of a negative number
        return math.inf if base == 0 else math.nan
