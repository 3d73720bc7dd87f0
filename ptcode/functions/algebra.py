"""Functions added, multiplied, divided, raised to powers, composed: the results are Functions.

(F + G)(x) is F(x) + G(x), and (F @ G)(x), the same as F(G)(x), is F(G(x)). A number or a SymPy
expression in the function's own variables takes part too.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from typing import NoReturn, Self, TypeAlias

import numpy as np
import sympy

from ptcode.core.types import Real

PLACEHOLDERS = ({"u"}, {"u", "v"})
"""Variables that stand for whatever goes in: those of the catalogue's operations."""
Operand: TypeAlias = "Algebra | Real | sympy.Expr"


class Algebra:
    """The operators of a Function."""

    expression: sympy.Expr
    variables: tuple[sympy.Symbol, ...]
    name: str
    domain: tuple[sympy.Rel, ...]

    def _made(
        self,
        expression: sympy.Expr,
        variables: tuple[sympy.Symbol, ...],
        conditions: Iterable[sympy.Rel],
        parts: tuple[Self, Self] | None = None,
    ) -> Self:
        """The Function of an expression, composed of ``parts`` if there are any."""
        raise NotImplementedError

    def __add__(self, other: Operand) -> Self:
        return self._with(other, operator.add)

    def __radd__(self, other: Operand) -> Self:
        return self._with(other, lambda own, others: others + own)

    def __sub__(self, other: Operand) -> Self:
        return self._with(other, operator.sub)

    def __rsub__(self, other: Operand) -> Self:
        return self._with(other, lambda own, others: others - own)

    def __mul__(self, other: Operand) -> Self:
        return self._with(other, operator.mul)

    def __rmul__(self, other: Operand) -> Self:
        return self._with(other, lambda own, others: others * own)

    def __truediv__(self, other: Operand) -> Self:
        return self._with(other, operator.truediv, lambda _, below: (sympy.Ne(below, 0),))

    def __rtruediv__(self, other: Operand) -> Self:
        return self._with(
            other, lambda own, others: others / own, lambda own, _: (sympy.Ne(own, 0),)
        )

    def __pow__(self, other: Operand) -> Self:
        return self._with(other, operator.pow)

    def __rpow__(self, other: Operand) -> Self:
        return self._with(other, lambda own, others: others**own)

    def __neg__(self) -> Self:
        return self._with(0, lambda own, _: -own)

    def __pos__(self) -> Self:
        return self

    def __abs__(self) -> Self:
        return self._with(0, lambda own, _: sympy.Abs(own))

    def __matmul__(self, inner: Self) -> Self:
        """The composition f @ g, x ↦ f(g(x)): the inner function first.

        >>> from ptcode.functions.function import Function, u, x
        >>> (Function(sympy.sin(u)) @ Function(x**2)).expression
        sin(x**2)
        """
        if not isinstance(inner, Algebra):
            return NotImplemented
        if len(self.variables) != 1:
            raise TypeError(f"only a function of one variable can be the outer one, not {self}")
        into = {self.variables[0]: inner.expression}
        conditions = (*inner.domain, *(condition.subs(into) for condition in self.domain))
        return self._made(self.expression.subs(into), inner.variables, conditions, (self, inner))

    def _with(
        self,
        other: Operand,
        operation: Callable[[sympy.Expr, sympy.Expr], sympy.Expr],
        conditions: Callable[[sympy.Expr, sympy.Expr], tuple] = lambda own, others: (),
    ) -> Self:
        """The Function whose expression is ``operation(own, the other's)``."""
        if isinstance(other, Algebra):
            variables, rename = _common(self, other)
            own = self.expression.xreplace(rename)
            others = other.expression.xreplace(rename)
            domain = tuple(c.xreplace(rename) for c in (*self.domain, *other.domain))
        else:
            variables, own, others = self.variables, self.expression, _expression(other)
            domain = self.domain
            if others is None:
                return NotImplemented
        made = conditions(own, others)
        return self._made(operation(own, others), variables, (*domain, *made))

    def __array_ufunc__(
        self, ufunc: np.ufunc, method: str, *arguments: Operand, **options: object
    ) -> Self:
        """NumPy's numbers take part as Python's do; its functions and arrays do not."""
        if ufunc not in _OPERATORS or any(isinstance(each, np.ndarray) for each in arguments):
            raise TypeError(
                f"np.{ufunc.__name__} computes with numbers, {self} is a Function: take its values "
                "f(x), or compose with a Function of the catalogue, as in exp @ f"
            )
        plain = (each.item() if isinstance(each, np.generic) else each for each in arguments)
        return _OPERATORS[ufunc](*plain)

    def _sympy_(self) -> NoReturn:
        raise NotSymbolic(
            f"SymPy works with expressions, not with the Function {self}: write its .expression, "
            "or compose with a Function of the catalogue, as in exp @ f"
        )


_OPERATORS: dict[np.ufunc, Callable] = {
    np.add: operator.add,
    np.subtract: operator.sub,
    np.multiply: operator.mul,
    np.divide: operator.truediv,
    np.power: operator.pow,
}


class NotSymbolic(sympy.SympifyError):
    """SymPy was handed what only looks like mathematics to it."""

    def __str__(self) -> str:
        return str(self.expr)


def _expression(other: object) -> sympy.Expr | None:
    """A number or SymPy expression as SymPy has it; None for anything else."""
    if isinstance(other, sympy.Expr):
        return other
    number = isinstance(other, int | float | np.number) and not isinstance(other, bool)
    return sympy.sympify(other, strict=True) if number else None


def _common(
    one: Algebra, other: Algebra
) -> tuple[tuple[sympy.Symbol, ...], dict[sympy.Symbol, sympy.Symbol]]:
    """The variables in which two functions are added, and what to rename for that.

    Placeholders, such as the catalogue's u, take the names of the other function's variables.
    """
    names = [{str(variable) for variable in f.variables} for f in (one, other)]
    if one.variables == other.variables:
        return one.variables, {}
    if len(one.variables) == len(other.variables):
        if names[1] in PLACEHOLDERS:
            return one.variables, dict(zip(other.variables, one.variables, strict=True))
        if names[0] in PLACEHOLDERS:
            return other.variables, dict(zip(one.variables, other.variables, strict=True))
    raise TypeError(
        f"{one} is a function of {', '.join(map(str, one.variables))}, {other} of "
        f"{', '.join(map(str, other.variables))}: write both in the same variables, or one "
        "Function of all of them"
    )
