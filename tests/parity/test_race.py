"""The optimiser race, and that Python and JavaScript see the same one."""

from functools import cache

import numpy as np
import pytest
import sympy

from ptcode.descent.optimisers import NAMES
from ptcode.descent.races import critical_learning_rate
from ptcode.widgets import OptimiserRace
from ptcode.widgets.race_views import LANES, LINE

ALL = " ".join(NAMES)
RUN = """
const { criticalLearningRate, descend, field, gradientNoise, outcome, RULES } =
  await bundle("race");
const { surfaces, line, steps } = input.data;
return input.cases.map(({ surface: key, start, name, alpha, beta, noise, seed }) => {
  const surface = surfaces.find((one) => one.key === key);
  const rule = RULES[name]({ alpha, beta }), shakes = gradientNoise(steps, noise, seed);
  const track = descend(field(surface), start, rule, steps, shakes);
  const largest = surface.curvatures ? surface.curvatures.at(-1) : 0;
  const limit = criticalLearningRate(name, largest, beta);
  const terms = { alpha, limit, noisy: noise > 0, window: surface.x[1] - surface.x[0],
    line: surface.lowest === null ? null : surface.lowest + line };
  return { ...track, limit, outcome: outcome(track, terms) };
});
"""


def cases(surface, **noise):
    lanes = LANES[surface]
    rng = np.random.default_rng(5)
    low, high = np.array([lanes.view.x, lanes.view.y]).T
    starts = [[lanes.theta1, lanes.theta2], *rng.uniform(low, high, (4, 2)).round(2).tolist()]
    return [
        {"surface": surface, "start": start, "name": name, "alpha": alpha, "beta": beta}
        | {"noise": 0.0, "seed": 1}
        | noise
        for start in starts
        for name, alpha in lanes.alphas.items()
        for beta in ((0.9, 0.27) if name in ("momentum", "nesterov") else (0.9,))
    ]


explorer = cache(OptimiserRace)


def here(case):
    """The same race in Python, through the widget."""
    figure, name = explorer(case["surface"]), case["name"]
    figure.racers, (figure.theta1, figure.theta2) = name, case["start"]
    for trait, value in {key: case[key] for key in ("beta", "noise", "seed")}.items():
        setattr(figure, trait, value)
    setattr(figure, name, case["alpha"])
    return figure.tracks[name], figure.limits[name], figure.outcomes[name]


def assert_same_race(case, theirs):
    track, limit, fate = here(case)
    scale = np.abs(track.positions).max()
    # A last bit grows where the ground is steep and bent; there the first steps are compared.
    steps = 8 if case["surface"] in ("rosenbrock", "himmelblau") else 60
    positions = np.array(theirs["positions"], dtype=float)
    np.testing.assert_allclose(
        positions[: steps + 1], track.positions[: steps + 1], rtol=1e-12, atol=1e-12 * scale
    )
    np.testing.assert_allclose(
        np.array(theirs["values"][: steps + 1], dtype=float),
        track.values[: steps + 1],
        rtol=1e-11,
        atol=1e-12 * np.abs(track.values).max(),
    )
    assert (theirs["limit"] is None) == (limit is None)
    assert theirs["limit"] == (limit and pytest.approx(limit, rel=1e-12))
    assert theirs["outcome"]["kind"] == fate.kind
    assert theirs["outcome"].get("at") == fate.at
    assert theirs["outcome"].get("level") == (fate.level and pytest.approx(fate.level, rel=1e-6))


def same_races(node, wanted):
    """What becomes of the races in the browser, which runs them as Python does."""
    found = node(RUN, {"data": explorer("bowl").data, "cases": wanted})
    for case, theirs in zip(wanted, found, strict=True):
        assert_same_race(case, theirs)
    return [theirs["outcome"]["kind"] for theirs in found]


SHAKEN = [("narrow-valley", {"noise": 2.5, "seed": 7}), ("bowl", {"noise": 1.0, "seed": 0})]


@pytest.mark.parametrize(("surface", "noise"), [*((name, {}) for name in LANES), *SHAKEN])
def test_javascript_runs_the_same_race(node, surface, noise):
    assert same_races(node, cases(surface, **noise))


@pytest.mark.parametrize("theta1", [2, 0])
def test_javascript_knows_who_rests_on_a_saddle(node, theta1):
    common = {"surface": "saddle", "start": [theta1, 0], "beta": 0.9, "noise": 0.0, "seed": 1}
    wanted = [common | {"name": name, "alpha": 0.1} for name in NAMES]
    assert same_races(node, wanted)[0] == "rests"


@pytest.mark.parametrize("share", [0.97, 1.03])
@pytest.mark.parametrize("name", ["gd", "momentum", "nesterov"])
def test_javascript_names_the_one_that_diverges(node, name, share):
    case = {"surface": "tilted-valley", "start": [-2.5, 1.5], "name": name, "beta": 0.8}
    alpha = share * critical_learning_rate(name, 20, 0.8)
    fates = same_races(node, [case | {"alpha": alpha, "noise": 0.0, "seed": 1}])
    assert (fates == ["diverges"]) == (share > 1)


def test_the_finish_is_stayed_below():
    for name, fate in OptimiserRace(racers=ALL).outcomes.items():
        values = OptimiserRace(racers=name).tracks[name].values
        if fate.kind == "finishes":
            assert (values[fate.at :] < LINE).all()
            assert values[fate.at - 1] >= LINE


def test_the_race_says_its_state_and_offers_it_as_values():
    explorer = OptimiserRace(racers="gd momentum", k=40)
    assert repr(explorer) == (
        "OptimiserRace: J = θ₁² + 10θ₂² from (−2.5, 1.5), 40 steps → gradient descent 1.194·10⁻⁶, "
        "momentum 0.003127"
    )
    explorer.gd = 0.11
    assert explorer.outcomes["gd"].kind == "diverges"
    assert explorer.standing[0][0] == "momentum"
    explorer.racers = ""
    assert "nobody runs" in repr(explorer)
    explorer.racers, explorer.gd = "gd", 1e50
    assert "gradient descent out" in repr(explorer)


def test_an_own_function_is_raced_on_like_those_of_the_book():
    a, b = sympy.symbols("a b")
    explorer = OptimiserRace((a - 1) ** 2 + 4 * b**2 + 3, theta1=0, theta2=0.5)
    assert explorer.surface == "own"
    assert explorer.limits["gd"] == pytest.approx(0.25)
    assert explorer.data["surfaces"][0]["lowest"] == pytest.approx(3)
