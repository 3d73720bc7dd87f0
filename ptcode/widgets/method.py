"""One optimiser at a time: its path on a cost, and what it makes each step of."""

from __future__ import annotations

from typing import Any

import sympy
import traitlets

from ptcode.core.formatting import pair, plain, short
from ptcode.core.names import known_name
from ptcode.core.types import Array
from ptcode.descent.memory import Step, dissect, rule_with
from ptcode.descent.optimisers import FORMER_NAMES, NAMES
from ptcode.descent.tracks import Track, descend
from ptcode.functions.catalogue import SURFACES
from ptcode.functions.function import Function
from ptcode.widgets.own_function import FunctionName, OwnFunction
from ptcode.widgets.race_views import LANES, Lanes, lane_constants, lanes_of
from ptcode.widgets.traits import Choice, Number, Whole, require_start

STEPS = 100
FIRST = "narrow-valley"
CONSTANTS = {"gd": "", "momentum": "β", "nesterov": "β", "rmsprop": "ρ", "adam": "β₁"}
"""What the share of its memory that a rule keeps is called; gd has no memory."""


class OneOptimiser(OwnFunction[Lanes]):
    """The path of one optimiser on a cost, and what its last step is made of.

    ``optimiser`` is ``gd``, ``momentum``, ``nesterov``, ``rmsprop`` or ``adam``; ``alpha`` its
    learning rate, by default one that suits it there; ``beta`` its own constant, if it has one: β,
    ρ of RMSProp, β₁ of Adam. ``k`` of 100 steps are taken, down a ``surface`` as in
    ``OptimiserRace``, from the start it has there. ``step`` is the last step, taken apart.

    >>> figure = OneOptimiser("momentum", k=2)
    >>> figure
    OneOptimiser: momentum on J = θ₁² + 10θ₂², α = 0.02, β = 0.9, step 2: gradient (−4.8, 18) → θ \
moves by (0.186, −0.9)
    >>> figure.step.memory[0].round(6).tolist()
    [-9.3, 45.0]
    """

    kind = "method"
    title = "One optimiser and its memory"
    subject = ("surface", "optimiser")
    offers = ("optimiser", "surface", "alpha", "beta", "k", "play")
    chosen, variables = "surface", 2
    optimiser = Choice(
        "momentum", NAMES, former=FORMER_NAMES, brings={"alpha": LANES[FIRST].alphas}
    )
    surface = FunctionName(FIRST)
    alpha = Number(LANES[FIRST].alphas["momentum"], minimum=0.0)
    beta = Number(0.9, minimum=0.0, below=1.0, why="it is the share that is kept")
    k = Whole(6, maximum=STEPS)

    default_caption = (
        "The path of one optimiser, from the ring, and its last step, enlarged, each axis with a "
        "scale of its own: what the memory of earlier gradients gives to it (dotted), then what "
        "the gradient gives (dashed), and their sum, the step. The open dot is where the gradient "
        "was asked for. Bars: the step size that each parameter gets."
    )

    def __init__(
        self,
        optimiser: str = "momentum",
        surface: str | Function | sympy.Expr = FIRST,
        alpha: float | None = None,
        **options: Any,
    ) -> None:
        surface = self._offer(surface, SURFACES, LANES, lanes_of)
        name = FORMER_NAMES.get(optimiser, optimiser)
        suited = self._views[surface].alphas[known_name(name, "optimiser", NAMES)]
        alpha = suited if alpha is None else alpha
        super().__init__(surface=surface, optimiser=name, alpha=alpha, **options)
        surfaces = self._told(lane_constants)
        self.data = {"steps": STEPS, "constants": CONSTANTS, "surfaces": surfaces}

    @property
    def track(self) -> Track:
        """All 100 steps, or as many as stay finite."""
        rule = rule_with(self.optimiser, self.alpha, self.beta)
        start = self._view.theta1, self._view.theta2
        return descend(self.function, start, rule, STEPS, strict=False)

    @property
    def step(self) -> Step | None:
        """The last step that is shown, taken apart; None before the first."""
        made = dissect(self.function, self.track)[: self.k]
        return made[-1] if made else None

    def _pictured(self) -> tuple[Any, ...]:
        return self.function, self.track.positions[: self.k + 1], self.step, self._view.view

    def __repr__(self) -> str:
        symbol = CONSTANTS[self.optimiser]
        constant = f", {symbol} = {short(self.beta)}" if symbol else ""
        begin = (
            f"OneOptimiser: {NAMES[self.optimiser]} on J = {plain(self.function.expression)}, "
            f"α = {short(self.alpha)}{constant}, step {min(self.k, len(self.track))}"
        )
        if (step := self.step) is None:
            return f"{begin}: at {pair((self._view.theta1, self._view.theta2))}"
        return f"{begin}: gradient {_told(step.gradient)} → θ moves by {_told(step.move)}"

    @traitlets.validate("surface")
    def _validate_surface(self, proposal: traitlets.Bunch) -> str:
        view = self._views[proposal["value"]]
        require_start(self._functions[proposal["value"]], theta1=view.theta1, theta2=view.theta2)
        return str(proposal["value"])


def _told(both: Array) -> str:
    """Two numbers in brackets, 0 for what is a residue of rounding beside the other."""
    size = abs(both).max()
    return pair([0.0 if abs(entry) < 1e-9 * size else float(entry) for entry in both])
