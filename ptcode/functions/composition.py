"""What an expression is made of: an outer function around an inner one, or parts side by side.

SymPy changes the form of what it builds, (x²)³ to x⁶ and x/x to 1. So an expression is taken apart
as its tree stands (``structure``), and what comes out is built with ``evaluate=False``: it shows
the same links as the page does for typed text.
"""

from __future__ import annotations

import sympy

from ptcode.functions import structure
from ptcode.functions.choice import formula, moving
from ptcode.functions.function import Function
from ptcode.functions.structure import Kind, Parts
from ptcode.functions.tree import Tree, from_tree, to_tree

__all__ = ["Kind", "Parts", "chain", "decompose", "exchanged", "parts_of", "tree_of"]


def tree_of(expression: sympy.Expr | Function) -> Tree:
    """The tree of an expression or Function as it stands: what SymPy would change is kept."""
    if isinstance(expression, Function):
        return expression.tree
    return to_tree(formula(expression), as_written=None)


def decompose(
    expression: sympy.Expr | Function, variable: sympy.Symbol | None = None
) -> Parts[sympy.Expr]:
    """The outermost function of an expression and what is inside it; or its parts side by side.

    A linear step 2u + 1 counts as one function. ``variable`` is x, or the only symbol there is.
    Raises TypeError for what is neither a SymPy expression nor a Function.

    >>> x = sympy.Symbol("x", real=True)
    >>> found = decompose(sympy.sin(x**2))
    >>> found.kind.value, found.outer, found.inner
    ('composite', sin(u), x**2)
    >>> decompose(x * sympy.sin(x)).kind.value
    'product'
    """
    return parts_of(tree_of(expression), str(moving(expression, variable)))


def parts_of(tree: Tree, variable: str = "x") -> Parts[sympy.Expr]:
    """The same of a tree: what it is made of, as SymPy expressions with nothing carried out."""
    found = structure.decompose(tree, variable)
    outer, inner = (
        None if part is None else from_tree(part, evaluate=False)
        for part in (found.outer, found.inner)
    )
    parts = tuple(from_tree(part, evaluate=False) for part in found.parts)
    return Parts(found.kind, outer, inner, parts)


def chain(
    expression: sympy.Expr | Function, variable: sympy.Symbol | None = None
) -> list[sympy.Expr]:
    """The machines in a row, from the inside out: each an expression in u, the first one in x.

    >>> x = sympy.Symbol("x", real=True)
    >>> chain(sympy.exp(-(x**2)))
    [x**2, -u, exp(u)]
    """
    machines = structure.chain(tree_of(expression), str(moving(expression, variable)))
    return [from_tree(machine, evaluate=False) for machine in machines]


def exchanged(
    expression: sympy.Expr | Function, variable: sympy.Symbol | None = None
) -> sympy.Expr | None:
    """g(f(x)) for the composite f(g(x)); None for what is no composite.

    >>> x = sympy.Symbol("x", real=True)
    >>> exchanged(sympy.sin(x**2))
    sin(x)**2
    """
    swapped = structure.exchanged(tree_of(expression), str(moving(expression, variable)))
    return None if swapped is None else from_tree(swapped, evaluate=False)
