"""The numbers in the prose of chapter 1."""

import numpy as np
import sympy

from accounts import section, show
from ptcode.autodiff.checks import central_difference
from ptcode.functions.catalogue import CURVES
from ptcode.functions.function import Function, x
from ptcode.functions.slopes import tangent_at
from ptcode.widgets import ZoomExplorer
from ptcode.widgets.tangent import FUNCTIONS, difference_quotient

PAGE = "01-derivatives"
SQUARE, WAVE = FUNCTIONS["square"], FUNCTIONS["wave"]


def secant(function, at, h):
    return difference_quotient(function, at, h)


def slope(function, at):
    return tangent_at(function, at).slope


def n(value, places=None):
    """A number as the prose has it: rounding errors gone, a real minus sign."""
    return show(round(float(value), 9) + 0.0, places)


@section("derivatives")
def falling():
    def fallen(t):
        return 5 * t**2

    yield f"1 {n(fallen(1))} 2 {n(fallen(2))} 3 {n(fallen(3))} 5"
    averages = [(fallen(2 + h) - fallen(2)) / h for h in (1, 0.1)]
    yield f"{n(fallen(2.1))} − {n(fallen(2))} = {n(fallen(2.1) - fallen(2))}"
    yield n(averages[0])
    yield n(averages[1])


@section("predict", "from-the-secant-to-the-tangent")
def opening():
    rise = SQUARE(5) - SQUARE(1)
    yield f"{n(5 - 1)} {n(rise)}"
    yield f"{n(rise)}/{n(5 - 1)} = {n(secant(SQUARE, 1, 4))}"
    steps = (4, 2, 1, 0.5, 0.1)
    slopes = ", ".join(n(secant(SQUARE, 1, h)) for h in steps)
    yield f"h = {', '.join(map(n, steps))}: {slopes}"
    left = [n(secant(SQUARE, 1, h)) for h in (-1, -0.1)]
    yield f"h = −1 h = −0.1 {left[0]} {left[1]}"
    yield f"{n(slope(SQUARE, 1))} + {slopes}"
    yield n(slope(SQUARE, 1))
    yield f"x = 5 {n(slope(SQUARE, 5))}"
    yield f"10 x = −2 {n(slope(SQUARE, -2))} 2 {n(5 * slope(SQUARE, 2))}"
    near = [n(secant(SQUARE, 1, h)) for h in (0.1, 0.01)]
    yield f"h = 0.1 {n(SQUARE(1.1) - SQUARE(1))} {near[0]} h = 0.01 {near[1]}"


@section("straight-from-close-up")
def zooming():
    views = [ZoomExplorer(x=1, zoom=zoom) for zoom in (1, 2, 3)]
    yield "1 " + " ".join(n(seen.magnification) for seen in views)
    for seen in views:
        yield f"{n(seen.magnification)} {100 * seen.gap:.2g}"


@section("the-derivative")
def definition():
    at_7, at_5 = n(SQUARE(7)), n(SQUARE(5))
    yield f"h = 2 ({at_7} − {at_5})/2 = {n(secant(SQUARE, 5, 2))}"
    yield n(slope(SQUARE, 5))


@section("what-the-number-means-a-local-stretch-factor")
def stretching():
    start, end, factor = n(SQUARE(5)), n(SQUARE(5.1)), n(slope(SQUARE, 5))
    yield f"{factor} {factor}"
    yield f"x = 5 x = 5.1 {n(5.1 - 5)}"
    yield f"{start} {end} {n(SQUARE(5.1) - SQUARE(5))}"
    yield factor
    gaps = [SQUARE(5 + h) - SQUARE(5) - slope(SQUARE, 5) * h for h in (0.1, 0.01)]
    yield f"5 {n(gaps[0])} h = 0.1 {n(gaps[1])} h = 0.01"
    yield f"x = 5 {factor}"
    yield f"x = 0.25 {n(slope(SQUARE, 0.25))}"
    yield f"x = −2 {n(slope(SQUARE, -2))}"


@section("flat-a-minimum-a-maximum-or-neither", "no-slope-at-all")
def places():
    yield f"1 x^3 − 3x {n(WAVE(1))}"
    corner = tangent_at(CURVES["absolute"], 0)
    yield f"0 {n(corner.left)} 0 {n(corner.right)}"
    root = CURVES["root"]
    steep = [n(secant(root, 0, h)) for h in (0.01, 0.0001)]
    yield f"h = 0.01 {n(root(0.01))}/0.01 = {steep[0]}"
    yield f"h = 0.0001 {steep[1]}"


@section("from-a-number-to-a-function")
def products():
    product = x**2 * sympy.sin(x)
    wrong = slope(SQUARE, 2) * slope(CURVES["sine"], 2)
    measured = central_difference(Function(product), 2.0)
    yield f"{n(SQUARE(2))} {n(slope(SQUARE, 2))}"
    yield f"{n(wrong, 3)} {n(measured, 3)}"
    yield f"e {n(np.e, 3)}"


@section("worked-example")
def worked_example():
    yield f"8 − 6 = {n(WAVE(2))}"
    h = sympy.Symbol("h")
    grown = sympy.Poly(sympy.expand(WAVE.expression.subs(x, 2 + h)), h).all_coeffs()[::-1]
    yield "{} + {}h + {}h^2 + h^3".format(*grown)
    yield f"f(2) = {grown[0]} {grown[1]} + {grown[2]}h + h^2"
    one, tenth, hundredth = (n(secant(WAVE, 2, step)) for step in (1, 0.1, 0.01))
    yield f"h = 1 {one} h = 0.1 {tenth} h = 0.01 {hundredth}"
    yield n(slope(WAVE, 2))
    yield f"2 12 − 3 = {n(slope(WAVE, 2))}"
    yield ", ".join(f"f'({n(at)}) = {n(slope(WAVE, at))}" for at in (-2, 0, 2))
    yield f"−1 {n(WAVE(-1))}"
    yield f"1 {n(WAVE(1))}"


@section("exercises")
def exercises():
    yield f"½ {n(slope(CURVES['reciprocal'], 0.5))}"
    yield f"{n(-(0.5**2))} x^2 1/x^2"
    hills = Function(x**4 - 4 * x**3)
    flat = sympy.solve(hills.derivative.expression, x)
    yield f"4x^3 12x^2 4x^2(x − 3) {' '.join(map(n, flat))}"
    yield " ".join(f"{n(at)} {n(slope(hills, at))}" for at in (-1, 1, 4))
    yield f"{n(flat[0])} {n(flat[1])} {n(hills(flat[1]))}"
    yield f"{n(flat[1])} 4x^2 {n(flat[0])}"
    yield " ".join(map(n, sympy.solve(hills.expression, x)))
    yield f"1 + x 0 {n(sympy.solve(1 + x, x)[0])}"
    yield f"−1/e approx {show(-np.exp(-1), 3)}"


@section("what-could-go-wrong")
def traps():
    yield f"1 {n(slope(SQUARE, 1))}"
    yield f"f(5) = {n(SQUARE(5))}, f'(5) = {n(slope(SQUARE, 5))}"
