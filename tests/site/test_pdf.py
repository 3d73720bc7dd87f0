"""The PDF of the book, made of three of its pages: what it says of itself, and where links lead."""

import datetime
import itertools
import json
import re
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from pypdf import PdfReader

import browsers
from pagesource import read
from ptcode.site.edition import Edition
from sitebuild import ROOT, unavailable
from tools.pdf import composing, printing

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]
PAGES = {
    "derivatives": "chapters/01-derivatives.html",
    "the-chain-rule": "chapters/06-the-chain-rule.html",
    "glossary": "chapters/glossary.html",  # which has no exercises
}
ADDRESS = "https://book.example/live/"
EDITION = Edition("9.8.7", datetime.date(2031, 4, 1))
HEADING = re.compile(r"<h[123]>(.*?)<a class=\"headerlink\"", re.DOTALL)
LEVEL = re.compile(r"<h([123])>")
MOUNT = re.compile(r'<figure class="pt-figure" id="([^"]+)" data-figure="(\w+)"')
WORDY = {"question", "exercise"}
SPOKEN = [ROOT / f"js/src/figures/{kind}/words.json" for kind in ("question", "exercise")]


@pytest.fixture(scope="module")
def book(site):
    """The PDF as pypdf reads it."""
    if browsers.chromium() is None:
        unavailable("no Chromium on the PATH: the PDF is printed with one (apt install chromium)")
    with ThreadPoolExecutor(1) as apart:  # for the tests' own browser has this thread
        printed = apart.submit(printing.book_as_pdf, site, EDITION, set(PAGES), ADDRESS).result()
    return PdfReader(BytesIO(printed))


@pytest.fixture(scope="module")
def texts(book):
    """The text of each page without any space: where lines end is of no account."""
    return [squeezed(page.extract_text()) for page in book.pages]


@pytest.fixture(scope="module")
def marks(book):
    """The bookmarks in order: (title, the number of the page it leads to)."""

    def flat(entries):
        for entry in entries:
            if isinstance(entry, list):
                yield from flat(entry)
            else:
                yield entry.title, book.get_destination_page_number(entry) + 1

    return list(flat(book.outline))


def squeezed(text):
    return re.sub(r"\s+", "", text)


def links(book):
    """Every link: (the page it is on, what it leads to)."""
    for number, page in enumerate(book.pages, 1):
        for link in page.get("/Annots", []):
            link = link.get_object()
            assert link["/Subtype"] == "/Link"  # and no field of a form
            yield number, link["/A"]["/URI"] if "/A" in link else link["/Dest"]


def page_of(site, path):
    return (site / path).read_text("utf-8").partition("<article")[2].partition("</article>")[0]


def kinds(site):
    """The kind of each figure of the pages, by its name."""
    pages = [page_of(site, path) for path in PAGES.values()]
    return dict(pair for page in pages for pair in MOUNT.findall(page))


def test_the_pdf_says_what_it_is(book, texts):
    root = book.trailer["/Root"]
    assert book.metadata.title == "The Chain Rule, Live"
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/AcroForm" not in root
    assert {squeezed(part) in texts[0] for part in ("9.8.7", "1 April 2031", ADDRESS[8:])} == {True}


def test_the_bookmarks_are_the_headings(site, marks):
    pages = [
        [squeezed(composing.plain(one)) for one in HEADING.findall(page_of(site, path))]
        for path in PAGES.values()
    ]
    expected = [*itertools.chain(*pages), "Solutions", *(title for title, *_ in pages[:2])]
    assert [squeezed(title) for title, _ in marks] == expected


def test_a_heading_stands_on_the_page_of_its_bookmark_and_is_not_left_alone_there(texts, marks):
    for title, number in marks:
        _, found, after = texts[number - 1].partition(squeezed(title))
        assert found, title
        assert len(after) > 40, f"{title} stands alone at the end of page {number}"


def test_the_contents_name_the_page_of_each_chapter_and_section(site, texts, marks):
    (last,) = (at for at, (title, _) in enumerate(marks) if title == "Solutions")
    contents = "".join(texts[1 : marks[0][1] - 1])
    levels = [level for path in PAGES.values() for level in LEVEL.findall(page_of(site, path))]
    listed = [mark for mark, level in zip(marks, levels, strict=False) if level != "3"]
    assert len(listed) > 20
    for title, number in [*listed, marks[last]]:
        assert re.search(rf"{re.escape(squeezed(title))}{number}(?!\d\d)", contents), title


def test_each_page_bears_the_number_by_which_it_is_found(texts):
    for number, text in enumerate(texts[1:], 2):
        assert f"TheChainRule,Live{number}" in text[:120]


def test_a_chapter_begins_on_a_page_of_its_own(book, texts):
    for entry in book.outline:
        if not isinstance(entry, list):
            text = texts[book.get_destination_page_number(entry)]
            assert text.index(squeezed(entry.title)) < 120


def test_links_lead_inside_the_book_or_to_a_true_address(book, site):
    places, found = book.named_destinations, list(links(book))
    given = {ADDRESS, *(f"{ADDRESS}figure.html#{name}" for name in kinds(site))}
    given |= {target for path in PAGES.values() for _, target in read(site / path).links}
    inside = [target for _, target in found if not str(target).startswith("http")]
    assert len(inside) > 100
    assert [target for target in inside if target not in places] == []
    assert [target for _, target in found if target not in places and target not in given] == []


def test_a_word_of_the_glossary_is_a_link_to_where_it_is_explained(book, texts):
    terms = {target for _, target in links(book) if "glossary--term-" in str(target)}
    assert len(terms) > 5
    for name in terms:
        page = book.get_destination_page_number(book.named_destinations[name])
        assert squeezed(name.partition("--term-")[2].replace("-", "")) in texts[page].replace(
            "-", ""
        )


def test_a_figure_is_a_picture_with_its_address_and_nothing_asks_to_be_pressed(site, texts):
    whole = "".join(texts)
    pictures = [name for name, kind in kinds(site).items() if kind not in WORDY]
    assert pictures
    assert [name for name in pictures if f"figure.html#{name}" not in whole] == []
    words = [json.loads(path.read_text("utf-8")) for path in SPOKEN]
    asked = [words[0]["invitation"], words[0]["again"], words[1]["another"], "▸", "page 000"]
    assert [one for one in asked if squeezed(one) in whole] == []


def test_each_question_and_exercise_names_the_page_of_its_solution(site, texts, marks):
    asked = sum(kind in WORDY for kind in kinds(site).values())
    numbers = [int(one) for text in texts for one in re.findall(r"Solution:page(\d{1,3})", text)]
    (first,) = (number for title, number in marks if title == "Solutions")
    assert len(numbers) == asked
    assert all(number >= first for number in numbers)


def test_the_function_to_write_names_the_page_of_its_solution(site, texts):
    pages = [page_of(site, path) for path in PAGES.values()]
    asked = sum(page.count("<summary>The solution</summary>") for page in pages)
    numbers = re.findall(r"Solutionincode:page\d{1,3}", "".join(texts))
    assert len(numbers) == asked == 1


def test_a_code_of_an_address_is_drawn_where_there_is_one(site):
    assert "<svg" in composing.where(ADDRESS, "descent")
    assert composing.where("", "descent").endswith("figure.html#descent")
    assert "<svg" not in composing.where("", "descent")


def test_a_link_to_nothing_is_found():
    document = '<p id="here"><a href="#here">here</a> <a class="x" href="#gone">gone</a></p>'
    assert composing.dangling(document) == ["gone"]
