"""Numbers and arrays that remember how they were made."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from math import isfinite

import numpy as np

from ptcode.autodiff import array_operations
from ptcode.core.validation import finite_array, real_array
from ptcode.functions import catalogue
from ptcode.functions.function import Traced

_serial_numbers = count()
_REAL = {float, int, np.float64}
_FLOAT64 = np.dtype(float)


class Variable(Traced):
    """A number or array that remembers how it was made, so that gradients can be taken.

    ``value`` holds float64 of any shape; it is not copied, so do not change it in place while its
    graph is in use. Sums, products, quotients, powers, ``@`` and every Function of the catalogue
    make new Variables; plain numbers and arrays may take part and count as constants. NumPy's own
    functions do not: write ``exp(v)`` with ``exp`` from the catalogue, not ``np.exp(v)``.
    Raises TypeError or ValueError for a start that is not real, finite and floating.

    >>> w, x = Variable(0.8, name="w"), 1.5
    >>> catalogue.sigmoid(w * x)
    Variable(0.768525)
    """

    __slots__ = ("links", "name", "operation", "serial", "value", "values")
    __array_ufunc__ = None

    def __init__(self, value, name: str = ""):
        self.value = value if _is_plain(value) else _start(value, name or "the value")
        self.name = name
        self.operation, self.values, self.links = None, (), ()
        self.serial = next(_serial_numbers)

    def traced(self, function, arguments):
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

    def __add__(self, other):
        return self.traced(catalogue.add, (self, other))

    def __radd__(self, other):
        return self.traced(catalogue.add, (other, self))

    def __sub__(self, other):
        return self.traced(catalogue.subtract, (self, other))

    def __rsub__(self, other):
        return self.traced(catalogue.subtract, (other, self))

    def __mul__(self, other):
        return self.traced(catalogue.multiply, (self, other))

    def __rmul__(self, other):
        return self.traced(catalogue.multiply, (other, self))

    def __truediv__(self, other):
        return self.traced(catalogue.divide, (self, other))

    def __rtruediv__(self, other):
        return self.traced(catalogue.divide, (other, self))

    def __neg__(self):
        return self.traced(catalogue.negate, (self,))

    def __pow__(self, exponent):
        if type(exponent) in _REAL:
            return self.traced(catalogue.raised_to(exponent), (self,))
        return self.traced(catalogue.power, (self, exponent))

    def __rpow__(self, base):
        return self.traced(catalogue.power, (base, self))

    def __matmul__(self, other):
        return self.traced(array_operations.MATMUL, (self, other))

    def __rmatmul__(self, other):
        return self.traced(array_operations.MATMUL, (other, self))

    def __getitem__(self, index):
        return self.traced(array_operations.entry(index), (self,))

    def sum(self, axis=None, keepdims=False):
        """The sum of the entries, over all axes or the given ones."""
        return self.traced(array_operations.total(axis, keepdims), (self,))

    def mean(self, axis=None, keepdims=False):
        """The mean of the entries, over all axes or the given ones."""
        return self.traced(array_operations.mean(axis, keepdims), (self,))

    def max(self, axis=None, keepdims=False):
        """The largest entry; where several are largest they share the adjoint equally."""
        return self.traced(array_operations.largest(axis, keepdims), (self,))

    def log_sum_exp(self, axis):
        """ln Σ e^z along one axis, without overflow: the smooth maximum."""
        return self.traced(array_operations.log_sum_exp(axis), (self,))

    def reshape(self, *shape):
        """The same entries in another shape."""
        return self.traced(array_operations.reshaped(shape), (self,))

    def transpose(self, *axes):
        """The same entries with the axes permuted, reversed if none are given."""
        return self.traced(array_operations.transposed(axes), (self,))

    @property
    def T(self):
        """The transpose."""
        return self.transpose()

    @property
    def shape(self):
        """The shape of the value."""
        return self.value.shape

    def __len__(self):
        return len(self.value)

    def __repr__(self):
        value = np.array2string(np.asarray(self.value), precision=6, separator=", ")
        return f"Variable({value}{self.name and ', name=' + repr(self.name)})"

    def __array__(self, *_, **__):
        raise TypeError(
            "NumPy cannot trace a Variable: use .value for the plain array, the catalogue's "
            "functions (exp, log, …) instead of NumPy's, and ptcode's concatenate"
        )

    def __bool__(self):
        raise TypeError("the gradient cannot follow a decision: compare .value instead")


def affine(weights, inputs, bias) -> Variable:
    """Wa + b, a layer's weighted input, as one operation; at least one part is a Variable.

    Shapes: W (m, n), a (n,) or (n, points), b the shape of Wa or one that broadcasts to it.
    """
    parts = (weights, inputs, bias)
    return _first_variable(parts).traced(array_operations.AFFINE, parts)


def concatenate(parts: Sequence[Variable | np.ndarray], axis: int = 0) -> Variable:
    """The parts joined along an axis, as one Variable; at least one part must be a Variable."""
    parts = tuple(parts)
    shapes = [np.shape(part.value if isinstance(part, Variable) else part) for part in parts]
    return _first_variable(parts).traced(array_operations.joined(shapes, axis), parts)


def _is_plain(value):
    """Is this a finite float array as it stands? A finite sum of squares has finite terms only."""
    plain = type(value) is np.ndarray and value.dtype == _FLOAT64
    return plain and isfinite(np.vdot(value, value)) and value.size > 0


def _start(value, name):
    if isinstance(value, Variable):
        raise TypeError("a Variable cannot be made from a Variable: use it as it is")
    array = finite_array(value, name)
    if np.ndim(value) and np.asarray(value).dtype.kind != "f":
        raise TypeError(
            f"{name} is an array of whole numbers, which cannot move by small amounts: write "
            "1.0 for 1, or np.asarray(value, dtype=float)"
        )
    return array[()]


def _constant(value):
    """A number or array that takes part without being traced."""
    kind = type(value)
    if kind in _REAL or (kind is np.ndarray and value.dtype == _FLOAT64):
        return value
    return real_array(value, "a constant beside a Variable")[()]


def _first_variable(parts):
    for part in parts:
        if isinstance(part, Variable):
            return part
    raise TypeError("none of the parts is a Variable, so there is nothing to trace: use NumPy")
