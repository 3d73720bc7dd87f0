"""Verdicts: no right answer is called wrong, and every mistake is told by its name."""

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from ptcode.exercises.judge.derivative import judge_tree
from ptcode.exercises.judge.sheet import alike, sheet
from ptcode.exercises.judge.verdicts import KINDS, Verdict, judge, judge_derivative
from ptcode.exercises.kinds import (
    Blank,
    ChoiceExercise,
    DerivativeExercise,
    FillExercise,
    NumberExercise,
    OrderExercise,
)
from ptcode.exercises.weights import weight_exercise
from ptcode.functions.parser import ParseError, parse
from ptcode.functions.tree import from_tree, to_tree
from ptcode.mistakes.mistakes import MISTAKES
from ptcode.mistakes.problems import WeightProblem, values_at_points
from ptcode.networks.running_example import RunningExample
from random_trees import random_tree

FUNCTIONS = (
    "sin(x²)",
    "(sin x)²",
    "ln(sin x)",
    "e^(−x)",
    "(2x + 1)³",
    "1/(1 + e^(−x))",
    "σ(3x² + 1)",
    "x·sin(x²)",
    "√(x² + 1)",
    "e^(sin(x²))",
    "x³ − 3x",
    "sin x/x",
    "tanh(2x)",
    "ln|x|",
    "x^x",
)
REWRITINGS = {
    "as it is": lambda e: e,
    "expanded": sympy.expand,
    "simplified": sympy.simplify,
    "factored": sympy.factor,
    "together": sympy.together,
    "plus nothing": lambda e: e + sympy.Symbol("x", real=True) * 0,
    "trigonometry": lambda e: sympy.expand(e, trig=True),
}


@pytest.mark.parametrize("text", FUNCTIONS)
@pytest.mark.parametrize("how", REWRITINGS)
def test_the_right_answer_is_right_however_it_is_written(text, how):
    found = sheet(parse(text))
    rewritten = REWRITINGS[how](from_tree(found.right))
    if rewritten.has(sympy.cosh, sympy.sinh):
        rewritten = rewritten.rewrite(sympy.exp)
    if rewritten.has(sympy.Piecewise, sympy.I):
        return  # not a formula of the book's language
    assert judge_tree(to_tree(rewritten), found).kind == "correct"


@pytest.mark.parametrize("text", FUNCTIONS)
def test_every_wrong_answer_is_told_by_its_name(text):
    found = sheet(parse(text))
    for wrong in found.wrong:
        verdict = judge_tree(wrong.tree, found)
        told = wrong.mistake in verdict.mistakes
        # One in a part may look like another one in the whole.
        assert verdict.kind == "mistake"
        assert told or wrong.deep, (wrong, verdict)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_no_right_answer_of_a_random_function_is_called_wrong(seed):
    random = np.random.default_rng(seed)
    tree = random_tree(random, 3)
    try:
        found = sheet(tree)
    except ValueError:
        return
    assert judge_tree(found.right, found).kind == "correct"
    shuffled = ["Add", ["Multiply", 3, found.right], ["Negate", ["Multiply", found.right, 2]]]
    assert judge_tree(shuffled, found).kind == "correct"
    for wrong in found.wrong:
        right = found.at(found.right, found.points)
        if not alike(wrong.values, right):
            assert judge_tree(wrong.tree, found).kind in ("mistake", "partial")


