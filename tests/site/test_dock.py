"""The figure comes to the reader: beside the sentence whose link sets it, and goes again."""

import html
import json
import re
from urllib.parse import quote

import pytest

import checks
import cuts
import pagesource
from docking import PHONE, SETS, TEXT, WIDE, focused, follow, link, place
from moves import says, state
from ptcode.widgets import (
    Clinic,
    GraphStepper,
    OptimiserRace,
    TrainingView,
    TwoModes,
    UnitDiagram,
)
from sitebuild import built_site, page_names

pytestmark = pytest.mark.browser
KEPT = "!$%&'()*+,/:;=?@[\\]^_{|}~#-."  # by a browser, behind the # of an address


def test_a_link_far_away_shows_the_figure_beside_it_and_nothing_moves(book):
    page = book()
    before = place(page, link(page, 1))
    dock = follow(page, 1)
    assert state(page.locator("#descent")) | {"alpha": 0.75, "theta0": 2, "k": 3} == state(
        page.locator("#descent")
    )
    assert dock.locator("input[name=alpha]").input_value() == "0.75"
    assert dock.locator(".pt-status").text_content() == says(page.locator("#descent"))
    assert "converges" in says(page.locator("#descent"))
    assert dock.locator("svg.pt-valley .pt-arrow").get_attribute("d").count("M") == 3
    assert place(page, page.get_by_role("link", name="link 1")) == before
    assert focused(page) == "link 1"
    box = dock.bounding_box()
    assert box["x"] > before[1]["x"] + 560
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 800
    assert page.get_by_role("status").count() == page.locator(".pt-figure").count()


def test_the_dock_is_a_second_view_of_the_same_figure(book):
    page = book()
    dock = follow(page, 1)
    for _ in range(2):
        dock.locator("input[name=alpha]").press("ArrowRight")
    assert state(page.locator("#descent"))["alpha"] == 0.77
    said = dock.locator(".pt-status").text_content()
    page.wait_for_function(
        "said => document.querySelector('#descent [role=status]').textContent === said", arg=said
    )
    page.locator("#descent").scroll_into_view_if_needed()
    slider = page.locator("#descent input[name=alpha]")
    page.wait_for_function("slider => slider.value === '0.77'", arg=slider.element_handle())


def test_a_figure_out_of_sight_is_drawn_once_when_it_comes_back(book):
    page = book()
    dock = follow(page, 1)
    checks.next_frames(page)
    page.evaluate(
        """() => {
          globalThis.drawn = 0;
          new MutationObserver((list) => { drawn += list.length; }).observe(
            document.querySelector("#descent .pt-main"),
            { subtree: true, attributes: true, childList: true, characterData: true });
        }"""
    )
    for _ in range(5):
        dock.locator("input[name=alpha]").press("ArrowRight")
    checks.next_frames(page)
    assert page.evaluate("drawn") == 0
    page.locator("#descent").scroll_into_view_if_needed()
    page.wait_for_function("drawn > 0")
    path = "svg.pt-valley .pt-arrow"
    assert page.locator(f"#descent {path}").get_attribute("d").count("M") == 3


def test_the_dock_is_still_while_nothing_happens(book):
    page = book()
    follow(page, 1).locator("input[name=alpha]").press("ArrowRight")
    page.wait_for_function(  # until the figure has said what its second view shows
        """() => document.querySelector("#descent [role=status]").textContent
          === document.querySelector(".pt-dock .pt-status").textContent"""
    )
    page.evaluate(
        """() => {
          globalThis.moved = [];
          new MutationObserver((list) => moved.push(...list.map(({ target }) => target.className)))
            .observe(document.body, { subtree: true, attributes: true, childList: true });
        }"""
    )
    checks.next_frames(page, 6)
    assert page.evaluate("moved") == []


