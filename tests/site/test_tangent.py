"""What is particular to the tangent explorer in a browser: dragging, the trace, the buttons."""

import pytest
import sympy

import checks
from moves import grip, state
from ptcode.widgets import TangentExplorer

pytestmark = pytest.mark.browser

OUTER = "(pen) => (pen.getAttribute('d').match(/[ML]/g) ?? []).length"


@pytest.fixture
def show(show):
    """Return `show(explorer)`: the figure, on an open page that must report no error."""
    return lambda *figures, **options: show(*figures, **options).locator(".pt-figure")


def says(figure):
    return figure.locator("[role=status]").inner_text()


def line(figure):
    return figure.locator(".pt-arithmetic").inner_text()


def drag(figure, handle, dx, steps=24):
    mouse = figure.page.mouse
    x, y = grip(figure.locator(f".pt-tall .pt-start >> nth={handle}"))
    mouse.move(x + dx, y + 3, steps=steps)
    mouse.up()


def press(figure, name):
    figure.get_by_role("button", name=name).click()


def test_the_window_fits_the_question(show):
    figure = show(TangentExplorer(x=1, h=4))
    frame, rise = (
        figure.locator(f".pt-tall {part}").bounding_box() for part in (".pt-frame", ".pt-rise")
    )
    assert rise["height"] > 0.4 * frame["height"], "24 of the heights that are shown"
    assert frame["height"] > 400
    figure.page.set_viewport_size({"width": 390, "height": 844})
    checks.next_frames(figure.page)
    assert 300 < figure.locator(".pt-tall .pt-frame").bounding_box()["height"] < 500


def test_the_caption_of_one_function_makes_way_for_the_general_one(show):
    figure = show(TangentExplorer(x=1, caption="Two points of f(x) = x², at x and x + h."))
    caption = figure.locator("figcaption")
    figure.locator("input[name=x]").press("ArrowRight")
    assert "x²" in caption.inner_text()
    figure.locator("select[name=f]").select_option("sine")
    assert caption.inner_text() == TangentExplorer.default_caption
    figure.locator("select[name=f]").select_option("square")
    assert "x²" in caption.inner_text()


def test_the_point_is_dragged_along_the_curve_and_keeps_h(show):
    figure = show(TangentExplorer(x=1, h=0))
    drag(figure, 1, 120)
    assert state(figure)["x"] > 2
    assert state(figure)["h"] == 0
    assert f"Slope {2 * state(figure)['x']:g}" in says(figure)


def test_the_second_point_moves_h_and_keeps_x(show):
    figure = show(TangentExplorer(x=1, h=4))
    drag(figure, 0, -100)
    assert state(figure)["x"] == 1
    assert 0 < state(figure)["h"] < 4


def test_a_dragged_point_goes_no_further_than_its_slider(show):
    figure = show(TangentExplorer(x=1, h=0))
    drag(figure, 1, 2000)
    assert state(figure)["x"] == 6


def test_a_dragged_point_catches_on_the_top_of_the_sine(show):
    figure = show(TangentExplorer("sine", x=1.5, h=0))
    pixels = figure.evaluate("f => f.querySelector('.pt-tall').clientWidth") / 13.6
    drag(figure, 1, 0.07 * pixels, steps=4)
    assert state(figure)["x"] == pytest.approx(1.5707963267948966)
    assert "Slope 0 at x = 1.5708: flat, a maximum" in says(figure)


def test_the_derivative_is_traced_only_where_the_reader_has_been(show):
    figure = show(TangentExplorer(x=1, h=0))
    trace = figure.locator(".pt-been")
    assert trace.evaluate(OUTER) == 1
    drag(figure, 1, 100)
    there = trace.evaluate(OUTER)
    assert there > 10
    drag(figure, 1, -60)
    assert trace.evaluate(OUTER) == there
    figure.locator("select").select_option("cube")
    assert trace.evaluate(OUTER) == 1


def test_a_secant_does_not_give_the_slope_of_the_tangent_away(show):
    figure = show(TangentExplorer(x=1, h=4))
    assert not figure.locator(".pt-slope-dot").is_visible()
    assert figure.locator(".pt-been").evaluate(OUTER) == 0
    assert "tangent" not in says(figure)
    figure.get_by_label("tangent beside the secant").check()
    assert figure.locator(".pt-slope-dot").is_visible()
    assert "The tangent has slope 2 at x = 1" in says(figure)


