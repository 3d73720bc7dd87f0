"""The verdict on a typed derivative, decided by values at points, never by how it is written.

The twin of js/src/judge/derivative.js.
"""

from __future__ import annotations

import numpy as np

from ptcode.core.formatting import short
from ptcode.exercises.judge.reading import letters, read
from ptcode.exercises.judge.sheet import SHARE, TIGHT, Sheet, alike, close
from ptcode.exercises.judge.words import Verdict, of_mistakes, say, verdict
from ptcode.functions.structure import replace
from ptcode.functions.tree import Tree
from ptcode.functions.typed.rules import substitute
from ptcode.functions.writing import write

DEFINED = 0.9
"""At this share of the points a right answer must have a value."""
LOOSE = 0.02
"""How far decimals may be off that stand for fractions."""
MOST_OFF = 100
"""A factor further from 1 is no factor that somebody forgot."""
VISIBLE = 0.1
"""By how much two values must differ, relatively, to be shown side by side."""


def judge_text(text: str, sheet: Sheet, form: str = "") -> Verdict:
    """The verdict on what was typed as the derivative of the sheet's expression."""
    reading = read(text, (sheet.variable,))
    if reading.verdict:
        return reading.verdict
    if reading.strangers:
        return _unfinished(reading, sheet)
    return judge_tree(reading.tree, sheet, form)


def judge_tree(tree: Tree, sheet: Sheet, form: str = "") -> Verdict:
    """The verdict on a derivative that could be read."""
    yours, truth = sheet.at(tree, sheet.points), sheet.at(sheet.right, sheet.points)
    if is_right(yours, truth):
        if form == "tidy" and is_untidy(tree):
            return verdict("unsimplified", say("unsimplified"), say("how-to-tidy"))
        return verdict("correct", say("correct"))
    shown, numbers = _numbers(tree, sheet)
    if not alike(yours, truth) and (names := _mistakes(yours, sheet, TIGHT, 0.01)):
        return of_mistakes(names, numbers, **shown)
    if _is_partial(yours, truth):
        return verdict("partial", say("partial"), numbers, **shown)
    if has_decimals(tree):
        if alike(yours, truth, LOOSE, 0.5):
            return verdict("rounded", say("rounded"), **shown)
        if names := _mistakes(yours, sheet, LOOSE, 0.5):
            return of_mistakes(names, numbers, **shown)
    if is_right(yours, sheet.at(sheet.tree, sheet.points)):
        return verdict("unfinished", say("the-function"), numbers, **shown)
    if (factor := _factor(yours, truth)) is not None:
        sentence = "scaled" if factor > 0 else "scaled-sign"
        return verdict("scaled", say(sentence, factor=short(factor)), numbers, **shown)
    return verdict("unknown", say("unknown"), numbers, **shown)


def is_right(yours: np.ndarray, truth: np.ndarray) -> bool:
    """Do they agree everywhere, but for single places where the answer has no value?"""
    return bool(np.isfinite(yours).sum() >= DEFINED * len(truth) and alike(yours, truth))


def is_untidy(tree: Tree) -> bool:
    """Does the little algebra of the book make it shorter, or do like parts stand apart?"""
    return _size(substitute(tree, {})) < _size(tree) or _repeats(tree)


def _repeats(tree: Tree) -> bool:
    """Are there two terms 2x² and x², or two factors x and x², in one sum or product?"""
    if not isinstance(tree, list):
        return False
    head, *parts = tree
    like = {"Add": _without_number, "Multiply": _base}.get(head)
    keys = [str(like(part)) for part in parts if not _is_number(part)] if like else []
    return len(set(keys)) < len(keys) or any(map(_repeats, parts))


def _without_number(term: Tree) -> Tree:
    if not isinstance(term, list):
        return term
    if term[0] == "Negate":
        return _without_number(term[1])
    if term[0] != "Multiply":
        return term
    rest = [part for part in term[1:] if not _is_number(part)]
    return rest[0] if len(rest) == 1 else rest


