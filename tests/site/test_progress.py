"""Progress: kept in this browser, shown where there is a place for it, and taken back at will."""

import json
import re

import pytest

import checks
from ptcode.site import progress
from reader import write_page

pytestmark = pytest.mark.browser

PLACE = (
    '<span class="pt-progress" data-chapter="{name}" data-asks="{asks}">{count} questions</span>'
)
ONE = PLACE.format(name="05-the-chain-rule", asks="links paths check", count=3)
TWO = PLACE.format(name="02-gradient-descent", asks="first-step", count=1)
BODY = f"""
<style>nav a {{ display: block; padding: 0.5rem }}</style>
<nav class="bd-links" aria-label="Chapters"><ul><li><a href="02-gradient-descent.html">2</a></li>
<li><a href="05-the-chain-rule.html">5 The chain rule</a></li></ul></nav>
<table><tbody><tr><td>5 {ONE}</td></tr><tr><td>2 {TWO}</td></tr></tbody></table>{progress.TOTAL}
<p class="pt-end"><label><input type="checkbox" name="read" data-read="05-the-chain-rule"/>
I have read this chapter</label>{ONE}</p>
"""
STORED = "JSON.parse(localStorage.getItem('chain-rule-live'))"
DONE = {"version": 1, "answer:paths": "one", "answer:first-step": "two", "answer:gone": "three"}


@pytest.fixture
def address(tmp_path):
    return write_page(tmp_path, BODY)


def remember(page, record):
    """Write what is kept as another window would, and tell this one."""
    page.evaluate(
        """(record) => {
          localStorage.setItem('chain-rule-live', JSON.stringify(record));
          dispatchEvent(new StorageEvent('storage', { key: 'chain-rule-live' }));
        }""",
        record,
    )


def shown(page):
    return [text.strip() for text in page.locator(".pt-progress").all_inner_texts()]


def marks(page):
    return page.locator("nav").get_by_role("img", name="read").count()


def box(page):
    return page.get_by_role("checkbox", name="I have read this chapter")


def test_nothing_is_done_at_first(page):
    assert shown(page) == ["3 questions", "1 question", "3 questions"]
    assert (
        page.locator(".pt-done-so-far").inner_text()
        == "0 of 2 chapters read, 0 of 4 questions answered."
    )
    assert not box(page).is_checked()
    assert not page.get_by_role("button").is_visible()


def test_an_exercise_counts_once_it_is_solved(page):
    tried = {"seed": 0, "answer": "2x", "attempts": 1, "solved": False}
    remember(page, {"version": 1, "answer:paths": tried})
    assert shown(page)[0] == "3 questions"
    remember(page, {"version": 1, "answer:paths": {**tried, "solved": True}})
    assert shown(page)[0] == "1 of 3 questions"


def test_answers_are_counted_by_chapter(page):
    remember(page, DONE)
    assert shown(page) == ["1 of 3 questions", "1 of 1 question", "1 of 3 questions"]
    assert "2 of 4 questions answered" in page.locator(".pt-done-so-far").inner_text()


def test_a_chapter_is_read_when_the_reader_says_so(page):
    box(page).check()
    assert shown(page)[0] == "✓ read, 3 questions"
    assert marks(page) == 1
    assert page.locator(".pt-done-so-far").inner_text().startswith("1 of 2 chapters read")
    page.reload()
    assert box(page).is_checked()
    box(page).uncheck()
    assert marks(page) == 0
    assert page.evaluate("localStorage.getItem('chain-rule-live')") is None


def test_everything_is_forgotten_and_that_can_be_undone(page):
    remember(page, DONE)
    box(page).check()
    before = page.evaluate(STORED)
    page.get_by_role("button", name="Forget it all").click()
    assert page.evaluate("localStorage.length") == 0
    assert marks(page) == 0
    page.get_by_role("button", name="Undo").click()
    assert page.evaluate(STORED) == before
    assert marks(page) == 1


def test_two_windows_agree(two_windows):
    one, other = two_windows
    one.bring_to_front()
    box(one).check()
    other.wait_for_function("document.querySelector('[data-read]').checked", polling=100)
    assert marks(other) == 1


def test_showing_progress_moves_nothing(page_factory, address):
    page = page_factory(width=390)
    page.goto(address)
    everything = {**DONE, "read:05-the-chain-rule": True, "read:02-gradient-descent": True}
    everything |= {"answer:links": "a", "answer:check": "b"}
    page.evaluate("r => localStorage.setItem('chain-rule-live', JSON.stringify(r))", everything)
    page.add_init_script(checks.OBSERVE_SHIFTS)
    page.reload()
    checks.settle(page)
    assert shown(page)[0] == "✓ read, 3 of 3 questions"
    assert checks.layout_shifts(page) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_progress_on_start_moves_nothing(page_factory, served, width):
    """All chapters read, all questions answered: Start has room for that from the beginning."""
    page = page_factory(width=width)
    page.goto(served + "chapters/start.html", wait_until="load")
    places = page.locator("td .pt-progress").evaluate_all(
        "places => places.map(({ dataset }) => [dataset.chapter, ...dataset.asks.split(' ')])"
    )
    record = {"version": 1}
    for chapter, *asks in places:
        record |= {f"read:{chapter}": True} | {f"answer:{ask}": {"solved": True} for ask in asks}
    page.evaluate("r => localStorage.setItem('chain-rule-live', JSON.stringify(r))", record)
    page.add_init_script(checks.OBSERVE_SHIFTS)
    page.reload(wait_until="load")
    checks.settle(page)
    said = page.locator(".pt-done-so-far").inner_text()
    assert said.startswith(f"{len(places)} of {len(places)} chapters read")
    assert checks.layout_shifts(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_progress_is_accessible(page_factory, address, theme):
    page = page_factory(theme, 390)
    page.goto(address)
    remember(page, {**DONE, "read:05-the-chain-rule": True})
    page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
    assert not checks.axe(page) + checks.overflow(page, 320)


def test_the_map_counts_every_question_of_the_book(site):
    """On Start each chapter has its place, with the questions that the chapter really asks."""
    start = (site / "chapters" / "start.html").read_text("utf-8")
    places = dict(re.findall(r'data-chapter="([\w-]+)" data-asks="([^"]*)"', start))
    assert len(places) >= 5
    for name, asks in places.items():
        chapter = (site / "chapters" / f"{name}.html").read_text("utf-8")
        kinds = "|".join(progress.ASKING)
        asked = re.findall(rf'id="([\w-]+)" data-figure="(?:{kinds})"', chapter)
        assert asks.split() == asked
        assert f'data-read="{name}"' in chapter


def test_what_is_kept_is_small_and_plain(page):
    box(page).check()
    assert page.evaluate(STORED) == {"version": 1, "read:05-the-chain-rule": True}
    assert len(json.dumps(page.evaluate(STORED))) < 100
