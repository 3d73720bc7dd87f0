"""The numbers in the prose of chapter 2 and the Start page."""

import math

import numpy as np
import sympy

from accounts import section, show
from ptcode.descent.descent import gradient_descent
from ptcode.functions.catalogue import COSTS
from ptcode.functions.function import Function, theta

PAGE = "02-gradient-descent"

SQUARE, VALLEYS, PLATEAU, CORNER = (
    COSTS[name] for name in ("square", "two-valleys", "plateau", "absolute")
)
LINE_FIT = Function((2 * theta - 6) ** 2)


def run(cost, alpha, start, steps=20):
    return gradient_descent(cost, start, alpha, steps)


def place(cost, alpha, start, k):
    return run(cost, alpha, start, k).positions[k]


def listing(positions, places=2):
    return ", ".join(show(round(float(position), places)) for position in positions)


def flat_places(cost):
    return sorted(float(root) for root in sympy.real_roots(cost.derivative.expression))


def curvature(cost, position=0):
    return float(cost.derivative.derivative(position))


def swing(cost, alpha, start, places=3):
    """The two places between which a path bounces in the end, in words."""
    low, high = sorted(run(cost, alpha, start, 400).positions[-2:])
    return f"{show(low, places)} {show(high, places)}"


def written_step(start, alpha):
    """One step on θ² written out: 2 − 0.75 · 4 = −1."""
    slope = SQUARE.derivative(start)
    factor = show(slope) if slope >= 0 else f"({show(slope)})"
    return f"{show(start)} − {show(alpha)} · {factor} = {show(start - alpha * slope)}"


def loop_until_slope_is_small(alpha):
    """The chapter's loop on θ²: how many steps it takes and where it ends."""
    position, count = 2.0, 0
    while abs(2 * position) > 0.001:
        position, count = position - alpha * 2 * position, count + 1
    return count, position


@section("predict")
def first_figure():
    (reached,) = {show(abs(place(SQUARE, alpha, 2, 20)), 5) for alpha in (0.1, 0.9)}
    yield reached
    yield reached
    yield reached
    yield show(2 * 0.1)
    yield show(abs(1 - 2 * 0.9))
    yield reached
    far = run(SQUARE, 1.05, 2)
    yield listing(far.positions[:4])
    ends = [place(SQUARE, alpha, 2, 1) for alpha in (0.9, 0.1)]
    yield f"{show(SQUARE.derivative(2))} {listing(ends)} {show(abs(ends[0]) / 2)}"
    yield show(abs(1 - 2 * 1.05))
    yield show(far.positions[20], 2)
    yield f"{show(far.values[0])} {show(far.values[20], 0)}"


@section("one-factor-decides", "the-rule", "how-large-may-be", "what-could-go-wrong")
def one_factor():
    yield listing(run(SQUARE, 0.25, 2, 3).positions)
    yield f"−½ {listing(run(SQUARE, 0.75, 2, 3).positions)}"
    assert np.allclose(abs(run(SQUARE, 0.1, 2).positions), abs(run(SQUARE, 0.9, 2).positions))
    yield "0.1 0.9"
    left = (1 - 2 * 0.9) ** 2
    yield f"α = 0.9 {show(left)} {show(100 * (1 - left))}"
    for k, start in enumerate((2, -1, 0.5), start=1):
        yield f"slope {show(SQUARE.derivative(start))}, θ_{k} = {written_step(start, 0.75)}"
    yield f"1 − 1.05 = {show(1 - 1.05)}"
    lost = [2 * (1 + 2 * 0.25) ** k for k in (1, 2, 3)]
    yield f"2 {listing(lost)}"


@section("why-training-wants-derivatives", "worked-example")
def model():
    yield f"θ = 1 {show(LINE_FIT(1))} θ = 3"
    assert LINE_FIT(3) == 0
    bend, slope = curvature(LINE_FIT), LINE_FIT.derivative(0)
    assert LINE_FIT.expression.expand() == 4 * theta**2 - 24 * theta + 36
    yield "J(θ) = 4θ^2 − 24θ + 36"
    assert LINE_FIT.derivative.expression.expand() == 8 * theta - 24
    yield "J'(θ) = 8θ − 24 = 8(θ − 3)"
    yield f"2/{show(bend)} = {show(2 / bend)}"
    yield f"1 − 0.1 · {show(bend)} = {show(1 - 0.1 * bend)}"
    yield f"{show(LINE_FIT(0))} 8 · (0 − 3) = {show(slope)}"
    yield f"0.1 · {show(-slope)} = {show(-0.1 * slope)}"
    gaps = 3 - run(LINE_FIT, 0.1, 0, 3).positions
    yield "{} {} {} {}".format(*map(show, gaps))
    yield f"0.2^2 = {show(0.2**2)}"


