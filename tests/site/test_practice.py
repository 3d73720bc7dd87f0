"""Practice in the browser: problem after problem, kept here, taken away and wiped out at will."""

import datetime
import json

import pytest

import checks
from bare import write_page
from ptcode.exercises.bank import bank
from ptcode.mistakes import MISTAKES
from ptcode.widgets import Practice

pytestmark = pytest.mark.browser

FIRST = "slope-of-square"
FILL = next(slug for slug, exercise in bank().items() if exercise.kind == "fill")
NOON = datetime.datetime(2026, 11, 29, 12)
DAY = datetime.timedelta(days=1)


@pytest.fixture(scope="module")
def address(over_http, tmp_path_factory):
    return over_http(write_page(tmp_path_factory.mktemp("practice"), Practice(exercise=FIRST)))


@pytest.fixture(scope="module")
def fresh(over_http, tmp_path_factory):
    return over_http(write_page(tmp_path_factory.mktemp("practice"), Practice()))


def state(page):
    return checks.state_of(page.locator("#practice"))


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def answer(page, text):
    page.get_by_label("Your number").fill(text)
    press(page, "Check")


def boxes(page):
    return [int(text) for text in page.locator(".pt-shelf .pt-lying").all_inner_texts()]


def place(page, slug=FIRST):
    """The box of an exercise, its problems, and those right at the first try."""
    return [checks.kept(page)[f"box:{slug}"][key] for key in ("box", "tries", "right")]


def practised(page):
    return page.locator(".pt-practised").inner_text()


def fill_in(page, texts):
    fields = page.locator(".pt-problem form input[type=text]").all()
    for field, text in zip(fields, texts(len(fields)), strict=True):
        field.fill(text)
    press(page, "Check")


def follow(page, query):
    """Follow a link to a problem."""
    checks.follow(page, f"#practice?{query}")


def solve_another(page):
    press(page, "Another one like this")
    assert state(page)["answer"] == ""
    solve_shown(page)


def solve_shown(page):
    """Answer what FIRST asks: the slope of x² at a place."""
    prompt = page.locator(".pt-prompt").inner_text()
    at = float(prompt.rpartition("=")[2].strip(" ?").replace("−", "-"))
    answer(page, str(2 * at))


def test_a_problem_is_there_at_once_and_another_one_on_demand(page_factory, fresh):
    page = page_factory()
    page.goto(fresh)
    first = state(page)["exercise"]
    assert first
    press(page, "Next problem")
    assert state(page)["exercise"] != first
    assert page.evaluate("document.activeElement.closest('.pt-problem') !== null")


def test_a_right_first_try_moves_the_exercise_on(page):
    everything = sum(boxes(page))
    answer(page, "-6")
    assert page.get_by_role("status").inner_text().startswith("✓")
    assert boxes(page) == [0, everything - 1, 1, 0, 0]
    assert place(page) == [3, 1, 1]


def test_a_miss_goes_to_the_first_box_and_a_later_answer_does_not_undo_it(page):
    answer(page, "9")
    assert boxes(page)[0] == 1
    answer(page, "-6")
    assert place(page) == [1, 1, 0]
    assert "1 problem so far, 0 right at the first try" in practised(page)


def test_blanks_filled_in_wrong_are_a_try_and_right_afterwards_is_not_the_first(page):
    follow(page, f"exercise={FILL}&seed=0&answer=")
    fill_in(page, lambda count: [""] * count)
    assert f"box:{FILL}" not in checks.kept(page)
    fill_in(page, lambda count: ["12345.678"] * count)
    assert place(page, FILL) == [1, 1, 0]
    assert "1 problem so far, 0 right at the first try" in practised(page)
    exercise = bank()[FILL]
    numbers = exercise.right(exercise.numbers(exercise.variants[0]))
    right = [repr(float(numbers[blank.name])) for blank in exercise.blanks]
    fill_in(page, lambda count: right)
    assert page.get_by_role("status").inner_text().startswith("✓")
    assert place(page, FILL) == [1, 1, 0]


