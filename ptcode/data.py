"""Small data sets made from a seed: points (points, 2) with labels 0 or 1 of shape (points,)."""

from __future__ import annotations

import numpy as np

from ptcode.inputs import finite_number, whole_number


def two_moons(points: int = 200, noise: float = 0.1, seed: int = 0):
    """Two half circles that reach into each other; ``noise`` is the standard deviation added.

    >>> where, label = two_moons(points=6, noise=0.0)
    >>> where.shape, label.tolist()
    ((6, 2), [0.0, 0.0, 0.0, 1.0, 1.0, 1.0])
    """
    random = _random(points, noise, seed)
    upper = (points + 1) // 2
    turn = np.concatenate([np.linspace(0, np.pi, upper), np.linspace(0, np.pi, points - upper)])
    label = np.repeat([0.0, 1.0], [upper, points - upper])
    moons = np.stack(
        [
            np.where(label == 0, np.cos(turn), 1 - np.cos(turn)),
            np.where(label == 0, np.sin(turn), 0.5 - np.sin(turn)),
        ],
        axis=1,
    )
    return moons + random.normal(0, noise, moons.shape), label


def xor(points: int = 4, noise: float = 0.0, seed: int = 0):
    """The corners of a square by turns; the label is 1 where exactly one coordinate is 1.

    >>> where, label = xor()
    >>> where.tolist(), label.tolist()
    ([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], [0.0, 1.0, 1.0, 0.0])
    """
    random = _random(points, noise, seed)
    corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    turns = np.arange(points) % 4
    return corners[turns] + random.normal(0, noise, (points, 2)), np.array([0.0, 1, 1, 0])[turns]


def _random(points, noise, seed):
    whole_number(points, "points", minimum=2)
    finite_number(noise, "noise", minimum=0.0)
    return np.random.default_rng(whole_number(seed, "seed"))
