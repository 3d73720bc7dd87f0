"""The table of old addresses: what it leaves unsaid is found, and what it says must be so."""

import json
from types import SimpleNamespace

import pytest

import pagesource
from ptcode.site import moved
from ptcode.site.meanings import name_of
from sitebuild import page_names


@pytest.fixture
def env(tmp_path):
    """A book of three chapters, of which one has kept its address; two pages could be linked to."""
    ids = {"1-a": ["a", "x"], "2-b": ["b", "x", "y"], "7-c": ["c", "y", "z"]}
    pages = {f"chapters/{name}": found for name, found in ids.items()}
    listed = {
        "chapters/1-a.html": {"anchors": ["a", "x", "y", "old"], "figures": ["f"]},
        "chapters/5-gone.html": {"anchors": ["b", "z"], "figures": []},
    }
    (tmp_path / "listed.json").write_text(json.dumps(listed), "utf-8")
    return SimpleNamespace(
        found_docs=set(pages),
        ptcode_places=pages,
        ptcode_figures={"chapters/7-c": [{"id": "f"}]},
        srcdir=tmp_path,
        config=SimpleNamespace(ptcode_addresses="listed.json"),
    )


@pytest.fixture
def table(monkeypatch):
    """Return `table(places)`: the page 1-a is in all three chapters now, the page 5-gone in two."""

    def put(**places):
        entry = {"now": ["a", "b", "c"], "places": {"old": "b#y"} | places}
        monkeypatch.setattr(moved, "TABLE", {"1-a": entry, "5-gone": {"now": ["b", "c"]}})

    return put


@pytest.fixture
def complaints(env, table):
    """Return `complaints(place=target)`: what is said of a table with this entry."""

    def complain(**places):
        table(**places)
        return list(moved.complaints(env))

    return complain


def test_a_place_is_on_the_first_chapter_that_holds_it(env, table):
    table()
    assert moved.leads(env, "1-a") == {"a": "a", "x": "a", "y": "b", "old": "b#y", "f": "c"}
    assert moved.leads(env, "5-gone") == {"b": "b", "z": "c"}


def test_what_the_table_says_of_a_place_comes_first(env, table):
    table(y="c")
    assert moved.leads(env, "1-a")["y"] == "c"


@pytest.mark.parametrize(
    ("place", "target", "said"),
    [
        ("old", "b", "“1-a#old” leads to “b”, which is not there"),
        ("old", "b#z", "“1-a#old” leads to “b#z”, which is not there"),
        ("old", "d#z", "“1-a#old” leads to “d#z”, and no chapter is called “d”"),
        ("x", "b", "“1-a#x” leads to “b”, and is still on its page"),
        ("x", "a#a", "“1-a#x” leads to “a#a”, and is still on its page"),
        ("z", "c", "“1-a#z” leads on, and no address names it"),
        ("old", "", "“1-a#old” is not in a, b, c any more"),
    ],
)
def test_an_entry_that_leads_nowhere_is_named(complaints, place, target, said):
    (complaint,) = complaints(**{place: target})
    assert complaint.startswith(said)


@pytest.mark.parametrize("target", ["b#y", "b#", "c#f", "a#x"])
def test_an_entry_that_is_so_is_not_complained_of(complaints, target):
    assert complaints(old=target) == []


def test_a_heading_that_is_gone_is_named(env, complaints):
    env.ptcode_places["chapters/7-c"].remove("z")
    (complaint,) = complaints()
    assert complaint.startswith("“5-gone#z” is not in b, c any more")


def test_a_chapter_that_is_gone_is_named(env, complaints):
    env.found_docs.remove("chapters/7-c")
    said = complaints()
    assert "“1-a” is now in “c”, and no chapter has that name" in said
    assert any(one.startswith("“1-a#f” is not in") for one in said)


def test_another_book_is_let_alone(env, table):
    table()
    assert moved.is_this_book(env)
    env.found_docs = {"chapters/one", "chapters/2-other"}
    assert not moved.is_this_book(env)


def test_the_table_of_the_book_says_nothing_that_is_found_without_it(site):
    """An entry that a place does not need would hide that the place has moved again."""
    names = (name.removesuffix(".html") for name in page_names(site))
    chapters = {name_of(name): site / f"{name}.html" for name in names}
    for old, entry in moved.TABLE.items():
        ids = {name: pagesource.read(chapters[name]).ids for name in entry["now"]}
        for place, target in entry.get("places", {}).items():
            found = next((name for name in ids if place in ids[name]), None)
            assert target != found, (old, place)
