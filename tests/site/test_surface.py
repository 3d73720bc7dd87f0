"""The surface and the regression explorer, moved as a reader moves them."""

import math
import re

import pytest
from playwright.sync_api import expect

import bare
import checks
from moves import grip, put, says, state, unfold, watch_ground
from ptcode.widgets import (
    DescentExplorer,
    GradientFlow,
    RegressionExplorer,
    SurfaceExplorer,
    TangentExplorer,
)

pytestmark = pytest.mark.browser


@pytest.fixture
def page(show):
    """Return a page with both figures that reports no error."""
    return show(SurfaceExplorer(), RegressionExplorer(), height=1000)


@pytest.fixture
def surface(page):
    return page.locator("#surface")


@pytest.fixture
def regression(page):
    figure = page.locator("#regression")
    figure.scroll_into_view_if_needed()
    figure.locator(".pt-datum").first.wait_for()
    return figure


def numbers(path):
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]


def test_the_ring_is_dragged_in_both_directions_and_held_by_the_window(surface):
    mouse = surface.page.mouse
    x, y = grip(surface.locator(".pt-ring"))
    mouse.move(x - 60, y + 40, steps=5)
    dragged = state(surface)
    assert dragged["theta1"] < 2
    assert dragged["theta2"] < 0.5
    mouse.move(x - 4000, y - 4000)
    mouse.up()
    assert (state(surface)["theta1"], state(surface)["theta2"]) == (-3, 2)


def test_a_sign_of_the_formulas_font_leans_no_further_than_it_is_drawn(surface):
    """The font has one ∂, which leans already: leant again, it runs into the letter after it."""
    sign = surface.locator(".pt-arithmetic")
    pictures = set()
    for style in ("italic", "normal"):
        sign.evaluate("(sign, style) => sign.setAttribute('style', `font-style: ${style}`)", style)
        sign.evaluate("(sign) => { sign.textContent = '∂'; }")
        pictures.add(sign.screenshot())
    assert len(pictures) == 1


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ((2, 0.5), "the cost is 6.5: slope 4 along θ₁ and 10 along θ₂"),
        ((2, 0.5), "misses the minimum (0, 0) by 54°"),
        ((2, 0), "points straight at the minimum (0, 0)"),
        ((0, 0), "at the minimum (0, 0)"),
    ],
)
def test_the_sentence_says_what_is_true_of_a_place(surface, place, words):
    put(surface, surface="narrow-valley", theta1=place[0], theta2=place[1], k=0)
    assert words in says(surface)


def test_at_a_minimum_the_figure_says_so_and_points_nowhere(surface):
    for values in ({"alpha": 0.6, "theta1": 2, "theta2": 1}, {"alpha": 0.1, "theta1": 0.001}):
        put(surface, **{"surface": "bowl", "theta2": 0, "k": 40} | values)
        assert "at the minimum (0, 0)" in says(surface)
        assert "·10⁻¹" not in surface.locator(".pt-words").inner_text()
        assert "misses" not in says(surface)
        for arrow in (".pt-gradient", ".pt-way-down", ".pt-wanted"):
            expect(surface.locator(arrow)).to_be_hidden()
    put(surface, surface="saddle", theta1=0, theta2=0, k=0)
    assert "Level in every direction" in says(surface)


def test_the_arrow_is_at_right_angles_to_the_level_line_on_the_screen(surface):
    for theta1, theta2 in ((2, 0.5), (-1, 1.2), (0.5, -0.8)):
        put(surface, theta1=theta1, theta2=theta2, k=0)
        arrow = surface.locator(".pt-gradient")
        tail_x, tail_y, tip_x, tip_y = (
            float(arrow.get_attribute(key)) for key in ("x1", "y1", "x2", "y2")
        )
        line = numbers(surface.locator(".pt-level-here").get_attribute("d"))
        points = sorted(
            zip(line[::2], line[1::2], strict=True),
            key=lambda point: (point[0] - tail_x) ** 2 + (point[1] - tail_y) ** 2,
        )
        (ax, ay), (bx, by) = points[:2]
        # The nearest two points of the line stand a few pixels off the arrow's tail.
        along, across = (bx - ax, by - ay), (tip_x - tail_x, tip_y - tail_y)
        length = (along[0] ** 2 + along[1] ** 2) ** 0.5 * (across[0] ** 2 + across[1] ** 2) ** 0.5
        assert abs(along[0] * across[0] + along[1] * across[1]) / length < 0.12


