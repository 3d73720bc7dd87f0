"""Experiments: data, first weights and order of batches from one seed that a browser shares."""

import numpy as np
import pytest

from ptcode.core.generators import SharedRandom, generator
from ptcode.descent.optimisers import Adam
from ptcode.networks.data import circles, spiral, two_moons, xor
from ptcode.networks.experiments import DATASETS, experiment
from ptcode.networks.layers import network
from ptcode.networks.training import train


@pytest.mark.parametrize("make", [two_moons, xor, circles, spiral])
def test_every_data_set_comes_from_a_seed_or_from_a_generator(make):
    points, label = make(points=51, noise=0.1, seed=3)
    assert points.shape == (51, 2)
    assert set(label.tolist()) == {0.0, 1.0}
    np.testing.assert_array_equal(points, make(points=51, noise=0.1, seed=3)[0])
    assert (points != make(points=51, noise=0.1, seed=4)[0]).any()
    random = SharedRandom(3)
    first, again = make(51, 0.1, random)[0], make(51, 0.1, random)[0]
    np.testing.assert_array_equal(first, make(51, 0.1, SharedRandom(3))[0])
    assert (first != again).any()
    with pytest.raises(ValueError, match="points must be a whole number ≥ 2"):
        make(points=1)
    with pytest.raises(ValueError, match="noise must be a finite real number ≥ 0"):
        make(points=10, noise=-1.0)


def test_circles_lie_inside_each_other_and_the_arms_of_the_spiral_face_each_other():
    rings, label = circles(points=101, noise=0.0)
    np.testing.assert_allclose(np.linalg.norm(rings, axis=1), np.where(label == 0, 1, 0.5))
    np.testing.assert_allclose(rings[label == 0].mean(axis=0), 0, atol=1e-12)
    arms, label = spiral(points=100, noise=0.0)
    np.testing.assert_allclose(arms[label == 0], -arms[label == 1], atol=1e-12)
    assert np.linalg.norm(arms, axis=1).max() == pytest.approx(1)
    angles = np.unwrap(np.arctan2(*arms[label == 0].T[::-1]))
    assert angles[-1] - angles[0] == pytest.approx(2.5 * np.pi)


def test_a_shared_random_has_the_moments_it_should_have():
    random = SharedRandom(5)
    even, normal = random.uniform(-2, 4, (100, 200)), random.normal(3, 0.5, (20_000,))
    assert even.shape == (100, 200)
    assert -2 <= even.min() < -1.99 < 3.99 < even.max() < 4
    assert normal.mean() == pytest.approx(3, abs=0.02)
    assert normal.std() == pytest.approx(0.5, abs=0.02)
    assert sorted(random.permutation(7).tolist()) == list(range(7))
    assert generator(random) is random
    with pytest.raises(ValueError, match="seed must be a whole number"):
        generator("one")


def test_training_can_end_in_the_middle_of_an_epoch():
    points, label = xor(points=100, noise=0.1)
    net = network([2, 4, 1], seed=1)
    options = {"batch_size": 10, "seed": 2}
    whole = train(net, points, label, Adam(0.03), epochs=3, **options)
    by_steps = train(net, points, label, Adam(0.03), last_step=30, **options)
    np.testing.assert_array_equal(whole.network.vector, by_steps.network.vector)
    np.testing.assert_array_equal(whole.costs, by_steps.costs)
    further = train(net, points, label, Adam(0.03), last_step=34, **options)
    assert len(further.costs) == 4
    assert (further.network.vector != whole.network.vector).any()
    still = train(net, points, label, Adam(0.03), last_step=0, **options)
    np.testing.assert_array_equal(still.network.vector, net.vector)
    with pytest.raises(ValueError, match="last_step must be a whole number ≥ 0"):
        train(net, points, label, Adam(0.03), last_step=-1)


@pytest.mark.parametrize("dataset", DATASETS)
def test_every_data_set_is_learnt_by_a_network_of_the_trainer(dataset):
    done = experiment(dataset, width=16, optimiser="adam", alpha=0.02, step=400)
    assert done.accuracy > 0.97
    assert done.cost < 0.02 < done.training.costs[0]
    assert not done.diverged
    assert len(done.gradient_sizes) == 3
    total = sum((part**2).sum() for pair in done.gradients for part in pair)
    assert done.gradient_size == pytest.approx(np.sqrt(total))


def test_steps_that_are_too_long_saturate_the_nodes_and_are_called_divergence():
    done = experiment("circles", alpha=50.0, step=60)
    assert done.diverged
    assert not done.training.diverged
    assert done.cost == pytest.approx(0.25, abs=1e-4)
    assert not experiment("circles", alpha=50.0, step=0).diverged
    overflow = experiment("circles", activation="relu", alpha=1e300, step=10)
    assert overflow.diverged
    assert overflow.training.diverged
    assert np.isfinite(overflow.cost)


def test_the_seed_decides_everything():
    first, again, other = (experiment(batch=10, seed=seed, step=25) for seed in (4, 4, 5))
    np.testing.assert_array_equal(first.network.vector, again.network.vector)
    np.testing.assert_array_equal(first.points, again.points)
    assert (first.points != other.points).any()
    assert (first.start.vector != other.start.vector).any()
    wide = experiment(width=9, seed=4)
    np.testing.assert_array_equal(first.points, wide.points)