@pytest.mark.parametrize(
    ("function", "answer", "kind"),
    [
        ("sin(x²)", "y' = 2x cos(x²)", "correct"),
        ("sin(x²)", "dy/dx = 2x·cos(x^2)", "correct"),
        ("sin(x²)", "f'(x) = cos(x·x)·(x + x)", "correct"),
        ("ln(sin x)", "1/tan x", "correct"),
        ("sin(x²)", "3x·cos(x²)", "scaled"),
        ("sin(x²)", "2√(x²)·cos(x²)", "partial"),
        ("sin(x²)", "2√x·√x·cos(x²)", "partial"),
        ("|x|", "1", "partial"),
        ("√(x²)", "x/√(x²)", "correct"),
        ("ln|x|", "1/x", "correct"),
        ("x/3", "0.33", "rounded"),
        ("x/3", "0.333", "rounded"),
        ("x/3", "1/3", "correct"),
        ("x³/3", "0.33·3x²", "rounded"),
        ("sin(x²)", "sin(x²)", "unfinished"),
        ("sin(x²)", "d/dx sin(x²)", "unfinished"),
        ("sin(x²)", "cos'(x²)", "unfinished"),
        ("sin(x²)", "f'(g(x))", "unfinished"),
        ("sin(x²)", "∂y/∂x", "unfinished"),
        ("sin(x²)", "2x·cos(u)", "unfinished"),
        ("sin(x²)", "cos(y)", "unfinished"),
        ("sin(x²)", "", "unreadable"),
        ("sin(x²)", "2(x", "unreadable"),
        ("sin(x²)", "banana", "unreadable"),
        ("sin(x²)", "x⁵ + 1", "unknown"),
        ("sin(x²)", "√(−1 − x²)", "unknown"),
        ("3x + 1", "4", "unknown"),
    ],
)
def test_each_kind_of_verdict(function, answer, kind):
    verdict = judge_derivative(function, answer)
    assert verdict.kind == kind
    assert verdict.lines
    assert verdict.kind in KINDS


def test_a_mistake_is_explained_with_a_number_and_a_link():
    verdict = judge_derivative("sin(x²)", "cos x")
    assert verdict == Verdict(
        "mistake", verdict.lines, ("unseen",), verdict.at, verdict.yours, verdict.truth
    )
    assert "At x = 1.5 yours gives 0.0707, the truth is −1.88." in verdict.message
    assert verdict.at == 1.5
    assert verdict.link == "09-common-mistakes.html#unseen"
    unseen = next(mistake for mistake in MISTAKES if mistake.name == "unseen")
    assert unseen.title in verdict.message
    assert unseen.tempts in verdict.message
    assert unseen.exposed in verdict.message


@pytest.mark.parametrize(
    ("function", "answer", "said"),
    [
        ("x·sin x", "cos x", "(f·g)′ is not f′·g′"),
        ("3x·sin x", "3cos x", "(f·g)′ is not f′·g′"),
        ("x·sin(x²)", "2x·cos(x²)", "(f·g)′ is not f′·g′"),
        ("x² + x·sin x", "2x + cos x", "(f·g)′ is not f′·g′"),
        ("e^(x·sin x)", "e^(x·sin x)·cos x", "(f·g)′ is not f′·g′"),
        ("x²/sin x", "2x/cos x", "(f/g)′ is not f′/g′"),
        ("e^x", "x·e^(x − 1)", "the power rule"),
        ("e^(3x)", "3x·e^(3x − 1)", "the power rule"),
        ("e^(3x)", "3·3x·e^(3x − 1)", "the power rule"),
        ("2^x", "x·2^(x − 1)", "the power rule"),
        ("√(cos x)", "√(−sin x)", "the inner function only"),
        ("sin(x²)", "2x·cos(2x)", "f′(g′(x))·g′(x)"),
    ],
)
def test_a_slip_that_is_none_of_the_twelve_is_said_in_words(function, answer, said):
    verdict = judge_derivative(function, answer)
    assert (verdict.kind, verdict.mistakes, verdict.link) == ("slip", (), "")
    assert said in verdict.lines[0]
    assert len(verdict.lines) == 4


def test_a_mistake_of_the_twelve_comes_before_a_slip():
    assert judge_derivative("sin(x²)", "sin(2x)").mistakes == ("swapped",)
    assert judge_derivative("x³", "3x").kind == "unknown"


def test_an_example_is_called_one_where_the_function_may_be_another():
    message = judge_derivative("(2x + 1)³", "3x²").message
    assert "as when sin(x²) is read like sin x" in message