def test_escape_closes_it_and_one_key_goes_there_and_back(book):
    page = book()
    dock = follow(page, 1)
    before = page.evaluate("scrollY")
    page.keyboard.press("F6")
    assert page.evaluate("document.activeElement.name") == "alpha"
    page.keyboard.press("F6")
    assert focused(page) == "link 1"
    page.keyboard.press("F6")
    page.keyboard.press("Escape")
    dock.wait_for(state="hidden")
    assert focused(page) == "link 1"
    assert page.evaluate("scrollY") == before


def test_links_one_after_the_other_share_the_dock(book):
    page = book()
    dock = follow(page, 0)
    follow(page, 1)
    assert dock.locator("input[name=alpha]").input_value() == "0.75"
    follow(page, 2)
    dock.locator("input[name=h]").wait_for()
    assert dock.count() == dock.locator(".pt-view").count() == 1
    assert focused(page) == "link 2"
    assert page.get_by_role("status").count() == 2


def test_back_and_forward_restore_what_the_figure_showed(book):
    page = book()
    figure = page.locator("#descent")
    figure.locator("input[name=theta0]").press("ArrowLeft")
    first = state(figure)
    dock = follow(page, 0)
    dock.locator("input[name=alpha]").press("ArrowRight")
    second = state(figure)
    follow(page, 1)
    third = state(figure)
    page.evaluate("scrollTo(0, 0)")
    for go, wanted in (("back", second), ("back", first), ("forward", second), ("forward", third)):
        page.evaluate(f"history.{go}()")
        page.wait_for_function(
            "([figure, wanted]) => figure.dataset.state === wanted",
            arg=[
                figure.element_handle(),
                json.dumps(wanted, ensure_ascii=False, separators=(",", ":")),
            ],
        )
    page.go_back()
    page.go_back()
    dock.wait_for(state="hidden")
    assert "#" not in page.url


def test_a_figure_in_view_is_set_in_its_place(book):
    page = book(height=1200)
    page.evaluate(
        """(href) => document.querySelector("h1").insertAdjacentHTML(
          "afterend", `<p><a href="${href}">near</a></p>`)""",
        SETS,
    )
    page.get_by_role("link", name="near").click()
    page.wait_for_function("history.state.ptFigures !== undefined")
    checks.next_frames(page)
    assert state(page.locator("#descent"))["alpha"] == 0.75
    assert page.locator("aside.pt-dock").count() == 0
    assert page.evaluate("scrollY") == 0


def test_a_docked_figure_that_is_in_view_is_set_in_its_place(book):
    page = book(height=1200)
    dock, figure = follow(page, 0), page.locator("#descent")
    figure.evaluate("figure => figure.scrollIntoView({ behavior: 'instant' })")
    dock.wait_for(state="hidden")
    page.evaluate("[...document.querySelectorAll('a.pt-set')][1].click()")
    page.wait_for_function(
        "document.querySelector('a[aria-current=true]')?.textContent === 'link 1'"
    )
    checks.next_frames(page)
    assert state(figure)["alpha"] == 0.75
    assert dock.is_hidden()
    assert "3 steps" in figure.get_by_role("status").text_content()
    link(page, 1)
    dock.wait_for()
    assert "3 steps" in dock.locator(".pt-status").text_content()


@pytest.mark.parametrize("width", [WIDE, 1024])
def test_a_link_in_a_wide_table_stays_in_sight(book, width):
    page = book(width)
    found = link(page, 1)
    found.evaluate("link => { link.style.cssText = 'position: absolute; left: 800px'; }")
    found.click()
    dock = page.locator("aside.pt-dock")
    dock.wait_for()
    box, line = dock.bounding_box(), found.bounding_box()
    assert line["x"] + line["width"] <= box["x"] or line["y"] + line["height"] <= box["y"]


