"""The engine: the chain rule on a graph, against measuring, SymPy and other people's programs."""

import gc
import json
import sys

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from ptcode.autodiff.backward import Variable, affine, concatenate, gradients, latest_first
from ptcode.autodiff.checks import gradient_check
from ptcode.autodiff.graph.export import graph
from ptcode.functions import catalogue
from ptcode.functions.catalogue import exp, log, relu, sigmoid, sin, softplus, tanh
from ptcode.functions.function import Function
from strict import STRICT

pytestmark = STRICT
RANDOM = np.random.default_rng(3)


def gradient(f, *starts):
    variables = [Variable(start) for start in starts]
    return gradients(f(*variables), variables)


# Two arguments of many shapes that broadcast together.
SHAPES = [
    ((), ()),
    ((3,), ()),
    ((), (2, 3)),
    ((3,), (2, 3)),
    ((2, 1), (3,)),
    ((2, 1), (1, 3)),
    ((4, 2, 1), (2, 3)),
    ((1,), (1, 1)),
]
PAIRS = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "multiply": lambda a, b: a * b,
    "divide": lambda a, b: a / (2.0 + sin(b)),
    "power": lambda a, b: (1.5 + sin(a)) ** b,
    "fan-out": lambda a, b: a * b + a * a - b,
}


@pytest.mark.parametrize("shapes", SHAPES, ids=str)
@pytest.mark.parametrize("name", PAIRS)
def test_broadcasting_adds_up_over_all_uses(name, shapes):
    starts = [RANDOM.normal(size=shape) for shape in shapes]
    check = gradient_check(lambda a, b: tanh(PAIRS[name](a, b)).sum(), starts)
    assert check.passed, check
    found = gradient(lambda a, b: PAIRS[name](a, b).sum(), *starts)
    assert [g.shape for g in found] == list(shapes)


@pytest.mark.parametrize("name", [n for n, f in catalogue.OPERATIONS.items()])
def test_every_operation_of_the_catalogue_can_be_traced(name):
    function = catalogue.OPERATIONS[name]
    # Inside every domain: those of ln, of the arcsine and of the inverse cosine.
    starts = [np.array([0.4, 0.9, 0.6]), np.array([0.7, 1.1, 0.2])][: len(function.variables)]
    traced = gradient(lambda *v: function(*v).sum(), *starts)
    for found, partial in zip(traced, function.partials, strict=True):
        np.testing.assert_allclose(found, partial(*starts), rtol=1e-12)


