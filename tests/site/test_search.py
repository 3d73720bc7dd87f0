"""The search finds the chapter before the glossary, and what a reader meant to type."""

import re

import pytest

from sitebuild import ROOT

pytestmark = pytest.mark.browser
NEAREST = ROOT / "js" / "src" / "reader" / "nearest.js"
RESULTS = """async () => {
  const links = () => [...document.querySelectorAll("#search-results li a")];
  const said = () => document.querySelector(".search-summary")?.textContent;
  while (!said()) await new Promise(requestAnimationFrame);
  return links().map((link) => link.getAttribute("href"));
}"""


@pytest.fixture
def search(site, open_page):
    """Return `search(words)`: an open page of results and where they lead, from a memory stick."""

    def find(words, **options):
        page = open_page(f"{site.as_uri()}/search.html?q={words.replace(' ', '+')}", **options)
        return page, page.evaluate(RESULTS)

    return find


@pytest.mark.parametrize(
    ("words", "chapter"),
    [
        ("gradient", "02"),
        ("gradiant", "02"),
        ("derivitive", "01"),
        ("backpropogation", "08"),
        ("gradient decsent", "02"),
        ("learning rate", "02"),
        ("momentum", "13"),
    ],
)
def test_a_chapter_comes_before_the_glossary_even_mistyped(words, chapter, search):
    _, found = search(words)
    assert found[0].startswith(f"chapters/{chapter}-")
    entries = [i for i, href in enumerate(found) if "glossary" in href]
    assert entries
    named = [i for i, href in enumerate(found) if re.match(r"chapters/\d", href)]
    assert max(named) < min(entries)


def test_the_page_says_which_word_it_took(search):
    page, _ = search("gradiant")
    said = page.locator("#search-results > p").first.inner_text()
    assert "gradiant" in said
    assert "gradient" in said


@pytest.mark.parametrize("words", ["constructor", "__proto__", "qqqqzzzz", "%", "=", "the"])
def test_what_the_book_has_not_is_not_found_and_breaks_nothing(words, search):
    _, found = search(words.replace("%", "%25"))
    assert found == []


def test_the_nearest_word_is_a_letter_or_two_away(node):
    asked = ["gradiant", "slop", "teh", "xylophone", "jacobain"]
    body = f"""
      const {{ nearest }} = await import({NEAREST.as_uri()!r});
      return input.map((word) => nearest(word, ["slope", "the", "gradient", "jacobian"]) ?? "");
    """
    assert node(body, asked) == ["gradient", "slope", "", "", "jacobian"]
