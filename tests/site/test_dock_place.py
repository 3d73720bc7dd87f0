"""Where the dock stands and what it holds, so that sentence, link, picture and sliders are seen."""

import pytest

import checks
from docking import PHONE, SETS, focused, follow, link
from moves import says
from ptcode.widgets import DescentExplorer, GradientFlow, OptimiserRace

pytestmark = pytest.mark.browser
RACE = "#race?surface=narrow-valley&gd=%s&momentum=%s&rmsprop=0.1&beta=%s&noise=0&k=40&racers=%s"
RACES = [
    RACE % ("0.09", "0.02", "0.9", "gd+momentum"),
    RACE % ("0.18", "0.02", "0.9", "gd+momentum"),
    RACE % ("0.09", "0.115", "0.27", "gd+momentum"),
    RACE % ("0.09", "0.02", "0.9", "gd+rmsprop"),
]


def sliders(dock):
    """The names of the sliders that the dock shows."""
    shown = dock.locator("input[type=range]:visible").all()
    return {one.get_attribute("name") for one in shown}


def inside(dock, element):
    """Whether all of an element can be seen in the dock."""
    outer, inner = dock.bounding_box(), element.bounding_box()
    return (
        inner["y"] >= outer["y"] - 1
        and inner["y"] + inner["height"] <= outer["y"] + outer["height"] + 1
    )


def apart(dock, element):
    outer, inner = dock.bounding_box(), element.bounding_box()
    return (
        inner["y"] + inner["height"] <= outer["y"] + 1
        or inner["y"] >= outer["y"] + outer["height"] - 1
    )


def test_the_sliders_of_what_a_link_sets_as_no_other_does_come_first(text):
    page = text(OptimiserRace(), RACES)
    dock = follow(page, 2)
    assert sliders(dock) == {"momentum", "beta"}
    follow(page, 1)
    assert "gd" in sliders(dock)
    follow(page, 3)
    assert "rmsprop" in sliders(dock)


def test_where_a_link_sets_one_key_the_next_slider_is_what_matters_to_the_figure(text):
    page = text(DescentExplorer(), ["#descent?k=3"])
    assert sliders(follow(page, 0)) == {"k", "alpha"}


@pytest.mark.parametrize("figure", [OptimiserRace, DescentExplorer, GradientFlow])
def test_in_the_margin_it_shows_the_second_picture_and_names_the_lines(text, figure):
    asked = {OptimiserRace: RACES[0], DescentExplorer: SETS, GradientFlow: "#flow?depth=9"}
    page = text(figure(), [asked[figure]])
    dock = follow(page, 0)
    pictures = dock.locator("svg.pt-chart:visible, svg.pt-valley:visible").all()
    assert len(pictures) == 2
    for one in [*pictures, *dock.locator("input:visible, .pt-status").all()]:
        assert inside(dock, one)
        assert one.bounding_box()["height"] >= 15
    assert min(one.bounding_box()["height"] for one in pictures) >= 100
    if figure is OptimiserRace:
        assert dock.get_by_text("gradient descent", exact=True).first.is_visible()
    if figure is GradientFlow:
        assert dock.locator(".pt-legend").is_visible()


@pytest.mark.parametrize("top", [330, 400, 460, 700])
def test_on_a_phone_the_rest_of_the_sentence_can_be_read(text, top):
    page = text(DescentExplorer(), [SETS], PHONE, 844)
    found = link(page, 0)
    found.evaluate(
        """(link, top) => {
          link.after(" and then a sentence goes on for some lines more".repeat(3));
          scrollBy({ top: link.getBoundingClientRect().top - top, behavior: "instant" });
        }""",
        top,
    )
    found.click()
    dock = page.locator("aside.pt-dock")
    dock.wait_for()
    box, line = dock.bounding_box(), found.bounding_box()
    assert line["y"] == pytest.approx(top, abs=1)
    assert apart(dock, found)
    assert box["height"] > 280
    end = page.evaluate(
        "link => link.closest('p').getBoundingClientRect().bottom", found.element_handle()
    )
    assert box["y"] + box["height"] <= line["y"] or end <= box["y"] + 30


