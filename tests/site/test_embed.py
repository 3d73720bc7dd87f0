"""A figure in a frame of another origin: with the documented lines, none is cut."""

import re
from urllib.parse import urlencode

import pytest

import checks
from ptcode.site.figures import scripts_of
from sitebuild import ROOT, served_below

pytestmark = pytest.mark.browser

# What chapters/for-teachers.md tells a host to write, word for word.
TOLD = (ROOT / "chapters" / "for-teachers.md").read_text("utf-8")
LINES = next(
    block for block in re.findall(r"```html\n(.*?)```", TOLD, re.DOTALL) if "<script" in block
)
FRAME = next(
    block for block in re.findall(r"```html\n(.*?)```", TOLD, re.DOTALL) if "<iframe" in block
)
HEARD = """<script>heard = [];
  addEventListener("message", ({ data, origin }) => heard.push([origin, data]))</script>"""
KINDS = """() => {
  const found = new Map();
  for (const one of document.querySelectorAll("template[data-id]")) {
    const figure = one.content.querySelector(".pt-figure");
    if (figure) found.set(figure.dataset.figure, figure.id);
  }
  return [...found.values()];
}"""
# What of a figure lies beyond its frame, after at most as many frames as it needs to be told.
CUT = """async () => {
  let beyond;
  for (let frame = 0; frame < 60; frame++) {
    const { scrollHeight, clientHeight } = document.documentElement;
    beyond = scrollHeight - clientHeight;
    if (beyond <= 0) break;
    await new Promise(requestAnimationFrame);
  }
  return beyond;
}"""
SCRIPTS = """() => performance.getEntriesByType("resource").map(({ name }) =>
  /[\\w.-]+[.]js/.exec(name)?.[0]).filter(Boolean)"""
OPENED = (
    """() => document.querySelectorAll("main details").forEach((one) => { one.open = true; })"""
)


@pytest.fixture
def host(page_factory, tmp_path):
    """Return `host(markup, width)`: an open page of another origin with this in its body."""
    with served_below(tmp_path, "/") as root:

        def open_host(markup, width=1280):
            (tmp_path / "host.html").write_text(
                f"<!doctype html><title>A course</title>{HEARD}{markup}", "utf-8"
            )
            page = page_factory(width=width)
            page.goto(f"{root}host.html")
            return page

        yield open_host


@pytest.fixture
def ids(page_factory, served):
    """One figure of every kind."""
    page = page_factory()
    page.goto(f"{served}figure.html")
    return page.evaluate(KINDS)


def frame_of(page, served, figure):
    """Show a figure in the host's frame; return its document, once the figure is alive."""
    frame = page.locator("iframe").element_handle().content_frame()
    frame.goto("about:blank")
    frame.goto(f"{served}figure.html#{figure}")
    frame.wait_for_selector(".pt-figure[data-live] .pt-view > *", state="attached")
    return frame


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 390])
def test_no_figure_is_cut_in_a_frame(width, served, host, ids):
    page = host(LINES + '<iframe title="A figure" width="100%" height="200"></iframe>', width)
    assert len(ids) > 10
    for name in ids:
        frame = frame_of(page, served, name)
        assert frame.evaluate(CUT) <= 0, f"{name} is cut at first"
        frame.evaluate(OPENED)
        assert frame.evaluate(CUT) <= 0, f"{name} is cut when all in it is open"
        page.locator("iframe").evaluate("(frame) => { frame.style.width = '330px'; }")
        assert frame.evaluate(CUT) <= 0, f"{name} is cut in a narrower column"
        page.locator("iframe").evaluate("(frame) => { frame.style.width = ''; }")


def test_a_frame_shrinks_with_its_figure(served, host):
    page = host(LINES + '<iframe title="A figure" width="100%" height="200"></iframe>')
    frame = frame_of(page, served, "descent")
    height = "Number(document.querySelector('iframe').height)"
    page.wait_for_function(f"{height} > 300")
    before = page.evaluate(height)
    frame.click(".pt-table summary")
    page.wait_for_function(f"{height} > {before}")
    frame.click(".pt-table summary")
    page.wait_for_function(f"{height} === {before}")


def test_a_host_is_told_the_height_and_nothing_else(served, host):
    page = host('<iframe title="A figure" width="100%" height="200"></iframe>')
    frame = frame_of(page, served, "descent")
    page.wait_for_function("heard.length > 0")
    frame.press("input[name=alpha]", "ArrowRight")
    frame.click(".pt-share summary")
    checks.next_frames(page)
    for origin, data in page.evaluate("heard"):
        assert served.startswith(origin)
        assert set(data) == {"subject", "height"}
        assert data["subject"] == "lti.frameResize"
        assert data["height"] > 300


def test_without_the_lines_a_frame_scrolls(served, host):
    page = host('<iframe title="A figure" width="100%" height="200"></iframe>')
    frame = frame_of(page, served, "descent")
    page.wait_for_function("heard.length > 0")
    frame.evaluate("scrollTo(0, 1e6)")
    last = frame.locator(".pt-source").bounding_box()
    at = page.locator("iframe").bounding_box()
    assert last["y"] + last["height"] <= at["y"] + at["height"]


@pytest.mark.parametrize("width", [1280, 390])
def test_the_code_that_is_shared_makes_a_frame_that_is_high_enough(
    width, served, host, page_factory
):
    page = page_factory(width=width)
    page.goto(f"{served}chapters/02-gradient-descent.html")
    menu = page.locator("#descent .pt-share")
    menu.locator("summary").click()
    code = menu.get_by_label("Code").input_value()
    wide = page.locator("#descent").bounding_box()["width"]
    course = host(f'<div style="width: {wide + 40}px">{code}</div>', width=1280)
    frame = course.locator("iframe").element_handle().content_frame()
    frame.wait_for_selector(".pt-figure[data-live] .pt-view > *", state="attached")
    assert frame.evaluate(CUT) <= 0
    assert re.findall(r' (\w+)="', code) == re.findall(r'\s(\w+)="', FRAME)


def test_a_figure_by_itself_tells_nobody(served, page_factory):
    page = page_factory()
    page.add_init_script("heard = []; addEventListener('message', (told) => heard.push(told.data))")
    page.goto(f"{served}figure.html#descent")
    page.locator(".pt-table summary").click()
    checks.next_frames(page)
    assert page.evaluate("heard") == []


def test_a_figure_alone_asks_for_no_other_figure_s_scripts(open_page, served):
    """Those of the next one are fetched when the address names it, with its state."""
    page = open_page(served + "figure.html#cases?alpha=0.5")
    for name, kind, values in (
        ("cases", "descent", {"alpha": 0.5}),
        ("graph", "graph", {"step": 3}),
    ):
        page.evaluate("address => { location.hash = address }", f"{name}?{urlencode(values)}")
        figure = page.locator(f"#{name}[data-live]")
        figure.wait_for()
        assert values.items() <= checks.state_of(figure).items()
        assert set(page.evaluate(SCRIPTS)) >= set(scripts_of([kind]))
    assert set(page.evaluate(SCRIPTS)) == {
        "early.js",
        "alone.js",
        *scripts_of(["descent", "graph"]),
    }


def test_a_figure_whose_script_cannot_be_fetched_says_so(page_factory, served):
    page = page_factory()
    page.route("**/page-descent.js*", lambda route: route.abort())
    page.goto(served + "figure.html#cases")
    page.wait_for_selector("main > [role=status]")
    assert page.locator("main figcaption").is_visible()
    page.unroute("**/page-descent.js*")
    page.reload()
    page.wait_for_selector("#cases[data-live]")
    assert page.locator("main > [role=status]").count() == 0
