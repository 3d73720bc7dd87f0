"""Practice without end: the draw, the boxes, and what Python knows of them."""

from collections import Counter

import pytest

from judge_cases import KINDS
from ptcode.exercises.bank import bank, find
from ptcode.exercises.data import exercise_data
from ptcode.mistakes import MISTAKES
from ptcode.widgets import Practice

CARDS = [
    {
        "slug": name,
        "topic": f"topic-{i // 2 + 1}",
        "level": i % 3 + 1,
        "kind": ("number", "order")[i % 2],
    }
    for i, name in enumerate("abcdef")
]
NOTHING = {
    "answer": "",
    "exercise": "",
    "level": 0,
    "seed": 0,
    "set": "",
    "sort": "all",
    "topic": "all",
}
WEIGHTS = (8, 8, 4, 2, 1)


TODAY, TOMORROW = "2026-11-29", "2026-11-30"


def in_box(number, tries=1, right=0, due=TODAY, slips=()):
    return {
        "box": number,
        "tries": tries,
        "right": right,
        "due": due,
        "last": tries - 1,
        "slips": list(slips),
    }


@pytest.fixture
def draw(node):
    """Draw once for each seed: the slugs, or the whole problems."""

    def drawn(boxes, seeds, last="", cards=CARDS, whole=False, owed=None, today=TODAY):
        problems = node(
            """const { draw } = await bundle("practice");
            const { cards, boxes, seeds, ...rest } = input;
            return seeds.map((seed) => draw(cards, boxes, { ...rest, seed }));""",
            {
                "cards": cards,
                "boxes": boxes,
                "seeds": list(seeds),
                "last": last,
                "owed": owed or {},
                "today": today,
            },
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


def test_what_rests_is_not_drawn_while_anything_else_is_there(draw):
    boxes = {slug: in_box(3, due=TOMORROW) for slug in "abcde"}
    assert set(draw(boxes, range(30))) == {"f"}
    assert len(set(draw(boxes, range(60), today=TOMORROW))) == len(CARDS)
    everything = {card["slug"]: in_box(3, due=TOMORROW) for card in CARDS}
    assert len(set(draw(everything, range(60)))) == len(CARDS)


def test_the_next_problem_is_from_another_topic_if_one_has_something_to_ask(draw):
    assert set(draw({}, range(60), last="a")) == set("cdef")
    assert set(draw({"b": in_box(1)}, range(60), last="a")) >= {"b", "c"}
    rest = {slug: in_box(2, due=TOMORROW) for slug in "cdef"}
    assert set(draw(rest, range(20), last="a")) == {"b"}


def test_a_mistake_that_is_owed_brings_back_what_tempts_to_it(draw):
    cards = [CARDS[0] | {"wrong": {"stopped": ["1"]}}, *CARDS[1:]]
    boxes = {"c": in_box(2, slips=["stopped"])}
    counts = Counter(draw(boxes, range(4000), cards=cards, owed={"stopped": 1}))
    assert (counts["a"] + counts["c"]) / 4000 == pytest.approx(6 / 10, abs=0.03)
    counts = Counter(draw(boxes, range(4000), cards=cards, owed={"stopped": 0}))
    assert (counts["a"] + counts["c"]) / 4000 == pytest.approx(2 / 6, abs=0.03)


@pytest.mark.parametrize(
    ("box", "due", "solved", "after", "next_day"),
    [
        (None, TODAY, True, 3, "2026-12-02"),
        (None, TODAY, False, 1, TODAY),
        (1, TODAY, True, 2, TOMORROW),
        (3, "2026-11-01", True, 4, "2026-12-06"),
        (4, TODAY, True, 5, "2026-12-20"),
        (5, TODAY, True, 5, "2026-12-20"),
        (5, TODAY, False, 1, TODAY),
        (3, TOMORROW, True, 3, TOMORROW),  # solved while it rests: it stays
        (3, TOMORROW, False, 1, TODAY),
    ],
)
def test_a_box_on_for_each_day_solved_and_back_to_the_first_when_missed(
    node, box, due, solved, after, next_day
):
    found = node(
        """const { placeOf, settle } = await bundle("practice");
        const { place, ...result } = input;
        return settle(place ?? placeOf({}, "a"), result);""",
        {
            "place": None if box is None else in_box(box, 3, 2, due),
            "solved": solved,
            "seed": 7,
            "today": TODAY,
            "slips": ["stopped"],
        },
    )
    tries, right = (0, 0) if box is None else (3, 2)
    expected = in_box(after, tries + 1, right + solved, next_day, ["stopped"])
    assert found == expected | {"last": 7}


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-11-29T23:30:00", "2026-11-29"),
        ("2026-11-30T00:30:00", "2026-11-30"),
        ("2027-01-01T00:00:00", "2027-01-01"),
    ],
)
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland", "America/Los_Angeles"])
def test_a_day_begins_at_the_readers_own_midnight(node, now, day, zone):
    body = """const { dayOf } = await bundle("practice");
    const before = process.env.TZ;
    process.env.TZ = input.zone;
    const day = dayOf(new Date(input.now));
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    return day;"""
    assert node(body, {"now": now, "zone": zone}) == day


