"""Progress: kept in this browser, shown where there is a place for it, and taken back at will."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

import checks
from ptcode.site import progress
from reader import write_page
from sitebuild import page_names, served_below

pytestmark = pytest.mark.browser

PLACE = (
    '<span class="pt-progress" data-chapter="{name}" data-asks="{asks}">{count} questions</span>'
)
ONE = PLACE.format(name="the-chain-rule", asks="links paths check", count=3)
TWO = PLACE.format(name="gradient-descent", asks="first-step", count=1)
BODY = f"""
<style>nav a {{ display: block; padding: 0.5rem }}</style>
<nav class="bd-links" aria-label="Chapters"><ul><li><a href="02-gradient-descent.html">2</a></li>
<li><a href="06-the-chain-rule.html">5 The chain rule</a></li></ul></nav>
<table><tbody><tr><td>5 {ONE}</td></tr><tr><td>2 {TWO}</td></tr></tbody></table>
{progress.TOTAL}{progress.OWN}
<p class="pt-end"><label><input type="checkbox" name="read" data-read="the-chain-rule"/>
I have read this chapter</label>{ONE}</p>
"""
DONE = {f"answer:{name}": {"text": "one"} for name in ("paths", "first-step", "gone")}
OLD = {"version": 1, "answer:paths": "one", "answer:gone": "three", "read:05-the-chain-rule": True}


@pytest.fixture
def address(over_http, tmp_path):
    return over_http(write_page(tmp_path, BODY))


def shown(page):
    return [text.strip() for text in page.locator(".pt-progress").all_inner_texts()]


def marks(page):
    return page.locator("nav").get_by_role("img", name="read").count()


def box(page):
    return page.get_by_role("checkbox", name="I have read this chapter")


def forget(page):
    return page.get_by_role("button", name="Forget it all")


def said(page):
    return page.locator(".pt-own").get_by_role("status").inner_text()


def put(page, key, text):
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])


def bring(page, text):
    """Load a file with this text."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Load a file").click()
    file = {"name": "file.json", "mimeType": "application/json", "buffer": text.encode()}
    before = said(page)
    chooser.value.set_files(file)
    page.wait_for_function(
        "before => document.querySelector('.pt-own [role=status]').textContent !== before",
        arg=before,
    )


def test_nothing_is_done_at_first(page):
    assert shown(page) == ["3 questions", "1 question", "3 questions"]
    assert (
        page.locator(".pt-done-so-far").inner_text()
        == "0 of 2 chapters read, 0 of 4 questions answered."
    )
    assert not box(page).is_checked()
    assert forget(page).is_disabled()


def test_an_exercise_counts_once_it_is_solved(page):
    tried = {"seed": 0, "answer": "2x", "attempts": 1, "solved": False}
    checks.keep(page, {"answer:paths": tried})
    assert shown(page)[0] == "3 questions"
    checks.keep(page, {"answer:paths": {**tried, "solved": True}})
    assert shown(page)[0] == "1 of 3 questions"


def test_answers_are_counted_by_chapter(page):
    checks.keep(page, DONE)
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
    assert checks.kept(page) == {}


def test_everything_is_forgotten_and_that_can_be_undone(page):
    checks.keep(page, DONE)
    box(page).check()
    before = checks.record(page)
    forget(page).click()
    assert checks.kept(page) == {}
    assert marks(page) == 0
    assert page.evaluate("document.activeElement.textContent") == "Undo"
    page.keyboard.press("Enter")
    assert checks.record(page) == before
    assert marks(page) == 1


def test_what_comes_after_forgetting_is_not_undone(page):
    checks.keep(page, DONE)
    forget(page).click()
    box(page).check()
    forget(page).click()
    page.get_by_role("button", name="Undo").click()
    assert checks.kept(page) == {"read:the-chain-rule": True}


def test_progress_goes_to_another_browser_as_a_file_and_is_joined_there(
    page, page_factory, address
):
    checks.keep(page, DONE)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    text = download.value.path().read_text("utf-8")
    other = page_factory()
    other.goto(address)
    box(other).check()
    bring(other, text)
    assert checks.kept(other) == DONE | {"read:the-chain-rule": True}
    assert shown(other) == ["✓ read, 1 of 3 questions", "1 of 1 question", "1 of 3 questions"]
    other.get_by_role("button", name="Undo").click()
    assert checks.kept(other) == {"read:the-chain-rule": True}


@pytest.mark.parametrize(
    "text", ["nonsense", "{}", '{"version":4,"items":{"a":{"value":1,"at":1}}}', "[1]"]
)
def test_a_file_that_cannot_be_read_is_named_and_changes_nothing(page, text):
    checks.keep(page, DONE)
    before = checks.record(page)
    bring(page, text)
    assert "Nothing was changed." in said(page)
    assert checks.record(page) == before


def told(page):
    """What is said at the foot of the window, once it is said."""
    words = page.locator(".pt-notice [role=status]")
    words.filter(has_text=re.compile(r"\w")).wait_for()
    return words.inner_text()


def test_a_copy_that_keeps_nothing_takes_over_an_older_record_and_says_so_once(page):
    put(page, "chain-rule-live", json.dumps(OLD))
    page.reload()
    assert "a copy of it is here now" in told(page)
    assert shown(page)[0] == "✓ read, 1 of 3 questions"
    box(page).uncheck()
    assert page.evaluate("JSON.parse(localStorage.getItem('chain-rule-live'))") == OLD
    page.reload()
    assert shown(page)[0] == "1 of 3 questions"
    assert page.locator(".pt-notice").count() == 0
    forget(page).click()
    page.reload()
    assert shown(page)[0] == "3 questions"


