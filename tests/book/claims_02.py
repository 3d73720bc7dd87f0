"""The numbers in the prose of chapter 2 and the Start page, each in the words that surround it.

Every function yields phrases built from computed numbers; each must stand in the text as it is.
"""

import math

import numpy as np
import sympy

from prose import show
from ptcode.descent.descent import gradient_descent
from ptcode.functions.catalogue import COSTS
from ptcode.functions.function import Function, theta

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
    return f"between {show(low, places)} and {show(high, places)}"


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


def first_figure():
    (reached,) = {show(abs(place(SQUARE, alpha, 2, 20)), 5) for alpha in (0.1, 0.9)}
    yield f"after twenty steps it is {reached} away"
    yield f"Nearer than {reached}"
    yield f"Further than {reached}"
    yield f"each covers only {show(2 * 0.1)} of the way"
    yield f"But at 0.9 each one overshoots, by {show(2 * 0.9 - 1)} of the way"
    yield f"Each step leaves you {show(abs(1 - 2 * 0.9))} times as far out"
    yield f"the figure says {reached} again"
    yield f"At 0.9 each step is {show(2 * 0.9)} times as long as the distance"
    yield f"ends {show(2 * 0.9 - 1)} of that distance past the lowest point"
    yield f"At 0.1 it ends {show(1 - 2 * 0.1)} of the distance short"
    far = run(SQUARE, 1.05, 2)
    yield f"The positions are {listing(far.positions[:4])}, …"
    yield f"each {show(abs(1 - 2 * 1.05))} times as far out"
    yield f"you are at {show(far.positions[20], 2)}"
    yield f"risen from {show(far.values[0])} to {show(far.values[20], 0)}"


def one_factor():
    yield f"the positions are {listing(run(SQUARE, 0.25, 2, 3).positions)}, …"
    yield f"it is −½: {listing(run(SQUARE, 0.75, 2, 3).positions)}, …"
    assert np.allclose(abs(run(SQUARE, 0.1, 2).positions), abs(run(SQUARE, 0.9, 2).positions))
    yield "The same holds for 0.1 and 0.9"
    left = (1 - 2 * 0.9) ** 2
    yield f"At α = 0.9 that is {show(left)}: each step removes {show(100 * (1 - left))} %"
    for k, start in enumerate((2, -1, 0.5), start=1):
        yield f"θ_{k} = {written_step(start, 0.75)}"
    half = Function(SQUARE.expression / 2)
    yield f"1 − 1.05 = {show(1 - 1.05)}"
    yield f"three steps bring you to {show(place(half, 1.05, 2, 3), 5)}"
    lost = [2 * (1 + 2 * 0.25) ** k for k in (1, 2, 3)]
    yield f"2 turns into {listing(lost)}, …"


def model():
    yield f"so θ = 1 costs {show(LINE_FIT(1))} and θ = 3 costs nothing"
    assert LINE_FIT(3) == 0
    bend, slope = curvature(LINE_FIT), LINE_FIT.derivative(0)
    assert LINE_FIT.expression.expand() == 4 * theta**2 - 24 * theta + 36
    yield "J(θ) = 4θ^2 − 24θ + 36"
    assert LINE_FIT.derivative.expression.expand() == 8 * theta - 24
    yield "J'(θ) = 8θ − 24 = 8(θ − 3)"
    yield f"2/{show(bend)} = {show(2 / bend)}, a quarter"
    yield f"1 − 0.1 · {show(bend)} = {show(1 - 0.1 * bend)}"
    yield f"The cost is {show(LINE_FIT(0))}. The slope is 8 · (0 − 3) = {show(slope)}"
    yield f"It grows by 0.1 · {show(-slope)} = {show(-0.1 * slope)}"
    gaps = 3 - run(LINE_FIT, 0.1, 0, 3).positions
    yield "was {}; it is now {}, and then {}, and then {}".format(*map(show, gaps))
    yield f"multiplied by 0.2^2 = {show(0.2**2)}"


