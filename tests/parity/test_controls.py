"""`controls=[…]`: which controls a figure shows crosses to the browser, and only what there is."""

import json
import re

import pytest

from figure_cases import FIGURES
from ptcode.widgets import DescentExplorer, GraphStepper, Practice

CHOOSY = [kind for kind in FIGURES if kind.offers]
named = pytest.mark.parametrize("kind", CHOOSY, ids=lambda kind: kind.__name__)


@named
def test_every_figure_takes_the_names_it_offers(kind):
    figure = kind(controls=kind.offers)
    assert figure.controls == list(kind.offers)
    assert len(set(kind.offers)) == len(kind.offers)


@named
def test_an_unknown_name_is_refused_and_the_error_lists_what_there_is(kind):
    with pytest.raises(ValueError, match="nothing-of-the-kind") as caught:
        kind(controls=["nothing-of-the-kind"])
    assert all(re.search(rf"\b{name}\b", str(caught.value)) for name in kind.offers)


def test_a_misspelt_name_gets_the_likeliest_one():
    with pytest.raises(ValueError, match="did you mean 'theta0'"):
        DescentExplorer(controls=["alpha", "theta_0"])


def test_a_text_is_no_list_of_names():
    with pytest.raises(ValueError, match=r"\['alpha'\]"):
        DescentExplorer(controls="alpha")


def test_a_figure_without_such_controls_says_so():
    with pytest.raises(ValueError, match="no controls"):
        Practice(controls=["topic"])


def test_they_stand_on_the_mount_and_apart_from_the_state():
    figure = DescentExplorer(controls=["alpha", "play"])
    found = re.search(r"data-controls='([^']*)'", figure.mount())
    assert json.loads(found[1]) == ["alpha", "play"]
    assert "controls" not in figure.state()
    assert figure.get_state()["controls"] == ["alpha", "play"]  # what a notebook is sent


def test_a_figure_that_is_not_told_is_as_it_was():
    assert "data-controls" not in DescentExplorer().mount()
    assert DescentExplorer().controls is None
    for kind in CHOOSY:
        told, untold = kind(controls=[]), kind()
        assert repr(told) == repr(untold)
        assert told.state() == untold.state()


def test_a_graph_of_ones_own_takes_them_too():
    stepper = GraphStepper("two-paths", controls=["play", "inputs"])
    assert stepper.controls == ["play", "inputs"]
