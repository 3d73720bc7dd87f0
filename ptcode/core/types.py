"""Type aliases for signatures: a real number, an array of them, and what becomes one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Real: TypeAlias = float | np.integer | np.floating
"""One real number, of Python or NumPy."""
Array: TypeAlias = npt.NDArray[np.float64]
"""Real numbers in any shape."""
ArrayLike: TypeAlias = (
    "Real | npt.NDArray[np.integer] | npt.NDArray[np.floating] | Sequence[ArrayLike]"
)
"""What ``real_array`` makes an array of: a number, an array, a list of such."""
Value: TypeAlias = np.float64 | Array
"""What a formula gives: for numbers NumPy's number, else an array."""
Compiled: TypeAlias = Callable[..., Value]
"""A formula in NumPy: numbers and arrays in, a value out."""
