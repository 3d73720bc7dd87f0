"""The mistakes as data make the same wrong answers as the rules of mistakes.py, on any function."""

import json

import numpy as np
import pytest
import sympy

from ptcode.exercises.judge.answers import answers
from ptcode.exercises.judge.sheet import alike, sheet, values_at
from ptcode.functions.function import Function, u, x
from ptcode.functions.parser import parse
from ptcode.functions.structure import Kind, chain, decompose
from ptcode.functions.tree import from_tree, to_tree
from ptcode.mistakes.clinic import fresh
from ptcode.mistakes.mistakes import MISTAKES
from ptcode.mistakes.problems import ChainProblem, problem
from ptcode.mistakes.slips import SLIPS as slip_stories
from ptcode.mistakes.templates import CHAIN, PATHS, SLIPS, templates
from random_trees import SMOOTH

FUNCTIONS = (
    "sin(x²)",
    "(sin x)²",
    "sin(cos x)",
    "e^(cos x)",
    "σ(x²)",
    "tanh(3x + 1)",
    "σ(sin(x²))",
    "(2x + 1)³",
    "e^(−x)",
    "cos(sin(x²))",
    "√(x² + 1)",
    "1/(1 + e^(−x))",
    "σ(2·tanh(x))",
    "ln(x² + 1)",
)
ROOM = {
    "x·sin x": {"slopes-multiplied"},
    "x/sin x": {"slopes-divided"},
    "x + sin x": set(),
    "x^x": set(),
    "sin x": set(),
    "x³": set(),
    "e^x": {"power-rule"},
    "2^x": {"power-rule"},
    "sin(x²)": {"outer-kept", "slope-inside"},
    "sin(e^x)": {"power-rule", "outer-kept", "slope-inside"},
}
"""Functions with the slips that can be made of them."""
SIDE_BY_SIDE = ("x·sin x", "x² + sin x", "sin x/(x² + 2)", "x·e^x", "x + x²")


def made(name, found):
    """What the templates make of the whole expression, as values."""
    return [wrong.values for wrong in found.wrong if wrong.mistake == name and not wrong.deep]


def among(values, others):
    return any(alike(values, other, 1e-6) for other in others)


def as_problem(tree):
    """The problem as it is written: SymPy would turn (e^x)² into e^(2x), another chain."""
    if decompose(tree).kind not in (Kind.BASIC, Kind.COMPOSITE):
        return problem(Function(from_tree(tree), (x,)))
    first, *machines = chain(tree)
    links = [Function(from_tree(machine), (u,)) for machine in machines]
    return ChainProblem((Function(from_tree(first), (x,)), *links))


def compare(tree, extra=()):
    """Every rule's answers are among the templates', and the other way round."""
    asked, found = as_problem(tree), sheet(tree)
    right = found.at(found.right, found.points)
    assert alike(values_at(to_tree(asked.correct), "x", found.points), right, 1e-6)
    for mistake in MISTAKES:
        rules = [values_at(to_tree(answer), "x", found.points) for answer in mistake.answers(asked)]
        rules = [values for values in rules if not alike(values, right)]
        ours = made(mistake.name, found)
        assert all(among(values, ours) for values in rules), mistake.name
        if mistake.name not in extra:
            assert all(among(values, rules) for values in ours), mistake.name


@pytest.mark.parametrize("text", FUNCTIONS)
def test_chains_agree_with_the_rules(text):
    compare(parse(text))


@pytest.mark.parametrize("seed", range(8))
def test_fresh_chains_agree_with_the_rules(seed):
    asked = fresh(seed)
    assert isinstance(asked, ChainProblem)
    compare(asked.function.tree)


@pytest.mark.parametrize("text", SIDE_BY_SIDE)
def test_paths_agree_with_the_rules_but_a_sign_may_be_lost_in_one(text):
    compare(parse(text), extra={"lost-sign"})
    found = sheet(parse(text))
    assert len(made("lost-sign", found)) == 3


@pytest.mark.parametrize("seed", range(30))
def test_random_chains_agree_with_the_rules(seed):
    random = np.random.default_rng(seed)
    tree = "x"
    for _ in range(int(random.integers(2, 4))):
        head = str(random.choice(SMOOTH))
        tree = [head, tree if random.random() < 0.6 else ["Power", tree, 2]]
    compare(tree)


def test_templates_name_mistakes_only_and_are_plain_json():
    names = {mistake.name for mistake in MISTAKES}
    assert set(CHAIN) | set(PATHS) <= names
    assert json.loads(json.dumps(templates())) == json.loads(json.dumps(templates()))
    # The others need weights, or a program: they are mistakes of numbers.
    assert names - set(CHAIN) - set(PATHS) == {"by-input", "updated", "factor"}


def test_every_slip_has_a_template_and_words_and_is_none_of_the_twelve():
    slips = [slip.name for slip in slip_stories]
    assert sorted([*SLIPS["chain"], *SLIPS["paths"]]) == sorted(slips)
    assert not set(slips) & {mistake.name for mistake in MISTAKES}
    assert all(slip.title and slip.tempts and slip.exposed for slip in slip_stories)


def test_a_slip_is_made_only_where_there_is_room_for_it():
    made = {text: {one.mistake for one in answers(parse(text)).slips} for text in ROOM}
    assert made == ROOM


def test_a_mistake_in_a_part_is_a_deep_one():
    found = answers(parse("x·sin(x²)"))
    forgotten = parse("sin(x²) + x·cos(x²)")
    points = np.linspace(0.3, 1.7, 9)
    wanted = values_at(forgotten, "x", points)
    deep = [w for w in found.wrong if alike(values_at(w.tree, "x", points), wanted)]
    assert {(wrong.mistake, wrong.deep) for wrong in deep} == {("stopped", True)}


def test_a_multiple_is_not_taken_for_a_chain_inside_a_sum():
    assert {wrong.mistake for wrong in answers(parse("2x² + 3x")).wrong} == {
        "lost-sign",
        "overwritten",
    }


def test_constants_and_the_variable_leave_nothing_to_get_wrong():
    assert answers(5).wrong == answers("x").wrong == ()
    assert answers(5).right == 0
    assert answers("x").right == 1


def test_there_is_a_bound_on_what_a_huge_expression_leads_to():
    sines = sympy.Add(*(sympy.sin(n * x**2) for n in range(1, 30)))
    assert len(answers(to_tree(sines)).wrong) <= 120
