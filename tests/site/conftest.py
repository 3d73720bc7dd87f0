"""Fixtures for figures apart from the book: pages that must report no error, from files."""

import pytest

import checks
from bare import write_page


@pytest.fixture
def open_file(page_factory):
    """Return `open_file(address, **options)`: the page of a file, which must report no error."""
    seen = []

    def open_page(address, **options):
        page = page_factory(**options)
        seen.append(checks.watch(page, "file:"))
        page.goto(address)
        return page

    yield open_page
    assert not [problem for problems in seen for problem in problems]


@pytest.fixture
def page(open_file, address):
    """Return the page at the `address` that a module gives."""
    return open_file(address)


@pytest.fixture
def show(open_file, tmp_path):
    """Return `show(figure, …, link="")`: an open page with these figures."""
    return lambda *figures, link="", **options: open_file(
        write_page(tmp_path, *figures) + link, **options
    )
