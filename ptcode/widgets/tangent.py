"""The tangent explorer: a secant through two points of a curve that turns into the tangent."""

from __future__ import annotations

import math
from typing import Any

import sympy

from ptcode.core.formatting import short
from ptcode.functions.function import Function, x
from ptcode.functions.slopes import Tangent, Verdict, landmarks, tangent_at
from ptcode.widgets.curves import FUNCTIONS, VIEWS, Range, View, typed_view, view_of
from ptcode.widgets.own_expression import Expression
from ptcode.widgets.own_function import TYPED, FunctionName, TypedFunction
from ptcode.widgets.traits import Number, Switch


class TangentExplorer(TypedFunction[View]):
    """A curve, the secant through x and x + h, and the tangent that it becomes as h goes to 0.

    ``f`` is the name of a function of the book (``square``, ``cube``, ``wave``, ``sine``,
    ``exponential``, ``logarithm``, ``root``, ``reciprocal``, ``absolute``), a Function, or a SymPy
    expression in one symbol; ``window`` is the range of x in which an own function is shown.
    ``x`` is the point, ``h`` the distance to the second point (0 for the tangent, negative to the
    left). A reader may type a function, too: ``f`` is then "typed", and ``expression`` its text.
    ``tangent`` shows the tangent beside a secant, ``whole`` all of f′. ``slope`` and
    ``verdict`` are the result for the present state, ``quotient`` is the slope of the secant.

    >>> explorer = TangentExplorer(x=5, h=2)
    >>> explorer
    TangentExplorer: f = x², x = 5, h = 2 → secant 12, slope 10: a step to the right raises f
    >>> explorer.x = 0
    >>> explorer.verdict.value
    'flat: a minimum'
    """

    kind = "tangent"
    title = "Tangent and slope"
    subject = ("f",)
    offers = ("f", "tangent", "whole", "x", "h")
    chosen = "f"
    f = FunctionName("square")
    expression = Expression(x * sympy.sin(x))
    x = Number(5.0)
    h = Number(2.0)
    tangent = Switch(False)
    whole = Switch(False)

    default_caption = (
        "Drag the rings on the curve, or move x and h. The solid line is the secant through "
        "both points, the dashed line the tangent. Below, a level bar marks the slope of the "
        "secant, and the slope of the tangent is drawn wherever you have seen one."
    )

    def __init__(
        self,
        f: str | Function | sympy.Expr = "square",
        x: float | None = None,
        h: float | None = None,
        window: Range = (-3.0, 3.0),
        **options: Any,
    ) -> None:
        f = self._offer(f, FUNCTIONS, VIEWS, lambda function: view_of(function, window))
        usual: dict[str, Any] = (
            {} if f == TYPED else {"x": self._views[f].start, "h": self._views[f].h}
        )
        given = {name: value for name, value in {"x": x, "h": h}.items() if value is not None}
        super().__init__(f=f, **(usual | given), **options)
        self.data = {"functions": self._told(curve_constants)}

    @property
    def reading(self) -> Tangent:
        """The tangent at x: value, slope, verdict, and the slopes of the two sides."""
        return tangent_at(self.function, self.x)

    @property
    def slope(self) -> float:
        """f′(x), nan where there is no derivative."""
        return self.reading.slope

    @property
    def verdict(self) -> Verdict:
        """What the slope says at x."""
        return self.reading.verdict

    @property
    def quotient(self) -> float:
        """The slope of the secant, (f(x + h) − f(x)) / h; nan for h = 0 or outside the domain."""
        return difference_quotient(self.function, self.x, self.h)

    def _view_of_typed(self, function: Function) -> View:
        return typed_view(function)

    def _pictured(self) -> tuple[Any, ...] | None:
        if self._is_unread:
            return None
        view = self._view
        windows = view.x, view.y, view.slopes
        return self.function, self.reading, self.h, self.tangent, *windows

    def __repr__(self) -> str:
        if self._is_unread:
            return f"TangentExplorer: {self.expression!r} cannot be read"
        reading, quotient = self.reading, self.quotient
        secant = f"secant {short(quotient, 6)}, " if math.isfinite(quotient) else ""
        slope = f"slope {short(reading.slope, 6)}: " if math.isfinite(reading.slope) else ""
        return (
            f"TangentExplorer: f = {self._view.label}, x = {short(self.x)}, "
            f"h = {short(self.h)} → {secant}{slope}{reading.verdict}"
        )


def difference_quotient(function: Function, x: float, h: float) -> float:
    """The rise over the run from x to x + h; nan where there is none."""
    if h == 0:
        return math.nan
    quotient = (float(function(x + h)) - float(function(x))) / h
    return quotient if math.isfinite(quotient) else math.nan


def curve_constants(key: str, function: Function, view: View) -> dict[str, Any]:
    """What the browser is told of a function: trees, windows, places of note."""
    special = [tangent_at(function, place) for place in landmarks(function, *view.x)]
    return {
        "key": key,
        "label": view.label,
        "variable": str(function.variables[0]),
        "tree": function.tree,
        "derivative": function.derivative.tree,
        "x": list(view.x),
        "y": list(view.y),
        "slopes": list(view.slopes),
        "places": list(view.places),
        "reach": view.reach,
        "start": {"x": view.start, "h": view.h},
        "landmarks": [t.x for t in special if view.places[0] <= t.x <= view.places[1]],
        "breaks": [_break(t) for t in special if math.isnan(t.slope)],
    }


def _break(reading: Tangent) -> dict[str, Any]:
    """A place without a derivative; JSON has no nan, so a slope that is no number is null."""
    sides = {"left": reading.left, "right": reading.right}
    told = {name: slope if math.isfinite(slope) else None for name, slope in sides.items()}
    return {"x": reading.x, "verdict": str(reading.verdict), **told}
