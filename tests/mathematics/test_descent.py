"""Gradient descent in one dimension: positions by formula, regimes by theory and by path."""

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from ptcode.descent.descent import (
    HORIZON,
    Regime,
    constant_curvature,
    gradient_descent,
    quadratic_regime,
)
from ptcode.functions.catalogue import COSTS
from ptcode.functions.function import Function, theta
from strict import STRICT

pytestmark = STRICT
SQUARE = COSTS["square"]


@pytest.mark.parametrize("alpha", [0.0, 0.1, 0.25, 0.5, 0.75, 1.0, 1.05])
def test_on_the_square_every_position_is_the_start_times_a_power(alpha):
    path = gradient_descent(SQUARE, 2.0, alpha, 15)
    k = np.arange(16)
    np.testing.assert_allclose(path.positions, 2.0 * (1 - 2 * alpha) ** k, rtol=1e-12, atol=0)
    np.testing.assert_allclose(path.values, path.positions**2)
    np.testing.assert_allclose(path.slopes, 2 * path.positions)


@pytest.mark.parametrize(
    ("alpha", "regime"),
    [
        (0.0, Regime.STAYS),
        (1e-9, Regime.ONE_SIDE),
        (0.499, Regime.ONE_SIDE),
        (0.5, Regime.ONE_STEP),
        (0.501, Regime.ALTERNATES),
        (0.999, Regime.ALTERNATES),
        (1.0, Regime.BOUNCES),
        (1.001, Regime.DIVERGES),
        (50.0, Regime.DIVERGES),
    ],
)
def test_the_regimes_of_the_square(alpha, regime):
    assert gradient_descent(SQUARE, 2.0, alpha, 3).regime is regime


def test_a_quadratic_changes_its_ways_at_one_and_two_over_the_curvature():
    regimes = {
        0.5: Regime.ONE_SIDE, 1: Regime.ONE_STEP, 1.98: Regime.ALTERNATES, 2: Regime.BOUNCES,
        2.02: Regime.DIVERGES,
    }  # fmt: skip
    for curvature in (0.3, 0.5, 1.0, 2.0, 7.0, 8.0):
        cost = Function(sympy.Float(curvature) / 2 * theta**2)
        for share, regime in regimes.items():
            assert gradient_descent(cost, 1.0, share / curvature, 2).regime is regime


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.floats(0.1, 20),
    st.floats(-3, 3),
    st.floats(0, 2.5),
    st.floats(-5, 5).filter(lambda d: abs(d) > 0.01),
)
def test_the_named_regime_of_a_quadratic_is_what_its_path_does(curvature, minimum, share, offset):
    alpha = share / curvature
    cost = Function(sympy.Float(curvature) / 2 * (theta - sympy.Float(minimum)) ** 2)
    path = gradient_descent(cost, minimum + offset, alpha, 40)
    distance = path.positions - minimum
    factor = 1 - alpha * curvature
    if abs(factor) < 1 - 1e-6 and abs(factor) > 0.05 and alpha:
        assert path.regime in (Regime.ONE_SIDE, Regime.ALTERNATES)
        assert abs(distance[-1]) < abs(distance[0])
        crossed = distance[1] * distance[0] < 0
        assert (path.regime is Regime.ALTERNATES) == crossed
    if abs(factor) > 1 + 1e-6:
        assert path.regime is Regime.DIVERGES
        assert abs(distance[-1]) > abs(distance[0])


@pytest.mark.parametrize(
    ("cost", "start", "alpha", "regime"),
    [
        ("two-valleys", 1.2, 0.05, Regime.ONE_SIDE),
        ("two-valleys", -1.4, 0.05, Regime.ONE_SIDE),
        ("two-valleys", 1.9, 0.05, Regime.CONVERGES),  # one jump too far, then from one side
        ("two-valleys", 1.2, 0.15, Regime.ALTERNATES),
        ("two-valleys", 1.9, 10.0, Regime.DIVERGES),
        ("plateau", 5.0, 0.3, Regime.CRAWLS),
        ("plateau", 0.5, 0.3, Regime.ONE_SIDE),
        ("plateau", 12.0, 0.3, Regime.STAYS),  # the slope is not 0, but no step can be seen
        ("absolute", 1.0, 0.3, Regime.BOUNCES),
        ("absolute", 0.0, 0.3, Regime.STAYS),
        ("absolute", 0.5, 0.5, Regime.ONE_STEP),
    ],
)
def test_where_there_is_no_theory_the_path_decides(cost, start, alpha, regime):
    assert gradient_descent(COSTS[cost], start, alpha, 5).regime is regime


