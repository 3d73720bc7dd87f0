"""The graph of an expression: one node for every operation, equal parts computed once.

The twin of js/src/figures/graph/expression.js.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import sympy

from ptcode.autodiff.graph.nodes import Graph, Node, label, put, value_derivatives
from ptcode.functions.catalogue import OPERATIONS
from ptcode.functions.composition import tree_of
from ptcode.functions.function import Function
from ptcode.functions.tree import Tree, from_tree

VARIABLES = ("x", "y", "w", "b")
"""What may occur in a typed expression."""


def expression_graph(
    expression: sympy.Expr | Function, variables: Sequence[str] = VARIABLES
) -> Graph:
    """The graph of an expression in some of the variables; a ValueError if it contains none.

    >>> x = sympy.Symbol("x", real=True)
    >>> [node.key for node in expression_graph(x**2 + sympy.sin(x**2)).nodes]
    ['x', 'v1', 'v2', 'f']
    """
    return tree_graph(tree_of(expression), variables)


def tree_graph(tree: Tree, variables: Sequence[str] = VARIABLES) -> Graph:
    """The graph of an expression tree in some of the variables."""
    inputs = [name for name in variables if _moves(tree, [name])]
    if not inputs:
        raise ValueError(
            f"the expression contains none of {', '.join(variables)}: there is nothing to "
            f"differentiate; try {variables[0]}^2"
        )
    nodes = [Node(name) for name in inputs]
    found = {json.dumps(name): place for place, name in enumerate(inputs)}

    def visit(part: Tree, last: bool = False) -> int:
        written = json.dumps(part)
        if written not in found and isinstance(part, list):
            head, *parts = part
            places = [visit(p) if _moves(p, inputs) else None for p in parts]
            key = "f" if last else f"v{len(nodes) - len(inputs) + 1}"
            nodes.append(_node(key, head, parts, places, [node.label for node in nodes]))
            found[written] = len(nodes) - 1
        return found[written]

    visit(tree, last=True)
    return Graph(tuple(nodes))


def _moves(tree: Tree, variables: Sequence[str]) -> bool:
    """Does one of the variables stand in the tree?"""
    if isinstance(tree, list):
        return any(_moves(part, variables) for part in tree[1:])
    return isinstance(tree, str) and tree in variables


def _node(
    key: str, head: str, parts: list[Tree], places: list[int | None], labels: list[str]
) -> Node:
    """The node for one operation; the parts without a place are constants, and stay as typed."""
    symbols = [f"u_{i + 1}" for i in range(len(parts))]
    moving = {i: place for i, place in enumerate(places) if place is not None}
    operation = [head, *(symbols[i] if i in moving else part for i, part in enumerate(parts))]
    names = {symbols[i]: labels[place] for i, place in moving.items()}
    function = _function(operation, [symbols[i] for i in moving])
    if len(parts) == 1 and head in value_derivatives():
        partials = [put(value_derivatives()[head], {"a": label(key)})]
    else:
        values = dict(zip(map(str, function.variables), names.values(), strict=True))
        partials = [put(partial.tree, values) for partial in function.partials]
    return Node(key, function, tuple(moving.values()), put(operation, names), tuple(partials))


def _function(operation: list, symbols: Sequence[str]) -> Function:
    """The operation to compute with: the catalogue's own where it is one, else built by SymPy."""
    head, *parts = operation
    own = OPERATIONS[head]
    if parts == list(symbols) and len(symbols) == len(own.variables):
        return own
    variables = tuple(sympy.Symbol(name, real=True) for name in symbols)
    return Function(from_tree(operation), variables)
