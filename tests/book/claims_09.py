"""The numbers in the prose of chapter 9."""

import math
from functools import cache

from accounts import section, show
from ptcode.functions.chain_rule import differentiate
from ptcode.functions.function import Function, x
from ptcode.functions.parser import parse
from ptcode.functions.tree import from_tree
from ptcode.mistakes.bug_lab import BUGS
from ptcode.mistakes.mistakes import MISTAKES
from ptcode.mistakes.problems import WeightProblem, values_at_points
from ptcode.networks.running_example import RunningExample

PAGE = "09-common-mistakes"

EXAMPLE = RunningExample()
VALUES, ADJOINTS = EXAMPLE.values, EXAMPLE.adjoints
A1, Z1 = VALUES["a1"], VALUES["z1"]


def sigma_prime(z):
    a = 1 / (1 + math.exp(-z))
    return a * (1 - a)


def value(text, at):
    return float(Function(from_tree(parse(text)), (x,))(at))


def slope(text, at):
    return float(Function(from_tree(differentiate(parse(text))), (x,))(at))


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


@section("predict")
def opening():
    start, right, faster = VALUES["J"], cost("right", 200), cost("at-activation", 200)
    yield f"{show(start, 4)} {show(right, 4)}"
    yield show(start, 4)
    yield f"{show(start, 4)} {show(right, 4)}"
    yield show(right, 4)
    yield show(faster, 4)
    for words, kind in (
        ("right", "right"),
        ("sigma' at a (9)", "at-activation"),
        ("W_2 already updated (11)", "updated"),
        ("the ½ of the cost forgotten (12)", "factor"),
        ("the hidden node's sigma' left out (3)", "stopped"),
        ("sign lost (7)", "lost-sign"),
        ("weights in place of inputs (8)", "by-input"),
    ):
        yield f"{words} {show(cost(kind, 1), 4)} {show(cost(kind, 200), 4)}"
    yield show(0.5 * 0.5**2)


@section("the-rule-measure-then-divide")
def rule():
    above, below = (RunningExample(W1=W1).values["J"] for W1 in (0.81, 0.79))
    measured = (above - below) / 0.02
    claimed = ADJOINTS["z2"] * EXAMPLE.W2 * sigma_prime(A1) * EXAMPLE.x
    yield f"W_1 = {show(claimed, 6)}"
    yield f"J(0.81) = {show(above, 7)} J(0.79) = {show(below, 7)}"
    yield f"0.02 {show(measured, 5)} {show(claimed / measured, 3)}"
    slopes = f"{show(sigma_prime(A1), 5)}/{show(sigma_prime(Z1), 5)}"
    quotient = show(sigma_prime(A1) / sigma_prime(Z1), 4)
    yield f"sigma'(a_1)/sigma'(z_1) = {slopes} = {quotient}"


@section(
    "seven-mistakes-in-a-formula",
    "not-seeing-that-the-function-is-composite",
    "inner-taken-for-outer",
    "the-inner-derivative-forgotten",
    "the-inner-derivative-put-inside-f-g-x",
    "the-outer-derivative-at-x",
    "the-product-rule-on-a-composition",
    "a-sign-lost-on-the-way",
)
def one_formula():
    yield show(TRUTH, 4)
    yield f"{show(math.cos(1.5), 4)} {show(TRUTH, 4)}"
    yield f"1.5 {show(1.5**2)} {show(math.sin(2.25), 4)}"
    swapped = f"{show(TRUTH, 4)} {show(slope('sin²x', 1.5), 4)}"
    yield f"1.5 {swapped}"
    yield f"2)^2 = {show(math.sin(2) ** 2, 4)} sin(2^2) = {show(math.sin(4), 4)}"
    yield f"{show(math.cos(2.25), 4)} {show(TRUTH, 4)} 1/3"
    yield f"g'(1.5) = {show(slope('x²', 1.5))} x = 2 1/{show(slope('x²', 2))}"
    assert slope("x²", 0.5) == 1
    yield f"3 = {show(math.cos(3), 4)} {show(TRUTH, 4)}"
    nested = f"{show(2 * math.cos(1.5), 4)} {show(slope('sin²x', 1.5), 4)} 1.5"
    yield f"2cos {nested}"
    yield f"{show(math.cos(1.5) * 3, 4)} {show(TRUTH, 4)}"
    product = slope("sin(x)·x²", 1.5)
    yield f"{show(product, 4)} {show(TRUTH, 4)}"
    composite = f"4 = {show(math.sin(4), 4)} 4 2"
    yield f"2 {composite} = {show(4 * math.sin(2), 4)}"
    yield f"x = 1 {show(-slope('sin(cos x)', 1), 4)}"
    falls = [show(value("sin(cos x)", at), 4) for at in (1, 1.1)]
    yield f"{falls[0]} 1 {falls[1]} 1.1"


