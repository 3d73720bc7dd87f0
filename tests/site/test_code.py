"""A button beside each piece of code copies it, whatever the browser allows."""

import pytest

ADDRESS = "chapters/01-derivatives.html"
TAKEN = """navigator.clipboard.writeText = async (text) => { globalThis.copied = text; };"""
NO_CLIPBOARD = """Object.defineProperty(navigator, "clipboard", { value: undefined });
  document.addEventListener("copy", () => { globalThis.copied = getSelection().toString(); });"""


@pytest.mark.browser
@pytest.mark.parametrize("browser_has", [TAKEN, NO_CLIPBOARD], ids=["clipboard", "none"])
def test_a_button_copies_the_code_beside_it_and_says_so(browser_has, served, page_factory):
    page = page_factory()
    page.add_init_script(browser_has)
    page.goto(served + ADDRESS)
    code = page.locator(".cell_input pre:visible").first
    button = code.locator("xpath=../button")
    named = button.text_content()
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("globalThis.copied !== undefined")
    assert page.evaluate("copied").rstrip() == code.text_content().rstrip()
    button.filter(has_not_text=named).wait_for()


@pytest.mark.browser
def test_output_and_formulas_have_no_such_button(served, page_factory):
    page = page_factory()
    page.goto(served + ADDRESS)
    assert page.locator(".pt-copy").count() == page.locator(".cell_input pre").count()
