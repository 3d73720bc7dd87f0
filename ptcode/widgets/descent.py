"""The descent explorer: gradient descent on a curve, moved by the learning rate and the start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import sympy
import traitlets

from ptcode.core.formatting import plain, short, subscript
from ptcode.descent.descent import Path, Regime, constant_curvature, gradient_descent
from ptcode.functions.catalogue import COSTS
from ptcode.functions.function import Function
from ptcode.widgets.base import fields
from ptcode.widgets.own_function import FunctionName, OwnFunction
from ptcode.widgets.traits import Number, Switch, Whole

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


VIEWS = {
    "square": View((-3.3, 3.3), (-0.8, 10), (-3, 3), 1.25, 0.1, 2.0),
    "two-valleys": View((-2.4, 2.4), (-4.6, 9), (-2, 2), 0.3, 0.05, 1.9),
    "plateau": View((-5, 5), (-0.1, 1.15), (-4.5, 4.5), 2.0, 0.3, 2.5),
    "absolute": View((-3.3, 3.3), (-0.3, 3.5), (-3, 3), 1.25, 0.3, 2.0),
}


class DescentExplorer(OwnFunction[View]):
    """Gradient descent θ := θ − α·J′(θ) on a cost J, with sliders for α and θ₀.

    ``cost`` is the name of a cost of the book (``square``, ``two-valleys``, ``plateau``,
    ``absolute``), a Function, or a SymPy expression in one symbol. ``alpha`` ≥ 0 is the learning
    rate, ``theta0`` the start, ``half`` gives the cost a factor ½, ``k`` is how many of the 20
    steps are drawn, ``log`` puts the cost curve on a logarithmic axis. ``path`` and ``regime``
    are the result for the present state; both can be observed through the traits they depend on.

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
    chosen, variables = "cost", 1
    cost = FunctionName("square")
    alpha = Number(0.9, minimum=0.0)
    theta0 = Number(2.0)
    half = Switch(False)
    k = Whole(STEPS, maximum=STEPS)
    log = Switch(False)

    default_caption = (
        "Gradient descent on J(θ). Drag the ring or move θ₀ to choose the start; move α to "
        "choose the length of the steps. The dashed line is the slope at the ball, the arrow "
        "on the floor the step it orders."
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

    def _pictured(self) -> tuple[Any, ...]:
        path, view = self.path, self._view
        return self.function, path, min(self.k, len(path)), view.x, view.y

    def __repr__(self) -> str:
        path = self.path
        last = min(self.k, len(path))
        factor = "½·" if self.half else ""
        return (
            f"DescentExplorer: J = {factor}{plain(super().function.expression)}, "
            f"α = {short(self.alpha)}, θ₀ = {short(self.theta0)} → {path.regime}, "
            f"θ{subscript(last)} = {short(path.positions[last])}"
        )

    @traitlets.validate("cost", "theta0")
    def _validate_start(self, proposal: traitlets.Bunch) -> Any:
        return self._require_start(proposal, "theta0")


def _view_of(function: Function) -> View:
    """A window on a function that we know nothing about: θ from −3 to 3, and what it reaches."""
    sample = function(np.linspace(-3, 3, 241))
    sample = sample[np.isfinite(sample)]
    if not sample.size:
        raise ValueError(f"{function} has no finite value between θ = −3 and θ = 3")
    low, high = float(sample.min()), float(sample.max())
    room = 0.08 * (high - low) or 1.0
    return View((-3.3, 3.3), (low - room, high + room), (-3, 3), 1.25, 0.1, 2.0)


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
