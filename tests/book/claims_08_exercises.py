"""The numbers in the exercises of chapter 8, each in the words that surround it."""

import numpy as np

from prose import show
from ptcode.descent.optimisers import GradientDescent, Momentum, Nesterov, RMSProp
from ptcode.descent.tracks import descend
from ptcode.functions.function import Function, theta


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
    yield f"{', '.join(map(show, plain))}: that is gradient descent"
    yield f"0.8, {show(0.8 - 0.1 * (0.5 * 2 + 0.5 * 1.6))}, …: the slope was"
    ahead = descend(square, [1.0], Nesterov(0.1, 0.5), 2).positions[2, 0]
    yield f"0.8 − 0.1 · 0.5 · 2 = {show(0.8 - 0.1)}. The slope there is {show(2 * 0.7)}."
    yield f"v = 0.5 · 2 + 1.4 = {show(0.5 * 2 + 1.4)}, θ = 0.8 − 0.24 = {show(ahead)}."
    yield f"{show(two)}: the slope was taken at 0.8; that"
    yield f"{show(0.7 - 0.1 * 2.4)}: the step was taken from 0.7."
    steady = descend(Function(6 * theta), [0.0], RMSProp(0.01), 200).positions[:, 0]
    step = steady[-2] - steady[-1]
    yield (f"RMSProp: 0.01 · 6/sqrt{{36}} = {show(round(float(step), 6))}, and later 0.01 again.")
    yield f"Gradient descent: {show(0.01 * 6)}, and later {show(0.01 * 600)}."
    yield f"{show(0.01 * 6)} for RMSProp: the division"
    yield f"{show(0.01 * 6 / 36, 5)}: divided by s = {6**2} in place"
    yield (
        f"2/400 = {show(2 / 400)} and 2 · 1.9/400 = {show(2 * 1.9 / 400)}. "
        f"The condition number is 400, its root {show(400**0.5)}."
    )
    yield f"keeps 399/401 = {show(399 / 401, 3)} in a step, momentum 19/21 = {show(19 / 21, 3)}."
    slow, fast = np.log(399 / 401), np.log(19 / 21)
    assert round(fast / slow) == 20
    yield f"The logarithms, {show(slow, 4)} and {show(fast, 4)}, say"
    yield f"{show(1 / 400)}: that is 1/λ."
    assert np.isclose(0.1 / np.sqrt(1 - 0.99), 1)
    yield f"and the step is {show(0.1 / np.sqrt(1 - 0.999), 2)} times too long."
    yield f"{show(0.1 / 0.01)}: 0.1/0.01; the root was forgotten."
