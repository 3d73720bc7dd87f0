"""The numbers in the prose of chapter 3."""

from fractions import Fraction

import numpy as np

from accounts import section, show
from ptcode.descent.optimisers import GradientDescent
from ptcode.descent.quadratics import quadratic_theory
from ptcode.descent.surfaces import minima, missed_by
from ptcode.descent.tracks import descend
from ptcode.functions.catalogue import SURFACES
from ptcode.widgets.surface_views import VIEWS

PAGE = "03-partial-derivatives"
VALLEY, HIMMELBLAU, ROSENBROCK = (
    SURFACES[name] for name in ("narrow-valley", "himmelblau", "rosenbrock")
)
LIMIT = quadratic_theory(VALLEY).critical_learning_rate


def gradient_of(cost):
    return lambda *place: [partial(*place) for partial in cost.partials]


def pair(values, places=None):
    return "{} {}".format(*(show(float(value) + 0.0, places) for value in values))


def run(cost, start, alpha, steps=40):
    return descend(cost, start, GradientDescent(alpha), steps)


def missed(place):
    return missed_by(place, gradient_of(VALLEY)(*place), [(0, 0)])


@section("partial-derivatives", "one-parameter-at-a-time", "the-gradient")
def slices():
    first, second = gradient_of(VALLEY)(2, 0.5)
    yield show(VALLEY(2, 0.5))
    apart = set(np.diff(VIEWS["narrow-valley"].levels))
    yield from map(show, apart)
    yield f"θ_1 = 2 {show(first)}"
    yield f"θ_2 = 0.5 {show(second)}"
    yield show(VALLEY(2, 1) - VALLEY(2, 0.5))
    yield show(VALLEY.partials[0](2, 1))
    yield f"∇J(2, 0.5) = {pair((first, second))}"


@section("the-gradient")
def gradient():
    first, second = gradient_of(VALLEY)(2, 0.5)
    steepest = show(np.hypot(first, second), 2)
    parts = [0.01 * first, 0.01 * second]
    yield f"0.01 {show(parts[0])} + {show(parts[1])} = {show(sum(parts))}"
    yield show(VALLEY(2.01, 0.51) - VALLEY(2, 0.5))
    yield f"{pair((second, -first))} 4 · 10 − 10 · 4 = 0"
    yield f"sqrt{{{show(first)}^2 + {show(second)}^2}} = {steepest}"
    yield f"−{steepest}"
    angle = float(np.degrees(np.arctan2(second, first)))
    yield f"{show(angle, 1)}°"
    yield f"{show(angle, 1)}° {show(angle + 90, 1)}°"
    yield f"{show(angle + 180, 1)}°"


@section("steepest-here-not-the-way-to-the-minimum", "what-could-go-wrong")
def not_the_way():
    dashed, dotted = np.degrees(np.arctan([10 / 4, 0.5 / 2]))
    yield f"{show(missed((2, 0.5)), 1)}° 10/4 {show(dashed, 1)}° 0.5/2 {show(dotted, 0)}°"
    assert abs(dashed - dotted - missed((2, 0.5))) < 1e-9
    for place in ((2, 0), (2, 0.1), (2, 0.5), (0, 1)):
        down = pair(-np.array(gradient_of(VALLEY)(*place)))
        angle = show(missed(place), 1).removesuffix(".0")
        yield f"{show(VALLEY(*place))} {down} {angle}° {pair(place)}"
    around = np.radians(np.linspace(0, 90, 2001))
    worst = max(missed(place) for place in zip(np.cos(around), np.sin(around), strict=True))
    yield f"{show(worst, 1)}°"
    assert missed_by((2, 1), gradient_of(SURFACES["bowl"])(2, 1), [(0, 0)]) == 0


@section("why-it-zigzags")
def zigzag():
    theory = quadratic_theory(VALLEY)
    low, high = theory.curvatures
    yield f"{show(low)} θ_1 {show(high)} θ_2"
    for alpha in (0.02, 0.05, 0.09, 0.1, 0.105):
        one, two = (show(round(float(factor), 9) + 0.0) for factor in theory.factors(alpha))
        yield f"{show(alpha)} {one} {two}"
    yield f"α < 2/{show(high)} = {show(LIMIT)}."
    best = theory.best_learning_rate
    yield f"α = 2/({show(low)} + {show(high)}) = {show(best, 4)}"
    yield show(1 - best * low, 3)
    yield f"{show(high)}/{show(low)} = {show(theory.condition_number)}"
    yield f"{show(low)} {show(low)}α {show(low)} · (2/{show(high)})"
    assert Fraction(high - low) / Fraction(high + low) == Fraction(9, 11)
    yield f"9/11 {show(999 / 1001, 3)} 1000"


@section("why-it-zigzags")
def landscapes():
    goals = minima(HIMMELBLAU, VIEWS["himmelblau"].x, VIEWS["himmelblau"].y)
    assert len(goals) == 4
    assert max(HIMMELBLAU(*goal) for goal in goals) < 1e-15
    ways = []
    for start in ((0, 0), (-1, 0), (-1, -1), (0, -2)):
        end = run(HIMMELBLAU, start, 0.01).positions[-1]
        assert min(np.hypot(*np.subtract(end, goal)) for goal in goals) < 1e-3
        ways.append(
            f"from {pair(start)} to {pair(end.round(3)) if start == (0, 0) else pair(end, 3)}"
        )
    yield ", ".join(ways)
    bent = run(ROSENBROCK, (-1.2, 1), 0.0016).values
    yield f"−1.2 1 {show(bent[0], 1)} {show(bent[5], 1)}"
    yield show(bent[40], 1)


@section("what-could-go-wrong")
def one_after_the_other():
    """θ₁θ₂ from (4, 1): all at once, and θ₂ with the new θ₁."""
    one, two, alpha = 4, 1, 0.5
    moved = one - alpha * two
    late, right = two - alpha * moved, two - alpha * one
    told = f"{show(moved)} {show(late)} {show(moved)} {show(right)}"
    yield f"({one}, {two}) α = {alpha} {told}"


@section("exercises")
def exercises():
    first, second = gradient_of(VALLEY)(1, 1)
    yield f"∇J = {pair((first, second))}"
    yield f"{pair((second, -first))} {pair((-second, first))}"
    yield f"{show(first)}^2 + {show(second)}^2 = {show(np.hypot(first, second), 1)}"
    right, up = 0.01, -0.02
    gain = show(first * right + second * up)
    yield f"{show(first)} {right} − {show(second)} {-up} = {gain}"
    yield show(VALLEY(1 + right, 1 + up) - VALLEY(1, 1), 4)
    yield f"*{show(first + second)}*"
    yield f"*{show(first * right - second * up)}*"
    yield f"*{show(first * up + second * right)}*"


@section("predict")
def predictions():
    yield f"{show(missed((2, 0.5)), 0)}°"
    one, two = 1 - 0.09 * np.array([2, 20])
    yield f"θ₂ {show(two)} θ₁ {show(one)}"
    yield f"{show(LIMIT)} α = 0.105"
