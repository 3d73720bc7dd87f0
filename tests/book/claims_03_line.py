"""The numbers in the prose of chapter 3 about the straight line through data, each in its words."""

import numpy as np

from prose import show
from ptcode.descent.regression import (
    FORBES_PRESSURES,
    FORBES_TEMPERATURES,
    SCALES,
    LineCost,
    scaling,
)
from ptcode.descent.surfaces import descend

TEMPERATURES, PRESSURES = np.array(FORBES_TEMPERATURES), np.array(FORBES_PRESSURES)
RATIO = {
    scale: LineCost((TEMPERATURES - shift) / spread, PRESSURES)
    for scale in SCALES
    for shift, spread in [scaling(TEMPERATURES, scale)]
}


def regression():
    raw, centred, bowl = (RATIO[scale] for scale in SCALES)
    first, second = bowl.minimum
    least = bowl(first, second)
    yield f"the line hat y = {show(first, 2)} + {show(second, 3)}x, with the cost {show(least, 4)}."
    shift, spread = scaling(TEMPERATURES, "standardised")
    yield f"less its mean, {show(shift, 2)} °F, divided"
    yield f"by its standard deviation, {show(spread, 2)} °F"
    yield f"the rise in pressure for {show(spread, 2)} °F more"
    million = show(raw.condition_number / 1e6, 0)
    low, high = raw.curvatures
    yield f"Curvatures {show(low, 6)} and {show(high, 0)}, a condition number of {million} million."
    first, second = raw.minimum
    line = f"hat y = {show(first, 2)} + {show(second, 4)}x"
    yield f"The best line is {line}, and {show(first, 2)} is a prediction"
    yield f"change θ_1 by about {show(-raw.hessian[0, 1] / raw.hessian[0, 0], 0).lstrip('−')} times"
    yield f"Condition number {show(centred.condition_number, 1)}:"
    yield f"Both curvatures are {show(bowl.curvatures[0])}"
    yield f"leave θ₁ at 20.00; it has to get to {show(first, 2)}."
    forty = descend(raw, raw.gradient, (20, 0), 2e-5, 40).positions[40]
    assert show(forty[0], 2) == "20.00"
    yield f"The greatest curvature is {million} million times the least"
    halving = np.log(0.5) / np.log1p(-2e-5 * low)
    yield f"at α = 0.00002 halving it takes about {show(halving / 1e6, 0)} million steps"
    best = np.log(0.5) / np.log1p(-2 / (low + high) * low)
    assert round(best / 1e7) == 2
    yield "About twenty million."


def one_point():
    raw, bowl = RATIO["raw"], RATIO["standardised"]
    first, second = raw.minimum
    off = PRESSURES - (first + second * TEMPERATURES)
    assert np.argmax(abs(off)) == 11
    yield f"Point 12 is the one furthest off, by {show(off[11], 2)} inHg"
    yield f"it is good to {show(off[11], 2)} inHg"
    moved = LineCost(bowl.inputs, (*PRESSURES[:11], 20.0, *PRESSURES[12:]))
    drop = bowl.minimum[0] - moved.minimum[0]
    yield f"the whole line drops by {show(drop, 2)} at the mean"
    before, after = bowl(*bowl.minimum), moved(*moved.minimum)
    yield f"the least cost rises from {show(before, 4)} to {show(after, 2)}."


def worked_example():
    cost = LineCost((-1, 0, 1), (1, 2, 4))
    slopes = cost.gradient(1, 1)
    yield f"Their mean is {show(slopes[0] / 2, 4)}, twice that is {show(slopes[0], 4)}."
    yield f"(1 + 0 − 2)/3 = {show(slopes[1] / 2, 4)}, twice that is {show(slopes[1], 4)}."
    place = 1 - 0.3 * slopes
    for i in (0, 1):
        yield f"θ_{i + 1} = 1 − 0.3 · ({show(slopes[i], 4)}) = {show(place[i])}"
    yield f"The cost was {show(cost(1, 1))}."
    yield f"taken the cost from {show(cost(1, 1))} to {show(cost(*place))}."
    yield f"The best line has θ_1 = {show(cost.minimum[0], 4)}, the mean of the y"
    yield f"and θ_2 = {show(cost.minimum[1])}."
    yield f"still costs only {show(cost(*cost.minimum), 4)}."


CHAPTER = (regression, one_point, worked_example)
