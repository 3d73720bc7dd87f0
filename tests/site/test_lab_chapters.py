"""Claim 4, a chapter reads in JupyterLab as its page does: what is seen there."""

import re
import shutil
from urllib.parse import parse_qsl

import nbformat
import pytest

import prose
from lab import IDLE, Notebook, jupyterlab

expect = pytest.importorskip("playwright.sync_api").expect
pytestmark = [pytest.mark.browser, pytest.mark.lab, pytest.mark.slow]

NAMES = [name for name in prose.pages() if (prose.CHAPTERS / f"{name}.ipynb").exists()]
FOLDED = {"hide-input", "remove-input"}
# In a workspace of its own: another would open again what was open in it.
PLACE = "lab/workspaces/{0}/tree/{0}.ipynb"
SHUT_DOWN = "() => jupyterapp.shell.currentWidget.sessionContext.shutdown()"
RUN = "() => jupyterapp.commands.execute('notebook:run-all-cells')"
RAN = """() => jupyterapp.shell.currentWidget.content.widgets.every(
  (cell) => cell.model.type !== "code" || cell.model.executionCount)"""
# A figure is drawn when it comes near the screen, or the printer.
LIVE = """(wanted) => {
  dispatchEvent(new Event("beforeprint"));
  const views = [...document.querySelectorAll(".pt-view")];
  return views.length === wanted && views.every((view) => view.querySelector("[role=status]"));
}"""
# Every fold of the text is opened first: what lies in it is seen, sooner or later.
SEEN = """() => {
  const text = [...document.querySelectorAll(".jp-RenderedMarkdown")];
  for (const fold of document.querySelectorAll(".jp-RenderedMarkdown details")) fold.open = true;
  const said = (names) => [...document.querySelectorAll(names)].map((one) => one.innerText);
  const colour = (one) => getComputedStyle(one).color;
  return {
    text: text.map((cell) => {
      const copy = cell.cloneNode(true);
      for (const one of copy.querySelectorAll("mjx-container, code, pre")) one.replaceWith("⟦⟧");
      return copy.textContent;
    }).join("\\n"),
    unread: said("mjx-merror, mjx-mtext[style*='red']"),
    failed: said("[data-mime-type*=error], [data-mime-type*=stderr], .jupyter-widgets-error"),
    code: [...document.querySelectorAll(".jp-CodeCell")].map((cell) =>
      cell.querySelector(".jp-InputArea-editor")?.checkVisibility() === true),
    captions: said(".pt-view > figcaption").length,
    plain: [...document.querySelectorAll(".jp-RenderedMarkdown span[class^='pt-']")]
      .filter((word) => colour(word) === colour(word.parentElement)).map((word) => word.innerText),
  };
}"""
# The first link of the text that sets a figure, and what the figure then says of itself.
LINKS = """() => [
  ...document.querySelectorAll(".jp-RenderedMarkdown a[href^='#']:not(.jp-InternalAnchorLink)")
].map((link) => link.getAttribute("href")).filter((address) => address.includes("?"))"""
STATE = """([id, name]) => [...ptViews].findLast(({ model }) => model.get("link").id === id)
  .model.get(name)"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    notebooks = tmp_path_factory.mktemp("chapters") / "book"
    shutil.copytree(prose.CHAPTERS, notebooks)
    with jupyterlab(notebooks, tmp_path_factory.mktemp("jupyter")) as address:
        yield address


@pytest.fixture
def opened(browser, address):
    """Return `opened(name)`: the page of a chapter in JupyterLab, every cell of it run."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(90_000)

    def run(name):
        page = context.new_page()
        Notebook(page, address(PLACE.format(name)))
        run_all(page)
        return page

    yield run
    context.pages[-1].evaluate(SHUT_DOWN)
    context.close()


def run_all(page):
    page.evaluate(RUN)
    page.wait_for_function(RAN)
    page.wait_for_function(IDLE)


@pytest.mark.parametrize("name", NAMES)
def test_a_chapter_reads_as_its_page_does(opened, site, name):
    page = opened(name)
    cells = nbformat.read(prose.CHAPTERS / f"{name}.ipynb", as_version=4).cells
    built = (site / "chapters" / f"{name}.html").read_text("utf-8")
    page.wait_for_function(LIVE, arg=built.count('<figure class="pt-figure"'))
    seen = page.evaluate(SEEN)
    assert re.findall(r":::|\{[a-z:]+\}⟦⟧|^\(\S+\)=|\[\^|\$|</?[a-z]+", seen["text"], re.M) == []
    assert seen["unread"] == seen["failed"] == seen["plain"] == []
    code = [cell for cell in cells if cell.cell_type == "code"]
    assert seen["code"] == [not FOLDED & {*cell.metadata.get("tags", [])} for cell in code]
    assert seen["captions"] == built.count("<figcaption")
    a_link_sets_its_figure(page)
    what_is_typed_is_undone(page)


def a_link_sets_its_figure(page):
    for address in page.evaluate(LINKS)[:1]:
        page.locator(f'.jp-RenderedMarkdown a[href="{address}"]').first.click()
        figure, _, query = address.removeprefix("#").partition("?")
        for name, value in parse_qsl(query):
            shown = page.evaluate(STATE, [figure, name])
            told = str(shown).lower() if isinstance(shown, bool) else shown
            assert told == (float(value) if isinstance(told, int | float) else value), name
        page.keyboard.press("Escape")


def what_is_typed_is_undone(page):
    field = page.locator(".jp-Notebook .pt-view input[type=text]:visible").first
    if not field.count():
        return
    before = field.input_value()
    field.press("End")
    page.keyboard.type("+1")
    assert field.input_value() == f"{before}+1"
    for _ in "+1":
        page.keyboard.press("Control+z")
    expect(field).to_have_value(before)


STILLS = "() => [...document.querySelectorAll('.pt-still')].filter((one) => one.innerHTML).length"
SAVE = "() => jupyterapp.commands.execute('docmanager:save')"
RESTART = "() => jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()"


def test_a_saved_chapter_shows_stills_without_its_kernel_and_runs_again(opened, address):
    page = opened("start")
    page.wait_for_function(LIVE, arg=1)
    page.wait_for_function(f"({STILLS})() === 1")
    still = page.locator(".pt-still")
    expect(still).to_be_hidden()
    page.evaluate(SAVE)
    page.evaluate(RESTART)
    page.wait_for_function(IDLE)
    page.goto("about:blank")
    Notebook(page, address(PLACE.format("start")))
    expect(still.locator("img")).to_be_visible()
    assert still.locator("img").get_attribute("alt")
    seen = page.locator(".jp-Notebook").inner_text()
    assert "not found" not in seen
    run_all(page)
    page.wait_for_function(LIVE, arg=1)
    expect(still).to_be_hidden()
