"""The numbers in the prose of chapter 6."""

import math

import pytest

from accounts import section, show
from ptcode.functions.chain_rule import differentiate
from ptcode.functions.function import Function, x
from ptcode.widgets import NumberLines
from typed import typed

PAGE = "06-the-chain-rule"


def function(text):
    return Function(typed(text), (x,))


def slope(text, at):
    return float(Function(differentiate(typed(text), x), (x,))(at))


@section("the-chain-rule")
def rates():
    yield f"3 · 2 = {show(3 * 2)}"


@section("predict")
def flat_start():
    yield f"x = 0 {show(((0 + 0.1) ** 2 - 0) / 0.1)}"


@section("the-chain-rule", "predict")
def opening():
    nudge = NumberLines("sin-of-square", x=1.5, dx=0.5).nudge
    (du_dx, dy_du), (_, du, dy) = nudge.limits, nudge.nudges
    mirror = NumberLines("sin-of-square", x=-1.5, dx=0.25).nudge
    yield f"du = {show(du)}"
    yield f"dy = {show(dy, 3)}"
    yield f"{show(nudge.ratios[0])} {show(nudge.ratios[1], 2)}"
    yield f"{show(du_dx)} x^2 1.5 {show(dy_du, 3)}"
    yield f"u = {show(nudge.values[1])}"
    yield f"u = {show(mirror.values[1])}"
    yield show(nudge.limit, 3)
    yield show(dy_du, 3)
    yield f"x² −1.5 {show(mirror.limits[0])}"
    yield show(mirror.limit, 3)
    yield show(mirror.limits[0])
    yield show(mirror.limits[1], 3)
    yield f"−3 − 0.628 = {show(mirror.limits[0] + round(dy_du, 3), 3)}"
    yield show(-dy_du, 3)
    yield f"cos(−3) = {show(math.cos(mirror.limits[0]), 3)}"
    yield f"u = {show(mirror.values[1])} −3"


@section("predict")
def table_of_ratios():
    for dx in (0.25, 0.01, 0.001):
        nudge = NumberLines("sin-of-square", x=1.5, dx=dx).nudge
        first, second = nudge.ratios
        assert round(first, 9) == float(show(first))
        yield f"{show(dx)} {show(first)} {show(second, 5)} {show(nudge.ratio, 4)}"
    first, second = nudge.limits
    yield f"{show(first)} {show(second, 5)} {show(nudge.limit, 4)}"


@section("the-rule")
def in_numbers():
    u = 1.5**2
    local = f"du/dx = 2 · 1.5 = {show(2 * 1.5)} dy/du = 2.25 = {show(math.cos(u), 6)}"
    yield f"u = {show(u)} {local}"
    yield f"dy/dx = {show(math.cos(u), 6)} · 3 = {show(slope('sin(x²)', 1.5), 4)}"


@section("three-links-every-substitution-written-out")
def three_links():
    u = 1.5**2
    v = math.sin(u)
    y = math.cos(v)
    du, dv, dy = 3, math.cos(u), -math.sin(v)
    yield f"u = 1.5^2 = {show(u)} v = 2.25 = {show(v, 6)} y = 0.778073 = {show(y, 6)}"
    yield f"2 · 1.5 = {show(du)} 2.25 = {show(dv, 6)} 0.778073 = {show(dy, 6)}"
    yield f"{show(dy, 6)} · ({show(dv, 6)}) · {show(du)} = {show(dy * dv * du, 6)}."
    assert dy * dv * du == pytest.approx(slope("cos(sin(x²))", 1.5), rel=1e-14)


@section("the-sigmoid-link-by-link")
def sigmoid():
    a = 1 / (1 + math.exp(-1.2))
    yield f"x = 1.2 {show(a, 6)}"
    yield f"0.768525 · {show(1 - a, 6)} = {show(a * (1 - a), 6)}."
    assert a * (1 - a) == pytest.approx(slope("1/(1+e^(−x))", 1.2), rel=1e-14)
    assert slope("1/(1+e^(−x))", 0) == 0.25


@section("what-could-go-wrong")
def traps():
    wrong = math.cos(1.5) * 2 * 1.5
    truth = show(slope("sin(x²)", 1.5), 4)
    yield f"{show(wrong, 4)} {truth}"
    yield f"cos(x^2) {show(math.cos(2.25), 4)} 1.5"


@section("exercises")
def exercises():
    found = slope("(3x−1)⁴", 1)
    yield f"u = 3x − 1 = 2 u^4 dy/dx = 4u^3 · 3 = 4 · 8 · 3 = {show(found)}"
    yield f"{show(found / 3)} 3"
    yield f"{show(4 * 1**3 * 3)} x = 1"
    yield f"{show(4 * 3**3)} 4 · 3^3"
    mantissa, exponent = f"{0.25**10:.1e}".split("e")
    yield f"0.25^{{10}} = {mantissa} · 10^{{−{-int(exponent)}}}."
    yield "2.5 ¼"
