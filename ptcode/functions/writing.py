"""A tree as one line of text in the typed language: parsing it gives the same values again.

The twin of js/src/language/writing.js.
"""

from __future__ import annotations

import re
from itertools import pairwise

from ptcode.core.formatting import superscript
from ptcode.functions.tree import Tree
from ptcode.functions.typed.vocabulary import pretty

_SUM, _PRODUCT, _POWER, _ATOM = range(1, 5)
_NAMES = {"Ln": "ln", "Sigmoid": "σ", "ReLU": "relu", "Sqrt": "√"}
_CONSTANTS = {"Pi": "π", "ExponentialE": "e"}
_CALL = re.compile(r"[a-z]+\(")
_LETTERS = tuple("abcdefghijklmnopqrstuvwxyzαβγδεζηθικλμνξοπρςστυφχψω(√|")


def write(tree: Tree) -> str:
    """``tree`` as a reader would type it.

    >>> write(["Divide", 1, ["Add", 1, ["Exp", ["Negate", "x"]]]])
    '1/(1 + e^(−x))'
    """
    return _piece(tree)[0]


def _within(tree: Tree, level: int) -> str:
    text, own = _piece(tree)
    return text if own >= level else f"({text})"


def _piece(tree: Tree) -> tuple[str, int]:
    """The text of a tree, and how tightly it binds."""
    if isinstance(tree, int | float):
        return _number(tree)
    if isinstance(tree, str):
        return _CONSTANTS.get(tree) or pretty(tree), _ATOM
    head, *rest = tree
    if head == "Add":
        return _sum(rest), _SUM
    if head == "Multiply":
        return _product(rest), _PRODUCT
    if head == "Negate":
        return f"−{_within(rest[0], _PRODUCT)}", _SUM
    if head in ("Divide", "Rational"):
        return f"{_within(rest[0], _PRODUCT)}/{_within(rest[1], _POWER)}", _PRODUCT
    if head == "Power":
        return f"{_within(rest[0], _ATOM)}{_raised(rest[1])}", _POWER
    if head == "Exp":
        return f"e{_raised(rest[0])}", _POWER
    return _call(head, rest[0])


def _call(head: str, argument: Tree) -> tuple[str, int]:
    if head == "Abs":
        return f"|{write(argument)}|", _ATOM
    if head == "Sqrt" and isinstance(argument, str):
        return f"√{write(argument)}", _POWER
    return f"{_NAMES.get(head, head.lower())}({write(argument)})", _POWER


def _number(value: float) -> tuple[str, int]:
    size = abs(value)
    digits = str(int(size)) if float(size).is_integer() and size < 1e21 else repr(float(size))
    mantissa, _, exponent = digits.partition("e")
    if exponent:
        mantissa += f"·10^({exponent.lstrip('+').replace('-0', '-').replace('-', '−')})"
    if value < 0:
        return f"−{mantissa}", _SUM
    return mantissa, _PRODUCT if exponent else _ATOM


def _raised(exponent: Tree) -> str:
    whole = isinstance(exponent, int | float) and float(exponent).is_integer()
    if whole and abs(exponent) < 1e6:
        return superscript(int(exponent))
    return f"^{_within(exponent, _ATOM)}"


def _sum(terms: list[Tree]) -> str:
    text = ""
    for i, term in enumerate(terms):
        written, level = _piece(term)
        if level == _SUM and isinstance(term, list) and term[0] == "Add":
            written = f"({written})"
        if i:
            written = f" − {written[1:]}" if written.startswith("−") else f" + {written}"
        text += written
    return text


def _product(factors: list[Tree]) -> str:
    text = _within(factors[0], _PRODUCT)
    for before, factor in pairwise(factors):
        written = _within(factor, _POWER)
        touching = isinstance(before, int | float) and written.startswith(_LETTERS)
        apart = _CALL.match(written) or written.startswith("e")
        text += written if touching and not apart else f"·{written}"
    return text
