"""Every function of the book, defined once, as data.

``OPERATIONS`` are the steps that formulas are made of, by their MathJSON head: u is what goes in
(v the second argument). ``CURVES`` are functions of x to look at, ``COSTS`` costs of one
parameter θ, ``SURFACES`` costs of two. Derivatives stand nowhere: SymPy derives them. The only
addition is ``derivative_from_value``, a cheaper form where the value a is already known, and a
test holds it against the derivative, and ``exact_from_value``, a form that keeps its digits.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt
import sympy

from ptcode.core.names import Named
from ptcode.core.types import Array, Real
from ptcode.core.validation import finite_number
from ptcode.functions import activations
from ptcode.functions.cube_root import cbrt
from ptcode.functions.function import Function, a, theta, u, v, x
from ptcode.functions.tree import Tree

theta_1, theta_2 = sympy.symbols("theta_1 theta_2", real=True)

add = Function(u + v, name="add")
multiply = Function(u * v, name="multiply")
divide = Function(u / v, name="divide", domain=(sympy.Ne(v, 0),))
subtract = Function(u - v, name="subtract")
power = Function(
    u**v, name="power", domain=(u > 0,), notes="for u ≤ 0 only some powers exist: raise to a number"
)
negate = Function(-u, name="negate")
reciprocal = Function(
    1 / u, name="reciprocal", domain=(sympy.Ne(u, 0),), derivative_from_value=-(a**2)
)
square = Function(u**2, name="square")
half_squared_error = Function(
    (u - v) ** 2 / 2, name="half squared error", notes="u the prediction, v the target"
)
exp = Function(sympy.exp(u), name="exp", derivative_from_value=a)
log = Function(sympy.log(u), name="log", domain=(u > 0,))
sqrt = Function(
    sympy.sqrt(u),
    name="sqrt",
    domain=(u >= 0,),
    derivative_from_value=1 / (2 * a),
    notes="at 0 the slope is infinite",
)
cube_root = Function(cbrt(u), name="cube root", notes="at 0 the slope is infinite")
sin = Function(sympy.sin(u), name="sin")
cos = Function(sympy.cos(u), name="cos")
tan = Function(
    sympy.tan(u),
    name="tan",
    domain=(sympy.Ne(sympy.cos(u), 0),),
    derivative_from_value=1 + a**2,
    notes="poles at odd multiples of π/2",
)
sec = Function(sympy.sec(u), name="sec", domain=(sympy.Ne(sympy.cos(u), 0),), notes="1/cos")
csc = Function(sympy.csc(u), name="csc", domain=(sympy.Ne(sympy.sin(u), 0),), notes="1/sin")
cot = Function(sympy.cot(u), name="cot", domain=(sympy.Ne(sympy.sin(u), 0),), notes="cos/sin")
_WITHIN_1 = (u >= -1, u <= 1)
asin = Function(sympy.asin(u), name="asin", domain=_WITHIN_1, notes="at ±1 the slope is infinite")
acos = Function(sympy.acos(u), name="acos", domain=_WITHIN_1, notes="at ±1 the slope is infinite")
atan = Function(sympy.atan(u), name="atan")
sinh = Function(sympy.sinh(u), name="sinh")
cosh = Function(sympy.cosh(u), name="cosh")
tanh = Function(sympy.tanh(u), name="tanh", derivative_from_value=1 - a**2)
absolute = Function(
    sympy.Abs(u), name="abs", notes="no derivative at 0, where the slope jumps; convention: 0"
)
sign = Function(
    sympy.sign(u), name="sign", notes="jumps at 0; its derivative is 0, also there by convention"
)
sigmoid = Function(
    activations.sigmoid(u),
    name="sigmoid",
    derivative_from_value=a * (1 - a),
    exact_from_value=a * activations.sigmoid(-u),
    notes="σ′ ≤ ¼",
)
softplus = Function(activations.softplus(u), name="softplus")
relu = Function(activations.relu(u), name="relu", notes="no derivative at 0; convention: 0")
step = Function(
    activations.step(u), name="step", notes="jumps at 0; its derivative is 0, also there"
)

maximum = Function(
    sympy.Max(u, v), name="maximum", notes="where u = v one of them has slope 1; convention: v"
)
minimum = Function(
    sympy.Min(u, v), name="minimum", notes="where u = v one of them has slope 1; convention: v"
)

OPERATIONS = Named(
    "operation",
    {
        "Add": add,
        "Multiply": multiply,
        "Divide": divide,
        "Power": power,
        "Negate": negate,
        "Sqrt": sqrt,
        "Exp": exp,
        "Ln": log,
        "Sin": sin,
        "Cos": cos,
        "Tan": tan,
        "Sec": sec,
        "Csc": csc,
        "Cot": cot,
        "Asin": asin,
        "Acos": acos,
        "Atan": atan,
        "Sinh": sinh,
        "Cosh": cosh,
        "Tanh": tanh,
        "Cbrt": cube_root,
        "Abs": absolute,
        "Sign": sign,
        "Sigmoid": sigmoid,
        "Softplus": softplus,
        "ReLU": relu,
        "Step": step,
    },
)


def _by_name(kind: str, *functions: Function) -> Named[Function]:
    return Named(kind, {function.name: function for function in functions})


ACTIVATIONS = _by_name("activation", sigmoid, tanh, relu, softplus)

_POSITIVE_SINE = (sympy.sin(x) > 0,)
CURVES = _by_name(
    "curve",
    Function(x**2, name="square", notes="the parabola: slope 2x"),
    Function(x**3, name="cube", notes="slope 0 at 0, yet neither minimum nor maximum there"),
    Function(x**4 - 3 * x**2 + x, name="quartic", notes="two valleys of different depth"),
    Function(1 / x, name="reciprocal", domain=(sympy.Ne(x, 0),)),
    Function(sympy.sqrt(x), name="root", domain=(x >= 0,), notes="infinitely steep at 0"),
    Function(sympy.exp(x), name="exponential", notes="its own derivative"),
    Function(sympy.log(x), name="logarithm", domain=(x > 0,)),
    Function(sympy.sin(x), name="sine"),
    Function(sympy.cos(x), name="cosine"),
    Function(sympy.tanh(x), name="tanh"),
    Function(activations.sigmoid(x), name="sigmoid", notes="slope at most ¼"),
    Function(activations.softplus(x), name="softplus", notes="its slope is the sigmoid"),
    Function(activations.relu(x), name="relu", notes="no derivative at 0; convention: 0"),
    Function(sympy.Abs(x), name="absolute", notes="no derivative at 0; convention: 0"),
    Function(sympy.sin(x**2), name="sine-of-square", notes="inner x², outer sin"),
    Function(sympy.sin(x) ** 2, name="square-of-sine", notes="inner sin, outer square"),
    Function(sympy.sin(sympy.cos(x)), name="sine-of-cosine"),
    Function(
        sympy.log(sympy.sin(x)),
        name="log-of-sine",
        domain=_POSITIVE_SINE,
        notes="undefined where sin x ≤ 0",
    ),
    Function(sympy.exp(-x), name="decay", notes="inner −x, outer e^u"),
    Function(
        1 / (1 + sympy.exp(-x)),
        name="logistic",
        notes="the sigmoid, written as a composite",
    ),
    Function(x * sympy.sin(x), name="x-times-sine", notes="a product, not a composite"),
    Function(x**2 + sympy.sin(x), name="square-plus-sine", notes="a sum, not a composite"),
    Function(x + x**2, name="two-paths", notes="x goes two ways: slope 7 at 3, one way alone 6"),
)

COSTS = _by_name(
    "cost",
    Function(theta**2, name="square", notes="one valley; slope 2θ, curvature 2 everywhere"),
    Function(
        theta**4 - 3 * theta**2 + theta,
        name="two-valleys",
        notes="two valleys of different depth, a hill between: the start decides",
    ),
    Function(
        sympy.tanh(theta) ** 2,
        name="plateau",
        notes="the squared error of a tanh unit: flat far from 0, so descent crawls there",
    ),
    Function(
        sympy.Abs(theta),
        name="absolute",
        notes="slope ±1 everywhere but at 0, where there is no derivative (convention: 0)",
    ),
)

SURFACES = _by_name(
    "surface",
    Function(theta_1**2 + theta_2**2, name="bowl", notes="round: −gradient points to the middle"),
    Function(
        theta_1**2 + 10 * theta_2**2,
        name="narrow-valley",
        notes="−gradient does not point to the minimum; curvatures 2 and 20",
    ),
    Function(
        sympy.Rational(11, 2) * (theta_1**2 + theta_2**2) - 9 * theta_1 * theta_2,
        name="tilted-valley",
        notes="the narrow valley, turned by 45°: curvatures 2 and 20 along the diagonals",
    ),
    Function(theta_1**2 - theta_2**2, name="saddle", notes="flat at 0, yet no minimum"),
    Function(theta_1 * theta_2, name="product", notes="with θ₂ = θ₁²: partial θ₂, total 3θ₁²"),
    Function(
        (1 - theta_1) ** 2 + 100 * (theta_2 - theta_1**2) ** 2,
        name="rosenbrock",
        notes="a bent, narrow valley with its minimum at (1, 1)",
    ),
    Function(
        (theta_1**2 + theta_2 - 11) ** 2 + (theta_1 + theta_2**2 - 7) ** 2,
        name="himmelblau",
        notes="four minima of the same depth, one of them at (3, 2)",
    ),
)


@lru_cache(maxsize=256)
def raised_to(exponent: float) -> Function:
    """The power u^n with a fixed exponent n, any real number.

    >>> raised_to(3).derivative.latex
    '3 u^{2}'
    """
    number = sympy.Float(finite_number(exponent, "the exponent"))
    if float(2 * exponent).is_integer():
        number = sympy.Rational(exponent)
    conditions = (u > 0,) if not number.is_Integer else (sympy.Ne(u, 0),) if exponent < 0 else ()
    return Function(u**number, (u,), name=f"power {exponent:g}", domain=conditions)


def local_derivatives() -> dict[str, list[Tree]]:
    """What a generic chain rule must be given: for each head the partial for each argument.

    u stands for the first argument, v for the second. ``Add`` and ``Multiply`` are given for two
    arguments; more are taken two at a time.

    >>> local_derivatives()["Multiply"], local_derivatives()["Sin"]
    (['v', 'u'], [['Cos', 'u']])
    """
    return {
        head: [partial.tree for partial in function.partials]
        for head, function in OPERATIONS.items()
    }


def satisfies_domain(function: Function, *arguments: Real | Array) -> npt.NDArray[np.bool]:
    """Where the conditions of the function's domain hold, as an array of truth values.

    >>> satisfies_domain(log, np.array([-1.0, 1.0]))
    array([False,  True])
    """
    shape = np.broadcast_shapes(*(np.shape(argument) for argument in arguments))
    holds = np.ones(shape, dtype=bool)
    with np.errstate(all="ignore"):
        for condition in function.domain:
            holds &= np.asarray(sympy.lambdify(function.variables, condition, np)(*arguments))
    return holds
