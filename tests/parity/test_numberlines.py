"""The number lines: what becomes of a nudge, in Python and in the browser."""

import math

import numpy as np
import pytest

from ptcode.widgets import NumberLines
from ptcode.widgets.numberlines import CHAINS

RUN = """
const { nudger, sentence } = await bundle("numberlines");
const { chains, cases } = input;
return cases.map(({ chain, x, dx }) => {
  const { links } = chains.find(({ key }) => key === chain);
  const nudge = nudger(links)(x, dx);
  return { ...nudge, says: sentence(["x", ...links.map(({ name }) => name)], nudge) };
});
"""


def run(node, cases):
    keys = ("chain", "x", "dx")
    asked = [dict(zip(keys, case, strict=True)) for case in cases]
    return node(RUN, {"chains": NumberLines().data["chains"], "cases": asked})


def test_the_browser_computes_the_same_nudges(node):
    random = np.random.default_rng(8)
    cases = [
        (key, round(float(random.uniform(*chain.places)), 2), float(dx))
        for key, chain in CHAINS.items()
        for dx in (0.5, -0.3, 0.01, 1e-4)
        for _ in range(8)
    ]
    for (key, x, dx), found in zip(cases, run(node, cases), strict=True):
        nudge = NumberLines(key, x=x, dx=dx).nudge
        for name in ("values", "limits", "limit"):
            np.testing.assert_allclose(found[name], getattr(nudge, name), rtol=1e-12, atol=1e-15)
        # A nudge is a difference: its last digits are rounding, and dx magnifies them in a ratio.
        for name in ("nudges", "ratios", "ratio"):
            expected = getattr(nudge, name)
            np.testing.assert_allclose(found[name], expected, rtol=1e-10, atol=1e-11 / abs(dx))


@pytest.mark.parametrize("key", CHAINS)
def test_the_ratios_tend_to_the_local_derivatives(key):
    lines = NumberLines(key, dx=1e-6)
    np.testing.assert_allclose(lines.nudge.ratios, lines.nudge.limits, rtol=1e-4)
    assert math.prod(lines.nudge.ratios) == pytest.approx(lines.nudge.ratio, rel=1e-12)


@pytest.mark.parametrize("key", CHAINS)
def test_every_line_shows_every_value(key):
    chain = CHAINS[key]
    low, high = chain.window
    for x in np.linspace(*chain.places, 25):
        values = NumberLines(key, x=float(x)).nudge.values
        assert low <= min(values), (key, x)
        assert max(values) <= high, (key, x)


@pytest.mark.parametrize(
    ("case", "says"),
    [
        (
            ("sin-of-square", 1.5, 0.25),
            "x → u stretches it 3.25 times; u → y shrinks it to 0.86039 of its length and turns it "
            "round. In all Δy/Δx = −2.7963; for smaller and smaller Δx it tends to −1.8845.",
        ),
        (("sin-of-square", -0.25, 0.5), "the step to u leaves nothing of Δx; Δu = 0, so Δy = 0."),
        (("sin-of-square", 1.5, 0), "Δx = 0: nothing moves, and 0/0 has no value."),
        (("log-of-sin", 3, 0.5), "y has no value for this x + Δx: the chain breaks here."),
        (("log-of-sin", 4, -1), "y has no value for this x: the chain breaks here."),
        (("decay", 0.5, 0.5), "x → u keeps its length and turns it round"),
    ],
)
def test_the_status_says_what_each_link_does(node, case, says):
    assert says in run(node, [case])[0]["says"]


def test_every_value_of_a_chain_has_a_label():
    for chain in NumberLines().data["chains"]:
        assert len(chain["labels"]) == len(chain["links"]) + 1


def test_the_numbers_of_chapter_5():
    nudge = NumberLines("sin-of-square", x=1.5, dx=0.25).nudge
    assert nudge.limits == pytest.approx((3, math.cos(2.25)))
    assert round(nudge.limit, 4) == -1.8845
    assert nudge.ratios[0] == 3.25


def test_a_ratio_over_a_nudge_of_zero_has_no_value():
    assert math.isnan(NumberLines("sin-of-square", x=-0.25, dx=0.5).nudge.ratios[1])
