"""The browser's judge beside SymPy: no right answer is called wrong, every mistake has its name."""

import numpy as np
import pytest
import sympy

from ptcode.exercises.bugs import Bug, BugExercise
from ptcode.exercises.data import exercise_data
from ptcode.exercises.kinds import (
    Blank,
    ChoiceExercise,
    DerivativeExercise,
    FillExercise,
    NumberExercise,
    OrderExercise,
)
from ptcode.exercises.symbols import a, d, p, q, x, z
from ptcode.exercises.texts import number
from ptcode.exercises.weights import weight_exercise
from ptcode.functions.function import Function
from ptcode.functions.tree import from_tree
from ptcode.functions.writing import write
from ptcode.mistakes.answers import answers
from ptcode.mistakes.bug_lab import programs
from ptcode.mistakes.clinic import fresh
from ptcode.mistakes.diagnosis import diagnose
from ptcode.mistakes.mistakes import MISTAKES
from ptcode.mistakes.network import wrong_numbers
from ptcode.networks.running_example import RunningExample
from random_trees import SMOOTH, random_tree
from typed import typed

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
REWRITINGS = (
    sympy.expand,
    sympy.simplify,
    sympy.factor,
    sympy.together,
    lambda e: sympy.expand(e, trig=True),
    lambda e: sympy.Add(3 * e, -2 * e, evaluate=False),
)


def in_the_language(expression):
    """As it would be typed; empty where it is no formula of the book's language."""
    try:
        return write(expression)
    except ValueError:
        return ""


@pytest.mark.parametrize("text", FUNCTIONS)
def test_what_sympy_calls_the_derivative_is_right_however_it_is_written(asked, text):
    function = typed(text)
    right = Function(function, (x,)).derivative.expression
    written = {in_the_language(how(right)) for how in (lambda e: e, *REWRITINGS)} - {""}
    assert len(written) >= 2
    found = asked({"function": text, "answer": answer} for answer in sorted(written))
    assert {verdict["kind"] for verdict in found} == {"correct"}


@pytest.mark.parametrize("text", FUNCTIONS)
def test_every_template_gets_its_name_from_both(asked, text):
    """What SymPy makes of a mistake, the browser calls by its name, and so does diagnose."""
    function = typed(text)
    wrong = {(each.mistake, write(each.expression)) for each in told(function)}
    found = asked({"function": text, "answer": answer} for _, answer in sorted(wrong))
    for (name, answer), verdict in zip(sorted(wrong), found, strict=True):
        assert name in verdict["mistakes"], (text, answer, verdict)


def told(function):
    """The wrong answers in the whole that diagnose calls by their name."""
    found = [w for w in answers(function).wrong if not w.deep]
    verdicts = [diagnose(function, wrong.expression) for wrong in found]
    for wrong, verdict in zip(found, verdicts, strict=True):
        # What a mistake happens to make right, or right on a part, is none.
        assert verdict.kind in ("mistake", "correct", "partial", "unknown"), wrong
        assert verdict.kind != "mistake" or wrong.mistake in verdict.mistakes, wrong
    return [w for w, verdict in zip(found, verdicts, strict=True) if verdict.kind == "mistake"]


def random_composite(seed):
    random = np.random.default_rng(seed)
    tree = "x"
    for _ in range(int(random.integers(2, 4))):
        head = str(random.choice(SMOOTH))
        tree = [head, tree if random.random() < 0.6 else ["Power", tree, 2]]
    return from_tree(tree, evaluate=False)


@pytest.mark.parametrize(
    "seeds",
    [
        range(2),
        *(pytest.param(range(at, at + 2), marks=pytest.mark.slow) for at in range(2, 16, 2)),
    ],
)
def test_random_composites_are_judged_alike_by_both(asked, seeds):
    """Right forms by SymPy are right, and each template has its name, in JavaScript and Python."""
    functions = [*map(random_composite, seeds), *map(fresh, seeds[::2])]
    cases = [
        (f, "", write(how(sympy.diff(f.doit(), x))))
        for f in functions
        for how in (lambda e: e, sympy.expand)
    ] + [(f, w.mistake, write(w.expression)) for f in functions for w in told(f)]
    assert len(cases) > 8 * len(seeds)
    found = asked({"function": write(f), "answer": answer} for f, _, answer in cases)
    for (function, name, answer), verdict in zip(cases, found, strict=True):
        said = name in verdict["mistakes"] if name else verdict["kind"] == "correct"
        assert said, (function, name, answer, verdict)


