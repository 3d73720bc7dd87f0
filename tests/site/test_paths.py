"""The paths on the page: one after the other is lit, and both ways come to the same number."""

import pytest
from playwright.sync_api import expect

from moves import put, says, state
from ptcode.widgets import PathCounter

pytestmark = pytest.mark.browser

LIT = ".pt-edge.pt-lit"
# What lies over something else, or leaves the picture: words and boxes, in pixels.
CLASHES = """(figure) => {
  const picture = figure.querySelector(".pt-layers"), frame = picture.getBoundingClientRect();
  const all = [...picture.querySelectorAll("text, rect")].filter(
    (one) => one.checkVisibility() && (one.matches("rect") || one.textContent));
  const boxes = all.map((one) => [one, one.getBoundingClientRect()]);
  const name = (one) => one.textContent || one.parentNode.textContent || "dot";
  const out = boxes.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1 ||
    box.top < frame.top - 1 || box.bottom > frame.bottom + 1).map(([one]) => name(one));
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 &&
    a.top < b.bottom - 2 && b.top < a.bottom - 2;
  const over = boxes.flatMap(([one, box], i) => boxes.slice(i + 1)
    .filter(([other, its]) => one.parentNode !== other.parentNode || one.matches(".pt-local")
      ? meet(box, its) : false)
    .map(([other]) => `${name(one)} on ${name(other)}`));
  const wide = boxes.filter(([one, box]) => one.matches(".pt-unit text") &&
    box.width > one.parentNode.querySelector("rect").getBoundingClientRect().width - 1)
    .map(([one]) => `${name(one)} is cut`);
  return [...out, ...over, ...wide];
}"""


@pytest.fixture
def figure(show):
    return show(PathCounter()).locator(".pt-figure")


def test_paths_light_up_one_after_the_other(figure):
    assert figure.locator("g:first-of-type > .pt-edge").count() == 4 + 16 + 16 + 4
    assert figure.locator(LIT).count() == 0
    figure.get_by_role("button", name="Step forward").click()
    assert state(figure)["path"] == 1
    assert "Path 1 brings" in says(figure)
    assert figure.locator(".pt-local").count() == 4, "an edge more than layers"
    figure.locator("input[name=path]").press("End")
    assert state(figure)["path"] == 64
    assert "the sum is 0.4604, after 192 multiplications" in says(figure)
    figure.get_by_role("button", name="Reset").click()
    assert state(figure)["path"] == 0
    assert figure.get_by_role("button", name="Reset").is_disabled()


def test_play_goes_through_all_paths(figure):
    put(figure, layers=1, width=2)
    figure.get_by_role("button", name="Play").click()
    expect(figure.get_by_role("status")).to_contain_text("Path 2 brings")
    expect(figure.get_by_role("button", name="Play")).to_be_visible()
    assert state(figure)["path"] == 2


def test_layer_by_layer_each_node_has_its_adjoint(figure):
    figure.locator("input[name=path]").press("End")
    figure.get_by_label("Add up").select_option("factored")
    numbers = figure.locator(".pt-unit text").all_text_contents()
    assert (numbers[0], numbers[-1]) == ("0.46", "1")
    assert len(numbers) == 1 + 3 * 4 + 1
    assert figure.locator(".pt-local").count() == 4, "what comes back to x"
    assert figure.locator("input[name=path]").is_disabled()
    assert figure.get_by_role("button", name="Play").is_disabled()
    assert state(figure)["path"] == 0


def test_another_graph_has_no_path_lit(figure):
    figure.locator("input[name=path]").press("End")
    figure.locator("input[name=width]").press("ArrowLeft")
    assert state(figure) == {"layers": 3, "width": 3, "way": "paths", "path": 0}
    assert "27 paths, 81 multiplications" in says(figure)


def test_a_path_beyond_the_last_is_the_last_in_whatever_order_a_link_asks(figure):
    put(figure, path=15625)
    assert "Path 64 brings" in says(figure)
    put(figure, layers=6, width=5)
    assert "Path 15625 brings" in says(figure)
    assert figure.locator(LIT).count() == 2 * 7


def test_the_table_has_both_counts_for_every_number_of_layers(figure):
    figure.locator(".pt-table summary").click()
    figure.locator("tbody tr").last.wait_for()
    rows = [row.split("\t") for row in figure.locator("tbody tr").all_inner_texts()]
    assert [row[0] for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert rows[2][:4] == ["3", "64", "192", "36"]
    assert all(row[4] == row[5] for row in rows)


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 768, 690, 390, 320])
def test_its_numbers_stand_apart_and_nothing_below_them_moves(show, width):
    figure, heights = show(PathCounter(), width=width).locator(".pt-figure"), set()
    for layers in (1, 2, 3, 4, 5, 6):
        for nodes in (1, 3, 5):
            for asked in ({"path": 0}, {"path": 1}, {"path": 15625}, {"way": "factored"}):
                state = {"way": "paths", "layers": layers, "width": nodes, "path": 0, **asked}
                put(figure, **state)
                assert figure.evaluate(CLASHES) == [], state
                heights.add(figure.locator(".pt-view").bounding_box()["height"])
    assert len(heights) == 1
