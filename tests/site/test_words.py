"""No word a reader reads is written in the code of a figure: each can be translated.

The figures are built in a pseudo-language, with every word of the words modules in brackets. What
stands outside them on a page is a sign, a function's name, data from Python, or a fault.
"""

import json
import re
from functools import partial

import pytest

from bare import write_page
from ptcode import widgets
from ptcode.widgets import ExerciseFigure, Question
from sitebuild import ROOT, run_in_js

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# One exercise of each kind, for they have different fields; figures that have no default state.
EXERCISES = ("bell-curve", "slope-of-square", "which-is-no-composite", "machines-in-a-row",
             "adjoints-of-one-layer")  # fmt: skip
QUESTION = Question("word", "Which?", [("one", "It is.", True), ("another", "It is not.")])
FIGURES = {
    **{
        name: getattr(widgets, name)
        for name in widgets.__all__
        if name not in ("ExerciseFigure", "Question")
    },
    **{slug: partial(ExerciseFigure, slug) for slug in EXERCISES},
    "a question": lambda: QUESTION,
}
OPERATIONS = json.loads((ROOT / "js" / "generated" / "operations.json").read_text("utf-8"))
FUNCTIONS = [word for head in OPERATIONS["heads"].values() for word in head["words"]]
# What an author wrote, by its key in a figure's data; names of things are left as they are.
PROSE = {"prompt", "hints", "solution", "text", "feedback", "told", "title", "tempts", "exposed"}
NAMES = {"kind", "slug"}
WORD = re.compile(r"[A-Za-z]{3,}")
MARKED = re.compile(r"⟦[^⟦⟧]*⟧")

# Uses every control and keeps what is to be read after each.
USE = """async (view) => {
  const ATTRIBUTES = ["aria-label", "aria-valuetext", "title", "placeholder"];
  const texts = new Set();
  const read = async () => {
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    const pieces = [];
    const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      if (!parentElement.closest("math, .pt-typed-marks")) pieces.push(data);
    }
    texts.add(pieces.join(" "));
    for (const name of ATTRIBUTES)
      for (const one of view.querySelectorAll(`[${name}]`)) texts.add(one.getAttribute(name));
  };
  const all = (selector) => [...view.querySelectorAll(selector)];
  const tell = (input, event) => input.dispatchEvent(new Event(event, { bubbles: true }));
  await read();
  for (const details of all("details")) details.open = true;
  for (const box of all("input[type=checkbox]")) { box.click(); await read(); }
  for (const select of all("select"))
    for (const { value } of [...select.options].slice(0, 8)) {
      select.value = value;
      tell(select, "change");
      await read();
    }
  for (const range of all("input[type=range]"))
    for (const end of [range.min, range.max, String((Number(range.min) + Number(range.max)) / 3)]) {
      range.value = end;
      tell(range, "input");
      await read();
    }
  for (const field of all("input[type=text]"))
    for (const text of ["x^", "2x cos(x²)", "sinh x", "log2 x"]) {
      field.value = text;
      tell(field, "input");
      for (const button of all("button[type=submit]")) button.click();
      await read();
    }
  for (const button of all("button:not(.pt-keys *):not(.pt-away *)")) {
    if (button.checkVisibility()) button.click();
    await read();
  }
  return [...texts];
}"""


@pytest.fixture(scope="module")
def bundles(tmp_path_factory):
    """The bundles with every word of theirs in brackets."""
    folder = tmp_path_factory.mktemp("marked")
    run_in_js("build.mjs", "--marked", "--out", folder)
    return folder


def marked(value, prose=False):
    """A figure's data with what an author wrote in brackets."""
    if isinstance(value, dict):
        return {key: marked(item, prose or key in PROSE) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [marked(item, prose) for item in value]
    return f"⟦{value}⟧" if prose and isinstance(value, str) else value


def strings(value, key=""):
    if isinstance(value, dict):
        for name, item in value.items():
            yield from strings(item, name)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from strings(item, key)
    elif isinstance(value, str) and key not in NAMES:
        yield value


def unmarked(text):
    """The words of a text that stand in no brackets."""
    while (less := MARKED.sub(" ", text)) != text:
        text = less
    return set(WORD.findall(text))


def words_in_code(page, figure, address):
    """Every word that can be read in a figure and comes from nowhere but its code."""
    page.goto(address)
    known = {"loss"}.union(*map(unmarked, FUNCTIONS))
    for text in [*strings(figure.data), *strings(figure.state())]:
        known |= unmarked(text)
    found = page.locator(".pt-view").evaluate(USE)
    assert any("⟦" in text for text in found)
    return {word for text in found for word in unmarked(text)} - known


@pytest.mark.parametrize("name", FIGURES)
def test_no_word_stands_in_the_code(name, page_factory, tmp_path, bundles):
    figure = FIGURES[name]()
    figure.data = marked(figure.data)
    page = page_factory()
    address = write_page(tmp_path, figure, bundles=bundles)
    assert words_in_code(page, figure, address) == set()
