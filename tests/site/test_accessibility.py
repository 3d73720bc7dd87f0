"""Pages in use pass axe-core in every look, and the page on accessibility says what is so."""

import re

import pytest

import accessibility
import prose
from ptcode.site.accessibility import VERDICTS, found, machine, rules_of, stated
from sitebuild import built_site, page_names, unavailable

# What is no theme and a theme, each on one page: make test-all takes every look of every page.
SAMPLE = {
    "chapters/06-the-chain-rule.html": ["forced colours"],
    "chapters/practice.html": ["dark, narrow"],
}
FOUND = found()
STATED = stated()


def pytest_generate_tests(metafunc):
    if "page_name" in metafunc.fixturenames:
        names = [name for name in page_names(built_site()) if name != "index.html"]
        full = [
            pytest.param(name, list(accessibility.LOOKS), marks=pytest.mark.slow) for name in names
        ]
        metafunc.parametrize(("page_name", "looks"), [*SAMPLE.items(), *full])


@pytest.mark.slow
@pytest.mark.browser
def test_a_page_in_use_is_accessible_in_every_look(page_name, looks, served, page_factory):
    if not accessibility.AXE.exists():
        unavailable("axe-core is not installed; make test does that, or: cd js && npm ci")
    page, problems = page_factory(reduced_motion="reduce"), []
    page.goto(served + page_name, wait_until="load")
    accessibility.use(page)
    for look in looks:
        accessibility.show(page, look)
        violations = accessibility.audit(page)
        problems += [f"{look}: {text}" for text in accessibility.sentences(violations)]
    assert not problems, "\n".join(problems)


def test_every_criterion_of_level_a_and_aa_is_stated():
    levels = [one["level"] for one in STATED.values()]
    assert (levels.count("A"), levels.count("AA")) == (31, 24)
    assert all(re.fullmatch(r"[1-4]\.\d\.\d{1,2}", number) for number in STATED)
    assert list(STATED) == sorted(STATED, key=lambda number: [int(n) for n in number.split(".")])


@pytest.mark.parametrize("number", STATED)
def test_a_statement_says_how_it_was_tested_and_what_is_missing(number):
    one = STATED[number]
    assert one["verdict"] in VERDICTS
    assert one["how"].endswith(".")
    assert (one["verdict"] in ("partly", "not")) == ("Missing: " in one["how"])


@pytest.mark.parametrize("number", STATED)
def test_what_is_stated_as_met_was_not_found_violated(number):
    violated = {name for name, rule in rules_of(number, FOUND["rules"]).items() if rule["violated"]}
    assert not (violated and STATED[number]["verdict"] in ("met", "none")), violated


def test_a_violation_is_named_in_its_row():
    rules = {
        "image-alt": {"criteria": ["1.1.1"], "applied": 9, "violated": 2},
        "svg-img-alt": {"criteria": ["1.1.1"], "applied": 9, "violated": 0},
    }
    assert "image-alt" in machine("1.1.1", rules)
    assert "svg-img-alt" not in machine("1.1.1", rules)
    assert machine("1.2.1", rules) == ""


def test_axe_found_what_it_found_with_the_axe_core_that_is_used():
    if not accessibility.AXE.exists():
        unavailable("axe-core is not installed")
    assert f"axe v{FOUND['axe']}" in accessibility.AXE.read_text("utf-8")[:200]


def test_axe_saw_every_page_in_every_look():
    """A new page wants: python tools/accessibility.py."""
    names = [f"chapters/{name}.html" for name in prose.pages()]
    assert set(names) <= set(FOUND["pages"])
    assert FOUND["looks"] == list(accessibility.LOOKS)
    assert FOUND["runs"] == len(FOUND["pages"]) * len(FOUND["looks"])


def test_every_criterion_that_axe_decides_is_stated():
    decided = {number for rule in FOUND["rules"].values() for number in rule["criteria"]}
    # 2.1.3 and 2.4.9, say, are of level AAA.
    assert {number for number in decided if number in STATED} >= {"1.1.1", "1.4.3", "4.1.2"}


def test_the_page_is_made_from_the_data(site):
    text = (site / "chapters" / "accessibility.html").read_text("utf-8")
    rows = re.findall(r'<tr><th scope="row">([\d.]+) .*?</th><td>(AA?)</td><td>(.*?)</td>', text)
    assert rows == [
        (number, one["level"], VERDICTS[one["verdict"]]) for number, one in STATED.items()
    ]
    assert f"axe-core {FOUND['axe']} ran {FOUND['runs']} times" in text
