"""Criteria of WCAG that axe-core cannot decide, tried: focus, input, pointer.

What is said of them on the page on accessibility rests on these tests.
"""

import json

import pytest

import checks
from ptcode import widgets
from samples import SAMPLE_PAGES, sampled
from sitebuild import built_site, page_names

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DRAGGED = [
    widgets.DescentExplorer(),
    widgets.NestedGraphs(),
    widgets.OptimiserRace(),
    widgets.RegressionExplorer(),
    widgets.SurfaceExplorer(),
    widgets.TangentExplorer(),
    widgets.TrainingView(),
]
# What a page shows: where it is, what lies over it, the states of its figures.
SHOWN = """() => JSON.stringify([location.href, history.length,
  document.querySelectorAll("dialog[open], .pt-dock:not([hidden])").length,
  ...[...document.querySelectorAll("[data-state]")].map(({ dataset }) => dataset.state)])"""
FOCUSED = """async (shown) => {
  const before = shown(), found = [];
  for (const one of document.querySelectorAll("a[href], button, input, select, summary, textarea,"
    + "[tabindex='0']")) {
    if (one.disabled || !one.checkVisibility({ visibilityProperty: true })) continue;
    one.focus();
    await new Promise(requestAnimationFrame);
    if (shown() !== before) { found.push(one.outerHTML.slice(0, 120)); break; }
    if (document.activeElement !== one) found.push(`lost: ${one.outerHTML.slice(0, 120)}`);
  }
  return found;
}"""
# Sets every choice, box and slider of the figures to another value, as a reader's hand does.
CHANGED = """async () => {
  const found = [], { pathname } = location;
  const controls = ".pt-view :is(select, input[type=checkbox], input[type=radio], " +
    "input[type=range])";
  for (const one of document.querySelectorAll(controls)) {
    if (one.disabled || !one.checkVisibility()) continue;
    const own = one.closest("[data-state]"), others = () => JSON.stringify(
      [...document.querySelectorAll("[data-state]")].filter((figure) => figure !== own).map(
        ({ dataset }) => dataset.state));
    const before = others();
    one.focus();
    if (one.type === "range") one.value = one.valueAsNumber > one.min ? one.min : one.max;
    else if (one.matches("select")) one.selectedIndex = one.options.length - 1;
    else one.checked = !one.checked;
    for (const kind of ["input", "change"])
      one.dispatchEvent(new Event(kind, { bubbles: true }));
    await new Promise(requestAnimationFrame);
    const what = `${own?.id}: ${one.name || one.outerHTML.slice(0, 80)}`;
    if (location.pathname !== pathname || others() !== before) found.push(`${what} reaches out`);
    if (one.isConnected && document.activeElement !== one) found.push(`${what} loses the focus`);
  }
  return found;
}"""


def pytest_generate_tests(metafunc):
    if "page_name" in metafunc.fixturenames:
        names = [name for name in page_names(built_site()) if name != "index.html"]
        metafunc.parametrize("page_name", sampled(names, SAMPLE_PAGES))


@pytest.fixture
def page(page_name, served, page_factory):
    page = page_factory(reduced_motion="reduce")
    page.goto(served + page_name, wait_until="load")
    checks.settle(page)
    return page


def test_the_focus_alone_changes_nothing(page):
    """3.2.1"""
    assert page.evaluate(f"(() => ({FOCUSED})({SHOWN}))()") == []


def test_a_choice_changes_its_own_figure_and_keeps_the_focus(page):
    """3.2.2"""
    assert page.evaluate(CHANGED) == []


def test_what_is_pressed_and_let_go_elsewhere_does_nothing(page):
    """2.5.2"""
    found = page.locator("article :is(.pt-view button, .pt-check, summary, a[href]):visible").all()
    for one in found[:25]:
        one.scroll_into_view_if_needed()
        before, box = page.evaluate(SHOWN), one.bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + min(box["height"] / 2, 8))
        page.mouse.down()
        page.mouse.move(3, 3, steps=2)
        page.mouse.up()
        assert page.evaluate(SHOWN) == before, one.inner_text()


@pytest.mark.parametrize("figure", DRAGGED, ids=lambda figure: figure.kind)
def test_what_one_finger_drags_has_controls_that_do_the_same(figure, show):
    """2.5.1, 2.5.7"""
    page = show(figure)
    view = page.locator(f"#{figure.id}")
    box = view.locator(".pt-reach").first.bounding_box()
    before = checks.state_of(view)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 25, y - 12, steps=4)
    page.mouse.up()
    after = checks.state_of(view)
    moved = {key for key in after if after[key] != before[key]}
    moved -= {"x", "y"} if "px" in moved else set()  # the list that holds the point
    named = view.locator("input[type=range], input[inputmode], select, input[type=number]")
    assert moved, json.dumps(after)
    assert moved <= set(named.evaluate_all("(all) => all.map(({ name }) => name)"))
