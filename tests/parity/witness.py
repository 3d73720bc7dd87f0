"""Is an answer the derivative, and where? By difference quotients to a hundred digits.

That asks neither the browser's judge nor SymPy's rules of differentiation, and it has a slope
wherever the function has one: that of relu(x)² at −1 too, where 2·relu(x)²/relu(x) has no value.
"""

from collections.abc import Callable, Iterator
from functools import cache

import sympy
from mpmath import mpf, workdps

from ptcode.functions.function import x
from ptcode.mistakes.evaluation import value

DIGITS, KNOWN = 250, mpf(10) ** -90
STEP = mpf(10) ** -110
BESIDE = mpf(1) / 4096
SPARSE = [mpf(n) / 64 for n in (-2317, -611, -401, -133, -71, -27, 7, 29, 53, 97, 201, 467, 893)]
STEPS = {16: range(-640, 641), 64: range(-640, 641), 1024: range(-64, 65)}
"""Dense places: by its denominator, the numerators."""


def places() -> Iterator[mpf]:
    """A few far apart at first, then all the dense ones."""
    yield from SPARSE
    for below, above in STEPS.items():
        yield from (mpf(2 * n + 1) / (2 * below) for n in above)


def slope(function: sympy.Expr, place: mpf) -> mpf | None:
    """From both sides the same, or there is none."""
    with workdps(DIGITS):
        before, here, after = (_at(function, place + off) for off in (-STEP, 0, STEP))
        if before is None or here is None or after is None:
            return None
        left, right = (here - before) / STEP, (after - here) / STEP
        return (left + right) / 2 if _is_near(left, right) else None


@cache
def _at(expression: sympy.Expr, place: mpf) -> mpf | None:
    found = value(expression, {x: place}, DIGITS)
    return found and found.number


def _is_near(one: mpf, other: mpf) -> bool:
    return abs(one - other) <= KNOWN * max(1, abs(one), abs(other))


def _on_a_stretch(holds: Callable[[mpf], bool]) -> bool:
    """At one of the places and on both sides of it; what is analytic is so all the way, then."""
    return any(all(holds(place + off) for off in (0, -BESIDE, BESIDE)) for place in places())


def is_right_somewhere(answer: sympy.Expr, function: sympy.Expr) -> bool:
    """Is it the derivative on a stretch, be it that both are 0 there?"""

    def is_slope(place: mpf) -> bool:
        with workdps(DIGITS):
            yours, truth = _at(answer, place), slope(function, place)
            return yours is not None and truth is not None and _is_near(yours, truth)

    return _on_a_stretch(is_slope)


def lacks_values(answer: sympy.Expr, function: sympy.Expr) -> bool:
    """Has it no value on a stretch where the function has a slope?"""
    return _on_a_stretch(
        lambda place: _at(answer, place) is None and slope(function, place) is not None
    )