def test_no_right_answer_of_a_random_function_is_called_wrong(asked):
    random = np.random.default_rng(8)
    functions = [from_tree(random_tree(random, 3), evaluate=False) for _ in range(150)]
    functions = [f for f in functions if f.has(x) and not f.has(sympy.zoo, sympy.nan)]
    slopes = [in_the_language(Function(f, (x,)).derivative.expression) for f in functions]
    # A slope that is 0 everywhere, as of e^(x/x), is rounding to a browser, and 0 is not.
    pairs = [
        (write(f), slope)
        for f, slope in zip(functions, slopes, strict=True)
        if slope not in ("", "0")
    ]
    found = asked({"function": function, "answer": slope} for function, slope in pairs)
    wrong = [
        (pair, verdict)
        for pair, verdict in zip(pairs, found, strict=True)
        if verdict["kind"] not in ("correct", "unreadable")
    ]
    assert wrong == []
    assert sum(verdict["kind"] == "correct" for verdict in found) > 80


@pytest.mark.parametrize(
    ("function", "answer", "kind"),
    [
        ("sin(x²)", "y' = 2x cos(x²)", "correct"),
        ("sin(x²)", "dy/dx = 2x·cos(x^2)", "correct"),
        ("sin(x²)", "f'(x) = cos(x·x)·(x + x)", "correct"),
        ("ln(sin x)", "1/tan x", "correct"),
        ("sin(x²)", "3x·cos(x²)", "scaled"),
        ("sin(x²)", "−4x·cos(x²)", "scaled"),
        ("sin(x²)", "2000x·cos(x²)", "unknown"),
        # A number whose error is larger than 1 is not put into a series of e^x: that never ends.
        (
            "σ(e^(softplus(x²)))",
            "2x·e^(softplus x²)σ(x²)σ(−e^(softplus x²))σ(e^(softplus x²))",
            "correct",
        ),
        ("σ(e^(x⁴))", "4x³·e^(x⁴)·σ(−e^(x⁴))·σ(e^(x⁴))", "correct"),
        ("tanh(e^(x²))", "2x·e^(x²)·(1 − tanh²(e^(x²)))", "correct"),
        ("e^(−e^(x²))", "−2x·e^(x²)·e^(−e^(x²))", "correct"),
        ("sin(x²)", "2√(x²)·cos(x²)", "partial"),
        ("sin(x²)", "2√x·√x·cos(x²)", "partial"),
        ("|x|", "1", "partial"),
        ("√(x²)", "x/√(x²)", "correct"),
        ("ln|x|", "1/x", "correct"),
        ("x/3", "0.33", "rounded"),
        ("x/3", "0.333", "rounded"),
        ("x/3", "1/3", "correct"),
        ("x³/3", "0.33·3x²", "rounded"),
        ("x³/3 + x", "0.99x² + 1", "scaled"),
        ("x³/3 + x", "0.99x² + 1.01", "unknown"),
        ("sin(x/3)", "0.33·cos(0.33x)", "rounded"),
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
        ("x³", "3x", "unknown"),
        ("sin(10^15·x)", "10^15·cos(10^15·x)", "undecided"),
        ("10^15·x² − 10^15·x²", "0", "correct"),
        # What is too small to be seen beside the rest may not be there.
        ("(x² + 100)⁶⁰", "120x(x² + 100)⁵⁹", "correct"),
        ("(x² + 100)⁶⁰", "120x(x² + 100)⁵⁹ + 1", "undecided"),
        ("(x² + 10⁶)⁴⁰", "80x(x² + 10⁶)³⁹ + sin x", "undecided"),
        ("e^(x² + 400)", "2x·e^(x² + 400)", "correct"),
        ("e^(x² + 400)", "2x·e^(x² + 400) + 1", "undecided"),
        ("|x − 30|·tanh(20x)", "sign(x−30)tanh(20x) + 20|x−30|(1−tanh²(20x))", "correct"),
        ("|x − 30|·tanh(20x)", "sign(x−30)tanh(21x) + 20|x−30|(1−tanh²(20x))", "unknown"),
    ],
)
def test_each_kind_of_verdict(asked, function, answer, kind):
    (verdict,) = asked([{"function": function, "answer": answer}])
    assert verdict["kind"] == kind
    assert verdict["lines"]


def test_a_mistake_is_explained_with_a_number(asked):
    (verdict,) = asked([{"function": "sin(x²)", "answer": "cos x"}])
    assert verdict["mistakes"] == ["unseen"]
    unseen = next(mistake for mistake in MISTAKES if mistake.name == "unseen")
    said = " ".join(verdict["lines"])
    for part in (unseen.title, unseen.tempts, unseen.exposed, "1.5", "0.0707", "−1.88"):
        assert part in said


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
def test_a_slip_that_is_none_of_the_twelve_is_said_in_words_by_both(asked, function, answer, said):
    (verdict,) = asked([{"function": function, "answer": answer}])
    python = diagnose(typed(function), typed(answer))
    assert (
        (verdict["kind"], verdict["mistakes"]) == (python.kind, [*python.mistakes]) == ("slip", [])
    )
    assert said in verdict["lines"][0]
    assert said in python.lines[0]


