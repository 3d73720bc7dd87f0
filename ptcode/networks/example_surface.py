"""The running example as functions of its two weights: what it predicts, what that costs.

The same network as ``running_example``, written as formulas in W₁ and W₂, so that its cost can be
looked at as a landscape and its partial derivatives come from SymPy. A test holds the two against
each other.
"""

from __future__ import annotations

import sympy

from ptcode.core.validation import finite_number
from ptcode.functions.catalogue import half_squared_error, sigmoid
from ptcode.functions.function import Function, u, v

W1, W2 = sympy.symbols("W1 W2", real=True)


def hidden_value(x: float = 1.5) -> Function:
    """The value of the hidden node, a₁ = σ(W₁x), as a function of both weights.

    >>> round(float(hidden_value()(0.8, -1.2)), 6)
    0.768525
    """
    z1 = W1 * sympy.Float(finite_number(x, "x"))
    return Function(sigmoid.expression.subs({u: z1}), (W1, W2), name="hidden value")


def prediction(x: float = 1.5) -> Function:
    """The prediction ŷ = σ(W₂·σ(W₁x)).

    >>> round(float(prediction()(0.8, -1.2)), 6)
    0.284504
    """
    z2 = W2 * hidden_value(x).expression
    return Function(sigmoid.expression.subs({u: z2}), (W1, W2), name="prediction")


def cost(x: float = 1.5, y: float = 1.0) -> Function:
    """The cost J = ½(ŷ − y)² over the plane of the two weights.

    >>> [round(float(partial(0.8, -1.2)), 6) for partial in cost().partials]
    [0.046638, -0.111934]
    """
    both = {u: prediction(x).expression, v: sympy.Float(finite_number(y, "y"))}
    return Function(half_squared_error.expression.subs(both), (W1, W2), name="cost")
