"""What a Function may be made of: the SymPy functions with a formula in NumPy and a derivative.

At kinks, where SymPy answers with Dirac's delta, Heaviside's ½ or the parts of complex numbers,
derivatives follow the book's convention instead: 0 at 0 for |x|, ReLU, sign and step.
"""

from __future__ import annotations

import sympy
from sympy.functions.elementary import hyperbolic, trigonometric
from sympy.logic.boolalg import Boolean

from ptcode.core.validation import real_symbol
from ptcode.functions import activations
from ptcode.functions.cube_root import cbrt

OWN = (activations.sigmoid, activations.softplus, activations.relu, activations.step, cbrt)
KINKED = (sympy.Max, sympy.Min, sympy.Heaviside, sympy.Piecewise)
"""What has kinks, besides |x|, sign, ReLU and step."""
_KNOWN = (
    *(sympy.Add, sympy.Mul, sympy.Pow, sympy.Symbol, sympy.Number, sympy.NumberSymbol),
    *(sympy.exp, sympy.log, sympy.sinc, sympy.Abs, sympy.sign, *OWN, *KINKED),
    *(trigonometric.TrigonometricFunction, trigonometric.InverseTrigonometricFunction),
    *(hyperbolic.HyperbolicFunction, hyperbolic.InverseHyperbolicFunction),
    *(sympy.functions.elementary.piecewise.ExprCondPair, Boolean),
)


def real_expression(expression: object) -> sympy.Expr:
    """``expression`` with real symbols, or an error if it is not a formula that can be computed."""
    if isinstance(expression, int | float) and not isinstance(expression, bool):
        expression = sympy.Number(expression)
    if not isinstance(expression, sympy.Expr):
        raise TypeError(
            f"a SymPy expression is wanted, got {type(expression).__name__} {expression!r}: write "
            "sympy.sin(x**2), say, with x = sympy.Symbol('x', real=True)"
        )
    for part in sympy.preorder_traversal(expression):
        infinite = isinstance(part, sympy.Number) and not part.is_finite
        if infinite or not isinstance(part, _KNOWN):
            raise ValueError(_refusal(expression, part))
    renamed = {s: real_symbol(s) for s in expression.free_symbols if s != real_symbol(s)}
    # Where every symbol is real already, what was built with evaluate=False stays as it stands.
    return expression.xreplace(renamed) if renamed else expression


def _refusal(expression: sympy.Expr, part: sympy.Basic) -> str:
    if part is sympy.I or part in (sympy.oo, -sympy.oo, sympy.zoo, sympy.nan):
        reason = "i, ∞ and nan have no value that could be computed"
    elif isinstance(part, sympy.core.function.AppliedUndef):
        reason = f"{part.func} has no definition"
    else:
        reason = (
            f"{type(part).__name__} has no formula in NumPy or no derivative. Allowed are + − · / "
            "and powers, exp, log, sin, cos, tan, sinh, cosh, tanh, their inverses, Abs, sign, "
            "Max, Min, Heaviside, Piecewise, sigmoid, softplus, relu and step"
        )
    return f"{expression} is not a formula of real numbers that can be computed: {reason}"


class _magnitude(sympy.Function):
    """|z| for a real z, whatever SymPy thinks of z."""

    def fdiff(self, argindex: int = 1) -> sympy.Expr:
        return sympy.sign(self.args[0])


class _direction(sympy.Function):
    """sign z for a real z: flat on both sides of its jump."""

    def fdiff(self, argindex: int = 1) -> sympy.Expr:
        return sympy.Integer(0)


def differentiated(expression: sympy.Expr, symbol: sympy.Symbol) -> sympy.Expr:
    """∂/∂symbol, by the book's convention where there is a kink or a jump.

    >>> x = sympy.Symbol("x", real=True)
    >>> differentiated(sympy.Max(x, 0), x), differentiated(sympy.Abs(x), x)
    (step(x), sign(x))
    """
    smooth = with_ramps(expression)
    smooth = smooth.replace(sympy.Abs, _magnitude).replace(sympy.sign, _direction)
    derivative = sympy.diff(smooth, symbol).replace(sympy.DiracDelta, lambda *_: sympy.Integer(0))
    derivative = derivative.replace(_magnitude, sympy.Abs).replace(_direction, sympy.sign)
    if any(power.exp.free_symbols for power in derivative.atoms(sympy.Pow)):
        derivative = sympy.powsimp(derivative)  # v·u^(v−1), which holds at u = 0, not v·u^v/u
    return derivative


def with_ramps(expression: sympy.Expr) -> sympy.Expr:
    """max(a, b) written b + relu(a − b), min(a, b) written b − relu(b − a); b a number if one is.

    So the slope of max(x, 0) is that of ReLU, 0 at 0. Where two expressions are equal, b gives
    the slope: the number, or the last in SymPy's order.

    >>> x = sympy.Symbol("x", real=True)
    >>> with_ramps(sympy.Max(x, 2)), with_ramps(sympy.Min(x, 2))
    (relu(x - 2) + 2, 2 - relu(2 - x))
    """
    return expression.replace(sympy.Max, _maximum).replace(sympy.Min, _minimum)


def _maximum(*arguments: sympy.Expr) -> sympy.Expr:
    last_first = sorted(arguments, key=sympy.default_sort_key, reverse=True)
    least, *others = sorted(last_first, key=lambda argument: not argument.is_number)
    for other in others:
        least = least + activations.relu(other - least)
    return least


def _minimum(*arguments: sympy.Expr) -> sympy.Expr:
    return -_maximum(*(-argument for argument in arguments))
