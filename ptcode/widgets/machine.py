"""The function machine: x runs through the functions that an expression is made of."""

from __future__ import annotations

import sympy
import traitlets

from ptcode.core.formatting import short
from ptcode.functions.function import Function
from ptcode.functions.parser import parse
from ptcode.functions.structure import Kind, U, chain, decompose, exchanged, value_at
from ptcode.functions.tree import Tree, from_tree
from ptcode.functions.writing import write
from ptcode.widgets.base import LiveFigure
from ptcode.widgets.traits import Number

EXPRESSIONS = (
    "sin(x²)",
    "sin²x",
    "ln(sin x)",
    "e^(−x)",
    "1/(1 + e^(−x))",
    "(2x + 1)³",
    "√(x² + 1)",
    "e^(−x²)",
    "sin(x² + x)",
    "x·sin x",
    "x² + sin x",
)
RANGE = {"min": -5, "max": 5}


class FunctionMachine(LiveFigure):
    """A number x on its way through an expression: machines in a row, and the same as a tree.

    ``expression`` is typed as a reader would (``"sin(x^2)"``, ``"ln sin x"``), or a Function or
    SymPy expression in x. ``x`` goes in. With ``swap`` the inner and the outer function of a
    composite change places. ``parts``, ``outer``, ``inner`` and ``values`` are the result.

    >>> machine = FunctionMachine("sin(x²)", x=1.5)
    >>> machine
    FunctionMachine: sin(x²), x = 1.5 → composite: inner x² = 2.25, outer sin(u) = 0.7781
    >>> machine.swap = True
    >>> machine
    FunctionMachine: (sin(x))², x = 1.5 → composite: inner sin(x) = 0.9975, outer u² = 0.995
    """

    kind = "machine"
    expression = traitlets.Unicode("sin(x²)").tag(sync=True, state=True)
    x = Number(1.5).tag(sync=True, state=True)
    swap = traitlets.Bool(False).tag(sync=True, state=True)

    def __init__(self, expression="sin(x²)", **options):
        super().__init__(expression=_text(expression), **options)
        self.data = {
            "expressions": [{"text": text, "tree": parse(text)} for text in EXPRESSIONS],
            "range": RANGE,
        }

    @property
    def tree(self) -> Tree:
        """The expression that is shown, as written, with inner and outer as ``swap`` says."""
        tree = parse(self.expression)
        return (exchanged(tree) or tree) if self.swap else tree

    @property
    def function(self) -> Function:
        """The expression that is shown, to compute with."""
        return Function(from_tree(self.tree), (sympy.Symbol("x", real=True),))

    @property
    def parts(self):
        """What the expression is made of, as ``decompose`` says."""
        return decompose(self.tree)

    @property
    def outer(self) -> Function | None:
        """The outer function in u; None where there is none."""
        return _function(self.parts.outer, "u")

    @property
    def inner(self) -> Function | None:
        """The inner function in x; None where there is none."""
        return _function(self.parts.inner, "x")

    @property
    def values(self) -> list[float]:
        """What each machine in the row hands on, from the inside out; nan from where it breaks."""
        values, value = [], self.x
        for index, machine in enumerate(chain(self.tree)):
            value = value_at(machine, U if index else "x", value)
            values.append(value)
        return values

    @property
    def default_caption(self) -> str:
        """What to do with the figure, and what it shows."""
        return (
            "A function machine. Move x and watch every machine pass its value on; choose another "
            "expression, or type one. In the tree the outer function is the root, and the dotted "
            "border holds all that is inside it."
        )

    def still(self):
        """The same state as a matplotlib figure."""
        from ptcode.stills import machine_still

        return machine_still(self.tree, self.x)

    def __repr__(self):
        shown = f"FunctionMachine: {write(self.tree)}, x = {short(self.x)}"
        parts, values = self.parts, self.values
        if parts.kind is Kind.COMPOSITE:
            inner = f"inner {write(parts.inner)} = {short(values[-2])}"
            return f"{shown} → composite: {inner}, outer {write(parts.outer)} = {short(values[-1])}"
        return f"{shown} → {parts.kind}: {short(values[-1])}"

    @traitlets.validate("expression")
    def _validate_expression(self, proposal):
        parse(proposal["value"])
        return proposal["value"]


def _text(expression) -> str:
    """An expression as it would be typed."""
    if isinstance(expression, str):
        return expression
    function = expression if isinstance(expression, Function) else Function(expression)
    if [str(variable) for variable in function.variables] != ["x"]:
        raise ValueError(
            f"the function machine takes one number x, {function} has the variables "
            f"{', '.join(map(str, function.variables))}: write it in x alone"
        )
    return write(function.tree)


def _function(tree: Tree | None, variable: str) -> Function | None:
    symbol = sympy.Symbol(variable, real=True)
    return None if tree is None else Function(from_tree(tree), (symbol,))
