"""A plain layered layout of a graph: every node above all that is made from it."""

from __future__ import annotations

from collections.abc import Sequence

Place = tuple[float, int]
"""Column and row; rows are counted from the top, and what is in one row is at least 1 apart."""


def layered(
    arguments: Sequence[Sequence[int]],
) -> tuple[list[Place], dict[tuple[int, int], list[Place]]]:
    """The place of each node, and the places that an edge (node, position) bends at on its way up.

    ``arguments`` are the nodes each is made from, all before it; the last node is the result and
    stands at the bottom. Each stands as low as it can. An edge that passes rows takes up a place
    in each, so that no node is in its way.

    >>> layered([[], [0], [0, 1]])
    ([(0.0, 0), (-0.5, 1), (0.0, 2)], {(1, 0): [], (2, 0): [(0.5, 1)], (2, 1): []})
    """
    height = [0] * len(arguments)
    for place in reversed(range(len(arguments))):
        for argument in arguments[place]:
            height[argument] = max(height[argument], height[place] + 1)
    users: list[list[int]] = [[] for _ in arguments]
    bends: dict[tuple[int, int], list[int]] = {}
    for place, made in enumerate(arguments):
        for position, argument in enumerate(made):
            below, chain = place, []
            for level in range(height[place] + 1, height[argument]):
                users.append([below])
                height.append(level)
                below = len(users) - 1
                chain.append(below)
            users[argument].append(below)
            bends[place, position] = chain
    columns = _columns(height, users)
    places = [(columns[i], max(height) - height[i]) for i in range(len(height))]
    routes = {edge: [places[bend] for bend in chain] for edge, chain in bends.items()}
    return places[: len(arguments)], routes


def _columns(height: Sequence[int], users: Sequence[Sequence[int]]) -> list[float]:
    """Row by row from the bottom, each near the middle of what is made from it, 1 apart."""
    columns = [0.0] * len(height)
    for level in range(1, max(height) + 1):
        row = [place for place, h in enumerate(height) if h == level]
        wanted = {p: sum(columns[user] for user in users[p]) / len(users[p]) for p in row}
        row.sort(key=wanted.__getitem__)
        for before, place in zip([None, *row], row, strict=False):
            columns[place] = max(wanted[place], columns[before] + 1 if before is not None else -9e9)
        shift = sum(wanted[place] - columns[place] for place in row) / len(row)
        for place in row:
            columns[place] += shift
    return columns
