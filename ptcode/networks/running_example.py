"""The running example of the chapters on networks: one input, one hidden unit, one output unit.

z₁ = W₁x, a₁ = σ(z₁), z₂ = W₂a₁, ŷ = σ(z₂), J = ½(ŷ − y)². ``FORWARD`` states it, once; the traced
computation, the functions of both weights and the symbolic forms are derived from that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any

import sympy

from ptcode.autodiff.backward import Variable, gradients
from ptcode.autodiff.graph.export import graph
from ptcode.core.validation import finite_number
from ptcode.functions.catalogue import half_squared_error, multiply, sigmoid
from ptcode.functions.function import Function

FORWARD: dict[str, tuple[Function, *tuple[str, ...]]] = {
    "z1": (multiply, "W1", "x"),
    "a1": (sigmoid, "z1"),
    "z2": (multiply, "W2", "a1"),
    "y_hat": (sigmoid, "z2"),
    "J": (half_squared_error, "y_hat", "y"),
}
"""Every value by name, in order: the operation and the values that it is made of."""
INPUTS = ("x", "y", "W1", "W2")


def forward(
    apply: Callable = lambda function, *values: function(*values), **inputs: Any
) -> dict[str, Any]:
    """Every value by name, from x, y, W1 and W2: numbers, or Variables to trace.

    ``apply`` says how an operation is applied, by default by calling it.

    >>> round(float(forward(x=1.5, y=1.0, W1=0.8, W2=-1.2)["J"]), 6)
    0.255967
    """
    values: dict[str, Any] = dict(inputs)
    for name, (operation, *arguments) in FORWARD.items():
        values[name] = apply(operation, *(values[argument] for argument in arguments))
    return {name: values[name] for name in FORWARD}


def symbols() -> dict[str, sympy.Symbol]:
    """A real symbol for every input and every value."""
    return {name: sympy.Symbol(name, real=True) for name in (*INPUTS, *FORWARD)}


def expressions(**inputs: sympy.Expr | float) -> dict[str, sympy.Expr]:
    """Every value as a SymPy expression in x, y, W1 and W2, those given replaced by their value.

    >>> expressions(x=sympy.Rational(3, 2))["y_hat"]
    sigmoid(W2*sigmoid(3*W1/2))
    """
    known = symbols()
    given = {name: sympy.sympify(inputs.get(name, known[name]), strict=True) for name in INPUTS}
    return forward(_at, **given)


def steps() -> dict[str, sympy.Expr]:
    """Each value as a SymPy expression in the symbols of the values that it is made of.

    >>> steps()["z2"], steps()["y_hat"]
    (W2*a1, sigmoid(z2))
    """
    known = symbols()
    return {
        name: _at(operation, *(known[argument] for argument in arguments))
        for name, (operation, *arguments) in FORWARD.items()
    }


def partials() -> dict[tuple[str, str], sympy.Expr]:
    """∂value/∂argument for every link, in the symbols of the arguments: what backpropagation needs.

    >>> partials()["z2", "a1"], partials()["J", "y_hat"]
    (W2, -y + y_hat)
    """
    known = symbols()
    return {
        (name, argument): _at(operation.partials[place], *(known[each] for each in arguments))
        for name, (operation, *arguments) in FORWARD.items()
        for place, argument in enumerate(arguments)
    }


def _at(function: Function, *values: sympy.Expr) -> sympy.Expr:
    """The expression of a Function, at expressions."""
    return function.expression.subs(dict(zip(function.variables, values, strict=True)))


@dataclass(frozen=True)
class RunningExample:
    """The network at one input x, target y and weights W₁, W₂; all plain numbers.

    >>> example = RunningExample()
    >>> {name: round(value, 6) for name, value in example.values.items()}
    {'z1': 1.2, 'a1': 0.768525, 'z2': -0.92223, 'y_hat': 0.284504, 'J': 0.255967}
    >>> round(example.adjoints["W1"], 6), round(example.step(0.5).values["J"], 6)
    (0.046638, 0.248631)
    """

    x: float = 1.5
    y: float = 1.0
    W1: float = 0.8
    W2: float = -1.2

    def __post_init__(self) -> None:
        for field in fields(self):
            number = finite_number(getattr(self, field.name), field.name)
            object.__setattr__(self, field.name, number)

    @cached_property
    def variables(self) -> dict[str, Variable]:
        """The traced computation: both weights and every value made of them, in order."""
        weights = {name: Variable(getattr(self, name), name=name) for name in ("W1", "W2")}
        return weights | forward(x=self.x, y=self.y, W1=weights["W1"], W2=weights["W2"])

    @cached_property
    def values(self) -> dict[str, float]:
        """The forward pass: z₁, a₁, z₂, ŷ and J."""
        return {name: float(self.variables[name].value) for name in FORWARD}

    @cached_property
    def adjoints(self) -> dict[str, float]:
        """The backward pass: the adjoint v̄ of every value v, from J back to the weights."""
        names = list(reversed(self.variables))
        found = gradients(self.variables["J"], [self.variables[name] for name in names])
        return dict(zip(names, map(float, found), strict=True))

    @cached_property
    def functions(self) -> dict[str, Function]:
        """Every value as a function of both weights, at this x and y: J is a landscape over them.

        >>> cost = RunningExample().functions["J"]
        >>> [round(float(partial(0.8, -1.2)), 6) for partial in cost.partials]
        [0.046638, -0.111934]
        """
        known = symbols()
        found = expressions(x=sympy.Float(self.x), y=sympy.Float(self.y))
        weights = known["W1"], known["W2"]
        return {name: Function(found[name], weights, name=name) for name in FORWARD}

    @property
    def graph(self) -> dict[str, Any]:
        """The computation as plain JSON, for the graph stepper."""
        return graph(self.variables["J"], self.variables)

    def step(self, learning_rate: float) -> RunningExample:
        """The example after one update W := W − α·∂J/∂W of both weights at once."""
        alpha = finite_number(learning_rate, "learning_rate", minimum=0.0)
        return replace(
            self,
            W1=self.W1 - alpha * self.adjoints["W1"],
            W2=self.W2 - alpha * self.adjoints["W2"],
        )
