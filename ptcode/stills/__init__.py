"""The pictures of the book in matplotlib: one function a figure, each returns a Figure.

Each is loaded when it is asked for: matplotlib takes longer to load than all that is drawn with it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ptcode.stills.activations import activation_slopes
    from ptcode.stills.batches import batches_still
    from ptcode.stills.cut import cut_still
    from ptcode.stills.derivation import derivation_still
    from ptcode.stills.descent import descent_still
    from ptcode.stills.differences import difference_errors
    from ptcode.stills.flow import flow_still
    from ptcode.stills.forking import forks
    from ptcode.stills.gradient_costs import gradient_cost
    from ptcode.stills.graph import graph_still
    from ptcode.stills.machine import machine_still
    from ptcode.stills.method import method_still
    from ptcode.stills.modes import modes_still
    from ptcode.stills.nesting import nesting_still
    from ptcode.stills.numberlines import numberlines_still
    from ptcode.stills.paths import paths_still
    from ptcode.stills.practice import practice_still
    from ptcode.stills.race import race_still
    from ptcode.stills.rectangle import rectangle_still
    from ptcode.stills.regression import regression_still
    from ptcode.stills.residual import residual_connection
    from ptcode.stills.secants import difference_secants
    from ptcode.stills.sorting import sorting_still
    from ptcode.stills.surface import surface_still
    from ptcode.stills.tangent import tangent_still
    from ptcode.stills.trainer import trainer_still
    from ptcode.stills.training import training_still
    from ptcode.stills.units import units_still
    from ptcode.stills.zoom import zoom_still

__all__ = [
    "activation_slopes",
    "batches_still",
    "cut_still",
    "derivation_still",
    "descent_still",
    "difference_errors",
    "difference_secants",
    "flow_still",
    "forks",
    "gradient_cost",
    "graph_still",
    "machine_still",
    "method_still",
    "modes_still",
    "nesting_still",
    "numberlines_still",
    "paths_still",
    "practice_still",
    "race_still",
    "rectangle_still",
    "regression_still",
    "residual_connection",
    "sorting_still",
    "surface_still",
    "tangent_still",
    "trainer_still",
    "training_still",
    "units_still",
    "zoom_still",
]

_ELSEWHERE = {
    "activation_slopes": "activations",
    "difference_errors": "differences",
    "difference_secants": "secants",
    "forks": "forking",
    "gradient_cost": "gradient_costs",
    "residual_connection": "residual",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'ptcode.stills' has no attribute {name!r}")
    module = _ELSEWHERE.get(name, name.removesuffix("_still"))
    return getattr(import_module(f"ptcode.stills.{module}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
