"""tools/judge.mjs: the browser's judge for scripts, and the data that it takes from Python."""

import pytest

from judge_cases import KINDS, MONSTERS
from nodejs import judged
from ptcode.mistakes.data import judging

DEEP = "[" * 100_000
ODD = (
    "",
    " ",
    "banana",
    "null",
    "[]",
    "3",
    "{}",
    '{"function": "sin(x^2)"}',
    '{"answer": "x"}',
    '{"function": 3, "answer": "x"}',
    '{"function": "sin(x^2)", "answer": null}',
    '{"function": "sin(", "answer": "x"}',
    '{"function": "√(−1 − x²)", "answer": "x"}',
    '{"exercise": {}, "answer": "x"}',
    '{"function": "x", "answer": "\\ud800\\u0000😀"}',
    '{"function": "x", "answer": "x", "rules": 7}',
    '{"function": "x", "answer": "x", "stage": "chapter 1"}',
    '{"function": "x", "answer": "x", "stage": 3}',
    '{"exercise": {}, "answer": "x", "stage": "toString"}',
    DEEP,
)


def test_a_question_gets_its_verdict(asked):
    """In the words of the page, by the names of the mistakes."""
    questions = [
        {"function": "sin(x^2)", "answer": answer}
        for answer in ("cos(x^2)", "2x cos(x²)", "3x·cos(x²)", "x⁵ + 1", "2(x", "2x·cos(2x)")
    ]
    found = asked(questions)
    assert [each["kind"] for each in found] == [
        "mistake", "correct", "scaled", "unknown", "unreadable", "slip",
    ]  # fmt: skip
    assert [each["mistakes"] for each in found] == [["stopped"], [], [], [], [], []]
    assert all(each["lines"] for each in found)


def test_every_line_has_an_answer_whatever_it_holds():
    replies = list(map(judged, ODD))
    assert {reply["kind"] for reply in replies} == {"unreadable", "unfinished"}
    assert all(reply["lines"] and reply["mistakes"] == [] for reply in replies)


@pytest.mark.parametrize("place", ["function", "answer"])
def test_no_text_hangs_it(asked, place):
    other = {"function": "answer", "answer": "function"}[place]
    monsters = (*MONSTERS, "(" * 100_000, "9" * 100_000)
    for reply in asked({place: monster, other: "cos x"} for monster in monsters):
        assert reply["kind"] in KINDS
        assert reply["lines"]


def test_another_mistake_is_one_entry(asked):
    """The judge knows no mistake: what it is handed, it names."""
    own = {
        "title": "twice the outer", "tempts": "t", "exposed": "e", "slip": False, "paths": [],
        "chain": [{"answer": ["multiply", ["factor", "n"], ["factor", "n"]]}],
    }  # fmt: skip
    rules = {"mistakes": judging()["mistakes"] | {"added": own}}
    question = {"function": "sin(x^2)", "answer": "cos²(x²)"}
    first, second = asked([question, {**question, "rules": rules}])
    assert (first["kind"], second["kind"]) == ("unknown", "mistake")
    assert second["mistakes"] == ["added"]
