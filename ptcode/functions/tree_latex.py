"""A tree as LaTeX, exactly as it stands: nothing is reordered, nothing simplified."""

from __future__ import annotations

from ptcode.core.formatting import short
from ptcode.functions.tree import Tree

_SUM, _PRODUCT, _CALL, _POWER, _ATOM = range(5)
_CALLS = {
    "Ln": r"\ln",
    "Sin": r"\sin",
    "Cos": r"\cos",
    "Tan": r"\tan",
    "Tanh": r"\tanh",
    "Sigmoid": r"\sigma",
    "Softplus": r"\operatorname{softplus}",
    "ReLU": r"\operatorname{ReLU}",
    "Step": r"\operatorname{step}",
    "Sign": r"\operatorname{sign}",
}
_SYMBOLS = {"Pi": r"\pi", "ExponentialE": "e"} | {
    name: rf"\{name}" for name in ("theta", "alpha", "lambda", "sigma", "beta")
}


def tree_latex(tree: Tree) -> str:
    """``tree`` as LaTeX without delimiters.

    >>> print(tree_latex(["Multiply", ["Cos", ["Power", "x", 2]], 2, "x"]))
    \\cos\\left(x^{2}\\right) \\cdot 2 x
    """
    return _piece(tree)[0]


def _piece(tree) -> tuple[str, int]:
    """The LaTeX, and how tightly it holds together."""
    if isinstance(tree, str):
        stem, _, index = tree.partition("_")
        return _SYMBOLS.get(stem, stem) + (f"_{{{index}}}" if index else ""), _ATOM
    if not isinstance(tree, list):
        return short(tree, 12).replace("−", "-"), _ATOM if tree >= 0 else _SUM
    head, *parts = tree
    if head in _PRINTERS:
        return _PRINTERS[head](*parts)
    name = _CALLS[head]
    (argument,) = parts
    text, level = _piece(argument)
    bare = level == _ATOM and not isinstance(argument, list) and name != r"\sigma"
    return (f"{name} {text}" if bare else rf"{name}\left({text}\right)"), _CALL


def _inside(tree, level):
    text, own = _piece(tree)
    return text if own >= level else rf"\left({text}\right)"


def _sum(*terms):
    text = ""
    for term in map(tree_latex, terms):
        sign = (" - " if term.startswith("-") else " + ") if text else ""
        text += sign + (term[1:] if sign == " - " else term)
    return text, _SUM


def _product(*factors):
    text = ""
    for i, factor in enumerate(factors):
        factor_text = _inside(factor, _PRODUCT)
        # A number stands close to what it multiplies, unless that begins with a digit too.
        before = factors[i - 1] if i else 1
        close = isinstance(before, int | float) and before != 1 and not factor_text[0].isdigit()
        text += (" " if close else r" \cdot " if i else "") + factor_text
    return text, _PRODUCT


def _quotient(above, below):
    return rf"\frac{{{tree_latex(above)}}}{{{tree_latex(below)}}}", _CALL


def _power(base, exponent):
    return f"{_inside(base, _ATOM)}^{{{tree_latex(exponent)}}}", _POWER


_PRINTERS = {
    "Add": _sum,
    "Negate": lambda a: (f"-{_inside(a, _PRODUCT)}", _SUM),
    "Multiply": _product,
    "Divide": _quotient,
    "Rational": _quotient,
    "Power": _power,
    "Exp": lambda a: _power("ExponentialE", a),
    "Sqrt": lambda a: (rf"\sqrt{{{tree_latex(a)}}}", _ATOM),
    "Abs": lambda a: (rf"\left|{tree_latex(a)}\right|", _ATOM),
}
