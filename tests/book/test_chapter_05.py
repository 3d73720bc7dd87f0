"""Claim 3 for chapter 5: the prose prints what the code computes."""

import math
import re

import numpy as np
import pytest

import given_05 as given
from prose import (
    LABEL,
    assert_accounted_for,
    assert_printed,
    markdown,
    plain,
    settings,
    show,
)
from ptcode.autodiff.checks import central_difference
from ptcode.functions.chain_rule import differentiate
from ptcode.functions.function import Function, x
from ptcode.functions.parser import parse
from ptcode.functions.tree import from_tree
from ptcode.functions.working import show_working
from ptcode.widgets import DerivationStepper, NumberLines
from ptcode.widgets.numberlines import CHAINS

CHAPTER = "05-the-chain-rule"
LINKS = [
    (label, figure, tuple(state.items())) for label, figure, state in settings(markdown(CHAPTER))
]


def function(text):
    return Function(from_tree(parse(text)), (x,))


def slope(text, at):
    return float(Function(from_tree(differentiate(parse(text))), (x,))(at))


def opening():
    nudge = NumberLines("sin-of-square", x=1.5, dx=0.25).nudge
    (du_dx, dy_du), (_, du, dy) = nudge.limits, nudge.nudges
    mirror = NumberLines("sin-of-square", x=-1.5, dx=0.25).nudge
    yield f"du = {show(du)}, more than three times as long"
    yield f"dy = {show(dy, 3)}: shorter, and turned round"
    yield f"the first by {show(nudge.ratios[0])}, the second by {show(nudge.ratios[1], 2)}."
    yield f"tiny: {show(du_dx)}, the slope of x^2 at 1.5, and {show(dy_du, 3)}, the slope of"
    yield f"sin u at u = {show(nudge.values[1])}."
    yield f"The inner value is u = {show(mirror.values[1])} again"
    yield f"By {show(nudge.limit, 3)}, as before"
    yield f"multiplies by {show(dy_du, 3)}. But the nudge"
    yield f"the slope of x² at −1.5 is {show(mirror.limits[0])}."
    yield f"By {show(mirror.limit, 3)}. "
    yield f"multiplies by {show(mirror.limits[0])} and turns"
    yield f"the second multiplies by {show(mirror.limits[1], 3)} and turns it back"
    yield f"By −3 − 0.628 = {show(mirror.limits[0] + round(dy_du, 3), 3)}: the effects add."
    yield f"and takes {show(-dy_du, 3)} of that."
    yield f"By cos(−3) = {show(math.cos(mirror.limits[0]), 3)}: the outer"
    yield f"the value u = {show(mirror.values[1])}. The number −3"


def table_of_ratios():
    for dx in (0.25, 0.01, 0.001):
        nudge = NumberLines("sin-of-square", x=1.5, dx=dx).nudge
        first, second = nudge.ratios
        assert round(first, 9) == float(show(first))
        yield f"| {show(dx)} | {show(first)} | {show(second, 4)} | {show(nudge.ratio, 4)} |"
    first, second = nudge.limits
    yield f"| limit | {show(first)} | {show(second, 4)} | {show(nudge.limit, 4)} |"


def in_numbers():
    u = 1.5**2
    local = f"du/dx = 2 · 1.5 = {show(2 * 1.5)} and dy/du = cos 2.25 = {show(math.cos(u), 4)}."
    yield f"The inner value is u = {show(u)}. The local derivatives are {local}"
    yield f"So dy/dx = −0.6282 · 3 = {show(slope('sin(x²)', 1.5), 4)}."
    yield f"At x = 1.5 that is {show(slope('sin(x²)', 1.5), 4)}. [Step by step]"


def three_links():
    u = 1.5**2
    v = math.sin(u)
    y = math.cos(v)
    du, dv, dy = 3, math.cos(u), -math.sin(v)
    yield f"u = 1.5^2 = {show(u)}. v = sin 2.25 = {show(v, 6)}. y = cos 0.778073 = {show(y, 6)}."
    yield f"2 · 1.5 = {show(du)}. cos 2.25 = {show(dv, 6)}. -sin 0.778073 = {show(dy, 6)}."
    yield f"{show(dy, 6)} · ({show(dv, 6)}) · {show(du)} = {show(dy * dv * du, 6)}."
    assert dy * dv * du == pytest.approx(slope("cos(sin(x²))", 1.5), rel=1e-14)


def sigmoid():
    a = 1 / (1 + math.exp(-1.2))
    yield f"At x = 1.2 the value is {show(a, 6)}, and"
    yield f"0.768525 · {show(1 - a, 6)} = {show(a * (1 - a), 6)}."
    assert a * (1 - a) == pytest.approx(slope("1/(1+e^(−x))", 1.2), rel=1e-14)
    assert slope("1/(1+e^(−x))", 0) == 0.25


def paths():
    total, straight = slope("x + x²", 3), 1
    yield f"The path straight to y gives {straight}."
    through = f"gives 1 · 2x = {show(total - straight)}. Together {show(total)}."
    yield f"The path through the square {through}"
    yield f"Forget the straight path and you get {show(total - straight)}, which"