def test_what_cannot_be_judged_is_no_try(node):
    found = node(
        """const { decides } = await bundle("practice");
        return input.filter((kind) => !decides({ kind }));""",
        list(KINDS),
    )
    assert sorted(found) == [
        "found", "incomplete", "misread", "rounded", "undecided", "unfinished", "unreadable",
        "unsimplified",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "decided"),
    [
        (["unknown", "unknown"], True),
        (["correct", "mistake"], True),
        (["slip", "follows"], True),
        (["wrong", "unreadable"], True),  # a blank that is filled in and wrong was a try
        (["correct", "unreadable"], False),
        (["rounded", "correct"], False),
        (["unreadable", "unfinished"], False),
    ],
)
def test_a_blank_that_is_wrong_decides_and_an_empty_one_does_not(node, fields, decided):
    verdict = {
        "kind": "incomplete",
        "fields": {f"z_{i}": {"kind": kind} for i, kind in enumerate(fields)},
    }
    assert node('return (await bundle("practice")).decides(input);', verdict) is decided


def test_every_blank_wrong_is_a_try_in_every_exercise_with_blanks(node):
    exercises = [exercise_data(each) for each in bank().values() if each.kind == "fill"]
    answers = [
        ";".join(f"{blank['name']}=12345.678" for blank in exercise["blanks"])
        for exercise in exercises
    ]
    said = node(
        """const { decides } = await bundle("practice");
        const { judge } = await bundle("exercise");
        return input.map(([exercise, answer]) => {
          const verdict = judge(exercise, answer, 0);
          return [verdict.kind, decides(verdict)];
        });""",
        list(zip(exercises, answers, strict=True)),
    )
    assert said == [["incomplete", True]] * len(exercises)
    assert exercises


def test_a_mistake_is_called_in_the_words_of_the_first_exercise_where_it_was_made(node):
    """A reader of the first chapter is not told of = and +=."""
    slugs = ["slope-of-a-product", "a-growing-rectangle"]
    early, late = node(
        """const { called } = await bundle("practice");
        return input.slugs.map((_, i) => called("overwritten", input.cards,
          Object.fromEntries(input.slugs.slice(i).map((s) => [s, { slips: ["overwritten"] }]))));
        """,
        {"slugs": slugs, "cards": [exercise_data(find(slug)) for slug in slugs]},
    )
    assert "+=" not in early
    assert "+=" in late


def test_each_mistake_made_is_to_be_avoided_twice(node):
    found = node(
        """const { paid } = await bundle("practice");
        let owed = {};
        return input.map(([solved, names]) => {
          owed = { ...owed, ...paid(owed, solved, names) };
          return { ...owed };
        });""",
        [
            [False, ["stopped"]],
            [True, ["stopped", "swapped"]],
            [False, ["swapped", "stopped"]],
            *[[True, ["stopped"]]] * 4,
            *[[False, ["swapped"]]] * 3,
        ],
    )
    assert found[0] == {"stopped": 2}
    assert found[1] == {"stopped": 1}
    assert found[2] == {"swapped": 2, "stopped": 3}
    assert found[6] == {"swapped": 2, "stopped": 0}
    assert found[-1]["swapped"] == 4


def test_the_mistakes_of_an_answer_are_those_of_its_blanks_too(node):
    fields = {"a": {"mistakes": ["stopped"]}, "b": {"mistakes": ["swapped", "stopped"]}}
    found = node(
        'return (await bundle("practice")).made(input);',
        {"mistakes": ["stopped"], "fields": fields},
    )
    assert sorted(found) == ["stopped", "swapped"]


def test_every_kind_of_exercise_tempts_to_mistakes_of_the_table(node):
    exercises = [exercise_data(exercise) for exercise in bank().values()]
    found = node(
        """const { tempting } = await bundle("practice");
        return input.map((exercise) => [exercise.kind, tempting(exercise)]);""",
        exercises,
    )
    known = {mistake.name for mistake in MISTAKES}
    named = {kind: set() for kind, _ in found}
    for kind, names in found:
        named[kind].update(known.intersection(names))
    assert all(named[kind] for kind in ("number", "choice", "order", "fill", "derivative", "bug"))
    slugs = [exercise["slug"] for exercise in exercises]
    assert "stopped" in found[slugs.index("sine-of-a-power")][1]


@pytest.mark.parametrize(
    ("choice", "slugs"),
    [
        ({"topic": "all", "level": 0, "sort": "all"}, "abcdef"),
        ({"topic": "topic-2", "level": 0, "sort": "all"}, "cd"),
        ({"topic": "all", "level": 1, "sort": "order"}, "d"),
        ({"topic": "topic-1", "level": 3, "sort": "all"}, ""),
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
    found = node(
        """const { rows } = await bundle("practice");
        return rows(input.cards, input.boxes);""",
        {"cards": CARDS, "boxes": boxes},
    )
    assert [row["exercise"] for row in found] == ["d", "b", "a"]
    assert found[0] == {
        "exercise": "d",
        "topic": "topic-2",
        "level": 1,
        "kind": "order",
        "box": 1,
        "tries": 4,
        "right": 1,
        "due": TODAY,
    }


# Python


def test_practice_offers_the_whole_bank_and_each_choice_of_it():
    assert len(Practice().offered) == len(bank())
    for topic in {exercise.topic for exercise in bank().values()}:
        offered = Practice(topic=topic).offered
        assert offered
        assert {exercise.topic for exercise in offered} == {topic}
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
    assert repr(Practice(level=2, sort="order")) == "Practice: every topic, level 2, order"


def test_the_still_shows_five_boxes():
    axes = Practice().still().axes[0]
    texts = [text.get_text() for text in axes.texts if text.get_text()]
    assert [text[0] for text in texts[:5]] == list("12345")
    assert {"missed", "solved at the first try"} <= set(texts)
