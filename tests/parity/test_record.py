"""What a reader keeps: opened whatever edition wrote it, and joined without a loss."""

import json
from pathlib import Path

import pytest

STORE = json.loads((Path(__file__).parents[1] / "site" / "reader_store.json").read_text("utf-8"))[
    "chain-rule-live"
]
NEWER = {"version": 99, "items": {"answer:x": {"value": "?", "at": 5}}}


@pytest.fixture
def opened(node):
    """Open each text: the items it holds, whether it is newer; None if it is not ours."""
    return lambda *texts: node(
        'const { opened } = await bundle("practice"); return input.map(opened);',
        [text if isinstance(text, str) else json.dumps(text) for text in texts],
    )


@pytest.fixture
def merged(node):
    """Join two copies, given by value and time."""

    def join(mine, theirs):
        both = [
            {name: {"value": value, "at": at} for name, (value, at) in copy.items()}
            for copy in (mine, theirs)
        ]
        found = node('const { merged } = await bundle("practice"); return merged(...input);', both)
        return {name: (item["value"], item["at"]) for name, item in found.items()}

    return join


def test_every_value_of_the_first_version_is_in_the_record_of_today(opened):
    [found] = opened(STORE)
    items = {name: item["value"] for name, item in found["items"].items()}
    assert {item["at"] for item in found["items"].values()} == {0}
    for name, value in STORE.items():
        if name.startswith("answer:") and isinstance(value, str):
            assert items.pop(name) == {"text": value}
        elif ":" in name and not name.startswith("read:"):
            assert items.pop(name) == value
    for name in [name for name in items if name.startswith("read:")]:
        assert items.pop(name) is True
    for text, right in STORE["sorting"].items():
        assert items.pop(f"card:{text}") is right
    for slug, place in STORE["practice"]["boxes"].items():
        assert items.pop(f"box:{slug}") == place
    rest = {key: value for key, value in STORE["practice"].items() if key != "boxes"}
    assert items == {f"practice:{key}": value for key, value in rest.items()}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["03-partial-derivatives"], ["fitting-a-line", "partial-derivatives"]),
        (["05-the-chain-rule"], ["the-chain-rule"]),
        (
            ["03-partial-derivatives", "05-the-chain-rule"],
            ["fitting-a-line", "partial-derivatives", "several-paths", "the-chain-rule"],
        ),
        (["06-backpropagation"], ["backpropagation", "what-a-gradient-costs"]),
        (["09-common-mistakes", "12-never-was"], ["12-never-was", "common-mistakes"]),
    ],
)
def test_a_chapter_is_read_if_all_are_that_its_text_came_from(opened, old, new):
    items = {f"read:{name}": {"value": True, "at": at} for at, name in enumerate(old, 5)}
    kept = {"answer:paths": {"value": {"text": "one"}, "at": 1}}
    [found] = opened({"version": 2, "items": items | kept, "news": "copied"})
    marks = {f"read:{name}" for name in new}
    assert found["items"].keys() == marks | kept.keys()
    assert found["news"] == "copied"
    times = {item["at"] for name, item in found["items"].items() if name == "read:several-paths"}
    assert times <= {6}


def test_what_this_edition_has_no_use_for_is_kept(opened):
    [found] = opened({"version": 1, "score": 3, "answer:gone": {"seed": 1}, "practice": 7})
    assert {name: item["value"] for name, item in found["items"].items()} == {
        "score": 3,
        "answer:gone": {"seed": 1},
        "practice": 7,
    }


def test_a_newer_record_is_named_and_not_guessed_at(opened):
    [found] = opened(NEWER)
    assert found["newer"]
    assert found["items"] == {}


@pytest.mark.parametrize(
    "text",
    ["nonsense", "null", '"text"', "[]", "{}", '{"version":0}', '{"version":"2"}', '{"book":"x"}'],
)
def test_what_no_edition_wrote_is_refused(opened, text):
    assert opened(text) == [None]


def test_a_spoilt_item_costs_no_other(opened):
    items = {"a": {"value": 1, "at": 3}, "b": 7, "c": {"at": 1}, "d": {"value": 2, "at": "now"}}
    [found] = opened({"version": 2, "items": items})
    assert found["items"] == {"a": {"value": 1, "at": 3}}


