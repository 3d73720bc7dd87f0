"""The derivation stepper: Python and the browser take the same steps, and every line is true."""

import json
import math
import re

import numpy as np
import pytest

from ptcode.autodiff.checks import central_difference
from ptcode.functions.catalogue import local_derivatives
from ptcode.functions.function import Function, x
from ptcode.functions.parser import ParseError, parse
from ptcode.functions.structure import contains
from ptcode.functions.tree import from_tree
from ptcode.functions.typed.rules import differentiate
from ptcode.functions.working import show_working
from ptcode.widgets import DerivationStepper
from ptcode.widgets.base import svg_text
from ptcode.widgets.derivation import EXPRESSIONS
from random_trees import random_tree

STEPS = """
const { derivation, differentiate, stepsOf } = await bundle("derivation");
return input.trees.map((tree) => ({
  derivative: differentiate(tree, "x", input.table),
  steps: stepsOf(derivation(tree, "x", input.table))
    .map(({ text, right, depth }) => ({ text, right, depth })),
}));
"""
CHECKS = """
const { checker, derivation, stepsOf } = await bundle("derivation");
return input.cases.map(({ tree, at }) => {
  const steps = stepsOf(derivation(tree, "x", input.table));
  return checker(tree, steps, "x").at(at);
});
"""
TEXTS = """
const { parse, plainText, compile } = await bundle("derivation");
return input.map((tree) => {
  const text = plainText(tree), again = parse(text);
  const at = (part) => compile(part, ["x"])(Float64Array.of(0.37));
  if (again.error) return { text, error: again.error.message };
  return { text, values: [at(tree), at(again.tree)] };
});
"""
MORE = (
    "e^(−x²)", "σ(2σ(3x))", "x^x", "2^x", "√(x²+1)", "(x²+1)/sin 2x", "ln(x sin x)", "3 sin(2x)",
    "5", "x", "tanh²(3x−1)", "|x²−1|", "relu(2x)", "softplus(−x)", "½(x − 1)²", "0.1x + 0.2x",
    "x·2·sin(3x)", "sin(sin(sin(sin(sin(sin(sin(sin(sin(sin x)))))))))",
)  # fmt: skip
BOOK = [parse(text) for text in (*EXPRESSIONS, *MORE)]


def random_composites(count):
    """Random trees in x whose derivative SymPy can be asked to confirm elsewhere."""
    random = np.random.default_rng(3)
    trees = (random_tree(random, 3) for _ in range(4 * count))
    return [tree for tree in trees if contains(tree, "x")][:count]


def steps_of(tree):
    return [
        {"text": step.text, "right": step.right, "depth": step.depth}
        for step in show_working(tree).steps
    ]


def test_the_browser_takes_the_same_steps(node):
    trees = BOOK + random_composites(300)
    found = node(STEPS, {"trees": trees, "table": local_derivatives()})
    for tree, theirs in zip(trees, found, strict=True):
        assert theirs["derivative"] == differentiate(tree), tree
        assert theirs["steps"] == steps_of(tree), tree


def value(tree, at):
    return float(Function(from_tree(tree), (x,))(at))


def test_every_line_has_the_value_that_a_nudge_measures(node):
    places = [(tree, at) for tree in BOOK for at in (0.37, 0.8, 1.5)]
    cases = [{"tree": tree, "at": at} for tree, at in places]
    found = node(CHECKS, {"cases": cases, "table": local_derivatives()})
    for (tree, at), numbers in zip(places, found, strict=True):
        expected = value(differentiate(tree), at)
        assert numbers["y"] == pytest.approx(value(tree, at), rel=1e-12)
        assert numbers["lines"][-1]["value"] == pytest.approx(expected, rel=1e-12, abs=1e-14), tree
        measured = float(central_difference(Function(from_tree(tree), (x,)), at))
        assert numbers["measured"] == pytest.approx(measured, rel=1e-9, abs=1e-9), tree
        for line in numbers["lines"]:
            if line["measured"] is not None:
                near = pytest.approx(line["value"], rel=1e-6, abs=1e-6)
                assert line["measured"] == near, (tree, at, line)


def test_a_tree_as_text_is_read_again_as_the_same_function(node):
    trees = BOOK + [differentiate(tree) for tree in BOOK] + random_composites(300)
    for found in node(TEXTS, trees):
        assert "error" not in found, found
        before, after = found["values"]
        same = (math.isnan(before) and math.isnan(after)) or after == pytest.approx(
            before, rel=1e-9
        )
        assert same, found


def test_the_result_is_a_function_to_compute_with():
    stepper = DerivationStepper("sin(x^2)", x=1.5)
    assert stepper.slope == pytest.approx(2 * 1.5 * math.cos(2.25), rel=1e-15)
    assert stepper.measured == pytest.approx(stepper.slope, rel=1e-9)
    assert float(stepper.derivative(0)) == 0
    stepper.expression = "cos x"
    assert stepper.slope == pytest.approx(-math.sin(1.5))


@pytest.mark.parametrize("text", ["", "sin(", "x+y", "import os"])
def test_what_cannot_be_read_is_refused_with_the_place(text):
    with pytest.raises(ParseError, match="at character"):
        DerivationStepper(text)


def test_text_that_a_reader_is_still_typing_is_kept_and_gives_no_result():
    stepper = DerivationStepper("sin(x)")
    stepper.expression = "sin("
    assert "cannot be read: at character 5" in repr(stepper)
    with pytest.raises(ParseError, match="Something must follow"):
        _ = stepper.slope


def test_x_and_step_must_make_sense():
    with pytest.raises(ValueError, match="x must be"):
        DerivationStepper(x=math.inf)
    with pytest.raises(ValueError, match="step must be"):
        DerivationStepper(step=-1)


def test_the_mount_hands_over_every_local_derivative():
    mount = DerivationStepper("ln(sin x)").mount()
    data = json.loads(re.search(r'class="pt-data">(.*?)</script>', mount, re.DOTALL)[1])
    assert data["derivatives"] == local_derivatives()
    assert data["expressions"] == list(EXPRESSIONS)


@pytest.mark.parametrize("text", [*EXPRESSIONS, *MORE])
def test_every_expression_has_a_still(text):
    stepper = DerivationStepper(text, step=99, x=0.7)
    assert svg_text(stepper.still()) == svg_text(stepper.still())
