"""Numbers and formulas as a reader writes them: a real minus sign, few digits, θ² for theta**2."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

import sympy
from sympy.printing.str import StrPrinter

_SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def short(value: float, digits: int = 4) -> str:
    """``value`` with at most ``digits`` significant digits; a 5 is rounded up, as in a browser.

    >>> short(-0.0230584), short(2.0), short(1.234e9), short(float("inf"))
    ('−0.02306', '2', '1.234·10⁹', '∞')
    """
    if math.isnan(value):
        return "undefined"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if value == 0:
        return "0"
    exponent = math.floor(math.log10(abs(value)))
    if exponent >= 6 or exponent < -4:
        rounded = Context(digits, ROUND_HALF_UP).create_decimal_from_float(float(value))
        mantissa, power = f"{rounded:.{digits - 1}e}".split("e")
        mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
        return f"{_minus(mantissa)}·10{superscript(int(power))}"
    last = Decimal(1).scaleb(-max(0, digits - 1 - exponent))
    text = f"{Decimal(float(value)).quantize(last, ROUND_HALF_UP):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("0", "-0") else _minus(text)


def pair(values: Sequence[float]) -> str:
    """Two numbers in brackets.

    >>> pair((2, -0.5))
    '(2, −0.5)'
    """
    return f"({short(values[0])}, {short(values[1])})"


def superscript(value: int) -> str:
    """A whole number as an exponent.

    >>> superscript(-16)
    '⁻¹⁶'
    """
    return str(value).translate(_SUPERSCRIPTS)


def subscript(value: int | str) -> str:
    """A whole number ≥ 0, or its digits, as an index.

    >>> subscript(20)
    '₂₀'
    """
    return str(value).translate(_SUBSCRIPTS)


def plain(expression: sympy.Expr) -> str:
    """A formula in one line of text.

    >>> theta = sympy.Symbol("theta", real=True)
    >>> plain(theta**4 - 3 * theta**2 + theta), plain(sympy.tanh(theta)**2), plain(abs(theta))
    ('θ⁴ − 3θ² + θ', 'tanh²(θ)', '|θ|')
    """
    return _PlainPrinter().doprint(expression).replace(" - ", " − ").replace("-", "−")


def _minus(text: str) -> str:
    return text.replace("-", "−")


class _PlainPrinter(StrPrinter):
    def _print_Symbol(self, symbol: sympy.Symbol) -> str:
        stem, _, index = symbol.name.partition("_")
        stem = {"theta": "θ", "alpha": "α", "lambda": "λ", "sigma": "σ"}.get(stem, stem)
        return stem + (subscript(int(index)) if index.isdigit() else index and "_" + index)

    def _print_Pow(self, power: sympy.Pow, rational: bool = False) -> str:
        base, exponent = power.as_base_exp()
        if exponent.is_Integer and exponent > 0:
            raised = superscript(int(exponent))
            if base.is_Function and not isinstance(base, sympy.Abs):
                return f"{base.func.__name__}{raised}({self._print(base.args[0])})"
            text = self._print(base)
            bare = base.is_Atom or isinstance(base, sympy.Abs)
            return f"{text}{raised}" if bare else f"({text}){raised}"
        if exponent == sympy.Rational(1, 2):
            return f"√{self._bracketed(base)}"
        return super()._print_Pow(power, rational).replace("**", "^")

    def _print_Mul(self, product: sympy.Mul) -> str:
        coefficient, rest = product.as_coeff_Mul()
        if coefficient.is_negative and not rest.is_Add:
            return "-" + self._print(-product)
        if coefficient.is_Integer and coefficient > 1 and rest.as_base_exp()[0].is_Symbol:
            return f"{coefficient}{self._print(rest)}"
        return super()._print_Mul(product).replace("*", "·")

    def _print_exp(self, call: sympy.exp) -> str:
        return f"e^{self._bracketed(call.args[0])}"

    def _print_log(self, call: sympy.log) -> str:
        return f"ln({self._print(call.args[0])})"

    def _print_Add(self, total: sympy.Add, order: None = None) -> str:
        return " ".join(self._signed(term, i) for i, term in enumerate(_terms(total)))

    def _signed(self, term: sympy.Expr, place: int) -> str:
        text = self._print(term)
        if place == 0:
            return text
        return f"- {text[1:]}" if text.startswith("-") else f"+ {text}"

    def _bracketed(self, part: sympy.Expr) -> str:
        text = self._print(part)
        return text if part.is_Symbol or (part.is_Integer and part >= 0) else f"({text})"

    def _print_Abs(self, call: sympy.Abs) -> str:
        return f"|{self._print(call.args[0])}|"

    def _print_sigmoid(self, call: sympy.Function) -> str:
        return f"σ({self._print(call.args[0])})"


def _terms(total: sympy.Add) -> list[sympy.Expr]:
    """The terms as SymPy orders them, highest power first, but 1 + e^x and not e^x + 1."""
    terms = list(total.as_ordered_terms())
    if len(terms) == 2 and terms[1].is_Integer and not total.is_polynomial(*total.free_symbols):
        return terms[::-1] if terms[1].is_positive else terms
    return terms
