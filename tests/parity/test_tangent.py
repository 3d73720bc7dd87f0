"""The slope at a point, the tangent explorer, and its agreement with the JavaScript that ships."""

import json
import math

import numpy as np
import pytest
import sympy

from ptcode.functions.activations import relu, step
from ptcode.functions.function import Function, x
from ptcode.functions.slopes import Verdict, landmarks, tangent_at
from ptcode.widgets import TangentExplorer
from ptcode.widgets.tangent import FUNCTIONS, VIEWS, difference_quotient

READ = """
const { curveOf, tangentAt, differenceQuotient, sentence } = await bundle("tangent");
return input.map(({ shown, x, h, touching }) => {
  const curve = curveOf(shown), tangent = tangentAt(curve, x);
  const quotient = differenceQuotient(curve, x, h), end = curve.value(x + h);
  const says = sentence({ label: shown.label, tangent, h, quotient, end, touching });
  return { tangent, quotient, says };
});
"""
KINKED = [
    sympy.Abs(x**2 - 1), x * sympy.Abs(x), sympy.sqrt(sympy.Abs(x)), sympy.Abs(sympy.Abs(x) - 1),
    sympy.sign(x) + x, relu(x), relu(x) ** 2, x + step(x - 1), sympy.Abs(x) + x**2,
    x - sympy.sin(x), x**8, 1 / x**2, sympy.log(sympy.sin(x)), sympy.Integer(3), x / 3 + 1,
]  # fmt: skip


def _own(expression):
    explorer = TangentExplorer(expression)
    return explorer.function, explorer.data["functions"][0]


def _cases():
    constants = {shown["key"]: shown for shown in TangentExplorer().data["functions"]}
    problems = [(FUNCTIONS[key], constants[key]) for key in VIEWS]
    problems += [_own(expression) for expression in KINKED]
    rng = np.random.default_rng(11)
    for function, shown in problems:
        low, high = shown["places"]
        places = [round(float(place), 2) for place in rng.uniform(low, high, 25)]
        for place in [*places, *shown["landmarks"], *(b["x"] for b in shown["breaks"]), 0.0, 1.0]:
            yield function, shown, place, float(rng.choice([0, 2, 0.5, -0.25, 1e-3]))


