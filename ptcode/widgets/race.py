"""The optimiser race: several update rules from one start, each given the same gradient."""

from __future__ import annotations

from typing import Any

import sympy
import traitlets

from ptcode.core.formatting import pair, plain, short
from ptcode.descent.optimisers import NAMES, rule_named
from ptcode.descent.races import Outcome, critical_learning_rate, gradient_noise, outcome
from ptcode.descent.tracks import Track, descend
from ptcode.functions.catalogue import SURFACES
from ptcode.functions.function import Function
from ptcode.widgets.own_function import FunctionName, OwnFunction
from ptcode.widgets.race_views import (
    LANES,
    LINE,
    Lanes,
    curvatures,
    lane_constants,
    lanes_of,
    lowest,
)
from ptcode.widgets.traits import Number, Switch, Whole, Words

STEPS = 200
LAST_SEED = 99


class OptimiserRace(OwnFunction[Lanes]):
    """Gradient descent, momentum, Nesterov, RMSProp and Adam on one cost from one start.

    ``surface`` is a surface of the book (``narrow-valley``, ``tilted-valley``, ``bowl``,
    ``saddle``, ``rosenbrock``, ``himmelblau``), a Function of two variables or a SymPy expression
    in two symbols. ``racers`` says who runs, as words in one string. ``gd``, ``momentum``,
    ``nesterov``, ``rmsprop`` and ``adam`` are their learning rates, ``beta`` the β of momentum and
    Nesterov. ``noise`` is the standard deviation of what is added to every gradient, the same
    numbers for all, decided by ``seed``. ``k`` of the 200 steps are shown.

    >>> OptimiserRace("narrow-valley", racers="gd momentum", k=40)
    OptimiserRace: J = θ₁² + 10θ₂² from (−2.5, 1.5), 40 steps → gradient descent 1.194·10⁻⁶, \
momentum 0.003127
    >>> OptimiserRace(gd=0.11).outcomes["gd"].kind
    'diverges'
    """

    kind = "race"
    title = "Race of optimisers"
    subject = ("surface",)
    offers = (
        "surface",
        "play",
        "k",
        "gd",
        "momentum",
        "nesterov",
        "rmsprop",
        "adam",
        "beta",
        "noise",
        "seed",
        "theta1",
        "theta2",
        "log",
    )
    chosen, variables = "surface", 2
    surface = FunctionName("narrow-valley")
    theta1 = Number(-2.5)
    theta2 = Number(1.5)
    racers = Words("gd momentum adam", NAMES)
    gd = Number(0.09, minimum=0.0)
    momentum = Number(0.02, minimum=0.0)
    nesterov = Number(0.05, minimum=0.0)
    rmsprop = Number(0.1, minimum=0.0)
    adam = Number(0.2, minimum=0.0)
    beta = Number(0.9, minimum=0.0, below=1.0, why="it is the share that is kept")
    noise = Number(0.0, minimum=0.0)
    seed = Whole(1)
    k = Whole(40, maximum=STEPS)
    log = Switch(True)

    default_caption = (
        "A race down one cost from one start (drag the ring). At each place every racer would "
        "be given the same gradient; what differs is the step made of it. Each has its own "
        "learning rate, dash and marker. Beside it, the cost against the step: the dotted line "
        "is the finish. Hatched: learning rates that must diverge on this cost."
    )

    def __init__(
        self,
        surface: str | Function | sympy.Expr = "narrow-valley",
        theta1: float | None = None,
        theta2: float | None = None,
        **options: Any,
    ) -> None:
        name = self._offer(surface, SURFACES, LANES, lanes_of)
        start = self._begin(name, theta1=theta1, theta2=theta2)
        super().__init__(surface=name, **self._views[name].alphas | start | options)
        self.data = {
            "steps": STEPS,
            "line": LINE,
            "lastSeed": LAST_SEED,
            "names": NAMES,
            "surfaces": self._told(lane_constants),
        }

    @property
    def running(self) -> list[str]:
        """Who runs, in the order of the lanes."""
        return [name for name in NAMES if name in self.racers.split()]

    @property
    def tracks(self) -> dict[str, Track]:
        """The first 200 steps of everybody who runs, by name."""
        shakes = gradient_noise(STEPS, self.noise, self.seed)
        start = self.theta1, self.theta2
        rules = {name: rule_named(name, getattr(self, name), self.beta) for name in self.running}
        return {
            name: descend(self.function, start, rule, STEPS, noise=shakes, strict=False)
            for name, rule in rules.items()
        }

    @property
    def limits(self) -> dict[str, float | None]:
        """Above which learning rate each must diverge: on a quadratic cost, where theory says."""
        found = curvatures(self.function)
        return {
            name: critical_learning_rate(name, found[-1], self.beta) if found else None
            for name in NAMES
        }

    @property
    def outcomes(self) -> dict[str, Outcome]:
        """What has become of everybody after all 200 steps, by name."""
        view = self._view.view
        floor, limits = lowest(self.function, view), self.limits
        line = None if floor is None else floor + LINE
        window = view.x[1] - view.x[0]
        return {
            name: outcome(track, line, window, limits[name], self.noise > 0)
            for name, track in self.tracks.items()
        }

    @property
    def standing(self) -> list[tuple[str, float]]:
        """Name and cost after k steps, the lowest cost first; who has diverged by then is out."""
        tracks = self.tracks
        costs = [(name, float(t.values[self.k])) for name, t in tracks.items() if self.k <= len(t)]
        return sorted(costs, key=lambda pair: pair[1])

    def _pictured(self) -> tuple[Any, ...]:
        view = self._view.view
        floor = lowest(self.function, view)
        return self.function, self.tracks, self.k, view, floor, self.log

    def __repr__(self) -> str:
        where = pair((self.theta1, self.theta2))
        noise = f", noise {short(self.noise)}" if self.noise else ""
        start = f"OptimiserRace: J = {plain(self.function.expression)} from {where}"
        costs = [f"{NAMES[name]} {short(cost)}" for name, cost in self.standing]
        out = [f"{NAMES[name]} out" for name, t in self.tracks.items() if self.k > len(t)]
        result = ", ".join(costs + out) or "nobody runs"
        return f"{start}, {self.k} steps{noise} → {result}"

    @traitlets.validate("surface", "theta1", "theta2")
    def _validate_start(self, proposal: traitlets.Bunch) -> Any:
        return self._require_start(proposal, "theta1", "theta2")
