"""What an expression is made of: an outer function around an inner one, or parts side by side."""

import pytest
import sympy

from ptcode.exercises.cards import all_cards
from ptcode.functions.activations import sigmoid
from ptcode.functions.catalogue import CURVES
from ptcode.functions.composition import Kind, chain, decompose, exchanged, parts_of, tree_of
from ptcode.functions.function import Function, theta, u, x
from ptcode.functions.structure import value_at
from ptcode.functions.tree import from_tree
from ptcode.functions.writing import write

PLACES = (-3.7, -1.2, -0.35, 0.4, 1.5, 2.2, 4.9)
LINE = 2 * x + 1


@pytest.mark.parametrize(
    ("expression", "outer", "inner"),
    [
        (sympy.sin(x**2), sympy.sin(u), x**2),
        (sympy.sin(x) ** 2, u**2, sympy.sin(x)),
        (sympy.log(sympy.sin(x)), sympy.log(u), sympy.sin(x)),
        (sympy.exp(-x), sympy.exp(u), -x),
        (1 / (1 + sympy.exp(-x)), 1 / u, 1 + sympy.exp(-x)),
        (LINE**3, u**3, LINE),
        (2 * sympy.sin(x) + 1, 2 * u + 1, sympy.sin(x)),
        (sigmoid(x) ** 2, u**2, sigmoid(x)),
        (1 / x**2, 1 / u, x**2),
        (2 ** (x**2), 2**u, x**2),
        (sympy.sin(x * sympy.exp(x)), sympy.sin(u), x * sympy.exp(x)),
    ],
    ids=str,
)
def test_a_composite_has_an_outer_function_around_an_inner_one(expression, outer, inner):
    parts = decompose(expression)
    assert parts.kind is Kind.COMPOSITE
    assert (write(parts.outer), write(parts.inner)) == (write(outer), write(inner))
    assert parts.outer.subs(u, parts.inner).equals(expression)


@pytest.mark.parametrize(
    ("expression", "kind"),
    [
        (x * sympy.sin(x), Kind.PRODUCT),
        (x**2 + sympy.sin(x), Kind.SUM),
        (sympy.sin(x) / x, Kind.QUOTIENT),
        (x**x, Kind.POWER),
        (sympy.sin(x), Kind.BASIC),
        (-x, Kind.BASIC),
        (LINE, Kind.BASIC),
        (1 / x, Kind.BASIC),
        (x, Kind.VARIABLE),
        (sympy.log(2), Kind.CONSTANT),
    ],
    ids=str,
)
def test_what_is_no_composite_is_called_by_its_name(expression, kind):
    assert decompose(expression).kind is kind
    assert exchanged(expression) is None


def test_the_parts_of_what_stands_side_by_side():
    assert decompose(x**2 + sympy.sin(x)).parts == (x**2, sympy.sin(x))
    assert decompose(sympy.Mul(x, 1 / x, evaluate=False)).parts == (x, x)


def test_what_sympy_would_change_is_taken_apart_as_it_stands():
    assert chain(sympy.Pow(x**2, 3, evaluate=False)) == [x**2, u**3]
    assert list(map(write, chain(sympy.Mul(3, x + 1, evaluate=False)))) == ["3(x + 1)"]
    assert [str(step) for step in chain(sympy.sin(-x, evaluate=False))] == ["-x", "sin(u)"]


def test_the_variable_is_x_or_the_only_one_there_is():
    assert decompose(sympy.sin(theta**2)).inner == theta**2
    assert decompose(CURVES["sine-of-square"]).inner == x**2
    assert decompose(Function(sympy.sin(u) ** 2)).outer == u**2
    assert decompose(theta**2, x).kind is Kind.CONSTANT


def test_the_chain_runs_from_the_inside_out():
    machines = chain(CURVES["logistic"])
    assert list(map(write, machines)) == ["−x", "e^u", "u + 1", "1/u"]


def test_a_chain_computes_what_its_expression_computes():
    trees = [card.tree for card in all_cards()] + [curve.tree for curve in CURVES.values()]
    for tree in trees:
        for place in PLACES:
            value = place
            for index, machine in enumerate(chain(from_tree(tree, evaluate=False))):
                value = value_at(tree_of(machine), "u" if index else "x", value)
            whole = value_at(tree, "x", place)
            assert value == pytest.approx(whole, rel=1e-12, nan_ok=True), (tree, place)


def test_a_tree_is_taken_apart_into_expressions():
    parts = parts_of(["Power", ["Power", "x", 2], 3])
    assert (parts.outer, parts.inner) == (u**3, x**2)
