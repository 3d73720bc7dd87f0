"""What a page offers to take along: its notebook, the line that opens it, a citation."""

import re
from types import SimpleNamespace
from urllib.parse import urljoin
from zipfile import ZipFile

import nbformat
import pytest
from nbclient import NotebookClient
from playwright.sync_api import expect

import checks
from ptcode.site import copies, edition, ways, wheel
from sitebuild import ROOT, page_names

BASE = "https://example.org/book/"
CHAPTER = "chapters/02-gradient-descent"
TARGET = re.compile(r'href="([^"]*\.(?:ipynb|whl))"')


def built(docname, **settings):
    """What Sphinx knows of a page of chapters/, under these settings."""
    notebook = ROOT / f"{docname}.ipynb"
    path = notebook if notebook.exists() else notebook.with_suffix(".md")
    config = SimpleNamespace(**{"html_baseurl": "", "ptcode_repository": "", **settings})
    builder = SimpleNamespace(get_target_uri=lambda name: f"{name}.html")
    env = SimpleNamespace(doc2path=lambda name: path)
    return SimpleNamespace(config=config, builder=builder, env=env, srcdir=ROOT)


def menu(site, name):
    """The menu of a page as it is written, or nothing."""
    found = re.search(
        r'<details class="pt-ways">.*?</details>', (site / name).read_text("utf-8"), re.S
    )
    return found[0] if found else ""


def test_every_page_of_the_book_has_its_menu_and_nothing_in_it_is_dead(site):
    for name in page_names(site):
        if not name.startswith("chapters/"):
            continue
        found = [urljoin(name, target) for target in TARGET.findall(menu(site, name))]
        notebook = (ROOT / name).with_suffix(".ipynb").exists()
        assert len(found) == (2 if notebook else 0), name
        assert all((site / one).is_file() for one in found), found


def test_every_page_says_which_edition_it_is_of(site):
    made = edition.read(ROOT)
    for name in page_names(site):
        page = (site / name).read_text("utf-8")
        if 'class="bd-footer-content' in page:
            assert f"Version {made.version}," in page, name
            assert re.search(r'<time datetime="\d{4}-\d\d-\d\d">', page), name


def test_the_notebooks_of_a_site_without_an_address_are_those_of_the_book(site):
    for path in (ROOT / "chapters").glob("*.ipynb"):
        assert (site / "chapters" / path.name).read_bytes() == path.read_bytes()


def test_the_wheel_of_the_site_holds_the_package_as_it_is(site):
    with ZipFile(site / wheel.name()) as made:
        there = {name for name in made.namelist() if name.startswith("ptcode/")}
        wanted = {p.relative_to(ROOT).as_posix() for p in wheel.sources()} - set(wheel.BESIDE)
        assert there == wanted
        assert all(made.read(name) == (ROOT / name).read_bytes() for name in there)


def addressed(docname=CHAPTER):
    """The copy of a chapter on a site that knows its address."""
    app = built(docname, html_baseurl=BASE)
    source = (ROOT / f"{docname}.ipynb").read_text("utf-8")
    return nbformat.reads(copies.addressed(source, app, f"{docname}.html"), as_version=4)


@pytest.mark.slow
def test_on_a_site_with_an_address_a_notebook_brings_the_package_along():
    notebook = addressed()
    nbformat.validate(notebook)
    first = next(cell for cell in notebook.cells if cell.cell_type == "code")
    assert f"{BASE}{wheel.name()}" in first.source
    alone = nbformat.v4.new_notebook(cells=[first], metadata=notebook.metadata)
    NotebookClient(alone, timeout=120).execute()
    assert alone.cells[0].outputs == []  # the package is there, so nothing is fetched or said


def test_on_a_site_with_an_address_links_between_chapters_lead_to_their_pages():
    texts = "".join(cell.source for cell in addressed("chapters/start").cells)
    assert f"]({BASE}chapters/01-derivatives.html" in texts
    assert not re.search(r"\]\([\w-]+\.(ipynb|md)", texts)


