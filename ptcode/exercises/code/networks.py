"""Tasks of the chapters on networks: a node, a step, a layer, an optimiser, a check."""

import numpy as np

from ptcode.exercises.code import solutions
from ptcode.exercises.code.slopes import (
    ALL_DOWN,
    ALL_UP,
    FROM_ONE,
    ONE_ARRAY,
    WHOLE_NUMBERS,
    bowl,
    cubes,
)
from ptcode.exercises.code.task import Edge, Slip, Task

_A_BAR, _B_BAR = "a_bar = a_bar + w_bar * b", "b_bar = b_bar + w_bar * a"
MULTIPLY_BACKWARD = Task(
    slug="multiply-backward",
    topic="backpropagation",
    solution=solutions.multiply_backward,
    wanted="the adjoints of a and b, with what w sends back added",
    returns=("a_bar", "b_bar"),
    places=[
        {"a": 2.0, "b": -3.0, "w_bar": 0.5, "a_bar": 0.0, "b_bar": 0.0},
        {"a": 1.5, "b": 4.0, "w_bar": -1.0, "a_bar": 0.7, "b_bar": 0.2},
        {"a": -0.5, "b": 0.25, "w_bar": 2.0, "a_bar": -1.0, "b_bar": 3.0},
    ],
    slips=(
        Slip(
            _A_BAR,
            "a_bar = w_bar * b",
            "throws away what a_bar held: = where += is meant",
            "If a is used twice, what has the other use sent back already?",
            "overwritten",
        ),
        Slip(
            _B_BAR,
            "b_bar = w_bar * a",
            "throws away what b_bar held: = where += is meant",
            "If b is used twice, what has the other use sent back already?",
            "overwritten",
        ),
        Slip(
            _A_BAR,
            "a_bar = a_bar + w_bar * a",
            "multiplies the adjoint of w by a itself to get the share of a",
            "How fast does a·b grow when a alone moves?",
        ),
        Slip(
            _B_BAR,
            "b_bar = b_bar + w_bar * b",
            "multiplies the adjoint of w by b itself to get the share of b",
            "How fast does a·b grow when b alone moves?",
        ),
        Slip(
            _A_BAR,
            "a_bar = a_bar + b",
            "sends back the local derivative to a without the adjoint of w",
            "If J does not depend on w, what must a get from it?",
        ),
        Slip(
            _B_BAR,
            "b_bar = b_bar + a",
            "sends back the local derivative to b without the adjoint of w",
            "If J does not depend on w, what must b get from it?",
        ),
        Slip(
            _A_BAR,
            "a_bar = a_bar + w_bar",
            "hands the adjoint of w to a unchanged, as a sum would",
            "How fast does a·b grow when a alone moves?",
        ),
        Slip(
            _B_BAR,
            "b_bar = b_bar + w_bar",
            "hands the adjoint of w to b unchanged, as a sum would",
            "How fast does a·b grow when b alone moves?",
        ),
        Slip(
            _A_BAR,
            "a_bar = a_bar * w_bar * b",
            "multiplies what a_bar held; shares are added",
            "What comes out when nothing has arrived yet and a_bar is 0?",
            "as-product",
        ),
        Slip(
            _B_BAR,
            "b_bar = b_bar * w_bar * a",
            "multiplies what b_bar held; shares are added",
            "What comes out when nothing has arrived yet and b_bar is 0?",
            "as-product",
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
            "return W_bar, b_bar",
            "return b_bar, W_bar",
            "returns the two gradients in the wrong order",
            "The gradient of W comes first.",
        ),
    ),
)

