"""The function machine: x runs through the functions that an expression is made of."""

from __future__ import annotations

from typing import Any

import sympy

from ptcode.core.formatting import short
from ptcode.functions.composition import Parts, parts_of
from ptcode.functions.function import Function, u, x
from ptcode.functions.structure import U, chain, decompose, exchanged, value_at
from ptcode.functions.tree import Tree, from_tree
from ptcode.functions.writing import write
from ptcode.widgets.own_expression import OwnExpression, listed
from ptcode.widgets.traits import Number, Switch

EXPRESSIONS = (
    sympy.sin(x**2),
    sympy.sin(x) ** 2,
    sympy.log(sympy.sin(x)),
    sympy.exp(-x),
    1 / (1 + sympy.exp(-x)),
    (2 * x + 1) ** 3,
    sympy.sqrt(x**2 + 1),
    sympy.exp(-(x**2)),
    sympy.sin(x**2 + x),
    x * sympy.sin(x),
    x**2 + sympy.sin(x),
)
RANGE = {"min": -5, "max": 5}


class FunctionMachine(OwnExpression):
    """A number x on its way through an expression: machines in a row, and the same as a tree.

    ``expression`` is SymPy or a Function in x, or a name of the catalogue; it reads as its text.
    ``x`` goes in. With ``swap`` the inner and the outer function of a composite change places.
    ``parts``, ``outer``, ``inner`` and ``values`` are the result. ``names``, one word for each
    machine in the row, are what its values are called in place of u, v, … and y.

    >>> machine = FunctionMachine("sine-of-square", x=1.5)
    >>> machine
    FunctionMachine: sin(x²), x = 1.5 → composite: inner x² = 2.25, outer sin(u) = 0.7781
    >>> machine.swap = True
    >>> machine
    FunctionMachine: (sin(x))², x = 1.5 → composite: inner sin(x) = 0.9975, outer u² = 0.995
    """

    kind = "machine"
    title = "Function machine"
    subject = ("expression",)
    offers = ("expression", "swap", "x")
    x = Number(1.5)
    swap = Switch(False)

    default_caption = (
        "A function machine. Move x and watch every machine pass its value on; choose another "
        "expression, or type one. In the tree the outer function is the root, and the dotted "
        "border holds all that is inside it."
    )

    def __init__(
        self,
        expression: str | Function | sympy.Expr = EXPRESSIONS[0],
        *,
        names: str = "",
        **options: Any,
    ) -> None:
        super().__init__(expression=expression, **options)
        self._named = self.read_tree if names else None
        if names and len(names.split()) != len(chain(self.read_tree)):
            raise ValueError(f"names must name every machine in the row, got {names!r}")
        self.data = {
            "expressions": listed(EXPRESSIONS),
            "range": RANGE,
            "names": {"of": self.expression if names else "", "values": names},
        }

    @property
    def shown(self) -> Tree:
        """The expression that is shown, with inner and outer as ``swap`` says."""
        tree = self.read_tree
        return (exchanged(tree) or tree) if self.swap else tree

    @property
    def function(self) -> Function:
        """The expression that is shown, to compute with."""
        return Function(from_tree(self.shown), (x,))

    @property
    def parts(self) -> Parts[sympy.Expr]:
        """What the expression is made of, in SymPy, as ``composition.decompose`` says."""
        return parts_of(self.shown)

    @property
    def outer(self) -> Function | None:
        """The outer function in u; None where there is none."""
        outer = self.parts.outer
        return None if outer is None else Function(outer, (u,))

    @property
    def inner(self) -> Function | None:
        """The inner function in x; None where there is none."""
        inner = self.parts.inner
        return None if inner is None else Function(inner, (x,))

    @property
    def values(self) -> list[float]:
        """What each machine in the row hands on, from the inside out; nan from where it breaks."""
        value = self.x
        values: list[float] = []
        for index, machine in enumerate(chain(self.shown)):
            value = value_at(machine, U if index else "x", value)
            values.append(value)
        return values

    def _pictured(self) -> tuple[Any, ...]:
        named = self.shown == self._named
        return self.shown, self.x, self.data["names"]["values"].split() if named else []

    def __repr__(self) -> str:
        if self.tree is None:
            return f"FunctionMachine: {self.expression!r} cannot be read"
        shown = f"FunctionMachine: {write(self.shown)}, x = {short(self.x)}"
        parts, values = decompose(self.shown), self.values
        if parts.composite:
            outer, inner = map(write, parts.composite)
            first = f"inner {inner} = {short(values[-2])}"
            return f"{shown} → composite: {first}, outer {outer} = {short(values[-1])}"
        return f"{shown} → {parts.kind}: {short(values[-1])}"