def test_hosts_are_named_only_where_the_repository_is():
    assert ways.hosts(built(CHAPTER), CHAPTER) == {}
    known = {"ptcode_repository": "https://github.com/owner/name"}
    found = ways.hosts(built(CHAPTER, **known), CHAPTER)
    assert set(found) == {"Colab", "Binder"}
    assert all("owner/name" in one and f"{CHAPTER}.ipynb" in one for one in found.values())
    assert ways.hosts(built("chapters/summary", **known), "chapters/summary") == {}


@pytest.fixture
def opened(served, page_factory):
    """Return `opened(**options)`: a chapter whose menu was opened by the keyboard."""
    seen = []

    def open_menu(script="", **options):
        page = page_factory(**options)
        page.add_init_script(script or "0")
        seen.append(checks.watch(page, served))
        page.goto(f"{served}{CHAPTER}.html")
        checks.settle(page)
        page.locator(".pt-ways > summary").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".pt-ways-panel")).to_be_visible()
        return page

    yield open_menu
    assert not [problem for problems in seen for problem in problems]


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 320])
def test_the_menu_is_opened_and_closed_by_keyboard_and_lies_within_the_page(opened, width):
    page = opened(width=width)
    box = page.locator(".pt-ways-panel").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.keyboard.press("Tab")
    expect(page.locator(".pt-ways-panel a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".pt-ways-panel")).to_be_hidden()
    expect(page.locator(".pt-ways > summary")).to_be_focused()


@pytest.mark.browser
def test_whoever_goes_on_reading_closes_the_menu(opened):
    page = opened()
    page.locator("h1").first.click(position={"x": 5, "y": 5})
    expect(page.locator(".pt-ways-panel")).to_be_hidden()


@pytest.mark.browser
def test_the_line_names_the_files_where_the_page_was_found_and_can_be_copied(opened, served):
    page = opened()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the line").click()
    expect(page.locator(".pt-ways [role=status]")).not_to_be_empty()
    line = page.evaluate("navigator.clipboard.readText()")
    assert f'"{served}{wheel.name()}"' in line
    assert f'"{served}{CHAPTER}.ipynb"' in line
    assert "\n" not in line


@pytest.mark.browser
def test_what_a_browser_does_not_let_a_button_copy_is_selected(opened):
    refused = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))"
    page = opened(refused)
    page.get_by_role("button", name="Cite this chapter").click()
    expect(page.locator(".pt-ways [role=status]")).not_to_be_empty()
    said = page.evaluate("getSelection().toString()")
    assert edition.read(ROOT).version in said
    assert page.url in said


@pytest.mark.browser
def test_windows_has_names_of_its_own(opened):
    page = opened("Object.defineProperty(navigator, 'platform', { get: () => 'Win32' })")
    line = page.locator("#pt-line").inner_text()
    assert "chain-rule\\Scripts\\" in line
    assert "&&" not in line  # which Windows PowerShell 5 does not know
    assert "/bin/" not in line


# What a browser has read of the buttons up to each of their tags, and where these then stand.
PARTS = """() => {
  const buttons = document.querySelector(".article-header-buttons");
  const whole = buttons.innerHTML;
  const seen = new Set();
  for (const { index } of whole.matchAll(/<|$/g)) {
    buttons.innerHTML = whole.slice(0, index);
    if (!buttons.children.length) continue;
    const { top, bottom, right } = buttons.getBoundingClientRect();
    seen.add(`${top}, ${bottom}, ${right}`);
  }
  return [...seen];
}"""


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_no_button_moves_while_the_next_one_arrives(served, page_factory, width):
    page = page_factory(width=width)
    page.goto(f"{served}{CHAPTER}.html")
    assert len(page.evaluate(PARTS)) == 1


@pytest.mark.browser
def test_paper_has_no_menu(opened):
    page = opened()
    page.emulate_media(media="print")
    expect(page.locator(".pt-ways")).to_be_hidden()


@pytest.mark.browser
def test_without_a_script_the_menu_opens_and_offers_no_button_that_needs_one(served, page_factory):
    page = page_factory(java_script_enabled=False)
    page.goto(f"{served}{CHAPTER}.html")
    page.locator(".pt-ways > summary").click()
    expect(page.locator(".pt-ways-panel a").first).to_be_visible()
    assert page.locator(".pt-ways-panel button:visible").count() == 0
