"""The twelve mistakes: what they give, what tells them apart, and how an answer is diagnosed."""

import json
from itertools import combinations

import numpy as np
import pytest
import sympy

from ptcode.functions import catalogue
from ptcode.functions.function import Function, u, x
from ptcode.functions.tree import from_tree, to_tree
from ptcode.mistakes.clinic import CLINIC, fresh
from ptcode.mistakes.diagnosis import NUMBER_TOLERANCE, diagnose, diagnosis_table
from ptcode.mistakes.mistakes import MISTAKES, confusable
from ptcode.mistakes.problems import (
    ChainProblem,
    PathsProblem,
    WeightProblem,
    problem,
    values_at_points,
)
from ptcode.networks.running_example import RunningExample

pytestmark = pytest.mark.filterwarnings("error")
BY_NAME = {mistake.name: mistake for mistake in MISTAKES}
SINE_OF_SQUARE = problem(Function(sympy.sin(x**2)))
SQUARE_OF_SINE = problem(Function(sympy.sin(x) ** 2))
PRODUCT = problem(catalogue.CURVES["x-times-sine"])


def names(diagnosis):
    return {mistake.name for mistake in diagnosis.mistakes}


def test_there_are_twelve_mistakes_each_with_its_story():
    assert len(BY_NAME) == len(MISTAKES) == 12
    for mistake in MISTAKES:
        assert mistake.title
        assert mistake.tempts
        assert mistake.exposed


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("unseen", sympy.cos(x)),
        ("swapped", 2 * sympy.sin(x) * sympy.cos(x)),
        ("stopped", sympy.cos(x**2)),
        ("nested", sympy.cos(2 * x)),
        ("at-input", sympy.cos(x) * 2 * x),
        ("as-product", sympy.cos(x) * x**2 + sympy.sin(x) * 2 * x),
        ("lost-sign", -2 * x * sympy.cos(x**2)),
    ],
)
def test_what_each_mistake_makes_of_sine_of_square(name, answer):
    assert names(diagnose(answer, SINE_OF_SQUARE)) == {name}


def test_square_of_sine_the_wrong_way_round():
    assert names(diagnose(sympy.cos(x**2) * 2 * x, SQUARE_OF_SINE)) == {"swapped"}


@pytest.mark.parametrize("name", CLINIC)
def test_the_right_answer_is_right_however_it_is_written(name):
    exercise = CLINIC[name]
    if isinstance(exercise, WeightProblem):
        assert diagnose(round(exercise.correct_number, 4), exercise).verdict == "correct"
        return
    assert diagnose(exercise.correct, exercise).verdict == "correct"
    assert diagnose(exercise.function.derivative, exercise).verdict == "correct"
    assert diagnose(to_tree(sympy.expand(exercise.correct)), exercise).verdict == "correct"


@pytest.mark.parametrize("name", CLINIC)
def test_every_wrong_answer_is_traced_to_its_mistake(name):
    exercise = CLINIC[name]
    for mistake in MISTAKES:
        for answer in mistake.answers(exercise):
            found = diagnose(answer, exercise)
            assert found.verdict == "mistake"
            assert mistake in found.mistakes


@pytest.mark.parametrize("name", CLINIC)
def test_no_two_mistakes_look_alike_in_the_clinic(name):
    assert confusable(CLINIC[name]) == set()


# What cannot be told apart elsewhere in the book, and therefore is not asked in the clinic.
LOOK_ALIKE = {
    # e^(−x): g(f(x)) = −e^x has the slope e^x·(−1); and without the factor −1 a sign is lost.
    "decay": [{"swapped", "at-input"}, {"lost-sign", "stopped"}],
    # Leaving out a factor −1, or 1, is losing a sign.
    "logistic": [{"lost-sign", "stopped"}],
    "sine-of-square": [],
    "square-of-sine": [],
    "sine-of-cosine": [],
    "log-of-sine": [],
}


@pytest.mark.parametrize("name", LOOK_ALIKE)
def test_which_mistakes_look_alike_in_the_composites_of_the_book(name):
    window = (0.2, 2.9) if name == "log-of-sine" else (-2.0, 2.0)
    found = confusable(problem(catalogue.CURVES[name], window))
    assert found == set(map(frozenset, LOOK_ALIKE[name]))


