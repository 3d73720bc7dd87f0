"""The chain rule on expressions, and nothing else.

The rule is one: *for every argument, the local derivative times the derivative of the argument;
add them up.* With one argument that is f′(g(x))·g′(x); for a sum, a product and a quotient it is
the rule of that name. The local derivatives are data from the catalogue. The twin of
js/src/language/differentiate.js.
"""

from __future__ import annotations

from functools import cache

from ptcode.functions import catalogue
from ptcode.functions.simplify import add, multiply, simplify
from ptcode.functions.structure import contains
from ptcode.functions.tree import Tree

_table = cache(catalogue.local_derivatives)


def differentiate(tree: Tree, variable: str = "x") -> Tree:
    """The derivative of a tree, simplified only where that is trivial.

    >>> differentiate(["Sin", ["Power", "x", 2]])
    ['Multiply', 2, 'x', ['Cos', ['Power', 'x', 2]]]
    """
    if tree == variable:
        return 1
    if not contains(tree, variable):
        return 0
    return add(
        [
            multiply([local_derivative(tree, i), differentiate(part, variable)])
            for i, part in enumerate(tree[1:])
            if contains(part, variable)
        ]
    )


def local_derivative(tree: Tree, index: int) -> Tree:
    """The partial derivative of a tree's outermost operation for one of its arguments.

    >>> local_derivative(["Multiply", "x", "y", "z"], 0)
    ['Multiply', 'y', 'z']
    """
    head, *parts = tree
    partials = _table().get(head)
    if partials is None:
        raise ValueError(f"no local derivative of {head} in the catalogue")
    if len(parts) == len(partials):
        return substitute(partials[index], dict(zip("uv", parts, strict=False)))
    # A sum or a product of many: this part and all the others together.
    others = parts[:index] + parts[index + 1 :]
    rest = others[0] if len(others) == 1 else [head, *others] if others else None
    return 1 if rest is None else substitute(partials[0], {"u": parts[index], "v": rest})


def substitute(tree: Tree, values: dict[str, Tree]) -> Tree:
    """The tree with trees in the place of symbols, all at once."""
    if isinstance(tree, str):
        return values.get(tree, tree)
    if not isinstance(tree, list):
        return tree
    return simplify([tree[0], *(substitute(part, values) for part in tree[1:])])
