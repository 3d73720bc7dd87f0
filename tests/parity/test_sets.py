"""A set to hand out as text: Python and the browser read the same, and find the same faults."""

import pytest

from ptcode.exercises.bank import bank
from ptcode.exercises.sets import LARGEST_SEED, MOST_EXERCISES, read_set
from ptcode.widgets import Practice

A, B, C = list(bank())[:3]
READ = [
    "",
    A,
    f"{A}:0",
    f"{A}:3,{B}:0,{C}:12",
    f" {B}:1 , {A} : 2 ,, ",
    f"{A}:1,{A}:2",
    f"{A}:007",
    f"{A}:{LARGEST_SEED}",
    ",".join(f"{A}:{seed}" for seed in range(MOST_EXERCISES)),
]
# What stands there, what Python says of it, what the browser opens all the same, and what it tells.
FAULTS = [
    ("of-an-older-edition:1", "there is no exercise", [], {"unknown": ["of-an-older-edition"]}),
    (f"x<b>,{A}:2", "there is no exercise", [[A, 2]], {"unknown": ["x<b>"]}),
    ("constructor", "there is no exercise", [], {"unknown": ["constructor"]}),
    (f"{A}:-1", "seed of", [[A, 0]], {"seeds": [f"{A}:-1"]}),
    (f"{A}:10000", "got '10000'", [[A, 9999]], {"seeds": [f"{A}:10000"]}),
    (f"{A}:1e99", "got '1e99'", [[A, 9999]], {"seeds": [f"{A}:1e99"]}),
    (f"{A}:two", "got 'two'", [[A, 0]], {"seeds": [f"{A}:two"]}),
    (f"{A}:2.5", "got '2.5'", [[A, 3]], {"seeds": [f"{A}:2.5"]}),
    (f"{A}:1:2", "got '1:2'", [[A, 0]], {"seeds": [f"{A}:1:2"]}),
    (f"{A}:", "got ''", [[A, 0]], {}),
    (f"{A}:5,{B}:1,{A}:5", "stands twice", [[A, 5], [B, 1]], {"twice": [f"{A}:5"]}),
    (
        ",".join(f"{A}:{seed}" for seed in range(500)),
        f"at most {MOST_EXERCISES} exercises, got 500",
        [[A, seed] for seed in range(MOST_EXERCISES)],
        {"given": 500},
    ),
]


@pytest.fixture(scope="module")
def in_browser(node):
    """Return `in_browser(texts)`: for each the entries, and the faults that are told."""
    return lambda texts: node(
        """const { readSet } = await bundle("practice");
        const { texts, known, limits } = input;
        return texts.map((text) => {
          const { entries, told } = readSet(text, (slug) => known.includes(slug), limits);
          return [entries.map(({ slug, seed }) => [slug, seed]), told];
        });""",
        {
            "texts": texts,
            "known": list(bank()),
            "limits": Practice().data["limits"],
        },
    )


def test_both_read_the_same_entries(in_browser):
    for text, (entries, told) in zip(READ, in_browser(READ), strict=True):
        assert entries == [[exercise.slug, seed] for exercise, seed in read_set(text)]
        assert not any(told[kind] for kind in ("unknown", "seeds", "twice"))


def test_the_browser_opens_what_it_can_of_a_faulty_link_and_tells_the_rest(in_browser):
    found = in_browser([text for text, *_ in FAULTS])
    for (text, _, entries, faults), (opened, told) in zip(FAULTS, found, strict=True):
        assert opened == entries, text
        assert {key: told[key] for key in ("unknown", "seeds", "twice") if told[key]} == {
            key: value for key, value in faults.items() if key != "given"
        }
        assert told["given"] == faults.get("given", told["given"])


@pytest.mark.parametrize(("text", "says"), [fault[:2] for fault in FAULTS])
def test_python_refuses_a_faulty_set_and_says_why(text, says):
    with pytest.raises(ValueError, match=says):
        Practice(set=text)


def test_a_set_of_nothing_is_none():
    with pytest.raises(ValueError, match="an exercise at least"):
        Practice(set=" , ")


def test_another_list_has_another_name(node):
    lists = [text for text in READ if text] + [f"{B}:3,{A}:0,{C}:12", f"{A}:3,{B}:0"]
    names = node(
        """const { readSet, setName } = await bundle("practice");
        return input.map((text) =>
          setName(readSet(text, () => true, { most: 99, largest: 9999 }).entries));""",
        lists,
    )
    entries = [tuple((one.slug, seed) for one, seed in read_set(text)) for text in lists]
    same = dict(zip(entries, names, strict=True))
    assert len(set(same.values())) == len(same) < len(lists)


def test_a_set_is_words_without_javascript_and_carries_its_list():
    practice = Practice(set=f"{A}:3,{B}:0")
    assert practice.still() is None
    assert practice.state()["set"] == f"{A}:3,{B}:0"
    assert practice.mount().count('class="pt-prompt"') == 2
    assert repr(practice) == f"Practice: a set of 2, {A}:3, {B}:0"
    practice.set = ""
    assert practice.still() is not None
