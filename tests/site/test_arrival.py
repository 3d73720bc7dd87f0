"""A page that arrives piece by piece, as over a slow network, is drawn once: nothing moves."""

import time

import pytest

import checks
from samples import SAMPLE_PAGES, sampled
from sitebuild import Below, built_site, page_names, served_below

PIECE, PAUSE = 400, 0.018  # bytes, and a little more than a frame in seconds
CASES = [(name, 390) for name in page_names(built_site()) if name != "index.html"]
CASES += [(f"chapters/{name}.html", 1280) for name in ("start", "06-the-chain-rule", "notation")]


class InPieces(Below):
    """Sends a page's head at once, then what a first screen shows in pieces, then the rest."""

    def copyfile(self, source, outputfile):
        content = source.read()
        if not self.path.endswith(".html"):
            outputfile.write(content)
            return
        body = content.index(b"<body")
        screen = min(content.find(b"</h1>", body) + 6_000, len(content))
        outputfile.write(content[:body])
        for start in range(body, screen, PIECE):
            outputfile.flush()
            time.sleep(PAUSE)
            outputfile.write(content[start : min(start + PIECE, screen)])
        outputfile.write(content[screen:])


@pytest.fixture(scope="module")
def slowly(site):
    with served_below(site, "/slow/book/", InPieces) as root:
        yield root


@pytest.mark.browser
@pytest.mark.parametrize(
    ("page_name", "width"), sampled(CASES, SAMPLE_PAGES, name=lambda case: case[0])
)
def test_nothing_moves_while_a_page_arrives(page_name, width, slowly, page_factory):
    page = page_factory("light", width)
    page.add_init_script(checks.OBSERVE_SHIFTS)
    page.goto(slowly + page_name, wait_until="load")
    checks.settle(page)
    assert checks.layout_shifts(page) == []
