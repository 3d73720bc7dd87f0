"""Tasks of the chapters on slopes and nesting: descent, partials, links of a chain, paths."""

import math

import numpy as np

from ptcode.core.types import Array
from ptcode.exercises.code import solutions
from ptcode.exercises.code.task import Edge, Slip, Task
from ptcode.functions.catalogue import exp, sigmoid, sin, square


def bowl(theta: Array) -> float:
    """θ₁² + 3θ₁θ₂."""
    return theta[0] ** 2 + 3 * theta[0] * theta[1]


def cubes(theta: Array) -> float:
    """θ₁³ + θ₂³ + θ₁θ₃²."""
    return theta[0] ** 3 + theta[1] ** 3 + theta[0] * theta[2] ** 2


def fifth(theta: Array) -> float:
    """θ₁⁵ + θ₂²."""
    return theta[0] ** 5 + theta[1] ** 2


def twice(theta: float) -> float:
    """The slope of θ²."""
    return 2 * theta


def towards_three(theta: float) -> float:
    """The slope of 0.4(θ − 3)²."""
    return 0.8 * (theta - 3)


def of_a_plateau(theta: float) -> float:
    """The slope of tanh²θ."""
    return 2 * math.tanh(theta) / math.cosh(theta) ** 2


DESCENT_STEP = Task(
    slug="descent-step",
    topic="gradient-descent",
    solution=solutions.step,
    wanted="the next θ",
    places=[
        {"theta": 2.0, "slope": 4.0, "alpha": 0.1},
        {"theta": -1.5, "slope": -3.0, "alpha": 0.25},
        {"theta": 0.5, "slope": -0.8, "alpha": 1.05},
        {"theta": 3.0, "slope": 0.0, "alpha": 0.3},
    ],
    slips=(
        Slip(
            "return theta - alpha * slope",
            "return theta + alpha * slope",
            "goes up the hill: it adds α times the slope",
            "Where the slope is positive, on which side is the valley?",
            "lost-sign",
        ),
        Slip(
            "return theta - alpha * slope",
            "return theta - slope",
            "leaves out the learning rate",
            "What should α = 0 do?",
        ),
        Slip(
            "return theta - alpha * slope",
            "return -alpha * slope",
            "returns the move and not the place where it ends",
            "Where is θ after the step, if it was at 2 and moves by −0.4?",
        ),
        Slip(
            "return theta - alpha * slope",
            "return alpha * slope",
            "returns the length of the move and not the place where it ends",
            "Where is θ after the step, if it was at 2 and moves by −0.4?",
        ),
        Slip(
            "return theta - alpha * slope",
            "return theta - alpha",
            "moves by α, whatever the slope is",
            "Where the slope is 0, how far should θ move?",
        ),
        Slip(
            "return theta - alpha * slope",
            "return theta - alpha * theta",
            "takes θ itself for the slope",
            "Which of the three arguments says how steep it is?",
        ),
        Slip(
            "return theta - alpha * slope",
            "return (theta - alpha) * slope",
            "multiplies the difference θ − α by the slope",
            "Which of the two operations is done first?",
        ),
        Slip(
            "return theta - alpha * slope",
            "return theta - slope / alpha",
            "divides by α",
            "Should a smaller learning rate make the step smaller or larger?",
        ),
        Slip(
            "return theta - alpha * slope",
            "return theta - alpha * np.sign(slope)",
            "makes every step α long: of the slope it takes only the sign",
            "Where the slope is small, should the step not be small too?",
        ),
    ),
)
_FLAT, _STEP = "if abs(slope(theta)) <= 0.001:", "theta = theta - alpha * slope(theta)"
DESCENT = Task(
    slug="descent-until-flat",
    topic="gradient-descent",
    solution=solutions.descend,
    wanted="the θ at which descent stops",
    places=[
        {"slope": twice, "theta": 2.0, "alpha": 0.1},
        {"slope": towards_three, "theta": 0.0, "alpha": 0.5},
        {"slope": of_a_plateau, "theta": 4.0, "alpha": 0.05},
        {"slope": twice, "theta": 0.0004, "alpha": 0.1},
    ],
    slips=(
        Slip(
            _STEP,
            "theta = theta + alpha * slope(theta)",
            "goes up the hill: it adds α times the slope",
            "Where the slope is positive, on which side is the valley?",
            "lost-sign",
        ),
        Slip(
            _STEP,
            "theta = theta - slope(theta)",
            "leaves out the learning rate",
            "What should α = 0 do?",
        ),
        Slip(
            _FLAT,
            "if slope(theta) <= 0.001:",
            "stops wherever the slope is negative",
            "Is a slope of −24 small?",
        ),
        Slip(
            _FLAT,
            "if abs(theta) <= 0.001:",
            "stops where θ is small, not where the slope is",
            "Must the lowest point lie at 0?",
        ),
        Slip(
            _FLAT,
            "if abs(alpha * slope(theta)) <= 0.001:",
            "stops where the step is small, not where the slope is",
            "With a tiny α every step is short. Has descent arrived then?",
        ),
    ),
)

