"""Whoever hears a page is told what each thing is, once and by a name of its own."""

import re

import pytest

from checks import next_frames
from ptcode.site.figures import numbered
from ptcode.widgets import Clinic, DescentExplorer, ExerciseFigure, Practice
from sitebuild import built_site, page_names

# What the field or the group of fields of an exercise is told to be about, as its reader hears it.
ASKED = """(view) => {
  const field = view.querySelector("form :is([aria-describedby], [aria-labelledby])");
  const names = ["aria-describedby", "aria-labelledby"].map((name) => field.getAttribute(name));
  return names.filter(Boolean).join(" ").split(" ").map(
    (id) => document.getElementById(id).textContent).join(" ");
}"""

# What takes the focus at each press of Tab and cannot be seen; "" when all has been through.
UNSEEN = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const { width, height, right, left } = one.getBoundingClientRect();
  const seen = width > 3 && height > 3 && right > 0 && left < innerWidth &&
    one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !getComputedStyle(one).clipPath.includes("50%");
  return seen ? "" : one.outerHTML.slice(0, 120);
}"""


def named(name):
    return f'<figure class="pt-figure" id="x" aria-label="{name}" data-figure="x"></figure>'


def test_figures_of_one_name_are_numbered():
    texts = list(numbered([named("Question"), "", named("Race"), named("Question")]))
    assert [re.findall('aria-label="(.*?)"', text) for text in texts] == [
        ["Question 1"],
        [],
        ["Race"],
        ["Question 2"],
    ]


@pytest.mark.parametrize("page_name", page_names(built_site()))
def test_every_figure_of_a_page_has_a_short_name_of_its_own(page_name, site):
    text = (site / page_name).read_text("utf-8")
    shown = re.sub(r"<template.*?</template>", "", text, flags=re.DOTALL)
    tags = re.findall(r'<figure class="pt-figure"[^>]*>', shown)
    names = [re.search(r' aria-label="([^"]*)"', tag)[1] for tag in tags]
    assert len(names) == len(set(names)), names
    assert all(0 < len(name) < 50 for name in names), names


@pytest.mark.browser
def test_two_tables_of_one_title_are_told_apart(show):
    page = show(DescentExplorer(), DescentExplorer(id="second"))
    for figure in page.locator(".pt-figure").all():
        figure.evaluate("(figure) => figure.setAttribute('aria-label', figure.id)")
        figure.locator(".pt-table summary").click()
    regions = page.get_by_role("region")
    names = [regions.nth(i).aria_snapshot().splitlines()[0] for i in range(regions.count())]
    assert len(names) == len(set(names)) == 2, names


@pytest.mark.browser
@pytest.mark.parametrize(
    "slug",
    [
        "bell-curve",
        "slope-of-square",
        "which-is-no-composite",
        "machines-in-a-row",
        "adjoints-of-one-layer",
    ],
)
def test_what_an_answer_is_given_with_says_what_is_asked(show, slug):
    page = show(ExerciseFigure(slug))
    view = page.locator(".pt-view")
    prompt = view.locator(".pt-prompt").text_content().strip()
    heard = view.evaluate(ASKED)
    assert prompt in heard
    if view.locator(".pt-asked math").count():
        assert "y = " in heard


@pytest.mark.browser
def test_a_box_of_practice_says_its_number_its_name_and_what_lies_in_it(show):
    page = show(Practice())
    heard = page.locator(".pt-shelf").aria_snapshot()
    assert re.search(r"listitem: .?Box 1, missed: 0", heard), heard
    assert not re.search(r"^\s+- (text|listitem): .?\d", heard, re.MULTILINE), heard


@pytest.mark.browser
def test_of_two_rows_of_keys_the_one_in_use_is_shown(show):
    page = show(Clinic())
    fields = page.locator(".pt-typed input")
    keys = page.locator(".pt-keys:visible")
    assert fields.count() == 2
    assert keys.count() == 1
    for field in fields.all():
        field.focus()
        assert keys.count() == 1
        before = field.input_value()
        field.fill("")
        keys.get_by_role("button", name="sin sine", exact=True).click()
        assert field.input_value() == "sin("
        field.fill(before)


@pytest.mark.slow
@pytest.mark.browser
def test_every_stop_of_the_tab_key_can_be_seen(served, page_factory):
    page = page_factory(reduced_motion="reduce")
    page.goto(f"{served}chapters/02-gradient-descent.html", wait_until="load")
    next_frames(page)
    unseen = []
    for _ in range(400):
        page.keyboard.press("Tab")
        if (found := page.evaluate(UNSEEN)) is None:
            break
        unseen += [found] if found else []
    assert unseen == []
