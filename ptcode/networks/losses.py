"""Costs of a prediction, each with its ½ and its mean in the name.

Predictions and targets have shape (outputs, points): one column a point. All are sums over the
outputs of a point; *mean* is over the points. Each returns one number as a Variable.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from ptcode.autodiff.backward import Variable
from ptcode.core.names import Named
from ptcode.core.types import Array
from ptcode.functions import catalogue

Loss: TypeAlias = Callable[[Variable, Array], Variable]


def half_squared_error(prediction: Variable, target: Array) -> Variable:
    """½ Σ (ŷ − y)², summed over everything: its gradient is ŷ − y.

    >>> import numpy as np
    >>> half_squared_error(Variable([[0.5]]), np.array([[1.0]]))
    Variable(0.125)
    """
    return catalogue.half_squared_error(prediction, target).sum()


def mean_half_squared_error(prediction: Variable, target: Array) -> Variable:
    """½ Σ (ŷ − y)² over the outputs, mean over the points."""
    return _over_points(catalogue.half_squared_error(prediction, target))


def mean_squared_error(prediction: Variable, target: Array) -> Variable:
    """Σ (ŷ − y)² over the outputs, mean over the points: no ½, so twice the gradient."""
    return 2.0 * mean_half_squared_error(prediction, target)


def mean_logistic_loss(logit: Variable, target: Array) -> Variable:
    """−y ln σ(z) − (1 − y) ln(1 − σ(z)), mean over the points, from the weighted input z.

    Written as softplus(z) − yz, which is the same and finite for every z. The network's last
    layer then has no activation; its prediction is σ(z).
    """
    return _over_points(catalogue.softplus(logit) - target * logit)


def mean_softmax_cross_entropy(logits: Variable, target: Array) -> Variable:
    """−Σ y_i ln softmax(z)_i over the outputs, mean over the points; y has one 1 in each column.

    Written as ln Σ e^(z_i) − Σ y_i z_i, which is the same and finite for all z.
    """
    return (logits.log_sum_exp(axis=0) - (target * logits).sum(axis=0)).mean()


LOSSES: Named[Loss] = Named(
    "loss",
    {
        loss.__name__: loss
        for loss in (
            half_squared_error,
            mean_half_squared_error,
            mean_squared_error,
            mean_logistic_loss,
            mean_softmax_cross_entropy,
        )
    },
)


def _over_points(entries: Variable) -> Variable:
    """The sum over the outputs, mean over the points."""
    outputs = entries.value.shape[0]
    return entries.mean() if outputs == 1 else entries.mean() * float(outputs)
