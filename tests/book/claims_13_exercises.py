"""The numbers in the exercises of chapter 13."""

import numpy as np

from accounts import section, show
from ptcode.descent.optimisers import GradientDescent, Momentum, RMSProp
from ptcode.descent.tracks import descend
from ptcode.functions.catalogue import theta_1, theta_2
from ptcode.functions.function import Function, theta

PAGE = "13-optimisers"


@section("exercises")
def exercises():
    steady = descend(Function(6 * theta), [0.0], RMSProp(0.01), 200).positions[:, 0]
    step = steady[-2] - steady[-1]
    square = 0.9 * 6**2 + 0.1 * 600**2
    then = f"s = 0.9 · {6**2} + 0.1 · {600**2} = {show(square, 1)}"
    sudden = f"0.01 · 600/{show(square**0.5, 1)} = {show(0.01 * 600 / square**0.5, 4)}"
    yield f"0.01 · 6/sqrt{{36}} = {show(round(float(step), 6))} {then} {sudden} 0.01"
    yield f"{show(0.01 * 6)} {show(0.01 * 600)}"
    yield show(0.01 * 6)
    yield f"{show(0.01 * 6 / 36, 5)} s = {6**2}"
    yield f"2/400 = {show(2 / 400)} 2 · 1.9/400 = {show(2 * 1.9 / 400)} 400 {show(400**0.5)} 20"
    slow, fast = np.log(399 / 401), np.log(19 / 21)
    assert round(fast / slow) == 20
    cost, heavy = Function((theta_1**2 + 400 * theta_2**2) / 2), (19 / 21) ** 2
    rules = GradientDescent(2 / 401), Momentum(4 / 21**2, heavy)
    places = [descend(cost, (1, 1), rule, 4000).positions for rule in rules]
    steps = [int(np.argmax(np.hypot(*at.T) < 1e-6 * 2**0.5)) for at in places]
    yield f"{steps[0]} {steps[1]} {show(steps[0] / steps[1], 0)}"
    yield f"{show(1 / 400)} 1/λ"
