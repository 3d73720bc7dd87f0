"""Claim 4, a reader can say what is wrong with a page, a figure or a verdict: filled, not sent."""

import json
import re

import pytest

from sitebuild import ROOT

expect = pytest.importorskip("playwright.sync_api").expect
pytestmark = [pytest.mark.browser, pytest.mark.slow]

EDITION = json.loads((ROOT / "js" / "generated" / "book.json").read_text("utf-8"))["edition"]
CHAPTER = "chapters/02-gradient-descent.html"
VERDICTS = {
    "chapters/06-the-chain-rule.html": ".pt-exercise",
    "chapters/practice.html": ".pt-exercise",
    "chapters/14-common-mistakes.html": ".pt-clinic",
}
REFUSED = """() => {
  navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
}"""
TAKEN = """() => {
  globalThis.taken = [];
  navigator.clipboard.writeText = async (text) => { taken.push(text); };
}"""
COLLECTED = """(address) => {
  const meta = document.createElement("meta");
  Object.assign(meta, { name: "pt-issues", content: address });
  document.head.append(meta);
}"""


@pytest.fixture
def visit(page_factory, served):
    """Return `visit(name, **options)`: an open page of the book that asks nobody else."""
    asked = []

    def open_page(name, **options):
        page = page_factory(**options)
        page.on("request", lambda request: asked.append(request.url))
        page.goto(served + name)
        return page

    yield open_page
    assert all(one.startswith((served, "data:", "blob:")) for one in asked)


def report(fold):
    """Open a fold; return what it would have a reader copy."""
    fold.locator("summary").click()
    fold.get_by_role("button").wait_for()
    return fold.locator("textarea[readonly]")


def of_page(page):
    return page.locator("footer .pt-doubt, .pt-ways .pt-doubt")


def judged(page, kind):
    """Have a wrong answer judged; return the fold below the verdict."""
    form = page.locator(f"{kind} form:has(input[type=text])").first
    form.locator("input[type=text]").first.fill("x^7 + 5")
    form.get_by_role("button", name="Check").click()
    return page.locator(f"{kind}:has(form input[type=text]) .pt-doubt").first


def test_a_page_s_report_says_which_page_and_edition_and_what_the_reader_says(visit, served):
    page = visit(CHAPTER)
    page.evaluate(TAKEN)
    fold = of_page(page)
    text = report(fold)
    assert page.locator("h1").inner_text().rstrip("#") in text.input_value()
    assert served + CHAPTER in text.input_value()
    assert EDITION in text.input_value()
    fold.locator("textarea:not([readonly])").fill("A sign is wrong.")
    fold.get_by_role("button").click()
    expect(fold.locator("[aria-live]")).not_to_be_empty()
    (taken,) = page.evaluate("taken")
    assert "A sign is wrong." in taken
    assert taken == text.input_value()


def test_a_page_without_a_figure_has_a_report_too(visit):
    page = visit("chapters/about.html")
    assert EDITION in report(of_page(page)).input_value()


def test_a_figure_s_report_holds_a_link_to_its_state_and_follows_it(visit):
    page = visit(f"{CHAPTER}#descent?alpha=0.75&theta0=2")
    figure = page.locator("#descent")
    figure.locator(".pt-share > summary").click()
    text = report(figure.locator(".pt-doubt"))
    address = re.search(r"http\S+", text.input_value())[0]
    assert "#descent?" in address
    assert "alpha=0.75" in address
    assert figure.get_by_role("status").inner_text() in text.input_value()
    figure.locator("input[name=alpha]").press("ArrowRight")
    expect(text).to_have_value(re.compile("alpha=0.76"))
    other = visit(address.removeprefix(address.split("chapters/")[0]))
    assert other.locator("#descent input[name=alpha]").input_value() == "0.75"


@pytest.mark.parametrize(("name", "kind"), VERDICTS.items())
def test_a_verdict_s_report_holds_the_answer_and_the_verdict(visit, name, kind):
    page = visit(name)
    without = page.locator(f"{kind} [data-verdict=''] + .pt-doubt")
    assert not any(fold.is_visible() for fold in without.all())
    fold = judged(page, kind)
    expect(fold).to_be_visible()
    assert not fold.evaluate("(fold) => fold.closest('[role=status]')"), "not read out with it"
    text = report(fold).input_value()
    verdict = fold.evaluate(
        "(fold) => fold.previousElementSibling.querySelector('strong').innerText"
    )
    assert "x^7 + 5" in text
    assert verdict in text
    page.locator(f"{kind} form input[type=text]").first.press("Enter")
    assert not fold.evaluate("(fold) => fold.open"), "a new verdict is another matter"


def test_where_the_clipboard_refuses_the_report_is_selected_and_that_is_said(visit):
    page = visit(CHAPTER)
    page.evaluate(REFUSED)
    fold = of_page(page)
    text = report(fold)
    fold.get_by_role("button").click()
    expect(text).to_be_focused()
    assert text.evaluate("(text) => text.selectionEnd - text.selectionStart === text.value.length")
    expect(fold.locator("[aria-live]")).not_to_be_empty()


def test_without_an_address_nothing_leads_away(visit):
    page = visit(CHAPTER)
    fold = of_page(page)
    report(fold)
    assert not fold.locator("a").count()


@pytest.mark.parametrize(
    "scheme", ["https://issues.example/new?t={title}&b={body}", "mailto:a@b.c?body={body}"]
)
def test_a_configured_address_is_filled_with_the_report(visit, scheme):
    page = visit(CHAPTER)
    page.evaluate(COLLECTED, scheme)
    fold = of_page(page)
    text = report(fold)
    fold.locator("textarea:not([readonly])").fill("½ & more")
    link = fold.locator("a")
    link.evaluate("(link) => link.addEventListener('click', (event) => event.preventDefault())")
    link.click()
    address = link.evaluate("(link) => link.href")
    sent = link.evaluate("(link) => decodeURIComponent(/b(?:ody)?=([^&]*)$/.exec(link.href)[1])")
    assert address.startswith(scheme.split("?")[0])
    assert sent == text.input_value()


def test_a_configured_address_without_a_place_for_it_has_the_report_copied_on_the_way(visit):
    page = visit(CHAPTER)
    page.evaluate(COLLECTED, "https://issues.example/list")
    page.evaluate(TAKEN)
    fold = of_page(page)
    text = report(fold)
    link = fold.locator("a")
    link.evaluate("(link) => link.addEventListener('click', (event) => event.preventDefault())")
    link.click()
    page.wait_for_function("taken.length === 1")
    assert page.evaluate("taken") == [text.input_value()]


def test_the_keyboard_opens_a_report_and_escape_closes_it(visit):
    page = visit(CHAPTER)
    summary = of_page(page).locator("summary")
    summary.press("Enter")
    of_page(page).get_by_role("button").wait_for()
    page.keyboard.press("Tab")
    expect(of_page(page).locator("textarea").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(summary).to_be_focused()
    assert not of_page(page).evaluate("(fold) => fold.open")


@pytest.mark.parametrize("width", [390, 320])
def test_a_report_fits_a_phone(visit, width):
    page = visit(CHAPTER, width=width)
    report(of_page(page))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_book_in_a_folder_says_nothing_of_the_folder(page_factory, site):
    page = page_factory()
    page.goto((site / CHAPTER).as_uri())
    text = report(of_page(page)).input_value()
    assert CHAPTER in text
    assert site.as_posix() not in text
    assert "file:" not in text
