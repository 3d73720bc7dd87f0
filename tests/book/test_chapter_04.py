"""Claim 3 for chapter 4: the prose prints what the machines compute."""

import math
import re

import pytest

import given_04 as given
from prose import (
    assert_accounted_for,
    assert_printed,
    cells,
    markdown,
    plain,
    settings,
    show,
)
from ptcode.core.formatting import short
from ptcode.functions.composition import Kind, decompose, exchanged, value_at
from ptcode.functions.parser import parse
from ptcode.functions.writing import write
from ptcode.networks.running_example import RunningExample
from ptcode.widgets import FunctionMachine
from ptcode.widgets.machine import RANGE

CHAPTER = "04-composite-functions"
TEXT = markdown(CHAPTER)
SIGMOID = "1/(1 + e^(−x))"
NETWORK = "σ(−1.2·σ(0.8x))"
LINKS = list(settings(TEXT))
TABLE = [row for row in cells(CHAPTER, "markdown")["what-is-done-last"].split("\n") if "](#" in row]
# Labels of links, and digits that are part of a formula.
SIGNS = [r"\[[^\]]*\]", r"\w\^\{?-?\d|\)\^\d", r"[Wzax]_\d|θ_\d", r"2[xu] \+ 1", r"1 \+ (e\^|u)"]


def value(text, at=1.5, swap=False):
    tree = parse(text)
    return value_at(exchanged(tree) if swap else tree, "x", at)


def handed_on(text, at=1.5):
    return [short(number) for number in FunctionMachine(text, x=at).values]


def first_figure():
    inner, whole = handed_on("sin(x²)")
    yield f"The first machine squares it: 1.5 becomes {inner}."
    yield f"{inner} becomes {whole}. Together"
    yield f"{whole}, as before"
    sine, squared = handed_on("sin²x")
    yield f"The sine of 1.5 is {sine}, and the square of that is {squared}."
    yield f"sin(x^2) is {short(value('sin(x²)', 3))}"
    yield f"you get {short(value('sin(x²)', 3, swap=True))}"
    yield f"not {inner}, and the square"
    yield f"u = 1.5^2 = {inner}, qquad y = sin {inner} = {whole}"
    yield f"{inner} That is the square of 1.5"
    yield f"{squared} The sine of 1.5"


def rows_of_the_table():
    for text in ("sin(x²)", "sin²x", "ln(sin x)", "e^(−x)", SIGMOID):
        yield f"| {', '.join(handed_on(text)[-2:])} | [{text}] |"


def side_by_side():
    sine = short(math.sin(1.5))
    yield f"as 1.5 and as {sine}, and the last step multiplies them to {short(value('x sin x'))}"
    total = short(value("x² + sin x"))
    yield f"the last step adds {short(1.5**2)} and {sine} to {total}"


def domain():
    yield f"At 4 the sine gives {short(math.sin(4))} without complaint"
    yield f"sin(ln x) has the value {short(value('ln(sin x)', 4, swap=True))} at x = 4"
    assert math.isnan(value("ln(sin x)", 4))
    assert math.isfinite(value("ln(sin x)", 3.1))


def orders():
    at = {x: (value("(2x + 1)²", x), value("(2x + 1)²", x, swap=True)) for x in (-2, 0, 1.5)}
    assert at[-2][0] == at[-2][1]
    assert at[0][0] == at[0][1]
    yield f"At [x = −2] both give {show(at[-2][0])}"
    yield f"at [x = 0] both give {show(at[0][0])}"
    yield f"At [x = 1.5] they give {show(at[1.5][0])} and {show(at[1.5][1])}"


def sigmoid():
    _, raised, added, _ = FunctionMachine(SIGMOID).values
    yield f"the reciprocal of {show(added, 6)}"
    yield f"added 1 to {show(raised, 6)}"
    yield f"its inner one -x = {show(-1.5)}"


def network():
    numbers = handed_on(NETWORK)
    yield f"the machines make {', then '.join(numbers)}."
    example = RunningExample().values
    expected = [example[name] for name in ("z1", "a1", "z2", "y_hat")]
    assert FunctionMachine(NETWORK).values == pytest.approx(expected, rel=1e-12)


def exercises():
    yield f"At x = 2 the inner value is {show(1 - 2**2)}"
    first, second = value("√(x² + 1)", 4), value("(√x + 1)²", 4)
    yield f"At x = 4 the first gives {show(first, 3)} and the second {show(second)}"
    yield f"the composite gives e⁰ = {show(value('e^(sin x)', 0))}"


SECTIONS = (
    first_figure, rows_of_the_table, side_by_side, domain, orders, sigmoid, network, exercises,
)  # fmt: skip
CLAIMS = [phrase for section in SECTIONS for phrase in section()]


@pytest.mark.parametrize("phrase", CLAIMS)
def test_prose_prints_the_computed_number(phrase):
    assert_printed(phrase, plain(TEXT))


def test_no_number_in_the_prose_is_left_unchecked():
    assert_accounted_for(plain(TEXT), given.CHAPTER, CLAIMS, SIGNS)


@pytest.mark.parametrize(("label", "figure", "state"), LINKS)
def test_a_link_sets_all_of_the_machine_to_what_it_says(label, figure, state):
    assert set(state) == {"expression", "x", "swap"}
    tree = parse(state["expression"])
    assert RANGE["min"] <= float(state["x"]) <= RANGE["max"]
    assert state["swap"] == "false" or exchanged(tree) is not None
    if said := re.fullmatch(r"(?:x = )?(−?[\d.]+)", label):
        assert float(said[1].replace("−", "-")) == float(state["x"])
    elif re.search(r"[(·²]", label):
        assert parse(label) == tree


def test_the_table_names_inner_and_outer_as_the_machine_does():
    named = {
        r"$x^2$": "x²", r"$\sin u$": "sin(u)", r"$\sin x$": "sin(x)", r"$u^2$": "u²",
        r"$\ln u$": "ln(u)", r"$-x$": "−x", r"$e^u$": "e^u", r"$1 + e^{-x}$": "1 + e^(−x)",
        r"$\dfrac 1u$": "1/u",
    }  # fmt: skip
    assert len(TABLE) == 5
    for row in TABLE:
        _, _, inner, outer, *_ = (column.strip() for column in row.split("|"))
        ((_, _, state),) = settings(row)
        parts = decompose(parse(state["expression"]))
        assert (write(parts.inner), write(parts.outer)) == (named[inner], named[outer])


def test_what_the_prose_calls_a_product_or_a_sum_is_one():
    kinds = {text: decompose(parse(text)).kind for text in (
        "x·sin x", "x² + sin x", "x·sin(x²)", "sin(x² + x)", "x²·e^(−x)",
        "e^(−x)", "(2x + 1)^3", "1/(1 + x²)", "√(1 − x)",
    )}  # fmt: skip
    product, composite = Kind.PRODUCT, Kind.COMPOSITE
    assert list(kinds.values()) == [
        product, Kind.SUM, product, composite, product, *[composite] * 4,
    ]  # fmt: skip


def test_both_orders_agree_at_the_place_that_the_prose_names():
    assert value("sin(x²)", 0) == value("sin(x²)", 0, swap=True) == 0


def test_the_machines_of_the_exercises_are_counted_right():
    deep = FunctionMachine("½·(σ(0.7·σ(0.6·σ(0.5x))) − 1)²").values
    assert len(deep) == 9  # the cost takes three steps here and is one machine in the text
    assert len(FunctionMachine("σ(0.7·σ(0.6·σ(0.5x)))").values) + 1 == 7