@section("two-valleys-the-start-matters", "when-to-stop")
def two_valleys():
    left, top, right = flat_places(VALLEYS)
    yield f"{show(left, 3)} {show(VALLEYS(left), 3)}"
    yield f"{show(right, 3)} {show(VALLEYS(right), 3)}"
    yield show(top, 4)
    yield show(place(VALLEYS, 0.05, 0.17, 20), 4)
    yield show(place(VALLEYS, 0.12, -2, 1))
    bend = curvature(VALLEYS, left)
    tight = show(bend, 1)
    yield f"J''({show(left, 3)}) = {tight} 2/{tight} = {show(2 / bend, 3)}"
    bend = curvature(VALLEYS, right)
    yield f"J''({show(right, 3)}) = {show(bend, 2)} {show(2 / bend, 3)}"
    yield swing(VALLEYS, 0.15, -1)
    away = run(VALLEYS, 0.2, 2).positions
    yield f"{listing(away[:3])}, {show(away[3], 1)}, {show(away[4], 0)}, …"
    rise = run(VALLEYS, 0.13, -1.75)
    yield f"{show(rise.values[0], 3)} {show(rise.values[1], 3)}"


@section("a-plateau-descent-crawls", "a-corner-the-steps-do-not-shrink", "when-to-stop")
def plateau_and_corner():
    crawl = run(PLATEAU, 0.5, 4.5, 1000)
    near, far = crawl.positions[[20, 1000]]
    yield f"α = 0.5 {show(near, 2)}"
    yield f"4.5 {show(crawl.slopes[0], 6)} {show(far, 2)}"
    bend = curvature(PLATEAU)
    yield f"λ = {show(bend)} {show(2 / bend)}"
    yield swing(PLATEAU, 1.2, 2, places=4)
    assert crawl.slopes[0] < 0.001
    yield "θ = 4.5 0.001"
    walk = run(CORNER, 0.3, 2).positions
    there, back = show(walk[7]), show(walk[8])
    yield f"{back} {there} {back}"
    exact, rounded = (run(CORNER, alpha, 2).positions for alpha in (0.5, 0.2))
    assert exact[-1] == 0
    assert 0 < min(abs(rounded)) < 1e-15
    yield "2 0.2"
    yield loop_until_slope_is_small(0.1)[0]
    count, end = loop_until_slope_is_small(1.05)
    assert math.isnan(end)
    yield count


@section("exercises")
def exercises_on_the_square():
    factor = show(-1 / 5)
    yield f"−1/5 = {factor} 1 − 2α = {factor} α = {show((1 + 1 / 5) / 2)}"
    yield f"α = 0.6 {show(place(SQUARE, 0.6, 2, 1))}"
    assert math.isclose(place(SQUARE, 0.4, 5, 1), 1)
    yield f"{show((1 - 1 / 5) / 2)} +1"
    yield f"{show(1 + 1 / 5)} 1"
    yield show(place(SQUARE, 1.2, 5, 1))
    assert place(SQUARE, 0.5, 5, 1) == 0
    yield "0.5 0"


@section("exercises")
def other_exercises():
    path = run(Function((theta - 4) ** 2 / 2), 0.5, 0, 3).positions
    yield listing(4 - path)
    yield "θ_1 = {} θ_2 = {} θ_3 = {}".format(*map(show, path[1:]))
    yield f"{listing(run(Function((theta - 4) ** 2), 0.5, 0, 3).positions[1:])} ½"
    yield listing(4 - 4 * 1.5**k for k in (1, 2, 3))
    left, top, _ = flat_places(VALLEYS)
    steep = VALLEYS.derivative(-2)
    yield show(top, 4)
    yield f"−2 {show(steep)}"
    limit = (top + 2) / -steep
    quotient = f"{show(top + 2, 4)}/{show(-steep)} = {show(limit, 4)}"
    yield f"−2 + {show(-steep)}α {show(top, 4)} {quotient}"
    assert place(VALLEYS, 0.11, -2, 1) < top < place(VALLEYS, 0.12, -2, 1)
    yield f"*{show(2 / -steep, 3)}* 0"
    yield f"*{show(2 / curvature(VALLEYS, left), 3)}* −2"
    yield f"*{show(top / -steep, 4)}* {show(top, 4)}/{show(-steep)}"