def _base(factor: Tree) -> Tree:
    return factor[1] if isinstance(factor, list) and factor[0] == "Power" else factor


def _is_number(tree: Tree) -> bool:
    return tree[0] == "Rational" if isinstance(tree, list) else not isinstance(tree, str)


def has_decimals(tree: Tree) -> bool:
    """Does a number that is no whole one stand in it?"""
    if isinstance(tree, list):
        return any(map(has_decimals, tree[1:]))
    return isinstance(tree, float) and not tree.is_integer()


def _size(tree: Tree) -> int:
    if not isinstance(tree, list):
        return 1
    return sum(map(_size, tree[1:])) + (tree[0] == "Negate")


def _mistakes(yours, sheet, tolerance, scale) -> list[str]:
    """The mistakes that give these values, or the slips; those in a part only if no others do."""
    enough = np.isfinite(yours).sum()
    for deep in (False, True):
        for several in (sheet.wrong, sheet.slips):
            found = [
                wrong.mistake
                for wrong in several
                if wrong.deep == deep
                and enough >= DEFINED * np.isfinite(wrong.values).sum()
                and alike(yours, wrong.values, tolerance, scale)
            ]
            if found:
                return found
    return []


def _is_partial(yours, truth) -> bool:
    both = np.isfinite(yours)
    if not both.any():
        return False
    agreeing = close(yours[both], truth[both], TIGHT).sum()
    return bool(agreeing >= SHARE * len(truth))


def _factor(yours, truth) -> float | None:
    """The constant that one is of the other; None if there is none, or the truth is constant."""
    if not np.isfinite(yours).all() or close(truth, np.full_like(truth, truth[0]), TIGHT).all():
        return None
    factor = float(np.sum(yours * truth) / np.sum(truth * truth))
    sensible = 1 / MOST_OFF <= abs(factor) <= MOST_OFF
    return factor if sensible and close(yours, factor * truth, TIGHT).all() else None


def _numbers(tree, sheet) -> tuple[dict, str]:
    """A place where both values can be seen to differ, and the sentence about it."""
    yours, truth = sheet.at(tree, sheet.shown), sheet.at(sheet.right, sheet.shown)
    place = _telling(yours, truth)
    at, mine, right = (float(each[place]) for each in (sheet.shown, yours, truth))
    known = {"name": letters([sheet.variable]), "at": short(at), "truth": short(right, 3)}
    if not np.isfinite(mine):
        return {"at": at, "truth": right}, say("no-value", **known)
    digits = 3 if short(mine, 3) != short(right, 3) else 6
    known |= {"yours": short(mine, digits), "truth": short(right, digits)}
    return {"at": at, "yours": mine, "truth": right}, say("numbers", **known)


def _telling(yours, truth) -> int:
    """The first place where they differ visibly, in size if they ever do.

    Else one where the answer has no value, else where they differ most.
    """
    size = np.maximum(np.abs(yours), np.abs(truth))
    scale = np.where(size > 0, size, 1.0)
    apart = np.abs(yours - truth) / scale
    in_size = np.abs(np.abs(yours) - np.abs(truth)) / scale
    for candidates in (in_size > VISIBLE, apart > VISIBLE, ~np.isfinite(yours)):
        if candidates.any():
            return int(np.argmax(candidates))
    return int(np.argmax(apart))


def _unfinished(reading, sheet) -> Verdict:
    """An answer with u in it: perhaps all that is missing is to put u back."""
    links = sheet.links[1:-1]
    if len(reading.strangers) == 1:
        (letter,) = reading.strangers
        for inner in links:
            tree = replace(reading.tree, letter, inner)
            if is_right(sheet.at(tree, sheet.points), sheet.at(sheet.right, sheet.points)):
                sentence = say("put-back", letter=letter, inner=write(inner))
                return verdict("unfinished", sentence)
    names = {"letters": letters(reading.strangers), "name": letters([sheet.variable])}
    return verdict("unfinished", say("letters", **names))
