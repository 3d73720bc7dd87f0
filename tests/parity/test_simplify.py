"""The simplifier: what "simplified" means, that it is reached, and that no value changes."""

import json

import numpy as np
import pytest
import sympy

from ptcode.functions.catalogue import local_derivatives
from ptcode.functions.function import Function, x
from ptcode.functions.structure import contains
from ptcode.functions.tree import from_tree
from random_trees import random_tree
from typed import read

TEXTS = """
const { derivation, parse, plainText, simplify, stepsOf } = await bundle("derivation");
const shown = (tree) => plainText(tree);
const derived = (tree) => stepsOf(derivation(tree, "x", input.table)).at(-1).right;
return input.texts.map((text) => {
  const { tree } = parse(text, ["x", "y"]);
  return [shown(simplify(tree)), shown(derived(tree))];
});
"""
# A function, and its derivative as the book writes it.
DERIVATIVES = {
    "ln(x²)": "2/x",
    "(x²)³": "6x⁵",
    "1/(1 + x²)²": "−4x/(1 + x²)³",
    "x³·x²": "5x⁴",
    "ln x/x": "(1 − ln(x))/x²",
    "x/x": "0",
    "x² sin(1/x)": "2x·sin(1/x) − cos(1/x)",
    "sin² x + cos² x": "0",
    "x^x": "x^x·(ln(x) + 1)",
    "σ(x)": "σ(x)·(1 − σ(x))",
    # their brothers
    "ln(x³)": "3/x",
    "(x³)²·x": "7x⁶",
    "√(x²)·√(x²)": "2x",
    "√x·√x": "1",
    "x√x": "3√x/2",
    "x/√x": "1/(2√x)",
    "1/√(x² + 1)": "−x/(x² + 1)^(3/2)",
    "√(x² + 2x)": "(x + 1)/√(x² + 2x)",
    "x/(1 + x²)": "(1 − x²)/(1 + x²)²",
    "(x + 1)/(x − 1)": "−2/(x − 1)²",
    "(x³ + 2x)/x": "2x",
    "sin x/cos x": "1/(cos(x))²",
    "sin x/(1 + cos x)": "1/(1 + cos(x))",
    "x e^x": "e^x·(x + 1)",
    "x e^(−x²)": "e^(−x²)·(1 − 2x²)",
    "x² e^(−x)": "x·e^(−x)·(2 − x)",
    "e^x·e^(−x)": "0",
    "e^x/e^(2x)": "−e^(−x)",
    "x ln x − x": "ln(x)",
    "½(x − 1)²": "x − 1",
    "−x²/2 + x": "1 − x",
    "0.1x + 0.2x²": "0.4x + 0.1",
    "x + x²": "2x + 1",
    "x(x + 1)(x + 2)": "3x² + 6x + 2",
    "(x − 3)²·(x + 1)": "(x − 3)·(3x − 1)",
    "x² sin x": "2x·sin(x) + x²·cos(x)",
    "(2x)³": "24x²",
    "sin((2x)³)": "24x²·cos(8x³)",
    "x²y": "2x·y",
}  # fmt: skip
# What is simplified already stays as it was typed, in its order.
DONE = (
    "x + x²", "−3 + 3x²", "3(x² − 1)", "½x²", "x²/2", "x√x", "x²·√x", "x·2",
    "x^x/x", "1/x·y", "x − (1 + y)", "6x² + 6x", "1/x² − ln x/x²", "2/√x", "relu x/relu x", "x/0.5",
    "x^(−½)", "2·2^x", "−e^(−x²)·x",
)  # fmt: skip
UNDONE = {
    "2x² + x²": "3x²",
    "x + x": "2x",
    "x·x": "x²",
    "sin x·cos x + cos x·sin x": "2·sin(x)·cos(x)",
    "x − (1 + x)": "−1",
    "3x² + 0": "3x²",
    "3x² − 2 − 1": "3x² − 3",
    "√x + x^0.5": "2√x",
    "x^(4/2)·x": "x³",
    "1·x": "x",
    "x/1": "x",
    "2x/2": "x",
    "2·3x": "6x",
    "4x/6": "2x/3",
    "0.5x/3": "x/6",
    "0.1x + 0.2x": "0.3x",
    "0·ln x": "0",
    "−(−x)": "x",
    "(−2)·(−x)": "2x",
    "x/√x": "√x",
    "x²/x³": "1/x",
    "(x²)³": "x⁶",
    "(2x)³": "8x³",
    "(−x)²": "x²",
    "(√x)²": "x",
    "e^x·e^(2x)": "e^(3x)",
    "(e^x)²": "e^(2x)",
    "x^1": "x",
    "x^0": "1",
    "2³x": "8x",
    "√(4/9)": "2/3",
    "ln 1 + ln e": "1",
    "cos(0)·x": "x",
    "|−2|·x": "2x",
}


