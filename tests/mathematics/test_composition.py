"""Outer and inner, sums and products: the same verdict in Python and in JavaScript."""

import math
import random

import pytest
import sympy

from ptcode.exercises.cards import COMPOSITES, PRODUCTS, SUMS
from ptcode.functions.composition import Kind, U, chain, decompose, exchanged, replace, value_at
from ptcode.functions.function import Function
from ptcode.functions.parser import parse
from ptcode.functions.tree import from_tree
from ptcode.functions.writing import write
from ptcode.widgets.machine import EXPRESSIONS

DECOMPOSE = """
const { decompose, exchanged, plainText } = await bundle("machine");
return input.map((tree) => ({ outer: null, inner: null, parts: [], ...decompose(tree),
  exchanged: exchanged(tree), text: plainText(tree) }));
"""
RUN = """
const { grow, row, run } = await bundle("machine");
return input.map(([tree, x]) => {
  const root = grow(tree);
  run(root, x);
  return row(root).map(({ value }) => value);
});
"""
PLACES = (-3.7, -1.2, -0.35, 0.4, 1.5, 2.2, 4.9)


def random_tree(rng, depth):
    if depth == 0:
        return rng.choice(["x", "x", "x", rng.randint(-9, 9), 0.5, "Pi"])
    head = rng.choice(
        ["Add", "Multiply", "Negate", "Divide", "Power", "Sin", "Cos", "Exp", "Ln", "Sqrt", "Abs"]
    )
    count = {"Add": rng.choice([2, 3]), "Multiply": rng.choice([2, 3]), "Divide": 2}.get(head, 1)
    arguments = [random_tree(rng, depth - 1) for _ in range(count)]
    if head == "Power":
        arguments.append(rng.choice([2, 3, -1, 0.5, random_tree(rng, depth - 1)]))
    return [head, *arguments]


def random_trees(count):
    rng = random.Random(4)
    return [random_tree(rng, rng.randint(1, 4)) for _ in range(count)]


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("sin(x²)", "sin(u)", "x²"),
        ("sin²x", "u²", "sin(x)"),
        ("log(sin x)", "ln(u)", "sin(x)"),
        ("e^(−x)", "e^u", "−x"),
        ("1/(1 + e^(−x))", "1/u", "1 + e^(−x)"),
        ("(2x + 1)³", "u³", "2x + 1"),
        ("2 sin x + 1", "2·u + 1", "sin(x)"),
        ("σ(x)²", "u²", "σ(x)"),
        ("1/x²", "1/u", "x²"),
        ("2^(x²)", "2^u", "x²"),
        ("sin(x e^x)", "sin(u)", "x·e^x"),
    ],
)
def test_a_composite_has_an_outer_function_around_an_inner_one(text, outer, inner):
    parts = decompose(parse(text))
    assert parts.kind is Kind.COMPOSITE
    assert (write(parts.outer).replace("2u", "2·u"), write(parts.inner)) == (outer, inner)
    assert replace(parts.outer, U, parts.inner) == parse(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("x sin x", Kind.PRODUCT),
        ("x² + sin x", Kind.SUM),
        ("sin x / x", Kind.QUOTIENT),
        ("x^x", Kind.POWER),
        ("sin x", Kind.BASIC),
        ("−x", Kind.BASIC),
        ("2x + 1", Kind.BASIC),
        ("1/x", Kind.BASIC),
        ("x", Kind.VARIABLE),
        ("ln 2", Kind.CONSTANT),
    ],
)
def test_what_is_no_composite_is_called_by_its_name(text, kind):
    assert decompose(parse(text)).kind is kind
    assert exchanged(parse(text)) is None


def test_the_chain_runs_from_the_inside_out():
    assert list(map(write, chain(parse("1/(1 + e^(−x))")))) == ["−x", "e^u", "1 + u", "1/u"]


def test_a_chain_computes_what_its_expression_computes():
    symbol = sympy.Symbol("x", real=True)
    for text in (*EXPRESSIONS, *COMPOSITES, *PRODUCTS, *SUMS):
        tree = parse(text)
        for place in PLACES:
            value = place
            for index, machine in enumerate(chain(tree)):
                value = value_at(machine, U if index else "x", value)
            whole = float(Function(from_tree(tree), (symbol,))(place))
            assert value == pytest.approx(whole, rel=1e-12, nan_ok=True), (text, place)


def test_javascript_takes_every_expression_apart_alike(node):
    trees = [parse(text) for text in (*EXPRESSIONS, *COMPOSITES, *PRODUCTS, *SUMS)]
    trees += random_trees(600)
    for tree, found in zip(trees, node(DECOMPOSE, trees), strict=True):
        parts = decompose(tree)
        assert found == {
            "kind": parts.kind.value,
            "outer": parts.outer,
            "inner": parts.inner,
            "parts": list(parts.parts),
            "exchanged": exchanged(tree),
            "text": write(tree),
        }, tree


def test_what_is_written_is_read_again_as_the_same_values():
    symbol = sympy.Symbol("x", real=True)
    for tree in (parse(text) for text in (*EXPRESSIONS, *COMPOSITES, *PRODUCTS, *SUMS)):
        again = Function(from_tree(parse(write(tree))), (symbol,))
        first = Function(from_tree(tree), (symbol,))
        for place in PLACES:
            assert float(again(place)) == pytest.approx(float(first(place)), nan_ok=True)


def test_javascript_sends_a_number_through_the_same_machines(node):
    from ptcode.widgets import FunctionMachine

    cases = [
        (text, place) for text in (*EXPRESSIONS, *COMPOSITES, *PRODUCTS, *SUMS) for place in PLACES
    ]
    found = node(RUN, [[parse(text), place] for text, place in cases])
    for (text, place), values in zip(cases, found, strict=True):
        expected = FunctionMachine(text, x=place).values
        assert values == pytest.approx(expected, rel=1e-12, nan_ok=True), (text, place)
        assert not any(map(math.isinf, values))