def test_a_solution_that_was_opened_before_the_problem_was_solved_is_a_miss(page):
    answer(page, "-6.05")
    assert f"box:{FIRST}" not in checks.kept(page), "only rounded: that decides nothing"
    press(page, "Solution")
    page.locator(".pt-solution").wait_for()
    answer(page, "-6")
    assert page.get_by_role("status").inner_text().startswith("✓")
    assert place(page) == [1, 1, 0]


def test_a_problem_that_was_seen_before_counts_once(page):
    answer(page, "9")
    follow(page, "exercise=machines-in-a-row&seed=0&answer=")
    follow(page, f"exercise={FIRST}&seed=0&answer=")
    answer(page, "-6")
    assert page.get_by_role("status").inner_text().startswith("✓")
    assert place(page) == [1, 1, 0]


def test_what_is_solved_rests_for_days_and_moves_on_when_they_are_over(page_factory, address):
    """Box 3 rests for three days: solved again before that, it stays; after that, it moves on."""
    page = page_factory()
    page.clock.set_fixed_time(NOON)
    page.goto(address)
    answer(page, "-6")
    assert place(page) == [3, 1, 1]
    assert checks.kept(page)[f"box:{FIRST}"]["due"] == "2026-12-02"
    assert "0 due today" in practised(page)
    solve_another(page)
    assert place(page) == [3, 2, 2]
    page.clock.set_fixed_time(NOON + 2 * DAY)
    page.reload()
    follow(page, f"exercise={FIRST}&seed=2&answer=")
    assert "rests until tomorrow" in page.locator(".pt-which").inner_text()
    page.clock.set_fixed_time(NOON + 3 * DAY)
    page.reload()
    follow(page, f"exercise={FIRST}&seed=3&answer=")
    assert "rests" not in page.locator(".pt-which").inner_text()
    assert "1 due today" in practised(page)
    solve_shown(page)
    assert place(page) == [4, 3, 3]
    assert checks.kept(page)[f"box:{FIRST}"]["due"] == "2026-12-09"


def test_a_mistake_that_was_made_is_named_until_it_was_avoided_twice(page):
    follow(page, "exercise=sine-of-a-power&seed=0&answer=")
    page.get_by_label("Your derivative").fill("cos(2x^3)")
    press(page, "Check")
    named = page.locator(".pt-weak")
    assert next(each.title for each in MISTAKES if each.name == "stopped") in named.inner_text()
    for seed in (1, 2):
        follow(page, f"exercise=sine-of-a-power&seed={seed}&answer=")
        a, n = (bank()["sine-of-a-power"].variants[seed][name] for name in "an")
        page.get_by_label("Your derivative").fill(f"{a * n}x^{n - 1} cos({a}x^{n})")
        press(page, "Check")
        assert page.get_by_role("status").inner_text().startswith("✓")
        assert named.is_visible() == (seed == 1)


def test_what_cannot_be_read_is_no_try(page):
    answer(page, "-6)")
    assert boxes(page)[0] == 0
    answer(page, "-6")
    assert place(page)[0] == 3


def test_another_one_like_this_is_a_problem_of_its_own(page):
    answer(page, "9")
    solve_another(page)
    assert state(page)["seed"] == 1
    assert place(page) == [2, 2, 1]


def test_the_problem_in_hand_survives_a_reload(page_factory, fresh):
    page = page_factory()
    page.goto(fresh)
    press(page, "Next problem")
    before = state(page)
    page.reload()
    assert state(page) == before


def test_the_choice_narrows_the_draw_and_never_leaves_nothing(page):
    page.get_by_label("From").select_option("composite functions")
    page.get_by_label("Kind").select_option("put in order")
    assert page.locator(".pt-which").inner_text().startswith("From composite functions")
    assert "put in order" in page.locator(".pt-which").inner_text()
    page.get_by_label("Kind").select_option("fill in the numbers")
    assert state(page)["sort"] == "fill"
    assert "fill in the numbers" in page.locator(".pt-which").inner_text()
    assert page.get_by_label("From").input_value() == state(page)["topic"]
    assert sum(boxes(page)) >= 1


def test_a_link_opens_a_problem_and_drops_the_answer_to_another(page, address):
    answer(page, "9")
    page.evaluate("location.hash = '#practice?exercise=machines-in-a-row&seed=0'")
    page.wait_for_function("document.querySelector('.pt-order') !== null")
    assert state(page)["answer"] == ""
    assert page.get_by_role("status").count() == 1


