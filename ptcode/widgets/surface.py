"""The surface explorer: a cost of two parameters, its two slices, its gradient, descent on it."""

from __future__ import annotations

from typing import Any

import sympy
import traitlets

from ptcode.core.formatting import pair, plain, short
from ptcode.descent.optimisers import GradientDescent
from ptcode.descent.surfaces import minima, missed_by, reached, total_derivative
from ptcode.descent.tracks import Track, descend
from ptcode.functions.catalogue import SURFACES, theta_1
from ptcode.functions.function import Function
from ptcode.widgets.own_function import FunctionName, OwnFunction
from ptcode.widgets.surface_views import VIEWS, View, constants, view_of
from ptcode.widgets.traits import Number, Switch, Whole

STEPS = 40
DESCENT = ("alpha", "k", "play")
"""The controls of descent: a place that shows none of them asks for no step."""
FOLLOW = Function(theta_1**2, (theta_1,), name="follow")
"""The curve on which θ₂ follows θ₁."""


class SurfaceExplorer(OwnFunction[View]):
    """A cost J(θ₁, θ₂) as level lines, with its two slices, its gradient and gradient descent.

    ``surface`` is the name of a surface of the book (``bowl``, ``narrow-valley``, ``product``,
    ``saddle``, ``rosenbrock``, ``himmelblau``), a Function of two variables, or a SymPy expression
    in two symbols. ``theta1`` and ``theta2`` are where you stand and where descent starts,
    ``alpha`` ≥ 0 is the learning rate, ``k`` how many of the 40 steps are taken. With ``follow``
    the parameter θ₂ is no longer free: it follows θ₁ as θ₂ = θ₁².

    >>> explorer = SurfaceExplorer("narrow-valley", theta1=2, theta2=0.5)
    >>> explorer.value, explorer.gradient, round(explorer.missed_by, 2)
    (6.5, (4.0, 10.0), 54.16)
    >>> SurfaceExplorer("product", theta1=1.5, follow=True)
    SurfaceExplorer: J = θ₁·θ₂ with θ₂ = θ₁² at (1.5, 2.25) → J = 3.375, partial 2.25, total 6.75
    """

    kind = "surface"
    title = "Map of a function of two variables"
    subject = ("surface",)
    offers = ("surface", "follow", "theta1", "theta2", "alpha", "k", "play")
    chosen, variables = "surface", 2
    surface = FunctionName("narrow-valley")
    theta1 = Number(2.0)
    theta2 = Number(0.5)
    alpha = Number(0.09, minimum=0.0)
    k = Whole(0, maximum=STEPS)
    follow = Switch(False)

    default_caption = (
        "A cost of two parameters. On the map each line joins places of equal cost; drag the "
        "ring, where you start. The solid arrow is the gradient (longer where it is steeper, not "
        "to scale), at right angles to the line you stand on; dashed is the steepest way down, "
        "dotted the way to the nearest minimum, if there is one. The ball is where you are now, "
        "and the small pictures are the two cuts through it."
    )

    def __init__(
        self,
        surface: str | Function | sympy.Expr = "narrow-valley",
        theta1: float | None = None,
        theta2: float | None = None,
        alpha: float | None = None,
        **options: Any,
    ) -> None:
        name = self._offer(surface, SURFACES, VIEWS, view_of)
        start = self._begin(name, theta1=theta1, theta2=theta2, alpha=alpha)
        super().__init__(surface=name, **start, **options)
        self.data = {
            "steps": STEPS,
            "follow": {
                "tree": FOLLOW.tree,
                "derivative": FOLLOW.derivative.tree,
                "variable": str(theta_1),
            },
            "surfaces": self._told(constants),
        }

    @property
    def path(self) -> Track:
        """The first 40 steps of gradient descent from (θ₁, θ₂)."""
        start = self.theta1, self.theta2
        return descend(self.function, start, GradientDescent(self.alpha), STEPS, strict=False)

    @property
    def point(self) -> tuple[float, float]:
        """Where you stand: the start, or where ``k`` steps have led."""
        path = self.path
        first, second = path.positions[0 if self.follow else min(self.k, len(path))].tolist()
        return first, second

    @property
    def value(self) -> float:
        """The cost where you stand."""
        return float(self.function(*self.point))

    @property
    def gradient(self) -> tuple[float, float]:
        """The two partial derivatives where you stand."""
        first, second = (float(partial(*self.point)) for partial in self.function.partials)
        return first, second

    @property
    def total(self) -> float:
        """dJ/dθ₁ when θ₂ follows θ₁: the sum of partial times rate over both parameters."""
        return total_derivative(self.function, self.point[0], FOLLOW)

    @property
    def missed_by(self) -> float | None:
        """The angle in degrees between −∇J and the way to the nearest minimum, None without one."""
        return missed_by(self.point, self.gradient, self._minima())

    def _pictured(self) -> tuple[Any, ...]:
        view = self._view
        follow = FOLLOW if self.follow else None
        k = 0 if self.follow else min(self.k, len(self.path))
        descends = k > 0 or self.controls is None or any(c in self.controls for c in DESCENT)
        return self.function, self.path, k, view, self._minima(), follow, descends

    def __repr__(self) -> str:
        formula = plain(self.function.expression) + (" with θ₂ = θ₁²" if self.follow else "")
        moved = self.k and not self.follow
        steps = f" after {self.k} steps with α = {short(self.alpha)}" if moved else ""
        where = f"{formula} at {pair(self.point)}{steps}"
        start = f"SurfaceExplorer: J = {where} → J = {short(self.value)}"
        if self.follow:
            return f"{start}, partial {short(self.gradient[0])}, total {short(self.total)}"
        low, high = self._view.x
        if (minimum := reached(self.point, self._minima(), high - low)) is not None:
            return f"{start}, at the minimum {pair(minimum)}"
        missed = self.missed_by
        angle = "" if missed is None else f", misses the minimum by {short(missed)}°"
        return f"{start}, ∇J = {pair(self.gradient)}{angle}"

    def _minima(self) -> tuple[tuple[float, float], ...]:
        return minima(self.function, self._view.x, self._view.y)

    @traitlets.observe("theta1", "theta2", "follow")
    def _follow(self, _change: traitlets.Bunch) -> None:
        if self.follow:
            self.theta2 = float(FOLLOW(self.theta1))
