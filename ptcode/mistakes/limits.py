"""Where judging draws its lines, for `diagnose` and, as JSON, for the judge in the browser."""

from __future__ import annotations

DEFINED = 0.9
"""At this share of the points a right answer must have a value, and one that a mistake made."""
FEW, SHARE = 6, 0.25
"""At so many points two must be seen to be the same, or at this share of them."""
FEWEST = 6
"""With fewer points where it has a value nothing can be said of a function."""
MOST_LINKS = 8
"""Longer chains have no wrong answers: σ′(σ′(…)) doubles with every link."""
MOST_WRONG = 120
"""How many wrong answers are kept of one expression."""
MOST_PAIRS = 400
"""So many pairs of mistakes are tried."""
MOST_OF_INTEGRAL = 100
"""Nobody writes a longer one."""
MOST_OFF = 100
"""A factor further from 1 is no factor that somebody forgot."""
DENOMINATOR, CLOSE = 1000, 1e-10
"""So large may the denominator be of a factor written as a fraction, and so close must that be."""
NEAR = 1.5
"""Rounded numbers are compared so far from 0: further out even a frequency a bit off tells."""
LOOSE, MOST_DECIMALS = 0.02, 11
"""How far decimals may be off that stand for fractions, and how many of them anybody writes."""
NICE = (1.5, 1.0, 2.0, 0.5, -1.0, -0.5, 3.0, 0.25, -2.0)
"""Where a wrong answer is shown to be wrong, if it can be seen there."""
VISIBLE = 0.1
"""So large is a difference, beside the larger value, that can be seen."""
BESIDE, JUMP = 1e-9, 1e-3
"""So far beside a kink, and by so much, a slope has jumped."""


def limits() -> dict[str, float | list[float]]:
    """Those that the browser's judge draws as well, by its names for them."""
    return {
        "DEFINED": DEFINED,
        "FEW": FEW,
        "SHARE": SHARE,
        "FEWEST": FEWEST,
        "MOST_LINKS": MOST_LINKS,
        "MOST_WRONG": MOST_WRONG,
        "MOST_PAIRS": MOST_PAIRS,
        "MOST_OF_INTEGRAL": MOST_OF_INTEGRAL,
        "MOST_OFF": MOST_OFF,
        "DENOMINATOR": DENOMINATOR,
        "CLOSE": CLOSE,
        "NEAR": NEAR,
        "LOOSE": LOOSE,
        "MOST_DECIMALS": MOST_DECIMALS,
        "NICE": list(NICE),
        "VISIBLE": VISIBLE,
        "BESIDE": BESIDE,
        "JUMP": JUMP,
    }
