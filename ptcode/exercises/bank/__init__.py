"""The exercises of the book: a module or package for each topic has ``EXERCISES``."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from importlib import import_module

from ptcode.core.topics import TOPICS
from ptcode.exercises.kinds import Exercise


@cache
def bank() -> dict[str, Exercise]:
    """All exercises by slug, in the order of the topics."""
    found: dict[str, Exercise] = {}
    for topic in TOPICS:
        for exercise in import_module(f"{__name__}.{topic.replace('-', '_')}").EXERCISES:
            if exercise.slug in found or exercise.topic != topic:
                raise ValueError(f"{exercise.slug} of {topic} is taken, or is of another topic")
            found[exercise.slug] = exercise
    return found


def find(slug: str) -> Exercise:
    """The exercise of that slug; a ValueError names those with a similar one."""
    if slug not in bank():
        near = get_close_matches(slug, bank(), n=3, cutoff=0.3)
        hint = f": did you mean {', '.join(near)}?" if near else ""
        raise ValueError(f"there is no exercise {slug!r}{hint}")
    return bank()[slug]
