"""The cube root of a real number, ∛(−8) = −2, which SymPy's power x^(1/3) takes to be complex."""

from __future__ import annotations

import sympy
from sympy.printing.latex import LatexPrinter


class cbrt(sympy.Function):
    """The real cube root, odd and rising everywhere, with derivative 1/(3 ∛z²).

    >>> x = sympy.Symbol("x", real=True)
    >>> cbrt(x).diff(x), cbrt(sympy.Integer(-8))
    (1/(3*cbrt(x)**2), -2)
    """

    is_real = True

    @classmethod
    def eval(cls, z: sympy.Expr) -> sympy.Expr | None:
        """The value where it is a whole number or a fraction."""
        if not z.is_Rational:
            return None
        root = sympy.cbrt(abs(z))
        return sympy.sign(z) * root if root.is_Rational else None

    def fdiff(self, argindex: int = 1) -> sympy.Expr:
        """1/(3 ∛z²); at 0 the slope is infinite."""
        return 1 / (3 * self**2)

    def _latex(self, printer: LatexPrinter, exp: str | None = None) -> str:
        root = rf"\sqrt[3]{{{printer._print(self.args[0])}}}"
        return rf"\left({root}\right)^{{{exp}}}" if exp else root
