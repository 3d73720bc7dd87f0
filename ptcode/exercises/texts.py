"""Texts with numbers in them: ``number(2 * p)`` stands for the value of a formula.

``plus``, ``bracketed`` and ``power`` shape a number for its place, ``pick`` chooses among words: so
a prompt, a choice or an item of an order is fresh with every combination of parameters. A text
crosses to the browser with its formula as somebody would type it, ⟨2p⟩; js/src/judge/texts.js reads
it there. Python does not: it remembers which formula it wrote.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ptcode.core.formatting import short, superscript
from ptcode.exercises.formulas import Formula, Numbers, value_of
from ptcode.functions.writing import write

_PICK = re.compile("⟦([^¦⟧]*)¦([^⟧]*)⟧")
_PLACE = re.compile("⟨([±·^]?)([^⟩]*)⟩")
_WRITTEN: dict[str, Formula] = {}
_SHAPES: dict[str, Callable[[float], str]] = {
    "": short,
    "±": lambda value: f"{'−' if value < 0 else '+'} {short(abs(value))}",
    "·": lambda value: f"({short(value)})" if value < 0 else short(value),
    "^": lambda value: "" if value == 1 else superscript(int(value)),
}


def number(formula: Formula) -> str:
    """The place in a text where the value of a formula is to stand.

    >>> from ptcode.exercises.symbols import p
    >>> filled(f"At x = {number(p)} the slope is {number(2 * p)}.", {"p": 3})
    'At x = 3 the slope is 6.'
    """
    return f"⟨{_written(formula)}⟩"


def plus(formula: Formula) -> str:
    """A number that is added to what stands before it: + 3 or − 3.

    >>> from ptcode.exercises.symbols import p
    >>> filled(f"2x {plus(p)}", {"p": -3})
    '2x − 3'
    """
    return f"⟨±{_written(formula)}⟩"


def bracketed(formula: Formula) -> str:
    """A number that follows an operator: 2·3, but 2·(−3).

    >>> from ptcode.exercises.symbols import p
    >>> filled(f"2·{bracketed(p)} and 2·{bracketed(-p)}", {"p": 3})
    '2·3 and 2·(−3)'
    """
    return f"⟨·{_written(formula)}⟩"


def power(formula: Formula) -> str:
    """A whole number as an exponent; a 1 is not written.

    >>> from ptcode.exercises.symbols import n
    >>> filled(f"{number(n)}x{power(n - 1)}", {"n": 3}), filled(f"x{power(n)}", {"n": 1})
    ('3x²', 'x')
    """
    return f"⟨^{_written(formula)}⟩"


def pick(formula: Formula, *texts: str) -> str:
    """One of several texts, that whose index from 0 is the value of a formula.

    A text may hold numbers, but no other ``pick``.

    >>> from ptcode.exercises.symbols import k
    >>> [filled(pick(k, "sine", f"cosine of {number(2 * k)}"), {"k": each}) for each in (0, 1)]
    ['sine', 'cosine of 2']
    """
    if len(texts) < 2 or any(sign in text for text in texts for sign in "⟦¦⟧"):
        raise ValueError(f"pick needs two texts or more, none with a pick in it, got {texts}")
    return f"⟦{_written(formula)}¦{'¦'.join(texts)}⟧"


def filled(text: str, known: Numbers) -> str:
    """``text`` with its words chosen, and with the value of every formula in ``known``."""
    chosen = _PICK.sub(lambda found: found[2].split("¦")[_index(found[1], known)], text)
    return _PLACE.sub(lambda found: _SHAPES[found[1]](value_of(_formula(found[2]), known)), chosen)


def _written(formula: Formula) -> str:
    written = write(formula)
    _WRITTEN[written] = formula
    return written


def _formula(written: str) -> Formula:
    if written not in _WRITTEN:
        raise ValueError(
            f"⟨{written}⟩ was not written by number(…): build the formula with the letters of "
            "ptcode.exercises.symbols, as in f'… {number(2 * p)} …'"
        )
    return _WRITTEN[written]


def _index(written: str, known: Numbers) -> int:
    return round(value_of(_formula(written), known))
