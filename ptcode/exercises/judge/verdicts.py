"""The verdict on an answer: right, right but not as asked, or which mistake it comes from.

``judge`` is for the exercises of the bank, ``judge_derivative`` for any function. The browser
comes to the same verdicts in the same words (js/src/judge/judge.js).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import singledispatch

from ptcode.exercises.formulas import LARGEST, formulas_at, near, value_of
from ptcode.exercises.judge.derivative import judge_text
from ptcode.exercises.judge.number import judge_number
from ptcode.exercises.judge.reading import read
from ptcode.exercises.judge.sheet import WINDOWS, sheet
from ptcode.exercises.judge.words import KINDS, Verdict, of_mistakes, say, verdict
from ptcode.exercises.kinds import (
    Blank,
    ChoiceExercise,
    DerivativeExercise,
    Exercise,
    FillExercise,
    NumberExercise,
    OrderExercise,
)
from ptcode.functions.evaluation import number
from ptcode.functions.parser import parse

__all__ = ["KINDS", "Verdict", "judge", "judge_derivative"]


def judge_derivative(expression: str, answer: str, variable: str = "x", window=WINDOWS[0]):
    """The verdict on a typed derivative of a typed expression.

    Raises a ParseError if the expression cannot be read, a ValueError if it has hardly anywhere
    a slope; whatever the answer, it is judged.

    >>> judge_derivative("sin(x²)", "cos(x²)").mistake
    'stopped'
    >>> judge_derivative("sin(x²)", "2x·cos(x²)").kind
    'correct'
    """
    return judge_text(answer, sheet(parse(expression, (variable,)), variable, window))


def judge(exercise: Exercise, answer, seed: int = 0) -> Verdict:
    """The verdict on an answer to an exercise, with the numbers that the seed stands for.

    ``answer`` is a text for a derivative or a number, the index of a choice, the indices of the
    items in their order, or a text for every blank, by name.
    """
    return _judge(exercise, answer, seed)


@singledispatch
def _judge(exercise, answer, seed) -> Verdict:
    raise TypeError(f"an exercise is judged, not {type(exercise).__name__}")


@_judge.register
def _(exercise: DerivativeExercise, answer, seed):
    return judge_text(_text(answer), exercise.sheet(exercise.variant(seed)), exercise.form)


@_judge.register
def _(exercise: NumberExercise, answer, seed):
    known = exercise.known(seed)
    wrong = exercise.wrong_numbers(known)
    return judge_number(_text(answer), exercise.right(known), wrong, exercise.tolerance, known)


@_judge.register
def _(exercise: ChoiceExercise, answer, seed):
    if not isinstance(answer, int) or not 0 <= answer < len(exercise.choices):
        return verdict("unreadable", say("choose"))
    _, feedback, *mark = exercise.choices[answer]
    said = exercise.text(feedback, seed)
    if mark == [True]:
        return verdict("correct", say("correct"), said)
    if mark and isinstance(mark[0], str):
        found = of_mistakes(mark)
        return verdict("mistake", found.lines[0], said, *found.lines[1:], mistakes=found.mistakes)
    return verdict("wrong", said)


@_judge.register
def _(exercise: OrderExercise, answer, seed):
    places = list(range(len(exercise.items)))
    order = list(answer) if isinstance(answer, Sequence) else []
    if sorted(order) != places:
        return verdict("unreadable", say("choose"))
    if order == places:
        return verdict("correct", say("correct"))
    names = [name for name, wrong in exercise.wrong.items() if list(wrong) == order]
    if names:
        return of_mistakes(names)
    first = next(place for place in places if order[place] != place)
    return verdict("wrong", say("order", place=first + 1))


@_judge.register
def _(exercise: FillExercise, answer, seed):
    given = answer if isinstance(answer, Mapping) else {}
    known = exercise.known(seed)
    right, theirs, fields = exercise.right(known), dict(known), {}
    for blank in exercise.blanks:
        wrong = [
            *((name, value, False) for name, value in formulas_at(blank.wrong, known | right)),
            ("lost-sign", -right[blank.name], True),
        ]
        text, truth = _text(given.get(blank.name, "")), right[blank.name]
        found = judge_number(text, truth, wrong, exercise.tolerance, known)
        fields[blank.name] = _following(found, blank, text, theirs, exercise.tolerance)
        theirs[blank.name] = truth if found.solved else _value(text, truth)
    solved = sum(field.solved for field in fields.values())
    if solved == len(fields):
        return verdict("correct", say("correct"), fields=fields)
    return verdict("incomplete", say("incomplete", right=solved, count=len(fields)), fields=fields)


def _following(found: Verdict, blank: Blank, text: str, theirs: dict, tolerance: float) -> Verdict:
    """A wrong number may be right for the wrong ones before it: then it is no slip of its own."""
    expected = value_of(blank.formula, theirs)
    if found.solved or not near(_value(text, expected + 1), expected, tolerance):
        return found
    return verdict("follows", say("follows"))


def _value(text: str, instead: float) -> float:
    """The number that was typed, ``instead`` of it where there is none."""
    reading = read(text, ())
    found = instead if reading.verdict or reading.strangers else number(reading.tree)
    return found if abs(found) < LARGEST else instead


def _text(answer) -> str:
    """What was typed; a number stands for its digits."""
    if isinstance(answer, str):
        return answer
    if isinstance(answer, int | float) and not isinstance(answer, bool):
        return repr(answer)
    raise TypeError(f"an answer is a text such as 'cos(x^2)', got {type(answer).__name__}")
