"""Gradient descent and its relatives: on a curve, on a surface, for a line through data."""

from ptcode.descent.descent import Path, Regime, gradient_descent, quadratic_regime
from ptcode.descent.minibatches import batches, stochastic
from ptcode.descent.optimisers import Adam, GradientDescent, Momentum, Nesterov, RMSProp, steps
from ptcode.descent.quadratics import QuadraticTheory, quadratic_theory
from ptcode.descent.regression import (
    FORBES_PRESSURES,
    FORBES_TEMPERATURES,
    SCALES,
    LineCost,
    scaling,
)
from ptcode.descent.surfaces import total_derivative
from ptcode.descent.tracks import Track, descend

__all__ = [
    "FORBES_PRESSURES",
    "FORBES_TEMPERATURES",
    "SCALES",
    "Adam",
    "GradientDescent",
    "LineCost",
    "Momentum",
    "Nesterov",
    "Path",
    "QuadraticTheory",
    "RMSProp",
    "Regime",
    "Track",
    "batches",
    "descend",
    "gradient_descent",
    "quadratic_regime",
    "quadratic_theory",
    "scaling",
    "steps",
    "stochastic",
    "total_derivative",
]
