"""Claim 4, a figure's own module draws it in anybody's page, told little or nothing."""

import json
import re

import pytest

from samples import SAMPLE_KINDS, sampled
from sitebuild import ROOT, served_below

expect = pytest.importorskip("playwright.sync_api").expect
pytestmark = [pytest.mark.browser, pytest.mark.slow]

GUESTS = ROOT / "ptcode" / "static" / "guests"
# What a page says of each kind, as part of its state, and the control that is moved then: a
# slider's name, or a button's words.
KINDS = {
    "batches": ({"batch": 64}, "k"),
    "clinic": ({"expression": "exp(2*x)"}, "Make a mistake for me"),
    "cut": ({"surface": "bowl"}, "theta1"),
    "derivation": ({"x": 1}, "x"),
    "descent": ({"alpha": 0.75, "theta0": 2}, "theta0"),
    "exercise": ({"exercise": "slope-of-square"}, "Another one like this"),
    "flow": ({"depth": 12}, "depth"),
    "graph": ({"preset": "two-paths"}, "step"),
    "machine": ({"expression": "exp(x^2)"}, "x"),
    "nesting": ({"pair": "decay"}, "x"),
    "modes": ({"mode": "forward", "seed": "x3"}, "Step forward"),
    "method": ({"optimiser": "adam"}, "k"),
    "numberlines": ({"dx": 0.5}, "dx"),
    "paths": ({"layers": 2}, "layers"),
    "practice": ({"topic": "chain-rule"}, "Next problem"),
    "question": (
        {"data": {"prompt": "Which?", "choices": [{"text": "this", "feedback": "", "correct": 1}]}},
        "Commit",
    ),
    "race": ({"racers": "gd adam"}, "k"),
    "rectangle": ({"pair": "square-sine"}, "nudge"),
    "regression": ({"alpha": 0.3}, "alpha"),
    "rounds": ({"round": "first"}, "This is my second time"),
    "sorting": ({"card": 3}, "Fresh cards"),
    "surface": ({"surface": "bowl"}, "theta1"),
    "tangent": ({"f": "sine"}, "x"),
    "trainer": ({"dataset": "two-moons", "controls": ["width"]}, "width"),
    "training": ({"alpha": 1}, "alpha"),
    "units": ({"direction": "backwards"}, "x1"),
    "zoom": ({}, "zoom"),
}
WORDS = ("clinic", "exercise", "practice", "question", "rounds", "sorting")
HOST = """<!doctype html><html lang="en"><meta charset="utf-8"><title>A course</title>
<p id="before">A page of <b>somebody else</b>.</p><div id="here"></div>
<script type="module">
  import figure from "%s";
  globalThis.end = figure.render({ el: document.getElementById("here"), model: %s });
</script>"""
# As MyST's theme mounts a widget: in a shadow root, with a model that cannot save.
MYST = """<!doctype html><html lang="en"><meta charset="utf-8"><title>A course</title>
<div id="here"></div>
<script type="module">
  import figure from "%s";
  const values = %s, refuse = () => { throw new Error("not implemented yet"); };
  globalThis.values = values;
  const el = document.createElement("div"), heard = new EventTarget();
  document.getElementById("here").attachShadow({ mode: "open" }).append(el);
  const model = {
    get: (key) => values[key],
    set(key, value) { values[key] = value; heard.dispatchEvent(new Event(`change:${key}`)); },
    on: (name, callback) => heard.addEventListener(name, callback),
    off: refuse, save_changes: refuse, send: refuse,
  };
  globalThis.model = model;
  globalThis.end = figure.render({ model, el });
</script>"""
DRAWN = """(el) => [...el.querySelectorAll("svg.pt-chart, canvas")].some((picture) =>
  picture.checkVisibility() && (picture.matches("canvas") || picture.querySelector("path, circle")))
"""
LOOKS = """() => ["#before", "#before b", "html", "body"].map((one) => {
  const style = getComputedStyle(document.querySelector(one));
  return [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).filter(
    (line) => !/size|width|height|origin|inset|top|bottom|left|right/.test(line));
})"""


@pytest.fixture(scope="module")
def book():
    """Yield the address of the modules, on an origin of their own."""
    with served_below(GUESTS, "/book/figures/") as address:
        yield address


@pytest.fixture
def hosted(page_factory, tmp_path, book):
    """Return `hosted(kind, model, markup)`: an open page elsewhere with the figure in it.

    No page may report an error, or ask for anything but itself and the module.
    """
    faults, asked = [], []
    with served_below(tmp_path, "/") as root:

        def open_host(kind, model="undefined", markup=HOST, **options):
            address = f"{book}{kind}.mjs"
            (tmp_path / "host.html").write_text(markup % (address, model), "utf-8")
            page = page_factory(**options)
            page.on("console", lambda said: faults.append(said.text))
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.on("request", lambda request: asked.append(request.url))
            page.route("**/favicon.ico", lambda route: route.fulfill(body=""))
            page.goto(f"{root}host.html")
            page.wait_for_function("typeof globalThis.end === 'function'")
            return page

        yield open_host
        assert not faults
        foreign = [one for one in asked if not re.match(rf"{root}|{book}\w+\.mjs$|data:", one)]
        assert not foreign
        assert sum(one.endswith(".mjs") for one in asked) == 1, "a module is complete in itself"