def test_a_small_level_line_is_round(surface):
    """It fills π/4 of the box around it, as an ellipse does."""
    put(surface, theta1=2.5, theta2=1, alpha=0.09, k=12)
    outlines = surface.locator(".pt-level-here").get_attribute("d").split("M")[1:]
    line = min(map(numbers, outlines), key=lambda line: max(line[::2]) - min(line[::2]))
    x, y = line[::2], line[1::2]
    corners = zip(x, y, x[1:] + x[:1], y[1:] + y[:1], strict=True)
    area = abs(sum(x0 * y1 - x1 * y0 for x0, y0, x1, y1 in corners)) / 2
    share = area / (max(x) - min(x)) / (max(y) - min(y))
    assert share == pytest.approx(math.pi / 4, rel=0.03)


def test_a_slider_moves_marks_and_leaves_the_level_lines_alone(surface):
    watch_ground(surface, ".pt-levels, .pt-axis")
    slider = surface.locator("input[name=theta1]")
    slider.focus()
    for _ in range(5):
        slider.press("ArrowLeft")
    assert state(surface)["theta1"] == pytest.approx(1.75)
    assert surface.page.evaluate("touched.filter((html) => !html.startsWith('<text'))") == []


def test_theta2_follows_and_both_slopes_are_told(surface):
    put(surface, surface="product", theta1=1.5, theta2=0, k=0)
    switch = surface.get_by_label("let θ₂ follow θ₁")
    switch.check()
    assert state(surface)["theta2"] == 2.25
    assert "the partial, 2.25" in says(surface)
    assert "the total, 6.75" in says(surface)
    assert surface.locator("input[name=theta2]").is_disabled()
    slider = surface.locator("input[name=theta1]")
    slider.focus()
    slider.press("ArrowRight")
    assert state(surface)["theta2"] == pytest.approx(1.55**2)
    switch.uncheck()
    assert state(surface)["theta2"] == pytest.approx(1.55**2)
    assert "slope 2.403 along θ₁" in says(surface)


def test_where_no_control_of_descent_is_shown_no_step_is_told_until_one_is_taken(show):
    held = SurfaceExplorer("narrow-valley", controls=["follow", "theta1", "theta2"])
    figure = show(held, height=1000).locator("#surface")
    words = figure.locator(".pt-words")
    expect(words).to_contain_text("∂J/∂θ₁ = 4;  ∂J/∂θ₂ = 10")
    arrows = [figure.locator(mark) for mark in (".pt-gradient", ".pt-way-down", ".pt-wanted")]
    for arrow in arrows:
        expect(arrow).to_be_hidden()
    assert "slope 4 along θ₁" in says(figure)
    assert "step" not in words.inner_text()
    assert "misses" not in words.inner_text()
    put(figure, k=1)
    expect(words).to_contain_text("After 1 step")
    for arrow in arrows:
        expect(arrow).to_be_visible()


def slope_of(line):
    """The slope of a line on the screen."""
    x1, y1, x2, y2 = (float(line.get_attribute(name)) for name in ("x1", "y1", "x2", "y2"))
    return (y2 - y1) / (x2 - x1)


def slope_at(curve, x):
    """The slope on the screen of a drawn curve, between the points around a place."""
    path = numbers(curve.get_attribute("d"))
    points = list(zip(path[::2], path[1::2], strict=True))
    (x1, y1), (x2, y2) = (
        min(points, key=lambda point: abs(point[0] - at)) for at in (x - 4, x + 4)
    )
    return (y2 - y1) / (x2 - x1)


@pytest.mark.parametrize("follow", ["false", "true"])
@pytest.mark.parametrize(("theta1", "theta2"), [(-1.2, 0.7), (1.1, -0.6)])
def test_every_tangent_of_a_slice_touches_its_curve(surface, theta1, theta2, follow):
    put(surface, theta1=theta1, theta2=theta2, k=0, follow=follow)
    pairs = [(".pt-curve:not(.pt-moving)", ".pt-tangent:not(.pt-total)", (0, 1))]
    if follow == "true":
        pairs.append((".pt-moving", ".pt-total", (0,)))
    for curve, line, which in pairs:
        for i in which:
            slice_ = surface.locator(".pt-slice").nth(i)
            ball = float(slice_.locator(".pt-ball").get_attribute("cx"))
            wanted = slope_at(slice_.locator(curve), ball)
            assert slope_of(slice_.locator(line)) == pytest.approx(wanted, rel=0.05, abs=0.02)


def test_steps_that_leave_the_picture_are_named(surface):
    put(surface, surface="narrow-valley", theta1=2, theta2=2, alpha=0.11, k=40)
    assert "left the picture" in says(surface)
    assert surface.locator(".pt-exit").is_visible()
    put(surface, alpha=0.09)
    assert not surface.locator(".pt-exit").is_visible()


