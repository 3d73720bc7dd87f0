"""Fixtures: the built book, a server, a browser, and Node on the bundles that pages load."""

import json

import pytest

import browsers
from nodejs import judged, run_body
from sitebuild import Hosted, build_bundles, built_site, served_below, unavailable


def pytest_configure(config):
    """Rebuild the bundles if js/ has changed, before any test or xdist's workers read them."""
    if not hasattr(config, "workerinput"):
        build_bundles()


@pytest.fixture(scope="session")
def node():
    """Return `node(body, value)`: the result of an async JavaScript function's body.

    The body sees `input` (the value, through JSON; NaN and infinities survive) and
    `await bundle("descent")`, the module ptcode/static/descent.mjs as notebooks load it.
    """
    return run_body


@pytest.fixture(scope="session")
def site():
    """Return the folder of the built book; build it if there is none."""
    return built_site()


@pytest.fixture(scope="session")
def served(site):
    """Yield the address of the book, served strictly and below a sub-path as on a project's own."""
    with served_below(site, "/some/sub/", Hosted) as address:
        yield address


@pytest.fixture(scope="session")
def launch():
    """Yield `launch(*flags)`: a headless Chromium of the system; playwright downloads none."""
    executable = browsers.chromium()
    if executable is None:
        unavailable(
            "no Chromium on the PATH: the checks of the pages need one (apt install chromium)"
        )
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as session:
        yield lambda *flags: session.chromium.launch(
            executable_path=executable, args=[*browsers.FLAGS, *flags]
        )


@pytest.fixture(scope="session")
def browser(launch):
    """Yield the Chromium that all pages of a run are opened in, each in a context of its own."""
    chromium = launch()
    yield chromium
    chromium.close()


@pytest.fixture
def page_factory(browser):
    """Return `page_factory(theme="light", width=1280, **context)`: a page in a fresh context."""
    contexts = []

    def make(theme="light", width=1280, height=900, **options):
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=theme, **options
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def asked():
    """Return `asked(questions)`: what tools/judge.mjs, the browser's judge, says to each of them.

    A question is `{"function": "sin(x^2)", "answer": "cos(x^2)"}`, or names an exercise's data.
    """
    return lambda questions: [judged(json.dumps(question)) for question in questions]
