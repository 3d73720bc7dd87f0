"""Back restores what the figures showed and leads to the reader's place in the text."""

import pytest

import checks
from docking import focused, follow, place
from moves import state

pytestmark = pytest.mark.browser
CHAPTER = "chapters/13-optimisers.html"
# What a page tells of how it scrolls.
LISTEN = """() => { globalThis.scrolled = [];
  addEventListener("scroll", () => scrolled.push(scrollY)); }"""


@pytest.fixture
def read(served, page_factory):
    """Return a chapter with links that set several figures, and these links, by figure."""
    page = page_factory(height=800)
    page.goto(served + CHAPTER)
    checks.settle(page)
    return page


def go(page, figure, number):
    """Follow a link of the text that sets a figure; return it, once that is docked."""
    found = page.locator(f"main a.pt-set[href^='#{figure}?']:visible").nth(number)
    found.evaluate("link => link.scrollIntoView({ block: 'center', behavior: 'instant' })")
    checks.next_frames(page)
    found.click()
    page.locator("aside.pt-dock").wait_for()
    page.wait_for_function(
        "([id, link]) => history.state.ptDock === id && link.ariaCurrent === 'true'",
        arg=[figure, found.element_handle()],
    )
    return found


def rests(page):
    """Wait until nothing has scrolled for some frames; return how far the page is scrolled."""
    return page.evaluate(
        """async () => {
          for (let at = -1, still = 0; still < 8; still++) {
            if (scrollY !== at) [at, still] = [scrollY, 0];
            await new Promise(requestAnimationFrame);
          }
          return scrollY;
        }"""
    )


@pytest.mark.parametrize(
    "links", [[("shaken", -1), ("race", -1)], [("race", 3), ("shaken", 0)]], ids=["up", "down"]
)
def test_back_between_links_of_two_figures_keeps_the_place_in_the_text(read, links):
    page = read
    first, second = (go(page, *one) for one in links)
    before = rests(page)
    page.evaluate(LISTEN)
    page.go_back()
    page.wait_for_function("id => history.state.ptDock === id", arg=links[0][0])
    assert abs(rests(page) - before) < 100
    assert 0 < second.bounding_box()["y"] < 800
    assert page.locator("aside.pt-dock").is_visible()
    assert first.get_attribute("aria-current") == "true"
    assert page.locator('main [href*="?"][aria-current=true]').count() == 1
    assert all(abs(at - before) < 100 for at in page.evaluate("scrolled"))
    assert focused(page) == second.text_content()
    page.go_back()
    page.locator("aside.pt-dock").wait_for(state="hidden")
    assert 0 < first.bounding_box()["y"] < 800
    page.wait_for_function(
        """links => links.includes(document.activeElement)
          && Math.abs(document.activeElement.getBoundingClientRect().top - 400) < 400""",
        arg=[first.element_handle(), second.element_handle()],
    )
    assert page.locator('main [href*="?"][aria-current=true]').count() == 0


def test_back_goes_far_in_one_leap(read):
    page = read
    go(page, "race", 0)
    go(page, "race", -1)
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    checks.next_frames(page)
    page.evaluate(LISTEN)
    page.go_back()
    rests(page)
    assert len({round(at / 200) for at in page.evaluate("scrolled")}) <= 2


def test_back_from_another_page_finds_the_place_and_the_dock(read):
    page = read
    go(page, "race", -1)
    page.evaluate("scrollTo({ top: 1e6, behavior: 'instant' })")
    before, shown = rests(page), state(page.locator("#race"))
    page.locator("a.pt-next").click()
    page.wait_for_url("**/14-*")
    page.go_back()
    page.wait_for_url("**/13-*")
    page.locator("aside.pt-dock").wait_for()
    assert abs(rests(page) - before) < 100
    assert state(page.locator("#race")) == shown


def test_back_finds_the_dock_where_the_browser_scrolls_late(read):
    """The figure is at the top of the page: a load that is slow shows it before the place."""
    page, held = read, []
    go(page, "race", -1)
    page.evaluate("scrollTo({ top: 1e6, behavior: 'instant' })")
    rests(page)
    page.locator("a.pt-next").click()
    page.wait_for_url("**/14-*")
    page.route("**/held.png", lambda route: held.append(route))
    page.add_init_script("new Image().src = '/held.png'")
    page.go_back(wait_until="commit")
    page.locator("aside.pt-dock").wait_for(state="attached")
    held[0].abort()
    page.wait_for_function("scrollY > 0")
    page.locator("aside.pt-dock").wait_for()


def test_back_from_the_figure_leads_to_the_text_and_changes_nothing(book):
    page = book(reduced_motion="reduce")
    follow(page, 0)
    dock = follow(page, 1)
    before = place(page, page.get_by_role("link", name="link 1"))
    dock.locator("input[name=alpha]").press("ArrowRight")
    dock.get_by_role("button", name="To the figure").click()
    page.wait_for_function("document.querySelector('#descent').getBoundingClientRect().top < 50")
    shown = state(page.locator("#descent"))
    page.go_back()
    page.wait_for_function("document.activeElement.textContent === 'link 1'")
    assert place(page, page.get_by_role("link", name="link 1")) == before
    assert state(page.locator("#descent")) == shown
    assert dock.get_by_role("button", name="To the figure").is_visible()
    page.go_back()
    page.wait_for_function("history.state.ptFigures.descent.alpha === 0.25")
    assert state(page.locator("#descent"))["alpha"] == 0.25
