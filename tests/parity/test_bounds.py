"""The judge's bounds on errors hold: a value is off by no more than it says, against mpmath."""

import math

import pytest
from mpmath import exp, mpf, workdps

from ptcode.functions.function import x
from ptcode.functions.operations import HEADS
from ptcode.functions.tree import from_tree
from ptcode.mistakes.evaluation import value
from typed import read

FUNCTIONS = [[row.head, "x"] for row in HEADS.values() if row.words]
FORMULAS = [
    *("(x² + 100)²⁰ + 1", "1 − σ(50 + x)", "sin(π·x)²/3 + e", "(x² + 1)^(−3/2)", "0.1·x − x/10"),
    *("ln(1 + e^(x − 90))", "(tanh(9x) − 1)·10^14", "√(2 + cos(x))^x", "1/(x − 1.1)⁷"),
    *("σ(−e^(x/4))", "e^(−e^(x/3))", "sinh(e^(x/9))", "tanh(e^(−x/5))"),
]
PLACES = [n / 64 for n in (-1033, -301, -64, -37, -1, 0, 3, 50, 64, 111, 290, 2001)]
ENOUGH = mpf(10) ** -60

BOUNDED = """
const { bounded, ORDINARY, PRECISE } = await bundle("exercise");
const told = ({ value, error, long }) => ({ value, error, m: String(long?.m), e: long?.e ?? 0 });
return input.trees.map((tree) => input.places.map((place) =>
  [ORDINARY, PRECISE].map((by) => told(bounded(tree, "x", { value: place, error: 0 }, by)))));
"""


@pytest.fixture(scope="module")
def found(node):
    """Function and place with both arithmetics' values, and the true one, or None."""
    trees = [*FUNCTIONS, *map(read, FORMULAS)]
    several = node(BOUNDED, {"trees": trees, "places": PLACES})
    return [
        (tree, place, *both, value(from_tree(tree, evaluate=False), {x: mpf(place)}, 150))
        for tree, values in zip(trees, several, strict=True)
        for place, both in zip(PLACES, values, strict=True)
    ]


def number(bounded):
    """What the browser takes for the value, with all the digits it has."""
    whole = bounded["m"] != "undefined"
    return mpf(int(bounded["m"])) * mpf(2) ** bounded["e"] if whole else mpf(bounded["value"])


UPRIGHT = [("Asin", 1), ("Asin", -1), ("Acos", 1), ("Acos", -1), ("Cbrt", 0)]
"""Where the tangent stands upright, which the witness does not know."""


def test_a_value_is_off_by_no_more_than_its_bound(found):
    for tree, place, ordinary, precise, truth in found:
        for bounded in (ordinary, precise):
            if truth is None:
                is_known = bounded["value"] == bounded["value"] and bounded["error"] < math.inf
                assert not is_known or (tree[0], place) in UPRIGHT, (tree, place)
            else:
                with workdps(150):
                    assert abs(number(bounded) - truth.number) <= bounded["error"], (tree, place)


def test_the_second_look_knows_sixty_digits(found):
    for tree, place, _, precise, truth in found:
        if truth is not None and (tree[0], place) not in UPRIGHT:
            assert precise["error"] <= ENOUGH * max(1, abs(truth.number)), (tree, place)


EXPONENTS = [
    *((0, 1e5), (-650, 100), (-700, 1e5), (-1e100, 1e15), (-1e100, 1e110), (-1e100, 0.0)),
    *((5, 0.1), (-5, 3), (599, 0.5), (-601, 0.5), (700, 0.0), (1e100, 1e110)),
]
EXPONENTIALS = """
const { PRECISE } = await bundle("exercise");
return input.map((one) => PRECISE.combined.Exp([one])).map(({ value, error }) =>
  error < Infinity ? { value, error } : null);
"""


def test_e_to_a_number_known_roughly_covers_both_ends_or_is_unknown(node):
    found = node(EXPONENTIALS, [{"value": u, "error": off} for u, off in EXPONENTS])
    for (u, off), bounded in zip(EXPONENTS, found, strict=True):
        for end in (mpf(u) - off, mpf(u) + off):
            if bounded is not None:
                with workdps(150):
                    assert abs(exp(end) - bounded["value"]) <= bounded["error"], (u, off)
    assert sum(bounded is not None for bounded in found) >= 5
