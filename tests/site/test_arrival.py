"""A page that arrives in pieces, or is read in leaps, is drawn once: nothing moves."""

import time

import pytest

import checks
from samples import SAMPLE_PAGES, sampled
from sitebuild import Below, built_site, page_names, served_below

PIECE, PAUSE = 400, 0.018  # bytes, and a little more than a frame in seconds
CASES = [(name, 390) for name in page_names(built_site()) if name != "index.html"]
# Where a figure once had its size with its drawing only, and an entry of the contents its lines.
QUICK = [("chapters/09-what-a-gradient-costs.html", 390), ("chapters/13-optimisers.html", 1280)]
READ = [
    pytest.param(name, width, marks=[] if (name, width) in QUICK else pytest.mark.slow)
    for name, _ in CASES
    for width in (390, 1280)
]
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


@pytest.mark.slow
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


HEIGHTS = """() => [...document.querySelectorAll(".pt-figure")].map((figure) =>
  [figure.id, figure.getBoundingClientRect().height])"""
READING = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
    scrollTo({ top: y, behavior: "instant" });
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  }
}"""
# Of the entries of the contents, those that take more room when theirs is the section that is read.
GROWN = """() => [...document.querySelectorAll(".page-toc a.nav-link")].filter((link) => {
  const sizes = [false, true].map((active) => {
    link.classList.toggle("active", active);
    link.toggleAttribute("aria-current", active);
    return link.getBoundingClientRect().height;
  });
  return Math.abs(sizes[0] - sizes[1]) > 1;
}).map((link) => link.textContent.trim())"""


@pytest.mark.browser
@pytest.mark.parametrize(("page_name", "width"), READ)
def test_a_figure_has_its_size_before_it_is_drawn(page_name, width, served, page_factory):
    """Whoever leaps there sees nothing move."""
    page = page_factory("light", width)
    page.goto(served + page_name, wait_until="load")
    checks.settle(page)
    before = dict(page.evaluate(HEIGHTS))
    page.evaluate(READING)
    checks.settle(page)
    after = dict(page.evaluate(HEIGHTS))
    assert after == pytest.approx(before, abs=0.5)
    assert page.evaluate(GROWN) == []