def written(node, texts):
    return node(TEXTS, {"texts": list(texts), "table": local_derivatives()})


def test_the_derivatives_of_the_book_are_written_as_a_textbook_writes_them(node):
    found = dict(zip(DERIVATIVES, written(node, DERIVATIVES), strict=True))
    assert {text: derivative for text, (_, derivative) in found.items()} == DERIVATIVES


def test_what_is_not_simplified_is_written_anew(node):
    found = dict(zip(UNDONE, written(node, UNDONE), strict=True))
    assert {text: simplified for text, (simplified, _) in found.items()} == UNDONE


PREDICATE = """
const { isSimplified, simplify } = await bundle("derivation");
return input.map((tree) => [isSimplified(tree), JSON.stringify(simplify(tree))]);
"""


S, C, HALF = ["Sin", "x"], ["Cos", "x"], ["Rational", 1, 2]
ROOT = ["Sqrt", ["ReLU", "x"]]
# Trees that nobody types, or that show how a result is written.
TREES = [
    (["Add"], 0),
    (["Multiply"], 1),
    (["Multiply", S], S),
    (["Multiply", ["Negate", HALF], 4], -2),
    (["Add", S, S, 1, HALF], ["Add", ["Multiply", 2, S], ["Rational", 3, 2]]),
    (["Add", ["Negate", S], ["Negate", C], ["Negate", S], 1, 1],
     ["Add", 2, ["Negate", ["Multiply", 2, S]], ["Negate", C]]),
    (["Add", 0.1, 0.2], 0.3),
    (["Multiply", ["Divide", 1, "x"], HALF, 1], ["Divide", 1, ["Multiply", 2, "x"]]),
    (["Multiply", S, "x", ["Power", "x", 2]], ["Multiply", ["Power", "x", 3], S]),
    (["Multiply", ["Divide", "x", 0], 2, 3], ["Divide", ["Multiply", 6, "x"], 0]),
    (["Negate", 0], 0),
    (["Divide", 0, S], 0),
    (["Divide", -4, 6], ["Negate", ["Rational", 2, 3]]),
    (["Divide", 4, -6], ["Negate", ["Rational", 2, 3]]),
    (["Power", 0, 3], 0),
    (["Power", 0, -1], ["Power", 0, -1]),
    (["Power", 10, 400], ["Power", 10, 400]),
    # 0 on an interval: nothing is cancelled
    (["Divide", ["ReLU", "x"], ["Multiply", 1, ["ReLU", "x"]]],
     ["Divide", ["ReLU", "x"], ["ReLU", "x"]]),
    (["Multiply", ROOT, ROOT], ["ReLU", "x"]),
]  # fmt: skip


def test_a_tree_is_written_as_a_textbook_writes_it(node):
    found = node(PREDICATE, [tree for tree, _ in TREES])
    assert [json.loads(simple) for _, simple in found] == [wanted for _, wanted in TREES]


def test_what_is_simplified_stays_as_it_was_typed(node):
    trees = [read(text, ("x", "y")) for text in DONE]
    for text, tree, (done, again) in zip(DONE, trees, node(PREDICATE, trees), strict=True):
        assert done, text
        assert json.loads(again) == tree
    undone = node(PREDICATE, [read(text) for text in UNDONE])
    assert [text for text, (done, _) in zip(UNDONE, undone, strict=True) if done] == []


