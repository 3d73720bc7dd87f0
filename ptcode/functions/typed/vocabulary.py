"""What may be typed: operations, the tables of language.json, what a word means for variables."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from ptcode.functions import operations

TABLES = json.loads(
    (Path(__file__).parents[2] / "static" / "language.json").read_text(encoding="utf-8")
)
LIMITS = TABLES["limits"]
LETTERS, FUNCTIONS = TABLES["letters"], operations.words()
CONSTANTS = {one.word: name for name, one in operations.CONSTANTS.items()}
SUBSCRIPTS = TABLES["subscripts"]
DIGITS = frozenset("0123456789")
ASCII_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


class ParseError(ValueError):
    """What is wrong with a typed expression, and where.

    ``position`` and ``length`` count characters, ``code`` names the kind of error.
    """

    def __init__(self, code: str, start: int, end: int, **fill):
        text = fill["text"] if code == "hint" else TABLES["messages"][code]
        self.code = code
        self.position = start
        self.length = max(0, end - start)
        self.message = re.sub(r"\{(\w+)\}", lambda found: str(fill[found[1]]), text)
        super().__init__(f"at character {start + 1}: {self.message}")


@dataclass
class Token:
    """A word: its type (number, name, function, superscript, end, or the operator itself)."""

    type: str
    start: int
    end: int
    tree: object = None
    word: str = ""
    head: str = ""
    tokens: list[Token] = field(default_factory=list)


def digits_from(text: str, start: int) -> int:
    """Where the digits that begin at a place end."""
    end = start
    while end < len(text) and text[end] in DIGITS:
        end += 1
    return end


def pretty(name: str) -> str:
    """A variable's name as it is shown.

    >>> pretty("theta_1"), pretty("b_h")
    ('θ₁', 'b_h')
    """
    stem, _, index = name.partition("_")
    letter = next((key for key, value in LETTERS.items() if value == stem), stem)
    if not index:
        return letter
    if set(index) <= DIGITS:
        return letter + "".join(SUBSCRIPTS[int(digit)] for digit in index)
    return f"{letter}_{index}"


class Vocabulary:
    """What the words mean for some variables."""

    def __init__(self, variables: list[str]):
        self.variables = variables
        self.longest = max([8, *map(len, variables)])
        self.fill = {
            "names": ", ".join([*map(pretty, variables), "e", "π"]),
            "functions": ", ".join(
                pretty(row.words[0]) for row in operations.HEADS.values() if row.listed
            ),
        }

    def knows(self, word: str) -> bool:
        """Is this a variable, a function or a constant?"""
        return word in self.variables or word.lower() in FUNCTIONS or word in CONSTANTS

    def token(self, word: str, start: int, end: int) -> Token:
        """The token of a known word."""
        if word in self.variables:
            return Token("name", start, end, tree=word)
        if word in CONSTANTS:
            return Token("name", start, end, tree=CONSTANTS[word])
        return Token("function", start, end, head=FUNCTIONS[word.lower()], word=word.lower())

    def unknown(self, found: str, start: int, end: int) -> ParseError:
        """What to say of a word that is not known."""
        if re.fullmatch(r"d[a-z]?", found):
            return ParseError("derivative", start, end)
        if self.knows(found.lower()):
            return ParseError("capital", start, end, found=found, instead=found.lower())
        if len(self.variables) != 1:
            return ParseError("name", start, end, **self.fill, found=found)
        fill = self.fill | {"names": pretty(self.variables[0]), "found": found}
        return ParseError("variable", start, end, **fill)