def test_an_exercise_that_does_not_exist_is_replaced_by_one_that_does(page):
    page.evaluate("location.hash = '#practice?exercise=of-an-older-edition'")
    page.wait_for_function(
        "!document.getElementById('practice').dataset.state.includes('older-edition')"
    )
    assert page.locator(".pt-prompt").inner_text()


def test_it_can_be_saved_as_a_file_and_as_text(page):
    answer(page, "9")
    with page.expect_download() as download:
        press(page, "Save as a file")
    saved = json.loads(download.value.path().read_text("utf-8"))
    assert download.value.suggested_filename == "chain-rule-practice.json"
    assert saved["practice"][0]["exercise"] == FIRST
    page.get_by_text("As text, to copy").click()
    page.wait_for_function("document.querySelector('.pt-away textarea').value !== ''")
    shown = json.loads(page.get_by_label("What you have practised, as text").input_value())
    assert shown["practice"] == saved["practice"]


def test_what_was_saved_is_loaded_and_added_to_what_is_there(page, page_factory, address):
    answer(page, "-6")
    with page.expect_download() as download:
        press(page, "Save as a file")
    other = page_factory()
    other.goto(address)
    follow(other, "exercise=machines-in-a-row&seed=0&answer=")
    press(other, "Check")
    assert "0 right at the first try" in practised(other)
    with other.expect_file_chooser() as chooser:
        press(other, "Load a file")
    chooser.value.set_files(download.value.path())
    other.get_by_text("Loaded: ").wait_for()
    assert other.evaluate("document.activeElement.textContent").startswith("Loaded: ")
    assert place(other) == [3, 1, 1]
    assert place(other, "machines-in-a-row")[0] == 1
    assert "2 problems so far, 1 right at the first try" in practised(other)


def test_it_can_be_erased_and_that_undone(page):
    checks.keep(page, {"answer:x": {"text": "y"}})
    answer(page, "9")
    before = checks.kept(page)
    press(page, "Erase")
    assert boxes(page)[0] == 0
    assert checks.kept(page) == {"answer:x": {"text": "y"}}
    press(page, "Undo")
    assert checks.kept(page) == before
    assert boxes(page)[0] == 1
    press(page, "Erase")
    press(page, "Another one like this")
    answer(page, "1000")
    assert page.get_by_role("button", name="Undo").count() == 0
    assert checks.kept(page)["answer:x"] == {"text": "y"}


@pytest.mark.slow
def test_a_hundred_problems_in_a_row(page):
    """Every kind is drawn, none breaks, and each has its one voice."""
    seen = set()
    for _ in range(100):
        press(page, "Next problem")
        seen.add(page.locator(".pt-which").inner_text().partition(": ")[2])
        assert page.get_by_role("status").count() == 1
    assert len(seen) == 6


def test_it_works_where_the_browser_keeps_nothing(page_factory, address):
    page = page_factory()
    page.add_init_script(checks.NO_STORE)
    problems = checks.watch(page, address.rpartition("/")[0])
    page.goto(address)
    answer(page, "9")
    press(page, "Next problem")
    assert boxes(page)[0] == 1
    assert not problems


@pytest.mark.parametrize("stored", ["nonsense", '{"version":1,"practice":7}', '{"version":1,"practice":{"boxes":{"slope-of-square":{"box":9}},"now":{"exercise":"x"}}}'])  # fmt: skip  # noqa: E501
def test_a_spoilt_memory_does_no_harm(page, stored):
    page.evaluate("text => localStorage.setItem('chain-rule-live', text)", stored)
    page.reload()
    answer(page, "-6")
    press(page, "Next problem")
    assert sum(boxes(page)) > 40


@pytest.mark.slow
@pytest.mark.parametrize(("theme", "width"), checks.LOOKS)
def test_practice_is_accessible(page_factory, address, theme, width):
    page = page_factory(theme, width)
    page.goto(address)
    answer(page, "9")
    page.get_by_text("As text, to copy").click()
    page.get_by_text("By topic").click()
    assert not checks.axe(page) + checks.overflow(page, width) + checks.overflow(page, 320)
