"""Chapter 8: links and figures show what the text says."""

import pytest

from prose import cells, markdown, settings
from ptcode.autodiff.backward import latest_first
from ptcode.autodiff.graph import Kind, steps
from ptcode.autodiff.graph.expression import VARIABLES
from ptcode.networks.running_example import RunningExample
from ptcode.widgets import GraphStepper
from typed import typed

CHAPTER = "08-backpropagation"
LINKS = [
    (label, figure, tuple(state.items())) for label, figure, state in settings(markdown(CHAPTER))
]
WORDS = ("preset", "expression")


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


def test_the_figures_show_what_the_text_beside_them_says():
    code = cells(CHAPTER, "code")
    assert '"running-example",\n    step=5,' in code["figure-graph"]
    assert '"two-paths",\n    step=6,\n    x=3,\n    id="paths"' in code["figure-paths"]
    assert GraphStepper("two-paths", step=6, x=3).adjoints["x"] == 7
