"""The chain rule on SymPy expressions: against SymPy's own derivative, and against measuring."""

import numpy as np
import pytest
import sympy

from ptcode.autodiff.checks import central_difference
from ptcode.functions import catalogue
from ptcode.functions.activations import relu, sigmoid, softplus
from ptcode.functions.chain_rule import differentiate, local_derivative
from ptcode.functions.composition import decompose
from ptcode.functions.function import Function, theta, u, x
from ptcode.functions.tree import from_tree
from random_trees import defined_points, random_tree
from strict import STRICT

pytestmark = STRICT
y, z = sympy.symbols("y z", real=True)


def random_composites(count, seed, evaluate=True):
    """Expressions in x; with evaluate=False SymPy has carried nothing out."""
    random = np.random.default_rng(seed)
    while count:
        tree = random_tree(random, 3)
        expression = from_tree(tree)
        if x not in expression.free_symbols or expression.has(sympy.zoo, sympy.nan, sympy.I):
            continue
        yield expression if evaluate else from_tree(tree, evaluate=False)
        count -= 1


@pytest.mark.parametrize("count", [100, pytest.param(1000, marks=pytest.mark.slow)])
def test_random_composites_have_the_derivative_that_sympy_gives(count):
    compared = 0
    for expression in random_composites(count, seed=5):
        wanted = Function(expression, (x,)).derivative
        found = Function(differentiate(expression), (x,))
        points = defined_points([Function(expression, (x,)), wanted, found])
        if len(points) >= 3:
            np.testing.assert_allclose(
                found(points), wanted(points), rtol=1e-8, atol=1e-8, err_msg=str(expression)
            )
            compared += 1
    assert compared > 0.9 * count


def test_the_derivative_of_an_unevaluated_expression_is_what_a_nudge_measures():
    compared = 0
    for expression in random_composites(200, seed=11, evaluate=False):
        function, found = Function(expression, (x,)), Function(differentiate(expression), (x,))
        points = defined_points([function, found])
        if len(points) < 3 or expression.has(sympy.Abs, relu):
            continue
        measured = central_difference(function, points)
        smooth = np.isfinite(measured) & (np.abs(measured) < 1e3)
        if smooth.sum() >= 3:
            np.testing.assert_allclose(
                found(points)[smooth],
                measured[smooth],
                rtol=1e-4,
                atol=1e-4,
                err_msg=str(expression),
            )
            compared += 1
    assert compared > 100


@pytest.mark.parametrize("name", catalogue.CURVES)
def test_the_curves_of_the_book_are_differentiated_right(name):
    curve = catalogue.CURVES[name]
    grid = np.linspace(0.2, 1.4, 5)
    found = Function(differentiate(curve), (x,))
    np.testing.assert_allclose(found(grid), curve.derivative(grid), rtol=1e-9)


def test_forms_that_sympy_would_change_are_differentiated_as_they_stand():
    assert differentiate(sympy.Mul(x, 1 / x, evaluate=False)) == 0
    assert differentiate(sympy.Pow(x**2, 3, evaluate=False)) == 6 * x**5
    assert differentiate(sympy.Mul(3, x + 1, evaluate=False)) == 3
    assert differentiate(sympy.sin(-x, evaluate=False)) == -sympy.cos(x)


def test_sums_and_products_of_many_are_taken_as_two():
    assert local_derivative(x * y * z, 1) == x * z
    assert local_derivative(x + y + z, 2) == 1
    assert local_derivative(x**3, 0) == 3 * x**2
    assert local_derivative(2**x, 1) == 2**x * sympy.log(2)
    assert differentiate(3 * x * y, x) == 3 * y


def test_the_variable_is_x_or_the_only_one_there_is():
    assert differentiate(theta**2) == 2 * theta
    assert differentiate(catalogue.sigmoid) == sigmoid(u) * sigmoid(-u)
    assert differentiate(x * y) == y
    assert differentiate(x**2, y) == 0
    assert differentiate(sympy.Symbol("x") ** 2) == 2 * x
    assert differentiate(5) == 0
    with pytest.raises(ValueError, match="variables y, z: say which"):
        differentiate(y * z)


@pytest.mark.parametrize("given", ["sin(x^2)", None, ["Sin", "x"], x > 0, True], ids=str)
@pytest.mark.parametrize("ask", [differentiate, decompose])
def test_what_is_no_expression_is_refused_and_the_spelling_is_shown(ask, given):
    with pytest.raises(TypeError, match=r"sympy\.sin\(x\*\*2\)"):
        ask(given)


def test_an_operation_without_a_local_derivative_is_named():
    with pytest.raises(ValueError, match="no local derivative of asinh"):
        differentiate(sympy.asinh(x))


def test_composition_and_chain_rule_agree():
    both = catalogue.sin @ Function(x**2)
    assert both.derivative.expression == differentiate(sympy.sin(x**2))
    assert differentiate(softplus(3 * x)) == 3 * sigmoid(3 * x)
