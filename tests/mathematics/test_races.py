"""Races: where a rule diverges, what becomes of it, what noise and the axes have to do with it."""

import numpy as np
import pytest
import sympy

from ptcode.descent.optimisers import (
    NAMES,
    RULES,
    Adam,
    GradientDescent,
    Momentum,
    RMSProp,
    rule_named,
)
from ptcode.descent.quadratics import quadratic_theory
from ptcode.descent.races import (
    critical_learning_rate,
    gradient_noise,
    outcome,
)
from ptcode.descent.tracks import descend
from ptcode.functions.catalogue import SURFACES, theta_1, theta_2
from ptcode.functions.function import Function
from ptcode.widgets.race_views import LANES, LINE

VALLEY = SURFACES["narrow-valley"]
STILL_AIR = np.zeros((200, 2))


def race(cost, start, rule, noise):
    return descend(cost, start, rule, len(noise), noise=noise, strict=False)


@pytest.mark.parametrize("name", NAMES)
def test_a_race_without_noise_is_descent(name):
    rule = rule_named(name, LANES["narrow-valley"].alphas[name])
    track, known = (
        race(VALLEY, (-2.5, 1.5), rule, STILL_AIR),
        descend(VALLEY, (-2.5, 1.5), rule, 200),
    )
    np.testing.assert_allclose(track.positions, known.positions, rtol=1e-12, atol=1e-300)
    np.testing.assert_allclose(track.gradients, known.gradients, rtol=1e-12, atol=1e-300)
    assert not track.diverged


@pytest.mark.parametrize("beta", [0.0, 0.27, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("curvature", [0.5, 2, 20])
@pytest.mark.parametrize("name", ["gd", "momentum", "nesterov"])
def test_the_limit_is_where_the_largest_root_reaches_one(name, curvature, beta):
    """A rule is linear on a quadratic: its step is a matrix, and its largest eigenvalue decides."""
    limit = critical_learning_rate(name, curvature, beta)
    for share, grows in ((0.99, False), (1.01, True)):
        bend = share * limit * curvature
        look = 1 - bend if name == "nesterov" else 1
        inertia = 0 if name == "gd" else beta
        # z² − (inertia·look + 1 − bend)·z + inertia·look, from θ' = θ − αλ(look) + inertia·(θ − θ₋)
        roots = np.roots([1, -(inertia * look + 1 - bend), inertia * look])
        assert (abs(roots).max() > 1) == grows


@pytest.mark.parametrize("share", [0.98, 1.02])
@pytest.mark.parametrize("name", ["gd", "momentum", "nesterov"])
@pytest.mark.parametrize("surface", ["narrow-valley", "tilted-valley", "bowl"])
def test_the_limit_is_found_in_the_race_itself(surface, name, share):
    largest = quadratic_theory(SURFACES[surface]).curvatures[-1]
    rule = rule_named(name, share * critical_learning_rate(name, largest, 0.8), 0.8)
    track = race(SURFACES[surface], (-2.5, 1.5), rule, np.zeros((3000, 2)))
    assert (track.diverged or track.values[-1] > track.values[0]) == (share > 1)


def test_rmsprop_ends_in_steps_of_its_learning_rate_across_the_floor():
    """Once it bounces between ±α/2 the slope is λα/2, and α/√s is 2/λ: the limit exactly."""
    for alpha in (0.05, 0.1, 0.2):
        track = race(VALLEY, (-2.5, 1.5), RMSProp(alpha), np.zeros((2000, 2)))
        np.testing.assert_allclose(abs(track.positions[-2:]), alpha / 2, rtol=1e-6)
        np.testing.assert_allclose(track.positions[-1], -track.positions[-2], rtol=1e-6)


def test_a_turned_valley_changes_nothing_for_momentum_and_something_for_adam():
    turn = np.array([[1, -1], [1, 1]]) / np.sqrt(2)
    tilted, start = SURFACES["tilted-valley"], np.array([-2.5, 1.5])
    for rule, same in ((Momentum(0.02), True), (GradientDescent(0.09), True), (Adam(0.2), False)):
        straight = race(VALLEY, start, rule, STILL_AIR).values
        turned = race(tilted, turn @ start, rule, STILL_AIR).values
        assert np.allclose(straight, turned, rtol=1e-6, atol=1e-20) == same


def test_noise_is_the_same_for_everybody_and_for_a_seed():
    shakes = gradient_noise(20_000, 2.0, seed=3)
    np.testing.assert_array_equal(shakes, gradient_noise(20_000, 2.0, seed=3))
    assert shakes.mean(0) == pytest.approx([0, 0], abs=0.05)
    assert shakes.std(0) == pytest.approx([2, 2], rel=0.02)
    assert not (shakes == gradient_noise(20_000, 2.0, seed=4)).any()
    first = [race(VALLEY, (0, 0), GradientDescent(0.1), shakes[:1]).positions[1] for _ in range(2)]
    np.testing.assert_allclose(first, [-0.1 * shakes[0]] * 2)


def test_outcomes_are_told_apart():
    def fate(rule, start=(-2.5, 1.5), line=LINE, **terms):
        return outcome(race(VALLEY, start, rule, STILL_AIR), line, 6.0, **terms)

    assert fate(GradientDescent(0.09)).at == 19
    assert fate(GradientDescent(0.1005), limit=0.1).kind == "diverges"
    assert fate(GradientDescent(0.1005), (2, 0), limit=0.1).kind == "finishes"
    assert fate(GradientDescent(0.1), limit=0.1).level == pytest.approx(22.5)
    assert fate(RMSProp(0.1)).kind == "hovers"
    assert fate(Adam(0.01)).kind == "descends"
    assert fate(GradientDescent(0.09), noisy=True).kind == "hovers"
    saddle = race(SURFACES["saddle"], (2, 0.05), GradientDescent(0.1), STILL_AIR)
    assert outcome(saddle, None, 6.0).at == 26
    for rule in (GradientDescent(0.1), Adam(0.1)):
        ridge = race(SURFACES["saddle"], (2, 0), rule, STILL_AIR)
        assert outcome(ridge, None, 6.0).kind == "rests"
        assert outcome(ridge, None, 6.0, noisy=True).kind == "descends"
    slow = race(SURFACES["saddle"], (2, 1e-6), GradientDescent(0.01), STILL_AIR)
    assert outcome(slow, None, 6.0).kind == "descends"


def test_every_rule_has_its_name():
    assert rule_named("momentum", 0.1, 0.5) == Momentum(0.1, 0.5)
    assert list(RULES) == list(NAMES)


def test_the_tilted_valley_is_the_narrow_one_turned():
    turned = VALLEY.expression.subs(
        {
            theta_1: (theta_1 + theta_2) / sympy.sqrt(2),
            theta_2: (theta_2 - theta_1) / sympy.sqrt(2),
        },
        simultaneous=True,
    )
    assert (
        Function(sympy.expand(turned)).expression == SURFACES["tilted-valley"].expression.expand()
    )
