"""One definition per function: a SymPy expression from which everything else is derived."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol, Self, TypeAlias, TypeVar, overload

import numpy as np
import sympy

from ptcode.core.types import Array, ArrayLike, Compiled, Real, Value
from ptcode.core.validation import real_array, real_symbol
from ptcode.functions.algebra import Algebra
from ptcode.functions.language import differentiated, real_expression
from ptcode.functions.numeric import numpy_function
from ptcode.functions.tree import Tree, to_tree

x = sympy.Symbol("x", real=True)
theta = sympy.Symbol("theta", real=True)
u = sympy.Symbol("u", real=True)
v = sympy.Symbol("v", real=True)
a = sympy.Symbol("a", real=True)
"""The value of a function, where its derivative is written with the value: σ′ = a(1 − a)."""

_SCALARS = {float, int, np.float64}


class Traceable(Protocol):
    """What can be done with traced values: a formula, and for each argument the way back."""

    @property
    def compiled(self) -> Compiled:
        """The result from the arguments."""

    @property
    def pullbacks(self) -> tuple[Compiled, ...]:
        """For each argument: (adjoint, result, *arguments) ↦ its share of the adjoint."""


class Traced:
    """A value that a Function does not compute with but hands itself to (see ``autodiff``)."""

    __slots__ = ()
    value: Value

    def traced(self, function: Traceable, arguments: Sequence[Operand]) -> Self:
        """What ``function(*arguments)`` is when this is one of the arguments."""
        raise NotImplementedError


TracedT = TypeVar("TracedT", bound=Traced)
Operand: TypeAlias = "Traced | ArrayLike"
"""What a traced value is made of: others, and plain numbers and arrays."""


@dataclass(frozen=True)
class Function(Algebra):
    """A real function of real variables, defined once by a SymPy expression.

    ``variables`` fixes the order of the arguments; left out, it is the free symbols by name.
    ``name`` is how the book refers to it; ``notes`` says what is special about it; ``domain``
    holds the conditions under which it is defined, none for all real numbers.
    ``derivative_from_value`` is the derivative written with the symbol ``a`` for the value, where
    that is cheaper: σ′ = a(1 − a). ``exact_from_value`` is written with value and variables,
    where the first loses its digits: σ′ = a·σ(−u), since 1 − a is 0 from u = 37 on.

    Sums, products, quotients and powers of Functions are Functions; F @ G and F(G) compose them.

    >>> square = Function(x**2, name="square")
    >>> float(square(5)), float(square.derivative(5)), square.latex
    (25.0, 10.0, 'x^{2}')
    """

    expression: sympy.Expr
    variables: tuple[sympy.Symbol, ...] = ()
    name: str = ""
    notes: str = ""
    domain: tuple[sympy.Rel, ...] = ()
    derivative_from_value: sympy.Expr | None = field(default=None, repr=False, compare=False)
    exact_from_value: sympy.Expr | None = field(default=None, repr=False, compare=False)
    _parts: tuple[Function, Function] | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        expression = real_expression(self.expression)
        object.__setattr__(self, "expression", expression)
        variables = self.variables or sorted(expression.free_symbols, key=str) or (x,)
        variables = tuple(map(real_symbol, variables))
        object.__setattr__(self, "variables", variables)
        strangers = expression.free_symbols - set(variables)
        if strangers:
            raise ValueError(
                f"{expression} contains {', '.join(sorted(map(str, strangers)))}, which is not "
                f"among the variables {variables}: add it to variables or give it a value"
            )

    @overload
    def __call__(self, inner: Function, /) -> Function: ...
    # Numbers are arrays too: mypy warns, but the first that fits is the right one.
    @overload
    def __call__(self, *arguments: Real) -> np.float64: ...  # type: ignore[overload-overlap]
    @overload
    def __call__(self, *arguments: ArrayLike) -> Array: ...
    @overload
    def __call__(self, variable: TracedT, /, *others: Operand) -> TracedT: ...
    @overload
    def __call__(self, first: ArrayLike, variable: TracedT, /, *others: Operand) -> TracedT: ...
    @overload
    def __call__(self, *arguments: Operand) -> Any: ...
    def __call__(self, *arguments: Any) -> Any:
        """The values at ``arguments``, one number or array a variable, broadcast by NumPy's rules.

        Returns float64. Outside the domain the value is nan or ±inf, without a warning.
        Raises TypeError for a wrong number of arguments and for anything that is not real.
        A ``Variable`` of ``autodiff`` among the arguments makes the result a Variable; a Function
        of one variable at another Function is their composition, f(g) = f @ g.
        """
        if len(arguments) == 1 and isinstance(arguments[0], Function):
            return self @ arguments[0]
        if len(arguments) != len(self.variables):
            raise TypeError(
                f"{self} takes {len(self.variables)} argument(s) "
                f"({', '.join(map(str, self.variables))}), got {len(arguments)}"
            )
        for argument in arguments:
            if isinstance(argument, Traced):
                return argument.traced(self, arguments)
        if _SCALARS.issuperset(map(type, arguments)):
            values: Iterable[Value] = map(np.float64, arguments)
        else:
            values = map(self._number, arguments, self.variables)
        with np.errstate(all="ignore"):
            result: Any = self.compiled(*values)
        return result[()]

    def _made(
        self,
        expression: sympy.Expr,
        variables: tuple[sympy.Symbol, ...],
        conditions: Iterable[sympy.Rel],
        parts: tuple[Function, Function] | None = None,
    ) -> Function:
        names = [part.name for part in parts or ()]
        return Function(
            expression,
            variables,
            name="∘".join(names) if all(names) else "",
            domain=tuple(dict.fromkeys(c for c in conditions if c != sympy.true)),
            _parts=parts,
        )

    @cached_property
    def compiled(self) -> Compiled:
        """The bare formula in NumPy, for inner loops: float64 in and out, nothing checked."""
        formula = numpy_function(self.variables, self.expression)
        count = len(self.variables)
        probes = np.ix_(*[np.array([0.3, 0.7])] * count)
        with np.errstate(all="ignore"):
            if np.shape(formula(*probes)) == (2,) * count:
                return formula
        # A formula that some variable has dropped out of does not see that variable's shape.
        return lambda *arrays: formula(*arrays) + np.zeros(np.broadcast(*arrays, 0.0).shape)

    @cached_property
    def pullbacks(self) -> tuple[Compiled, ...]:
        """For each variable: (adjoint, value, *arguments) ↦ adjoint · local derivative, compiled.

        The local derivative is written with the function's value where ``exact_from_value`` or
        ``derivative_from_value`` says how, so that a backward pass computes nothing twice.
        """
        adjoint, value = sympy.symbols("adjoint value", real=True, cls=sympy.Dummy)
        local_derivatives = [partial.expression for partial in self.partials]
        from_value = self.exact_from_value or self.derivative_from_value
        if from_value is not None:
            local_derivatives = [from_value.xreplace({a: value})]
        return tuple(
            numpy_function((adjoint, value, *self.variables), adjoint * d) if d != 0 else _no_pull()
            for d in local_derivatives
        )

    def partial(self, variable: sympy.Symbol | int | str) -> Function:
        """The partial derivative with respect to one variable, all others held constant.

        Where there is none (a kink, a jump) it takes the book's convention: 0 at 0 for |x|, ReLU,
        sign and step, never a Dirac delta.
        """
        symbol = self._variable(variable)
        derivative = differentiated(self.expression, symbol)
        name = f"∂{self.name}/∂{symbol}" if self.name else ""
        return Function(derivative, self.variables, name=name, domain=self.domain)

    @cached_property
    def partials(self) -> tuple[Function, ...]:
        """All partial derivatives, in the order of the variables: together, the gradient."""
        return tuple(map(self.partial, self.variables))

    @property
    def derivative(self) -> Function:
        """The derivative of a function of one variable."""
        if len(self.variables) != 1:
            raise TypeError(
                f"{self} has {len(self.variables)} variables, so it has partial derivatives, "
                "not a derivative: use .partials or .partial(variable)"
            )
        return self.partials[0]

    @property
    def latex(self) -> str:
        """The expression as LaTeX, without delimiters."""
        return sympy.latex(self.expression, ln_notation=True)

    @cached_property
    def tree(self) -> Tree:
        """The expression as MathJSON, plain JSON for the browser."""
        return to_tree(self.expression, as_written=None)

    def _repr_latex_(self) -> str:
        return rf"$\displaystyle {self.latex}$"

    @property
    def outer(self) -> Function | None:
        """f of a composition f @ g; None for a function that was not composed."""
        return self._parts and self._parts[0]

    @property
    def inner(self) -> Function | None:
        """g of a composition f @ g; None for a function that was not composed."""
        return self._parts and self._parts[1]

    def __str__(self) -> str:
        return self.name or str(self.expression)

    def _variable(self, variable: sympy.Symbol | int | str) -> sympy.Symbol:
        names = [str(v) for v in self.variables]
        if isinstance(variable, int) and 0 <= variable < len(names):
            return self.variables[variable]
        if str(variable) in names:
            return self.variables[names.index(str(variable))]
        raise ValueError(f"{self} has no variable {variable!r}; its variables are {names}")

    def _number(self, argument: object, variable: sympy.Symbol) -> Array:
        """An argument as a float array, or an error that says what to write instead."""
        if isinstance(argument, Function) or (
            isinstance(argument, sympy.Basic) and argument.free_symbols
        ):
            raise TypeError(
                f"{self} is computed at numbers, arrays and Variables, got {argument} for "
                f"{variable}: for a formula take SymPy's functions, Function(sympy.exp(x)), or put "
                "one Function into another of one variable, f(g) or f @ g"
            )
        return real_array(argument, str(variable))


def _no_pull() -> Compiled:
    return lambda adjoint, *_: adjoint * 0.0
