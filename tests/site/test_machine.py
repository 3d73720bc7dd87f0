"""The function machine in the browser: values run through, orders change, troubles are told."""

import pytest

import checks
import moves
from ptcode.widgets import FunctionMachine
from typed import typed

pytestmark = pytest.mark.browser

EVERY_KIND = "sin(x²)", "1/(1 + e^(−x))", "x sin x", "x² + sin(x²) + 1", "x^x", "5", "x", "ln(−x²)"
BOXES = "[...document.querySelectorAll('.pt-row .pt-port-value')].map((e) => e.textContent)"


def said(page):
    return page.get_by_role("status").inner_text()


def test_a_number_runs_through_the_machines(show):
    page = show(FunctionMachine(typed("1/(1 + e^(−x))"), x=1.5))
    assert page.evaluate(BOXES) == ["1.5", "−1.5", "0.2231", "1.223", "0.8176"]
    page.locator('input[name="x"]').fill("0")
    assert page.evaluate(BOXES) == ["0", "0", "1", "2", "0.5"]
    assert said(page).endswith("the inner value is u = 2, and y = 0.5.")


def test_values_with_names_of_their_own_bear_them_in_the_row_and_in_the_sentence(show):
    page = show(FunctionMachine(typed("sin(x²)"), x=1.5, names="z a"))
    formulas = page.locator(".pt-row .pt-formula")
    assert [text.replace(" ", "") for text in formulas.all_inner_texts()][-1].startswith("a=")
    assert "outer sin(z). At x = 1.5 the inner value is z = 2.25, and a = 0.7781." in said(page)
    page.get_by_label("change places").check()
    assert "the inner value is u = 0.9975, and y = 0.995" in said(page)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("sin(x²)", "sin(x²) is a composite: inner x², outer sin(u)."),
        ("x sin x", "x·sin(x) is a product, not a composite: x and sin(x) stand side by side"),
        ("x² + sin x", "x² + sin(x) is a sum, not a composite"),
        ("1/(1 + e^(−x))", "The inner function is itself a composite."),
        ("sin x", "sin(x) is one function of x: nothing but x is inside it."),
    ],
)
def test_the_status_says_what_kind_of_expression_it_is(show, text, sentence):
    assert sentence in said(show(FunctionMachine(typed(text))))


@pytest.mark.parametrize(
    ("text", "at", "sentence"),
    [
        ("ln(sin x)", 4, "outer function: ln takes positive numbers only, and gets −0.7568."),
        ("1/x", 0, "breaks at once: nothing can be divided by 0."),
        ("e^(√x)", -4, "breaks in machine 1 of 2: √ takes no negative number, and gets −4."),
        ("x + ln x", -1, "breaks in ln(x): ln takes positive numbers only, and gets −1."),
        ("e^(e^(e^x))", 3, "the number becomes too large to be shown."),
    ],
)  # fmt: skip
def test_where_a_machine_breaks_it_says_why(show, text, at, sentence):
    page = show(FunctionMachine(typed(text), x=at))
    assert sentence in said(page)
    assert page.locator(".pt-row .pt-broken").count() == 1
    assert page.locator(".pt-tree rect.pt-broken").count() == 1


def test_inner_and_outer_change_places(show):
    page = show(FunctionMachine(typed("sin(x²)"), x=1.5))
    page.get_by_label("inner and outer change places").check()
    assert page.evaluate(BOXES) == ["1.5", "0.9975", "0.995"]
    assert said(page).endswith("In the first order it was 0.7781: order matters.")
    page.get_by_label("Expression", exact=True).select_option("x·sin(x)")
    assert checks.state_of(page.locator("#machine"))["swap"] is False
    assert page.get_by_label("inner and outer change places").is_disabled()


def test_what_is_typed_runs_through_and_what_cannot_be_read_changes_nothing(show):
    page = show(FunctionMachine(typed("sin(x²)"), x=2))
    field = page.locator('input[name="expression"]')
    field.fill("ln(x^2+1)")
    assert page.evaluate(BOXES) == ["2", "4", "5", "1.609"]
    assert page.get_by_label("Expression", exact=True).input_value() == "own"
    field.fill("ln(x^2+")
    assert page.evaluate(BOXES) == ["2", "4", "5", "1.609"]
    assert field.input_value() == "ln(x^2+"
    field.fill("sin (x^2)")
    assert page.get_by_label("Expression", exact=True).input_value() == "sin(x²)"


def test_a_link_sets_expression_x_and_order(show):
    page = show(FunctionMachine(), link="#machine?expression=ln(sin%20x)&x=4&swap=true")
    state = {"expression": "ln(sin x)", "x": 4, "swap": True}
    assert checks.state_of(page.locator("#machine")) == state
    assert page.evaluate(BOXES) == ["4", "1.386", "0.983"]


def test_a_link_with_nonsense_does_no_harm(show):
    page = show(FunctionMachine(x=1.5), link="#machine?expression=sin(((&x=abc&swap=maybe")
    assert page.evaluate(BOXES) == ["1.5", "2.25", "0.7781"]


def test_a_slider_event_creates_no_node(show):
    page = show(FunctionMachine(typed("1/(1 + e^(−x))")))
    moves.count_new_elements(page)
    page.locator('input[name="x"]').press("ArrowRight")
    assert moves.new_elements(page) == 0


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_kind_of_expression_is_accessible_and_fits_a_phone(show, theme):
    machines = [FunctionMachine(typed(text), id=f"m{i}") for i, text in enumerate(EVERY_KIND)]
    page = show(*machines, theme=theme, width=390)
    assert not checks.axe(page) + checks.overflow(page, 320) + checks.unmoved_sliders(page)
