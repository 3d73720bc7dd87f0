"""The descent explorer: gradient descent on a curve, moved by the learning rate and the start."""

from __future__ import annotations

import math
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import numpy as np
import sympy
import traitlets

from ptcode.core.formatting import plain, short, subscript
from ptcode.descent.descent import Path, Regime, constant_curvature, gradient_descent
from ptcode.functions.catalogue import COSTS
from ptcode.functions.function import Function, theta
from ptcode.widgets.base import fields
from ptcode.widgets.curves import Range, extent
from ptcode.widgets.own_expression import Expression
from ptcode.widgets.own_function import TYPED, WINDOWS, FunctionName, TypedFunction
from ptcode.widgets.traits import Number, Switch, Whole, can_start

STEPS = 20


@dataclass(frozen=True)
class View:
    """How a cost is shown: its window, where a start may lie, the range of α, a state to begin."""

    x: tuple[float, float]
    y: tuple[float, float]
    starts: tuple[float, float]
    fastest: float
    alpha: float
    theta0: float
    step: float = 0.01
    """How finely α is set."""


VIEWS = {
    "square": View((-3.3, 3.3), (-0.8, 10), (-3, 3), 1.25, 0.1, 2.0),
    "two-valleys": View((-2.4, 2.4), (-4.6, 9), (-2, 2), 0.3, 0.05, 1.9),
    "plateau": View((-5, 5), (-0.1, 1.15), (-4.5, 4.5), 2.0, 0.3, 2.5),
    "absolute": View((-3.3, 3.3), (-0.3, 3.5), (-3, 3), 1.25, 0.3, 2.0),
}


class DescentExplorer(TypedFunction[View]):
    """Gradient descent θ := θ − α·J′(θ) on a cost J, with sliders for α and θ₀.

    ``cost`` is the name of a cost of the book (``square``, ``two-valleys``, ``plateau``,
    ``absolute``), a Function, or a SymPy expression in one symbol; a reader may type one, too:
    ``cost`` is then "typed", and ``expression`` its text. ``alpha`` ≥ 0 is the learning rate,
    ``theta0`` the start, ``half`` gives the cost a factor ½, ``k`` is how many of the 20 steps are
    drawn, ``log`` puts the cost curve on a logarithmic axis. ``path`` and ``regime`` are the result
    for the present state; both can be observed through the traits they depend on.

    >>> explorer = DescentExplorer(alpha=0.1, theta0=2)
    >>> explorer
    DescentExplorer: J = θ², α = 0.1, θ₀ = 2 → converges from one side, θ₂₀ = 0.02306
    >>> explorer.alpha = 1.05
    >>> explorer.regime.value
    'diverges'
    """

    kind = "descent"
    title = "Gradient descent"
    subject = ("cost",)
    offers = ("cost", "half", "alpha", "regime", "theta0", "k", "play", "log")
    chosen = "cost"
    cost = FunctionName("square")
    expression = Expression(theta**2 + sympy.sin(3 * theta), ("theta",))
    alpha = Number(0.9, minimum=0.0)
    theta0 = Number(2.0)
    half = Switch(False)
    k = Whole(STEPS, maximum=STEPS)
    log = Switch(False)

    default_caption = (
        "Gradient descent on J(θ). Drag the ring or move θ₀ to choose the start; move α to "
        "choose the length of the steps. Each long arrow leads from one place on the curve to the "
        "next; the step itself is only its part along the axis. The dashed line has the slope at "
        "the ball, the short arrow below it is the next step, −α · slope. A small plot, where "
        "there is one, shows the cost after each step."
    )

    def __init__(
        self,
        cost: str | Function | sympy.Expr = "square",
        alpha: float | None = None,
        theta0: float | None = None,
        **options: Any,
    ) -> None:
        name = self._offer(cost, COSTS, VIEWS, _view_of)
        super().__init__(cost=name, **self._begin(name, alpha=alpha, theta0=theta0), **options)
        self.data = {"steps": STEPS, "costs": self._told(_constants)}

    @property
    def function(self) -> Function:
        """The cost that is descended, with its factor ½ if ``half`` is set."""
        whole = super().function
        if not self.half:
            return whole
        return Function(whole.expression / 2, whole.variables, name=f"half {whole.name}")

    @property
    def path(self) -> Path:
        """The first 20 steps of gradient descent in the present state."""
        return gradient_descent(self.function, self.theta0, self.alpha, STEPS)

    @property
    def regime(self) -> Regime:
        """What gradient descent does in the long run in the present state."""
        return self.path.regime

    def _view_of_typed(self, function: Function) -> View:
        return _typed_view(function)

    def _pictured(self) -> tuple[Any, ...] | None:
        if self._is_unread or not can_start(self.function, self.theta0):
            return None
        path, view = self.path, self._view
        return self.function, path, min(self.k, len(path)), view.x, view.y

    def __repr__(self) -> str:
        if self._is_unread:
            return f"DescentExplorer: {self.expression!r} cannot be read"
        factor = "½·" if self.half else ""
        begin = (
            f"DescentExplorer: J = {factor}{plain(super().function.expression)}, "
            f"α = {short(self.alpha)}, θ₀ = {short(self.theta0)} →"
        )
        if not can_start(self.function, self.theta0):
            return f"{begin} cannot start there"
        path = self.path
        last = min(self.k, len(path))
        return f"{begin} {path.regime}, θ{subscript(last)} = {short(path.positions[last])}"

    @traitlets.validate("cost", "theta0")
    def _validate_start(self, proposal: traitlets.Bunch) -> Any:
        state = {self.chosen: self.cost, proposal["trait"].name: proposal["value"]}
        if state[self.chosen] == TYPED:  # the figure says where it cannot start
            return proposal["value"]
        return self._require_start(proposal, "theta0")


