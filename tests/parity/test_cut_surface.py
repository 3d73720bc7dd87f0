"""The cut surface: what it says, and that the browser draws and says what Python does."""

import numpy as np
import pytest
import sympy

from ptcode.functions.catalogue import theta_1, theta_2
from ptcode.stills.relief import HEIGHT, TILT, Relief
from ptcode.widgets import CutSurface
from ptcode.widgets.cut import OFFERED, STEPS

SAME = {"rtol": 1e-12, "atol": 1e-12}
RUN = """
const { field, nearby, sentence, situation } = await bundle("cut");
const { eye, steps, surfaces } = input.data;
return input.cases.map(({ surface: key, here, turn, shown, places }) => {
  const surface = surfaces.find((one) => one.key === key), cost = field(surface);
  const state = situation({ surface, cost }, eye, here, turn, shown), { relief } = state;
  const on = places.map(([first, second]) => [first, second, cost.value(first, second)]);
  return {
    value: state.value, gradient: state.gradient, nearby: nearby(state, steps),
    says: sentence(state), drawn: on.map(relief.project),
    inside: on.map(relief.inside), hidden: on.map(relief.hidden),
  };
});
"""


def run(node, *figures, shown=(0, 1)):
    cases = []
    for figure in figures:
        view = figure._view
        low, high = np.array([view.x, view.y]).T
        places = np.random.default_rng(5).uniform(low, high, (200, 2)).tolist()
        state = {name: getattr(figure, name) for name in ("surface", "turn")}
        here = [figure.theta1, figure.theta2]
        cases.append(state | {"here": here, "shown": shown, "places": places})
    return cases, node(RUN, {"data": figures[0].data, "cases": cases})


@pytest.mark.parametrize("surface", OFFERED)
def test_the_browser_sees_the_same_surface_and_hides_the_same_places(node, surface):
    figures = [
        CutSurface(surface, theta1, theta2, turn=turn)
        for theta1, theta2 in ((None, None), (-1.35, 0.8), (0, 0))
        for turn in (10, 35, 62.5, 80)
    ]
    for figure, case, found in zip(figures, *run(node, *figures), strict=True):
        relief = Relief(figure.function, figure._view, figure.turn)
        places = relief.over(np.transpose(case["places"]))
        np.testing.assert_allclose(found["value"], figure.value, **SAME)
        np.testing.assert_allclose(found["gradient"], figure.gradient, **SAME)
        np.testing.assert_allclose(found["nearby"], figure.nearby, **SAME)
        np.testing.assert_allclose(found["drawn"], relief.project(places).T, **SAME)
        assert found["inside"] == relief.inside(places).tolist()
        assert found["hidden"] == relief.hidden(places).tolist()


def test_along_each_cut_the_tangent_is_nearest_to_it_close_to_the_point():
    for surface in OFFERED:
        rows = np.array(CutSurface(surface).nearby)
        assert rows[:, 0].tolist() == list(STEPS)
        for height, tangent in ((1, 2), (3, 4)):
            off = np.abs(rows[:, height] - rows[:, tangent])
            assert off[STEPS.index(0)] == 0
            assert off[STEPS.index(0.01)] <= 0.02 * off[STEPS.index(0.1)] + 1e-9


def test_a_nearer_wall_hides_what_lies_behind_it_and_only_that():
    figure = CutSurface("bowl")
    bowl = Relief(figure.function, figure._view, 45)
    # At the nearest corner the wall is steeper than the line of sight, and is seen from outside.
    places = bowl.over([(2.2, 1, -0.5, -2.9), (-2.2, -1, 0.5, 2.9)])
    assert bowl.hidden(places).tolist() == [False, True, False, False]
    east, west = bowl.project([(3, -3), (3, -3), (-1, -1)]).T
    assert east[0] == -west[0] > 0
    assert east[1] == pytest.approx(west[1])
    assert bowl.project((0, 0, 20))[1] == pytest.approx(HEIGHT * np.cos(TILT))


@pytest.mark.parametrize(
    ("state", "shown", "says"),
    [
        ({}, (0, 1), "At θ₁ = 2, θ₂ = 0.5 the surface is 6.5 high."),
        ({}, (0, 1), "Along θ₁, with θ₂ held, it rises by 4 per unit. Along θ₂"),
        ({"theta2": -0.5}, (1,), "high. Along θ₂, with θ₁ held, it falls by 10 per unit."),
        ({"theta1": 0}, (0, 1), "Along θ₁, with θ₂ held, it is level"),
        ({"surface": "product", "theta1": 9}, (0,), "The point lies outside the picture."),
    ],
)
def test_its_sentence_says_how_high_it_is_and_how_it_goes_on(node, state, shown, says):
    _, (found,) = run(node, CutSurface(**state), shown=shown)
    assert says in found["says"]


def test_a_surface_of_ones_own_is_cut_too(node):
    own = CutSurface(sympy.log(theta_1) * theta_2, theta1=-1, theta2=1)
    _, (found,) = run(node, own)
    assert "no value" in found["says"]
    assert own.surface == "own"
    own.still().canvas.draw()


@pytest.mark.parametrize(
    ("state", "says"),
    [
        ({"turn": 5}, "turn must be"),
        ({"turn": 81}, "turn must be"),
        ({"cuts": "third"}, "cuts must be one of"),
        ({"surface": "sadle"}, "'saddle'"),
        ({"theta1": 1e308}, "theta1 must be at most"),
    ],
)
def test_it_refuses_what_it_cannot_show(state, says):
    with pytest.raises(ValueError, match=says):
        CutSurface(**state)


@pytest.mark.parametrize("state", [{"cuts": "first"}, {"cuts": "second"}, {"theta1": 9}])
def test_every_state_has_a_still(state):
    for surface in OFFERED:
        still = CutSurface(surface, turn=60, **state).still()
        still.canvas.draw()
        assert len(still.axes) == 2