MATRIX = RANDOM.normal(size=(3, 4))
ARRAYS = {
    "matmul": (lambda a, b: tanh(a @ b).sum(), (2, 3), (3, 4)),
    "matmul, vector left": (lambda a, b: tanh(a @ b).sum(), (3,), (3, 4)),
    "matmul, vector right": (lambda a, b: tanh(a @ b).sum(), (2, 3), (3,)),
    "matmul, two vectors": (lambda a, b: tanh(a @ b), (3,), (3,)),
    "matmul, stacks": (lambda a, b: tanh(a @ b).sum(), (5, 1, 2, 3), (4, 3, 2)),
    "matmul, stack and vector": (lambda a, b: tanh(a @ b).sum(), (5, 2, 3), (3,)),
    "matmul, vector and stack": (lambda a, b: tanh(a @ b).sum(), (3,), (5, 3, 2)),
    "matmul, constant left": (lambda a: tanh(MATRIX @ a).sum(), (4, 2)),
    "matmul, constant right": (lambda a: tanh(a @ MATRIX).sum(), (2, 3)),
    "affine": (lambda w, a, b: tanh(affine(w, a, b)).sum(), (2, 3), (3, 4), (2, 1)),
    "affine, one point": (lambda w, a, b: tanh(affine(w, a, b)).sum(), (2, 3), (3,), (2,)),
    "affine, constant input": (lambda w, b: tanh(affine(w, MATRIX, b)).sum(), (2, 3), (2, 1)),
    "sum": (lambda a: tanh(a).sum(), (2, 3)),
    "sum over an axis": (lambda a: tanh(a.sum(axis=0)).sum(), (2, 3)),
    "sum over two axes": (lambda a: tanh(a.sum(axis=(0, 2))).sum(), (2, 3, 4)),
    "sum, axis kept": (lambda a: tanh(a - a.sum(axis=-1, keepdims=True)).sum(), (2, 3)),
    "mean": (lambda a: tanh(a).mean(), (2, 3)),
    "mean over an axis": (lambda a: tanh(a.mean(axis=1)).sum(), (2, 3)),
    "mean, axis kept": (lambda a: tanh(a * a.mean(axis=0, keepdims=True)).sum(), (2, 3)),
    "max": (lambda a: tanh(a).max(), (2, 3)),
    "max over an axis": (lambda a: tanh(a.max(axis=1)).sum(), (2, 3)),
    "max, axis kept": (lambda a: tanh(a - a.max(axis=0, keepdims=True)).sum(), (2, 3)),
    "log sum exp": (lambda a: tanh(a.log_sum_exp(axis=0)).sum(), (2, 3)),
    "log sum exp, last axis": (lambda a: tanh(a.log_sum_exp(axis=-1)).sum(), (2, 3)),
    "reshape": (lambda a: tanh(a.reshape(3, 2) @ MATRIX[:2]).sum(), (2, 3)),
    "reshape, shape as one": (lambda a: tanh(a.reshape((6,))).sum(), (2, 3)),
    "reshape, open": (lambda a: tanh(a.reshape(-1)).sum(), (2, 3)),
    "transpose": (lambda a: tanh(a.T @ MATRIX).sum(), (3, 2)),
    "transpose, axes": (lambda a: tanh(a.transpose(1, 2, 0)[0]).sum(), (4, 2, 3)),
    "transpose, axes as one": (lambda a: tanh(a.transpose((1, 0))).sum(), (4, 2)),
    "entry": (lambda a: tanh(a[1, 2]), (2, 3)),
    "slice": (lambda a: tanh(a[:, 1:]).sum(), (2, 3)),
    "entries taken twice": (lambda a: tanh(a[[0, 0, 1], [2, 2, 0]]).sum(), (2, 3)),
    "mask": (lambda a: tanh(a[np.array([True, False])]).sum(), (2, 3)),
    "concatenate": (lambda a, b: tanh(concatenate([a, b, MATRIX[:, :3]])).sum(), (2, 3), (1, 3)),
    "concatenate, last axis": (lambda a, b: tanh(concatenate([a, b], -1)).sum(), (2, 3), (2, 1)),
    "powers": (lambda a: (a**2 + (1.0 + a**2) ** 0.5 + a**0 + (2.0 + a**2) ** -1).sum(), (2, 3)),
    "from the left": (lambda a: (2.0**a + 1.0 / (3.0 + a**2) + (1.0 - a) * 2.0).sum(), (2, 3)),
    "power of arrays": (lambda a: ((2.0 + a**2) ** np.array([1.0, 2.0, 3.0])).sum(), (2, 3)),
    "negative": (lambda a: tanh(-a).sum(), (2, 3)),
}


@pytest.mark.parametrize("name", ARRAYS)
def test_every_array_operation_agrees_with_finite_differences(name):
    f, *shapes = ARRAYS[name]
    check = gradient_check(f, [RANDOM.normal(size=shape) for shape in shapes])
    assert check.passed, check


def test_ties_share_the_adjoint_of_a_maximum():
    assert gradient(lambda a: a.max(), [1.0, 3.0, 3.0])[0].tolist() == [0.0, 0.5, 0.5]


# Random graphs: each instruction makes a new value of the earlier ones.
STEPS = st.tuples(st.integers(0, 9), st.integers(0, 99), st.integers(0, 99))


