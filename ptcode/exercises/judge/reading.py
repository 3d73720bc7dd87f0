"""A typed answer to a tree, or the verdict on what cannot be read or is not finished.

The twin of js/src/judge/reading.js.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ptcode.exercises.judge.words import Verdict, say, verdict
from ptcode.functions.parser import ParseError, parse
from ptcode.functions.tree import Tree
from ptcode.functions.typed.vocabulary import pretty

STRANGERS = "uvwxyzstabcfghpqrnkm"
"""Letters that a reader may have left in an answer."""
MOST_STRANGERS = 2
_PRIMES = frozenset("'’′∂")
_NAMED = re.compile(r" *(?:[A-Za-z] *['’′]? *(?:\([A-Za-z]\))?|[d∂][A-Za-z]?/[d∂][A-Za-z]) *=")
"""What may stand before an answer: y′ =, f′(x) =, dy/dx =."""


@dataclass(frozen=True)
class Reading:
    """The ``tree`` of an answer, in which ``strangers`` may stand; or the ``verdict`` on it."""

    tree: Tree | None = None
    strangers: tuple[str, ...] = ()
    verdict: Verdict | None = None


def read(text: str, variables: tuple[str, ...]) -> Reading:
    """What a reader typed, in some variables.

    >>> read("y' = cos(u)·2x", ("x",)).strangers
    ('u',)
    """
    named = _NAMED.match(text)
    start = named.end() if named else 0
    try:
        return Reading(parse(text[start:], variables))
    except ParseError as error:
        return _second(text, start, variables, error)


def _second(text, start, variables, error) -> Reading:
    """Read again with more letters: an answer in u is not nonsense, it is not finished."""
    if error.code == "empty":
        return Reading(verdict=verdict("unreadable", say("empty"), position=start, length=0))
    extra = tuple(letter for letter in STRANGERS if letter not in variables)
    again, tree = error, None
    try:
        tree = parse(text[start:], (*variables, *extra))
    except ParseError as other:
        again = other
    if tree is not None:
        found = tuple(letter for letter in extra if _holds(tree, letter))
        if len(found) <= MOST_STRANGERS:
            return Reading(tree, found)
    place = {"position": start + error.position, "length": error.length}
    dashed = [each for each in (again, error) if _asks_for_derivative(each, text[start:])]
    if dashed:
        told = dashed[0]
        place = {"position": start + told.position, "length": told.length}
        return Reading(verdict=verdict("unfinished", say("unfinished"), told.message, **place))
    return Reading(verdict=verdict("unreadable", say("unreadable"), error.message, **place))


def _asks_for_derivative(error, text):
    """Is it a dash, a ∂ or a d/dx that cannot be read?"""
    return error.code == "derivative" or text[error.position : error.position + 1] in _PRIMES


def _holds(tree, name):
    if isinstance(tree, list):
        return any(_holds(part, name) for part in tree[1:])
    return tree == name


def letters(names) -> str:
    """Names as a sentence shows them."""
    return ", ".join(map(pretty, names))
