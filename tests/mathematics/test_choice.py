"""What is called by name, given as a formula or mistyped: costs, rules, losses, shapes of lists."""

import importlib
import pkgutil

import numpy as np
import pytest
import sympy

import ptcode
from ptcode.autodiff.backward import Variable, gradients
from ptcode.autodiff.checks import (
    central_difference,
    complex_step,
    forward_difference,
    gradient_check,
    numerical_gradient,
)
from ptcode.core.names import Named, closest, known_name
from ptcode.core.validation import finite_number, real_array
from ptcode.descent.descent import gradient_descent, quadratic_regime
from ptcode.descent.optimisers import Adam, GradientDescent, RMSProp, rule_named, steps
from ptcode.descent.quadratics import quadratic_theory
from ptcode.descent.races import critical_learning_rate
from ptcode.descent.tracks import descend
from ptcode.functions.catalogue import ACTIVATIONS, COSTS, CURVES, OPERATIONS, SURFACES
from ptcode.functions.function import Function, theta, x
from ptcode.networks.data import xor
from ptcode.networks.experiments import experiment
from ptcode.networks.initialisations import INITIALISATIONS
from ptcode.networks.layers import network
from ptcode.networks.losses import LOSSES
from ptcode.networks.training import train
from strict import STRICT

pytestmark = STRICT
first, second = sympy.symbols("theta_1 theta_2", real=True)
TABLES = {
    "cost": (COSTS, "sqare", "square"),
    "surface": (SURFACES, "rosenbrok", "rosenbrock"),
    "curve": (CURVES, "expnential", "exponential"),
    "operation": (OPERATIONS, "sin", "Sin"),
    "activation": (ACTIVATIONS, "ReLU", "relu"),
    "loss": (LOSSES, "mean_square_error", "mean_squared_error"),
    "initialisation": (INITIALISATIONS, "he_norml", "he_normal"),
}


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_says_what_was_meant_and_what_there_is(kind):
    table, wrong, right = TABLES[kind]
    with pytest.raises(KeyError) as caught:
        table[wrong]
    assert str(caught.value).startswith(f"no {kind} is called {wrong!r}: did you mean {right!r}?")
    assert all(name in str(caught.value) for name in table)
    assert table.get(wrong) is None
    assert wrong not in table


def test_a_name_like_no_other_gets_no_suggestion():
    assert closest("zzz", ["square"]) == closest(3, ["square"]) == ""
    with pytest.raises(KeyError, match="no cost is called 3: There are square"):
        Named("cost", {"square": 1})[3]
    for wrong in (["tanh"], None, 3, "zzz"):
        with pytest.raises(ValueError, match="hidden must be one of tanh, got"):
            known_name(wrong, "hidden", ["tanh"])


MISTYPED = {
    "a cost": lambda: gradient_descent("sqare", 2, 0.1),
    "a surface": lambda: descend("bowll", [1, 1], GradientDescent(0.1)),
    "a quadratic": lambda: quadratic_theory("bowll"),
    "a rule": lambda: rule_named("adams", 0.1),
    "a critical rule": lambda: critical_learning_rate("adams", 2.0),
    "a hidden activation": lambda: network([2, 1], hidden="tahn"),
    "an output activation": lambda: network([2, 1], output="sigmod"),
    "an initialisation": lambda: network([2, 1], initialisation="he_norml"),
    "a loss": lambda: train(
        network([2, 1]), *xor(), GradientDescent(0.1), loss="mean_sqared_error"
    ),
    "a data set": lambda: experiment("two-moon"),
    "an experiment's activation": lambda: experiment(activation="tahn"),
    "an optimiser": lambda: experiment(optimiser="adams"),
}


@pytest.mark.parametrize("name", MISTYPED)
def test_a_mistyped_name_is_answered_with_the_likeliest(name):
    with pytest.raises(ValueError, match=r"must be one of .* got .*: did you mean '"):
        MISTYPED[name]()


def test_a_cost_is_a_name_a_function_or_an_expression():
    wanted = gradient_descent(COSTS["square"], 2, 0.75, 3).positions.tolist()
    for cost in ("square", theta**2, sympy.Symbol("t") ** 2, Function(x**2)):
        assert gradient_descent(cost, 2, 0.75, 3).positions.tolist() == wanted
    wanted = descend(SURFACES["bowl"], [4, 1], GradientDescent(0.1), 3).positions.tolist()
    for cost in ("bowl", first**2 + second**2):
        assert descend(cost, [4, 1], GradientDescent(0.1), 3).positions.tolist() == wanted
    assert descend("square", [2], GradientDescent(0.75), 3).positions[-1].tolist() == [-0.25]
    for cost in ("narrow-valley", first**2 + 10 * second**2, SURFACES["narrow-valley"]):
        assert quadratic_theory(cost).curvatures == (2.0, 20.0)


def test_what_is_no_cost_is_refused_with_what_may_be_given():
    for cost in (lambda t: t**2, 3.0, None, [theta]):
        with pytest.raises(
            TypeError, match="cost must be a Function, a SymPy expression or one of"
        ):
            gradient_descent(cost, 2, 0.1)
    for cost in (SURFACES["bowl"], first * second):
        with pytest.raises(TypeError, match="cost must be a Function of one variable"):
            gradient_descent(cost, 2, 0.1)


