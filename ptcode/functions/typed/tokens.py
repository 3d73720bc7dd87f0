"""Text to tokens."""

from __future__ import annotations

from ptcode.functions.typed.vocabulary import (
    ASCII_LETTERS,
    DIGITS,
    LETTERS,
    LIMITS,
    TABLES,
    ParseError,
    Token,
    Vocabulary,
    digits_from,
)
from ptcode.functions.typed.words import words

_SYMBOLS, _SUPERSCRIPTS = TABLES["symbols"], TABLES["superscripts"]
_FRACTIONS, _CHARACTERS = TABLES["fractions"], TABLES["characters"]
_SPACES = frozenset(TABLES["spaces"])


def tokenise(text: str, vocabulary: Vocabulary, offset: int = 0) -> list[Token]:
    """The tokens of a text that begins at ``offset`` in what was typed; the last one is the end."""
    tokens, at = [], 0
    while at < len(text):
        found, at = _read(text, at, vocabulary, offset)
        tokens += found
    return [*tokens, Token("end", offset + at, offset + at)]


def _read(text: str, at: int, vocabulary: Vocabulary, offset: int) -> tuple[list[Token], int]:
    character, start, end = text[at], offset + at, offset + at + 1
    if character in _SPACES:
        return [], at + 1
    if character in DIGITS or character in ".,":
        return _number(text, at, offset)
    if character in ASCII_LETTERS or character in LETTERS:
        return words(text, at, vocabulary, offset)
    if character == "√":
        return [Token("function", start, end, head="Sqrt", word="√")], at + 1
    if text.startswith("**", at):
        return [Token("^", start, end + 1)], at + 2
    if character in _SYMBOLS:
        return [Token(_SYMBOLS[character], start, end)], at + 1
    if character in _FRACTIONS:
        return [Token("number", start, end, tree=["Rational", *_FRACTIONS[character]])], at + 1
    if character in _SUPERSCRIPTS:
        return _raised(text, at, vocabulary, offset)
    if character in _CHARACTERS:
        raise ParseError("hint", start, end, text=_CHARACTERS[character])
    raise ParseError("character", start, end, found=character)


def _raised(text: str, at: int, vocabulary: Vocabulary, offset: int) -> tuple[list[Token], int]:
    end = at
    while end < len(text) and text[end] in _SUPERSCRIPTS:
        end += 1
    inner = "".join(_SUPERSCRIPTS[character] for character in text[at:end])
    tokens = tokenise(inner, vocabulary, offset + at)
    return [Token("superscript", offset + at, offset + end, tokens=tokens)], end


def _number(text: str, at: int, offset: int) -> tuple[list[Token], int]:
    end = digits_from(text, at)
    if text[end : end + 1] == ".":
        end = digits_from(text, end + 1)
    typed = text[at:end]
    if text[end : end + 1] == ",":
        _decimal_comma(text, at, end, offset)
    if typed == "." or text[end : end + 1] == ".":
        point = at if typed == "." else end
        raise ParseError("point", offset + point, offset + point + 1)
    _power_of_ten(text, at, end, offset)
    value = float(typed)
    if value > LIMITS["number"]:
        raise ParseError("large", offset + at, offset + end)
    tree = int(value) if value.is_integer() else value
    return [Token("number", offset + at, offset + end, tree=tree)], end


def _decimal_comma(text: str, at: int, comma: int, offset: int):
    end = digits_from(text, comma + 1)
    place = (offset + comma, offset + comma + 1)
    if comma == at or end == comma + 1:
        raise ParseError("stray-comma", *place)
    raise ParseError("comma", *place, instead=f"{text[at:comma]}.{text[comma + 1 : end]}")


def _power_of_ten(text: str, at: int, end: int, offset: int):
    """Refuse 1e-5, which could also be e − 5."""
    if text[end : end + 1] not in ("e", "E"):
        return
    sign = _SYMBOLS.get(text[end + 1 : end + 2])
    begin = end + 2 if sign in ("-", "+") else end + 1
    last = digits_from(text, begin)
    if last > begin:
        power = ("−" if sign == "-" else "") + text[begin:last]
        raise ParseError(
            "scientific", offset + at, offset + last, mantissa=text[at:end], power=power
        )
