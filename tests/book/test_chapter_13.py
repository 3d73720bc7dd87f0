"""Chapter 13: what the text says of optimisers and links is so."""

import re

import numpy as np
import pytest

import claims_13
from prose import cells, markdown, settings
from ptcode.core.random import normals, uniforms
from ptcode.descent.minibatches import batches
from ptcode.descent.optimisers import NAMES, Adam, GradientDescent, Momentum, Nesterov, RMSProp
from ptcode.descent.tracks import descend
from ptcode.functions.catalogue import SURFACES
from ptcode.functions.function import Function, theta
from ptcode.widgets import OptimiserRace
from ptcode.widgets.race_views import LANES

CHAPTER = "13-optimisers"
LINKS = [
    (label, figure, tuple(state.items())) for label, figure, state in settings(markdown(CHAPTER))
]


RACES = [link[1:] for link in LINKS if link[1] in ("race", "shaken")]


@pytest.mark.parametrize(("figure", "state"), RACES)
def test_a_link_sets_everything(figure, state):
    """A link must not depend on what the reader did before."""
    state = dict(state)
    assert set(state) == set(OptimiserRace().state())
    assert set(state["racers"].split()) <= set(NAMES)
    numbers = {key: float(state[key]) for key in (*NAMES, "beta", "noise", "theta1", "theta2")}
    OptimiserRace(state["surface"], racers=state["racers"], k=int(state["k"]), **numbers)


def test_the_programs_of_the_chapter_do_what_the_optimisers_of_the_package_do(capsys):
    names = {}
    for code in cells(CHAPTER, "code").values():
        if "OneOptimiser" not in code and re.search(r"^(import|def) |^memories", code, re.M):
            exec(code.split("\npt.")[0], names)
    rules = GradientDescent(0.09), Momentum(0.02), Nesterov(0.05), RMSProp(0.1), Adam(0.2)
    capsys.readouterr()
    for (method, memory), rule in zip(names["memories"].items(), rules, strict=True):
        end = descend(SURFACES["narrow-valley"], claims_13.START, rule, 30).positions[-1]
        np.testing.assert_allclose(names["run"](method, memory), end, atol=1e-9)


def test_over_a_pass_the_mean_is_exact_and_the_noise_falls_as_the_root():
    draw = normals(uniforms(8))
    slopes = np.array([draw() for _ in range(1024)])
    for size in (1, 4, 16, 64):
        drawn = batches(1024, size, seed=1)
        found = np.array([slopes[next(drawn)].mean() for _ in range(4096)])
        assert found.mean() == pytest.approx(slopes.mean(), abs=1e-12)
        assert found.std() * size**0.5 == pytest.approx(slopes.std(), rel=0.05)


def test_links_start_where_the_figure_suggests_unless_they_say_otherwise():
    starts = {
        (state["surface"], float(state["theta1"]), float(state["theta2"]))
        for state in (dict(state) for _, state in RACES)
        if state["surface"] not in ("saddle", "tilted-valley")
    }
    lanes = ((name, LANES[name]) for name, _, _ in starts)
    assert starts == {(name, lane.theta1, lane.theta2) for name, lane in lanes}


def test_the_turned_start_is_the_start_turned():
    turn = np.array([[1, -1], [1, 1]]) / np.sqrt(2)
    start = claims_13.TURNED["theta1"], claims_13.TURNED["theta2"]
    np.testing.assert_allclose(turn @ claims_13.START, start, atol=1e-4)


@pytest.mark.parametrize("alpha", [0.02, 0.04, 0.09, 0.18])
def test_a_swinging_ball_has_the_same_pace_whatever_its_learning_rate(alpha):
    values = descend(SURFACES["narrow-valley"], (-2.5, 1.5), Momentum(alpha), 400).values
    pace = (values[300:360].max() / values[100:160].max()) ** (1 / 200)
    assert pace == pytest.approx(0.9, abs=0.004)


def test_adam_turns_round_where_its_limit_is_passed():
    track, square = descend(SURFACES["narrow-valley"], (-2.5, 1.5), Adam(0.5), 6000), 0.0
    for k, steep in enumerate(track.gradients[:-1, 1], start=1):
        square = 0.999 * square + 0.001 * steep**2
        if 0.5 / np.sqrt(square / (1 - 0.999**k)) > 38 / 20:
            break
    assert abs(k - int(track.values.argmin())) <= 20


@pytest.mark.parametrize("share", [0.9, 0.99, 0.999])
def test_adam_swings_past_the_goal_because_of_its_velocity(share):
    valley, start = SURFACES["narrow-valley"], claims_13.START
    swung = descend(valley, start, Adam(0.2, 0.9, share), 400).positions[:, 0]
    assert swung.max() > 0.5
    if share == 0.999:  # s as slow as ever, and no velocity
        assert descend(valley, start, Adam(0.2, 0.0, share), 400).positions[:, 0].max() <= 0


@pytest.mark.parametrize("alpha", [0.05, 0.1, 0.2, 0.5])
def test_with_a_constant_alpha_adam_is_calm_for_thousands_of_steps_and_then_is_not(alpha):
    values = descend(SURFACES["narrow-valley"], claims_13.START, Adam(alpha), 12_000).values
    assert values[1000:3500].max() < 1e-6
    assert values[3500:].max() > 0.01


@pytest.mark.parametrize("kind", [RMSProp, Adam])
def test_a_slope_below_epsilon_still_counts_as_small(kind):
    moved = descend(Function(1e-11 * theta), [0.0], kind(0.1), 1).positions[1, 0]
    assert abs(moved) < 0.01 * 0.1