def test_an_activation_may_be_ones_own():
    leaky = Function(sympy.Max(x, x / 10))
    for hidden in (leaky, sympy.Max(x, x / 10)):
        done = train(network([2, 3, 1], hidden), *xor(), GradientDescent(0.1), epochs=2)
        assert done.costs[-1] < done.costs[0]
    with pytest.raises(TypeError, match="hidden, an activation, must be a Function of one"):
        network([2, 1], OPERATIONS["Add"])


LISTS = {
    "sizes": (lambda: network(2), r"sizes must be a list, .*network\(\[2, 8, 1\]\), got int 2"),
    "sizes, text": (lambda: network("2-8-1"), "sizes must be a list"),
    "inputs": (lambda: gradient_check(lambda w: w * w, 3.0), r"inputs must be a list.*write \[x\]"),
    "inputs, array": (lambda: gradient_check(lambda w: w.sum(), np.ones(2)), r"write \[x\]"),
    "claimed": (
        lambda: gradient_check(lambda w: w * w, [3.0], 6.0),
        r"claimed must be a list.*\[g\]",
    ),
    "numerical": (lambda: numerical_gradient(lambda w: w * w, 3.0), "inputs must be a list"),
    "gradients": (
        lambda: gradients(Variable(3.0) * 2, 3.0),
        r"write gradients\(output, \[input\]\)",
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_one_alone_is_not_taken_for_a_list(name):
    call, message = LISTS[name]
    with pytest.raises(TypeError, match=message):
        call()


def test_a_generator_of_inputs_is_a_list_too():
    w = Variable(3.0)
    assert [float(g) for g in gradients(w * w, (v for v in [w]))] == [6.0]


def test_a_number_is_no_update_rule():
    calls = [
        lambda rule: train(network([2, 1]), *xor(), rule),
        lambda rule: descend("bowl", [1, 1], rule),
        lambda rule: next(steps(lambda t: t, np.ones(1), rule)),
    ]
    for call in calls:
        with pytest.raises(TypeError, match=r"rule must be GradientDescent\(0\.1\)"):
            call(0.1)
        with pytest.raises(TypeError, match=r"rule must be GradientDescent\(α\).* got type"):
            call(Adam)
    with pytest.raises(TypeError, match="train moves a Network"):
        train([2, 1], *xor(), GradientDescent(0.1))


def test_every_setting_of_a_rule_is_checked_and_a_plain_number():
    half = sympy.Rational(1, 2)
    assert GradientDescent(half) == GradientDescent(0.5)
    assert type(GradientDescent(half).learning_rate) is float
    assert descend("bowl", [1, 1], GradientDescent(half)).positions.dtype == float
    for tiny in (-1.0, np.nan, "small", True):
        with pytest.raises((TypeError, ValueError), match="tiny must be a finite real number ≥ 0"):
            RMSProp(0.1, tiny=tiny)
    for wrong in (np.nan, np.inf, "fast", -0.1):
        with pytest.raises((TypeError, ValueError), match="learning_rate must be"):
            quadratic_regime(2.0, wrong)
    with pytest.raises(ValueError, match="curvature must be"):
        quadratic_regime(np.nan, 0.1)


@pytest.mark.parametrize("measure", [forward_difference, central_difference, complex_step])
def test_a_nudge_must_be_a_nudge(measure):
    with pytest.raises(ValueError, match="h must not be 0"):
        measure(np.exp, 1.0, h=0)
    with pytest.raises(ValueError, match="h must be a finite real number"):
        measure(np.exp, 1.0, h=np.nan)
    assert measure(np.exp, 0.5, h=-1e-6) == pytest.approx(np.exp(0.5), rel=1e-5)


def test_a_nudge_that_rounding_swallows_is_refused():
    for measure in (forward_difference, central_difference):
        with pytest.raises(ValueError, match="too small beside x"):
            measure(np.exp, np.array([0.0, 1.0]), h=1e-30)
    with pytest.raises(ValueError, match="h must not be 0"):
        numerical_gradient(lambda w: w * w, [3.0], h=0)


@pytest.mark.parametrize("tolerance", [-1, np.nan, "small", True])
def test_a_tolerance_is_a_number_from_0_on(tolerance):
    with pytest.raises((TypeError, ValueError), match="tolerance must be a finite real number ≥ 0"):
        gradient_check(lambda w: w * w, [3.0], tolerance=tolerance)


def test_sympy_s_numbers_are_numbers_everywhere():
    third = sympy.Rational(1, 3)
    assert finite_number(third, "x") == real_array(third, "x") == 1 / 3
    assert finite_number(sympy.sqrt(2), "x") == 2**0.5
    assert real_array([[third, 1], [sympy.pi, 2.5]], "x").tolist() == [[1 / 3, 1.0], [np.pi, 2.5]]
    assert (
        gradient_descent("square", sympy.Integer(2), sympy.Rational(3, 4), 3).positions[-1] == -0.25
    )
    for wrong in (x, sympy.I, sympy.oo, 10**400):
        with pytest.raises((TypeError, ValueError), match="x must be a finite real number"):
            finite_number(wrong, "x")
    for wrong in ([x, 1], [sympy.I], {"a": 1}, [None], object()):
        with pytest.raises(TypeError, match="x must be a"):
            real_array(wrong, "x")


def modules():
    return [found.name for found in pkgutil.walk_packages(ptcode.__path__, "ptcode.")]


@pytest.mark.parametrize("name", modules())
def test_a_module_is_not_hidden_by_what_it_offers(name):
    """``import ptcode.descent.minibatches as b`` gives the module, not a function of that name."""
    module = importlib.import_module(name)
    parent, _, own = name.rpartition(".")
    assert getattr(importlib.import_module(parent), own) is module
