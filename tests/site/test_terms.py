"""Words and symbols that show their meaning: which are marked, and how their cards behave."""

import re

import pytest
from docutils import nodes
from playwright.sync_api import expect

import checks
from ptcode.site import terms
from reader import write_page

BODY = """
<p style="margin-top: 20rem">The <a class="pt-term" href="#glossary" aria-describedby="card-a">gradient</a>
of a <a class="pt-term" href="#glossary" aria-describedby="card-b">cost</a>, and <a href="#x">a link</a>.</p>
<div class="pt-card" popover="manual" role="tooltip" id="card-a"><p><strong>gradient</strong></p>
<p>The vector of all partial derivatives.</p></div>
<div class="pt-card" popover="manual" role="tooltip" id="card-b"><p><strong>cost</strong></p>
<p>One number.</p></div>
<h2 id="glossary">Glossary</h2><p style="height: 90rem" id="x"></p>
"""  # noqa: E501
OPEN = "() => [...document.querySelectorAll('.pt-card:popover-open')].map((card) => card.id)"


# Which words are marked


def entry(word, chapter=1, symbol=""):
    return {"word": word, "symbol": symbol, "chapter": chapter, "id": word}


def paragraph(*children):
    return nodes.section("", nodes.paragraph("", "", *children))


def words_in(document, *words):
    found = terms.first_words(document, [entry(word) for word in words])
    return [(one["word"], node.astext()[slice(*span)]) for one, node, span in found]


def test_the_first_use_is_marked_in_any_form():
    text = nodes.Text("Gradients are vectors. The gradient points up.")
    assert words_in(paragraph(text), "gradient") == [("gradient", "Gradients")]


def test_a_word_inside_a_term_of_this_chapter_is_not_that_word():
    text = nodes.Text("A residual connection leads past f. The residual is ŷ − y.")
    found = terms.first_words(paragraph(text), [entry("residual")], ["residual connection"])
    assert [(one["word"], span[0]) for one, _, span in found] == [("residual", 40)]


def test_a_word_inside_a_longer_term_or_another_word_is_not_that_word():
    text = nodes.Text("The partial derivative is no antiderivative.")
    found = words_in(paragraph(text), "derivative", "partial derivative")
    assert found == [("partial derivative", "partial derivative")]
    found = words_in(
        paragraph(nodes.Text("How gradient descent moves.")), "gradient", "gradient descent"
    )
    assert found == [("gradient descent", "gradient descent")]
    assert words_in(paragraph(nodes.Text("a slopey thing")), "slope") == []


@pytest.mark.parametrize(
    "node",
    [
        nodes.literal("", "slope"),
        nodes.strong("", "slope"),
        nodes.reference("", "slope", refuri="x"),
        nodes.inline("", "slope", classes=["pt-slope"]),
    ],
)
def test_links_code_and_coloured_words_are_left_alone(node):
    document = paragraph(node, nodes.Text(" and a slope"))
    [(_, found, span)] = terms.first_words(document, [entry("slope")])
    assert found.astext()[slice(*span)] == "slope"
    assert found.parent is document[0]


def test_headings_are_left_alone():
    section = nodes.section("", nodes.title("", "The slope"), nodes.paragraph("", "no word"))
    assert words_in(section, "slope") == []


def test_a_symbol_is_marked_where_it_stands_by_itself():
    document = paragraph(nodes.math("", r"\alpha\lambda"), nodes.math("", r"\alpha"))
    [(found, node, _)] = terms.first_symbols(document, [entry("alpha", symbol=r"\alpha")])
    assert found["word"] == "alpha"
    assert node is document[0][1]


def test_symbols_of_one_row_are_marked_once():
    row = [entry("W one, W two", symbol=f"W_{i}") for i in (1, 2)]
    document = paragraph(nodes.math("", "W_2"), nodes.math("", "W_1"), nodes.math("", "W_2"))
    [(_, node, _)] = terms.first_symbols(document, row)
    assert node is document[0][0]


def test_of_many_words_those_introduced_last_are_marked():
    uses = [(entry(f"word {n}", chapter=n), None, None) for n in (1, 4, 2, 5)]
    assert [one["chapter"] for one, *_ in terms.latest(uses, 2)] == [5, 4]


def test_a_chapter_does_not_mark_too_much_and_every_mark_has_its_card(site):
    marked = 0
    for path in sorted((site / "chapters").glob("*.html")):
        text = path.read_text("utf-8")
        cards = re.findall(r'aria-describedby="(card-[\w-]+)"', text)
        marked += len(cards)
        assert len(cards) <= terms.MOST + terms.SYMBOLS
        assert len(set(cards)) == len(cards), f"{path.name} marks a word twice"
        for card in cards:
            assert text.count(f'id="{card}"') == 1, f"{path.name} lacks {card}"
        bodies = re.findall(r'<div class="pt-card".*?</div>', text, re.DOTALL)
        assert len(bodies) == len(cards)
        assert not any("katex" in body for body in bodies), "a card is read aloud"
    assert marked > 20


