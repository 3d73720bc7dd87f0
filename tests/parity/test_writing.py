"""What Python writes, the browser's parser reads back as the same tree."""

import numpy as np
import pytest
import sympy

from ptcode.functions.catalogue import COSTS, CURVES, SURFACES
from ptcode.functions.composition import tree_of
from ptcode.functions.function import Function, x
from ptcode.functions.tree import from_tree, to_tree
from ptcode.functions.writing import write
from random_trees import random_tree

READ = """
const { parse } = await bundle("derivation");
return input.map(([text, variables]) => parse(text, variables));
"""
y = sympy.Symbol("y", real=True)
FORMS = [
    sympy.Pow(x**2, 3, evaluate=False),
    sympy.Mul(x, 1 / x, evaluate=False),
    sympy.Mul(3, x + 1, evaluate=False),
    sympy.Mul(sympy.Mul(2, x, evaluate=False), sympy.sin(x), evaluate=False),
    sympy.Add(x, sympy.Add(1, x, evaluate=False), evaluate=False),
    sympy.sin(sympy.Mul(-1, x, evaluate=False), evaluate=False),
    -(x + 1),
    sympy.Abs(2 * sympy.Abs(x) - 3),
    sympy.sqrt(x) ** 3 / sympy.sqrt(2),
    2 * sympy.exp(-x) * sympy.sqrt(x),
    x ** sympy.Rational(2, 3) - sympy.Rational(5, 7),
    sympy.sympify("0.25") * x - 1.5,
]


def as_read(tree):
    """A fraction of whole numbers is read as a quotient."""
    if not isinstance(tree, list):
        return tree
    return ["Divide" if tree[0] == "Rational" else tree[0], *map(as_read, tree[1:])]


def assert_read_back(node, trees, variables=("x",)):
    texts = [write(tree) for tree in trees]
    found = node(READ, [[text, list(variables)] for text in texts])
    wrong = [
        (text, tree, read)
        for text, tree, read in zip(texts, trees, found, strict=True)
        if read.get("tree") != as_read(tree)
    ]
    assert not wrong, wrong[0]


@pytest.mark.parametrize("seed", [3, 4])
def test_thousands_of_random_expressions_are_read_back(node, seed):
    random = np.random.default_rng(seed)
    trees = [random_tree(random, 3) for _ in range(2000)]
    kept = [from_tree(tree, evaluate=False) for tree in trees]
    assert_read_back(node, [to_tree(expression, as_written=True) for expression in kept])
    done = [from_tree(tree) for tree in trees]
    unwanted = (sympy.zoo, sympy.nan, sympy.oo, sympy.I)
    assert_read_back(node, [to_tree(e) for e in done if not e.has(*unwanted)])


def test_the_functions_of_the_book_and_unevaluated_forms_are_read_back(node):
    assert_read_back(node, [curve.tree for curve in CURVES.values()])
    assert_read_back(node, list(map(tree_of, FORMS)))
    assert_read_back(node, [cost.tree for cost in COSTS.values()], ["theta"])
    surfaces = [surface.tree for surface in SURFACES.values()]
    assert_read_back(node, surfaces, ["theta_1", "theta_2"])


def test_a_function_an_expression_and_its_tree_are_written_alike():
    assert write(Function(x**4 - 3 * x**2 + x)) == write(x**4 - 3 * x**2 + x) == "x⁴ − 3x² + x"
    assert write(["Power", "x", 4]) == "x⁴"
    assert write(sympy.sqrt(x + 1)) == "√(x + 1)"
