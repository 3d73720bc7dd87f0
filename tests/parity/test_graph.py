"""The graph stepper in Python: the numbers of the book, its sentences, what goes in and out."""

import math

import numpy as np
import pytest
import sympy

from graph_cases import SENTENCES, TEXTS, close
from ptcode.autodiff.backward import Variable, concatenate, gradients
from ptcode.autodiff.graph import Run, steps
from ptcode.autodiff.graph.expression import VARIABLES, tree_graph
from ptcode.functions import catalogue
from ptcode.functions.tree import from_tree
from ptcode.networks.graph_presets import presets
from ptcode.networks.running_example import RunningExample
from ptcode.widgets import GraphStepper
from typed import read, type_into, typed

x, y = sympy.symbols("x y", real=True)

# The mathematics


@pytest.mark.parametrize(("W1", "y"), [(0.8, 1.0), (-2.0, 0.3), (0.776681, 0.3)])
def test_the_stepper_has_the_numbers_of_the_running_example(W1, y):
    stepper, example = GraphStepper(W1=W1, y=y), RunningExample(W1=W1, y=y)
    assert close({name: stepper.values[name] for name in example.values}, example.values)
    assert close({name: stepper.adjoints[name] for name in example.adjoints}, example.adjoints)


def test_where_two_paths_meet_their_shares_add_up():
    stepper = GraphStepper("two-paths")
    assert stepper.adjoints == {"x": 7.0, "u": 1.0, "y": 1.0}
    backwards = [step for step in steps(stepper.graph) if step.kind == "backward"]
    assert [(step.share, step.shares) for step in backwards] == [(1, 2), (1, 1), (2, 2)]


def test_the_inputs_of_the_network_fan_out():
    graph = presets()["network"].graph
    assert len(graph.nodes) == 16
    counted = {
        graph.nodes[graph.nodes[s.place].arguments[s.position]].key: s.shares
        for s in steps(graph)
        if s.kind == "backward"
    }
    assert counted["x1"] == counted["x2"] == 2
    assert counted["w1"] == 1
    assert "y" not in counted


@pytest.mark.parametrize("name", presets())
def test_what_is_measured_is_what_is_derived(name):
    stepper = GraphStepper(name)
    for key, adjoint in stepper.adjoints.items():
        assert stepper.measured[key] == pytest.approx(adjoint, rel=1e-7, abs=1e-9)


@pytest.mark.parametrize("text", TEXTS)
def test_a_typed_expression_has_the_derivatives_that_are_measured(text):
    stepper = GraphStepper(expression=typed(text, VARIABLES), x=1.3, y=0.7, w=0.4, b=-0.6)
    for key, adjoint in stepper.adjoints.items():
        assert stepper.measured[key] == pytest.approx(adjoint, rel=1e-6, abs=1e-8)


def test_partials_are_those_of_the_engine():
    """Trees that the browser computes with, against the engine's own local derivatives."""
    for text in TEXTS:
        graph = tree_graph(read(text, VARIABLES))
        run = Run(graph, {"x": 1.3, "y": 0.7, "w": 0.4, "b": 0.6})
        names = {node.label: value for node, value in zip(graph.nodes, run.values, strict=True)}
        for (place, position), edge in run.edges.items():
            partial = graph.nodes[place].partials[position]
            assert close(evaluated(partial, names), edge.local_derivative)


def evaluated(tree, names):
    """A tree's value by SymPy, apart from both engines."""
    expression = from_tree(tree)
    return float(expression.subs({s: names[s.name] for s in expression.free_symbols}))


# The sentences


def told(node, stepper):
    """Every sentence of a stepper, from before the first step on, as the browser says it."""
    return node(SENTENCES, [{"nodes": stepper.graph.data, "inputs": stepper.inputs}])[0]


def test_a_step_is_told_in_words_and_in_symbols(node):
    says = told(node, GraphStepper())
    assert "x = 1.5, y = 1, W₁ = 0.8 and W₂ = −1.2" in says[0]
    assert "z₂ = W₂·a₁ = (−1.2)·0.768525 = −0.92223" in says[3]
    assert "z̄₂ = (adjoint of ŷ) · ∂ŷ/∂z₂ = (−0.715496) · 0.203561 = −0.145647" in says[8]
    assert "∂ŷ/∂z₂ = ŷ·(1 − ŷ)" in says[8]


