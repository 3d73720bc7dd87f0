"""The zoom: what it shows and says, and that Python and the browser see the same gap."""

import numpy as np
import pytest

from ptcode.widgets import ZoomExplorer
from ptcode.widgets.tangent import VIEWS

READ = """
const { curveOf, situation, sentence } = await bundle("zoom");
return input.map(({ shown, x, zoom }) => {
  const state = situation(curveOf(shown), x, zoom);
  return { gap: state.gap, seen: state.seen, says: sentence(state) };
});
"""
SHOWN = {shown["key"]: shown for shown in ZoomExplorer().data["functions"]}


def read(node, cases):
    return node(READ, [{"shown": SHOWN[f], "x": x, "zoom": zoom} for f, x, zoom in cases])


def test_the_browser_sees_the_same_window_and_the_same_gap(node):
    cases = [(f, x, zoom) for f in VIEWS for x in (-1, 0, 0.5, 2) for zoom in (0, 0.35, 1, 3)]
    figure = ZoomExplorer()
    for case, found in zip(cases, read(node, cases), strict=True):
        figure.f, figure.x, figure.zoom = case
        seen = [found["seen"]["x"], found["seen"]["y"]]
        np.testing.assert_allclose(seen, figure.window, rtol=1e-12, atol=1e-12)
        # A gap is a difference of values near each other: the error is that of the values.
        gap = np.nan if found["gap"] is None else found["gap"]
        np.testing.assert_allclose(gap, figure.gap, rtol=1e-8, atol=1e-10, err_msg=str(case))


@pytest.mark.parametrize("f", ["square", "cube", "sine", "exponential", "logarithm", "reciprocal"])
def test_a_curve_with_a_slope_gets_straighter_the_closer_one_comes(f):
    gaps = [ZoomExplorer(f, x=1, zoom=zoom).gap for zoom in (1, 2, 3)]
    assert gaps[1] < gaps[0] / 5
    assert gaps[2] < gaps[1] / 5


@pytest.mark.parametrize(
    ("case", "says"),
    [
        (("square", 1, 0), "At its full size: in this window the curve leaves the line of slope 2"),
        (("square", 1, 1), "Magnified 10 times: in this window"),
        (("square", 1, 1), "by up to 6.8 % of the height."),
        (("square", 1, 3), "nowhere more than 0.068 % of the height apart. The eye sees one line."),
        (("absolute", 0, 3), "a corner at x = 0, with slope −1 on the left and 1 on the right."),
        (("root", 0, 2), "at x = 0 the curve stands ever more upright"),
        (("logarithm", -0.5, 2), "x = −0.5 lies outside the domain: ln x has no value there"),
    ],
)
def test_its_sentence_says_how_straight_the_curve_is(node, case, says):
    assert says in read(node, [case])[0]["says"]


@pytest.mark.parametrize("zoom", [-0.1, 3.1])
def test_it_refuses_what_it_cannot_show(zoom):
    with pytest.raises(ValueError, match="zoom must be"):
        ZoomExplorer(zoom=zoom)
