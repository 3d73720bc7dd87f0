"""What a move of a slider costs: it writes what has changed, and nothing twice.

Counted, not timed: the marks move without a transform, after which Chromium would put the layers of
the whole page together anew; an axis that stands still is not looked through; the words wait until
somebody can read them; and nobody looks through the page because a figure has changed.
"""

import pytest
from playwright.sync_api import expect

from test_held import FIGURES

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LATER = 3600  # seconds after the page was opened
PRESS = """(figure) => {
  globalThis.slider = figure.querySelector("input[type=range]:enabled");
  slider.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
}"""
MOVE = """(_, share) => {
  slider.value = Number(slider.min) + share * (slider.max - slider.min);
  slider.dispatchEvent(new Event("input", { bubbles: true }));
}"""
# What each move of a slider changes in the pictures that is not a place, a path or a text.
TRANSFORMS = """(figure) => {
  globalThis.moved = [];
  new MutationObserver((records) => records.forEach(({ target, attributeName, oldValue }) => {
    const transformed = (text) => /transform[^;]*/.exec(text ?? "")?.[0];
    const now = target.getAttribute(attributeName);
    if (attributeName === "transform" || transformed(oldValue) !== transformed(now))
      moved.push(target.outerHTML);
  })).observe(figure.querySelector("svg"), { subtree: true, attributeOldValue: true,
    attributeFilter: ["transform", "style"] });
}"""
# The axes are left out: they stand still, or are drawn anew.
AREAS = """(figure) => [...figure.querySelectorAll("svg.pt-chart > g:not(.pt-axis)")]
  .map((part) => part.getBBox()).map(({ x, y, width, height }) => [x, y, width, height])"""
# Whose attributes are looked at; an axis that is drawn anew compares each of its ticks.
LOOKED = """(figure) => {
  globalThis.looked = [];
  const get = Element.prototype.getAttribute;
  Element.prototype.getAttribute = function (name) {
    if (this.matches(".pt-tickmark, .pt-axis *")) looked.push(this);
    return get.call(this, name);
  };
  globalThis.axes = () => figure.querySelectorAll(".pt-axis").length;
  globalThis.looksAt = (axis) => looked.some((mark) => axis.contains(mark));
}"""


@pytest.fixture
def held(served, page_factory):
    """Return a function that opens the first figure of a kind, drawn, under a hand.

    With a clock the page's time stands still from then on, but for `clock.run_for`.
    """

    def open_figure(page_name, kind, clock=False):
        page = page_factory()
        if clock:
            page.clock.install(time=0)
        page.goto(f"{served}chapters/{page_name}.html")
        figure = page.locator(f'[data-figure="{kind}"]').first
        figure.scroll_into_view_if_needed()
        expect(figure.locator("svg path[d]:not(marker *)").first).to_be_attached()
        if clock:
            page.clock.pause_at(LATER)
        figure.evaluate(PRESS)
        return figure

    return open_figure


@pytest.mark.parametrize(("page_name", "kind"), FIGURES)
def test_what_moves_is_moved_by_its_place(page_name, kind, held):
    figure = held(page_name, kind)
    figure.evaluate(MOVE, 0.4)
    figure.evaluate(TRANSFORMS)
    for share in (0.45, 0.5, 0.55):
        figure.evaluate(MOVE, share)
    # A tick is a group at its place: an axis with another scale moves it.
    moved = [mark for mark in figure.evaluate("() => moved") if 'class="tick"' not in mark]
    assert moved == []


@pytest.mark.parametrize(("page_name", "kind"), FIGURES)
def test_what_is_painted_takes_the_same_area_wherever_the_marks_are(page_name, kind, held):
    figure = held(page_name, kind)
    figure.evaluate(MOVE, 0.2)
    before = figure.evaluate(AREAS)
    figure.evaluate(MOVE, 0.9)
    assert figure.evaluate(AREAS) == before


def test_a_move_that_leaves_a_number_line_where_it_is_looks_at_no_tick_of_it(held):
    figure = held("06-the-chain-rule", "numberlines")
    figure.evaluate(MOVE, 0.4)
    figure.evaluate(LOOKED)
    figure.evaluate(MOVE, 0.6)
    assert figure.evaluate("() => looked.length") == 0


def test_a_deeper_network_draws_the_axis_of_its_layers_and_no_other(held):
    figure = held("12-vanishing-and-exploding", "flow")
    figure.evaluate(MOVE, 0.40)
    figure.evaluate(LOOKED)
    figure.evaluate(MOVE, 0.42)
    drawn = figure.evaluate("(figure) => [...figure.querySelectorAll('.pt-axis')].map(looksAt)")
    assert drawn == [True, False, True, False], "across and up, in either picture"


@pytest.mark.parametrize(("page_name", "kind"), FIGURES)
def test_the_sentence_waits_longer_than_the_numbers_at_the_sliders(page_name, kind, held):
    figure = held(page_name, kind, clock=True)
    clock, words = figure.page.clock, figure.get_by_role("status")
    figure.evaluate(MOVE, 0.3)
    clock.run_for(1000)
    values = figure.locator(".pt-value")
    figure.evaluate(MOVE, 0.7)
    clock.run_for(60)
    before, shown = words.text_content(), values.all_text_contents()
    figure.evaluate(MOVE, 0.8)
    clock.run_for(60)
    assert values.all_text_contents() != shown
    assert words.text_content() == before
    clock.run_for(200)  # a hand that rests
    assert words.text_content() != before


def test_nothing_looks_through_the_page_because_a_figure_has_changed(held):
    figure = held("02-gradient-descent", "descent", clock=True)
    figure.evaluate(
        """(figure) => {
          globalThis.seen = [];
          new MutationObserver((records) => seen.push(...records))
            .observe(document.body, { subtree: true, attributeFilter: ["tabindex"] });
          figure.querySelector("svg").append(document.createElement("g"));
        }"""
    )
    figure.page.clock.run_for(2000)
    assert figure.evaluate("() => seen.length") == 0
