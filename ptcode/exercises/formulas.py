"""The formulas of an exercise: their values, and whether their numbers can be told apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import combinations

from ptcode.functions.evaluation import number
from ptcode.functions.parser import parse
from ptcode.functions.tree import Tree
from ptcode.functions.typed.rules import substitute

APART = 2.5
"""How many tolerances lie between two numbers that are told apart."""
FLOOR = 1e-6
"""The size at which a relative tolerance becomes an absolute one."""
LARGEST = 1e12

Numbers = dict[str, float]


def with_numbers(tree: Tree, parameters: Numbers) -> Tree:
    """A tree with numbers in the place of parameters; as it stands if it has none."""
    return substitute(tree, parameters) if parameters else tree


def value_of(formula: str, known: Numbers) -> float:
    """The value of a typed formula in numbers that have names."""
    return number(_formula(formula, tuple(known)), known)


@lru_cache(maxsize=4096)
def _formula(formula: str, names: tuple[str, ...]) -> Tree:
    return parse(formula, names)


def computed(formulas: Mapping[str, str], known: Numbers) -> Numbers:
    """``known`` and the values of formulas, each of which may use those before it."""
    result = dict(known)
    for name, formula in formulas.items():
        result[name] = value_of(formula, result)
    return result


def formulas_at(wrong: Mapping, known: Numbers) -> list[tuple[str, float]]:
    """The numbers that mistakes lead to, each with its mistake's name."""
    return [(name, value_of(formula, known)) for name, formula in _each_formula(wrong)]


def _each_formula(wrong: Mapping) -> Iterator[tuple[str, str]]:
    for name, formulas in wrong.items():
        for formula in (formulas,) if isinstance(formulas, str) else formulas:
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
