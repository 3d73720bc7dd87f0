"""The nested graphs in the browser: u is carried from axis to axis, and y to the third graph."""

import pytest
from playwright.sync_api import expect

import checks
import cuts
import moves
from ptcode.widgets import NestedGraphs

pytestmark = pytest.mark.browser

# The middles of what a graph shows of a value: its end on the axis, or the point itself.
MIDDLE = """(mark) => {
  const { x, y, width, height } = mark.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}"""


def middle(page, graph, mark):
    return page.locator(f".pt-nest-{graph} {mark}").evaluate(MIDDLE)


def names(page):
    """What stands at the axes of each graph."""
    return [
        page.locator(f".pt-nest-{graph} .pt-name:visible").all_text_contents()
        for graph in ("inner", "outer", "both")
    ]


def drawn(page):
    expect(page.locator(".pt-nest .pt-curve[d]")).to_have_count(3)
    return page


def test_u_and_y_are_carried_on_with_their_names(show):
    page = drawn(show(NestedGraphs(x=1.5)))
    assert names(page) == [["x = 1.5", "u = 2.25"], ["u = 2.25", "y = 0.7781"],
                           ["x = 1.5", "y = 0.7781"]]  # fmt: skip
    point, end = middle(page, "inner", ".pt-ring"), middle(page, "inner", "circle.pt-leg-u")
    assert end["y"] == pytest.approx(point["y"], abs=1)
    point, end = middle(page, "outer", ".pt-value"), middle(page, "outer", "circle.pt-leg-u")
    assert end["x"] == pytest.approx(point["x"], abs=1)
    assert middle(page, "both", ".pt-value")["y"] == pytest.approx(point["y"], abs=1)


def test_the_ring_is_dragged_and_the_slider_does_the_same(show):
    page = drawn(show(NestedGraphs(x=1.5)))
    figure = page.locator("#nesting")
    x, y = moves.grip(page.locator(".pt-nest-inner .pt-ring"))
    page.mouse.move(x - 40, y, steps=4)
    page.mouse.up()
    assert moves.state(figure)["x"] < 1
    page.locator("input[name=x]").press("End")
    assert "x = 3: the inner function gives u = x² = 9" in moves.says(figure)
    assert names(page)[1][0] == "u = 9"


def test_where_the_outer_function_fails_the_third_graph_has_no_point(show):
    page = drawn(show(NestedGraphs("log-of-sine", x=4)))
    assert "but the outer function ln(u) has no value there" in moves.says(page.locator("#nesting"))
    assert names(page) == [["x = 4", "u = −0.7568"], ["u = −0.7568"], ["x = 4"]]
    points = page.locator(".pt-nest .pt-value")
    assert [point.is_visible() for point in points.all()] == [False, False]
    page.locator("input[name=x]").fill("2")
    expect(points.last).to_be_visible()


def test_where_the_inner_function_fails_nothing_is_handed_on(show):
    page = drawn(show(NestedGraphs("log-of-sine", x=-0.5, swap=True)))
    assert "the inner function ln(x) has no value here" in moves.says(page.locator("#nesting"))
    assert names(page) == [["x = −0.5"], [], ["x = −0.5"]]
    assert page.locator(".pt-nest-inner .pt-missing").count() == 1


def test_inner_and_outer_change_places_and_reset_takes_all_back(show):
    page = drawn(show(NestedGraphs(x=1.5)))
    figure, reset = page.locator("#nesting"), page.get_by_role("button", name="Reset")
    assert reset.is_disabled()
    page.get_by_label("inner and outer change places").check()
    titles = page.locator(".pt-nest .pt-axis-name:last-child").all_text_contents()
    assert titles == ["inner f: u = sin(x)", "outer g: y = u²", "g ∘ f: y = (sin(x))²"]
    assert names(page)[2] == ["x = 1.5", "y = 0.995"]
    reset.click()
    assert moves.state(figure) == {"pair": "sine-of-square", "x": 1.5, "swap": False}
    assert reset.is_disabled()
    page.get_by_label("Pair").select_option("decay")
    assert moves.state(figure) == {"pair": "decay", "x": 0.5, "swap": False}


def test_a_link_far_out_of_the_picture_does_no_harm(show):
    page = drawn(show(NestedGraphs(), link="#nesting?x=1e308&pair=none&swap=perhaps"))
    assert moves.state(page.locator("#nesting")) == {
        "pair": "sine-of-square", "x": 1e50, "swap": False,
    }  # fmt: skip
    assert names(page) == [[], [], []]


def test_a_slider_event_creates_no_node(show):
    page = drawn(show(NestedGraphs()))
    moves.count_new_elements(page)
    page.locator("input[name=x]").press("ArrowRight")
    assert moves.new_elements(page) == 0


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_accessible_and_fits_one_screen_of_a_phone(show, theme):
    page = drawn(show(NestedGraphs(), theme=theme, width=390, height=844))
    view = page.locator(".pt-view")
    ends = view.locator("> :is(.pt-main, .pt-sliders)").evaluate_all(
        "(parts) => parts.map((part) => part.getBoundingClientRect().bottom)"
    )
    assert max(ends) - view.bounding_box()["y"] <= 720
    assert not checks.axe(page) + checks.overflow(page, 320) + checks.unmoved_sliders(page)


@pytest.mark.parametrize("pair", ["sine-of-square", "log-of-sine"])
def test_no_name_is_cut_or_lies_over_another(show, pair):
    page = drawn(show(NestedGraphs(pair)))
    for place in ("Home", "End"):
        page.locator("input[name=x]").press(place)
        assert list(cuts.complaints(page)) == []


# The turns of each curve that a name lies over, by what the name says.
HIDDEN_TURNS = """() => [...document.querySelectorAll(".pt-nest")].flatMap((graph) => {
  const curve = graph.querySelector(".pt-curve"), matrix = curve.getScreenCTM();
  const at = (i) => curve.getPointAtLength(i).matrixTransform(matrix);
  const points = Array.from({ length: Math.floor(curve.getTotalLength()) }, (_, i) => at(i));
  const turns = points.filter(({ y }, i) => i > 0 && i < points.length - 1 &&
    (y - points[i - 1].y) * (points[i + 1].y - y) <= 0);
  if (!turns.length) throw new Error("a curve without a turn");
  return [...graph.querySelectorAll(".pt-name")].filter((name) => {
    const { left, right, top, bottom } = name.getBoundingClientRect();
    return turns.some(({ x, y }) => x > left && x < right && y > top && y < bottom);
  }).map((name) => name.textContent);
})"""


def test_where_a_name_must_lie_over_a_wave_it_hides_no_turn_of_it(show):
    page = drawn(show(NestedGraphs(x=1.5)))
    free = {"u = 2.25", "y = 0.7781"}
    assert free < {name for graph in names(page) for name in graph}
    assert free.isdisjoint(page.evaluate(HIDDEN_TURNS))
