"""The Chain Rule, Live: what a reader of the book types, as in ``import ptcode as pt``.

Every function is defined once, as a SymPy expression (``Function``, ``COSTS``, ``sin``); the
engine (``Variable``, ``gradients``) holds the chain rule and nothing else. What a chapter needs
beyond that is in the wings, ``pt.functions`` or ``pt.networks``. Figures, ``pt.DescentExplorer``,
the wings that draw and the diagnosis of mistakes are loaded when they are asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ptcode.autodiff import (
    Variable,
    affine,
    central_difference,
    concatenate,
    forward_difference,
    gradient_check,
    gradients,
)
from ptcode.descent import (
    Adam,
    GradientDescent,
    Momentum,
    Nesterov,
    RMSProp,
    batches,
    descend,
    gradient_descent,
)
from ptcode.functions import (
    ACTIVATIONS,
    COSTS,
    CURVES,
    SURFACES,
    Function,
    decompose,
    differentiate,
    theta,
    theta_1,
    theta_2,
    u,
    v,
    x,
)
from ptcode.functions.catalogue import (
    absolute,
    cos,
    exp,
    half_squared_error,
    log,
    negate,
    reciprocal,
    relu,
    sigmoid,
    sin,
    softplus,
    sqrt,
    square,
    tan,
    tanh,
)
from ptcode.networks import RunningExample, circles, network, spiral, train, two_moons, xor

if TYPE_CHECKING:
    from ptcode.exercises.code import check, solution
    from ptcode.mistakes import diagnose
    from ptcode.widgets.shown import figure

__all__ = [
    "ACTIVATIONS",
    "COSTS",
    "CURVES",
    "SURFACES",
    "Adam",
    "Function",
    "GradientDescent",
    "Momentum",
    "Nesterov",
    "RMSProp",
    "RunningExample",
    "Variable",
    "absolute",
    "affine",
    "batches",
    "central_difference",
    "check",
    "circles",
    "concatenate",
    "cos",
    "decompose",
    "descend",
    "diagnose",
    "differentiate",
    "exp",
    "figure",
    "forward_difference",
    "gradient_check",
    "gradient_descent",
    "gradients",
    "half_squared_error",
    "log",
    "negate",
    "network",
    "reciprocal",
    "relu",
    "sigmoid",
    "sin",
    "softplus",
    "solution",
    "spiral",
    "sqrt",
    "square",
    "tan",
    "tanh",
    "theta",
    "theta_1",
    "theta_2",
    "train",
    "two_moons",
    "u",
    "v",
    "x",
    "xor",
]

_WINGS = ("autodiff", "core", "descent", "functions", "networks")
_LATER = ("exercises", "mistakes", "site", "stills", "widgets")
_OFFERED_BY = {
    "check": "ptcode.exercises.code",
    "diagnose": "ptcode.mistakes",
    "figure": "ptcode.widgets.shown",
    "solution": "ptcode.exercises.code",
}


def __getattr__(name: str) -> Any:
    """A wing, or a figure by its name: matplotlib is loaded for those that draw alone."""
    if name in _LATER:
        return import_module(f"ptcode.{name}")
    if name in _OFFERED_BY:
        return getattr(import_module(_OFFERED_BY[name]), name)
    widgets = import_module("ptcode.widgets")
    if name in widgets.__all__:
        return getattr(widgets, name)
    raise AttributeError(
        f"module 'ptcode' has no attribute {name!r}: dir(ptcode) lists what it has"
    )


def __dir__() -> list[str]:
    return sorted({*__all__, *_WINGS, *_LATER, *import_module("ptcode.widgets").__all__})