def test_a_wrong_sign_is_not_nearly_right():
    assert judge_derivative("sin(x²)", "3x·cos(x²)").message.startswith("Nearly")
    verdict = judge_derivative("sin(x²)", "−4x·cos(x²)")
    assert verdict.kind == "scaled"
    assert "the sign is off, and so is a constant factor" in verdict.message
    assert judge_derivative("sin(x²)", "2000x·cos(x²)").kind == "unknown"
    assert judge(NUMBER, "18.8").message == "Not right, and the sign is not right either."
    assert judge(NUMBER, "0.188").message == "Not right, and the sign is not right either."
    assert judge(NUMBER, "−18.8").message == "Nearly: yours is 10 times the right number."


def test_two_mistakes_that_lead_to_the_same_answer_are_both_named():
    verdict = judge_derivative("e^(−x)", "e^(−x)")
    assert set(verdict.mistakes) == {"stopped", "lost-sign"}
    assert " or " in verdict.message


def test_an_answer_in_u_is_told_what_to_put_back():
    verdict = judge_derivative("sin(x²)", "2x·cos(u)")
    assert verdict.message == "Nearly finished: with u = x² put back, this is right."
    assert "u is still in it" in judge_derivative("sin(x²)", "cos(u)").message


def test_an_unreadable_answer_is_told_where():
    verdict = judge_derivative("sin(x²)", "y = 2x + (1")
    assert (verdict.position, verdict.length) == (9, 1)
    assert "This bracket is not closed yet." in verdict.message


def test_rounded_decimals_are_never_a_mistake_and_wrong_ones_are():
    assert judge_derivative("x³/3 + x", "0.99x² + 1").kind == "rounded"
    assert judge_derivative("sin(0.5x)", "cos(0.5x)").mistake == "stopped"
    assert judge_derivative("sin(x/3)", "0.33·cos(0.33x)").kind == "rounded"


def test_what_was_asked_for_in_a_tidy_form_must_be_tidy():
    asked = DerivativeExercise(
        slug="t", chapter=1, level=1, prompt="", expression="x³ − 3x", form="tidy"
    )
    assert judge(asked, "3x² − 3").kind == "correct"
    assert judge(asked, "3(x² − 1)").kind == "correct"
    untidy = (
        "3x^2 − 3·1",
        "2x² + x² − 3",
        "3x² + 0 − 3",
        "3x·x − 3",
        "3x² − 2 − 1",
        "4x² − x² − 3",
    )
    assert {judge(asked, each).kind for each in untidy} == {"unsimplified"}


def test_what_cannot_be_asked_is_said():
    with pytest.raises(ParseError):
        judge_derivative("sin(", "x")
    with pytest.raises(ValueError, match="hardly anywhere"):
        judge_derivative("√(−1 − x²)", "x")
    with pytest.raises(TypeError, match="an exercise is judged"):
        judge("sin(x²)", "x")
    asked = DerivativeExercise(slug="t", chapter=1, level=1, prompt="", expression="x³")
    with pytest.raises(TypeError, match="an answer is a text"):
        judge(asked, ["Sin", "x"])


NUMBER = NumberExercise(
    slug="n",
    chapter=5,
    level=1,
    prompt="",
    expression="sin(a·x²)",
    at="p",
    parameters={"a": (1,), "p": (1.5,)},
    wrong={"other: That is the value, not the slope.": "sin(a·p²)"},
)


@pytest.mark.parametrize(
    ("answer", "kind", "mistake"),
    [
        ("-1.8845", "correct", ""),
        ("−1.88", "correct", ""),
        ("2·1.5·cos(1.5^2)", "correct", ""),
        ("1.88", "mistake", "lost-sign"),
        ("−0.628", "mistake", "stopped"),
        ("0.0707", "mistake", "unseen"),
        ("0.778", "wrong", ""),
        ("−1.91", "rounded", ""),
        ("−18.8", "scaled", ""),
        ("−3.77", "scaled", ""),
        ("−5", "unknown", ""),
        ("5", "unknown", ""),
        ("1/0", "unknown", ""),
        ("x", "unfinished", ""),
        ("", "unreadable", ""),
        ("1,88", "unreadable", ""),
    ],
)
def test_a_number_is_judged(answer, kind, mistake):
    verdict = judge(NUMBER, answer)
    assert (verdict.kind, verdict.mistake) == (kind, mistake)


