"""Exercises whose answer is typed: a derivative, or a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import combinations

import numpy as np
import sympy

from ptcode.core.random import uniforms
from ptcode.core.types import Array
from ptcode.exercises.base import Exercise, check_names
from ptcode.exercises.formulas import (
    LARGEST,
    Formula,
    Formulas,
    Numbers,
    clash,
    computed,
    formulas_at,
    value_of,
)
from ptcode.exercises.symbols import x
from ptcode.functions.composition import tree_of
from ptcode.functions.function import Function
from ptcode.functions.tree import Tree, to_tree
from ptcode.mistakes.answers import Wrong, answers

NUMBER_TOLERANCE = 5e-3
"""How far a typed number may be off, relatively: three digits are enough."""
WINDOW = (-2.0, 2.0)
_POINTS, _SEED = 24, 32
_ALIKE = 1e-7
"""So near, relatively, are two numbers that are one but for rounding."""
_SHARE = 0.25
"""Two answers are compared if both have values at this share of the points at least."""


@dataclass(frozen=True, kw_only=True)
class DerivativeExercise(Exercise):
    """Type the derivative of an expression in ``variable`` and the parameters.

    Answers are compared on ``window``. ``form`` is "" or "tidy": simplified, which
    js/src/language/simplify.js defines. ``as_written`` shows the terms in the order in which they
    were added with ``evaluate=False``. ``look_alike`` names pairs of mistakes that may lead to the
    same answer.
    """

    kind = "derivative"
    expression: sympy.Expr
    variable: sympy.Symbol = x
    window: tuple[float, float] = WINDOW
    form: str = ""
    as_written: bool = False
    look_alike: tuple[tuple[str, str], ...] = ()

    def tree(self, parameters: Numbers) -> Tree:
        """The expression with numbers in the place of the parameters."""
        return tree_at(self.expression, parameters, self.as_written)

    def richness(self, parameters: Numbers) -> int:
        """How many mistakes can be seen with these parameters."""
        return len({wrong.mistake for wrong, _ in self._seen(parameters)})

    def complaint(self, parameters: Numbers) -> str:
        """Which mistakes cannot be told apart."""
        accepted = set(map(frozenset, self.look_alike))
        for (one, its), (other, others) in combinations(self._seen(parameters), 2):
            pair = {one.mistake, other.mistake}
            if len(pair) == 2 and pair not in accepted and alike(its, others):
                return (
                    f"{' and '.join(sorted(pair))} look alike in {self.expression}; choose other "
                    "parameters, or accept it with look_alike="
                )
        return ""

    def _seen(self, parameters: Numbers) -> Seen:
        return seen(self.expression, self.variable, parameters, self.window)


@dataclass(frozen=True, kw_only=True)
class NumberExercise(Exercise):
    """Type a number: the value of a formula, or the slope of an expression in x ``at`` a place.

    ``values`` are named formulas of the parameters and of the values before. ``wrong`` gives by
    mistake the formulas it leads to; "other: a sentence" is a slip of another kind.
    """

    kind = "number"
    answer: Formula | None = None
    wrong: Mapping[str, Formulas] = field(default_factory=dict)
    values: Mapping[str, Formula] = field(default_factory=dict)
    tolerance: float = NUMBER_TOLERANCE
    expression: sympy.Expr | None = None
    as_written: bool = False
    at: Formula | None = None

    def __post_init__(self) -> None:
        """A number is one formula or one slope, and a mistake has a name."""
        of_slope = self.expression is not None and self.at is not None
        if (self.answer is not None) == of_slope:
            raise ValueError(f"{self.slug} needs answer=, or expression= with at=, not both")
        check_names(self.slug, self.wrong)
        super().__post_init__()

    def numbers(self, parameters: Numbers) -> Numbers:
        """The parameters and the values, in their order."""
        return computed(self.values, parameters)

    def tree(self, parameters: Numbers) -> Tree:
        """The expression whose slope is asked for, with numbers."""
        return tree_at(self.expression, parameters, self.as_written)

    def right(self, known: Numbers) -> float:
        """The right number."""
        if self.answer is not None:
            return value_of(self.answer, known)
        return self._slope(_answers(self.expression, x).right, known)

    def wrong_numbers(self, known: Numbers) -> list[tuple[str, float, bool]]:
        """Every wrong number with its mistake, and whether it is one that is possible everywhere.

        That is a lost sign: others are told first.
        """
        found = [(name, value, False) for name, value in formulas_at(self.wrong, known)]
        if self.expression is not None:
            parameters = {name: known[name] for name in self.parameters}
            found += [
                (wrong.mistake, self._slope(wrong.expression, known), False)
                for wrong, _ in seen(self.expression, x, parameters)
            ]
        return [*found, ("lost-sign", -self.right(known), bool(self.wrong))]

    def complaint(self, parameters: Numbers) -> str:
        """Which numbers do not exist, or cannot be told apart."""
        known = self.numbers(parameters)
        right = self.right(known)
        main = [(name, value) for name, value, deep in self.wrong_numbers(known) if not deep]
        return clash(right, main, self.tolerance)

    def _slope(self, expression: sympy.Expr, known: Numbers) -> float:
        """A derivative at the place in question."""
        return value_of(expression, known | {"x": value_of(self.at, known)})


def tree_at(expression: sympy.Expr, parameters: Numbers, as_written: bool = False) -> Tree:
    """The tree of an expression, with numbers in the place of parameters.

    SymPy puts terms in an order of its own; ``as_written`` keeps that of what was built with
    ``evaluate=False``.
    """
    numbers = {
        sympy.Symbol(name, real=True): sympy.Integer(int(value))
        if value == int(value)
        else sympy.Float(value)
        for name, value in parameters.items()
    }
    if not as_written:
        return tree_of(expression.subs(numbers))
    parts = (part.subs(numbers) for part in expression.args)
    return to_tree(expression.func(*parts, evaluate=False), as_written=True)


Seen = list[tuple[Wrong, Array]]
"""Wrong answers and their values."""
_answers = lru_cache(maxsize=256)(answers)
_function = lru_cache(maxsize=4096)(Function)


def seen(
    expression: sympy.Expr,
    variable: sympy.Symbol,
    parameters: Numbers,
    window: tuple[float, float] = WINDOW,
) -> Seen:
    """The wrong derivatives of the whole that are not right with these parameters, each once."""
    found: Seen = []
    symbolic = _answers(expression, variable)
    values = partial(_values, variable=variable, parameters=parameters, window=window)
    right = values(symbolic.right)
    for wrong in symbolic.wrong:
        if wrong.deep:
            continue
        its = values(wrong.expression)
        rivals = [right, *(other for one, other in found if one.mistake == wrong.mistake)]
        if np.isfinite(its).mean() >= _SHARE and not any(alike(its, rival) for rival in rivals):
            found.append((wrong, its))
    return found


def _values(
    expression: sympy.Expr,
    variable: sympy.Symbol,
    parameters: Numbers,
    window: tuple[float, float],
) -> Array:
    """The values at seeded points of the window, nan where there is none of ordinary size."""
    draw, (low, high) = uniforms(_SEED), window
    places = np.array([low + (high - low) * draw() for _ in range(_POINTS)])
    names = (variable, *(sympy.Symbol(name, real=True) for name in parameters))
    values = _function(expression, names)(places, *map(float, parameters.values()))
    return np.where(np.abs(values) < LARGEST, values, np.nan)


def alike(one: Array, other: Array) -> bool:
    """Do two answers agree wherever both have a value, and have they enough in common?"""
    both = np.isfinite(one) & np.isfinite(other)
    if both.mean() < _SHARE:
        return False
    one, other = one[both], other[both]
    size = np.maximum(np.abs(one), np.abs(other))
    return bool(np.all(np.abs(one - other) <= _ALIKE * np.maximum(size, 1e-12)))
