"""The menu by which a figure is taken elsewhere: its address, a frame's code, its picture."""

import json
import re
import struct
import zlib
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.image import imread
from playwright.sync_api import expect

from bare import STATIC, write_page
from figure_cases import FIGURES
from ptcode import widgets
from ptcode.widgets import (
    Clinic,
    DescentExplorer,
    ExerciseFigure,
    Practice,
    Question,
    Rounds,
    SortingGame,
)
from samples import SAMPLE_KINDS, sampled
from sitebuild import served_below

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SVG = "{http://www.w3.org/2000/svg}"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
QUESTION = Question("share", "Which?", [("one", "It is.", True), ("another", "It is not.")])
# Made when they are shown: a bank of exercises takes seconds.
MADE = [*FIGURES, lambda: ExerciseFigure("slope-of-square"), lambda: QUESTION]
IDS = [*(one.__name__ for one in FIGURES), "ExerciseFigure", "Question"]
PICTURED = [one for one in FIGURES if one not in (Clinic, Practice, Rounds, SortingGame)]
STATE = """(figure) => figure.dataset.state"""
# As a frame that was not given the right, or a reader who said no.
REFUSED = """() => {
  navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
}"""


def kind(figure):
    return figure.kind


def some(makers):
    """The makers, of which make test takes the sample, and the two that are no class."""
    return sampled(makers, SAMPLE_KINDS, name=lambda make: getattr(make, "kind", "exercise"))


def opened(page):
    """Open the menu of the page's first figure; return it once it is filled."""
    menu = page.locator(".pt-share").first
    menu.locator("summary").click()
    menu.locator(".pt-fold-said").wait_for(state="attached")
    return menu


def field(menu, label):
    return menu.get_by_label(label)


def saved(page, menu, name):
    """What a button of the menu saves."""
    with page.expect_download() as download:
        menu.get_by_role("button", name=name).click()
    return Path(download.value.path()).read_bytes(), download.value.suggested_filename


