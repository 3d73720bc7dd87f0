"""The order of the steps: every node forwards, the turn, every edge backwards."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from ptcode.autodiff.graph.nodes import Graph


class Kind(StrEnum):
    """What a step does."""

    FORWARD = "forward"
    TURN = "turn"
    BACKWARD = "backward"


@dataclass(frozen=True)
class Step:
    """A node is computed, or the adjoint of the node ``place`` goes back to an argument.

    ``share`` of ``shares`` counts what arrives at that argument.
    """

    kind: Kind
    place: int
    position: int = 0
    share: int = 1
    shares: int = 1


def steps(graph: Graph) -> list[Step]:
    """All steps in order. Users come before the used, so an adjoint is passed on when complete."""
    nodes = graph.nodes
    last = len(nodes) - 1
    forwards = [Step(Kind.FORWARD, i) for i, node in enumerate(nodes) if node.function]
    pairs = [
        (place, position, argument)
        for place in range(last, -1, -1)
        for position, argument in enumerate(nodes[place].arguments)
        if not nodes[argument].given
    ]
    shares = Counter(argument for *_, argument in pairs)
    arrived: Counter[int] = Counter()
    backwards = []
    for place, position, argument in pairs:
        arrived[argument] += 1
        counted = arrived[argument], shares[argument]
        backwards.append(Step(Kind.BACKWARD, place, position, *counted))
    return [*forwards, Step(Kind.TURN, last), *backwards]
