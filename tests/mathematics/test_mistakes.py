"""The twelve mistakes: what they give, what tells them apart, and how an answer is diagnosed."""

import math
from itertools import combinations

import numpy as np
import pytest
import sympy
from mpmath import mpf

from ptcode.functions import catalogue
from ptcode.functions.activations import sigmoid, softplus
from ptcode.functions.function import Function, u, x
from ptcode.mistakes.answers import answers
from ptcode.mistakes.clinic import CLINIC, fresh
from ptcode.mistakes.comparison import at_point, places
from ptcode.mistakes.diagnosis import diagnose
from ptcode.mistakes.evaluation import value
from ptcode.mistakes.limits import MOST_WRONG
from ptcode.mistakes.mistakes import MISTAKES, Mistake
from ptcode.mistakes.network import gradient_of, wrong_gradients, wrong_numbers
from ptcode.mistakes.slips import SLIPS
from ptcode.mistakes.templates import FACTOR, total
from ptcode.networks.running_example import RunningExample

SINE_OF_SQUARE = sympy.sin(x**2)
# (2x + 1)³: forgetting the factor 2, or losing it at x, is the same.
COMPOSITES = [each for each in CLINIC if not each.is_Mul and not each.has((2 * x + 1) ** 3)]
WEIGHTS = {"W_1": "W1", "W_2": "W2"}


def names(function, answer):
    return set(diagnose(function, answer).mistakes)


def whole(function):
    """The wrong answers in the whole that are not right, with their mistakes."""
    found = answers(function)
    return [
        wrong
        for wrong in found.wrong
        if not wrong.deep and diagnose(function, wrong.expression).kind != "correct"
    ]


def test_there_are_twelve_mistakes_and_some_slips_each_with_its_story():
    everything = (*MISTAKES, *SLIPS)
    assert len(MISTAKES) == 12
    assert len({mistake.name for mistake in everything}) == len(everything)
    for mistake in everything:
        assert mistake.title
        assert mistake.tempts
        assert mistake.exposed
        assert mistake.chain or mistake.paths or mistake.network
        assert mistake.slip == (mistake in SLIPS)


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
    assert names(SINE_OF_SQUARE, answer) == {name}


@pytest.mark.parametrize(
    ("function", "answer", "slip"),
    [
        (x * sympy.sin(x), sympy.cos(x), "slopes-multiplied"),
        (x / sympy.sin(x), 1 / sympy.cos(x), "slopes-divided"),
        (sympy.exp(x), x * sympy.exp(x - 1), "power-rule"),
        (sympy.sqrt(sympy.cos(x)), sympy.sqrt(-sympy.sin(x)), "outer-kept"),
        (SINE_OF_SQUARE, 2 * x * sympy.cos(2 * x), "slope-inside"),
    ],
)
def test_a_slip_is_said_in_words_and_is_none_of_the_twelve(function, answer, slip):
    (story,) = (each for each in SLIPS if each.name == slip)
    found = diagnose(function, answer)
    assert (found.kind, found.mistakes) == ("slip", ())
    assert story.title in found.lines[0]


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (2 * x * sympy.cos(x**2), "correct"),
        (x * sympy.cos(x**2) + x * sympy.sin(sympy.pi / 2 - x**2), "correct"),
        (1.5 * x * sympy.cos(x**2), "scaled"),
        (-4 * x * sympy.cos(x**2), "scaled"),
        (2000 * x * sympy.cos(x**2), "unknown"),
        (2 * abs(x) * sympy.cos(x**2), "partial"),
        (2.001 * x * sympy.cos(x**2), "scaled"),
        (SINE_OF_SQUARE, "unfinished"),
        (2 * x * sympy.cos(u), "unfinished"),
        (x**5 + 1, "unknown"),
        (0, "unknown"),
        (Function(2 * x * sympy.cos(x**2)), "correct"),
    ],
)
def test_each_kind_of_answer(answer, kind):
    found = diagnose(SINE_OF_SQUARE, answer)
    assert found.kind == kind
    assert all(found.lines)
    assert repr(found) == "\n".join(found.lines)


def test_a_wrong_answer_is_shown_with_two_numbers_and_why():
    lines = diagnose(SINE_OF_SQUARE, sympy.cos(x)).lines
    unseen = next(mistake for mistake in MISTAKES if mistake.name == "unseen")
    assert "0.0707" in lines[1]
    assert "−1.88" in lines[1]
    assert [unseen.title in lines[0], unseen.tempts in lines[2], unseen.exposed in lines[3]] == [
        True
    ] * 3


