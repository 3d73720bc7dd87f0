"""A network drawn as units and arrows: the row of W that makes a unit, the column that returns."""

from __future__ import annotations

from typing import Any

import traitlets

from ptcode.core.formatting import short
from ptcode.functions.catalogue import half_squared_error, sigmoid
from ptcode.networks.layers import Network
from ptcode.networks.units import Pass, Preset, passes, presets
from ptcode.widgets.base import LiveFigure
from ptcode.widgets.traits import Choice, Number

DIRECTIONS = ("forwards", "backwards")
RANGES = {"x": [-3.0, 3.0], "y": [0.0, 1.0]}


def units_of(network: Network) -> list[str]:
    """The names of a network's units, layer by layer: "1.2" is unit 2 of layer 1."""
    sizes = network.sizes[1:]
    return [f"{layer}.{i + 1}" for layer, n in enumerate(sizes, 1) for i in range(n)]


UNITS = sorted({unit for preset in presets().values() for unit in units_of(preset.network)})


class UnitDiagram(LiveFigure):
    """A network of sigmoid units; one unit, and what its row or its column of weights does.

    ``network`` is ``seeded`` (2-2-2-1, weights drawn at random), ``small`` (2-2-2-1, with biases)
    or ``running-example`` (1-1-1). ``unit`` is the unit looked at, "1.2" for unit 2 of layer 1; in
    a network without it, the nearest one. ``direction`` is ``forwards`` (its row of W, and the sum
    z) or ``backwards`` (its column of the next W, and the sum ā). ``x1``, ``x2`` go in, ``y`` is
    the target; the cost is J = ½(ŷ − y)². ``passes`` holds z, a and their adjoints, layer by layer,
    and ``reading`` those of the unit.

    >>> UnitDiagram("running-example", unit="1.1")
    UnitDiagram: 1-1-1, the running example, unit 1.1, forwards → z = 1.2, a = 0.7685
    >>> UnitDiagram("running-example", unit="1.1", direction="backwards")
    UnitDiagram: 1-1-1, the running example, unit 1.1, backwards → ā = 0.1748, z̄ = 0.03109
    """

    kind = "units"
    title = "Network of units"
    offers = ("network", "unit", "direction", "x1", "x2", "y")
    network = Choice("seeded", presets())
    unit = Choice("1.2", UNITS)
    direction = Choice("forwards", DIRECTIONS)
    x1 = Number(1.5)
    x2 = Number(-0.5)
    y = Number(1.0)

    default_caption = (
        "Point at a unit, or choose one. Forwards, the arrows into it are the numbers of its row "
        "of W; backwards, the arrows out of it are those of its column of the next W. An arrow is "
        "as thick as its weight is large, and dashed where that is negative. The number above a "
        "unit is its activation a, backwards the adjoint of its weighted input."
    )

    def __init__(self, network: str = "seeded", **options: Any) -> None:
        super().__init__(network=network, **options)
        self.data = constants() | {"start": self.state()}

    @traitlets.observe("network", "unit")
    def _fit(self, _: object) -> None:
        """Keep to the units that there are."""
        sizes = self.preset.network.sizes[1:]
        layer, i = map(int, self.unit.split("."))
        layer = min(layer, len(sizes))
        self.unit = f"{layer}.{min(i, sizes[layer - 1])}"

    @property
    def preset(self) -> Preset:
        """The network that is shown, with its name."""
        return presets()[self.network]

    @property
    def passes(self) -> list[Pass]:
        """z, a, z̄ and ā of every unit, layer by layer."""
        network = self.preset.network
        return passes(network, [self.x1, self.x2][: network.sizes[0]], self.y)

    @property
    def reading(self) -> dict[str, float]:
        """z, a, z_bar and a_bar of the unit that is looked at."""
        layer, i = (int(part) - 1 for part in self.unit.split("."))
        return {name: float(column[i]) for name, column in vars(self.passes[layer]).items()}

    def _pictured(self) -> tuple[Any, ...]:
        return self.preset.network, self.passes, self.unit, self.direction, (self.x1, self.x2)

    def __repr__(self) -> str:
        found = {name: short(value) for name, value in self.reading.items()}
        result = f"z = {found['z']}, a = {found['a']}"
        if self.direction == "backwards":
            result = f"ā = {found['a_bar']}, z̄ = {found['z_bar']}"
        return f"UnitDiagram: {self.preset.label}, unit {self.unit}, {self.direction} → {result}"


def constants() -> dict[str, Any]:
    """What the browser is told: the networks, σ with its slope, and the cost with its slope."""
    error = half_squared_error
    return {
        "networks": [
            {
                "key": key,
                "label": preset.label,
                "biased": preset.biased,
                "weights": [array.tolist() for array in preset.network.parameters[::2]],
                "biases": [array.ravel().tolist() for array in preset.network.parameters[1::2]],
            }
            for key, preset in presets().items()
        ],
        "units": UNITS,
        "sigmoid": {"tree": sigmoid.tree, "slope": sigmoid.derivative.tree},
        "loss": {"tree": error.tree, "partial": error.partials[0].tree},
        "ranges": RANGES,
    }
