"""The numbers in the prose of chapter 11."""

from functools import cache

import numpy as np

from accounts import section, show

PAGE = "11-layers-as-matrices"
X, Y = np.array([1.5, -0.5]), 1.0
W = [
    np.array([[0.8, -0.4], [0.3, 0.6]]),
    np.array([[0.5, -0.7], [-1.2, 0.9]]),
    np.array([[1.1, -0.6]]),
]
B = [np.array([0.1, -0.2]), np.array([0.2, 0.0]), np.array([0.3])]


@cache
def small_network():
    """Activations (input first), slopes, δ (layer 1 first) and ∂J/∂W₁ of the small network."""
    a = [X]
    for weights, bias in zip(W, B, strict=True):
        a.append(1 / (1 + np.exp(-(weights @ a[-1] + bias))))
    slopes = [entries * (1 - entries) for entries in a[1:]]
    delta = [(a[-1] - Y) * slopes[-1]]
    for weights, slope in zip(W[:0:-1], slopes[-2::-1], strict=True):
        delta.insert(0, (weights.T @ delta[0]) * slope)
    return a, slopes, delta, np.outer(delta[0], X)


@section("layers-as-matrices")
def the_way_back():
    rows, column = W[1], W[1][:, 0]
    (a, b), (c, d) = rows
    yield " ".join(map(show, (a, b, c, d)))
    yield " ".join(map(show, (a, b)))
    yield " ".join(map(show, column))
    yield f"1 2 {show(b)} 2 1"
    yield f"{show(b)} {show(d)} 2 1 1"


@section("a-layer-in-one-line", "the-rule-derived")
def forwards():
    (left, right), (above, below), bias = W[0][1], X, B[0][1]
    weighted = left * above + right * below + bias
    products = f"{show(left)} · {show(above)} + {show(right)} · {show(below)}"
    yield f"z_{{1,2}} = {products} + {show(bias)} = {show(round(weighted, 12))}"
    n = 100
    yield f"{n} {n**2 // 1000} 000 {n**3 // 10**6} 000 000"


@section("the-rule-derived")
def jacobian():
    _, (slopes, *_), _, _ = small_network()
    (a, b), (c, d) = W[1]
    product = W[1] * slopes
    yield f"{show(a)} {show(b)} {show(c)} {show(d)}"
    yield f"{show(slopes[0], 6)} 0 0 {show(slopes[1], 6)}"
    (a, b), (c, d) = product
    yield f"{show(a, 5)} {show(b, 5)} {show(c, 5)} {show(d, 5)}"


@section("the-rule-derived", "an-engine-in-ten-lines")
def by_hand():
    a, slopes, delta, gradient = small_network()
    output, (left, right) = a[-1][0], a[2]
    prediction, last = show(output, 6), show(delta[2][0], 6)
    yield f"delta_3 = ({prediction} − 1) · {prediction} · (1 − {prediction}) = {last}"
    for i, weight in ((0, "1.1"), (1, "−0.6")):
        yield (
            f"delta_{{2,{i + 1}}} = {weight} · ({last}) · {show(slopes[1][i], 6)} = "
            f"{show(delta[1][i], 6)}"
        )
        assert float(weight.replace("−", "-")) == W[2][0, i]
    yield f"a = {show(left, 6)} a = {show(right, 6)}"
    paths = [W[1][i, 0] * delta[1][i] for i in (0, 1)]
    yield f"0.5 · ({show(delta[1][0], 6)}) = {show(paths[0], 6)}."
    yield f"−1.2 · {show(delta[1][1], 6)} = {show(paths[1], 6)}."
    yield show(sum(paths), 6)
    for column in W[1].T:
        yield " ".join(map(show, column))
    yield f"{show(slopes[0][0], 6)} a = {show(a[1][0], 6)} delta_{{1,1}} = {show(delta[0][0], 6)}"
    yield f"{show(delta[0][0], 6)} · 1.5 = {show(gradient[0, 0], 6)}."
    yield show(gradient[0, 0], 6)


@section("fan-out-adds")
def shares():
    w, factor = 5, 2
    yield f"{w} {factor}"
    yield f"{w + w} {factor}"
    yield f"{w + factor} {w + w + factor}"
    yield f"{w} {w} {factor}"
    yield f"{w} {factor} {w + w + factor}"
    yield w
    w, factor = 3, 1  # as the choices read before
    yield f"{w + w} {factor}"
    yield f"{w} {factor}"
    yield f"{w} {w} {factor}"


@section("what-could-go-wrong")
def wrong_matrix():
    _, slopes, delta, _ = small_network()
    wrong = (W[1] @ delta[1]) * slopes[0]
    yield f"{show(wrong[0], 6)} {show(delta[0][0], 6)}"
    assert wrong[0] * delta[0][0] > 0


@section("exercises")
def exercise_two():
    a, slopes, _, _ = small_network()
    delta = (W[2].T @ (a[-1] * slopes[2])) * slopes[1]  # the target is 0
    printed = delta.round(6)  # the product of what is printed, so that it holds as printed
    paths = [round(W[1][i, 1] * printed[i], 6) for i in (0, 1)]
    slope = slopes[0][1]
    there, total = show(a[1][1], 6), show(sum(paths), 6)
    yield f"0 1 delta_2 = {show(delta[0], 6)} {show(delta[1], 6)} delta_{{1,2}} a_{{1,2}} = {there}"
    yield f"−0.7 · {show(delta[0], 6)} = {show(paths[0], 6)}"
    yield f"0.9 · ({show(delta[1], 6)}) = {show(paths[1], 6)} {total}"
    product = f"{there} · {show(1 - a[1][1], 6)} = {show(slope, 6)}"
    yield f"{product} delta_{{1,2}} = {show((W[1].T @ delta)[1] * slope, 6)}"
    yield f"{show(W[1][1] @ delta * slope, 6)} W_2"
    yield total
    yield show(W[1][0, 1] * delta[0] * slope, 6)


@section("exercises")
def other_exercises():
    nodes, before = 3, 5
    yield f"{nodes * before} + {nodes} = {nodes * before + nodes}"
    yield nodes * before
    yield f"{nodes * before + before} {before}"
