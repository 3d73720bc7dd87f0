"""A book that is told its address says where it is; one that is not says nothing of it."""

import re

import pytest

import checks
from sitebuild import Hosted, served_below
from smallbook import Book

BASE = "https://example.org/some/book"
PNG = b"\x89PNG\r\n\x1a\n"
TOLD = re.compile(r'<meta property="og:(url|image)" content="([^"]*)"/>')


class Lost(Hosted):
    """Answers as a host does: a page that is not there shows 404.html, whatever its depth."""

    def translate_path(self, path):
        found = super().translate_path(path)
        lost = path.endswith("/lost")
        return super().translate_path(f"{self.prefix}404.html") if lost else found


@pytest.fixture(scope="module")
def hosted(tmp_path_factory):
    book = Book(tmp_path_factory.mktemp("hosted"))
    settings = book.folder / "_config.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("html:\n", f"html:\n  baseurl: {BASE}\n", 1), "utf-8")
    book.write()
    made = book.build()
    assert made.ok, made.said
    return book


@pytest.mark.slow
def test_a_page_says_where_it_is_and_what_it_looks_like(hosted):
    page, place = hosted.page(), f"{BASE}/chapters/one.html"
    assert re.findall(r'<link rel="canonical" href="([^"]*)"', page) == [place]
    told = dict(TOLD.findall(page))
    assert told["url"] == place
    assert told["image"].startswith(f"{BASE}/")
    assert (hosted.html / told["image"].removeprefix(f"{BASE}/")).read_bytes().startswith(PNG)
    assert f"<loc>{place}</loc>" in (hosted.html / "sitemap.xml").read_text("utf-8")


@pytest.mark.slow
@pytest.mark.browser
def test_a_lost_reader_finds_the_book_from_any_depth(hosted, page_factory):
    with served_below(hosted.html, "/some/book/", Lost) as root:
        page = page_factory()
        problems = checks.watch(page, root)
        page.goto(f"{root}chapters/deep/er/lost")
        checks.settle(page)
        places = page.locator("main li a").evaluate_all("(links) => links.map((one) => one.href)")
        assert places == [f"{root}chapters/one.html"]
        assert problems == []
        page.locator("main li a").click()
        page.get_by_role("heading", name="One chapter").wait_for()


def test_a_book_without_an_address_says_nothing_of_it(site):
    assert not (site / "sitemap.xml").exists()
    assert not (site / "404.html").exists()
    for path in site.glob("chapters/*.html"):
        text = path.read_text("utf-8")
        assert not TOLD.search(text)
        assert 'rel="canonical"' not in text
