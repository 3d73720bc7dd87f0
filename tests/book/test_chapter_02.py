"""Chapter 2 and the Start page: every link leads where it says."""

import re
from unittest.mock import MagicMock

import numpy as np
import pytest
import sympy

import claims_02 as claims
from prose import CHAPTERS, cells, markdown, settings
from ptcode.descent.descent import Regime, gradient_descent
from ptcode.functions.catalogue import COSTS
from ptcode.functions.function import Function, theta
from ptcode.widgets.descent import STEPS, VIEWS

CHAPTER = "02-gradient-descent"
STATES = [state for name in ("start", CHAPTER) for _, _, state in settings(markdown(name))]
REGIME_OF_ROW = {
    "never move": Regime.STAYS,
    "approach from one side": Regime.ONE_SIDE,
    "land in one step": Regime.ONE_STEP,
    "jump from side to side": Regime.ALTERNATES,
    "bounce for ever": Regime.BOUNCES,
    "diverge": Regime.DIVERGES,
}


def path_of(state):
    cost = COSTS[state["cost"]]
    if state.get("half") == "true":
        cost = Function(cost.expression / 2)
    return gradient_descent(cost, float(state["theta0"]), float(state["alpha"]), STEPS)


def linked(label, where=CHAPTER):
    """The path of the one link with this label in a text."""
    found = {tuple(state.items()) for name, _, state in settings(where) if name == label}
    assert len(found) == 1, f"{len(found)} links {label!r}"
    return path_of(dict(found.pop()))


@pytest.mark.parametrize("state", STATES)
def test_the_sliders_reach_what_a_link_sets(state):
    view = VIEWS[state["cost"]]
    assert float(state["alpha"]) <= view.fastest * (2 if state.get("half") == "true" else 1)
    assert view.starts[0] <= float(state["theta0"]) <= view.starts[1]
    assert {"cost", "alpha", "theta0", "k"} <= set(state)


def test_rows_of_the_table_name_the_regime_of_their_links():
    rows = [row for row in cells(CHAPTER, "markdown")["one-factor"].split("\n") if "](#" in row]
    found = {
        words: path_of(state).regime
        for row in rows
        if row.startswith("|")
        for _, _, state in settings(row)
        for words in REGIME_OF_ROW
        if words in row.split("|")[3]
    }
    assert found == REGIME_OF_ROW


def test_three_cases_have_the_slopes_that_their_rows_name():
    text = cells(CHAPTER, "markdown")["three-cases"]
    assert linked("θ₀ = 2", text).slopes[0] > 0
    assert linked("θ₀ = −2", text).slopes[0] < 0
    assert linked("θ₀ = 0", text).regime == Regime.STAYS


def test_links_to_other_costs_do_what_the_prose_says():
    text = cells(CHAPTER, "markdown")["other-landscapes"]
    left, _, right = claims.flat_places(COSTS["two-valleys"])
    for label, valley in (
        ("θ₀ = 0.1", left), ("θ₀ = 0.2", right), ("θ₀ = −2", left), ("α = 0.12", right),
    ):  # fmt: skip
        assert linked(label, text).positions[-1] == pytest.approx(valley, abs=0.05)
    assert linked("starting from 1", text).regime == Regime.ALTERNATES
    assert linked("starting from −1", text).regime == Regime.BOUNCES
    assert linked("α = 0.2, starting from 2", text).regime == Regime.DIVERGES
    assert linked("θ₀ = 4.5", text).regime == Regime.CRAWLS
    assert linked("θ₀ = 2", text).values[-1] < 1e-12
    assert linked("α = 1.2", text).regime == Regime.BOUNCES
    assert linked("θ₀ = 2 with α = 0.3", text).regime == Regime.BOUNCES
    assert linked("θ₀ = 2 with α = 0.5", text).positions[-1] == 0


def test_path_that_rises_once_arrives_in_the_deeper_valley():
    path = linked("the first step", cells(CHAPTER, "markdown")["when-to-stop-deeper"])
    assert path.values[1] > path.values[0]
    assert path.values[-1] == pytest.approx(path.values.min(), abs=1e-3)
    assert path.positions[-1] < 0


def test_map_on_the_start_page_links_the_chapters_that_exist():
    linked_to = set(re.findall(r"\]\((\d\d-[^)#]+)\.ipynb", markdown("start")))
    listed = set(re.findall(r"chapters/(\d\d-[\w-]+)", (CHAPTERS.parent / "_toc.yml").read_text()))
    assert linked_to == listed


def test_figure_that_the_reader_builds_follows_the_same_path():
    plt = MagicMock()
    space = {"np": np, "plt": plt}
    exec(cells(CHAPTER, "code")["build-draw"], space)
    space["draw"](alpha=0.3, start=3.0, steps=20)
    drawn = plt.plot.call_args.args[3]
    cost = Function(theta**2 / 4 + sympy.cos(2 * theta))
    assert drawn == pytest.approx(gradient_descent(cost, 3.0, 0.3, 20).positions, abs=1e-6)
