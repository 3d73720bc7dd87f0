"""Slips that are none of the twelve mistakes, and yet are made every day: a verdict says which.

They are told in words alone; chapter 9 has no section on them.
"""

from __future__ import annotations

from ptcode.mistakes.mistakes import Mistake
from ptcode.mistakes.templates import FACTOR, INNER_SLOPE, each, product

_BEFORE_K = ["value", ["+", "k", -1]]
_AS_A_POWER = ["multiply", _BEFORE_K, ["apply", "k", ["add", _BEFORE_K, -1]]]

SLIPS = (
    Mistake(
        "slopes-multiplied",
        "multiplying the derivatives: (f·g)′ is not f′·g′",
        "a sum may be differentiated part by part, and a product looks as if it might be too",
        "try it on x·x: its derivative is 2x, and 1·1 is not",
        paths=({"of": ["Multiply"], "answer": ["in-place"]},),
        slip=True,
    ),
    Mistake(
        "slopes-divided",
        "dividing the derivatives: (f/g)′ is not f′/g′",
        "a sum may be differentiated part by part, and a quotient looks as if it might be too",
        "try it on x²/x, which is x: its derivative is 1, and 2x/1 is not",
        paths=({"of": ["Divide"], "answer": ["in-place"]},),
        slip=True,
    ),
    Mistake(
        "power-rule",
        "using the power rule though the variable is in the exponent",
        "a base with an exponent looks like xⁿ, as when e^x is read like x³",
        "ask which of the two moves: the power rule is for a base that moves, not for an exponent",
        chain=tuple(
            each(1, "n", ["multiply", _AS_A_POWER, others], of=["exponential"])
            for others in (product(FACTOR, first=["+", "k", 1]), product(FACTOR, "k"))
        ),
        slip=True,
    ),
    Mistake(
        "outer-kept",
        "differentiating the inner function only: f(g′(x))",
        "the inner function is the one in which x is seen",
        "count the links and count the derivatives: the outer function needs one of its own",
        # Once, and not for a single link: it has nothing inside.
        chain=(each(2, "n", ["apply", "n", INNER_SLOPE]),),
        slip=True,
    ),
    Mistake(
        "slope-inside",
        "putting the inner derivative inside as well: f′(g′(x))·g′(x)",
        "g′ has just been found, and it is needed once already",
        "f′ must be taken where f works, and f works at g(x)",
        chain=(each(2, "n", ["multiply", ["slope", "n", INNER_SLOPE], INNER_SLOPE]),),
        slip=True,
    ),
)