_UP, _DOWN, _QUOTIENT = "up[i] += h", "down[i] -= h", "return (J(up) - J(down)) / (2 * h)"
ALL_UP = Slip(
    _UP,
    "up += h",
    "moves every parameter up, not θᵢ alone",
    "A partial derivative holds all the others still.",
)
ALL_DOWN = Slip(
    _DOWN,
    "down -= h",
    "moves every parameter down, not θᵢ alone",
    "A partial derivative holds all the others still.",
)
FROM_ONE = Slip(
    _UP,
    "up[i - 1] += h",
    "nudges the parameter before the one that is meant",
    "An array counts from 0: which entry is θ₁?",
    along=((_DOWN, "down[i - 1] -= h"),),
)
COPIES = "up, down = np.array(theta, float), np.array(theta, float)"
ONE_ARRAY = Slip(
    COPIES,
    "up, down = theta, theta",
    "nudges one and the same array up and down again",
    "Two names for one array see each other's changes: each needs a copy of its own.",
)
OWN_STEP = "takes no notice of h: it nudges by a step of its own, or needs none"
FIVE_POINTS = "(8 * (J(up) - J(down)) - J(2 * up - theta) + J(2 * down - theta)) / (12 * h)"
TOO_EXACT = "is more exact than what was asked for, as a difference of five points is"
WHOLE_NUMBERS = Slip(
    COPIES,
    "up, down = theta.copy(), theta.copy()",
    "puts the nudged value into an array of whole numbers, where decimals are cut off",
    "What is dtype of np.array([2, -1]), and what of np.array([2, -1], float)?",
)
PARTIAL = Task(
    slug="partial-derivative",
    topic="partial-derivatives",
    solution=solutions.partial,
    wanted="∂J/∂θᵢ, measured with a nudge to either side",
    places=[
        {"J": bowl, "theta": np.array([2.0, -1.0]), "i": 0, "h": 0.1},
        {"J": bowl, "theta": np.array([2.0, -1.0]), "i": 1, "h": 0.1},
        {"J": cubes, "theta": np.array([1.0, 2.0, -0.5]), "i": 0, "h": 0.2},
        {"J": cubes, "theta": np.array([1.0, 2.0, -0.5]), "i": 2, "h": 0.05},
        {"J": fifth, "theta": np.array([0.0, 1.0]), "i": 0, "h": 0.5},
    ],
    slips=(
        Slip(
            _QUOTIENT,
            "return (J(up) - J(theta)) / h",
            "is a forward difference: it nudges to one side only",
            "Take the value on the other side too: the errors of both sides nearly cancel.",
        ),
        Slip(
            _QUOTIENT,
            "return (J(theta) - J(down)) / h",
            "is a backward difference: it nudges to one side only",
            "Take the value on the other side too: the errors of both sides nearly cancel.",
        ),
        Slip(
            _QUOTIENT,
            "return (J(up) - J(down)) / h",
            "divides by h, and the two places are 2h apart",
            "How far is it from θᵢ − h to θᵢ + h?",
            "factor",
        ),
        Slip(
            _QUOTIENT,
            "return (J(up) - J(down)) / 2 * h",
            "divides by 2 and then multiplies by h",
            "Python works from left to right: where must brackets stand?",
        ),
        Slip(
            _QUOTIENT,
            "return (J(down) - J(up)) / (2 * h)",
            "takes the two values in the wrong order",
            "Where J rises to the right, is your result positive?",
            "lost-sign",
        ),
        Slip(
            _QUOTIENT,
            "return J(up) - J(down)",
            "returns the change of J, not its rate",
            "Half the h must not halve the result: by what is the change divided?",
        ),
        Slip(
            _QUOTIENT,
            "return (J(up) - J(theta)) / (2 * h)",
            "compares the place after one nudge with the place itself, and divides by 2h",
            "How far apart are the two places at which you take J?",
            "factor",
        ),
        Slip(
            _UP,
            "up[i] += 1e-6",
            OWN_STEP,
            "Try it with a large h: the result should change.",
            along=((_DOWN, "down[i] -= 1e-6"), (_QUOTIENT, "return (J(up) - J(down)) / 2e-6")),
        ),
        Slip(
            _QUOTIENT,
            f"return {FIVE_POINTS}",
            TOO_EXACT,
            "Take J at θ + h and at θ − h, and nowhere else.",
            alone=True,
        ),
        FROM_ONE,
        ALL_UP,
        ALL_DOWN,
        ONE_ARRAY,
    ),
    edges=[Edge({"J": bowl, "theta": np.array([2, -1]), "i": 0, "h": 0.1}, WHOLE_NUMBERS)],
)