def test_a_file_that_practice_wrote_before_is_opened(opened):
    row = {"exercise": "one-step", "topic": "gradient-descent", "level": 1, "kind": "number"}
    file = {"book": "The Chain Rule, Live", "practice": [row | {"box": 3, "tries": 2, "right": 1}]}
    [found] = opened(file)
    assert found["items"] == {
        "box:one-step": {"value": {"box": 3, "tries": 2, "right": 1}, "at": 0}
    }


def test_migrations_follow_one_another_from_wherever_a_record_stands(node):
    found = node(
        """const { migrated } = await bundle("practice");
        const step = (name) => (record) =>
          ({ version: record.version + 1, steps: [...record.steps, name] });
        const chain = { 1: step("first"), 2: step("second"), 3: step("third") };
        return input.map((version) => migrated({ version, steps: [] }, chain, 4).steps);""",
        [1, 2, 3, 4],
    )
    assert found == [["first", "second", "third"], ["second", "third"], ["third"], []]


def test_there_is_a_migration_from_every_version(opened, node):
    version = node('return (await bundle("practice")).VERSION;')
    assert all(found for found in opened(*({"version": v} for v in range(1, version + 1))))


def test_what_is_written_opens_again(node):
    items = {"read:derivatives": {"value": True, "at": 7}, "box:a": {"value": {}, "at": 8}}
    found = node(
        """const { filed, opened, written } = await bundle("practice");
        return [written(input), filed(input, "2026-11-29", { practice: [] })].map(opened);""",
        items,
    )
    assert [each["items"] for each in found] == [items, items]


def test_two_copies_are_joined_and_the_newer_item_wins(merged):
    mine = {"read:a": (True, 1), "answer:q": ({"text": "old"}, 1), "card:x": (False, 9)}
    theirs = {"read:b": (True, 2), "answer:q": ({"text": "new"}, 2), "card:x": (True, 8)}
    joined = {
        "read:a": (True, 1),
        "read:b": (True, 2),
        "answer:q": ({"text": "new"}, 2),
        "card:x": (False, 9),
    }
    assert merged(mine, theirs) == merged(theirs, mine) == joined


def test_what_was_solved_once_stays_solved(merged):
    solved = {"seed": 0, "answer": "2x", "attempts": 3, "solved": True, "solution": True}
    again = {"seed": 4, "answer": "3x", "attempts": 1, "solved": False}
    ((value, at),) = merged({"answer:e": (solved, 1)}, {"answer:e": (again, 2)}).values()
    assert value == {"seed": 4, "answer": "3x", "attempts": 3, "solved": True, "solution": True}
    assert at == 2


def test_joining_again_changes_nothing(merged):
    mine = {"box:a": ({"box": 2, "tries": 5, "right": 3}, 4), "read:a": (True, 1)}
    theirs = {"box:a": ({"box": 1, "tries": 2, "right": 2}, 6)}
    once = merged(mine, theirs)
    assert once["box:a"] == ({"box": 1, "tries": 5, "right": 3}, 6)
    assert merged(once, theirs) == merged(once, mine) == once


@pytest.mark.parametrize(
    ("up", "address", "config", "root"),
    [
        ("../", "https://a.org/book/chapters/start.html", None, "/book/"),
        ("../", "https://a.org/chapters/start.html#map", None, "/"),
        ("./", "https://a.org/two/book/search.html?q=x", None, "/two/book/"),
        (None, "https://a.org/book/figure.html#descent", None, "/book/"),
        ("../", "file:///media/stick/book/chapters/about.html", None, "/media/stick/book/"),
        (None, "http://localhost:8888/lab/tree/chapters/a.ipynb", {"baseUrl": "/"}, "/"),
        (None, "http://hub.org/user/x/doc/tree/a.ipynb", {"baseUrl": "/user/x/"}, "/user/x/"),
        (None, "about:blank", None, "/"),
    ],
)
def test_the_root_of_the_site_is_the_same_on_all_its_pages(node, up, address, config, root):
    found = node(
        """const { siteRoot } = await bundle("practice");
        const page = {
          baseURI: input.address,
          documentElement: { dataset: input.up === null ? {} : { content_root: input.up } },
          getElementById: () => input.config && { textContent: JSON.stringify(input.config) },
        };
        return siteRoot(page);""",
        {"up": up, "address": address, "config": config},
    )
    assert found == root
