"""How each surface is shown: ranges, level lines, the range of α, a first state worth seeing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ptcode.core.formatting import plain
from ptcode.descent.surfaces import curvatures, minima
from ptcode.functions.function import Function
from ptcode.widgets.base import fields


@dataclass(frozen=True)
class View:
    """How a surface is shown: ranges of θ₁, θ₂ and J, heights of the level lines, a first state.

    A gradient of size ``steep`` is drawn half as long as the longest arrow.
    """

    x: tuple[float, float]
    y: tuple[float, float]
    z: tuple[float, float]
    levels: tuple[float, ...]
    steep: float
    fastest: float
    step: float
    alpha: float
    theta1: float
    theta2: float


def _even(first: float, last: float, gap: float) -> tuple[float, ...]:
    return tuple(np.arange(first, last + gap / 2, gap).tolist())


_WIDE = (-3.0, 3.0)
VIEWS = {
    "bowl": View(_WIDE, _WIDE, (-1, 20), _even(1, 25, 2), 4, 1.1, 0.01, 0.1, 2, 1),
    "narrow-valley": View(
        _WIDE, (-2, 2), (-3, 50), _even(4, 100, 8), 12, 0.11, 0.001, 0.09, 2, 0.5
    ),
    "product": View((-2, 2), (-1, 4), (-9, 9), _even(-8, 12, 1), 2, 0.5, 0.01, 0.1, 1.5, 2.25),
    "saddle": View(_WIDE, _WIDE, (-10, 10), _even(-9, 9, 2), 4, 0.5, 0.01, 0.1, 2, 0.1),
    "rosenbrock": View(
        (-2, 2),
        (-1, 3),
        (-40, 800),
        (1, 10, 50, 150, 400, 1000, 2000),
        150,
        0.002,
        0.00002,
        0.0016,
        -1.2,
        1,
    ),
    "himmelblau": View(
        (-5, 5),
        (-5, 5),
        (-20, 350),
        (5, 20, 50, 100, 150, 200, 300, 500, 800),
        60,
        0.025,
        0.0005,
        0.01,
        0,
        0,
    ),
}


NAMES = {
    "bowl": "bowl",
    "narrow-valley": "narrow valley",
    "tilted-valley": "tilted valley",
    "product": "product",
    "saddle": "saddle",
    "rosenbrock": "Rosenbrock’s valley",
    "himmelblau": "Himmelblau’s four valleys",
}
"""What the surfaces of the catalogue are called; a reader's own has its formula only."""


def view_of(function: Function) -> View:
    """A window on a surface that we know nothing about: both parameters from −3 to 3."""
    grid = np.meshgrid(np.linspace(*_WIDE, 61), np.linspace(*_WIDE, 61))
    heights = function(*grid)
    heights = heights[np.isfinite(heights)]
    if not heights.size:
        raise ValueError(f"{function} has no finite value where both parameters are from −3 to 3")
    low, high = float(heights.min()), float(heights.max())
    room = 0.05 * (high - low) or 1.0
    levels = tuple(np.quantile(heights, np.linspace(0.03, 0.97, 12)).tolist())
    slopes = np.hypot(*(partial(*grid) for partial in function.partials))
    steep = float(np.median(slopes[np.isfinite(slopes)])) or 1.0
    fastest = float(f"{3 / steep:.1g}")
    return View(
        _WIDE,
        _WIDE,
        (low - room, high + room),
        levels,
        steep,
        fastest,
        fastest / 100,
        fastest / 10,
        2,
        1,
    )


def constants(key: str, function: Function, view: View) -> dict[str, Any]:
    """What the browser is told of a surface: trees, minima, curvatures, window."""
    return fields(view) | {
        "key": key,
        "name": NAMES.get(key, ""),
        "label": plain(function.expression),
        "variables": [str(variable) for variable in function.variables],
        "tree": function.tree,
        "partials": [partial.tree for partial in function.partials],
        "minima": [list(place) for place in minima(function, view.x, view.y)],
        "curvatures": curvatures(function),
    }
