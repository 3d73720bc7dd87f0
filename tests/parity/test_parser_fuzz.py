"""A million random and mutated texts in the parser that ships: each is read or refused."""

import json
from pathlib import Path

import pytest

CASES = json.loads((Path(__file__).parent / "parser_cases.json").read_text(encoding="utf-8"))
TRIALS = 1_000_000

FUZZ = """
const { parse } = await bundle("derivation");
const { texts, trials } = input;
const signs = Array.from("xyeWθπσ0123456789.,+-−*·/^()[]|√²³⁻¹ˣ½_ '=\\u200b😀\\ud800\\u0000");
const words = ["sin", "cos ", "ln", "exp(", "sqrt", "σ(", "^(", "))", "1e5", "W_1"];
const pieces = [...signs, ...signs, ...words];
const variables = [["x"], ["x", "y"], ["theta_1", "theta_2"], [], ["W_1", "x", "sigma"]];
let seed = 20;
const random = (n) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * n);
};
const found = { trees: 0, wrong: [] };
for (let trial = 0; trial < trials; trial++) {
  const text = trial & 1 ? Array.from(texts[random(texts.length)]) : [];
  for (let edits = trial & 1 ? 1 + random(3) : random(25); edits > 0; edits--) {
    const at = random(text.length + 1), choice = random(8);
    if (choice === 0) text.splice(at, 1 + random(3));
    else if (choice === 1) text.splice(at, 0, ...Array.from(texts[random(texts.length)]));
    else text.splice(at, 0, ...Array.from(pieces[random(pieces.length)]));
  }
  const typed = text.join(""), size = Array.from(typed).length;
  try {
    const { tree, error } = parse(typed, variables[random(variables.length)]);
    const inside = (place) => place >= 0 && place <= size;
    const sound = tree !== undefined || (inside(error.position) && error.message.endsWith("."));
    if (tree !== undefined) found.trees += 1;
    if (!sound) found.wrong.push([typed, error]);
  } catch (failure) {
    found.wrong.push([typed, String(failure)]);
  }
}
return { ...found, wrong: found.wrong.slice(0, 3) };
"""


@pytest.mark.slow
def test_a_million_texts_are_read_or_refused(node):
    texts = [case["text"] for kind in ("valid", "invalid") for case in CASES[kind]]
    found = node(FUZZ, {"texts": texts, "trials": TRIALS})
    assert found["wrong"] == []
    assert found["trees"] > TRIALS / 100
