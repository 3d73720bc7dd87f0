"""Chapter 1: every rule holds, and every link leads where it says."""

import re

import pytest
import sympy

from prose import cells, markdown, settings
from ptcode.autodiff.checks import central_difference
from ptcode.functions.function import Function, x
from ptcode.functions.slopes import Verdict, tangent_at
from ptcode.widgets.tangent import FUNCTIONS, VIEWS

CHAPTER = "01-derivatives"
LINKS = list(settings(markdown(CHAPTER)))
MEANING = {"positive": Verdict.RISES, "negative": Verdict.FALLS, "zero": None}
KINDS = {
    "x³ − 3x at 1": Verdict.MINIMUM,
    "x³ − 3x at −1": Verdict.MAXIMUM,
    "x³ at 0": Verdict.NEITHER,
    "At 0 itself": Verdict.CORNER,
    "At 0": Verdict.VERTICAL,
    "At −0.5": Verdict.OUTSIDE,
}
RULES = {
    "$c$": (sympy.Integer(5), sympy.Integer(0)),
    "$x^n$": (x**7, 7 * x**6),
    "$1/x$": (1 / x, -1 / x**2),
    r"$\sqrt x$": (sympy.sqrt(x), 1 / (2 * sympy.sqrt(x))),
    "$e^x$": (sympy.exp(x), sympy.exp(x)),
    r"$\ln x$": (sympy.log(x), 1 / x),
    r"$\sin x$": (sympy.sin(x), sympy.cos(x)),
    r"$\cos x$": (sympy.cos(x), -sympy.sin(x)),
}
WRITTEN = {
    "$c$": "$0$", "$x^n$": r"$n\,x^{n-1}$", "$1/x$": "$-1/x^2$", r"$\sqrt x$": r"$1/(2\sqrt x)$",
    "$e^x$": "$e^x$", r"$\ln x$": "$1/x$", r"$\sin x$": r"$\cos x$", r"$\cos x$": r"$-\sin x$",
}  # fmt: skip
COMBINATIONS = {
    "constant factor": (3 * sympy.sin(x), 3 * sympy.cos(x), r"3\cos x"),
    "sum": (x**2 + sympy.sin(x), 2 * x + sympy.cos(x), r"2x + \cos x"),
    "product": (
        x**2 * sympy.sin(x),
        2 * x * sympy.sin(x) + x**2 * sympy.cos(x),
        r"2x \sin x + x^2 \cos x",
    ),
    "quotient": (
        sympy.sin(x) / x**2,
        (x**2 * sympy.cos(x) - 2 * x * sympy.sin(x)) / x**4,
        r"\dfrac{x^2 \cos x - 2x \sin x}{x^4}",
    ),
}


@pytest.mark.parametrize(("figure", "state"), [link[1:] for link in LINKS])
def test_the_sliders_reach_what_a_link_sets(figure, state):
    assert figure in ("tangent", "signs", "zoom", "own")
    view = VIEWS[state["f"]]
    assert view.places[0] <= float(state["x"]) <= view.places[1]
    assert abs(float(state.get("h", 0))) <= view.reach
    assert 0 <= float(state.get("zoom", 0)) <= 3


def rows(cell):
    """The cells of each body row of a table, keyed by its first column."""
    text = cells(CHAPTER, "markdown")[cell]
    lines = [line for line in text.split("\n") if line.startswith("| ")][1:]
    split = (re.split(r" \| ", line.strip("| ")) for line in lines)
    return {first: rest for first, *rest in split}


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_of_the_table_holds(rule):
    function, claimed = RULES[rule]
    assert rows("from-number-to-function")[rule][0] == WRITTEN[rule]
    assert sympy.simplify(sympy.diff(function, x) - claimed) == 0
    for at in (0.3, 1.0, 2.7):
        measured = central_difference(Function(function, (x,)), at)
        assert measured == pytest.approx(float(claimed.subs(x, at)), rel=1e-7, abs=1e-9)


def test_the_table_has_no_other_rules():
    assert set(rows("from-number-to-function")) == set(RULES) == set(WRITTEN)
    assert set(rows("combination-rules")) == set(COMBINATIONS)


@pytest.mark.parametrize("name", COMBINATIONS)
def test_every_combination_rule_holds_in_its_example(name):
    function, claimed, written = COMBINATIONS[name]
    assert written in rows("combination-rules")[name][1]
    assert sympy.simplify(sympy.diff(function, x) - claimed) == 0


def test_the_rows_of_the_signs_link_to_places_with_that_sign():
    table = rows("sign")
    for name, verdict in MEANING.items():
        ((_, _, state),) = settings(table[f'<span class="pt-slope">{name}</span>'][1])
        found = tangent_at(FUNCTIONS[state["f"]], float(state["x"]))
        assert found.slope == 0 if verdict is None else found.verdict is verdict


@pytest.mark.parametrize("label", KINDS)
def test_a_link_to_a_special_place_leads_to_one(label):
    (state,) = (state for name, _, state in LINKS if name == label)
    assert tangent_at(FUNCTIONS[state["f"]], float(state["x"])).verdict is KINDS[label]