def test_a_leap_leaves_a_gap_in_the_trace(show):
    figure = show(TangentExplorer("wave", x=-2, h=0))
    press(figure, "Next flat place or corner")
    press(figure, "Next flat place or corner")
    assert state(figure)["x"] == 1
    assert figure.locator(".pt-been").get_attribute("d").count("M") == 3


def test_halving_h_brings_the_quotient_to_the_slope_and_zero_to_the_limit(show):
    figure = show(TangentExplorer(x=5, h=2))
    assert line(figure) == "Δf/Δx = (49 − 25) / 2 = 12"
    for quotient in (11, 10.5, 10.25, 10.125):
        press(figure, "Halve h")
        assert line(figure).endswith(f"= {quotient:g}")
    press(figure, "h = 0")
    assert line(figure) == "Δf/Δx = 0/0 is no number. Its limit as h → 0 is f′(5) = 10"
    assert says(figure).startswith("Slope 10 at x = 5: a small step to the right raises f")


def test_focus_is_not_lost_with_the_button_that_can_do_no_more(show):
    figure = show(TangentExplorer(x=5, h=2))
    figure.get_by_role("button", name="h = 0").focus()
    figure.page.keyboard.press("Enter")
    assert figure.page.evaluate("document.activeElement.textContent") == "Reset"
    figure.page.keyboard.press("Enter")
    assert (state(figure)["x"], state(figure)["h"]) == (1, 4)


def test_a_corner_shows_two_slopes_and_no_tangent_of_its_own(show):
    figure = show(TangentExplorer("absolute", x=0, h=0))
    assert figure.locator(".pt-open:visible").count() == 2
    assert not figure.locator(".pt-slope-dot").is_visible()
    assert line(figure).endswith("−1 from the left, 1 from the right, so no limit.")


def test_outside_the_domain_nothing_is_drawn_that_is_not_there(show):
    figure = show(TangentExplorer("logarithm", x=-0.5, h=1))
    for mark in (".pt-secant >> nth=0", ".pt-tangent", ".pt-run", ".pt-rise", ".pt-slope-dot"):
        assert not figure.locator(mark).is_visible(), mark
    assert says(figure).startswith("x = −0.5 lies outside the domain")


def test_a_pole_is_not_bridged(show):
    figure = show(TangentExplorer("reciprocal", x=1, h=0))
    assert figure.locator(".pt-curve").get_attribute("d").count("M") == 2


def test_a_reader_s_own_function_comes_first_and_the_others_can_be_chosen(show):
    figure = show(TangentExplorer(sympy.sin(sympy.Symbol("t")) / 2, x=0, h=0))
    assert "Slope 0.5" in says(figure)
    figure.locator("select").select_option("square")
    assert state(figure)["f"] == "square"


def test_the_table_holds_the_quotients_on_both_sides(show):
    figure = show(TangentExplorer(x=5, h=0))
    figure.locator(".pt-table summary").click()
    figure.locator("tbody tr").last.wait_for()
    rows = figure.locator("tbody tr").all_inner_texts()
    assert [row.split("\t") for row in rows][1:3] == [
        ["0.1", "1.01", "10.1", "0.1"],
        ["0.01", "0.1001", "10.01", "0.01"],
    ]
    assert len(rows) == 8


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_no_sentence_moves_what_stands_below_it(page_factory, served, width):
    page = page_factory(width=width)
    page.goto(served + "chapters/01-derivatives.html")
    checks.settle(page)
    figure, heights = page.locator("#tangent"), set()
    for f, at, h in (
        ("square", 5, 2), ("square", 0, 0), ("absolute", 0, -1.55), ("absolute", 0, 0),
        ("cube", 0, 1.35), ("logarithm", -0.5, 1), ("logarithm", 0.05, -0.35), ("root", 0, 2.15),
        ("sine", 1.5707963267948966, 1.85), ("wave", -1, -1.45),
    ):  # fmt: skip
        address = f"#tangent?f={f}&x={at}&h={h}"
        checks.follow(page, address)
        assert state(figure)["f"] == f
        heights.add(figure.locator(".pt-view").bounding_box()["height"])
    assert len(heights) == 1


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_both_pictures_fill_the_figure_in_the_chapter(page_factory, served, width):
    page = page_factory(width=width)
    page.goto(served + "chapters/01-derivatives.html")
    view = page.locator("#tangent .pt-view").bounding_box()
    for picture in page.locator("#tangent .pt-chart").all():
        assert picture.bounding_box()["width"] > view["width"] - 40
