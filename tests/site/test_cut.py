"""Nothing is cut, nothing overlaps: every page at three widths, its figures in several states."""

import pytest

import cuts
from samples import SAMPLE_PAGES, sampled
from sitebuild import built_site, page_names


def pytest_generate_tests(metafunc):
    """One test a page."""
    if "page_name" in metafunc.fixturenames:
        pages = [name for name in page_names(built_site()) if name.startswith("chapters/")]
        metafunc.parametrize("page_name", sampled(pages, SAMPLE_PAGES))


def report(problems):
    if problems := list(problems):
        pytest.fail("\n".join(problems), pytrace=False)


@pytest.mark.browser
@pytest.mark.parametrize("widths", [(1280, 320), pytest.param((390,), marks=pytest.mark.slow)])
def test_nothing_of_a_page_is_cut(page_name, widths, served, page_factory):
    page = page_factory()
    page.goto(served + page_name)
    report(cuts.complaints(page, widths=widths))


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.timeout(900)
def test_nothing_of_a_figure_is_cut_in_any_state(page_name, served, page_factory):
    page = page_factory()
    page.goto(served + page_name)
    report(cuts.in_states(page))
