"""The pictures of the book in matplotlib: one function a figure, each returns a Figure."""

from ptcode.figures.derivation import derivation_still
from ptcode.figures.descent import descent_still
from ptcode.figures.differences import difference_errors
from ptcode.figures.flow import flow_still
from ptcode.figures.gradient_cost import gradient_cost
from ptcode.figures.graph import graph_still
from ptcode.figures.machine import machine_still
from ptcode.figures.numberlines import numberlines_still
from ptcode.figures.practice import practice_still
from ptcode.figures.race import race_still
from ptcode.figures.regression import regression_still
from ptcode.figures.sorting import sorting_still
from ptcode.figures.surface import surface_still
from ptcode.figures.tangent import tangent_still
from ptcode.figures.trainer import trainer_still
from ptcode.figures.training import training_still

__all__ = [
    "derivation_still",
    "descent_still",
    "difference_errors",
    "flow_still",
    "gradient_cost",
    "graph_still",
    "machine_still",
    "numberlines_still",
    "practice_still",
    "race_still",
    "regression_still",
    "sorting_still",
    "surface_still",
    "tangent_still",
    "trainer_still",
    "training_still",
]