def test_a_local_derivative_is_not_taken_for_the_adjoint_of_the_same_name(node):
    """In y = x + u, of two paths, the edge has 1 and the adjoint becomes 7."""
    says = told(node, GraphStepper("two-paths"))
    assert "x̄ += ȳ · ∂y/∂x = 1 · 1 = 1. " in says[4]
    assert "1 + 6 = 7" in says[6]


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("ln x", {"x": -1.0}, "no number"),
        ("ln x", {"x": -1.0}, "no value"),
        ("|x − 1|", {"x": 1.0}, "agree"),
        ("relu x", {"x": 0.0}, "differ"),
    ],
)
def test_trouble_is_told(node, text, at, word):
    stepper = GraphStepper(expression=typed(text, VARIABLES), **at)
    assert any(word in says for says in told(node, stepper))


# What goes in


def test_a_computation_of_ones_own():
    w, factor = Variable(0.5, name="w"), 2.0
    z = w * factor
    J = catalogue.square(catalogue.tanh(z) - 1.0) + 0.1 * w**2
    stepper = GraphStepper.of(J, {"z": z, "J": J})
    assert stepper.inputs == {"w": 0.5}
    assert close(stepper.adjoints["w"], float(gradients(J, [w])[0]))
    stepper.w = -1.0
    v = Variable(-1.0)
    assert close(stepper.values["J"], (math.tanh(-2.0) - 1) ** 2 + 0.1)
    again = catalogue.square(catalogue.tanh(v * factor) - 1.0) + 0.1 * v**2
    assert close(stepper.adjoints["w"], float(gradients(again, [v])[0]))
    assert repr(stepper).startswith("GraphStepper: own computation, step 0 of ")


def test_another_preset_starts_anew():
    stepper = GraphStepper(x=0.2, step=9)
    stepper.preset = "two-paths"
    assert (stepper.x, stepper.step) == (3.0, 0)
    stepper.preset = "running-example"
    assert stepper.x == 1.5


def test_what_a_reader_types_reaches_python_as_a_tree():
    stepper = GraphStepper("expression", x=2, y=5)
    type_into(stepper, "xy + 3y")
    assert stepper.adjoints["x"] == 5.0
    assert stepper.state()["expression"] == "xy + 3y"
    type_into(stepper, "x +")
    assert "cannot be read" in repr(stepper)
    assert stepper.expression == "x +"
    with pytest.raises(ValueError, match="cannot be read"):
        _ = stepper.adjoints


def test_inputs_are_kept_when_given():
    assert GraphStepper("two-paths", x=-1).adjoints["x"] == -1.0
    assert GraphStepper(expression=x * y, x=2, y=5).adjoints["x"] == 5.0


@pytest.mark.parametrize(
    ("compute", "error", "match"),
    [
        (lambda w: 3.0, TypeError, "must be a Variable, got float"),
        (lambda w: (w * Variable(np.ones(3), name="v")).sum(), ValueError, "array of shape"),
        (lambda w: w.sum(), ValueError, "array operation"),
        (lambda w: concatenate([w.reshape(1), w.reshape(1)]).sum(), ValueError, "array"),
        (lambda w: w * Variable(1.0), ValueError, "has no name"),
        (lambda w: w * Variable(1.0, name="w"), ValueError, "same name"),
        (lambda w: w * Variable(1.0, name="W₂"), ValueError, "cannot be called 'W₂'"),
        (lambda w: w * Variable(1.0, name="step"), ValueError, "cannot be called 'step'"),
        (lambda w: sum((w**k for k in range(2, 30)), start=w), ValueError, "at most 40"),
    ],
)
def test_a_computation_that_cannot_be_shown_is_refused(compute, error, match):
    with pytest.raises(error, match=match):
        GraphStepper.of(compute(Variable(2.0, name="w")))


# What comes out


def test_every_preset_is_handed_over():
    assert [preset["name"] for preset in GraphStepper().data["presets"]] == list(presets())


def test_it_says_its_result():
    assert repr(GraphStepper(step=12)) == (
        "GraphStepper: running example, step 12 of 12; J = 0.255967; "
        "∂J/∂W₁ = 0.046638, ∂J/∂W₂ = −0.111934"
    )
    assert repr(GraphStepper(expression=x**2, step=99)) == (
        "GraphStepper: x², step 3 of 3; f = 2.25; ∂f/∂x = 3"
    )
