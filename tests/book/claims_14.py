"""The numbers in the prose of chapter 14."""

import math
from functools import cache

import numpy as np

from accounts import section, show
from ptcode.functions.chain_rule import differentiate
from ptcode.functions.function import Function, x
from ptcode.functions.slopes import tangent_at
from ptcode.mistakes.bug_lab import BUGS
from ptcode.mistakes.mistakes import MISTAKES
from ptcode.networks.running_example import RunningExample
from ptcode.widgets.tangent import FUNCTIONS
from typed import typed

PAGE = "14-common-mistakes"
EXAMPLE = RunningExample()
VALUES, ADJOINTS = EXAMPLE.values, EXAMPLE.adjoints
A1, Z1 = VALUES["a1"], VALUES["z1"]
RIGHT = show(ADJOINTS["W1"], 6)
RATIOS = {name: bug.examination().entries[0].ratio for name, bug in BUGS.items()}
CUBE = FUNCTIONS["cube"]
EPSILON = float(np.finfo(float).eps)


def sigma_prime(z):
    a = 1 / (1 + math.exp(-z))
    return a * (1 - a)


def value(text, at):
    return float(Function(typed(text), (x,))(at))


def slope(text, at):
    return float(Function(differentiate(typed(text), x), (x,))(at))


TRUTH = slope("sin(x²)", 1.5)


def gradients(example, kind):
    """(∂J/∂W₁, ∂J/∂W₂) with one mistake in it, written out by hand."""
    v, W1, W2 = example.values, example.W1, example.W2
    a1, y_hat, error = v["a1"], v["y_hat"], v["y_hat"] - example.y
    slope2, slope1 = y_hat * (1 - y_hat), a1 * (1 - a1)
    if kind == "at-activation":
        slope2, slope1 = sigma_prime(y_hat), sigma_prime(a1)
    if kind == "stopped":
        slope1 = 1
    dz2 = error * slope2
    d2 = dz2 * (W2 if kind == "by-input" else a1)
    da1 = dz2 * (W2 - 0.5 * d2 if kind == "updated" else W2)
    d1 = da1 * slope1 * (W1 if kind == "by-input" else example.x)
    size = {"factor": 2, "lost-sign": -1}.get(kind, 1)
    return size * d1, size * d2


@cache
def path(kind):
    """The running example before training and after each of 200 steps."""
    examples = [EXAMPLE]
    for _ in range(200):
        d1, d2 = gradients(examples[-1], kind)
        W1, W2 = examples[-1].W1 - 0.5 * d1, examples[-1].W2 - 0.5 * d2
        examples.append(RunningExample(W1=W1, W2=W2))
    return examples


def trained(kind, steps):
    return path(kind)[steps]


def cost(kind, steps):
    return trained(kind, steps).values["J"]


def angle(kind):
    """How many degrees lie between a wrong gradient and the right one."""
    wrong, right = gradients(EXAMPLE, kind), gradients(EXAMPLE, "right")
    cosine = np.dot(wrong, right) / (math.hypot(*wrong) * math.hypot(*right))
    return math.degrees(math.acos(np.clip(cosine, -1, 1)))


@section("predict")
def opening():
    start, right, faster = VALUES["J"], cost("right", 200), cost("at-activation", 200)
    weights = f"W_1 = {show(EXAMPLE.W1)}, W_2 = {show(EXAMPLE.W2)}"
    yield f"x = {show(EXAMPLE.x)}, y = {show(EXAMPLE.y)}, {weights}, α = 0.5"
    yield f"{show(start, 4)} {show(right, 4)}"
    yield show(start, 4)
    yield f"{show(start, 4)} {show(right, 4)}"
    yield show(right, 4)
    yield show(faster, 4)
    yield f"right: {show(cost('right', 1), 4)} {show(right, 4)}"
    wrong = ("at-activation", "updated", "factor", "stopped", "lost-sign", "by-input")
    assert [cost(kind, 1) < start for kind in wrong].count(True) == 4
    assert [cost(kind, 200) < right for kind in wrong].count(True) == 3
    numbers = {mistake.name: i for i, mistake in enumerate(MISTAKES, start=1)}
    assert trained("stopped", 200).values["a1"] < 1e-3
    assert 0.19 < sigma_prime(1) < sigma_prime(0) == 0.25
    assert cost("at-activation", 50) > cost("right", 50)
    off = [angle(kind) for kind in wrong]
    assert [a < 90 for a in off] == [cost(kind, 1) < start for kind in wrong]
    below = math.ceil(max(a for a in off if a < 90))
    yield f"{below} {' '.join(show(a, 0) for a in off[:3:-1])}"
    for kind in wrong:
        row = f"{show(cost(kind, 1), 4)} {show(cost(kind, 200), 4)}"
        yield f"{kind} ({numbers[kind]}): {row}"


