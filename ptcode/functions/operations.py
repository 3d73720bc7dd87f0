"""The table of operations: what a formula may be made of, one row for each head of a tree.

Every other table that names ``Tanh`` is made from this one: SymPy ↔ tree, values, LaTeX, one line
of text, MathML, the words that may be typed. The browser reads it as js/generated/operations.json
(``make generate``). Values and derivatives of an operation follow from its Function in
``catalogue``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import sympy

from ptcode.functions import activations

LEVELS = {"sum": 1, "product": 2, "call": 3, "power": 4, "atom": 5}
"""How tightly what is written holds together: 2·x binds more tightly than x + 1."""


@dataclass(frozen=True)
class Operation:
    """One head of a tree.

    ``build`` makes the SymPy expression from the arguments, of which there are ``arguments`` (None:
    any number from one on). ``evaluate`` names what computes it, the same in NumPy (or ``NUMPY`` of
    ``activations``) and in JavaScript's Math (or js/src/core/operations.js). ``level`` is how
    tightly it binds, ``text`` its name in a line of text and in MathML, ``latex`` its command.
    ``words`` are what may be typed for it, the first of them shown to a reader if it is ``listed``;
    one that stands ``bare`` takes a simple argument without brackets, as sin 2x does.
    """

    head: str
    build: Callable[..., sympy.Expr]
    evaluate: str
    arguments: int | None = 1
    level: str = "call"
    text: str = ""
    latex: str = ""
    words: tuple[str, ...] = ()
    listed: bool = False
    bare: bool = False

    @property
    def is_function(self) -> bool:
        """A function of SymPy's or of the book's, not a sign between two parts."""
        return isinstance(self.build, type) and issubclass(self.build, sympy.Function)


def _named(head: str, build, word: str, **options) -> Operation:
    """A function whose one name is typed, shown, printed and computed by."""
    return Operation(
        head, build, **{"evaluate": word, "text": word, "words": (word,), "listed": True} | options
    )


def _bare(head: str, build, word: str) -> Operation:
    """A function whose name LaTeX knows, and which may stand without brackets."""
    return _named(head, build, word, latex=rf"\{word}", bare=True)


HEADS: dict[str, Operation] = {
    row.head: row
    for row in (
        Operation("Add", sympy.Add, "add", arguments=None, level="sum"),
        Operation("Multiply", sympy.Mul, "multiply", arguments=None, level="product"),
        Operation("Power", sympy.Pow, "power", arguments=2, level="power"),
        Operation("Negate", lambda a: -a, "negative", level="sum"),
        Operation("Divide", lambda a, b: a / b, "divide", arguments=2, level="product"),
        Operation("Rational", sympy.Rational, "divide", arguments=2, level="product"),
        _bare("Sin", sympy.sin, "sin"),
        _bare("Cos", sympy.cos, "cos"),
        _bare("Tan", sympy.tan, "tan"),
        _bare("Tanh", sympy.tanh, "tanh"),
        _named("Exp", sympy.exp, "exp", level="power", latex=r"\exp"),
        Operation(
            "Ln",
            sympy.log,
            "log",
            text="ln",
            latex=r"\ln",
            words=("ln", "log"),
            listed=True,
            bare=True,
        ),
        _named("Sqrt", sympy.sqrt, "sqrt", level="power", text="√", latex=r"\sqrt"),
        _named("Abs", sympy.Abs, "abs", level="atom"),
        _named(
            "Sigmoid",
            activations.sigmoid,
            "sigmoid",
            text="σ",
            latex=r"\sigma",
            words=("sigma", "sigmoid"),
        ),
        _named("ReLU", activations.relu, "relu", latex=r"\operatorname{ReLU}"),
        _named("Softplus", activations.softplus, "softplus", latex=r"\operatorname{softplus}"),
        _named(
            "Sign",
            sympy.sign,
            "sign",
            latex=r"\operatorname{sign}",
            words=("sign", "sgn"),
            listed=False,
        ),
        _named("Step", activations.step, "step", latex=r"\operatorname{step}", listed=False),
    )
}


@dataclass(frozen=True)
class Constant:
    """A number with a name: its SymPy value, how it is typed, shown and computed."""

    value: sympy.Expr
    word: str
    text: str
    latex: str
    evaluate: str


CONSTANTS = {
    "Pi": Constant(sympy.pi, "pi", "π", r"\pi", "PI"),
    "ExponentialE": Constant(sympy.E, "e", "e", "e", "E"),
}


def words() -> dict[str, str]:
    """The head that each typed word means.

    >>> words()["log"], words()["sgn"]
    ('Ln', 'Sign')
    """
    return {word: row.head for row in HEADS.values() for word in row.words}


def operations() -> dict[str, Any]:
    """The table as the browser reads it: plain JSON."""
    rows = {
        row.head: {
            "evaluate": row.evaluate,
            "arguments": row.arguments,
            "level": row.level,
            "text": row.text,
            "words": row.words,
            "listed": row.listed,
            "bare": row.bare,
        }
        for row in HEADS.values()
    }
    constants = {
        name: {"word": one.word, "text": one.text, "evaluate": one.evaluate}
        for name, one in CONSTANTS.items()
    }
    return {"levels": LEVELS, "heads": rows, "constants": constants}
