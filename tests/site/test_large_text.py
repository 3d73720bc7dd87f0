"""With letters twice as large the page and its figures still have room, on a desk and on a phone.

The browser's own size of text is doubled, as its settings do it: what is measured in em and rem
follows, break points among it.
"""

import pytest

import checks
from samples import SAMPLE_PAGES, sampled
from sitebuild import built_site, page_names

DOUBLED = "--blink-settings=defaultFontSize=32"
pytestmark = [pytest.mark.browser, pytest.mark.slow]

# How large the letters of a picture are on the screen.
LETTERS = """(text) => Number.parseFloat(getComputedStyle(text).fontSize) *
  text.ownerSVGElement.getScreenCTM().a"""


def pytest_generate_tests(metafunc):
    if "page_name" in metafunc.fixturenames:
        # index.html leads on at once.
        names = [name for name in page_names(built_site()) if name != "index.html"]
        metafunc.parametrize("page_name", sampled(names, SAMPLE_PAGES))


@pytest.fixture(scope="module")
def browser(launch):
    """A Chromium whose reader has doubled the size of text."""
    chromium = launch(DOUBLED)
    yield chromium
    chromium.close()


def test_the_page_keeps_its_room(page_name, served, page_factory):
    page = page_factory()
    page.goto(served + page_name, wait_until="load")
    checks.settle(page)
    problems = []
    for width in (1280, 390):
        problems += checks.overflow(page, width)
        checks.next_frames(page)
        problems += checks.narrow_sliders(page)
        text = page.evaluate("document.querySelector('main p, main h1').clientWidth")
        if text < 0.6 * min(width, 1120):
            problems.append(f"at {width} px the text is {text} px wide")
    assert not problems, "\n".join(problems)


# What success criterion 1.4.12 of WCAG wants to be possible.
SPACED = """p { margin-bottom: 2em !important }
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important }"""


def test_wider_spaces_between_letters_and_lines_leave_the_page_its_width(
    page_name, served, page_factory
):
    page = page_factory()
    page.goto(served + page_name, wait_until="load")
    page.add_style_tag(content="html { font-size: 50% }" + SPACED)  # back to the usual size
    checks.settle(page)
    assert checks.overflow(page, 1280) + checks.overflow(page, 390) == []


def test_the_letters_of_a_picture_grow_too(served, page_factory):
    page = page_factory()
    page.goto(f"{served}chapters/02-gradient-descent.html")
    figure = page.locator("#descent")
    figure.scroll_into_view_if_needed()
    tick = figure.locator(".pt-valley .pt-axis text").first
    tick.wait_for()
    assert tick.evaluate(LETTERS) >= 24


def test_a_mark_follows_the_hand_in_a_grown_picture(served, page_factory):
    """What is under the pointer is reckoned in the units that the picture is drawn in."""
    page = page_factory()
    page.goto(f"{served}chapters/02-gradient-descent.html")
    ring = page.locator("#descent .pt-start .pt-reach")
    ring.scroll_into_view_if_needed()
    checks.settle(page)
    ring.scroll_into_view_if_needed()
    box = ring.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 80, y, steps=4)
    page.mouse.up()
    checks.next_frames(page)
    moved = ring.bounding_box()
    assert abs(moved["x"] + moved["width"] / 2 - (x - 80)) < 12
