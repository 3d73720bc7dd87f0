"""The training view, moved as a reader moves it."""

import pytest
from playwright.sync_api import expect

import bare
from moves import grip, put, says, state, watch_ground
from ptcode.widgets import TrainingView

pytestmark = pytest.mark.browser


@pytest.fixture
def figure(show):
    """Return the figure on a page that reports no error."""
    found = show(TrainingView(), height=1000).locator("#training")
    found.locator(".pt-levels path").first.wait_for(state="attached")
    return found


def test_one_step_is_that_of_the_book(figure):
    figure.get_by_role("button", name="Step forward").click()
    assert "After 1 step with α = 0.5 the network predicts 0.295" in says(figure)
    assert "the cost 0.2486" in says(figure)
    lines = figure.locator(".pt-arithmetic")
    assert lines.nth(0).text_content().startswith("W₁ := 0.7767 − 0.5 · ")
    assert lines.nth(1).text_content().startswith("W₂ := −1.1440 − 0.5 · (−")


def test_the_ring_is_dragged_in_both_directions_and_held_by_the_window(figure):
    mouse = figure.page.mouse
    x, y = grip(figure.locator(".pt-ring"))
    mouse.move(x - 60, y + 40, steps=5)
    dragged = state(figure)
    assert dragged["W1"] < 0.8
    assert dragged["W2"] < -1.2
    mouse.move(x - 4000, y - 4000)
    mouse.up()
    assert (state(figure)["W1"], state(figure)["W2"]) == (-5, 5)


def test_play_walks_and_pauses_and_begins_again_at_the_end(figure):
    figure.page.clock.install()
    play = figure.get_by_role("button", name="Play")
    play.click()
    figure.page.wait_for_function(
        "() => JSON.parse(document.querySelector('#training').dataset.state).k > 3"
    )
    figure.get_by_role("button", name="Pause").click()
    at = state(figure)["k"]
    figure.page.clock.run_for(5_000)
    assert state(figure)["k"] == at
    put(figure, k=200)
    figure.get_by_role("button", name="Play").click()
    figure.page.wait_for_function(
        "() => JSON.parse(document.querySelector('#training').dataset.state).k < 100"
    )
    figure.get_by_role("button", name="Reset").click()
    assert state(figure)["k"] == 0


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ((3, 5), "Flat ground (the prediction is close to the target)"),
        ((3, -5), "Flat ground (ŷ is where the last sigmoid is flat)"),
        ((-3, -3), "Flat ground (the hidden unit is nearly silent, a₁ = 0.011)"),
        ((0.8, -1.2), "Here the gradient has length 0.12"),
    ],
)
def test_the_sentence_says_where_and_why_it_is_flat(figure, start, words):
    put(figure, W1=start[0], W2=start[1], k=0)
    assert words in says(figure)


def test_three_flat_regions_are_outlined_and_named(figure):
    assert figure.locator(".pt-flat-names text").all_text_contents() == ["flat"] * 3
    assert figure.locator(".pt-flat").get_attribute("d").count("M") == 3


def test_the_gap_to_the_target_line_is_the_error(figure):
    predictions, lengths = TrainingView().predictions, []
    for k in (0, 40, 200):
        put(figure, k=k)
        gap = figure.locator(".pt-gap")
        top, bottom = (float(gap.get_attribute(end)) for end in ("y2", "y1"))
        assert top == float(figure.locator(".pt-target").get_attribute("y1"))
        lengths.append((bottom - top) / (1 - predictions[k]))
    assert lengths == pytest.approx([lengths[0]] * 3)


def test_a_slider_moves_marks_and_leaves_the_landscape_alone(figure):
    watch_ground(figure, ".pt-levels, .pt-axis, .pt-flat, .pt-flat-names")
    slider = figure.locator("input[name=W2]")
    slider.focus()
    for _ in range(5):
        slider.press("ArrowRight")
    assert state(figure)["W2"] == pytest.approx(-0.95)
    assert figure.page.evaluate("touched.filter((html) => !html.startsWith('<text'))") == []


def test_the_table_holds_every_step_so_far(figure):
    put(figure, k=2)
    figure.locator(".pt-table summary").click()
    rows = figure.locator("tbody tr")
    expect(rows).to_have_count(3)  # filled by the fold's own event, a moment later
    cells = rows.nth(1).locator("th, td").all_text_contents()
    assert cells[:5] == ["1", "0.7767", "−1.144", "0.2948", "0.2486"]


def test_a_link_with_nonsense_leaves_a_figure_that_works(figure):
    for query in (
        "W1=1e300",
        "W2=-1e300",
        "alpha=1e300",
        "alpha=-3",
        "k=2.5",
        "k=-4",
        "log=maybe",
    ):
        put(figure, **dict([query.split("=")]))
        assert says(figure), query
        assert "NaN" not in figure.inner_html(), query
        put(figure, W1=0.8, W2=-1.2, alpha=0.5, k=0, log="false")
        assert "predicts 0.285; the target is 1, the cost 0.256" in says(figure), query


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_sticks_out_sideways(tmp_path, page_factory, width):
    page = page_factory(width=width)
    page.goto(bare.write_page(tmp_path, TrainingView()))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
