"""Exercises whose answer is typed: a derivative, or a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from ptcode.exercises.base import Exercise, check_names
from ptcode.exercises.formulas import Numbers, clash, computed, formulas_at, value_of, with_numbers
from ptcode.exercises.judge.sheet import WINDOWS, Sheet, alike, sheet
from ptcode.functions.evaluation import number
from ptcode.functions.parser import parse
from ptcode.functions.tree import Tree

NUMBER_TOLERANCE = 5e-3
"""How far a typed number may be off, relatively: three digits are enough."""


@dataclass(frozen=True, kw_only=True)
class DerivativeExercise(Exercise):
    """Type the derivative of an expression, itself typed, in ``variable`` and the parameters.

    Answers are compared on ``window``. ``form`` is "" or "tidy": nothing left to multiply out or
    to put together. ``look_alike`` names pairs of mistakes that may lead to the same answer.
    """

    kind = "derivative"
    expression: str
    variable: str = "x"
    window: tuple[float, float] = WINDOWS[0]
    form: str = ""
    look_alike: tuple[tuple[str, str], ...] = ()

    @cached_property
    def template(self) -> Tree:
        """The expression with the parameters as symbols."""
        return parse(self.expression, (self.variable, *self.parameters))

    def tree(self, parameters: Numbers) -> Tree:
        """The expression with numbers in the place of the parameters."""
        return with_numbers(self.template, parameters)

    def sheet(self, parameters: Numbers) -> Sheet:
        """What answers are judged by."""
        return sheet(self.tree(parameters), self.variable, self.window)

    def richness(self, parameters):
        """How many mistakes can be seen with these parameters."""
        return len({wrong.mistake for wrong in self.sheet(parameters).wrong if not wrong.deep})

    def complaint(self, parameters):
        """Which mistakes cannot be told apart."""
        accepted = set(map(frozenset, self.look_alike))
        for one, other in combinations(self.sheet(parameters).wrong, 2):
            pair = {one.mistake, other.mistake}
            if one.deep or other.deep or len(pair) == 1 or pair in accepted:
                continue
            if alike(one.values, other.values):
                return (
                    f"{' and '.join(sorted(pair))} look alike in {self.expression}; choose other "
                    "parameters, or accept it with look_alike="
                )
        return ""


@dataclass(frozen=True, kw_only=True)
class NumberExercise(Exercise):
    """Type a number: the value of a formula, or the slope of an expression in x ``at`` a place.

    ``values`` are named formulas of the parameters and of the values before. ``wrong`` gives by
    mistake the formulas it leads to; "other: a sentence" is a slip of another kind.
    """

    kind = "number"
    answer: str = ""
    wrong: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    tolerance: float = NUMBER_TOLERANCE
    expression: str = ""
    at: str = ""

    def __post_init__(self):
        """A number is one formula or one slope, and a mistake has a name."""
        if bool(self.answer) == bool(self.expression and self.at):
            raise ValueError(f"{self.slug} needs answer=, or expression= with at=, not both")
        check_names(self.slug, self.wrong)
        super().__post_init__()

    def numbers(self, parameters):
        """The parameters and the values, in their order."""
        return computed(self.values, parameters)

    @cached_property
    def template(self) -> Tree | None:
        """The expression whose slope is asked for, with the parameters as symbols."""
        return parse(self.expression, ("x", *self.parameters)) if self.expression else None

    def tree(self, parameters: Numbers) -> Tree:
        """The expression whose slope is asked for, with numbers."""
        return with_numbers(self.template, parameters)

    def sheet(self, known: Numbers) -> Sheet:
        """What a derivative of the expression would be judged by."""
        return sheet(self.tree({name: known[name] for name in self.parameters}), "x")

    def right(self, known: Numbers) -> float:
        """The right number."""
        if self.answer:
            return value_of(self.answer, known)
        return number(self.sheet(known).right, {"x": value_of(self.at, known)})

    def wrong_numbers(self, known: Numbers) -> list[tuple[str, float, bool]]:
        """Every wrong number with its mistake, and whether it was made in a part only.

        A lost sign is possible everywhere.
        """
        found = [(name, value, False) for name, value in formulas_at(self.wrong, known)]
        if self.expression:
            place = {"x": value_of(self.at, known)}
            found += [
                (wrong.mistake, number(wrong.tree, place), wrong.deep)
                for wrong in self.sheet(known).wrong
            ]
        return [*found, ("lost-sign", -self.right(known), bool(self.wrong))]

    def complaint(self, parameters):
        """Which numbers do not exist, or cannot be told apart."""
        known = self.numbers(parameters)
        right = self.right(known)
        main = [(name, value) for name, value, deep in self.wrong_numbers(known) if not deep]
        return clash(right, main, self.tolerance)
