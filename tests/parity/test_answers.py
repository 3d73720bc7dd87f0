"""Seven hundred answers as people type them, with the verdict each must get: Python and browser.

``answers.json`` holds, for functions and for exercises of the bank (with their first numbers), the
texts by verdict: a kind of ``ptcode.exercises.judge.verdicts``, or the names of the mistakes that
lead there.
"""

import json
from collections import Counter
from pathlib import Path

import pytest
from ptcode.exercises.judge.verdicts import KINDS, judge, judge_derivative

from ptcode.exercises.bank import find
from ptcode.exercises.data import exercise_data
from ptcode.functions.parser import parse
from ptcode.mistakes.mistakes import MISTAKES

TABLE = json.loads((Path(__file__).parent / "answers.json").read_text(encoding="utf-8"))
CASES = [
    (group, problem, text, expected)
    for group, problems in TABLE.items()
    for problem, answers in problems.items()
    for expected, texts in answers.items()
    for text in texts
]
RIGHT = ("correct", "unsimplified", "rounded")
IN_THE_BROWSER = """
const { judge, judgeDerivative } = await bundle("exercise");
return input.cases.map(({ tree, data, text }) => tree
  ? judgeDerivative(tree, text) : judge(data, text, 0));
"""


def verdict_of(group, problem, text):
    if group == "derivatives":
        return judge_derivative(problem, text)
    return judge(find(problem), text)


def name(verdict):
    """The key in the table: the kind, or the mistakes that fit."""
    return "|".join(sorted(verdict.mistakes)) if verdict.kind == "mistake" else verdict.kind


VERDICTS = [verdict_of(*case[:3]) for case in CASES]


def test_the_table_is_long_and_varied():
    assert len(CASES) >= 700
    assert len({case[:3] for case in CASES}) == len(CASES)
    expected = Counter(expected for *_, expected in CASES)
    single = {name for key in expected for name in key.split("|")}
    assert single <= {*KINDS, *(mistake.name for mistake in MISTAKES)}
    assert {mistake.name for mistake in MISTAKES} <= single
    assert expected["correct"] >= 150
    assert min(expected[kind] for kind in ("unknown", "unreadable", "unfinished", "scaled")) >= 5


def test_almost_every_verdict_is_the_expected_one():
    missed = [
        (problem, text, expected, name(verdict))
        for (_, problem, text, expected), verdict in zip(CASES, VERDICTS, strict=True)
        if name(verdict) != expected
    ]
    assert len(missed) <= 0.01 * len(CASES), missed


def test_no_right_answer_is_called_wrong_and_no_wrong_one_right():
    for (_, problem, text, expected), verdict in zip(CASES, VERDICTS, strict=True):
        if expected in RIGHT:
            assert verdict.kind == expected, (problem, text)
        else:
            assert verdict.kind not in RIGHT, (problem, text)


@pytest.mark.parametrize("problem", TABLE["derivatives"])
def test_every_verdict_has_words(problem):
    for (_, of, text, _), verdict in zip(CASES, VERDICTS, strict=True):
        if of == problem:
            assert verdict.message, text


def test_the_browser_comes_to_the_same_verdicts_in_the_same_words(node):
    cases = [
        {
            "text": text,
            "tree": parse(problem) if group == "derivatives" else None,
            "data": None if group == "derivatives" else exercise_data(find(problem)),
        }
        for group, problem, text, _ in CASES
    ]
    theirs = node(IN_THE_BROWSER, {"cases": cases})
    for case, ours, other in zip(CASES, VERDICTS, theirs, strict=True):
        found = (other["kind"], tuple(other["mistakes"]), tuple(other["lines"]))
        assert found == (ours.kind, tuple(ours.mistakes), tuple(ours.lines)), case
