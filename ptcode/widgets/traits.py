"""The numbers of a figure's state: what cannot be shown is refused where it is set."""

from __future__ import annotations

import numpy as np
import traitlets

from ptcode.core.validation import finite_number, real_constant, whole_number
from ptcode.functions.function import Function

LARGEST = 1e50
"""Up to this size fourth powers, and sums of them, stay far from the end of the finite numbers."""
_WHOLE = 2**53 - 1
"""The largest whole number that a browser counts to."""


class Number(traitlets.Float):
    """A finite real number of at most ``LARGEST`` in size, no truth value; at least ``minimum``."""

    def __init__(self, default: float = 0.0, minimum: float = -np.inf, **options):
        self.minimum = minimum
        super().__init__(default, **options)

    def validate(self, obj, value):
        """The value as a float; a TraitError or ValueError says what is wrong with it."""
        number = real_constant(value)
        if isinstance(number, bool) or not isinstance(number, int | float | np.number):
            self.error(obj, value)
        name = self.name or "an entry"  # of a list
        number = finite_number(number, name, minimum=self.minimum)
        if abs(number) > LARGEST:
            raise ValueError(f"{name} must be at most {LARGEST:g} in size, got {number:g}")
        return number


class Whole(traitlets.Int):
    """A whole number from ``minimum`` to ``maximum``, no truth value; 3.0 counts as 3."""

    def __init__(self, default: int = 0, minimum: int = 0, maximum: float = np.inf, **options):
        self.limits = minimum, maximum
        super().__init__(default, **options)

    def validate(self, obj, value):
        """The value as an int; a TraitError or ValueError says what is wrong with it."""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int | np.integer):
            self.error(obj, value)
        whole = whole_number(value, self.name, *self.limits)
        return whole_number(whole, self.name, -_WHOLE, _WHOLE)


def require_start(cost: Function, **start: float):
    """A ValueError unless the cost and its slopes are finite at the start, given by its traits."""
    place = start.values()
    values = [cost(*place), *(partial(*place) for partial in cost.partials)]
    if not np.isfinite(values).all():
        given = ", ".join(f"{name} = {value:g}" for name, value in start.items())
        raise ValueError(
            f"a descent must start where the cost {cost} and its slope are finite numbers, not at "
            f"{given}"
        )
