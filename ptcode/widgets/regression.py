"""The regression explorer: a line through points the reader can move, and descent on its cost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import traitlets

from ptcode.core.formatting import short
from ptcode.core.names import known_name
from ptcode.core.types import ArrayLike
from ptcode.core.validation import finite_array
from ptcode.descent.optimisers import GradientDescent
from ptcode.descent.regression import (
    FORBES_PRESSURES,
    FORBES_TEMPERATURES,
    SCALES,
    LineCost,
    scaling,
)
from ptcode.descent.tracks import Track, descend
from ptcode.widgets import regression_views as views
from ptcode.widgets.base import LiveFigure
from ptcode.widgets.traits import Choice, Number, Whole

STEPS = 40
_NAMES, _UNITS = ("boiling point", "pressure"), ("°F", "inHg")
_SOURCE = (
    " Data: boiling point of water and pressure of the air at 17 places in the Alps and in "
    "Scotland, J. D. Forbes, 1857."
)
_SHORT = {"raw": "x raw", "centred": "x centred", "standardised": "x standardised"}


class RegressionExplorer(LiveFigure):
    """The line ŷ = θ₁ + θ₂x through points, its cost over (θ₁, θ₂), and descent from a start.

    ``x`` and ``y`` are the data, by default boiling point and air pressure at 17 places (Forbes
    1857). ``scale`` is what the model sees of x: ``raw``, ``centred`` or ``standardised``.
    ``theta1``, ``theta2`` are the start, ``alpha`` the learning rate, ``k`` the steps taken.
    ``point`` counts from 1; ``px`` and ``py`` move that point.

    >>> explorer = RegressionExplorer(alpha=0.5, k=1)
    >>> [round(number, 3) for number in explorer.line]
    [25.059, 2.922]
    >>> explorer.cost.minimum.round(3).tolist()
    [25.059, 2.922]
    """

    kind = "regression"
    title = "A line fitted to points"
    offers = ("scale", "theta1", "theta2", "alpha", "k", "play", "point", "px", "py")
    x = traitlets.List(Number()).tag(sync=True, state=True)
    y = traitlets.List(Number()).tag(sync=True, state=True)
    scale = Choice("standardised", SCALES)
    theta1 = Number(20.0)
    theta2 = Number(0.0)
    alpha = Number(0.1, minimum=0.0)
    k = Whole(0, maximum=STEPS)
    point = Whole(12, minimum=1)
    px = Number(0.0)
    py = Number(0.0)

    default_caption = (
        "A line through points, and the cost of every line. First picture: drag a point; each "
        "upright stick is an error, the square on it the squared error (cut off at the edge while "
        "the line is far away), and the dotted line is the best line. Second picture: drag the "
        "ring; each place is a line, the cross is the best one. The error of a point is "
        "r = ŷ − y."
    )

    def __init__(
        self,
        x: ArrayLike | None = None,
        y: ArrayLike | None = None,
        scale: str = "standardised",
        names: Sequence[str] = (),
        units: Sequence[str] = (),
        **state: Any,
    ) -> None:
        if (x is None) != (y is None):
            raise ValueError("x and y belong together: give both, or neither for the book's data")
        if x is None:
            state["caption"] = state.get("caption") or self.default_caption + _SOURCE
            x, y, names, units = FORBES_TEMPERATURES, FORBES_PRESSURES, _NAMES, _UNITS
        xs: list[float] = finite_array(x, "x").tolist()
        ys: list[float] = finite_array(y, "y").tolist()
        LineCost(tuple(xs), tuple(ys))
        self._points = xs, ys
        self._views = {key: views.view(xs, ys, key) for key in SCALES}
        view = self._views[known_name(scale, "scale", SCALES)]
        start = {key: view[key] for key in ("theta1", "theta2", "alpha")}
        point = state.pop("point", min(12, len(xs)))
        moved = {name: state.pop(name) for name in ("px", "py") if name in state}
        super().__init__(x=xs, y=ys, scale=scale, point=point, **start | state)
        self.set_trait("px", moved.get("px", xs[point - 1]))
        self.set_trait("py", moved.get("py", ys[point - 1]))
        self.data = {
            "steps": STEPS,
            "x": xs,
            "y": ys,
            "names": list(names or ("x", "y")),
            "units": list(units or ("", "")),
            "grain": [_grain(xs), _grain(ys)],
            "window": views.window(xs, ys),
            "levels": views.levels(ys),
            "views": list(self._views.values()),
            "terms": views.terms(),
        }

    @property
    def points(self) -> tuple[list[float], list[float]]:
        """x and y of the points; while only one of the lists is set anew, the old points."""
        return self._points

    @property
    def cost(self) -> LineCost:
        """J(θ₁, θ₂) for the present data and scale."""
        x, y = self.points
        shift, spread = scaling(x, self.scale)
        return LineCost(tuple((value - shift) / spread for value in x), tuple(y))

    @property
    def path(self) -> Track:
        """The first 40 steps of gradient descent from (θ₁, θ₂)."""
        start = self.theta1, self.theta2
        return descend(self.cost, start, GradientDescent(self.alpha), STEPS, strict=False)

    @property
    def line(self) -> tuple[float, float]:
        """θ₁ and θ₂ after ``k`` steps."""
        path = self.path
        first, second = path.positions[min(self.k, len(path))].tolist()
        return first, second

    def _pictured(self) -> tuple[Any, ...]:
        data = (self.data[key] for key in ("window", "levels", "names"))
        view = self._views[self.scale]
        return self.points, self.scale, self.cost, self.path, self.k, view, *data

    def __repr__(self) -> str:
        first, second = self.line
        steps = f"after {self.k} step{'s' * (self.k != 1)} " if self.k else ""
        sign = "−" if second < 0 else "+"
        now, least = self.cost(first, second), self.cost(*self.cost.minimum)
        return (
            f"RegressionExplorer: {_SHORT[self.scale]}, α = {short(self.alpha)}, {steps}"
            f"ŷ = {short(first)} {sign} {short(abs(second))}·x → J = {short(now)}, "
            f"least {short(least)}"
        )

    def allowed(self) -> dict[str, dict[str, Any]]:
        """A link may choose each of the points there are."""
        allowed = super().allowed()
        return allowed | {"point": allowed["point"] | {"most": len(self.points[0])}}

    @traitlets.observe("point", "x", "y")
    def _choose(self, _change: traitlets.Bunch) -> None:
        """A point chosen, or data set anew, moves the sliders."""
        if len(self.x) == len(self.y):
            self._points = self.x, self.y
            self.point = min(self.point, len(self.x))
            self.px, self.py = self.x[self.point - 1], self.y[self.point - 1]

    @traitlets.observe("px", "py")
    def _move(self, change: traitlets.Bunch) -> None:
        """A slider moved moves the point."""
        name = change["name"][1]
        values = list(getattr(self, name))
        if self.point <= len(values) and values[self.point - 1] != change["new"]:
            values[self.point - 1] = change["new"]
            setattr(self, name, values)

    @traitlets.validate("x", "y")
    def _validate_data(self, proposal: traitlets.Bunch) -> Any:
        name = proposal["trait"].name
        values = finite_array(proposal["value"], name)
        if name == "x":
            scaling(values, "standardised")
        return proposal["value"]

    @traitlets.validate("px")
    def _validate_px(self, proposal: traitlets.Bunch) -> Any:
        values = list(self.x)
        if self.point <= len(values):
            values[self.point - 1] = proposal["value"]
            scaling(values, "standardised")
        return proposal["value"]

    @traitlets.validate("point")
    def _validate_point(self, proposal: traitlets.Bunch) -> Any:
        count = min(len(self.x), len(self.y))
        if not 1 <= proposal["value"] <= count:
            raise ValueError(f"point must be from 1 to {count}, got {proposal['value']}")
        return proposal["value"]


def _grain(values: Sequence[float]) -> float:
    """The smallest unit, a power of ten, in which all the values are given, at least 0.001."""
    for grain in (1.0, 0.1, 0.01):
        if all(abs(value / grain - round(value / grain)) < 1e-6 for value in values):
            return grain
    return 0.001
