"""What the browser's descent is told: the names of the regimes, and the numbers that decide."""

from __future__ import annotations

from typing import Any

from ptcode.descent import descent, races, surfaces


def descending() -> dict[str, Any]:
    """Regimes by key with their words; the constants of paths, races and surfaces."""
    return {
        "regimes": {regime.name.lower(): regime.value for regime in descent.Regime},
        "path": {"horizon": descent.HORIZON, "tolerance": descent.TOLERANCE, "far": descent.FAR},
        "race": {
            "tail": races.TAIL,
            "still": races.STILL,
            "rests": races.RESTS,
            "far": races.FAR,
        },
        "surface": {"reached": surfaces.REACHED},
    }
