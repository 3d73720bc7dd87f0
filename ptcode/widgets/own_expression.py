"""An expression of one's own in a figure: text in the state and in links, SymPy in Python.

The reader types in the browser, which reads the text and hands Python its tree. From Python one
passes a SymPy expression, a Function or a name of the catalogue; text is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sympy
import traitlets

from ptcode.core.names import meant
from ptcode.functions.catalogue import CURVES
from ptcode.functions.choice import formula
from ptcode.functions.composition import tree_of
from ptcode.functions.function import Function, x
from ptcode.functions.tree import Tree, from_tree
from ptcode.functions.writing import pretty, write
from ptcode.widgets.base import LiveFigure


class Written(str):
    """The text of an expression, with its tree; None while the browser has not sent it."""

    tree: Tree | None = None


def written(value: sympy.Expr | Function | str, variables: Sequence[str] = ("x",)) -> Written:
    """An expression in some variables as it would be typed.

    Raises TypeError for a text that is no name of the catalogue, and says what to write instead.

    >>> written("sine-of-square"), written(sympy.sqrt(sympy.Symbol("x") + 1))
    ('sin(x²)', '√(x + 1)')
    """
    if isinstance(value, str):
        if value not in CURVES:
            raise TypeError(
                f"{value!r} is text, which only the browser reads: from Python write SymPy, "
                "sympy.sin(x**2) with x = sympy.Symbol('x', real=True), or a name of the "
                f"catalogue. {meant(value, CURVES)}"
            )
        value = CURVES[value]
    tree = tree_of(value)
    strangers = sorted({str(symbol) for symbol in formula(value).free_symbols} - {*variables})
    if strangers:
        raise ValueError(
            f"{write(tree)} contains {', '.join(map(pretty, strangers))}: write it in "
            f"{', '.join(variables)} alone"
        )
    text = Written(write(tree))
    text.tree = tree
    return text


class Expression(traitlets.TraitType[Written, Any]):
    """Takes SymPy, a Function or a name, holds the text; from a browser comes text alone."""

    def __init__(self, default: sympy.Expr, variables: Sequence[str] = ("x",)) -> None:
        self.variables = tuple(variables)
        super().__init__(written(default, variables))
        self.tag(sync=True, state=True, from_json=lambda text, _: Written(text))

    def validate(self, obj: Any, value: Any) -> Written:
        """The text, if it is one that can be shown; what stands there already may stand."""
        present = obj._trait_values.get(self.name, self.default_value)
        if isinstance(value, str) and value == present:
            return present
        return value if isinstance(value, Written) else written(value, self.variables)


def _received(tree: Any, figure: OwnExpression) -> Tree | None:
    """A tree from the browser: well formed, of bounded size, in the figure's variables."""
    if tree is None:
        return None
    strangers = from_tree(tree, evaluate=False).free_symbols - figure.symbols
    if strangers:
        raise ValueError(f"{write(tree)} contains {strangers}, the figure knows {figure.symbols}")
    return tree


class OwnExpression(LiveFigure):
    """What figures share that show an expression by choice or as typed.

    ``expression`` is its text, ``tree`` what the text says: None as long as what stands in the
    field cannot be read. ``formula`` is the same in SymPy, with nothing carried out.
    """

    expression = Expression(sympy.sin(x**2))
    tree = traitlets.Any(None, allow_none=True).tag(sync=True, from_json=_received)

    @property
    def symbols(self) -> set[sympy.Symbol]:
        """What may occur in the expression."""
        return {sympy.Symbol(name, real=True) for name in type(self).expression.variables}

    @property
    def read_tree(self) -> Tree:
        """The tree; a ValueError while what stands in the field cannot be read."""
        if self.tree is None:
            raise ValueError(f"{self.expression!r} cannot be read: the figure says where and why")
        return self.tree

    @property
    def formula(self) -> sympy.Expr:
        """The expression in SymPy, as it stands; a ValueError while it cannot be read."""
        return from_tree(self.read_tree, evaluate=False)

    @traitlets.default("tree")
    def _first_tree(self) -> Tree | None:
        return self.expression.tree

    @traitlets.observe("expression")
    def _take_tree(self, change: traitlets.Bunch) -> None:
        if change["new"].tree is not None:
            self.tree = change["new"].tree


def listed(expressions: Sequence[sympy.Expr]) -> list[dict[str, Any]]:
    """Expressions to choose from, as the browser gets them: text and tree."""
    return [{"text": write(tree), "tree": tree} for tree in map(tree_of, expressions)]
