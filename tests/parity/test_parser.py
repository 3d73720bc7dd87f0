"""Claim 2, one language: Python and the browser read the same text as the same tree or mistake."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptcode.functions.parser import ParseError, parse
from ptcode.functions.tree import check_tree
from ptcode.functions.typed.vocabulary import TABLES

CASES = json.loads((Path(__file__).parent / "parser_cases.json").read_text(encoding="utf-8"))
SIGNS = [*TABLES["symbols"], *TABLES["letters"], *TABLES["superscripts"], *TABLES["fractions"]]
WORDS = [*TABLES["functions"], *TABLES["constants"], "x", "y", "W_1", "theta", *"0123456789._,=' "]
VARIABLES = [["x"], ["x", "y"], ["theta_1", "theta_2"], [], ["W_1", "x", "sigma"]]

READ = """
const { parse } = await bundle("derivation");
return input.map(({ text, variables }) => {
  const { tree, error } = parse(text, variables);
  return error ? { ...error } : { tree };
});
"""


def read(text, variables=("x",)):
    try:
        return {"tree": parse(text, variables)}
    except ParseError as error:
        keys = ("code", "position", "length", "message")
        return {key: getattr(error, key) for key in keys}


def hostile(case):
    return case["unit"] * case["times"]


def both(node, texts):
    """What Python and the browser make of texts, each (text, variables)."""
    asked = [{"text": text, "variables": list(variables)} for text, variables in texts]
    return [read(*pair) for pair in texts], node(READ, asked)


@pytest.mark.parametrize("case", CASES["valid"], ids=lambda case: case["text"])
def test_a_valid_text_becomes_its_tree(case):
    assert parse(case["text"], case.get("variables", ["x"])) == case["tree"]


@pytest.mark.parametrize("case", CASES["invalid"], ids=lambda case: repr(case["text"]))
def test_a_mistake_is_named_at_its_place(case):
    found = read(case["text"], case.get("variables", ["x"]))
    assert "tree" not in found
    assert (found["position"], found["length"]) == (case["position"], case["length"])
    assert found["code"] == case["code"]
    assert case["phrase"] in found["message"]


@pytest.mark.parametrize(
    "case", CASES["hostile"], ids=lambda case: f"{case['unit']}×{case['times']}"
)
def test_a_hostile_text_is_refused_or_read(case):
    found = read(hostile(case))
    assert ("tree" in found) == case.get("ok", False)
    assert found.get("code") == case.get("code")


def test_the_browser_reads_every_case_alike(node):
    named = [case for kind in ("valid", "invalid") for case in CASES[kind]]
    texts = [(case["text"], case.get("variables", ["x"])) for case in named]
    texts += [(hostile(case), ["x"]) for case in CASES["hostile"]]
    ours, theirs = both(node, texts)
    assert theirs == ours


def test_the_browser_reads_twenty_thousand_random_texts_alike(node):
    source = random.Random(5)
    texts = [(mutated(source), source.choice(VARIABLES)) for _ in range(20_000)]
    ours, theirs = both(node, texts)
    different = [(t, a, b) for (t, _), a, b in zip(texts, ours, theirs, strict=True) if a != b]
    assert not different, different[:3]
    assert sum("tree" in found for found in ours) > 1000


def mutated(source):
    """A text of the list with a few characters put in, taken out or doubled; or a random one."""
    text = list(source.choice(CASES["valid"])["text"]) if source.random() < 0.7 else []
    for _ in range(source.randint(1, 3) if text else source.randint(1, 12)):
        at = source.randint(0, len(text))
        if source.random() < 0.75 or not text:
            text[at:at] = source.choice(SIGNS + WORDS)
        else:
            del text[at : at + source.randint(1, 3)]
    return "".join(text)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(SIGNS + WORDS)).map("".join)))
def test_every_text_is_read_or_refused_in_its_own_bounds(text):
    found = read(text)
    if "tree" in found:
        assert check_tree(found["tree"]) == found["tree"]
    else:
        assert 0 <= found["position"] <= len(text)
        assert found["message"].endswith(".")


def test_only_a_string_is_read():
    with pytest.raises(TypeError, match="text must be a string"):
        parse(3)