def test_two_valleys_have_two_ends():
    right = gradient_descent(COSTS["two-valleys"], 1.9, 0.05, 200).positions[-1]
    left = gradient_descent(COSTS["two-valleys"], -1.9, 0.05, 200).positions[-1]
    roots = sorted(map(float, sympy.Poly(4 * theta**3 - 6 * theta + 1).nroots()))
    assert [left, right] == pytest.approx([roots[0], roots[2]], abs=1e-9)


def test_a_path_that_never_settles_wanders():
    assert gradient_descent(COSTS["two-valleys"], 1.9, 0.2, 5).regime is Regime.WANDERS


def test_a_straight_line_falls_for_ever():
    assert constant_curvature(Function(3 * theta)) == 0.0
    assert gradient_descent(Function(3 * theta), 1.0, 0.1, 4).regime is Regime.DIVERGES
    assert gradient_descent(Function(sympy.Integer(3), (theta,)), 1.0, 0.1).regime is Regime.STAYS
    assert gradient_descent(Function(-sympy.log(theta)), 1.0, 50.0, 4).regime is Regime.CRAWLS
    assert gradient_descent(Function(-(theta**2)), 1.0, 0.1, 4).regime is Regime.DIVERGES
    creep = Function(-theta - sympy.exp(-theta))
    assert gradient_descent(creep, 1.0, 10.0, 4).regime is Regime.DIVERGES


def test_curvature_is_constant_for_quadratics_only():
    assert constant_curvature(SQUARE) == 2.0
    assert constant_curvature(Function((theta - 1) ** 2 * 3 - theta)) == 6.0
    for name in ("two-valleys", "plateau", "absolute"):
        assert constant_curvature(COSTS[name]) is None


def test_at_the_minimum_nothing_moves():
    path = gradient_descent(SQUARE, 0.0, 0.3, 4)
    assert path.regime is Regime.STAYS
    assert path.positions.tolist() == [0.0] * 5


def test_overflow_ends_the_path_early_and_silently():
    path = gradient_descent(SQUARE, 2.0, 1e80, 50)
    assert path.regime is Regime.DIVERGES
    assert 0 < len(path) < 50
    assert np.isfinite(path.positions).all()
    assert np.isfinite(path.values).all()
    assert gradient_descent(COSTS["two-valleys"], 2.0, 1e9, 50).regime is Regime.DIVERGES


def test_a_path_is_a_value():
    path = gradient_descent(SQUARE, 2, 0.1, 20)
    assert len(path) == 20
    assert repr(path) == (
        "Path of 20 steps with α = 0.1: converges from one side, from θ = 2 to 0.02306"
    )
    with pytest.raises(ValueError, match="read-only"):
        path.positions[0] = 1
    with pytest.raises(AttributeError):
        path.regime = Regime.STAYS
    assert len(gradient_descent(SQUARE, 2, 0.1, 0)) == 0


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_what_is_not_finite_is_refused(bad):
    with pytest.raises(ValueError, match="start must be a finite real number, got"):
        gradient_descent(SQUARE, bad, 0.1)
    with pytest.raises(ValueError, match="learning_rate must be a finite real number ≥ 0"):
        gradient_descent(SQUARE, 1.0, bad)


@pytest.mark.parametrize("bad", [1j, True, "1", None, [1.0], np.array([1.0])])
def test_what_is_no_number_is_refused(bad):
    with pytest.raises(TypeError, match="start must be a finite real number"):
        gradient_descent(SQUARE, bad, 0.1)
    with pytest.raises(TypeError, match="learning_rate must be"):
        gradient_descent(SQUARE, 1.0, bad)


def test_what_else_does_not_fit_is_named():
    with pytest.raises(
        ValueError, match=r"learning_rate must be a finite real number ≥ 0, got -0\.1"
    ):
        gradient_descent(SQUARE, 1.0, -0.1)
    for steps in (-1, 2.5, True, "3"):
        with pytest.raises(ValueError, match="steps must be a whole number ≥ 0"):
            gradient_descent(SQUARE, 1.0, 0.1, steps)
    with pytest.raises(ValueError, match="not finite at start = -1"):
        gradient_descent(Function(sympy.log(theta)), -1.0, 0.1)


def test_the_regime_of_a_quadratic_can_be_asked_for_alone():
    assert quadratic_regime(2.0, 0.5) is Regime.ONE_STEP
    assert quadratic_regime(2.0, 0.5, slope=0.0) is Regime.STAYS
    assert quadratic_regime(-2.0, 0.5) is Regime.DIVERGES
    assert HORIZON == 1000
