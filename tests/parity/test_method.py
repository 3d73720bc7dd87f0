"""One optimiser and its memory: what a step is made of, and that the browser sees the same."""

import numpy as np
import pytest

from ptcode.core.formatting import short
from ptcode.descent.memory import dissect, rule_with
from ptcode.descent.optimisers import NAMES
from ptcode.descent.tracks import descend
from ptcode.functions.catalogue import SURFACES, theta_1, theta_2
from ptcode.stills import method_still
from ptcode.widgets import OneOptimiser
from ptcode.widgets.race_views import LANES

RUN = """
const { field, sentence, standing, walk } = await bundle("method");
return input.cases.map(({ surface: key, name, alpha, beta, k }) => {
  const surface = input.data.surfaces.find((one) => one.key === key);
  const walked = walk({ surface, cost: field(surface) }, name, { alpha, beta }, input.data.steps);
  return { made: walked.made, says: sentence(standing(walked, Math.min(k, walked.made.length))) };
});
"""
BOTH = ("at", "gradient", "fair", "rates", "push", "carry", "move")
CASES = [(surface, name, beta) for surface in LANES for name in NAMES for beta in (0.9, 0.3)]
every_method = pytest.mark.parametrize("name", NAMES)


def seen(node, cases):
    """What the browser makes of OneOptimiser(name, surface, …)."""
    keys = ("name", "surface", "alpha", "beta", "k")
    wanted = [dict(zip(keys, case, strict=True)) for case in cases]
    return node(RUN, {"data": OneOptimiser().data, "cases": wanted})


def steps_of(name, surface="narrow-valley", count=20, beta=0.9):
    lanes, cost = LANES[surface], SURFACES[surface]
    rule = rule_with(name, lanes.alphas[name], beta)
    track = descend(cost, (lanes.theta1, lanes.theta2), rule, count)
    return dissect(cost, track), track


def test_javascript_takes_the_same_steps_apart(node):
    found = seen(node, [(n, s, LANES[s].alphas[n], beta, 9) for s, n, beta in CASES])
    for (surface, name, beta), theirs in zip(CASES, found, strict=True):
        # A last bit grows where the ground is steep and bent; there the first steps are compared.
        count = 8 if surface in ("rosenbrock", "himmelblau") else 40
        steps, _ = steps_of(name, surface, count, beta)
        for mine, other in zip(steps, theirs["made"], strict=False):
            size = np.abs([mine.gradient, mine.at]).max()
            for part in BOTH:
                np.testing.assert_allclose(
                    other[part], getattr(mine, part), 1e-12, 1e-12 * size, err_msg=part
                )
            np.testing.assert_allclose(
                np.array(other["memory"]).ravel(), np.ravel(mine.memory), 1e-11, 1e-12 * size**2
            )
            assert (other["usual"] is None) == (mine.usual is None)
            if mine.usual is not None:
                np.testing.assert_allclose(other["usual"], mine.usual, 1e-12)


