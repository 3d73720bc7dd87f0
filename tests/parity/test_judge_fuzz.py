"""Random and mutated answers in the browser's judge: each gets a verdict, and by bounded work."""

import json
from pathlib import Path

import pytest

from typed import read

PARITY = Path(__file__).parent
TABLE = json.loads((PARITY / "answers.json").read_text(encoding="utf-8"))["derivatives"]
WHOLE = 100_000

FUZZ = """
const { judgeDerivative, placesOf, readFunction } = await bundle("exercise");
const { functions, texts, trials } = input;
const signs = Array.from(
  "xeuπσ0123456789.,;=+-−*·/^()[]{}|√∛²³⁻ˣ½_\\\\$ '２ｘ\\u200b😀\\ud800\\u0000",
);
const words = ["sin", "cos ", "ln", "exp(", "sqrt[3]{", "\\\\frac{", "\\\\left(", "np.", "e^", "x^",
  "dy/dx =", "sec ", "asin ", "log_2 ", "2x", "10^15", "1/2x", "^^", "))"];
const pieces = [...signs, ...words, ...words];
const size = (tree) =>
  Array.isArray(tree) ? tree.slice(1).reduce((sum, part) => sum + size(part), 1) : 1;
let seed = 20;
const random = (n) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * n);
};
const found = { kinds: {}, wrong: [], places: 0, nodes: 0 };
for (let trial = 0; trial < trials; trial++) {
  const text = trial % 4 ? Array.from(texts[random(texts.length)]) : [];
  for (let edits = trial % 4 ? random(4) : 1 + random(25); edits > 0; edits--) {
    const at = random(text.length + 1), choice = random(8);
    if (choice === 0) text.splice(at, 1 + random(3));
    else if (choice === 1) text.splice(at, 0, ...Array.from(texts[random(texts.length)]));
    else text.splice(at, 0, ...Array.from(pieces[random(pieces.length)]));
  }
  const typed = text.join(""), tree = functions[random(functions.length)];
  try {
    const { kind, lines } = judgeDerivative(tree, typed);
    found.kinds[kind] = (found.kinds[kind] ?? 0) + 1;
    if (!lines.length || !lines.every(Boolean)) found.wrong.push([typed, lines]);
    const yours = readFunction(typed).tree;
    if (yours === undefined || trial % 50) continue;
    found.nodes = Math.max(found.nodes, size(yours));
    const { points } = placesOf(tree, tree, "x", [-2, 2], [yours]);
    found.places = Math.max(found.places, points.length);
  } catch (failure) {
    found.wrong.push([typed, String(failure)]);
  }
}
return { ...found, wrong: found.wrong.slice(0, 3) };
"""


@pytest.mark.parametrize(
    "share",
    [
        100,
        pytest.param(10, marks=pytest.mark.slow),
        pytest.param(1, marks=[pytest.mark.slow, pytest.mark.weekly, pytest.mark.timeout(9000)]),
    ],
    ids=["a hundredth", "a tenth", "all"],
)
def test_every_text_gets_a_verdict_by_bounded_work(node, share):
    texts = [text for answers in TABLE.values() for some in answers.values() for text in some]
    functions = ["sin(x²)", "x²", "√(x − 7)", "|x − 3| + relu(x)", "e^(−x)·ln x"]
    given = {"functions": [*map(read, functions)], "texts": texts, "trials": WHOLE // share}
    found = node(FUZZ, given)
    assert found["wrong"] == []
    assert found["places"] <= 300
    assert found["nodes"] <= 600
    assert {"correct", "unknown", "unreadable", "unfinished"} <= set(found["kinds"])
