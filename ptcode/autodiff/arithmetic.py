"""What Python's own operators do with a Variable, and what to write where they cannot be traced.

Comparing, rounding and float(v) drop the trace silently if they answer at all, so they do not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn, Self

import numpy as np
import sympy

from ptcode.autodiff import array_operations, numpy_calls
from ptcode.autodiff.numpy_calls import DECISION, WHOLE
from ptcode.functions import catalogue
from ptcode.functions.algebra import NotSymbolic
from ptcode.functions.function import Operand, Traced

_REAL = {float, int, np.float64}


class Arithmetic(Traced):
    """The operators of a Variable, and its way into NumPy's functions."""

    __slots__ = ()

    def __add__(self, other: Operand) -> Self:
        return self.traced(catalogue.add, (self, other))

    def __radd__(self, other: Operand) -> Self:
        return self.traced(catalogue.add, (other, self))

    def __sub__(self, other: Operand) -> Self:
        return self.traced(catalogue.subtract, (self, other))

    def __rsub__(self, other: Operand) -> Self:
        return self.traced(catalogue.subtract, (other, self))

    def __mul__(self, other: Operand) -> Self:
        return self.traced(catalogue.multiply, (self, other))

    def __rmul__(self, other: Operand) -> Self:
        return self.traced(catalogue.multiply, (other, self))

    def __truediv__(self, other: Operand) -> Self:
        return self.traced(catalogue.divide, (self, other))

    def __rtruediv__(self, other: Operand) -> Self:
        return self.traced(catalogue.divide, (other, self))

    def __neg__(self) -> Self:
        return self.traced(catalogue.negate, (self,))

    def __pos__(self) -> Self:
        return self

    def __abs__(self) -> Self:
        return self.traced(catalogue.absolute, (self,))

    def __pow__(self, exponent: Operand) -> Self:
        if isinstance(exponent, int | float) and type(exponent) in _REAL:
            return self.traced(catalogue.raised_to(exponent), (self,))
        if isinstance(exponent, np.integer | np.floating | sympy.Number):
            return self.traced(catalogue.raised_to(float(exponent)), (self,))
        return self.traced(catalogue.power, (self, exponent))

    def __rpow__(self, base: Operand) -> Self:
        return self.traced(catalogue.power, (base, self))

    def __matmul__(self, other: Operand) -> Self:
        return self.traced(array_operations.MATMUL, (self, other))

    def __rmatmul__(self, other: Operand) -> Self:
        return self.traced(array_operations.MATMUL, (other, self))

    def __array_ufunc__(
        self, ufunc: np.ufunc, method: str, *arguments: Operand, **options: object
    ) -> Any:
        """NumPy's elementwise functions: ``np.exp(v)`` is the catalogue's ``exp(v)``."""
        return numpy_calls.elementwise(ufunc, method, arguments, options)

    def __array_function__(
        self, function: Callable, _types: object, arguments: Sequence, options: dict[str, Any]
    ) -> Any:
        """NumPy's other functions: ``np.sum(v)`` is ``v.sum()``."""
        return numpy_calls.other(function, arguments, options)

    def __array__(self, *_: object, **__: object) -> NoReturn:
        raise TypeError(
            "NumPy cannot trace a Variable as a plain array: use .value for its numbers, the "
            "catalogue's functions (exp, log, …) to go on, and stack([v, w]) from "
            "ptcode for an array of several"
        )

    # A Variable is found in a dict by what it is, not by what it holds.
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        raise TypeError(DECISION)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __format__(self, form: str) -> str:
        """``f"{v:.2f}"``: the number alone, without its trace."""
        if form and np.size(self.value) != 1:
            raise TypeError(
                f"the format {form!r} is for one number, this Variable has shape "
                f"{np.shape(self.value)}: format its entries, or np.round(v.value, 2)"
            )
        return format(np.asarray(self.value).item(), form) if form else str(self)

    def _sympy_(self) -> NoReturn:
        raise NotSymbolic(
            "SymPy works with symbols, a Variable holds numbers: take the function from the "
            "catalogue, exp(v) instead of sympy.exp(v), or define one, Function(sympy.atan(u))(v)"
        )

    if not TYPE_CHECKING:  # a checker would take every attribute to be there

        def __getattr__(self, name: str) -> NoReturn:
            said = f"{type(self).__name__!r} object has no attribute {name!r}"
            if hasattr(np.ndarray, name) and not name.startswith("__"):
                said = (
                    f"a Variable has no .{name} that could be traced: write it with what it has "
                    f"(+ − · / ** @, [], sum, mean, …), or v.value.{name} for the plain array"
                )
            raise AttributeError(said, name=name, obj=self)


_NUMBER = (
    "float(v) and the functions of math would drop the trace: write exp(v) with the catalogue's "
    "exp (or NumPy's) instead of math.exp(v), and float(v.value) for the plain number"
)
_FIXED = (
    "a Variable does not change, for others may be made from it: make a new one, or change the "
    "array before Variable(array)"
)
_REFUSED = {
    **dict.fromkeys(("__bool__", "__lt__", "__le__", "__gt__", "__ge__"), DECISION),
    **dict.fromkeys(("__float__", "__complex__"), _NUMBER),
    **dict.fromkeys(("__setitem__", "__delitem__"), _FIXED),
    **dict.fromkeys(("__int__", "__index__", "__round__"), WHOLE),
    **dict.fromkeys(("__floor__", "__ceil__", "__trunc__"), WHOLE),
    **dict.fromkeys(("__floordiv__", "__mod__", "__divmod__"), WHOLE),
    **dict.fromkeys(("__rfloordiv__", "__rmod__", "__rdivmod__"), WHOLE),
}


def _refusal(said: str) -> Callable[..., NoReturn]:
    def refuse(self: Arithmetic, *_: object) -> NoReturn:
        raise TypeError(said)

    return refuse


for _name, _said in _REFUSED.items():
    setattr(Arithmetic, _name, _refusal(_said))