def run(instructions, starts):
    pool = list(starts)
    for code, i, j in instructions:
        one, other = pool[i % len(pool)], pool[j % len(pool)]
        pool.append(
            [
                lambda a, b: a + b,
                lambda a, b: a - b,
                lambda a, b: a * tanh(b),
                lambda a, b: a / (2.0 + sin(b)),
                lambda a, _: sigmoid(a),
                lambda a, _: sin(a),
                lambda a, _: softplus(a),
                lambda a, b: sin(a.sum()) * b,
                lambda a, b: tanh(a) ** 2 + b,
                lambda a, b: a.mean() - tanh(b),
            ][code](one, other)
        )
    total = pool[0].sum()
    for value in pool[1:]:
        total = total + tanh(value).mean()
    return total


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(STEPS, min_size=1, max_size=12), st.integers(0, 2**31))
def test_random_graphs_agree_with_finite_differences(instructions, seed):
    random = np.random.default_rng(seed)
    starts = [random.normal(size=shape) for shape in [(), (3,), (2, 1)]]
    check = gradient_check(lambda *v: run(instructions, v), starts, tolerance=1e-5)
    assert check.passed, check


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(STEPS, min_size=1, max_size=5), st.integers(0, 2**31))
def test_random_graphs_of_numbers_agree_with_sympy(instructions, seed):
    instructions = [(code % 7, i, j) for code, i, j in instructions]
    symbols = sympy.symbols("p q", real=True)
    place = np.random.default_rng(seed).normal(size=2)

    def build(pool, s):
        for code, i, j in instructions:
            a, b = pool[i % len(pool)], pool[j % len(pool)]
            pool = [
                *pool,
                (a + b, a - b, a * s["tanh"](b), a / (2 + s["sin"](b)), s["sigmoid"](a))[code]
                if code < 5
                else s[["sin", "softplus"][code - 5]](a),
            ]
        return pool[-1]

    own = {"sin": sin, "tanh": tanh, "sigmoid": sigmoid, "softplus": softplus}
    theirs = {
        "sin": sympy.sin,
        "tanh": sympy.tanh,
        "sigmoid": lambda z: 1 / (1 + sympy.exp(-z)),
        "softplus": lambda z: sympy.log(1 + sympy.exp(z)),
    }
    wanted = build(list(symbols), theirs)
    found = gradient(lambda *v: build(list(v), own) + 0.0 * v[0], *place)
    for value, symbol in zip(found, symbols, strict=True):
        exact = float(sympy.lambdify(symbols, sympy.diff(wanted, symbol), "mpmath")(*place))
        assert float(value) == pytest.approx(exact, rel=1e-9, abs=1e-9)


def test_the_micrograd_example_has_its_published_numbers():
    """The README of micrograd (A. Karpathy, 2020) prints g, ∂g/∂a and ∂g/∂b to four digits."""
    a, b = Variable(-4.0), Variable(2.0)
    c = a + b
    d = a * b + b**3
    c = c + (c + 1)
    c = c + (1 + c + (-a))
    d = d + (d * 2 + relu(b + a))
    d = d + (3 * d + relu(b - a))
    e = c - d
    f = e**2
    g = f / 2.0
    g = g + 10.0 / f
    assert round(float(g.value), 4) == 24.7041
    assert [round(float(x), 4) for x in gradients(g, [a, b])] == [138.8338, 645.5773]


