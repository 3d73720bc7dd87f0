"""The map of Start has a small picture for each chapter, which costs next to nothing."""

import gzip
import re
from xml.etree import ElementTree

import pytest

import checks
from prose import CHAPTERS
from ptcode.site.meanings import name_of
from ptcode.site.sketches import HEIGHT, SKETCHES, WIDTH, sketch

NAMES = [name_of(path.stem) for path in sorted(CHAPTERS.glob("[0-9]*.ipynb"))]
KNOWN = set(
    re.findall(r"--pt-(\w+):", (CHAPTERS.parent / "ptcode/static/colours.css").read_text("utf-8"))
)


def test_every_chapter_has_one_and_they_are_small():
    assert list(SKETCHES) == NAMES
    together = "".join(map(sketch, NAMES))
    assert len(gzip.compress(together.encode())) < 4_000
    assert sketch("glossary") == ""


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_an_ornament_inside_its_box_in_the_book_s_colours(name):
    picture = ElementTree.fromstring(sketch(name))
    assert picture.get("aria-hidden") == "true"
    assert set(re.findall(r"var\(--pt-(\w+)\)", sketch(name))) <= KNOWN
    for part in picture:
        numbers = [float(one) for one in re.findall(r"-?[\d.]+", part.get("d", ""))]
        assert all(0 <= x <= WIDTH for x in numbers[::2])
        assert all(0 <= y <= HEIGHT for y in numbers[1::2])


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_the_map_shows_them_beside_their_chapters(page_factory, served, width):
    page = page_factory(width=width)
    page.add_init_script(checks.OBSERVE_SHIFTS)
    page.goto(served + "chapters/start.html", wait_until="load")
    checks.settle(page)
    rows = page.locator("#the-map tbody tr")
    assert rows.count() == len(NAMES)
    for row in rows.all():
        picture, link = (row.locator(one).bounding_box() for one in (".pt-sketch", "td a"))
        assert (picture["width"], picture["height"]) == (WIDTH, HEIGHT)
        apart = (
            picture["x"] + picture["width"] <= link["x"]
            or picture["y"] + picture["height"] <= link["y"]
        )
        assert apart
    assert not checks.layout_shifts(page)


@pytest.mark.browser
@pytest.mark.parametrize("said", [None, "✓ read, 7 of 7 questions"])
def test_on_a_phone_the_map_fits(page_factory, served, said):
    page = page_factory(width=390, height=844)
    page.goto(served + "chapters/start.html", wait_until="load")
    checks.settle(page)
    before = page.locator("#the-map table").bounding_box()["height"]
    if said:
        page.locator("#the-map .pt-progress").evaluate_all(
            "(all, said) => all.forEach((one) => { one.textContent = said; })", said
        )
    box = page.locator("#the-map .pst-scrollable-table-container")
    assert box.evaluate("box => box.scrollWidth - box.clientWidth") <= 0
    assert page.locator("#the-map table").bounding_box()["height"] == before
