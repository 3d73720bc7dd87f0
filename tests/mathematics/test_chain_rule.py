"""The chain rule on expressions: against SymPy, against measuring, and step by step."""

import json

import numpy as np
import pytest
import sympy

from ptcode.autodiff.checks import central_difference
from ptcode.functions import catalogue
from ptcode.functions.chain_rule import differentiate, local_derivative, substitute
from ptcode.functions.composition import Kind
from ptcode.functions.function import Function, u, x
from ptcode.functions.simplify import add, divide, multiply, negate, power, simplify
from ptcode.functions.tree import from_tree
from ptcode.functions.working import show_working
from random_trees import defined_points, random_tree

pytestmark = pytest.mark.filterwarnings("error")


def as_function(tree):
    return Function(from_tree(tree), (x,))


def random_composites(count, seed):
    random = np.random.default_rng(seed)
    while count:
        tree = random_tree(random, 3)
        expression = from_tree(tree)
        if x not in expression.free_symbols or expression.has(sympy.zoo, sympy.nan, sympy.I):
            continue
        yield tree, expression
        count -= 1


def test_a_thousand_random_composites_have_the_derivative_that_sympy_gives():
    compared = 0
    for tree, expression in random_composites(1000, seed=5):
        wanted = Function(expression, (x,)).derivative
        found = as_function(differentiate(tree))
        points = defined_points([as_function(tree), wanted, found])
        if len(points) >= 3:
            np.testing.assert_allclose(
                found(points), wanted(points), rtol=1e-8, atol=1e-8, err_msg=str(tree)
            )
            compared += 1
    assert compared > 900


def test_every_working_ends_with_the_derivative_and_each_line_is_true():
    """Names are replaced by what they stand for; each local derivative is measured at its link."""
    compared = 0
    for tree, _ in random_composites(200, seed=11):
        working = show_working(tree)
        result, wanted = as_function(working.derivative), as_function(differentiate(tree))
        points = defined_points([as_function(tree), wanted, result])
        if len(points) < 3:
            continue
        np.testing.assert_allclose(result(points), wanted(points), rtol=1e-8, atol=1e-8)
        assert working.steps[-1].right == working.derivative
        for link in working.links[1:]:
            inner = sympy.Symbol(link.inner, real=True)
            machine = Function(from_tree(link.formula), (inner,))
            slope = Function(from_tree(link.local_derivative), (inner,))
            at = as_function(working.links[0].value)(points)
            if link.inner == working.links[0].name and np.abs(at).max() < 5:
                measured = central_difference(machine, at)
                good = np.isfinite(measured) & (np.abs(at) > 1e-3) & (np.abs(measured) < 1e3)
                np.testing.assert_allclose(slope(at)[good], measured[good], rtol=1e-4, atol=1e-4)
        compared += 1
    assert compared > 150


@pytest.mark.parametrize("name", catalogue.CURVES)
def test_the_curves_of_the_book_are_worked_out_right(name):
    curve = catalogue.CURVES[name]
    grid = np.linspace(0.2, 1.4, 5)
    np.testing.assert_allclose(
        as_function(show_working(curve).derivative)(grid), curve.derivative(grid), rtol=1e-9
    )


def test_the_sigmoid_is_derived_link_by_link():
    working = show_working(catalogue.CURVES["logistic"])
    assert [link.formula for link in working.links] == [
        ["Negate", "x"],
        ["Exp", "u"],
        ["Add", 1, "v"],
        ["Divide", 1, "w"],
    ]
    assert [link.local_derivative for link in working.links] == [
        -1,
        ["Exp", "u"],
        1,
        ["Negate", ["Divide", 1, ["Power", "w", 2]]],
    ]
    assert [link.name for link in working.links] == ["u", "v", "w", "y"]
    texts = [step.text for step in working.steps]
    assert texts[-3:] == ["Multiply along the chain.", "Put the inner value back.", "Simplify."]


@pytest.mark.parametrize(
    ("expression", "kind", "sentence"),
    [
        (sympy.Integer(3), Kind.CONSTANT, "A constant"),
        (x, Kind.VARIABLE, "The variable itself"),
        (sympy.sin(x), Kind.BASIC, "A basic function"),
        (x + sympy.sin(x), Kind.SUM, "A sum"),
        (x * sympy.sin(x), Kind.PRODUCT, "A product"),
        (sympy.sin(x) / x, Kind.QUOTIENT, "A quotient"),
        (x**x, Kind.POWER, "Base and exponent"),
    ],
    ids=str,
)
def test_what_is_no_chain_says_so(expression, kind, sentence):
    working = show_working(Function(expression, (x,)))
    assert working.kind is kind
    assert working.steps[-1].text.startswith(sentence)
    wanted = float(sympy.diff(expression, x).subs(x, 1.3))
    assert as_function(working.derivative)(1.3) == pytest.approx(wanted)


