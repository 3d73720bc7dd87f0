"""Numbers are written alike by Python and by the figures."""

import pytest

from ptcode.core.formatting import plain, short, subscript, superscript
from ptcode.functions.tree import from_tree

VALUES = [0.0, -0.0, 1.0, -1.6, 0.0230584, 13.4549, 0.0005317, 123456.7, 1e6, 7.125e52, -2.2e-9]
VALUES += [514.5, 1.0625, -1.0625, 2.00025, 12345.5, 1234500.0, 1e22, 0.00012345, -12.625]
VALUES += [9.9999, 99999.6, 0.1 + 0.2, 2 / 3, -1e-5, float("inf"), float("-inf"), float("nan")]


def test_python_and_javascript_write_every_number_alike(node):
    found = node(
        'const { format } = await bundle("descent"); return input.map((v) => format(v));', VALUES
    )
    assert found == [short(value) for value in VALUES]


@pytest.mark.parametrize(("value", "text"), [(0, "⁰"), (-16, "⁻¹⁶"), (1234567890, "¹²³⁴⁵⁶⁷⁸⁹⁰")])
def test_an_exponent_is_written_small_and_high(value, text):
    assert superscript(value) == text


def test_an_index_is_written_small_and_low():
    assert subscript(120) == "₁₂₀"


@pytest.mark.parametrize(
    ("tree", "text"),
    [
        (["Multiply", 2, "x"], "2x"),
        (["Negate", ["Multiply", 3, ["Power", "theta", 2]]], "−3θ²"),
        (["Multiply", "theta_1", "theta_2"], "θ₁·θ₂"),
        (["Power", ["Sin", "x"], 2], "sin²(x)"),
        (["Sin", ["Power", "x", 2]], "sin(x²)"),
        (["Power", ["Add", "x", 1], 3], "(x + 1)³"),
        (["Abs", "x"], "|x|"),
        (["Sigmoid", "x"], "σ(x)"),
        (["Divide", 1, ["Add", 1, ["Exp", ["Negate", "x"]]]], "1/(1 + e^(−x))"),
        (["Exp", ["Power", "x", 2]], "e^(x²)"),
        (["Exp", "x"], "e^x"),
        (["Ln", "x"], "ln(x)"),
        (["Sqrt", "x"], "√x"),
        (["Sqrt", ["Add", "x", 1]], "√(x + 1)"),
    ],
)
def test_a_formula_reads_as_written_on_paper(tree, text):
    assert plain(from_tree(tree)) == text
