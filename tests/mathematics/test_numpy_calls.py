"""NumPy's functions at Variables: the same program with autograd's NumPy has the same gradient."""

import autograd
import autograd.numpy as anp
import numpy as np
import pytest
import sympy

from ptcode.autodiff import joining, numpy_calls
from ptcode.autodiff.backward import Variable, gradients
from ptcode.autodiff.checks import gradient_check
from ptcode.functions.catalogue import exp
from ptcode.functions.function import Function, x
from strict import STRICT

pytestmark = STRICT
RANDOM = np.random.default_rng(11)
ROW, SQUARE = RANDOM.uniform(0.5, 2, 3), RANDOM.uniform(0.5, 2, (3, 3))

# Each is a program of NumPy (or autograd's NumPy) in two arrays of shape (3, 3) and (3,).
PROGRAMS = {
    "add": lambda np, a, b: np.add(a, ROW) + np.add(SQUARE, b),
    "subtract": lambda np, a, b: np.subtract(a, b) - np.subtract(SQUARE, a),
    "array − Variable": lambda np, a, b: (SQUARE - a) * b,
    "array · Variable": lambda np, a, b: SQUARE * a * (ROW * b),
    "array / Variable": lambda np, a, b: SQUARE / a + b / ROW,
    "array ** Variable": lambda np, a, b: SQUARE**a + 2**b + np.float64(3) ** a,
    "array @ Variable": lambda np, a, b: SQUARE @ a @ b + ROW @ a,
    "scalar of NumPy": lambda np, a, b: np.float64(2) * a - np.float64(1) / b,
    "multiply, divide": lambda np, a, b: np.divide(np.multiply(a, b), np.multiply(2.0, b) + a),
    "power": lambda np, a, b: np.power(a, 3) + np.power(a, b) + np.power(2.0, b),
    "square, reciprocal": lambda np, a, b: np.square(a) + np.reciprocal(b),
    "negative": lambda np, a, b: np.negative(a) * b - a,
    "exp, log, sqrt": lambda np, a, b: np.exp(-a) + np.log(b) * np.sqrt(a),
    "sin, cos, tan, tanh": lambda np, a, b: np.sin(a) * np.cos(b) + np.tan(a / 4) * np.tanh(b),
    "absolute, fabs, sign": lambda np, a, b: np.absolute(a - 1) + np.fabs(b - 1) * np.sign(a - 1),
    "abs": lambda np, a, b: abs(a - 1) * abs(b - 1.2),
    "maximum, minimum": lambda np, a, b: np.maximum(a, b) * np.minimum(a, 1.0) + np.maximum(1, b),
    "matmul, dot": lambda np, a, b: np.matmul(a, b) + np.dot(b, a) + np.dot(a, 2.0)[0],
    "dot of arrays": lambda np, a, b: np.dot(SQUARE, a) + np.dot(b, b) + np.dot(a, SQUARE),
    "sum": lambda np, a, b: np.sum(a) * np.sum(a, axis=0) + np.sum(a, 1, keepdims=True) * b,
    "sum over two axes": lambda np, a, b: np.sum(a, axis=(0, 1)) * b,
    "mean": lambda np, a, b: np.mean(a, axis=-1) * np.mean(b) + np.mean(a * b),
    "max": lambda np, a, b: np.max(a, axis=0) * np.max(b) + np.max(a),
    "min": lambda np, a, b: np.min(a, axis=1) * np.min(b) + np.min(a, axis=-1, keepdims=True)[0],
    "prod": lambda np, a, b: np.prod(a, axis=0) + np.prod(a) * np.prod(b),
    "prod, axis kept": lambda np, a, b: np.prod(a, axis=-1, keepdims=True) * a + b,
    "var": lambda np, a, b: np.var(a) * np.var(b) + np.var(a, axis=0),
    "var, ddof": lambda np, a, b: np.var(a, axis=1, ddof=1, keepdims=True) * b,
    "std": lambda np, a, b: np.std(a, axis=-1) * np.std(b) + np.std(a, ddof=1),
    "reshape, ravel": lambda np, a, b: np.reshape(a, (9,))[2:5] * b + np.ravel(a)[:3],
    "transpose": lambda np, a, b: np.transpose(a) @ b + np.transpose(a, (1, 0))[0] * a[1],
    "concatenate, stack": lambda np, a, b: (
        np.concatenate([a, SQUARE], axis=1)[:, 1:4] + np.stack([b, ROW, b], axis=1) * a
    ),
    "where": lambda np, a, b: np.where(SQUARE > 1, a * b, 0.1 * a) + np.where(ROW > 1, 2.0, b),
    "entry": lambda np, a, b: a[0, 1] * a[1:, :2].sum() * b,
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_gradient_of_a_numpy_program_is_that_of_autograd(name):
    program = PROGRAMS[name]
    starts = [RANDOM.uniform(0.5, 2, (3, 3)), RANDOM.uniform(0.5, 2, 3)]
    wanted = autograd.grad(lambda a, b: anp.sum(program(anp, a, b)), (0, 1))(*starts)
    variables = [Variable(start) for start in starts]
    result = program(np, *variables)
    np.testing.assert_allclose(result.value, program(np, *starts), rtol=1e-14)
    for found, theirs in zip(gradients(result.sum(), variables), wanted, strict=True):
        np.testing.assert_allclose(found, theirs, rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_gradient_of_a_numpy_program_is_measured(name):
    starts = [RANDOM.uniform(0.5, 2, (3, 3)), RANDOM.uniform(0.5, 2, 3)]
    check = gradient_check(lambda a, b: np.sum(PROGRAMS[name](np, a, b)), starts)
    assert check.passed, check


def test_every_function_that_numpy_hands_over_is_in_a_program_above():
    """A rule nobody checks could be anything."""
    called = " ".join(PROGRAMS)
    plain = {"positive", "shape", "ndim", "size", "zeros_like", "ones_like", "float_power"}
    names = {f.__name__ for f in (*numpy_calls._ELEMENTWISE, *numpy_calls._OTHERS)} - plain
    assert {name for name in names if name not in called} == set()


PRODUCTS = {
    "one zero": [[2.0, 0.0, 3.0], [1.0, 4.0, 5.0]],
    "two zeros": [[2.0, 0.0, 0.0], [1.0, 0.0, 5.0]],
    "negative": [[-2.0, 3.0, -1.5], [0.5, -4.0, 1.0]],
}


@pytest.mark.parametrize("axis", [None, 0, 1, -1, (0, 1), (-1, 0), (1,)])
@pytest.mark.parametrize("name", PRODUCTS)
def test_a_product_has_its_gradient_at_zeros_too(name, axis):
    check = gradient_check(lambda a: (a.prod(axis) * 1.7).sum(), [PRODUCTS[name]])
    assert check.passed, check


@pytest.mark.parametrize("axes", [(-1, 0), (1, -2), (0, 1), (-2, -1)])
def test_axes_may_be_counted_from_the_end(axes):
    weights = RANDOM.normal(size=np.transpose(np.zeros((2, 3)), axes).shape)
    check = gradient_check(
        lambda a: (a.transpose(*axes) * weights).sum(), [np.arange(6.0).reshape(2, 3)]
    )
    assert check.passed, check


@pytest.mark.parametrize("axes", [(-1, 0, 1), (2, -3, 1), (-2, -1, -3), (1, 2, 0)])
def test_three_axes_of_one_length_go_back_where_they_came_from(axes):
    weights = RANDOM.normal(size=(2, 2, 2))
    check = gradient_check(
        lambda a: (np.transpose(a, axes) * weights).sum(), [RANDOM.normal(size=(2, 2, 2))]
    )
    assert check.passed, check


AXES = {
    "sum": lambda a, axis: a.sum(axis),
    "mean": lambda a, axis: a.mean(axis),
    "max": lambda a, axis: a.max(axis),
    "min": lambda a, axis: a.min(axis),
    "prod": lambda a, axis: a.prod(axis),
    "var": lambda a, axis: a.var(axis),
    "std": lambda a, axis: a.std(axis, ddof=1),
    "log sum exp": lambda a, axis: a.log_sum_exp(axis),
    "concatenate": lambda a, axis: joining.concatenate([a, a**2], axis),
    "stack": lambda a, axis: joining.stack([a, a**2], axis),
}


@pytest.mark.parametrize("axis", [0, 1, 2, -1, -2, -3])
@pytest.mark.parametrize("name", AXES)
def test_every_axis_gives_the_measured_gradient(name, axis):
    check = gradient_check(
        lambda a: (AXES[name](a, axis) ** 2).sum(), [RANDOM.normal(size=(2, 3, 4))]
    )
    assert check.passed, check


def test_shapes_and_axes_come_as_lists_and_numpy_s_whole_numbers_too():
    v = Variable(np.arange(6.0).reshape(2, 3))
    assert v.reshape([3, 2]).shape == v.reshape(np.int64(3), 2).shape == (3, 2)
    assert v.transpose([1, 0]).shape == v.transpose(np.int64(1), 0).shape == v.T.shape == (3, 2)
    assert v.transpose(None).shape == np.transpose(v).shape == (3, 2)
    assert v.sum(axis=[0, 1]).shape == ()
    assert v.flatten().shape == np.ravel(v).shape == (6,)
    assert (np.shape(v), np.ndim(v), np.size(v), v.ndim, v.size) == ((2, 3), 2, 6, 2, 6)
    assert np.positive(v) is +v is v
    assert np.zeros_like(v).tolist() == [[0.0] * 3] * 2


def test_ties_share_the_adjoint_of_a_minimum_and_a_constant_takes_that_of_a_maximum():
    v = Variable([1.0, 1.0, 3.0])
    assert gradients(v.min(), [v])[0].tolist() == [0.5, 0.5, 0.0]
    z = Variable([-1.0, 0.0, 1.0])
    for ramp in (np.maximum(z, 0), np.maximum(0, z), np.maximum(np.zeros(3), z)):
        assert gradients(ramp.sum(), [z])[0].tolist() == [0.0, 0.0, 1.0]
    for ramp in (np.minimum(z, 0), np.minimum(0, z)):
        assert gradients(ramp.sum(), [z])[0].tolist() == [1.0, 0.0, 0.0]
    both = [Variable(2.0), Variable(2.0)]
    assert sum(map(float, gradients(np.maximum(*both), both))) == 1.0


def test_a_function_that_is_missing_says_what_to_write_and_that_works():
    v = Variable([0.3, -0.4])
    with pytest.raises(TypeError, match=r"arctan = Function\(sympy\.atan\(x\)\)"):
        np.arctan(v)
    arctan = Function(sympy.atan(x))
    assert gradient_check(lambda v: arctan(v).sum(), [v.value]).passed


ADVICE = {
    "np.log1p(v)": r"write log\(1 \+ v\)",
    "np.linalg.norm(v)": r"np\.linalg\.norm .* write sqrt\(\(v\*\*2\)\.sum\(\)\)",
    "np.clip(v, 0, 1)": r"np\.minimum\(np\.maximum\(v, low\), high\)",
    "np.add.reduce(v)": r"write v\.sum\(\)",
    "np.multiply.outer(v, v)": "cannot be traced",
    "np.add(array, v, out=array)": r"write a = a \+ v",
    "np.sum(v, out=array)": "cannot write a Variable into a plain array",
    "np.sum(v, initial=3.0)": r"does not take all of this \(initial\)",
    "np.exp(v, where=array > 0)": "with where",
    "np.floor(v)": "whole numbers jump",
    "np.round(v, 2)": "whole numbers jump",
    "array > v": "cannot follow a comparison",
    "np.allclose(v, 1.0)": "cannot follow a comparison",
    "np.asarray(v)": r"use \.value for its numbers",
    "np.array([v, v])": r"stack\(\[v, w\]\)",
    "np.linspace(0, v, 3)": r"take v\.value",
    "array[v]": r"use \.value",
    "array * exp": r"exp is a Function: take its values",
    "np.exp(exp)": r"exp @ f",
}


@pytest.mark.parametrize("code", ADVICE)
def test_what_cannot_be_traced_says_so_and_what_to_write(code):
    names = {"np": np, "v": Variable([1.0, 2.0]), "array": np.array([1.0, 2.0]), "exp": exp}
    with pytest.raises(TypeError, match=ADVICE[code]):
        eval(code, names)