_BY_1, _BY_2 = "by_theta_1 = 2 * error.mean()", "by_theta_2 = 2 * (error * x).mean()"
_TIMES = np.array([0.0, 1.0, 2.0, 4.0])
LINE_GRADIENT = Task(
    slug="line-gradient",
    topic="fitting-a-line",
    solution=solutions.line_gradient,
    wanted="∂J/∂θ₁ and ∂J/∂θ₂",
    returns=("∂J/∂θ₁", "∂J/∂θ₂"),
    places=[
        {"theta_1": 1.0, "theta_2": 0.5, "x": _TIMES, "y": np.array([1.0, 3.0, 2.0, 5.0])},
        {"theta_1": -2.0, "theta_2": 3.0, "x": _TIMES, "y": np.array([0.5, 0.0, 4.0, 1.0])},
        {"theta_1": 0.3, "theta_2": -1.0, "x": np.array([3.0, 7.0]), "y": np.array([2.0, -1.0])},
    ],
    slips=(
        Slip(
            "error = theta_1 + theta_2 * x - y",
            "error = y - (theta_1 + theta_2 * x)",
            "has both signs turned: y − ŷ has the slope −1 along θ₁",
            "If the line lies above the points, must θ₁ grow or shrink?",
            "lost-sign",
        ),
        Slip(
            "error = theta_1 + theta_2 * x - y",
            "error = theta_2 + theta_1 * x - y",
            "takes θ₁ for the slope of the line and θ₂ for its height",
            "Which of the two is multiplied by x?",
            "swapped",
        ),
        Slip(
            _BY_1,
            "by_theta_1 = error.mean()",
            "loses the 2 of the square along θ₁",
            "The derivative of error² is 2·error.",
            "factor",
        ),
        Slip(
            _BY_2,
            "by_theta_2 = (error * x).mean()",
            "loses the 2 of the square along θ₂",
            "The derivative of error² is 2·error.",
            "factor",
        ),
        Slip(
            _BY_1,
            "by_theta_1 = 2 * error.sum()",
            "takes the sum for the mean along θ₁",
            "Would the gradient of the mean grow if every point stood there twice?",
            "factor",
        ),
        Slip(
            _BY_2,
            "by_theta_2 = 2 * (error * x).sum()",
            "takes the sum for the mean along θ₂",
            "Would the gradient of the mean grow if every point stood there twice?",
            "factor",
        ),
        Slip(
            _BY_2,
            "by_theta_2 = 2 * error.mean()",
            "forgets the inner derivative along θ₂",
            "By what is θ₂ multiplied inside the square?",
            "stopped",
        ),
        Slip(
            _BY_2,
            "by_theta_2 = 2 * error.mean() * x.mean()",
            "multiplies the means; the mean of the products is something else",
            "Multiply each error by its own x first.",
        ),
        Slip(
            _BY_2,
            "by_theta_2 = 2 * (error * theta_2).mean()",
            "is the derivative along x and not along θ₂",
            "Which of the two moves, and what is it multiplied by?",
            "by-input",
        ),
    ),
)