@pytest.mark.parametrize("seed", range(12))
def test_fresh_exercises_tell_all_mistakes_apart(seed):
    exercise = fresh(seed)
    assert confusable(exercise) == set()
    assert sum(bool(mistake.answers(exercise)) for mistake in MISTAKES) >= 7
    assert diagnose(exercise.function.derivative, exercise).verdict == "correct"


def test_every_mistake_changes_the_printed_gradient_of_the_running_example():
    """By more than a reader can lose by rounding, for one weight or the other."""
    for weight in ("W1", "W2"):
        exercise = WeightProblem(weight=weight)
        right = exercise.correct_number
        assert round(right, 6) == round(RunningExample().adjoints[weight], 6)
        for mistake in MISTAKES:
            answers = mistake.answers(exercise)
            assert answers or (mistake.name, weight) == ("updated", "W2")
            for answer in answers:
                wrong = values_at_points(answer, exercise)[0]
                assert abs(wrong - right) > 2 * NUMBER_TOLERANCE * abs(right)
                assert f"{wrong:.6f}" != f"{right:.6f}"


@pytest.mark.parametrize("weight", ["W1", "W2"])
def test_rounded_numbers_still_tell_all_mistakes_of_the_running_example_apart(weight):
    exercise = WeightProblem(weight=weight)
    assert confusable(exercise, tolerance=2 * NUMBER_TOLERANCE) == set()


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("by-input", 0.024873),  # δ₁·W₁ for δ₁·x
        ("stopped", 0.031092),  # δ₁ alone
        ("overwritten", 0.023319),
        ("factor", 0.093276),
        ("updated", 0.044463),
        ("lost-sign", -0.0466),
    ],
)
def test_typed_numbers_for_the_first_weight(name, number):
    assert names(diagnose(number, WeightProblem(weight="W1"))) == {name}


def test_the_gradient_with_the_updated_weight_is_what_a_careless_program_computes():
    example = RunningExample()
    a1, moved = example.values["a1"], example.step(0.5).W2
    careless = example.adjoints["z2"] * moved * a1 * (1 - a1) * example.x
    assert names(diagnose(float(careless), WeightProblem(weight="W1"))) == {"updated"}


def test_the_slope_at_the_activation_is_what_it_says():
    example = RunningExample()
    slope = catalogue.sigmoid.derivative
    z2_bar = example.adjoints["y_hat"] * slope(example.values["y_hat"])
    wrong = z2_bar * example.W2 * slope(example.values["a1"]) * example.x
    assert names(diagnose(float(wrong), WeightProblem(weight="W1"))) == {"at-activation"}


def test_where_paths_meet_one_path_alone_is_a_mistake():
    assert isinstance(PRODUCT, PathsProblem)
    assert names(diagnose(sympy.sin(x), PRODUCT)) == {"overwritten"}
    assert names(diagnose(x * sympy.cos(x), PRODUCT)) == {"overwritten"}
    assert diagnose(sympy.sin(x) + x * sympy.cos(x), PRODUCT).verdict == "correct"
    two = problem(catalogue.CURVES["two-paths"])
    assert diagnose(7.0, two, at=3.0).verdict == "correct"
    assert names(diagnose(6.0, two, at=3.0)) == {"overwritten"}


def test_a_number_can_be_given_at_a_point_with_three_digits():
    assert diagnose(-1.8845, SINE_OF_SQUARE, at=1.5).verdict == "correct"
    assert diagnose(-1.88, SINE_OF_SQUARE, at=1.5).verdict == "correct"
    assert names(diagnose(-0.628, SINE_OF_SQUARE, at=1.5)) == {"stopped"}
    assert diagnose(123.0, SINE_OF_SQUARE, at=1.5).verdict == "unknown"


def test_an_answer_nobody_foresaw_is_unknown():
    found = diagnose(x**5 + 1, SINE_OF_SQUARE)
    assert (found.verdict, found.mistakes, repr(found)) == ("unknown", (), "unknown")