_M, _S = "m = beta_1 * m + (1 - beta_1) * g", "s = beta_2 * s + (1 - beta_2) * g**2"
_M_HAT, _S_HAT = "m_hat = m / (1 - beta_1**k)", "s_hat = s / (1 - beta_2**k)"
_MOVE = "theta = theta - alpha * m_hat / (np.sqrt(s_hat) + 1e-8)"
ADAM = Task(
    slug="adam-step",
    topic="optimisers",
    solution=solutions.adam,
    wanted="the new θ, m and s",
    returns=("θ", "m", "s"),
    places=[
        {"theta": 1.0, "g": 2.0, "m": 0.0, "s": 0.0, "k": 1},
        {"theta": 0.5, "g": 1e-6, "m": 0.0, "s": 0.0, "k": 1},
        {"theta": -0.5, "g": 0.3, "m": 0.2, "s": 0.05, "k": 4},
        {
            "theta": np.array([1.0, -2.0]),
            "g": np.array([0.5, -4.0]),
            "m": np.array([0.1, -1.0]),
            "s": np.array([0.02, 0.9]),
            "k": 12,
        },
        {
            "theta": np.array([2.0, 0.5]),
            "g": np.array([0.0, -1.5]),
            "m": np.array([0.0, 0.3]),
            "s": np.array([0.0, 0.4]),
            "k": 2,
            "alpha": 0.1,
            "beta_1": 0.8,
            "beta_2": 0.95,
        },
    ],
    slips=(
        Slip(
            _M,
            "m = beta_1 * m + g",
            "adds the whole gradient to the mean m",
            "β₁ and 1 − β₁ are the shares of a mean: together they make 1.",
        ),
        Slip(
            _M,
            "m = (1 - beta_1) * m + beta_1 * g",
            "exchanges β₁ and 1 − β₁ in m",
            "With β₁ = 0.9, does the mean remember much or little?",
        ),
        Slip(
            _S,
            "s = beta_2 * s + (1 - beta_2) * g",
            "averages g in s, where its square is meant",
            "s is a mean of sizes: a gradient of −4 and one of 4 count alike.",
        ),
        Slip(
            _S,
            "s = (1 - beta_2) * s + beta_2 * g**2",
            "exchanges β₂ and 1 − β₂ in s",
            "With β₂ = 0.999, does the mean remember much or little?",
        ),
        Slip(
            _S,
            "s = beta_1 * s + (1 - beta_1) * g**2",
            "uses β₁ in s",
            "The mean of the squares has a memory of its own, β₂.",
        ),
        Slip(
            _S,
            "s = beta_2 * s + g**2",
            "adds the whole square to the mean s",
            "β₂ and 1 − β₂ are the shares of a mean: together they make 1.",
        ),
        Slip(
            _M_HAT,
            "m_hat = m",
            "leaves m as it is, though it started at 0",
            "After the first step, m is only a tenth of the gradient: by what is it divided?",
        ),
        Slip(
            _S_HAT,
            "s_hat = s",
            "leaves s as it is, though it started at 0",
            "After the first step, s is only a thousandth of g²: by what is it divided?",
        ),
        Slip(
            _M_HAT,
            "m_hat = m / (1 - beta_1)",
            "forgets the power k in the correction of m",
            "After many steps the correction must go away: 1 − β₁ᵏ nears 1.",
        ),
        Slip(
            _S_HAT,
            "s_hat = s / (1 - beta_2)",
            "forgets the power k in the correction of s",
            "After many steps the correction must go away: 1 − β₂ᵏ nears 1.",
        ),
        Slip(
            _MOVE,
            "theta = theta + alpha * m_hat / (np.sqrt(s_hat) + 1e-8)",
            "goes up the hill",
            "On the first step, which way should θ move where g is positive?",
            "lost-sign",
        ),
        Slip(
            _MOVE,
            "theta = theta - alpha * m_hat / (s_hat + 1e-8)",
            "divides by ŝ and not by its root",
            "On the first step m̂/√ŝ is 1 or −1, however large g is.",
        ),
        Slip(
            _MOVE,
            "theta = theta - alpha * g / (np.sqrt(s_hat) + 1e-8)",
            "moves along the last gradient and not along the mean",
            "What is m̂ computed for?",
        ),
        Slip(
            _MOVE,
            "theta = theta - alpha * m_hat / np.sqrt(s_hat)",
            "leaves out the 10⁻⁸ under the fraction",
            "What is 0/0, where a gradient has been 0 from the start?",
        ),
        Slip(
            _MOVE,
            "theta = theta - alpha * m_hat / np.sqrt(s_hat + 1e-8)",
            "adds the 10⁻⁸ under the root, where it is as much as 10⁻⁴ outside",
            "With a gradient of 10⁻⁶, is the first step still nearly α long?",
        ),
        Slip(
            _M_HAT,
            "m_hat = m / (1 - beta_1 * k)",
            "multiplies β₁ by k in the correction of m",
            "The correction has the power β₁ᵏ: it must go to 0 as k grows.",
            along=((_S_HAT, "s_hat = s / (1 - beta_2 * k)"),),
        ),
        Slip(
            _M_HAT,
            "m_hat = m / (1 - beta_1 ** (k + 1))",
            "counts the steps from 0 in the corrections",
            "k is 1 at the first step: what should m̂ be then, beside g?",
            along=((_S_HAT, "s_hat = s / (1 - beta_2 ** (k + 1))"),),
        ),
        Slip(
            _M_HAT,
            "m_hat = m / (1 - 0.9**k)",
            "corrects with 0.9 and 0.999, whatever β₁ and β₂ are",
            "Whoever calls the function may give other shares.",
            along=((_S_HAT, "s_hat = s / (1 - 0.999**k)"),),
        ),
        Slip(
            _M,
            "m = beta_2 * m + (1 - beta_2) * g",
            "exchanges β₁ and β₂",
            "β₁ belongs to the mean of the gradients, β₂ to the mean of their squares.",
            along=((_S, "s = beta_1 * s + (1 - beta_1) * g**2"),),
        ),
        Slip(
            "return theta, m, s",
            "return m, s, theta",
            "returns the three in another order",
            "θ comes first, then m, then s.",
        ),
        Slip(
            "return theta, m, s",
            "return theta, m_hat, s_hat",
            "hands on the corrected means, which would be corrected again",
            "The next step starts from m and s as they were averaged.",
        ),
    ),
)

