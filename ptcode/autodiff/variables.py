"""Numbers and arrays that remember how they were made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from math import isfinite
from operator import index
from typing import Any, SupportsIndex, TypeAlias, TypeGuard

import numpy as np

from ptcode.autodiff import array_operations
from ptcode.autodiff.arithmetic import Arithmetic
from ptcode.autodiff.joining import dot
from ptcode.core.types import Array, ArrayLike, Compiled, Value
from ptcode.core.validation import finite_array, real_array
from ptcode.functions.algebra import Algebra
from ptcode.functions.function import Operand, Traceable

_serial_numbers = count()
_REAL = {float, int, np.float64}
_FLOAT64 = np.dtype(float)
AxesLike: TypeAlias = array_operations.Axes | list[int]


class Variable(Arithmetic):
    """A number or array that remembers how it was made, so that gradients can be taken.

    ``value`` holds float64 of any shape; it is not copied, so do not change it in place while its
    graph is in use. Sums, products, quotients, powers, ``@`` and every Function of the catalogue
    make new Variables; plain numbers and arrays may take part and count as constants. NumPy's
    functions are those of the catalogue: ``np.exp(v)`` is traced as ``exp(v)``.
    Raises TypeError or ValueError for a start that is not real, finite and floating.

    >>> w, x = Variable(0.8, name="w"), 1.5
    >>> from ptcode.functions.catalogue import sigmoid
    >>> sigmoid(w * x)
    Variable(0.768525)
    """

    __slots__ = ("links", "name", "operation", "serial", "value", "values")
    value: Value
    name: str
    operation: Traceable | None
    values: Sequence[Value]
    links: Sequence[tuple[Variable, Compiled]]

    def __init__(self, value: ArrayLike, name: str = "") -> None:
        self.value = value if _is_plain(value) else _start(value, name or "the value")
        self.name = name
        self.operation, self.values, self.links = None, (), ()
        self.serial = next(_serial_numbers)

    def traced(self, function: Traceable, arguments: Sequence) -> Variable:
        """The result of an operation, linked to every Variable it is made from.

        A link is the Variable with the rule that pulls the adjoint back to it.
        """
        values, links = [], []
        for place, argument in enumerate(arguments):
            if isinstance(argument, Variable):
                values.append(argument.value)
                links.append((argument, function.pullbacks[place]))
            else:
                values.append(_constant(argument))
        made = Variable.__new__(Variable)
        made.value = function.compiled(*values)
        made.operation = function
        made.values = values
        made.links = links
        made.serial = next(_serial_numbers)
        made.name = ""
        return made

    def __getitem__(self, index: Any) -> Variable:
        return self.traced(array_operations.entry(index), (self,))

    def sum(self, axis: AxesLike = None, keepdims: bool = False) -> Variable:
        """The sum of the entries, over all axes or the given ones."""
        return self.traced(array_operations.total(_axes(axis), keepdims), (self,))

    def mean(self, axis: AxesLike = None, keepdims: bool = False) -> Variable:
        """The mean of the entries, over all axes or the given ones."""
        return self.traced(array_operations.mean(_axes(axis), keepdims), (self,))

    def max(self, axis: AxesLike = None, keepdims: bool = False) -> Variable:
        """The largest entry; where several are largest they share the adjoint equally."""
        return self.traced(array_operations.largest(_axes(axis), keepdims), (self,))

    def min(self, axis: AxesLike = None, keepdims: bool = False) -> Variable:
        """The smallest entry; where several are smallest they share the adjoint equally."""
        return self.traced(array_operations.smallest(_axes(axis), keepdims), (self,))

    def prod(self, axis: AxesLike = None, keepdims: bool = False) -> Variable:
        """The product of the entries, over all axes or the given ones."""
        return self.traced(array_operations.product(_axes(axis), keepdims), (self,))

    def var(self, axis: AxesLike = None, ddof: int = 0, keepdims: bool = False) -> Variable:
        """The variance, the mean square of how far the entries are off their mean.

        The sum of squares is divided by the number of entries less ``ddof``.
        """
        variance = ((self - self.mean(axis, keepdims=True)) ** 2).mean(axis, keepdims)
        entries = self.size / variance.size
        return variance * (entries / (entries - ddof)) if ddof else variance

    def std(self, axis: AxesLike = None, ddof: int = 0, keepdims: bool = False) -> Variable:
        """The standard deviation; where it is 0 it has no slope, and the gradient is nan."""
        return self.var(axis, ddof, keepdims) ** 0.5

    def log_sum_exp(self, axis: int) -> Variable:
        """ln Σ e^z along one axis, without overflow: the smooth maximum."""
        return self.traced(array_operations.log_sum_exp(axis), (self,))

    def dot(self, other: Operand) -> Variable:
        """The product with a number, vector or matrix, as ``np.dot``."""
        return dot(self, other)

    def reshape(self, *shape: SupportsIndex | Sequence[SupportsIndex]) -> Variable:
        """The same entries in another shape."""
        return self.traced(array_operations.reshaped(_whole(shape)), (self,))

    def flatten(self) -> Variable:
        """The same entries in one row."""
        return self.reshape(-1)

    def transpose(self, *axes: SupportsIndex | Sequence[SupportsIndex] | None) -> Variable:
        """The same entries with the axes permuted, reversed if none are given."""
        order = range(self.ndim)[::-1] if axes in ((), (None,)) else _whole(axes)
        return self.traced(array_operations.transposed(tuple(order)), (self,))

    @property
    def T(self) -> Variable:
        """The transpose."""
        return self.transpose()

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the value."""
        return self.value.shape

    @property
    def ndim(self) -> int:
        """The number of axes."""
        return self.value.ndim

    @property
    def size(self) -> int:
        """The number of entries."""
        return self.value.size

    def __len__(self) -> int:
        if not self.ndim:
            raise TypeError("a Variable of a single number has no length and no entries")
        return self.shape[0]

    def __iter__(self) -> Iterator[Variable]:
        """The entries along the first axis, each traced."""
        return map(self.__getitem__, range(len(self)))

    def __repr__(self) -> str:
        value = np.array2string(np.asarray(self.value), precision=6, separator=", ")
        return f"Variable({value}{self.name and ', name=' + repr(self.name)})"


