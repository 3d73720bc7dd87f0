"""The numbers in the prose of chapter 9."""

import pytest

from accounts import section, show
from ptcode.autodiff.gradient_cost import counted
from ptcode.networks.running_example import RunningExample

PAGE = "09-what-a-gradient-costs"
EXAMPLE = RunningExample()
W1, ADJOINTS = EXAMPLE.W1, EXAMPLE.adjoints


def six(value):
    return show(value, 6)


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
    yield "2N + 1 n_0 − 1 2n_0 2n_1 1 3N 3n_0 − 1 4n_1 − 1 1"
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
def traps():
    claimed = f"{six(ADJOINTS['z1'] * W1)} {six(ADJOINTS['W1'])}"
    yield f"0 W_1 {claimed}"


@section("exercises")
def counting():
    cost = counted(14, 20)
    yield cost.weights
    both = f"3 · 300 = {cost.backward} {cost.backpropagation}"
    yield f"2 · 300 + 1 = {cost.forward} {both}"
    passes = f"{cost.weights + 1} 301 · 601"
    yield f"{passes} = {cost.differences}"
    yield cost.backward
    yield f"{round(cost.differences / cost.backpropagation, -1):.0f} {cost.weights}"
    yield f"{cost.weights * cost.forward:,} 300".replace(",", " ")
