"""Texts with numbers in them: ``number(2 * p)`` stands for the value of a formula.

A text crosses to the browser with the formula as somebody would type it, ⟨2p⟩, and js/src/judge
reads it there. Python does not: it remembers which formula it wrote.
"""

from __future__ import annotations

import re

from ptcode.core.formatting import short
from ptcode.exercises.formulas import Formula, Numbers, value_of
from ptcode.functions.writing import write

_PLACE = re.compile("⟨([^⟩]*)⟩")
_WRITTEN: dict[str, Formula] = {}


def number(formula: Formula) -> str:
    """The place in a text where the value of a formula is to stand.

    >>> from ptcode.exercises.symbols import p
    >>> filled(f"At x = {number(p)} the slope is {number(2 * p)}.", {"p": 3})
    'At x = 3 the slope is 6.'
    """
    written = write(formula)
    _WRITTEN[written] = formula
    return f"⟨{written}⟩"


def filled(text: str, known: Numbers, digits: int = 4) -> str:
    """``text`` with the value of every formula in the numbers ``known``."""
    return _PLACE.sub(lambda found: short(value_of(_formula(found[1]), known), digits), text)


def _formula(written: str) -> Formula:
    if written not in _WRITTEN:
        raise ValueError(
            f"⟨{written}⟩ was not written by number(…): build the formula with the letters of "
            "ptcode.exercises.symbols, as in f'… {number(2 * p)} …'"
        )
    return _WRITTEN[written]
