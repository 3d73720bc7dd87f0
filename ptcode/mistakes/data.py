"""What judging needs in the browser, as plain JSON; tools/generate.py writes it."""

from __future__ import annotations

from typing import Any

from ptcode.functions.catalogue import local_derivatives
from ptcode.mistakes.mistakes import MISTAKES
from ptcode.mistakes.slips import SLIPS
from ptcode.mistakes.templates import ACTIVATIONS


def judging() -> dict[str, Any]:
    """The local derivatives, and the table of mistakes and slips, by name.

    Templates of a network stay here: the browser gets their numbers with an exercise.
    """
    names = ("title", "tempts", "exposed", "slip", "chain", "paths")
    return {
        "derivatives": local_derivatives(),
        "activations": list(ACTIVATIONS),
        "mistakes": {
            mistake.name: {name: getattr(mistake, name) for name in names}
            for mistake in (*MISTAKES, *SLIPS)
        },
    }
