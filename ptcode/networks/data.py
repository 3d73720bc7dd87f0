"""Small data sets made from a seed: points (points, 2) with labels 0 or 1 of shape (points,).

``noise`` is the standard deviation of what is added to each coordinate. ``seed`` may be a
generator, to draw from it.
"""

from __future__ import annotations

import numpy as np

from ptcode.core.generators import Generator, generator
from ptcode.core.types import Array
from ptcode.core.validation import finite_number, whole_number

Data = tuple[Array, Array]


def two_moons(points: int = 200, noise: float = 0.1, seed: int | Generator = 0) -> Data:
    """Two half circles that reach into each other.

    >>> where, label = two_moons(points=6, noise=0.0)
    >>> where.shape, label.tolist()
    ((6, 2), [0.0, 0.0, 0.0, 1.0, 1.0, 1.0])
    """
    random = _random(points, noise, seed)
    turn = np.concatenate([np.linspace(0, np.pi, n) for n in _sizes(points)])
    label = _halves(points)
    moons = np.stack(
        [
            np.where(label == 0, np.cos(turn), 1 - np.cos(turn)),
            np.where(label == 0, np.sin(turn), 0.5 - np.sin(turn)),
        ],
        axis=1,
    )
    return moons + random.normal(0, noise, moons.shape), label


def xor(points: int = 4, noise: float = 0.0, seed: int | Generator = 0) -> Data:
    """The corners of a square by turns; the label is 1 where exactly one coordinate is 1.

    >>> where, label = xor()
    >>> where.tolist(), label.tolist()
    ([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], [0.0, 1.0, 1.0, 0.0])
    """
    random = _random(points, noise, seed)
    corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    turns = np.arange(points) % 4
    return corners[turns] + random.normal(0, noise, (points, 2)), np.array([0.0, 1, 1, 0])[turns]


def circles(points: int = 200, noise: float = 0.1, seed: int | Generator = 0) -> Data:
    """A circle of radius 1, labelled 0, and one of radius ½ inside it, labelled 1.

    >>> where, label = circles(points=4, noise=0.0)
    >>> where.round(12).tolist(), label.tolist()
    ([[1.0, 0.0], [-1.0, 0.0], [0.5, 0.0], [-0.5, 0.0]], [0.0, 0.0, 1.0, 1.0])
    """
    random = _random(points, noise, seed)
    label = _halves(points)
    radius = np.where(label == 0, 1.0, 0.5)
    turn = 2 * np.pi * np.concatenate([np.arange(n) / n for n in _sizes(points)])
    rings = np.stack([radius * np.cos(turn), radius * np.sin(turn)], axis=1)
    return rings + random.normal(0, noise, rings.shape), label


def spiral(points: int = 200, noise: float = 0.05, seed: int | Generator = 0) -> Data:
    """Two arms that wind once and a quarter around the origin, opposite each other.

    >>> where, label = spiral(points=4, noise=0.0)
    >>> (where.round(12) + 0).tolist(), label.tolist()
    ([[0.1, 0.0], [0.0, 1.0], [-0.1, 0.0], [0.0, -1.0]], [0.0, 0.0, 1.0, 1.0])
    """
    random = _random(points, noise, seed)
    label = _halves(points)
    way = np.concatenate([np.linspace(0, 1, n) for n in _sizes(points)])
    radius, turn = 0.1 + 0.9 * way, 2.5 * np.pi * way + np.pi * label
    arms = np.stack([radius * np.cos(turn), radius * np.sin(turn)], axis=1)
    return arms + random.normal(0, noise, arms.shape), label


def _sizes(points: int) -> tuple[int, int]:
    """How many points are labelled 0, and how many 1."""
    return (points + 1) // 2, points // 2


def _halves(points: int) -> Array:
    return np.repeat([0.0, 1.0], _sizes(points))


def _random(points: int, noise: float, seed: int | Generator) -> Generator:
    whole_number(points, "points", minimum=2)
    finite_number(noise, "noise", minimum=0.0)
    return generator(seed)
