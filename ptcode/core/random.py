"""Random numbers that a seed decides, the same ones here and in a browser.

NumPy's generators do not exist in JavaScript; this small one does (js/src/core/random.js). Uniform
numbers agree bit for bit, normal ones to the last digit or two, since ``log`` and ``cos`` may
round differently.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import TypeVar

from ptcode.core.validation import whole_number

Item = TypeVar("Item")
Source = Callable[[], float]


def uniforms(seed: int) -> Source:
    """Numbers evenly spread over 0 ≤ u < 1, one a call (Tommy Ettinger's mulberry32).

    >>> draw = uniforms(1)
    >>> [round(draw(), 4) for _ in range(3)]
    [0.6271, 0.0027, 0.5274]
    """
    state = whole_number(seed, "seed") % 2**32

    def draw() -> float:
        nonlocal state
        state = (state + 0x6D2B79F5) % 2**32
        mixed = ((state ^ state >> 15) * (state | 1)) % 2**32
        mixed ^= (mixed + (mixed ^ mixed >> 7) * (mixed | 61)) % 2**32
        return (mixed ^ mixed >> 14) / 2**32

    return draw


def normals(uniform: Source) -> Source:
    """Standard normal numbers from uniform ones (Box and Muller 1958): two numbers make two.

    >>> draw = normals(uniforms(1))
    >>> [round(draw(), 4) for _ in range(3)]
    [1.4043, 0.0241, 1.2158]
    """
    kept: list[float] = []

    def draw() -> float:
        if kept:
            return kept.pop()
        radius = math.sqrt(-2 * math.log(1 - uniform()))
        angle = 2 * math.pi * uniform()
        kept.append(radius * math.sin(angle))
        return radius * math.cos(angle)

    return draw


def shuffled(items: Iterable[Item], uniform: Source) -> list[Item]:
    """The items in an order that the uniform numbers decide, all orders alike (Fisher and Yates).

    >>> shuffled("abcd", uniforms(1))
    ['d', 'b', 'a', 'c']
    """
    result = list(items)
    for i in range(len(result) - 1, 0, -1):
        j = int(uniform() * (i + 1))
        result[i], result[j] = result[j], result[i]
    return result