@pytest.mark.parametrize("block", ["start", "center", "end"])
@pytest.mark.parametrize("height", [844, 640])
def test_on_a_phone_it_is_a_sheet_that_leaves_the_link_in_sight(book, block, height):
    page = book(PHONE, height, has_touch=True)
    found = link(page, 1)
    found.evaluate("(a, block) => a.scrollIntoView({ block, behavior: 'instant' })", block)
    before = place(page, found)
    found.tap()
    dock = page.locator("aside.pt-dock")
    dock.wait_for()
    assert place(page, found) == before
    box, line = dock.bounding_box(), before[1]
    assert box["width"] == PHONE
    assert box["height"] <= 0.45 * height
    assert box["y"] >= line["y"] + line["height"] or box["y"] + box["height"] <= line["y"]
    assert box["y"] + box["height"] == height or block == "end"
    assert dock.locator("svg.pt-valley").bounding_box()["height"] >= 90
    assert dock.locator(".pt-status").is_visible()
    assert not checks.overflow(page, PHONE)


@pytest.mark.parametrize(("width", "height"), [(320, 640), (PHONE, 844), (WIDE, 800)])
def test_it_shows_sentence_and_two_sliders_long_enough_to_move(book, width, height):
    page = book(width, height)
    dock = follow(page, 1)
    box = dock.bounding_box()
    sliders = dock.locator("input[type=range]:visible").all()
    assert len(sliders) == 2
    for one in [*sliders, dock.locator(".pt-status")]:
        at = one.bounding_box()
        assert at["y"] + at["height"] <= box["y"] + box["height"]
    assert min(one.bounding_box()["width"] for one in sliders) >= 60


@pytest.mark.parametrize("width", [320, PHONE, WIDE])
def test_in_a_race_a_learning_rate_comes_before_the_start(show, width):
    page = show(OptimiserRace(racers="gd adam"), width=width, height=700)
    races = [f"#race?k={k}&theta2={k / 40}&gd={0.09 if k > 30 else 0.05}" for k in (20, 40, 60)]
    page.evaluate(TEXT % races)
    checks.next_frames(page)
    dock = follow(page, 2)
    shown = dock.locator("input[type=range]:visible")
    assert {one.get_attribute("name") for one in shown.all()} == {"k", "gd"}
    assert dock.locator("input[name=gd]").bounding_box()["width"] >= 60
    assert dock.locator(".pt-lane:visible").inner_text().startswith("gradient descent")


@pytest.mark.parametrize("height", [700, 760, 800, 860])
def test_the_name_of_the_last_place_lies_on_no_number_of_the_axis_in_it(book, height):
    page = book(height=height)
    dock = follow(page, 1)
    for name, value in (("alpha", 0.1), ("k", 20)):
        dock.locator(f"input[name={name}]").evaluate(
            """(slider, value) => {
              slider.value = value;
              slider.dispatchEvent(new Event("input", { bubbles: true }));
            }""",
            value,
        )
    page.wait_for_function(
        "() => document.querySelector('.pt-dock .pt-valley').textContent.includes('θ20')"
        " || document.querySelector('.pt-dock .pt-valley').textContent.includes('θ₂₀')"
    )
    picture = dock.locator("svg.pt-valley")
    name = picture.locator(".pt-name").last.bounding_box()
    for number in picture.locator(".pt-axis text").all():
        at = number.bounding_box()
        apart = name["x"] + name["width"] <= at["x"] or at["x"] + at["width"] <= name["x"]
        assert apart or name["y"] + name["height"] <= at["y"] + 2 or name["y"] >= at["y"]


def test_the_clinic_s_verdict_begins_in_the_upper_half_of_a_sheet(show):
    page = show(Clinic(), width=PHONE, height=844)
    page.evaluate(TEXT % ["#clinic?expression=sin(x²)&answer=cos(x²)"])
    checks.next_frames(page)
    dock = follow(page, 0)
    box, verdict = dock.bounding_box(), dock.locator(".pt-status").bounding_box()
    assert verdict["y"] - box["y"] <= box["height"] / 2
    assert verdict["height"] > 0


