"""Practice without end: the draw, the boxes, and what Python knows of them."""

import json
from collections import Counter

import pytest

from judge_cases import KINDS
from ptcode.exercises.bank import bank
from ptcode.widgets import Practice

CARDS = [
    {"slug": name, "chapter": i // 2 + 1, "level": i % 3 + 1, "kind": ("number", "order")[i % 2]}
    for i, name in enumerate("abcdef")
]
NOTHING = {"answer": "", "chapter": 0, "exercise": "", "level": 0, "seed": 0, "sort": "all"}
WEIGHTS = (8, 8, 4, 2, 1)


def in_box(number, tries=1, right=0):
    return {"box": number, "tries": tries, "right": right}


@pytest.fixture
def draw(node):
    """Draw once for each seed: the slugs, or the whole problems."""

    def drawn(boxes, seeds, last="", cards=CARDS, whole=False):
        problems = node(
            """const { draw } = await bundle("practice");
            return input.seeds.map((seed) => draw(input.cards, input.boxes, input.last, seed));""",
            {"cards": cards, "boxes": boxes, "seeds": list(seeds), "last": last},
        )
        return problems if whole else [problem["exercise"] for problem in problems]

    return drawn


def test_the_draw_is_decided_by_its_seed(draw):
    assert draw({}, range(50)) == draw({}, range(50))
    assert len(set(draw({}, range(50)))) == len(CARDS)


def test_the_last_exercise_does_not_come_again_at_once(draw):
    assert "a" not in draw({"a": in_box(1)}, range(100), last="a")


def test_a_single_exercise_comes_again(draw):
    assert set(draw({}, range(5), last="a", cards=CARDS[:1])) == {"a"}


def test_every_other_problem_is_one_that_was_missed(draw):
    counts = Counter(draw({"c": in_box(1), "e": in_box(1)}, range(4000)))
    direct, share = 0.5, 2 * 8 / (6 * 8)
    expected = direct + (1 - direct) * share
    assert (counts["c"] + counts["e"]) / 4000 == pytest.approx(expected, abs=0.03)
    assert counts["c"] / counts["e"] == pytest.approx(1, abs=0.15)


def test_each_box_is_drawn_from_half_as_often_as_the_one_before(draw):
    boxes = {slug: in_box(number) for slug, number in zip("bcde", (2, 3, 4, 5), strict=True)}
    cards = [card for card in CARDS if card["slug"] in boxes]
    counts = Counter(draw(boxes, range(6000), cards=cards))
    for slug, weight in zip("bcde", WEIGHTS[1:], strict=True):
        assert counts[slug] / 6000 == pytest.approx(weight / 15, abs=0.02)


def test_an_exercise_that_comes_again_has_new_numbers(draw):
    problems = draw({"a": in_box(3, tries=2, right=1)}, range(40), whole=True)
    assert {p["seed"] for p in problems if p["exercise"] == "a"} == {2}
    assert {p["seed"] for p in problems if p["exercise"] != "a"} == {0}


@pytest.mark.parametrize(
    ("box", "solved", "after"),
    [(None, True, 3), (None, False, 1), (1, True, 2), (4, True, 5), (5, True, 5), (5, False, 1)],
)
def test_solved_moves_on_and_missed_goes_back_to_the_first(node, box, solved, after):
    boxes = {} if box is None else {"a": in_box(box, 3, 2)}
    found = node(
        """const { settle } = await bundle("practice");
        return settle(input.boxes, "a", input.solved);""",
        {"boxes": boxes, "solved": solved},
    )
    tries, right = (0, 0) if box is None else (3, 2)
    assert found == {"a": in_box(after, tries + 1, right + solved)}


def test_what_cannot_be_judged_is_no_try(node):
    found = node(
        'const { decides } = await bundle("practice"); return input.filter((k) => !decides(k));',
        list(KINDS),
    )
    assert sorted(found) == [
        "incomplete", "misread", "rounded", "undecided", "unfinished", "unreadable", "unsimplified",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("choice", "slugs"),
    [
        ({"chapter": 0, "level": 0, "sort": "all"}, "abcdef"),
        ({"chapter": 2, "level": 0, "sort": "all"}, "cd"),
        ({"chapter": 0, "level": 1, "sort": "order"}, "d"),
        ({"chapter": 1, "level": 3, "sort": "all"}, ""),
    ],
)
def test_the_choice_narrows_the_draw(node, choice, slugs):
    found = node(
        'const { chosen } = await bundle("practice"); return chosen(input.cards, input.choice);',
        {"cards": CARDS, "choice": choice},
    )
    assert [card["slug"] for card in found] == list(slugs)


def test_the_report_names_what_was_tried_most_missed_first(node):
    boxes = {"a": in_box(3, 1, 1), "d": in_box(1, 4, 1), "b": in_box(1, 2, 1), "gone": in_box(1)}
    text = node(
        """const { report } = await bundle("practice");
        return report(input.cards, { boxes: input.boxes }, "2026-11-24");""",
        {"cards": CARDS, "boxes": boxes},
    )
    found = json.loads(text)
    assert (found["book"], found["saved"]) == ("The Chain Rule, Live", "2026-11-24")
    assert [row["exercise"] for row in found["practice"]] == ["d", "b", "a"]
    first = {"exercise": "d", "chapter": 2, "level": 1, "kind": "order", **in_box(1, 4, 1)}
    assert found["practice"][0] == first


# Python


def test_practice_offers_the_whole_bank_and_each_choice_of_it():
    assert len(Practice().offered) == len(bank())
    for chapter in {exercise.chapter for exercise in bank().values()}:
        offered = Practice(chapter=chapter).offered
        assert offered
        assert {exercise.chapter for exercise in offered} == {chapter}
    assert {e.kind for e in Practice(sort="order", level=1).offered} == {"order"}


def test_the_browser_is_handed_every_exercise_once():
    handed = [exercise["slug"] for exercise in Practice().data["exercises"]]
    assert handed == list(bank())


def test_python_holds_the_verdict_of_the_page_and_forgets_it_with_its_answer():
    practice = Practice(exercise="slope-of-square", seed=0, answer="-6")
    assert practice.verdict == {}
    told = {
        "kind": "correct",
        "mistakes": [],
        "lines": ["Right."],
        "on": ["slope-of-square", 0, "-6"],
    }
    practice.verdict = told
    assert practice.verdict["kind"] == "correct"
    practice.seed = 1
    assert practice.verdict == {}


def test_the_state_is_what_a_link_can_set():
    assert Practice().state() == NOTHING
    assert repr(Practice(level=2, sort="order")) == "Practice: every chapter, level 2, order"


def test_the_still_shows_five_boxes():
    axes = Practice().still().axes[0]
    texts = [text.get_text() for text in axes.texts if text.get_text()]
    assert [text[0] for text in texts[:5]] == list("12345")
    assert {"missed", "solved at the first try"} <= set(texts)
