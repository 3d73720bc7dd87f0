"""Python's operators at a Variable: traced, or refused with what to write, never silently wrong."""

import copy
import math

import numpy as np
import pytest
import sympy

from ptcode.autodiff.backward import Variable, gradients, summed_to
from ptcode.autodiff.checks import gradient_check
from ptcode.autodiff.graph.export import graph
from ptcode.functions import catalogue
from ptcode.functions.function import Function, u, x
from strict import STRICT

pytestmark = STRICT

REFUSED = {
    "v > 0": r"v\.value > 0",
    "0 <= w": r"v\.value > 0",
    "max(w, 0)": r"relu\(v\) or np\.maximum\(v, 0\)",
    "min(1, w)": "cannot follow a comparison",
    "max(v)": r"v\.max\(\)",
    "sorted(v)": "cannot follow a comparison",
    "w == 2": r"v\.value == 2",
    "w != 2": r"v\.value == 2",
    "w == u": r"v\.value == 2",
    "2 in v": r"v\.value == 2",
    "not w": "cannot follow a comparison",
    "1 if w else 0": "cannot follow a comparison",
    "float(w)": r"float\(v\.value\)",
    "complex(w)": r"float\(v\.value\)",
    "math.exp(w)": r"exp\(v\) with the catalogue's exp .* instead of math\.exp\(v\)",
    "math.sqrt(w)": "functions of math would drop the trace",
    "int(w)": r"index with v\.value",
    "round(w)": r"round, divide or index with v\.value",
    "math.floor(w)": r"index with v\.value",
    "w // 2": "whole numbers jump",
    "7 % w": "whole numbers jump",
    "divmod(w, 2)": "whole numbers jump",
    "range(w)": r"index with v\.value",
    "[1, 2][w]": r"index with v\.value",
    "v.__setitem__(0, 1.0)": "make a new one",
    "list(w)": "a single number has no length",
    "sum(w)": "a single number has no length",
    "len(w)": "a single number has no length",
    "'{:.2f}'.format(v)": r"the format '\.2f' is for one number, .* shape \(2,\)",
    "w * exp": r"call it first, as in f\(v\)",
    "exp + w": r"call it first, as in f\(v\)",
    "w * x": "a constant beside a Variable must be a real number",
    "x * w": "a constant beside a Variable must be a real number",
    "w + 1j": "a constant beside a Variable must be a real number",
}


def names():
    w, other = Variable(3.0), Variable(3.0)
    exp = catalogue.exp
    return {"math": math, "v": Variable([1.0, -2.0]), "w": w, "u": other, "exp": exp, "x": x}


@pytest.mark.parametrize("code", REFUSED)
def test_what_would_drop_the_trace_is_refused_and_says_what_to_write(code):
    with pytest.raises(TypeError, match=REFUSED[code]):
        eval(code, names())


def test_every_comparison_is_refused_from_both_sides():
    w = Variable(3.0)
    for compare in ("__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__"):
        for other in (2, 2.0, np.float64(2), np.ones(2), Variable(2.0), "2", None):
            with pytest.raises(TypeError, match="cannot follow a comparison"):
                getattr(w, compare)(other)


def test_a_variable_is_itself_and_found_by_what_it_is():
    w, other = Variable(3.0), Variable(3.0)
    assert w == w
    assert w in [w, other]
    assert {w: "w", other: "other"}[other] == "other"
    assert len({w, other, w}) == 2


def test_sympy_s_functions_are_refused_and_name_the_catalogue():
    for of in (sympy.exp, sympy.sqrt, sympy.sin, sympy.Abs):
        with pytest.raises(sympy.SympifyError, match=r"exp\(v\) instead of sympy\.exp\(v\)"):
            of(Variable(3.0))


def test_the_sign_and_the_size_are_traced():
    v = Variable([1.5, -2.0])
    assert +v is v
    assert gradients(abs(v).sum(), [v])[0].tolist() == [1.0, -1.0]
    assert gradients(abs(Variable(0.0)) + v.sum(), [v])[0].tolist() == [1.0, 1.0]


def test_a_number_is_formatted_as_numbers_are():
    assert f"{Variable(math.pi):.2f}" == "3.14"
    assert f"{Variable([math.pi]):8.3f}" == "   3.142"
    assert f"{Variable(2.0, name='w')}" == "Variable(2., name='w')"