RANDOM = """
const { derivation, isSimplified, simplify, size, stepsOf, work } = await bundle("derivation");
return input.trees.map((tree) => {
  const before = work.read, simple = simplify(tree), read = work.read - before;
  const [line, last] = stepsOf(derivation(tree, "x", input.table)).slice(-2);
  const { right } = last ?? line, isSimplifying = last?.kind === "rule" && last.of === line.of;
  return {
    simple, read, again: simplify(simple), sizes: [tree, simple].map(size),
    derivative: right, done: [simple, right].map(isSimplified),
    lines: isSimplifying ? [line, last].map((step) => size(step.right)) : [],
  };
});
"""
ALGEBRA = ("Negate", "Sqrt", "Exp", "Ln", "Sin", "Cos")
EXPONENTS = (1, 1, 2, -1, 0.5, ["Rational", 3, 2], ["Negate", ["Divide", 1, 2]], "x")
PLACES = np.linspace(-2, 2, 41) + 0.0123


def composites(count):
    """Functions of functions, and as many sums, products and quotients of few functions."""
    random, found = np.random.default_rng(15), []
    while len(found) < count:
        head = ("Add", "Multiply", "Divide")[random.integers(3)]
        parts = [random_tree(random, 2, heads=ALGEBRA) for _ in range(3)]
        raised = ["Power", parts[0], EXPONENTS[random.integers(len(EXPONENTS))]]
        wide = [head, raised, *parts[1 : 2 if head == "Divide" else 3]]
        found += [tree for tree in (random_tree(random, 3), wide) if contains(tree, "x")]
    return found[:count]


@pytest.mark.parametrize("count", [100, pytest.param(1000, marks=pytest.mark.slow)])
def test_random_composites_keep_their_values_and_grow_no_longer(node, count):
    """SymPy gives the values of what was given, as it stands."""
    trees, compared = composites(count), 0
    found = node(RANDOM, {"trees": trees, "table": local_derivatives()})
    for tree, each in zip(trees, found, strict=True):
        before, after = each["sizes"]
        assert after <= before, (tree, each["simple"])
        assert each["again"] == each["simple"], tree
        assert each["done"] == [True, True], (tree, each["simple"], each["derivative"])
        assert each["lines"] == sorted(each["lines"], reverse=True), (tree, each["derivative"])
        if from_tree(tree).has(sympy.zoo, sympy.nan):
            continue  # nowhere a value
        given, simple = (
            Function(from_tree(one, evaluate=False), (x,))(PLACES) for one in (tree, each["simple"])
        )
        there = np.abs(given) < 1e6
        np.testing.assert_allclose(
            simple[there], given[there], rtol=1e-7, atol=1e-8, err_msg=f"{tree} {each['simple']}"
        )
        compared += there.any()
    assert compared > 0.8 * count


WORK = """
const { derivation, simplify, size, stepsOf, work } = await bundle("derivation");
return input.trees.map((tree) => {
  const counts = [simplify, (one) => stepsOf(derivation(one, "x", input.table))].map((make) => {
    const before = work.read;
    make(tree);
    return work.read - before;
  });
  return [size(tree), ...counts];
});
"""


def nested(step, depth):
    tree = "x"
    for _ in range(depth):
        tree = step(tree)
    return tree


FAMILIES = {
    "sin(x·sin(x·…": lambda n: nested(lambda u: ["Sin", ["Multiply", "x", u]], n),
    "x^x^…": lambda n: nested(lambda u: ["Power", "x", u], n),
    "σ(σ(…": lambda n: nested(lambda u: ["Sigmoid", u], n),
    "x/(1 + x/(1 + …": lambda n: nested(lambda u: ["Divide", "x", ["Add", 1, u]], n),
    "x·(x·(… + 1) + 1)": lambda n: nested(lambda u: ["Add", ["Multiply", "x", u], 1], n),
    "x + x² + …": lambda n: ["Add", *(["Power", "x", i + 1] for i in range(n))],
    "(x + 1)·(x + 2)·…": lambda n: ["Multiply", *(["Add", "x", i + 1] for i in range(n))],
}


@pytest.mark.parametrize("name", FAMILIES)
def test_the_work_grows_with_a_power_of_the_length(node, name):
    """Read parts of trees are counted: simplifying is linear, a whole derivation at most cubic."""
    trees = [FAMILIES[name](n) for n in (5, 10, 20)]
    for size, simplifying, deriving in node(WORK, {"trees": trees, "table": local_derivatives()}):
        assert simplifying <= 5 * size
        assert deriving <= size**3
