"""The derivation stepper in the browser: steps forwards and backwards, checked at x."""

import pytest

import checks
import moves
from ptcode.widgets import DerivationStepper
from typed import typed

pytestmark = pytest.mark.browser


def said(page):
    return page.get_by_role("status").inner_text()


def test_steps_go_forwards_and_backwards_and_the_current_one_is_marked(show):
    page = show(DerivationStepper(typed("sin(x²)"), x=1.5))
    current = page.locator("li[aria-current=step]")
    assert current.count() == 0
    page.get_by_role("button", name="Step forward").click(click_count=4)
    assert current.locator(".pt-rule").inner_text() == "Local derivative of the outer function."
    assert said(page) == (
        "Step 4 of 7. At x = 1.5: dy/du = −0.628174. A nudge measures −0.628174: they agree."
    )
    page.get_by_role("button", name="Step back").click()
    assert current.locator(".pt-rule").inner_text() == "Local derivative of the inner function."
    assert page.locator("li:visible").count() == 3


def test_the_height_of_the_figure_does_not_depend_on_the_step(show):
    page = show(DerivationStepper(typed("cos(sin(x²))")))
    heights = []
    for _ in range(9):
        heights.append(page.locator(".pt-view").bounding_box()["height"])
        page.get_by_role("button", name="Step forward").click()
    assert len(set(heights)) == 1


def test_the_line_of_a_product_stays_in_its_step_on_a_phone(served, page_factory):
    page = page_factory(width=390)
    page.goto(served + "chapters/07-several-paths.html")
    page.locator("#derivation").scroll_into_view_if_needed()
    checks.settle(page)
    step = page.locator("#derivation li[aria-current=step]")
    ends = [box["x"] + box["width"] for box in (step.locator("math").bounding_box(),
                                                step.bounding_box())]  # fmt: skip
    assert ends[0] <= ends[1]


def test_a_factor_wears_the_mark_of_its_link(show):
    page = show(DerivationStepper(typed("cos(sin(x²))"), step=9))
    product = page.locator("li").nth(6).locator("math [class^=pt-]:not(.pt-upright)")
    assert product.evaluate_all("marks => marks.map(mark => mark.getAttribute('class'))") == [
        "pt-outer", "pt-between", "pt-inner",
    ]  # fmt: skip
    assert page.locator(".pt-given math .pt-outer .pt-between .pt-inner").count() == 1


def test_x_moves_every_number_and_no_node_is_made(show):
    page = show(DerivationStepper(typed("sin(x²)"), step=7))
    moves.count_new_elements(page)
    page.locator('input[name="x"]').fill("1")
    assert (
        page.locator("li").last.locator(".pt-line-value").inner_text() == "= 1.0806 measured 1.0806"
    )
    assert moves.new_elements(page) == 0


@pytest.mark.parametrize(
    ("text", "at", "sentence"),
    [
        ("ln(sin x)", -1, "the expression has no value, so it has no derivative there."),
        ("|x²−1|", 1, "they differ, for there is a corner, a jump or a pole here."),
    ],
)
def test_trouble_is_named(show, text, at, sentence):
    assert sentence in said(show(DerivationStepper(typed(text), x=at, step=99)))


def test_a_link_sets_expression_x_and_step(show):
    page = show(DerivationStepper(), link="#derivation?expression=(2x%2B1)^3&x=-0.5&step=3")
    state = checks.state_of(page.locator("#derivation"))
    assert state == {"expression": "(2x+1)^3", "x": -0.5, "step": 3}
    assert said(page).startswith("Step 3 of 7. At x = −0.5: du/dx = 2.")


def test_a_link_with_nonsense_does_no_harm(show):
    page = show(DerivationStepper(), link="#derivation?expression=sin(((&x=abc&step=-7")
    assert page.locator(".pt-steps li").count() == 7
    assert said(page).startswith("At x = 1.5 y is 0.778073")


def test_the_ring_can_be_dragged(show):
    page = show(DerivationStepper())
    x, y = moves.grip(page.locator(".pt-derivation-plot .pt-ring"))
    page.mouse.move(x - 60, y, steps=5)
    page.mouse.up()
    assert checks.state_of(page.locator("#derivation"))["x"] < 1.2


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text", ["cos(sin(x²))", "x sin(x²)", "5"])
def test_it_is_accessible_and_fits_a_phone(show, theme, text):
    page = show(DerivationStepper(typed(text), step=99), theme=theme, width=390)
    assert checks.axe(page) == []
    assert checks.overflow(page, 320) == []
    assert checks.unmoved_sliders(page) == []
    assert checks.unprinted(page) == []
