"""The browser's parser: its table of cases, and random texts that it must read or refuse."""

import json
import random
from pathlib import Path

import pytest

from ptcode.functions import operations
from ptcode.functions.tree import check_tree
from ptcode.functions.writing import write
from sitebuild import ROOT

CASES = json.loads((Path(__file__).parent / "parser_cases.json").read_text(encoding="utf-8"))
TABLES = json.loads((ROOT / "ptcode" / "static" / "language.json").read_text(encoding="utf-8"))
SIGNS = [*TABLES["symbols"], *TABLES["letters"], *TABLES["superscripts"], *TABLES["fractions"]]
WORDS = [*operations.words(), "pi", "e", "x", "y", "W_1", "theta", *"0123456789._,=' "]
VARIABLES = [["x"], ["x", "y"], ["theta_1", "theta_2"], [], ["W_1", "x", "sigma"]]

READ = """
const { parse } = await bundle("derivation");
return input.map(({ text, variables }) => {
  const { tree, error } = parse(text, variables ?? ["x"]);
  return error ? { ...error } : { tree };
});
"""


@pytest.fixture(scope="module")
def found(node):
    """What the parser makes of every case, by the case's text (or unit and number)."""
    cases = [case for kind in ("valid", "invalid", "hostile") for case in CASES[kind]]
    answers = node(READ, [case | {"text": text_of(case)} for case in cases])
    return dict(zip(map(key, cases), answers, strict=True))


def text_of(case):
    return case["text"] if "text" in case else case["unit"] * case["times"]


def key(case):
    return text_of(case), tuple(case.get("variables", ["x"]))


@pytest.mark.parametrize("case", CASES["valid"], ids=lambda case: case["text"])
def test_a_valid_text_becomes_its_tree(found, case):
    assert found[key(case)] == {"tree": case["tree"]}
    assert check_tree(case["tree"]) == case["tree"]


@pytest.mark.parametrize("case", CASES["invalid"], ids=lambda case: repr(case["text"]))
def test_a_mistake_is_named_at_its_place(found, case):
    error = found[key(case)]
    assert "tree" not in error
    assert (error["position"], error["length"]) == (case["position"], case["length"])
    assert error["code"] == case["code"]
    assert case["phrase"] in error["message"]


@pytest.mark.parametrize(
    "case", CASES["hostile"], ids=lambda case: f"{case['unit']}×{case['times']}"
)
def test_a_hostile_text_is_refused_or_read(found, case):
    answer = found[key(case)]
    assert ("tree" in answer) == case.get("ok", False)
    assert answer.get("code") == case.get("code")


def test_twenty_thousand_random_texts_are_read_or_refused_in_their_own_bounds(node):
    """What is read is a sound tree, and what Python writes of it is read as the same tree again."""
    source = random.Random(5)
    asked = [
        {"text": mutated(source), "variables": source.choice(VARIABLES)} for _ in range(20_000)
    ]
    read = []
    for case, answer in zip(asked, node(READ, asked), strict=True):
        if "tree" in answer:
            assert check_tree(answer["tree"]) == answer["tree"]
            if "sigma" not in case["variables"]:  # there σ(x) is a product
                read.append((case["variables"], answer["tree"]))
        else:
            assert 0 <= answer["position"] <= len(case["text"])
            assert answer["message"].endswith(".")
    assert len(read) > 1000
    again = node(READ, [{"text": write(tree), "variables": names} for names, tree in read])
    for (_, tree), answer in zip(read, again, strict=True):
        assert plain(answer.get("tree")) == plain(tree), (tree, write(tree))


def plain(tree):
    """Fractions are written as quotients, and a minus before a number is the number's own."""
    if not isinstance(tree, list):
        return tree
    head, *parts = tree[0], *map(plain, tree[1:])
    if head == "Negate" and isinstance(parts[0], int | float) and parts[0] > 0:
        return -parts[0]
    return ["Divide" if head == "Rational" else head, *parts]


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
