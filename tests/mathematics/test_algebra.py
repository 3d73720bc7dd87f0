"""Functions added, multiplied, composed; what may define one; accuracy far out and at kinks."""

import mpmath
import numpy as np
import pytest
import sympy

from ptcode.autodiff.backward import Variable, gradients
from ptcode.autodiff.checks import complex_step, gradient_check
from ptcode.functions import catalogue
from ptcode.functions.catalogue import COSTS, CURVES, cos, exp, sin
from ptcode.functions.function import Function, theta, u, v, x
from ptcode.functions.numeric import stable
from ptcode.functions.slopes import Verdict, landmarks, tangent_at
from strict import STRICT

pytestmark = STRICT
F, G = Function(x**2 + 1, name="f"), Function(sympy.sin(x), name="g")
AT = np.array([-1.3, 0.4, 2.2])
COMBINED = {
    "F + G": (lambda f, g: f + g, lambda a, b: a + b),
    "F - G": (lambda f, g: f - g, lambda a, b: a - b),
    "F · G": (lambda f, g: f * g, lambda a, b: a * b),
    "F / G": (lambda f, g: f / g, lambda a, b: a / b),
    "F ** G": (lambda f, g: f**g, lambda a, b: a**b),
    "F · 2": (lambda f, g: f * 2, lambda a, b: a * 2),
    "2 · F": (lambda f, g: 2 * f, lambda a, b: 2 * a),
    "F + ½": (lambda f, g: f + sympy.Rational(1, 2), lambda a, b: a + 0.5),
    "½ · F": (lambda f, g: sympy.Rational(1, 2) * f, lambda a, b: a / 2),
    "F · NumPy's 2": (lambda f, g: np.float64(2) * f * np.int64(3), lambda a, b: 6 * a),
    "1 - F": (lambda f, g: 1 - f, lambda a, b: 1 - a),
    "1 / F": (lambda f, g: 1 / f, lambda a, b: 1 / a),
    "F ** 2": (lambda f, g: f**2, lambda a, b: a**2),
    "2 ** F": (lambda f, g: 2**f, lambda a, b: 2**a),
    "-F, +G": (lambda f, g: -f + +g, lambda a, b: b - a),
    "|G|": (lambda f, g: abs(g), lambda a, b: abs(b)),
    "F + x": (lambda f, g: f + f.variables[0], lambda a, b: a + AT),
    "x · F": (lambda f, g: f.variables[0] * f, lambda a, b: a * AT),
}


@pytest.mark.parametrize("name", COMBINED)
def test_a_combination_of_functions_has_the_combined_values_and_the_measured_slope(name):
    functions, numbers = COMBINED[name]
    made = functions(F, G)
    np.testing.assert_allclose(made(AT), numbers(F(AT), G(AT)), rtol=1e-14)
    assert made.variables == (x,)
    assert gradient_check(lambda a: made(a).sum(), [AT]).passed


def test_functions_of_two_variables_combine_too():
    bowl, product = catalogue.SURFACES["bowl"], catalogue.SURFACES["product"]
    assert (bowl - 2 * product)(3.0, 1.0) == 4.0
    assert (catalogue.add * bowl)(3.0, 1.0) == 40.0


def test_the_catalogue_s_placeholders_take_the_name_of_the_other_variable():
    assert (F + exp).variables == (exp + F).variables == (x,)
    assert (sin + cos).variables == (u,)
    assert (COSTS["square"] * exp)(2.0) == 4 * exp(2.0)
    with pytest.raises(TypeError, match="write both in the same variables"):
        F + Function(theta**2)
    with pytest.raises(TypeError, match="write both in the same variables"):
        F + catalogue.SURFACES["bowl"]
    with pytest.raises(ValueError, match="contains theta"):
        F + theta


def test_a_combination_is_defined_where_both_are_and_nothing_is_divided_by_0():
    made = CURVES["root"] / CURVES["logarithm"]
    inside = catalogue.satisfies_domain(made, np.array([-1.0, 0.0, 1.0, 2.0]))
    assert inside.tolist() == [False, False, False, True]
    assert catalogue.satisfies_domain(1 / F, np.array([0.0])).tolist() == [True]


def test_a_function_of_a_function_is_their_composition():
    assert F(G) == F @ G
    assert F(G)(0.3) == np.sin(0.3) ** 2 + 1
    assert (F(G).outer, F(G).inner) == (F, G)
    assert exp(sin)(cos)(0.3) == np.exp(np.sin(np.cos(0.3)))


