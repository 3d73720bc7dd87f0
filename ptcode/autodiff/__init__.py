"""Automatic differentiation: the chain rule on a graph, and measured derivatives."""

from ptcode.autodiff.backward import Variable, adjoints, gradients, latest_first, summed_to
from ptcode.autodiff.checks import (
    GradientCheck,
    central_difference,
    complex_step,
    forward_difference,
    gradient_check,
    numerical_gradient,
)
from ptcode.autodiff.gradient_cost import costs, count_operations, measured, traced_network
from ptcode.autodiff.joining import affine, concatenate, stack, where

__all__ = [
    "GradientCheck",
    "Variable",
    "adjoints",
    "affine",
    "central_difference",
    "complex_step",
    "concatenate",
    "costs",
    "count_operations",
    "forward_difference",
    "gradient_check",
    "gradients",
    "latest_first",
    "measured",
    "numerical_gradient",
    "stack",
    "summed_to",
    "traced_network",
    "where",
]
