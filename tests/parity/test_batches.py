"""Stochastic descent with a schedule: both languages alike, and what the figure claims of noise."""

import math

import numpy as np
import pytest

from ptcode.core.formatting import short
from ptcode.descent.schedules import (
    COUNT,
    LAST,
    SCHEDULES,
    examples,
    minimiser,
    stochastic_descent,
)
from ptcode.widgets import BatchNoise
from ptcode.widgets.batches import SIZES, STEPS

RUN = """
const all = await bundle("batches"), { told } = input.data, data = all.examples(told);
const best = all.minimiser(data);
return input.cases.map(({ k, ...options }) => {
  const run = all.stochasticDescent(data, told, options);
  const state = all.standing(run, Math.min(k, run.places.length - 1), best, told);
  return { ...run, best, size: state.size, spent: all.spent(run, k), says: all.sentence(state) };
});
"""
CASES = [
    (size, schedule, alpha, seed, k)
    for size in SIZES
    for schedule in SCHEDULES
    for alpha, seed, k in ((0.2, 1, 200), (0.5, 7, 120), (0.05, 3, 0))
]


def seen(node, cases):
    """What the browser computes and says."""
    keys = ("size", "schedule", "alpha", "seed", "k")
    wanted = [dict(zip(keys, case, strict=True)) for case in cases]
    return node(RUN, {"data": BatchNoise().data, "cases": wanted})


def test_javascript_takes_the_same_steps(node):
    for (size, schedule, alpha, seed, k), found in zip(CASES, seen(node, CASES), strict=True):
        run, best = stochastic_descent(size, schedule, alpha, seed, STEPS), minimiser()
        np.testing.assert_allclose(found["places"], run.places, rtol=1e-12, atol=1e-12)
        np.testing.assert_allclose(found["rates"], run.rates, rtol=1e-12, atol=1e-15)
        assert tuple(found["sizes"]) == run.sizes
        assert found["best"] == pytest.approx(best, rel=1e-12)
        assert found["size"] == pytest.approx(run.distance(k, best), rel=1e-10, abs=1e-12)
        assert found["spent"] == run.spent(k) == k * size
        if k:
            assert short(run.distance(k, best)) in found["says"]
            assert f"{min(k, LAST)} of {k} steps" in found["says"]


def distance(size, schedule="constant", alpha=0.1):
    """The root of the mean over forty orders of the squared distance at the end."""
    runs = [stochastic_descent(size, schedule, alpha, seed, STEPS) for seed in range(1, 41)]
    return math.sqrt(np.mean([run.distance(STEPS, minimiser()) ** 2 for run in runs]))


def test_the_distance_falls_as_one_over_the_root_of_the_batch():
    four = distance(4)
    assert distance(1) / four == pytest.approx(2, rel=0.2)
    assert four / distance(16) == pytest.approx(2, rel=0.2)
    assert four / distance(64) == pytest.approx(4, rel=0.2)
    assert distance(COUNT) < 1e-6


@pytest.mark.parametrize("schedule", [name for name in SCHEDULES if name != "constant"])
def test_noise_dies_where_the_rate_falls_and_stays_where_it_does_not(schedule):
    assert distance(4, schedule, 0.5) < 0.6 * distance(4, "constant", 0.5)


def test_the_minimum_is_where_the_mean_slope_is_0():
    slopes = [(minimiser() * x - y) * x for x, y in examples()]
    assert np.mean(slopes) == pytest.approx(0, abs=1e-12)


def test_the_whole_is_the_exact_gradient_whatever_the_seed():
    one, other = (stochastic_descent(COUNT, "constant", 0.2, seed, 9) for seed in (1, 2))
    assert one.places == other.places
    square = np.mean([x * x for x, _ in examples()])
    wanted = minimiser() * (1 - (1 - 0.2 * square) ** np.arange(10))
    np.testing.assert_allclose(one.places, wanted, rtol=1e-12)


def test_a_path_that_is_lost_ends_and_that_is_said(node):
    cases = [(1, "constant", 50, 1, STEPS)]
    (found,) = seen(node, cases)
    figure = BatchNoise(batch=1, alpha=50)
    assert len(found["places"]) == len(figure.descent.places) < STEPS
    assert "is too far away to be shown" in found["says"]
    assert figure.still()
    assert "NaN" not in found["says"]
