"""The function machine in Python: what it accepts, what it says, what it draws."""

import json
import math
import re

import pytest
import sympy

from ptcode.functions.catalogue import CURVES
from ptcode.functions.function import Function, theta, x
from ptcode.functions.parser import ParseError
from ptcode.stills.style import svg_text
from ptcode.widgets import FunctionMachine


def test_a_function_or_an_expression_is_written_as_it_would_be_typed():
    assert FunctionMachine(sympy.sin(x**2)).expression == "sin(x²)"
    assert FunctionMachine(CURVES["logistic"]).expression == "1/(1 + e^(−x))"


def test_outer_and_inner_are_functions_to_compute_with():
    machine = FunctionMachine("sin(x^2)", x=1.5)
    assert float(machine.inner(1.5)) == 2.25
    assert float(machine.outer(2.25)) == pytest.approx(math.sin(2.25))
    assert float(machine.function(1.5)) == pytest.approx(math.sin(2.25))
    assert machine.values == pytest.approx([2.25, math.sin(2.25)])


def test_the_two_functions_change_places():
    machine = FunctionMachine("sin(x²)", x=1.5, swap=True)
    assert machine.values == pytest.approx([math.sin(1.5), math.sin(1.5) ** 2])
    machine.expression = "x sin x"
    assert machine.values == pytest.approx([1.5 * math.sin(1.5)])


def test_a_machine_that_breaks_hands_on_nothing():
    first, second, third = FunctionMachine("√(ln(sin x))", x=4).values
    assert first == pytest.approx(math.sin(4))
    assert math.isnan(second)
    assert math.isnan(third)
    assert "undefined" in repr(FunctionMachine("ln(sin x)", x=4))


def test_a_formula_without_any_value_is_shown_without_one():
    assert math.isnan(FunctionMachine("1/0·x").values[-1])
    assert "undefined" in repr(FunctionMachine("sin(1/0·x)"))


@pytest.mark.parametrize("text", ["sin(", "", "x + y", "__import__('os')", "2 +"])
def test_what_cannot_be_read_is_refused_with_the_place(text):
    with pytest.raises(ParseError, match="character"):
        FunctionMachine(text)


def test_other_variables_and_other_numbers_are_refused():
    with pytest.raises(ValueError, match="takes one number x"):
        FunctionMachine(Function(theta**2))
    with pytest.raises(ValueError, match="x must be"):
        FunctionMachine(x=math.nan)


def test_the_mount_holds_the_state_and_a_tree_for_every_expression():
    mount = FunctionMachine("ln(sin x)", x=4, id="domain").mount()
    assert "&quot;expression&quot;: &quot;ln(sin x)&quot;" in mount
    data = json.loads(re.search(r'class="pt-data">(.*?)</script>', mount, re.DOTALL)[1])
    assert {"text": "sin(x²)", "tree": ["Sin", ["Power", "x", 2]]} in data["expressions"]


@pytest.mark.parametrize("text", ["sin(x²)", "1/(1 + e^(−x))", "x sin x", "ln(−x²)", "5", "x"])
def test_every_kind_of_expression_has_a_still(text):
    still = FunctionMachine(text).still()
    assert svg_text(still) == svg_text(FunctionMachine(text).still())
    still.canvas.draw()
