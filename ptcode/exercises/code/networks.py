"""Tasks of the chapters on networks: a node, a step, a layer."""

import numpy as np

from ptcode.exercises.code import solutions
from ptcode.exercises.code.task import Slip, Task

_A_BAR, _B_BAR = "a_bar = a_bar + u_bar * b", "b_bar = b_bar + u_bar * a"
_ADDED = "Where the adjoint of u and both factors are positive, does J rise or fall with them?"
MULTIPLY_BACKWARD = Task(
    slug="multiply-backward",
    topic="backpropagation",
    solution=solutions.multiply_backward,
    wanted="the adjoints of a and b, with what u sends back added",
    returns=("a_bar", "b_bar"),
    places=[
        {"a": 2.0, "b": -3.0, "u_bar": 0.5, "a_bar": 0.0, "b_bar": 0.0},
        {"a": 1.5, "b": 4.0, "u_bar": -1.0, "a_bar": 0.7, "b_bar": 0.2},
        {"a": -0.5, "b": 0.25, "u_bar": 2.0, "a_bar": -1.0, "b_bar": 3.0},
    ],
    slips=(
        Slip(
            _A_BAR,
            "a_bar = u_bar * b",
            "throws away what a_bar held: = where += is meant",
            "If a is used twice, what has the other use sent back already?",
            "overwritten",
        ),
        Slip(
            _B_BAR,
            "b_bar = u_bar * a",
            "throws away what b_bar held: = where += is meant",
            "If b is used twice, what has the other use sent back already?",
            "overwritten",
        ),
        Slip(
            _A_BAR,
            "a_bar = a_bar + u_bar * a",
            "multiplies the adjoint of u by a itself to get the share of a",
            "How fast does a·b grow when a alone moves?",
        ),
        Slip(
            _B_BAR,
            "b_bar = b_bar + u_bar * b",
            "multiplies the adjoint of u by b itself to get the share of b",
            "How fast does a·b grow when b alone moves?",
        ),
        Slip(
            _A_BAR,
            "a_bar = a_bar + b",
            "sends back the local derivative to a without the adjoint of u",
            "If J does not depend on u, what must a get from it?",
        ),
        Slip(
            _B_BAR,
            "b_bar = b_bar + a",
            "sends back the local derivative to b without the adjoint of u",
            "If J does not depend on u, what must b get from it?",
        ),
        Slip(
            _A_BAR,
            "a_bar = a_bar + u_bar",
            "hands the adjoint of u to a unchanged, as a sum would",
            "How fast does a·b grow when a alone moves?",
        ),
        Slip(
            _B_BAR,
            "b_bar = b_bar + u_bar",
            "hands the adjoint of u to b unchanged, as a sum would",
            "How fast does a·b grow when b alone moves?",
        ),
        Slip(
            _A_BAR,
            "a_bar = a_bar * u_bar * b",
            "multiplies what a_bar held; shares are added",
            "What comes out when nothing has arrived yet and a_bar is 0?",
            "as-product",
        ),
        Slip(
            _B_BAR,
            "b_bar = b_bar * u_bar * a",
            "multiplies what b_bar held; shares are added",
            "What comes out when nothing has arrived yet and b_bar is 0?",
            "as-product",
        ),
        Slip(
            _A_BAR,
            "a_bar = a_bar - u_bar * b",
            "takes the share of a away, where it is added",
            _ADDED,
            "lost-sign",
        ),
        Slip(
            _B_BAR,
            "b_bar = b_bar - u_bar * a",
            "takes the share of b away, where it is added",
            _ADDED,
            "lost-sign",
        ),
        Slip(
            _A_BAR,
            "a = a_bar + u_bar * b",
            "puts the adjoint of a into a, and then works out the share of b with it",
            "Which a was multiplied by b to make u?",
            along=((_B_BAR, "b = b_bar + u_bar * a"), ("return a_bar, b_bar", "return a, b")),
            alone=True,
        ),
        Slip(
            _B_BAR,
            "b_bar = b_bar + a_bar * a",
            "sends b the new adjoint of a in place of that of u",
            "b acts on J through u: whose adjoint comes back to it?",
            alone=True,
        ),
        Slip(
            "return a_bar, b_bar",
            "return b_bar, a_bar",
            "returns the two adjoints in the wrong order",
            "The adjoint of a comes first.",
        ),
    ),
)

