"""Texts with numbers in them: ⟨formula⟩ stands for the value of a typed formula.

The twin of js/src/judge/texts.js.
"""

from __future__ import annotations

import re

from ptcode.core.formatting import short
from ptcode.functions.evaluation import number
from ptcode.functions.parser import parse

_PLACE = re.compile("⟨([^⟩]*)⟩")


def filled(text: str, known: dict[str, float], digits: int = 4) -> str:
    """``text`` with the value of every ⟨formula⟩ in the numbers ``known``.

    >>> filled("At x = ⟨p⟩ the slope is ⟨2a·p⟩.", {"p": 3, "a": -0.5})
    'At x = 3 the slope is −3.'
    """
    return _PLACE.sub(
        lambda found: short(number(parse(found[1], known), known), digits),
        text,
    )
