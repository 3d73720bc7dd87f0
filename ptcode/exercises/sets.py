"""A set of exercises to hand out, as a text that fits a link: ``slope-of-square:3,one-step:0``.

Each entry is an exercise's slug and the seed of its numbers; without a seed it is 0. The browser
reads a link more kindly (js/src/figures/practice/set/list.js): it leaves out what it does not
know, and says so.
"""

from __future__ import annotations

import re

from ptcode.exercises.bank import find
from ptcode.exercises.kinds import Exercise

MOST_EXERCISES = 40
LARGEST_SEED = 9999
_SEED = re.compile(r"[0-9]+")


def read_set(text: str) -> list[tuple[Exercise, int]]:
    """The exercises of a set with their seeds, in order; a ValueError says what is no entry.

    >>> [(exercise.slug, seed) for exercise, seed in read_set("slope-of-square:3, one-step")]
    [('slope-of-square', 3), ('one-step', 0)]
    """
    entries = [entry for part in text.split(",") if (entry := part.strip())]
    if len(entries) > MOST_EXERCISES:
        raise ValueError(f"a set has at most {MOST_EXERCISES} exercises, got {len(entries)}")
    found = [_entry(*map(str.strip, entry.partition(":"))) for entry in entries]
    for i, (exercise, seed) in enumerate(found):
        if (exercise, seed) in found[:i]:
            raise ValueError(f"{exercise.slug}:{seed} stands twice: give one of them another seed")
    return found


def _entry(slug: str, colon: str, seed: str) -> tuple[Exercise, int]:
    if colon and not (_SEED.fullmatch(seed) and int(seed) <= LARGEST_SEED):
        raise ValueError(
            f"the seed of {slug} must be a whole number from 0 to {LARGEST_SEED}, got {seed!r}: "
            "write slug:seed, with commas between the entries"
        )
    return find(slug), int(seed or 0)
