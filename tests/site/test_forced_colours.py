"""With a reader's own few colours, what was said by a background or a shadow can still be seen."""

import io

import numpy as np
import pytest
from matplotlib.image import imread

import checks
from ptcode.widgets import DerivationStepper, DescentExplorer, ExerciseFigure, Practice, Question

pytestmark = [pytest.mark.browser, pytest.mark.slow]
QUESTION = Question("which", "Which?", [("one", "It is.", True), ("another", "It is not.")])


@pytest.fixture
def forced(show):
    """Return `forced(figure)`: it on a page in forced colours, which are light here."""
    return lambda figure: show(figure, forced_colors="active", reduced_motion="reduce")


def pixels(page, box):
    """What the screen shows in a box, as numbers from 0 to 1."""
    return imread(io.BytesIO(page.screenshot(clip=box)), format="png")[..., :3]


def shows(page, box):
    """Whether there are two colours in a box that can be told apart."""
    seen = pixels(page, box)
    return float(np.ptp(seen.mean(axis=-1))) > 0.3


def left_edge(locator, width=5):
    box = locator.bounding_box()
    return box | {"x": box["x"] + 1, "y": box["y"] + 4, "width": width, "height": box["height"] - 8}


def test_the_tracks_of_sliders(forced):
    page = forced(DescentExplorer(alpha=0.9))
    box = page.locator("input[name=alpha]").bounding_box()
    assert shows(page, box | {"width": 40})  # the thumb is at the other end


def test_the_bands_of_the_learning_rate(forced):
    page = forced(DescentExplorer(alpha=0.9))
    for band in page.locator(".pt-bands > .pt-band").all():
        box = band.bounding_box()
        inside = {"x": box["x"] + 2, "y": box["y"] - 2, "width": 12, "height": 5}
        assert shows(page, inside)


def test_the_present_step_and_no_other(forced):
    page = forced(DerivationStepper(step=2))
    lines = page.locator(".pt-steps li:not(.pt-later)")
    marked = [shows(page, left_edge(line)) for line in lines.all()]
    current = [line.get_attribute("aria-current") is not None for line in lines.all()]
    assert marked == current


def test_the_bar_beside_a_verdict(forced):
    page = forced(ExerciseFigure("slope-of-square"))
    status = page.locator("[role=status]")
    assert not shows(page, left_edge(status))
    page.get_by_role("textbox").fill("7")
    page.get_by_role("button", name="Check").click()
    status.locator(".pt-headline").wait_for()
    assert shows(page, left_edge(status))


def test_the_bars_of_practice(forced):
    page = forced(Practice())
    bars = page.locator(".pt-lying")
    height = "(bar) => parseFloat(getComputedStyle(bar, '::after').height)"
    bar = next(bar for bar in bars.all() if bar.evaluate(height) > 10)
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    assert shows(page, box | {"x": box["x"] - 3, "y": box["y"] + box["height"] - 9, "height": 4})


def test_the_chosen_answer(forced):
    page = forced(QUESTION)
    choices = page.locator(".pt-choice")
    choices.nth(1).click()
    page.mouse.move(0, 0)
    checks.next_frames(page)
    other, chosen = (left_edge(choice) for choice in choices.all())
    assert shows(page, chosen)
    assert not shows(page, other)


def test_the_words_on_a_filled_button(forced):
    page = forced(ExerciseFigure("slope-of-square"))
    box = page.get_by_role("button", name="Check").bounding_box()
    inside = {"x": box["x"] + 8, "y": box["y"] + 8, "width": box["width"] - 16, "height": 18}
    dark = pixels(page, inside).mean(axis=-1) < 0.5
    strokes = np.abs(np.diff(dark.astype(int), axis=1)).sum(axis=1).max()
    assert strokes > 6  # what stands behind forced text is a box of two edges
