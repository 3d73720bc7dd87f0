"""Tasks about sweeps through a computation: a product in forward mode, an adjoint far back."""

import numpy as np

from ptcode.exercises.code import solutions
from ptcode.exercises.code.task import Slip, Task

_TANGENT = "w_dot = a_dot * b + a * b_dot"
MULTIPLY_FORWARD = Task(
    slug="multiply-forward",
    topic="gradient-cost",
    solution=solutions.multiply_forward,
    wanted="the value of a·b and its tangent",
    returns=("w", "w_dot"),
    places=[
        {"a": 2.0, "a_dot": 1.0, "b": -3.0, "b_dot": 0.5},
        {"a": -1.5, "a_dot": 0.25, "b": 4.0, "b_dot": -2.0},
        {"a": 0.5, "a_dot": -1.0, "b": 1.25, "b_dot": 3.0},
    ],
    slips=(
        Slip(
            _TANGENT,
            "w_dot = a_dot * b_dot",
            "multiplies the two tangents",
            "If b is a constant, its tangent is 0. Does a·b then stand still?",
            "as-product",
        ),
        Slip(
            _TANGENT,
            "w_dot = a_dot * b",
            "leaves out the path through b",
            "Which tangent is never used?",
            "overwritten",
        ),
        Slip(
            _TANGENT,
            "w_dot = a * b_dot",
            "leaves out the path through a",
            "Which tangent is never used?",
            "overwritten",
        ),
        Slip(
            _TANGENT,
            "w_dot = a_dot * a + b * b_dot",
            "multiplies each tangent by its own value",
            "How fast does a·b grow when a alone moves: by a, or by b?",
        ),
        Slip(
            _TANGENT,
            "w_dot = a_dot * b - a * b_dot",
            "subtracts the second path, where the two are added",
            "Nudge b alone: does a·b rise or fall?",
            "lost-sign",
        ),
        Slip(
            _TANGENT,
            "w_dot = a_dot + b_dot",
            "has the tangent of the sum a + b",
            "How far does a·b move when a moves by 1 and b is 10?",
        ),
        Slip(
            _TANGENT,
            "w_dot = a + b",
            "adds the local derivatives, without the tangents",
            "If neither a nor b moves, must w?",
        ),
        Slip(
            "return w, w_dot",
            "return w_dot, w",
            "returns value and tangent in the wrong order",
            "The value of a·b comes first.",
        ),
    ),
)

_BACK = "for w, a in zip(weights[::-1], activations[::-1], strict=True):"
_LINK = "adjoint = adjoint * w * a * (1 - a)"
ARRIVING_ADJOINT = Task(
    slug="arriving-adjoint",
    topic="vanishing-gradients",
    solution=solutions.arriving,
    wanted="the adjoint that arrives at the input",
    places=[
        {"weights": np.array([0.8, -1.2]), "activations": np.array([0.7, 0.3])},
        {"weights": np.array([2.0, 0.5, -3.0]), "activations": np.array([0.9, 0.6, 0.2])},
        {"weights": np.array([4.0, 4.0, 4.0]), "activations": np.array([0.5, 0.75, 0.9])},
    ],
    slips=(
        Slip(
            _LINK,
            "adjoint = adjoint * w",
            "leaves out the slopes of the sigmoids",
            "Each link has two factors: the weight, and what else?",
            "stopped",
        ),
        Slip(
            _LINK,
            "adjoint = adjoint * a * (1 - a)",
            "leaves out the weights",
            "Each link has two factors: the slope, and what else?",
            "stopped",
        ),
        Slip(
            _LINK,
            "adjoint = adjoint * w * (1 - a)",
            "has 1 − a for the slope a(1 − a)",
            "How steep is a sigmoid whose activation is nearly 0?",
        ),
        Slip(
            _LINK,
            "adjoint = adjoint * w * a",
            "multiplies by the activation where its slope belongs",
            "How steep is a sigmoid whose activation is nearly 1?",
        ),
        Slip(
            _LINK,
            "adjoint = adjoint + w * a * (1 - a)",
            "adds the links; along a path their factors are multiplied",
            "If one link has the factor 0, what arrives before it?",
        ),
        Slip(
            _LINK,
            "adjoint = adjoint + w * a * (1 - a)",
            "adds the links up, from 0; along a path their factors are multiplied",
            "If one link has the factor 0, what arrives before it?",
            along=(("adjoint = 1", "adjoint = 0"),),
            alone=True,
        ),
        Slip(
            _LINK,
            "adjoint = adjoint * w * pt.sigmoid(a) * (1 - pt.sigmoid(a))",
            "takes σ′ at a: the sigmoid is applied once too often",
            "a is what comes out of the sigmoid, so that its slope is a(1 − a).",
            "at-activation",
            alone=True,
        ),
        Slip(
            _LINK,
            "adjoint = adjoint * w * (1 - a**2)",
            "has 1 − a², the slope of tanh",
            "The units are sigmoids: σ′ = σ(1 − σ).",
            alone=True,
        ),
        Slip(
            _LINK,
            "adjoint = adjoint * w / 4",
            "has ¼ for each slope, and that is only the largest it can be",
            "How steep is a sigmoid whose activation is 0.9?",
            alone=True,
        ),
        Slip(
            _BACK,
            "for w, a in zip(weights[:0:-1], activations[:0:-1], strict=True):",
            "leaves out the first link",
            "With three links, how many factors has the product?",
            "stopped",
            alone=True,
        ),
        Slip(
            _BACK,
            "for w, a in zip(weights[-2::-1], activations[-2::-1], strict=True):",
            "leaves out the last link",
            "With three links, how many factors has the product?",
            "stopped",
            alone=True,
        ),
        Slip(
            _LINK,
            "adjoint = w * a * (1 - a)",
            "keeps only the factor of the first link, which it meets last",
            "With three links, how many factors has the product?",
            "overwritten",
        ),
        Slip(
            _LINK,
            "adjoint = w * a * (1 - a)",
            "keeps only the factor of the last link",
            "With three links, how many factors has the product?",
            "overwritten",
            along=((_BACK, "for w, a in zip(weights, activations, strict=True):"),),
        ),
        Slip(
            "adjoint = 1",
            "adjoint = 0",
            "begins with 0, and nothing can be made of that by multiplying",
            "What is the derivative of J with respect to J?",
        ),
    ),
)