@section("the-rule-measure-then-divide")
def rule():
    above, below = (RunningExample(W1=W1).values["J"] for W1 in (0.81, 0.79))
    measured = (round(float(above), 7) - round(float(below), 7)) / 0.02
    claimed = ADJOINTS["z2"] * EXAMPLE.W2 * sigma_prime(A1) * EXAMPLE.x
    yield f"W_1 = {show(claimed, 6)}"
    yield f"J(0.81) = {show(above, 7)} J(0.79) = {show(below, 7)}"
    yield f"0.02 {show(measured, 6)} {show(claimed / measured, 3)}"
    slopes = f"{show(sigma_prime(A1), 5)}/{show(sigma_prime(Z1), 5)}"
    quotient = show(sigma_prime(A1) / sigma_prime(Z1), 4)
    yield f"sigma'(a_1)/sigma'(z_1) = {slopes} = {quotient}"


@section("seven-mistakes-in-a-formula")
def the_truth():
    yield f"{show(TRUTH, 4)} {show(math.cos(1.5), 4)} for {show(TRUTH, 4)}"
    yield f"claimed {show(math.cos(1.5), 4)}, true {show(TRUTH, 4)}"


@section("not-seeing-that-the-function-is-composite")
def unseen():
    yield f"{show(math.cos(1.5), 4)} for {show(TRUTH, 4)}"


@section("inner-taken-for-outer")
def swapped():
    yield f"at 1.5: {show(TRUTH, 4)} for {show(slope('sin²x', 1.5), 4)}"
    yield f"sin(2)^2 = {show(math.sin(2) ** 2, 4)}, sin(2^2) = {show(math.sin(4), 4)}"


@section("the-inner-derivative-forgotten")
def stopped():
    yield f"{show(math.cos(2.25), 4)} for {show(TRUTH, 4)}: 1/{show(slope('x²', 1.5))}"
    yield f"g'(1.5) = {show(slope('x²', 1.5))}"
    assert slope("x²", 0.5) == 1


@section("the-inner-derivative-put-inside-f-g-x")
def nested():
    yield f"cos 3 = {show(math.cos(3), 4)} for {show(TRUTH, 4)}"
    yield f"2cos: {show(2 * math.cos(1.5), 4)} for {show(slope('sin²x', 1.5), 4)}"


@section("the-outer-derivative-at-x")
def at_input():
    yield f"{show(math.cos(1.5) * 3, 4)} for {show(TRUTH, 4)}"


@section("the-product-rule-on-a-composition")
def as_product():
    yield f"{show(slope('sin(x)·x²', 1.5), 4)} for {show(TRUTH, 4)}"
    yield f"at 2: sin 4 = {show(math.sin(4), 4)}, 4 sin 2 = {show(4 * math.sin(2), 4)}"


@section("a-sign-lost-on-the-way")
def lost_sign():
    yield f"at x = 1 the claim is {show(-slope('sin(cos x)', 1), 4)}"
    falls = (f"{show(value('sin(cos x)', at), 4)} at {at}" for at in (1, 1.1))
    yield ", ".join(falls)


@section("five-mistakes-in-a-network")
def the_true_gradient():
    yield f"W_1: {RIGHT}, W_2: {show(ADJOINTS['W2'], 6)}"


@section("with-respect-to-the-input-instead-of-the-weight")
def by_input():
    wrong = show(gradients(EXAMPLE, "by-input")[0], 6)
    yield f"{wrong} for {RIGHT}: 0.8/1.5 = {show(0.8 / 1.5, 4)}"


