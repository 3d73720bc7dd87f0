"""Figures where something has no value: no line through a pole, no derivative of what is not."""

import math

import pytest
import sympy

import moves
from ptcode.widgets import DerivationStepper, GraphStepper, NumberLines, TangentExplorer
from typed import typed

pytestmark = [pytest.mark.browser, pytest.mark.slow]

X = sympy.Symbol("x", real=True)
BEYOND = sympy.log((1 + X) / (1 - X))  # (1 + x)/(1 − x) is negative at 1.5, and has a slope there
# How often a pen crosses the whole picture in one stroke, or half of it within.
CROSSINGS = """(paths) => paths.map((path) => {
  const box = path.ownerSVGElement.querySelector(".pt-frame");
  const top = Number(box.getAttribute("y")), bottom = top + Number(box.getAttribute("height"));
  return path.getAttribute("d").split("M").filter(Boolean).map((piece) => {
    const heights = piece.split("L").map((place) => Number(place.trim().split(/[ h]/)[1]));
    return heights.slice(1).filter((height, i) => {
      const [low, high] = [height, heights[i]].sort((a, b) => a - b);
      return low < top ? high > bottom : high < bottom && high - low > (bottom - top) / 2;
    }).length;
  }).reduce((sum, count) => sum + count, 0);
})"""


@pytest.mark.parametrize("text", ["tan(2x)", "1/x", "0.02/x", "1/(x^2-1)"])
def test_no_curve_runs_through_a_pole(show, text):
    page = show(DerivationStepper(typed(text), x=0.5))
    page.locator(".pt-curve").wait_for(state="attached")
    assert page.locator(".pt-curve").evaluate_all(CROSSINGS) == [0]
    branches = page.locator(".pt-curve").get_attribute("d").count("M")
    assert branches == {"tan(2x)": 5, "1/x": 2, "0.02/x": 2, "1/(x^2-1)": 3}[text]


@pytest.mark.parametrize("function", [0.02 / X, sympy.tan(X), 1 / X])
def test_no_curve_of_the_tangent_explorer_does(show, function):
    page = show(TangentExplorer(function, x=0.5, h=0, whole=True))
    page.locator(".pt-all").wait_for(state="attached")
    assert page.locator(".pt-curve, .pt-all").evaluate_all(CROSSINGS) == [0, 0]


def test_a_steep_curve_is_not_torn(show):
    page = show(DerivationStepper(typed("e^(40x)/(1+e^(40x))"), x=0.5))
    page.locator(".pt-curve").wait_for(state="attached")
    assert page.locator(".pt-curve").get_attribute("d").count("M") == 1


def test_no_slope_is_drawn_where_the_function_has_no_value(show):
    page = show(TangentExplorer(BEYOND, x=0.5, h=0, whole=True))
    outline = page.locator(".pt-all")
    outline.wait_for(state="attached")
    box, frame = (
        page.locator(f".pt-low {part}").bounding_box() for part in (".pt-all", ".pt-frame")
    )
    assert box["width"] < frame["width"] / 2, "the function lives between −1 and 1"


def test_the_stepper_gives_no_derivative_where_there_is_no_value(show):
    stepper = DerivationStepper(BEYOND, x=1.5, step=20)
    assert math.isnan(stepper.slope)
    page = show(stepper)
    last = page.locator(".pt-line-value").last.text_content()
    assert not any(digit in last for digit in "0123456789"), last
    assert "no derivative" in moves.says(page)


def test_the_graph_gives_none_either(show):
    stepper = GraphStepper(expression=BEYOND, x=1.5, step=99)
    assert math.isnan(stepper.adjoints["x"])
    page = show(stepper)
    assert "no derivative" in moves.says(page)
    assert set(page.locator(".pt-node-adjoint").all_text_contents()) == {"none"}
    page.locator(".pt-table summary").click()
    assert "NaN" not in page.locator(".pt-view").inner_text()


@pytest.mark.parametrize(
    ("state", "says"),
    [
        ({"chain": "sin-of-square", "x": 0, "dx": 0}, "Δx = 0"),
        ({"chain": "sin-of-square", "x": -0.2, "dx": 0.4}, "Δy/Δx = 0"),
        ({"chain": "log-of-sin", "x": 3.0, "dx": 0.4}, "breaks"),
        ({"chain": "log-of-sin", "x": 3.6, "dx": 0.4}, "no value"),
    ],
)
def test_no_product_is_made_of_what_has_no_value(show, state, says):
    lines = NumberLines(**state)
    assert "undefined ·" not in repr(lines)
    assert "· undefined" not in repr(lines)
    text = show(lines).locator(".pt-products").inner_text()
    assert says in text
    assert "undefined" not in text
    assert "NaN" not in text


def test_a_limit_belongs_to_a_value():
    assert math.isnan(NumberLines("log-of-sin", x=3.6).nudge.limit), "ln(sin x) ends at π"
