"""The chain rule on SymPy expressions, and nothing else.

The rule is one: *for every argument, the local derivative times the derivative of the argument;
add them up.* With one argument that is f′(g(x))·g′(x); for a sum, a product and a quotient it is
the rule of that name. The local derivatives are data from the catalogue.
"""

from __future__ import annotations

from functools import cache

import sympy

from ptcode.functions.catalogue import OPERATIONS
from ptcode.functions.choice import formula, moving
from ptcode.functions.function import Function, u, v


def differentiate(
    expression: sympy.Expr | Function, variable: sympy.Symbol | None = None
) -> sympy.Expr:
    """The derivative, simplified only as SymPy does by itself.

    ``variable`` is x, or the only symbol there is. Raises TypeError for what is neither a SymPy
    expression nor a Function.

    >>> x = sympy.Symbol("x", real=True)
    >>> differentiate(sympy.sin(x**2))
    2*x*cos(x**2)
    """
    return _derivative(formula(expression), moving(expression, variable))


def local_derivative(expression: sympy.Expr, index: int) -> sympy.Expr:
    """The partial derivative of an expression's outermost operation for one of its arguments.

    ``index`` counts ``expression.args``. A sum or a product of many is taken as two: the argument
    and all the others together.

    >>> x, y, z = sympy.symbols("x y z", real=True)
    >>> local_derivative(x * y * z, 0), local_derivative(sympy.sin(x**2), 0)
    (y*z, cos(x**2))
    """
    operation = _operations().get(expression.func)
    if operation is None:
        raise ValueError(
            f"the catalogue has no local derivative of {expression.func.__name__}: it knows "
            f"{', '.join(sorted(function.__name__ for function in _operations()))}"
        )
    arguments = expression.args
    if isinstance(expression, sympy.Add | sympy.Mul):
        others = arguments[:index] + arguments[index + 1 :]
        arguments, index = (arguments[index], expression.func(*others)), 0
    values = dict(zip((u, v), arguments, strict=False))
    return operation.partials[index].expression.xreplace(values)


def _derivative(expression: sympy.Expr, variable: sympy.Symbol) -> sympy.Expr:
    if expression == variable:
        return sympy.Integer(1)
    return sympy.Add(
        *(
            local_derivative(expression, index) * _derivative(argument, variable)
            for index, argument in enumerate(expression.args)
            if argument.has(variable)
        )
    )


@cache
def _operations() -> dict[type, Function]:
    """The catalogue's operations by what SymPy makes of them; a quotient is a product there."""
    found: dict[type, Function] = {}
    for operation in OPERATIONS.values():
        found.setdefault(operation.expression.func, operation)
    return found
