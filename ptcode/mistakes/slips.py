"""Slips that are none of the twelve mistakes, and yet are made every day: a verdict says which.

They are told in words alone; Common mistakes has no section on them.
"""

from __future__ import annotations

from ptcode.mistakes.mistakes import Mistake
from ptcode.mistakes.templates import (
    BEFORE_LAST,
    FACTOR,
    INNER_SLOPE,
    each,
    instead,
    product,
    total,
)

_BEFORE_K = ["value", ["+", "k", -1]]
_AS_A_POWER = ["multiply", _BEFORE_K, ["apply", "k", ["add", _BEFORE_K, -1]]]
_NOT_LOWERED = ["multiply", _BEFORE_K, ["factor", "k"]]
_LEFT = ["value", "k"]
_OUTSIDE_K, _TO_K = product(FACTOR, first=["+", "k", 1]), product(FACTOR, last="k")
_AT_THE_SLOPE = ["multiply", ["apply", "k", product(FACTOR, last=["+", "k", -1])], _OUTSIDE_K]
"""Link k at the derivative of what is inside it, and the links outside as they should be."""
_SECOND = ["part", 2]

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
        "try it on (2x)², which is 4x²: 2² would be 4, and the derivative is 8x",
        # Not for the first link: it has nothing inside.
        chain=(each(2, "n", _AT_THE_SLOPE, of=["curved"]),),
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
    Mistake(
        "outer-left",
        "leaving the outer function as it is: f(g(x))·g′(x)",
        "the derivative of what is inside has been found, and with it something has been done",
        "try it on (2x)², which is 4x²: (2x)²·2 would be 8x², and the derivative is 8x",
        chain=instead(2, _LEFT, of=["curved"]),
        links=(each(2, "n", _LEFT, of=["curved"]),),
        slip=True,
    ),
    Mistake(
        "exponent-left",
        "leaving the exponent as high as it was",
        "it has come down as a factor, and that looks like the whole rule",
        "uⁿ becomes n·uⁿ⁻¹, and 1/u and √u are powers too: the derivative of x² is 2x, not 2x²",
        chain=instead(1, _NOT_LOWERED, of=["power"]),
        links=(each(1, "n", _NOT_LOWERED, of=["power"]),),
        slip=True,
    ),
    Mistake(
        "factors-added",
        "adding what must be multiplied",
        "two derivatives have been found, and a plus is the usual way to join two things",
        "try it on (2x)², which is 4x²: 2·(2x) + 2 is not its derivative, 2·(2x)·2 is",
        chain=(
            # What only shifts has the slope 1, and nobody adds that.
            each(1, BEFORE_LAST, total(FACTOR), of=["stretch"]),
            each(1, BEFORE_LAST, ["add", _OUTSIDE_K, _TO_K], of=["stretch"]),
        ),
        slip=True,
    ),
    Mistake(
        "constant-kept",
        "keeping a constant that is only added",
        "it stands beside the rest, and is copied along with it",
        "a constant does not move, so its derivative is 0",
        chain=(each(2, "n", _AT_THE_SLOPE, of=["Add"]),),
        paths=({"of": ["Add"], "answer": ["in-place"]},),
        slip=True,
    ),
    Mistake(
        "quotient-turned",
        "taking the two terms of the quotient rule the wrong way round, or losing a minus sign",
        "in the product rule the order does not matter",
        "the numerator’s derivative comes first, without a minus: (f′g − fg′)/g²",
        paths=({"of": ["Divide"], "answer": ["scale", -1, ["right"]]},),
        slip=True,
    ),
    Mistake(
        "denominator",
        "not dividing by the square of the denominator",
        "f′g − fg′ is long enough to look like the whole quotient rule",
        "write the fraction line and g² below it before anything else",
        paths=(
            {"of": ["Divide"], "answer": ["multiply", ["right"], _SECOND]},
            {"of": ["Divide"], "answer": ["multiply", ["right"], _SECOND, _SECOND]},
        ),
        slip=True,
    ),
)
