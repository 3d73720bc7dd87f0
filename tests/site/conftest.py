"""Fixtures for figures apart from the book: pages that must report no error, from files."""

import pytest

import checks
from bare import write_page
from sitebuild import served_below


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


@pytest.fixture
def two_windows(page_factory, tmp_path, address):
    """Return two windows of one browser on the page at `address`, through a server.

    From files, Chromium now and then keeps what one window writes from the other for good.
    """
    with served_below(tmp_path, "/") as root:
        first = page_factory()
        pages = first, first.context.new_page()
        for page in pages:
            page.goto(root + address.rpartition("/")[2])
        yield pages
