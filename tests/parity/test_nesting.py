"""The nested graphs: u is handed on from graph to graph, in Python and in the browser."""

import math

import numpy as np
import pytest
import sympy

from ptcode.functions.catalogue import CURVES, exp, log, multiply, sin, square
from ptcode.functions.function import Function, theta, x
from ptcode.widgets import NestedGraphs
from ptcode.widgets.nesting_pairs import PAIRS

READ = """
const { nest, situation, sentence } = await bundle("nesting");
const { pairs, cases } = input;
return cases.map(([key, swapped, x]) => {
  const state = situation(nest(pairs.find((pair) => pair.key === key), swapped), x);
  return { u: state.u, y: state.y, says: sentence(state), window: state.nest.window };
});
"""
ORDERS = [(key, swap) for key in PAIRS for swap in (False, True)]


def read(node, cases, figure=None):
    return node(READ, {"pairs": (figure or NestedGraphs()).data["pairs"], "cases": cases})


def test_the_browser_hands_on_the_same_u_and_y(node):
    places = (-3.7, -1.3, -0.5, 0, 0.4, 1.5, 2.9, 4, 800)
    cases = [(*order, place) for order in ORDERS for place in places]
    figure = NestedGraphs()
    for (key, swap, place), found in zip(cases, read(node, cases), strict=True):
        figure.pair, figure.swap, figure.x = key, swap, place
        expected = pytest.approx((figure.u, figure.y), rel=1e-12, abs=1e-15, nan_ok=True)
        assert (found["u"], found["y"]) == expected, (key, swap, place)
        assert found["window"] == {name: list(w) for name, w in figure.nest.windows.items()}


@pytest.mark.parametrize("key", ["sine-of-square", "square-of-sine", "log-of-sine", "decay"])
def test_a_pair_makes_of_x_what_the_book_s_function_of_that_name_does(key):
    graphs = NestedGraphs(key)
    for graphs.x in (0.3, 1.5, 2.5):
        assert graphs.y == pytest.approx(CURVES[key](graphs.x), rel=1e-12)


def test_u_goes_out_of_one_function_and_into_the_other_in_either_order():
    graphs = NestedGraphs(x=1.5)
    assert (graphs.u, graphs.y) == pytest.approx((2.25, math.sin(2.25)))
    assert (float(graphs.inner(1.5)), float(graphs.outer(2.25))) == (graphs.u, graphs.y)
    graphs.swap = True
    assert (graphs.u, graphs.y) == pytest.approx((math.sin(1.5), math.sin(1.5) ** 2))


@pytest.mark.parametrize(("key", "swap"), ORDERS)
def test_its_start_and_most_of_either_curve_lie_in_the_windows(key, swap):
    graphs = NestedGraphs(key, swap=swap)
    nest = graphs.nest
    values = {"x": graphs.x, "u": graphs.u, "y": graphs.y}
    assert all(low < values[name] < high for name, (low, high) in nest.windows.items())
    heights = nest.heights(np.linspace(*nest.places, 400))
    for name, of in zip("uy", heights, strict=True):
        low, high = nest.windows[name]
        assert np.mean((of >= low) & (of <= high)) >= 0.8 * np.mean(np.isfinite(of))


@pytest.mark.parametrize(
    ("case", "says"),
    [
        (("sine-of-square", False, 1.5), "gives u = x² = 2.25, and the outer one makes sin(2.25)"),
        (("sine-of-square", True, -0.5), "makes (−0.4794)² = 0.2298 of it."),
        (("decay", False, 2), "gives u = −x = −2, and the outer one makes e^(−2) = 0.1353 of it."),
        (("decay", True, 0), "gives u = e^x = 1, and the outer one makes −1 of it."),
        (("cube-of-line", True, -1), "makes 2(−1) + 1 = −1 of it."),
        (("log-of-sine", False, 4), "but the outer function ln(u) has no value there: ln takes"),
        (("log-of-sine", False, 4), "and gets −0.7568."),
        (("log-of-sine", True, -0.5), "the inner function ln(x) has no value here: ln takes"),
        (("decay", True, 1e50), "the inner function e^x has no value here: the number becomes"),
    ],
)
def test_its_sentence_says_what_each_makes_or_which_of_the_two_fails(node, case, says):
    assert says in read(node, [case])[0]["says"]


def test_a_function_that_is_not_defined_there_is_not_said_to_be_too_large(node):
    figure = NestedGraphs((sympy.acos(x), 3 * x + 1))
    (found,) = read(node, [("own", False, 4)], figure)
    assert "acos has no value at 13" in found["says"]


@pytest.mark.parametrize(
    "pair", [sin @ exp, (sin, exp), (sympy.sin(theta), sympy.exp(x)), ("Sin", "Exp")]
)
def test_two_functions_of_one_s_own_are_nested_as_they_are_given(pair):
    graphs = NestedGraphs(pair, x=0.5)
    assert (graphs.pair, graphs.y) == ("own", pytest.approx(math.sin(math.exp(0.5))))
    assert repr(graphs).startswith("NestedGraphs: sin(e^x), x = 0.5")
    graphs.pair = "decay"
    assert graphs.y == pytest.approx(math.exp(-0.5))


@pytest.mark.parametrize(
    ("pair", "window", "error", "says"),
    [
        ("sine-of-sqare", (-3, 3), ValueError, "did you mean 'sine-of-square'"),
        (sin, (-3, 3), TypeError, "a composition f @ g, two Functions"),
        ((sin, exp, log), (-3, 3), TypeError, "a composition f @ g, two Functions"),
        ((multiply, sin), (-3, 3), TypeError, "the outer function must be a Function of one var"),
        ((log, Function(-square.expression)), (-3, 3), ValueError, "choose another window"),
        ((sin, square), (3, -3), ValueError, "low < high"),
    ],
)
def test_what_is_no_pair_is_refused(pair, window, error, says):
    with pytest.raises(error, match=says):
        NestedGraphs(pair, window=window)


def test_reset_brings_back_what_the_figure_was_made_with():
    pairs = NestedGraphs("decay", x=-1, swap=True).data["pairs"]
    starts = {pair["key"]: pair["start"] for pair in pairs}
    assert starts["decay"] == {"x": -1, "swap": True}
    assert starts["bell"] == {"x": PAIRS["bell"].start, "swap": False}


@pytest.mark.parametrize(("key", "swap"), ORDERS)
@pytest.mark.parametrize("place", [-1, 0.5, 1e50])
def test_every_state_has_a_still_of_three_graphs(key, swap, place):
    still = NestedGraphs(key, x=place, swap=swap).still()
    still.canvas.draw()
    assert len(still.axes) == 3
