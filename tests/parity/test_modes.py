"""Forward and reverse mode: each sweep in Python, in the browser and by the book's gradients."""

from unicodedata import normalize

import numpy as np
import pytest

from ptcode.autodiff import Variable, gradients
from ptcode.autodiff.graph import Computation
from ptcode.functions.catalogue import exp, sin, tanh
from ptcode.widgets import TwoModes
from ptcode.widgets.modes_graphs import examples

READ = """
const { costs, sentence, situation } = await bundle("modes");
return input.map(({ nodes, mode, seed, step }) => {
  const state = situation(nodes, mode, seed, step), { sweep } = state;
  const order = sweep.order.map((place) => nodes[place].key);
  const { known, multiplied } = state;
  const { numbers } = sweep;
  return { numbers, order, known, multiplied, says: sentence(state), costs: costs(state) };
});
"""
NODES = {graph["key"]: graph["nodes"] for graph in TwoModes().data["graphs"]}
SWEEPS = [
    (graph, mode, seed)
    for graph, example in examples().items()
    for mode, seeds in (
        ("forward", example.computation.inputs),
        ("reverse", example.computation.outputs),
    )
    for seed in seeds
]


def read(node, graph, mode, seed, step=99):
    return node(READ, [{"nodes": NODES[graph], "mode": mode, "seed": seed, "step": step}])[0]


@pytest.mark.parametrize(("graph", "mode", "seed"), SWEEPS)
def test_the_browser_finds_what_python_finds(node, graph, mode, seed):
    figure = TwoModes(graph=graph, mode=mode, seed=seed)
    found = read(node, graph, mode, seed)
    np.testing.assert_allclose(found["numbers"], list(figure.found.values()), rtol=1e-12)
    assert found["multiplied"] == figure.multiplications
    assert all(found["known"])
    sweeps = [int(row[1]) for row in found["costs"]]
    assert sweeps == list(figure.sweeps.values())
    assert [int(row[3]) for row in found["costs"]] == [n * figure.multiplications for n in sweeps]


def computed(a, b, c):
    """Paths that part and meet, a node used twice, an input that one output does without."""
    u = a * b
    v = tanh(u) + u * u
    return {"u": u, "v": v}, {"first": exp(a) * v, "second": sin(v), "third": c * c}


def test_either_mode_finds_the_gradients_of_the_book():
    numbers = {"a": 0.7, "b": -1.2, "c": 0.4}
    variables = {key: Variable(value, name=key) for key, value in numbers.items()}
    between, outputs = computed(**variables)
    computation = Computation.traced(outputs, between)
    assert computation.inputs == list(numbers)
    assert computation.outputs == list(outputs)
    keys = [node.key for node in computation.nodes]
    wanted = [gradients(output, list(variables.values())) for output in outputs.values()]
    rows = [computation.adjoints(key) for key in outputs]
    reverse = [[row[keys.index(key)] for key in numbers] for row in rows]
    columns = [computation.tangents(key) for key in numbers]
    forward = [[column[keys.index(key)] for column in columns] for key in outputs]
    np.testing.assert_allclose(reverse, wanted, rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(forward, wanted, rtol=1e-12, atol=1e-15)


def test_a_node_is_computed_after_all_that_it_is_the_sum_of(node):
    for graph, mode, seed in SWEEPS:
        order = read(node, graph, mode, seed)["order"]
        for one in NODES[graph]:
            for argument in one["arguments"]:
                pair = [NODES[graph][argument]["key"], one["key"]]
                if set(pair) <= set(order):
                    before, after = map(order.index, pair)
                    assert before < after if mode == "forward" else before > after


@pytest.mark.parametrize(
    ("sweep", "step", "says"),
    [
        (("inputs", "reverse", "y"), 0, "seed at y: ȳ = 1. 6 steps"),
        (("inputs", "reverse", "y"), 3, "3 of 6 steps and 4 of 7 multiplications: ū = "),
        (("inputs", "reverse", "y"), 3, "(−1.5) · 0.8415 + 0.5403 · (−1.5) = −2.073"),
        (("inputs", "reverse", "y"), 6, "x̄₁ = −4.145, x̄₂ = −1.036 and x̄₃ = 0.8415"),
        (("inputs", "reverse", "y"), 6, "3 sweeps in forward mode and 1 sweep in reverse"),
        (("inputs", "forward", "x2"), 1, "u̇ = ∂u/∂x₁ · ẋ₁ + ∂u/∂x₂ · ẋ₂ = 2 · 0 + 0.5 · 1 = 0.5"),
        (("inputs", "forward", "x3"), 4, "ẏ = 0.8415 is the derivative"),
        (("outputs", "forward", "x"), 6, "1 sweep in forward mode and 3 sweeps in reverse"),
        (("outputs", "reverse", "y3"), 0, "ȳ₃ = 1, and the other outputs have adjoint 0"),
    ],
)
def test_its_sentence_says_where_the_sweep_is_and_what_it_found(node, sweep, step, says):
    assert normalize("NFD", says) in read(node, *sweep, step)["says"].replace("\u00a0", " ")


def test_a_seed_of_the_other_mode_stands_for_the_first_place(node):
    for mode, first in (("forward", "x1"), ("reverse", "y")):
        figure = TwoModes(mode=mode, seed="y3")
        assert figure.seeded == first
        assert read(node, "inputs", mode, "y3") == read(node, "inputs", mode, first)


def test_a_sweep_starts_where_its_mode_can():
    with pytest.raises(ValueError, match="starts at x1 or x2 or x3, not 'y'"):
        examples()["inputs"].computation.tangents("y")
    with pytest.raises(ValueError, match="seed must be one of"):
        TwoModes(seed="z")
