"""The rectangle on the page: areas to scale, dashed where they count with a minus, named apart."""

import pytest

import checks
import cuts
import moves
from ptcode.widgets import ProductRectangle

pytestmark = pytest.mark.browser

AREAS = """(figure) =>
  [...figure.querySelectorAll(".pt-product rect[class]:not(.pt-frame, .pt-area)")]
  .filter((area) => area.style.display !== "none")
  .map((area) => {
    const { width, height } = area.getBBox();
    return { width, height, minus: getComputedStyle(area).strokeDasharray !== "none" };
  })"""
NAMES = """(figure) => [...figure.querySelectorAll(".pt-product .pt-name")]
  .filter((name) => name.checkVisibility()).map((name) => name.textContent)"""


@pytest.fixture
def figure(show):
    """Return `figure(…)`: the rectangle with that state, drawn."""

    def open_figure(*state, **options):
        page = show(ProductRectangle(*state), **options)
        page.locator(".pt-product .pt-uv[width]").wait_for()
        return page.locator("[data-figure=rectangle]")

    return open_figure


def test_the_areas_are_drawn_to_scale(figure):
    uv, right, top, corner = figure("square-sine", 1, 0.5).evaluate(AREAS)
    (u, v), (du, dv) = (getattr(ProductRectangle("square-sine", 1, 0.5).growth, name)
                        for name in ("sides", "changes"))  # fmt: skip
    assert right["width"] / uv["width"] == pytest.approx(du / u, rel=1e-3)
    assert top["height"] / uv["height"] == pytest.approx(dv / v, rel=1e-3)
    assert (right["height"], top["width"]) == pytest.approx((uv["height"], uv["width"]))
    assert (corner["width"], corner["height"]) == pytest.approx((right["width"], top["height"]))


@pytest.mark.parametrize(
    ("state", "minus"),
    [
        (("x-x", 3, 0.5), [False, False, False, False]),
        (("x-x", 3, -0.5), [False, True, True, False]),
        (("sine-cosine", 0.5, 0.3), [False, False, True, True]),
        (("x-exponential", -1, 0.5), [True, False, True, False]),
    ],
)
def test_what_counts_with_a_minus_has_a_dashed_edge(figure, state, minus):
    assert [area["minus"] for area in figure(*state).evaluate(AREAS)] == minus


def test_a_tenth_again_and_again_and_back_to_what_the_cell_said(figure):
    view = figure("x-x", 2, 0.1)
    tenth, reset = (view.get_by_role("button", name=name) for name in ("A tenth of Δx", "Reset"))
    assert reset.is_disabled()
    said = {moves.says(view)}
    while tenth.is_enabled():
        tenth.click()
        said.add(moves.says(view))
    assert len(said) == 4
    assert moves.state(view)["nudge"] == pytest.approx(1e-4)
    view.locator("input[name=x]").press("ArrowRight")
    reset.click()
    assert moves.state(view) == {"pair": "x-x", "x": 2, "nudge": 0.1}
    assert reset.is_disabled()


def test_the_table_shows_the_corner_vanish(figure):
    view = figure()
    view.locator("details.pt-table > summary").click()
    view.locator("tbody tr").last.wait_for()
    cells = [row.locator("td").all_inner_texts() for row in view.locator("tbody tr").all()]
    ratios = [float(row[-1]) for row in cells]
    shares = [float(row[-2].removesuffix(" %")) for row in cells]
    assert shares == sorted(shares, reverse=True)
    assert shares[-1] < 0.02 < 10 < shares[0]
    assert ratios == pytest.approx([7, 6.1, 6.01, 6.001])


def test_without_a_value_nothing_is_drawn_and_no_link_breaks_it(figure):
    view = figure("x-reciprocal", 1, 0.5)
    moves.put(view, x=0.5, nudge=-0.5)
    assert view.evaluate(AREAS) == []
    assert view.evaluate(NAMES) == []
    for asked in ({"x": "1e308", "nudge": "-1e308"}, {"pair": "x-exponential", "x": 1e50}):
        moves.put(view, **asked)
        assert moves.says(view)
    moves.put(view, pair="x-x", x=3, nudge=0)
    assert view.evaluate(NAMES) == ["uv"]


def test_a_slider_event_creates_no_node(figure):
    page = figure("x-x", 2, 0.5).page
    moves.count_new_elements(page)
    page.locator("input[name=x]").press("ArrowLeft")
    assert moves.new_elements(page) == 0


@pytest.mark.slow
def test_nothing_is_cut_at_the_ends_of_the_sliders_and_with_any_pair(show):
    assert list(cuts.in_states(show(ProductRectangle()))) == []


@pytest.mark.slow
@pytest.mark.parametrize("nudge", [1, 0.1, 0.01, -0.01, -0.5])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_names_keep_apart(show, nudge, width):
    pairs = [one["key"] for one in ProductRectangle().data["pairs"]]
    page = show(*(ProductRectangle(pair, nudge=nudge, id=pair) for pair in pairs), width=width)
    assert list(cuts.complaints(page, widths=[width])) == []


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_accessible_and_fits_a_phone(show, theme):
    page = show(ProductRectangle("x-exponential"), theme=theme, width=390)
    assert checks.axe(page) == []
    assert checks.overflow(page, 320) == []
    assert checks.unmoved_sliders(page) == []
    assert checks.unprinted(page) == []
