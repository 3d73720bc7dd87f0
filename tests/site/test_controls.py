"""The controls that a figure shows in its place, and the fold with the rest."""

import pytest
from playwright.sync_api import expect

import ptcode as pt
from moves import state
from ptcode import widgets
from ptcode.widgets import DescentExplorer, GraphStepper

pytestmark = pytest.mark.browser

CHOOSY = [kind for kind in map(widgets.__dict__.get, widgets.__all__) if kind.offers]
NAMES = """(view) => [...view.querySelectorAll("[data-control]")]
  .filter((one) => "apart" in one.dataset || !one.parentElement.closest("[data-control]"))
  .map((one) => one.dataset.control)"""
# From the top of a figure to the end of its first picture, or pictures, and of what stands by them.
REACH = """(figure, last) => {
  const view = figure.querySelector(".pt-view"), top = view.getBoundingClientRect().top;
  const parts = [...view.children].filter((part) => part.matches(
    `.pt-bar, .pt-main, .pt-control, .pt-sliders, ${last}`));
  const buttons = view.querySelector('[data-control="play"]');
  if (!buttons.checkVisibility() || buttons.closest(".pt-more")) throw new Error("no Play");
  return Math.max(...parts.map((part) => part.getBoundingClientRect().bottom)) - top;
}"""
FOCUSED = "() => document.activeElement.name ?? document.activeElement.textContent"
TABS = 40


def names(view):
    """Return the names of a figure's controls, in its fold and out of it."""
    return set(view.evaluate(NAMES))


@pytest.mark.parametrize("kind", CHOOSY, ids=lambda kind: kind.__name__)
def test_what_python_offers_is_what_the_figure_has(kind, show):
    page = show(kind(id="all"), kind(id="none", controls=[]), kind(id="one", controls=kind.offers))
    assert names(page.locator("#all .pt-view")) == set(kind.offers)
    assert names(page.locator("#none .pt-more")) == set(kind.offers)
    assert page.locator("#one .pt-more").count() == 0
    primary = page.evaluate("kind => ptBook.figures[kind].primary", kind.kind)
    assert primary
    assert set(primary) <= set(kind.offers)


def test_the_regimes_of_alpha_can_be_left_to_the_reader_to_find(show):
    page = show(DescentExplorer(controls=["alpha", "play"]), DescentExplorer(id="told"))
    figure = page.locator("#descent")
    assert figure.locator(".pt-bands").is_hidden()
    assert page.locator("#told .pt-bands").is_visible()
    figure.locator(".pt-more > summary").click()
    assert figure.locator(".pt-more .pt-bands").is_visible()


def test_what_is_not_shown_is_behind_the_fold_and_a_key_opens_it(show):
    page = show(DescentExplorer(controls=["alpha", "play"]))
    figure = page.locator("#descent")
    assert figure.locator("input[name=theta0]").is_hidden()
    assert figure.locator("input[name=alpha]").is_visible()
    figure.get_by_role("button", name="Reset").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.matches('.pt-more > summary')")
    page.keyboard.press("Enter")
    reached = []
    while "theta0" not in reached and len(reached) < TABS:
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
    page.keyboard.press("ArrowRight")
    assert state(figure)["theta0"] == pytest.approx(2.05)


def test_a_link_sets_what_is_hidden_and_the_sentence_and_the_fold_say_so(show):
    page = show(DescentExplorer(controls=["alpha", "play"]))
    figure = page.locator("#descent")
    summary = figure.locator(".pt-more > summary")
    before = summary.text_content()
    page.evaluate("() => { location.hash = '#descent?theta0=-1&k=3' }")
    expect(figure.get_by_role("status")).to_contain_text("−1")
    expect(summary).not_to_have_text(before)
    page.evaluate("() => { location.hash = '#descent?theta0=2' }")
    expect(summary).to_have_text(before)  # k is in the fold too, but Play, which is not, moves it


def test_which_controls_are_shown_is_nothing_a_link_may_set(show):
    page = show(DescentExplorer(controls=["alpha"]), link="#descent?controls=theta0&alpha=0.5")
    figure = page.locator("#descent")
    expect(figure.locator(".pt-refused")).to_contain_text("controls")
    assert state(figure)["alpha"] == 0.5
    assert "controls" not in state(figure)


def test_another_view_of_a_model_may_show_other_controls_and_its_fold_is_as_it_was_left(show):
    page = show(DescentExplorer(controls=["alpha", "play"]))
    page.evaluate("""() => {
      const values = { data: JSON.parse(document.querySelector(".pt-data").textContent),
        ...JSON.parse(document.querySelector("#descent").dataset.state) };
      const model = { get: (key) => values[key], set() {}, on() {}, off() {}, save_changes() {} };
      globalThis.view = document.createElement("div");
      document.body.append(view);
      globalThis.again = () =>
        ptBook.figures.descent.render({ model, el: view, controls: ["theta0"] });
      again();
    }""")
    view = page.locator("body > div:last-child")
    fold = view.locator(".pt-more")
    assert names(view) - names(fold) == {"theta0"}
    fold.locator("summary").click()
    expect(fold).to_have_attribute("open", "")
    page.evaluate("again")
    expect(fold).to_have_attribute("open", "")


def test_a_computation_without_a_choice_offers_none(show):
    w = pt.Variable(3.0, name="w")
    page = show(GraphStepper.of(w * w + w, id="own", controls=["play"]))
    assert names(page.locator("#own .pt-more")) == {"step", "inputs"}


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    ("page_name", "figure", "last"),
    [
        ("10-training-a-network", "#trainer", ".pt-side"),  # beside the map or below it
        ("13-optimisers", "#race", ".pt-main"),
        ("13-optimisers", "#shaken", ".pt-main"),
        ("start", "#descent", ".pt-words"),
    ],
)
def test_picture_and_controls_share_a_screen(page_name, figure, last, width, served, page_factory):
    page = page_factory(width=width, height=720)
    page.goto(f"{served}chapters/{page_name}.html", wait_until="load")
    assert page.locator(figure).evaluate(REACH, last) <= 720


@pytest.mark.parametrize(
    "figure",
    [widgets.SurfaceExplorer(), widgets.TrainingView(), widgets.GradientFlow()],
    ids=lambda figure: figure.kind,
)
def test_a_whole_figure_shows_picture_and_sliders_on_one_screen_of_a_phone(figure, show):
    page = show(figure, width=390, height=844)
    view = page.locator(".pt-view")
    view.locator("svg.pt-chart path").first.wait_for(state="attached")
    ends = view.locator("> :is(.pt-main, .pt-sliders)").evaluate_all(
        "(parts) => parts.map((part) => part.getBoundingClientRect().bottom)"
    )
    assert max(ends) - view.bounding_box()["y"] <= 720


def test_on_a_phone_a_derivation_grows_below_what_moves_it(show):
    page = show(widgets.DerivationStepper("sine-of-square", step=3), width=390, height=844)
    view = page.locator(".pt-view")
    top, step = view.bounding_box()["y"], view.locator(".pt-steps [aria-current]").bounding_box()
    play = view.locator(".pt-player").bounding_box()
    assert play["y"] < step["y"]
    assert step["y"] + step["height"] - top <= 720