def test_what_is_put_back_is_said():
    assert "x²" in diagnose(SINE_OF_SQUARE, 2 * x * sympy.cos(u)).lines[0]


@pytest.mark.parametrize("function", CLINIC, ids=str)
def test_the_right_answer_is_right_however_it_is_written(function):
    right = sympy.diff(function, x)
    for written in (right, sympy.expand(right), sympy.simplify(right), sympy.factor(right)):
        assert diagnose(function, written).kind == "correct", written


@pytest.mark.parametrize("function", CLINIC, ids=str)
def test_every_wrong_answer_is_traced_to_its_mistake(function):
    for wrong in whole(function):
        assert wrong.mistake in names(function, wrong.expression), wrong


@pytest.mark.parametrize("function", COMPOSITES, ids=str)
def test_no_two_mistakes_look_alike_in_the_composites_of_the_clinic(function):
    assert all(len(names(function, wrong.expression)) == 1 for wrong in whole(function))


# What cannot be told apart elsewhere in the book.
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
    function = catalogue.CURVES[name]
    found = {frozenset(names(function, w.expression)) for w in whole(function.expression)}
    assert {pair for pair in found if len(pair) > 1} == set(map(frozenset, LOOK_ALIKE[name]))


@pytest.mark.parametrize("seed", range(6))
def test_fresh_functions_tell_all_mistakes_apart(seed):
    function = fresh(seed)
    found = [names(function, wrong.expression) for wrong in whole(function)]
    assert all(len(each) == 1 for each in found)
    assert len(set().union(*found)) >= 7
    assert diagnose(function, sympy.diff(function, x)).kind == "correct"


def test_a_mistake_that_is_added_is_one_entry():
    squared = ["scale", 2, ["multiply", total(FACTOR), total(FACTOR)]]
    added = Mistake("added", "adding and squaring", "t", "e", chain=({"answer": squared},))
    wrong = 2 * (sympy.cos(x**2) + 2 * x) ** 2
    assert diagnose(SINE_OF_SQUARE, wrong).kind == "unknown"
    assert diagnose(SINE_OF_SQUARE, wrong, mistakes=(*MISTAKES, added)).mistakes == ("added",)


# The network


@pytest.mark.parametrize("weight", WEIGHTS)
def test_every_mistake_changes_the_printed_gradient_of_the_running_example(weight):
    """By more than a reader can lose by rounding, each in its own way."""
    right = RunningExample().adjoints[WEIGHTS[weight]]
    found = wrong_numbers(weight)
    assert list(found) == [mistake.name for mistake in MISTAKES]
    assert {name for name, numbers in found.items() if not numbers} <= {"updated"}
    assert all(
        abs(number - right) > 0.01 * abs(right) for numbers in found.values() for number in numbers
    )
    for (_, ones), (_, others) in combinations(found.items(), 2):
        assert not any(math.isclose(a, b, rel_tol=0.01) for a in ones for b in others)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_right_gradient_is_that_of_the_engine(weight):
    """By finite differences in the symbols: the chain of links is the running example's."""
    example = RunningExample(x=0.7, y=0.2, W1=-0.4, W2=1.3)
    values = example.values
    known = {
        "x": 0.7, "y": 0.2, "W_1": -0.4, "W_2": 1.3, "z_1": values["z1"], "a_1": values["a1"],
        "z_2": values["z2"], "p": values["y_hat"],
    }  # fmt: skip
    right = gradient_of(weight).right
    number = right.subs({symbol: known[symbol.name] for symbol in right.free_symbols}).evalf()
    assert float(number) == pytest.approx(example.adjoints[WEIGHTS[weight]], rel=1e-12)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("by-input", 0.024873),  # δ₁·W₁ for δ₁·x
        ("stopped", 0.031092),  # δ₁ alone
        ("overwritten", 0.023319),
        ("factor", 0.093276),
        ("updated", 0.044463),
        ("lost-sign", -0.046638),
    ],
)
def test_numbers_for_the_first_weight(name, number):
    assert any(abs(wrong - number) < 1e-6 for wrong in wrong_numbers("W_1")[name])


