"""The numbers in the prose of chapter 12."""

import math

import numpy as np

from accounts import section, show
from ptcode.autodiff.backward import Variable, gradients
from ptcode.core.generators import SharedRandom
from ptcode.descent.optimisers import GradientDescent
from ptcode.functions.catalogue import sigmoid
from ptcode.networks.data import two_moons
from ptcode.networks.flow import Setting, measure, predict
from ptcode.networks.layers import network
from ptcode.networks.losses import mean_half_squared_error
from ptcode.networks.training import train
from ptcode.widgets import NetworkTrainer

PAGE = "12-vanishing-and-exploding"


def power(value, digits=1):
    """A number as 5.6 · 10^{−20}, the way plain() leaves it."""
    mantissa, exponent = f"{value:.{digits}e}".split("e")
    return f"{mantissa} · 10^{{{show(int(exponent))}}}"


@section("vanishing-and-exploding", "predict")
def opening():
    flow = measure(Setting())
    half = measure(Setting(15))
    yield f"{Setting().depth} {Setting().width}"
    yield power(flow.adjoints[0])
    assert f"{2 * flow.adjoints[0]:.0e}" == "1e-19"
    yield "10⁻¹⁹"
    assert f"{half.adjoints[0]:.1e}" == "1.5e-10"
    assert f"{flow.adjoints[0] ** 0.5:.0e}" == f"{half.adjoints[0]:.0e}" == "2e-10"
    yield "2·10⁻¹⁰"
    factor = show(flow.factor, 2)
    yield f"{factor} {factor}¹⁵"
    second = show(flow.factor**2, 2)
    yield f"{factor} {second}"
    yield factor
    assert 1e-4 < flow.factor**5 < 1e-3


@section("vanishing-exploding")
def chains():
    for factor, verdict in ((0.5, "vanishing"), (0.9, "steady"), (1.1, "steady"), (2, "exploding")):
        arrives = factor**50
        assert (1e-3 < arrives < 1e3) == (verdict == "steady")
        size = power(arrives) if verdict != "steady" else f"{arrives:.2g}"
        size = f"{arrives:.3g}" if factor == 1.1 else size
        yield f"{show(factor)} {size}"
    bound, found = predict(chain("sigmoid", 1)), measure(chain("sigmoid", 1))
    yield f"50 {power(bound.adjoints[0])}"
    yield power(found.adjoints[0])
    assert all(measure(chain("sigmoid", scale)).values.min() > 0 for scale in (1, 2, 3))
    one, two, three = (measure(chain("sigmoid", scale)).factor for scale in (1, 2, 3))
    yield f"1 {show(one, 3)}"
    yield f"{show(two, 3)} {show(three, 3)}"
    assert three < one < two
    slopes = [measure(chain("sigmoid", scale)).slopes.mean() for scale in (1.0, 2.0, 3.0)]
    assert slopes == sorted(slopes, reverse=True)


def chain(activation, scale):
    return Setting(50, 1, activation, "equal", float(scale))


@section("what-helps")
def starts():
    four = show(measure(Setting(scale=4.0)).factor, 2)
    yield four
    assert measure(Setting()).factor < float(four) < 1  # larger weights help, but not enough
    assert 0.9**30 < 1 / 20  # the row of people
    blocks, slope = 30, 0.1
    bounds = [
        f"{1 + sign * slope}^{blocks} = {show((1 + sign * slope) ** blocks, places)}"
        for sign, places in ((-1, 3), (1, 1))
    ]
    yield f"{blocks} {slope} {' '.join(bounds)}"
    assert round(2**blocks, -8) == 1.1e9
    pytorch = 1 / 3  # n times the mean square of weights between ±1/√n
    yield f"1/(3n) {show(math.sqrt(pytorch / 2), 2)}"


