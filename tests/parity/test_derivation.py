"""The derivation stepper: what the browser derives is what SymPy and a nudge say, line by line."""

import json
import math
import re

import numpy as np
import pytest
import sympy

from ptcode.autodiff.checks import central_difference
from ptcode.functions.catalogue import local_derivatives
from ptcode.functions.chain_rule import differentiate
from ptcode.functions.function import Function, x
from ptcode.functions.structure import contains
from ptcode.functions.tree import from_tree
from ptcode.functions.working import show_working
from ptcode.stills.style import svg_text
from ptcode.widgets import DerivationStepper
from ptcode.widgets.derivation import EXPRESSIONS
from random_trees import defined_points, random_tree
from typed import read, type_into, typed

DERIVATIVES = """
const { derivation, differentiate, stepsOf } = await bundle("derivation");
return input.trees.map((tree) => ({
  derivative: differentiate(tree, "x", input.table),
  last: stepsOf(derivation(tree, "x", input.table)).at(-1).right,
}));
"""
LINKS = """
const { derivation, stepsOf } = await bundle("derivation");
return input.trees.map((tree) => stepsOf(derivation(tree, "x", input.table))
  .filter(({ text }) => text.startsWith("Local derivative")).map(({ right }) => right));
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
TYPED = (
    "e^(−x²)", "σ(2σ(3x))", "x^x", "2^x", "√(x²+1)", "(x²+1)/sin 2x", "ln(x sin x)", "3 sin(2x)",
    "5", "x", "tanh²(3x−1)", "|x²−1|", "relu(2x)", "softplus(−x)", "½(x − 1)²", "0.1x + 0.2x",
    "x·2·sin(3x)", "sin(sin(sin(sin(sin(sin(sin(sin(sin(sin x)))))))))", "(x²)³", "x/x", "sin(−x)",
    "3(x + 1)",
)  # fmt: skip
BOOK = [*(listed["tree"] for listed in DerivationStepper().data["expressions"]), *map(read, TYPED)]


def random_composites(count):
    """Random trees in x."""
    random = np.random.default_rng(3)
    trees = (random_tree(random, 3) for _ in range(4 * count))
    return [tree for tree in trees if contains(tree, "x")][:count]


def function(tree):
    return Function(from_tree(tree), (x,))


def test_the_browser_finds_the_derivative_that_sympy_finds(node):
    trees = BOOK + random_composites(300)
    compared = 0
    for tree, found in zip(
        trees, node(DERIVATIVES, {"trees": trees, "table": local_derivatives()}), strict=True
    ):
        expression = from_tree(tree)
        if expression.has(sympy.zoo, sympy.nan, sympy.I) or found["last"] is None:
            continue
        wanted = Function(expression, (x,)).derivative
        for result in map(function, found.values()):
            points = defined_points([function(tree), wanted, result])
            np.testing.assert_allclose(
                result(points), wanted(points), rtol=1e-8, atol=1e-8, err_msg=str(tree)
            )
            compared += len(points) >= 3
    assert compared > 500


def value(tree, at):
    return float(function(tree)(at))


def test_every_line_has_the_value_that_a_nudge_measures(node):
    places = [(tree, at) for tree in BOOK for at in (0.37, 0.8, 1.5)]
    cases = [{"tree": tree, "at": at} for tree, at in places]
    found = node(CHECKS, {"cases": cases, "table": local_derivatives()})
    for (tree, at), numbers in zip(places, found, strict=True):
        expected = float(function(tree).derivative(at))
        assert numbers["y"] == pytest.approx(value(tree, at), rel=1e-12)
        assert numbers["lines"][-1]["value"] == pytest.approx(expected, rel=1e-12, abs=1e-14), tree
        measured = float(central_difference(function(tree), at))
        assert numbers["measured"] == pytest.approx(measured, rel=1e-9, abs=1e-9), tree
        for line in numbers["lines"]:
            if line["measured"] is not None:
                near = pytest.approx(line["value"], rel=1e-6, abs=1e-6)
                assert line["measured"] == near, (tree, at, line)


def test_python_has_the_links_that_the_page_shows(node):
    """Each local derivative has the same values, at the place where the link before puts it."""
    trees = [tree for tree in BOOK if len(show_working(typed_as_it_stands(tree)).links) > 1]
    table = local_derivatives()
    for tree, theirs in zip(trees, node(LINKS, {"trees": trees, "table": table}), strict=True):
        links = show_working(typed_as_it_stands(tree)).links
        inside = len(theirs) - len(links)  # the page also derives a product inside a chain
        assert inside >= 0
        for link, local in zip(links[1:], theirs[inside + 1 :], strict=True):
            mine = Function(link.local_derivative, (link.inner,))
            names = {str(s): s for s in from_tree(local).free_symbols}
            other = Function(
                from_tree(local).subs(dict.fromkeys(names.values(), link.inner)), (link.inner,)
            )
            at = np.array([0.3, 0.7, 1.4])
            np.testing.assert_allclose(mine(at), other(at), rtol=1e-12, err_msg=str(tree))


def typed_as_it_stands(tree):
    return from_tree(tree, evaluate=False)


def test_a_tree_as_text_is_read_again_as_the_same_function(node):
    table = {"trees": BOOK, "table": local_derivatives()}
    derivatives = [found["derivative"] for found in node(DERIVATIVES, table)]
    for found in node(TEXTS, BOOK + derivatives + random_composites(300)):
        assert "error" not in found, found
        before, after = found["values"]
        same = (math.isnan(before) and math.isnan(after)) or after == pytest.approx(
            before, rel=1e-9
        )
        assert same, found


def test_the_result_is_a_function_to_compute_with():
    stepper = DerivationStepper(sympy.sin(x**2), x=1.5)
    assert stepper.slope == pytest.approx(2 * 1.5 * math.cos(2.25), rel=1e-15)
    assert stepper.measured == pytest.approx(stepper.slope, rel=1e-9)
    assert float(stepper.derivative(0)) == 0
    stepper.expression = "cosine"
    assert stepper.slope == pytest.approx(-math.sin(1.5))


def test_the_sigmoid_is_derived_link_by_link():
    u, v, w = sympy.symbols("u v w", real=True)
    links = show_working(1 / (1 + sympy.exp(-x))).links
    assert [link.formula for link in links] == [-x, sympy.exp(u), v + 1, 1 / w]
    assert [link.local_derivative for link in links] == [-1, sympy.exp(u), 1, -1 / w**2]
    assert [str(link.name) for link in links] == ["u", "v", "w", "y"]


@pytest.mark.parametrize("text", [*TYPED])
def test_the_local_derivatives_multiply_to_the_derivative(text):
    working = show_working(typed(text), x)
    at, product, inner = 0.37, 1.0, 0.37
    for link in working.links:
        product *= float(Function(link.local_derivative, (link.inner,))(inner))
        inner = float(Function(link.formula, (link.inner,))(inner))
    wanted = float(Function(differentiate(typed(text), x), (x,))(at))
    assert product == pytest.approx(wanted, rel=1e-10)
    assert float(Function(working.derivative, (x,))(at)) == pytest.approx(wanted, rel=1e-12)
    assert inner == pytest.approx(float(Function(typed(text), (x,))(at)), rel=1e-12)


def test_the_name_of_a_link_is_never_a_letter_of_the_expression():
    u = sympy.Symbol("u", real=True)
    names = [link.name for link in show_working(sympy.sin(u * x**2)).links]
    assert u not in names
    long = x
    for _ in range(12):
        long = sympy.sin(long)
    names = [str(link.name) for link in show_working(long).links]
    assert len(set(names)) == 12
    assert names[-1] == "y"


@pytest.mark.parametrize("given", ["", "sin(x^2)", None, ["Sin", "x"]], ids=str)
def test_text_and_trees_are_refused_and_the_spelling_is_shown(given):
    with pytest.raises(TypeError, match=r"sympy\.sin\(x\*\*2\)"):
        DerivationStepper(given)
    with pytest.raises(TypeError, match=r"sympy\.sin\(x\*\*2\)"):
        show_working(given)


def test_text_that_a_reader_is_still_typing_is_kept_and_gives_no_result():
    stepper = DerivationStepper(sympy.sin(x))
    type_into(stepper, "sin(")
    assert stepper.expression == "sin("
    assert "cannot be read" in repr(stepper)
    with pytest.raises(ValueError, match="cannot be read"):
        _ = stepper.slope
    type_into(stepper, "sin(2x)")
    assert float(stepper.derivative(0)) == 2


def test_x_and_step_must_make_sense():
    with pytest.raises(ValueError, match="x must be"):
        DerivationStepper(x=math.inf)
    with pytest.raises(ValueError, match="step must be"):
        DerivationStepper(step=-1)


def test_the_mount_hands_over_every_local_derivative():
    mount = DerivationStepper("log-of-sine").mount()
    data = json.loads(re.search(r'class="pt-data">(.*?)</script>', mount, re.DOTALL)[1])
    assert data["derivatives"] == local_derivatives()
    assert [read(listed["text"]) for listed in data["expressions"]] == [
        listed["tree"] for listed in data["expressions"]
    ]


@pytest.mark.parametrize("expression", [*EXPRESSIONS, *map(typed, TYPED)], ids=str)
def test_every_expression_has_a_still(expression):
    stepper = DerivationStepper(expression, x=0.7)
    before = svg_text(stepper.still())
    stepper.step = 2
    assert svg_text(stepper.still()) == before