def test_the_unknown_number_is_not_given_away():
    assert judge(NUMBER, "−5").message == "Not right: −5 is too small."
    assert "1.88" not in judge(NUMBER, "7").message


@pytest.mark.parametrize("weight", ["W_1", "W_2"])
def test_the_gradient_of_the_running_example_knows_the_mistakes_of_the_book(weight):
    """Every wrong number of wrong_answers is recognised, and there are no others."""
    task = weight_exercise(weight, slug="w", chapter=6, level=3, prompt="")
    theirs = WeightProblem(weight=weight.replace("_", ""))
    assert task.right(task.known()) == pytest.approx(
        RunningExample().adjoints[weight.replace("_", "")], rel=1e-12
    )
    ours = {}
    for name, value, _ in task.wrong_numbers(task.known()):
        ours.setdefault(name, []).append(value)
    chain_only = {"unseen", "swapped", "nested", "at-input", "as-product"}
    for mistake in MISTAKES:
        numbers = [values_at_points(a, theirs)[0] for a in mistake.answers(theirs)]
        if mistake.name in chain_only:
            continue
        assert len(numbers) == len(ours.get(mistake.name, [])), mistake.name
        for number in numbers:
            assert judge(task, repr(float(number))).mistakes == (mistake.name,)


CHOICE = ChoiceExercise(
    slug="c",
    chapter=4,
    level=1,
    prompt="",
    parameters={"a": (2, 3)},
    choices=(
        ("cos", "No: ⟨a⟩ stays.", "stopped"),
        ("sin", "Yes.", True),
        ("tan", "Why should it?"),
    ),
)
ORDER = OrderExercise(
    slug="o", chapter=4, level=1, prompt="", items=("a", "b", "c"), wrong={"swapped": (2, 1, 0)}
)
FILL = FillExercise(
    slug="f",
    chapter=6,
    level=2,
    prompt="",
    parameters={"a": (3,)},
    values={"z": "2·a"},
    blanks=(
        Blank("d", "∂y/∂u", "2·z", {"stopped": "z"}),
        Blank("g", "∂y/∂x", "3·d", {"lost-sign": "−3·d"}),
    ),
)


def test_a_choice_is_judged():
    wrong = judge(CHOICE, 0, seed=1)
    assert (wrong.kind, wrong.mistake) == ("mistake", "stopped")
    assert "No: 3 stays." in wrong.lines
    assert judge(CHOICE, 1).solved
    assert judge(CHOICE, 2) == Verdict("wrong", ("Why should it?",))
    assert judge(CHOICE, 3).kind == judge(CHOICE, -1).kind == "unreadable"


def test_an_order_is_judged():
    assert judge(ORDER, (0, 1, 2)).solved
    assert judge(ORDER, (2, 1, 0)).mistake == "swapped"
    assert judge(ORDER, (0, 2, 1)).message == "Not in this order: the first slip is in place 2."
    assert judge(ORDER, (0, 0, 1)).kind == "unreadable"


def test_blanks_are_judged_each_on_its_own():
    assert judge(FILL, {"d": "12", "g": "36"}).solved
    slip = judge(FILL, {"d": "6", "g": "18"})
    assert slip.kind == "incomplete"
    assert (slip.fields["d"].mistake, slip.fields["g"].kind) == ("stopped", "follows")
    assert slip.message == "0 of 2 right."
    both = judge(FILL, {"d": "12", "g": "-36"})
    assert both.fields["g"].mistake == "lost-sign"
    empty = judge(FILL, {})
    assert {field.kind for field in empty.fields.values()} == {"unreadable"}
    odd = judge(FILL, {"d": "1/0", "g": "x"})
    assert {name: field.kind for name, field in odd.fields.items()} == {
        "d": "unknown",
        "g": "unfinished",
    }