def test_a_phone_that_is_turned_and_turned_back_keeps_the_link_where_it_was(text):
    page = text(OptimiserRace(), RACES, PHONE, 844, has_touch=True, is_mobile=True)
    found = link(page, 1)
    page.evaluate("scrollBy({ top: 160, behavior: 'instant' })")
    found.tap()
    dock = page.locator("aside.pt-dock")
    dock.wait_for()
    before = found.bounding_box()["y"]
    for width, height in ((844, PHONE), (PHONE, 844)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(
            """([link, top]) =>
              Math.abs(link.getBoundingClientRect().top - Math.min(top, innerHeight - 40)) < 10""",
            arg=[found.element_handle(), before],
        )
        checks.next_frames(page)
        assert apart(dock, found)
    assert found.bounding_box()["y"] == pytest.approx(before, abs=10)


def test_back_from_the_figure_the_sheet_is_not_on_the_link(text):
    page = text(DescentExplorer(), [SETS], PHONE, 844, reduced_motion="reduce")
    found = link(page, 0)
    page.evaluate("scrollBy({ top: 120, behavior: 'instant' })")
    before = found.bounding_box()["y"]
    found.click()
    dock = page.locator("aside.pt-dock")
    dock.get_by_role("button", name="To the figure").click()
    page.wait_for_function("document.activeElement.id === 'descent'")
    page.locator("#descent .pt-words").evaluate("words => { words.style.minHeight = '400px'; }")
    dock.get_by_role("button", name="Back to where I was").click()
    page.wait_for_function("document.activeElement.textContent === 'link 0'")
    checks.next_frames(page)
    assert found.bounding_box()["y"] == pytest.approx(before, abs=1)
    assert apart(dock, found)


def test_in_a_low_window_picture_and_sliders_have_room(text):
    page = text(OptimiserRace(), RACES, 640, 400)
    dock = follow(page, 2)
    assert dock.locator("svg.pt-chart").first.bounding_box()["height"] >= 120
    shown = dock.locator("input[type=range]:visible").all()
    assert len(shown) == 2
    for slider in shown:
        assert inside(dock, slider)
        assert slider.bounding_box()["width"] >= 60
    assert inside(dock, dock.get_by_role("button", name="Play"))
    page.keyboard.press("F6")
    assert inside(dock, page.locator(":focus"))
    assert not checks.overflow(page, 640)


def test_enlarging_the_page_leaves_the_link_beside_the_dock(text):
    page = text(OptimiserRace(), RACES)
    follow(page, 2)
    found = page.get_by_role("link", name="link 2")
    dock = page.locator("aside.pt-dock")
    for width, height in ((853, 533), (640, 400)):
        page.set_viewport_size({"width": width, "height": height})
        checks.next_frames(page, 6)
        assert 0 <= found.bounding_box()["y"] < height
        assert apart(dock, found)


def test_a_wide_table_ends_before_the_dock_and_keeps_its_lines(text):
    page = text(DescentExplorer(), [SETS])
    page.evaluate(
        """() => document.querySelector("main p a").closest("p").insertAdjacentHTML("afterend",
          `<div class="pst-scrollable-table-container" style="width: 80rem; overflow-x: auto">
            <table style="width: 100%"><tr>${"<td>some words in a cell</td>".repeat(9)}</tr></table>
          </div>`)"""
    )
    box, table = page.locator(".pst-scrollable-table-container"), page.locator("main table")
    wide, lines = box.bounding_box(), table.last.bounding_box()["height"]
    dock = follow(page, 0)
    end = box.bounding_box()
    assert end["x"] + end["width"] <= dock.bounding_box()["x"]
    assert box.evaluate("box => box.scrollWidth - box.clientWidth") > 50
    assert box.get_attribute("tabindex") == "0"
    assert table.last.bounding_box()["height"] == lines
    page.keyboard.press("Escape")
    assert box.bounding_box()["width"] == wide["width"]


def test_the_tab_key_leads_from_the_end_of_the_dock_to_what_follows_the_link(book):
    page = book()
    dock = follow(page, 1)
    page.keyboard.press("F6")
    for _ in range(12):
        if not dock.locator(":focus").count():
            break
        page.keyboard.press("Tab")
    assert focused(page) == "link 2"
    page.keyboard.press("F6")
    for _ in range(12):
        if not dock.locator(":focus").count():
            break
        page.keyboard.press("Shift+Tab")
    assert focused(page) == "link 2"


def test_paper_shows_what_the_link_has_set_and_the_sentence_that_says_so(text):
    page = text(DescentExplorer(), [SETS])
    dock = follow(page, 0)
    said = dock.locator(".pt-status").text_content()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    figure = page.locator("#descent")
    assert figure.locator("svg.pt-valley .pt-arrow").get_attribute("d").count("M") == 3
    assert says(figure) == said
    assert figure.get_by_role("status").is_visible()
    assert not dock.is_visible()
