"""Meaning has a colour that everybody can read."""

import re
from itertools import combinations

import pytest

from ptcode.site.freshness import PACKAGE

SOURCE = (PACKAGE / "static" / "colours.css").read_text("utf-8")
PAIR = re.compile(r"--pt-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")
COLOURS = {name: {"light": light, "dark": dark} for name, light, dark in PAIR.findall(SOURCE)}
MEANINGS = ("function", "slope", "outer", "inner", "parameter", "wrong")
GROUNDS = ("paper", "panel")
SCHEMES = ("light", "dark")


def luminance(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


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
    assert set(MEANINGS) | set(GROUNDS) | {"ink", "muted", "line", "grid"} == named


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", [*MEANINGS, "ink", "muted"])
def test_text_stands_out(name, ground, scheme):
    assert contrast(COLOURS[name][scheme], COLOURS[ground][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_of_controls_stand_out(ground, scheme):
    assert contrast(COLOURS["line"][scheme], COLOURS[ground][scheme]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_two_meanings_share_a_colour(scheme):
    for one, other in combinations(MEANINGS, 2):
        assert COLOURS[one][scheme] != COLOURS[other][scheme]


@pytest.mark.parametrize("name", MEANINGS)
def test_every_meaning_has_a_second_cue_in_the_prose(name):
    book = (PACKAGE / "static" / "book.css").read_text("utf-8")
    rule = re.search(rf"^\.pt-{name} {{(.*)}}$", book, re.MULTILINE)[1]
    assert f"color: var(--pt-{name})" in rule
    assert re.search(r"text-decoration-style|font-weight", rule)


def test_second_cues_differ():
    book = (PACKAGE / "static" / "book.css").read_text("utf-8")
    rules = [re.search(rf"^\.pt-{name} {{(.*)}}$", book, re.MULTILINE)[1] for name in MEANINGS]
    cues = [re.sub(r"color: [^;]*;", "", rule) for rule in rules]
    assert len(set(cues)) == len(MEANINGS)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_links_stand_out(scheme):
    book = (PACKAGE / "static" / "book.css").read_text("utf-8")
    pair = re.search(r"--pt-link: light-dark\((#\w{6}), (#\w{6})\)", book)
    link = pair[1 + SCHEMES.index(scheme)]
    assert min(contrast(link, COLOURS[ground][scheme]) for ground in GROUNDS) >= 4.5