@section("what-helps")
def ten_times_xavier():
    setting = Setting(scale=10.0)
    theory, found = predict(setting), measure(setting)
    yield f"{show(theory.factor, 2)} {show(found.factor, 2)} {power(found.adjoints[0])}"
    a, slopes = setting.ends[0], []
    for matrix in setting.matrices:
        a = sigmoid(matrix @ a)
        slopes.append(a * (1 - a))
    assert np.median(slopes) < 0.1 * 0.25


def trained(**options):
    return NetworkTrainer(**options)


@section("four-hidden-layers")
def training():
    fade = trained(depth=4, activation="sigmoid").gradient_sizes
    yield f"{show(fade[-1], 4)} 0.0001"
    assert max(fade[:2]) < 1e-4
    alike = trained(depth=4).gradient_sizes
    assert max(alike) < 2 * min(alike)
    deep = {"depth": 4, "step": 1000}
    tanh, sigmoid = trained(**deep), trained(**deep, activation="sigmoid")
    assert tanh.cost < 1e-4
    assert tanh.accuracy == 1
    yield "J = 0.0001"
    yield f"{show(sigmoid.cost, 4)} {show(100 * sigmoid.accuracy)}"
    yield "α = 10"
    assert trained(**deep, activation="sigmoid", alpha=10.0).cost < 1e-3


@section("four-hidden-layers")
def ten_layers():
    for hidden in ("sigmoid", "tanh"):
        random = SharedRandom(1)  # as in the figures: first the points, then the weights
        points, labels = two_moons(100, 0.1, random)
        start = network((2, *[8] * 10, 1), hidden, seed=random)
        parameters = [Variable(array) for array in start.parameters]
        cost = mean_half_squared_error(start.forward(parameters, points.T), labels[None])
        found = gradients(cost, parameters[::2])
        sizes = (float(np.sqrt(np.mean(found[layer - 1] ** 2))) for layer in (1, 4, 8, 11))
        yield " | ".join(power(size) if size < 1e-3 else f"{size:.2g}" for size in sizes)
        ends = [
            float(train(start, points, labels, GradientDescent(alpha), epochs=1000).costs[-1])
            for alpha in ((1.0, 10.0) if hidden == "sigmoid" else (1.0,))
        ]
        if hidden == "tanh":
            yield f"1000 α = 1 J = {show(ends[0], 5)}"
        else:
            assert {round(end, 3) for end in ends} == {0.5 * 0.5**2}
            yield f"{show(0.5 * 0.5**2, 3)} α = 1 α = 10"


@section("exercises")
def other_exercises():
    yield f"0.5^{{10}} = {show(0.5**10, 5)} 10"
    links = math.log(0.001) / math.log(0.9)
    powers = (f"0.9^{{{k}}} = {show(0.9**k, 5)}" for k in (65, 66))
    yield f"0.9: {' '.join(powers)} {math.ceil(links)}"
    yield f"9 0.5^9 = {show(0.5**9, 5)}"
    yield "500"
    deviation = math.sqrt(2 / 50)
    yield f"2/50 = {show(2 / 50)} tau = {show(deviation)}"
    assert math.isclose(math.sqrt(50) * deviation * math.sqrt(0.5), 1)
    yield f"sqrt{{50}} · {show(deviation)} · sqrt{{0.5}} = 1"
    yield f"{show(2 / 50)} tau^2"
    yield f"{show(math.sqrt(1 / 50), 4)} sqrt{{1/50}}"
    yield f"{show(math.sqrt(0.5), 4)} 30 {power(0.5**15)}"


@section("exercises")
def relu_exercise():
    def node(first, second):
        return 2 * first - second - 1

    yield f"z = 2 − 3 − 1 = {show(node(1, 3))} 0"
    yield f"z = 6 − 1 − 1 = {show(node(3, 1))} 1"
    yield f"4 · 1 · x_1 = {4 * 1 * 3}."
    yield f"{4 * 1 * 1} {show(node(1, 3))}"
    yield f"{4 * 2}: 4 · w_1."
    yield f"{4 * node(3, 1) * 3} a = {node(3, 1)}"
