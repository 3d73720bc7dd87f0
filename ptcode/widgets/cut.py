"""The cut surface: a partial derivative is the slope of the curve that a plane cuts out of it."""

from __future__ import annotations

from typing import Any

import sympy

from ptcode.core.formatting import pair, plain, short
from ptcode.functions.catalogue import SURFACES
from ptcode.functions.function import Function
from ptcode.stills.relief import HEIGHT, STRIDE, TILT, Relief
from ptcode.widgets.base import fields
from ptcode.widgets.own_function import FunctionName, OwnFunction
from ptcode.widgets.surface_views import NAMES, VIEWS, View, view_of
from ptcode.widgets.traits import Choice, Number

SHOWN = {"both": (0, 1), "first": (0,), "second": (1,)}
"""Which cuts are shown: 0 along θ₁, 1 along θ₂."""
STEPS = (-1.0, -0.5, -0.1, -0.01, 0.0, 0.01, 0.1, 0.5, 1.0)
"""How far from the point the table looks along each cut."""
OFFERED = ("narrow-valley", "bowl", "product", "saddle", "himmelblau")


class CutSurface(OwnFunction[View]):
    """A surface J(θ₁, θ₂), cut along both axes through a point: the slopes are the partials.

    ``surface`` is the name of a surface of the book (``bowl``, ``narrow-valley``, ``product``,
    ``saddle``, ``himmelblau``), a Function of two variables, or a SymPy expression in two symbols.
    ``theta1`` and ``theta2`` are the point, ``turn`` from 10 to 80 is by how many degrees the
    surface is turned, ``cuts`` says which cuts are shown: ``first``, along θ₁, ``second``, along
    θ₂, or ``both``.

    >>> cut = CutSurface("narrow-valley", theta1=1, theta2=0.5)
    >>> cut
    CutSurface: J = θ₁² + 10θ₂² at (1, 0.5) → J = 3.5, slope 2 along θ₁, 10 along θ₂
    >>> cut.gradient
    (2.0, 10.0)
    """

    kind = "cut"
    title = "A surface cut along its axes"
    subject = ("surface",)
    offers = ("surface", "cuts", "theta1", "theta2", "turn")
    chosen, variables = "surface", 2
    surface = FunctionName("narrow-valley")
    theta1 = Number(2.0)
    theta2 = Number(0.5)
    turn = Number(35.0, 10.0, maximum=80.0)
    cuts = Choice("both", SHOWN)

    default_caption = (
        "A surface over two parameters, cut by two upright planes through the point: along each "
        "cut only one parameter changes, and the other is held. The dashed lines touch the two "
        "curves; their slopes against the floor are the partial derivatives. On the map, "
        "where lines join places of equal height, drag the ring."
    )

    def __init__(
        self,
        surface: str | Function | sympy.Expr = "narrow-valley",
        theta1: float | None = None,
        theta2: float | None = None,
        **options: Any,
    ) -> None:
        views = {name: VIEWS[name] for name in OFFERED}
        name = self._offer(surface, SURFACES, views, view_of)
        start = self._begin(name, theta1=theta1, theta2=theta2)
        super().__init__(surface=name, **start, **options)
        self.data = {
            "start": self.state(),
            "turns": [self.traits()["turn"].minimum, self.traits()["turn"].maximum],
            "eye": {"tilt": TILT, "height": HEIGHT, "stride": STRIDE},
            "steps": list(STEPS),
            "surfaces": self._told(constants),
        }

    @property
    def value(self) -> float:
        """The height of the surface over the point."""
        return float(self.function(self.theta1, self.theta2))

    @property
    def gradient(self) -> tuple[float, float]:
        """The slopes of the two cuts at the point: the partial derivatives there."""
        first, second = (float(d(self.theta1, self.theta2)) for d in self.function.partials)
        return first, second

    @property
    def nearby(self) -> list[tuple[float, float, float, float, float]]:
        """Along each cut, near the point: the step, then height and tangent, first and second."""
        value, (first, second) = self.value, self.gradient
        return [
            (
                step,
                float(self.function(self.theta1 + step, self.theta2)),
                value + first * step,
                float(self.function(self.theta1, self.theta2 + step)),
                value + second * step,
            )
            for step in STEPS
        ]

    def _pictured(self) -> tuple[Any, ...]:
        relief = Relief(self.function, self._view, self.turn)
        return relief, (self.theta1, self.theta2), self.gradient, SHOWN[self.cuts]

    def __repr__(self) -> str:
        where = f"{plain(self.function.expression)} at {pair((self.theta1, self.theta2))}"
        slopes = (f"{short(self.gradient[i])} along θ{'₁₂'[i]}" for i in SHOWN[self.cuts])
        return f"CutSurface: J = {where} → J = {short(self.value)}, slope {', '.join(slopes)}"


def constants(key: str, function: Function, view: View) -> dict[str, Any]:
    """What the browser is told of a surface: trees, window, heights of its level lines."""
    told = fields(view)
    return {name: told[name] for name in ("x", "y", "z", "levels", "theta1", "theta2")} | {
        "key": key,
        "name": NAMES.get(key, ""),
        "label": plain(function.expression),
        "variables": [str(variable) for variable in function.variables],
        "tree": function.tree,
        "partials": [partial.tree for partial in function.partials],
    }
