"""What gradient descent does on a quadratic cost of n parameters, known before the first step.

Along the eigenvector of the Hessian with eigenvalue λ the distance to the minimum is multiplied
by 1 − αλ in every step: n one-dimensional descents side by side. The largest eigenvalue decides
whether they all converge, the smallest how long it takes (Nocedal and Wright, section 3.3; Goh,
*Why Momentum Really Works*, Distill 2017).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import sympy

from ptcode.core.names import Named
from ptcode.core.types import Array, ArrayLike
from ptcode.core.validation import finite_array, finite_number
from ptcode.descent.descent import Regime
from ptcode.functions.catalogue import COSTS, SURFACES
from ptcode.functions.choice import function_of
from ptcode.functions.function import Function


@dataclass(frozen=True)
class QuadraticTheory:
    """The curvatures λ₁ ≤ … ≤ λ_n of a quadratic cost and what follows from them."""

    curvatures: tuple[float, ...]

    @property
    def critical_learning_rate(self) -> float:
        """2/λ_max: below it gradient descent converges, above it diverges; ∞ without a valley."""
        return self.critical_with_momentum(0.0)

    @property
    def best_learning_rate(self) -> float:
        """2/(λ_min + λ_max): the flattest and the steepest direction shrink equally fast."""
        if self.curvatures[0] <= 0:
            raise ValueError("only a bowl has a best learning rate: a curvature is not positive")
        return 2 / (self.curvatures[0] + self.curvatures[-1])

    @property
    def condition_number(self) -> float:
        """λ_max/λ_min: how narrow the valley is."""
        low, high = self.curvatures[0], self.curvatures[-1]
        return high / low if low > 0 else np.inf

    def critical_with_momentum(self, momentum: float) -> float:
        """2(1 + β)/λ_max: momentum widens the range of learning rates up to twofold."""
        momentum = finite_number(momentum, "momentum", minimum=0.0)
        return 2 * (1 + momentum) / self.curvatures[-1] if self.curvatures[-1] > 0 else np.inf

    def factors(self, learning_rate: float) -> Array:
        """1 − αλ for every curvature: what a step multiplies the distance in its direction by."""
        alpha = finite_number(learning_rate, "learning_rate", minimum=0.0)
        return 1 - alpha * np.array(self.curvatures)

    def regime(self, learning_rate: float) -> Regime:
        """What happens from a start that has a part in every direction.

        >>> quadratic_theory([[2, 0], [0, 20]]).regime(0.09).value
        'converges from side to side'
        """
        alpha = finite_number(learning_rate, "learning_rate", minimum=0.0)
        products = alpha * np.array([c for c in self.curvatures if c != 0])
        if not products.size or alpha == 0:
            return Regime.STAYS
        if products.min() < 0 or products.max() > 2 * (1 + 1e-12):
            return Regime.DIVERGES
        if np.isclose(products.max(), 2, rtol=1e-12, atol=0):
            return Regime.BOUNCES
        if np.allclose(products, 1, rtol=1e-12, atol=0):
            return Regime.ONE_STEP
        return Regime.ONE_SIDE if products.max() <= 1 else Regime.ALTERNATES


def quadratic_theory(cost: str | Function | sympy.Expr | ArrayLike) -> QuadraticTheory:
    """The theory of a quadratic cost, or of ½θᵀAθ for a symmetric matrix A of shape (n, n).

    ``cost`` is a Function, a SymPy expression, the name of a surface or cost of the catalogue, or
    the matrix.

    >>> quadratic_theory("narrow-valley").critical_learning_rate
    0.1
    """
    if isinstance(cost, str | Function | sympy.Expr):
        matrix = _hessian(function_of(cost, Named("cost", SURFACES | COSTS), "cost", None))
    else:
        matrix = finite_array(cost, "the matrix")
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1] or not np.allclose(matrix, matrix.T):
        raise ValueError(f"the matrix must be symmetric of shape (n, n), got {matrix.tolist()}")
    return QuadraticTheory(tuple(np.linalg.eigvalsh(matrix).tolist()))


def _hessian(cost: Function) -> Array:
    entries = sympy.hessian(cost.expression, cost.variables)
    if not cost.expression.is_polynomial(*cost.variables) or entries.free_symbols:
        raise ValueError(
            f"{cost} is not quadratic: its curvature changes from place to place, so only the "
            "path can tell what descent does"
        )
    return np.array(entries.tolist(), dtype=float)
