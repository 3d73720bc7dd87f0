"""The cut surface on the page: two cuts, each touched by its tangent, from any side."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

import cuts
from moves import grip, put, says, state, watch_ground
from ptcode.widgets import CutSurface

DISPLAYED = "(marks) => marks.map(({ style }) => style.display !== 'none')"
pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def page(show):
    """Return a page with the figure."""
    return show(CutSurface(theta1=1))


@pytest.fixture
def figure(page):
    return page.locator("#cut")


def drawn(figure, i):
    """The points of a cut that are drawn, hidden or not."""
    line = figure.locator(".pt-solid .pt-behind").nth(i).get_attribute("d")
    return np.array(re.findall(r"(-?[\d.]+) (-?[\d.]+)", line), float)


def tangent(figure, i):
    """The two ends of a tangent."""
    line = figure.locator(".pt-solid .pt-tangent").nth(i)
    return np.reshape(
        [float(line.get_attribute(name)) for name in ("x1", "y1", "x2", "y2")], (2, 2)
    )


@pytest.mark.parametrize("turn", [10, 50, 80])
@pytest.mark.parametrize(("theta1", "theta2"), [(1, 0.5), (-1.2, -0.7)])
def test_each_tangent_touches_its_cut_at_the_point(figure, turn, theta1, theta2):
    put(figure, theta1=theta1, theta2=theta2, turn=turn)
    for i in (0, 1):
        ends, points = tangent(figure, i), drawn(figure, i)
        away = np.hypot(*(points - ends.mean(0)).T)
        nearest = int(away.argmin())
        assert away[nearest] < 6
        ways = [ends[1] - ends[0], points[nearest + 1] - points[nearest - 1]]
        (dx, dy), (x, y) = (way / np.linalg.norm(way) for way in ways)
        assert abs(dx * y - dy * x) < 0.25, "both have one direction"


def test_the_choice_of_a_cut_shows_it_alone_and_speaks_of_it(figure):
    lines = [figure.locator(f".pt-solid .{name}") for name in ("pt-behind", "pt-tangent")]
    lines.append(figure.locator(".pt-cut-line"))
    for choice, shown in (
        ("first", (True, False)),
        ("second", (False, True)),
        ("both", (True,) * 2),
    ):
        figure.get_by_label("Cut", exact=True).select_option(choice)
        for line in lines:
            assert line.evaluate_all(DISPLAYED) == list(shown)
        assert [f"Along {name}" in says(figure) for name in ("θ₁", "θ₂")] == list(shown)


def test_the_ring_on_the_map_moves_the_point_and_the_window_holds_it(figure):
    mouse = figure.page.mouse
    x, y = grip(figure.locator(".pt-ring"))
    mouse.move(x - 40, y + 30, steps=5)
    assert state(figure)["theta1"] < 1
    assert state(figure)["theta2"] < 0.5
    mouse.move(x - 4000, y + 4000)
    mouse.up()
    assert (state(figure)["theta1"], state(figure)["theta2"]) == (-3, -2)
    assert "At θ₁ = −3, θ₂ = −2 the surface is 49 high." in says(figure)


def test_a_moved_point_leaves_the_grid_and_the_map_alone(figure):
    watch_ground(figure, ".pt-mesh, .pt-levels, .pt-edges, .pt-axis")
    figure.locator("input[name=theta1]").press("ArrowRight")
    assert state(figure)["theta1"] == 1.05
    assert figure.page.evaluate("touched.filter((html) => !html.startsWith('<text'))") == []
    figure.locator("input[name=turn]").press("ArrowRight")
    assert figure.page.evaluate("touched.some((html) => html.includes('pt-mesh'))")


def test_reset_goes_back_to_how_it_began(figure):
    reset = figure.get_by_role("button", name="Reset")
    expect(reset).to_be_disabled()
    put(figure, turn=70, theta1=-2, cuts="first")
    reset.click()
    assert state(figure) == CutSurface(theta1=1).state()
    expect(reset).to_be_disabled()
    figure.locator("select[name=surface]").select_option("saddle")
    expect(reset).to_be_disabled()


def test_a_point_outside_the_picture_is_said_and_leaves_no_nonsense(figure):
    put(figure, theta1="1e300", theta2=-9)
    assert "outside the picture" in says(figure)
    assert "NaN" not in figure.inner_html()
    expect(figure.locator(".pt-solid .pt-tangent").first).to_be_hidden()
    put(figure, theta1=1, theta2=0.5)
    assert "it rises by 2 per unit" in says(figure)


def test_nothing_is_cut_and_no_words_overlap(page):
    problems = list(cuts.in_states(page))
    assert problems == []
