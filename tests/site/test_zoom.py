"""The zoom on the page: the window shrinks, the curve comes to lie on its tangent."""

import pytest

from bare import write_page
from moves import says
from ptcode.widgets import ZoomExplorer

pytestmark = pytest.mark.browser

# How far curve and tangent are apart on the screen, at most, in pixels.
APART = """(figure) => {
  const [curve, line] = ["curve", "tangent"].map((kind) => figure.querySelector(`.pt-${kind}`));
  const { x, y, height } = figure.querySelector(".pt-frame").getBBox();
  const [left, here, right] = [/L(\\S+) (\\S+?)M/, /^M(\\S+) ([-\\d.]+)/, /L(\\S+) (\\S+)$/]
    .map((end) => line.getAttribute("d").match(end).slice(1).map(Number));
  const level = (at) => {
    const [from, to] = at < here[0] ? [left, here] : [here, right];
    return from[1] + ((to[1] - from[1]) * (at - from[0])) / (to[0] - from[0]);
  };
  const most = curve.getTotalLength();
  const places = Array.from({ length: 200 }, (_, i) => curve.getPointAtLength((most * i) / 199))
    .filter((place) => place.y > y && place.y < y + height);
  return Math.max(...places.map((place) => Math.abs(place.y - level(place.x))));
}"""


@pytest.fixture
def figure(page_factory, tmp_path):
    page = page_factory()
    page.goto(write_page(tmp_path, ZoomExplorer(x=1)))
    return page.locator("[data-figure=zoom]")


def test_the_closer_the_glass_the_nearer_the_curve_is_to_its_tangent(figure):
    before = figure.evaluate(APART)
    figure.get_by_role("button", name="Ten times closer").click()
    closer = figure.evaluate(APART)
    assert "Magnified 10 times" in says(figure)
    figure.locator("input[name=zoom]").press("End")
    assert "The eye sees one line" in says(figure)
    assert before > 40 > closer > 4
    assert figure.evaluate(APART) < 1
    assert figure.get_by_role("button", name="Ten times closer").is_disabled()


def test_a_corner_stays_a_corner(figure):
    figure.get_by_label("Function", exact=True).select_option("absolute")
    x = figure.locator("input[name=x]")
    x.fill("0")
    figure.locator("input[name=zoom]").press("End")
    assert "It stays a corner" in says(figure)
    assert figure.evaluate(APART) < 1, "both halves of the tangent lie on the curve"
