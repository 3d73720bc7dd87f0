"""The formulas of an exercise: their values, and whether their numbers can be told apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import combinations
from typing import TypeAlias

import sympy

from ptcode.functions.function import Function

APART = 2.5
"""How many tolerances lie between two numbers that are told apart."""
FLOOR = 1e-6
"""The size at which a relative tolerance becomes an absolute one."""
LARGEST = 1e12

Numbers = dict[str, float]
Formula: TypeAlias = sympy.Expr | int | float
Formulas: TypeAlias = Formula | tuple[Formula, ...]
"""One formula or several: what a mistake leads to."""


def value_of(formula: Formula, known: Numbers) -> float:
    """The value of a formula in numbers that have names."""
    if isinstance(formula, int | float) or not formula.free_symbols:
        return float(formula)
    function = _function(formula)
    return float(function(*(float(known[str(name)]) for name in function.variables)))


_function = lru_cache(maxsize=4096)(Function)


def computed(formulas: Mapping[str, Formula], known: Numbers) -> Numbers:
    """``known`` and the values of formulas, each of which may use those before it."""
    result = dict(known)
    for name, formula in formulas.items():
        result[name] = value_of(formula, result)
    return result


def formulas_at(wrong: Mapping[str, Formulas], known: Numbers) -> list[tuple[str, float]]:
    """The numbers that mistakes lead to, each with its mistake's name."""
    return [(name, value_of(formula, known)) for name, formula in each_formula(wrong)]


def each_formula(wrong: Mapping[str, Formulas]) -> Iterator[tuple[str, Formula]]:
    """Every formula with its mistake's name."""
    for name, formulas in wrong.items():
        for formula in formulas if isinstance(formulas, tuple) else (formulas,):
            yield name, formula


def near(one: float, other: float, tolerance: float) -> bool:
    """Are two numbers the same, up to a relative tolerance?"""
    return abs(one - other) <= tolerance * max(abs(other), FLOOR)


def clash(right: float, wrong: list[tuple[str, float]], tolerance: float) -> str:
    """What keeps wrong numbers from being told from the right one and from each other."""
    if not abs(right) < LARGEST:
        return "the right number has no value"
    for name, value in wrong:
        if right != 0 and near(value, right, APART * tolerance):
            return f"{name} gives the right number, or nearly"
    for (one, a), (other, b) in combinations(wrong, 2):
        if one != other and near(a, b, APART * tolerance):
            return f"{one} and {other} give the same number, or nearly"
    return ""
