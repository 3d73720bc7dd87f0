"""Outer and inner, sums and products: the same links in Python as on the page."""

import random

import sympy

from ptcode.exercises.cards import all_cards
from ptcode.functions import structure
from ptcode.functions.composition import chain
from ptcode.functions.function import x
from ptcode.functions.tree import to_tree

DECOMPOSE = """
const { decompose, exchanged } = await bundle("machine");
return input.map((tree) => ({ outer: null, inner: null, parts: [], ...decompose(tree),
  exchanged: exchanged(tree), }));
"""
LINKS = """
const { decompose, parse } = await bundle("machine");
return input.map((text) => {
  const { tree } = parse(text);
  const links = [];
  let at = tree, found = decompose(at);
  for (; found.kind === "composite"; found = decompose(at)) {
    links.unshift(found.outer);
    at = found.inner;
  }
  return [at, ...links];
});
"""
MINUS = sympy.Mul(-1, x, evaluate=False)
AS_TYPED = {
    "(x²)³": sympy.Pow(x**2, 3, evaluate=False),
    "x/x": sympy.Mul(x, 1 / x, evaluate=False),
    "sin(−x)": sympy.sin(MINUS, evaluate=False),
    "3(x + 1)": sympy.Mul(3, x + 1, evaluate=False),
    "sin(3(x + 1))²": sympy.sin(sympy.Mul(3, x + 1, evaluate=False)) ** 2,
    "|−x|": sympy.Abs(MINUS, evaluate=False),
    "√(x²)": sympy.Pow(x**2, sympy.Rational(1, 2), evaluate=False),
    "ln(e^x)": sympy.log(sympy.exp(x), evaluate=False),
    "1/(1 + e^(−x))": 1 / (1 + sympy.exp(-x)),
    "(2x + 1)³": (2 * x + 1) ** 3,
}


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


def test_the_page_takes_every_expression_apart_alike(node):
    rng = random.Random(4)
    trees = [card.tree for card in all_cards()]
    trees += [random_tree(rng, rng.randint(1, 4)) for _ in range(600)]
    for tree, found in zip(trees, node(DECOMPOSE, trees), strict=True):
        parts = structure.decompose(tree)
        assert found == {
            "kind": parts.kind.value,
            "outer": parts.outer,
            "inner": parts.inner,
            "parts": list(parts.parts),
            "exchanged": structure.exchanged(tree),
        }, tree


def test_what_sympy_would_change_has_the_same_links_as_the_typed_text(node):
    for (text, expression), found in zip(
        AS_TYPED.items(), node(LINKS, list(AS_TYPED)), strict=True
    ):
        assert [to_tree(link, as_written=True) for link in chain(expression)] == found, text
