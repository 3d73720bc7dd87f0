"""The network of units on the page: whatever points at a unit lights its row or its column."""

import pytest

import checks
import moves
from ptcode.widgets import UnitDiagram

pytestmark = pytest.mark.browser

UNIT = ".pt-units-unit"
LIT = ".pt-units-arrow.pt-lit"


def framed(page):
    """The numbers that are framed in the matrices."""
    return page.locator(".pt-units-matrix text.pt-lit").all_text_contents()


def written(page):
    """The numbers that stand on arrows."""
    return page.locator(".pt-units-weight:visible").all_text_contents()


def test_the_row_and_the_column_of_the_unit_pointed_at_light_up(show):
    page = show(UnitDiagram("small"))
    figure = page.locator("#units")
    page.locator(UNIT).nth(3).hover()  # the second of layer 2
    assert moves.state(figure)["unit"] == "2.2"
    assert page.locator("input[name=y]").is_disabled(), "forwards, no target is looked at"
    assert written(page) == ["−1.2", "0.9"]
    assert framed(page) == ["−1.2", "0.9", "0"]  # a bias is the last
    assert "Unit 2 of layer 2".lower() in moves.says(figure).lower()
    page.get_by_label("Direction", exact=True).select_option("backwards")
    page.locator(UNIT).nth(1).click()
    assert written(page) == framed(page) == ["−0.7", "0.9"]
    assert page.locator(LIT).count() == 2
    assert page.locator(f"{UNIT}.pt-lit").count() == 1
    assert "z̄ = 0.005768" in moves.says(figure)


def test_a_tap_and_the_keyboard_choose_a_unit_too(show):
    page = show(UnitDiagram(), width=390, has_touch=True)
    figure = page.locator("#units")
    page.locator(UNIT).nth(4).tap()
    assert moves.state(figure)["unit"] == "3.1"
    page.get_by_label("Unit", exact=True).focus()
    page.keyboard.press("ArrowUp")
    assert moves.state(figure)["unit"] == "2.2"


def test_at_the_output_backwards_only_the_arrow_of_the_cost_is_lit(show):
    page = show(UnitDiagram(unit="3.1", direction="backwards"))
    assert page.locator(LIT).count() == 1
    assert written(page) == framed(page) == []


def test_a_smaller_network_keeps_to_its_units_and_its_one_input(show):
    page = show(UnitDiagram(unit="3.1"))
    figure = page.locator("#units")
    assert page.locator("input[name=x2]").is_visible()
    assert page.get_by_role("button", name="Reset").is_disabled()
    page.get_by_label("Network", exact=True).select_option("running-example")
    assert moves.state(figure)["unit"] == "2.1"
    assert page.locator("input[name=x2]").is_hidden()
    units = page.locator("select[name=unit] option:not(:disabled)")
    assert units.evaluate_all("all => all.map(({ value }) => value)") == ["1.1", "2.1"]
    page.get_by_role("button", name="Reset").click()
    assert moves.state(figure) == UnitDiagram(unit="3.1").state()


def test_negative_weights_are_dashed_and_the_thickest_arrow_is_the_largest_weight(show):
    page = show(UnitDiagram())
    negative = [w < 0 for W in UnitDiagram().data["networks"][0]["weights"] for r in W for w in r]
    arrows = page.locator(".pt-units-arrow")
    dashed = "all => all.map((one) => getComputedStyle(one.firstChild).strokeDasharray !== 'none')"
    assert arrows.evaluate_all(dashed)[:-1] == negative
    widths = arrows.evaluate_all(
        "all => all.map((one) => Number(one.firstChild.getAttribute('stroke-width')))"
    )
    assert widths.index(max(widths)) == len(negative) - 1


def test_a_slider_event_creates_no_element(show):
    page = show(UnitDiagram(direction="backwards"))
    moves.count_new_elements(page)
    page.locator('input[name="x1"]').press("ArrowLeft")
    assert moves.new_elements(page) == 0


def test_a_link_asks_for_what_there_is(show):
    page = show(UnitDiagram(), link="#units?network=running-example&unit=3.1&x1=1e300&y=7")
    state = moves.state(page.locator("#units"))
    assert [state["unit"], state["x1"], state["y"]] == ["2.1", 1e50, 7]


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("direction", ["forwards", "backwards"])
def test_it_is_accessible_and_fits_a_phone(show, theme, direction):
    page = show(UnitDiagram("small", direction=direction), theme=theme, width=390)
    assert checks.axe(page) == []
    assert checks.overflow(page, 320) == []
    assert checks.unmoved_sliders(page) == []
    assert checks.unprinted(page) == []
