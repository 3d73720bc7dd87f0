"""A link may ask for anything: a figure takes what it can show, says the rest, and goes on."""

from urllib.parse import urlencode

import pytest

import checks
from figure_cases import FIGURES
from ptcode.widgets import DescentExplorer, NetworkTrainer, RegressionExplorer
from samples import SAMPLE_KINDS, sampled

pytestmark = pytest.mark.browser
ODD = {float: "1e308", int: "-2.7", str: "toString", bool: "maybe"}


def refused(page):
    return page.locator(".pt-refused").inner_text()


@pytest.mark.parametrize(
    "kind",
    sampled(FIGURES, SAMPLE_KINDS, name=lambda figure: figure.kind),
    ids=lambda kind: kind.__name__,
)
def test_a_figure_survives_a_link_to_what_it_cannot_show(kind, show):
    figure = kind()
    before = figure.state()
    asked = {key: ODD[type(value)] for key, value in before.items() if type(value) in ODD}
    page = show(figure, link=f"#{figure.id}?{urlencode(asked)}&%ZZ=%ZZ&__proto__=1")
    after = checks.state_of(page.locator(f"#{figure.id}"))
    assert set(after) == set(before)
    for key, limits in figure.allowed().items():
        if key not in asked:  # a typed text, of which anything may be asked
            continue
        value = after[key]
        if "of" in limits:
            assert value in limits["of"]
        if "least" in limits:
            assert limits["least"] <= value <= limits["most"]
        assert f"{key} = {asked[key]}" in refused(page)
    assert "sets __proto__" in refused(page)


def test_what_is_taken_is_said_beside_what_was_asked_until_the_next_link(show):
    page = show(DescentExplorer(), link="#descent?k=2.7&alpha=-1&cost=plateau")
    assert "k = 2.7, which this figure cannot show: k is 3." in refused(page)
    assert "alpha = -1, which this figure cannot show: alpha is 0." in refused(page)
    assert "cost" not in refused(page)
    checks.follow(page, "#descent?k=4")
    assert page.locator(".pt-refused").count() == 0
    assert checks.state_of(page.locator("#descent"))["k"] == 4


def test_a_name_of_the_past_and_the_last_point_are_taken(show):
    page = show(
        NetworkTrainer(), RegressionExplorer(), link="#trainer?optimiser=gradient-descent&seed=3"
    )
    assert checks.state_of(page.locator("#trainer"))["optimiser"] == "gd"
    checks.follow(page, "#regression?point=17")
    assert page.locator(".pt-refused").count() == 0
    checks.follow(page, "#regression?point=99")
    assert "point is 17" in refused(page)
