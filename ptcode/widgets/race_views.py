"""How each surface is raced on: start, learning rates, where the sliders end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ptcode.descent.quadratics import quadratic_theory
from ptcode.descent.surfaces import minima
from ptcode.functions.function import Function
from ptcode.widgets.surface_views import VIEWS, View, constants, view_of

LINE = 0.01
"""The finishing line: so far above the lowest cost."""
SLOPED, SCALED = ("gd", "momentum", "nesterov"), ("rmsprop", "adam")
"""Rules whose step grows with the gradient; rules that divide by its usual size."""


@dataclass(frozen=True)
class Lanes:
    """A start, an α for each racer, and where the sliders end.

    ``fastest`` and ``step`` hold two numbers for the α sliders: for the rules whose step grows with
    the gradient, and for RMSProp and Adam, whose α is a length. ``noisiest`` ends that of noise.
    """

    view: View
    theta1: float
    theta2: float
    alphas: dict[str, float]
    fastest: tuple[float, float]
    step: tuple[float, float]
    noisiest: float


def _alphas(*values: float) -> dict[str, float]:
    return dict(zip(SLOPED + SCALED, values, strict=True))


_VALLEY = VIEWS["narrow-valley"]
LANES = {
    "narrow-valley": Lanes(
        _VALLEY, -2.5, 1.5, _alphas(0.09, 0.02, 0.05, 0.1, 0.2), (0.22, 0.6), (0.001, 0.01), 6
    ),
    "tilted-valley": Lanes(
        _VALLEY, -2.5, 1.5, _alphas(0.09, 0.02, 0.05, 0.1, 0.2), (0.22, 0.6), (0.001, 0.01), 6
    ),
    "bowl": Lanes(
        VIEWS["bowl"], 2, 1, _alphas(0.1, 0.1, 0.1, 0.1, 0.1), (2.1, 0.6), (0.01, 0.01), 3
    ),
    "saddle": Lanes(
        VIEWS["saddle"], 2, 0.05, _alphas(0.1, 0.03, 0.03, 0.1, 0.1), (0.5, 0.6), (0.01, 0.01), 3
    ),
    "rosenbrock": Lanes(
        VIEWS["rosenbrock"],
        -1.2,
        1,
        _alphas(0.0015, 0.001, 0.001, 0.02, 0.2),
        (0.005, 0.8),
        (0.00005, 0.01),
        60,
    ),
    "himmelblau": Lanes(
        VIEWS["himmelblau"],
        0,
        0,
        _alphas(0.01, 0.005, 0.005, 0.1, 0.2),
        (0.025, 0.6),
        (0.0005, 0.01),
        30,
    ),
}


def lanes_of(function: Function) -> Lanes:
    """Lanes on a surface that we know nothing about."""
    view = view_of(function)
    slow = view.alpha
    alphas = _alphas(slow, slow / 5, slow / 5, 0.1, 0.1)
    fastest, step = (view.fastest, 0.6), (view.step, 0.01)
    return Lanes(view, view.theta1, view.theta2, alphas, fastest, step, view.steep / 2)


def curvatures(function: Function) -> list[float] | None:
    """The curvatures along the axes of a quadratic cost, the smallest first; None for others."""
    try:
        return [round(curvature, 12) for curvature in quadratic_theory(function).curvatures]
    except ValueError:
        return None


def lowest(function: Function, view: View) -> float | None:
    """The cost at the deepest minimum in the window, None where there is no minimum."""
    found = minima(function, view.x, view.y)
    return min(float(function(*place)) for place in found) if found else None


def lane_constants(key: str, function: Function, lanes: Lanes) -> dict[str, Any]:
    """What the browser is told of a surface: as the surface explorer is, and the lanes."""
    return constants(key, function, lanes.view) | {
        "theta1": lanes.theta1,
        "theta2": lanes.theta2,
        "curvatures": curvatures(function),
        "lowest": lowest(function, lanes.view),
        "alphas": lanes.alphas,
        "fastest": {n: lanes.fastest[n in SCALED] for n in lanes.alphas},
        "noisiest": lanes.noisiest,
        "steps": {n: lanes.step[n in SCALED] for n in lanes.alphas},
    }
