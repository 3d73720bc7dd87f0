"""Costs of two parameters, the surface explorer, and its agreement with JavaScript."""

import numpy as np
import pytest
import sympy

from ptcode.descent.optimisers import GradientDescent
from ptcode.descent.surfaces import (
    curvatures,
    minima,
    missed_by,
    total_derivative,
)
from ptcode.descent.tracks import descend
from ptcode.functions.catalogue import SURFACES, theta_1, theta_2
from ptcode.functions.function import Function
from ptcode.widgets import SurfaceExplorer
from ptcode.widgets.surface import FOLLOW, STEPS
from ptcode.widgets.surface_views import VIEWS

RUN = """
const { descend, field, follower, miss, RULES, total } = await bundle("surface");
const { surfaces, follow } = input.data, curve = follower(follow);
return input.cases.map(({ key, start, alpha, steps }) => {
  const surface = surfaces.find((one) => one.key === key), cost = field(surface);
  const path = descend(cost, start, RULES.gd({ alpha }), steps);
  const gradient = path.gradients[0];
  const missed = miss(start, gradient, surface.minima);
  const along = cost.gradient(start[0], curve.value(start[0]));
  return { ...path, angle: missed && missed.angle, total: total(along, curve.rate(start[0])) };
});
"""
BOX = (-3.0, 3.0)