def chunks(png):
    """The chunks of a PNG by their kind, each checked."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    found, at = [], 8
    while at < len(png):
        size, name = struct.unpack(">I4s", png[at : at + 8])
        content = png[at + 8 : at + 8 + size]
        [check] = struct.unpack(">I", png[at + 8 + size : at + 12 + size])
        assert check == zlib.crc32(name + content), f"the checksum of {name}"
        found.append((name.decode(), content))
        at += 12 + size
    return found


def texts(png):
    """The international texts of a PNG, by name."""
    pairs = [content.split(b"\0", 1) for name, content in chunks(png) if name == "iTXt"]
    return {name.decode(): rest.lstrip(b"\0").decode() for name, rest in pairs}


def blocks(png, side=8):
    """The mean colours of a screenshot's squares: a line may lie half a pixel off."""
    pixels = imread(BytesIO(png))[..., :3]
    height, width = (size // side * side for size in pixels.shape[:2])
    squares = pixels[:height, :width].reshape(height // side, side, width // side, side, 3)
    return squares.mean(axis=(1, 3))


# Its address


@pytest.mark.parametrize("make", some(MADE), ids=IDS)
def test_every_figure_has_one_menu_that_fits_a_small_phone(make, show):
    page = show(make(), width=320)
    menu = page.locator(".pt-figure .pt-share")
    expect(menu).to_have_count(1)
    box = menu.locator("summary").bounding_box()
    assert min(box["width"], box["height"]) >= 24
    opened(page)
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, f"the open menu is {wide} px too wide"
    frame = page.locator(".pt-figure").first.bounding_box()
    for control in menu.locator("input, button").all():
        at = control.bounding_box()
        assert at["x"] >= frame["x"] - 1
        assert at["x"] + at["width"] <= frame["x"] + frame["width"] + 1
        assert min(at["width"], at["height"]) >= 24


@pytest.mark.parametrize("make", some(MADE), ids=IDS)
def test_the_link_opens_the_very_state(make, show, open_page):
    page = show(make())
    slider = page.locator("input[type=range]:visible").first
    if slider.count():
        slider.press("ArrowRight")
    menu = opened(page)
    link = field(menu, "Link").input_value()
    there = open_page(link)
    expect(there.locator(".pt-refused")).to_have_count(0)
    same = json.loads(page.locator(".pt-figure").evaluate(STATE))
    assert json.loads(there.locator(".pt-figure").evaluate(STATE)) == same


def test_a_figure_alone_and_one_that_is_docked_have_one_menu_each(served, page_factory):
    page = page_factory()
    page.goto(f"{served}figure.html#descent?alpha=0.75&k=3")
    menu = opened(page)
    assert field(menu, "Link").input_value().startswith(f"{served}figure.html#descent?")
    assert "alpha=0.75" in field(menu, "Link").input_value()
    assert saved(page, menu, "SVG")[0].startswith(b"<")
    page.goto(f"{served}chapters/02-gradient-descent.html")
    page.locator("a.pt-set[href^='#descent?']:visible").last.click()
    page.locator("aside.pt-dock").wait_for()
    expect(page.locator("#descent .pt-share")).to_have_count(1)
    expect(page.locator("aside.pt-dock .pt-share")).to_have_count(0)


# What a reader has moved, by key; then what the address says of the state, all of it.
MOVED = [
    (widgets.GraphStepper, {}, set()),
    (widgets.GraphStepper, {"step": 7, "W1": 0.5}, {"step", "W1"}),
    (widgets.GraphStepper, {"w1": 0.5, "expression": "x + y"}, set()),
    (
        widgets.GraphStepper,
        {"preset": "two-paths", "x": 2, "step": 3},
        {"preset", "x", "step"},
    ),
    (
        widgets.GraphStepper,
        {"preset": "expression", "expression": "x + y"},
        {"preset", "expression", "x", "y", "step"},
    ),
    (DescentExplorer, {"alpha": 0.3}, {"alpha"}),
    (DescentExplorer, {"half": True, "log": True}, {"half", "log"}),
]


@pytest.mark.parametrize(("figure", "moved", "told"), MOVED)
def test_an_address_says_what_is_not_at_its_default_and_has_a_part(
    figure, moved, told, show, open_page
):
    page = show(figure())
    page.evaluate(
        """(moved) => {
          const [{ model }] = globalThis.ptViews;
          for (const [key, value] of Object.entries(moved)) model.set(key, value);
        }""",
        moved,
    )
    address = field(opened(page), "Link").input_value()
    query = parse_qs(urlsplit(address).fragment.partition("?")[2])
    assert set(query) == told
    there = open_page(address)
    used = told | set(moved) - {"w1", "expression"}
    same = json.loads(page.locator(".pt-figure").evaluate(STATE))
    shown = json.loads(there.locator(".pt-figure").evaluate(STATE))
    assert {key: shown[key] for key in used} == {key: same[key] for key in used}


def test_a_figure_of_a_chapter_has_an_address_alone(served, page_factory):
    page = page_factory()
    page.goto(f"{served}chapters/08-backpropagation.html#graph?step=7")
    menu = page.locator("#graph ~ * .pt-share, #graph .pt-share").first
    menu.locator("summary").click()
    alone = field(menu, "alone").input_value()
    assert alone == f"{served}figure.html#graph?step=7"
    page.goto(alone)
    assert json.loads(page.locator("#graph").evaluate(STATE))["step"] == 7
    menu = opened(page)
    expect(field(menu, "alone")).to_have_count(0)


def test_the_link_follows_the_figure_while_the_menu_is_open(show):
    page = show(DescentExplorer(alpha=0.25))
    menu = opened(page)
    for alpha in (0.26, 0.27):
        page.locator("input[name=alpha]").press("ArrowRight")
        assert f"alpha={alpha}" in field(menu, "Link").input_value()


def test_a_link_is_copied(show):
    page = show(DescentExplorer())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    menu = opened(page)
    menu.get_by_role("button", name="Copy the link").click()
    expect(menu.locator("[aria-live]")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == field(menu, "Link").input_value()


def test_where_copying_is_refused_the_text_is_selected(show):
    page = show(DescentExplorer())
    page.evaluate(REFUSED)
    menu = opened(page)
    menu.get_by_role("button", name="Copy the code").click()
    code = field(menu, "Code")
    expect(code).to_be_focused()
    expect(menu.locator("[aria-live]")).not_to_be_empty()
    chosen = code.evaluate("(one) => one.value.slice(one.selectionStart, one.selectionEnd)")
    assert chosen == code.input_value()


def test_the_keyboard_opens_the_menu_and_leaves_it(show):
    page = show(DescentExplorer())
    summary = page.locator(".pt-share > summary")
    summary.focus()
    page.keyboard.press("Enter")
    field(page.locator(".pt-share"), "Link").wait_for()
    page.keyboard.press("Tab")
    expect(field(page.locator(".pt-share"), "Link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(summary).to_be_focused()
    expect(page.locator(".pt-share")).not_to_have_attribute("open", re.compile(""))


def test_nothing_of_the_menu_is_fetched_before_it_is_opened(show):
    page = show(DescentExplorer())
    fetched = "[...document.scripts].filter(({ src }) => src.includes('share')).length"
    assert page.evaluate(fetched) == 0
    opened(page)
    assert page.evaluate(fetched) == 1


def test_the_menu_is_not_printed(show):
    page = show(DescentExplorer())
    page.emulate_media(media="print")
    expect(page.locator(".pt-share")).to_be_hidden()


# Its picture


@pytest.mark.parametrize("make", some(PICTURED), ids=lambda make: make.__name__)
def test_the_svg_stands_alone_and_says_what_it_shows(make, show):
    figure = make()
    page = show(figure)
    page.locator("svg.pt-chart path").first.wait_for(state="attached")
    data, name = saved(page, opened(page), "SVG")
    assert name == f"{figure.id}.svg"
    picture = ElementTree.fromstring(data)
    assert picture.find(f"{SVG}title").text
    said = page.locator(".pt-view [role=status]").text_content().strip()
    assert picture.find(f"{SVG}desc").text == said
    rights = next(picture.iter(f"{DUBLIN_CORE}rights")).text
    assert "creativecommons.org" in rights
    text = data.decode()
    for outside in (" class=", " style=", "var(", "currentColor", "light-dark", "color-mix"):
        assert outside not in text
    ids = {one.get("id") for one in picture.iter()}
    assert set(re.findall(r'url\(["\']?#([^)"\']*)', text.replace("&quot;", '"'))) <= ids


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_svg_looks_as_the_figure_does(theme, show, open_page, over_http, tmp_path):
    page = show(widgets.SurfaceExplorer(), theme=theme)
    chart = page.locator("svg.pt-plane")
    chart.locator("path").first.wait_for(state="attached")
    data, _ = saved(page, opened(page), "SVG")
    (tmp_path / "alone.svg").write_bytes(data)
    alone = open_page(over_http((tmp_path / "alone.svg").as_uri()))
    first = next(ElementTree.fromstring(data).iterfind(f"{SVG}svg")).attrib
    nested = {side: float(first[side]) for side in ("x", "y", "width", "height")}
    shown, drawn = blocks(chart.screenshot()), blocks(alone.screenshot(clip=nested))
    height, width = (min(sizes) for sizes in zip(shown.shape[:2], drawn.shape[:2], strict=True))
    off = np.abs(shown[:height, :width] - drawn[:height, :width]).max(axis=-1)
    assert np.mean(off > 0.1) < 0.01, f"{np.mean(off > 0.1):.1%} of the picture looks different"


@pytest.mark.parametrize("figure", [DescentExplorer(), widgets.NetworkTrainer()], ids=kind)
def test_the_png_is_twice_as_fine_and_carries_its_sentence(figure, show):
    page = show(figure)
    page.locator("svg.pt-chart path").first.wait_for(state="attached")
    menu = opened(page)
    size = ElementTree.fromstring(saved(page, menu, "SVG")[0]).attrib
    data, name = saved(page, menu, "PNG")
    assert name == f"{figure.id}.png"
    told = texts(data)
    assert told["Description"] == page.locator(".pt-view [role=status]").text_content().strip()
    assert "CC BY" in told["Copyright"]
    drawn = imread(BytesIO(data))
    assert drawn.shape[:2] == (2 * int(size["height"]), 2 * int(size["width"]))
    assert np.unique(drawn.reshape(-1, drawn.shape[-1]), axis=0).shape[0] > 20


def test_a_picture_is_saved_from_a_folder_too(page_factory, tmp_path):
    page = page_factory()
    page.goto(write_page(tmp_path, widgets.NetworkTrainer()))
    menu = opened(page)
    data, _ = saved(page, menu, "PNG")
    assert chunks(data)[-1][0] == "IEND"
    assert field(menu, "Code").input_value().startswith('<iframe src="https://')


@pytest.mark.parametrize("figure", [ExerciseFigure("slope-of-square"), QUESTION], ids=kind)
def test_words_have_an_address_and_no_picture(figure, show):
    menu = opened(show(figure))
    expect(menu.locator("input")).to_have_count(3)
    expect(menu.get_by_role("button", name="Save")).to_have_count(0)


# In a notebook


NOTEBOOK = """async ([kind, state]) => {
  const { default: figure } = await import(`./${kind}.mjs`);
  const el = document.body.appendChild(document.createElement("div"));
  const model = { get: (key) => state[key], set() {}, on() {}, off() {}, save_changes() {} };
  figure.render({ model, el });
}"""


@pytest.fixture
def notebook(page_factory):
    """A page on which a figure stands as in a notebook: its module, and a model of its state."""
    with served_below(STATIC, "/") as root:

        def show_in_notebook(figure):
            page = page_factory()
            page.goto(f"{root}licences.txt")
            page.evaluate("document.body.replaceChildren()")
            page.evaluate(NOTEBOOK, [figure.kind, figure.state() | {"data": figure.data}])
            return page

        yield show_in_notebook


def test_a_notebook_offers_the_picture_alone(notebook):
    page = notebook(DescentExplorer())
    menu = opened(page)
    expect(menu.locator("input")).to_have_count(0)
    data, _ = saved(page, menu, "SVG")
    assert b"<desc>" in data


def test_a_notebook_has_no_menu_where_there_is_no_picture(notebook):
    page = notebook(QUESTION)
    expect(page.locator(".pt-question")).to_have_count(1)
    expect(page.locator(".pt-share")).to_have_count(0)