WRONG = {
    "a formula": (lambda: exp(x**2), r"Function\(sympy\.exp\(x\)\)"),
    "functions for two variables": (lambda: catalogue.add(F, G), r"f\(g\) or f @ g"),
    "a string": (lambda: F + "x", "unsupported operand"),
    "a truth value": (lambda: F * True, "unsupported operand"),
    "a complex number": (lambda: F * 1j, "unsupported operand"),
    "an array": (lambda: F + np.ones(2), r"take its values f\(x\)"),
    "two outer variables": (lambda: catalogue.add @ F, "only a function of one variable"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_does_not_combine_says_what_to_write(name):
    wrong, message = WRONG[name]
    with pytest.raises(TypeError, match=message):
        wrong()


def test_sympy_s_functions_do_not_take_a_function():
    with pytest.raises(sympy.SympifyError, match=r"write its \.expression"):
        sympy.exp(F)


def test_a_notebook_shows_the_formula():
    assert F._repr_latex_() == r"$\displaystyle x^{2} + 1$"
    assert Function(sympy.log(x))._repr_latex_() == r"$\displaystyle \ln{\left(x \right)}$"


REFUSED = {
    "gamma": sympy.gamma(x),
    "factorial": sympy.factorial(x),
    "floor": sympy.floor(x),
    "ceiling": sympy.ceiling(x),
    "Mod": sympy.Mod(x, 2),
    "frac": sympy.frac(x),
    "Integral": sympy.Integral(sympy.exp(x**2), (x, 0, x)),
    "Derivative": sympy.Derivative(sympy.exp(x**2), x),
    "Sum": sympy.Sum(x**v, (v, 1, 3)),
    "Product": sympy.Product(x + v, (v, 1, 3)),
    "Limit": sympy.Limit(sympy.sin(x) / x, x, 0),
    "erf": sympy.erf(x),
    "besselj": sympy.besselj(0, x),
    "zeta": sympy.zeta(x),
    "LambertW": sympy.LambertW(x),
    "DiracDelta": sympy.DiracDelta(x),
    "Order": sympy.Order(x),
    "ComplexRootOf": x * sympy.rootof(x**5 - x + 1, 0),
    "arg": sympy.arg(x),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_computed_or_differentiated_is_refused_by_name(name):
    with pytest.raises(ValueError, match=rf"{name} has no formula .* Allowed are"):
        Function(x + REFUSED[name], (x,))


@pytest.mark.parametrize("value", [sympy.I, sympy.oo, -sympy.oo, sympy.zoo, sympy.nan], ids=str)
def test_what_is_no_real_number_is_refused(value):
    with pytest.raises(ValueError, match="i, ∞ and nan have no value"):
        Function(x + value if value.is_finite else sympy.Mul(x, value, evaluate=False), (x,))


SMOOTH = [
    f(x / 3)
    for f in (sympy.asin, sympy.acos, sympy.atan, sympy.sinh, sympy.cosh, sympy.asinh, sympy.atanh)
] + [sympy.sec(x / 3), sympy.sinc(x), sympy.Piecewise((x**2, x < 0), (x**3, True))]


@pytest.mark.parametrize("expression", SMOOTH, ids=str)
def test_what_is_allowed_has_values_and_the_measured_slope(expression):
    check = gradient_check(lambda a: Function(expression)(a).sum(), [AT])
    assert check.passed, check


KINKS = {
    "Max(x, 0)": (sympy.Max(x, 0), [0.0, 0.0, 1.0]),
    "Max(0, −x)": (sympy.Max(0, -x), [-1.0, 0.0, 0.0]),
    "Min(x, 0)": (sympy.Min(x, 0), [1.0, 0.0, 0.0]),
    "Max(x, −1, 0)": (sympy.Max(x, -1, 0), [0.0, 0.0, 1.0]),
    "Max(x², 0)": (sympy.Max(x**3, 0), [0.0, 0.0, 3.0]),
    "|x|": (sympy.Abs(x), [-1.0, 0.0, 1.0]),
    "Heaviside": (sympy.Heaviside(x), [0.0, 0.0, 0.0]),
    "sign": (sympy.sign(x), [0.0, 0.0, 0.0]),
}


@pytest.mark.parametrize("name", KINKS)
def test_the_slope_at_a_kink_is_the_books_convention(name):
    expression, slopes = KINKS[name]
    function, at = Function(expression), np.array([-1.0, 0.0, 1.0])
    assert function.derivative(at).tolist() == slopes
    traced = Variable(at)
    assert gradients(function(traced).sum(), [traced])[0].tolist() == slopes


def test_where_two_expressions_are_equal_one_of_them_gives_the_slope():
    larger = Function(sympy.Max(x, 2 * x))
    assert larger.derivative(0.0) in (1.0, 2.0)
    assert larger.derivative([-1.0, 1.0]).tolist() == [1.0, 2.0]
    both = Function(sympy.Max(u, v), (u, v))
    assert both.partials[0](1.0, 1.0) + both.partials[1](1.0, 1.0) == 1.0


INSIDE = [sympy.Abs(sympy.log(x)), sympy.sign(sympy.log(x)) * x, sympy.Abs(sympy.sqrt(x) - 1)]


@pytest.mark.parametrize("expression", INSIDE, ids=str)
def test_kinks_of_what_is_real_only_somewhere_have_real_slopes(expression):
    """SymPy answers with arguments and parts of complex numbers, or not at all."""
    check = gradient_check(lambda a: Function(expression)(a).sum(), [np.array([0.4, 0.9, 2.2])])
    assert check.passed, check


def test_max_has_a_corner_in_the_tangent_explorer_too():
    found = tangent_at(sympy.Max(x, 0), 0)
    assert (found.verdict, found.left, found.right) == (Verdict.CORNER, 0.0, 1.0)
    assert tangent_at(sympy.Min(x, 2), 2).verdict is Verdict.CORNER
    assert landmarks(Function(sympy.Max(x, 1)), -2, 2) == (1.0,)
    assert tangent_at("square", 5).slope == 10.0
    with pytest.raises(ValueError, match="did you mean 'square'"):
        tangent_at("sqare", 5)


@pytest.mark.parametrize("kink", [sympy.Max(x, 0), sympy.Min(x, 0), sympy.Heaviside(x)], ids=str)
def test_the_complex_step_refuses_every_kink(kink):
    with pytest.raises(ValueError, match="is not smooth"):
        complex_step(Function(kink), 1.0)


e = sympy.exp
FAR = {
    "σ written out": 1 / (1 + e(-x)),
    "σ, the other way": e(x) / (1 + e(x)),
    "σ of −2x": 1 / (1 + e(2 * x)) * 3,
    "σ′ written out": e(-x) / (1 + e(-x)) ** 2,
    "softplus written out": sympy.log(1 + e(x)),
    "a product with e^2x": x * e(2 * x) / (1 + e(x)) ** 3,
    "tanh": sympy.tanh(x),
    "tanh′": 2 - 2 * sympy.tanh(x / 2) ** 2,
    "a number off": 3 - 2 * sympy.tanh(x) ** 2,
}


@pytest.mark.parametrize("name", FAR)
def test_values_and_slopes_far_from_0_are_those_of_many_digits(name):
    function = Function(FAR[name])
    places = [-800.0, -400.0, -37.5, -1.0, 0.25, 1.0, 25.0, 37.5, 400.0, 800.0]
    cancels = name == "σ, the other way"  # its slope is σ − σ², in SymPy's form
    for one in (function,) if cancels else (function, function.derivative):
        exact = sympy.lambdify(x, one.expression, "mpmath")
        with mpmath.workdps(900):
            wanted = [float(exact(mpmath.mpf(place))) for place in places]
        np.testing.assert_allclose(one(places), wanted, rtol=2e-13, atol=1e-300)


def test_what_needs_no_other_form_keeps_its_own():
    for expression in (x**2, e(x) + 1, e(x) * (1 + e(x)), e(x) / (1 + e(2 * x)), sympy.log(1 + x)):
        assert stable(expression) == expression


def test_the_engine_has_the_slope_of_the_sigmoid_to_the_last_digits_far_out():
    z = Variable(np.array([-700.0, -40.0, 36.0, 37.0, 40.0, 700.0]))
    (found,) = gradients(catalogue.sigmoid(z).sum(), [z])
    with mpmath.workdps(700):
        slope = [mpmath.exp(-abs(t)) / (1 + mpmath.exp(-abs(t))) ** 2 for t in map(int, z.value)]
    np.testing.assert_allclose(found, [float(s) for s in slope], rtol=1e-12)
    np.testing.assert_array_equal(found[1], found[-2])


def test_every_form_of_a_derivative_from_the_value_is_the_derivative():
    a = sympy.Symbol("a", real=True)
    for function in catalogue.OPERATIONS.values():
        if function.exact_from_value is None:
            continue
        form = Function(function.exact_from_value, (a, u))
        np.testing.assert_allclose(form(function(AT), AT), function.derivative(AT), rtol=1e-12)
