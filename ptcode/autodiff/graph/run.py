"""A graph at certain inputs: values forwards, adjoints backwards, and the same measured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ptcode.autodiff.backward import Variable, adjoints
from ptcode.autodiff.checks import central_difference
from ptcode.autodiff.graph.nodes import Graph
from ptcode.core.formatting import short
from ptcode.core.types import Value

DIGITS = 6


@dataclass(frozen=True)
class Edge:
    """From the node ``to`` the adjoint goes back to ``start``: the local derivative, the share."""

    local_derivative: float
    share: float


@dataclass(frozen=True)
class Run:
    """What a graph computes at certain ``inputs``, given by name.

    ``values`` and ``adjoints`` are lists in the order of the nodes, ``edges`` maps (place of the
    node, position of the argument) to what goes back there.
    """

    graph: Graph
    inputs: Mapping[str, float]

    @cached_property
    def _variables(self) -> list[Variable]:
        return self._computed({})

    def _computed(self, fixed: Mapping[int, float]) -> list[Variable]:
        """Every node computed anew; a fixed one is what it is, whatever it is made from."""
        made: list[Variable] = []
        with np.errstate(all="ignore"):
            for place, node in enumerate(self.graph.nodes):
                if place in fixed:
                    made.append(Variable(fixed[place]))
                elif node.function is None:
                    made.append(Variable(self.inputs[node.key]))
                else:
                    operands = [made[o] if isinstance(o, int) else o for o in node.operands]
                    made.append(node.function(*operands))
        return made

    @cached_property
    def values(self) -> list[float]:
        """The forward pass."""
        return [float(variable.value) for variable in self._variables]

    @cached_property
    def adjoints(self) -> list[float]:
        """The backward pass, by ``ptcode.autodiff.backward``; nan where the result has no value."""
        if not np.isfinite(self.values[-1]):
            return [np.nan] * len(self.values)
        with np.errstate(all="ignore"):
            found = adjoints(self._variables[-1], self._variables)
        return [float(found[variable]) for variable in self._variables]

    @cached_property
    def edges(self) -> dict[tuple[int, int], Edge]:
        """Local derivative and share of the adjoint for every edge."""
        found = {}
        with np.errstate(all="ignore"):
            for place, variable in enumerate(self._variables):
                for position, (_, pull) in enumerate(variable.links):
                    if not np.isfinite(self.values[place]):
                        found[place, position] = Edge(np.nan, np.nan)
                        continue
                    local = pull(np.float64(1.0), variable.value, *variable.values)
                    share = pull(self.adjoints[place], variable.value, *variable.values)
                    found[place, position] = Edge(float(local), float(share))
        return found

    def measured(self, place: int) -> float:
        """What a small nudge of one node does to the result: the central difference."""
        value = self.values[place]
        if not np.isfinite(value):
            return np.nan

        def result(nudged: float) -> Value:
            return self._computed({place: float(nudged)})[-1].value

        with np.errstate(all="ignore"):
            return float(central_difference(result, value))


def shown(value: float) -> str:
    """A value with six digits, but not more than six decimals unless it is tiny.

    >>> shown(0.0466377523), shown(12), shown(0.0000123456789)
    ('0.046638', '12', '1.23457·10⁻⁵')
    """
    return short(round(value, DIGITS) if 1e-3 <= abs(value) < 1 else value, DIGITS)