COMPOSITE = Task(
    slug="composite",
    topic="composite-functions",
    solution=solutions.composite,
    wanted="the value of f∘g at x",
    places=[
        {"x": 1.5, "f": sin, "g": square},
        {"x": -0.5, "f": square, "g": exp},
        {"x": 2.0, "f": exp, "g": sin},
    ],
    slips=(
        Slip(
            "return f(u)",
            "return f(x)",
            "leaves the inner function out",
            "What does f work on: x, or what came out of g?",
            "unseen",
        ),
        Slip(
            "return f(u)",
            "return u",
            "stops after the inner function",
            "g is done; what does f make of its result?",
        ),
        Slip(
            "return f(u)",
            "return g(f(x))",
            "applies f first",
            "In f(g(x)), which of the two sees x itself?",
            "swapped",
        ),
        Slip(
            "return f(u)",
            "return f(x) * u",
            "multiplies the two functions",
            "f works on the value of g: it is put in, not multiplied.",
        ),
        Slip(
            "return f(u)",
            "return f(x) + u",
            "adds the two functions",
            "f works on the value of g: it is put in, not added.",
        ),
    ),
)

_FACTOR, _NEXT = "slope = slope * df(x)", "x = f(x)"
_EACH = "for f, df in zip(functions, slopes, strict=True):"
_SIN_SQUARE = {"functions": [square, sin], "slopes": [square.derivative, sin.derivative]}
_SIGMOIDS = {
    "functions": [sin, sigmoid, square],
    "slopes": [sin.derivative, sigmoid.derivative, square.derivative],
}
CHAIN_SLOPE = Task(
    slug="chain-slope",
    topic="chain-rule",
    solution=solutions.chain_slope,
    wanted="the product of the slopes, each at what its function receives",
    places=[
        {"x": 1.5, **_SIN_SQUARE},
        {"x": -0.7, **_SIN_SQUARE},
        {"x": 0.8, **_SIGMOIDS},
        {"x": 2.0, "functions": [exp], "slopes": [exp.derivative]},
    ],
    slips=(
        Slip(
            _NEXT,
            "pass",
            "takes every slope at x",
            "The second function works on what came out of the first: its slope is wanted there.",
            "at-input",
        ),
        Slip(
            _FACTOR,
            "slope = slope + df(x)",
            "adds the slopes",
            "Along one path the rates multiply: 3 times as fast of something twice as fast.",
        ),
        Slip(
            _FACTOR,
            "slope = slope + df(x)",
            "adds the slopes up, from 0",
            "Along one path the rates multiply: 3 times as fast of something twice as fast.",
            along=(("slope = 1", "slope = 0"),),
        ),
        Slip(
            _FACTOR,
            "slope = df(x)",
            "keeps the last slope only",
            "Count the links and count the factors: they must be equally many.",
            "unseen",
        ),
        Slip(
            _FACTOR,
            "slope = df(slope)",
            "puts one slope into the next derivative",
            "What flows through the chain is the value; the slopes are multiplied beside it.",
            "nested",
        ),
        Slip(
            _FACTOR,
            "slope = slope * df(f(x))",
            "takes each slope at what comes out of its own function",
            "A function's slope is wanted at what goes in.",
            "at-activation",
        ),
        Slip(
            _FACTOR,
            "slope = slope * f(x)",
            "multiplies the values and not the slopes",
            "What stretches a nudge: the value of a function or its derivative?",
            "as-product",
        ),
        Slip(
            _FACTOR,
            "x = df(x)",
            "puts one slope into the next derivative",
            "What flows through the chain is the value; the slopes are multiplied beside it.",
            "nested",
            along=((_NEXT, "pass"), ("return slope", "return x")),
            alone=True,
        ),
        Slip(
            _NEXT,
            "x = df(x)",
            "moves x on by the slopes, not by the functions",
            "The second function works on what came out of the first: on a value or on a slope?",
            alone=True,
        ),
        Slip(
            "return slope",
            "return x",
            "returns the value of the chain and not its slope",
            "Which of the two was asked for?",
        ),
        Slip(
            _FACTOR,
            "return slope * df(x)",
            "returns inside the loop, after the first function",
            "Count the links and count the factors: they must be equally many.",
            "unseen",
        ),
        Slip(
            _EACH,
            "for f, df in zip(functions[::-1], slopes[::-1], strict=True):",
            "begins with the outer function",
            "Which function sees x itself? The lists stand from the inside out.",
            "swapped",
        ),
        Slip(
            _EACH,
            "for f, df in zip(functions[:-1], slopes[:-1], strict=True):",
            "leaves out the last function",
            "Count the links and count the factors: they must be equally many.",
            "stopped",
            alone=True,
        ),
        Slip(
            _EACH,
            "for f, df in zip(functions, [lambda x: 1, *slopes[1:]], strict=True):",
            "leaves out the slope of the first function",
            "Count the links and count the factors: they must be equally many.",
            "stopped",
            alone=True,
        ),
        Slip(
            _EACH,
            "for f, df in zip(slopes, functions, strict=True):",
            "takes functions for slopes, and slopes for functions",
            "Which list moves x on, and which one brings the factors?",
            alone=True,
        ),
        Slip(
            "slope = 1",
            "slope = 0",
            "starts with 0, and whatever is multiplied by 0 stays 0",
            "What is the slope of a chain without any link?",
        ),
    ),
)

