"""A program with another line in it: its text, and the function that the text defines."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import cache

Lines = tuple[str, ...]


@cache
def lines_of(program: Callable) -> Lines:
    """A program of ``programs`` as it is printed, line by line."""
    return tuple(inspect.getsource(program).splitlines())


def place_of(program: Callable, line: str) -> int:
    """Where a line stands, written without its indentation; it must stand there once."""
    places = [i for i, text in enumerate(lines_of(program)) if text.strip() == line]
    if len(places) != 1:
        raise ValueError(f"{line!r} stands {len(places)} times in {program.__name__}: want once")
    return places[0]


def changed(program: Callable, line: str, instead: str) -> Lines:
    """The lines of a program, one of them replaced.

    >>> from ptcode.mistakes.bug_lab.programs import one_unit
    >>> changed(one_unit, "b_bar = z_bar", "b_bar = z_bar * b")[-2]
    '    b_bar = z_bar * b'
    """
    lines = list(lines_of(program))
    at = place_of(program, line)
    lines[at] = lines[at].replace(line, instead)
    return tuple(lines)


def run(program: Callable, lines: Lines) -> Callable:
    """The function that changed lines of a program define; they are this package's own text."""
    namespace = dict(program.__globals__)
    exec("\n".join(lines), namespace)
    return namespace[program.__name__]
