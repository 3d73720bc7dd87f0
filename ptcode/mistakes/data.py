"""What judging needs in the browser, as plain JSON; tools/generate.py writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from ptcode.functions.catalogue import local_derivatives
from ptcode.mistakes.limits import limits
from ptcode.mistakes.mistakes import MISTAKES, Mistake
from ptcode.mistakes.slips import SLIPS
from ptcode.mistakes.templates import ACTIVATIONS
from ptcode.mistakes.words import FULL, NUMBER, STAGES, WORDS, spoken

Spoken = dict[str, list[dict[str, Any]]]
"""By mistake the words for it, but those of the table."""


def judging() -> dict[str, Any]:
    """Where lines are drawn, the local derivatives, and the table of mistakes and slips, by name.

    Templates of a network stay here: the browser gets their numbers with an exercise. So do the
    words of earlier stages: an exercise brings those of its own.
    """
    return {
        "limits": limits(),
        "derivatives": local_derivatives(),
        "activations": list(ACTIVATIONS),
        "mistakes": {mistake.name: _entry(mistake) for mistake in (*MISTAKES, *SLIPS)},
    }


def stages() -> dict[str, Spoken]:
    """By stage, the words that differ from those of the last one; only tools read them all."""
    return {stage: stage_words(stage) for stage in STAGES}


def stage_words(stage: str, of_numbers: bool | None = None) -> Spoken:
    """The words of a stage, for the mistakes that are told otherwise at the last one.

    ``of_numbers`` leaves out those that are never spoken of a number, or spoken of numbers only.
    """
    speaks: Callable[[tuple[str, ...]], bool] = {
        None: lambda of: True,
        True: lambda of: not of or NUMBER in of,
        False: lambda of: of != (NUMBER,),
    }[of_numbers]
    differing = (name for name in WORDS if spoken(name, stage) != spoken(name, FULL))
    return {
        name: [_plain(asdict(each)) for each in spoken(name, stage) if speaks(each.of)]
        for name in differing
    }


def _entry(mistake: Mistake) -> dict[str, Any]:
    """What the browser knows of a mistake; what is empty is left out."""
    names = ("title", "tempts", "exposed", "chain", "paths", "links", "besides")
    own = {name: getattr(mistake, name) for name in names}
    words = [_plain(asdict(each)) for each in spoken(mistake.name, FULL)]
    return {"slip": mistake.slip, **_plain(own | {"words": words})}


def _plain(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value and name != "stages"}
