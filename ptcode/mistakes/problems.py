"""What a reader is asked to differentiate, in the form that mistakes can be made of.

Every problem has a ``variable``, the ``correct`` derivative (a SymPy expression in it) and the
``points`` at which answers are compared. A ``ChainProblem`` knows its links, a ``PathsProblem``
the paths whose contributions add up, a ``WeightProblem`` is the running example and one weight.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import numpy as np
import sympy

from ptcode.core.validation import whole_number
from ptcode.functions.catalogue import half_squared_error, satisfies_domain, sigmoid
from ptcode.functions.function import Function, u, v
from ptcode.functions.structure import Kind, U, chain, decompose
from ptcode.functions.tree import from_tree
from ptcode.functions.typed.rules import differentiate, local_derivative
from ptcode.networks.running_example import RunningExample

POINTS = 24
"""How many points two answers are compared at."""


@dataclass(frozen=True)
class ChainProblem:
    """Differentiate f_n(… f_2(f_1(x)) …); ``links`` are f_1, …, f_n, the innermost first."""

    links: tuple[Function, ...]
    window: tuple[float, float] = (-2.0, 2.0)
    seed: int = 0

    def __post_init__(self):
        """Every link must be a function of one value."""
        for link in self.links:
            if len(link.variables) != 1:
                raise ValueError(f"a link is a function of one variable, {link} has several")

    @property
    def variable(self) -> sympy.Symbol:
        """What the derivative is taken with respect to."""
        return self.links[0].variables[0]

    @cached_property
    def values(self) -> tuple[sympy.Expr, ...]:
        """x, f_1(x), f_2(f_1(x)), …: one more than there are links."""
        values = [self.variable]
        for link in self.links:
            values.append(at(link, values[-1]))
        return tuple(values)

    @cached_property
    def local_derivatives(self) -> tuple[sympy.Expr, ...]:
        """f_1′(x), f_2′(f_1(x)), …: each at the value that goes into its link."""
        inputs = self.values[:-1]
        return tuple(at(link.derivative, z) for link, z in zip(self.links, inputs, strict=True))

    @property
    def function(self) -> Function:
        """The whole composite."""
        return Function(self.values[-1], (self.variable,))

    @cached_property
    def correct(self) -> sympy.Expr:
        """The product of the local derivatives."""
        return sympy.prod(self.local_derivatives)

    @cached_property
    def points(self) -> np.ndarray:
        """Seeded points of the window where the composite and its derivative are defined."""
        return sample(self.function, self.window, self.seed)


@dataclass(frozen=True)
class PathsProblem:
    """Differentiate a sum, product or quotient: x goes several ways, whose contributions add."""

    function: Function
    window: tuple[float, float] = (-2.0, 2.0)
    seed: int = 0

    @property
    def variable(self) -> sympy.Symbol:
        """What the derivative is taken with respect to."""
        return self.function.variables[0]

    @cached_property
    def paths(self) -> tuple[sympy.Expr, ...]:
        """What each way contributes: a local derivative times the derivative of what is there."""
        tree, name = self.function.tree, str(self.variable)
        slopes = [differentiate(part, name) for part in tree[1:]]
        return tuple(
            from_tree(local_derivative(tree, i)) * from_tree(slope)
            for i, slope in enumerate(slopes)
            if slope != 0
        )

    @property
    def correct(self) -> sympy.Expr:
        """The sum over the paths."""
        return sympy.Add(*self.paths)

    @cached_property
    def points(self) -> np.ndarray:
        """Seeded points of the window where the function and its derivative are defined."""
        return sample(self.function, self.window, self.seed)


@dataclass(frozen=True)
class WeightProblem(ChainProblem):
    """∂J/∂W for a weight ``W1`` or ``W2`` of the running example: a chain, asked for as a number.

    >>> round(float(WeightProblem(weight="W1").correct_number), 6)
    0.046638
    """

    links: tuple[Function, ...] = field(init=False)
    weight: str = "W1"
    example: RunningExample = field(default_factory=RunningExample)
    learning_rate: float = 0.5

    def __post_init__(self):
        """The links follow from the example and the weight."""
        if self.weight not in ("W1", "W2"):
            raise ValueError(f"weight must be 'W1' or 'W2', got {self.weight!r}")
        W = sympy.Symbol(self.weight, real=True)
        error = Function(half_squared_error.expression.subs(v, self.example.y), (u,))
        links = [Function(self.input * W, (W,)), sigmoid]
        if self.weight == "W1":
            links += [Function(self.example.W2 * u, (u,)), sigmoid]
        object.__setattr__(self, "links", (*links, error))

    @property
    def input(self) -> float:
        """What the weight multiplies: x for W₁, a₁ for W₂."""
        return self.example.x if self.weight == "W1" else self.example.values["a1"]

    @property
    def points(self) -> np.ndarray:
        """The one point in question: the weight's value."""
        return np.array([getattr(self.example, self.weight)])

    @property
    def correct_number(self) -> float:
        """The derivative at the weight's value."""
        return float(values_at_points(self.correct, self)[0])


