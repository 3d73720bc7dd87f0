"""What the end of a line may not part: formulas with the signs that touch them, digits."""

import re

import pytest
from docutils import nodes
from docutils.utils import new_document

from ptcode.site import binding, formulas

LONG = r"-0.079944 \cdot 0.8 \cdot 0.177894 \cdot 1.5 = -0.017066"
CELL = r"a_1(1 - a_1) = 0.177894"


@pytest.fixture(scope="module", autouse=True)
def katex():
    yield
    formulas.TYPESETTER.close()


def bound(*pieces):
    """The texts of the boxes that no line breaks, in a paragraph of these pieces."""
    document = new_document("page")
    paragraph = nodes.paragraph()
    paragraph.extend(nodes.Text(one) if isinstance(one, str) else one for one in pieces)
    document += paragraph
    before = document.astext()
    binding.Bind(document).run()
    assert document.astext().replace("\N{NO-BREAK SPACE}", " ") == before
    boxes = [one for one in paragraph.findall(nodes.inline) if binding.BOUND in one["classes"]]
    return [box.astext() for box in boxes]


def formula(tex="x"):
    return nodes.math(tex, tex)


def test_a_formula_keeps_the_signs_and_letters_that_touch_it():
    assert bound("If ", formula(), ", then (", formula("y"), ") is the ", formula("n"), "th.") == [
        "x,",
        "(y)",
        "nth.",
    ]


def test_a_formula_between_spaces_is_left_alone():
    assert bound("so ", formula(), " it ", formula()) == []


def test_a_formula_that_ends_a_link_or_a_strong_word_takes_these_along():
    strong = nodes.strong("", "", nodes.Text("the weight "), formula("W"))
    assert bound("Move ", strong, ": look.") == ["the weight W:"]


def test_a_link_that_sets_a_figure_keeps_the_signs_that_touch_it():
    link = nodes.reference("", "step 4", classes=["pt-set"])
    formulaic = nodes.reference("", "", formula("x"), classes=["pt-set"])
    plain = nodes.reference("", "chapter 2")
    assert bound("Go to (", link, "), ", formulaic, ", then ", plain, ".") == ["(step 4),", "x,"]


def test_digits_of_one_number_stay_together_and_other_numbers_do_not():
    document = new_document("page")
    document += nodes.paragraph("", "", nodes.Text("1 000 000 of 20 000, and 3 4567 or 2 10"))
    document += nodes.paragraph("", "", nodes.literal("", "1 000"))
    binding.Bind(document).run()
    text = document.astext().replace("\N{NO-BREAK SPACE}", "_")
    assert text == "1_000_000 of 20_000, and 3 4567 or 2 10\n\n1 000"


@pytest.mark.parametrize(
    ("tex", "column", "breaks"),
    [("a + b = c", False, 0), ("a + b = c", True, 0), (LONG, False, 4), (CELL, True, 1)],
)
def test_a_long_formula_can_be_broken_after_its_signs(tex, column, breaks):
    markup = formulas.typeset(formula(tex))
    broken = binding.breakable(markup, column)
    assert broken.count("<wbr>") == breaks
    assert broken.replace("<wbr>", "") == markup
    assert not re.search(r"<wbr>(?!<span class=\"base\">)", broken)
