"""Reading with the dock: the control that a sentence names, the table beside it, the way back."""

import re

import pytest

import checks
from docking import PHONE, SETS, TEXT, follow, link
from moves import state
from ptcode.widgets import DescentExplorer, GraphStepper, TangentExplorer

pytestmark = pytest.mark.browser
EXAMPLE = "#graph?preset=running-example&x=1.5&y=1&W1=0.8&W2=-1.2&step=%s"
NETWORK = "#graph?preset=network&step=24"
TYPED = "#graph?preset=expression&expression=x%20sin%20y&x=2&step=0"
W_1 = """<span class="katex"><math><msub><mi>W</mi><mn>1</mn></msub></math></span>"""
# A table as wide as many in the book: wider than its lines of text, and not as wide as the page.
TABLE = """(link) => link.closest("p").insertAdjacentHTML("afterend",
  `<div class="pst-scrollable-table-container" style="width: 62rem; overflow-x: auto">
    <table style="width: 56rem"><tr><td>some words in a cell</td></tr></table></div>`)"""


@pytest.fixture
def graph(text):
    """Return `graph(*links, width, height)`: a page with a graph and links that set it."""
    return lambda *links, **options: text(GraphStepper(), [*links], **options)


def controls(dock):
    shown = dock.locator("input:visible").all()
    return {one.get_attribute("name") for one in shown}


def say(page, number, before):
    link(page, number).evaluate(
        "(link, said) => link.insertAdjacentHTML('beforebegin', said)", before
    )


@pytest.mark.parametrize("width", [1280, PHONE])
@pytest.mark.parametrize(
    ("said", "named", "other"),
    [
        (f"Nothing. Drag {W_1} and go to ", "W1", "W2"),
        ("Nothing. Drag W₂ and go to ", "W2", "W1"),
        (f"Drag {W_1}. Then go to ", "W1", "W2"),
    ],
)
def test_it_shows_the_slider_that_its_sentence_or_else_its_paragraph_names(
    graph, width, said, named, other
):
    page = graph(EXAMPLE % 5, EXAMPLE % 6, width=width)
    say(page, 1, said)
    shown = controls(follow(page, 1))
    assert {"step", named} <= shown
    assert other not in shown


def test_where_a_sentence_names_more_than_a_link_sets_the_margin_has_room_for_it(graph):
    page = graph(EXAMPLE % 5, EXAMPLE % 6)
    say(page, 1, f"Drag {W_1} or W₂ and go to ")
    dock = follow(page, 1)
    assert {"step", "W1", "W2"} <= controls(dock)
    page.set_viewport_size({"width": PHONE, "height": 844})
    checks.next_frames(page, 6)
    assert {"W1", "W2"} <= controls(dock)
    assert "step" not in controls(dock)


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (PHONE, 844)])
def test_where_a_link_sets_an_expression_one_can_be_typed_beside_it(graph, width, height):
    page = graph(TYPED, EXAMPLE % 5, width=width, height=height)
    dock = follow(page, 0)
    field, box = dock.locator("input[name=expression]"), dock.bounding_box()
    field.fill("x + y")
    page.wait_for_function("JSON.parse(graph.dataset.state).expression === 'x + y'")
    for one in (field, dock.locator("input[type=range]:visible").last):
        at = one.bounding_box()
        assert at["y"] + at["height"] <= box["y"] + box["height"]
    assert "expression" not in controls(follow(page, 1))


def test_a_table_that_fits_beside_the_narrowest_dock_is_not_cut(show):
    page = show(DescentExplorer(), width=1280, height=800)
    page.evaluate(TEXT % [SETS])
    found = link(page, 0)
    found.evaluate(TABLE)
    dock = follow(page, 0)
    box, table = page.locator(".pst-scrollable-table-container"), page.locator("main table").last
    assert box.evaluate("box => box.scrollWidth - box.clientWidth") <= 0
    end = table.bounding_box()
    assert end["x"] + end["width"] <= dock.bounding_box()["x"]


def test_on_a_sheet_a_slider_has_the_room_that_its_label_leaves(graph):
    page = graph(EXAMPLE % 5, width=PHONE, height=844)
    dock = follow(page, 0)
    sliders = dock.locator("input[type=range]:visible").all()
    assert len(sliders) == 2
    assert min(one.bounding_box()["width"] for one in sliders) > 0.45 * PHONE


def test_a_sheet_shows_both_ends_of_an_edge_of_a_wide_graph(graph):
    page = graph(NETWORK, width=PHONE, height=844)
    dock = follow(page, 0)
    checks.next_frames(page)
    view = dock.locator(".pt-graph-region").bounding_box()
    for name in ("z₁", "x₂"):
        node = dock.locator("g:has(> rect):has(> .pt-name)", has_text=re.compile(f"^{name}"))
        at = node.locator("> rect").bounding_box()
        assert at["x"] >= view["x"] - 1, name
        assert at["x"] + at["width"] <= view["x"] + view["width"] + 1, name


# What it lies over


def scroll(page, element, top):
    """Scroll so that an element begins `top` pixels below the top of the screen."""
    element.evaluate(
        "(it, top) => scrollBy({ top: it.getBoundingClientRect().top - top, behavior: 'instant' })",
        top,
    )
    checks.next_frames(page, 4)


@pytest.mark.parametrize("touched", [True, False])
def test_a_sheet_steps_aside_for_a_picture_that_is_too_high_for_the_screen(graph, touched):
    page = graph(EXAMPLE % 5, width=PHONE, height=600)
    dock = follow(page, 0)
    if touched:
        dock.locator("input[name=step]").press("ArrowLeft")
    picture = page.locator("#graph .pt-main")
    assert picture.bounding_box()["height"] > 450
    scroll(page, picture, 240)
    dock.wait_for(state="hidden")
    link(page, 0)
    dock.wait_for()