def says(page):
    return page.get_by_role("status").first


def move(page, control):
    """Move a slider by one step, unfolding it if need be, or press a button."""
    button = page.get_by_role("button", name=control, exact=True)
    if button.count():
        if control == "Commit":
            page.get_by_role("radio").first.check()
        return button.click()
    slider = page.locator(f"input[type=range][name={control}]")
    if not slider.is_visible():
        page.locator(".pt-more > summary").click()
    slider.focus()
    return slider.press("ArrowRight" if slider.evaluate("s => s.value < s.max") else "ArrowLeft")


@pytest.mark.parametrize("told", ["nothing", "a part"])
@pytest.mark.parametrize("kind", sampled(KINDS, SAMPLE_KINDS))
def test_a_module_draws_says_and_moves_its_figure_in_a_page_elsewhere(hosted, kind, told):
    model, control = KINDS[kind]
    page = hosted(kind, json.dumps(model) if told == "a part" else "undefined")
    if kind not in WORDS:
        page.wait_for_function(f"() => ({DRAWN})(document.getElementById('here'))")
    view = page.locator(".pt-guest")
    before = view.inner_text() if kind in WORDS else says(page).text_content()
    assert before.strip()
    move(page, control)
    if kind in WORDS:
        expect(view).not_to_have_text(re.compile(f"^{re.escape(before)}$"))
    else:
        expect(says(page)).not_to_have_text(before)
    assert not page.locator(".pt-refused").count()


def test_a_value_out_of_range_is_held_and_one_that_is_unknown_left_out_and_both_are_said(hosted):
    page = hosted("descent", json.dumps({"alpha": -3, "cost": "nonsense", "teta": 1}))
    assert page.locator("input[name=alpha]").input_value() == "0"
    assert page.locator("select").first.input_value() == "square"
    said = page.locator(".pt-refused").inner_text()
    assert all(word in said for word in ("alpha", "-3", "nonsense", "teta"))


@pytest.mark.parametrize("model", [None, 3, [], {"alpha": None, "k": {}, "data": 3, "controls": 1}])
def test_no_model_is_so_bad_that_the_figure_is_not_drawn(hosted, model):
    page = hosted("descent", json.dumps(model))
    page.wait_for_function(f"() => ({DRAWN})(document.getElementById('here'))")


def test_only_the_controls_that_a_page_names_stand_outside_the_fold(hosted):
    page = hosted("descent", json.dumps({"controls": ["alpha", "nonsense"]}))
    assert page.locator("input[name=alpha]").is_visible()
    assert not page.locator("input[name=theta0]").is_visible()


def test_a_figure_in_a_shadow_root_is_dressed_there_and_shares_its_state_with_a_poor_model(hosted):
    page = hosted("descent", json.dumps({"alpha": 0.5}), MYST)
    slider = page.locator("input[name=alpha]")
    assert slider.input_value() == "0.5"
    view = page.locator(".pt-view")
    assert view.evaluate("(el) => getComputedStyle(el).borderRadius") == "10px"
    slider.press("ArrowRight")
    assert page.evaluate("values.alpha") == 0.51, "the host hears of it"
    assert page.evaluate("'theta0' in values") is False, "it has no such value"
    before = says(page).text_content()
    page.evaluate("model.set('alpha', 99)")
    expect(says(page)).not_to_have_text(before)
    page.evaluate("end()")
    assert not view.count()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_figure_changes_nothing_of_the_page_around_it(hosted, theme):
    page = hosted("trainer", theme=theme)
    with_figure = page.evaluate(LOOKS)
    page.evaluate("document.querySelectorAll('style, .pt-guest').forEach((one) => one.remove())")
    assert page.evaluate(LOOKS) == with_figure


def test_a_figure_is_dark_where_the_reader_s_system_is_and_light_on_paper(hosted):
    ground = "() => getComputedStyle(document.querySelector('.pt-view')).backgroundColor"
    page = hosted("tangent", theme="dark")
    dark = page.evaluate(ground)
    page.emulate_media(color_scheme="light")
    light = page.evaluate(ground)
    page.emulate_media(color_scheme="dark", media="print")
    assert (light, page.evaluate(ground)) == ("rgb(254, 253, 251)", light)
    assert dark != light


def test_a_question_of_somebody_s_own_is_kept_by_its_own_name(hosted):
    choices = [{"text": text, "feedback": "", "correct": False} for text in ("this", "that")]
    page = hosted("question", json.dumps({"data": {"prompt": "Mine?", "choices": choices}}))
    move(page, "Commit")
    kept = page.evaluate("JSON.stringify({ ...localStorage })")
    assert "Mine?" in kept
    assert "sample" not in kept


def test_the_site_has_every_module_under_a_name_that_stays(site):
    names = {path.name for path in (site / "figures").iterdir()}
    assert names == {f"{kind}.mjs" for kind in KINDS}
    assert {path.name for path in (ROOT / "js" / "src" / "figures").iterdir()} == KINDS.keys()
