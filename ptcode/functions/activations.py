"""The activation functions of the book that SymPy lacks, exact in symbols and stable in numbers.

Each is a SymPy function of one real variable, so that differentiation, printing and substitution
work on it as on ``sin``. ``NUMPY`` holds how each is computed without overflow: 1/(1 + e^(−z))
written naively gives ∞/∞ in its derivative as soon as z < −355.
"""

from __future__ import annotations

import numpy as np
import sympy
from sympy.printing.latex import LatexPrinter

from ptcode.core.types import Compiled, Value


class sigmoid(sympy.Function):
    """The logistic sigmoid σ(z) = 1/(1 + e^(−z)), from 0 to 1, with σ′ = σ(z)·σ(−z)."""

    is_real = True

    @classmethod
    def eval(cls, z: sympy.Expr) -> sympy.Expr | None:
        """The value where it is known at once, as SymPy asks for it."""
        return sympy.Rational(1, 2) if z.is_zero else None

    def fdiff(self, argindex: int = 1) -> sympy.Expr:
        """σ′(z) = σ(z)(1 − σ(z)), written σ(z)·σ(−z): equal, and exact far from 0 too."""
        (z,) = self.args
        return sigmoid(z) * sigmoid(-z)

    def _eval_rewrite_as_exp(self, z: sympy.Expr, **_: object) -> sympy.Expr:
        return 1 / (1 + sympy.exp(-z))

    def _latex(self, printer: LatexPrinter, exp: str | None = None) -> str:
        return _latex_call(r"\sigma", self, printer, exp)


class softplus(sympy.Function):
    """The smooth ramp ln(1 + e^z); its derivative is the sigmoid."""

    is_real = True

    @classmethod
    def eval(cls, z: sympy.Expr) -> sympy.Expr | None:
        """The value where it is known at once, as SymPy asks for it."""
        return sympy.log(2) if z.is_zero else None

    def fdiff(self, argindex: int = 1) -> sympy.Expr:
        """The derivative of ln(1 + e^z) is e^z/(1 + e^z) = σ(z)."""
        return sigmoid(self.args[0])

    def _eval_rewrite_as_exp(self, z: sympy.Expr, **_: object) -> sympy.Expr:
        return sympy.log(1 + sympy.exp(z))

    def _latex(self, printer: LatexPrinter, exp: str | None = None) -> str:
        return _latex_call(r"\operatorname{softplus}", self, printer, exp)


class relu(sympy.Function):
    """The rectifier max(0, z). It has no derivative at 0; the convention is 0."""

    is_real = True

    @classmethod
    def eval(cls, z: sympy.Expr) -> sympy.Expr | None:
        """The value where it is known at once, as SymPy asks for it."""
        if z.is_nonpositive:
            return sympy.Integer(0)
        return z if z.is_positive else None

    def fdiff(self, argindex: int = 1) -> sympy.Expr:
        """1 for z > 0, else 0 (at 0 by convention)."""
        return step(self.args[0])

    def _latex(self, printer: LatexPrinter, exp: str | None = None) -> str:
        return _latex_call(r"\operatorname{ReLU}", self, printer, exp)


class step(sympy.Function):
    """The derivative of the rectifier: 1 for z > 0, else 0, with derivative 0 everywhere."""

    is_real = True

    @classmethod
    def eval(cls, z: sympy.Expr) -> sympy.Expr | None:
        """The value where it is known at once, as SymPy asks for it."""
        if z.is_positive:
            return sympy.Integer(1)
        return sympy.Integer(0) if z.is_nonpositive else None

    def fdiff(self, argindex: int = 1) -> sympy.Expr:
        """0: the step is flat on both sides; at the jump the convention is 0 too."""
        return sympy.Integer(0)

    def _latex(self, printer: LatexPrinter, exp: str | None = None) -> str:
        return _latex_call(r"\operatorname{step}", self, printer, exp)


def _latex_call(
    name: str, call: sympy.Function, printer: LatexPrinter, exponent: str | None
) -> str:
    power = f"^{{{exponent}}}" if exponent else ""
    return rf"{name}{power}\left({printer._print(call.args[0])}\right)"


def _sigmoid(z: Value) -> Value:
    # 1/(1 + e^(−z)) where z ≥ 0, the equal e^z/(1 + e^z) elsewhere: the exponent is never positive.
    small = np.exp(np.copysign(z, -1.0))
    return np.maximum(small, np.greater_equal(z, 0).astype(float)) / (1.0 + small)


NUMPY: dict[str, Compiled] = {
    "sigmoid": _sigmoid,
    "softplus": lambda z: np.maximum(z, 0.0) + np.log1p(np.exp(-np.abs(z))),
    "relu": lambda z: np.maximum(z, 0.0),
    "step": lambda z: np.greater(z, 0).astype(float),
}
