"""An exercise as plain JSON for the browser: what is asked, and the rules it is judged by."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch

from ptcode.exercises.judge.words import CHAPTER
from ptcode.exercises.kinds import (
    ChoiceExercise,
    DerivativeExercise,
    Exercise,
    FillExercise,
    NumberExercise,
    OrderExercise,
)
from ptcode.functions.catalogue import local_derivatives
from ptcode.mistakes.mistakes import MISTAKES
from ptcode.mistakes.slips import SLIPS
from ptcode.mistakes.templates import templates

STEPPER = "05-the-chain-rule.html#derivation"


def exercise_data(exercise: Exercise, html=str) -> dict:
    """``{"exercise": …, "rules": …}``, the rules with the mistakes that can occur in it alone.

    ``html`` makes HTML of the texts; without it they stay the Markdown they are.
    """
    if not isinstance(exercise, Exercise):
        raise TypeError(f"an exercise is wanted, not {type(exercise).__name__}: see find()")
    rules = rules_data(mistakes_of(exercise), slips_of(exercise))
    template = getattr(exercise, "template", None)
    heads = _heads(template)
    rules["derivatives"] = {k: v for k, v in rules["derivatives"].items() if k in heads}
    if template is None:
        rules["templates"] |= {"chain": {}, "paths": {}}
    return {"exercise": data_of(exercise, html), "rules": rules}


def rules_data(names=None, slips=None) -> dict:
    """The local derivatives, the templates of the mistakes and of the slips, and their stories.

    All twelve mistakes, or those of some names, and so with the slips.
    """
    table = templates()
    return {
        "derivatives": local_derivatives(),
        "templates": {
            **_templates(table, names),
            "slips": _templates(table["slips"], slips),
            "activations": table["activations"],
        },
        "mistakes": _stories(MISTAKES, names),
        "slips": _stories(SLIPS, slips),
        "chapter": CHAPTER,
        "stepper": STEPPER,
    }


def _templates(table, names) -> dict:
    return {
        kind: {k: v for k, v in table[kind].items() if names is None or k in names}
        for kind in ("chain", "paths")
    }


def _stories(several, names) -> dict:
    return {
        one.name: {"title": one.title, "tempts": one.tempts, "exposed": one.exposed}
        for one in several
        if names is None or one.name in names
    }


def _heads(tree) -> set[str]:
    """The operations in an expression; a Rational may become a Divide, and a − b is a + (−b)."""
    if not isinstance(tree, list):
        return set()
    return {tree[0], *(head for part in tree[1:] for head in _heads(part))} | {"Negate", "Divide"}


def mistakes_of(exercise: Exercise) -> set[str]:
    """The names of the mistakes that an answer to the exercise can come from."""
    names = {"lost-sign"} | set(_named(exercise))
    if isinstance(exercise, DerivativeExercise | NumberExercise) and exercise.expression:
        for known in exercise.variants:
            names |= {wrong.mistake for wrong in exercise.sheet(known).wrong}
    return names


def slips_of(exercise: Exercise) -> set[str]:
    """The names of the slips that a typed derivative can come from."""
    if not isinstance(exercise, DerivativeExercise):
        return set()
    return {slip.mistake for known in exercise.variants for slip in exercise.sheet(known).slips}


def _named(exercise):
    if isinstance(exercise, ChoiceExercise):
        return [mark for _, _, *marks in exercise.choices for mark in marks if mark is not True]
    if isinstance(exercise, FillExercise):
        return [name for blank in exercise.blanks for name in blank.wrong]
    return getattr(exercise, "wrong", ())


def data_of(exercise: Exercise, html=str) -> dict:
    """The exercise without the rules."""
    names = list(exercise.parameters)
    return {
        "kind": exercise.kind,
        "slug": exercise.slug,
        "chapter": exercise.chapter,
        "level": exercise.level,
        "prompt": html(exercise.prompt),
        "hints": list(map(html, exercise.hints)),
        "solution": list(map(html, exercise.solution)),
        "parameters": names,
        "variants": [[known[name] for name in names] for known in exercise.variants],
        **_own(exercise, html),
    }


@singledispatch
def _own(exercise, html) -> dict:
    """What this kind of exercise has and the others have not."""
    return {}


@_own.register
def _(exercise: DerivativeExercise, html):
    return {
        "expression": exercise.template,
        "variable": exercise.variable,
        "window": list(exercise.window),
        "form": exercise.form,
    }


@_own.register
def _(exercise: NumberExercise, html):
    return {
        "answer": exercise.answer,
        "wrong": _lists(exercise.wrong),
        "values": dict(exercise.values),
        "tolerance": exercise.tolerance,
        "expression": exercise.template,
        "at": exercise.at,
    }


@_own.register
def _(exercise: ChoiceExercise, html):
    return {
        "choices": [
            {"text": html(text), "feedback": html(feedback), "mark": mark[0] if mark else False}
            for text, feedback, *mark in exercise.choices
        ],
        "values": dict(exercise.values),
    }


@_own.register
def _(exercise: OrderExercise, html):
    return {
        "items": list(map(html, exercise.items)),
        "wrong": {name: list(order) for name, order in exercise.wrong.items()},
    }


@_own.register
def _(exercise: FillExercise, html):
    return {
        "values": dict(exercise.values),
        "nodes": [[name, html(label)] for name, label in exercise.nodes],
        "blanks": [
            {
                "name": blank.name,
                "label": html(blank.label),
                "formula": blank.formula,
                "wrong": _lists(blank.wrong),
            }
            for blank in exercise.blanks
        ],
        "tolerance": exercise.tolerance,
    }


def _lists(wrong: Mapping) -> dict[str, list[str]]:
    return {
        name: [formulas] if isinstance(formulas, str) else list(formulas)
        for name, formulas in wrong.items()
    }
