"""The pictures of the book in matplotlib: one function a figure, each returns a Figure."""

from ptcode.figures.derivation import derivation_still
from ptcode.figures.descent import descent_still
from ptcode.figures.differences import difference_errors
from ptcode.figures.machine import machine_still
from ptcode.figures.numberlines import numberlines_still
from ptcode.figures.regression import regression_still
from ptcode.figures.sorting import sorting_still
from ptcode.figures.surface import surface_still
from ptcode.figures.tangent import tangent_still

__all__ = [
    "derivation_still",
    "descent_still",
    "difference_errors",
    "machine_still",
    "numberlines_still",
    "regression_still",
    "sorting_still",
    "surface_still",
    "tangent_still",
]