def test_the_gradient_of_a_small_network_is_that_of_pytorch():
    """Worked out by PyTorch 2.13 in double precision."""
    W1 = [[0.5, -0.3], [0.8, 0.2], [-0.6, 0.9]]
    X = np.array([[1.0, -0.5, 0.25, 2.0], [0.5, 1.5, -1.0, 0.0]])
    starts = [W1, [[0.1], [-0.2], [0.05]], [[0.7, -0.4, 0.3]], [[0.2]]]
    W1, b1, W2, b2 = parameters = [Variable(start) for start in starts]
    prediction = sigmoid(W2 @ tanh(W1 @ X + b1) + b2)
    J = (0.5 * (prediction - np.array([[1.0, 0.0, 0.0, 1.0]])) ** 2).mean()
    assert float(J.value) == pytest.approx(0.13398171906220493, rel=1e-14)
    wanted = [
        [
            [-0.03385502708568246, -0.0015689786069624477],
            [0.014726754438589451, -0.001548346455900955],
            [-0.013334740213119336, -0.006663947786436482],
        ],
        [[0.013395068044756674], [-0.016901063074269546], [-0.005179542909186367]],
        [[-0.03556362845270853, -0.05892026734261951, 0.030827151439020276]],
        [[0.014157153982621608]],
    ]
    for found, value in zip(gradients(J, parameters), wanted, strict=True):
        np.testing.assert_allclose(found, value, rtol=1e-12)


