"""What a figure says is seen at once and spoken after half a second of rest, once, and not before.

A screen reader speaks of words that come into a live region while it is on: these are listed here.
"""

import pytest

from moves import says, state
from ptcode.widgets import DescentExplorer, NetworkTrainer

pytestmark = [pytest.mark.browser, pytest.mark.slow]
REST = 500

LISTEN = """() => {
  globalThis.spoken = [];
  const region = document.querySelector("[role=status]");
  new MutationObserver(() => {
    if (region.getAttribute("aria-live") !== "off") spoken.push(region.textContent);
  }).observe(region, { childList: true, characterData: true, subtree: true });
}"""


@pytest.fixture
def listening(show):
    """Return `listening(figure)`: a page on which time passes when it is told to."""

    def listen(figure):
        page = show(figure)
        page.clock.install(time="2026-01-01T10:00")
        page.reload()
        page.clock.pause_at("2026-01-01T11:00")  # from here on it passes as the test says
        page.evaluate(LISTEN)
        return page

    return listen


def spoken(page):
    return page.evaluate("spoken")


def test_a_moved_slider_speaks_when_it_rests(listening):
    page = listening(DescentExplorer(alpha=0.1))
    slider, seen = page.locator("input[name=alpha]"), set()
    for _ in range(5):
        slider.press("ArrowRight")
        page.clock.run_for(REST - 100)
        seen.add(says(page))
    assert len(seen) > 1  # for the eye at once
    assert spoken(page) == []
    page.clock.run_for(200)
    assert spoken(page) == [says(page)]


def test_a_figure_is_silent_while_it_plays(listening):
    page = listening(DescentExplorer(alpha=0.1, k=0))
    page.get_by_role("button", name="Play").click()
    page.clock.run_for(3000)
    assert 0 < state(page.locator(".pt-figure"))["k"] < 20
    assert spoken(page) == []
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for(2 * REST)
    assert spoken(page) == [says(page)]


def test_the_trainer_is_silent_while_it_trains(listening):
    page = listening(NetworkTrainer())
    page.get_by_role("button", name="Play").click()
    page.clock.run_for(4000)
    assert spoken(page) == []
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for(3 * REST)
    assert spoken(page)[-1:] == [says(page)]


def test_what_stands_there_at_first_is_not_spoken(show):
    page = show(DescentExplorer())
    assert page.locator("[role=status]").get_attribute("aria-live") is None
