"""The running example in training: the landscape of its cost, the view, its twin in JavaScript."""

import numpy as np
import pytest

from ptcode.autodiff.checks import numerical_gradient
from ptcode.descent.optimisers import GradientDescent
from ptcode.descent.tracks import descend
from ptcode.networks.running_example import RunningExample
from ptcode.widgets import TrainingView
from ptcode.widgets.training import FASTEST, STEPS, VIEW

RUN = """
const { network, run, reason } = await bundle("training");
return input.cases.map(({ data, start, alpha }) => {
  const example = network(data), path = run(example, start, alpha, data.steps);
  const last = path.positions.length - 1, hidden = example.hidden(...path.positions[last]);
  return { ...path, hidden, reason: reason(path.predictions[last], data.target, hidden) };
});
"""
PLACES = [(0.8, -1.2), (0.0, 0.0), (-3.0, -3.0), (3.0, -5.0), (-5.0, 5.0), (4.35, 2.7)]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("x", "y"), [(1.5, 1.0), (-2.0, 0.3), (0.0, 0.5)])
def test_the_landscape_is_that_of_the_running_example(place, x, y):
    example = RunningExample(x, y, *place)
    for name, function in example.functions.items():
        assert float(function(*place)) == pytest.approx(example.values[name], rel=1e-13)
    gradient = [float(partial(*place)) for partial in example.functions["J"].partials]
    adjoints = [example.adjoints["W1"], example.adjoints["W2"]]
    assert gradient == pytest.approx(adjoints, rel=1e-12, abs=1e-300)
    measured = numerical_gradient(example.functions["J"], list(place))
    assert gradient == pytest.approx([float(slope) for slope in measured], rel=1e-6, abs=1e-10)


def test_the_path_is_that_of_the_running_example_step_by_step():
    example, view = RunningExample(), TrainingView(alpha=0.5)
    for place, cost, prediction in zip(view.path, view.costs, view.predictions, strict=True):
        assert place.tolist() == pytest.approx([example.W1, example.W2], rel=1e-12)
        assert cost == pytest.approx(example.values["J"], rel=1e-12)
        assert prediction == pytest.approx(example.values["y_hat"], rel=1e-12)
        example = example.step(0.5)


def test_javascript_trains_the_same(node):
    views = [
        TrainingView(W1, W2, alpha, x=x, y=y)
        for W1, W2 in PLACES
        for alpha in (0.0, 0.5, FASTEST)
        for x, y in ((1.5, 1.0), (-2.0, 0.3))
    ]
    cases = [{"data": v.data, "start": [v.W1, v.W2], "alpha": v.alpha} for v in views]
    for view, found in zip(views, node(RUN, {"cases": cases}), strict=True):
        track = descend(view.cost, (view.W1, view.W2), GradientDescent(view.alpha), STEPS)
        np.testing.assert_allclose(found["positions"], track.positions, rtol=1e-12, atol=1e-12)
        np.testing.assert_allclose(found["values"], track.values, rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(found["gradients"], track.gradients, rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(found["predictions"], view.predictions, rtol=1e-12)
        sizes = np.hypot(*track.gradients.T)
        np.testing.assert_allclose(found["lengths"], sizes, rtol=1e-12, atol=1e-15)
        hidden = float(RunningExample(view.x).functions["a1"](*track.positions[-1]))
        assert found["hidden"] == pytest.approx(hidden, rel=1e-12)


def test_every_flat_place_of_the_map_has_a_reason(node):
    data, J = TrainingView().data, RunningExample().functions["J"]
    grid = np.stack(np.meshgrid(*(np.linspace(*ends, 41) for ends in (VIEW.x, VIEW.y))), -1)
    flat = VIEW.flat > np.hypot(*(partial(*grid.T) for partial in J.partials)).T
    cases = [{"data": data | {"steps": 0}, "start": s, "alpha": 0} for s in grid[flat].tolist()]
    reasons = {found["reason"] for found in node(RUN, {"cases": cases})}
    assert reasons == {"arrived", "saturated", "silent"}


@pytest.mark.parametrize(
    ("start", "reason"),
    [((3, 5), "arrived"), ((3, -5), "saturated"), ((-3, -3), "silent"), ((0.8, -1.2), "flat")],
)
def test_each_kind_of_flat_ground_has_its_reason(node, start, reason):
    case = {"data": TrainingView().data, "start": start, "alpha": 0}
    assert node(RUN, {"cases": [case]})[0]["reason"] == reason
    assert TrainingView(*start).flat == (reason != "flat")


def test_descent_can_lead_along_a_plateau_far_from_the_target():
    """From (−3, −3) the hidden node is first switched off; the cost creeps towards ⅛."""
    view = TrainingView(-3, -3, alpha=FASTEST)
    assert (np.diff(view.costs) < 0).all()
    assert view.costs[-1] > 1 / 8
    assert view.predictions[-1] < 0.5
    assert view.path[-1][0] < view.path[0][0] - 1


def test_the_view_says_its_state_and_offers_it_as_values():
    view = TrainingView()
    assert repr(view) == ("TrainingView: W = (0.8, −1.2), α = 0.5 → ŷ = 0.2845, J = 0.256")
    view.k = 40
    assert repr(view).endswith("40 steps → W = (0.5778, 0.6133), ŷ = 0.6063, J = 0.0775")
    assert len(view.path) == len(view.costs) == len(view.predictions) == STEPS + 1
    view.W1, view.W2 = 3, -5
    assert view.flat
    assert view.path[0].tolist() == [3, -5]


def test_all_level_lines_are_heights_that_occur():
    grid = np.meshgrid(np.linspace(*VIEW.x, 41), np.linspace(*VIEW.y, 41))
    heights = RunningExample().functions["J"](*grid)
    assert all(heights.min() < level < heights.max() for level in VIEW.levels)
