"""The nested graphs: the height of one graph is carried to the axis of the next."""

from __future__ import annotations

import math
from typing import Any

from ptcode.core.formatting import short
from ptcode.core.names import Named, known_name
from ptcode.functions.function import Function
from ptcode.functions.writing import write
from ptcode.widgets.base import LiveFigure
from ptcode.widgets.curves import Range
from ptcode.widgets.nesting_pairs import PAIRS, PLACES, Nest, Part, own_nest
from ptcode.widgets.own_function import OWN
from ptcode.widgets.traits import Choice, Number, Switch

_BESIDES = "or in a new figure two Functions"


class NestedGraphs(LiveFigure):
    """The graphs of g, f and f ∘ g: u = g(x) is a height of the first and a place of the second.

    ``pair`` is a pair of the book by name (``sine-of-square``, ``log-of-sine``, …), a composition
    f @ g of two Functions, or two Functions or SymPy expressions (f, g), shown over ``window``.
    With ``swap`` they change places. ``inner``, ``outer``, ``u`` and ``y`` are the result.

    >>> graphs = NestedGraphs(x=1.5)
    >>> graphs
    NestedGraphs: sin(x²), x = 1.5 → inner x² = 2.25, outer sin(u) = 0.7781
    >>> graphs.swap = True
    >>> round(graphs.u, 4), round(graphs.y, 4)
    (0.9975, 0.995)
    """

    kind = "nesting"
    title = "Nested graphs"
    subject = ("pair", "swap")
    offers = ("pair", "swap", "x")
    pair = Choice("sine-of-square", lambda figure: figure._pairs, _BESIDES)
    x = Number(1.5)
    swap = Switch(False)

    default_caption = (
        "Move x, or drag the ring on the first graph. Its height u is carried to the horizontal "
        "axis of the second graph, whose height is y. The third graph has that height y at x."
    )

    def __init__(
        self,
        pair: str | Function | tuple[Part, Part] = "sine-of-square",
        x: float | None = None,
        window: Range = PLACES,
        **options: Any,
    ) -> None:
        own = {} if isinstance(pair, str) else {OWN: own_nest(pair, window)}
        self._pairs = Named("pair", own | PAIRS)
        shown = known_name(pair, "pair", PAIRS, _BESIDES) if isinstance(pair, str) else OWN
        x = self._pairs[shown].start if x is None else x
        super().__init__(pair=shown, x=x, **options)
        begun = {shown: (self.x, self.swap)}  # what Reset brings back
        self.data = {
            "pairs": [
                _constants(key, nest, *begun.get(key, (nest.start, False)))
                for key, nest in self._pairs.items()
            ]
        }

    @property
    def nest(self) -> Nest:
        """The two functions in the order that ``swap`` says."""
        nest = self._pairs[self.pair]
        return nest.exchanged if self.swap else nest

    @property
    def inner(self) -> Function:
        """The function that gets x."""
        return self.nest.inner

    @property
    def outer(self) -> Function:
        """The function that gets u."""
        return self.nest.outer

    @property
    def u(self) -> float:
        """What the inner function makes of x; nan where it has no value."""
        return float(self.nest.heights(self.x)[0])

    @property
    def y(self) -> float:
        """What the outer function makes of u; nan where one of the two has no value."""
        return float(self.nest.heights(self.x)[1])

    def _pictured(self) -> tuple[Any, ...]:
        nest = self.nest
        curves = nest.inner, nest.outer, lambda places: nest.heights(places)[1]
        texts = [write(tree) for tree in nest.trees.values()]
        return curves, texts, nest.windows, {"x": self.x, "u": self.u, "y": self.y}

    def __repr__(self) -> str:
        inner, outer, both = map(write, self.nest.trees.values())
        begin = f"NestedGraphs: {both}, x = {short(self.x)} → inner {inner} = {short(self.u)}"
        return begin if math.isnan(self.u) else f"{begin}, outer {outer} = {short(self.y)}"


def _constants(key: str, nest: Nest, x: float, swap: bool) -> dict[str, Any]:
    """What the browser is told of a pair: its trees, and what it shows in either order."""
    inner, outer, _ = nest.trees.values()
    return {
        "key": key,
        "label": f"y = {write(outer)}, u = {write(inner)}",
        "inner": inner,
        "outer": outer,
        "places": list(nest.places),
        "windows": [
            {name: list(ends) for name, ends in order.windows.items()}
            for order in (nest, nest.exchanged)
        ],
        "start": {"x": x, "swap": swap},
    }
