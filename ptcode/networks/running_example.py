"""The running example of chapters 6 to 9: one input, one hidden node, one output node.

z₁ = W₁x, a₁ = σ(z₁), z₂ = W₂a₁, ŷ = σ(z₂), J = ½(ŷ − y)².
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cached_property

from ptcode.autodiff.backward import Variable, gradients
from ptcode.autodiff.graph.export import graph
from ptcode.core.validation import finite_number
from ptcode.functions.catalogue import half_squared_error, sigmoid


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

    def __post_init__(self):
        for field in fields(self):
            number = finite_number(getattr(self, field.name), field.name)
            object.__setattr__(self, field.name, number)

    @cached_property
    def variables(self) -> dict[str, Variable]:
        """The traced computation: both weights and every value made of them, in order."""
        W1, W2 = Variable(self.W1, name="W1"), Variable(self.W2, name="W2")
        z1 = W1 * self.x
        a1 = sigmoid(z1)
        z2 = W2 * a1
        y_hat = sigmoid(z2)
        J = half_squared_error(y_hat, self.y)
        return {"W1": W1, "W2": W2, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat, "J": J}

    @cached_property
    def values(self) -> dict[str, float]:
        """The forward pass: z₁, a₁, z₂, ŷ and J."""
        computed = {k: v for k, v in self.variables.items() if k not in ("W1", "W2")}
        return {name: float(variable.value) for name, variable in computed.items()}

    @cached_property
    def adjoints(self) -> dict[str, float]:
        """The backward pass: ∂J/∂v for every value v, from J back to the weights."""
        names = list(reversed(self.variables))
        found = gradients(self.variables["J"], [self.variables[name] for name in names])
        return dict(zip(names, map(float, found), strict=True))

    @property
    def graph(self) -> dict:
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