def test_an_answer_defined_almost_nowhere_is_not_right():
    exercise = CLINIC["log-of-sine"]
    assert diagnose(sympy.log(x - 2.8), exercise).verdict == "unknown"
    only_right = 2 * sympy.sqrt(x) * sympy.sqrt(x**3) / x * sympy.cos(x**2)
    assert diagnose(only_right, SINE_OF_SQUARE).verdict == "unknown"


def test_answers_are_compared_only_where_the_problem_is_defined():
    exercise = CLINIC["log-of-sine"]
    assert (np.sin(exercise.points) > 0).all()
    assert diagnose(1 / sympy.tan(x), exercise).verdict == "correct"


def test_points_are_seeded_and_many():
    same, other = problem(Function(sympy.sin(x**2))), problem(Function(sympy.sin(x**2)), seed=1)
    np.testing.assert_array_equal(same.points, SINE_OF_SQUARE.points)
    assert not np.isin(other.points, same.points).any()
    assert len(same.points) == 24
    with pytest.raises(ValueError, match="hardly anywhere defined on"):
        _ = problem(Function(sympy.log(sympy.sin(x))), (-3.0, -0.5)).points


def test_the_table_for_the_browser_decides_as_python_does():
    table = diagnosis_table(SINE_OF_SQUARE)
    assert json.loads(json.dumps(table)) == table
    points = np.array(table["points"])
    right = Function(from_tree(table["correct"]), (x,))(points)
    np.testing.assert_allclose(right, 2 * points * np.cos(points**2), rtol=1e-12)
    assert [wrong["mistake"] for wrong in table["wrong"]] == [
        mistake.name for mistake in MISTAKES for _ in mistake.answers(SINE_OF_SQUARE)
    ]
    values = [Function(from_tree(w["tree"]), (x,))(points) for w in table["wrong"]]
    for one, two in combinations([right, *values], 2):
        assert not np.allclose(one, two, rtol=1e-6)


def test_a_chain_of_one_link_leaves_room_for_a_sign_only():
    exercise = problem(Function(sympy.sin(x)))
    assert {m.name for m in MISTAKES if m.answers(exercise)} == {"lost-sign"}


def test_three_links_can_be_stopped_in_several_places():
    exercise = problem(Function(sympy.exp(sympy.sin(x**2))))
    assert isinstance(exercise, ChainProblem)
    assert [str(link) for link in exercise.links] == ["x**2", "sin(u)", "exp(u)"]
    outer, middle = sympy.exp(sympy.sin(x**2)), sympy.cos(x**2)
    for too_short in (outer, outer * middle, outer * 2 * x):
        assert names(diagnose(too_short, exercise)) == {"stopped"}
    assert len(BY_NAME["stopped"].answers(exercise)) == 3
    assert len(BY_NAME["at-input"].answers(exercise)) == 2
    assert exercise.values[2] == sympy.sin(x**2)


def test_what_does_not_fit_is_named():
    with pytest.raises(ValueError, match="say at which point"):
        diagnose(1.0, SINE_OF_SQUARE)
    with pytest.raises(ValueError, match="at goes with a number"):
        diagnose(x, SINE_OF_SQUARE, at=1.0)
    with pytest.raises(ValueError, match="contains u, the problem only x"):
        diagnose(sympy.cos(u), SINE_OF_SQUARE)
    with pytest.raises(ValueError, match="answer must be a finite real number"):
        diagnose(float("nan"), SINE_OF_SQUARE, at=1.0)
    with pytest.raises(TypeError, match="answer must be a finite real number"):
        diagnose(True, SINE_OF_SQUARE, at=1.0)
    with pytest.raises(ValueError, match="is not a tree of the book"):
        diagnose(["Eval", "x"], SINE_OF_SQUARE)
    with pytest.raises(ValueError, match="leaves nothing to get wrong"):
        problem(Function(x))
    with pytest.raises(ValueError, match="has several variables: fix all but one"):
        problem(catalogue.SURFACES["bowl"])
    with pytest.raises(ValueError, match="a link is a function of one variable"):
        ChainProblem((catalogue.add,))
    with pytest.raises(ValueError, match="weight must be 'W1' or 'W2', got 'W3'"):
        WeightProblem(weight="W3")
