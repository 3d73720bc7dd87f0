"""Expression trees: what goes out comes back, and nothing else comes in."""

import json

import numpy as np
import pytest
import sympy

from ptcode.functions.function import Function, x
from ptcode.functions.tree import check_tree, from_tree, to_tree
from random_trees import random_tree
from strict import STRICT

pytestmark = STRICT
y = sympy.Symbol("y", real=True)
half = sympy.Rational(1, 2)

EXPRESSIONS = [
    sympy.Integer(0),
    sympy.Integer(-7),
    half,
    -half,
    sympy.Float(0.1),
    sympy.pi,
    sympy.E,
    sympy.E**2,
    x,
    -x,
    x / 2,
    -3 * x / (2 * y),
    x**3,
    x**-2,
    x ** (half * 3),
    1 / sympy.sqrt(x),
    x**y,
    x**-y,
    2**-x,
    half**x,
    sympy.sqrt(2) * x,
    x / sympy.sqrt(2),
    x * sympy.exp(-x),
    sympy.exp(-(x**2)),
    1 / (1 + sympy.exp(-x)),
    (x + y) / (x - y),
    x - y - 1,
    sympy.sin(x) ** 2 / sympy.cos(y),
]


@pytest.mark.parametrize("expression", EXPRESSIONS, ids=str)
def test_a_tree_read_back_has_the_same_values(expression):
    tree = to_tree(expression)
    assert json.loads(json.dumps(check_tree(tree))) == tree
    points = [(0.3, 1.7), (2.5, 0.4), (1.1, 3.2)]
    for place in points:
        at = dict(zip((x, y), place, strict=True))
        assert float(from_tree(tree).subs(at)) == pytest.approx(float(expression.subs(at)))


def test_random_trees_survive_the_way_through_sympy():
    random = np.random.default_rng(1)
    seen = 0
    for _ in range(150):
        expression = from_tree(random_tree(random, 3))
        if expression.has(sympy.zoo, sympy.nan, sympy.I) or not expression.free_symbols:
            continue
        grid = np.linspace(0.11, 1.9, 7)
        again = from_tree(check_tree(to_tree(expression)))
        np.testing.assert_allclose(Function(again, (x,))(grid), Function(expression, (x,))(grid))
        seen += 1
    assert seen > 100


def test_a_product_stays_a_product_and_a_quotient_a_quotient():
    assert to_tree(x * sympy.exp(-x))[0] == "Multiply"
    assert to_tree(sympy.exp(x) / x)[0] == "Divide"
    assert to_tree(x - 1) == ["Add", "x", -1]
    assert to_tree(-x * y)[0] == "Negate"


@pytest.mark.parametrize(
    "expression", [sympy.asinh(x), sympy.oo, sympy.nan, sympy.Symbol("Pi", real=True) + 1]
)
def test_what_the_language_lacks_is_refused_on_the_way_out(expression):
    with pytest.raises(ValueError, match=r"cannot write|must not be called"):
        to_tree(expression)


def test_an_unknown_head_is_refused_on_the_way_in():
    with pytest.raises(ValueError, match="unknown head 'Asinh'; allowed are Add"):
        from_tree(["Asinh", "x"])


def deep(levels):
    tree = "x"
    for _ in range(levels):
        tree = ["Sin", tree]
    return tree


BAD_TREES = {
    "nothing": (None, "not NoneType"),
    "truth": (True, "not bool"),
    "nan": (float("nan"), "finite"),
    "infinity": (["Sin", float("inf")], "finite"),
    "huge": (10**400, "at most"),
    "empty": ([], "must start with a head"),
    "headless": ([1, 2], "must start with a head"),
    "code": (["__import__", "os"], "unknown head"),
    "symbol": (["Sin", "x; y"], "a symbol is a letter"),
    "no argument": (["Sin"], "takes 1 argument, got 0"),
    "arguments": (["Power", "x"], "takes 2 arguments, got 1"),
    "empty sum": (["Add"], "at least 1 argument"),
    "ratio": (["Rational", 1, 0], "other than 0"),
    "ratio of trees": (["Rational", "x", 2], "whole numbers"),
    "dictionary": (["Sin", {"x": 1}], "not dict"),
    "deep": (deep(200_000), "nested more than"),
    "long": (["Add", *["x"] * 10_000], "more than"),
}


@pytest.mark.parametrize("name", BAD_TREES)
def test_a_tree_from_outside_is_checked_before_anything_is_computed(name):
    tree, complaint = BAD_TREES[name]
    with pytest.raises(ValueError, match=complaint) as caught:
        check_tree(tree)
    assert len(str(caught.value)) < 400


def test_the_check_lets_a_good_tree_through_as_it_is():
    tree = ["Multiply", ["Rational", -1, 2], ["Power", "theta_1", 2], ["ReLU", "W_1"]]
    assert check_tree(tree) is tree
    assert check_tree(deep(39)) == deep(39)
    with pytest.raises(ValueError, match="nested"):
        check_tree(deep(40))


def test_an_unevaluated_expression_keeps_its_form():
    for tree in (
        ["Power", ["Power", "x", 2], 3],
        ["Divide", "x", "x"],
        ["Multiply", 3, ["Add", 1, "x"]],
        ["Sin", ["Negate", "x"]],
        ["Add", ["Power", "x", 2], ["Divide", 1, "x"], ["Negate", "x"]],
        ["Sqrt", ["Power", "x", 2]],
    ):
        expression = from_tree(tree, evaluate=False)
        assert to_tree(expression, as_written=True) == tree
        assert from_tree(to_tree(expression)).equals(from_tree(tree))


def test_only_what_sympy_would_change_is_kept_as_written():
    kept = sympy.Mul(3, x + 1, evaluate=False)
    assert to_tree(1 + kept, as_written=None) == ["Add", ["Multiply", 3, ["Add", "x", 1]], 1]
    assert to_tree(x + 1, as_written=None) == ["Add", "x", 1]


@pytest.mark.parametrize("tree", [["Sin"], ["Sin", "x", "x"], ["Power", "x"], None], ids=str)
def test_a_malformed_tree_becomes_no_expression(tree):
    with pytest.raises(ValueError, match="not a tree of the book"):
        from_tree(tree)
