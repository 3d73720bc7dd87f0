"""Slips that are none of the twelve mistakes, and yet are made every day: a verdict says which.

They are told in words alone; chapter 9 has no section on them. What they make of an expression is
in ``mistake_templates``, beside the mistakes.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Slip:
    """A slip: its name, what is done, why it tempts, how to see that it is wrong."""

    name: str
    title: str
    tempts: str
    exposed: str


SLIPS = (
    Slip(
        "slopes-multiplied",
        "multiplying the derivatives: (f·g)′ is not f′·g′",
        "a sum may be differentiated part by part, and a product looks as if it might be too",
        "try it on x·x: its derivative is 2x, and 1·1 is not",
    ),
    Slip(
        "slopes-divided",
        "dividing the derivatives: (f/g)′ is not f′/g′",
        "a sum may be differentiated part by part, and a quotient looks as if it might be too",
        "try it on x²/x, which is x: its derivative is 1, and 2x/1 is not",
    ),
    Slip(
        "power-rule",
        "using the power rule though the variable is in the exponent",
        "a base with an exponent looks like xⁿ, as when e^x is read like x³",
        "ask which of the two moves: the power rule is for a base that moves, not for an exponent",
    ),
    Slip(
        "outer-kept",
        "differentiating the inner function only: f(g′(x))",
        "the inner function is the one in which x is seen",
        "count the links and count the derivatives: the outer function needs one of its own",
    ),
    Slip(
        "slope-inside",
        "putting the inner derivative inside as well: f′(g′(x))·g′(x)",
        "g′ has just been found, and it is needed once already",
        "f′ must be taken where f works, and f works at g(x)",
    ),
)