def test_the_gradient_with_the_updated_weight_is_what_a_careless_program_computes():
    example = RunningExample()
    a1, moved = example.values["a1"], example.step(0.5).W2
    careless = example.adjoints["z2"] * moved * a1 * (1 - a1) * example.x
    assert wrong_numbers("W_1")["updated"] == [pytest.approx(float(careless), rel=1e-12)]


def test_the_slope_at_the_activation_is_what_it_says():
    """In both layers, in the first alone, in the last alone."""
    example = RunningExample()
    slope, a1, y_hat = catalogue.sigmoid.derivative, example.values["a1"], example.values["y_hat"]
    rest = example.adjoints["y_hat"] * example.W2 * example.x
    right = a1 * (1 - a1), y_hat * (1 - y_hat)
    expected = [
        rest * slope(a1) * slope(y_hat), rest * slope(a1) * right[1], rest * right[0] * slope(y_hat)
    ]  # fmt: skip
    found = wrong_numbers("W_1")["at-activation"]
    assert sorted(found) == pytest.approx(sorted(map(float, expected)), rel=1e-12)


def test_a_weight_that_is_none_is_named():
    with pytest.raises(ValueError, match="weight must be one of W_1, W_2, got 'W3'"):
        wrong_gradients("W3")


# How it is decided


def test_where_paths_meet_one_path_alone_is_a_mistake():
    product = x * sympy.sin(x)
    assert names(product, sympy.sin(x)) == names(product, x * sympy.cos(x)) == {"overwritten"}
    assert diagnose(product, sympy.sin(x) + x * sympy.cos(x)).kind == "correct"


def test_a_mistake_in_a_part_is_a_deep_one():
    found = answers(x * sympy.sin(x**2))
    forgotten = sympy.sin(x**2) + x * sympy.cos(x**2)
    assert ("stopped", True) in {(w.mistake, w.deep) for w in found.wrong}
    assert ("stopped", False) not in {(w.mistake, w.deep) for w in found.wrong}
    assert names(x * sympy.sin(x**2), forgotten) == {"stopped"}


def test_three_links_can_be_stopped_in_several_places():
    function = sympy.exp(SINE_OF_SQUARE)
    outer, middle = function, sympy.cos(x**2)
    for too_short in (outer, outer * middle, outer * 2 * x):
        assert names(function, too_short) == {"stopped"}
    assert answers(function).values[2] == SINE_OF_SQUARE


def test_a_form_that_sympy_would_change_keeps_its_links():
    """(x²)³ is a chain of two, x⁶ is none."""
    cube = sympy.Pow(sympy.Pow(x, 2, evaluate=False), 3, evaluate=False)
    assert "stopped" in names(cube, 3 * x**4)
    assert names(x**6, 3 * x**4) == set()


def test_constants_and_the_variable_leave_nothing_to_get_wrong():
    assert answers(sympy.Integer(5)).wrong == answers(x).wrong == ()
    assert diagnose(x, 1).kind == diagnose(sympy.Integer(5), 0).kind == "correct"


def test_there_is_a_bound_on_what_a_huge_expression_leads_to():
    sines = sympy.Add(*(sympy.sin(n * x**2) for n in range(1, 30)))
    assert len(answers(sines).wrong) <= MOST_WRONG
    deep = x
    for _ in range(12):
        deep = sigmoid(deep)
    assert {wrong.deep for wrong in answers(deep).wrong} <= {True}


def test_decimals_are_rounded_only_where_they_are_a_rounding():
    third = x**3 / 9
    kinds = {d: diagnose(third, sympy.Float(d) * x**2).kind for d in ("0.33", "0.333", "0.34")}
    assert kinds == {"0.33": "rounded", "0.333": "rounded", "0.34": "scaled"}


def test_points_are_seeded_many_and_on_both_sides_of_every_kink():
    kink = sympy.Abs(x - 3) + sympy.Abs(x + 5)
    found = [place.number for place in places((kink,), x)]
    assert found == [place.number for place in places((kink,), x)]
    assert len(found) > 40
    assert any(mpf("2.9") < place < 3 for place in found)
    assert any(3 < place < mpf("3.1") for place in found)
    assert diagnose(sympy.Abs(x - 3), sympy.sign(x - 3)).kind == "correct"
    assert diagnose(sympy.Abs(x - 7), -1).kind == "partial"


