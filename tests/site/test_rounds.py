"""Two rounds of the same ten questions in the browser: kept, not judged at first, then compared."""

import json

import pytest

import checks
from bare import write_page
from ptcode.exercises.rounds import TEN, UNSURE
from ptcode.widgets import Rounds

pytestmark = pytest.mark.browser

RIGHT = [next(choice[0] for choice in one.choices if len(choice) == 3) for one in TEN]
WRONG = [next(choice[0] for choice in one.choices if len(choice) == 2) for one in TEN]
FEEDBACK = [choice[1] for one in TEN for choice in one.choices]
FIRST, SECOND = "First round: before chapter 1", "Second round: after chapter 14"


@pytest.fixture(scope="module")
def address(over_http, tmp_path_factory):
    return over_http(write_page(tmp_path_factory.mktemp("rounds"), Rounds()))


def choose(page, *texts):
    """Choose in the first questions, one after the other."""
    for fieldset, text in zip(page.locator("fieldset").all(), texts, strict=False):
        fieldset.get_by_label(text, exact=True).check()


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def said(page):
    return page.get_by_role("status").inner_text()


def title(page):
    return page.get_by_role("heading", level=2).inner_text()


def buttons(page):
    return page.locator(".pt-view > .pt-player").get_by_role("button").all_inner_texts()


def chosen(page):
    return page.locator("input:checked").count()


def saved(page):
    with page.expect_download() as download:
        press(page, "Save as a file")
    return json.loads(download.value.path().read_text("utf-8"))


def bring(page, file):
    with page.expect_file_chooser() as chooser:
        press(page, "Load a file")
    text = json.dumps(file).encode()
    chooser.value.set_files({"name": "f.json", "mimeType": "application/json", "buffer": text})
    page.get_by_text("Loaded:").wait_for()


def both(page):
    """Three right in the first round, eight in the second."""
    choose(page, *RIGHT[:3], *WRONG[3:9], UNSURE)
    press(page, "Finish the first round")
    press(page, "Begin the second round")
    choose(page, *RIGHT[:8], WRONG[8])
    press(page, "Finish and compare")


def test_the_first_round_says_nothing_of_what_is_right(page):
    assert title(page) == FIRST
    choose(page, *WRONG[:5], *RIGHT[5:])
    assert said(page) == "10 of 10 answered."
    assert page.locator(".pt-verdict").all_inner_texts() == [""] * 50
    press(page, "Finish the first round")
    assert title(page) == "Your first round is kept"
    assert page.evaluate("document.activeElement.textContent") == title(page)
    shown = page.locator(".pt-figure").inner_text()
    assert not any(text in shown for text in (*FEEDBACK, "✓", "✗", "right"))
    file = json.dumps(saved(page), ensure_ascii=False)
    assert "right" not in file.replace("what is right", "")
    assert not any(text in file for text in FEEDBACK)


def test_a_choice_is_kept_at_once_and_the_round_stays_open(page):
    choose(page, WRONG[0], RIGHT[1])
    page.reload()
    assert (chosen(page), title(page), said(page)) == (2, FIRST, "2 of 10 answered.")
    press(page, "Finish the first round")
    page.reload()
    assert title(page) == "Your first round is kept"
    press(page, "Change my answers")
    assert (chosen(page), title(page)) == (2, FIRST)


def test_the_second_round_starts_empty_and_is_compared_with_the_first(page):
    choose(page, *RIGHT[:3], *WRONG[3:9], UNSURE)
    press(page, "Finish the first round")
    press(page, "Begin the second round")
    assert (title(page), chosen(page), buttons(page)) == (SECOND, 0, ["Finish and compare"])
    choose(page, *RIGHT[:8], WRONG[8])
    page.reload()
    assert (title(page), said(page)) == (SECOND, "9 of 10 answered.")
    press(page, "Finish and compare")
    assert said(page) == "First round: 3 of 10 right. Second round: 8 of 10 right."
    page.reload()
    assert said(page) == "First round: 3 of 10 right. Second round: 8 of 10 right."
    fourth, ninth, tenth = (page.locator(".pt-compared").nth(i).inner_text() for i in (3, 8, 9))
    assert f"First round: {WRONG[3]} ✗ not quite" in fourth
    assert f"Second round: {RIGHT[3]} ✓ right" in fourth
    assert f"Right: {RIGHT[8]}" in ninth
    assert "Right:" not in fourth
    assert tenth.count("– left open") == 2
    page.get_by_text("Both rounds in a table").click()
    page.locator("tbody tr").first.wait_for()
    marks = [row.locator("td").all_inner_texts() for row in page.locator("tbody tr").all()]
    assert [mark for _, mark in marks].count("✓ right") == 8
    assert [mark for mark, _ in marks].count("✓ right") == 3


