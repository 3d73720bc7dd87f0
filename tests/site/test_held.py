"""While a hand holds a slider the picture keeps up with it, and the words follow when they can.

On a slow phone the words, the table and the second picture cost as much as the picture under the
hand. They wait until the processor is free, a fifth of a second at most, and are there at once when
the hand lets go. Keys, buttons and links are never kept waiting.
"""

import pytest
from playwright.sync_api import expect

from moves import grip, put, says

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FIGURES = [
    ("01-derivatives", "tangent"),
    ("02-gradient-descent", "descent"),
    ("03-partial-derivatives", "surface"),
    ("04-fitting-a-line", "regression"),
    ("06-the-chain-rule", "numberlines"),
    ("10-training-a-network", "training"),
    ("12-vanishing-and-exploding", "flow"),
    ("13-optimisers", "race"),
]

# All of it in one task, in which the browser can do nothing of its own.
HOLD = """(figure) => {
  const slider = figure.querySelector("input[type=range]:enabled");
  const look = () => ({
    state: figure.dataset.state,
    pictures: [...figure.querySelectorAll("svg")].map((svg) => svg.innerHTML).join(),
    words: figure.querySelector("[role=status]").textContent,
  });
  const point = (type) => slider.dispatchEvent(new PointerEvent(type, { bubbles: true }));
  const move = (share) => {
    slider.value = Number(slider.min) + share * (slider.max - slider.min);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const seen = [look()];
  point("pointerdown");
  for (const share of [0.3, 0.55, 0.8]) move(share);
  seen.push(look());
  point("pointerup");
  seen.push(look());
  move(0.6);
  seen.push(look());
  return seen;
}"""


@pytest.fixture
def opened(served, page_factory):
    """Return a function that opens the first figure of a kind, drawn."""

    def open_figure(page_name, kind):
        page = page_factory()
        page.goto(f"{served}chapters/{page_name}.html")
        figure = page.locator(f'[data-figure="{kind}"]').first
        figure.scroll_into_view_if_needed()
        # The head of an arrow has its outline long before anything is drawn.
        expect(figure.locator("svg path[d]:not(marker *)").first).to_be_attached()
        return figure

    return open_figure


@pytest.mark.parametrize(("page_name", "kind"), FIGURES)
def test_the_picture_comes_first_and_the_words_when_the_hand_lets_go(page_name, kind, opened):
    figure = opened(page_name, kind)
    if kind == "regression":
        put(figure, k=5)  # before the first step a learning rate shows nothing
    before, held, released, later = figure.evaluate(HOLD)
    assert held["state"] != before["state"]
    assert held["pictures"] != before["pictures"]
    assert held["words"] == before["words"]
    assert released["state"] == held["state"]
    assert released["words"] != before["words"]
    assert later["words"] != released["words"], "without a hand on it nothing waits"


def test_the_words_follow_a_hand_that_does_not_let_go(opened):
    figure = opened("02-gradient-descent", "descent")
    put(figure, cost="square", half="false", theta0=2, k=20, alpha=0.25)
    slider, status = figure.locator("input[name=alpha]"), figure.get_by_role("status")
    mouse = figure.page.mouse
    x, y = grip(slider)
    expect(status).to_contain_text("side to side")
    mouse.move(x + 500, y)
    expect(status).to_contain_text("diverges")
    mouse.up()
    assert "diverges" in says(figure)
