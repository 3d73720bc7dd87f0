"""The two rounds: what is told and when, and how Python and the browser count the questions."""

import json
import re

import pytest

from ptcode.exercises.rounds import TEN, UNSURE
from ptcode.widgets import Question, Rounds

BODY = """const { counted, rightly } = await bundle("rounds");
globalThis.localStorage = { getItem: () => JSON.stringify(input.record), setItem() {} };
globalThis.document = { documentElement: { dataset: {} }, baseURI: "http://book.example/",
  getElementById: () => null };
const questions = input.data.questions.map((question) => {
  const choices = [...question.choices, { text: input.data.unsure, correct: false }];
  return { ...question, choices, texts: choices.map(({ text }) => text) };
});
const kinds = questions[0].choices.map((_, i) => rightly(questions[0], i) ?? null);
const found = [counted(questions, "first"), counted(questions, "second"), kinds];
delete globalThis.localStorage;
delete globalThis.document;
return found;"""


def plain(choice):
    return {"text": choice[0]}


def test_a_question_is_that_of_the_chapters_with_a_way_out():
    data = Rounds().data
    assert data["unsure"] == UNSURE
    for asked, one in zip(TEN, data["questions"], strict=True):
        alone = Question(asked.slug, asked.prompt, asked.choices).data
        assert one == {"topic": one["topic"]} | alone


def test_a_state_that_can_be_shared_tells_no_answer():
    rounds = Rounds(round="second")
    assert rounds.state() == {"round": "second"}
    assert repr(rounds) == "Rounds: 10 questions, the second round"
    with pytest.raises(ValueError, match="round must be one of first, second"):
        rounds.round = "third"


def test_without_javascript_the_answers_stand_behind_one_fold():
    text = Rounds().as_text()
    open_part, fold = text.split("<details>")
    assert open_part.count('class="pt-prompt"') == len(TEN)
    assert open_part.count(f"<li>{UNSURE}</li>") == len(TEN)
    assert fold.count("<li>") == len(TEN)
    feedback = [one["feedback"] for each in Rounds().data["questions"] for one in each["choices"]]
    assert not any(one in open_part for one in feedback)


def test_right_answers_are_counted_and_what_is_not_known_is_open(node):
    data = Rounds().data
    names = [one["slug"] for one in data["questions"]]
    items = {"round:first": {"value": {"finished": True}, "at": 1}}
    for i, one in enumerate(TEN):
        right = next(choice for choice in one.choices if len(choice) == 3)
        wrong = next(choice for choice in one.choices if len(choice) == 2)
        if i < 4:  # two right, one wrong, one not known
            first = [right, right, wrong, (UNSURE,)][i]
            items[f"round:first:{names[i]}"] = {"value": plain(first), "at": 1}
        items[f"round:second:{names[i]}"] = {"value": plain(right), "at": 2}
    record = {"version": 3, "items": items}
    first, second, kinds = node(BODY, {"data": data, "record": record})
    assert first == {"answered": 4, "right": 2}
    assert second == {"answered": 10, "right": 10}
    assert kinds == [len(choice) == 3 for choice in TEN[0].choices] + [None]


def test_the_page_has_each_question_once(node):
    found = re.search(r'class="pt-data">(.*?)</script>', Rounds().mount(), re.DOTALL)[1]
    assert json.loads(found) == Rounds().data
