"""A SymPy expression as a NumPy function that neither overflows nor loses its digits needlessly.

Written naively, e^(−x)/(1 + e^(−x))² is ∞/∞ at −800, ln(1 + e^x) is ∞ at 800, and 1 − tanh²x has
no digit left from 19 on. Each has an equal form in the sigmoid or the softplus, which keep them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import sympy

from ptcode.core.types import Compiled
from ptcode.functions.activations import NUMPY, sigmoid, softplus
from ptcode.functions.tree import is_changed


def numpy_function(variables: Sequence[sympy.Symbol], expression: sympy.Expr) -> Compiled:
    """``expression`` as a function of ``variables``, for float64 of any shape."""
    expression = stable(expression)
    # NumPy itself, not its name, for which SymPy would import every part of it.
    # SymPy's search for common parts takes x·x, x/x and the like for something else.
    common = not any(map(is_changed, sympy.preorder_traversal(expression)))
    return sympy.lambdify(variables, expression, modules=[NUMPY, np], cse=common)


def stable(expression: sympy.Expr) -> sympy.Expr:
    """An equal expression that is safer in floating point.

    >>> x = sympy.Symbol("x", real=True)
    >>> stable(sympy.exp(-x) / (1 + sympy.exp(-x)) ** 2)
    sigmoid(-x)*sigmoid(x)
    >>> stable(sympy.log(1 + sympy.exp(x))), stable(2 - 2 * sympy.tanh(x) ** 2)
    (softplus(x), 8*sigmoid(-2*x)*sigmoid(2*x))
    """
    if not expression.has(sympy.exp, sympy.tanh):
        return expression
    expression = expression.replace(lambda e: e.func is sympy.log, _softplus)
    expression = expression.replace(lambda e: e.is_Mul, _sigmoids)
    return expression.replace(lambda e: e.is_Add and len(e.args) == 2, _bell)


def _exponent(addition: sympy.Expr) -> sympy.Expr | None:
    """w of 1 + e^w, else None."""
    if addition.is_Add and len(addition.args) == 2 and sympy.S.One in addition.args:
        (other,) = (addition - 1,)
        return other.args[0] if other.func is sympy.exp else None
    return None


def _softplus(logarithm: sympy.log) -> sympy.Expr:
    w = _exponent(logarithm.args[0])
    return logarithm if w is None else softplus(w)


def _sigmoids(product: sympy.Mul) -> sympy.Expr:
    """e^(kw)/(1 + e^w)^n as σ(w)^k·σ(−w)^(n−k), for whole 0 < k ≤ n."""
    for power in product.args:
        base, n = (-power.exp, power.base)[::-1] if power.is_Pow else (power, sympy.S.Zero)
        w = _exponent(base)
        if w is None or not n.is_Integer or n < 1:
            continue
        for factor in product.args:
            k = factor.args[0] / w if factor.func is sympy.exp else sympy.S.Zero
            if k.is_Integer and 0 < k <= n:
                rest = [f for f in product.args if f not in (power, factor)]
                return sympy.Mul(*rest, sigmoid(w) ** k, sigmoid(-w) ** (n - k))
    return product


def _bell(addition: sympy.Add) -> sympy.Expr:
    """c − c·tanh²w as 4c·σ(2w)·σ(−2w)."""
    for square in addition.atoms(sympy.Pow):
        if square.exp == 2 and square.base.func is sympy.tanh:
            c = addition.subs(square, 0)
            if c + addition == 2 * c - c * square and c != 0:
                (w,) = square.base.args
                return 4 * c * sigmoid(2 * w) * sigmoid(-2 * w)
    return addition