def test_a_change_of_cost_comes_with_a_state_worth_seeing(surface):
    surface.locator("select[name=surface]").select_option("himmelblau")
    assert state(surface) | {"alpha": 0.01, "theta1": 0, "k": 0} == state(surface)
    assert "nearest minimum (3, 2)" in says(surface)
    assert surface.locator(".pt-levels path").count() > 5


@pytest.mark.slow
def test_a_link_with_nonsense_leaves_a_figure_that_works(surface):
    for query in (
        "surface=hill",
        "theta1=1e9",
        "theta2=-1e300",
        "alpha=1e300",
        "k=2.5",
        "k=-4",
        "follow=maybe",
    ):
        put(surface, **dict([query.split("=")]))
        assert says(surface), query
        assert "NaN" not in surface.inner_html(), query
        put(surface, follow="false", surface="bowl", theta1=1, theta2=1, alpha=0.1, k=0)
        assert "the cost is 2: slope 2 along θ₁ and 2 along θ₂" in says(surface), query


@pytest.mark.parametrize("kind", [DescentExplorer, GradientFlow, SurfaceExplorer, TangentExplorer])
def test_a_figure_far_below_is_drawn_when_it_comes_near(kind, tmp_path, page_factory):
    page = page_factory(height=500)
    page.goto(bare.write_page(tmp_path, *(kind(id=f"figure-{i}") for i in "abcd")))
    checks.next_frames(page)
    first, last = page.locator("#figure-a"), page.locator("#figure-d")
    assert first.locator(".tick").count() > 0
    assert last.locator(".tick").count() == 0
    assert says(last) == says(first)
    last.scroll_into_view_if_needed()
    last.locator(".tick").first.wait_for(state="attached")
    assert last.bounding_box()["height"] == first.bounding_box()["height"]


def test_a_figure_far_below_is_drawn_for_print(tmp_path, page_factory):
    page = page_factory(height=500)
    page.goto(bare.write_page(tmp_path, *(SurfaceExplorer(id=f"figure-{i}") for i in "abcd")))
    page.pdf()
    assert page.locator("#figure-d .pt-levels path").count() > 5


def test_a_data_point_is_dragged_and_restored(regression):
    handle = regression.locator(".pt-point").nth(11)
    mouse = regression.page.mouse
    x, y = grip(handle)
    mouse.move(x, y + 80, steps=5)
    mouse.up()
    moved = state(regression)
    assert moved["point"] == 12
    assert moved["y"][11] == moved["py"] < 25
    assert moved["y"][:11] == list(RegressionExplorer().y)[:11]
    unfold(regression)
    regression.get_by_role("button", name="Restore the data").click()
    assert state(regression)["y"] == list(RegressionExplorer().y)
    assert state(regression)["py"] == 26.57


def test_a_data_point_is_chosen_and_moved_by_keyboard(regression):
    unfold(regression)
    point = regression.locator("input[name=point]")
    point.focus()
    point.press("ArrowRight")
    assert state(regression) | {"point": 13, "px": 209.5, "py": 28.49} == state(regression)
    height = regression.locator("input[name=py]")
    height.focus()
    height.press("ArrowRight")
    assert state(regression)["y"][12] == pytest.approx(28.5)
    assert "Point 13: at 209.5 °F we have 28.5 inHg" in says(regression)


def test_a_link_chooses_a_point_and_moves_it(regression):
    put(regression, point=12, px=204.6, py=20)
    assert state(regression)["y"][11] == 20
    assert "the best one 1.92" in says(regression)


def test_one_step_in_the_round_bowl_lands_on_the_best_line(regression):
    put(regression, scale="standardised", theta1=20, theta2=0, alpha=0.5, k=1)
    assert "After 1 step the line costs 0.04783, the best one 0.0478." in says(regression)


@pytest.mark.parametrize(
    ("scale", "words"),
    [
        ("raw", "condition number 5.44·10⁷"),
        ("centred", "condition number 31.2"),
        ("standardised", "condition number 1"),
    ],
)
def test_the_scale_of_the_input_changes_the_valley(regression, scale, words):
    regression.locator("select[name=scale]").select_option(scale)
    assert words in says(regression)
    assert "within the limit" in says(regression)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_sticks_out_sideways(tmp_path, page_factory, width):
    page = page_factory(width=width)
    page.goto(bare.write_page(tmp_path, SurfaceExplorer(), RegressionExplorer()))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