_SLOPE_2 = "z2_bar = (y_hat - y) * y_hat * (1 - y_hat)"
_SLOPE_1 = "z1_bar = z2_bar * W2 * a1 * (1 - a1)"
_W1, _W2 = "W1_bar = z1_bar * x", "W2_bar = z2_bar * a1"
_NEW = "return W1 - alpha * W1_bar, W2 - alpha * W2_bar"
TRAIN_ONCE = Task(
    slug="train-once",
    topic="training",
    solution=solutions.train_once,
    wanted="the new W₁ and W₂",
    returns=("W1", "W2"),
    places=[
        {"W1": 0.8, "W2": -1.2, "x": 1.5, "y": 1.0, "alpha": 0.5},
        {"W1": -0.4, "W2": 1.6, "x": 2.0, "y": 0.0, "alpha": 2.0},
        {"W1": 1.1, "W2": 0.7, "x": -0.5, "y": 1.0, "alpha": 10.0},
    ],
    slips=(
        Slip(
            _SLOPE_2,
            "z2_bar = (y - y_hat) * y_hat * (1 - y_hat)",
            "climbs: it has y − ŷ for ŷ − y, or it adds the gradient",
            "J should be smaller after the step: is it?",
            "lost-sign",
        ),
        Slip(
            _SLOPE_2,
            "z2_bar = 2 * (y_hat - y) * y_hat * (1 - y_hat)",
            "has a 2 that the ½ of the cost takes away",
            "Differentiate ½(ŷ − y)² once more, with the ½.",
            "factor",
        ),
        Slip(
            _SLOPE_2,
            "z2_bar = y_hat - y",
            "leaves out σ′ of the second unit",
            "Count the links from ŷ back to z₂: the sigmoid is one of them.",
            "stopped",
        ),
        Slip(
            _SLOPE_2,
            "z2_bar = (y_hat - y) * y_hat",
            "takes σ for σ′ in the second unit",
            "σ′ = σ(1 − σ): one factor is missing.",
        ),
        Slip(
            _SLOPE_2,
            "z2_bar = (y_hat - y) * (W2 * a1) * (1 - W2 * a1)",
            "has z(1 − z) for σ′ in the second unit: the formula wants what the sigmoid returns",
            "σ′(z) = σ(z)(1 − σ(z)), and σ(z₂) is ŷ.",
        ),
        Slip(
            _SLOPE_2,
            "z2_bar = (y_hat - y) * pt.sigmoid(y_hat) * (1 - pt.sigmoid(y_hat))",
            "takes σ′ of the second unit at ŷ and not at z₂",
            "ŷ is what comes out of the sigmoid; its slope is wanted at what goes in.",
            "at-activation",
        ),
        Slip(
            _SLOPE_1,
            "z1_bar = z2_bar * W2",
            "leaves out σ′ of the first unit",
            "Count the links from a₁ back to z₁: the sigmoid is one of them.",
            "stopped",
        ),
        Slip(
            _SLOPE_1,
            "z1_bar = z2_bar * a1 * (1 - a1)",
            "leaves out W₂ on the way back to the first unit",
            "How fast does z₂ = W₂a₁ move with a₁?",
            "stopped",
        ),
        Slip(
            _SLOPE_1,
            "z1_bar = z2_bar * W2 * pt.sigmoid(a1) * (1 - pt.sigmoid(a1))",
            "takes σ′ of the first unit at a₁ and not at z₁",
            "a₁ is what comes out of the sigmoid; its slope is wanted at what goes in.",
            "at-activation",
        ),
        Slip(
            _SLOPE_1,
            "z1_bar = z2_bar * (W2 - alpha * W2_bar) * a1 * (1 - a1)",
            "uses the updated W₂ in the gradient of W₁",
            "Both partials belong to the weights before the step: compute both, then update both.",
            "updated",
        ),
        Slip(
            _W1,
            "W1_bar = z1_bar * W1",
            "differentiates by the input x and not by the weight W₁",
            "z₁ = W₁x: which of the two moves in training?",
            "by-input",
        ),
        Slip(
            _W2,
            "W2_bar = z2_bar * W2",
            "differentiates by a₁ and not by the weight W₂",
            "z₂ = W₂a₁: which of the two moves in training?",
            "by-input",
        ),
        Slip(
            _W1,
            "W1_bar = z1_bar * a1",
            "has a₁ for what W₁ is multiplied by",
            "z₁ = W₁x: how fast does it move with W₁?",
        ),
        Slip(
            _W1,
            "W1_bar = z1_bar",
            "leaves out x, by which W₁ is multiplied",
            "z₁ = W₁x: how fast does it move with W₁?",
            "stopped",
        ),
        Slip(
            _W2,
            "W2_bar = z2_bar",
            "leaves out a₁, by which W₂ is multiplied",
            "z₂ = W₂a₁: how fast does it move with W₂?",
            "stopped",
        ),
        Slip(
            _NEW,
            "return W1_bar, W2_bar",
            "returns the gradient and not the new weights",
            "The step is still to be taken: W := W − α·W̄.",
        ),
        Slip(
            _NEW,
            "return W1 - W1_bar, W2 - W2_bar",
            "leaves out the learning rate",
            "What should α = 0 do?",
        ),
        Slip(
            _NEW,
            "return W2 - alpha * W2_bar, W1 - alpha * W1_bar",
            "returns the two weights in the wrong order",
            "W₁ comes first.",
        ),
    ),
)