def test_a_sheet_shows_both_ends_of_the_edge_that_a_step_walks(show):
    page = show(GraphStepper(), width=PHONE, height=844)
    page.evaluate(TEXT % ["#graph?step=7"])
    checks.next_frames(page)
    dock = follow(page, 0)
    for step, ends in enumerate(("J ŷ", "ŷ z₂", "z₂ W₂", "z₂ a₁", "a₁ z₁", "z₁ W₁"), start=7):
        dock.locator("input[name=step]").fill(str(step))
        checks.next_frames(page)
        view = dock.locator(".pt-graph-region").bounding_box()
        for name in ends.split():
            node = dock.locator("g:has(> rect):has(> .pt-name)", has_text=re.compile(f"^{name}"))
            at = node.locator("> rect").bounding_box()
            assert at["y"] >= view["y"] - 1, (step, name)
            assert at["y"] + at["height"] <= view["y"] + view["height"] + 1, (step, name)


def test_on_a_sheet_no_unit_lies_over_another(show):
    page = show(UnitDiagram(), width=PHONE, height=844)
    page.evaluate(TEXT % ["#units?unit=1.1&direction=backwards"])
    checks.next_frames(page)
    follow(page, 0)
    assert cuts.found(page, ".pt-dock") == []


def test_on_a_sheet_the_graph_of_the_modes_can_be_read(show):
    page = show(TwoModes(), width=PHONE, height=844)
    page.evaluate(TEXT % ["#modes?mode=reverse"])
    checks.next_frames(page)
    dock = follow(page, 0)
    play, graph = dock.get_by_role("button", name="Play"), dock.locator("svg.pt-modes-graph")
    assert play.bounding_box()["y"] < graph.bounding_box()["y"]
    assert graph.locator(".pt-known").first.bounding_box()["height"] >= 9


def test_to_the_figure_and_back_to_where_the_reader_was(book):
    page = book(reduced_motion="reduce")
    dock = follow(page, 1)
    before = place(page, page.get_by_role("link", name="link 1"))
    dock.get_by_role("button", name="To the figure").click()
    page.wait_for_function("document.activeElement.id === 'descent'")
    page.wait_for_function("document.querySelector('#descent').getBoundingClientRect().top < 50")
    dock.get_by_role("button", name="Back to where I was").click()
    page.wait_for_function("before => scrollY === before", arg=before[0])
    assert place(page, page.get_by_role("link", name="link 1")) == before
    assert focused(page) == "link 1"
    dock.locator("svg.pt-valley").wait_for()


def test_it_steps_aside_while_the_figure_itself_can_be_seen(book):
    page = book()
    dock = follow(page, 1)
    page.evaluate("scrollTo(0, 0)")
    dock.wait_for(state="hidden")
    assert says(page.locator("#descent")) != ""
    link(page, 1)
    dock.wait_for()


def test_the_text_below_a_figure_stays_where_it_is_when_the_figure_grows(book):
    page = book()
    page.evaluate(
        """(href) => document.querySelector("#descent").insertAdjacentHTML(
          "afterend", `<p><a href="${href}">below</a></p>`)""",
        f"{SETS}&nonsense=1",
    )
    found = page.get_by_role("link", name="below")
    found.evaluate("link => link.scrollIntoView({ block: 'start', behavior: 'instant' })")
    page.evaluate("scrollBy({ top: -200, behavior: 'instant' })")
    checks.next_frames(page)
    figure, before = page.locator("#descent"), found.bounding_box()
    high = figure.bounding_box()["height"]
    found.click()
    page.locator("aside.pt-dock").wait_for()
    assert figure.bounding_box()["height"] > high
    assert found.bounding_box()["y"] == pytest.approx(before["y"], abs=1)


def test_a_link_stays_where_it_is_when_the_end_of_its_figure_is_in_sight_and_grows(show):
    page = show(TrainingView(), width=PHONE, height=844)
    page.evaluate(TEXT % ["#training?W1=-3&W2=-3&alpha=2&k=40"])
    figure, found = page.locator("#training"), page.get_by_role("link", name="link 0")
    figure.evaluate("(it, link) => it.after(link)", found.element_handle())
    figure.get_by_role("status").evaluate(  # its last lines can be seen
        "it => scrollBy({ top: it.getBoundingClientRect().bottom - 32, behavior: 'instant' })"
    )
    checks.next_frames(page)
    before, high = found.bounding_box(), figure.bounding_box()["height"]
    found.click()
    page.locator("aside.pt-dock").wait_for()
    page.wait_for_function(
        "h => document.querySelector('#training').offsetHeight > h + 1", arg=high
    )
    assert found.bounding_box()["y"] == pytest.approx(before["y"], abs=1)


