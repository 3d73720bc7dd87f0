"""The prose of a chapter as plain text, and the numbers that stand in it.

A test builds a sentence from computed numbers and looks for it in the text. `uncovered` then
lists the numbers that no such sentence accounts for, so that none can be typed in unchecked.
"""

import ast
import re
from pathlib import Path
from urllib.parse import parse_qsl

import nbformat

CHAPTERS = Path(__file__).resolve().parents[2] / "chapters"
LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
LABEL = r"\[[^\]]*\]"
LETTERS = {"theta": "θ", "alpha": "α", "lambda": "λ", "cdot": "·", "le": "≤"}


def cells(name, kind):
    """The sources of a chapter's cells of one kind, by cell id."""
    notebook = nbformat.read(CHAPTERS / f"{name}.ipynb", as_version=4)
    return {cell.id: cell.source for cell in notebook.cells if cell.cell_type == kind}


def markdown(name):
    """The prose of a chapter as it is written, the texts of its questions included."""
    questions = [text for text in cells(name, "code").values() if text.startswith("Question(")]
    return "\n\n".join([*cells(name, "markdown").values(), *map(strings, questions)])


def strings(code):
    """The strings in a piece of Python, in their order, a line each."""
    constants = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Constant)]
    constants.sort(key=lambda node: (node.lineno, node.col_offset))
    return "\n\n".join(node.value for node in constants if isinstance(node.value, str))


def plain(text):
    """Markdown and LaTeX as one line of plain text: θ_0 = −2, [label](address) → [label]."""
    text = LINK.sub(r"[\1]", text)
    text = re.sub(r"\{cite:\w\}`[^`]*`", "(cited)", text)
    text = re.sub(r"\{\w+\}`([^`]*)`", r"\1", text)
    text = re.sub(r"\\([a-z]+)", lambda name: LETTERS.get(name[1], name[0]), text)
    text = re.sub(r"\\,|[$*\\]", "", text.replace(r"\tfrac12", "½"))
    text = re.sub(r"-(?=\d)|(?<= )-(?= )", "−", text)
    return " ".join(text.split())


def show(value, places=None):
    """A computed number as the prose prints it: rounded to ``places``, or as short as it is."""
    text = f"{value:.10g}" if places is None else f"{value:.{places}f}"
    return text.replace("-", "−")


def settings(text):
    """Every link that sets a figure: (label, figure, state as text by name)."""
    for label, address in LINK.findall(text):
        figure, mark, query = address.removeprefix("#").partition("?")
        if address.startswith("#") and mark:
            yield label, figure, dict(parse_qsl(query))


def assert_printed(phrase, text, where="the chapter"):
    """The phrase stands in the text, and no digit beside it makes another number of its ends."""
    before, found, after = text.partition(phrase)
    assert found, f"not in {where}: {phrase}"
    assert not re.match(r"\.?\d", after), f"{phrase} goes on with {after[:5]}"
    assert not re.search(r"[\d.−]$", before), f"{before[-5:]} stands before {phrase}"


def assert_accounted_for(text, given, computed, signs=()):
    """Every given phrase is in the text, and every number there is given, computed or a sign."""
    assert [phrase for phrase in given if phrase not in text] == []
    assert uncovered(text, [*signs, *map(re.escape, [*computed, *given])]) == []


def uncovered(text, accounted):
    """The numbers of ``text`` that none of the ``accounted`` patterns covers, in context."""
    covered = set()
    for pattern in accounted:
        for found in re.finditer(pattern, text):
            covered.update(range(*found.span()))
    return [
        text[max(0, found.start() - 30) : found.end() + 10]
        for found in NUMBER.finditer(text)
        if not covered.issuperset(range(*found.span()))
    ]
