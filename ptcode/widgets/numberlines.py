"""The number lines: a nudge runs through a chain, and every link stretches it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import sympy

from ptcode.core.formatting import short
from ptcode.core.names import known_name
from ptcode.functions.chain_rule import differentiate
from ptcode.functions.function import Function, u, v, x
from ptcode.functions.tree import to_tree
from ptcode.functions.writing import write
from ptcode.widgets.base import LiveFigure
from ptcode.widgets.traits import Choice, Number, Switch


@dataclass(frozen=True)
class Chain:
    """Links from the inside out, each in the name of what goes in, and how they are shown.

    ``window`` is what all the lines show, ``places`` is where x may go, ``start`` a state (x, dx)
    worth beginning with.
    """

    label: str
    formulas: tuple[sympy.Expr, ...]
    window: tuple[float, float]
    places: tuple[float, float]
    start: tuple[float, float]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the values, from x to y."""
        return ("x", *"uvw"[: len(self.formulas) - 1], "y")

    @property
    def functions(self) -> list[Function]:
        """The links to compute with, from the inside out."""
        inner = [sympy.Symbol(name, real=True) for name in self.names[:-1]]
        return [Function(f, (name,)) for f, name in zip(self.formulas, inner, strict=True)]

    @property
    def slopes(self) -> list[Function]:
        """The local derivatives of the links, each in the name of what goes in."""
        return [Function(differentiate(f), f.variables) for f in self.functions]

    def links(self) -> list[dict[str, Any]]:
        """Each link with its formula and local derivative as trees in the name of what goes in."""
        return [
            {
                "name": name,
                "inner": inner,
                "formula": to_tree(formula, as_written=True),
                "local": slope.tree,
            }
            for name, inner, formula, slope in zip(
                self.names[1:], self.names, self.formulas, self.slopes, strict=False
            )
        ]


_SIN_U = sympy.sin(u)
# In the order in which they are read, which SymPy would change.
_LINE = sympy.Add(2 * x, 1, evaluate=False)
_BELOW = sympy.Add(1, sympy.exp(u), evaluate=False)
CHAINS = {
    "sin-of-square": Chain("sin(x²)", (x**2, _SIN_U), (-2.1, 4.2), (-2, 2), (1.5, 0.25)),
    "sin-of-cos": Chain("sin(cos x)", (sympy.cos(x), _SIN_U), (-3.2, 3.2), (-3.1, 3.1), (1.0, 0.5)),
    "log-of-sin": Chain(
        "ln(sin x)", (sympy.sin(x), sympy.log(u)), (-2.6, 3.3), (0.1, 3.05), (2.2, 0.4)
    ),
    "decay": Chain("e^(−x)", (-x, sympy.exp(u)), (-2.7, 4.6), (-1.5, 2.5), (0.5, 0.5)),
    "cube-of-line": Chain("(2x + 1)³", (_LINE, u**3), (-2.2, 3.5), (-1.1, 0.25), (-0.1, 0.2)),
    "logistic": Chain("1/(1 + e^(−x))", (-x, _BELOW, 1 / v), (-2.6, 4.6), (-1.2, 2.5), (0.5, 0.8)),
    "bell": Chain("e^(−x²)", (x**2, -u, sympy.exp(v)), (-4.2, 4.2), (-2, 2), (0.8, 0.3)),
}


@dataclass(frozen=True)
class Nudge:
    """A nudge on its way along a chain.

    ``values`` are x, u, …, y; ``nudges`` are Δx, Δu, …, Δy; ``ratios`` each nudge over the one
    before, ``limits`` the local derivatives they tend to; ``ratio`` is Δy/Δx and ``limit`` the
    product of the local derivatives. A ratio over a nudge of 0 is nan.
    """

    values: tuple[float, ...]
    nudges: tuple[float, ...]
    ratios: tuple[float, ...]
    limits: tuple[float, ...]
    ratio: float
    limit: float