@every_method
def test_gradient_and_memory_add_up_to_the_step_that_the_path_makes(name):
    steps, track = steps_of(name)
    for here, there, step in zip(track.positions, track.positions[1:], steps, strict=False):
        np.testing.assert_allclose(step.push + step.carry, step.move, rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(there - here, step.move, rtol=1e-9, atol=1e-14)


@pytest.mark.parametrize("name", ["momentum", "nesterov"])
def test_the_velocity_is_the_sum_of_all_gradients_the_older_the_less(name):
    steps, _ = steps_of(name, beta=0.7)
    shares = 0.7 ** np.arange(len(steps))[::-1]
    wanted = shares @ np.array([step.gradient for step in steps])
    np.testing.assert_allclose(steps[-1].memory[0], wanted, rtol=1e-12, atol=1e-12)


def test_nesterov_asks_where_the_memory_alone_would_lead():
    steps, track = steps_of("nesterov")
    for here, step in zip(track.positions, steps, strict=False):
        np.testing.assert_allclose(step.at, here + step.carry, atol=1e-15)


def test_the_fair_means_of_adam_are_means():
    steps, _ = steps_of("adam")
    gradients = np.array([step.gradient for step in steps])
    means = zip(steps[-1].memory, steps[-1].fair, strict=True)
    for keep, power, (memory, fair) in zip((0.9, 0.999), (1, 2), means, strict=True):
        shares = keep ** np.arange(len(steps))[::-1]
        np.testing.assert_allclose(memory / fair, shares @ gradients**power / shares.sum(), 1e-12)
    first = steps[0]
    np.testing.assert_allclose(first.move, -0.2 * np.sign(first.gradient), rtol=1e-7)


@every_method
def test_who_divides_by_the_usual_slope_has_a_step_size_for_each_parameter(name):
    step, alpha = steps_of(name)[0][-1], LANES["narrow-valley"].alphas[name]
    if name in ("rmsprop", "adam"):
        np.testing.assert_allclose(step.rates * step.usual, alpha, 1e-6)
        assert step.rates[0] > 2 * step.rates[1], "the steep direction gets the smaller one"
    else:
        assert step.usual is None
        assert set(step.rates) == {alpha}


def shown(both):
    return f"({short(both[0], 3)}, {short(both[1], 3)})"


@every_method
def test_the_sentence_names_gradient_memory_and_step_with_their_signs(node, name):
    figure = OneOptimiser(name, k=7)
    (found,) = seen(node, [(name, "narrow-valley", figure.alpha, 0.9, 7)])
    step = figure.step
    told = [step.move, *step.memory]
    if name != "nesterov":  # there an entry is 0 but for the last bit
        told.append(step.gradient)
    for both in told:
        assert shown([0 if abs(entry) < 1e-9 else entry for entry in both]) in found["says"]
    assert "7" in found["says"]


@every_method
def test_before_the_first_step_it_says_where_it_stands(node, name):
    figure = OneOptimiser(name, k=0)
    (found,) = seen(node, [(name, "narrow-valley", figure.alpha, 0.9, 0)])
    assert figure.step is None
    assert shown((-2.5, 1.5)) in found["says"]
    assert shown((-5, 30)) in found["says"]


@every_method
@pytest.mark.parametrize("alpha", [0, 0.3, 1e50])
def test_no_learning_rate_breaks_it(node, name, alpha):
    cases = [(name, surface, alpha, 0.9, 100) for surface in LANES]
    for (_, surface, *_), found in zip(cases, seen(node, cases), strict=True):
        assert "NaN" not in found["says"]
        assert "undefined" not in found["says"]
        figure = OneOptimiser(name, surface, alpha, k=100)
        assert figure.still()
        assert "undefined" not in repr(figure)


def test_the_arrows_fill_the_still_of_a_narrow_valley_too():
    figure = OneOptimiser(alpha=0.115, beta=0.27)
    for k in range(2, 9):
        figure.k = k
        arrows = method_still(*figure._pictured()).axes[1]
        ends = np.array([np.zeros(2), figure.step.carry, figure.step.move])
        shown = np.ptp([arrows.get_xlim(), arrows.get_ylim()], axis=1)
        assert np.all(np.ptp(ends, axis=0) < shown), "all of them are in the picture"
        assert np.all(np.ptp(ends, axis=0) > 0.5 * shown), k


def test_a_method_comes_with_a_rate_that_suits_it_and_a_former_name_is_known():
    assert OneOptimiser("adam").alpha == LANES["narrow-valley"].alphas["adam"]
    assert OneOptimiser("gd", "rosenbrock").alpha == LANES["rosenbrock"].alphas["gd"]
    assert OneOptimiser("gradient-descent").optimiser == "gd"
    assert OneOptimiser("gd", alpha=0).alpha == 0
    with pytest.raises(ValueError, match="did you mean 'adam'"):
        OneOptimiser("adamm")


def test_a_function_of_ones_own_must_have_a_slope_at_the_start():
    figure = OneOptimiser("adam", (theta_1 - 1) ** 2 + theta_2**4)
    assert figure.surface == "own"
    assert figure.step is not None
    with pytest.raises(ValueError, match="must start where"):
        OneOptimiser("adam", 1 / (theta_1 - 2) + theta_2)
