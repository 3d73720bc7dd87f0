"""The links of a chain, by name: what each computes, its local derivative, and their product."""

from __future__ import annotations

from dataclasses import dataclass

import sympy

from ptcode.functions.chain_rule import differentiate
from ptcode.functions.choice import moving
from ptcode.functions.composition import tree_of
from ptcode.functions.function import Function
from ptcode.functions.operations import INNER_NAMES
from ptcode.functions.structure import U, chain, contains, replace
from ptcode.functions.tree import Tree, from_tree


@dataclass(frozen=True)
class Link:
    """One machine of a chain: ``name`` = ``formula`` in ``inner``, with d name/d inner.

    ``value`` is the same in terms of the variable itself.
    """

    name: sympy.Symbol
    inner: sympy.Symbol
    formula: sympy.Expr
    value: sympy.Expr
    local_derivative: sympy.Expr


@dataclass(frozen=True)
class Working:
    """How the derivative of an expression is found: the links from the inside out, the result."""

    expression: sympy.Expr
    variable: sympy.Symbol
    links: tuple[Link, ...]
    derivative: sympy.Expr

    @property
    def lines(self) -> list[str]:
        """What a teacher would write, as LaTeX without delimiters.

        >>> x = sympy.Symbol("x", real=True)
        >>> for line in show_working(sympy.sin(x**2)).lines:
        ...     print(line)
        u = x^{2}
        y = \\sin{\\left(u \\right)}
        \\frac{du}{dx} = 2 x
        \\frac{dy}{du} = \\cos{\\left(u \\right)}
        \\frac{dy}{dx} = \\cos{\\left(u \\right)} \\cdot 2 x
        \\frac{dy}{dx} = 2 x \\cos{\\left(x^{2} \\right)}
        """
        result = f"{_ratio(self.links[-1].name, self.variable)} = {_latex(self.derivative)}"
        if len(self.links) == 1:
            return [result]
        factors = [link.local_derivative for link in reversed(self.links)]
        product = r" \cdot ".join(map(_factor, factors))
        return [
            *(f"{_latex(link.name)} = {_latex(link.formula)}" for link in self.links),
            *(
                f"{_ratio(link.name, link.inner)} = {_latex(link.local_derivative)}"
                for link in self.links
            ),
            f"{_ratio(self.links[-1].name, self.variable)} = {product}",
            result,
        ]


def show_working(
    expression: sympy.Expr | Function, variable: sympy.Symbol | None = None
) -> Working:
    """How to differentiate an expression: its links, their local derivatives, the product.

    ``variable`` is x, or the only symbol there is. Raises TypeError for what is neither a SymPy
    expression nor a Function.

    >>> x = sympy.Symbol("x", real=True)
    >>> [(link.name, link.local_derivative) for link in show_working(sympy.sin(x**2)).links]
    [(u, 2*x), (y, cos(u))]
    """
    symbol, tree = moving(expression, variable), tree_of(expression)
    machines = chain(tree, symbol.name)
    free = [name for name in (*INNER_NAMES, *_SPARE) if not contains(tree, name)]
    free = [name for name in free if name != symbol.name]
    names = [*free[: len(machines) - 1], "y"]
    links: list[Link] = []
    inner = symbol.name
    value: Tree = inner
    for name, machine in zip(names, machines, strict=True):
        before = U if links else symbol.name
        here = from_tree(replace(machine, before, inner), evaluate=False)
        value = replace(machine, before, value)
        where = _symbol(inner)
        local = differentiate(here, where)
        links.append(Link(_symbol(name), where, here, from_tree(value, evaluate=False), local))
        inner = name
    whole = from_tree(tree, evaluate=False)
    return Working(whole, symbol, tuple(links), differentiate(whole, symbol))


_SPARE = tuple(f"u_{i}" for i in range(1, 40))


def _symbol(name: str) -> sympy.Symbol:
    return sympy.Symbol(name, real=True)


def _latex(expression: sympy.Expr) -> str:
    return sympy.latex(expression, ln_notation=True)


def _factor(expression: sympy.Expr) -> str:
    text = _latex(expression)
    apart = expression.is_Add or text.startswith("-")
    return rf"\left({text}\right)" if apart else text


def _ratio(above: sympy.Symbol, below: sympy.Symbol) -> str:
    return rf"\frac{{d{_latex(above)}}}{{d{_latex(below)}}}"
