"""Claim 3 for chapter 6: the prose prints what the code computes."""

import re
from math import exp

import pytest

import given_06 as given
from claims_06 import CLAIMS
from prose import (
    LABEL,
    assert_accounted_for,
    assert_printed,
    cells,
    markdown,
    plain,
    settings,
)
from ptcode.autodiff.backward import latest_first
from ptcode.autodiff.checks import gradient_check
from ptcode.networks.running_example import RunningExample
from ptcode.widgets import GraphStepper, TrainingView
from ptcode.widgets.training import FASTEST, STEPS, VIEW

CHAPTER = "06-backpropagation"
LINKS = [
    (label, figure, tuple(state.items())) for label, figure, state in settings(markdown(CHAPTER))
]


@pytest.mark.parametrize("phrase", CLAIMS)
def test_prose_prints_the_computed_number(phrase):
    assert_printed(phrase, plain(markdown(CHAPTER)))


def test_no_number_in_the_prose_is_left_unchecked():
    assert_accounted_for(plain(markdown(CHAPTER)), given.CHAPTER, CLAIMS, [LABEL])


def number(text):
    return float(text.replace("−", "-"))


@pytest.mark.parametrize(
    ("label", "state"), [(label, state) for label, figure, state in LINKS if figure == "training"]
)
def test_a_link_to_the_training_view_says_what_it_sets(label, state):
    state = dict(state)
    assert list(state) == ["W1", "W2", "alpha", "k", "log"]
    W1, W2, alpha, k = (number(state[name]) for name in ("W1", "W2", "alpha", "k"))
    assert VIEW.x[0] <= W1 <= VIEW.x[1]
    assert VIEW.y[0] <= W2 <= VIEW.y[1]
    assert 0 < alpha <= FASTEST
    assert 0 <= k <= STEPS
    if pair := re.fullmatch(r"\((−?\d+), (−?\d+)\)", label):
        assert (number(pair[1]), number(pair[2])) == (W1, W2)
    if steps := re.fullmatch(r"(\d+) steps?", label):
        assert int(steps[1]) == k
    if rate := re.fullmatch(r"α = (\d+)", label):
        assert number(rate[1]) == alpha


@pytest.mark.parametrize(
    ("label", "figure", "state"), [link for link in LINKS if link[1] in ("graph", "paths")]
)
def test_a_link_to_a_graph_shows_a_step_that_there_is(label, figure, state):
    state = dict(state)
    assert next(iter(state)) == "preset"
    step = int(state.pop("step"))
    inputs = {name: float(text) for name, text in state.items() if name not in WORDS}
    words = {name: text for name, text in state.items() if name in WORDS}
    stepper = GraphStepper(**words, **inputs, step=step)
    assert 0 <= step <= len(stepper.sentences)
    if shown := re.fullmatch(r"(?:step )?(\d+)", label):
        assert int(shown[1]) == step
    if figure == "paths":
        assert state == {"preset": "two-paths", "x": "3"}


WORDS = ("preset", "expression")


@pytest.mark.parametrize(
    ("step", "mark"),
    [(5, "J"), (6, "J"), (7, "ŷ"), (8, "z₂"), (9, "W₂"), (10, "a₁"), (11, "z₁"), (12, "W₁")],
)
def test_the_steps_of_the_table_are_those_of_the_figure(step, mark):
    assert mark in GraphStepper("running-example").sentences[step - 1]


def test_every_value_of_the_running_example_is_used_once():
    nodes = latest_first(RunningExample().variables["J"])
    used = [parent for node in nodes for parent, _ in node.links]
    assert len(used) == len(set(used)) == 6


def test_the_measured_numbers_of_the_figure_agree_with_its_adjoints():
    stepper = GraphStepper("running-example")
    assert stepper.adjoints["W1"] == pytest.approx(RunningExample().adjoints["W1"], rel=1e-12)
    assert stepper.measured["W1"] == pytest.approx(stepper.adjoints["W1"], rel=1e-6)


@pytest.mark.parametrize(
    "wrong",
    [
        {"W1": RunningExample().adjoints["z1"] * 0.8},
        {"W1": 0.044463},
        {"W1": 0.068296, "W2": -0.134724},
        {"W2": -0.223867},
    ],
)
def test_the_check_finds_every_mistake_of_the_chapter(wrong):
    def cost(W1, W2):
        return RunningExample(W1=float(W1), W2=float(W2)).values["J"]

    claimed = RunningExample().adjoints | wrong
    assert not gradient_check(cost, [0.8, -1.2], [claimed["W1"], claimed["W2"]]).passed


def test_the_figures_show_what_the_text_beside_them_says():
    code = cells(CHAPTER, "code")
    assert 'GraphStepper("running-example", step=5)' in code["figure-graph"]
    assert '"two-paths",\n    step=6,\n    x=3,\n    id="paths"' in code["figure-paths"]
    assert GraphStepper("two-paths", step=6, x=3).adjoints["x"] == 7
    assert "TrainingView(alpha=0.5" in code["figure-training"]
    assert TrainingView(alpha=0.5).path[0].tolist() == [0.8, -1.2]


def test_the_silent_node_wakes_up_after_more_than_a_million_steps():
    """From (−3, −3) with α = 10, in plain numbers: a Variable for each step would take an hour."""
    W1, W2, steps = -3.0, -3.0, 0
    while W2 < 0 and steps < 2_000_000:
        a = 1 / (1 + exp(-1.5 * W1))
        y_hat = 1 / (1 + exp(-W2 * a))
        common = 10 * (y_hat - 1) * y_hat * (1 - y_hat)
        W1, W2 = W1 - common * W2 * a * (1 - a) * 1.5, W2 - common * a
        steps += 1
        if steps == 200:
            place = TrainingView(-3, -3, alpha=10).path[200]
            assert place.tolist() == pytest.approx([W1, W2], rel=1e-9)
    assert 1_000_000 < steps < 2_000_000
