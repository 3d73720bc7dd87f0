"""Claim 2, one table: every operation is computed, typed, written and set alike on both sides."""

import re

import numpy as np
import pytest

from ptcode.functions.catalogue import OPERATIONS, satisfies_domain
from ptcode.functions.operations import HEADS, LEVELS, words
from ptcode.functions.tree import from_tree, to_tree
from ptcode.functions.writing import write
from sitebuild import ROOT

FUNCTIONS = [row.head for row in HEADS.values() if row.words]
GRID = np.linspace(-3, 3, 25)

COMPUTE = """
const { compile } = await bundle("derivation");
const evaluate = compile(input.tree, ["u", "v"]);
return input.places.map((place) => evaluate(Float64Array.from(place)));
"""
WRITE = """
const { mathmlText, parse, plainText } = await bundle("derivation");
return input.map(([head, ...words]) => ({
  text: plainText([head, "x"]),
  set: mathmlText([head, "x"]),
  again: parse(plainText([head, ["Add", "x", 1]]), ["x"]).tree,
  typed: words.map((word) => parse(`${word}(x)`, ["x"]).tree),
}));
"""


@pytest.mark.parametrize("head", OPERATIONS)
def test_the_browser_computes_what_the_catalogue_says(node, head):
    function = OPERATIONS[head]
    count = len(function.variables)
    first, second = (axis.ravel() for axis in np.meshgrid(GRID, GRID))
    places = [first, second][:count]
    inside = satisfies_domain(function, *places)
    places = [axis[inside] for axis in places]
    tree = [head, *"uv"[:count]]
    found = node(COMPUTE, {"tree": tree, "places": np.transpose(places).tolist()})
    np.testing.assert_allclose(found, function(*places), rtol=1e-12, atol=1e-300)
    assert inside.any()


def test_every_word_is_read_and_every_function_written_and_set(node):
    asked = [[head, *HEADS[head].words] for head in FUNCTIONS]
    for (head, *typed), found in zip(asked, node(WRITE, asked), strict=True):
        assert found["typed"] == [[head, "x"]] * len(typed)
        assert found["again"] == [head, ["Add", "x", 1]]
        for shown in (found["text"], re.sub("<[^>]*>", "", found["set"])):
            assert shown
            assert head not in shown


@pytest.mark.parametrize("head", FUNCTIONS)
def test_python_reads_and_writes_every_function_by_the_same_table(head):
    assert to_tree(from_tree([head, "x"])) == [head, "x"]
    assert write([head, "x"])


def test_the_catalogue_holds_every_operation_and_no_word_means_two():
    assert set(OPERATIONS) == set(HEADS) - {"Rational"}
    assert len(words()) == sum(len(row.words) for row in HEADS.values())
    assert {row.level for row in HEADS.values()} <= set(LEVELS)


# Where a head may stand besides: the book's mathematics, loops written out for their speed, and
# which functions take an angle.
NAMED = {"operations.py", "catalogue.py", "precise.js", "rows.js", "templates.py", "texts.js"}


@pytest.mark.parametrize("head", ["Tan", "Tanh", "Softplus"])
def test_no_other_table_names_a_function(head):
    sources = [*(ROOT / "ptcode").rglob("*.py"), *(ROOT / "js" / "src").rglob("*.js")]
    naming = re.compile(rf'"{head}"|^ *{head}:', re.MULTILINE)
    found = {path.name for path in sources if naming.search(path.read_text("utf-8"))}
    assert found <= NAMED
