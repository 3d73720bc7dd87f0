"""A surface in a box, as an eye far away sees it: where a place is drawn, and what hides it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np
import numpy.typing as npt
from numpy.typing import ArrayLike

from ptcode.core.types import Array
from ptcode.functions.function import Function
from ptcode.stills.window import Range, Window

Mask: TypeAlias = npt.NDArray[np.bool_]
TILT = math.radians(36)
"""How far the eye looks down."""
HEIGHT = 0.6
"""The height of the box; its other sides are 1 long."""
STRIDE = 0.025
"""So far apart are the places where a line of sight is compared with the surface."""


class Room(Window, Protocol):
    """The ranges of both parameters and of the height: what the box holds."""

    @property
    def z(self) -> Range:
        """The range of the height."""


@dataclass(frozen=True)
class Relief:
    """A surface in a box, turned by so many degrees.

    At 0 the first axis goes to the right and the second away from the eye.
    """

    surface: Function
    room: Room
    turn: float

    @property
    def turned(self) -> tuple[float, float]:
        """Cosine and sine of the turn."""
        return math.cos(math.radians(self.turn)), math.sin(math.radians(self.turn))

    def over(self, places: ArrayLike) -> Array:
        """Places of the surface over places of its two parameters; shape (3, …) from (2, …)."""
        first, second = np.asarray(places, float)
        with np.errstate(all="ignore"):
            return np.array([first, second, self.surface(first, second)])

    def project(self, places: ArrayLike) -> Array:
        """Where places, shape (3, …), are drawn: right and up from the middle of the bottom."""
        (cos, sin), (u, v, w) = self.turned, self._shares(places)
        right, away = u * cos + v * sin, v * cos - u * sin
        return np.array([right, w * math.cos(TILT) + away * math.sin(TILT)])

    def inside(self, places: ArrayLike) -> Mask:
        """Whether the box holds each of the places, shape (3, …)."""
        u, v, w = self._shares(places)
        return np.asarray((abs(u) <= 0.5) & (abs(v) <= 0.5) & (w >= 0) & (w <= HEIGHT))

    def hidden(self, places: ArrayLike) -> Mask:
        """Whether the surface inside the box hides each of its places, shape (3, …).

        The line of sight from there to the eye then changes its side of the surface.
        """
        (cos, sin), (u, v, w) = self.turned, self._shares(places)
        side, hidden = np.zeros_like(w), np.zeros(w.shape, bool)
        for far in STRIDE * np.arange(1, 1.5 / STRIDE):
            across, away, up = u + far * sin, v - far * cos, w + far * math.tan(TILT)
            gap = np.sign(self._shares(self.over(self._parameters(across, away)))[2] - up)
            gap[(across > 0.5) | (away < -0.5) | (up > HEIGHT) | np.isnan(gap)] = 0
            hidden |= gap * side < 0
            side = np.where(side == 0, gap, side)
        return hidden

    def _shares(self, places: ArrayLike) -> Array:
        """Places in units of the box, from the middle of its bottom."""
        lows, highs = np.array([self.room.x, self.room.y, self.room.z]).T
        shares = (np.asarray(places, float).T - lows) / (highs - lows)
        return ((shares - (0.5, 0.5, 0)) * (1, 1, HEIGHT)).T

    def _parameters(self, u: Array, v: Array) -> Array:
        """What the two parameters are at a place of the box."""
        lows, highs = np.array([self.room.x, self.room.y]).T
        return (lows + (np.array([u, v]).T + 0.5) * (highs - lows)).T
