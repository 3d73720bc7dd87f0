"""Forward and reverse mode on one graph: tangents from an input on, adjoints from an output back.

The twin of js/src/figures/modes/sweep.js.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from ptcode.autodiff.backward import Variable, latest_first
from ptcode.autodiff.graph.nodes import Node
from ptcode.autodiff.graph.run import Run
from ptcode.autodiff.graph.tracing import traced_graph


@dataclass(frozen=True)
class Computation:
    """What was computed: its nodes in order, and the numbers that a sweep needs of each.

    ``values`` has one for each node, ``local_derivatives`` one for each of its arguments.

    >>> x = Variable(3.0, name="x")
    >>> computation = Computation.traced({"u": x * x, "y": x + x})
    >>> computation.tangents("x"), computation.adjoints("u")
    ([1.0, 6.0, 2.0], [6.0, 1.0, 0.0])
    """

    nodes: tuple[Node, ...]
    values: tuple[float, ...]
    local_derivatives: tuple[tuple[float, ...], ...]

    @classmethod
    def traced(
        cls, outputs: Mapping[str, Variable], between: Mapping[str, Variable] | None = None
    ) -> Self:
        """The computation of some single numbers by name; ``between`` names others on the way.

        The engine traces what one number is made of: the outputs are added up for it, and the
        nodes of that sum left out.
        """
        first, *others = outputs.values()
        total = sum(others, start=first)
        graph = traced_graph(total, {**(between or {}), **outputs})
        starts = {v.name: float(v.value) for v in latest_first(total) if v.operation is None}
        run, count = Run(graph, starts), len(graph.nodes) - len(others)
        nodes = graph.nodes[:count]
        slopes = (
            tuple(run.edges[place, i].local_derivative for i in range(len(node.arguments)))
            for place, node in enumerate(nodes)
        )
        return cls(nodes, tuple(run.values[:count]), tuple(slopes))

    @property
    def inputs(self) -> list[str]:
        """What is made from nothing: where a forward sweep can start."""
        return [node.key for node in self.nodes if not node.arguments]

    @property
    def outputs(self) -> list[str]:
        """What nothing is made from: where a reverse sweep can start."""
        used = {argument for node in self.nodes for argument in node.arguments}
        return [node.key for place, node in enumerate(self.nodes) if place not in used]

    @property
    def multiplications(self) -> int:
        """What a sweep takes in either mode: one for each edge."""
        return sum(map(len, self.local_derivatives))

    def tangents(self, seed: str) -> list[float]:
        """Forward mode: the derivative of every node by one input, in the order of computing."""
        found = self._seeded(seed, self.inputs)
        for place, (node, slopes) in enumerate(self._made):
            for argument, slope in zip(node.arguments, slopes, strict=True):
                found[place] += slope * found[argument]
        return found

    def adjoints(self, seed: str) -> list[float]:
        """Reverse mode: the derivative of one output by every node, those made last first."""
        found = self._seeded(seed, self.outputs)
        for place, (node, slopes) in reversed(list(enumerate(self._made))):
            for argument, slope in zip(node.arguments, slopes, strict=True):
                found[argument] += slope * found[place]
        return found

    @property
    def _made(self) -> list[tuple[Node, Sequence[float]]]:
        return list(zip(self.nodes, self.local_derivatives, strict=True))

    def _seeded(self, seed: str, starts: Sequence[str]) -> list[float]:
        if seed not in starts:
            raise ValueError(f"a sweep of this mode starts at {' or '.join(starts)}, not {seed!r}")
        return [float(node.key == seed) for node in self.nodes]
