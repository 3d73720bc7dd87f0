"""The numbers in the prose of chapter 9."""

import math
from functools import reduce
from itertools import pairwise
from operator import add

import pytest

from accounts import section, show
from ptcode.autodiff.backward import Variable, latest_first
from ptcode.autodiff.checks import gradient_check
from ptcode.autodiff.gradient_cost import counted
from ptcode.functions.catalogue import half_squared_error, sigmoid
from ptcode.networks.running_example import RunningExample

PAGE = "09-what-a-gradient-costs"
EXAMPLE = RunningExample()
W1, ADJOINTS = EXAMPLE.W1, EXAMPLE.adjoints


@section("predict")
def prices():
    seconds = 0.001
    many = counted(249, 400)
    assert many.weights == 100_000
    factor = many.backpropagation / many.forward
    assert round(factor) in (2, 3)
    nudged = (many.weights + 1) * seconds
    yield f"3 {show(nudged, 0)}"
    yield f"{(many.weights + 1) // 1000} 001"
    assert 1.5 * many.weights * seconds == pytest.approx(150)
    yield f"1 {show(nudged, 0)}"


@section("why-it-goes-backwards")
def one_sweep_forwards():
    x1, x2, x3 = 0.5, 2.0, -1.5
    u = x1 * x2
    u_dot, q = x2, u * x3
    p_dot, q_dot = math.cos(u) * u_dot, x3 * u_dot
    first, second = show(math.cos(u), 4), show(math.sin(u), 4)
    tangents = f"{show(p_dot, 4)} {show(x3)} · 2 = {show(q_dot)}"
    yield f"x_1 {show(u_dot)} {first} · 2 = {tangents}"
    y_dot = q * p_dot + math.sin(u) * q_dot
    assert round(-1.5 * 1.0806 + 0.8415 * -3, 3) == round(y_dot, 3)
    yield f"{show(q)} · {show(p_dot, 4)} + {second} · {show(q_dot)} = {show(y_dot, 3)}"


@section("why-it-goes-backwards")
def forward_mode():
    x = 3
    yield f"x = {x} 1 {show(x**4)} {show(4 * x**3)}"
    layers, every = 100, 10
    yield f"{layers // every} {every} {layers // every + every} {layers}"


@section("exercises")
def robot():
    joints, coordinates = 6, 3
    yield f"{joints} {coordinates}"
    yield f"{joints * coordinates}"


@section("count-it")
def cost_of_the_gradient():
    small, large = counted(9, 10), counted(249, 400)
    assert (small.forward, small.backward) == (201, 300)
    yield "2N + 1 n_0 − 1 2n_0 2n_1 1 3N 1.5"
    first, (inputs, hidden) = counted(4, 2), (4, 2)
    unit, last = 3 * inputs - 1, 4 * hidden - 1
    inner = f"{inputs} {inputs - 1} {inputs} + {2 * (inputs - 1)} + 1 = {unit}"
    outer = f"{hidden} {2 * hidden} + {2 * (hidden - 1)} + 1 = {last}"
    assert hidden * unit + last + 1 == first.backward == 3 * first.weights
    total = f"1 {hidden} · {unit} + {last} + 1 = {first.backward}"
    yield f"{inner} {outer} {total} n_1(3n_0 − 1) + (4n_1 − 1) + 1 = 3N"
    fed_by_units = (4 * 100 - 1) / (2 * 100)
    yield f"1.5 {round(fed_by_units)}"
    yield "W_1 W_2 W_2 a_1"
    for n0, n1 in ((9, 10), (14, 20)):
        cost = counted(n0, n1)
        assert cost.forward == 2 * n0 * n1 + 2 * n1 + 1
        assert cost.backward == (3 * n0 - 1) * n1 + (4 * n1 - 1) + 1
    yield "(N + 1)(2N + 1)"
    for cost in (small, large):
        n = cost.weights
        assert (cost.forward, cost.backward) == (2 * n + 1, 3 * n)
        assert cost.differences == (n + 1) * (2 * n + 1)
    yield f"N = {large.weights}"
    times = large.differences / large.backpropagation
    yield f"{large.weights // 1000} 000 {round(times / 1000)} 000"
    factor = show(large.backpropagation / large.forward, 1)
    yield factor
    yield factor


@section("check-it")
def where_the_check_fails():
    def cost(W1, W2):
        return RunningExample(W1=float(W1), W2=float(W2)).values["J"]

    claimed = [ADJOINTS["z1"] * W1, ADJOINTS["W2"]]
    yield f"{gradient_check(cost, [W1, EXAMPLE.W2], claimed).where[0]} W_1"


@section("exercises")
def counting():
    layers, forward, edges = (9, 10, 10, 1), 1, []
    for fed, units in pairwise(layers):
        forward += 2 * fed * units
        edges.append((3 if fed == layers[0] else 4) * fed - 1)
    weights = sum(a * b for a, b in pairwise(layers))
    yield f"{layers[0]} {layers[1]} {weights}"
    first, second, last = edges[0], edges[1], edges[2]
    total = layers[1] * first + layers[2] * second + last + 1
    assert (forward, total) == edges_of_a_deeper_network()
    yield f"2n 2 · {weights} + 1 = {forward} 3 · 9 − 1 = {first} 4 · 10 − 1 = {second}"
    factors = f"{show(total / forward, 1)} {forward} 1.5"
    yield f"10 · {first} + 10 · {second} + {last} + 1 = {total} {factors}"
    yield f"{3 * weights} 3N"
    yield layers[1] * (4 * layers[0] - 1) + layers[2] * second + last + 1


def edges_of_a_deeper_network():
    """The nodes and the edges of the traced network 9-10-10-1."""
    signal = [1.0] * 9
    for units in (10, 10, 1):
        rows = [[Variable(0.1) for _ in signal] for _ in range(units)]
        products = [[w * a for w, a in zip(row, signal, strict=True)] for row in rows]
        signal = [sigmoid(reduce(add, row)) for row in products]
    nodes = latest_first(half_squared_error(signal[0], 1.0))
    return sum(node.operation is not None for node in nodes), sum(len(node.links) for node in nodes)