def test_a_mistake_of_the_twelve_comes_before_a_slip(asked):
    (verdict,) = asked([{"function": "sin(x²)", "answer": "sin(2x)"}])
    assert verdict["mistakes"] == ["swapped"]


def test_a_mistake_in_the_whole_comes_before_one_in_a_part(asked):
    """A sign lost in a sum, or the factor −1 forgotten in one of its terms."""
    function, answer = "x·e^(−x)", "e^(−x) + x·e^(−x)"
    (verdict,) = asked([{"function": function, "answer": answer}])
    python = diagnose(typed(function), typed(answer))
    assert verdict["mistakes"] == [*python.mistakes] == ["lost-sign"]


def test_two_mistakes_that_lead_to_the_same_answer_are_both_named(asked):
    (verdict,) = asked([{"function": "e^(−x)", "answer": "e^(−x)"}])
    assert set(verdict["mistakes"]) == {"stopped", "lost-sign"}


def test_an_answer_in_u_is_told_what_to_put_back(asked):
    near, far = asked({"function": "sin(x²)", "answer": each} for each in ("2x·cos(u)", "cos(u)"))
    assert "x²" in near["lines"][0]
    assert "x²" not in far["lines"][0]


COMMON = {"topic": "chain-rule", "level": 1, "prompt": ""}


def verdicts(asked, exercise, given, seed=0):
    data = exercise_data(exercise)
    return asked({"exercise": data, "answer": answer, "seed": seed} for answer in given)


def test_what_was_asked_for_in_a_tidy_form_must_be_tidy(asked):
    task = DerivativeExercise(slug="t", expression=x**3 - 3 * x, form="tidy", **COMMON)
    untidy = (
        "3x^2 − 3·1", "2x² + x² − 3", "3x² + 0 − 3", "3x·x − 3", "3x² − 2 − 1", "4x² − x² − 3"
    )  # fmt: skip
    kinds = [each["kind"] for each in verdicts(asked, task, ("3x² − 3", "3(x² − 1)", *untidy))]
    assert kinds == ["correct"] * 2 + ["unsimplified"] * len(untidy)


NUMBER = NumberExercise(
    slug="n",
    expression=sympy.sin(a * x**2),
    at=p,
    parameters={"a": (1,), "p": (1.5,)},
    wrong={"other: That is the value, not the slope.": sympy.sin(a * p**2)},
    **COMMON,
)
OF_NUMBERS = {
    "-1.8845": "correct",
    "−1.88": "correct",
    "2·1.5·cos(1.5^2)": "correct",
    "1.88": "lost-sign",
    "−0.628": "stopped",
    "0.0707": "unseen",
    "0.778": "wrong",
    "−1.91": "rounded",
    "−18.8": "scaled",
    "−3.77": "scaled",
    "−5": "unknown",
    "5": "unknown",
    "18.8": "scaled",
    "3.77": "scaled",
    "−1884.5": "scaled",
    "−0.531": "slip",
    "0.531": "slip",
    "2.998": "slip",
    "−2": "rounded",
    "−1.9": "rounded",
    "−2.0": "unknown",
    "1/0": "unknown",
    "x": "unfinished",
    "": "unreadable",
    "1,88": "unreadable",
}


def test_a_number_is_judged(asked):
    found = verdicts(asked, NUMBER, OF_NUMBERS)
    assert [(v["mistakes"] or [v["kind"]])[0] for v in found] == list(OF_NUMBERS.values())


def test_the_unknown_number_is_not_given_away_and_its_side_is_said(asked):
    small, large, sign = verdicts(asked, NUMBER, ("−5", "−0.1", "7"))
    assert "small" in small["lines"][0]
    assert "large" in large["lines"][0]
    assert "sign" in sign["lines"][0]
    assert not any("1.88" in each["lines"][0] for each in (small, large, sign))


@pytest.mark.parametrize("weight", ["W_1", "W_2"])
def test_the_gradient_of_the_running_example_knows_the_mistakes_of_the_book(asked, weight):
    """Every wrong number of the templates is recognised, by its own name alone."""
    task = weight_exercise(weight, slug="w", topic="backpropagation", level=3, prompt="")
    right = RunningExample().adjoints[weight.replace("_", "")]
    assert task.right(task.known()) == pytest.approx(right, rel=1e-12)
    cases = [
        (name, wrong)
        for name, numbers in wrong_numbers(weight).items()
        for wrong in numbers
        if name in (*task.wrong, "lost-sign")
    ]
    assert len(cases) >= 8
    for (name, _), verdict in zip(
        cases, verdicts(asked, task, [repr(wrong) for _, wrong in cases]), strict=True
    ):
        assert verdict["mistakes"] == [name]


