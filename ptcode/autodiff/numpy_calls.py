"""NumPy's own functions at a Variable: those of the catalogue are traced, others say what to do.

NumPy asks its arguments first: elementwise functions through ``__array_ufunc__``, all others
through ``__array_function__``. The way of HIPS autograd's ``ArrayBox``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from ptcode.autodiff import joining
from ptcode.functions import catalogue
from ptcode.functions.function import Function, Operand, Traced

DECISION = (
    "the gradient cannot follow a comparison: compare the numbers, v.value > 0 or v.value == 2 "
    "(v is w for the very same Variable). For max(v, 0) write relu(v) or np.maximum(v, 0), for the "
    "largest entry v.max()"
)
WHOLE = (
    "whole numbers jump, so the gradient cannot follow them: round, divide or index with v.value"
)
_ELEMENTWISE: dict[Callable, Callable] = {
    np.add: catalogue.add,
    np.subtract: catalogue.subtract,
    np.multiply: catalogue.multiply,
    np.divide: catalogue.divide,
    np.power: lambda base, exponent: _power(base, exponent),
    np.float_power: lambda base, exponent: _power(base, exponent),
    np.negative: catalogue.negate,
    np.positive: lambda v: v,
    np.matmul: joining.matmul,
    np.square: catalogue.square,
    np.reciprocal: catalogue.reciprocal,
    np.exp: catalogue.exp,
    np.log: catalogue.log,
    np.sqrt: catalogue.sqrt,
    np.sin: catalogue.sin,
    np.cos: catalogue.cos,
    np.tan: catalogue.tan,
    np.tanh: catalogue.tanh,
    np.absolute: catalogue.absolute,
    np.fabs: catalogue.absolute,
    np.sign: catalogue.sign,
    np.maximum: lambda one, other: _larger(catalogue.maximum, one, other),
    np.minimum: lambda one, other: _larger(catalogue.minimum, one, other),
}
_OTHERS: dict[Callable, Callable] = {
    np.sum: lambda v, axis=None, *, keepdims=False: v.sum(axis, keepdims),
    np.mean: lambda v, axis=None, *, keepdims=False: v.mean(axis, keepdims),
    np.max: lambda v, axis=None, *, keepdims=False: v.max(axis, keepdims),
    np.min: lambda v, axis=None, *, keepdims=False: v.min(axis, keepdims),
    np.prod: lambda v, axis=None, *, keepdims=False: v.prod(axis, keepdims),
    np.var: lambda v, axis=None, *, ddof=0, keepdims=False: v.var(axis, ddof, keepdims),
    np.std: lambda v, axis=None, *, ddof=0, keepdims=False: v.std(axis, ddof, keepdims),
    np.reshape: lambda v, shape: v.reshape(shape),
    np.ravel: lambda v: v.flatten(),
    np.transpose: lambda v, axes=None: v.transpose(axes),
    np.dot: joining.dot,
    np.concatenate: joining.concatenate,
    np.stack: joining.stack,
    np.where: joining.where,
    np.shape: lambda v: v.shape,
    np.ndim: lambda v: v.ndim,
    np.size: lambda v: v.size,
    np.zeros_like: lambda v: np.zeros_like(v.value),
    np.ones_like: lambda v: np.ones_like(v.value),
}
_WRITTEN: dict[Callable, str] = {
    np.log1p: "log(1 + v)",
    np.expm1: "exp(v) - 1",
    np.log2: "log(v) / np.log(2)",
    np.log10: "log(v) / np.log(10)",
    np.exp2: "2.0 ** v",
    np.logaddexp: "stack([v, w]).log_sum_exp(axis=0)",
    np.hypot: "sqrt(v**2 + w**2)",
    np.clip: "np.minimum(np.maximum(v, low), high)",
    np.linalg.norm: "sqrt((v**2).sum())",
    np.average: "(weights * v).sum() / weights.sum()",
    np.outer: "v.reshape(-1, 1) * w",
    np.inner: "(v * w).sum()",
    np.vdot: "(v * w).sum()",
    np.vstack: "concatenate([v, w])",
    np.hstack: "concatenate([v, w], axis=-1)",
    np.squeeze: "v.reshape(shape)",
    np.expand_dims: "v.reshape(shape)",
}
_UNTRACEABLE: dict[Callable, str] = {
    **dict.fromkeys((np.greater, np.greater_equal, np.less, np.less_equal), DECISION),
    **dict.fromkeys((np.equal, np.not_equal, np.isclose, np.allclose, np.array_equal), DECISION),
    **dict.fromkeys((np.floor, np.ceil, np.trunc, np.rint, np.round), WHOLE),
    **dict.fromkeys((np.floor_divide, np.remainder, np.fmod, np.divmod), WHOLE),
}
_SYMPY: dict[Callable, str] = {
    np.arctan: "atan",
    np.arcsin: "asin",
    np.arccos: "acos",
    np.arctanh: "atanh",
    np.arcsinh: "asinh",
    np.arccosh: "acosh",
    np.sinh: "sinh",
    np.cosh: "cosh",
}


def elementwise(
    ufunc: np.ufunc, method: str, arguments: Iterable[Operand], options: dict[str, Any]
) -> Any:
    """``ufunc(*arguments)``, traced; a TypeError if it has no rule, or is to do more than that."""
    if options.get("out") is not None:
        raise TypeError(
            f"np.{ufunc.__name__} cannot write a Variable into a plain array: write a = a + v for "
            "a += v, without out="
        )
    if method == "reduce" and ufunc in _REDUCED:
        raise TypeError(f"np.{ufunc.__name__}.reduce is not traced: write v.{_REDUCED[ufunc]}()")
    if method != "__call__" or options or ufunc not in _ELEMENTWISE:
        raise TypeError(_advice(ufunc, method, options))
    return _ELEMENTWISE[ufunc](*arguments)


def other(function: Callable, arguments: Iterable, options: dict[str, Any]) -> Any:
    """``function(*arguments, **options)``, traced; a TypeError if it has no rule."""
    if function not in _OTHERS:
        raise TypeError(_advice(function))
    if options.get("out") is not None:
        raise TypeError(f"np.{function.__name__} cannot write a Variable into a plain array")
    options = {name: value for name, value in options.items() if value is not np._NoValue}
    try:
        return _OTHERS[function](*arguments, **options)
    except TypeError as problem:
        if "argument" not in str(problem) or "<lambda>" not in str(problem):
            raise
        given = ", ".join(options)
        raise TypeError(
            f"np.{function.__name__} of a Variable does not take all of this ({given}): write it "
            "with fewer arguments, or with v.value for plain numbers"
        ) from None


_REDUCED: dict[Callable, str] = {
    np.add: "sum",
    np.multiply: "prod",
    np.maximum: "max",
    np.minimum: "min",
}


def _power(base: Any, exponent: Any) -> Any:
    return base**exponent if isinstance(base, Traced) else catalogue.power(base, exponent)


def _larger(function: Function, one: Operand, other: Operand) -> Any:
    """The Variable first, a constant second: where they are equal, the constant has the slope."""
    return function(one, other) if isinstance(one, Traced) else function(other, one)


def _advice(function: Callable, method: str = "__call__", options: Iterable[str] = ()) -> str:
    name = f"np.{function.__name__}" + ("" if method == "__call__" else f".{method}")
    if function.__name__ in dir(np.linalg):
        name = f"np.linalg.{function.__name__}"
    if function in _UNTRACEABLE:
        return f"{name}: {_UNTRACEABLE[function]}"
    if function in _WRITTEN:
        return f"{name} has no rule of its own: write {_WRITTEN[function]}"
    if function in _SYMPY:
        own, sympy_name = function.__name__, _SYMPY[function]
        return (
            f"{name} is not in the catalogue: define it, {own} = Function(sympy.{sympy_name}(x)), "
            f"and write {own}(v)"
        )
    known = sorted(f.__name__ for f in (*_ELEMENTWISE, *_OTHERS))
    return (
        f"{name}{' with ' + ', '.join(options) if options else ''} of a Variable cannot be traced: "
        f"take v.value for plain numbers. Traced are np.{', '.join(known)}; of another smooth "
        "function make a Function of a SymPy expression"
    )
