"""A function that somebody chooses: by its name in a table of the book, or one of their own."""

from __future__ import annotations

import sympy

from ptcode.core.names import Named, known_name
from ptcode.functions.function import Function, x
from ptcode.functions.language import real_expression


def function_of(
    given: object, table: Named[Function], what: str, variables: int | None = 1
) -> Function:
    """A Function: one of the table's by name, the Function given, or one of a SymPy expression.

    ``what`` names it in errors; it must have so many ``variables``, any number if None.

    >>> from ptcode.functions.catalogue import COSTS, theta
    >>> str(function_of("square", COSTS, "cost")), str(function_of(sympy.cos(theta), COSTS, "cost"))
    ('square', 'cos(theta)')
    """
    if isinstance(given, str):
        return table[known_name(given, what, table, "a Function or a SymPy expression")]
    if not isinstance(given, Function | sympy.Expr):
        raise TypeError(
            f"{what} must be a Function, a SymPy expression or one of {', '.join(table)}, got "
            f"{type(given).__name__} {given!r}"
        )
    function = given if isinstance(given, Function) else Function(given)
    if variables is not None and len(function.variables) != variables:
        raise TypeError(
            f"{what} must be a Function of {('one variable', 'two variables')[variables - 1]}, "
            f"{function} has {len(function.variables)}: give the others a value, or if it has too "
            "few name them all, Function(expression, variables)"
        )
    return function


def formula(value: sympy.Expr | Function) -> sympy.Expr:
    """What a SymPy expression or a Function says, in real symbols; a TypeError for the rest."""
    return value.expression if isinstance(value, Function) else real_expression(value)


def moving(value: sympy.Expr | Function, variable: sympy.Symbol | str | None) -> sympy.Symbol:
    """The variable asked for; if none was, x, or the only symbol there is.

    Raises ValueError where there are several symbols and none of them is x.
    """
    if variable is not None:
        return sympy.Symbol(str(variable), real=True)
    symbols = value.variables if isinstance(value, Function) else formula(value).free_symbols
    names = sorted(map(str, symbols))
    if len(names) > 1 and "x" not in names:
        raise ValueError(f"{value} has the variables {', '.join(names)}: say which one, variable=…")
    return x if "x" in names or not names else sympy.Symbol(names[0], real=True)