def test_a_table_of_symbols_leads_to_the_notation(site):
    for name in ("01-derivatives", "06-the-chain-rule"):
        text = (site / "chapters" / f"{name}.html").read_text("utf-8")
        assert '<a class="reference internal" href="notation.html">symbol</a>' in text


def test_glossary_and_notation_link_the_chapters(site):
    for name in ("glossary", "notation"):
        text = (site / "chapters" / f"{name}.html").read_text("utf-8")
        for number in range(1, 6):
            assert re.search(rf'href="0{number}-[\w-]+\.html">(?:Chapter )?{number}</a>', text)


# How a card behaves


@pytest.fixture
def address(over_http, tmp_path):
    return over_http(write_page(tmp_path, BODY))


def is_open(page, *ids):
    """Wait until just these cards are open."""
    page.wait_for_function(f"(ids) => String(({OPEN})()) === ids", arg=",".join(ids))
    return True


def word(page, text):
    return page.locator(".pt-term", has_text=text)


@pytest.mark.browser
def test_pointing_opens_and_leaving_closes(page):
    word(page, "gradient").hover()
    assert is_open(page, "card-a")
    word(page, "cost").hover()
    assert is_open(page, "card-b")
    page.mouse.move(5, 5)
    assert is_open(page)


@pytest.mark.browser
def test_the_pointer_may_rest_on_the_card(page):
    word(page, "gradient").hover()
    assert is_open(page, "card-a")
    page.clock.install()
    page.locator("#card-a").hover()
    page.clock.run_for(5_000)
    assert page.evaluate(OPEN) == ["card-a"]


@pytest.mark.browser
def test_the_keyboard_opens_and_escape_closes_without_moving(page):
    page.keyboard.press("Tab")
    assert is_open(page, "card-a")
    page.mouse.move(5, 5)
    page.mouse.move(9, 9)
    page.clock.run_for(5_000)
    assert page.evaluate(OPEN) == ["card-a"], "only leaving the word closes it"
    page.keyboard.press("Escape")
    assert is_open(page)
    assert page.evaluate("document.activeElement.textContent") == "gradient"
    page.keyboard.press("Tab")
    assert is_open(page, "card-b")
    page.keyboard.press("Tab")
    assert is_open(page)


@pytest.mark.browser
def test_escape_closes_a_card_that_pointing_opened(page):
    word(page, "cost").hover()
    assert is_open(page, "card-b")
    page.keyboard.press("Escape")
    assert is_open(page)


@pytest.mark.browser
def test_a_click_and_enter_follow_the_link(page):
    word(page, "gradient").click()
    expect(page).to_have_url(re.compile("#glossary$"))
    page.goto(page.url.partition("#")[0])
    word(page, "cost").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#glossary$"))


@pytest.mark.browser
def test_a_touch_opens_and_a_second_one_follows_the_link(page_factory, address):
    page = page_factory(width=390, has_touch=True)
    page.goto(address)
    word(page, "gradient").tap()
    assert is_open(page, "card-a")
    assert not page.url.endswith("#glossary")
    page.locator("h1").tap()
    assert is_open(page)
    word(page, "gradient").tap()
    word(page, "gradient").tap()
    expect(page).to_have_url(re.compile("#glossary$"))


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_open_card_is_accessible_stays_inside_and_moves_nothing(
    page_factory, address, width, theme
):
    page = page_factory(theme, width)
    page.add_init_script(checks.OBSERVE_SHIFTS)
    page.goto(address)
    page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
    word(page, "cost").focus()
    page.keyboard.press("Shift+Tab")
    assert is_open(page, "card-a")
    assert not checks.axe(page) + checks.overflow(page, width) + checks.layout_shifts(page)
    box = page.locator("#card-a").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


@pytest.mark.browser
def test_a_card_that_has_no_room_below_opens_above(page):
    page.evaluate("scrollTo(0, 0); document.querySelector('p').style.marginTop = '48rem'")
    word(page, "gradient").hover()
    assert is_open(page, "card-a")
    below, above = word(page, "gradient").bounding_box(), page.locator("#card-a").bounding_box()
    assert above["y"] + above["height"] <= below["y"]


@pytest.mark.browser
def test_a_screen_reader_is_told_the_meaning(page):
    described = word(page, "gradient").evaluate(
        "link => document.getElementById(link.getAttribute('aria-describedby')).textContent"
    )
    assert "The vector of all partial derivatives." in described


@pytest.mark.browser
def test_without_javascript_a_word_is_a_link_and_no_card_shows(page_factory, address):
    page = page_factory(java_script_enabled=False)
    page.goto(address)
    assert not page.locator("#card-a").is_visible()
    word(page, "gradient").click()
    expect(page).to_have_url(re.compile("#glossary$"))
