"""The exercises of the book, chapter by chapter: each module has ``EXERCISES``, by slug."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from ptcode.exercises.kinds import Exercise


@cache
def bank() -> dict[str, Exercise]:
    """All exercises by slug, in the order of the chapters."""
    found: dict[str, Exercise] = {}
    for module in sorted(info.name for info in iter_modules(__path__)):
        if not module.startswith("chapter_"):
            continue
        for slug, exercise in import_module(f"{__name__}.{module}").EXERCISES.items():
            if slug in found or slug != exercise.slug:
                raise ValueError(f"{slug} in {module} is taken, or is not its exercise's slug")
            found[slug] = exercise
    return found


def find(slug: str) -> Exercise:
    """The exercise of that slug; a ValueError names those with a similar one."""
    if slug not in bank():
        near = get_close_matches(slug, bank(), n=3, cutoff=0.3)
        hint = f": did you mean {', '.join(near)}?" if near else ""
        raise ValueError(f"there is no exercise {slug!r}{hint}")
    return bank()[slug]
