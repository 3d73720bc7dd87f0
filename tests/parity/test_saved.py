"""Claim 2, a saved notebook shows the still of each figure, with no kernel and nothing fetched."""

import base64
import re
import sys

import nbformat
import pytest

from ptcode import widgets
from ptcode.widgets import saved

LIVE = "application/vnd.jupyter.widget-view+json"


@pytest.fixture
def left(monkeypatch):
    """The figures that leave a still in a notebook of a Jupyter server."""
    figures = []
    monkeypatch.setenv("JPY_SESSION_NAME", "chapter.ipynb")
    monkeypatch.setattr("ptcode.widgets.base.leave_still", figures.append)
    return figures


def test_a_notebook_gets_the_live_view_and_the_sentence_and_later_a_still(left):
    figure = widgets.TangentExplorer()
    data, _ = figure._repr_mimebundle_()
    assert set(data) == {LIVE, "text/plain"}
    assert left == [figure]


def test_pyodide_draws_no_still(monkeypatch):
    monkeypatch.setattr(sys, "platform", "emscripten")
    data, _ = widgets.TangentExplorer()._repr_mimebundle_()
    assert set(data) == {LIVE, "text/plain"}


def test_a_figure_of_words_is_left_as_words():
    question = widgets.Question("q", "Which?", [("a", "No."), ("b", "Yes.", True)])
    assert "<li>a" in saved.still_html(question)


def test_the_letters_of_a_still_need_no_font():
    (data,) = re.findall(r'base64,([^"]*)"', saved.still_html(widgets.DescentExplorer()))
    picture = base64.b64decode(data).decode()
    assert picture.count("<use ") > 20
    assert "<text" not in picture


def test_nbconvert_shows_the_still_of_a_saved_notebook(left):
    nbconvert = pytest.importorskip("nbconvert")
    figure = widgets.TangentExplorer()
    data, metadata = figure._repr_mimebundle_()
    v4 = nbformat.v4
    outputs = [
        v4.new_output("display_data", data={"text/html": saved.still_html(figure)}),
        v4.new_output("execute_result", data=data, metadata=metadata, execution_count=1),
    ]
    book = v4.new_notebook(cells=[v4.new_code_cell("figure", outputs=outputs)])
    page, _ = nbconvert.HTMLExporter().from_notebook_node(book)
    (alt,) = re.findall(r'<img alt="([^"]*)" src="data:image/svg', page)
    assert alt.startswith("TangentExplorer: ")
    assert figure.caption[:20] in page


@pytest.mark.parametrize("bare", [False, True])
def test_a_notebook_that_a_program_runs_keeps_stills_but_not_for_the_book_itself(bare, monkeypatch):
    nbconvert = pytest.importorskip("nbconvert")
    if not bare:
        monkeypatch.delenv("PTCODE_BARE")
    v4 = nbformat.v4
    cells = [v4.new_code_cell("import ptcode as pt; pt.ZoomExplorer()")]
    book = v4.new_notebook(cells=cells)
    exporter = nbconvert.HTMLExporter(preprocessors=["nbconvert.preprocessors.ExecutePreprocessor"])
    page, _ = exporter.from_notebook_node(book)
    assert page.count(LIVE) > 0
    assert page.count('<img alt="ZoomExplorer: ') == (0 if bare else 1)
