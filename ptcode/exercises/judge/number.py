"""The verdict on a typed number. The twin of js/src/judge/number.js."""

from __future__ import annotations

import math

from ptcode.core.formatting import short
from ptcode.exercises.base import OTHER
from ptcode.exercises.formulas import near
from ptcode.exercises.judge.reading import letters, read
from ptcode.exercises.judge.words import SENTENCES, Verdict, of_mistakes, say, verdict
from ptcode.exercises.texts import filled
from ptcode.functions.evaluation import number

FACTORS = (2.0, 0.5, 10.0, 0.1, 100.0, 0.01)
"""By these numbers a right result is easily off; with a wrong sign it is not nearly right."""
ROUNDED = 4
"""So many tolerances away a number counts as rounded too much."""

WrongNumbers = list[tuple[str, float, bool]]


def judge_number(
    text: str, right: float, wrong: WrongNumbers, tolerance: float, known: dict[str, float]
) -> Verdict:
    """The verdict on what was typed for ``right``.

    ``wrong`` are the numbers that mistakes lead to, each with the mistake's name and whether it
    was made in a part only; ``known`` are the numbers that a sentence may name.
    """
    reading = read(text, ())
    if reading.verdict:
        return reading.verdict
    if reading.strangers:
        sentence = say("number-letters", letters=letters(reading.strangers))
        return verdict("unfinished", sentence)
    yours = number(reading.tree)
    if near(yours, right, tolerance):
        return verdict("correct", say("correct"))
    if not math.isfinite(yours):
        return verdict("unknown", say("no-number"))
    return _wrong(yours, right, wrong, tolerance, known)


def _wrong(yours, right, wrong, tolerance, known) -> Verdict:
    found = [
        (name, deep)
        for name, value, deep in wrong
        if near(yours, value, tolerance) and not near(value, right, tolerance)
    ]
    names = [name for name, deep in found if not deep] or [name for name, _ in found]
    told = [name.removeprefix(OTHER).strip() for name in names if name.startswith(OTHER)]
    if told:
        return verdict("wrong", filled(told[0], known))
    if names:
        return of_mistakes(names)
    if near(yours, right, ROUNDED * tolerance):
        return verdict("rounded", say("number-rounded"))
    for factor in FACTORS:
        if right and near(yours, factor * right, tolerance):
            return verdict("scaled", say("number-scaled", factor=short(factor)))
    return verdict("unknown", _unknown(yours, right))


def _unknown(yours, right) -> str:
    if yours * right < 0:
        return say("number-sign")
    side = SENTENCES["large" if yours > right else "small"]
    return say("number-unknown", yours=short(yours), side=side)
