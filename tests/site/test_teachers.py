"""Claim 4, what the page for teachers tells to write does what it says, in the places it names."""

import json
import re
import sys
from types import SimpleNamespace

import pytest

from sitebuild import ROOT, served_below
from test_guest import DRAWN, MYST

pytestmark = pytest.mark.browser

PAGE = (ROOT / "chapters" / "for-teachers.md").read_text("utf-8")
SERVER = "https://your.server/book/"
DEFAULTS = ROOT / "js" / "generated" / "defaults"


def block(language, mark):
    """The block of code of that language which holds a mark."""
    found = re.findall(rf"^(`{{3,}}){language}\n(.*?)^\1$", PAGE, re.DOTALL | re.MULTILINE)
    return next(text for _, text in found if mark in text)


@pytest.fixture
def elsewhere(page_factory, tmp_path, site):
    """Return `elsewhere(markup)`: an open page of another origin, which says where the book is."""
    with served_below(tmp_path, "/") as root, served_below(site, "/book/") as book:

        def open_page(markup):
            text = f"<!doctype html><title>A course</title>{markup.replace(SERVER, book)}"
            (tmp_path / "page.html").write_text(text, "utf-8")
            page = page_factory()
            page.goto(f"{root}page.html")
            page.wait_for_function(
                f"() => ({DRAWN})(document.querySelector('div').shadowRoot"
                " ?? document.querySelector('div'))"
            )
            return page

        yield open_page


def test_the_lines_for_a_plain_page_draw_the_figure_as_they_say(elsewhere):
    page = elsewhere(block("html", "figure.render"))
    assert page.locator("input[name=alpha]").input_value() == "0.75"
    assert page.locator("input[name=theta0]").input_value() == "2"


def test_the_lines_for_myst_draw_the_figure_as_its_theme_mounts_it(elsewhere):
    address, values = re.search(
        r"^```\{anywidget\} (\S+)\n(.*?)^```$", block("markdown", "anywidget"), re.M | re.S
    ).groups()
    page = elsewhere(
        MYST.removeprefix("<!doctype html>") % (address, json.dumps(json.loads(values)))
    )
    assert page.locator("input[name=alpha]").input_value() == "0.75"


def test_the_lines_for_marimo_make_a_widget_of_the_module_with_traits_that_it_has(monkeypatch):
    """marimo is not installed here: what it is handed is looked at."""
    handed = []
    ui = SimpleNamespace(anywidget=handed.append)
    monkeypatch.setitem(sys.modules, "marimo", SimpleNamespace(ui=ui))
    exec(block("python", "marimo"), {})
    (widget,) = handed
    kind = re.fullmatch(rf"{SERVER}figures/(\w+)\.mjs", str(widget._esm))[1]
    state = json.loads((DEFAULTS / f"{kind}.json").read_text("utf-8"))["state"]
    own = set(widget.keys) & state.keys()
    assert own
    assert all(isinstance(getattr(widget, name), type(state[name])) for name in own)


def test_the_table_names_every_module_with_what_it_can_be_told(site):
    page = (site / "chapters" / "for-teachers.html").read_text("utf-8")
    for path in DEFAULTS.glob("*.json"):
        (row,) = re.findall(rf"<tr>(?:(?!</tr>).)*/figures/{path.stem}\.mjs.*?</tr>", page)
        for name in json.loads(path.read_text("utf-8"))["state"]:
            assert f"<code>{name}</code>" in row
