"""Questions: one right choice, feedback for each, and Python knows what was answered."""

import json
import re

import pytest

from ptcode.widgets import Question
from ptcode.widgets.inline import bare, inline

CHOICES = [
    ("sin", "The sine is taken last.", True),
    ("the square", "It is taken first: see [x = 2](#machine?x=2)."),
    ("x < y & z", "That is *no* function."),
]


@pytest.fixture
def question():
    return Question("outer", "Which is the outer one of sin(x²)?", CHOICES)


def test_python_sees_the_answer_and_whether_it_is_right(question):
    assert (question.answer, question.correct, question.feedback) == (-1, None, "")
    question.answer = 1
    assert question.correct is False
    assert question.feedback.startswith("It is taken first")
    question.answer = 0
    assert question.correct is True
    assert repr(question) == "Question: Which is the outer one of sin(x²)? → sin: right"


@pytest.mark.parametrize("answer", [-2, 3])
def test_an_answer_that_is_no_choice_is_refused(question, answer):
    with pytest.raises(ValueError, match="−1 for none"):
        question.answer = answer


@pytest.mark.parametrize(
    "choices",
    [
        [],
        CHOICES[:1],
        [("a", "b"), ("c", "d")],
        [("a", "b", True), ("c", "d", True)],
        [("a",), ("b", "c", True)],
        [("a", ""), ("b", "c", True)],
    ],
)
def test_a_question_needs_one_right_choice_and_feedback_for_each(choices):
    with pytest.raises(ValueError, match="got"):
        Question("slug", "Which?", choices)


def test_a_slug_that_is_no_id_is_refused():
    with pytest.raises(ValueError, match="lower-case"):
        Question("Outer one", "Which?", CHOICES)


def test_html_is_refused_and_comparisons_are_not():
    with pytest.raises(ValueError, match="<em> is HTML"):
        inline("an <em>HTML</em> text")
    assert inline("1 < x > 0 & α<1, b>2") == "1 &lt; x &gt; 0 &amp; α&lt;1, b&gt;2"


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("*x* and **y**", "<em>x</em> and <strong>y</strong>"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("`a * b * c`", "<code>a * b * c</code>"),
        ("{outer}`f`(x)", '<span class="pt-outer">f</span>(x)'),
        ("x{sub}`1`", "x<sub>1</sub>"),
        ("[1](#descent?a=1&k=2)", '<a class="pt-set" href="#descent?a=1&amp;k=2">1</a>'),
        ("[out](https://example.org)", "[out](https://example.org)"),
        ('[a](#b?c="onclick=x)', '<a class="pt-set" href="#b?c=&quot;onclick=x">a</a>'),
    ],
)
def test_a_little_markdown_becomes_html(text, markup):
    assert inline(text) == markup


def test_text_without_its_markup():
    assert bare("*x* < {outer}`f` of [α = 1](#a?b=1)") == "x < f of α = 1"


def test_the_bundle_is_text_for_readers_without_javascript(question):
    data, _ = question._repr_mimebundle_()
    assert "image/svg+xml" not in data
    fallback = re.search(r"<noscript>(.*?)</noscript>", data["text/html"], re.DOTALL)[1]
    assert fallback.count("<details>") == len(CHOICES)
    assert "x &lt; y &amp; z" in fallback
    assert "<strong>Right.</strong> The sine is taken last." in fallback
    assert "<figcaption>" not in data["text/html"]


def test_the_browser_is_handed_every_choice(question):
    found = re.search(r'class="pt-data">(.*?)</script>', question.mount(), re.DOTALL)[1]
    handed = json.loads(found)
    assert handed == question.data
    assert [choice["correct"] for choice in handed["choices"]] == [True, False, False]


def test_former_texts_of_a_choice_reach_the_browser_and_do_not_show(question):
    was = ("the sine", "*sin*")
    renamed = Question("outer", "Which?", [(*CHOICES[0], was), *CHOICES[1:]])
    assert [choice.get("was") for choice in renamed.data["choices"]] == [
        ["the sine", "sin"],
        None,
        None,
    ]
    assert "the sine" not in renamed.as_text()
    with pytest.raises(ValueError, match="in a tuple"):
        Question("outer", "Which?", [(*CHOICES[0], "the sine"), *CHOICES[1:]])


WAS = ["sin", "cos", "tan"]


@pytest.mark.parametrize(
    ("texts", "right", "former", "place"),
    [
        (["sin", "cos", "tan"], 1, {}, 1),
        (["tan", "sin", "cos"], 2, {}, 2),  # another order
        (["sine", "cosine", "tangent"], 1, {}, 1),  # other words in the same place
        (["sine", "tangent", "cosine"], 2, {}, -1),  # both: the place would not be right
        (["sine", "tangent", "cosine"], 2, {2: ["cos"]}, 2),  # both, and the author says so
        (["sine"], 0, {}, -1),
    ],
)
def test_an_answer_is_found_among_choices_of_a_later_edition(node, texts, right, former, place):
    choices = [
        {"correct": i == right} | ({"was": former[i]} if i in former else {})
        for i in range(len(texts))
    ]
    found = node(
        """const { placeOf, toKeep } = await bundle("question");
        const before = [{ correct: false }, { correct: true }, { correct: false }];
        const kept = toKeep(1, input.was, before);
        return placeOf(kept, input.texts, input.choices);""",
        {"was": WAS, "texts": texts, "choices": choices},
    )
    assert found == place


@pytest.mark.parametrize(
    "kept", [None, "sin", 3, {"place": 0}, {"text": 1}, {"text": "x", "place": 9}]
)
def test_what_is_no_answer_is_found_nowhere(node, kept):
    body = """const { placeOf } = await bundle("question");
    return placeOf(input ?? undefined, ["sin"], [{ correct: true }]);"""
    assert node(body, kept) == -1
