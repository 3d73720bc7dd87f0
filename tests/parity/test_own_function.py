"""A typed function is shown as Python would show it: its derivative, window, kinks, thresholds."""

import math

import numpy as np
import pytest

from ptcode.descent.descent import Regime, constant_curvature, gradient_descent
from ptcode.functions.function import Function, theta, x
from ptcode.functions.slopes import tangent_at
from ptcode.functions.tree import from_tree
from ptcode.widgets import DescentExplorer, TangentExplorer
from ptcode.widgets.curves import typed_view
from ptcode.widgets.descent import _typed_view
from ptcode.widgets.tangent import curve_constants

CURVES = [
    "x²", "x³ - 3x", "sin x", "x sin x", "e^(-x²)", "1/x", "ln x", "√x", "|x|", "|x² - 1|", "x|x|",
    "√|x|", "||x| - 1|", "relu(x)", "relu(x)²", "x + step(x - 1)", "sign(x) + x", "cbrt(x)", "5",
    "x/3 + 1", "tan x", "x - sin x", "√(x - 5)", "ln(x - 20)", "x√x", "√x sin x",
    "sigmoid(3x)", "2^x", "x^8",
]  # fmt: skip
COSTS = [
    "θ²", "50θ²", "3θ² - 2θ + 1", "(θ - 1)²/2", "θ⁴ - 3θ² + θ", "θ² + sin 3θ", "1 - e^(-θ²)", "|θ|",
    "√θ", "ln θ", "1/θ²", "√(θ - 5)", "2θ", "-θ²", "(2θ + 1)²", "7",
]  # fmt: skip
NOT_SHOWN = {"": "unread", "sin(": "unread", "y": "unread", "ln(x - 200)": "nowhere"}
CURVE = """
const { fetchOwn, tangentAt } = await bundle("tangent"), { read } = await fetchOwn();
return input.map(({ text, places }) => {
  const { made } = read(text);
  const tangents = places.map((x) => tangentAt(made, x));
  return { shown: made.shown, tangents };
});
"""
COST = """
const { fetchOwn, gradientDescent } = await bundle("descent"), { read } = await fetchOwn();
return input.map(({ text, start, alpha }) => {
  const { made: { cost, whole } } = read(text);
  return { cost, path: gradientDescent({ ...whole, start, alpha, steps: 20 }) };
});
"""
WHY = """
const { fetchOwn } = await bundle("tangent"), { read } = await fetchOwn();
return input.map((text) => { const { made, why } = read(text); return made ? null : why; });
"""
NUMBERS = ("x", "y", "slopes", "places", "reach", "landmarks")


def close(found, expected, where):
    found, where = np.array(found, float), str(where)
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-9, err_msg=where)


def test_a_typed_curve_has_the_window_the_kinks_and_the_slopes_that_python_finds(node):
    rng = np.random.default_rng(5)
    places = [*np.round(rng.uniform(-3, 3, 12), 2).tolist(), 0.0, 1.0, -1.0]
    found = node(CURVE, [{"text": text, "places": places} for text in CURVES])
    for text, one in zip(CURVES, found, strict=True):
        shown, function = one["shown"], Function(from_tree(one["shown"]["tree"]), (x,))
        expected = curve_constants("typed", function, typed_view(function))
        for name in NUMBERS:
            close(shown[name], expected[name], (text, name))
        assert shown["start"] == pytest.approx(expected["start"]), text
        for mine, other in zip(shown["breaks"], expected["breaks"], strict=True):
            assert mine["verdict"] == other["verdict"], text
            for name in ("x", "left", "right"):
                close(mine[name], math.nan if other[name] is None else other[name], (text, name))
        for at, tangent in zip(places, one["tangents"], strict=True):
            read = tangent_at(function, at)
            assert tangent["verdict"] == read.verdict.value, (text, at)
            close([tangent["value"], tangent["slope"]], [read.value, read.slope], (text, at))


def test_a_typed_cost_has_the_window_the_rates_and_the_path_that_python_finds(node):
    cases = [
        {"text": text, "start": start, "alpha": alpha}
        for text in COSTS
        for start, alpha in ((2.0, 0.1), (0.5, 0.3), (6.0, 1.0))
    ]
    for case, one in zip(cases, node(COST, cases), strict=True):
        cost, function = one["cost"], Function(from_tree(one["cost"]["tree"]), (theta,))
        view = _typed_view(function)
        for name in ("x", "y", "starts", "fastest", "alpha", "theta0", "step"):
            close(cost[name], getattr(view, name), (case, name))
        assert cost["curvature"] == constant_curvature(function), case
        if math.isfinite(function(case["start"])):
            path = gradient_descent(function, case["start"], case["alpha"])
            assert one["path"]["regime"] == path.regime.value, case
            if path.regime is not Regime.WANDERS:  # which doubles a rounding error in every step
                close(one["path"]["positions"], path.positions, case)


def test_the_least_value_of_a_typed_cost_is_that_of_its_valley_and_not_of_a_grid(node):
    """The height that a logarithmic axis subtracts: off by a little, and the axis ends too soon."""
    texts = ["3θ² - 2θ + 1", "(θ - 1/3)²/2", "θ⁴ - 3θ² + θ", "θ² + sin 3θ", "√(θ² + 2θ + 5)"]
    cases = [{"text": text, "start": 1.0, "alpha": 0.1} for text in texts]
    for text, one in zip(texts, node(COST, cases), strict=True):
        cost = Function(from_tree(one["cost"]["tree"]), (theta,))
        # Newton's way to the flat place nearest to the least value of a grid.
        grid = np.linspace(*one["cost"]["x"], 4001)
        flat = grid[int(np.argmin(cost(grid)))]
        for _ in range(20):
            flat -= cost.derivative(flat) / cost.derivative.derivative(flat)
        assert one["cost"]["lowest"] == pytest.approx(float(cost(flat)), abs=1e-12), text


def test_what_cannot_be_shown_is_told_apart(node):
    assert node(WHY, list(NOT_SHOWN)) == list(NOT_SHOWN.values())
    assert node(WHY, ["*".join(f"sin(cos({n}x))" for n in range(25))]) == ["long"]


def test_python_follows_what_is_typed():
    explorer = TangentExplorer(x=1, h=0)
    explorer.expression = x**2 + x  # as a link does
    assert (explorer.f, explorer.slope) == ("typed", 3)
    assert "f = x² + x, x = 1" in repr(explorer)
    assert len(explorer.still().axes) == 2
    explorer.f = "square"
    assert explorer.slope == 2
    cost = DescentExplorer("typed", alpha=0.25, theta0=2)
    cost.expression = (theta - 1) ** 2
    assert cost.path.positions[:3].tolist() == [2, 1.5, 1.25]
    assert len(cost.still().axes) == 2


@pytest.mark.parametrize("kind", [TangentExplorer, DescentExplorer])
def test_while_a_text_cannot_be_read_python_says_so(kind):
    figure = kind("typed")
    figure.set_state({"expression": "sin(", "tree": None})
    assert repr(figure) == f"{kind.__name__}: 'sin(' cannot be read"
    assert figure.state()["expression"] == "sin("
    assert figure.still() is None
    with pytest.raises(ValueError, match="cannot be read"):
        _ = figure.function