def _is_plain(value: Any) -> TypeGuard[Array]:
    """Is this a finite float array as it stands? A finite sum of squares has finite terms only."""
    plain = type(value) is np.ndarray and value.dtype == _FLOAT64
    return plain and isfinite(np.vdot(value, value)) and value.size > 0


def _start(value: Any, name: str) -> Value:
    if isinstance(value, Variable):
        raise TypeError("a Variable cannot be made from a Variable: use it as it is")
    array = finite_array(value, name)
    if np.ndim(value) and np.asarray(value).dtype.kind in "iu":
        raise TypeError(
            f"{name} is an array of whole numbers, which cannot move by small amounts: write "
            "1.0 for 1, or np.asarray(value, dtype=float)"
        )
    return array[()]


def _constant(value: Any) -> Value:
    """A number or array that takes part without being traced."""
    kind = type(value)
    if kind in _REAL or (kind is np.ndarray and value.dtype == _FLOAT64):
        return value
    if isinstance(value, Algebra):
        raise TypeError(
            f"the Function {value} beside a Variable is not a number: call it first, as in f(v)"
        )
    return real_array(value, "a constant beside a Variable")[()]


def _axes(axis: AxesLike) -> array_operations.Axes:
    """One axis or several, as NumPy takes them."""
    return tuple(axis) if isinstance(axis, list) else axis


def _whole(numbers: Sequence) -> tuple[int, ...]:
    """A shape or an order of axes, given one by one or all at once, as whole numbers."""
    together = len(numbers) == 1 and np.ndim(numbers[0]) == 1
    return tuple(map(index, numbers[0] if together else numbers))
