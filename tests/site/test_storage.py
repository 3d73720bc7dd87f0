"""Where a browser stores nothing, or no more, the page still does all that needs no storing."""

import pytest

import checks

FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"


@pytest.fixture(params=[checks.NO_STORE, FULL], ids=["refused", "full"])
def phone(request, page_factory, served):
    """A chapter on a phone that stores nothing; nothing may go wrong on it."""
    page = page_factory(width=390)
    page.add_init_script(request.param)
    problems = checks.watch(page, served)
    page.goto(f"{served}chapters/02-gradient-descent.html")
    yield page
    assert not problems


@pytest.mark.browser
def test_every_button_of_the_page_answers(phone):
    mode = "document.documentElement.dataset.mode"
    before = phone.evaluate(mode)
    phone.locator("button.theme-switch-button:visible").click()
    assert phone.evaluate(mode) != before
    for toggle, opened in [
        ("button.primary-toggle", "nav.bd-links"),
        ("button.secondary-toggle", ".page-toc"),
        ("button.search-button__button", "input[type=search]"),
    ]:
        phone.locator(f"{toggle}:visible").click()
        phone.locator(f"{opened}:visible").first.wait_for()
        phone.keyboard.press("Escape")
