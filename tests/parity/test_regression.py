"""The line through points, the regression explorer, and its agreement with JavaScript."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ptcode.descent.optimisers import GradientDescent
from ptcode.descent.regression import (
    FORBES_PRESSURES,
    FORBES_TEMPERATURES,
    SCALES,
    LineCost,
    scaling,
)
from ptcode.descent.tracks import descend
from ptcode.widgets import RegressionExplorer

RUN = """
const { bestLine, descend, lineCost, RULES, scaling, valley } = await bundle("regression");
const costOf = lineCost(input.terms);
return input.cases.map(({ x, y, scale, start, alpha }) => {
  const { shift, spread } = scaling(x, scale), inputs = x.map((value) => (value - shift) / spread);
  const cost = costOf(inputs, y), path = descend(cost, start, RULES.gd({ alpha }), 40);
  return { shift, spread, best: bestLine(inputs, y), ...path, ...valley(cost.hessian()) };
});
"""
NUMBERS = st.floats(-100, 100).map(lambda value: round(value, 3))
POINTS = st.lists(st.tuples(NUMBERS, NUMBERS), min_size=3, max_size=12, unique_by=lambda p: p[0])


def forbes(scale):
    shift, spread = scaling(FORBES_TEMPERATURES, scale)
    return LineCost((np.array(FORBES_TEMPERATURES) - shift) / spread, FORBES_PRESSURES)


def test_data_are_those_of_forbes():
    assert len(FORBES_TEMPERATURES) == len(FORBES_PRESSURES) == 17
    # The fit that the R documentation and Weisberg's book print for these data.
    assert forbes("raw").minimum == pytest.approx([-81.06373, 0.52289], abs=5e-6)


@pytest.mark.parametrize("scale", SCALES)
def test_javascript_finds_the_same_line_valley_and_path(node, scale):
    rng = np.random.default_rng(5)
    cases = []
    for _ in range(20):
        x = (np.array(FORBES_TEMPERATURES) + rng.normal(0, 2, 17)).round(1).tolist()
        y = (np.array(FORBES_PRESSURES) + rng.normal(0, 1, 17)).round(2).tolist()
        shift, spread = scaling(x, scale)
        cost = LineCost((np.array(x) - shift) / spread, y)
        alpha = float(cost.limit * rng.uniform(0, 0.99))
        start = rng.uniform(0, 30, 2).round(1).tolist()
        cases.append({"x": x, "y": y, "scale": scale, "start": start, "alpha": alpha})
    found = node(RUN, {"terms": RegressionExplorer().data["terms"], "cases": cases})
    for case, run in zip(cases, found, strict=True):
        shift, spread = scaling(case["x"], scale)
        cost = LineCost((np.array(case["x"]) - shift) / spread, case["y"])
        path = descend(cost, case["start"], GradientDescent(case["alpha"]), 40)
        assert (run["shift"], run["spread"]) == pytest.approx((shift, spread), rel=1e-12)
        assert run["best"] == pytest.approx(cost.minimum, rel=1e-12, abs=1e-12)
        assert run["limit"] == pytest.approx(cost.limit, rel=1e-12)
        # The least curvature of the raw valley is a difference of numbers 10⁸ times as large.
        assert run["condition"] == pytest.approx(cost.condition_number, rel=1e-6)
        for name in ("positions", "values", "gradients"):
            ours = getattr(path, name)
            np.testing.assert_allclose(run[name], ours, rtol=1e-12, atol=1e-12 * np.abs(ours).max())


@settings(deadline=None)
@given(POINTS, NUMBERS, NUMBERS)
def test_gradient_is_twice_the_means_of_the_errors(points, first, second):
    x, y = np.array(points).T
    cost = LineCost(x, y)
    r = first + second * x - y
    assert cost(first, second) == pytest.approx(np.mean(r**2))
    assert cost.gradient(first, second) == pytest.approx([2 * r.mean(), 2 * (r * x).mean()])


@settings(deadline=None)
@given(POINTS)
def test_best_line_has_no_slope_and_no_better_neighbour(points):
    x, y = np.array(points).T
    cost = LineCost(x, y)
    best, size = cost.minimum, 1 + np.abs(y).max() * (1 + np.abs(x).max())
    assume(np.ptp(x) >= 1)
    assert cost.gradient(*best) == pytest.approx([0, 0], abs=1e-8 * size)
    for way in ((1, 0), (0, 1), (-1, 0), (0, -1), (1, -1)):
        assert cost(*(best + 0.01 * np.array(way))) > cost(*best)


def test_centring_frees_the_parameters_of_each_other_and_scaling_makes_a_round_bowl():
    centred, round_bowl = forbes("centred"), forbes("standardised")
    assert centred.hessian[0, 1] == pytest.approx(0, abs=1e-9)
    assert round_bowl.hessian == pytest.approx(2 * np.eye(2), abs=1e-9)
    ratios = [forbes(scale).condition_number for scale in SCALES]
    assert ratios == pytest.approx([54424325, 31.2225, 1], rel=1e-4)
    assert forbes("raw").curvatures[1] / forbes("raw").curvatures[0] == pytest.approx(ratios[0])


@pytest.mark.parametrize("scale", SCALES)
def test_descent_converges_below_the_limit_and_leaves_above_it(scale):
    cost = forbes(scale)
    for share, ends_lower in ((0.99, True), (1.02, False)):
        path = descend(cost, (20, 0), GradientDescent(share * cost.limit), 400)
        assert (path.values[-1] < path.values[0]) == ends_lower


def test_one_step_lands_in_a_round_bowl():
    explorer = RegressionExplorer(alpha=0.5, k=1)
    assert explorer.line == pytest.approx(explorer.cost.minimum)
    assert repr(explorer) == (
        "RegressionExplorer: x standardised, α = 0.5, after 1 step ŷ = 25.06 + 2.922·x → "
        "J = 0.04783, least 0.04783"
    )


def test_sliders_of_a_point_and_the_data_are_one():
    explorer = RegressionExplorer(point=3)
    assert (explorer.px, explorer.py) == (197.9, 22.4)
    explorer.py = 30
    assert explorer.y[2] == 30
    explorer.point = 12
    assert (explorer.px, explorer.py) == (204.6, 26.57)
    assert explorer.y[2] == 30
    explorer.y = list(FORBES_PRESSURES)
    assert explorer.y[2] == 22.4
    assert RegressionExplorer(point=12, py=20).y[11] == 20


def test_own_data_get_a_window_and_a_start_of_their_own():
    explorer = RegressionExplorer([0, 1, 2, 3], [1, 3, 5, 6.5], scale="raw")
    low, high = explorer.data["window"]["y"]
    assert low < 1
    assert high > 6.5
    assert explorer.cost.minimum == pytest.approx([1.1, 1.85])
    assert explorer.data["grain"] == [1, 0.1]
