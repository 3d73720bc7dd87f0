"""Every function of the book, checked by being in the catalogue."""

import ast
import inspect

import mpmath
import numpy as np
import pytest
import sympy
from sympy.utilities.lambdify import lambdify

from ptcode.autodiff import backward as autodiff
from ptcode.autodiff import variables
from ptcode.autodiff.checks import central_difference
from ptcode.functions import activations, catalogue, chain_rule
from ptcode.functions.cube_root import cbrt
from ptcode.functions.function import Function, a
from ptcode.functions.tree import KNOWN, from_tree
from strict import STRICT

pytestmark = STRICT
POWERS = {f"power {n:g}": catalogue.raised_to(n) for n in (-2, -0.5, 0, 0.3, 1, 1.5, 2, 3, 10)}
EXTRA = {f.name: f for f in (catalogue.reciprocal, catalogue.square, catalogue.subtract)}
ALL = {
    f"{shelf}:{name}": function
    for shelf, functions in {
        "operation": catalogue.OPERATIONS,
        "extra": EXTRA | POWERS | {"half squared error": catalogue.half_squared_error},
        "curve": catalogue.CURVES,
        "cost": catalogue.COSTS,
        "surface": catalogue.SURFACES,
    }.items()
    for name, function in functions.items()
}
every_function = pytest.mark.parametrize("function", ALL.values(), ids=ALL.keys())
KINKED = (sympy.Abs, sympy.sign, activations.relu, activations.step)


def points(function, count=12):
    """Seeded points of the domain, one array a variable, away from kinks."""
    random = np.random.default_rng(7)
    candidates = random.normal(0, 1.5, (len(function.variables), 400))
    candidates = candidates[:, (np.abs(candidates) > 0.02).all(axis=0)]
    inside = catalogue.satisfies_domain(function, *candidates)
    values = np.abs([function(*candidates), *(p(*candidates) for p in function.partials)])
    found = candidates[:, inside & (values < 1e4).all(axis=0)][:, :count]
    assert found.shape[1] == count, f"too few points in the domain of {function}"
    return found


_THIRD = sympy.Rational(1, 3)


def exact(expression, function, place):
    """The expression's value worked out with 40 digits, without the book's own formulas."""
    for own in (activations.sigmoid, activations.softplus):
        expression = expression.replace(own, lambda z, own=own: own(z).rewrite(sympy.exp))
    expression = expression.replace(cbrt, lambda z: sympy.sign(z) * sympy.Abs(z) ** _THIRD)
    expression = expression.replace(activations.relu, lambda z: sympy.Max(z, 0))
    expression = expression.replace(activations.step, lambda z: sympy.Heaviside(z, 0))
    with mpmath.workdps(40):
        arguments = [mpmath.mpf(float(entry)) for entry in place]
        return float(lambdify(function.variables, expression, "mpmath")(*arguments))


@every_function
def test_values_are_those_of_forty_digits(function):
    for place in points(function, 5).T:
        assert function(*place) == pytest.approx(
            exact(function.expression, function, place), rel=1e-13, abs=1e-300
        )


@every_function
def test_partials_are_those_of_forty_digits(function):
    for partial, symbol in zip(function.partials, function.variables, strict=True):
        derivative = function.expression.diff(symbol).replace(sympy.DiracDelta, lambda *_: 0)
        for place in points(function, 5).T:
            wanted = exact(derivative, function, place)
            assert partial(*place) == pytest.approx(wanted, rel=1e-12, abs=1e-12)


@every_function
def test_partials_are_what_finite_differences_measure(function):
    place = points(function)
    for i, partial in enumerate(function.partials):

        def along(entry, i=i):
            return function(*place[:i], entry, *place[i + 1 :])

        step = 1e-6 * np.maximum(1, np.abs(place[i]))
        measured = central_difference(along, place[i], h=float(step.min()))
        scale = 1 + np.abs(function(*place))
        assert np.all(np.abs(measured - partial(*place)) < 2e-6 * scale * (1 + np.abs(measured)))


