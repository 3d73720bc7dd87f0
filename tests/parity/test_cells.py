"""What the page's Python does with figures whose cells the page does not show."""

import json
from weakref import WeakValueDictionary

import pytest

import ptcode as pt
from ptcode.site import live
from ptcode.widgets import shown
from ptcode.widgets.cells import Cells

ASKED = {"id": "asked", "kind": "question", "cell": 1}
CASES = {"id": "cases", "kind": "descent", "cell": 2}
OPEN = {"id": "open", "kind": "descent", "cell": 3}


def cell(source, *tags):
    return {"cell_type": "code", "source": [source], "metadata": {"tags": [*tags]}}


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    monkeypatch.setattr(shown, "_SHOWN", WeakValueDictionary())
    monkeypatch.setattr(shown, "UNSEEN", {})
    monkeypatch.setattr("ptcode.widgets.cells.UNSEEN", shown.UNSEEN)


@pytest.fixture
def cells():
    """Cells of a page that shows one figure without its code, as the reader has moved it."""
    told = []
    made = Cells(told.append, json.dumps({"cases": 'pt.DescentExplorer(alpha=0.2, id="cases")'}))
    made.run("import ptcode as pt", "imports")
    state = pt.DescentExplorer(alpha=0.9, k=3, id="cases").state()

    def run(source, **typed):
        told.clear()
        changed = made.run(source, "mine", json.dumps({"cases": state | typed}), '["cases"]')
        return changed, [json.loads(one) for one in told]

    return run


def test_a_figure_without_code_is_what_the_page_shows_and_what_python_sets_goes_there(cells):
    changed, told = cells("print(pt.figure('cases').alpha)\npt.figure('cases').k = 5")
    assert told == [{"stream": "stdout", "text": "0.9"}, {"stream": "stdout", "text": "\n"}]
    assert json.loads(changed) == {"cases": {"k": 5}}


TYPED = {"cost": "typed", "expression": "θ⁴", "tree": ["Power", "theta", 4]}
ASK = "figure = pt.figure('cases'); float(figure.function(2)), figure.expression"


def test_what_a_reader_types_into_a_figure_comes_to_python_as_a_tree(cells):
    for _ in range(2):  # when Python first hears of the figure, and when it has it
        assert cells(ASK, **TYPED) == ("{}", [{"data": {"text/plain": "(16.0, 'θ⁴')"}}])


def test_what_python_does_not_take_is_an_error_of_the_cell(cells):
    cells("pt.figure('cases')")
    changed, told = cells("1 + 1", cost="no cost")
    assert changed == "{}"
    assert ["no cost" in one["error"] for one in told] == [True]
    assert cells("1 + 1")[1] == [{"data": {"text/plain": "2"}}]


def test_an_id_that_is_not_there_is_answered_with_those_that_are(cells):
    _, told = cells("pt.figure('casez')")
    assert "cases" in told[0]["error"]


def test_the_page_hands_on_the_code_of_figures_that_it_hides_alone():
    hidden = ["remove-input"]
    notebook = {"cells": [cell("1"), cell("q", *hidden), cell("hers", *hidden), cell("seen")]}
    assert live.unseen(notebook, [ASKED, CASES, OPEN]) == {"cases": "hers"}


@pytest.mark.parametrize("given", [0.1, 0.7])
def test_a_notebook_finds_the_figure_that_was_shown_last_under_an_id(given):
    figure = pt.DescentExplorer(alpha=given, id="found")
    figure._repr_mimebundle_()
    assert pt.figure("found") is figure
