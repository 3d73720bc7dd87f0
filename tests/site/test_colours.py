"""Meaning has a colour that everybody can read."""

import re
from itertools import combinations

import numpy as np
import pytest

import checks
from bare import write_page
from ptcode.site.formulas import MEANT
from ptcode.site.freshness import PACKAGE
from ptcode.widgets import DescentExplorer, GraphStepper

SOURCE = (PACKAGE / "static" / "colours.css").read_text("utf-8")
PAIR = re.compile(r"--pt-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")
COLOURS = {name: {"light": light, "dark": dark} for name, light, dark in PAIR.findall(SOURCE)}
MEANINGS = ("function", "slope", "outer", "inner", "parameter", "wrong")
RACERS = ("ink", "momentum", "nesterov", "rmsprop", "adam")
GROUNDS = ("paper", "panel")
SCHEMES = ("light", "dark")


def luminance(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    weights = (0.2126, 0.7152, 0.0722)
    return sum(weight * c for weight, c in zip(weights, linear(colour), strict=True))


def linear(colour):
    """The channels of a colour, in light."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def apart(one, other):
    """How far two colours lie apart to the eye: their distance in OKLab."""
    return float(np.linalg.norm(np.subtract(*(oklab(colour) for colour in (one, other)))))


def oklab(colour):
    """The colour as lightness and two opponent hues, after Ottosson (2020)."""
    cones = np.cbrt(
        np.array(
            [
                [0.4122214708, 0.5363325363, 0.0514459929],
                [0.2119034982, 0.6806995451, 0.1073969566],
                [0.0883024619, 0.2817188376, 0.6299787005],
            ]
        )
        @ linear(colour)
    )
    return (
        np.array(
            [
                [0.2104542553, 0.7936177850, -0.0040720468],
                [1.9779984951, -2.4285922050, 0.4505937099],
                [0.0259040371, 0.7827717662, -0.8086757660],
            ]
        )
        @ cones
    )


def contrast(one, other):
    """Contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def test_every_colour_is_a_pair_that_the_figures_can_read():
    named = set(re.findall(r"--pt-([\w-]+):", SOURCE))
    assert named == set(COLOURS)
    assert {*MEANINGS, *RACERS, *GROUNDS, "link", "muted", "line", "grid"} == named


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", [*MEANINGS, *RACERS, "muted"])
def test_text_stands_out(name, ground, scheme):
    assert contrast(COLOURS[name][scheme], COLOURS[ground][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_of_controls_stand_out(ground, scheme):
    assert contrast(COLOURS["line"][scheme], COLOURS[ground][scheme]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_optimisers_have_colours_of_their_own(scheme):
    race = (PACKAGE / "static" / "figures" / "race.css").read_text("utf-8")
    assert set(re.findall(r"--pt-racer: var\(--pt-(\w+)\)", race)) == set(RACERS)
    for racer in RACERS:
        others = (*MEANINGS, *(other for other in RACERS if other != racer))
        for other in others:
            assert apart(COLOURS[racer][scheme], COLOURS[other][scheme]) > 0.08, (racer, other)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_two_meanings_share_a_colour(scheme):
    for one, other in combinations(MEANINGS, 2):
        assert COLOURS[one][scheme] != COLOURS[other][scheme]


@pytest.mark.parametrize("name", MEANINGS)
def test_every_meaning_has_a_second_cue_in_the_prose(name):
    book = (PACKAGE / "static" / "meanings.css").read_text("utf-8")
    rule = re.search(rf"^\.pt-{name} {{(.*)}}$", book, re.MULTILINE)[1]
    assert f"color: var(--pt-{name})" in rule
    assert re.search(r"text-decoration-style|font-weight", rule)


@pytest.mark.parametrize("colour", MEANT)
def test_a_notebook_gives_a_colour_of_a_formula_its_meaning(colour):
    sheet = (PACKAGE / "static" / "notebook.css").read_text("utf-8")
    rule = rf'\[style\*="color: {colour}"\] {{ color: var\(--pt-{MEANT[colour]}\)'
    assert re.search(rule, sheet)


def test_second_cues_differ():
    book = (PACKAGE / "static" / "meanings.css").read_text("utf-8")
    rules = [re.search(rf"^\.pt-{name} {{(.*)}}$", book, re.MULTILINE)[1] for name in MEANINGS]
    cues = [re.sub(r"color: [^;]*;", "", rule) for rule in rules]
    assert len(set(cues)) == len(MEANINGS)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_links_stand_out(scheme):
    link = COLOURS["link"][scheme]
    assert min(contrast(link, COLOURS[ground][scheme]) for ground in GROUNDS) >= 4.5


def test_pairs_stand_in_one_file():
    """What is made of it has plain colours for a browser that knows no pairs."""
    sheets = (PACKAGE / "static").rglob("*.css")
    assert [path.name for path in sheets if "light-dark(" in path.read_text("utf-8")] == [
        "colours.css"
    ]


COMPUTED = """(names) => Object.fromEntries(names.map((name) => [name,
  getComputedStyle(document.querySelector(".pt-view")).getPropertyValue(`--pt-${name}`)]))"""
UNSEEN = """() => [...document.querySelectorAll("svg path, svg line, svg circle, svg rect")].filter(
  (mark) => mark.checkVisibility()
    && !mark.closest(".pt-frame, .pt-area, clipPath, defs")).map((mark) =>
  [mark, getComputedStyle(mark)]).filter(([, { fill, stroke }]) => fill + stroke === "nonenone"
).map(([mark]) => mark.outerHTML.slice(0, 90))"""


@pytest.mark.browser
@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_browser_without_pairs_has_the_same_colours(scheme, tmp_path, page_factory):
    address = write_page(tmp_path, DescentExplorer(), GraphStepper())
    written = tmp_path / "bare.html"
    written.write_text(written.read_text("utf-8").replace("light-dark(", "unknown("), "utf-8")
    page = page_factory(scheme)
    page.goto(address)
    checks.next_frames(page)
    computed = page.evaluate(COMPUTED, list(COLOURS))
    assert computed == {name: pair[scheme] for name, pair in COLOURS.items()}
    assert page.evaluate(UNSEEN) == []
