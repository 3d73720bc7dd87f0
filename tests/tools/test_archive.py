"""The site as one zip: a folder that opens from a memory stick."""

import datetime
import re
from zipfile import ZipFile

import pytest

import archive
import checks
from ptcode.site import edition
from sitebuild import ROOT

MADE = edition.Edition("1.2.3", datetime.date(2026, 11, 29))


def test_the_same_site_gives_the_same_bytes(tmp_path):
    (tmp_path / "site" / "chapters").mkdir(parents=True)
    (tmp_path / "site" / "index.html").write_text("one")
    (tmp_path / "site" / "chapters" / "two.html").write_text("two")
    first, second = (archive.pack(tmp_path / "site", tmp_path / each, MADE) for each in "ab")
    assert first.read_bytes() == second.read_bytes()
    with ZipFile(first) as packed:
        assert {name.partition("/")[0] for name in packed.namelist()} == {first.stem}
        assert {name.partition("/")[2] for name in packed.namelist()} == {
            "index.html",
            "chapters/two.html",
        }


@pytest.mark.browser
def test_the_book_opens_from_the_archive_without_a_server(site, tmp_path, page_factory):
    packed = archive.pack(site, tmp_path, edition.read(ROOT))
    with ZipFile(packed) as opened:
        opened.extractall(tmp_path)
    folder = (tmp_path / packed.stem).as_uri()
    page = page_factory()
    problems = checks.watch(page, folder)
    page.goto(f"{folder}/index.html")
    page.wait_for_url("**/chapters/start.html")
    page.locator("nav.bd-links a[href*='02-']").click()
    page.wait_for_url("**/02-gradient-descent.html")
    figure = page.locator("figure.pt-figure:has(input[type=range])").first
    before = figure.get_attribute("data-state")
    figure.locator("input[type=range]").first.press("ArrowRight")
    page.wait_for_function(
        "([figure, before]) => figure.dataset.state !== before",
        arg=[figure.element_handle(), before],
    )
    assert problems == []
    for target in re.findall(r'href="([^":#?]+)"', page.content()):
        assert (tmp_path / packed.stem / "chapters" / target).resolve().exists(), target
