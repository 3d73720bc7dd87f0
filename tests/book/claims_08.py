"""The numbers in the prose of chapter 8."""

import numpy as np

from accounts import section, show
from ptcode.functions.catalogue import sigmoid
from ptcode.networks.running_example import RunningExample

PAGE = "08-backpropagation"
EXAMPLE = RunningExample()
X, Y, W1, W2 = EXAMPLE.x, EXAMPLE.y, EXAMPLE.W1, EXAMPLE.W2
VALUES, ADJOINTS = EXAMPLE.values, EXAMPLE.adjoints
A1, Y_HAT = VALUES["a1"], VALUES["y_hat"]
LOCAL = {
    "y_hat": Y_HAT - Y, "z2": Y_HAT * (1 - Y_HAT), "W2": A1, "a1": W2, "z1": A1 * (1 - A1), "W1": X,
}  # fmt: skip


def six(value):
    return show(value, 6)


@section("backpropagation", "predict")
def opening():
    yield f"1 {show(Y_HAT, 2)}"
    yield f"x = {show(X)} y = {show(Y)}"
    yield f"W_1 = {show(W1)} W_2 = {show(W2)}"
    yield f"y = {show(Y_HAT, 4)}"
    yield f"J = {show(VALUES['J'], 3)}"
    yield f"W₁ = {show(W1)}"
    yield show(W2)
    yield f"W₂ = {show(W2)}"


@section("forwards")
def forwards():
    yield f"y = {show(Y)}"
    yield f"W_1 x = {show(W1)} · {show(X)} {show(VALUES['z1'])}"
    yield f"sigma(z_1) = sigma({show(VALUES['z1'])}) {six(A1)}"
    yield f"W_2 a_1 = {show(W2)} · {six(A1)} {six(VALUES['z2'])}"
    yield f"sigma(z_2) = sigma({six(VALUES['z2'])}) {six(Y_HAT)}"
    yield f"½ ({six(Y_HAT)} − 1)^2 {six(VALUES['J'])}"


@section("why-this-cost")
def why_this_cost():
    yield f"{show(Y_HAT, 2)} {show(Y)}"
    yield f"{show(Y_HAT, 2)} {show(Y_HAT - Y, 2)}"
    assert RunningExample(W2=-50).values["y_hat"] < 1e-15


@section("backwards")
def backwards():
    rows = {
        "y_hat": "hat y", "z2": "z_2: hat y (1 − hat y)", "W2": "W_2: a_1", "a1": "a_1: W_2",
        "z1": "z_1: a_1 (1 − a_1)", "W1": "W_1: x",
    }  # fmt: skip
    for name, row in rows.items():
        local = show(LOCAL[name]) if name in ("a1", "W1") else six(LOCAL[name])
        yield f"{row} = {local} {six(ADJOINTS[name])}"
    product = f"{six(ADJOINTS['y_hat'])} · {six(LOCAL['z2'])} = {six(ADJOINTS['z2'])}"
    yield f"z_2 {product}"
    yield f"W_2 = {show(ADJOINTS['W2'], 4)}"
    yield f"W_1 = {show(ADJOINTS['W1'], 4)}"
    yield f"W_2 = {show(W2)}"
    turned = RunningExample(W2=1.2)
    assert turned.adjoints["W1"] < 0
    assert turned.adjoints["W2"] < 0


@section("both-derivatives-in-full", "with-respect-to-the-weights-not-the-input")
def in_full():
    first, second = six(LOCAL["y_hat"]), six(LOCAL["z2"])
    yield f"{first} · {second} · {six(A1)} = {show(ADJOINTS['W2'], 5)}"
    rest = f"({show(W2)}) · {six(LOCAL['z1'])} · {show(X)} = {six(ADJOINTS['W1'])}"
    yield f"{first} · {second} · {rest}"
    yield f"z_2 = {six(ADJOINTS['z2'])}"
    product = np.prod([LOCAL[name] for name in ("y_hat", "z2", "a1", "z1", "W1")])
    assert abs(product - ADJOINTS["W1"]) < 1e-16
    yield f"W_1 x = {show(X)} W_1 = {show(W1)}"
    yield f"{six(ADJOINTS['z1'])} · {show(W1)} = {show(ADJOINTS['z1'] * W1, 5)}"


@section("where-paths-meet")
def paths():
    x = 3
    yield f"7 x = {x}"
    yield "1, so far 1"
    yield f"1 · 2x = {2 * x} {1}"
    yield f"1 + {2 * x} = {1 + 2 * x}"


@section("what-could-go-wrong")
def traps():
    yield f"W_1 = {six(ADJOINTS['W1'])}"
    yield f"W_2 = {six(ADJOINTS['W2'])}"
    slope = sigmoid.derivative
    output = (Y_HAT - Y) * float(slope(Y_HAT))
    both = six(output * W2 * float(slope(A1)) * X), six(output * A1)
    yield f"{both[0]} {both[1]}"
    yield "7 6"


@section("exercises")
def exercises():
    a, v, w = 2, 1, 0.5
    first, second = v * a - 1, w * a
    yield f"a = {a} V = {v} W = {show(w)}"
    yield f"y_1 = {show(v * a)} y_2 = {show(w * a)}"
    yield f"2 − 1 = {show(first)} {show(second)}"
    yield f"1 · V = {show(first * v)} 1 · W = {show(second * w)}"
    yield f"a = {show(first * v + second * w)}"
    yield f"{show(first * v)} {show(second * w)}"
    yield f"{show(first * a + second * a)} {show(first * a)}"
    yield show(first + second)
    other = RunningExample(y=0)
    before, after = ADJOINTS["y_hat"], other.adjoints["y_hat"]
    yield f"{show(before, 4)} {show(after, 4)}"
    yield f"{show(after, 4)}/{show(-before, 4)} = {show(-after / before, 4)}"
    assert other.adjoints["W1"] / ADJOINTS["W1"] - after / before < 1e-12
    pair = show(other.adjoints["W2"], 4), show(other.adjoints["W1"], 4)
    yield f"W_2 = {pair[0]} W_1 = {pair[1]}"
    assert RunningExample(W2=0).adjoints["W1"] == 0
    assert RunningExample(x=0).adjoints["W1"] == 0
    still = RunningExample(W1=0)
    yield f"W_1 = 0 a_1 = {'½' if still.values['a1'] == 0.5 else ''}"
    assert still.adjoints["W1"] != 0
