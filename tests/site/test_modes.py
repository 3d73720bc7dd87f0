"""The two modes on the page: a sweep goes step by step, and each mode has its own seeds."""

import pytest
from playwright.sync_api import expect

from moves import put, says, state
from ptcode.widgets import TwoModes

pytestmark = pytest.mark.browser

SHOWN = ".pt-modes-graph .pt-node:not(.pt-unknown) .pt-found"
WAY = """(figure) => [...figure.querySelectorAll(".pt-edge.pt-passed")].map((edge) => {
  const [from, to] = edge.querySelector(".pt-link").getAttribute("d").match(/-?[\\d.]+,-?[\\d.]+/g)
    .map((place) => Number(place.split(",")[1]));
  const tip = Number(edge.querySelector(".pt-tip").getAttribute("d").match(/^M\\S+ (\\S+?)L/)[1]);
  return tip === to && to > from ? "down" : tip === from ? "up" : "nowhere";
})"""


@pytest.fixture
def figure(show):
    shown = show(TwoModes()).locator("[data-figure=modes]")
    shown.locator(SHOWN).first.wait_for()
    return shown


def numbers(figure):
    return [text.split(" = ")[1] for text in figure.locator(SHOWN).all_text_contents()]


def test_a_reverse_sweep_goes_up_node_by_node(figure):
    assert numbers(figure) == ["1"]
    forward = figure.get_by_role("button", name="Step forward")
    for count in range(1, 7):
        forward.click()
        assert len(numbers(figure)) == 1 + count
    assert forward.is_disabled()
    assert numbers(figure)[:3] == ["−4.145", "−1.036", "0.8415"]
    assert set(figure.evaluate(WAY)) == {"up"}
    assert "The sweep is complete" in says(figure)
    figure.get_by_role("button", name="Step back").click()
    assert len(numbers(figure)) == 6
    figure.get_by_role("button", name="Reset").click()
    assert numbers(figure) == ["1"]
    assert figure.get_by_role("button", name="Reset").is_disabled()


def test_a_forward_sweep_goes_down_from_the_input_that_is_chosen(figure):
    seed = figure.get_by_label("Seed at", exact=True)
    assert seed.is_disabled(), "there is one output"
    figure.get_by_label("Mode", exact=True).select_option("forward")
    assert seed.locator("option").all_text_contents() == ["x₁", "x₂", "x₃"]
    seed.select_option("x3")
    assert numbers(figure) == ["0", "0", "1"]
    figure.get_by_role("button", name="Whole sweep").click()
    assert numbers(figure)[-1] == "0.8415"
    assert set(figure.evaluate(WAY)) == {"down"}
    assert state(figure) == {"graph": "inputs", "mode": "forward", "seed": "x3", "step": 4}


def test_the_other_graph_has_its_own_seeds_and_costs(figure):
    figure.get_by_label("Graph", exact=True).select_option("outputs")
    seeds = figure.get_by_label("Seed at", exact=True).locator("option")
    assert seeds.all_text_contents() == ["y₁", "y₂", "y₃"]
    rows = figure.locator(".pt-side tbody tr")
    assert rows.all_text_contents() == ["forward177", "▸ reverse3721"]


def test_a_link_beyond_the_last_step_ends_there_and_a_step_back_is_seen(figure):
    put(figure, mode="forward", step=1000, seed="x2")
    assert len(numbers(figure)) == 7
    figure.get_by_role("button", name="Step back").click()
    assert len(numbers(figure)) == 6


def test_the_table_names_each_node_with_what_is_found(figure):
    figure.locator(".pt-table > summary", has_text="every node").click()
    cells = figure.locator(".pt-modes > .pt-table tbody tr")
    expect(cells).to_have_count(7)
    assert cells.last.locator("td").all_text_contents() == ["p·q", "−1.262", "y\u0304 = 1"]