@section("at-a-instead-of-z")
def at_activation():
    at_a, at_z = sigma_prime(A1), A1 * (1 - A1)
    yield f"sigma'({show(A1, 6)}) = {show(at_a, 5)}, a_1(1 − a_1) = {show(at_z, 5)}"
    yield f"{show(ADJOINTS['W1'] * at_a / at_z, 6)}, too large by {show(at_a / at_z, 4)}"


@section("where-belongs")
def overwritten():
    yield f"x + x^2 at 3: {show(slope('x + x²', 3))}, one path {show(slope('x²', 3))}"
    yield show(ADJOINTS["W1"] / 2, 6)


@section("the-updated-w-2-in-the-gradient-of-w-1")
def updated():
    moved, wrong = EXAMPLE.step(0.5).W2, gradients(EXAMPLE, "updated")[0]
    yield show(moved, 6)
    ratio = f"{show(moved, 6)}/({show(EXAMPLE.W2)}) = {show(moved / EXAMPLE.W2, 4)}"
    yield f"{show(wrong, 6)} for {RIGHT}: {ratio}"


@section("mean-sum")
def factor():
    yield show(2 * ADJOINTS["W1"], 6)


@section("worked-walk-back-until-the-ratio-changes")
def worked():
    slope1 = A1 * (1 - A1)
    for name, written in (("y_hat", "y_hat"), ("z2", "z_2"), ("a1", "a_1")):
        yield f"{written}: {show(ADJOINTS[name], 6)}"
    yield f"z_1 = {show(ADJOINTS['a1'], 6)}"
    yield f"W_1 = {show(ADJOINTS['W1'] / slope1, 6)}"
    yield f"W_1 {show(ADJOINTS['W1'], 6)}"
    yield show(1 / slope1, 4)
    yield f"1/{show(1 / slope1, 4)} = {show(slope1, 4)}"
    assert 2**6 < 100 <= 2**7


@section("program-1")
def program_1():
    yield show(RATIOS["straight_line"])


@section("program-2")
def program_2():
    y_hat, size = 1 / (1 + math.exp(-(0.8 * 1.5 - 0.5))), show(RATIOS["one_unit"], 4)
    yield f"{size}, more than 4; hat y = {show(y_hat, 4)}"
    yield f"hat y (1 − hat y) = {show(y_hat * (1 - y_hat), 4)} = 1/{size}"


@section("exercises")
def exercises():
    claim, truth = show(-math.sin(3), 4), show(slope("cos(x³)", 1), 4)
    yield f"3 = {claim} -sin(1) · 3 = {truth}"


def n(value, places=None):
    """A number as the prose has it: rounding errors gone, a real minus sign."""
    return show(round(float(value), 9) + 0.0, places)


def power_of_ten(value):
    """A small number as a mantissa and a power of ten, in the plain text of a formula."""
    mantissa, exponent = f"{value:e}".split("e")
    return float(mantissa), f"10^{{−{-int(exponent)}}}"


@section("slopes-by-measuring", "the-central-difference")
def rounding():
    gap, (mantissa, ten) = float(np.spacing(25.0)), power_of_ten(float(np.spacing(25.0)))
    rise, moved = (5 + 1e-15) * (5 + 1e-15) - 25, (5 + 1e-15) - 5
    yield f"5 + {moved * 1e15:.2f} · 10^{{−15}}, 25 {mantissa:.2f} · {ten}, {10 * moved / gap:.1f}"
    yield f"{round(rise / gap)} {rise * 1e14:.3f} · 10^{{−14}}"
    for _ in ("after a choice that is wrong", "after the right one", "as this one was worded"):
        yield f"{rise / 1e-15:.2f}"
    yield "ε = {:.2f} · {}".format(*power_of_ten(EPSILON))
    yield "√ε = {:.1f} · {}".format(*power_of_ten(EPSILON ** (1 / 2)))
    yield "3rd root of ε = {:.1f} · {}".format(*power_of_ten(EPSILON ** (1 / 3)))
    yield f"{tangent_at(CUBE, 1).slope:.0f} + {tangent_at(CUBE.derivative, 1).slope / 2:.0f}h + h^2"
    yield n(tangent_at(CUBE, 1).slope)
