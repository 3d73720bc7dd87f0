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
    square = Function(theta**2)
    heavy = descend(square, [1.0], Momentum(0.1, 0.5), 3)
    one, two, three = heavy.positions[1:, 0]
    yield (
        f"v = 2, θ = 1 − 0.2 = {show(one)}. v = 0.5 · 2 + 1.6 = {show(0.5 * 2 + 2 * one)}, "
        f"θ = 0.8 − 0.26 = {show(two)}."
    )
    yield f"v = 0.5 · 2.6 + 1.08 = {show(0.5 * 2.6 + 2 * two)}, θ = 0.54 − 0.238 = {show(three)}."
    plain = descend(square, [1.0], GradientDescent(0.1), 3).positions[1:, 0]
    yield ", ".join(map(show, plain))
    place, velocity, ways = 1.0, 0.0, []
    for _ in range(3):
        velocity = 0.5 * velocity + 0.5 * 2 * place
        place -= 0.1 * velocity
        ways.append(show(place))
    yield ", ".join(ways)
    steady = descend(Function(6 * theta), [0.0], RMSProp(0.01), 200).positions[:, 0]
    step = steady[-2] - steady[-1]
    square = 0.9 * 6**2 + 0.1 * 600**2
    then = f"s = 0.9 · {6**2} + 0.1 · {600**2} = {show(square, 1)}"
    sudden = f"0.01 · 600/{show(square**0.5, 1)} = {show(0.01 * 600 / square**0.5, 4)}"
    yield f"0.01 · 6/sqrt{{36}} = {show(round(float(step), 6))} {then} {sudden} 0.01"
    yield f"{show(0.01 * 6)} {show(0.01 * 600)}"
    yield show(0.01 * 6)
    yield f"{show(0.01 * 6 / 36, 5)} s = {6**2}"
    yield f"2/400 = {show(2 / 400)} 2 · 1.9/400 = {show(2 * 1.9 / 400)} 400 {show(400**0.5)}"
    yield f"399/401 = {show(399 / 401, 3)} 19/21 = {show(19 / 21, 3)}"
    slow, fast = np.log(399 / 401), np.log(19 / 21)
    assert round(fast / slow) == 20
    cost, heavy = Function((theta_1**2 + 400 * theta_2**2) / 2), (19 / 21) ** 2
    rules = GradientDescent(2 / 401), Momentum(4 / 21**2, heavy)
    places = [descend(cost, (1, 1), rule, 4000).positions for rule in rules]
    steps = [int(np.argmax(np.hypot(*at.T) < 1e-6 * 2**0.5)) for at in places]
    assert round(steps[0] / steps[1]) == 14
    yield f"{steps[0]} {steps[1]}"
    yield f"{show(slow, 4)} {show(fast, 4)}"
    yield f"{show(1 / 400)} 1/λ"
