"""A straight line through points: its cost, the two partials, and how long the valley is.

The prediction is ŷ = θ₁ + θ₂x, the cost the mean of the squared errors. The data of the book are
those of J. D. Forbes: where water boils at a lower temperature, the air is thinner.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
import numpy.typing as npt
import sympy

from ptcode.core.names import known_name
from ptcode.core.types import Array, ArrayLike
from ptcode.core.validation import finite_array
from ptcode.functions.catalogue import theta_1, theta_2
from ptcode.functions.function import Function, x

y = sympy.Symbol("y", real=True)

# J. D. Forbes, Further experiments and remarks on the measurement of heights by the boiling point
# of water, Transactions of the Royal Society of Edinburgh 21 (1857), 235-243; as reprinted in
# S. Weisberg, Applied Linear Regression, 4th ed., Wiley 2014, section 1.1.
FORBES_TEMPERATURES = (
    194.5, 194.3, 197.9, 198.4, 199.4, 199.9, 200.9, 201.1, 201.4,
    201.3, 203.6, 204.6, 209.5, 208.6, 210.7, 211.9, 212.2,
)  # fmt: skip
"""Where water boiled, in degrees Fahrenheit, at 17 places in the Alps and in Scotland."""
FORBES_PRESSURES = (
    20.79, 20.79, 22.40, 22.67, 23.15, 23.35, 23.89, 23.99, 24.02,
    24.01, 25.14, 26.57, 28.49, 27.76, 29.04, 29.88, 30.06,
)  # fmt: skip
"""The pressure of the air at the same places, in inches of mercury."""

SQUARED_ERROR = Function(
    (theta_1 + theta_2 * x - y) ** 2, (theta_1, theta_2, x, y), name="squared error"
)
"""What one point adds to the cost, before the mean is taken."""

SCALES = ("raw", "centred", "standardised")
"""The input as it is; less its mean; less its mean and divided by its standard deviation."""


@cache
def partials() -> tuple[Function, Function]:
    """∂/∂θ₁ and ∂/∂θ₂ of what one point adds to the cost."""
    return SQUARED_ERROR.partial(0), SQUARED_ERROR.partial(1)


@cache
def curvatures() -> tuple[Function, Function, Function]:
    """Its second partials: θ₁ twice, θ₁ and θ₂, θ₂ twice."""
    first, second = partials()
    return first.partial(0), first.partial(1), second.partial(1)


def scaling(values: ArrayLike, scale: str) -> tuple[float, float]:
    """Shift and spread of an input: x = (value − shift) / spread.

    >>> scaling([1, 3], "centred"), scaling([1, 3], "standardised"), scaling([1, 3], "raw")
    ((2.0, 1.0), (2.0, 1.0), (0.0, 1.0))
    """
    values = finite_array(values, "values")
    known_name(scale, "scale", SCALES)
    shift = 0.0 if scale == "raw" else float(values.mean())
    spread = float(values.std()) if scale == "standardised" else 1.0
    if spread == 0:
        raise ValueError("inputs that are all the same cannot be standardised: they do not spread")
    return shift, spread


@dataclass(frozen=True)
class LineCost:
    """J(θ₁, θ₂): the mean of (θ₁ + θ₂x − y)² over the points.

    ``inputs`` and ``targets`` hold one finite number a point.

    >>> cost = LineCost((0, 1, 2), (1, 3, 5))
    >>> cost(1, 1), cost.gradient(1, 1).round(4).tolist(), cost.minimum.round(4).tolist()
    (1.6666666666666667, [-2.0, -3.3333], [1.0, 2.0])
    """

    inputs: tuple[float, ...]
    targets: tuple[float, ...]

    def __post_init__(self) -> None:
        for name in ("inputs", "targets"):
            values = finite_array(getattr(self, name), name)
            object.__setattr__(self, name, tuple(values.ravel().tolist()))
        if len(self.inputs) != len(self.targets):
            raise ValueError(
                f"every input needs its target: got {len(self.inputs)} inputs and "
                f"{len(self.targets)} targets"
            )

    def __call__(self, theta1: float, theta2: float) -> float:
        """The mean squared error of the line θ₁ + θ₂x."""
        return float(self._mean(SQUARED_ERROR, theta1, theta2))

    def gradient(self, theta1: float, theta2: float) -> Array:
        """Both partials: twice the mean error, and twice the mean of error times input."""
        return np.array([self._mean(partial, theta1, theta2) for partial in partials()])

    @cached_property
    def hessian(self) -> Array:
        """The second partials, shape (2, 2); the same everywhere, since the cost is quadratic."""
        first, mixed, second = (self._mean(curvature, 0.0, 0.0) for curvature in curvatures())
        return np.array([[first, mixed], [mixed, second]])

    @cached_property
    def minimum(self) -> Array:
        """The parameters at which both partials are zero, from the two linear equations.

        Raises ValueError if all inputs are equal: then many lines are equally good.
        """
        if np.ptp(self.inputs) == 0:
            raise ValueError("all inputs are the same, so no line is the best: spread the inputs")
        inputs, targets = np.array(self.inputs), np.array(self.targets)
        centred = inputs - inputs.mean()
        slope = centred @ targets / (centred @ centred)
        return np.array([targets.mean() - slope * inputs.mean(), slope])

    @property
    def curvatures(self) -> npt.NDArray[np.floating]:
        """The least and the greatest curvature of the valley."""
        return np.linalg.eigvalsh(self.hessian)

    @property
    def limit(self) -> float:
        """The learning rate beyond which descent diverges, 2/λ for the greatest curvature λ."""
        return float(2 / self.curvatures[1])

    @property
    def condition_number(self) -> float:
        """The greatest curvature divided by the least: 1 for a round bowl."""
        (a, b), (_, d) = self.hessian
        return float(self.curvatures[1] ** 2 / (a * d - b * b))

    def _mean(self, function: Function, theta1: float, theta2: float) -> np.float64:
        return np.mean(function(theta1, theta2, np.array(self.inputs), np.array(self.targets)))
