"""Same gradient, different step: update rules, and the one loop that runs them all.

A rule is a frozen value. ``rule.move(gradient, memory, k)`` returns how far to go in step k and
what to remember; ``rule.look(position, memory)`` says where to take the gradient. Arrays have any
shape and every entry is treated alike. Nothing is changed in place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import TypeAlias

import numpy as np

from ptcode.core.names import known_name
from ptcode.core.types import Array
from ptcode.core.validation import finite_number

Memory: TypeAlias = tuple[Array, ...]
"""What a rule remembers from step to step, each array of the shape of the position."""


@dataclass(frozen=True)
class GradientDescent:
    """θ := θ − α·g."""

    learning_rate: float

    def __post_init__(self) -> None:
        for field in fields(self):
            name, given = field.name, getattr(self, field.name)
            share = finite_number(given, name, minimum=0.0)
            if not isinstance(given, int | float):  # SymPy's 1/10, NumPy's float32
                object.__setattr__(self, name, share)
            if share >= 1 and name in ("momentum", "decay", "second_decay"):
                raise ValueError(f"{name} is the share that is kept, 0 ≤ {name} < 1, got {share}")

    def memory(self, position: Array) -> Memory:
        """What is remembered before the first step."""
        return (np.zeros_like(position),)

    def look(self, position: Array, memory: Memory) -> Array:
        """Where the gradient is taken: here."""
        return position

    def move(self, gradient: Array, memory: Memory, k: int) -> tuple[Array, Memory]:
        """The change of the position in step k = 1, 2, … and the new memory."""
        return -self.learning_rate * gradient, memory


@dataclass(frozen=True)
class Momentum(GradientDescent):
    """v := βv + g, θ := θ − αv: a heavy ball (Polyak 1964, in the form of Goh 2017)."""

    momentum: float = 0.9

    def move(self, gradient: Array, memory: Memory, k: int) -> tuple[Array, Memory]:
        """−αv, and the velocity v = βv + g."""
        velocity = self.momentum * memory[0] + gradient
        return -self.learning_rate * velocity, (velocity,)


@dataclass(frozen=True)
class Nesterov(Momentum):
    """Momentum that takes the gradient where the velocity is about to carry it (Nesterov 1983)."""

    def look(self, position: Array, memory: Memory) -> Array:
        """The point that the old velocity alone would reach: θ − αβv."""
        return position - self.learning_rate * self.momentum * memory[0]


@dataclass(frozen=True)
class RMSProp(GradientDescent):
    """s := ρs + (1 − ρ)g², θ := θ − αg/(√s + ε): every entry in units of its own usual size.

    Tieleman and Hinton, *Neural Networks for Machine Learning*, lecture 6.5, 2012.
    """

    decay: float = 0.9
    tiny: float = 1e-8

    def move(self, gradient: Array, memory: Memory, k: int) -> tuple[Array, Memory]:
        """−αg/(√s + ε), and the mean square s."""
        square = self.decay * memory[0] + (1 - self.decay) * gradient**2
        return -self.learning_rate * gradient / (np.sqrt(square) + self.tiny), (square,)


@dataclass(frozen=True)
class Adam(GradientDescent):
    """RMSProp with momentum; both averages start at 0 and are corrected for it.

    m := β₁m + (1 − β₁)g, s := β₂s + (1 − β₂)g², θ := θ − α·m̂/(√ŝ + ε) with m̂ = m/(1 − β₁^k) and
    ŝ = s/(1 − β₂^k) (Kingma and Ba, *Adam*, 2015, algorithm 1).
    """

    learning_rate: float = 0.001
    decay: float = 0.9
    second_decay: float = 0.999
    tiny: float = 1e-8

    def memory(self, position: Array) -> Memory:
        """Mean and mean square, both 0."""
        return np.zeros_like(position), np.zeros_like(position)

    def move(self, gradient: Array, memory: Memory, k: int) -> tuple[Array, Memory]:
        """−α·m̂/(√ŝ + ε), and (m, s)."""
        mean = self.decay * memory[0] + (1 - self.decay) * gradient
        square = self.second_decay * memory[1] + (1 - self.second_decay) * gradient**2
        fair_mean = mean / (1 - self.decay**k)
        fair_square = square / (1 - self.second_decay**k)
        return -self.learning_rate * fair_mean / (np.sqrt(fair_square) + self.tiny), (mean, square)


def checked_rule(rule: object) -> GradientDescent:
    """``rule``, or a TypeError that says how to write one.

    >>> checked_rule(GradientDescent(0.1))
    GradientDescent(learning_rate=0.1)
    """
    if isinstance(rule, GradientDescent):
        return rule
    alpha = rule if isinstance(rule, int | float) else "α"
    raise TypeError(
        f"rule must be GradientDescent({alpha}), Momentum({alpha}, β), … , an update rule with "
        f"its learning rate, got {type(rule).__name__} {rule!r}"
    )


RULES: dict[str, type[GradientDescent]] = {
    "gd": GradientDescent,
    "momentum": Momentum,
    "nesterov": Nesterov,
    "rmsprop": RMSProp,
    "adam": Adam,
}
"""Every rule by the one name that states, links and figures use."""
NAMES = {
    "gd": "gradient descent",
    "momentum": "momentum",
    "nesterov": "Nesterov",
    "rmsprop": "RMSProp",
    "adam": "Adam",
}
"""How a reader is told of each."""
FORMER_NAMES = {"gradient-descent": "gd"}
"""What a rule was called in links that are still about."""


def rule_named(name: str, learning_rate: float, momentum: float = 0.9) -> GradientDescent:
    """The rule of that name; ``momentum`` is the β of momentum and Nesterov.

    >>> rule_named("nesterov", 0.05, 0.5)
    Nesterov(learning_rate=0.05, momentum=0.5)
    """
    kind = RULES[known_name(FORMER_NAMES.get(name, name), "a rule", RULES)]
    return kind(learning_rate, momentum) if issubclass(kind, Momentum) else kind(learning_rate)


def steps(
    gradient: Callable[[Array], Array], start: Array, rule: GradientDescent
) -> Iterator[Array]:
    """The positions θ₀, θ₁, θ₂, … without end; ``gradient`` maps a position to its gradient.

    >>> walk = steps(lambda theta: 2 * theta, np.array([2.0]), GradientDescent(0.75))
    >>> [float(next(walk)[0]) for _ in range(4)]
    [2.0, -1.0, 0.5, -0.25]
    """
    position, memory, k = start, checked_rule(rule).memory(start), 0
    while True:
        yield position
        k += 1
        move, memory = rule.move(gradient(rule.look(position, memory)), memory, k)
        position = position + move
