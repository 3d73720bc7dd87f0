"""Old addresses lead on: each place that could be linked to, with its state, from anywhere."""

import re

import pytest

import checks
import pagesource
from addresses import ADDRESSES, CHAPTERS, led, told
from samples import sampled

OPENED = [
    ("03-partial-derivatives.html#regression?scale=raw", "04-fitting-a-line", "regression"),
    ("05-the-chain-rule.html#paths", "07-several-paths", "paths"),
    ("06-backpropagation.html?from=x#graph?step=3", "08-backpropagation", "graph"),
    ("07-deeper-networks.html#train-it", "10-training-a-network", "many-points-many-weights"),
    ("01-derivatives.html#slopes-by-measuring", "14-common-mistakes", "slopes-by-measuring"),
    ("08-optimisers.html", "13-optimisers", ""),
    (
        "02-gradient-descent.html#one-two-verdicts",
        "02-gradient-descent",
        "two-valleys-the-start-matters",
    ),
]
GONE = [page for page in CHAPTERS if page[9:11] > "03"]


@pytest.mark.parametrize("page_name", ADDRESSES)
def test_every_address_still_leads_somewhere(site, page_name):
    known = ADDRESSES[page_name]
    assert (site / page_name).is_file()
    names = ["", *known["anchors"], *known["figures"]]
    ends = led(site, page_name, [f"#{name}" if name else "" for name in names])
    for name, (path, part) in zip(names, ends, strict=True):
        assert path.is_file(), name
        assert bool(part) == bool(name), name
        assert not part or part in pagesource.read(path).ids, name


def test_an_address_that_has_stayed_leads_nowhere_else(site):
    for page_name in CHAPTERS:
        if page_name not in GONE:
            parts = told(site / page_name).get("moved", "").split(";")
            places = {place for part in parts for place in part.split()[1:]}
            assert not places & pagesource.read(site / page_name).ids


@pytest.mark.parametrize("page_name", GONE)
def test_an_old_page_is_small_and_whole(site, page_name):
    path = site / page_name
    assert path.stat().st_size < 3000
    for _, href in pagesource.read(path).links:
        assert (path.parent / href.partition("?")[0]).is_file(), href


def test_no_page_but_those_that_lead_on_loads_the_script(site):
    loading = {path.relative_to(site).as_posix() for path in site.rglob("*.html") if told(path)}
    assert loading <= ADDRESSES.keys()
    assert (site / "assets" / "moved.js").stat().st_size < 700


# In a browser


def opened(page, address, chapter):
    """Open an old address; it is the new one, with its query."""
    page.goto(address, wait_until="load")
    page.wait_for_url(f"**/{chapter}.html**", wait_until="load")
    query = re.search(r"\.html(\?[^#]*)?", address)[1]
    assert query is None or query in page.url
    return page


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("root", ["served", "file"])
@pytest.mark.parametrize(
    ("address", "chapter", "place"),
    sampled(OPENED, OPENED[:3], name=lambda case: case),
)
def test_an_old_address_opens_the_place_set_as_it_says(
    page_factory, served, site, root, address, chapter, place
):
    start = served if root == "served" else f"{site.as_uri()}/"
    page = page_factory()
    problems = checks.watch(page, start)
    opened(page, f"{start}chapters/{address}", chapter)
    checks.settle(page)
    assert page.evaluate("location.hash.slice(1).split('?')[0]") == place
    if place:
        assert page.locator(f'[id="{place}"]').is_visible()
        top = page.locator(f'[id="{place}"]').bounding_box()["y"]
        assert top < 900
    if "?" in (part := address.partition("#")[2]):
        name, values = checks.figure_link(f"#{part}")
        assert not checks.differences(page, page.locator(f"#{name}"), values)
    assert problems == []


@pytest.mark.browser
def test_back_leads_to_where_the_reader_came_from(page_factory, served):
    page = page_factory()
    page.goto(f"{served}chapters/start.html")
    opened(page, f"{served}chapters/05-the-chain-rule.html#paths", "07-several-paths")
    page.go_back()
    page.wait_for_url("**/start.html")


@pytest.mark.slow
@pytest.mark.browser
def test_a_page_that_has_stayed_leads_on_when_its_address_changes(page_factory, served):
    page = page_factory()
    page.goto(f"{served}chapters/03-partial-derivatives.html#zigzag")
    assert page.url.endswith("/03-partial-derivatives.html#zigzag")
    page.evaluate("location.hash = '#follow?follow=true'")
    page.wait_for_url("**/07-several-paths.html#follow?follow=true")
    page.go_back()
    page.wait_for_url("**/03-partial-derivatives.html#zigzag")


@pytest.mark.browser
def test_without_javascript_an_old_page_is_a_link(page_factory, served):
    page = page_factory(java_script_enabled=False)
    page.goto(f"{served}chapters/05-the-chain-rule.html#paths")
    page.get_by_role("heading", name="This page has moved").wait_for()
    assert page.locator("main li").all_inner_texts() == ["6 The chain rule", "7 Several paths"]
    page.get_by_role("link", name="7 Several paths").click()
    page.wait_for_url("**/07-several-paths.html")


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_old_page_is_accessible_where_its_script_does_not_come(page_factory, served, theme):
    page = page_factory(theme)
    page.route("**/moved.js*", lambda route: route.abort())
    page.goto(f"{served}{GONE[1]}")
    checks.settle(page)
    assert not checks.axe(page) + checks.overflow(page, 320)
