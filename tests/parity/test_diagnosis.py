"""``diagnose`` of SymPy is held to the browser's judge: the same table of answers, read by Node."""

import json
from pathlib import Path

import pytest

from judge_cases import name
from ptcode.functions.tree import from_tree
from ptcode.mistakes.diagnosis import diagnose

TABLE = json.loads((Path(__file__).parent / "answers.json").read_text(encoding="utf-8"))
PARSED = """
const { readFunction } = await bundle("exercise");
return input.map((text) => readFunction(text.replace(/^[^=]*=/, "")).tree ?? null);
"""
FULL = "common-mistakes"
ASKED = {(FULL, function): answers for function, answers in TABLE["derivatives"].items()} | {
    tuple(key.split(": ")): answers for key, answers in TABLE["stages"].items()
}
# What is a matter of typing: letters, and what was asked for in a tidy form.
OF_TYPING = {"unreadable", "unsimplified", "misread"}
CASES = [
    (problem, text, expected)
    for problem, answers in ASKED.items()
    for expected, texts in answers.items()
    for text in texts
    if expected not in OF_TYPING
]


@pytest.fixture(scope="module")
def trees(node):
    """By text, the tree that the browser's parser makes of it."""
    texts = sorted({text for (_, problem), answer, _ in CASES for text in (problem, answer)})
    return dict(zip(texts, node(PARSED, texts), strict=True))


@pytest.mark.parametrize("problem", dict.fromkeys(of for of, _, _ in CASES), ids=" ".join)
def test_it_says_what_the_table_says(trees, problem):
    stage, text_of_function = problem
    function = from_tree(trees[text_of_function], evaluate=False)
    missed, asked = [], 0
    for of, text, expected in CASES:
        if of != problem or trees[text] is None:
            continue
        asked += 1
        answer = from_tree(trees[text], evaluate=False)
        diagnosis = diagnose(function, answer, stage=stage)
        found = name(diagnosis.kind, diagnosis.mistakes, diagnosis.lines)
        if found != expected:
            missed.append((text, expected, found))
    assert asked
    assert missed == []
