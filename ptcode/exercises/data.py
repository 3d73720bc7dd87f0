"""An exercise as plain JSON for the browser: what is asked, and what its answers are judged by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import singledispatch
from typing import Any, TypeAlias

from ptcode.core.formatting import short
from ptcode.core.types import ArrayLike
from ptcode.core.validation import finite_array
from ptcode.exercises.bugs import BugExercise
from ptcode.exercises.formulas import Formula, Formulas, each_formula
from ptcode.exercises.kinds import (
    ChoiceExercise,
    DerivativeExercise,
    Exercise,
    FillExercise,
    NumberExercise,
    OrderExercise,
)
from ptcode.functions.writing import write
from ptcode.mistakes.bug_lab import Examination, changed
from ptcode.mistakes.data import Spoken, stage_words
from ptcode.mistakes.mistakes import MISTAKES

Html: TypeAlias = Callable[[str], str]


def exercise_data(exercise: Exercise, html: Html = str) -> dict[str, Any]:
    """What the browser needs of an exercise; the mistakes it knows (js/generated/judge.json).

    ``html`` makes HTML of the texts; without it they stay the Markdown they are.
    """
    if not isinstance(exercise, Exercise):
        raise TypeError(f"an exercise is wanted, not {type(exercise).__name__}: see find()")
    names = list(exercise.parameters)
    return {
        "kind": exercise.kind,
        "slug": exercise.slug,
        "topic": exercise.topic,
        "level": exercise.level,
        "prompt": html(exercise.prompt),
        "hints": list(map(html, exercise.hints)),
        "solution": list(map(html, exercise.solution)),
        "parameters": names,
        "spoken": _spoken(exercise),
        "variants": [[known[name] for name in names] for known in exercise.variants],
        **_own(exercise, html),
    }


def _spoken(exercise: Exercise) -> Spoken:
    """The words for mistakes at this topic and in this exercise, where they are not the last ones.

    Only those that an answer of this kind can get.
    """
    number = exercise.kind != "derivative"
    found = stage_words(exercise.topic, of_numbers=number)
    names = _named(exercise) if number else found
    own = {
        name: [{"said": sentence}, *found.get(name, [])]
        for name, sentence in exercise.words.items()
    }
    return {name: words for name, words in found.items() if name in names} | own


def _named(exercise: Exercise) -> set[str]:
    """The mistakes that an answer to an exercise can be traced to."""
    if getattr(exercise, "expression", None) is not None:
        return {mistake.name for mistake in MISTAKES}
    tables = [getattr(exercise, "wrong", {}), *(b.wrong for b in getattr(exercise, "blanks", ()))]
    marks = {str(mark) for *_, mark in getattr(exercise, "choices", ())}
    return marks.union(*tables)


@singledispatch
def _own(exercise: Exercise, html: Html) -> dict[str, Any]:
    """What this kind of exercise has and the others have not."""
    return {}


@_own.register
def _(exercise: DerivativeExercise, html: Html) -> dict[str, Any]:
    return {
        "expression": exercise.tree({}),
        "variable": str(exercise.variable),
        "window": list(exercise.window),
        "form": exercise.form,
    }


@_own.register
def _(exercise: NumberExercise, html: Html) -> dict[str, Any]:
    return {
        "answer": _written(exercise.answer),
        "wrong": _lists(exercise.wrong),
        "values": _each_written(exercise.values),
        "tolerance": exercise.tolerance,
        "expression": None if exercise.expression is None else exercise.tree({}),
        "at": _written(exercise.at),
    }


@_own.register
def _(exercise: ChoiceExercise, html: Html) -> dict[str, Any]:
    return {
        "choices": [
            {"text": html(text), "feedback": html(feedback), "mark": mark[0] if mark else False}
            for text, feedback, *mark in exercise.choices
        ],
        "values": _each_written(exercise.values),
    }


@_own.register
def _(exercise: OrderExercise, html: Html) -> dict[str, Any]:
    return {
        "items": list(map(html, exercise.items)),
        "wrong": {name: list(order) for name, order in exercise.wrong.items()},
        "values": _each_written(exercise.values),
    }


@_own.register
def _(exercise: FillExercise, html: Html) -> dict[str, Any]:
    return {
        "values": _each_written(exercise.values),
        "nodes": [[name, html(label)] for name, label in exercise.nodes],
        "blanks": [
            {
                "name": blank.name,
                "label": html(blank.label),
                "formula": write(blank.formula),
                "wrong": _lists(blank.wrong),
            }
            for blank in exercise.blanks
        ],
        "tolerance": exercise.tolerance,
    }


@_own.register
def _(exercise: BugExercise, html: Html) -> dict[str, Any]:
    return {
        "program": list(exercise.lines),
        "reasons": list(map(html, exercise.reasons)),
        "places": [
            ", ".join(f"{name} = {_listed(value)}" for name, value in place.items())
            for place in exercise.places
        ],
        "entries": [entry.name for entry in exercise.examinations[0][0][0].entries],
        "measured": [
            [_rounded(entry.measured) for entry in found[0].entries]
            for found in exercise.examinations[0]
        ],
        "bugs": [
            {
                "line": exercise.line(bug),
                "wrong": changed(exercise.program, bug.right, bug.wrong)[exercise.line(bug)],
                "hint": html(bug.hint),
                "found": html(bug.found),
                "mends": [
                    {
                        "text": line,
                        "feedback": html(said),
                        "mark": mark[0] if mark else line == bug.right,
                    }
                    for line, said, *mark in bug.mends
                ],
                "checks": [list(map(_rows, each)) for each in checks],
            }
            for bug, checks in zip(exercise.bugs, exercise.examinations, strict=True)
        ],
    }


def _rows(found: Examination) -> list[dict[str, Any]]:
    """What a gradient check says of each entry, its numbers to seven digits."""
    return [
        {
            "claimed": _rounded(entry.claimed),
            "ratio": _rounded(entry.ratio),
            "agrees": entry.agrees,
        }
        for entry in found.entries
    ]


def _rounded(value: float) -> float:
    return float(f"{value:.7g}")


def _listed(value: ArrayLike) -> str:
    """A number or an array of them as it is read."""
    array = finite_array(value, "place")
    if array.ndim == 0:
        return short(float(array))
    return "[" + ", ".join(map(_listed, array)) + "]"


def _written(formula: Formula | None) -> str:
    """A formula as the browser reads it; empty if there is none."""
    return "" if formula is None else write(formula)


def _each_written(formulas: Mapping[str, Formula]) -> dict[str, str]:
    return {name: write(formula) for name, formula in formulas.items()}


def _lists(wrong: Mapping[str, Formulas]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {name: [] for name in wrong}
    for name, formula in each_formula(wrong):
        found[name].append(write(formula))
    return found
