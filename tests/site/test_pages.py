"""Claim 4, the site works: every page, light and dark, desktop and phone, script or none."""

from urllib.parse import unquote, urldefrag, urljoin

import pytest

import accessibility
import checks
import pagesource
from samples import SAMPLE_PAGES, sampled
from sitebuild import built_site, page_names, unavailable

# More than half of what axe-core takes: in `make test` one page has it, in make test-all each.
CONTRAST = "color-contrast"
COLOURED = "chapters/start.html"
# The policy of a strict host, which `served` sends along.
WATCH = """globalThis.violations = [];
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, lineNumber }) =>
  violations.push(`${violatedDirective}: ${blockedURI}, line ${lineNumber}`));"""
FONTS = """async () => {
  await document.fonts.ready;
  return [...document.fonts].filter(({ status }) => status !== "loaded").map(
    ({ family, weight, status }) => `${family} ${weight}: ${status}`);
}"""
SCHEMES = ("http:", "https:", "mailto:", "data:")


def pytest_generate_tests(metafunc):
    """One test per page of the built book, found when the tests are collected.

    Of the quick tests one state opens each page; the others open a few.
    """
    some = metafunc.cls is not TestLightDesktop and "page_factory" in metafunc.fixturenames
    for wanted in {"page_name", "page_with_figures"} & set(metafunc.fixturenames):
        names = page_names(built_site())
        if wanted == "page_with_figures":
            names = [name for name in names if pagesource.has_figures(built_site() / name)]
        metafunc.parametrize(wanted, sampled(names, SAMPLE_PAGES) if some else names)


def shown(site, name):
    return pagesource.read(site / name).shown


def report(problems):
    if problems := list(problems):
        pytest.fail("\n".join(problems), pytrace=False)


def open_page(page, name, site, root):
    """Open a page and wait until it is drawn; return what went wrong so far, as a growing list."""
    problems = checks.watch(page, root)
    page.goto(root + name, wait_until="load")
    if pagesource.read(site / name).redirects:
        page.wait_for_url(lambda url: not url.endswith(name), wait_until="load")
        # The page that was left did not wait for its own pictures.
        problems[:] = [text for text in problems if "ERR_ABORTED" not in text]
    checks.settle(page)
    return problems


class Pages:
    """All checks of one page in one load; a class per state, so that workers share them.

    What takes long, axe-core, each slider and each link, is done for the pages of `thorough`: of
    the slow tests one state has all; `test_accessibility` has axe-core in every state.
    """

    theme = width = None
    thorough, whole = (), False

    @pytest.mark.browser
    def test_page_is_sound(self, page_name, site, served, page_factory):
        page = page_factory(self.theme, self.width)
        page.add_init_script(checks.OBSERVE_SHIFTS + WATCH)
        problems = open_page(page, page_name, site, served)
        assert page.get_attribute("html", "data-theme") == self.theme
        problems += checks.layout_shifts(page) + page.evaluate(FONTS)
        for formula in page.locator(".katex-html:visible").all()[:1]:
            assert formula.bounding_box()["height"] > 5
        problems += checks.overflow(page, self.width)
        problems += checks.cut_formulas(page) if self.width > 1000 else []
        problems += checks.narrow_sliders(page)
        problems += checks.unprinted(page)
        problems += self.in_use(page, page_name) if page_name in self.thorough else []
        if self.width < 1000:
            problems += checks.overflow(page, 320)
        problems += page.evaluate("violations")
        report(problems)

    def in_use(self, page, name):
        if not accessibility.AXE.exists():
            unavailable("axe-core is not installed; make test does that, or: cd js && npm ci")
        without = () if self.whole or name == COLOURED else (CONTRAST,)
        yield from checks.axe(page, without)
        yield from checks.unmoved_sliders(page)
        yield from checks.unfollowed_links(page)


class TestLightDesktop(Pages):
    theme, width, thorough = "light", 1280, SAMPLE_PAGES


class TestDarkPhone(Pages):
    theme, width = "dark", 390


@pytest.mark.slow
class TestLightPhone(Pages):
    theme, width, whole = "light", 390, True
    thorough = page_names(built_site())


@pytest.mark.slow
class TestDarkDesktop(Pages):
    theme, width = "dark", 1280


@pytest.mark.browser
def test_page_works_from_a_memory_stick(page_name, site, page_factory):
    """Opened as a file, a page makes no error and its figures are alive."""
    page = page_factory()
    problems = open_page(page, page_name, site, site.as_uri() + "/")
    report(problems + checks.unmoved_sliders(page, most=1))


@pytest.mark.browser
def test_figures_are_there_without_javascript(page_with_figures, site, served, page_factory):
    page = page_factory(java_script_enabled=False)
    page.goto(served + page_with_figures, wait_until="load")
    problems = []
    for name in shown(site, page_with_figures):
        problems += checks.missing_without_script(page.locator(f'[id="{name}"]'), name)
    report(problems)


@pytest.mark.browser
def test_a_link_from_outside_sets_the_figure(page_name, site, served, page_factory):
    """Every link of the book into another page's figure works when the page is opened with it."""
    page = page_factory()
    for tag, href in pagesource.read(site / page_name).links:
        target, _, fragment = href.partition("#")
        if tag == "a" and target and "?" in fragment and not href.startswith(SCHEMES):
            name, values = checks.figure_link(href)
            page.goto("about:blank")
            page.goto(urljoin(served + page_name, href), wait_until="load")
            figure = page.locator(f'[id="{name}"]')
            report(checks.differences(page, figure, values))


def test_links_and_anchors_resolve(page_name, site):
    """Every relative link names a file of the book, and every anchor an id on its page."""
    path = site / page_name
    report(filter(None, (_broken(path, site, href) for _, href in pagesource.read(path).links)))


def _broken(path, site, href):
    if href.startswith(SCHEMES):
        return None
    target, fragment = urldefrag(href)
    if target.startswith(("/", "file:")):
        return f"{href} works at the root of a server only"
    goal = path if not target else (path.parent / unquote(target.partition("?")[0])).resolve()
    if not goal.is_relative_to(site) or not goal.is_file():
        return f"{href} names no file of the book"
    if not fragment or goal.suffix != ".html":
        return None
    return _broken_anchor(pagesource.read(goal), href, unquote(fragment))


def _broken_anchor(source, href, fragment):
    name, question, _ = fragment.partition("?")
    if not question:
        return None if name in source.ids else f"{href} names no id of that page"
    if name not in source.figures:
        return f"{href} names no figure of that page"
    unknown = set(checks.figure_link(href)[1]) - set(source.figures[name])
    return f"{href} sets {sorted(unknown)}, which figure {name} has not" if unknown else None
