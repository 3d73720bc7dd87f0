"""The five kinds of exercise, as data: two that are typed, and choice, order and fill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from ptcode.exercises.base import Exercise, check_names
from ptcode.exercises.formulas import (
    Formula,
    Formulas,
    Numbers,
    clash,
    computed,
    formulas_at,
)
from ptcode.exercises.texts import filled
from ptcode.exercises.typed import NUMBER_TOLERANCE, DerivativeExercise, NumberExercise

__all__ = [
    "Blank",
    "ChoiceExercise",
    "DerivativeExercise",
    "Exercise",
    "FillExercise",
    "NumberExercise",
    "OrderExercise",
]


Choice: TypeAlias = tuple[str, str] | tuple[str, str, str | bool]


@dataclass(frozen=True, kw_only=True)
class ChoiceExercise(Exercise):
    """Choose one of several texts: (text, feedback), with True or a mistake's name as third."""

    kind = "choice"
    choices: Sequence[Choice]
    values: Mapping[str, Formula] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Exactly one choice is right."""
        marks = [choice[2] if len(choice) > 2 else None for choice in self.choices]
        if len(marks) < 2 or marks.count(True) != 1:
            raise ValueError(f"{self.slug} needs two choices or more, exactly one with True")
        check_names(self.slug, [mark for mark in marks if isinstance(mark, str)])
        super().__post_init__()

    def numbers(self, parameters: Numbers) -> Numbers:
        """The parameters and the values, in their order."""
        return computed(self.values, parameters)

    def complaint(self, parameters: Numbers) -> str:
        """Which two choices read the same."""
        return twice(self, [text for text, *_ in self.choices], parameters)


@dataclass(frozen=True, kw_only=True)
class OrderExercise(Exercise):
    """Put texts in order; ``items`` stand in the right one.

    ``wrong`` gives by mistake the order it leads to, as indices of items; "other: a sentence" is a
    slip of another kind.
    """

    kind = "order"
    items: tuple[str, ...]
    wrong: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    values: Mapping[str, Formula] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """From three to six items; a wrong order holds each of them once."""
        if not 3 <= len(self.items) <= 6:
            raise ValueError(f"{self.slug} needs 3 to 6 items, got {len(self.items)}")
        check_names(self.slug, self.wrong)
        places = list(range(len(self.items)))
        for order in self.wrong.values():
            if sorted(order) != places or list(order) == places:
                raise ValueError(f"{order} in {self.slug} is not another order of {places}")
        super().__post_init__()

    def numbers(self, parameters: Numbers) -> Numbers:
        """The parameters and the values, in their order."""
        return computed(self.values, parameters)

    def complaint(self, parameters: Numbers) -> str:
        """Which two items read the same."""
        return twice(self, self.items, parameters)


def twice(exercise: Exercise, texts: Sequence[str], parameters: Numbers) -> str:
    """What is wrong with texts of which one is shown twice; empty if all differ."""
    known = exercise.numbers(parameters)
    shown = [filled(text, known) for text in texts]
    return next((f"{one!r} is shown twice" for one in shown if shown.count(one) > 1), "")


@dataclass(frozen=True)
class Blank:
    """One number to fill in: ``formula`` may use the values and the blanks before it."""

    name: str
    label: str
    formula: Formula
    wrong: Mapping[str, Formulas] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class FillExercise(Exercise):
    """Fill in the numbers of a graph: ``nodes`` (name, label) show values, ``blanks`` are asked."""

    kind = "fill"
    blanks: tuple[Blank, ...]
    values: Mapping[str, Formula] = field(default_factory=dict)
    nodes: tuple[tuple[str, str], ...] = ()
    tolerance: float = NUMBER_TOLERANCE

    def __post_init__(self) -> None:
        """Every node has a value, every mistake a name."""
        for blank in self.blanks:
            check_names(self.slug, blank.wrong)
        super().__post_init__()
        for name, _ in self.nodes:
            if name not in {*self.parameters, *self.values}:
                raise ValueError(f"the node {name} of {self.slug} has no value")

    def numbers(self, parameters: Numbers) -> Numbers:
        """The parameters and the values, in their order."""
        return computed(self.values, parameters)

    def right(self, known: Numbers) -> Numbers:
        """The number of every blank."""
        return computed({blank.name: blank.formula for blank in self.blanks}, known)

    def complaint(self, parameters: Numbers) -> str:
        """Which numbers do not exist, or cannot be told apart."""
        known = self.numbers(parameters)
        right = self.right(known)
        for blank in self.blanks:
            wrong = formulas_at(blank.wrong, known | right)
            if said := clash(right[blank.name], wrong, self.tolerance):
                return f"{blank.name}: {said}"
        return ""
