"""The two modes: the same small graph swept forward from an input or in reverse from an output."""

from __future__ import annotations

from typing import Any

from ptcode.autodiff.graph.modes import Computation
from ptcode.autodiff.graph.nodes import label
from ptcode.core.formatting import short
from ptcode.widgets.base import LiveFigure
from ptcode.widgets.modes_graphs import examples, starts
from ptcode.widgets.traits import Choice, Whole

MARKS = {"forward": "\u0307", "reverse": "\u0304"}
"""What stands over the name of a node: the dot of a tangent, the bar of an adjoint."""


class TwoModes(LiveFigure):
    """Forward mode against reverse mode on one graph, a node a step.

    ``graph`` is "inputs" (three inputs, one output) or "outputs" (one input, three outputs).
    ``mode`` "forward" seeds an input and gives every node its tangent v̇, the derivative of the
    node by that input; "reverse" seeds an output and gives every node its adjoint v̄, the
    derivative of that output by the node. ``seed`` is the input or output; a name that the mode
    cannot start at stands for the first. ``step`` counts nodes. ``found`` holds the whole
    sweep by name, ``sweeps`` how many of each mode give all the derivatives.

    >>> figure = TwoModes(step=3)
    >>> figure
    TwoModes: reverse from y, step 3 of 6; the sweep: x̄₁ = −4.145, x̄₂ = −1.036, x̄₃ = 0.8415
    >>> figure.sweeps, figure.multiplications
    ({'forward': 3, 'reverse': 1}, 7)
    """

    kind = "modes"
    title = "Forward mode and reverse mode"
    offers = ("graph", "mode", "seed", "play")
    graph = Choice("inputs", lambda _: examples())
    mode = Choice("reverse", MARKS)
    seed = Choice("y", lambda _: starts())
    step = Whole(0)

    default_caption = (
        "One graph, two ways through it. Choose a mode and where it starts, then step: in forward "
        "mode every node gets its tangent from the nodes above it, in reverse mode its adjoint "
        "from the nodes below it, each time a sum of local derivatives times what is known "
        "already. The numbers beside the arrows are the local derivatives."
    )

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.data = {"graphs": [one.told(key) for key, one in examples().items()]}

    @property
    def computation(self) -> Computation:
        """The graph that is shown, with its values and local derivatives."""
        return examples()[self.graph].computation

    @property
    def seeded(self) -> str:
        """The input or output that the sweep starts at."""
        return self.seed if self.seed in self._starts else self._starts[0]

    @property
    def found(self) -> dict[str, float]:
        """The tangents, or adjoints, of all nodes by name, when the sweep is complete."""
        shown = self.computation
        sweep = shown.tangents if self.mode == "forward" else shown.adjoints
        return {node.key: one for node, one in zip(shown.nodes, sweep(self.seeded), strict=True)}

    @property
    def sweeps(self) -> dict[str, int]:
        """How many sweeps of each mode give the derivative of every output by every input."""
        return {"forward": len(self.computation.inputs), "reverse": len(self.computation.outputs)}

    @property
    def multiplications(self) -> int:
        """How many multiplications a sweep takes, in either mode."""
        return self.computation.multiplications

    @property
    def _starts(self) -> list[str]:
        return self.computation.inputs if self.mode == "forward" else self.computation.outputs

    @property
    def _order(self) -> list[str]:
        """The nodes in the order of the sweep, after those it starts from."""
        keys = [node.key for node in self.computation.nodes if node.key not in self._starts]
        return keys if self.mode == "forward" else keys[::-1]

    def _pictured(self) -> tuple[Any, ...]:
        done = [*self._starts, *self._order[: self.step]]
        known = {key: number for key, number in self.found.items() if key in done}
        return self.computation, examples()[self.graph].places, self.mode, known

    def __repr__(self) -> str:
        ends = self.computation.outputs if self.mode == "forward" else self.computation.inputs
        found = ", ".join(f"{_marked(k, self.mode)} = {short(self.found[k])}" for k in ends)
        steps = len(self._order)
        return (
            f"TwoModes: {self.mode} from {label(self.seeded)}, "
            f"step {min(self.step, steps)} of {steps}; the sweep: {found}"
        )


def _marked(key: str, mode: str) -> str:
    """The name of a tangent or adjoint: x₁ becomes x̄₁."""
    shown = label(key)
    return shown[0] + MARKS[mode] + shown[1:]
