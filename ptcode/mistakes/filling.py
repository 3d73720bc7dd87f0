"""A template of a mistake becomes a SymPy expression, for links in a row or for paths side by side.

The words of a template are explained in ``templates``; the browser fills the same ones with trees.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import sympy

from ptcode.functions.chain_rule import differentiate
from ptcode.functions.composition import tree_of
from ptcode.functions.function import u
from ptcode.functions.tree import HEADS, Tree
from ptcode.mistakes.mistakes import Mistake
from ptcode.mistakes.templates import ACTIVATIONS, Entry, Index, Template

_LINEAR = ("Add", "Multiply", "Negate")
_ACTIVATIONS = tuple(HEADS[head] for head in ACTIVATIONS)


@dataclass
class Filling:
    """Templates become expressions: ``links`` of a chain, the innermost first, or ``paths``.

    ``parts`` are what stands side by side and holds the variable. ``values`` are the names of what
    the links take and give, the variable first; without names they are written out. ``placed`` is
    the expression of the paths, with the derivative of each part in its place, and ``name`` what it
    is: the head of its tree, or the weight of a network. ``moved`` is the last weight of a network
    after its step.
    """

    variable: sympy.Symbol
    links: list[sympy.Expr] = field(default_factory=list)
    paths: list[sympy.Expr] = field(default_factory=list)
    parts: list[sympy.Expr] = field(default_factory=list)
    values: list[sympy.Expr] = field(default_factory=list)
    right: sympy.Expr = sympy.S.Zero
    placed: sympy.Expr = sympy.S.Zero
    name: str = ""
    moved: sympy.Expr = sympy.S.Zero

    def __post_init__(self) -> None:
        self.size = len(self.links) or len(self.paths)
        self.names = [self.variable, *[u] * (self.size - 1)]
        self.slopes = [
            differentiate(link, name) for link, name in zip(self.links, self.names, strict=False)
        ]
        if not self.values:
            self.values = [self.variable]
            for i in range(1, len(self.links) + 1):
                self.values.append(self.apply(i, self.values[-1]))

    def all(self, mistakes: Iterable[Mistake], *of: str) -> Iterator[tuple[str, sympy.Expr]]:
        """The wrong answers of every mistake, by its templates of "chain", "paths", "network"."""
        return (
            (mistake.name, expression)
            for mistake in mistakes
            for kind in of
            for template in getattr(mistake, kind)
            for expression in self.each(template)
        )

    def each(self, template: Entry) -> Iterator[sympy.Expr]:
        """The expressions that one entry stands for."""
        return (expression for _, expression in self.numbered(template))

    def numbered(self, template: Entry) -> Iterator[tuple[int, sympy.Expr]]:
        """The same, each with its number."""
        name, first, last = template.get("each", ("", 0, 0))
        known = {"n": self.size}
        for k in range(self.index(first, known), self.index(last, known) + 1):
            if self.is_of(template.get("of"), k):
                yield k, self.fill(template["answer"], known | {name: k})

    def is_of(self, heads: list[str] | None, k: int) -> bool:
        """Has link k, or the whole, one of the heads?"""
        if heads is None or self.name in heads:
            return True
        link = self.links[k - 1] if 0 < k <= len(self.links) else None
        return link is not None and any(head in _names(link) for head in heads)

    @property
    def heads(self) -> tuple[str, ...]:
        """What it is, for the words: the head of the paths, or that of each link."""
        if self.paths:
            return (self.name,)
        return tuple(str(tree[0]) for tree in map(tree_of, self.links) if isinstance(tree, list))

    def apply(self, i: int, at: sympy.Expr) -> sympy.Expr:
        """Link i at an expression."""
        return self.links[i - 1].xreplace({self.names[i - 1]: at})

    def slope(self, i: int, at: sympy.Expr) -> sympy.Expr:
        """The derivative of link i at an expression."""
        return self.slopes[i - 1].xreplace({self.names[i - 1]: at})

    def index(self, index: Index, known: dict[str, int]) -> int:
        """The number of an index."""
        if isinstance(index, list):
            return self.index(index[1], known) + index[2]
        return known[index] if isinstance(index, str) else index

    def fill(
        self,
        template: Template,
        known: dict[str, int] | None = None,
        so_far: sympy.Expr | None = None,
    ) -> sympy.Expr:
        """The expression of a template, where the indices have the numbers ``known``."""
        known = known or {"n": self.size}
        if isinstance(template, str):
            return self.variable if template == "x" else so_far
        if not isinstance(template, list):
            return sympy.Rational(template)
        head, *rest = template
        match head:
            case "value":
                return self.values[self.index(rest[0], known)]
            case "apply":
                return self.apply(self.index(rest[0], known), self.fill(rest[1], known, so_far))
            case "slope":
                return self.slope(self.index(rest[0], known), self.fill(rest[1], known, so_far))
            case "factor":
                i = self.index(rest[0], known)
                return self.slope(i, self.values[i - 1])
            case "path" | "part":
                return getattr(self, f"{head}s")[self.index(rest[0], known) - 1]
            case "right" | "moved":
                return getattr(self, head)
            case "in-place":
                return self.placed
            case "multiply" | "scale":
                return sympy.Mul(*(self.fill(part, known, so_far) for part in rest))
            case "add":
                return sympy.Add(*(self.fill(part, known, so_far) for part in rest))
            case "product":
                return sympy.Mul(*self.over(rest, known, so_far))
            case "sum":
                return sympy.Add(*self.over(rest, known, so_far))
            case "fold":
                return self.fold(rest, known, so_far)
            case "if-activation":
                chosen = rest[1] if self.is_activation(self.index(rest[0], known)) else rest[2]
                return self.fill(chosen, known, so_far)
        raise ValueError(f"unknown template {head!r}: see ptcode/mistakes/templates.py")

    def over(
        self, rest: list, known: dict[str, int], so_far: sympy.Expr | None
    ) -> list[sympy.Expr]:
        """The expressions of a template for an index that runs, some numbers left out."""
        name, first, last, template, *left_out = rest
        skipped = [self.index(index, known) for index in left_out]
        places = range(self.index(first, known), self.index(last, known) + 1)
        return [self.fill(template, known | {name: i}, so_far) for i in places if i not in skipped]

    def fold(self, rest: list, known: dict[str, int], so_far: sympy.Expr | None) -> sympy.Expr:
        """A template again and again, with what it was before as so-far."""
        name, first, last, step, start, template = rest
        result = self.fill(start, known, so_far)
        for i in range(self.index(first, known), self.index(last, known) + step, step):
            result = self.fill(template, known | {name: i}, result)
        return result

    def is_activation(self, i: int) -> bool:
        """Is link i an activation of the value itself?"""
        link = self.links[i - 1]
        return isinstance(link, _ACTIVATIONS) and link.args[0].is_Symbol


def _names(link: sympy.Expr) -> set[str]:
    """By what an entry can ask for a link: its head, and the classes that it is in."""
    tree = tree_of(link)
    if not isinstance(tree, list):
        return set()
    head, first, *others = tree
    found = {head}
    if head not in _LINEAR and not (head == "Divide" and isinstance(others[0], int | float)):
        found.add("curved")
    if head == "Exp" or (head == "Power" and isinstance(first, int | float)):
        found.add("exponential")
    if _is_power(head, first, others):
        found.add("power")
    if head != "Add" or not (isinstance(first, str) and isinstance(others[0], int | float)):
        found.add("stretch")
    return found


def _is_power(head: str, first: Tree, others: list[Tree]) -> bool:
    """Is it uⁿ with a number n, a root and 1/u among them?"""
    if head == "Power":
        return not isinstance(first, int | float) and not isinstance(others[0], str)
    return head in ("Sqrt", "Cbrt") or (head == "Divide" and isinstance(first, int | float))
