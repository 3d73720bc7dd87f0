"""What the signatures promise is what comes: mypy reads this file, and pytest runs it."""

from typing import assert_type

import numpy as np

import ptcode as pt
from ptcode.core.types import Array
from ptcode.functions import Function, Parts
from ptcode.mistakes.question import Diagnosis
from ptcode.networks.layers import Network
from ptcode.networks.training import Training


def is_array(value: object) -> bool:
    return isinstance(value, np.ndarray) and value.dtype == float


def test_a_function_gives_what_it_is_given() -> None:
    number, values = pt.sin(0.5), pt.sin(np.linspace(0, 1, 3))
    traced, made = pt.sin(pt.Variable(0.5)), pt.sin(pt.square)
    assert_type(number, np.float64)
    assert_type(values, Array)
    assert_type(traced, pt.Variable)
    assert_type(made, Function)
    assert isinstance(number, np.float64)
    assert is_array(values)
    assert isinstance(traced, pt.Variable)
    assert isinstance(made, Function)


def test_one_variable_among_the_arguments_is_enough() -> None:
    w, targets = pt.Variable([0.5, 2.0]), np.array([1.0, 3.0])
    first, second = pt.half_squared_error(w, targets), pt.half_squared_error(1.0, w)
    assert_type(first, pt.Variable)
    assert_type(second, pt.Variable)
    assert isinstance(first, pt.Variable)
    assert isinstance(second, pt.Variable)


def test_what_operators_make_stays_in_the_class() -> None:
    w, f = pt.Variable(0.5), pt.CURVES["sine"]
    traced, made = 2.0 * w**2 - w, 2 * f - pt.square
    assert_type(traced, pt.Variable)
    assert_type(made, Function)
    assert isinstance(traced, pt.Variable)
    assert isinstance(made, Function)


def test_a_gradient_is_a_number_or_an_array() -> None:
    w = pt.Variable([1.0, 2.0])
    slopes = pt.gradients((w * w).sum(), [w])
    assert_type(slopes, list[np.float64 | Array])
    assert is_array(slopes[0])
    assert_type(pt.gradient_check(lambda v: v * v, [3.0]).error, float)


def test_a_network_and_its_training_have_types() -> None:
    where, label = pt.xor()
    net = pt.network([2, 3, 1])
    done = pt.train(net, where, label, pt.GradientDescent(0.5), epochs=2)
    assert_type(net, Network)
    assert_type(done, Training)
    assert_type(net(where), Array)
    assert is_array(net(where))
    assert_type(pt.descend("bowl", [1, 1], pt.Adam(0.1), 3).positions, Array)


def test_taking_apart_and_diagnosing_have_types() -> None:
    found, said = pt.decompose(pt.sin(pt.square)), pt.diagnose(pt.sin, pt.cos)
    assert isinstance(found, Parts)
    assert_type(said, Diagnosis)
    assert said.kind == "correct"
