"""The state of every figure: what it accepts it can show, what it cannot it refuses at once."""

import copy
import pickle

import numpy as np
import pytest
import sympy
import traitlets

from figure_cases import FIGURES
from ptcode.autodiff.backward import Variable
from ptcode.functions.catalogue import theta_1, theta_2
from ptcode.functions.function import Function, theta
from ptcode.widgets import (
    DescentExplorer,
    GradientFlow,
    GraphStepper,
    NetworkTrainer,
    NumberLines,
    OneOptimiser,
    OptimiserRace,
    RegressionExplorer,
    SurfaceExplorer,
    TangentExplorer,
)

FAR = [1e50, -1e50, 2**60]
NEVER = [1e308, -1e308, 10**400, float("nan"), float("inf"), True, False, None, "far", 1j]
REFUSALS = (traitlets.TraitError, TypeError, ValueError)


def numbers(figure):
    """The traits of the state that hold a number, with their values."""
    state = figure.state().items()
    return {name: value for name, value in state if type(value) in (int, float)}


def accepted(figure, name, value):
    try:
        setattr(figure, name, value)
    except REFUSALS:
        return False
    return True


def shown(figure):
    """Everything a page or notebook is given of a figure."""
    return repr(figure), figure.mount(), figure.still()


@pytest.mark.parametrize("kind", FIGURES, ids=lambda kind: kind.__name__)
def test_a_number_that_is_accepted_is_shown(kind):
    figure = kind()
    for name, before in numbers(figure).items():
        for value in FAR:
            if accepted(figure, name, value):
                assert shown(figure)
            else:
                assert getattr(figure, name) == before
            setattr(figure, name, before)


@pytest.mark.parametrize("kind", FIGURES, ids=lambda kind: kind.__name__)
def test_what_is_no_number_to_show_is_refused_where_it_is_set(kind):
    figure = kind()
    for name, before in numbers(figure).items():
        for value in NEVER:
            with pytest.raises(REFUSALS, match=rf"\b{name}\b"):
                setattr(figure, name, value)
            assert getattr(figure, name) == before
            with pytest.raises(REFUSALS):
                kind(**{name: value}) if value is not None else setattr(figure, name, value)


def test_numbers_of_sympy_and_whole_floats_are_numbers():
    assert DescentExplorer(theta0=sympy.Rational(1, 2)).theta0 == 0.5
    assert DescentExplorer(k=3.0).k == 3


def test_a_descent_starts_where_the_cost_is_a_number():
    explorer = DescentExplorer(sympy.log(theta), theta0=1.0)
    with pytest.raises(ValueError, match=r"log\(theta\) and its slope .* not at theta0 = -1"):
        explorer.theta0 = -1.0
    with pytest.raises(ValueError, match="must start where the cost"):
        DescentExplorer(sympy.exp(theta), theta0=800)
    explorer.cost = "square"
    explorer.theta0 = -1.0
    with pytest.raises(ValueError, match="must start where the cost"):
        explorer.cost = "own"
    assert explorer.cost == "square"
    race = OptimiserRace(sympy.log(theta_1) ** 2 + theta_2**2, theta1=2.0)
    with pytest.raises(ValueError, match="not at theta1 = -2, theta2 = 1"):
        race.theta1 = -2.0
    assert shown(race)


DATA = [([1, 2, 3], [2, 4, 7]), ([5, 6], [1, 2]), ([0, 1, 2, 3, 4], [1, 1, 2, 2, 9])]


def test_data_are_set_one_list_after_the_other_in_either_order():
    explorer = RegressionExplorer()
    for x, y in DATA:
        for first, second in ((("x", x), ("y", y)), (("y", y), ("x", x))):
            setattr(explorer, *first)
            assert shown(explorer)
            explorer.theta1 += 1.0
            setattr(explorer, *second)
            assert shown(explorer)
            assert explorer.points == (x, y)
            assert explorer.cost.targets == tuple(y)
            assert explorer.point <= len(x)
            assert (explorer.px, explorer.py) == (x[explorer.point - 1], y[explorer.point - 1])
            setattr(explorer, *(("x", [1.0, 9.0, 2.0, 8.0])))
            setattr(explorer, *(("y", [1.0, 2.0, 3.0, 4.0])))