@section(
    "five-mistakes-in-a-network",
    "with-respect-to-the-input-instead-of-the-weight",
    "at-a-instead-of-z",
    "where-belongs",
    "the-updated-w-2-in-the-gradient-of-w-1",
    "mean-sum",
)
def one_network():
    right = [show(ADJOINTS[weight], 6) for weight in ("W1", "W2")]
    yield f"W_1 = {right[0]} W_2 = {right[1]}"
    by_input = gradients(EXAMPLE, "by-input")[0]
    yield f"{show(by_input, 6)} {right[0]} 0.8/1.5 = {show(0.8 / 1.5, 4)}"
    at_a = sigma_prime(A1)
    pair = f"{show(at_a, 5)} a_1(1 − a_1 = {show(A1 * (1 - A1), 5)}"
    yield f"sigma'({show(A1, 6)}) = {pair}"
    ratio = at_a / (A1 * (1 - A1))
    wrong = show(ADJOINTS["W1"] * ratio, 6)
    yield f"{wrong} {show(ratio, 4)}"
    yield f"y = + x^2 3 {show(slope('x + x²', 3))} 6"
    yield show(ADJOINTS["W1"] / 2, 6)
    moved = EXAMPLE.step(0.5).W2
    updated = gradients(EXAMPLE, "updated")[0]
    yield show(moved, 6)
    ratio = f"{show(moved, 6)}/(−1.2) = {show(moved / EXAMPLE.W2, 4)}"
    yield f"{show(updated, 6)} {right[0]} {ratio}"
    yield show(2 * ADJOINTS["W1"], 6)


@section("worked-walk-back-until-the-ratio-changes")
def worked():
    slope1 = A1 * (1 - A1)
    names = {"y_hat": "bar{hat y}", "z2": "bar z_2", "a1": "bar a_1"}
    for name, written in names.items():
        yield f"{written} = {show(ADJOINTS[name], 6)},"
    yield f"z_1 = {show(ADJOINTS['a1'], 6)}"
    yield f"W_1 = {show(ADJOINTS['W1'] / slope1, 6)}"
    yield f"W_1 {show(ADJOINTS['W1'], 6)}"
    yield show(1 / slope1, 4)
    yield f"1/{show(1 / slope1, 4)} = {show(slope1, 4)}"
    assert 2**6 < 100 <= 2**7


@section("program-1", "program-2", "program-3", "program-4", "program-5", "program-6", "program-7")
def lab():
    ratios = {name: bug.examination().entries[0].ratio for name, bug in BUGS.items()}
    y_hat = 1 / (1 + math.exp(-(0.8 * 1.5 - 0.5)))
    yield show(ratios["straight_line"])
    size = show(ratios["one_node"], 4)
    yield f"{size} 4 y = {show(y_hat, 4)}"
    yield f"y(1 − y = {show(y_hat * (1 - y_hat), 4)} 1/{size}"
    yield f"W_1 {show(ratios['two_weights'], 4)} 0.8/1.5"
    yield show(ratios["borrowed_slope"], 4)
    yield f"{show(ratios['first_step'], 4)} 1"
    yield show(EXAMPLE.step(0.25).W2 / EXAMPLE.W2, 4)
    entry = BUGS["shared_weight"].examination().entries[0]
    lost = f"{show(entry.measured - entry.claimed, 6)} {show(entry.measured, 6)}"
    yield lost
    yield show(round(ratios["four_points"], 9))


@section("exercises")
def exercises():
    claim, truth = show(-math.sin(3), 4), show(slope("cos(x³)", 1), 4)
    yield f"3 = {claim} -sin(1) · 3 = {truth}"
    claim, truth = show(math.cos(2) * 4, 4), show(slope("sin(x²)", 2), 4)
    yield f"2 {claim} {truth}"
    yield "1 1/2 2 2/3"
    for at, ratio in ((1, 1 / 2), (2, 2 / 3)):
        assert math.isclose(value("x e^x", at) / slope("x e^x", at), ratio)


def answers(weight):
    """Every wrong answer of every mistake for one weight of the running example, by name."""
    problem = WeightProblem(weight=weight)
    return {
        mistake.name: [values_at_points(a, problem)[0] for a in mistake.answers(problem)]
        for mistake in MISTAKES
    }
