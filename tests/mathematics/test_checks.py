"""Derivatives by measuring, and the gradient check that rests on them."""

import numpy as np
import pytest

from ptcode.autodiff.backward import Variable
from ptcode.autodiff.checks import (
    CENTRAL_STEP,
    FORWARD_STEP,
    central_difference,
    complex_step,
    forward_difference,
    gradient_check,
    numerical_gradient,
)
from ptcode.functions import catalogue
from strict import STRICT

pytestmark = STRICT
SMOOTH = [name for name, curve in catalogue.CURVES.items() if name not in ("relu", "absolute")]
GRID = np.array([0.3, 0.7, 1.9])


@pytest.mark.parametrize("name", SMOOTH)
def test_each_difference_reaches_the_accuracy_it_promises(name):
    curve = catalogue.CURVES[name]
    slope = curve.derivative(GRID)
    np.testing.assert_allclose(forward_difference(curve, GRID), slope, rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(central_difference(curve, GRID), slope, rtol=1e-8, atol=1e-8)
    np.testing.assert_allclose(complex_step(curve, GRID), slope, rtol=1e-14, atol=1e-15)


def test_halving_h_halves_the_forward_error_and_quarters_the_central_one():
    def error(difference, h):
        return abs(difference(np.exp, 1.0, h) - np.e)

    assert error(forward_difference, 1e-3) / error(forward_difference, 5e-4) == pytest.approx(
        2, 1e-2
    )
    assert error(central_difference, 1e-2) / error(central_difference, 5e-3) == pytest.approx(
        4, 1e-2
    )


def test_a_tiny_h_is_a_disaster_and_the_default_is_not():
    exact = np.cos(1.0)
    assert abs(forward_difference(np.sin, 1.0, 1e-15) - exact) > 1e-3
    assert abs(forward_difference(np.sin, 1.0) - exact) < 1e-7
    assert abs(central_difference(np.sin, 1.0) - exact) < 1e-10
    assert pytest.approx(1.5e-8, rel=0.01) == FORWARD_STEP
    assert pytest.approx(6.1e-6, rel=0.01) == CENTRAL_STEP


def test_the_step_grows_with_the_place():
    assert abs(central_difference(np.sqrt, 1e12) - 5e-7) < 1e-13


def test_the_complex_step_refuses_what_it_cannot_do():
    with pytest.raises(ValueError, match=r"relu is not smooth .*use central_difference"):
        complex_step(catalogue.relu, 1.0)
    with pytest.raises(TypeError, match="has 2 variables; fix all but one"):
        complex_step(catalogue.add, 1.0)
    with pytest.raises(TypeError, match="use central_difference"):
        complex_step(np.abs, 1.0)


@pytest.mark.parametrize("bad", [np.nan, np.inf, [], [1.0, np.nan]])
def test_a_place_must_be_finite(bad):
    for difference in (forward_difference, central_difference, complex_step):
        with pytest.raises(ValueError, match="x must"):
            difference(np.sin, bad)
    with pytest.raises(TypeError, match="x must be"):
        central_difference(np.sin, 1j)


def test_a_numerical_gradient_has_the_shapes_of_its_inputs():
    found = numerical_gradient(lambda a, b: np.sum(a**2) * b, [np.array([[1.0, 2.0]]), 3.0])
    np.testing.assert_allclose(found[0], [[6.0, 12.0]], rtol=1e-9)
    assert found[1] == pytest.approx(5.0)
    assert found[1].shape == ()


def test_the_worst_of_several_inputs_is_named():
    found = gradient_check(lambda a, b: a**2 + b**2, [1.0, 1.0], [2.1, 5.0])
    assert found.where == (1, ())
    assert found.claimed == 5


def test_a_right_gradient_passes_and_the_worst_entry_of_a_wrong_one_is_found():
    a = np.array([[1.0, 2.0], [3.0, -4.0]])
    right = [3 * a**2, np.array(1.0)]
    wrong = [3 * a**2 + [[0.0, 0.0], [0.0, 1.0]], np.array(1.0)]
    assert gradient_check(lambda a, b: np.sum(a**3) + b, [a, 5.0], right).passed
    found = gradient_check(lambda a, b: np.sum(a**3) + b, [a, 5.0], wrong)
    assert not found.passed
    assert found.where == (0, (1, 1))
    assert (found.claimed, round(found.measured, 6)) == (49.0, 48.0)
    assert found.error == pytest.approx(1 / 49, rel=1e-6)
    assert "DISAGREES" in repr(found)
    assert "input 0 at (1, 1)" in repr(found)


@pytest.mark.parametrize("factor", [0.5, 2.0, -1.0, 1.001])
def test_every_constant_factor_is_noticed(factor):
    place = np.linspace(0.1, 1.0, 5)
    claimed = [factor * np.cos(place)]
    assert not gradient_check(lambda x: np.sin(x).sum(), [place], claimed).passed


def test_the_engine_is_checked_if_nothing_is_claimed():
    found = gradient_check(lambda w: catalogue.tanh(w @ np.ones(3)).sum(), [np.eye(3)])
    assert found.passed
    assert repr(found).startswith("the gradient agrees with")


def test_rounding_alone_is_no_mistake():
    found = gradient_check(lambda x: 1e6 + 0.0 * x, [1.0], [np.array(0.0)])
    assert found.passed
    huge = gradient_check(lambda x: 1e8 + x, [1.0], [np.array(1.0)])
    assert huge.passed


def test_a_gradient_that_is_not_a_number_fails():
    found = gradient_check(lambda x: x**2, [1.0], [np.array(np.nan)])
    assert not found.passed
    assert found.error == np.inf


def test_what_does_not_fit_is_named():
    with pytest.raises(ValueError, match="no gradient to check"):
        gradient_check(lambda: 1.0, [])
    with pytest.raises(ValueError, match=r"shapes \[\(2,\)\], the inputs have \[\(3,\)\]"):
        gradient_check(lambda x: x.sum(), [np.ones(3)], [np.ones(2)])
    with pytest.raises(ValueError, match=r"single number, got shape \(3,\)"):
        numerical_gradient(lambda x: x, [np.ones(3)])
    with pytest.raises(ValueError, match=r"inputs\[0\] must be finite"):
        numerical_gradient(lambda x: x, [np.nan])


def test_a_function_may_return_a_variable():
    found = numerical_gradient(lambda x: Variable(x) * 3.0, [2.0])
    assert found[0] == pytest.approx(3.0)
