"""The table of operations: what a formula may be made of, one row for each head of a tree.

Every other table that names ``Tanh`` is made from this one: SymPy ↔ tree, values, one line of text,
MathML, the words that may be typed. The browser reads it as js/generated/operations.json (``make
generate``). Values and derivatives follow from the operation's Function in ``catalogue``, LaTeX
from its SymPy function.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sympy

from ptcode.functions import activations
from ptcode.functions.cube_root import cbrt

Tree = int | float | str | list
LEVELS = {"sum": 1, "product": 2, "call": 3, "power": 4, "atom": 5}
"""How tightly what is written holds together: 2·x binds more tightly than x + 1."""


@dataclass(frozen=True)
class Operation:
    """One head of a tree.

    ``evaluate`` names what computes it, the same in NumPy (or ``NUMPY`` of ``activations``) and in
    JavaScript's Math (or js/src/core/operations.js). ``function`` is its SymPy function, None for a
    sign between two parts and for the root. It has so many ``arguments``, None for any number from
    one on. ``level`` is how tightly it binds, ``text`` its name where it is shown. ``words`` are
    what may be typed for it, the first of them told to a reader if it is ``listed``; one that
    stands ``bare`` is set without brackets round a simple argument, as sin 2x is.

    ``course`` is how it runs, by which the error of a value is bounded: "monotone", "gentle" if
    its slope is at most 1, "jump", or a tree in u that is the same. At the zeros of its ``edges``,
    trees in u, it has a kink or a jump; its ``domain`` is where other trees in u are not negative.
    Around the zeros of its ``bends`` it changes; far from them it is nearly straight, or huge.
    """

    head: str
    evaluate: str
    function: type[sympy.Function] | None = None
    arguments: int | None = 1
    level: str = "call"
    text: str = ""
    words: tuple[str, ...] = ()
    listed: bool = False
    bare: bool = False
    course: str | Tree = ""
    edges: tuple[Tree, ...] = ()
    domain: tuple[Tree, ...] = ()
    bends: tuple[Tree, ...] = ()


def _named(
    head: str, word: str, function: type[sympy.Function] | None = None, **options: Any
) -> Operation:
    """A function that one name types, shows and computes; most of them rise or fall throughout."""
    named: dict[str, Any] = {"evaluate": word, "text": word, "words": (word,), "listed": True}
    named["course"] = "monotone"
    return Operation(head, function=function, **named | options)


_AT_0 = ("u",)
_SIZE = ["Multiply", "u", ["Sign", "u"]]
_RAMP = ["Multiply", "u", ["Step", "u"]]
_WITHIN_1 = (["Add", 1, "u"], ["Add", 1, ["Negate", "u"]])
_INVERSE: dict[str, Any] = {"bare": True, "listed": False}
_CATENARY = ["Divide", ["Add", ["Exp", "u"], ["Exp", ["Negate", "u"]]], 2]
_TANGENT = ["Divide", ["Sin", "u"], ["Cos", "u"]]
HEADS: dict[str, Operation] = {
    row.head: row
    for row in (
        Operation("Add", "add", arguments=None, level="sum"),
        Operation("Multiply", "multiply", arguments=None, level="product"),
        Operation("Power", "power", arguments=2, level="power"),
        Operation("Negate", "negative", level="sum"),
        Operation("Divide", "divide", arguments=2, level="product"),
        Operation("Rational", "divide", arguments=2, level="product"),
        _named("Sin", "sin", sympy.sin, bare=True, course="gentle"),
        _named("Cos", "cos", sympy.cos, bare=True, course="gentle"),
        _named("Tan", "tan", sympy.tan, bare=True, course=_TANGENT),
        _named(
            "Sec", "sec", sympy.sec, bare=True, listed=False, course=["Divide", 1, ["Cos", "u"]]
        ),
        _named(
            "Csc",
            "csc",
            sympy.csc,
            words=("csc", "cosec"),
            bare=True,
            listed=False,
            course=["Divide", 1, ["Sin", "u"]],
        ),
        _named(
            "Cot",
            "cot",
            sympy.cot,
            words=("cot", "cotan"),
            bare=True,
            listed=False,
            course=["Divide", ["Cos", "u"], ["Sin", "u"]],
        ),
        _named("Asin", "asin", sympy.asin, words=("asin", "arcsin"), **_INVERSE, domain=_WITHIN_1),
        _named("Acos", "acos", sympy.acos, words=("acos", "arccos"), **_INVERSE, domain=_WITHIN_1),
        _named("Atan", "atan", sympy.atan, words=("atan", "arctan"), **_INVERSE, bends=_AT_0),
        _named("Sinh", "sinh", sympy.sinh, bare=True, listed=False),
        _named("Cosh", "cosh", sympy.cosh, bare=True, listed=False, course=_CATENARY),
        _named("Tanh", "tanh", sympy.tanh, bare=True, bends=_AT_0),
        _named("Exp", "exp", sympy.exp, level="power", bends=_AT_0),
        _named("Ln", "ln", sympy.log, evaluate="log", words=("ln", "log"), bare=True, domain=_AT_0),
        _named("Sqrt", "sqrt", text="√", level="power", domain=_AT_0),
        _named("Cbrt", "cbrt", cbrt, listed=False, edges=_AT_0),
        _named("Abs", "abs", sympy.Abs, level="atom", course=_SIZE, edges=_AT_0),
        _named(
            "Sigmoid",
            "sigmoid",
            activations.sigmoid,
            text="σ",
            words=("sigma", "sigmoid"),
            bends=_AT_0,
        ),
        _named("ReLU", "relu", activations.relu, course=_RAMP),
        _named("Softplus", "softplus", activations.softplus, bends=_AT_0),
        _named(
            "Sign",
            "sign",
            sympy.sign,
            words=("sign", "sgn"),
            listed=False,
            course="jump",
            edges=_AT_0,
        ),
        _named("Step", "step", activations.step, listed=False, course="jump", edges=_AT_0),
    )
}


@dataclass(frozen=True)
class Constant:
    """A number with a name: its SymPy value, how it is typed, shown and computed."""

    value: sympy.Expr
    word: str
    text: str
    evaluate: str


CONSTANTS = {
    "Pi": Constant(sympy.pi, "pi", "π", "PI"),
    "ExponentialE": Constant(sympy.E, "e", "e", "E"),
}


def words() -> dict[str, str]:
    """The head that each typed word means.

    >>> words()["log"], words()["sgn"]
    ('Ln', 'Sign')
    """
    return {word: row.head for row in HEADS.values() for word in row.words}


INNER_NAMES = "uvwstrqp"
"""Names for inner values, from the inside out, as many as are free."""


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
            "course": row.course,
            "edges": row.edges,
            "domain": row.domain,
            "bends": row.bends,
        }
        for row in HEADS.values()
    }
    constants = {
        name: {"word": one.word, "text": one.text, "evaluate": one.evaluate}
        for name, one in CONSTANTS.items()
    }
    return {
        "levels": LEVELS,
        "heads": rows,
        "constants": constants,
        "innerNames": INNER_NAMES,
    }