@every_function
def test_pullbacks_are_adjoint_times_local_derivative(function):
    place = points(function)
    adjoint = np.linspace(-2, 2, place.shape[1])
    for pull, partial in zip(function.pullbacks, function.partials, strict=True):
        found = pull(adjoint, function(*place), *place)
        assert found.shape == adjoint.shape
        np.testing.assert_allclose(found, adjoint * partial(*place), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize(
    "function", [one for one in ALL.values() if one.derivative_from_value is not None], ids=str
)
def test_the_derivative_written_with_the_value_is_the_derivative(function):
    place = points(function)
    with_value = Function(function.derivative_from_value, (a,))
    np.testing.assert_allclose(with_value(function(*place)), function.derivative(*place), rtol=1e-9)


@every_function
def test_trees_have_the_same_values(function):
    place = points(function)
    for one in (function, *function.partials):
        again = Function(from_tree(one.tree), function.variables)
        np.testing.assert_allclose(again(*place), one(*place), rtol=1e-12)


@every_function
def test_there_are_partials_of_any_order(function):
    place = points(function, 3)
    for second in function.partials[0].partials:
        for third in second.partials:
            assert third(*place).shape == (3,)
            assert not third.expression.has(sympy.DiracDelta)


@pytest.mark.parametrize("name", [name for name, f in ALL.items() if f.expression.atoms(*KINKED)])
def test_a_kink_and_a_jump_are_noted(name):
    assert "convention" in ALL[name].notes or "also there" in ALL[name].notes


@every_function
def test_every_function_has_a_name_and_a_formula(function):
    assert function.name
    assert function.latex


@every_function
def test_outside_the_domain_nothing_warns(function):
    grid = np.array([-1e6, -2.0, -1.0, 0.0, 1.0, np.pi / 2, 1e6])
    arguments = np.meshgrid(*[grid] * len(function.variables))
    inside = catalogue.satisfies_domain(function, *arguments)
    near = inside & (np.abs(arguments) < 3).all(axis=0)
    assert np.isfinite(function(*arguments)[near]).all()
    for partial in function.partials:
        partial(*arguments)


@pytest.mark.parametrize(
    ("function", "reference"),
    [
        (catalogue.sigmoid, lambda z: 1 / (1 + mpmath.exp(-z))),
        (catalogue.sigmoid.derivative, lambda z: mpmath.exp(-z) / (1 + mpmath.exp(-z)) ** 2),
        (catalogue.softplus, lambda z: mpmath.log(1 + mpmath.exp(z))),
        (catalogue.softplus.derivative, lambda z: 1 / (1 + mpmath.exp(-z))),
    ],
    ids=["sigmoid", "sigmoid′", "softplus", "softplus′"],
)
def test_the_sigmoid_family_is_accurate_from_minus_to_plus_a_thousand(function, reference):
    z = np.concatenate([np.linspace(-1000, 1000, 401), np.linspace(-40, 40, 81), [-1e-9, 0.0]])
    with mpmath.workdps(900):
        wanted = [float(reference(mpmath.mpf(float(entry)))) for entry in z]
    np.testing.assert_allclose(function(z), wanted, rtol=3e-13, atol=1e-300)
    assert [float(function(entry)) for entry in z] == function(z).tolist()


def test_special_points_follow_the_conventions():
    zero = np.array([0.0, -0.0])
    for function in (catalogue.absolute, catalogue.relu, catalogue.step, catalogue.sign):
        assert function.derivative(zero).tolist() == [0.0, 0.0]
    assert catalogue.step(zero).tolist() == [0.0, 0.0]
    assert catalogue.COSTS["absolute"].derivative.derivative(1.0) == 0.0
    assert catalogue.sigmoid(0) == 0.5
    assert catalogue.power.partials[0](0.0, 2.0) == 0.0
    assert catalogue.raised_to(0).derivative(0.0) == 0.0


def test_the_own_functions_simplify_where_they_are_known():
    x = sympy.Symbol("x", real=True)
    assert activations.sigmoid(sympy.Integer(0)) == sympy.Rational(1, 2)
    assert activations.softplus(sympy.Integer(0)) == sympy.log(2)
    assert activations.relu(sympy.Integer(-2)) == activations.step(sympy.Integer(-2)) == 0
    assert activations.relu(sympy.Integer(3)) == 3
    assert activations.step(sympy.Integer(3)) == 1
    assert sympy.latex(activations.sigmoid(x) ** 2) == r"\sigma^{2}\left(x\right)"
    assert "softplus" in sympy.latex(activations.softplus(x))
    assert "ReLU" in sympy.latex(activations.relu(x))
    assert "step" in sympy.latex(activations.step(x))


def test_the_table_of_local_derivatives_covers_the_language():
    table = catalogue.local_derivatives()
    assert set(table) == set(KNOWN) - {"Rational"}
    assert table["Add"] == [1, 1]
    assert table["Divide"] == [
        ["Divide", 1, "v"],
        ["Negate", ["Divide", "u", ["Power", "v", 2]]],
    ]


def test_the_engines_know_no_derivative():
    known = {"sin", "cos", "exp", "log", "tanh", "sigmoid", "sqrt", "diff", "fdiff", "derivative"}
    for engine in (autodiff, variables, chain_rule):
        names = {
            node.attr if isinstance(node, ast.Attribute) else node.id
            for node in ast.walk(ast.parse(inspect.getsource(engine)))
            if isinstance(node, ast.Name | ast.Attribute)
        }
        assert not names & known


def test_the_walk_over_the_graph_is_about_fifty_lines():
    parts = (autodiff.gradients, autodiff.adjoints, autodiff.latest_first, autodiff.summed_to)
    lines = [line for part in parts for line in inspect.getsource(part).splitlines() if line]
    assert len(lines) <= 55


@pytest.mark.parametrize(
    ("name", "minimum"), [("rosenbrock", (1, 1)), ("himmelblau", (3, 2)), ("bowl", (0, 0))]
)
def test_surfaces_have_their_published_minima(name, minimum):
    surface = catalogue.SURFACES[name]
    assert surface(*minimum) == 0
    assert [p(*minimum) for p in surface.partials] == [0, 0]
