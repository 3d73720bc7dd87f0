"""The derivation stepper: any typed expression, differentiated one rule at a time."""

from __future__ import annotations

import sympy
import traitlets

from ptcode.autodiff.checks import central_difference
from ptcode.core.formatting import short
from ptcode.functions.catalogue import local_derivatives
from ptcode.functions.function import Function
from ptcode.functions.parser import ParseError, parse
from ptcode.functions.tree import Tree, from_tree
from ptcode.functions.working import Step, Working, show_working
from ptcode.functions.writing import write
from ptcode.widgets.base import LiveFigure
from ptcode.widgets.traits import Number, Whole

EXPRESSIONS = (
    "sin(x²)",
    "sin(cos x)",
    "ln(sin x)",
    "e^(−x)",
    "(2x + 1)³",
    "1/(1 + e^(−x))",
    "(sin x)²",
    "cos(sin(x²))",
    "x sin(x²)",
    "x + x²",
)


class DerivationStepper(LiveFigure):
    """The chain rule applied to a typed expression step by step, each step checked at ``x``.

    ``expression`` is typed as a reader would (``"sin(x^2)"``, ``"ln sin x"``), ``step`` is how
    many steps are shown. ``working`` is how it is found, ``steps`` are its lines,
    ``derivative`` is the result as a Function, ``slope`` its value at ``x`` and ``measured`` the
    central difference there. While a reader types, ``expression`` is what stands in the field; as
    long as it cannot be read, the results raise a ParseError.

    >>> stepper = DerivationStepper("sin(x^2)", x=1.5, step=1)
    >>> stepper
    DerivationStepper: y = sin(x²), step 1 of 7; dy/dx = 2x·cos(x²), at x = 1.5 slope −1.8845
    >>> stepper.steps[3].latex
    '\\\\frac{dy}{du} = \\\\cos u'
    """

    kind = "derivation"
    expression = traitlets.Unicode("sin(x²)").tag(sync=True, state=True)
    x = Number(1.5).tag(sync=True, state=True)
    step = Whole(0).tag(sync=True, state=True)

    def __init__(self, expression="sin(x²)", **options):
        parse(expression)  # raises a ParseError that says what is wrong and where
        super().__init__(expression=expression, **options)
        self.data = {"expressions": list(EXPRESSIONS), "derivatives": local_derivatives()}

    @property
    def tree(self) -> Tree:
        """The expression as it was typed."""
        return parse(self.expression)

    @property
    def working(self) -> Working:
        """How the derivative is found."""
        return show_working(self.tree)

    @property
    def steps(self) -> list[Step]:
        """All lines of the derivation."""
        return self.working.steps

    @property
    def function(self) -> Function:
        """The expression, to compute with."""
        return _function(self.tree)

    @property
    def derivative(self) -> Function:
        """The derivative that the steps arrive at."""
        return _function(self.working.derivative)

    @property
    def slope(self) -> float:
        """The value of the derivative at x."""
        return float(self.derivative(self.x))

    @property
    def measured(self) -> float:
        """The central difference at x."""
        return float(central_difference(self.function, self.x))

    @property
    def default_caption(self) -> str:
        """What to do with the figure, and what it shows."""
        return (
            "A derivation, one step at a time. Choose an expression or type one, and step. Double "
            "underline: the outer function and its factor; dotted: the innermost; dashed: what "
            "lies between. Every line is computed at x and, where it is a derivative, measured "
            "there by a small nudge. The dashed tangent has the slope of the last line."
        )

    def still(self):
        """The same state as a matplotlib figure."""
        from ptcode.stills import derivation_still

        return derivation_still(self.working, self._shown, self.x)

    @property
    def _shown(self) -> int:
        return min(self.step, len(self.steps))

    def __repr__(self):
        try:
            derivative = write(self.working.derivative)
        except ParseError as error:
            return f"DerivationStepper: {self.expression!r} cannot be read: {error}"
        return (
            f"DerivationStepper: y = {write(self.tree)}, step {self._shown} of {len(self.steps)}; "
            f"dy/dx = {derivative}, at x = {short(self.x)} slope {short(self.slope, 5)}"
        )


def _function(tree: Tree) -> Function:
    return Function(from_tree(tree), (sympy.Symbol("x", real=True),))
