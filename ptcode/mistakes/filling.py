"""A template of a mistake becomes a tree, for the links of a chain or for paths side by side.

The words of a template are explained in ``mistake_templates``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ptcode.functions.simplify import add, multiply
from ptcode.functions.structure import U, replace
from ptcode.functions.tree import Tree
from ptcode.functions.typed.rules import differentiate, substitute
from ptcode.mistakes.templates import ACTIVATIONS


@dataclass
class Filling:
    """Templates become trees: ``links`` of a chain, the innermost first, or ``paths``.

    ``placed`` is the expression of the paths, with the derivative of each part in its place.
    """

    variable: str
    links: list[Tree] = field(default_factory=list)
    paths: list[Tree] = field(default_factory=list)
    right: Tree = 0
    placed: Tree = 0

    def __post_init__(self):
        self.names = [self.variable, *[U] * (len(self.links) - 1)]
        self.slopes = [
            differentiate(link, name) for link, name in zip(self.links, self.names, strict=False)
        ]
        self.values = [self.variable]
        for i in range(1, len(self.links) + 1):
            self.values.append(self.apply(i, self.values[-1]))

    def all(self, templates):
        """The wrong answers of every mistake, in the order of the templates."""
        return (
            (mistake, tree)
            for mistake, several in templates.items()
            for template in several
            for tree in self.each(template)
        )

    def each(self, template):
        """The trees that one template stands for."""
        name, first, last = template.get("each", ("", 0, 0))
        known = {"n": len(self.links) or len(self.paths)}
        for k in range(self.index(first, known), self.index(last, known) + 1):
            if self.is_of(template.get("of"), k):
                yield self.fill(template["answer"], known | {name: k})

    def is_of(self, heads, k):
        """Has link k, or the expression of the paths, one of the heads?"""
        if heads is None:
            return True
        tree = self.links[k - 1] if self.links else self.placed
        if not isinstance(tree, list):
            return False
        return tree[0] in heads or ("exponential" in heads and _is_exponential(tree))

    def apply(self, i, at):
        """Link i at a tree; nothing is simplified, a value is what it is."""
        return replace(self.links[i - 1], self.names[i - 1], at)

    def slope(self, i, at):
        """The derivative of link i at a tree."""
        return substitute(self.slopes[i - 1], {self.names[i - 1]: at})

    def index(self, index, known):
        """The number of an index."""
        if isinstance(index, list):
            return self.index(index[1], known) + index[2]
        return known[index] if isinstance(index, str) else index

    def fill(self, template, known=None, so_far=None) -> Tree:
        """The tree of a template, where the indices have the numbers ``known``."""
        known = known or {"n": len(self.links) or len(self.paths)}
        if isinstance(template, str):
            return self.variable if template == "x" else so_far
        if isinstance(template, int):
            return template
        return getattr(self, "_" + template[0].replace("-", "_"))(template[1:], known, so_far)

    def _value(self, rest, known, _):
        return self.values[self.index(rest[0], known)]

    def _apply(self, rest, known, so_far):
        return self.apply(self.index(rest[0], known), self.fill(rest[1], known, so_far))

    def _slope(self, rest, known, so_far):
        return self.slope(self.index(rest[0], known), self.fill(rest[1], known, so_far))

    def _factor(self, rest, known, _):
        i = self.index(rest[0], known)
        return self.slope(i, self.values[i - 1])

    def _path(self, rest, known, _):
        return self.paths[self.index(rest[0], known) - 1]

    def _in_place(self, *_):
        return substitute(self.placed, {})

    def _right(self, *_):
        return self.right

    def _scale(self, rest, known, so_far):
        return multiply([rest[0], self.fill(rest[1], known, so_far)])

    def _multiply(self, rest, known, so_far):
        return multiply([self.fill(part, known, so_far) for part in rest])

    def _add(self, rest, known, so_far):
        return add([self.fill(part, known, so_far) for part in rest])

    def _product(self, rest, known, so_far):
        return multiply(self.over(rest, known, so_far))

    def _sum(self, rest, known, so_far):
        return add(self.over(rest, known, so_far))

    def over(self, rest, known, so_far):
        """The trees of a template for an index that runs, some numbers left out."""
        name, first, last, template, *left_out = rest
        skipped = [self.index(index, known) for index in left_out]
        places = range(self.index(first, known), self.index(last, known) + 1)
        return [self.fill(template, known | {name: i}, so_far) for i in places if i not in skipped]

    def _fold(self, rest, known, so_far):
        name, first, last, step, start, template = rest
        result = self.fill(start, known, so_far)
        for i in range(self.index(first, known), self.index(last, known) + step, step):
            result = self.fill(template, known | {name: i}, result)
        return result

    def _if_activation(self, rest, known, so_far):
        link = self.links[self.index(rest[0], known) - 1]
        activated = isinstance(link, list) and link[0] in ACTIVATIONS and isinstance(link[1], str)
        return self.fill(rest[1] if activated else rest[2], known, so_far)


def _is_exponential(link):
    """e^u, or a number to the power u."""
    return link[0] == "Exp" or (link[0] == "Power" and isinstance(link[1], int | float))