@pytest.mark.slow
def test_what_is_told_can_be_closed_by_keyboard_and_is_accessible(page):
    put(page, "chain-rule-live", json.dumps(OLD))
    page.reload()
    told(page)
    assert not checks.axe(page) + checks.overflow(page, 320)
    page.get_by_role("button", name="Close").focus()
    page.keyboard.press("Enter")
    assert page.locator(".pt-notice").count() == 0


def test_of_several_copies_the_one_used_last_is_taken_over(page):
    for place, at in [("/a/", 10), ("/b/", 30), ("/c/", 20)]:
        items = {f"read:{place}": {"value": True, "at": at}}
        put(page, f"chain-rule-live:{place}", json.dumps({"version": 2, "items": items}))
    put(page, "chain-rule-live:/d/", json.dumps({"version": 99, "items": {}}))
    page.reload()
    assert checks.kept(page) == {"read:/b/": True}


def test_two_copies_on_one_origin_do_not_overwrite_each_other(page_factory, tmp_path):
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        (folder / "chapters").mkdir(parents=True)
        path = Path(url2pathname(urlsplit(write_page(folder / "chapters", BODY)).path))
        text = path.read_text("utf-8").replace("<html ", '<html data-content_root="../" ')
        path.write_text(text, "utf-8")
    with served_below(tmp_path, "/") as root:
        page = page_factory()
        page.goto(f"{root}one/chapters/06-the-chain-rule.html")
        box(page).check()
        page.goto(f"{root}two/chapters/06-the-chain-rule.html")
        assert box(page).is_checked()
        box(page).uncheck()
        page.goto(f"{root}one/chapters/06-the-chain-rule.html")
        assert box(page).is_checked()
        keys = page.evaluate("Object.keys(localStorage).sort()")
        assert keys == ["chain-rule-live:/one/", "chain-rule-live:/two/"]


def test_what_a_newer_edition_wrote_is_said_and_left_alone_and_can_be_taken_away(page):
    newer = json.dumps({"version": 99, "what": ["nobody", "knows"]})
    page.evaluate(f"text => localStorage.setItem({checks.KEY}, text)", newer)
    page.reload()
    assert "newer edition" in told(page)
    box(page).check()
    assert shown(page)[0].startswith("✓ read")
    assert checks.record(page) == json.loads(newer)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    assert download.value.path().read_text("utf-8") == newer


def test_progress_works_where_the_browser_keeps_nothing(page_factory, address):
    page = page_factory()
    page.add_init_script(checks.NO_STORE)
    problems = checks.watch(page, address.rpartition("/")[0])
    page.goto(address)
    box(page).check()
    assert shown(page)[0].startswith("✓ read")
    forget(page).click()
    assert shown(page)[0] == "3 questions"
    page.get_by_role("button", name="Undo").click()
    assert shown(page)[0].startswith("✓ read")
    assert not problems


def test_two_windows_agree(two_windows):
    one, other = two_windows
    one.bring_to_front()
    box(one).check()
    other.wait_for_function("document.querySelector('[data-read]').checked", polling=100)
    assert marks(other) == 1


def test_showing_progress_moves_nothing(page_factory, address):
    page = page_factory(width=390)
    page.goto(address)
    everything = {**DONE, "read:the-chain-rule": True, "read:gradient-descent": True}
    everything |= {f"answer:{name}": {"text": "a"} for name in ("links", "check")}
    checks.keep(page, everything)
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
    record = {}
    for chapter, *asks in places:
        record |= {f"read:{chapter}": True} | {f"answer:{ask}": {"solved": True} for ask in asks}
    checks.keep(page, record)
    page.add_init_script(checks.OBSERVE_SHIFTS)
    page.reload(wait_until="load")
    checks.settle(page)
    said = page.locator(".pt-done-so-far").inner_text()
    assert said.startswith(f"{len(places)} of {len(places)} chapters read")
    assert checks.layout_shifts(page) == []


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_progress_is_accessible(page_factory, address, theme):
    page = page_factory(theme, 390)
    page.goto(address)
    checks.keep(page, {**DONE, "read:the-chain-rule": True})
    page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
    assert not checks.axe(page) + checks.overflow(page, 320)


def test_the_map_counts_every_question_of_the_book(site):
    """On Start each chapter has its place, with the questions that the chapter really asks."""
    start = (site / "chapters" / "start.html").read_text("utf-8")
    places = dict(re.findall(r'data-chapter="([\w-]+)" data-asks="([^"]*)"', start))
    assert len(places) >= 5
    for name, asks in places.items():
        at = re.compile(rf"chapters/\d+-{name}\.html")
        (page,) = filter(at.fullmatch, page_names(site))
        chapter = (site / page).read_text("utf-8")
        kinds = "|".join(progress.ASKING)
        asked = re.findall(rf'id="([\w-]+)" data-figure="(?:{kinds})"', chapter)
        assert asks.split() == asked
        assert f'data-read="{name}"' in chapter


def test_what_is_kept_is_small_and_plain(page):
    box(page).check()
    assert checks.kept(page) == {"read:the-chain-rule": True}
    assert len(json.dumps(checks.record(page))) < 100


def test_start_and_about_hand_out_bring_back_and_forget(site):
    """The buttons stand on both, and on no other page: one click there forgets the whole book."""
    pages = {
        path.stem for path in site.rglob("*.html") if 'class="pt-own' in path.read_text("utf-8")
    }
    assert pages == {"start", "about"}
