"""Typed mathematics to a tree: 2x sin x² as a reader writes it, never ``eval`` or ``sympify``.

The language: + − · / ^ with their other signs (``*``, ``×``, ``**``, x²), multiplication without
a sign (2x, (x + 1)(x − 1)), functions without brackets (sin 2x, ln x, sin² x), |x|, √x, e^x, ½,
Greek letters, indices (W_1, W₁). ``log`` is the natural logarithm. What can be read in two ways is
refused, and so is anything too long, too deep or too large. The browser's parser is the twin of
this one, file by file; both read their words from ``static/language.json``.
"""

from __future__ import annotations

from collections.abc import Iterable

from ptcode.functions.tree import Tree
from ptcode.functions.typed.parse import Parser
from ptcode.functions.typed.tokens import tokenise
from ptcode.functions.typed.vocabulary import LIMITS, ParseError, Vocabulary, pretty

__all__ = ["ParseError", "parse"]


def parse(text: str, variables: Iterable[str] = ("x",)) -> Tree:
    """The MathJSON tree of a typed expression in some variables, given by name.

    Raises ParseError, a ValueError with ``position``, ``length`` and a ``message`` that says what
    is wrong there and what to try; TypeError if ``text`` is not a string.

    >>> parse("x² sin 2x")
    ['Multiply', ['Power', 'x', 2], ['Sin', ['Multiply', 2, 'x']]]
    >>> parse("2(x")
    Traceback (most recent call last):
    ...
    ptcode.functions.typed.vocabulary.ParseError: at character 2: This bracket is not closed yet.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a string such as 'sin(x^2)', got {type(text).__name__}")
    names = [str(variable) for variable in variables]
    if len(text) > LIMITS["length"]:
        limit = LIMITS["length"]
        raise ParseError("long", limit, limit + 1, limit=limit)
    tokens = tokenise(text, Vocabulary(names))
    if len(tokens) == 1:
        example = f"sin({pretty(names[0])}^2)" if names else "2 + 3"
        raise ParseError("empty", 0, 0, example=example)
    return Parser(text, tokens).whole().tree
