"""A function and an answer to it, and what the answer is: the first that fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import sympy
from mpmath import mpf

from ptcode.core.formatting import short
from ptcode.core.types import Array
from ptcode.functions.chain_rule import differentiate
from ptcode.functions.composition import decompose
from ptcode.functions.writing import write
from ptcode.mistakes.answers import Answers, Wrong, answers, side_by_side
from ptcode.mistakes.comparison import (
    MORE_DIGITS,
    NOWHERE,
    OTHER,
    SAME,
    Place,
    at_point,
    is_flat,
    places,
    to_float,
)
from ptcode.mistakes.evaluation import DIGITS
from ptcode.mistakes.limits import (
    BESIDE,
    DEFINED,
    FEW,
    FEWEST,
    JUMP,
    MOST_OF_INTEGRAL,
    MOST_OFF,
    NEAR,
    NICE,
    SHARE,
    VISIBLE,
)
from ptcode.mistakes.mistakes import Mistake
from ptcode.mistakes.next_step import next_step
from ptcode.mistakes.pairs import Pair, pairs
from ptcode.mistakes.rounding import factor_text, is_rounded
from ptcode.mistakes.sentences import say
from ptcode.mistakes.story import Diagnosis, Story
from ptcode.mistakes.words import FULL


@dataclass(frozen=True)
class Question:
    """A function, an answer, and all that can be computed of the two."""

    function: sympy.Expr
    variable: sympy.Symbol
    yours: sympy.Expr
    mistakes: Sequence[Mistake]
    stage: str = FULL

    @cached_property
    def found(self) -> Answers:
        """The right derivative and the wrong ones."""
        return answers(self.function, self.variable, self.mistakes)

    @cached_property
    def places(self) -> list[Place]:
        """Where the answer is compared: where the function has a value and a slope."""
        return places((self.function, self.found.right), self.variable, (self.yours,))

    @property
    def points(self) -> list[mpf]:
        """The numbers of the places."""
        return [place.number for place in self.places]

    @property
    def strangers(self) -> list[sympy.Symbol]:
        """Letters of the answer that are not the function's variable."""
        return sorted(self.yours.free_symbols - {self.variable}, key=str)

    def compared(self, least: int = DIGITS) -> dict[int, Counter[str]]:
        """By region, at how many points it is right, other, undecided, or has no value."""
        regions: dict[int, Counter[str]] = {}
        for number, region in self.places:
            found = at_point(self.yours, self.found.right, self.variable, number, least)
            regions.setdefault(region, Counter())[found] += 1
        return regions

    def is_partial(self) -> bool:
        """Is it right between two kinks, with more digits, and where σ(u) is not all but 1?"""
        both = (self.yours, self.found.right)
        near = {
            region
            for place, region in self.places
            if not any(is_flat(each, self.variable, place) for each in both)
        }
        regions = self.compared(MORE_DIGITS[1])
        return any(_is_right_on(each) for region, each in regions.items() if region in near)

    def is_same(self, one: sympy.Expr, other: sympy.Expr) -> bool:
        """Do they agree wherever both have a value, and have they enough in common?"""
        common = 0
        for place in self.points:
            found = at_point(one, other, self.variable, place)
            if found == OTHER:
                return False
            common += found == SAME
        return common >= min(FEW, SHARE * len(self.places))

    def floats(self, expression: sympy.Expr) -> Array:
        """The values at the points."""
        return np.array([to_float(expression, self.variable, place) for place in self.points])

    def diagnosis(self) -> Diagnosis:
        """What the answer is, the first that fits."""
        regions = list(self.compared().values())
        found = sum(regions, Counter())
        alike = not found[OTHER] and found[SAME] >= min(FEW, SHARE * len(self.places))
        if not found[OTHER] and all(_is_defined(region) for region in regions):
            hidden = sum(sum(region.values()) for region in regions if not region[SAME])
            kind = "correct" if alike and hidden <= SHARE * len(self.places) else "undecided"
            return Diagnosis(kind, (say(kind), *([say("when-undecided")] * (kind != "correct"))))
        if not alike and (wrong := self.first_of(self.is_same)):
            return self.story.of_mistakes(wrong)
        if any(map(_is_right_on, regions)) and self.is_partial():
            next_one = say("partial-next", name=str(self.variable))
            return self.said("partial", say("partial"), next_one)
        if self.yours.atoms(sympy.Float):
            if self.roughly(self.found.right, self.yours):
                return Diagnosis("rounded", (say("rounded"),))
            if wrong := self.first_of(self.roughly):
                return self.story.of_mistakes(wrong)
        if self.is_same(self.yours, self.function):
            next_one = next_step(self.function, self.variable)
            return self.said("unfinished", say("the-function"), next_one)
        if self.is_integral():
            return self.integral(self.numbers())
        if (factor := self.factor(self.yours, self.found.right)) is not None:
            sentence = "scaled" if factor > 0 else "scaled-sign"
            line = say(sentence, factor=factor_text(factor))
            return self.said("scaled", line, say("scaled-next"))
        if (part := self.factor_in_part()) is not None:
            return self.said("scaled", say("scaled-part", part=write(part)), say("scaled-next"))
        if pair := self.pair():
            return self.story.of_pair(*pair)
        return self.said("unknown", say("unknown"), next_step(self.function, self.variable))

    def pair(self) -> Pair | None:
        """Two mistakes that lead to the answer together."""
        made = pairs(self.function, self.variable, self.mistakes)
        return next((pair for pair in made if self.is_same(pair[1].expression, self.yours)), None)

    def first_of(self, fits: Callable[[sympy.Expr, sympy.Expr], bool]) -> list[Wrong]:
        """What leads to the answer, mistakes or slips; in a part only if no others do."""
        for deep in (False, True):
            for several in (self.found.wrong, self.found.slips):
                wrong = [w for w in several if w.deep == deep and self.leads_to(w, fits)]
                if wrong:
                    return wrong
        return []

    def leads_to(self, wrong: Wrong, fits: Callable[[sympy.Expr, sympy.Expr], bool]) -> bool:
        """Is it the answer, with a value almost wherever that mistake has one, and not right?"""
        if not fits(wrong.expression, self.yours):
            return False
        has, have = (np.isfinite(self.floats(e)).sum() for e in (self.yours, wrong.expression))
        return has >= DEFINED * have and not self.is_same(wrong.expression, self.found.right)

    def roughly(self, other: sympy.Expr, yours: sympy.Expr) -> bool:
        """Do the decimals of yours stand for the numbers of the other, rounded or cut off?"""
        near = [place for place in self.points if abs(place) <= NEAR]
        return is_rounded(yours, other, self.variable, near if len(near) >= FEWEST else self.points)

    def is_integral(self) -> bool:
        """Is its derivative the function? A constant of integration may be added."""
        if self.yours.count_ops() > MOST_OF_INTEGRAL:
            return False
        try:
            slope = differentiate(self.yours, self.variable)
        except ValueError:  # of a function that the book has no derivative of
            return False
        return not slope.has(*self.strangers) and self.is_same(slope, self.function)

    def integral(self, *numbers: str) -> Diagnosis:
        """What is said of it."""
        text = write(self.function)
        first, last = (say(sentence, function=text) for sentence in ("integral", "integral-next"))
        return Diagnosis("wrong", (first, *numbers, last))

    def factor(self, yours: sympy.Expr, truth: sympy.Expr) -> float | None:
        """The constant that one is of the other; None if there is none."""
        mine, its = self.floats(yours), self.floats(truth)
        if not np.isfinite(mine).all() or not truth.has(self.variable):
            return None
        place = int(np.argmax(its != 0))
        factor = float(mine[place] / its[place]) if its[place] else 0.0
        here = {self.variable: sympy.Rational(float(self.points[place]))}
        one, other = yours.xreplace(here), truth.xreplace(here)
        proportional = self.is_same(yours * other, truth * one)
        sensible = 1 / MOST_OFF <= abs(factor) <= MOST_OFF and factor_text(factor) != "1"
        return factor if sensible and proportional else None

    def factor_in_part(self) -> sympy.Expr | None:
        """The part of a sum, a product or a quotient in whose term alone a constant is off."""
        found = decompose(self.function, self.variable)
        if not found.parts:
            return None
        filling, *_ = side_by_side(found, self.variable, ())
        off = self.yours - self.found.right
        several = zip(filling.parts, filling.paths, strict=True)
        return next((part for part, path in several if self.factor(off, path) is not None), None)

    @property
    def story(self) -> Story:
        """How mistakes are told here."""
        return Story(self.mistakes, self.stage, self.numbers())

    def said(self, kind: str, *lines: str) -> Diagnosis:
        """A verdict with a place where the numbers differ, after its first line."""
        first, *others = lines
        return Diagnosis(kind, (first, self.numbers(), *others))

    def numbers(self) -> str:
        """The sentence about a place where both values can be seen to differ."""
        places = [p for p in NICE if np.isfinite(to_float(self.found.right, self.variable, p))]
        places = [p for p in places if not self.jumps(p)] + [float(p) for p in self.points]
        yours, truth = (
            np.array([to_float(each, self.variable, place) for place in places])
            for each in (self.yours, self.found.right)
        )
        scale = np.maximum(np.maximum(np.abs(yours), np.abs(truth)), 1e-300)
        in_size = np.abs(np.abs(yours) - np.abs(truth)) / scale
        apart = np.abs(yours - truth) / scale
        telling = (in_size > VISIBLE, apart > VISIBLE, ~np.isfinite(yours), apart == apart.max())
        place = int(np.argmax(next(each for each in telling if each.any())))
        known = {"name": str(self.variable), "at": short(places[place])}
        mine, right = yours[place], truth[place]
        if not np.isfinite(mine):
            return say("no-value", truth=short(right, 3), **known)
        digits = next((n for n in (3, 6, 9, 12) if short(mine, n) != short(right, n)), 15)
        return say("numbers", yours=short(mine, digits), truth=short(right, digits), **known)

    def jumps(self, place: float) -> bool:
        """Is there a kink, and so no slope, though sign(0) is 0?"""
        near = (place - BESIDE, place, place + BESIDE)
        before, here, after = (to_float(self.found.right, self.variable, at) for at in near)
        return max(abs(before - here), abs(after - here)) > JUMP * max(1, abs(here))

    def unfinished(self) -> Diagnosis:
        """An answer with u in it: perhaps all that is missing is to put u back."""
        if self.is_integral():
            return self.integral()
        for inner in self.found.values[1:]:
            put = self.yours.xreplace({self.strangers[0]: inner})
            if len(self.strangers) == 1 and self.is_same(put, self.found.right):
                letter = str(self.strangers[0])
                line = say("put-back", letter=letter, inner=write(inner))
                return Diagnosis("unfinished", (line,))
        letters = ", ".join(map(str, self.strangers))
        return Diagnosis("unfinished", (say("letters", letters=letters, name=str(self.variable)),))


def _is_defined(region: Counter[str]) -> bool:
    return region[NOWHERE] <= (1 - DEFINED) * sum(region.values())


def _is_right_on(region: Counter[str]) -> bool:
    """Between two kinks the same at some points, and at none another."""
    return region[SAME] >= 2 and 2 * region[SAME] >= sum(region.values()) and not region[OTHER]