def test_entries_are_traced_one_by_one():
    v = Variable([1.0, -2.0, 4.0])
    assert gradients(sum(entry**2 for entry in v), [v])[0].tolist() == [2.0, -4.0, 8.0]
    first, *rest = v
    assert gradients(first * rest[1], [v])[0].tolist() == [4.0, 0.0, 1.0]


CONSTANTS = [sympy.Rational(1, 2), sympy.Integer(3), sympy.Float("0.25"), sympy.pi, sympy.sqrt(2)]


@pytest.mark.parametrize("constant", CONSTANTS, ids=str)
def test_sympy_s_numbers_are_constants(constant):
    number = float(constant)
    for f in (
        lambda w, c: c * w + w * c,
        lambda w, c: c - w / c,
        lambda w, c: c / w - w,
        lambda w, c: w**c,
        lambda w, c: c**w,
        lambda w, c: (w * np.array([1.0, 2.0]) * [c, c]).sum(),
    ):
        w = Variable(1.7)
        assert float(f(w, constant).value) == pytest.approx(float(f(w, number).value), rel=1e-15)
        assert gradient_check(lambda w, f=f: f(w, constant), [1.7]).passed


@pytest.mark.parametrize("exponent", [2, 2.0, np.int64(2), np.float32(2), sympy.Integer(2)])
def test_a_whole_power_of_a_negative_number_has_its_slope_in_every_spelling(exponent):
    w = Variable(-3.0)
    assert [float(g) for g in gradients(w**exponent, [w])] == [-6.0]


def test_an_exponent_that_is_no_number_is_named():
    with pytest.raises(ValueError, match="the exponent must be a finite real number"):
        Variable(2.0) ** math.inf


@pytest.mark.parametrize("name", ["cumsum", "clip", "astype", "item", "argmax", "fill"])
def test_what_an_array_has_and_a_variable_has_not_is_explained(name):
    with pytest.raises(AttributeError, match=rf"has no \.{name} .*v\.value\.{name}"):
        getattr(Variable([1.0]), name)
    assert not hasattr(Variable([1.0]), name)


def test_an_attribute_that_nothing_has_is_an_ordinary_error():
    with pytest.raises(AttributeError, match="'Variable' object has no attribute 'sun'"):
        Variable([1.0]).sun  # noqa: B018
    assert copy.copy(Variable(2.0)).value == copy.deepcopy(Variable(2.0) * 3).value / 3


def test_a_share_of_the_wrong_shape_is_a_mistake_in_a_rule():
    for shape in [(3, 2), (2, 2), (2,), (3, 1), (4, 2, 2), (1, 1), (6,)]:
        with pytest.raises(ValueError, match=r"share|axis|index"):
            summed_to(np.ones(shape), (2, 3))
    assert summed_to(np.ones((4, 2, 3)), (2, 3)).tolist() == [[4.0] * 3] * 2
    assert summed_to(np.ones((4, 2, 3)), (2, 1)).tolist() == [[12.0], [12.0]]


def links(output):
    """Each operation with the names of its arguments; a constant is called c."""
    nodes = graph(output)["nodes"]
    return [
        (node["operation"], *(nodes[i]["name"] or "c" for i in node["arguments"]))
        for node in nodes
        if node["arguments"]
    ]


def test_a_link_keeps_its_place_even_when_a_constant_is_the_same_array():
    array = np.array([1.0, 2.0])
    v = Variable(array, name="v")
    assert links(array - v) == [("subtract", "c", "v")]
    assert links(v - array) == [("subtract", "v", "c")]
    assert links(v - v) == [("subtract", "v", "v")]
    assert links(np.where(array > 1, array, v)) == [("where", "c", "v")]
    both = links(np.stack([array, v, array, v]))
    assert both == [("stack", "c", "v", "c", "v")]
    twin = Variable(array, name="twin")
    assert links(twin / v) == [("divide", "twin", "v")]


def test_every_argument_has_a_rule_of_its_own():
    """By its rule a link knows its place."""
    own = Function(0 * u + 3, (u, x))
    for function in (*catalogue.OPERATIONS.values(), catalogue.half_squared_error, own):
        rules = function.pullbacks
        assert len(set(map(id, rules))) == len(rules) == len(function.variables)