def traps():
    wrong = math.cos(1.5) * 2 * 1.5
    truth = show(slope("sin(x²)", 1.5), 4)
    yield f"this gives {show(wrong, 4)}, where the truth is {truth}: not even"
    yield f"cos(x^2) alone, {show(math.cos(2.25), 4)} at 1.5."
    at = np.array([-1.3, 0.2, 2.0])
    cube = Function(from_tree(differentiate(parse("(2x+1)^3"))), (x,))
    np.testing.assert_allclose(cube(at), 24 * at**2 + 24 * at + 6)
    np.testing.assert_allclose(function("8x³+12x²+6x+1")(at), function("(2x+1)³")(at))


def exercises():
    found = slope("(3x−1)⁴", 1)
    yield f"Inner u = 3x − 1 = 2, outer u^4. dy/dx = 4u^3 · 3 = 4 · 8 · 3 = {show(found)}."
    yield f"{show(found / 3)}: the inner derivative 3 is missing."
    yield f"{show(4 * 1**3 * 3)}: the outer derivative was taken at x = 1, where"
    yield f"{show(4 * 3**3)}: the outer derivative was taken at the inner derivative, 4 · 3^3."
    yield f"at x = pm {show(math.sqrt(0.5), 4)}."
    assert slope("x e^(−x²)", math.sqrt(0.5)) == pytest.approx(0, abs=1e-15)
    mantissa, exponent = f"{0.25**10:.1e}".split("e")
    yield f"0.25^{{10}} = {mantissa} · 10^{{−{-int(exponent)}}}."
    yield "2.5: ten times ¼; the factors multiply."


SECTIONS = (
    opening, table_of_ratios, in_numbers, three_links, sigmoid, paths, traps, exercises,
)  # fmt: skip
CLAIMS = [phrase for section in SECTIONS for phrase in section()]


@pytest.mark.parametrize("phrase", CLAIMS)
def test_prose_prints_the_computed_number(phrase):
    assert_printed(phrase, plain(markdown(CHAPTER)))


def test_no_number_in_the_prose_is_left_unchecked():
    assert_accounted_for(plain(markdown(CHAPTER)), given.CHAPTER, CLAIMS, [LABEL])


@pytest.mark.parametrize(("label", "figure", "state"), LINKS)
def test_a_link_says_what_it_sets(label, figure, state):
    state = dict(state)
    for name, value in re.findall(r"\b(x|dx) = (−?[\d.]+)", label):
        assert float(value.replace("−", "-")) == float(state[name])
    if figure == "numberlines":
        assert set(state) == {"chain", "x", "dx", "zoom"}
        low, high = CHAINS[state["chain"]].places
        assert low <= float(state["x"]) <= high
    else:
        assert figure == "derivation"
        assert set(state) == {"expression", "x", "step"}
        assert 1 <= int(state["step"]) <= len(show_working(parse(state["expression"])).steps)


def test_links_that_check_a_solution_show_the_last_step():
    for label, _, state in LINKS:
        state = dict(state)
        if label in ("Check it", "See the tangent there", "See it in the stepper"):
            steps = DerivationStepper(state["expression"]).steps
            assert int(state["step"]) == len(steps), state


def test_where_the_nudge_comes_back_du_is_zero():
    (state,) = (dict(state) for label, _, state in LINKS if label == "go from −0.25 to 0.25")
    nudge = NumberLines(state["chain"], x=float(state["x"]), dx=float(state["dx"])).nudge
    assert nudge.nudges[0] != 0
    assert nudge.nudges[1] == 0


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("sin(x²)", "cos(x²)·2x"),
        ("sin(cos x)", "−cos(cos x)·sin x"),
        ("ln(sin x)", "cos x/sin x"),
        ("e^(−x)", "−e^(−x)"),
        ("cos(sin(x²))", "−sin(sin(x²))·cos(x²)·2x"),
        ("1/(1+e^(−x))", "e^(−x)/(1+e^(−x))²"),
        ("σ(x)", "σ(x)(1−σ(x))"),
        ("cos²x", "−2 cos x sin x"),
        ("cos²x", "−sin 2x"),
        ("e^(−x²/2)", "−x e^(−x²/2)"),
        ("x e^(−x²)", "e^(−x²)·(1−2x²)"),
        ("x² sin x", "sin x·2x + x² cos x"),
    ],
)
def test_every_derivative_in_the_text_is_right(text, result):
    for at in (0.4, 1.1, 2.3):
        assert float(function(result)(at)) == pytest.approx(slope(text, at), rel=1e-12)
        measured = float(central_difference(function(text), at))
        assert measured == pytest.approx(slope(text, at), rel=1e-7, abs=1e-9)


def test_the_wrong_answer_passes_a_check_at_one_and_fails_elsewhere():
    wrong = function("cos(x)·2x")
    assert float(wrong(1)) == pytest.approx(slope("sin(x²)", 1), rel=1e-15)
    assert float(wrong(1.5)) * slope("sin(x²)", 1.5) < 0
    off = float(central_difference(function("sin(x²)"), 1.0)) - slope("sin(x²)", 1)
    assert abs(off) < 2e-10
