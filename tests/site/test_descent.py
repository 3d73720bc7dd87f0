"""The descent explorer on its page, moved as a reader moves it."""

import json
import re

import pytest
from playwright.sync_api import expect

import checks
import ptcode
from moves import grip, put, says, state
from sitebuild import ROOT

pytestmark = pytest.mark.browser

PAGE = "chapters/02-gradient-descent.html"


@pytest.fixture
def figure(served, page_factory):
    """Yield the first descent explorer of chapter 2, on a page that reported no error."""
    page = page_factory()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(served + PAGE)
    figure = page.locator("#descent")
    figure.scroll_into_view_if_needed()
    checks.settle(page)
    yield figure
    assert not errors


@pytest.mark.slow
@pytest.mark.parametrize(
    ("alpha", "word"),
    [
        (0, "never moves"),
        (0.25, "by 0.5: θ converges from one side"),
        (0.5, "lands in one step"),
        (0.75, "by −0.5: θ converges from side to side"),
        (1, "bounces for ever"),
        (1.05, "by −1.1: θ diverges"),
    ],
)
def test_every_landmark_of_alpha_is_named(figure, alpha, word):
    put(figure, cost="square", half="false", theta0=2, k=20, alpha=alpha)
    assert word in says(figure)


def test_the_keyboard_carries_alpha_into_divergence(figure):
    put(figure, cost="square", half="false", theta0=2, k=20, alpha=0.99)
    slider = figure.locator("input[name=alpha]")
    slider.focus()
    for _ in range(6):
        slider.press("ArrowRight")
    assert state(figure)["alpha"] == pytest.approx(1.05)
    assert "diverges" in says(figure)
    assert slider.get_attribute("aria-valuetext") == "1.05"


def test_divergence_leaves_the_picture_and_is_named_there(figure):
    put(figure, cost="square", half="false", theta0=2, k=20, alpha=1.1)
    exit_sign = figure.locator(".pt-exit")
    assert exit_sign.is_visible()
    assert "θ₃ = −3.456 has left the picture" in exit_sign.text_content()
    put(figure, alpha=0.9)
    assert not exit_sign.is_visible()


def test_the_ring_at_the_start_can_be_dragged(figure):
    put(figure, cost="square", half="false", theta0=2, k=20, alpha=0.1)
    mouse = figure.page.mouse
    x, y = grip(figure.locator(".pt-ring"))
    mouse.move(x - 150, y, steps=6)
    assert state(figure)["theta0"] < 1
    mouse.move(x - 4000, y)
    assert state(figure)["theta0"] == -3
    mouse.up()
    mouse.move(x, y)
    assert state(figure)["theta0"] == -3


def test_steps_go_forward_back_and_to_the_start_and_focus_is_never_lost(figure):
    put(figure, k=19)
    forward = figure.get_by_role("button", name="Step forward")
    forward.click()
    assert state(figure)["k"] == 20
    assert forward.is_disabled()
    assert figure.evaluate("figure => figure.contains(document.activeElement)")
    figure.get_by_role("button", name="Step back").click()
    assert state(figure)["k"] == 19
    figure.get_by_role("button", name="Reset").click()
    assert state(figure)["k"] == 0


def test_play_starts_paused_walks_the_steps_and_can_be_paused(figure):
    figure.page.clock.install()
    put(figure, k=0)
    figure.page.clock.run_for(5_000)
    assert state(figure)["k"] == 0
    figure.get_by_role("button", name="Play").click()
    figure.page.wait_for_function(
        "figure => JSON.parse(figure.dataset.state).k >= 2", arg=figure.element_handle()
    )
    figure.get_by_role("button", name="Pause").click()
    paused = state(figure)["k"]
    figure.page.clock.run_for(5_000)
    assert state(figure)["k"] == paused < 20


def test_nothing_glides_for_a_reader_who_asked_for_less_motion(served, page_factory):
    page = page_factory(reduced_motion="reduce")
    page.goto(served + PAGE)
    figure = page.locator("#descent")
    put(figure, k=0)
    figure.get_by_role("button", name="Play").click()
    duration = figure.locator(".pt-main .pt-ball").evaluate(
        "ball => getComputedStyle(ball).transitionDuration"
    )
    assert duration == "0s"


def test_the_table_holds_every_number_of_the_path(figure):
    put(figure, cost="square", half="false", theta0=2, k=3, alpha=0.75)
    figure.locator("summary", has_text="Numbers of every step").press("Enter")
    rows = figure.locator("tbody tr")
    rows.nth(3).wait_for()
    assert [row.split() for row in rows.all_inner_texts()] == [
        ["0", "2", "4", "4"],
        ["1", "−1", "1", "−2"],
        ["2", "0.5", "0.25", "1"],
        ["3", "−0.25", "0.0625", "−0.5"],
    ]
    put(figure, k=1)
    expect(rows).to_have_count(2)  # filled by the fold's own event, a moment later