def test_javascript_reads_the_same_slope_and_verdict(node):
    cases = list(_cases())
    found = node(READ, [{"shown": shown, "x": at, "h": h} for _, shown, at, h in cases])
    for (function, shown, at, h), read in zip(cases, found, strict=True):
        expected, where = tangent_at(function, at), (shown["label"], at, h)
        assert read["tangent"]["verdict"] == expected.verdict.value, where
        for name in ("value", "slope"):
            np.testing.assert_allclose(
                read["tangent"][name], getattr(expected, name), rtol=1e-12, atol=1e-12
            )
        if expected.verdict is Verdict.CORNER:
            assert [read["tangent"][side] for side in ("left", "right")] == pytest.approx(
                [expected.left, expected.right], rel=1e-12
            )
        # the quotient divides a rounding error of f by h, here at least 0.001
        quotient = difference_quotient(function, at, h)
        np.testing.assert_allclose(read["quotient"], quotient, rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize(
    ("f", "at", "h", "says"),
    [
        ("square", 5, 0, "Slope 10 at x = 5: a small step to the right raises f by about 10 times"),
        ("square", 5, 2, "From 5 to 7 the secant has slope 12: on average f rises 12 times"),
        ("square", 5, 2, "as fast as x grows. The tangent has slope 10 at x = 5: a small step"),
        ("square", -2, 0, "lowers f by about 4 times as much."),
        ("square", 0, 0, "Slope 0 at x = 0: flat, a minimum. Left of it f falls, right of it f"),
        ("wave", -1, 0, "Slope 0 at x = −1: flat, a maximum."),
        ("cube", 0, 0, "Slope 0 at x = 0: flat, but neither a minimum nor a maximum."),
        ("absolute", 0, 0, "No derivative at x = 0: a corner, with slope −1 on the left and 1 on"),
        ("absolute", 0, 0, "on the right. A minimum all the same."),
        ("root", 0, 0, "No derivative at x = 0: the tangent stands upright"),
        ("logarithm", -0.5, 1, "x = −0.5 lies outside the domain: ln x has no value there, and so"),
        ("logarithm", 1, -1, "No secant: ln x has no value at x + h = 0. The tangent has slope 1"),
        ("reciprocal", 0, 0, "x = 0 lies outside the domain: 1/x has no value there"),
        ("absolute", -1, 2, "From −1 to 1 the secant has slope 0: f is the same at both ends."),
        ("reciprocal", 1, 1, "slope −0.5: on average f falls 0.5 times as fast as x grows."),
        ("absolute", 1, 0, "a small step to the right raises f by about as much."),
    ],
)  # fmt: skip
def test_its_sentence_says_what_the_slope_means(node, f, at, h, says):
    constants = {shown["key"]: shown for shown in TangentExplorer().data["functions"]}
    case = {"shown": constants[f], "x": at, "h": h}
    secant, both = node(READ, [case, case | {"touching": True}])
    assert says in both["says"]
    # until the tangent is shown, a secant does not give its slope away
    assert h == 0 or "tangent" not in secant["says"]


@pytest.mark.parametrize("key", VIEWS)
def test_every_slope_is_the_limit_of_the_quotient(key):
    function, view = FUNCTIONS[key], VIEWS[key]
    for at in np.linspace(*view.places, 23):
        found = tangent_at(function, float(at))
        if math.isfinite(found.slope):
            both = [difference_quotient(function, float(at), h) for h in (1e-5, -1e-5)]
            assert np.mean(both) == pytest.approx(found.slope, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("key", VIEWS)
def test_every_function_begins_inside_its_windows(key):
    view, function = VIEWS[key], FUNCTIONS[key]
    found = tangent_at(function, view.start)
    assert math.isfinite(found.slope)
    assert view.slopes[0] < found.slope < view.slopes[1]
    for at in (view.start, view.start + view.h):
        assert view.x[0] < at < view.x[1]
        assert view.y[0] < function(at) < view.y[1]
    assert abs(view.h) <= view.reach


def test_x_is_5_with_slope_10_lies_inside_the_windows_of_the_parabola():
    view = VIEWS["square"]
    assert tangent_at(FUNCTIONS["square"], 5).slope == 10
    assert view.places[0] < 5 < view.places[1]
    assert view.y[0] < 25 < view.y[1]
    assert view.slopes[0] < 10 < view.slopes[1]


@pytest.mark.parametrize(
    ("expression", "at", "verdict", "left", "right"),
    [
        (sympy.Abs(x), 0, Verdict.CORNER, -1, 1),
        (sympy.Abs(x**2 - 1), 1, Verdict.CORNER, -2, 2),
        (relu(x), 0, Verdict.CORNER, 0, 1),
        (relu(x) ** 2, 0, Verdict.MINIMUM, 0, 0),
        (x * sympy.Abs(x), 0, Verdict.NEITHER, 0, 0),
        (sympy.sqrt(sympy.Abs(x)), 0, Verdict.VERTICAL, math.nan, math.nan),
        (sympy.sign(x), 0, Verdict.JUMP, 0, 0),
        (sympy.sign(x), 1, Verdict.LEVEL, 0, 0),
        (sympy.sin(x), math.pi / 2, Verdict.MAXIMUM, 0, 0),
        (sympy.exp(-x), 40, Verdict.FALLS, -math.exp(-40), -math.exp(-40)),
    ],
)
def test_flat_places_and_corners_are_told_apart(expression, at, verdict, left, right):
    found = tangent_at(Function(expression, (x,)), at)
    assert found.verdict is verdict
    assert (found.left, found.right) == pytest.approx((left, right), nan_ok=True)


@pytest.mark.parametrize(
    ("expression", "places"),
    [
        (x**2, [0]), (x**3, [0]), (x**3 - 3 * x, [-1, 1]), (sympy.Abs(x), [0]), (1 / x, []),
        (sympy.sqrt(x), [0]), (sympy.sin(x), [-math.pi / 2, math.pi / 2]), (relu(x), [0]),
        (sympy.tan(x), []), (sympy.Abs(x**2 - 1), [-1, 0, 1]), (x - sympy.sin(x), [0]),
    ],
)  # fmt: skip
def test_landmarks_are_the_flat_places_and_the_corners(expression, places):
    assert landmarks(Function(expression, (x,)), -3.3, 3.3) == pytest.approx(places, abs=1e-12)


def test_its_results_follow_its_traits():
    explorer = TangentExplorer(x=5, h=2)
    assert (explorer.quotient, explorer.slope) == (12, 10)
    explorer.h = 0
    assert math.isnan(explorer.quotient)
    assert repr(explorer) == (
        "TangentExplorer: f = x², x = 5, h = 0 → slope 10: a step to the right raises f"
    )
    explorer.f, explorer.x = "absolute", 0
    assert repr(explorer).endswith("→ no derivative: a corner")
    assert explorer.verdict is Verdict.CORNER
    assert (explorer.reading.left, explorer.reading.right) == (-1, 1)


def test_a_reader_brings_an_expression_and_a_window():
    t = sympy.Symbol("t")
    explorer = TangentExplorer(sympy.log(t - 10), window=(9, 20))
    (own, *_) = explorer.data["functions"]
    assert (own["key"], own["label"], own["variable"]) == ("own", "ln(t − 10)", "t")
    assert explorer.slope == pytest.approx(1 / (explorer.x - 10))
    assert TangentExplorer(Function(t**2), x=3).slope == 6


def test_a_pole_does_not_flatten_the_rest_of_an_own_function():
    (own, *_) = TangentExplorer(sympy.tan(x)).data["functions"]
    assert own["y"][1] < 20
    json.dumps(own, allow_nan=False)


def test_an_infinite_slope_is_handed_over_as_json():
    (own, *_) = TangentExplorer(sympy.sqrt(sympy.Abs(x))).data["functions"]
    assert own["breaks"] == [
        {"x": 0.0, "verdict": Verdict.VERTICAL.value, "left": None, "right": None}
    ]


@pytest.mark.parametrize("f", ["square", "root"])
def test_the_curve_and_its_derivative_stand_above_the_same_places(f):
    curve, derivative = TangentExplorer(f).still().axes
    assert curve.get_xlim() == derivative.get_xlim()
