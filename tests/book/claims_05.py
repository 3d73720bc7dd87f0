"""The numbers in the prose of chapter 5."""

import math

import pytest

from accounts import section, show
from ptcode.core.formatting import short
from ptcode.functions.catalogue import log
from ptcode.functions.structure import exchanged, value_at
from ptcode.networks.running_example import RunningExample
from ptcode.widgets import FunctionMachine
from typed import read, typed

PAGE = "05-composite-functions"


SIGMOID = "1/(1 + e^(−x))"
NETWORK = "σ(−1.2·σ(0.8x))"


def value(text, at=1.5, swap=False):
    tree = read(text)
    return value_at(exchanged(tree) if swap else tree, "x", at)


def handed_on(text, at=1.5):
    return [short(number) for number in FunctionMachine(typed(text), x=at).values]


@section("composite-functions")
def coat():
    price, share, voucher = 100, 0.8, 10
    yield f"{show(share)} · {price} − {voucher} = {show(share * price - voucher)}"
    yield f"{show(share)} · ({price} − {voucher}) = {show(share * (price - voucher))}"
    yield f"{price} {show(100 * (1 - share), 0)} {voucher}"


@section("composite-functions", "predict", "one-function-inside-another")
def first_figure():
    inner, whole = handed_on("sin(x²)")
    yield f"1.5 {inner}"
    yield f"{inner} {whole}"
    yield whole
    sine, squared = handed_on("sin²x")
    yield f"1.5 {sine} {squared}"
    yield inner
    yield f"u = 1.5^2 = {inner} y = {inner} = {whole}"
    yield inner
    yield squared


@section("ask-what-is-done-last")
def rows_of_the_table():
    for text in ("sin(x²)", "sin²x", "ln(sin x)", "e^(−x)", SIGMOID):
        yield f"{text} {', '.join(handed_on(text)[-2:])}"


@section("not-every-long-formula-is-a-composite")
def side_by_side():
    sine = short(math.sin(1.5))
    yield f"1.5 {sine} {short(value('x sin x'))}"
    total = short(value("x² + sin x"))
    yield f"{short(1.5**2)} {sine} {total}"


@section("where-a-machine-breaks")
def domain():
    yield f"4 {short(math.sin(4))}"
    yield f"{short(value('ln(sin x)', 4, swap=True))} x = 4"
    assert math.isnan(value("ln(sin x)", 4))
    assert [math.isnan(log(inner)) for inner in (-1e-300, 0.0, 1e-300)] == [True, False, False]
    assert math.isfinite(value("ln(sin x)", 3.1))


@section("order-matters")
def orders():
    at = {x: (value("(2x + 1)²", x), value("(2x + 1)²", x, swap=True)) for x in (-2, 0, 1.5)}
    assert at[-2][0] == at[-2][1]
    assert at[0][0] == at[0][1]
    yield f"x = −2 {show(at[-2][0])}"
    yield f"x = 0 {show(at[0][0])}"
    yield f"x = 1.5 {show(at[1.5][0])} {show(at[1.5][1])}"


@section("worked-example")
def sigmoid():
    _, raised, added, _ = FunctionMachine(typed(SIGMOID)).values
    yield show(added, 6)
    yield f"1 {show(raised, 6)}"
    yield f"-x = {show(-1.5)}"


@section("a-network-is-a-composite")
def network():
    numbers = handed_on(NETWORK)
    yield ", then ".join(numbers)
    example = RunningExample()
    yield f"W_1 = {show(example.W1)}, W_2 = {show(example.W2)}"
    yield show(example.x)
    expected = [example.values[name] for name in ("z1", "a1", "z2", "y_hat")]
    assert FunctionMachine(typed(NETWORK)).values == pytest.approx(expected, rel=1e-12)


@section("exercises")
def exercises():
    yield f"x = 2 {show(1 - 2**2)}"
    first, second = value("ln(√x + 3)", 4), value("√(ln x + 3)", 4)
    yield f"x = 4 {show(first, 3)} {show(second, 3)}"
    edge = math.exp(-3)
    yield f"e^{{-3}} = {show(edge, 4)}"
    assert math.isfinite(value("√(ln x + 3)", edge + 1e-9))
    assert math.isnan(value("√(ln x + 3)", edge - 1e-9))
    yield f"e⁰ = {show(value('e^(sin x)', 0))}"
