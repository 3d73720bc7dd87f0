"""Update rules, the one loop, batches, and the theory of quadratics in n dimensions."""

from itertools import islice

import numpy as np
import pytest

from ptcode.descent.descent import Regime, gradient_descent, quadratic_regime
from ptcode.descent.minibatches import batches, stochastic
from ptcode.descent.optimisers import Adam, GradientDescent, Momentum, Nesterov, RMSProp, steps
from ptcode.descent.quadratics import quadratic_theory
from ptcode.descent.tracks import descend
from ptcode.functions.catalogue import COSTS, SURFACES
from ptcode.functions.function import Function, theta
from strict import STRICT

pytestmark = STRICT
VALLEY = SURFACES["narrow-valley"]
RULES = [GradientDescent(0.04), Momentum(0.02), Nesterov(0.02), RMSProp(0.01), Adam(0.1)]


# Five steps on θ₁² + 10θ₂² from (4, 1), worked out by torch.optim of PyTorch 2.13.
@pytest.mark.parametrize(
    ("rule", "fifth"),
    [
        (GradientDescent(0.04), [2.6363260928, 0.00032]),
        (Momentum(0.04, 0.9), [0.5364858367999998, 0.38552]),
        (RMSProp(0.1, 0.9, tiny=1e-8), [2.987278142069576, 0.19979515428511785]),
        (Adam(0.1), [3.501267529595913, 0.507963656867751]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_five_steps_are_those_of_pytorch(rule, fifth):
    track = descend(VALLEY, [4, 1], rule, 5)
    np.testing.assert_allclose(track.positions[-1], fifth, rtol=1e-9)


def test_nesterov_looks_ahead_to_where_pytorch_says_it_is():
    """PyTorch keeps the point looked at, θ − αβv, and calls it the parameter."""
    rule = Nesterov(0.04, 0.9)
    position = np.array([4.0, 1.0])
    memory = rule.memory(position)
    for k in range(1, 6):
        slope = np.array([2.0, 20.0]) * rule.look(position, memory)
        move, memory = rule.move(slope, memory, k)
        position = position + move
    np.testing.assert_allclose(
        rule.look(position, memory), [0.1464675736862719, 0.027603852799999995], rtol=1e-9
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: type(rule).__name__)
def test_every_rule_finds_the_bottom_of_the_valley(rule):
    track = descend(VALLEY, [4, 1], rule, 1500)
    assert track.values[-1] < 1e-3
    assert len(track) == 1500
    assert not track.diverged


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: type(rule).__name__)
def test_a_rule_changes_nothing_in_place(rule):
    gradient, position = np.array([1.0, -2.0]), np.array([3.0, 4.0])
    memory = rule.memory(position)
    kept = np.copy(memory)
    _, later = rule.move(gradient, memory, 1)
    rule.look(position, memory)
    np.testing.assert_array_equal(memory, kept)
    assert gradient.tolist() == [1.0, -2.0]
    assert position.tolist() == [3.0, 4.0]
    first = rule.move(gradient, later, 2)[0]
    np.testing.assert_array_equal(first, rule.move(gradient, later, 2)[0])


def test_momentum_without_momentum_is_gradient_descent():
    plain = descend(VALLEY, [4, 1], GradientDescent(0.03), 20).positions
    for rule in (Momentum(0.03, 0.0), Nesterov(0.03, 0.0)):
        np.testing.assert_allclose(descend(VALLEY, [4, 1], rule, 20).positions, plain)


def test_the_first_step_of_adam_is_the_learning_rate_whatever_the_gradient():
    for slope in (1e-3, 1.0, 1e3):
        move, _ = Adam(0.1).move(np.array([slope]), Adam(0.1).memory(np.zeros(1)), 1)
        assert move[0] == pytest.approx(-0.1, rel=1e-4)


def test_the_loop_in_one_dimension_is_the_one_of_chapter_2():
    cost = COSTS["two-valleys"]
    track = descend(cost, 1.9, GradientDescent(0.05), 30)
    path = gradient_descent(cost, 1.9, 0.05, 30)
    np.testing.assert_allclose(track.positions[:, 0], path.positions, rtol=1e-12)
    np.testing.assert_allclose(track.gradients[:, 0], path.slopes, rtol=1e-10, atol=1e-12)


def test_positions_come_one_by_one_without_end():
    walk = steps(lambda p: 2 * p, np.array([2.0]), GradientDescent(0.75))
    assert [float(p[0]) for p in islice(walk, 4)] == [2.0, -1.0, 0.5, -0.25]


def test_overflow_ends_a_track_early_and_silently():
    track = descend(VALLEY, [4, 1], GradientDescent(1e60), 50)
    assert track.diverged
    assert 0 < len(track) < 50
    assert np.isfinite(track.values).all()
    assert "diverges" in repr(track)


def test_a_long_run_shows_a_bar_and_a_short_one_does_not(capsys):
    descend(VALLEY, [4, 1], Adam(0.1), 10)
    assert capsys.readouterr().err == ""
    descend(VALLEY, [4, 1], Adam(0.1), 10, progress=True)
    assert "Adam" in capsys.readouterr().err


def test_a_track_is_a_value():
    track = descend(VALLEY, [4, 1], GradientDescent(0.04), 3)
    assert repr(track) == "Track of 3 steps of GradientDescent to (3.115, 0.008): J = 9.702"
    with pytest.raises(ValueError, match="read-only"):
        track.positions[0] = 0


def test_what_does_not_fit_is_named():
    with pytest.raises(ValueError, match="one entry for each of theta_1, theta_2, got shape"):
        descend(VALLEY, [1.0], GradientDescent(0.1))
    with pytest.raises(ValueError, match="start must be finite"):
        descend(VALLEY, [1.0, np.nan], GradientDescent(0.1))
    with pytest.raises(TypeError, match="start must be"):
        descend(VALLEY, [1j, 1.0], GradientDescent(0.1))
    with pytest.raises(TypeError, match="cost must be a Function"):
        descend(lambda p: p, [1.0], GradientDescent(0.1))
    with pytest.raises(ValueError, match="count must be a whole number"):
        descend(VALLEY, [1.0, 1.0], GradientDescent(0.1), 1.5)
    with pytest.raises(ValueError, match="not finite at"):
        descend(Function(1 / theta), 0.0, GradientDescent(0.1))
    with pytest.raises(ValueError, match="learning_rate must be a finite real number ≥ 0"):
        GradientDescent(-0.1)
    with pytest.raises(ValueError, match="0 ≤ momentum < 1, got 1"):
        Momentum(0.1, 1.0)
    with pytest.raises(ValueError, match="second_decay must be a finite"):
        Adam(0.1, second_decay=-0.5)


def test_every_epoch_has_every_point_once_in_a_new_order():
    draw = batches(count=10, size=3, seed=4)
    epochs = [np.concatenate(list(islice(draw, 4))) for _ in range(3)]
    assert all(sorted(epoch) == list(range(10)) for epoch in epochs)
    assert len({tuple(epoch) for epoch in epochs}) == 3
    again = batches(count=10, size=3, seed=4)
    np.testing.assert_array_equal(np.concatenate(list(islice(again, 4))), epochs[0])
    for wrong in ({"count": 0}, {"size": 0}, {"seed": -1}, {"seed": None}):
        with pytest.raises(ValueError, match="must be a whole number"):
            next(batches(**({"count": 5, "size": 2, "seed": 0} | wrong)))


def test_the_stochastic_gradient_is_right_on_average():
    data = np.arange(8.0)

    def gradient(position, indices):
        return np.mean(position - data[indices])

    noisy = stochastic(gradient, count=8, size=2, seed=1)
    draws = [noisy(5.0) for _ in range(4)]
    assert np.mean(draws) == pytest.approx(5.0 - data.mean())
    assert np.std(draws) > 0


def test_the_theory_of_a_narrow_valley():
    theory = quadratic_theory(VALLEY)
    assert theory.curvatures == (2.0, 20.0)
    assert theory.critical_learning_rate == pytest.approx(0.1)
    assert theory.best_learning_rate == pytest.approx(2 / 22)
    assert theory.condition_number == pytest.approx(10)
    np.testing.assert_allclose(theory.factors(0.09), [0.82, -0.8])


@pytest.mark.parametrize("share", [0.97, 1.03])
def test_descent_in_n_dimensions_converges_below_the_critical_rate_and_not_above(share):
    random = np.random.default_rng(2)
    root = random.normal(size=(4, 4))
    matrix = root @ root.T + 0.3 * np.eye(4)
    alpha = share * quadratic_theory(matrix).critical_learning_rate
    position = random.normal(size=4)
    walk = steps(lambda p: matrix @ p, position, GradientDescent(alpha))
    last = list(islice(walk, 600))[-1]
    assert (np.linalg.norm(last) < np.linalg.norm(position)) == (share < 1)
    assert (quadratic_theory(matrix).regime(alpha) is Regime.DIVERGES) == (share > 1)


@pytest.mark.parametrize("share", [0.98, 1.02])
def test_momentum_widens_the_range_by_one_plus_beta(share):
    alpha = share * quadratic_theory(VALLEY).critical_with_momentum(0.8)
    track = descend(VALLEY, [0.0, 1.0], Momentum(alpha, 0.8), 2000)
    assert (track.diverged or track.values[-1] > 1) == (share > 1)
    assert quadratic_theory(VALLEY).critical_with_momentum(0.8) == pytest.approx(0.18)


@pytest.mark.parametrize("alpha", [0.0, 0.2, 0.5, 0.7, 1.0, 1.2])
def test_in_one_dimension_the_theory_is_that_of_chapter_2(alpha):
    assert quadratic_theory([[2.0]]).regime(alpha) is quadratic_regime(2.0, alpha)


def test_the_regimes_in_n_dimensions():
    assert quadratic_theory(VALLEY).regime(0.04) is Regime.ONE_SIDE
    assert quadratic_theory(VALLEY).regime(0.1) is Regime.BOUNCES
    assert quadratic_theory(SURFACES["bowl"]).regime(0.5) is Regime.ONE_STEP
    assert quadratic_theory(SURFACES["saddle"]).regime(0.1) is Regime.DIVERGES
    assert quadratic_theory(np.zeros((2, 2))).regime(0.1) is Regime.STAYS
    gutter = quadratic_theory([[2.0, 0.0], [0.0, 0.0]])
    assert gutter.regime(0.2) is Regime.ONE_SIDE
    assert gutter.condition_number == np.inf
    assert quadratic_theory([[-1.0]]).critical_learning_rate == np.inf
    with pytest.raises(ValueError, match="only a bowl has a best learning rate"):
        _ = gutter.best_learning_rate


def test_what_is_not_quadratic_or_not_symmetric_is_refused():
    for cost in ("rosenbrock", "himmelblau"):
        with pytest.raises(ValueError, match="is not quadratic"):
            quadratic_theory(SURFACES[cost])
    for matrix in ([[1.0, 2.0]], [[1.0, 2.0], [0.0, 1.0]], [1.0]):
        with pytest.raises(ValueError, match="must be symmetric of shape"):
            quadratic_theory(matrix)
