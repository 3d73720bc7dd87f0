"""Practice in the browser: problem after problem, kept here, taken away and wiped out at will."""

import json

import pytest

import checks
from bare import write_page
from ptcode.widgets import Practice

pytestmark = pytest.mark.browser

STORED = "JSON.parse(localStorage.getItem('chain-rule-live') ?? '{}').practice"
FIRST = "slope-of-square"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    return write_page(tmp_path_factory.mktemp("practice"), Practice(exercise=FIRST))


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    return write_page(tmp_path_factory.mktemp("practice"), Practice())


def state(page):
    return checks.state_of(page.locator("#practice"))


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def answer(page, text):
    page.get_by_label("Your number").fill(text)
    press(page, "Check")


def boxes(page):
    return [int(text) for text in page.locator(".pt-shelf .pt-lying").all_inner_texts()]


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
    assert page.evaluate(STORED)["boxes"] == {FIRST: {"box": 3, "tries": 1, "right": 1}}


def test_a_miss_goes_to_the_first_box_and_a_later_answer_does_not_undo_it(page):
    answer(page, "9")
    assert boxes(page)[0] == 1
    answer(page, "-6")
    assert page.evaluate(STORED)["boxes"] == {FIRST: {"box": 1, "tries": 1, "right": 0}}
    assert (
        "1 problem so far, 0 right at the first try" in page.locator(".pt-practised").inner_text()
    )


def test_what_cannot_be_read_is_no_try(page):
    answer(page, "-6)")
    assert boxes(page)[0] == 0
    answer(page, "-6")
    assert page.evaluate(STORED)["boxes"][FIRST]["box"] == 3


def test_another_one_like_this_is_a_problem_of_its_own(page):
    answer(page, "9")
    press(page, "Another one like this")
    assert (state(page)["seed"], state(page)["answer"]) == (1, "")
    prompt = page.locator(".pt-prompt").inner_text()
    place = float(prompt.rpartition("=")[2].strip(" ?").replace("−", "-"))
    answer(page, str(2 * place))
    assert page.evaluate(STORED)["boxes"] == {FIRST: {"box": 2, "tries": 2, "right": 1}}


def test_the_problem_in_hand_survives_a_reload(page_factory, fresh):
    page = page_factory()
    page.goto(fresh)
    press(page, "Next problem")
    before = state(page)
    page.reload()
    assert state(page) == before


def test_the_choice_narrows_the_draw_and_never_leaves_nothing(page):
    page.get_by_label("From").select_option("chapter 4")
    page.get_by_label("Kind").select_option("put in order")
    assert page.locator(".pt-which").inner_text().startswith("Chapter 4")
    assert "put in order" in page.locator(".pt-which").inner_text()
    page.get_by_label("Kind").select_option("fill in the numbers")
    assert state(page)["sort"] == "fill"
    assert "fill in the numbers" in page.locator(".pt-which").inner_text()
    assert page.get_by_label("From").input_value() == str(state(page)["chapter"])
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


def test_it_can_be_erased_and_that_undone(page):
    page.evaluate('localStorage.setItem(\'chain-rule-live\', \'{"version":1,"answer:x":"y"}\')')
    answer(page, "9")
    before = page.evaluate(STORED)
    press(page, "Erase")
    assert boxes(page)[0] == 0
    assert page.evaluate(STORED) is None
    press(page, "Undo")
    assert page.evaluate(STORED) == before
    assert boxes(page)[0] == 1
    press(page, "Erase")
    press(page, "Another one like this")
    answer(page, "1000")
    assert page.get_by_role("button", name="Undo").count() == 0
    assert json.loads(page.evaluate("localStorage.getItem('chain-rule-live')"))["answer:x"] == "y"


def test_a_hundred_problems_in_a_row(page):
    """Every kind is drawn, none breaks, and each has its one voice."""
    seen = set()
    for _ in range(100):
        press(page, "Next problem")
        seen.add(page.locator(".pt-which").inner_text().partition(": ")[2])
        assert page.get_by_role("status").count() == 1
    assert len(seen) == 5


def test_it_works_where_the_browser_keeps_nothing(page_factory, address):
    page = page_factory()
    page.add_init_script(checks.NO_STORE)
    problems = checks.watch(page, "file:")
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


@pytest.mark.parametrize(("theme", "width"), checks.LOOKS)
def test_practice_is_accessible(page_factory, address, theme, width):
    page = page_factory(theme, width)
    page.goto(address)
    answer(page, "9")
    page.get_by_text("As text, to copy").click()
    page.get_by_text("By chapter").click()
    assert not checks.axe(page) + checks.overflow(page, width) + checks.overflow(page, 320)