_DELTA = "return (W_next.T @ delta_next) * a * (1 - a)"
LAYER_DELTA = Task(
    slug="layer-delta",
    topic="layers",
    solution=solutions.layer_delta,
    wanted="δ of the layer, one number for each of its units",
    places=[
        {
            "W_next": np.array([[0.7, -0.4], [0.9, 0.6]]),
            "delta_next": np.array([0.5, -1.0]),
            "z": np.array([1.2, -0.3]),
        },
        {
            "W_next": np.array([[1.0, -2.0, 0.5], [0.3, 0.8, -1.1]]),
            "delta_next": np.array([-0.2, 0.6]),
            "z": np.array([0.4, -1.5, 2.0]),
        },
        {
            "W_next": np.array([[0.9, 0.2, -0.6]]),
            "delta_next": np.array([1.5]),
            "z": np.array([-0.8, 0.1, 3.0]),
        },
    ],
    slips=(
        Slip(
            _DELTA,
            "return (W_next @ delta_next) * a * (1 - a)",
            "multiplies by W, where its transpose leads back",
            "Unit i of this layer reaches every unit of the next: its weights are a column of W.",
        ),
        Slip(
            _DELTA,
            "return W_next.T @ delta_next",
            "leaves out σ′",
            "δ belongs to z, before the sigmoid: one link is still missing.",
            "stopped",
        ),
        Slip(
            _DELTA,
            "return (W_next.T @ delta_next) * a",
            "takes σ for σ′",
            "σ′ = σ(1 − σ): one factor is missing.",
        ),
        Slip(
            _DELTA,
            "return (W_next.T @ delta_next) * pt.sigmoid(a) * (1 - pt.sigmoid(a))",
            "takes σ′ at a and not at z",
            "a is what comes out of the sigmoid; its slope is wanted at what goes in.",
            "at-activation",
        ),
        Slip(
            _DELTA,
            "return (W_next.T @ delta_next) * (1 - a)",
            "has 1 − a for the slope a(1 − a)",
            "How steep is a sigmoid whose activation is nearly 0?",
            alone=True,
        ),
        Slip(
            _DELTA,
            "return (W_next.T @ delta_next) * z * (1 - z)",
            "has z(1 − z) for σ′: the formula wants the activation",
            "σ′(z) = σ(z)(1 − σ(z)), and σ(z) is a.",
        ),
        Slip(
            _DELTA,
            "return (W_next.T @ delta_next) * (1 - a**2)",
            "has 1 − a², the slope of tanh",
            "The units are sigmoids: σ′ = σ(1 − σ).",
        ),
        Slip(
            _DELTA,
            "return (W_next.T @ delta_next) @ (a * (1 - a))",
            "adds up where it should multiply unit by unit",
            "How many units has the layer, and how many numbers do you return?",
        ),
        Slip(
            _DELTA,
            "return W_next.T @ (delta_next * a * (1 - a))",
            "multiplies by σ′ of this layer on the far side of W",
            "First through W, to this layer's activations; then through this layer's sigmoids.",
        ),
        Slip(
            _DELTA,
            "return -(W_next.T @ delta_next) * a * (1 - a)",
            "turns the sign",
            "Where would a minus come from? Each link here has its own derivative.",
            "lost-sign",
        ),
    ),
)

