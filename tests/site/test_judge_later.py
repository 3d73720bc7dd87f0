"""The judge is a script of its own, fetched with the first answer: on time, late, or not at all."""

import pytest
from playwright.sync_api import expect

import checks
from bare import write_page
from ptcode.widgets import ExerciseFigure

pytestmark = pytest.mark.browser

SLUG = "slope-of-square"
SCRIPT = "page-judge.js"
CHAPTER = "chapters/13-optimisers.html"


@pytest.fixture
def late(page_factory, over_http, tmp_path):
    """Return a page with an exercise, and the list of requests for the judge, which all wait."""
    page, held = page_factory(), []
    page.route(f"**/{SCRIPT}*", lambda request: held.append(request))
    page.goto(over_http(write_page(tmp_path, ExerciseFigure(SLUG))))
    return page, held


def field(page):
    return page.get_by_role("textbox")


def status(page):
    return page.get_by_role("status")


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def asked(page, held):
    """The one request for the judge, however often Check was pressed."""
    while not held:
        page.wait_for_timeout(20)
    (request,) = held
    held.clear()
    return request


def test_a_chapter_fetches_no_judge_before_the_first_check(served, page_factory):
    page, requests = page_factory(), []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(served + CHAPTER)
    exercise = page.locator("[data-figure=exercise]").first
    exercise.get_by_role("textbox").fill("1")
    checks.settle(page)
    assert not [one for one in requests if SCRIPT in one]
    for _ in range(2):
        exercise.get_by_role("button", name="Check", exact=True).click()
        exercise.locator("[data-verdict]:not([data-verdict=''])").wait_for()
    assert len([one for one in requests if SCRIPT in one]) == 1


def test_a_kept_answer_is_judged_when_it_comes_near(served, page_factory):
    page, requests = page_factory(), []
    page.goto(served + CHAPTER)
    name = page.locator("[data-figure=exercise]").first.get_attribute("id")
    checks.keep(page, {f"answer:{name}": {"seed": 0, "answer": "7", "asked": None}})
    page.on("request", lambda request: requests.append(request.url))
    page.reload()
    checks.settle(page)
    exercise = page.locator(f'[id="{name}"]')
    assert exercise.get_by_role("textbox").input_value() == "7"
    assert not [one for one in requests if SCRIPT in one]
    exercise.scroll_into_view_if_needed()
    exercise.locator(".pt-headline").wait_for()


def test_pressed_twice_while_it_is_on_its_way_is_one_try(late):
    page, held = late
    field(page).fill("7")
    press(page, "Check")
    expect(status(page)).not_to_be_empty()
    field(page).press("Enter")
    asked(page, held).continue_()
    page.locator(".pt-headline").wait_for()
    assert checks.kept(page)[f"answer:{SLUG}"]["attempts"] == 1


def test_what_is_typed_meanwhile_stays_and_the_verdict_is_on_what_was_submitted(late):
    page, held = late
    field(page).fill("7")
    field(page).press("Enter")
    field(page).fill("7x")
    asked(page, held).continue_()
    page.locator(".pt-headline").wait_for()
    assert field(page).input_value() == "7x"
    assert checks.state_of(page.locator(".pt-figure"))["answer"] == "7"
    expect(page.locator(".pt-status.pt-stale")).to_have_count(1)
    page.unroute(f"**/{SCRIPT}*")
    page.reload()
    assert field(page).input_value() == "7x"


def test_a_verdict_that_comes_too_late_is_none(late):
    page, held = late
    field(page).fill("7")
    press(page, "Check")
    press(page, "Another one like this")
    asked(page, held).continue_()
    page.wait_for_function("() => ptBook.shared['judge/judge']")
    checks.settle(page)
    expect(status(page)).to_be_empty()
    assert checks.state_of(page.locator(".pt-figure")) == {"seed": 1, "answer": ""}
    assert not checks.kept(page).get(f"answer:{SLUG}", {}).get("attempts")


def test_the_solution_awaits_the_verdict(late):
    page, held = late
    field(page).fill("7")
    press(page, "Check")
    page.get_by_role("button", name="Solution").dispatch_event("click")
    asked(page, held).continue_()
    page.locator(".pt-solution").wait_for()


def test_without_the_judge_nothing_is_lost_and_the_next_press_asks_again(late):
    page, held = late
    field(page).fill("7")
    press(page, "Check")
    asked(page, held).abort()
    status(page).filter(has_text="cannot be fetched").wait_for()
    assert field(page).input_value() == "7"
    press(page, "Check")
    asked(page, held).continue_()
    page.locator(".pt-headline").wait_for()
    assert checks.kept(page)[f"answer:{SLUG}"]["attempts"] == 1
