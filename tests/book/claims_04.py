"""The numbers in the prose of chapter 4."""

import numpy as np

from accounts import section, show
from ptcode.descent.optimisers import GradientDescent
from ptcode.descent.regression import (
    FORBES_PRESSURES,
    FORBES_TEMPERATURES,
    SCALES,
    LineCost,
    scaling,
)
from ptcode.descent.tracks import descend

PAGE = "04-fitting-a-line"
TEMPERATURES, PRESSURES = np.array(FORBES_TEMPERATURES), np.array(FORBES_PRESSURES)
RATIO = {
    scale: LineCost((TEMPERATURES - shift) / spread, PRESSURES)
    for scale in SCALES
    for shift, spread in [scaling(TEMPERATURES, scale)]
}


@section("real-data")
def data():
    yield len(TEMPERATURES)
    yield f"m = {len(PRESSURES)}"


@section("two-partials", "the-same-data-three-valleys")
def regression():
    raw, centred, bowl = (RATIO[scale] for scale in SCALES)
    first, second = bowl.minimum
    least = bowl(first, second)
    yield f"y = {show(first, 2)} + {show(second, 3)}x {show(least, 4)}"
    shift, spread = scaling(TEMPERATURES, "standardised")
    yield show(shift, 2)
    yield show(spread, 3)
    yield show(spread, 3)
    million = show(raw.condition_number / 1e6, 0)
    low, high = raw.curvatures
    yield million
    first, second = raw.minimum
    yield f"y = {show(first, 2)} + {show(second, 4)}x"
    height, rise = bowl.minimum
    yield f"{show(rise, 3)}/{show(spread, 3)} = {show(second, 4)}"
    yield f"{show(height, 2)} − {show(second, 4)} · {show(shift, 2)} = {show(first, 2)}"
    assert abs(round(rise, 3) / round(spread, 3) - second) < 5e-5
    assert abs(round(height, 2) - round(second, 4) * round(shift, 2) - first) < 5e-3
    yield show(raw.hessian[1, 1], 0)
    yield f"{show(high, 0)} {show(low, 4)}"
    yield show(raw.hessian[0, 1] / raw.hessian[0, 0], 0)
    yield f"{show(centred.curvatures[0])} {show(centred.curvatures[1], 1)}"
    yield show(centred.condition_number, 1)
    yield show(bowl.curvatures[0])
    yield f"θ₁ 20.00 {show(first, 2)}"
    forty = descend(raw, (20, 0), GradientDescent(2e-5), 40).positions[40]
    assert show(forty[0], 2) == "20.00"
    share = 2 * low / (low + high)  # of the distance along the gorge, by a step at the best α
    told = f"{show(high, 0)} 2/{show(high, 0)} {million} {show(2 / share / 1e6, 0)}"
    yield told
    halved = np.log(0.5) / np.log1p(-share)
    yield f"{told} 1 − 2/{show(2 / share / 1e6, 0)}000000 {show(halved / 1e6, 0)}"
    halving = np.log(0.5) / np.log1p(-2e-5 * low)
    yield f"α = 0.00002 {show(halving / 1e6, 0)}"
    assert round(halved / 1e7) == 2


@section("two-partials")
def a_nudge_goes_through_the_sum_and_the_square():
    """A nudge of θ₂ by 0.01 moves r = 2 by x = 3 times as much, and r² by about 2r times that."""
    nudge, x, r = 0.01, 3, 2
    moved, slope = nudge * x, 2 * r
    assert abs((r + moved) ** 2 - r**2 - slope * moved) < 0.001
    product = f"{slope} · {show(moved)} = {show(slope * moved)}"
    yield f"x = {x} r = {r} {show(nudge)} {show(moved)} {product}"


@section("two-partials", "the-same-data-three-valleys")
def one_point():
    raw, bowl = RATIO["raw"], RATIO["standardised"]
    first, second = raw.minimum
    off = PRESSURES - (first + second * TEMPERATURES)
    assert np.argmax(abs(off)) == 11
    yield f"12 {show(off[11], 2)}"
    moved = LineCost(bowl.inputs, (*PRESSURES[:11], 20.0, *PRESSURES[12:]))
    drop = bowl.minimum[0] - moved.minimum[0]
    yield f"{show(drop, 2)} {show(bowl.minimum[1], 3)} {show(moved.minimum[1], 3)}"
    fall = PRESSURES[11] - 20
    end = LineCost(bowl.inputs, (*PRESSURES[:16], PRESSURES[16] - fall))
    assert np.argmax(TEMPERATURES) == 16
    yield show(end.minimum[1], 3)
    before, after = bowl(*bowl.minimum), moved(*moved.minimum)
    yield f"{show(before, 4)} {show(after, 2)}"


@section("what-could-go-wrong")
def raw_input_to_the_standardised_line():
    first, second = RATIO["standardised"].minimum
    yield f"212 {show(first + second * 212, 0)}"


@section("worked-example")
def worked_example():
    cost = LineCost((-1, 0, 1), (1, 2, 4))
    slopes = cost.gradient(1, 1)
    yield "errors {}, {}, {}".format(*map(show, 1 + np.array([-1, 0, 1]) - [1, 2, 4]))
    yield f"{show(slopes[0] / 2, 4)} {show(slopes[0], 4)}"
    yield f"(1 + 0 − 2)/3 = {show(slopes[1] / 2, 4)} {show(slopes[1], 4)}"
    place = 1 - 0.3 * slopes
    for i in (0, 1):
        yield f"θ_{i + 1} = 1 − 0.3 · ({show(slopes[i], 4)}) = {show(place[i])}"
    yield show(cost(1, 1))
    yield f"{show(cost(1, 1))} {show(cost(*place))}"
    yield f"θ_1 = {show(cost.minimum[0], 4)}"
    yield f"2/3 1/(2/3) = {show(cost.minimum[1])}"
    assert np.isclose(np.mean(np.square([-1, 0, 1])), 2 / 3)
    yield show(cost(*cost.minimum), 4)


@section("exercises")
def exercises():
    height, slope = RATIO["raw"].minimum
    moved = LineCost(TEMPERATURES + 100, PRESSURES)
    yield f"θ_2 {show(moved.minimum[1], 4)}"
    yield f"{show(height, 2)} − 100 · {show(slope, 4)} = {show(moved.minimum[0], 2)}"
    before, after = (cost.condition_number / 1e6 for cost in (RATIO["raw"], moved))
    yield f"{show(before, 0)} {show(round(after, -1))}"