Problem = ChainProblem | PathsProblem


def problem(function: Function, window=(-2.0, 2.0), seed: int = 0) -> Problem:
    """The problem of differentiating a function: a chain, or paths side by side.

    >>> x = sympy.Symbol("x", real=True)
    >>> [str(link) for link in problem(Function(sympy.sin(x**2))).links]
    ['x**2', 'sin(u)']
    """
    if len(function.variables) != 1:
        raise ValueError(f"{function} has several variables: fix all but one")
    name = str(function.variables[0])
    kind = decompose(function.tree, name).kind
    if kind in (Kind.BASIC, Kind.COMPOSITE):
        innermost, *machines = chain(function.tree, name)
        links = [Function(from_tree(innermost), function.variables)]
        links += [Function(from_tree(machine), (sympy.Symbol(U),)) for machine in machines]
        return ChainProblem(tuple(links), window, seed)
    if kind in (Kind.CONSTANT, Kind.VARIABLE):
        raise ValueError(f"{function} leaves nothing to get wrong: give a composite or a product")
    return PathsProblem(function, window, seed)


def at(function: Function, value: sympy.Expr) -> sympy.Expr:
    """The expression of a function of one variable, at a value."""
    return function.expression.subs(function.variables[0], value)


@lru_cache(maxsize=4096)
def values_at_points(answer: sympy.Expr, problem: Problem) -> np.ndarray:
    """An answer's values at the points of a problem; nan where it has none."""
    values = Function(answer, (problem.variable,))(problem.points)
    return np.where(np.isfinite(values), values, np.nan)


def same(
    one: sympy.Expr,
    other: sympy.Expr,
    problem: Problem,
    tolerance: float = 1e-9,
    share: float = 0.25,
) -> bool:
    """Do two answers agree at the problem's points, as far as both are defined there?

    That must be at least a ``share`` of the points; the tolerance is relative.
    """
    left, right = values_at_points(one, problem), values_at_points(other, problem)
    both = np.isfinite(left) & np.isfinite(right)
    if both.sum() < share * len(both):
        return False
    left, right = left[both], right[both]
    size = np.maximum(np.abs(left), np.abs(right))
    return bool(np.all(np.abs(left - right) <= tolerance * np.maximum(size, 1e-6)))


def sample(function: Function, window: tuple[float, float], seed: int) -> np.ndarray:
    """Seeded points of a window where a function and its derivative are defined, in order."""
    random = np.random.default_rng(whole_number(seed, "seed"))
    candidates = np.sort(random.uniform(*window, 4 * POINTS).round(6))
    good = satisfies_domain(function, candidates)
    for f in (function, function.derivative):
        good &= np.isfinite(f(candidates))
    if good.sum() < POINTS // 2:
        raise ValueError(f"{function} is hardly anywhere defined on {window}: choose a window")
    return candidates[good][:: max(1, int(good.sum()) // POINTS)][:POINTS]
