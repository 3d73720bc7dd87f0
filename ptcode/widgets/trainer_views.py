"""What the network trainer offers, and what it tells the browser."""

from __future__ import annotations

from typing import Any

from ptcode.descent.optimisers import FORMER_NAMES, NAMES
from ptcode.functions import catalogue
from ptcode.functions.function import Function, a, u
from ptcode.networks.experiments import DATASETS, HELD_OUT, POINTS, RISEN, SETTLED, STARTS

LAST = 20_000
"""The last step there is: a bound on how long a link can keep a browser busy."""
RANGES = {"width": (1, 16), "depth": (1, 4), "seed": (0, 99), "step": (0, LAST)}
BATCHES = (1, 10, 32, POINTS)
ALPHAS = [float(f"{m}e{e}") for e in range(-3, 2) for m in (1, 1.5, 2, 3, 5, 7)] + [100.0]
ACTIVATIONS = {"sigmoid": "sigmoid σ", "tanh": "tanh", "relu": "ReLU"}
OPTIMISERS = {key: NAMES[key] for key in ("gd", "momentum", "rmsprop", "adam")}
RATES = {"gd": 1.0, "momentum": 0.2, "rmsprop": 0.01, "adam": 0.02}
"""The α that each rule begins with: a step of RMSProp and of Adam is about α long whatever ∇J."""
PACES = {"slow": "5 steps a second", "steady": "60 steps a second", "fast": "as fast as it can"}
SHOWN = {"gradients": "gradients ∂J/∂W", "weights": "weights W"}
WINDOWS = {
    "two-moons": ((-1.5, 2.5), (-1.1, 1.6)),
    "xor": ((-0.5, 1.5), (-0.5, 1.5)),
    "circles": ((-1.4, 1.4), (-1.4, 1.4)),
    "spiral": ((-1.25, 1.25), (-1.25, 1.25)),
}


def constants() -> dict[str, Any]:
    """What the browser is told: trees, data sets, rules, and what the controls offer."""
    error = catalogue.half_squared_error
    return {
        "points": POINTS,
        "heldOut": HELD_OUT,
        "last": LAST,
        "settled": SETTLED,
        "risen": RISEN,
        "widths": RANGES["width"],
        "depths": RANGES["depth"],
        "seeds": RANGES["seed"],
        "batches": BATCHES,
        "alphas": ALPHAS,
        "paces": PACES,
        "shown": SHOWN,
        "datasets": [
            {"key": key, "label": data.label, "noise": data.noise, "window": WINDOWS[key]}
            for key, data in DATASETS.items()
        ],
        "activations": [
            {"key": key, "label": label, "start": STARTS[key]} | _trees(catalogue.ACTIVATIONS[key])
            for key, label in ACTIVATIONS.items()
        ],
        "output": _trees(catalogue.sigmoid),
        "loss": {"tree": error.tree, "partial": error.partials[0].tree},
        "optimisers": [
            {"key": key, "label": label, "alpha": RATES[key]} for key, label in OPTIMISERS.items()
        ],
        "formerNames": FORMER_NAMES,
    }


def _trees(activation: Function) -> dict[str, Any]:
    """The activation in u, and its derivative in u or, where that is cheaper, in its value a."""
    cheap = activation.derivative_from_value
    slope = activation.derivative if cheap is None else Function(cheap, (u, a))
    return {"tree": activation.tree, "slope": slope.tree}