CHOICE = ChoiceExercise(
    slug="c",
    parameters={"a": (2, 3)},
    choices=(
        ("cos", f"No: {number(a)} stays.", "stopped"),
        ("sin", "Yes.", True),
        ("tan", "Why should it?"),
    ),
    **COMMON,
)
ORDER = OrderExercise(
    slug="o",
    parameters={"p": (7, 8)},
    values={"q": 2 * p},
    items=("a", "b", f"{number(q)}"),
    wrong={"swapped": (2, 1, 0), f"other: {number(q)} is last.": (2, 0, 1)},
    **COMMON,
)
FILL = FillExercise(
    slug="f",
    parameters={"a": (3,)},
    values={"z": 2 * a},
    blanks=(
        Blank("d", "∂y/∂u", 2 * z, {"stopped": z}),
        Blank("g", "∂y/∂x", 3 * d, {"lost-sign": -3 * d}),
    ),
    **COMMON,
)


def test_a_choice_is_judged(asked):
    wrong, right, other, *none = verdicts(asked, CHOICE, ("0", "1", "2", "3", "−1", ""), seed=1)
    assert (wrong["kind"], wrong["mistakes"]) == ("mistake", ["stopped"])
    assert "No: 3 stays." in wrong["lines"]
    assert right["kind"] == "correct"
    assert (other["kind"], other["lines"]) == ("wrong", ["Why should it?"])
    assert [each["kind"] for each in none] == ["unreadable"] * 3


def test_an_order_is_judged(asked):
    right, turned, other, told, none = verdicts(
        asked, ORDER, ("0,1,2", "2,1,0", "0,2,1", "2,0,1", "0,0,1"), seed=1
    )
    assert (right["kind"], turned["mistakes"]) == ("correct", ["swapped"])
    assert (other["kind"], none["kind"]) == ("wrong", "unreadable")
    assert "place 2" in other["lines"][0]
    assert told["lines"] == ["16 is last."]


def test_blanks_are_judged_each_on_its_own(asked):
    right, slip, both, empty, odd = verdicts(
        asked, FILL, ("d=12;g=36", "d=6;g=18", "d=12;g=-36", "", "d=1/0;g=x")
    )
    assert right["kind"] == "correct"
    assert slip["kind"] == "incomplete"
    assert (slip["fields"]["d"]["mistakes"], slip["fields"]["g"]["kind"]) == (
        ["stopped"], "follows"
    )  # fmt: skip
    assert both["fields"]["g"]["mistakes"] == ["lost-sign"]
    kinds = [[field["kind"] for field in each["fields"].values()] for each in (empty, odd)]
    assert kinds == [["unreadable"] * 2, ["unknown", "unfinished"]]


BUG = BugExercise(
    slug="b",
    program=programs.shared_weight,
    places=({"W": 0.8}, {"W": 1.5}),
    reasons=tuple(f"Reason {n}." for n in range(9)),
    bugs=(
        Bug(
            right="W_bar += z1_bar * x",
            wrong="W_bar = z1_bar * x",
            hint="Two places.",
            found="One path.",
            mended="Both paths.",
            others=(
                ("W_bar -= z1_bar * x", "No minus.", "lost-sign"),
                ("W_bar *= z1_bar * x", "No product."),
            ),
        ),
    ),
    **COMMON,
)


def test_a_wrong_line_is_found_and_then_mended(asked):
    given, other, found, *mends = verdicts(asked, BUG, ("1", "3", "10", "10:1", "10:2", "10:3"))
    assert [given["kind"], other["kind"], found["kind"]] == ["wrong", "wrong", "found"]
    assert other["lines"][1] == "Reason 0."
    assert found["lines"][1] == "One path."
    assert [each["kind"] for each in mends] == ["correct", "mistake", "wrong"]
    assert [each["lines"][1] for each in mends] == ["Both paths.", "No minus.", "No product."]
    assert mends[1]["mistakes"] == ["lost-sign"]
    assert [each["check"]["claims"][0]["agrees"] for each in (found, *mends)] == [
        False, True, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize("answer", ["", "0", "12", "x", "1.5", "−1", ":1", "10:", "10:0", "10:4"])
def test_what_names_no_line_is_no_answer(asked, answer):
    (found,) = verdicts(asked, BUG, (answer,))
    assert found["kind"] == "unreadable"


def test_a_seed_moves_the_check_to_another_place(asked):
    here, there = (verdicts(asked, BUG, ("10",), seed=seed)[0]["check"] for seed in (0, 1))
    assert (here["place"], there["place"]) == (0, 1)
    assert here["claims"] != there["claims"]


def test_letters_of_an_exercise_are_those_of_the_bank():
    with pytest.raises(ValueError, match="was not written by number"):
        CHOICE.text("⟨3·a⟩")
    assert CHOICE.text(f"{number(a**2 + 1)}", seed=1) == "10"
