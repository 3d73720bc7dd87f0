"""Batches and schedules in a browser: the path, the band, the sentence follow the controls."""

import pytest
from playwright.sync_api import expect

import cuts
from moves import put, says, state
from ptcode.core.formatting import short
from ptcode.widgets import BatchNoise

pytestmark = pytest.mark.browser


@pytest.fixture
def figure(show):
    opened = show(BatchNoise()).locator("[data-figure=batches]")
    opened.locator(".pt-noise-path[d]").wait_for(state="attached")
    return opened


def band(figure):
    return float(figure.locator(".pt-noise-band").get_attribute("height"))


def test_a_larger_batch_and_a_falling_rate_narrow_the_band(figure):
    before = band(figure)
    figure.get_by_label("Batch", exact=True).select_option("64")
    assert state(figure)["batch"] == 64
    assert band(figure) < before / 2
    assert short(BatchNoise(batch=64).distance) in says(figure)
    figure.get_by_label("Batch", exact=True).select_option("4")
    figure.get_by_label("Schedule of α").select_option("inverse")
    assert band(figure) < before / 2
    assert short(BatchNoise(schedule="inverse").distance) in says(figure)


def test_steps_are_played_and_counted(figure):
    put(figure, k=3)
    assert "The last 3 of 3 steps" in says(figure)
    figure.get_by_role("button", name="Step forward").click()
    assert state(figure)["k"] == 4
    assert "asked for 16 slopes" in says(figure)
    figure.get_by_role("button", name="Reset").click()
    assert says(figure) == "At the start θ = 0, and the minimum is at 2.989."


def test_the_numbers_stand_in_a_table(figure):
    put(figure, k=3)
    figure.locator(".pt-table > summary").click()
    expect(figure.locator("tbody tr")).to_have_count(4)


@pytest.mark.parametrize(
    "query", ["batch=7", "schedule=up", "alpha=1e49", "alpha=-1", "k=999", "seed=2.5"]
)
def test_a_link_with_nonsense_leaves_a_figure_that_works(figure, query):
    put(figure, **dict([query.split("=")]))
    assert says(figure)
    assert "NaN" not in figure.inner_html()


def test_nothing_is_cut_nor_lies_over_another(show):
    page = show(BatchNoise())
    problems = list(cuts.complaints(page))
    for schedule in ("constant", "inverse"):
        put(page.locator("#batches"), schedule=schedule, batch=1, alpha=0.5)
        problems += cuts.complaints(page, schedule, widths=(1280, 390))
    assert problems == []