def two_valleys():
    left, top, right = flat_places(VALLEYS)
    yield f"at {show(left, 3)}, where the cost is {show(VALLEYS(left), 3)}"
    yield f"at {show(right, 3)}, and costs only {show(VALLEYS(right), 3)}"
    yield f"Between them, at {show(top, 4)}, is the top"
    yield f"Twenty steps take you to {show(place(VALLEYS, 0.05, 0.17, 20), 4)}"
    yield f"jumps over the hill to {show(place(VALLEYS, 0.12, -2, 1))}"
    bend = curvature(VALLEYS, left)
    tight = show(bend, 1)
    yield f"J''({show(left, 3)}) = {tight}, so its limit is 2/{tight} = {show(2 / bend, 4)}"
    bend = curvature(VALLEYS, right)
    yield f"J''({show(right, 3)}) = {show(bend, 2)} and the limit {show(2 / bend, 4)}"
    yield swing(VALLEYS, 0.15, -1)
    away = run(VALLEYS, 0.2, 2).positions
    yield f"{listing(away[:3])}, {show(away[3], 1)}, {show(away[4], 0)}, …"
    rise = run(VALLEYS, 0.13, -1.75)
    yield f"raises it from {show(rise.values[0], 3)} to {show(rise.values[1], 3)}"


def plateau_and_corner():
    crawl = run(PLATEAU, 0.5, 4.5, 1000)
    yield f"the first slope is only {show(crawl.slopes[0], 6)}"
    near, far = crawl.positions[[20, 1000]]
    yield f"Twenty steps take you to {show(near, 2)}, a thousand to {show(far, 2)}"
    bend = curvature(PLATEAU)
    yield f"λ = {show(bend)} and the limit {show(2 / bend)}"
    yield swing(PLATEAU, 1.2, 2, places=4)
    assert crawl.slopes[0] < 0.001
    yield "At θ = 4.5 on the plateau above, a limit of 0.001 stops you before the first step"
    walk = run(CORNER, 0.3, 2).positions
    there, back = show(walk[7]), show(walk[8])
    yield f"walk down to {back}, then step to {there}, back to {back}, to {there}, and so on"
    yield f"It stops after {loop_until_slope_is_small(0.1)[0]} steps"
    count, end = loop_until_slope_is_small(1.05)
    assert math.isnan(end)
    yield f"after {count} steps, as if all were well"


def exercises_on_the_square():
    factor = show(-1 / 5)
    yield f"−1/5 = {factor}. From 1 − 2α = {factor} follows α = {show((1 + 1 / 5) / 2)}"
    yield f"the first step with [α = 0.6] lands on {show(place(SQUARE, 0.6, 2, 1))}"
    assert math.isclose(place(SQUARE, 0.4, 5, 1), 1)
    yield f"{show((1 - 1 / 5) / 2)}: the sign is lost. This lands on +1"
    yield f"{show(1 + 1 / 5)}: the factor was taken to be 1 − α"
    yield f"With this α the first step lands on {show(place(SQUARE, 1.2, 5, 1))}"
    assert place(SQUARE, 0.5, 5, 1) == 0
    yield "0.5: this lands on 0"


def other_exercises():
    path = run(Function((theta - 4) ** 2 / 2), 0.5, 0, 3).positions
    yield f"halved by each step: {listing(4 - path)}"
    yield "θ_1 = {}, θ_2 = {}, θ_3 = {}".format(*map(show, path[1:]))
    yield f"{listing(run(Function((theta - 4) ** 2), 0.5, 0, 3).positions[1:])}: the ½ was"
    yield f"{listing(4 - 4 * 1.5**k for k in (1, 2, 3))}: the minus is lost"
    left, top, right = flat_places(VALLEYS)
    yield f"at 0 it is {show(VALLEYS.derivative(0))}. It is positive"
    yield f"away from the hilltop at {show(top, 4)}"
    yield f"because {show(right, 3)} is nearer to 0 than {show(left, 3)}"


def start_page():
    costs = {parameter: LINE_FIT(parameter) for parameter in (1, 2, 3)}
    yield "With θ = {} it is {}. With θ = {} it is {}. With θ = {} it is {}.".format(
        *(show(number) for pair in costs.items() for number in pair)
    )


CHAPTER = (first_figure, one_factor, model, two_valleys, plateau_and_corner)
CHAPTER += (exercises_on_the_square, other_exercises)