def _view_of(function: Function, window: Range = WINDOWS[0]) -> View:
    """A window on a function that we know nothing about, the values there, a rate to begin with.

    On a quadratic cost of curvature λ the rates reach past 2/λ, where descent diverges.
    """
    low, high = window
    places = np.linspace(low, high, 481)
    values = function(places)
    usable = np.isfinite(values) & np.isfinite(function.derivative(places))
    y = extent(values)
    if y is None or not usable.any():
        raise ValueError(f"{function} has no value and slope between θ = {low:g} and θ = {high:g}")
    fastest, alpha, step = _rates(constant_curvature(function))
    starts = places[usable]
    start = 2.0 if can_start(function, 2.0) else round(float(starts[2 * len(starts) // 3]), 2)
    return View((1.1 * low, 1.1 * high), y, window, fastest, alpha, start, step)


def _rates(curvature: float | None) -> tuple[float, float, float]:
    """The largest α that is offered, one to begin with, and how finely it is set."""
    if curvature is None or curvature <= 0:
        return 1.25, 0.1, 0.01
    step = min(0.01, 10.0 ** math.floor(math.log10(0.05 / curvature)))
    return 2.5 / curvature, round(0.2 / curvature / step) * step, step


def _typed_view(function: Function) -> View:
    """A view of what a reader typed; a ValueError says that there is nothing to see."""
    for window in WINDOWS[:-1]:
        with suppress(ValueError):
            return _view_of(function, window)
    return _view_of(function, WINDOWS[-1])


def _constants(key: str, function: Function, view: View) -> dict[str, Any]:
    """What the browser is told of a cost: trees, curvature, window."""
    sample = function(np.linspace(*view.x, 2001))
    return {
        "key": key,
        "label": plain(function.expression),
        "variable": str(function.variables[0]),
        "tree": function.tree,
        "derivative": function.derivative.tree,
        "curvature": constant_curvature(function),
        "lowest": _lowest(function, float(np.nanmin(sample))),
        **fields(view),
    }


def _lowest(function: Function, sampled: float) -> float:
    """The least value: at a stationary point where SymPy finds one, else the least one sampled."""
    (variable,) = function.variables
    if not function.expression.is_polynomial(variable):
        return 0.0 if abs(sampled) < 1e-6 else sampled
    roots = sympy.real_roots(sympy.Poly(function.derivative.expression, variable) or 1)
    return min([float(function(float(root))) for root in roots] or [sampled])