def test_what_could_be_seen_of_a_picture_when_its_link_was_followed_hides_nothing(graph):
    page = graph(EXAMPLE % 5, width=PHONE, height=600)
    found = page.get_by_role("link", name="link 0")
    page.locator("#graph").evaluate("(it, link) => it.after(link)", found.element_handle())
    picture = page.locator("#graph .pt-main")
    high = picture.bounding_box()["height"]
    scroll(page, picture, 330 - high)
    found.evaluate("link => link.click()")
    dock = page.locator("aside.pt-dock")
    dock.wait_for()
    checks.next_frames(page, 6)
    assert dock.is_visible()


@pytest.mark.parametrize("width", [1280, PHONE])
def test_an_open_menu_is_not_covered(show, width):
    page = show(DescentExplorer(), TangentExplorer(), width=width, height=844)
    page.evaluate(TEXT % [SETS])
    dock = follow(page, 0)
    menu = page.locator("#tangent .pt-share")
    summary = menu.locator("> summary")
    scroll(page, summary, 560)
    summary.evaluate("it => it.click()")
    dock.wait_for(state="hidden")
    summary.evaluate("it => it.click()")
    scroll(page, page.get_by_role("link", name="link 0"), 200)
    dock.wait_for()


# The keyboard


def test_the_key_goes_back_to_where_the_focus_was_in_the_text(book):
    page = book()
    dock = follow(page, 0)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "link 2"
    page.keyboard.press("F6")
    assert dock.locator(":focus").count() == 1
    page.keyboard.press("F6")
    assert page.evaluate("document.activeElement.textContent") == "link 2"


def test_the_key_leads_to_what_can_be_seen(book):
    page = book()
    dock = follow(page, 0)
    page.evaluate("scrollBy({ top: 700, behavior: 'instant' })")
    page.keyboard.press("F6")
    assert dock.locator(":focus").count() == 1
    page.keyboard.press("F6")
    at = page.locator(":focus").bounding_box()
    assert 0 <= at["y"] <= 800 - at["height"]


def assert_free(page, dock):
    """The focus is on the screen and not under the dock."""
    at, box = page.locator(":focus").bounding_box(), dock.bounding_box()
    assert at["y"] + at["height"] <= box["y"] or at["y"] >= box["y"] + box["height"]
    assert 0 <= at["y"] <= 844 - at["height"]


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_focus_is_never_under_a_sheet(book, key):
    page = book(PHONE, 844)
    dock = follow(page, 1)
    box = dock.bounding_box()
    other = page.get_by_role("link", name="link 2" if key == "Tab" else "link 0")
    # Half of it lies under the edge of the sheet.
    edge = box["y"] if dock.get_attribute("data-place") == "bottom" else box["height"]
    other.evaluate(
        """(link, edge) => {
          link.style.cssText = "position: absolute; left: 20px";
          link.style.top = `${scrollY + edge - 14}px`;
        }""",
        edge,
    )
    page.keyboard.press(key)
    checks.next_frames(page, 6)
    assert_free(page, dock)


@pytest.mark.parametrize("key", ["F6", "Shift+Tab", "Escape"])
def test_whoever_leaves_a_sheet_sees_the_focus_though_the_text_was_scrolled(book, key):
    page = book(PHONE, 844)
    dock = follow(page, 1)
    at = dock.bounding_box()
    page.keyboard.press("F6")
    scroll(page, page.get_by_role("link", name="link 1"), at["y"] + 40)
    dock.get_by_role("button", name="To the figure").focus()
    page.keyboard.press(key)
    checks.next_frames(page, 6)
    assert page.evaluate("document.activeElement.textContent") == "link 1"
    if key != "Escape":
        assert_free(page, dock)


# Back


def settled(page, wanted):
    page.wait_for_function(f"JSON.parse(descent.dataset.state).alpha === {wanted}")


def test_back_finds_what_was_there_when_the_reader_left(book):
    page = book()
    dock = follow(page, 1)
    dock.locator("input[name=alpha]").press("ArrowRight")
    page.keyboard.press("Escape")
    dock.wait_for(state="hidden")
    own = page.locator("#descent input[name=alpha]")
    own.scroll_into_view_if_needed()
    page.wait_for_function("slider => slider.value === '0.76'", arg=own.element_handle())
    own.press("ArrowRight")
    assert state(page.locator("#descent"))["alpha"] == 0.77
    page.evaluate(
        """() => document.querySelector("main").insertAdjacentHTML("beforeend",
          '<p id="place"><a href="#place">a place</a></p>')"""
    )
    page.get_by_role("link", name="a place").click()
    own.press("ArrowRight")
    page.wait_for_function("history.state?.ptFigures?.descent.alpha === 0.78")
    page.go_back()
    settled(page, 0.77)
    assert dock.is_hidden()
    page.go_forward()
    settled(page, 0.78)
    page.go_back()
    page.go_back()
    page.wait_for_function("!location.hash")
    page.go_forward()
    settled(page, 0.77)
    assert dock.is_hidden()


def test_forward_finds_the_dock_closed_where_it_was_closed(book):
    page = book()
    dock = follow(page, 1)
    page.keyboard.press("Escape")
    dock.wait_for(state="hidden")
    page.wait_for_function("history.state.ptDock === undefined")
    page.go_back()
    page.wait_for_function("!location.hash")
    page.go_forward()
    settled(page, 0.75)
    checks.next_frames(page, 6)
    assert dock.is_hidden()
