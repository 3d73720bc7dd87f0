"""The graph stepper: Python and the browser build the same graphs and sweep them alike."""

import numpy as np
import pytest

from graph_cases import SENTENCES, TEXTS, close, random_graph
from ptcode.autodiff.backward import gradients
from ptcode.autodiff.graph import Kind, Run, shown, steps
from ptcode.autodiff.graph.expression import VARIABLES, tree_graph
from ptcode.networks.graph_presets import presets, traced_preset
from ptcode.widgets import GraphStepper
from random_trees import random_tree
from typed import read

SWEEP = """
const { sweeper, stepsOf } = await bundle("graph");
return input.map(({ nodes, inputs }) => {
  const run = sweeper(nodes).run((key) => inputs[key]);
  return {
    values: [...run.values], adjoints: [...run.adjoints],
    measured: nodes.map((_, place) => run.measured(place)),
    steps: stepsOf(nodes),
  };
});
"""
GRAPHS = """
const { parse, expressionGraph } = await bundle("graph");
const { texts, language } = input;
return texts.map((text) => expressionGraph(parse(text, language.variables).tree, language));
"""
TREES = """
const { expressionGraph } = await bundle("graph");
return input.trees.map((tree) => expressionGraph(tree, input.language));
"""


def at(graph, inputs):
    return {"nodes": graph.data, "inputs": dict(inputs)}


def test_both_sweeps_agree_on_random_graphs(node):
    random, cases = np.random.default_rng(5), []
    for size in (6, 12, 20, 36, 40):
        for _ in range(12):
            output, used = random_graph(random, size)
            preset = traced_preset("", output, None)
            cases.append((preset.graph, preset.starts, output, used))
    found = node(SWEEP, [at(graph, starts) for graph, starts, *_ in cases])
    for (graph, starts, output, used), seen in zip(cases, found, strict=True):
        run = Run(graph, starts)
        assert close(seen["values"], run.values)
        assert close(seen["adjoints"], run.adjoints)
        by_key = dict(zip([n.key for n in graph.nodes], seen["adjoints"], strict=True))
        for variable, gradient in zip(used, gradients(output, used), strict=True):
            assert close(by_key[variable.name], float(gradient))


def test_both_sweeps_agree_on_the_presets_and_so_do_the_nudges(node):
    cases = [(p.graph, p.starts) for p in presets().values()]
    for (graph, starts), seen in zip(cases, node(SWEEP, [at(*c) for c in cases]), strict=True):
        run = Run(graph, starts)
        assert close(seen["values"], run.values)
        assert close(seen["adjoints"], run.adjoints)
        measured = [run.measured(place) for place in range(len(graph.nodes))]
        assert seen["measured"] == pytest.approx(measured, rel=1e-8, abs=1e-9)
        mine = [
            {"kind": str(s.kind), "place": s.place, "position": s.position, "share": s.share}
            for s in steps(graph)
        ]
        assert [{k: step[k] for k in mine[0]} for step in seen["steps"]] == mine


def typed_graph(text):
    return tree_graph(read(text, VARIABLES))


def language():
    return GraphStepper().data["typed"]


def test_a_typed_expression_becomes_the_same_graph(node):
    found = node(GRAPHS, {"texts": TEXTS, "language": language()})
    for text, nodes in zip(TEXTS, found, strict=True):
        assert without_partials(nodes) == without_partials(typed_graph(text).data), text


def test_random_expressions_become_the_same_graph_with_the_same_gradient(node):
    random = np.random.default_rng(7)
    trees = [read(text, VARIABLES) for text in TEXTS]
    trees += [leaves_exchanged(random, random_tree(random, 4)) for _ in range(60)]
    trees = [tree for tree in trees if set(VARIABLES) & set(leaves(tree))]
    found = node(TREES, {"trees": trees, "language": language()})
    inputs = {"x": 0.7, "y": 0.3, "w": 0.4, "b": 0.9}
    swept = node(SWEEP, [{"nodes": nodes, "inputs": inputs} for nodes in found])
    finite = 0
    for tree, nodes, seen in zip(trees, found, swept, strict=True):
        graph = tree_graph(tree)
        assert without_partials(nodes) == without_partials(graph.data), tree
        run = Run(graph, inputs)
        if np.isfinite([*run.values, *run.adjoints]).all():
            finite += 1
            assert close(seen["values"], run.values), tree
            assert close(seen["adjoints"], run.adjoints), tree
    assert finite > 25


def without_partials(nodes):
    """The nodes; in a local derivative SymPy orders factors its own way and makes −64 of (−4)³."""
    return [{key: node[key] for key in node if key != "partials"} for node in nodes]


def leaves_exchanged(random, tree):
    if isinstance(tree, list):
        return [tree[0], *(leaves_exchanged(random, part) for part in tree[1:])]
    return str(random.choice(VARIABLES)) if tree == "x" else tree


def leaves(tree):
    if not isinstance(tree, list):
        return [tree]
    return [leaf for part in tree[1:] for leaf in leaves(part)]


def test_the_sentences_tell_the_numbers_that_python_computes(node):
    cases = [(p.graph, p.starts) for p in presets().values()]
    cases += [(typed_graph(t), {"x": 1.3, "y": 0.7, "w": 0.4, "b": 0.6}) for t in TEXTS]
    cases += [(typed_graph("ln x + |y|"), {"x": -2.0, "y": 0.0})]
    cases += [(typed_graph("x^3·10"), {"x": 3e-4}), (typed_graph("e^(x²)"), {"x": 40.0})]
    found = node(SENTENCES, [at(*case) for case in cases])
    for (graph, starts), seen in zip(cases, found, strict=True):
        run = Run(graph, starts)
        assert len(seen) == len(steps(graph)) + 1
        for step, says in zip(steps(graph), seen[1:], strict=True):
            assert told(run, step) in says


def told(run, step):
    """What the sentence of a step must hold: its numbers, as Python computes them."""
    if step.kind is Kind.FORWARD:
        return f"= {shown(run.values[step.place])}."
    if not np.isfinite(run.values[-1]):
        return "no derivative"
    if step.kind is Kind.TURN:
        return "= 1."
    edge = run.edges[step.place, step.position]
    factors = shown(run.adjoints[step.place]), shown(edge.local_derivative)
    adjoint, local = (f"({text})" if text.startswith("−") else text for text in factors)
    return f"= {adjoint} · {local} = {shown(edge.share)}"


def test_the_slope_of_a_typed_sigmoid_is_written_with_its_value(node):
    (graph,) = node(GRAPHS, {"texts": ["σ(x)"], "language": language()})
    first, last = graph
    assert last["label"] in str(last["partials"])
    assert f"'{first['label']}'" not in str(last["partials"])