class NumberLines(LiveFigure):
    """Number lines for x, u = g(x), y = f(u), and a nudge Δx, ``dx``, that becomes Δu and Δy.

    ``chain`` is one of the chains of two or three links by name (``sin-of-square``, ``decay``,
    ``logistic``, …), ``x`` where the nudge starts, ``zoom`` puts the lines under a microscope.
    ``nudge`` is the result for the present state.

    >>> lines = NumberLines(x=1.5, dx=0.25)
    >>> lines
    NumberLines: sin(x²), x = 1.5, Δx = 0.25 → Δy/Δx = −0.8604 · 3.25 = −2.796, limit −1.885
    >>> [round(limit, 4) for limit in lines.nudge.limits]
    [3.0, -0.6282]
    """

    kind = "numberlines"
    title = "A nudge on number lines"
    subject = ("chain",)
    offers = ("chain", "zoom", "x", "dx")
    chain = Choice("sin-of-square", CHAINS)
    x = Number(1.5)
    dx = Number(0.25)
    zoom = Switch(False)

    default_caption = (
        "A nudge Δx on the line of x becomes Δu on the line of u, and so on down to y. All lines "
        "have the same scale, under the microscope too, so you see the stretching. Drag the "
        "ring to move x and the small ring to change Δx. A ribbon that crosses itself turns the "
        "nudge round. The diamonds mark where the nudge would end if every link stretched by "
        "exactly its local derivative."
    )

    def __init__(
        self,
        chain: str = "sin-of-square",
        x: float | None = None,
        dx: float | None = None,
        **options: Any,
    ) -> None:
        start = CHAINS[known_name(chain, "chain", CHAINS)].start
        x, dx = start[0] if x is None else x, start[1] if dx is None else dx
        super().__init__(chain=chain, x=x, dx=dx, **options)
        self.data = {"chains": [_constants(key, chain) for key, chain in CHAINS.items()]}

    @property
    def nudge(self) -> Nudge:
        """What becomes of dx in the present state."""
        functions, slopes = CHAINS[self.chain].functions, CHAINS[self.chain].slopes
        values, moved = _run(functions, self.x), _run(functions, self.x + self.dx)
        nudges = (self.dx, *(b - a for a, b in zip(values[1:], moved[1:], strict=True)))
        limits = tuple(
            float(slope(before)) if math.isfinite(after) else math.nan
            for slope, (before, after) in zip(slopes, pairwise(values), strict=True)
        )
        ratios = tuple(_over(b, a) for a, b in pairwise(nudges))
        total = _over(nudges[-1], self.dx)
        return Nudge(values, nudges, ratios, limits, total, math.prod(limits))

    def _pictured(self) -> tuple[Any, ...]:
        chain = CHAINS[self.chain]
        return _labels(chain), self.nudge.values, self.nudge.nudges, chain.window

    def __repr__(self) -> str:
        nudge = self.nudge
        factors = " · ".join(_factor(ratio, i) for i, ratio in enumerate(nudge.ratios[::-1]))
        product = f"{factors} = " if all(map(math.isfinite, nudge.ratios)) else ""
        return (
            f"NumberLines: {CHAINS[self.chain].label}, x = {short(self.x)}, Δx = {short(self.dx)} "
            f"→ Δy/Δx = {product}{short(nudge.ratio)}, limit {short(nudge.limit)}"
        )


def _run(functions: list[Function], start: float) -> tuple[float, ...]:
    values = [start]
    for function in functions:
        values.append(float(function(values[-1])))
    return tuple(values)


def _over(above: float, below: float) -> float:
    return above / below if below else math.nan


def _factor(ratio: float, i: int) -> str:
    return f"({short(ratio)})" if i and ratio < 0 else short(ratio)


def _labels(chain: Chain) -> list[str]:
    """What stands at each line: x, u = x², y = sin u."""
    return ["x", *(f"{link['name']} = {write(link['formula'])}" for link in chain.links())]


def _constants(key: str, chain: Chain) -> dict[str, Any]:
    """What the browser is told of a chain."""
    return {
        "key": key,
        "label": chain.label,
        "labels": _labels(chain),
        "links": chain.links(),
        "window": list(chain.window),
        "places": list(chain.places),
        "start": dict(zip(("x", "dx"), chain.start, strict=True)),
    }