BAD_DATA = {
    "all the same": [2.0, 2.0],
    "nothing": [],
    "too far": [0.0, 1e308],
    "not a number": [0.0, float("nan")],
    "a truth value": [0.0, True],
    "a word": [0.0, "far"],
}


@pytest.mark.parametrize("name", BAD_DATA)
def test_data_that_no_line_fits_are_refused_where_they_are_set(name):
    explorer = RegressionExplorer([1, 2], [1, 3])
    with pytest.raises(REFUSALS):
        explorer.x = BAD_DATA[name]
    assert explorer.x == [1, 2]
    assert shown(explorer)


def test_a_point_cannot_be_moved_onto_the_only_other():
    explorer = RegressionExplorer([1, 2], [1, 3], point=2)
    with pytest.raises(ValueError, match="all the same"):
        explorer.px = 1.0
    assert (explorer.px, explorer.x) == (2.0, [1, 2])
    explorer.px = 3.0
    assert explorer.x == [1.0, 3.0]


@pytest.mark.parametrize("kind", FIGURES, ids=lambda kind: kind.__name__)
def test_a_figure_is_neither_copied_nor_pickled_but_made_anew_from_its_state(kind):
    figure = kind()
    for double in (copy.copy, copy.deepcopy, pickle.dumps, lambda f: pickle.dumps([f], 2)):
        with pytest.raises(TypeError, match=rf"{kind.__name__} cannot be copied or pickled"):
            double(figure)
    again = kind()
    for name, value in figure.state().items():
        setattr(again, name, value)
    assert repr(again) == repr(figure)


def test_an_own_function_of_a_stepper_keeps_its_numbers_finite_too():
    w = Variable(3.0, name="w")
    stepper = GraphStepper.of(Function(theta**2)(w) + w)
    with pytest.raises(ValueError, match="w must be at most"):
        stepper.w = 1e308
    assert shown(stepper)


MISTYPED = [
    (DescentExplorer, "cost", "platau", "'plateau'"),
    (GradientFlow, "activation", "ReLu", "'relu'"),
    (GraphStepper, "preset", "two_paths", "'two-paths'"),
    (NetworkTrainer, "batch", "32", "32"),
    (NumberLines, "chain", "sine-of-square", "'sin-of-square'"),
    (OneOptimiser, "optimiser", "Adam", "'adam'"),
    (OptimiserRace, "racers", "gd adamm", "'adam'"),
    (RegressionExplorer, "scale", "centered", "'centred'"),
    (SurfaceExplorer, "surface", "sadle", "'saddle'"),
    (TangentExplorer, "f", "sqare", "'square'"),
]


@pytest.mark.parametrize(("kind", "name", "given", "meant"), MISTYPED)
def test_a_choice_mistyped_is_refused_with_the_likeliest_one(kind, name, given, meant):
    figure = kind()
    before = getattr(figure, name)
    says = rf"{name} must be one of .*, got .*: did you mean {meant}\?"
    for give in (lambda: kind(**{name: given}), lambda: setattr(figure, name, given)):
        with pytest.raises(ValueError, match=says):
            give()
    assert getattr(figure, name) == before


@pytest.mark.parametrize("value", [10, 10.0, np.int64(10), np.float64(10)])
def test_a_whole_number_among_the_choices_is_held_as_an_int(value):
    assert type(NetworkTrainer(batch=value).batch) is int


@pytest.mark.parametrize("kind", [DescentExplorer, TangentExplorer])
def test_a_function_of_ones_own_is_offered_beside_those_of_the_book(kind):
    figure = kind(theta**2 + theta)
    names = next(table for table in figure.data.values() if isinstance(table, list))
    assert [figure.state()[figure.chosen], names[0]["key"]] == ["own", "own"]
    setattr(figure, figure.chosen, "square")
    assert figure.function(3) == 9
    setattr(figure, figure.chosen, "own")
    assert figure.function(3) == 12
    with pytest.raises(ValueError, match=r"must be one of .*, or in a new figure a Function"):
        setattr(figure, figure.chosen, theta**3)
    with pytest.raises(ValueError, match="must be one of"):
        setattr(kind(), figure.chosen, "own")
