"""A chapter on paper: solutions by choice, no invitation to click, and where its figures live."""

import pytest

import checks

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CHAPTER = "chapters/06-the-chain-rule.html"
SEEN = """(selector) => [...document.querySelectorAll(selector)].filter((one) =>
  one.checkVisibility() && one.getBoundingClientRect().height > 0).map((one) => one.innerText)"""
ADDRESSES = """() => [...document.querySelectorAll(".pt-figure")].map((figure) =>
  [figure.dataset.figure, getComputedStyle(figure, "::after").content])"""
PILLS = """() => [...document.querySelectorAll("a.pt-set")].filter((link) =>
  getComputedStyle(link, "::before").content !== "none"
  || getComputedStyle(link).borderTopWidth !== "0px").length"""
LEFT = "() => document.querySelector('.bd-article p').getBoundingClientRect().left"
COUNTED = "(calls) => { globalThis.printed = 0; globalThis.print = () => { printed += 1; }; }"


@pytest.fixture
def page(served, page_factory):
    page = page_factory()
    page.add_init_script(f"({COUNTED})()")
    page.goto(served + CHAPTER)
    return page


def on_paper(page, selector):
    page.emulate_media(media="print")
    found = page.evaluate(SEEN, selector)
    page.emulate_media(media="screen")
    return found


def test_solutions_are_printed_when_they_are_asked_for(page):
    exercises = page.locator('.pt-figure[data-figure="exercise"]').count()
    questions = page.locator('.pt-figure[data-figure="question"]').count()
    assert exercises
    assert on_paper(page, ".pt-paper") == []
    page.get_by_role("checkbox", name="with solutions").check()
    page.get_by_role("button", name="Print this chapter").click()
    page.wait_for_function("printed === 1")
    shown = on_paper(page, ".pt-paper")
    assert len(shown) == exercises + questions
    assert all(len(text) > 20 for text in shown)
    assert page.evaluate(SEEN, ".pt-paper") == []  # and on the screen none
    page.get_by_role("checkbox", name="with solutions").uncheck()
    assert on_paper(page, ".pt-paper") == []


def test_folded_solutions_are_printed_when_they_are_asked_for_and_no_fold_is_left(page):
    folds = page.locator("section > details").count()
    assert folds
    assert on_paper(page, "section > details") == []
    page.get_by_role("checkbox", name="with solutions").check()
    assert len(on_paper(page, "section > details > summary + p")) == folds
    assert len(on_paper(page, ".cell_input ~ .pt-fold > .cell_output")) > 0
    assert on_paper(page, ".pt-fold > summary") == []


def test_the_text_takes_the_whole_width_of_the_sheet(page):
    page.set_viewport_size({"width": 720, "height": 1000})
    page.emulate_media(media="print")
    assert page.evaluate(LEFT) == 0


def test_the_solution_on_paper_is_that_of_the_numbers_asked(page):
    page.get_by_role("checkbox", name="with solutions").check()
    other = page.get_by_role("button", name="Another one like this").first
    exercise = page.locator('.pt-figure[data-figure="exercise"]', has=other).first
    paper = exercise.locator(".pt-paper")
    paper.locator("p").first.wait_for(state="attached")
    before = paper.text_content()
    other.click()
    checks.next_frames(page)
    assert paper.text_content() != before


def test_nothing_on_paper_asks_to_be_pressed_and_figures_say_where_they_live(page, served):
    page.emulate_media(media="print")
    assert page.evaluate(PILLS) == 0
    assert page.evaluate(SEEN, ".pt-question .pt-status, .pt-exercise .pt-status") == []
    assert page.evaluate(SEEN, ".bd-article button") == []
    for kind, said in page.evaluate(ADDRESSES):
        assert (f"{served}{CHAPTER}#" in said) == (kind not in ("question", "exercise"))
