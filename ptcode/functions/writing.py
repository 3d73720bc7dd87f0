"""A SymPy expression as one line of the typed language, sin(x²): state, sentence and still use it.

The browser's parser reads everything that is written here back as the same tree; a fraction of two
whole numbers comes back as a quotient.
"""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import sympy

from ptcode.core.formatting import subscript, superscript
from ptcode.functions.composition import tree_of
from ptcode.functions.function import Function
from ptcode.functions.operations import CONSTANTS, HEADS
from ptcode.functions.tree import Tree

_SUM, _PRODUCT, _POWER, _ATOM = range(1, 5)
_CALL = re.compile(r"[a-z]+\(")
_TABLES = Path(__file__).parent.parent / "static" / "language.json"
_LETTERS = {
    name: letter
    for letter, name in reversed(json.loads(_TABLES.read_text("utf-8"))["letters"].items())
}
_CLOSE = (*"abcdefghijklmnopqrstuvwxyz", *_LETTERS.values(), "(", "√")
"""What may follow a number without a sign: 2x, 2(x + 1), but not 2|x|, whose | could close."""


def write(expression: sympy.Expr | Function | Tree) -> str:
    """An expression, Function or tree as a reader would type it.

    >>> x = sympy.Symbol("x", real=True)
    >>> write(1 / (1 + sympy.exp(-x))), write(["Multiply", 2, ["Power", "x", 3]])
    ('1/(1 + e^(−x))', '2x³')
    """
    if isinstance(expression, int | float | str | list):
        return _piece(expression)[0]
    return _piece(tree_of(expression))[0]


def pretty(name: str) -> str:
    """A variable's name as it is shown.

    >>> pretty("theta_1"), pretty("b_h")
    ('θ₁', 'b_h')
    """
    stem, _, index = name.partition("_")
    letter = _LETTERS.get(stem, stem)
    if index and index.isascii() and index.isdigit():
        return letter + subscript(index)
    return f"{letter}_{index}" if index else letter


def _within(tree: Tree, level: int) -> str:
    text, own = _piece(tree)
    return text if own >= level else f"({text})"


def _piece(tree: Tree) -> tuple[str, int]:
    """The text of a tree, and how tightly it binds."""
    if isinstance(tree, int | float):
        return _number(tree)
    if isinstance(tree, str):
        return CONSTANTS[tree].text if tree in CONSTANTS else pretty(tree), _ATOM
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
    return f"{HEADS[head].text}({write(argument)})", _POWER


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
    if isinstance(exponent, int | float) and float(exponent).is_integer() and abs(exponent) < 1e6:
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
    first = factors[0]
    nested = isinstance(first, list) and first[0] == "Multiply"
    text = _within(first, _POWER if nested else _PRODUCT)
    for before, factor in pairwise(factors):
        written = _within(factor, _POWER)
        touching = isinstance(before, int | float) and written.startswith(_CLOSE)
        apart = _CALL.match(written) or written.startswith("e")
        text += written if touching and not apart else f"·{written}"
    return text
