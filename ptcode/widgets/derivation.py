"""The derivation stepper: any typed expression, differentiated one rule at a time."""

from __future__ import annotations

from math import isfinite, nan
from typing import Any

import sympy

from ptcode.autodiff.checks import central_difference
from ptcode.core.formatting import short
from ptcode.functions.catalogue import local_derivatives
from ptcode.functions.function import Function, x
from ptcode.functions.working import Working, show_working
from ptcode.functions.writing import write
from ptcode.widgets.own_expression import OwnExpression, listed
from ptcode.widgets.traits import Number, Whole

EXPRESSIONS = (
    sympy.sin(x**2),
    sympy.sin(sympy.cos(x)),
    sympy.log(sympy.sin(x)),
    sympy.exp(-x),
    (2 * x + 1) ** 3,
    1 / (1 + sympy.exp(-x)),
    sympy.sin(x) ** 2,
    sympy.cos(sympy.sin(x**2)),
    x * sympy.sin(x**2),
    x + x**2,
)


class DerivationStepper(OwnExpression):
    """The chain rule applied to an expression step by step, each step checked at ``x``.

    ``expression`` is SymPy or a Function in x, or a name of the catalogue; it reads as its text.
    ``step`` is how many steps the page shows. ``working`` are the links and their local
    derivatives, ``derivative`` is the result as a Function, ``slope`` its value at ``x`` and
    ``measured`` the central difference there. While a reader types, ``expression`` is what stands
    in the field; as long as it cannot be read, the results raise a ValueError.

    >>> stepper = DerivationStepper("sine-of-square", x=1.5)
    >>> stepper
    DerivationStepper: y = sin(x²), dy/dx = 2x·cos(x²), at x = 1.5 slope −1.8845
    >>> stepper.working.links[1].local_derivative
    cos(u)
    """

    kind = "derivation"
    title = "Derivation, step by step"
    subject = ("expression",)
    offers = ("expression", "play", "x")
    x = Number(1.5)
    step = Whole(0)

    default_caption = (
        "A derivation, one step at a time. Choose an expression or type one, and step. Double "
        "underline: the outer function and its factor; dotted: the innermost; dashed: what "
        "lies between. Every line is computed at x and, where it is a derivative, measured "
        "there by a small nudge. The dashed tangent has the slope of the last line."
    )

    def __init__(
        self,
        expression: str | Function | sympy.Expr = EXPRESSIONS[0],
        **options: Any,
    ) -> None:
        super().__init__(expression=expression, **options)
        self.data = {"expressions": listed(EXPRESSIONS), "derivatives": local_derivatives()}

    @property
    def working(self) -> Working:
        """How the derivative is found."""
        return show_working(self.formula, x)

    @property
    def function(self) -> Function:
        """The expression, to compute with."""
        return Function(self.formula, (x,))

    @property
    def derivative(self) -> Function:
        """The derivative that the steps arrive at."""
        return Function(self.working.derivative, (x,))

    @property
    def slope(self) -> float:
        """The value of the derivative at x; nan where the expression itself has no value."""
        return float(self.derivative(self.x)) if isfinite(float(self.function(self.x))) else nan

    @property
    def measured(self) -> float:
        """The central difference at x."""
        return float(central_difference(self.function, self.x))

    def _pictured(self) -> tuple[Any, ...]:
        return self.working, self.x

    def __repr__(self) -> str:
        if self.tree is None:
            return f"DerivationStepper: {self.expression!r} cannot be read"
        return (
            f"DerivationStepper: y = {write(self.tree)}, dy/dx = {write(self.working.derivative)}, "
            f"at x = {short(self.x)} slope {short(self.slope, 5)}"
        )
