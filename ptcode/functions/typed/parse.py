"""Tokens to a tree, by recursive descent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from ptcode.functions.tree import Tree
from ptcode.functions.typed.application import application
from ptcode.functions.typed.build import Part, build, negate
from ptcode.functions.typed.vocabulary import LIMITS, ParseError, Token

_BEGINNINGS = ("number", "name", "function", "(", "|")
_Result = TypeVar("_Result")


class Parser:
    """Reads tokens one after the other; a method for each rule of the grammar."""

    def __init__(self, text: str, tokens: list[Token]):
        self.text = text
        self.tokens = tokens
        self.index = 0
        self.bars = 0  # how many | are open in this pair of brackets
        self.nesting = 0
        self.parts = 0

    @property
    def next(self) -> Token:
        """The token that comes next."""
        return self.tokens[self.index]

    @property
    def before(self) -> Token | None:
        """The token taken last."""
        return self.tokens[self.index - 1] if self.index else None

    def at(self, *types: str) -> bool:
        """Is the next token of one of these types?"""
        return self.next.type in types

    def take(self) -> Token:
        """The next token, done with."""
        self.index += 1
        return self.tokens[self.index - 1]

    def typed(self, place: Token | Part) -> str:
        """What was typed there."""
        return self.text[place.start : place.end]

    def build(self, tree: Tree, inner: list[Part], start: int, end: int) -> Part:
        """A part of the tree, counted."""
        self.parts += 3 if isinstance(tree, list) and tree[0] == "Rational" else 1
        if self.parts > LIMITS["parts"]:
            raise ParseError("parts", start, end, limit=LIMITS["parts"])
        return build(tree, inner, start, end)

    def deeper(self, read: Callable[[], _Result]) -> _Result:
        """What ``read`` reads, one level down."""
        self.nesting += 1
        if self.nesting > LIMITS["nesting"]:
            raise ParseError("deep", self.next.start, self.next.end)
        result = read()
        self.nesting -= 1
        return result

    def whole(self) -> Part:
        """Everything there is."""
        result = self.sum()
        if not self.at("end"):
            raise ParseError("close", self.next.start, self.next.end)
        return result

    def sum(self) -> Part:
        """Terms with + and − between them."""
        terms = [self.term()]
        while self.at("+", "-"):
            sign = self.take()
            term = self.term()
            terms.append(self.negative(sign, term) if sign.type == "-" else term)
        return self.many("Add", terms)

    def term(self) -> Part:
        """A product, perhaps with signs before it."""
        return self.signed(self.term, self.product)

    def signed(self, again: Callable[[], Part], read: Callable[[], Part]) -> Part:
        """Any signs, then what they stand before."""
        if not self.at("+", "-"):
            return read()
        sign = self.take()
        part = self.deeper(again)
        return self.negative(sign, part) if sign.type == "-" else part

    def negative(self, sign: Token, part: Part) -> Part:
        """Minus a part; a number takes the sign itself."""
        folded = negate(part, sign.start)
        return folded or self.build(["Negate", part.tree], [part], sign.start, part.end)

    def many(self, head: str, parts: list[Part]) -> Part:
        """A sum or product of parts, or the part itself if there is one."""
        if len(parts) == 1:
            return parts[0]
        tree = [head, *(part.tree for part in parts)]
        return self.build(tree, parts, parts[0].start, parts[-1].end)

    def product(self) -> Part:
        """Factors, with or without a sign between them, from left to right."""
        factors = [self.factor()]
        while True:
            if self.at("*"):
                self.take()
                factors.append(self.signed_factor())
            elif self.at("/"):
                self.take()
                above, below = self.many("Multiply", factors), self.signed_factor()
                tree = ["Divide", above.tree, below.tree]
                factors = [self.build(tree, [above, below], above.start, below.end)]
            elif self.at(*_BEGINNINGS) and not (self.at("|") and self.bars):
                self._refuse_number(factors[-1])
                factors.append(self.factor())
            else:
                return self.many("Multiply", factors)

    def _refuse_number(self, before: Part):
        """A number cannot follow a factor without a sign between them."""
        if not self.at("number"):
            return
        place = (self.next.start, self.next.end)
        if before.literal:
            raise ParseError("numbers", *place)
        raise ParseError("number-after", *place, instead=self.typed(self.next) + self.typed(before))

    def signed_factor(self) -> Part:
        """A factor, perhaps with signs before it."""
        return self.signed(self.signed_factor, self.factor)

    def factor(self) -> Part:
        """A primary with its powers."""
        return self._powers(self.primary())

    def _powers(self, base: Part) -> Part:
        while True:
            if self.at("^"):
                self.take()
                base = self._power(base, self.deeper(self.signed_factor))
            elif self.at("superscript"):
                base = self._power(base, self._raised(self.take()))
            else:
                return base

    def _raised(self, superscript: Token) -> Part:
        outside = self.tokens, self.index, self.bars
        self.tokens, self.index, self.bars = superscript.tokens, 0, 0
        result = self.deeper(self.whole)
        self.tokens, self.index, self.bars = outside
        return result

    def _power(self, base: Part, exponent: Part) -> Part:
        if abs(exponent.value) > LIMITS["exponent"]:
            place = (exponent.start, exponent.end)
            raise ParseError("exponent", *place, limit=LIMITS["exponent"])
        power = ["Power", base.tree, exponent.tree]
        tree = ["Exp", exponent.tree] if base.tree == "ExponentialE" else power
        return self.build(tree, [base, exponent], base.start, exponent.end)

    def primary(self) -> Part:
        """A number, a name, brackets, bars, or a function with its argument."""
        if self.at("number", "name"):
            return self._atom()
        if self.at("("):
            return self.deeper(self._group)
        if self.at("|"):
            return self.deeper(self._absolute)
        if self.at("function"):
            return self.deeper(lambda: application(self))
        raise self.missing()

    def _atom(self) -> Part:
        token = self.take()
        part = self.build(token.tree, [], token.start, token.end)
        return replace(part, literal=token.type == "number")

    def missing(self, function: Token | None = None) -> ParseError:
        """Something is wanted here; after a function, what it is applied to."""
        token, before = self.next, self.before
        start, end = token.start, token.end
        if function:
            return ParseError("argument", start, end, function=function.word)
        if token.type == "superscript":
            return ParseError("superscript", start, end)
        if token.type == "end":
            return ParseError("end", start, end, after=self.typed(before))
        if token.type == ")" and not before:
            return ParseError("close", start, end)
        if token.type == ")" and before.type == "(":
            return ParseError("nothing", before.start, end)
        return ParseError("operand", start, end, found=self.typed(token))

    def _group(self) -> Part:
        opening, outside = self.take(), self.bars
        self.bars = 0
        inner = self.sum()
        if not self.at(")"):
            raise ParseError("open", opening.start, opening.end)
        self.bars = outside
        return replace(inner, literal=False, start=opening.start, end=self.take().end)

    def _absolute(self) -> Part:
        opening = self.take()
        self.bars += 1
        inner = self.sum()
        if not self.at("|"):
            raise ParseError("bar", opening.start, opening.end)
        self.bars -= 1
        return self.build(["Abs", inner.tree], [inner], opening.start, self.take().end)
