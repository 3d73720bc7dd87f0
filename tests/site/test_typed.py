"""The field for typed mathematics in the browser: errors under their place, keys, nothing lost."""

import pytest

import checks
from ptcode.widgets import DerivationStepper
from typed import typed

pytestmark = pytest.mark.browser

# How far the middle of the underlined place is from the tip that points at it, in pixels.
DISTANCE = """() => {
  const mark = document.querySelector('.pt-typed-marks mark').getBoundingClientRect();
  const error = document.querySelector('.pt-typed-error');
  const at = parseFloat(error.style.getPropertyValue('--pt-at'));
  const tip = error.getBoundingClientRect().left + at;
  return Math.abs((mark.left + mark.right) / 2 - tip);
}"""


@pytest.fixture
def show(show):
    """Return `show(text)`: an open page with a derivation stepper, and its field."""

    def open_page(text="sin(x²)", **options):
        page = show(DerivationStepper(typed(text)), **options)
        return page, page.locator('input[name="expression"]')

    return open_page


def test_a_mistake_is_said_under_its_character(show):
    page, field = show()
    field.fill("2x + 1,5")
    assert page.locator(".pt-typed-error").inner_text() == (
        "Numbers take a decimal point, not a comma: write 1.5."
    )
    assert field.get_attribute("aria-invalid") == "true"
    described = field.get_attribute("aria-describedby")
    assert page.locator(f"#{described}").inner_text().startswith("Numbers take")
    assert page.locator(".pt-typed-marks mark").inner_text() == ","
    assert page.evaluate(DISTANCE) < 1.5
    field.fill("2x + 1.5")
    assert page.locator(".pt-typed-error").inner_text() == ""
    assert field.get_attribute("aria-invalid") == "false"


def test_an_unfinished_expression_is_no_mistake_until_the_field_is_left(show):
    page, field = show()
    field.fill("")
    field.press_sequentially("sin(x")
    assert field.get_attribute("aria-invalid") == "false"
    assert page.locator(".pt-typed-error").inner_text() == "This bracket is not closed yet."
    field.blur()
    assert field.get_attribute("aria-invalid") == "true"


def test_what_is_typed_is_kept_whatever_it_is(show):
    page, field = show()
    for text in ("sin(((", "  x  ", "x😀", "2 3", "<b>x</b>", "x" * 500):
        field.fill(text)
        assert field.input_value() == text
        assert checks.state_of(page.locator("#derivation"))["expression"] == text
    assert page.locator(".pt-given math").count() == 1


def test_a_key_types_at_the_caret_and_can_be_undone(show):
    page, field = show()
    field.fill("(x+1)+2")
    field.evaluate("field => field.setSelectionRange(5, 5)")
    page.get_by_role("button", name="squared").click()
    assert field.input_value() == "(x+1)²+2"
    assert field.evaluate("field => [field.selectionStart, document.activeElement === field]") == [
        6,
        True,
    ]
    page.keyboard.press("Control+z")
    assert field.input_value() == "(x+1)+2"


def test_a_key_works_from_the_keyboard_too(show):
    page, field = show("x")
    page.get_by_role("button", name="π pi").press("Enter")
    assert field.input_value() == "xπ"
    assert checks.state_of(page.locator("#derivation"))["expression"] == "xπ"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_all_the_keys_are_seen_in_two_rows_and_are_large_enough(show, width):
    page, _ = show(width=width)
    assert checks.overflow(page, width) == []
    row = page.locator(".pt-keys")
    assert row.evaluate("row => row.scrollWidth <= row.clientWidth")
    sizes = page.locator(".pt-keys button").evaluate_all(
        """keys => keys.map((key) => key.getBoundingClientRect())
                       .map((box) => [box.top, box.width, box.height])"""
    )
    assert len({top for top, _, _ in sizes}) == 2
    assert all(min(width, height) >= 24 for _, width, height in sizes)