@pytest.mark.parametrize("surface", VIEWS)
def test_javascript_descends_the_same_path(node, surface):
    view, cost = VIEWS[surface], SURFACES[surface]
    rng = np.random.default_rng(3)
    low, high = np.array([view.x, view.y]).T
    starts = [*rng.uniform(low, high, (20, 2)).round(2).tolist(), [view.theta1, view.theta2]]
    cases = [
        {"key": surface, "start": start, "alpha": alpha, "steps": STEPS}
        for start in starts
        for alpha in (0.0, view.alpha, view.fastest)
    ]
    found = node(RUN, {"data": SurfaceExplorer().data, "cases": cases})
    for case, run in zip(cases, found, strict=True):
        # Where descent is chaotic a last bit grows; there the first five steps are compared.
        steps = STEPS if case["alpha"] < view.fastest or surface in ("bowl", "saddle") else 5
        path = descend(cost, case["start"], GradientDescent(case["alpha"]), STEPS)
        for name in ("positions", "values", "gradients"):
            ours, theirs = getattr(path, name), np.array(run[name], dtype=float)
            scale = np.abs(ours[: steps + 1]).max()
            np.testing.assert_allclose(
                theirs[: steps + 1], ours[: steps + 1], rtol=1e-12, atol=1e-12 * scale
            )
        angle = missed_by(case["start"], path.gradients[0], minima(cost, view.x, view.y))
        assert (run["angle"] is None) == (angle is None)
        assert run["angle"] == (angle and pytest.approx(angle, rel=1e-12, abs=1e-9))
        total = total_derivative(cost, case["start"][0], FOLLOW)
        assert run["total"] == pytest.approx(total, rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("surface", SURFACES)
def test_minimum_is_a_flat_place_lower_than_its_surroundings(surface):
    cost, view = SURFACES[surface], VIEWS.get(surface)
    for place in minima(cost, view.x, view.y) if view else ():
        assert [float(partial(*place)) for partial in cost.partials] == pytest.approx(
            [0, 0], abs=1e-7
        )
        turn = np.linspace(0, 2 * np.pi, 13)
        around = cost(place[0] + 1e-3 * np.cos(turn), place[1] + 1e-3 * np.sin(turn))
        assert (around > cost(*place)).all()


def test_minima_are_all_found():
    def count(name):
        return len(minima(SURFACES[name], VIEWS[name].x, VIEWS[name].y))

    assert {name: count(name) for name in VIEWS} == {
        "bowl": 1, "narrow-valley": 1, "product": 0, "saddle": 0, "rosenbrock": 1, "himmelblau": 4,
    }  # fmt: skip
    assert minima(Function(theta_1 + theta_2), BOX, BOX) == ()
    assert minima(Function(theta_1**2, (theta_1, theta_2)), BOX, BOX) == ()


@pytest.mark.parametrize("surface", VIEWS)
def test_gradient_is_steepest_and_at_right_angles_to_the_level_line(surface):
    cost, view = SURFACES[surface], VIEWS[surface]
    point = np.array([view.theta1 + 0.05, view.theta2 - 0.05])
    gradient = np.array([partial(*point) for partial in cost.partials])
    length, step = np.hypot(*gradient), 1e-6
    turns = np.radians(np.arange(0, 360, 5)) + np.arctan2(gradient[1], gradient[0])
    ways = np.stack([np.cos(turns), np.sin(turns)])
    ahead = cost(*(point[:, None] + step * ways))
    slopes = (ahead - cost(*(point[:, None] - step * ways))) / (2 * step)
    assert np.argmax(slopes) == 0
    assert slopes[0] == pytest.approx(length, rel=1e-6)
    assert slopes[[18, 54]] == pytest.approx([0, 0], abs=1e-6 * length)


def test_descent_is_at_once_and_against_the_gradient():
    product = SURFACES["product"]
    path = descend(product, (2, 1), GradientDescent(0.5), 1)
    assert path.positions[1].tolist() == [1.5, 0.0]


@pytest.mark.parametrize("alpha", [0.02, 0.05, 0.09, 0.1, 0.105])
def test_valley_multiplies_each_parameter_by_a_factor_of_its_own(alpha):
    valley = SURFACES["narrow-valley"]
    path = descend(valley, (2, 0.5), GradientDescent(alpha), 20)
    steps = np.arange(21)
    expected = np.stack([2 * (1 - 2 * alpha) ** steps, 0.5 * (1 - 20 * alpha) ** steps], 1)
    np.testing.assert_allclose(path.positions, expected, rtol=1e-9, atol=1e-15)


def test_total_derivative_is_the_derivative_along_the_curve():
    cost = Function(sympy.sin(theta_1) * theta_2 + theta_2**2)
    along = Function(cost.expression.subs(theta_2, theta_1**2), (theta_1,))
    for at in (-1.3, 0.0, 0.7, 2.0):
        assert total_derivative(cost, at, FOLLOW) == pytest.approx(float(along.derivative(at)))


def test_total_is_the_partial_for_every_cost_when_the_other_stands_still():
    still = Function(sympy.Integer(2), (theta_1,))
    for cost in SURFACES.values():
        partial = float(cost.partials[0](1.5, 2.0))
        assert total_derivative(cost, 1.5, still) == partial


def test_curvatures_belong_to_axes_that_do_not_disturb_each_other():
    assert curvatures(SURFACES["narrow-valley"]) == (2, 20)
    assert curvatures(SURFACES["saddle"]) == (2, -2)
    assert curvatures(SURFACES["product"]) is None
    assert curvatures(SURFACES["himmelblau"]) is None


def test_explorer_says_its_state_and_offers_it_as_values():
    explorer = SurfaceExplorer("narrow-valley", theta1=2, theta2=0.5)
    assert repr(explorer) == (
        "SurfaceExplorer: J = θ₁² + 10θ₂² at (2, 0.5) → J = 6.5, ∇J = (4, 10), "
        "misses the minimum by 54.16°"
    )
    explorer.k = 1
    assert explorer.point == pytest.approx((1.64, -0.4))
    assert len(explorer.path) == STEPS


def test_theta2_follows_while_it_must_and_stays_when_it_is_let_go():
    explorer = SurfaceExplorer("product", theta1=1.5, theta2=0.0)
    explorer.follow = True
    assert (explorer.theta2, explorer.gradient[0], explorer.total) == (2.25, 2.25, 6.75)
    explorer.theta1 = -1
    assert explorer.theta2 == 1
    explorer.theta2 = 3
    assert explorer.theta2 == 1
    explorer.follow = False
    explorer.theta2 = 3
    assert explorer.point == (-1, 3)


def test_own_function_is_explored_like_those_of_the_book():
    a, b = sympy.symbols("a b")
    explorer = SurfaceExplorer((a - 1) ** 2 + sympy.exp(b) - b, theta1=0, theta2=0.5)
    assert explorer.surface == "own"
    assert explorer.missed_by == pytest.approx(missed_by((0, 0.5), explorer.gradient, [(1, 0)]))
    assert explorer.data["surfaces"][0]["variables"] == ["a", "b"]
