"""A thousand answers as people type them, with the verdict each must get from the browser.

``answers.json`` holds, for functions and for exercises of the bank (with their first numbers, the
small network with those of the running example), the texts by verdict: a kind, or the names of the
mistakes or slips that lead there, with "+" between two that are made at once. "stages" holds
functions with the topic in whose words they are told.
"""

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from judge_cases import KINDS, name
from ptcode.exercises.bank import find
from ptcode.exercises.data import exercise_data
from ptcode.exercises.weights import RUNNING
from ptcode.mistakes.mistakes import MISTAKES
from ptcode.mistakes.slips import SLIPS

TABLE = json.loads((Path(__file__).parent / "answers.json").read_text(encoding="utf-8"))
CASES = [
    (group, problem, text, expected)
    for group, problems in TABLE.items()
    for problem, answers in problems.items()
    for expected, texts in answers.items()
    for text in texts
]


def question(group, problem, text):
    if group == "stages":
        stage, function = problem.split(": ")
        return {"function": function, "stage": stage, "answer": text}
    if group == "derivatives":
        return {"function": problem, "answer": text}
    exercise = find(problem)
    if RUNNING.keys() <= exercise.parameters.keys():
        exercise = replace(exercise, parameters={**exercise.parameters, **RUNNING})
    return {"exercise": exercise_data(exercise), "answer": text}


@pytest.fixture(scope="module")
def verdicts(asked):
    return asked(question(*case[:3]) for case in CASES)


def test_the_table_is_long_and_varied():
    assert len(CASES) >= 800
    assert len({case[:3] for case in CASES}) == len(CASES)
    expected = Counter(expected for *_, expected in CASES)
    single = {name for key in expected for name in re.split(r"\||\+", key.replace(" ", ""))}
    twelve, slips = ({each.name for each in several} for several in (MISTAKES, SLIPS))
    assert twelve | slips <= single <= KINDS | twelve | slips
    assert sum("+" in key for key in expected.elements()) >= 10
    assert len({stage for stage, *_ in map(str.split, TABLE["stages"])}) >= 5
    assert expected["correct"] >= 150
    assert min(expected[kind] for kind in ("unknown", "unreadable", "unfinished", "scaled")) >= 5


def test_every_verdict_is_the_expected_one_and_has_words(verdicts):
    missed = [
        (problem, text, expected, found)
        for (_, problem, text, expected), verdict in zip(CASES, verdicts, strict=True)
        if (found := name(verdict["kind"], verdict["mistakes"], verdict["lines"])) != expected
    ]
    assert missed == []
    assert all(line for verdict in verdicts for line in verdict["lines"] or [""])
