"""Code cells run in the page: Python in a worker, from this site alone."""

import pytest
from playwright.sync_api import expect

from running import PATIENCE, Running, cell, run, said, shown, type_in
from sitebuild import built_site, page_names, served_below

if not (built_site() / "live").exists():
    pytest.skip("the site holds no Python for the page: make live", allow_module_level=True)
pytestmark = [pytest.mark.browser, pytest.mark.slow]

CHAPTER = "chapters/02-gradient-descent.html"
WATCH = """globalThis.violations = [];
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  violations.push(`${violatedDirective}: ${blockedURI}`));"""


@pytest.fixture(scope="module")
def address():
    with served_below(built_site(), "/some/sub/", Running) as root:
        yield root


@pytest.fixture(scope="module")
def requests():
    return []


@pytest.fixture(scope="module")
def page(browser, address, requests):
    """The chapter in a fresh profile; its Python starts once for all tests."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    context.on("request", lambda request: requests.append(request.url))
    page = context.new_page()
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.add_init_script(WATCH)
    page.goto(address + CHAPTER, wait_until="load")
    yield page
    context.close()


def test_a_page_that_runs_is_not_taken_for_an_old_one():
    assert CHAPTER in page_names(built_site())


def test_before_a_cell_is_run_one_small_script_is_fetched(page, requests):
    expect(page.locator(".pt-run")).to_have_count(page.locator(".cell_input").count())
    assert [one.rpartition("/")[2] for one in requests if "/live/" in one] == ["live.js"]


@pytest.mark.timeout(600)
def test_the_chapter_runs_from_its_first_cell_to_its_last_and_prints_what_the_book_does(page):
    printing = ".cell:has(.cell_input):not(.tag_needs-kernel) .cell_output .highlight"
    outputs = page.locator(printing)
    book = [text.strip() for text in outputs.all_text_contents()]
    assert run(cell(page, "build-sliders")).startswith("Run in")
    assert [text.strip() for text in outputs.all_text_contents()] == book
    sliders = cell(page, "build-sliders").locator(".pt-sliders input")
    assert [slider.get_attribute("name") for slider in sliders.all()] == ["alpha", "start", "steps"]
    picture = cell(page, "build-sliders").locator("img.pt-drawn")
    picture.wait_for(timeout=PATIENCE)
    before = picture.get_attribute("src")
    sliders.first.press("ArrowRight")
    page.wait_for_function(
        "before => document.querySelector('img.pt-drawn').src !== before", arg=before
    )


def test_a_changed_cell_shows_what_it_now_computes_and_reset_brings_the_book_back(page):
    steps = cell(page, "rule-in-python")
    book = shown(steps)
    steps.get_by_role("button", name="Run", exact=True).click()
    said(steps)
    type_in(page, steps, "from math import tau\nprint(tau)\n3 * 7")
    assert run(steps).startswith("Run in")
    assert shown(steps).split() == ["6.283185307179586", "21"]
    steps.get_by_role("button", name="Reset").click()
    assert shown(steps) == book
    assert "slope = 2 * theta_k" in steps.locator(".cm-content").inner_text()


def test_an_error_is_python_s_last_line_and_its_line_is_marked(page):
    stop = cell(page, "stop-on-small-slope")
    run(stop)
    type_in(page, stop, "a = 1\nb = a / 0\nprint(b)")
    assert "2" in run(stop)
    assert shown(stop) == "ZeroDivisionError: division by zero"
    assert stop.locator(".pt-wrong-line").inner_text() == "b = a / 0"
    stop.get_by_role("button", name="Reset").click()


def test_a_figure_of_a_cell_is_read_and_set_from_python(page):
    valleys = cell(page, "figure-valleys")
    valleys.get_by_text("The code").click()
    run(valleys)
    type_in(page, valleys, 'valleys = pt.DescentExplorer("two-valleys", id="valleys")\nvalleys')
    assert run(valleys).startswith("Run in")
    figure = page.locator("#valleys")
    slider = figure.locator("input[name=alpha]")
    slider.press("ArrowRight")
    state = "() => JSON.parse(document.querySelector('#valleys').dataset.state).alpha"
    moved = page.evaluate(state)
    stop = cell(page, "stop-on-small-slope")
    type_in(page, stop, "print(valleys.alpha)\nvalleys.alpha = 0.2")
    assert run(stop).startswith("Run in")
    assert float(shown(stop)) == pytest.approx(moved)
    assert page.evaluate(state) == 0.2
    assert slider.input_value() == "0.2"


def test_a_figure_whose_code_is_not_shown_is_read_and_set_by_its_id(page):
    figure = page.locator("#cases")
    slider = figure.locator("input[name=alpha]")
    slider.press("ArrowRight")
    state = "() => JSON.parse(document.querySelector('#cases').dataset.state)"
    moved = page.evaluate(state)
    stop = cell(page, "stop-on-small-slope")
    run(stop)  # which makes it an editor
    code = "cases = pt.figure('cases')\nprint(cases.alpha, cases.k)\ncases.alpha = 0.7"
    type_in(page, stop, code)
    assert run(stop).startswith("Run in")
    assert [*map(float, shown(stop).split())] == [moved["alpha"], moved["k"]]
    assert page.evaluate(state) == moved | {"alpha": 0.7}
    assert slider.input_value() == "0.7"
    type_in(page, stop, "pt.figure('casez')")
    run(stop)
    assert "cases" in shown(stop)
    assert "descent" in shown(stop)
    stop.get_by_role("button", name="Reset").click()  # or no cell below it runs


def test_the_code_to_complete_is_checked(page):
    own = cell(page, "yours-descent-step")
    run(own)
    assert "Not written yet" in shown(own)
    wrong = "def step(theta, slope, alpha):\n    return theta + alpha * slope\n"
    type_in(page, own, f'{wrong}\n\npt.check("descent-step", step)')
    run(own)
    assert "Not written yet" not in shown(own)
    assert shown(own)
    own.get_by_role("button", name="Reset").click()


@pytest.mark.timeout(600)
def test_an_endless_loop_is_stopped_and_python_begins_anew(page):
    steps = cell(page, "rule-in-python")
    type_in(page, steps, "print('on')\nwhile True:\n    pass")
    steps.get_by_role("button", name="Run", exact=True).click()
    steps.locator(".cell_output", has_text="on").wait_for()
    steps.get_by_role("button", name="Stop").click()
    assert said(steps).startswith("Stopped")
    type_in(page, steps, "print(pt.COSTS['square'](3))")
    assert run(steps).startswith("Run in")
    assert shown(steps) == "9.0"


def test_the_reader_s_text_survives_a_reload(page):
    page.reload(wait_until="load")
    steps = cell(page, "rule-in-python")
    assert "earlier visit" in steps.locator(".pt-tools").get_by_role("status").text_content()


def test_nothing_was_asked_of_another_host_and_no_policy_broken(page, requests, address):
    assert [url for url in requests if not url.startswith((address, "data:", "blob:"))] == []
    assert page.evaluate("violations") == []
    assert page.errors == []


@pytest.mark.timeout(600)
def test_another_chapter_runs_whole_and_prints_what_the_book_does(page, address, requests):
    page.goto(address + "chapters/06-the-chain-rule.html", wait_until="load")
    outputs = page.locator(".cell:has(.cell_input) .cell_output .highlight")
    book = [text.strip() for text in outputs.all_text_contents()]
    assert run(cell(page, "yours-chain-slope-solution")).startswith("Run in")
    assert [text.strip() for text in outputs.all_text_contents()] == book
    test_nothing_was_asked_of_another_host_and_no_policy_broken(page, requests, address)
