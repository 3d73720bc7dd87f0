"""Claim 3 for chapter 3: the prose prints what the code computes, and its links show it."""

import re

import numpy as np
import pytest

import claims_03 as claims
import given_03 as given
from prose import assert_accounted_for, assert_printed, cells, markdown, plain, settings
from ptcode.descent.surfaces import descend, gradient_of
from ptcode.functions.catalogue import SURFACES
from ptcode.widgets import RegressionExplorer, SurfaceExplorer
from ptcode.widgets.surface_views import VIEWS

CHAPTER = "03-partial-derivatives"
PHRASES = [phrase for section in claims.CHAPTER for phrase in section()]
INDICES = [r"\[[^\]]*\]", r"θ_?\{?[12]\}?", r"θ[₁₂]", r"d_[12]"]
LINKS = list(settings(markdown(CHAPTER)))


def value(text):
    return text == "true" if text in ("true", "false") else float(text)


def explorer(figure, state):
    """The figure that a link sets, in Python."""
    name = {"regression": "scale"}.get(figure, "surface")
    numbers = {key: value(text) for key, text in state.items() if key != name}
    for key in {"k", "point"} & set(numbers):
        numbers[key] = int(numbers[key])
    kind = RegressionExplorer if figure == "regression" else SurfaceExplorer
    return kind(**{name: state[name]}, **numbers)


@pytest.mark.parametrize("phrase", PHRASES)
def test_prose_prints_the_computed_number(phrase):
    assert_printed(phrase, plain(markdown(CHAPTER)))


def test_no_number_in_the_prose_is_left_unchecked():
    assert_accounted_for(plain(markdown(CHAPTER)), given.CHAPTER, PHRASES, INDICES)


@pytest.mark.parametrize(("label", "figure", "state"), LINKS)
def test_link_says_what_it_sets_and_the_sliders_reach_it(label, figure, state):
    shown = explorer(figure, state)
    view = shown._views[state.get("surface", state.get("scale"))]
    for words, key in (
        ("α =", "alpha"),
        ("θ₁ =", "theta1"),
        ("θ₂ =", "theta2"),
        ("θ₂ to", "theta2"),
    ):
        for said in re.findall(words + r" (−?[\d.]+)", label):
            assert float(said.replace("−", "-")) == float(state[key])
    for said in re.findall(r"^\((−?[\d.]+), (−?[\d.]+)\)$", label):
        place = [float(number.replace("−", "-")) for number in said]
        assert place == [float(state["theta1"]), float(state["theta2"])]
    fastest = view["fastest"] if figure == "regression" else view.fastest
    assert float(state["alpha"]) <= fastest
    assert {"theta1", "theta2", "alpha", "k"} <= set(state)


def test_rows_of_the_zigzag_do_what_they_say():
    rows = [row for row in cells(CHAPTER, "markdown")["zigzag"].split("\n") if "](#" in row]
    seen = {}
    for row in rows:
        for label, figure, state in settings(row):
            if row.startswith("| 0"):
                seen[label.removeprefix("α = ")] = explorer(figure, state).path
    assert list(seen) == ["0.02", "0.05", "0.09", "0.1", "0.105"]
    second = {alpha: path.positions[:, 1] for alpha, path in seen.items()}
    assert (second["0.02"] > 0).all()
    assert second["0.02"][20] < 1e-3
    assert abs(second["0.05"][1]) < 1e-15
    turns = second["0.09"][1:] * second["0.09"][:-1]
    assert (turns < 0).all()
    assert seen["0.09"].values[-1] == min(p.values[-1] for p in seen.values())
    assert abs(second["0.1"]) == pytest.approx(np.ones(41))
    assert abs(second["0.105"][-1]) > 40
    assert seen["0.105"].positions[-1, 0] < 1e-3


def test_the_saddle_keeps_only_who_comes_along_the_ridge():
    saddle = SURFACES["saddle"]
    on, off = (descend(saddle, gradient_of(saddle), (2, up), 0.1, 100) for up in (0, 0.1))
    assert on.positions[-1] == pytest.approx([0, 0], abs=1e-8)
    assert off.values[20] < off.values[0]
    assert off.values[-1] < -1e12


def test_one_step_lands_where_the_text_says_it_does():
    (state,) = (state for label, _, state in LINKS if label == "α = 0.5")
    shown = explorer("regression", state)
    assert shown.line == pytest.approx(shown.cost.minimum)


def test_every_surface_starts_inside_its_window():
    for view in VIEWS.values():
        assert view.x[0] <= view.theta1 <= view.x[1]
        assert view.y[0] <= view.theta2 <= view.y[1]
        assert view.alpha <= view.fastest
