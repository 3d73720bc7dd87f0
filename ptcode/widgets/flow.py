"""The gradient flow: how large the adjoint still is, layer by layer, beside what theory expects."""

from __future__ import annotations

from typing import Any

from ptcode.core.formatting import short
from ptcode.networks import flow
from ptcode.networks.flow import Flow, Setting
from ptcode.widgets.base import LiveFigure
from ptcode.widgets.traits import Choice, Number, Whole

LABELS = {"sigmoid": "sigmoid σ", "tanh": "tanh", "relu": "ReLU", "linear": "linear: σ(z) = z"}
STARTS = {
    "equal": "one weight c on every link, no others",
    "normal": "normal: τ = c",
    "xavier": "Xavier: τ = c · √(1/n)",
    "he": "He: τ = c · √(2/n)",
}
REGIME = 1000.0
"""Beyond this factor, from the output to the input, an adjoint explodes; below its inverse it
vanishes."""


class GradientFlow(LiveFigure):
    """The size of the adjoint ā_l in every layer of a random network, from output to input.

    ``depth`` links (1 to 50) join layers of ``width`` units (1 to 32). ``activation`` is sigmoid,
    tanh, relu or linear. ``initialisation`` is how the weights are drawn: ``normal`` with standard
    deviation ``scale``, ``xavier`` or ``he`` times ``scale``, or ``equal``: W = scale·I, so that
    every unit is a chain of its own. ``seed`` decides the random numbers. ``flow`` and ``theory``
    hold the sizes layer by layer, ``arrives`` is what is left at the input, ``regime`` its name.

    >>> GradientFlow(depth=50, width=1, activation="linear", initialisation="equal", scale=0.5)
    GradientFlow: 50 links, linear, equal, scale 0.5 → vanishing: 8.882·10⁻¹⁶ arrives, 0.5 a link
    """

    kind = "flow"
    title = "Gradient flow"
    offers = ("activation", "initialisation", "depth", "scale", "width", "seed")
    depth = Whole(30, *flow.DEPTHS)
    width = Whole(16, *flow.WIDTHS)
    activation = Choice("sigmoid", flow.ACTIVATIONS)
    initialisation = Choice("xavier", flow.VARIANCES)
    scale = Number(1.0, above=0.0, maximum=flow.LARGEST)
    seed = Whole(1, *flow.SEEDS)

    default_caption = (
        "The size (root mean square) of the adjoint ā in every layer of a random network, on a "
        "logarithmic axis. Read it from right to left: it starts with size 1 at the "
        "output and is multiplied link by link; the dotted lines are at 1000 and 0.001. Below, one "
        "reason: the slopes σ′(z) that it is multiplied by. Dashed is what theory expects."
    )

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.data = _constants()

    @property
    def setting(self) -> Setting:
        """The state as a network to be drawn."""
        return Setting(**{name: getattr(self, name) for name in Setting.__annotations__})

    @property
    def flow(self) -> Flow:
        """The sizes of values, slopes and adjoints, measured."""
        return flow.measure(self.setting)

    @property
    def theory(self) -> Flow:
        """The same, predicted without drawing a weight."""
        return flow.predict(self.setting)

    @property
    def arrives(self) -> float:
        """The size of the adjoint at the input; at the output it is 1."""
        return float(self.flow.adjoints[0])

    @property
    def regime(self) -> str:
        """``vanishing`` (below 1/1000 arrives), ``exploding`` (above 1000) or ``steady``."""
        if self.arrives < 1 / REGIME:
            return "vanishing"
        return "exploding" if self.arrives > REGIME else "steady"

    def _pictured(self) -> tuple[Any, ...]:
        return self.flow, self.theory

    def __repr__(self) -> str:
        measured = self.flow
        width = "" if self.initialisation == "equal" else f"of width {self.width}, "
        return (
            f"GradientFlow: {self.depth} link{'s' * (self.depth != 1)}, {width}{self.activation}, "
            f"{self.initialisation}, scale {short(self.scale)} → {self.regime}: "
            f"{short(self.arrives)} arrives, {short(measured.factor, 3)} a link"
        )


def _constants() -> dict[str, Any]:
    """What the browser is told: trees, slopes, and the standard deviations for scale 1."""
    low, most = flow.WIDTHS
    shown = {name: flow.functions_of(name) for name in flow.ACTIVATIONS}
    deviations = {
        name: [Setting(width=n, initialisation=name).deviation for n in range(low, most + 1)]
        for name in flow.VARIANCES
    }
    return {
        "most": most,
        "depths": list(flow.DEPTHS),
        "widths": list(flow.WIDTHS),
        "scales": [0.05, 3.0],
        "largest": flow.LARGEST,
        "regime": REGIME,
        "labels": {"activation": LABELS, "initialisation": STARTS},
        "activations": {
            name: {"value": value.tree, "slope": slope.tree, "steepest": flow.steepest(name)}
            for name, (value, slope) in shown.items()
        },
        "deviations": deviations,
    }
