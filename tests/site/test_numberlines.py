"""The number lines in the browser: drag x and dx, see the nudge stretched and turned."""

from math import cos, sin

import numpy as np
import pytest

import checks
import moves
from ptcode.widgets import NumberLines

pytestmark = pytest.mark.browser


def state(page):
    return checks.state_of(page.locator("#numberlines"))


def drag(page, mark, by):
    x, y = moves.grip(mark)
    page.mouse.move(x + by, y, steps=5)
    page.mouse.up()


def test_the_two_rings_move_x_and_dx(show):
    page = show(NumberLines(x=1, dx=0.6))
    drag(page, page.locator(".pt-numberlines .pt-ring-small"), 30)
    assert state(page)["dx"] > 0.7
    assert state(page)["x"] == 1
    drag(page, page.locator(".pt-numberlines .pt-ring").last, -60)
    assert state(page)["x"] < 0.6


def test_ratios_stand_beside_their_limits(show):
    page = show(NumberLines(x=1.5, dx=0.25))
    rows = page.locator(".pt-ratios tbody tr:visible").all_inner_texts()
    assert [row.split() for row in rows] == [
        ["Δu/Δx", "3.25", "3"],
        ["Δy/Δu", "−0.86039", "−0.62817", "turned"],
        ["Δy/Δx", "−2.7963", "−1.8845", "turned"],
    ]
    ribbons = page.locator(".pt-ribbon").evaluate_all(
        "ribbons => ribbons.map((ribbon) => ribbon.matches('.pt-ribbon-turned'))"
    )
    assert ribbons[:2] == [False, True]
    assert "limit −0.62817 · 3 = −1.8845" in page.locator(".pt-products").inner_text()


# The numbers of each line with their places, and where a nudge begins, ends and was predicted to.
LINES = """() => [...document.querySelectorAll(".pt-nudge")].map((nudge) => {
  const line = nudge.parentElement, shown = (part) => part.style.display !== "none";
  const ticks = [...line.querySelectorAll(".pt-ticktext")].filter(shown).map((tick) =>
    [Number(tick.getAttribute("x")), Number(tick.textContent.replace("−", "-"))]);
  const place = (path, mark) => Number(mark.exec(path.getAttribute("d"))?.[1]);
  return { ticks, places: [place(nudge, /^M([0-9.-]+)/), place(nudge, /L([0-9.-]+)/),
    place(line.querySelector(".pt-linear"), /^M([0-9.-]+)/)] };
})"""


def test_a_nudge_leads_from_the_value_to_the_moved_one_beside_what_the_slope_predicts(show):
    page = show(NumberLines(x=1.5, dx=0.25))
    slope = 3 * cos(2.25)
    wanted = [
        [1.5, 1.75],
        [2.25, 1.75**2, 2.25 + 3 * 0.25],
        [sin(2.25), sin(1.75**2), sin(2.25) + slope * 0.25],
    ]
    for line, numbers in zip(page.evaluate(LINES), wanted, strict=False):
        scale = np.polyfit(*np.transpose(line["ticks"]), 1)
        found = np.polyval(scale, line["places"][: len(numbers)])
        assert found == pytest.approx(numbers, abs=0.01)


def test_halving_dx_brings_the_ratio_to_its_limit(show):
    page = show(NumberLines(x=1.5, dx=0.25))
    for _ in range(14):
        page.get_by_role("button", name="Halve Δx").click()
    assert state(page)["dx"] == 0.25 / 2**14
    last = page.locator(".pt-ratios tbody tr:visible").last.inner_text().split()
    assert float(last[1].replace("−", "-")) == pytest.approx(-1.8845, abs=2e-4)
    page.get_by_role("button", name="Turn Δx round").click()
    assert state(page)["dx"] == -0.25 / 2**14


def test_under_the_microscope_all_lines_are_enlarged_alike_until_a_tiny_nudge_is_seen(show):
    page = show(NumberLines(x=1.5, dx=0.001, zoom=True))
    width = page.locator(".pt-numberlines").bounding_box()["width"]
    nudges = page.locator(".pt-nudge").evaluate_all(
        "arrows => arrows.slice(0, 3).map(arrow => arrow.getBBox().width)"
    )
    dx, du, dy = nudges
    assert width / 5 < du < width
    assert (du / dx, dy / dx) == pytest.approx((3.001, 1.8886), rel=0.05)


def test_a_chain_of_three_links_has_four_lines(show):
    page = show(NumberLines("logistic"))
    names = page.locator(".pt-numberlines .pt-axis-name:visible").all_text_contents()
    assert names == ["x", "u = −x", "v = 1 + e^u", "y = 1/v"]
    page.get_by_label("Chain", exact=True).select_option("decay")
    assert state(page) == {"chain": "decay", "x": 0.5, "dx": 0.5, "zoom": False}
    assert page.locator(".pt-numberlines .pt-axis-name:visible").count() == 3


def test_a_link_sets_the_state_and_nonsense_does_no_harm(show):
    page = show(NumberLines(), link="#numberlines?chain=sin-of-cos&x=1&dx=-0.5&zoom=true")
    assert state(page) == {"chain": "sin-of-cos", "x": 1, "dx": -0.5, "zoom": True}
    page.goto(page.url.partition("#")[0] + "#numberlines?chain=nothing&x=99&dx=abc")
    assert page.get_by_role("status").inner_text() != ""


def test_a_slider_event_creates_no_node(show):
    page = show(NumberLines(zoom=True))
    moves.count_new_elements(page)
    page.locator('input[name="x"]').press("ArrowLeft")
    assert moves.new_elements(page) == 0


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("chain", ["sin-of-square", "logistic"])
def test_it_is_accessible_and_fits_a_phone(show, theme, chain):
    page = show(NumberLines(chain), theme=theme, width=390)
    assert checks.axe(page) == []
    assert checks.overflow(page, 320) == []
    assert checks.unmoved_sliders(page) == []
    assert checks.unprinted(page) == []
