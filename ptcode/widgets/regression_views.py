"""How a regression is shown: windows, ranges and steps of the sliders, all taken from the data."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from ptcode.descent.regression import SQUARED_ERROR, LineCost, curvatures, partials, scaling

LEVELS = (1, 4, 9, 16, 25, 36, 64, 100, 200, 400)
"""Heights of the level lines, for targets with a range of about 9."""
LABELS = {
    "raw": "x as it is",
    "centred": "x less its mean",
    "standardised": "x standardised",
}
SHARES = {"raw": 0.85, "centred": 0.95, "standardised": 0.1}
"""The first α, as a share of the limit 2/λ."""


def window(x: Sequence[float], y: Sequence[float]) -> dict[str, list[float]]:
    """The range of the inputs and of the targets, with room around them."""
    return {"x": _around(x, 0.1, 0.1), "y": _around(y, 0.2, 0.25)}


def levels(y: Sequence[float]) -> list[float]:
    """Heights of the level lines, in proportion to the square of the range of the targets."""
    unit = _round(np.ptp(y) ** 2 / 86)
    return [unit * level for level in LEVELS]


def view(x: Sequence[float], y: Sequence[float], scale: str) -> dict[str, Any]:
    """The plane of (θ₁, θ₂) for one scale of the input, and what descent starts with there.

    The start is the level line ŷ = θ₁, so that it means the same for every scale.
    """
    shift, spread = scaling(x, scale)
    cost = LineCost(tuple((value - shift) / spread for value in x), tuple(y))
    best, flat = cost.minimum, _round(np.mean(y) - 0.55 * np.ptp(y), 2)
    half = 0.75 * np.ptp(y)
    if scale == "raw":
        across = 1.25 * abs(best[0] - np.mean(y)) + half
        ranges = (best[0], across), (best[1], across / max(abs(np.mean(x)), 1e-9))
    else:
        ranges = (best[0], half), (best[1], half if scale == "standardised" else 0.28 * half)
    steps = [10.0 ** math.floor(math.log10(reach / 20)) for _, reach in ranges]
    boxes = [
        [_snap(middle - reach, step), _snap(middle + reach, step)]
        for (middle, reach), step in zip(ranges, steps, strict=True)
    ]
    fastest = _round(1.12 * cost.limit, 2)
    return {
        "key": scale, "label": LABELS[scale], "x": boxes[0], "y": boxes[1], "steps": steps,
        "equal": scale != "raw", "theta1": flat, "theta2": 0.0,
        "alpha": _round(SHARES[scale] * cost.limit), "fastest": fastest,
        "step": 10.0 ** math.floor(math.log10(fastest / 30)),
    }  # fmt: skip


def terms() -> dict[str, Any]:
    """What the browser needs of the cost: what one point adds, with first and second partials."""
    return {
        "tree": SQUARED_ERROR.tree,
        "partials": [partial.tree for partial in partials()],
        "curvatures": [curvature.tree for curvature in curvatures()],
        "variables": [str(variable) for variable in SQUARED_ERROR.variables],
    }


def _around(values: Sequence[float], below: float, above: float) -> list[float]:
    low, high = float(min(values)), float(max(values))
    room = high - low or 1.0
    step = 10.0 ** math.floor(math.log10(room / 10))
    return [_snap(low - below * room, step), _snap(high + above * room, step)]


def _snap(value: float, step: float) -> float:
    return float(f"{round(value / step) * step:.12g}")


def _round(value: float, digits: int = 1) -> float:
    """``value`` to a few significant digits."""
    return float(f"{value:.{digits}g}")