def test_a_difference_far_smaller_than_the_values_is_seen():
    """At 50 digits: no tolerance is taken from the largest value."""
    assert diagnose(x**3, 3 * x**2 + sympy.Rational(1, 10**12)).kind not in ("correct", "rounded")
    tail = sympy.exp(-(x**2))
    assert diagnose(tail, -2 * x * tail + sympy.exp(-(x**2) - 40)).kind == "unknown"


def test_what_is_lost_in_rounding_is_no_difference():
    """1 − σ loses every digit far to the right, σ(−z) none."""
    right = 2 * x * sigmoid(x**2) * (1 - sigmoid(x**2))
    assert diagnose(sigmoid(x**2), right).kind == "correct"
    zero = sympy.sin(x) ** 2 + sympy.cos(x) ** 2 - 1
    assert at_point(zero, sympy.Integer(0), x, mpf(2)) == "same"
    most = sympy.Integer(10) ** 500
    lost = sympy.Add(sympy.Add(x, most, evaluate=False), -most, evaluate=False)
    assert at_point(lost, 2 * x, x, mpf(2)) == "undecided"
    assert diagnose(x**2 / 2, lost).kind == "undecided"


@pytest.mark.parametrize(
    ("function", "answer", "kind"),
    [
        (sympy.tanh(x), sympy.sech(x), "unknown"),
        (sympy.tanh(x), sympy.sech(x) ** 2, "correct"),
        (sympy.sin(x), sympy.atanh(x), "unknown"),
        (x**2, sympy.Max(x, 2 * x), "partial"),
        (sympy.Abs(x), sympy.Heaviside(x), "partial"),
        (sympy.Abs(x), sympy.Piecewise((-1, x < 0), (1, True)), "correct"),
        (sympy.Abs(x), sympy.Piecewise((1, x < 0), (-1, True)), "mistake"),
        (sympy.Abs(x), sympy.Piecewise((1, x > 0)), "partial"),
    ],
    ids=str,
)
def test_an_answer_may_use_what_the_book_has_no_derivative_of(function, answer, kind):
    assert diagnose(function, answer).kind == kind


def test_the_error_of_a_foreign_function_grows_with_its_slope():
    """The inverse of tanh at 1 − 2·10⁻⁹ is steep: what tanh was rounded by counts 10⁹ times."""
    there_and_back = sympy.atanh(sympy.tanh(8 * x), evaluate=False)
    for place in (mpf("1.3"), mpf("4")):
        assert at_point(there_and_back, 8 * x, x, place) == "same"


def test_every_part_of_a_value_is_real():
    root = sympy.sqrt(x, evaluate=False)
    assert value(sympy.Mul(root, root, evaluate=False), {x: mpf(-2)}) is None
    assert value(1 / x, {x: mpf(0)}) is None
    assert value(sympy.exp(sympy.exp(x)), {x: mpf(50)}) is None
    assert diagnose(x**2 / 2, sympy.Mul(root, root, evaluate=False)).kind == "partial"


@pytest.mark.parametrize("function", [*catalogue.CURVES.values()], ids=str)
def test_values_are_those_of_the_catalogue(function):
    for place in (0.3, 1.7):
        found = value(function.expression, {function.variables[0]: mpf(place)})
        expected = float(function(place))
        assert (found is None) == np.isnan(expected)
        assert found is None or float(found.number) == pytest.approx(expected, rel=1e-12)


def test_the_softplus_and_others_of_sympy_have_values_too():
    assert diagnose(softplus(x), sigmoid(x)).kind == "correct"
    assert diagnose(sigmoid(x), sympy.exp(-x) / (1 + sympy.exp(-x)) ** 2).kind == "correct"
    assert float(value(sympy.asin(x), {x: mpf(0.5)}).number) == pytest.approx(math.asin(0.5))


def test_what_does_not_fit_is_named():
    with pytest.raises(TypeError, match=r"sympy\.sin"):
        diagnose("sin(x^2)", sympy.cos(x))
    with pytest.raises(TypeError, match=r"sympy\.sin"):
        diagnose(SINE_OF_SQUARE, "cos(x^2)")
    with pytest.raises(ValueError, match="hardly anywhere"):
        diagnose(sympy.log(-(x**2) - 1), x)
    with pytest.raises(ValueError, match="say which one"):
        diagnose(catalogue.SURFACES["bowl"], x)
