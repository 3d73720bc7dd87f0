"""Chapter 6: links and figures show what the text says."""

from math import exp

import pytest

from prose import cells, markdown, settings
from ptcode.autodiff.backward import latest_first
from ptcode.autodiff.checks import gradient_check
from ptcode.autodiff.graph import Kind, steps
from ptcode.autodiff.graph.expression import VARIABLES
from ptcode.networks.running_example import RunningExample
from ptcode.widgets import GraphStepper, TrainingView
from ptcode.widgets.training import FASTEST, STEPS, VIEW
from typed import typed

CHAPTER = "06-backpropagation"
LINKS = [
    (label, figure, tuple(state.items())) for label, figure, state in settings(markdown(CHAPTER))
]


@pytest.mark.parametrize("state", [state for _, figure, state in LINKS if figure == "training"])
def test_the_training_view_reaches_what_a_link_sets(state):
    state = dict(state)
    assert list(state) == ["W1", "W2", "alpha", "k", "log"]
    W1, W2, alpha, k = (float(state[name]) for name in ("W1", "W2", "alpha", "k"))
    assert VIEW.x[0] <= W1 <= VIEW.x[1]
    assert VIEW.y[0] <= W2 <= VIEW.y[1]
    assert 0 < alpha <= FASTEST
    assert 0 <= k <= STEPS


@pytest.mark.parametrize(
    "state", [state for _, figure, state in LINKS if figure in ("graph", "paths")]
)
def test_a_link_to_a_graph_shows_a_step_that_there_is(state):
    state = dict(state)
    assert next(iter(state)) == "preset"
    step = int(state.pop("step"))
    inputs = {name: float(text) for name, text in state.items() if name not in WORDS}
    words = {name: text for name, text in state.items() if name in WORDS}
    if "expression" in words:
        words["expression"] = typed(words["expression"], VARIABLES)
    stepper = GraphStepper(**words, **inputs, step=step)
    assert 0 <= step <= len(steps(stepper.graph))


def test_every_link_to_the_two_paths_sets_them_at_3():
    states = [dict(state) for _, figure, state in LINKS if figure == "paths"]
    assert {(state["preset"], state["x"]) for state in states} == {("two-paths", "3")}


WORDS = ("preset", "expression")


@pytest.mark.parametrize(
    ("step", "mark"),
    [(5, "J"), (6, "J"), (7, "ŷ"), (8, "z₂"), (9, "W₂"), (10, "a₁"), (11, "z₁"), (12, "W₁")],
)
def test_the_steps_of_the_table_are_those_of_the_figure(step, mark):
    graph = GraphStepper("running-example").graph
    taken = steps(graph)[step - 1]
    node = graph.nodes[taken.place]
    at = node.arguments[taken.position] if taken.kind is Kind.BACKWARD else taken.place
    assert graph.nodes[at].label == mark


def test_every_value_of_the_running_example_is_used_once():
    nodes = latest_first(RunningExample().variables["J"])
    used = [parent for node in nodes for parent, _ in node.links]
    assert len(used) == len(set(used)) == 6


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
