"""The summary is one sheet of paper: on A4 and on Letter, whichever colours the screen has."""

import re

import pytest

PAGE = re.compile(rb"/Type\s*/Page(?![a-z])")


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_summary_prints_on_one_sheet(served, page_factory, paper, theme):
    page = page_factory(theme)
    page.goto(served + "chapters/summary.html", wait_until="load")
    assert len(PAGE.findall(page.pdf(format=paper))) == 1


@pytest.mark.browser
def test_pages_are_counted(served, page_factory):
    """The count above can fail: the glossary is longer than a sheet."""
    page = page_factory()
    page.goto(served + "chapters/glossary.html", wait_until="load")
    assert len(PAGE.findall(page.pdf(format="A4"))) > 1
