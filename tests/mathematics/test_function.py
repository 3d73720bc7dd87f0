"""One definition per function: calls, partials, composition, and what is refused."""

import numpy as np
import pytest
import sympy

from ptcode.core.validation import finite_array, finite_number, real_array, whole_number
from ptcode.functions import catalogue
from ptcode.functions.function import Function, Traced, theta, u, v, x
from strict import STRICT

pytestmark = STRICT
square = Function(x**2, name="square")
plane = Function(2 * u + v**2, (u, v), name="plane")


def test_a_call_broadcasts_like_numpy():
    column, row = np.array([[1.0], [2.0]]), np.array([10.0, 20.0, 30.0])
    assert plane(column, row).shape == (2, 3)
    assert plane(column, row)[1, 2] == 904.0
    assert square([1, 2, 3]).tolist() == [1.0, 4.0, 9.0]


@pytest.mark.parametrize("argument", [5, 5.0, np.float64(5), np.int32(5), np.array(5.0)])
def test_a_number_gives_a_float64(argument):
    assert type(square(argument)) is np.float64
    assert square(argument) == 25.0


def test_a_constant_has_the_shape_of_what_goes_in():
    constant = Function(3, (x,))
    assert constant(np.zeros((2, 3))).tolist() == [[3.0] * 3] * 2
    assert constant(1.0) == 3.0
    assert Function(u, (u, v))(np.zeros(2), np.zeros((3, 1))).shape == (3, 2)
    assert square.derivative.derivative.derivative(np.ones(4)).tolist() == [0.0] * 4


def test_outside_the_domain_the_value_is_nan_or_infinite_without_a_warning():
    assert np.isnan(catalogue.log(-1.0))
    assert catalogue.log(0.0) == -np.inf
    assert np.isinf(catalogue.reciprocal(np.array([0.0]))).all()
    assert catalogue.exp(1000) == np.inf
    assert Function(x**4)(1e200) == np.inf


@pytest.mark.parametrize(
    "argument",
    [True, 1j, "1", None, [1, "x"], np.array([1j]), np.array([True]), [[1], [1, 2]], sympy.I],
)
def test_what_is_not_a_real_number_is_refused(argument):
    with pytest.raises(TypeError, match="x must be"):
        square(argument)


def test_the_number_of_arguments_must_fit():
    with pytest.raises(TypeError, match=r"plane takes 2 argument\(s\) \(u, v\), got 1"):
        plane(1.0)


def test_partials_hold_all_other_variables():
    assert [p.expression for p in plane.partials] == [2, 2 * v]
    assert plane.partial("v").expression == plane.partial(1).expression == 2 * v
    with pytest.raises(ValueError, match="no variable 'w'; its variables are"):
        plane.partial("w")
    with pytest.raises(ValueError, match="no variable 2"):
        plane.partial(2)
    with pytest.raises(TypeError, match=r"use \.partials"):
        _ = plane.derivative


def test_a_composition_keeps_its_parts_and_its_conditions():
    sine = Function(sympy.sin(x), name="sine")
    both = catalogue.log @ sine
    assert (both.outer, both.inner) == (catalogue.log, sine)
    assert both.name == "log∘sine"
    assert both.domain == (sympy.sin(x) > 0,)
    assert float(both(1.0)) == pytest.approx(np.log(np.sin(1)))
    assert (catalogue.log @ catalogue.exp).domain == ()
    assert (square.outer, square.inner) == (None, None)
    assert (Function(x) @ Function(x)).name == ""
    with pytest.raises(TypeError):
        _ = square @ 3


def test_symbols_become_real_and_strangers_are_named():
    assert Function(sympy.Symbol("x") ** 2).expression == x**2
    assert Function(sympy.Symbol("x") ** 2, (sympy.Symbol("x"),)).variables == (x,)
    assert Function(2.5).variables == (x,)
    with pytest.raises(ValueError, match="contains v, which is not among"):
        Function(u * v, (u,))
    with pytest.raises(TypeError, match="a variable is a SymPy symbol"):
        Function(x, ("x",))


@pytest.mark.parametrize("definition", ["x**2", None, True, [x]])
def test_a_definition_is_a_sympy_expression(definition):
    with pytest.raises(TypeError, match="SymPy expression is wanted"):
        Function(definition)


@pytest.mark.parametrize(
    "definition", [sympy.I * x, x + sympy.oo, sympy.nan, sympy.Function("f")(x)]
)
def test_a_definition_is_a_formula_of_real_numbers(definition):
    with pytest.raises(ValueError, match="not a formula of real numbers"):
        Function(definition)


def test_latex_text_and_tree_come_from_the_same_definition():
    assert Function(sympy.log(x)).latex == r"\ln{\left(x \right)}"
    assert square.tree == ["Power", "x", 2]
    assert str(square) == "square"
    assert str(Function(theta**2)) == "theta**2"


def test_functions_are_values():
    assert Function(x**2) == Function(sympy.Symbol("x") ** 2)
    assert hash(square) == hash(Function(x**2, name="square"))
    with pytest.raises(AttributeError):
        square.name = "other"


def test_a_traced_argument_takes_over_the_call():
    class Recorder(Traced):
        def traced(self, function, arguments):
            return function.name, len(arguments)

    assert square(Recorder()) == ("square", 1)
    assert plane(1.0, Recorder()) == ("plane", 2)
    with pytest.raises(NotImplementedError):
        Traced().traced(square, ())


def test_numbers_are_let_in_or_refused_by_name():
    assert finite_number(sympy.Rational(1, 2), "α") == 0.5
    assert whole_number(np.int64(3), "steps") == 3
    assert real_array(np.float32([1]), "x").dtype == float
    for bad in (True, 1j, "1", None):
        with pytest.raises(TypeError, match="α must be a finite real number"):
            finite_number(bad, "α")
    for bad in (np.nan, np.inf, -1.0):
        with pytest.raises(ValueError, match="α must be a finite real number ≥ 0"):
            finite_number(bad, "α", minimum=0.0)
    for bad in (True, 1.0, -1, None):
        with pytest.raises(ValueError, match="steps must be a whole number ≥ 0"):
            whole_number(bad, "steps")
    with pytest.raises(ValueError, match="must not be empty"):
        finite_array([], "x")
    with pytest.raises(ValueError, match=r"x must be finite, got nan at index \(1, 0\)"):
        finite_array([[1.0], [np.nan]], "x")
    with pytest.raises(ValueError, match=r"x must be finite, got inf$"):
        finite_array(np.inf, "x")


def test_what_stands_unevaluated_is_computed_as_it_stands():
    """SymPy's search for common parts makes x² of 2x where x·x stands in the same formula."""
    product = sympy.Mul(x, x, evaluate=False)
    function = Function(2 * x * (sympy.tan(product) ** 2 + 1))
    assert float(function(1.25)) == pytest.approx(2.5 * (np.tan(1.5625) ** 2 + 1), rel=1e-12)
    assert Function(product).expression.args == (x, x)
