"""The pairs of the nested graphs: an outer function around an inner one, and what is seen."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
import sympy

from ptcode.core.types import Array
from ptcode.functions import catalogue as book
from ptcode.functions.choice import function_of
from ptcode.functions.function import Function, u
from ptcode.functions.structure import replace
from ptcode.widgets.curves import Range, extent, view_of

Part: TypeAlias = str | Function | sympy.Expr
PLACES: Range = (-3.0, 3.0)
NO_VALUE: Range = (-1.0, 1.0)
"""The window of a height that has no value anywhere."""
GRID = 96
"""In so many stretches the places are cut to look for the least and the largest height."""
LINE = Function(2 * u + 1, name="line")


@dataclass(frozen=True)
class Nest:
    """f ∘ g: an ``outer`` Function around an ``inner`` one, shown over ``places`` of x."""

    outer: Function
    inner: Function
    places: Range
    start: float

    @cached_property
    def exchanged(self) -> Nest:
        """g ∘ f, over the same places."""
        return Nest(self.inner, self.outer, self.places, self.start)

    @cached_property
    def trees(self) -> dict[str, Any]:
        """The inner function in x, the outer one in u, and what both make of x."""
        inner, outer = (
            replace(function.tree, str(function.variables[0]), name)
            for function, name in ((self.inner, "x"), (self.outer, "u"))
        )
        return {"inner": inner, "outer": outer, "both": replace(outer, "u", inner)}

    @cached_property
    def windows(self) -> dict[str, Range]:
        """What the axes of x, u and y show: the same on both graphs that have such an axis."""
        low, high = self.places
        room = 0.05 * (high - low)
        heights = self.heights(np.linspace(low, high, GRID + 1))
        of_u, of_y = (_rounded(extent(values) or NO_VALUE) for values in heights)
        return {"x": (low - room, high + room), "u": of_u, "y": of_y}

    def heights(self, places: float | Array) -> tuple[Array, Array]:
        """u = g(x) and y = f(u) at places; nan where a function has no value, or gets none."""
        inner = _finite(self.inner(places))
        return inner, np.where(np.isnan(inner), np.nan, _finite(self.outer(inner)))


def _rounded(window: Range) -> Range:
    """A window whose ends have the digits that are seen of them."""
    low, high = window
    decimals = 2 - math.floor(math.log10(high - low))
    return round(low, decimals), round(high, decimals)


def _finite(values: Any) -> Array:
    return np.where(np.isfinite(values), values, np.nan)


PAIRS = {
    "sine-of-square": Nest(book.sin, book.square, PLACES, 1.5),
    "square-of-sine": Nest(book.square, book.sin, (-4.0, 4.0), 1.0),
    "log-of-sine": Nest(book.log, book.sin, (-1.0, 7.0), 2.0),
    "decay": Nest(book.exp, book.negate, (-2.0, 2.0), 0.5),
    "bell": Nest(book.exp, Function(-(u**2)), (-2.5, 2.5), 1.0),
    "cube-of-line": Nest(book.raised_to(3), LINE, (-1.5, 0.5), 0.25),
    "root-of-line": Nest(book.sqrt, LINE, (-2.0, 4.0), 1.5),
    "sigmoid-of-line": Nest(book.sigmoid, LINE, (-3.0, 2.0), 0.25),
}


def own_nest(given: Function | tuple[Part, Part], window: Range) -> Nest:
    """A pair of one's own; a TypeError or ValueError says what is wrong with it."""
    parts = (given.outer, given.inner) if isinstance(given, Function) else given
    if not isinstance(parts, tuple | list) or len(parts) != 2 or None in parts:
        raise TypeError(
            f"pair must be a composition f @ g, two Functions (f, g) or one of {', '.join(PAIRS)}, "
            f"got {type(given).__name__} {given!s}"
        )
    f, g = (
        function_of(part, book.OPERATIONS, f"the {role} function")
        for part, role in zip(parts, ("outer", "inner"), strict=True)
    )
    view = view_of(f @ g, window)
    return Nest(f, g, view.places, view.start)