_W_BAR, _BIAS = "W_bar = Delta.T @ A", "b_bar = Delta.sum(axis=0)"
_MINUS = "Which of the links from J back to W and b would turn the sign?"
LAYER_GRADIENTS = Task(
    slug="layer-gradients",
    topic="layers",
    solution=solutions.layer_gradients,
    wanted="∂J/∂W and ∂J/∂b, in the shapes of W and b",
    returns=("W_bar", "b_bar"),
    places=[
        {
            "A": np.array([[1.0, 0.5], [-2.0, 3.0], [0.0, 1.5]]),
            "Delta": np.array([[0.2, -1.0], [0.5, 0.1], [-0.3, 0.7]]),
        },
        {"A": np.array([[1.0, 2.0, -1.0], [0.5, 0.0, 4.0]]), "Delta": np.array([[2.0], [-0.5]])},
        {
            "A": np.array([[0.4, -0.6], [1.2, 0.8]]),
            "Delta": np.array([[1.0, 0.0, -2.0], [0.3, 0.5, 0.1]]),
        },
    ],
    slips=(
        Slip(
            _W_BAR,
            "W_bar = A.T @ Delta",
            "has the gradient of W transposed",
            "W has a row for each unit of this layer: so must its gradient.",
        ),
        Slip(
            _W_BAR,
            "W_bar = Delta.T @ A / len(A)",
            "takes the mean over the examples for their sum, in W",
            "J is a sum over the examples: would an example that stands there twice count twice?",
            "factor",
        ),
        Slip(
            _BIAS,
            "b_bar = Delta.mean(axis=0)",
            "takes the mean over the examples for their sum, in b",
            "J is a sum over the examples: would an example that stands there twice count twice?",
            "factor",
        ),
        Slip(
            _BIAS,
            "b_bar = Delta.sum(axis=1)",
            "adds over the units, in b, where the examples are to be added",
            "b has one number for each unit: which axis of Delta must go?",
        ),
        Slip(
            _BIAS,
            "b_bar = Delta.sum()",
            "adds over everything, in b",
            "b has one number for each unit.",
        ),
        Slip(
            _BIAS,
            "b_bar = Delta.sum(axis=0, keepdims=True)",
            "keeps the axis that was added over, in b",
            "b is a row of numbers, not a matrix with one row: what is its shape?",
        ),
        Slip(
            _BIAS,
            "b_bar = Delta",
            "does not add over the examples, in b",
            "The same b is used by every example: its shares are added.",
            "overwritten",
        ),
        Slip(
            _BIAS,
            "b_bar = Delta[-1]",
            "keeps the last example's share, in b, as = does where += is meant",
            "The same b is used by every example: its shares are added.",
            "overwritten",
        ),
        Slip(
            _W_BAR,
            "W_bar = np.outer(Delta[-1], A[-1])",
            "keeps the last example's share, in W, as = does where += is meant",
            "The same W is used by every example: its shares are added.",
            "overwritten",
        ),
        Slip(
            _W_BAR,
            "W_bar = -Delta.T @ A",
            "turns the sign of the gradient of W",
            _MINUS,
            "lost-sign",
        ),
        Slip(
            _BIAS,
            "b_bar = -Delta.sum(axis=0)",
            "turns the sign of the gradient of b",
            _MINUS,
            "lost-sign",
        ),
        Slip(
            _W_BAR,
            "W_bar = Delta[1:].T @ A[1:]",
            "leaves out the first example",
            "Python counts from 0: which row does range(1, n) begin with?",
            along=((_BIAS, "b_bar = Delta[1:].sum(axis=0)"),),
            alone=True,
        ),
        Slip(
            _W_BAR,
            "W_bar = Delta[:-1].T @ A[:-1]",
            "leaves out the last example",
            "range(n - 1) ends before n − 1: which row is that?",
            along=((_BIAS, "b_bar = Delta[:-1].sum(axis=0)"),),
            alone=True,
        ),
        Slip(
            _W_BAR,
            "W_bar = np.outer(Delta[0], A[0])",
            "looks at the first example only",
            "Every example has its share in both gradients.",
            "overwritten",
            along=((_BIAS, "b_bar = Delta[0]"),),
            alone=True,
        ),
        Slip(
            _W_BAR,
            "W_bar = np.outer(Delta.sum(axis=0), A.sum(axis=0))",
            "adds over the examples before it multiplies, in W",
            "Each δ meets the activations of its own example: multiply first, then add.",
            alone=True,
        ),
        Slip(
            "return W_bar, b_bar",
            "return b_bar, W_bar",
            "returns the two gradients in the wrong order",
            "The gradient of W comes first.",
        ),
    ),
)