def test_a_product_inside_a_chain_is_worked_out_with_names_of_its_own():
    working = show_working(["Sin", ["Multiply", "x", ["Exp", ["Negate", ["Power", "x", 2]]]]])
    (inner,) = working.parts
    assert inner.kind is Kind.PRODUCT
    names = [link.name for link in working.links[:-1]]
    names += [link.name for part in inner.parts for link in part.links[:-1]]
    assert len(names) == len(set(names)) == 3
    assert max(step.depth for step in working.steps) == 2


def test_the_inner_name_is_never_a_letter_of_the_expression():
    tree = ["Sin", ["Multiply", "u", ["Power", "x", 2]]]
    assert "u" not in {link.name for link in show_working(tree).links}
    long = "x"
    for _ in range(12):
        long = ["Sin", long]
    names = [link.name for link in show_working(long).links]
    assert len(set(names)) == 12
    assert names[-1] == "y"


def test_steps_are_plain_data():
    steps = show_working(catalogue.CURVES["sine-of-square"]).as_json()
    assert json.loads(json.dumps(steps)) == steps
    assert steps[0]["latex"] == "u = x^{2}"


def test_a_function_of_several_variables_has_no_single_derivative():
    with pytest.raises(TypeError, match=r"use \.partial"):
        show_working(catalogue.SURFACES["bowl"])


def test_an_operation_without_a_local_derivative_is_named():
    with pytest.raises(ValueError, match="no local derivative of Sinh"):
        differentiate(["Sinh", "x"])


def test_sums_and_products_of_many_are_taken_two_at_a_time():
    assert local_derivative(["Add", "x"], 0) == 1
    assert local_derivative(["Multiply", "x", "y", "z"], 1) == ["Multiply", "x", "z"]
    assert local_derivative(["Multiply", "x", "y"], 0) == "y"
    assert differentiate(["Multiply", 3, "x", "x"]) == ["Multiply", 6, "x"]


def test_symbols_are_replaced_all_at_once():
    assert substitute(["Add", "u", "v"], {"u": "v", "v": "u"}) == ["Add", "v", "u"]
    assert substitute(3, {"u": 1}) == 3


def test_the_little_algebra():
    s, c = ["Sin", "x"], ["Cos", "x"]
    assert simplify(s) == s
    assert add([]) == 0
    assert add([0, s, 0]) == s
    assert add([["Negate", s], c]) == ["Add", c, ["Negate", s]]
    assert add([s, s, 1, ["Rational", 1, 2]]) == ["Add", ["Multiply", 2, s], ["Rational", 3, 2]]
    assert add([1, -1]) == 0
    assert add([0.1, 0.2]) == 0.3
    assert multiply([]) == 1
    assert multiply([0, s]) == 0
    assert multiply([["Negate", s], -2]) == ["Multiply", 2, s]
    assert multiply([["Negate", s]]) == ["Negate", s]
    assert multiply([["Rational", 1, 2], s]) == ["Multiply", ["Rational", 1, 2], s]
    assert multiply([["Divide", "x", 2], 4]) == ["Multiply", 2, "x"]
    assert multiply([["Divide", 1, "x"], ["Rational", 1, 2]]) == ["Divide", 1, ["Multiply", 2, "x"]]
    assert multiply([s, "x", ["Power", "x", 2]]) == ["Multiply", ["Power", "x", 3], s]
    assert multiply([["Power", "x", -1], "x"]) == ["Multiply", "x", ["Power", "x", -1]]
    assert multiply([["Divide", "x", 0], 2]) == ["Divide", ["Multiply", 2, "x"], 0]
    assert multiply([2.5, 2]) == 5
    assert negate(0) == 0
    assert negate(["Negate", s]) == s
    assert divide(s, 1) == s
    assert divide(0, s) == 0
    assert divide(-4, 6) == ["Negate", ["Rational", 2, 3]]
    assert divide(4, -6) == ["Negate", ["Rational", 2, 3]]
    assert divide(s, c) == ["Divide", s, c]
    assert power(s, 1) == s
    assert power(s, 0) == 1
    assert simplify(["Add", 1, 1]) == 2
    assert simplify(["Multiply", ["Negate", ["Rational", 1, 2]], 4]) == -2


def test_composition_and_chain_rule_agree():
    both = catalogue.sin @ Function(x**2)
    assert both.derivative.expression == sympy.diff(sympy.sin(x**2), x)
    slope = catalogue.sin.derivative.expression.subs(u, x**2) * 2 * x
    assert both.derivative.expression == slope
