"""The running example in training: the landscape of its cost, the view, its twin in JavaScript."""

import json

import numpy as np
import pytest
import traitlets

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


def test_one_step_prints_the_numbers_of_the_book():
    view = TrainingView(alpha=0.5)
    assert [round(weight, 6) for weight in view.path[1].tolist()] == [0.776681, -1.144033]
    assert round(float(view.costs[1]), 6) == 0.248631


@pytest.mark.slow
def test_the_path_is_that_of_the_running_example_step_by_step():
    example, view = RunningExample(), TrainingView(alpha=0.5)
    for k in range(STEPS + 1):
        assert view.path[k].tolist() == pytest.approx([example.W1, example.W2], rel=1e-12)
        assert view.costs[k] == pytest.approx(example.values["J"], rel=1e-12)
        assert view.predictions[k] == pytest.approx(example.values["y_hat"], rel=1e-12)
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


@pytest.mark.slow
def test_every_flat_place_of_the_map_has_a_reason(node):
    data = TrainingView().data
    grid = np.stack(np.meshgrid(*(np.linspace(*ends, 41) for ends in (VIEW.x, VIEW.y))), -1)
    places = [start for start in grid.reshape(-1, 2).tolist() if TrainingView(*start).flat]
    cases = [{"data": data | {"steps": 0}, "start": start, "alpha": 0} for start in places]
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


@pytest.mark.parametrize(
    ("options", "error", "says"),
    [
        ({"W1": float("inf")}, ValueError, "W1 must be a finite real number"),
        ({"W2": "low"}, (TypeError, traitlets.TraitError), "W2"),
        ({"alpha": -0.5}, ValueError, "alpha must be a finite real number ≥ 0"),
        ({"k": 201}, ValueError, "k must be a whole number from 0 to 200"),
        ({"x": None}, TypeError, "x must be a finite real number"),
        ({"y": float("nan")}, ValueError, "y must be a finite real number"),
    ],
)
def test_what_cannot_be_is_refused_with_a_reason(options, error, says):
    with pytest.raises(error, match=says):
        TrainingView(**options)


@pytest.mark.parametrize(
    "state",
    [{}, {"k": 200, "log": True}, {"W1": -3, "W2": -3, "alpha": 10, "k": 200}, {"y": 0.3, "k": 9}],
)
def test_every_state_has_a_still_and_plain_json(state):
    view = TrainingView(**state)
    assert len(view.still().axes) == 3
    json.dumps([view.data, view.state()], allow_nan=False)


def test_all_level_lines_are_heights_that_occur():
    grid = np.meshgrid(np.linspace(*VIEW.x, 41), np.linspace(*VIEW.y, 41))
    heights = RunningExample().functions["J"](*grid)
    assert all(heights.min() < level < heights.max() for level in VIEW.levels)