TOTAL = Task(
    slug="total-derivative",
    topic="several-paths",
    solution=solutions.total,
    wanted="the sum over all paths of the products along them",
    places=[
        {"J_by_v": np.array([9.0, 3.0]), "v_by_x": np.array([1.0, 6.0])},
        {"J_by_v": np.array([0.5, -2.0, 4.0]), "v_by_x": np.array([3.0, 1.5, -0.25])},
        {"J_by_v": np.array([2.5]), "v_by_x": np.array([-0.4])},
    ],
    slips=(
        Slip(
            "return (J_by_v * v_by_x).sum()",
            "return (J_by_v * v_by_x).prod()",
            "multiplies what the paths bring",
            "Two paths that bring 1 each: does J change by 1 or by 2?",
            "as-product",
        ),
        Slip(
            "return (J_by_v * v_by_x).sum()",
            "return J_by_v.sum() * v_by_x.sum()",
            "adds before it multiplies, so that each path is joined to every other",
            "Multiply along each path first, then add.",
        ),
        Slip(
            "return (J_by_v * v_by_x).sum()",
            "return (J_by_v * v_by_x)[0]",
            "follows the first path only",
            "Each value that depends on x brings a share.",
            "overwritten",
        ),
        Slip(
            "return (J_by_v * v_by_x).sum()",
            "return (J_by_v * v_by_x)[-1]",
            "keeps the last path only, as = does where += is meant",
            "Each value that depends on x brings a share.",
            "overwritten",
        ),
        Slip(
            "return (J_by_v * v_by_x).sum()",
            "return (J_by_v * v_by_x).mean()",
            "takes the mean of the paths for their sum",
            "Would a second path of the same kind change anything in yours?",
            "factor",
        ),
        Slip(
            "return (J_by_v * v_by_x).sum()",
            "return J_by_v * v_by_x",
            "returns the share of each path and does not add them",
            "x moves all of them at once: what becomes of J altogether?",
        ),
        Slip(
            "return (J_by_v * v_by_x).sum()",
            "return J_by_v.sum()",
            "leaves out how fast each value moves with x",
            "A value that does not depend on x must bring nothing.",
            "stopped",
        ),
        Slip(
            "return (J_by_v * v_by_x).sum()",
            "return (J_by_v + v_by_x).sum()",
            "adds along a path, where rates multiply",
            "A path with one rate of 0 must bring nothing.",
        ),
    ),
)
