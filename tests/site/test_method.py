"""One optimiser, moved as a reader moves it: its arrows, its bars, its own constant."""

import pytest
from playwright.sync_api import expect

import cuts
from moves import put, says, state
from ptcode.descent.optimisers import NAMES
from ptcode.widgets import OneOptimiser
from ptcode.widgets.race_views import LANES
from samples import sampled

pytestmark = pytest.mark.browser

WIDTHS = """(figure) => [...figure.querySelectorAll(".pt-each > div")].map((group) =>
  [...group.querySelectorAll(".pt-each-bar")].map((bar) => bar.getBoundingClientRect().width))"""


@pytest.fixture
def figure(show):
    opened = show(OneOptimiser()).locator("[data-figure=method]")
    opened.locator(".pt-levels path").first.wait_for(state="attached")
    return opened


def ends(figure, part):
    """Where an arrow of the last step begins and ends."""
    line = figure.locator(f".pt-{part}-part")
    x1, y1, x2, y2 = (float(line.get_attribute(name)) for name in ("x1", "y1", "x2", "y2"))
    return (x1, y1), (x2, y2)


@pytest.mark.parametrize("name", NAMES)
def test_the_arrows_of_memory_and_gradient_lead_where_the_step_leads(figure, name):
    put(figure, optimiser=name, k=4)
    step, memory, gradient = (ends(figure, part) for part in ("step", "memory", "gradient"))
    assert memory[0] == step[0]
    assert memory[1] == gradient[0]
    assert gradient[1] == pytest.approx(step[1], abs=0.2)
    assert (memory[0] == memory[1]) == (name in ("gd", "rmsprop"))


def test_the_arrows_fill_their_picture_in_a_narrow_valley(show):
    """Each axis has a scale of its own, so that the arrows do not lie on one line."""
    figure = show(OneOptimiser(alpha=0.115, beta=0.27)).locator("[data-figure=method]")
    figure.locator(".pt-levels path").first.wait_for(state="attached")
    frame = figure.locator(".pt-sum > .pt-frame")
    size = [float(frame.get_attribute(name)) for name in ("width", "height")]
    for k in range(2, 9):
        put(figure, k=k)
        places = [end for part in ("step", "memory", "gradient") for end in ends(figure, part)]
        for entries, room in zip(zip(*places, strict=True), size, strict=True):
            assert 0.5 * room < max(entries) - min(entries) < room, k


def test_a_direction_without_a_step_is_not_magnified(show):
    """Nesterov stands on the valley's floor after one step: what is left across is rounding."""
    figure = show(OneOptimiser("nesterov", k=6)).locator("[data-figure=method]")
    figure.locator(".pt-levels path").first.wait_for(state="attached")
    (x1, y1), (x2, y2) = ends(figure, "step")
    assert x2 - x1 > 50
    assert y1 == pytest.approx(y2, abs=0.01)


def test_steps_are_played_and_the_sentence_follows(figure):
    before = says(figure)
    figure.get_by_role("button", name="Step forward").click()
    assert state(figure)["k"] == OneOptimiser().k + 1
    assert says(figure) != before
    figure.get_by_role("button", name="Reset").click()
    assert "(−2.5, 1.5)" in says(figure)
    assert figure.get_by_role("button", name="Reset").is_disabled()
    assert not figure.locator(".pt-step-name").is_visible()


def test_a_method_brings_its_rate_and_its_own_constant(figure):
    method, kept = figure.get_by_label("Method", exact=True), figure.locator("[data-control=beta]")
    for name, symbol in {"gd": None, "nesterov": "β", "rmsprop": "ρ", "adam": "β₁"}.items():
        method.select_option(name)
        assert state(figure)["alpha"] == LANES["narrow-valley"].alphas[name]
        assert kept.is_visible() == (symbol is not None)
        if symbol:
            assert kept.locator("i").text_content() == symbol


def test_a_link_to_a_method_brings_its_rate_too(figure):
    put(figure, optimiser="adam")
    assert state(figure)["alpha"] == LANES["narrow-valley"].alphas["adam"]


def test_the_bars_show_the_step_size_of_each_parameter(figure):
    put(figure, optimiser="rmsprop", k=9)
    rates, usual = figure.evaluate(WIDTHS)
    step = OneOptimiser("rmsprop", k=9).step
    assert rates[1] / rates[0] == pytest.approx(step.rates[1] / step.rates[0], abs=0.02)
    assert usual[0] / usual[1] == pytest.approx(step.usual[0] / step.usual[1], abs=0.02)
    put(figure, optimiser="momentum")
    rates, usual = figure.evaluate(WIDTHS)
    assert rates[0] == rates[1] > 0
    assert usual == [0, 0]


def test_the_numbers_stand_in_a_table(figure):
    put(figure, optimiser="adam", k=3)
    figure.locator(".pt-table > summary").click()
    rows = figure.locator("tbody tr")
    expect(rows).to_have_count(4)
    assert len(set(rows.last.locator("td").all_text_contents())) == 4


@pytest.mark.slow
@pytest.mark.parametrize("name", sampled(NAMES, ["adam"]))
def test_nothing_is_cut_nor_lies_over_another(show, name):
    page = show(OneOptimiser(name))
    problems = list(cuts.complaints(page))
    for k in (0, 1, 2, 3, 20, 100):
        put(page.locator("#method"), k=k)
        problems += cuts.complaints(page, f"k = {k}", widths=(1280, 390))
    assert problems == []


def test_a_link_with_nonsense_leaves_a_figure_that_works(figure):
    for query in (
        "optimiser=newton",
        "surface=hill",
        "alpha=1e300",
        "alpha=-1",
        "beta=7",
        "k=2.5",
        "k=999",
    ):
        put(figure, **dict([query.split("=")]))
        assert says(figure), query
        assert "NaN" not in figure.inner_html(), query


def test_five_of_them_stand_on_one_page(show):
    chosen = ["alpha", "beta", "k", "play"]
    page = show(*(OneOptimiser(name, id=name, controls=chosen) for name in NAMES))
    for name in NAMES:
        one = page.locator(f"#{name}")
        one.get_by_role("button", name="Step forward").click()
        assert state(one)["k"] == OneOptimiser().k + 1
        assert one.locator(".pt-more [data-control=optimiser]").count() == 1
