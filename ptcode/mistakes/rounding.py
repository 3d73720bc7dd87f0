"""Decimals that stand for fractions: 0.33 for what lies from 0.325 to 0.34, but not for 0.34."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import sympy
from mpmath import mpf

from ptcode.core.formatting import short
from ptcode.mistakes.comparison import to_float
from ptcode.mistakes.evaluation import Value, value
from ptcode.mistakes.limits import CLOSE, DENOMINATOR, LOOSE, MOST_DECIMALS


def is_rounded(
    yours: sympy.Expr, other: sympy.Expr, variable: sympy.Symbol, places: Sequence[mpf]
) -> bool:
    """Is one the other with its numbers rounded or cut off?

    >>> x = sympy.Symbol("x", real=True)
    >>> [is_rounded(sympy.Float(d) * x, x / 3, x, [mpf(1)]) for d in ("0.33", "0.34")]
    [True, False]
    """
    decimals = {number: sympy.Dummy() for number in yours.atoms(sympy.Float)}
    open_numbers = yours.xreplace(decimals)
    meant = {symbol: _meant(number) for number, symbol in decimals.items()}
    pairs = [(place, value(other, {variable: place})) for place in places]
    both = [(place, its) for place, its in pairs if its and value(yours, {variable: place})]
    if not both or len(both) < len(places) / 4:
        return False
    mean = sum(abs(its.number) for _, its in both) / len(both)
    for place, its in both:
        mine = value(open_numbers, {variable: place, **meant})
        if mine is None or abs(mine.number - its.number) > mine.error + its.error:
            return False
        away = abs(to_float(yours, variable, place) - its.number)
        if away > LOOSE * max(abs(its.number), mean):
            return False
    return True


def _meant(number: sympy.Float) -> Value:
    """From half a unit of the last digit below to a whole one above, that one left out."""
    typed = Decimal(repr(float(number)))
    places = -int(typed.as_tuple().exponent)
    unit = mpf(10) ** -places if 0 < places <= MOST_DECIMALS else mpf(0)
    sign = -1 if typed < 0 else 1
    return Value(mpf(str(typed)) + sign * unit / 4, unit * mpf("0.7499"))


def factor_text(factor: float) -> str:
    """A factor with enough digits, or as the fraction that it is; never as 1, which it is not.

    >>> factor_text(1.0005), factor_text(1 / 3), factor_text(2.0)
    ('1.0005', '1/3', '2')
    """
    near = Fraction(factor).limit_denominator(DENOMINATOR)
    decimal = short(factor)
    if abs(float(decimal.replace("−", "-")) - factor) <= CLOSE * abs(factor):
        return decimal
    if abs(float(near) - factor) <= CLOSE * abs(factor):
        return f"{short(near.numerator, 15)}/{near.denominator}"
    texts = [short(factor, digits) for digits in (4, 6, 9, 12, 15)]
    return next((text for text in texts if text not in ("1", "−1")), texts[-1])
