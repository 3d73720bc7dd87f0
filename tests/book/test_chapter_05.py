"""Chapter 5: what the prose says of machines is what they do."""

import re

import pytest

from claims_05 import value
from prose import cells, markdown, settings
from ptcode.functions.catalogue import sigmoid
from ptcode.functions.structure import Kind, decompose, exchanged
from ptcode.functions.writing import write
from ptcode.widgets import FunctionMachine, NestedGraphs
from ptcode.widgets.machine import RANGE
from typed import read, typed

CHAPTER = "05-composite-functions"
ALL = list(settings(markdown(CHAPTER)))
LINKS = [(label, state) for label, figure, state in ALL if figure != "nesting"]
TABLE = [
    row
    for row in cells(CHAPTER, "markdown")["what-is-done-last"].split("\n")
    if "](#machine" in row
]


@pytest.mark.parametrize("state", [state for _, state in LINKS])
def test_a_link_sets_all_of_the_machine(state):
    assert set(state) == {"expression", "x", "swap"}
    tree = read(state["expression"])
    assert RANGE["min"] <= float(state["x"]) <= RANGE["max"]
    assert state["swap"] == "false" or exchanged(tree) is not None


@pytest.mark.parametrize(
    ("label", "state"), [link for link in LINKS if re.search("[(·²]", link[0])]
)
def test_a_link_with_an_expression_sets_it(label, state):
    assert read(label) == read(state["expression"])


def test_a_link_to_the_graphs_shows_the_sigmoid_in_the_middle():
    (state,) = (state for _, figure, state in ALL if figure == "nesting")
    graphs = NestedGraphs(state["pair"], x=float(state["x"]), swap=state["swap"] == "true")
    assert graphs.nest.outer is sigmoid
    assert set(state) == set(graphs.offers)


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
        parts = decompose(read(state["expression"]))
        assert (write(parts.inner), write(parts.outer)) == (named[inner], named[outer])


def test_what_the_prose_calls_a_product_or_a_sum_is_one():
    kinds = {text: decompose(read(text)).kind for text in (
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
    deep = FunctionMachine(typed("½·(σ(0.7·σ(0.6·σ(0.5x))) − 1)²")).values
    assert len(deep) == 9  # the cost takes three steps here and is one machine in the text
    assert len(FunctionMachine(typed("σ(0.7·σ(0.6·σ(0.5x)))")).values) + 1 == 7
