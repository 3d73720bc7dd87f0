"""The function machine: what Python accepts, says and draws, and the page computes the same."""

import json
import math
import re

import pytest
import sympy

from ptcode.exercises.cards import all_cards
from ptcode.functions.catalogue import CURVES
from ptcode.functions.function import Function, theta, x
from ptcode.functions.structure import Kind
from ptcode.widgets import FunctionMachine
from typed import read, type_into

RUN = """
const { grow, row, run } = await bundle("machine");
return input.map(([tree, x]) => {
  const root = grow(tree);
  run(root, x);
  return row(root).map(({ value }) => value);
});
"""
PLACES = (-3.7, -1.2, -0.35, 0.4, 1.5, 2.2, 4.9)
MINUS = sympy.Mul(-1, x, evaluate=False)


def test_a_function_an_expression_or_a_name_is_written_as_it_would_be_typed():
    assert FunctionMachine(sympy.sin(x**2)).expression == "sin(x²)"
    assert FunctionMachine(CURVES["logistic"]).expression == "1/(1 + e^(−x))"
    assert FunctionMachine("sine-of-cosine").expression == "sin(cos(x))"
    assert FunctionMachine(sympy.sin(MINUS, evaluate=False)).expression == "sin(−x)"
    assert FunctionMachine(sympy.Symbol("x") ** 2).tree == ["Power", "x", 2]


def test_outer_and_inner_are_functions_to_compute_with():
    machine = FunctionMachine(sympy.sin(x**2), x=1.5)
    assert float(machine.inner(1.5)) == 2.25
    assert float(machine.outer(2.25)) == pytest.approx(math.sin(2.25))
    assert float(machine.function(1.5)) == pytest.approx(math.sin(2.25))
    assert machine.values == pytest.approx([2.25, math.sin(2.25)])
    machine.expression = x * sympy.sin(x)
    assert (machine.outer, machine.inner) == (None, None)
    assert machine.parts.parts == (x, sympy.sin(x))


def test_the_two_functions_change_places():
    machine = FunctionMachine(sympy.sin(x**2), x=1.5, swap=True)
    assert machine.values == pytest.approx([math.sin(1.5), math.sin(1.5) ** 2])
    machine.expression = "x-times-sine"
    assert machine.values == pytest.approx([1.5 * math.sin(1.5)])


def test_values_with_names_of_their_own_keep_them_until_the_row_is_another():
    machine = FunctionMachine(sympy.sin(x**2), names="z a")
    assert machine._pictured()[2] == ["z", "a"]
    machine.swap = True
    assert machine._pictured()[2] == []
    with pytest.raises(ValueError, match="names must name every machine in the row"):
        FunctionMachine(sympy.sin(x**2), names="z")


def test_a_machine_that_breaks_hands_on_nothing():
    first, second, third = FunctionMachine(sympy.sqrt(sympy.log(sympy.sin(x))), x=4).values
    assert first == pytest.approx(math.sin(4))
    assert math.isnan(second)
    assert math.isnan(third)
    assert "undefined" in repr(FunctionMachine("log-of-sine", x=4))


def test_a_formula_without_any_value_is_shown_without_one():
    machine = FunctionMachine()
    for text in ("1/0·x", "sin(1/0·x)"):
        type_into(machine, text)
        assert math.isnan(machine.values[-1])
        assert "undefined" in repr(machine)


def test_what_a_reader_types_reaches_python_as_a_tree():
    machine = FunctionMachine(x=2)
    type_into(machine, "(x²)³")
    assert machine.state()["expression"] == "(x²)³"
    assert machine.values == [4, 64]
    type_into(machine, "x/x")
    assert machine.parts.kind is Kind.QUOTIENT
    type_into(machine, "sin(")
    assert "cannot be read" in repr(machine)
    with pytest.raises(ValueError, match="cannot be read"):
        _ = machine.values


@pytest.mark.parametrize(
    "tree", [["Sin"], ["Sin", "x", "x"], ["Sin", "y"], ["Eval", "x"], {"a": 1}], ids=str
)
def test_a_tree_that_is_none_is_not_taken_from_a_browser(tree):
    machine = FunctionMachine()
    with pytest.raises(ValueError, match=r"not a tree of the book|the figure knows"):
        machine.set_state({"tree": tree})
    assert machine.tree == ["Sin", ["Power", "x", 2]]


@pytest.mark.parametrize("text", ["sin(x^2)", "sin(", "", "__import__('os')"])
def test_text_is_refused_and_the_spelling_of_sympy_is_shown(text):
    with pytest.raises(TypeError, match=r"write SymPy, sympy\.sin\(x\*\*2\)"):
        FunctionMachine(text)
    machine = FunctionMachine()
    with pytest.raises(TypeError, match="square, cube"):
        machine.expression = text
    machine.expression = machine.expression  # what it has already, a state kept and given back
    assert machine.values[0] == 2.25


def test_other_variables_and_other_numbers_are_refused():
    with pytest.raises(ValueError, match="contains θ: write it in x alone"):
        FunctionMachine(Function(theta**2))
    with pytest.raises(TypeError, match="SymPy expression is wanted, got NoneType"):
        FunctionMachine(None)
    with pytest.raises(ValueError, match="x must be"):
        FunctionMachine(x=math.nan)


def test_the_mount_holds_the_state_and_a_tree_for_every_expression():
    mount = FunctionMachine("log-of-sine", x=4, id="domain").mount()
    assert "&quot;expression&quot;: &quot;ln(sin(x))&quot;" in mount
    data = json.loads(re.search(r'class="pt-data">(.*?)</script>', mount, re.DOTALL)[1])
    assert {"text": "sin(x²)", "tree": ["Sin", ["Power", "x", 2]]} in data["expressions"]
    assert all(read(listed["text"]) == listed["tree"] for listed in data["expressions"])


def test_the_page_sends_a_number_through_the_same_machines(node):
    trees = [card.tree for card in all_cards()] + [read("(x²)³"), read("3(x + 1)"), read("x^(−1)")]
    cases = [(tree, place) for tree in trees for place in PLACES]
    machine = FunctionMachine()
    for (tree, place), values in zip(cases, node(RUN, cases), strict=True):
        machine.set_state({"tree": tree, "x": place})
        assert values == pytest.approx(machine.values, rel=1e-12, nan_ok=True), (tree, place)
        assert not any(map(math.isinf, values))