_MEASURED, _WORST = (
    "measured = (J(up) - J(down)) / (2 * h)",
    "worst = np.maximum(worst, abs(claimed[i] - measured))",
)
LOST_NAN = Slip(
    _WORST,
    "worst = max(worst, abs(claimed[i] - measured))",
    "lets a claim pass that is no number: nan, as 0/0 leaves it",
    "nan > 0 is false, so that max(0, nan) is 0. What is np.maximum(0, nan)?",
)
GRADIENT_CHECK = Task(
    slug="gradient-check",
    topic="common-mistakes",
    solution=solutions.largest_error,
    wanted="the largest difference between what is claimed and what is measured",
    places=[
        {"J": bowl, "theta": np.array([2.0, -1.0]), "claimed": np.array([4.0, 6.5]), "h": 0.01},
        {"J": bowl, "theta": np.array([2.0, -1.0]), "claimed": np.array([1.0, 6.0]), "h": 0.01},
        {
            "J": cubes,
            "theta": np.array([1.0, 2.0, -0.5]),
            "claimed": np.array([3.25, 8.0, -1.5]),
            "h": 0.1,
        },
    ],
    slips=(
        Slip(
            _MEASURED,
            "measured = (J(up) - J(theta)) / h",
            "measures with a forward difference",
            "A nudge to either side is exact to a higher order.",
        ),
        Slip(
            _MEASURED,
            "measured = (J(up) - J(down)) / h",
            "divides by h, and the two places are 2h apart",
            "How far is it from θᵢ − h to θᵢ + h?",
            "factor",
        ),
        Slip(
            _MEASURED,
            "measured = (J(up) - J(down)) / 2 * h",
            "divides by 2 and then multiplies by h",
            "Python works from left to right: where must brackets stand?",
        ),
        Slip(
            "up[i] += h",
            "up[i] += 1e-6",
            "nudges by a step of its own, whatever h is",
            "Try it with a large h: the result should change.",
            along=(
                ("down[i] -= h", "down[i] -= 1e-6"),
                (_MEASURED, "measured = (J(up) - J(down)) / 2e-6"),
            ),
        ),
        Slip(
            _WORST,
            "return abs(claimed[i] - measured)",
            "returns inside the loop, so that only the first entry is ever looked at",
            "What comes out if the first entry is right and the second is wrong?",
        ),
        Slip(
            _WORST,
            "worst = np.maximum(worst, abs(claimed[i] - measured) / max(abs(measured), 1e-9))",
            "divides each difference by the slope",
            "A relative error is worth having, but the difference itself was asked for.",
        ),
        Slip(
            _WORST,
            "worst = np.maximum(worst, measured - claimed[i])",
            "forgets the absolute value, so that a claim may be too large unseen",
            "What comes out if a claim is far above the slope?",
            "lost-sign",
        ),
        Slip(
            _WORST,
            "worst = np.maximum(worst, claimed[i] - measured)",
            "forgets the absolute value, so that a claim may be too small unseen",
            "What comes out if every claim is 0 and every slope positive?",
            "lost-sign",
        ),
        Slip(
            _WORST,
            "worst = abs(claimed[i] - measured)",
            "keeps the last difference, not the largest",
            "What comes out if the first entry is wrong and the last is right?",
            "overwritten",
        ),
        Slip(
            _WORST,
            "worst = worst + abs(claimed[i] - measured)",
            "adds the differences up",
            "The largest was asked for.",
        ),
        Slip(
            _WORST,
            "worst = np.maximum(worst, abs(claimed[i] - measured) / len(theta))",
            "divides by the number of parameters",
            "One wrong entry among a million must still be seen.",
            "factor",
        ),
        FROM_ONE,
        ALL_UP,
        ALL_DOWN,
        ONE_ARRAY,
    ),
    edges=[
        Edge(
            {
                "J": cubes,
                "theta": np.array([1.0, 2.0, -0.5]),
                "claimed": np.array([3.26, np.nan, -1.0]),
                "h": 0.1,
            },
            LOST_NAN,
        ),
        Edge(
            {
                "J": bowl,
                "theta": np.array([2, -1]),
                "claimed": np.array([1.0, 6.0]),
                "h": 0.1,
            },
            WHOLE_NUMBERS,
        ),
    ],
)
