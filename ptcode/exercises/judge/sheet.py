"""The numbers by which typed derivatives are judged: what is right and what is wrong, at points.

The twin of js/src/judge/sheet.js.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ptcode.core.random import uniforms
from ptcode.exercises.judge.answers import Wrong, answers
from ptcode.functions.evaluation import values
from ptcode.functions.tree import Tree

POINTS = 24
CANDIDATES = 96
SEED = 32
WINDOWS = ((-2.0, 2.0), (0.1, 5.0), (-9.0, 9.0))
"""Where points are looked for if the first window has not enough of them."""
NICE = (1.5, 1.0, 2.0, 0.5, -1.0, -0.5, 3.0, 0.25, -2.0)
"""Where a wrong answer is shown to be wrong, if it can be seen there."""
LARGEST = 1e12
TIGHT = 1e-7
"""How far two ways to compute the same may differ, relatively."""
SHARE = 0.25
"""Two answers are compared if both have values at this share of the points at least."""


@dataclass(frozen=True)
class WrongValues:
    """A mistake's answer at the points; ``deep`` if it was made in a part of the expression."""

    mistake: str
    tree: Tree
    values: np.ndarray
    deep: bool


@dataclass(frozen=True)
class Sheet:
    """An expression, its derivative and the wrong derivatives, as trees and as numbers.

    ``shown`` are the places at which a reader can be shown two values, ``links`` the values of a
    chain from the inside out. ``wrong`` come of the twelve mistakes, ``slips`` of others.
    """

    tree: Tree
    variable: str
    right: Tree
    points: np.ndarray
    shown: np.ndarray
    links: tuple[Tree, ...]
    wrong: tuple[WrongValues, ...]
    slips: tuple[WrongValues, ...]

    def at(self, tree: Tree, places) -> np.ndarray:
        """A tree's values at some places, nan where it has none."""
        return values_at(tree, self.variable, np.asarray(places, dtype=float))


def sheet(tree: Tree, variable: str = "x", window=WINDOWS[0]) -> Sheet:
    """What the derivative of an expression is judged by.

    Raises ValueError if the expression has hardly anywhere a value and a slope.

    >>> found = sheet(["Sin", ["Power", "x", 2]])
    >>> len(found.points), sorted({wrong.mistake for wrong in found.wrong})[:3]
    (24, ['as-product', 'at-input', 'lost-sign'])
    """
    return _sheet(json.dumps(tree), variable, tuple(map(float, window)))


@lru_cache(maxsize=2048)
def _sheet(key: str, variable: str, window: tuple[float, float]) -> Sheet:
    tree = json.loads(key)
    found = answers(tree, variable)
    points = _points(tree, found.right, variable, window)
    return Sheet(
        tree,
        variable,
        found.right,
        points,
        _shown(tree, found.right, variable, points),
        found.values,
        _wrong_values(found.wrong, found.right, variable, points),
        _wrong_values(found.slips, found.right, variable, points),
    )


def _points(tree, right, variable, window) -> np.ndarray:
    """Seeded points where the expression and its derivative have values."""
    for low, high in (window, *WINDOWS):
        draw = uniforms(SEED)
        candidates = np.array([low + (high - low) * draw() for _ in range(CANDIDATES)])
        good = candidates[_defined(tree, right, variable, candidates)]
        if len(good) >= POINTS // 2:
            return good[:POINTS]
    raise ValueError("the expression has hardly anywhere a value and a slope: try another one")


def _defined(tree, right, variable, places):
    y, slope = (values_at(each, variable, places) for each in (tree, right))
    return np.isfinite(y) & np.isfinite(slope)


def _shown(tree, right, variable, points) -> np.ndarray:
    low, high = points.min(), points.max()
    nice = [place for place in NICE if low <= place <= high]
    places = np.array([*nice, *(np.floor(100 * points + 0.5) / 100)])
    return places[_defined(tree, right, variable, places)]


def _wrong_values(several: tuple[Wrong, ...], right, variable, points) -> tuple[WrongValues, ...]:
    truth = values_at(right, variable, points)
    wrong: list[WrongValues] = []
    for one in several:
        numbers = values_at(one.tree, variable, points)
        known = [truth, *(other.values for other in wrong if other.mistake == one.mistake)]
        seen = np.isfinite(numbers).sum() >= SHARE * len(points)
        if seen and not any(alike(numbers, other) for other in known):
            wrong.append(WrongValues(one.mistake, one.tree, numbers, one.deep))
    return tuple(wrong)


def values_at(tree: Tree, variable: str, places: np.ndarray) -> np.ndarray:
    """A tree's values, nan where it has none or none of ordinary size."""
    found = np.broadcast_to(values(tree, {variable: places}), places.shape)
    return np.where(np.abs(found) <= LARGEST, found, np.nan)


def alike(one: np.ndarray, other: np.ndarray, tolerance: float = TIGHT, scale=0.01) -> bool:
    """Do two answers agree wherever both have a value, and have they enough in common?

    The tolerance is relative; near 0 it is relative to ``scale`` times the mean size.
    """
    both = np.isfinite(one) & np.isfinite(other)
    if both.sum() < SHARE * len(both):
        return False
    return bool(close(one[both], other[both], tolerance, scale).all())


def close(one: np.ndarray, other: np.ndarray, tolerance: float, scale=0.01) -> np.ndarray:
    """Where two lists of numbers agree."""
    floor = scale * np.mean(np.abs(other)) if len(other) else 0.0
    size = np.maximum(np.maximum(np.abs(one), np.abs(other)), floor)
    return np.abs(one - other) <= tolerance * size
