"""A function and what it is applied to, with or without brackets."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ptcode.functions.typed.build import Part
from ptcode.functions.typed.vocabulary import LIMITS, ParseError, Token

if TYPE_CHECKING:
    from ptcode.functions.typed.parse import Parser

_OF_NUMBERS = ("Ln", "Sqrt")
"""Functions that are often of a bare number: ln 2·x is (ln 2)·x."""
_BEGINNINGS = ("number", "name", "function", "(", "|", "-")


def application(parser: Parser) -> Part:
    """A function with its power, if any, and its argument: sin² 2x."""
    token = parser.take()
    exponent = _function_power(parser, token)
    inner = _argument(parser, token)
    place = (token.start, inner.end)
    call = parser.build([token.head, inner.tree], [inner], *place)
    if not exponent:
        return call
    return parser.build(["Power", call.tree, exponent.tree], [call, exponent], *place)


def _function_power(parser: Parser, token: Token) -> Part | None:
    """The 2 of sin² x."""
    if not parser.at("^", "superscript"):
        return None
    start, fill = parser.next.start, {"function": token.word}
    sign = parser.take()
    tokens = _bare_exponent(parser) if sign.type == "^" else sign.tokens[:-1]
    first, second = [*tokens, None, None][:2]
    place = (start, parser.before.end)
    if first and first.type == "-" and second and second.tree == 1:
        raise ParseError("inverse", *place, **fill)
    if second or not first or first.type != "number" or not _is_count(first.tree):
        raise ParseError("function-power", *place, **fill)
    if first.tree > LIMITS["exponent"]:
        raise ParseError("exponent", *place, limit=LIMITS["exponent"])
    return parser.build(first.tree, [], first.start, first.end)


def _is_count(tree) -> bool:
    return isinstance(tree, int) and tree >= 1


def _bare_exponent(parser: Parser) -> list[Token]:
    """A number, perhaps negative, perhaps in brackets; empty for anything else."""
    opening = parser.at("(") and parser.take()
    taken = []
    if parser.at("-"):
        taken.append(parser.take())
    if parser.at("number"):
        taken.append(parser.take())
    if opening and not parser.at(")"):
        return []
    if opening:
        parser.take()
    return taken


def _argument(parser: Parser, token: Token) -> Part:
    if not parser.at(*_BEGINNINGS) or (parser.at("|") and parser.bars and _closes(parser)):
        raise parser.missing(token)
    if parser.at("("):
        return parser.primary()
    return _radicand(parser, token) if token.head == "Sqrt" else _bare_argument(parser, token)


def _closes(parser: Parser) -> bool:
    """A bar straight after a function closes where nothing follows that it could open."""
    return parser.tokens[parser.index + 1].type not in _BEGINNINGS


def _radicand(parser: Parser, token: Token) -> Part:
    """What stands under √ without brackets: one factor, without a power."""
    if parser.at("-"):
        raise parser.missing(token)
    inner = parser.primary()
    if parser.at("^", "superscript"):
        raise ParseError("root-power", parser.next.start, parser.next.end)
    if token.word != "√" and parser.at("number", "name"):
        raise _ambiguous(parser, token)
    return inner


def _bare_argument(parser: Parser, token: Token) -> Part:
    """What a function takes without brackets: sin 2x, ln sin x, sin −x."""
    if parser.at("-"):
        sign = parser.take()
        if not parser.at(*_BEGINNINGS) or parser.at("("):
            return parser.negative(sign, parser.factor())
        return parser.negative(sign, parser.deeper(lambda: _bare_argument(parser, token)))
    if not parser.at("number", "name"):
        return parser.factor()
    factors = [parser.factor()]
    constant = _is_constant(factors[0])
    while _reaches(parser, token, constant):
        bracket = parser.at("(", "|")
        factors.append(parser.factor())
        if bracket and (parser.at("name", "(") or _opens_bar(parser)):
            raise _ambiguous(parser, token)
        if bracket:
            break
        constant = constant and _is_constant(factors[-1])
    return parser.many("Multiply", factors)


def _reaches(parser: Parser, token: Token, constant: bool) -> bool:
    """Does the argument, a number so far or not, go on with the next token?"""
    if parser.at("name"):
        if parser.next.tree == "ExponentialE" and not constant:
            raise _ambiguous(parser, token)
        return True
    if parser.at("(") or _opens_bar(parser):
        if not constant:
            raise _ambiguous(parser, token)
        return True
    if parser.at("function", "*", "/") and constant and token.head not in _OF_NUMBERS:
        raise _ambiguous(parser, token)
    return False


def _opens_bar(parser: Parser) -> bool:
    return parser.at("|") and not parser.bars


def _is_constant(part: Part) -> bool:
    """A number or a constant, perhaps raised."""
    return part.tree in ("Pi", "ExponentialE") or not math.isnan(part.value)


def _ambiguous(parser: Parser, token: Token) -> ParseError:
    return ParseError("ambiguous", parser.next.start, parser.next.end, function=token.word)
