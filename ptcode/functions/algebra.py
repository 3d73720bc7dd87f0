"""Functions added, multiplied, divided, raised to powers, composed: the results are Functions.

(F + G)(x) is F(x) + G(x), and (F @ G)(x), the same as F(G)(x), is F(G(x)). A number or a SymPy
expression in the function's own variables takes part too.
"""

from __future__ import annotations

import operator

import numpy as np
import sympy

PLACEHOLDERS = ({"u"}, {"u", "v"})
"""Variables that stand for whatever goes in: those of the catalogue's operations."""


class Algebra:
    """The operators of a Function."""

    def __add__(self, other):
        return self._with(other, operator.add)

    def __radd__(self, other):
        return self._with(other, lambda own, others: others + own)

    def __sub__(self, other):
        return self._with(other, operator.sub)

    def __rsub__(self, other):
        return self._with(other, lambda own, others: others - own)

    def __mul__(self, other):
        return self._with(other, operator.mul)

    def __rmul__(self, other):
        return self._with(other, lambda own, others: others * own)

    def __truediv__(self, other):
        return self._with(other, operator.truediv, lambda _, below: (sympy.Ne(below, 0),))

    def __rtruediv__(self, other):
        return self._with(
            other, lambda own, others: others / own, lambda own, _: (sympy.Ne(own, 0),)
        )

    def __pow__(self, other):
        return self._with(other, operator.pow)

    def __rpow__(self, other):
        return self._with(other, lambda own, others: others**own)

    def __neg__(self):
        return self._with(0, lambda own, _: -own)

    def __pos__(self):
        return self

    def __abs__(self):
        return self._with(0, lambda own, _: sympy.Abs(own))

    def __matmul__(self, inner):
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
        return type(self)(
            self.expression.subs(into),
            inner.variables,
            name=f"{self.name}∘{inner.name}" if self.name and inner.name else "",
            domain=_open(conditions),
            _parts=(self, inner),
        )

    def _with(self, other, operation, conditions=lambda own, others: ()):
        """The Function whose expression is ``operation(own, the other's)``."""
        if isinstance(other, Algebra):
            variables, rename = _common(self, other)
            own = self.expression.xreplace(rename)
            others = other.expression.xreplace(rename)
            domain = [c.xreplace(rename) for c in (*self.domain, *other.domain)]
        else:
            variables, own, others = self.variables, self.expression, _expression(other)
            domain = self.domain
            if others is None:
                return NotImplemented
        made = conditions(own, others)
        return type(self)(operation(own, others), variables, domain=_open((*domain, *made)))

    def __array_ufunc__(self, ufunc, method, *arguments, **options):
        """NumPy's numbers take part as Python's do; its functions and arrays do not."""
        if ufunc not in _OPERATORS or any(isinstance(each, np.ndarray) for each in arguments):
            raise TypeError(
                f"np.{ufunc.__name__} computes with numbers, {self} is a Function: take its values "
                "f(x), or compose with a Function of the catalogue, as in exp @ f"
            )
        plain = (each.item() if isinstance(each, np.generic) else each for each in arguments)
        return _OPERATORS[ufunc](*plain)

    def _sympy_(self):
        raise NotSymbolic(
            f"SymPy works with expressions, not with the Function {self}: write its .expression, "
            "or compose with a Function of the catalogue, as in exp @ f"
        )


_OPERATORS = {
    np.add: operator.add,
    np.subtract: operator.sub,
    np.multiply: operator.mul,
    np.divide: operator.truediv,
    np.power: operator.pow,
}


class NotSymbolic(sympy.SympifyError):
    """SymPy was handed what only looks like mathematics to it."""

    def __str__(self):
        return str(self.expr)


def _expression(other):
    """A number or SymPy expression as SymPy has it; None for anything else."""
    if isinstance(other, sympy.Expr):
        return other
    number = isinstance(other, int | float | np.number) and not isinstance(other, bool)
    return sympy.sympify(other, strict=True) if number else None


def _common(one, other):
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


def _open(conditions):
    """The conditions that are not fulfilled anyhow, each once."""
    return tuple(dict.fromkeys(c for c in conditions if c != sympy.true))