def test_without_its_script_the_link_goes_to_the_figure(book):
    page = book(reduced_motion="reduce")
    page.context.route("**/page-dock*", lambda route: route.fulfill(status=200, body=""))
    found = link(page, 1)
    found.click()
    page.wait_for_function("document.querySelector('#descent').getBoundingClientRect().top < 50")
    assert state(page.locator("#descent"))["alpha"] == 0.75


@pytest.mark.slow
def test_it_is_accessible_fits_and_is_not_printed(book):
    page = book()
    dock = follow(page, 1)
    for width in (WIDE, PHONE):
        page.set_viewport_size({"width": width, "height": 800})
        checks.next_frames(page)
        assert not checks.axe(page) + checks.overflow(page, width)
    page.emulate_media(forced_colors="active")
    assert not checks.axe(page)
    page.emulate_media(media="print", forced_colors="none")
    assert not dock.is_visible()


def links_of(site, name):
    """The links of a page that set its figures, each as a browser reads it."""
    for found in re.findall(r'href="#([\w-]+\?[^"]*)"', (site / name).read_text("utf-8")):
        yield quote(html.unescape(found), safe=KEPT)


def test_every_state_that_a_link_asks_for_has_its_place_before_its_figure():
    site = built_site()
    names = [name for name in page_names(site) if name != "figure.html"]
    found = 0
    for name in names:
        ids = pagesource.read(site / name).ids
        for wanted in links_of(site, name):
            found += 1
            assert wanted in ids, f"{name}: #{wanted}"
            assert not re.search(r"\s", wanted)
    assert found > 200


def test_without_javascript_a_link_goes_to_its_figure(served, page_factory):
    page = page_factory(java_script_enabled=False, reduced_motion="reduce")
    page.goto(f"{served}chapters/05-composite-functions.html")
    for asked in ("ln(sin", "%2B"):
        found = page.locator(f"main a[href^='#'][href*='{asked}']:visible").last
        figure = found.get_attribute("href").partition("?")[0]
        found.click()
        assert 0 <= page.locator(figure).bounding_box()["y"] < 200


def test_back_returns_to_the_place_in_the_text(served, page_factory):
    page = page_factory(reduced_motion="reduce")
    page.goto(f"{served}chapters/13-optimisers.html")
    followed = page.locator("a.pt-set[href*='beta=0.27']:visible")
    figure = page.locator("#race")
    first = state(figure)
    followed.scroll_into_view_if_needed()
    checks.settle(page)
    before = page.evaluate("scrollY")
    followed.click()
    page.locator("aside.pt-dock").wait_for()
    assert page.evaluate("scrollY") == before
    assert state(figure) != first
    page.evaluate("scrollTo(0, 0)")
    page.go_back()
    page.wait_for_function("before => Math.abs(scrollY - before) < 5", arg=before)
    assert state(figure) == first
    assert page.url.endswith("13-optimisers.html")


def test_a_figure_alone_is_set_in_its_place(served, page_factory):
    page = page_factory(height=600)
    page.goto(f"{served}figure.html#surface")
    page.evaluate(
        """() => document.querySelector("main").insertAdjacentHTML(
          "beforeend", '<p style="margin-top:90rem"><a href="#surface?alpha=0.05">set</a></p>')"""
    )
    page.get_by_role("link", name="set", exact=True).click()
    page.wait_for_function("history.state !== null")
    assert state(page.locator("#surface"))["alpha"] == 0.05
    checks.next_frames(page)
    assert page.locator("aside.pt-dock").count() == 0
