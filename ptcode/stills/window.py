"""What a picture of level lines needs to know: ranges and heights."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeAlias

Range: TypeAlias = tuple[float, float]


class Window(Protocol):
    """The part of a plane that is shown, and the heights of its level lines."""

    @property
    def x(self) -> Range:
        """The range across."""

    @property
    def y(self) -> Range:
        """The range up."""

    @property
    def levels(self) -> Sequence[float]:
        """Where the cost has a level line."""
