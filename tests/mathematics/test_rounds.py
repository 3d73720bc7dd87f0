"""The ten questions of the two rounds: what is right is computed, and so is what tempts."""

import re

import numpy as np
import pytest
import sympy

import ptcode as pt
from ptcode.autodiff.checks import central_difference
from ptcode.core.topics import TOPICS
from ptcode.exercises.rounds import TEN, UNSURE
from ptcode.widgets import Rounds
from ptcode.widgets.inline import bare
from ptcode.widgets.question import choices_of

x, t1, t2 = sympy.symbols("x theta_1 theta_2")
BY_SLUG = {asked.slug: asked for asked in TEN}


def numbers(text):
    return [float(found.replace("−", "-")) for found in re.findall(r"−?\d+(?:\.\d+)?", text)]


def texts(slug):
    """The right choice, and all others in their order."""
    choices = choices_of(BY_SLUG[slug].choices)
    (right,) = [choice.text for choice in choices if choice.correct]
    return right, [choice.text for choice in choices if not choice.correct]


def told(slug, start):
    """The feedback of the choice that starts so."""
    return next(choice[1] for choice in BY_SLUG[slug].choices if choice[0].startswith(start))


def test_there_are_ten_from_all_over_the_book():
    assert len(TEN) == len(BY_SLUG) == 10
    topics = [asked.topic for asked in TEN]
    assert set(topics) <= set(TOPICS)
    assert len(set(topics)) == 9


def test_every_question_has_four_choices_that_differ_and_one_place_is_not_always_right():
    places = set()
    for asked in TEN:
        assert len({choice[0] for choice in asked.choices} | {UNSURE}) == 5
        places.add([choice.correct for choice in choices_of(asked.choices)].index(True))
    assert places == {0, 1, 2, 3}


def test_a_slope_times_a_step():
    slope, start, end = numbers(BY_SLUG["sign-of-a-slope"].prompt)[1], 3, 3.1
    right, _ = texts("sign-of-a-slope")
    assert right == f"It falls by {-slope * (end - start):.1f}."


def test_minus_the_gradient_falls_fastest_here_and_does_not_lead_to_the_minimum():
    J = 3 * t1**2 + t2**2
    at = {t1: 1, t2: 2}
    gradient = np.array([float(J.diff(one).subs(at)) for one in (t1, t2)])
    assert f"({gradient[0]:.0f}, {gradient[1]:.0f})" in BY_SLUG["against-the-gradient"].prompt
    angles = np.linspace(0, 2 * np.pi, 3601)
    rates = gradient @ [np.cos(angles), np.sin(angles)]
    steepest = angles[np.argmin(rates)]
    away = -gradient / np.linalg.norm(gradient)
    assert np.allclose([np.cos(steepest), np.sin(steepest)], away, atol=2e-3)
    home = np.array([-1, -2]) / np.sqrt(5)
    assert abs(np.cross(np.append(away, 0), np.append(home, 0))[2]) > 0.3
    right, _ = texts("against-the-gradient")
    assert "falls fastest" in right
    assert "need not lead" in right


def test_where_alpha_leads():
    path = pt.gradient_descent("square", 5.0, 0.6, 20).positions
    assert np.allclose(path[:3], [5, -1, 0.2])
    assert all(np.diff(np.sign(path)) != 0)
    assert all(np.diff(np.abs(path)) < 0)
    right, wrong = texts("over-the-minimum")
    assert right == "θ jumps to the other side at every step, and comes nearer."
    assert pt.gradient_descent("square", 5.0, 0.5, 1).positions[1] == 0
    assert len(wrong) == 3


def test_partial_and_total():
    J, tie = t1 * t2, t1**3
    at = {t1: 2}
    partial = J.diff(t1).subs(t2, tie).subs(at)
    total = J.subs(t2, tie).diff(t1).subs(at)
    through = J.diff(t2).subs(at), tie.diff(t1).subs(at)
    swapped, untied, product = (f"{a} and {b}" for a, b in (
        (total, partial), (partial, partial), (partial, partial * through[1])
    ))  # fmt: skip
    assert texts("partial-or-total") == (f"{partial} and {total}", [swapped, untied, product])
    found = numbers(told("partial-or-total", "8 and 32"))
    assert found == [float(one) for one in (partial, partial, *through, total)]


ONES = {"5x": lambda v: 5 * v, "the cosine": sympy.cos, "the square": lambda v: v**2}


@pytest.mark.parametrize("choice", [choice[0] for choice in BY_SLUG["from-the-inside-out"].choices])
def test_functions_from_the_inside_out(choice):
    value = x
    for name in choice.split(", "):
        value = ONES[name](value)
    same = (value - sympy.cos(5 * x) ** 2).equals(0)
    assert same == (choice == texts("from-the-inside-out")[0])


def test_two_links():
    g = 3 * x - 1
    f = 14 * x - x**2
    assert [g.subs(x, 2), g.diff(x), f.diff(x).subs(x, 2), f.diff(x).subs(x, 5)] == [5, 3, 10, 4]
    right = f.subs(x, g).diff(x).subs(x, 2)
    at_input, stopped, added = 10 * 3, 4, 4 + 3
    found, wrong = texts("two-links")
    assert (found, wrong) == (str(right), [str(one) for one in (at_input, stopped, added)])


def test_two_paths():
    v = pt.Variable(1.0, name="x")
    y = 5 * (2 * v) + 4 * (-3 * v)
    right = float(pt.gradients(y, [v])[0])
    found, wrong = texts("two-paths")
    assert numbers(found) == [right]
    assert [numbers(one)[0] for one in wrong] == [2 * 5 * -3 * 4, 2 * 5, 2 * 5 + 3 * 4]


def test_both_uses_of_a_value_are_added():
    a = pt.Variable(0.5, name="a")
    first, second = pt.gradients(3 * a, [a])[0], pt.gradients(a * a, [a])[0]
    assert pt.gradients(3 * a + a * a, [a])[0] == first + second
    right, wrong = texts("what-is-kept")
    assert right == "The values. It adds what both uses send back."
    assert not any("adds" in one for one in wrong)


def test_ten_sigmoids():
    steepest = float(pt.sigmoid.derivative(0.0))
    assert steepest == 0.25
    left = steepest**10
    assert texts("ten-sigmoids")[0] == "about a millionth"
    assert round(left * 1e7, 1) == numbers(told("ten-sigmoids", "about"))[0]
    assert steepest / 10 == 1 / 40  # which tempts


def test_the_mistake_that_fits():
    function, claim = sympy.log(1 + x**2), 1 / (1 + x**2)
    diagnosis = pt.diagnose(function, claim)
    assert diagnosis.mistakes == ("stopped",)
    claimed = float(claim.subs(x, 2))
    measured = central_difference(sympy.lambdify(x, function), 2.0, 1e-5)
    assert numbers(BY_SLUG["which-mistake"].prompt)[-3:] == [claimed, 2, round(measured, 6)]
    at_x = float((1 / x * 2 * x).subs(x, 2))
    assert numbers(told("which-mistake", "The outer"))[-1] == at_x
    assert texts("which-mistake")[0] == "The factor of the inner function was left out."


def test_the_browser_and_a_notebook_are_told_the_same():
    rounds = Rounds()
    assert rounds.right == [bare(texts(slug)[0]) for slug in BY_SLUG]
    assert [one["slug"] for one in rounds.data["questions"]] == list(BY_SLUG)