def test_a_change_of_cost_comes_with_a_state_worth_seeing(figure):
    figure.locator("select[name=cost]").select_option("two-valleys")
    assert state(figure) | {"alpha": 0.05, "theta0": 1.9} == state(figure)
    assert "converges" in says(figure)


def test_the_half_doubles_the_learning_rate_that_diverges(figure):
    put(figure, cost="square", half="false", theta0=2, k=20, alpha=1.05)
    assert "diverges" in says(figure)
    figure.get_by_label("with a factor ½").check()
    assert "by −0.05: θ converges from side to side" in says(figure)
    assert figure.locator(".pt-tick").all_text_contents() == ["1", "2"]


def test_a_logarithmic_axis_shows_powers_of_ten(figure):
    put(figure, cost="square", half="false", theta0=2, k=20, alpha=0.1, log="true")
    labels = figure.locator(".pt-trace .pt-axis").nth(1).locator("text").all_text_contents()
    assert "0.01" in labels


def test_a_link_with_nonsense_leaves_a_figure_that_works(figure):
    for query in (
        "alpha=fast",
        "cost=cubic",
        "k=999",
        "k=2.5",
        "alpha=-1",
        "alpha=1e308",
        "nonsense=1",
        "alpha=",
    ):
        key, value = query.split("=")
        put(figure, **{key: value})
        assert says(figure), query
        assert "NaN" not in figure.inner_html(), query
        put(figure, cost="square", half="false", theta0=2, k=3, alpha=0.75)
        assert "θ₃ = −0.25" in says(figure), query


def test_a_link_from_outside_sets_the_figure_and_brings_it_into_view(served, page_factory):
    page = page_factory()
    page.goto(f"{served}{PAGE}#descent?alpha=0.75&theta0=-1.5&k=4")
    figure = page.locator("#descent")
    assert state(figure) | {"alpha": 0.75, "theta0": -1.5, "k": 4} == state(figure)
    assert figure.evaluate("f => f.getBoundingClientRect().top < innerHeight")


def test_a_bare_page_shows_the_figure_alone(served, page_factory):
    page = page_factory()
    page.goto(f"{served}figure.html#descent?alpha=1.05")
    assert page.locator(".pt-figure").count() == 1
    assert "diverges" in says(page.locator(".pt-figure"))
    page.wait_for_function("document.title.includes('diverges')")
    put(page.locator(".pt-figure"), alpha=0.25)
    page.wait_for_function("document.title.includes('one side')")


def test_the_page_of_single_figures_survives_any_address(served, page_factory):
    page = page_factory()
    problems = checks.watch(page, served)
    page.goto(f"{served}figure.html#%ZZ")
    assert page.get_by_role("heading", name="Figures", exact=True).is_visible()
    assert "%ZZ" in page.get_by_role("status").inner_text()
    assert not problems


def test_figures_of_one_page_do_not_know_of_each_other(figure):
    others = figure.page.locator("figure[data-figure=descent]:not(#descent)")
    before = [other.get_attribute("data-state") for other in others.all()]
    assert before
    put(figure, alpha=0.33, theta0=-2, k=7)
    assert [other.get_attribute("data-state") for other in others.all()] == before


@pytest.mark.parametrize("width", [390, 1280])
def test_the_first_figure_of_the_book_opens_with_an_arrow_to_be_seen(show, width):
    cells = json.loads((ROOT / "chapters" / "start.ipynb").read_text("utf-8"))["cells"]
    call = next(c for c in ("".join(c["source"]) for c in cells) if "pt.DescentExplorer" in c)
    figure = show(eval(call, {"pt": ptcode}), width=width).locator("#descent")
    arrow = figure.locator(".pt-move")
    arrow.wait_for(state="attached")
    assert arrow.bounding_box()["width"] >= 20


def test_the_arrow_on_the_floor_ends_below_the_place_of_the_next_step(figure):
    put(figure, alpha=0.2, theta0=-2, k=3)
    path = figure.locator(".pt-move").get_attribute("d")
    begins, ends = map(float, re.fullmatch(r"M([\d.]+) [\d.]+H([\d.]+)", path).groups())
    places = []
    for k in (3, 4):
        put(figure, alpha=0.2, theta0=-2, k=k)
        places.append(float(figure.locator(".pt-ball").first.get_attribute("cx")))
    assert (begins, ends) == pytest.approx(places, abs=0.5)


def test_a_ball_that_has_left_to_a_side_leaves_no_step_without_ends(figure):
    put(figure, alpha=1.05, theta0=2, k=1)
    expect(figure.locator(".pt-move")).not_to_have_css("display", "none")
    put(figure, alpha=1.05, theta0=2, k=20)
    expect(figure.locator(".pt-move")).to_have_css("display", "none")
