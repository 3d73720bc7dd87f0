"""The rectangle of the product rule: its areas, in Python and in the browser, and what it says."""

import json
import math
import re

import numpy as np
import pytest

from ptcode.widgets import ProductRectangle
from ptcode.widgets.rectangle import PAIRS
from sitebuild import ROOT

RUN = """
const { grower, sentence, shareOf, windowOf } = await bundle("rectangle");
const { pairs, cases } = input;
return cases.map(({ pair, x, nudge }) => {
  const { sides } = pairs.find(({ key }) => key === pair);
  const growth = grower(sides)(x, nudge);
  const windows = growth.sides.map((side, i) => windowOf([side, side + growth.changes[i]]));
  return { ...growth, windows, share: shareOf(growth), says: sentence({ x, nudge, growth }) };
});
"""
NUDGES = (1, -1, 0.5, -0.3, 0.01, -1e-3)
WORDS = json.loads((ROOT / "js/src/figures/rectangle/words.json").read_text("utf-8"))
every_pair = pytest.mark.parametrize("key", PAIRS)


def run(node, cases):
    keys = ("pair", "x", "nudge")
    asked = [dict(zip(keys, case, strict=True)) for case in cases]
    return node(RUN, {"pairs": ProductRectangle().data["pairs"], "cases": asked})


def cases(count=6):
    """Places of every pair, with every nudge."""
    random = np.random.default_rng(11)
    for key, pair in PAIRS.items():
        for x in random.uniform(*pair.places, count):
            yield from ((key, float(x), nudge) for nudge in NUDGES)


def parts(says):
    """The names of the sentences that a text is made of."""
    forms = {name: re.escape(text) for name, text in WORDS.items() if isinstance(text, str)}
    patterns = {name: re.sub(r"\\{\w+\\}", r".+?", form) for name, form in forms.items()}
    return [name for name, pattern in patterns.items() if re.search(rf"(^| ){pattern}", says)]


def test_the_browser_computes_the_same_areas(node):
    asked = list(cases())
    for case, found in zip(asked, run(node, asked), strict=True):
        growth = ProductRectangle(*case).growth
        for name in ("sides", "terms", "rule"):
            expected = getattr(growth, name)
            np.testing.assert_allclose(found[name], expected, rtol=1e-12, err_msg=case)
        # A change is a difference of values near each other: its last digits are rounding.
        expected = {
            "changes": growth.changes,
            "areas": (math.prod(growth.sides), *growth.strips, growth.corner),
            "strips": sum(growth.strips),
            "whole": growth.whole,
            "ratio": growth.ratio,
        }
        for name, value in expected.items():
            near = 1e-12 / abs(case[2]) if name == "ratio" else 1e-12
            np.testing.assert_allclose(found[name], value, rtol=1e-12, atol=near, err_msg=case)


def test_strips_and_corner_are_all_that_the_product_gains():
    for key, x, nudge in cases():
        pair, growth = PAIRS[key], ProductRectangle(key, x, nudge).growth
        product = pair.u * pair.v
        gained = product(x + nudge) - product(x)
        np.testing.assert_allclose(growth.whole, gained, rtol=1e-9, atol=1e-12)
        np.testing.assert_allclose(growth.rule, product.derivative(x), rtol=1e-12, atol=1e-12)


@every_pair
def test_the_corner_s_share_goes_to_nothing_and_the_ratio_to_the_rule(node, key):
    x, _ = PAIRS[key].start
    found = run(node, [(key, x, sign * 10.0**-k) for sign in (1, -1) for k in (1, 3, 5)])
    for before, after in ((0, 1), (1, 2), (3, 4), (4, 5)):
        assert 0 < found[after]["share"] < found[before]["share"] / 50
    for place in (2, 5):
        assert found[place]["ratio"] == pytest.approx(found[place]["rule"], abs=1e-3)


def test_the_picture_holds_the_rectangle_and_is_not_much_larger(node):
    for found in run(node, list(cases())):
        for side, change, (low, high) in zip(found["sides"], found["changes"],
                                             found["windows"], strict=True):  # fmt: skip
            ends = (0, side, side + change)
            assert 2 * min(ends) <= low <= min(ends)
            assert max(ends) <= high <= 2 * max(ends)


def test_a_side_of_no_length_leaves_the_axis_a_window(node):
    found = run(node, [("x-x", 0, 0), ("x-reciprocal", 1e-200, 0)])
    assert all(low < high for one in found for low, high in one["windows"])


@pytest.mark.parametrize(
    ("case", "told", "numbers"),
    [
        (("x-x", 3, 0.1), ["grows", "divided"], ["0.1", "0.61:", "0.6", "0.01", "6.1;", "6."]),
        (("x-x", 3, -0.1), ["changes", "divided"], ["−0.59:", "−0.6", "0.01", "5.9;", "6."]),
        (("x-x", -2, 0.1), ["changes", "divided", "plus"], ["−0.39:", "−0.4", "−4."]),
        (("x-square", -1, 0.01), ["changes", "divided", "minus"], ["u", "3.", "−1"]),
        (("sine-cosine", 2, 0.1), ["changes", "divided", "minus"], ["v", "−0.3784"]),
        (("x-reciprocal", 1, 0.5), ["changes", "divided"], ["0:", "0.1667", "−0.1667", "0;"]),
        (("x-x", 3, 0), ["still"], ["0", "3,", "6."]),
        (("x-x", 1e50, 1), ["still"], ["1", "1·10⁵⁰,"]),
        (("x-reciprocal", 0.5, -0.5), ["none"], ["x", "Δx", "0"]),
        (("x-reciprocal", 0, 1), ["none"], ["x", "0"]),
        (("x-exponential", 1e50, 1), ["none"], ["1·10⁵⁰"]),
    ],
)
def test_its_sentence_says_how_the_area_changes(node, case, told, numbers):
    (found,) = run(node, [case])
    assert parts(found["says"]) == told
    assert set(numbers) <= set(found["says"].split())
    assert found["drawn"] == ("none" not in told)


def test_where_nothing_moves_there_is_no_ratio_and_yet_a_rule():
    growth = ProductRectangle(x=3, nudge=0).growth
    assert math.isnan(growth.ratio)
    assert (growth.whole, growth.rule) == (0, 6)


def test_a_cell_says_where_reset_leads_back_to():
    starts = {one["key"]: one["start"] for one in ProductRectangle("x-x", x=2).data["pairs"]}
    assert starts["x-x"] == {"x": 2, "nudge": PAIRS["x-x"].start[1]}
    assert starts["x-square"] == dict(zip(("x", "nudge"), PAIRS["x-square"].start, strict=True))


EVEN = """
const { evenly } = await bundle("rectangle");
const margin = { left: 40, right: 10, top: 20, bottom: 30 };
return input.map((box) => evenly(box, { width: 600, height: 300, margin }));
"""


def test_a_square_is_drawn_as_a_square_and_a_flat_rectangle_as_high_as_the_picture(node):
    flat = {"x": [0, 20], "y": [0, 0.9]}
    square, kept = node(EVEN, [{"x": [0, 4], "y": [0, 4]}, flat])
    across, up = (high - low for low, high in (square["x"], square["y"]))
    assert across / 550 == pytest.approx(up / 250)
    assert square["x"][0] <= 0
    assert square["x"][1] >= 4
    assert kept == flat