def test_a_program_of_array_operations_has_the_gradient_of_pytorch():
    """Worked out by PyTorch 2.13 in double precision."""
    x = Variable([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    y = (x.max(axis=1) * np.array([2.0, 3.0])).sum() + (x.mean(axis=0) ** 3).sum()
    y = y + (x[[0, 0, 1], [2, 2, 0]] ** 2).sum()
    y = y + concatenate([x, x * 2.0]).reshape(3, 4).T[1].sum()
    assert float(y.value) == 223.625
    assert gradients(y, [x])[0].tolist() == [[9.375, 19.375, 44.375], [19.375, 18.375, 34.375]]


def test_pytorch_itself_agrees_on_a_random_network():
    torch = pytest.importorskip("torch", reason="PyTorch, a test-only oracle, is not installed")
    random = np.random.default_rng(0)
    shapes = [(5, 4), (5, 1), (3, 5), (3, 1)]
    starts = [random.normal(size=shape) for shape in shapes]
    X, Y = random.normal(size=(4, 7)), random.normal(size=(3, 7))

    W1, b1, W2, b2 = theirs = [torch.tensor(start, requires_grad=True) for start in starts]
    hidden = torch.relu(W1 @ torch.tensor(X) + b1)
    loss = ((torch.nn.functional.softplus(W2 @ hidden + b2) - torch.tensor(Y)) ** 2).mean()
    loss.backward()

    def own(W1, b1, W2, b2):
        return ((softplus(W2 @ relu(W1 @ X + b1) + b2) - Y) ** 2).mean()

    for found, wanted in zip(gradient(own, *starts), theirs, strict=True):
        np.testing.assert_allclose(found, wanted.grad.numpy(), rtol=1e-10, atol=1e-14)


def test_hips_autograd_agrees_on_a_random_program():
    autograd = pytest.importorskip("autograd", reason="autograd, a test oracle, is not installed")
    anp = autograd.numpy
    A, b = RANDOM.normal(size=(3, 3)), RANDOM.normal(size=3)

    def theirs(A, b):
        z = anp.dot(A, b)
        return anp.sum(anp.log(1 + anp.exp(z)) * anp.sin(b)) + anp.max(z)

    def own(A, b):
        z = A @ b
        return (log(1.0 + exp(z)) * sin(b)).sum() + z.max()

    for found, wanted in zip(gradient(own, A, b), autograd.grad(theirs, (0, 1))(A, b), strict=True):
        np.testing.assert_allclose(found, wanted, rtol=1e-12)


def test_where_paths_meet_their_contributions_add():
    x = Variable(3.0)
    assert [float(g) for g in gradients(x + x**2, [x])] == [7.0]
    assert [float(g) for g in gradients(x * x * x, [x])] == [27.0]
    y = x * 2
    for _ in range(60):
        y = y + y  # 2⁶⁰ paths
    assert float(gradients(y, [x])[0]) == 2.0**61


def test_calling_twice_gives_the_same_and_changes_nothing():
    w = Variable(RANDOM.normal(size=(2, 3)))
    output = tanh(w @ np.ones((3, 2))).sum()
    before = [value.value.copy() for value in latest_first(output)]
    first, second = gradients(output, [w])[0], gradients(output, [w])[0]
    np.testing.assert_array_equal(first, second)
    first *= 0
    np.testing.assert_array_equal(gradients(output, [w])[0], second)
    for value, old in zip(latest_first(output), before, strict=True):
        np.testing.assert_array_equal(value.value, old)


def test_no_two_gradients_share_memory():
    a, b, c = (Variable(np.ones((2, 2))) for _ in range(3))
    found = gradients((a + b + c.T).sum(), [a, b, c, a])
    for i, one in enumerate(found):
        one += i
    assert [float(g[0, 0]) for g in found] == [1.0, 2.0, 3.0, 4.0]


def test_an_unused_input_has_gradient_zero_of_its_shape():
    used, unused = Variable([1.0, 2.0]), Variable(np.ones((2, 3)))
    found = gradients((used * used).sum(), [unused, used])
    assert found[0].tolist() == [[0.0] * 3] * 2
    assert found[1].tolist() == [2.0, 4.0]


def test_intermediate_values_and_the_output_have_gradients_too():
    x = Variable(2.0)
    y = x * 3
    z = y**2
    assert [float(g) for g in gradients(z, [z, y, x])] == [1.0, 12.0, 36.0]


def test_a_chain_a_hundred_thousand_deep_works_and_is_freed():
    x = Variable(0.5)
    y = x
    for _ in range(100_000):
        y = sin(y)
    found = float(gradients(y, [x])[0])
    place, slope = 0.5, 1.0
    for _ in range(100_000):
        place, slope = np.sin(place), slope * np.cos(place)
    assert found == pytest.approx(slope, rel=1e-9)
    assert sys.getrecursionlimit() < 100_000
    del y


def test_a_graph_goes_when_its_output_goes():
    gc.collect()
    gc.disable()
    try:
        before = len(gc.get_objects())
        for _ in range(50):
            w = Variable(1.0)
            gradients(tanh(w * w + w), [w])
        assert len(gc.get_objects()) - before < 60
    finally:
        gc.enable()


def test_every_value_comes_after_all_that_use_it():
    x = Variable(1.0)
    y = x * x
    z = y + x
    values = latest_first(z * y)
    places = [list(map(id, values)).index(id(value)) for value in (z, y, x)]
    assert places == sorted(places)


BAD_STARTS = {
    "complex": (1j, TypeError, "real number"),
    "truth": (True, TypeError, "real number"),
    "object": (object(), TypeError, "real number"),
    "text": ("1", TypeError, "real number"),
    "ragged": ([[1.0], [1.0, 2.0]], TypeError, "array of real numbers"),
    "whole numbers": (np.arange(3), TypeError, "write 1.0 for 1, or np.asarray"),
    "list of whole numbers": ([1, 2], TypeError, "write 1.0 for 1"),
    "nan": (np.nan, ValueError, "must be finite, got nan"),
    "infinite entry": (np.array([1.0, np.inf]), ValueError, r"got inf at index \(1,\)"),
    "empty": (np.zeros((0, 2)), ValueError, "must not be empty"),
    "variable": (Variable(1.0), TypeError, "use it as it is"),
}


@pytest.mark.parametrize("name", BAD_STARTS)
def test_a_start_that_does_not_fit_is_refused(name):
    start, error, complaint = BAD_STARTS[name]
    with pytest.raises(error, match=complaint):
        Variable(start)


def test_whole_numbers_alone_and_other_precisions_become_float64():
    assert type(Variable(3).value) is np.float64
    assert Variable(np.float32([1, 2])).value.dtype == np.float64
    assert Variable(np.full(2, 1e200)).value.tolist() == [1e200, 1e200]


def test_errors_name_the_alternative():
    v = Variable([1.0, 2.0])
    total = v.sum()
    with pytest.raises(ValueError, match=r"got shape \(2,\): take its \.sum\(\) or \.mean\(\)"):
        gradients(v * 2, [v])
    with pytest.raises(TypeError, match="computed without any Variable"):
        gradients(3.0, [v])
    with pytest.raises(TypeError, match=r"inputs\[1\] must be a Variable, got float"):
        gradients(total, [v, 1.0])
    with pytest.raises(TypeError, match="the catalogue's functions"):
        np.asarray(v)
    with pytest.raises(TypeError, match=r"compare the numbers, v\.value > 0"):
        assert v
    for constant in (1j, "a", np.array([True]), None):
        with pytest.raises(TypeError, match="a constant beside a Variable"):
            v * constant
    with pytest.raises(TypeError, match="nothing to trace"):
        concatenate([np.ones(2)])
    with pytest.raises(TypeError, match="nothing to trace"):
        affine(np.ones((1, 1)), np.ones(1), 0.0)
    with pytest.raises(TypeError, match=r"takes 1 argument\(s\)"):
        sin(v, v)
    with pytest.raises(ValueError, match="broadcast"):
        v + np.ones(3)


def test_numbers_and_arrays_take_part_as_constants():
    v = Variable([1.0, 2.0])
    whole = np.array([3, 4])
    assert (whole * v).value.tolist() == (v * whole).value.tolist() == [3.0, 8.0]
    assert gradients((np.float32(2) * v * [5, 6]).sum(), [v])[0].tolist() == [10.0, 12.0]
    assert (1 - v).value.tolist() == [0.0, -1.0]


def test_a_variable_shows_its_value_name_and_shape():
    w = Variable(0.8, name="W1")
    assert repr(w) == "Variable(0.8, name='W1')"
    assert repr(Variable([1.0, 2.0])) == "Variable([1., 2.])"
    assert (Variable(np.ones((2, 3))).shape, len(Variable([1.0, 2.0]))) == ((2, 3), 2)


def test_the_graph_is_plain_data_with_every_local_derivative():
    x = Variable(3.0, name="x")
    square = x**2
    found = graph(x * 2 + square, names={"square": square})
    assert json.loads(json.dumps(found)) == found
    nodes = {node["name"] or node["operation"]: node for node in found["nodes"]}
    assert nodes["x"]["adjoint"] == 8.0
    assert nodes["constant"]["adjoint"] is None
    assert nodes["square"]["value"] == 9.0
    assert nodes["square"]["formula"] == ["Power", "u", 2]
    assert nodes["square"]["partials"] == [["Multiply", 2, "u"]]
    shares = [edge["share"] for edge in found["edges"] if edge["from"] == nodes["x"]["id"]]
    assert sorted(shares) == [2.0, 6.0]
    for edge in found["edges"]:
        end = found["nodes"][edge["to"]]
        assert edge["share"] == edge["local_derivative"] * end["adjoint"]
        assert edge["from"] in end["arguments"]


def test_the_graph_of_arrays_gives_shares_where_there_is_no_single_local_derivative():
    w = Variable(np.ones((2, 2)))
    found = graph((w @ np.ones((2, 1))).sum())
    by_operation = {found["nodes"][e["to"]]["operation"]: e for e in found["edges"]}
    assert by_operation["matmul"]["local_derivative"] is None
    assert by_operation["matmul"]["share"] == [[1.0, 1.0], [1.0, 1.0]]
    assert by_operation["sum"]["local_derivative"] == [[1.0], [1.0]]


def test_a_reader_s_own_function_can_be_traced():
    t = sympy.Symbol("t", real=True)
    own = Function(sympy.exp(-(t**2)), (t,), name="bell")
    found = gradient(lambda v: own(v).sum(), [0.5, 1.0])[0]
    np.testing.assert_allclose(found, own.derivative(np.array([0.5, 1.0])))
    constant = Function(2, (t,))
    assert gradient(lambda v: constant(v).sum(), [0.5, 1.0])[0].tolist() == [0.0, 0.0]
