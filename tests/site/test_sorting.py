"""The sorting game in the browser: judged, explained, counted once, forgotten on demand."""

import pytest

import checks
from ptcode.exercises.cards import all_cards
from ptcode.functions.structure import Kind
from ptcode.widgets import SortingGame
from ptcode.widgets.sorting import deal

pytestmark = pytest.mark.browser

HAND = SortingGame(seed=1).hand
COMPOSITE = next(i for i, card in enumerate(HAND) if card.kind is Kind.COMPOSITE)
PRODUCT = next(i for i, card in enumerate(HAND) if card.kind is Kind.PRODUCT)


@pytest.fixture
def show(show):
    """Return `show(card)`: an open page with that card of the hand."""
    return lambda card=0, **options: show(SortingGame(seed=1, card=card), **options)


def press(page, name):
    page.get_by_role("button", name=name).click()


def said(page):
    return page.get_by_role("status").inner_text()


def score(page):
    return page.locator(".pt-score > span").inner_text()


def press_pair(page, index):
    """Press the pair that the card names in this place, wherever it is offered."""
    (_, order) = deal(all_cards(), 1)[COMPOSITE]
    page.locator(".pt-pairs button").nth(order.index(index)).click()


def test_each_kind_is_told_what_the_card_says_of_it(show):
    page = show(PRODUCT)
    told = HAND[PRODUCT].told
    press(page, "composite")
    assert said(page) == f"Not quite. {told['composite']}"
    press(page, "product")
    assert said(page) == f"Right. {told['product']}"
    assert not page.locator(".pt-pairs").is_visible()
    assert page.get_by_role("button", name="sum").get_attribute("aria-disabled") == "true"


def test_a_composite_is_asked_for_its_pair_and_every_pair_has_its_feedback(show):
    page = show(COMPOSITE)
    press(page, "composite")
    assert said(page).endswith("which function is the outer one, and what is inside it?")
    right, *wrong = HAND[COMPOSITE].pairs
    for index, pair in enumerate(wrong, start=1):
        press_pair(page, index)
        assert said(page) == f"Not quite. {pair.feedback}"
    press_pair(page, 0)
    assert said(page) == f"Right. {right.feedback}"


def test_the_first_try_counts_once_and_stays(show):
    page = show(PRODUCT)
    assert score(page) == "No card sorted yet."
    press(page, "product")
    assert score(page) == "Right at the first try: 1 of 1 card"
    page.reload()
    press(page, "sum")
    assert score(page) == "Right at the first try: 1 of 1 card"
    press(page, "Next card")
    other = HAND[PRODUCT + 1] if len(HAND) > PRODUCT + 1 else HAND[PRODUCT]
    press(page, "sum" if other.kind is not Kind.SUM else "product")
    assert score(page) == "Right at the first try: 1 of 2 cards"
    press(page, "Forget my score")
    assert score(page) == "No card sorted yet."


def test_cards_are_turned_and_dealt_anew(show):
    page = show()
    figure = page.locator("#sorting")
    assert page.get_by_role("button", name="Back").is_disabled()
    press(page, "Next card")
    assert checks.state_of(figure) == {"seed": 1, "card": 1}
    press(page, "Fresh cards")
    assert checks.state_of(figure) == {"seed": 2, "card": 0}
    assert page.locator(".pt-count").inner_text() == "Card 1 of 8"


def test_the_keyboard_suffices(show):
    page = show(PRODUCT)
    page.get_by_role("button", name="composite").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert said(page).startswith("Right.")
    assert page.evaluate("document.activeElement.textContent") == "product ✓ right"


@pytest.mark.slow
def test_every_card_can_be_drawn(show):
    page = show()
    page.evaluate("localStorage.clear()")
    seen = set()
    for seed in range(40):
        page.evaluate(f"location.hash = '#sorting?seed={seed}&card=0'")
        for _ in range(7):
            seen.add(page.locator(".pt-face math").get_attribute("alttext"))
            press(page, "Next card")
        seen.add(page.locator(".pt-face math").get_attribute("alttext"))
        if len(seen) == len(all_cards()):
            break
    assert len(seen) == len(all_cards())


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_game_is_accessible_and_fits_a_phone(show, theme):
    page = show(COMPOSITE, theme=theme, width=390)
    press(page, "sum")
    press(page, "composite")
    page.locator(".pt-pairs button").first.click()
    assert not checks.axe(page) + checks.overflow(page, 320) + checks.unprinted(page)