def test_the_file_holds_both_rounds_and_opens_in_another_browser(page, page_factory, address):
    both(page)
    file = saved(page)
    assert {name: one["right"] for name, one in file["rounds"].items()} == {"first": 3, "second": 8}
    assert all(one["finished"].startswith("20") for one in file["rounds"].values())
    assert file["questions"][8]["second"] == {"answer": WRONG[8], "right": False}
    assert [one["right"] for one in file["questions"]] == RIGHT
    assert file["unverified"].startswith("Unverified")
    other = page_factory()
    other.goto(address)
    choose(other, WRONG[0])
    bring(other, {**file, "items": {n: i for n, i in file["items"].items() if "second" not in n}})
    assert title(other) == "Your first round is kept"
    bring(other, file)
    # of two answers to the first question the newer one counts, which is the wrong one
    assert said(other) == "First round: 2 of 10 right. Second round: 8 of 10 right."


def test_who_skipped_the_first_round_says_so_and_can_go_back(page):
    press(page, "This is my second time")
    assert (title(page), chosen(page)) == (SECOND, 0)
    assert "no first round of yours" in page.locator(".pt-figure").inner_text()
    press(page, "This is my first time")
    assert title(page) == FIRST
    press(page, "This is my second time")
    choose(page, *RIGHT)
    assert buttons(page) == ["Finish and compare"]
    press(page, "Finish and compare")
    assert said(page) == "10 of 10 right. There is no first round to compare with."
    assert "First round:" not in page.locator(".pt-compared").first.inner_text()


def test_erase_forgets_both_rounds_and_nothing_else_and_can_be_undone(page):
    checks.keep(page, {"answer:other": {"text": "one"}})
    page.reload()
    both(page)
    press(page, "Erase")
    assert (title(page), said(page)) == (FIRST, "0 of 10 answered.")
    assert checks.kept(page) == {"answer:other": {"text": "one"}}
    press(page, "Undo")
    assert said(page) == "First round: 3 of 10 right. Second round: 8 of 10 right."
    press(page, "Erase")
    choose(page, RIGHT[0])
    assert page.get_by_role("button", name="Undo").count() == 0


def test_two_windows_agree_and_neither_takes_the_focus_of_the_other(two_windows):
    one, other = two_windows
    choose(one, RIGHT[0])
    press(one, "Finish the first round")
    other.get_by_role("heading", name="Your first round is kept").wait_for()
    assert other.evaluate("document.activeElement === document.body")


def test_where_the_browser_keeps_nothing_the_page_says_so_and_the_file_helps(page_factory, address):
    page = page_factory()
    page.add_init_script(checks.NO_STORE)
    problems = checks.watch(page, address.rpartition("/")[0])
    page.goto(address)
    assert "save your answers as a file" in page.locator(".pt-figure").inner_text()
    choose(page, RIGHT[0])
    press(page, "Finish the first round")
    file = saved(page)
    page.reload()
    assert title(page) == FIRST
    bring(page, file)
    assert title(page) == "Your first round is kept"
    assert not problems


def test_the_keyboard_suffices(page):
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert said(page) == "1 of 10 answered."
    page.get_by_role("button", name="Finish the first round").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert title(page) == SECOND


def test_what_an_older_edition_kept_is_left_alone_and_not_shown(page):
    gone = {"round:first:sign-of-a-slope": {"text": "gone"}, "round:first": "done"}
    checks.keep(page, gone)
    page.reload()
    assert (title(page), chosen(page)) == (FIRST, 0)
    assert checks.kept(page) == gone


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_phase_is_accessible(page_factory, address, theme):
    page = page_factory(theme, 390)
    page.goto(address)
    assert not checks.axe(page) + checks.overflow(page, 320)
    both(page)
    page.get_by_text("Both rounds in a table").click()
    assert not checks.axe(page) + checks.overflow(page, 320)


def test_without_javascript_the_questions_can_be_read(page_factory, address):
    page = page_factory(java_script_enabled=False)
    page.goto(address)
    assert not list(checks.missing_without_script(page.locator("#rounds"), "rounds"))
    assert page.locator(".pt-prompt").count() == len(TEN)
    assert not page.get_by_text(FEEDBACK[1], exact=True).is_visible()
