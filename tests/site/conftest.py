"""Fixtures for figures apart from the book: pages that must report no error."""

import pytest

import checks
from bare import write_page
from docking import FIRST, OTHER, SECOND, TEXT, WIDE
from ptcode.widgets import DescentExplorer, TangentExplorer
from sitebuild import served_below


@pytest.fixture(scope="session")
def over_http(tmp_path_factory):
    """Return `over_http(address)`: the address of a written page through a server.

    From files, Chromium now and then loses what a page has kept: from a second window of it, and
    when it is loaded again.
    """
    base = tmp_path_factory.getbasetemp()
    with served_below(base, "/") as root:
        yield lambda address: address.replace(base.as_uri() + "/", root)


@pytest.fixture
def open_page(page_factory):
    """Return `open_page(address, **options)`: a page, which must report no error."""
    seen = []

    def open_address(address, **options):
        page = page_factory(**options)
        seen.append(checks.watch(page, address.rpartition("/")[0]))
        page.goto(address)
        return page

    yield open_address
    assert not [problem for problems in seen for problem in problems]


@pytest.fixture
def page(open_page, address):
    """Return the page at the `address` that a module gives."""
    return open_page(address)


@pytest.fixture
def show(open_page, over_http, tmp_path):
    """Return `show(figure, …, link="")`: an open page with these figures."""
    return lambda *figures, link="", **options: open_page(
        over_http(write_page(tmp_path, *figures)) + link, **options
    )


@pytest.fixture
def two_windows(page_factory, address):
    """Return two windows of one browser on the page at `address`."""
    first = page_factory()
    pages = first, first.context.new_page()
    for page in pages:
        page.goto(address)
    return pages


@pytest.fixture
def text(show):
    """Return `text(figure, links, width, height)`: a page with a figure and links that set it.

    Other figures of the page stand `beside` it.
    """

    def open_text(figure, links, width=WIDE, height=800, beside=(), **options):
        page = show(figure, *beside, width=width, height=height, **options)
        page.evaluate(TEXT % links)
        checks.next_frames(page)
        return page

    return open_text


@pytest.fixture
def book(text):
    """Return `book(width, height)`: a page with two figures and, far below, links that set them."""
    two = {"beside": [TangentExplorer()]}
    return lambda *size, **options: text(
        DescentExplorer(), [FIRST, SECOND, OTHER], *size, **two, **options
    )
