"""The numerals of the book's prose: which pages there are, their sections, the numbers in each.

A numeral is a number written in digits or as ½, with its sign; raised (^2, for x² as for `x^2`) and
lowered (_1, for W₁ as for `W_1`) ones are kept apart from values. A numeral in the label of a link
that sets a figure to that very number is marked `linked`.
"""

import ast
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl

import nbformat
from docutils.nodes import make_id

ROOT = Path(__file__).resolve().parents[1]
CHAPTERS = ROOT / "chapters"
LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
LETTERS = {"theta": "θ", "alpha": "α", "lambda": "λ", "cdot": "·", "le": "≤"}
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789−")
LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
SET = "\ue001"
NUMBER = re.compile(rf"{SET}?(?:(?<![\w)\]}}])−)?(?:\d+(?:\.\d+)?|[½¼¾])")


@dataclass(frozen=True)
class Numeral:
    """A number as it stands in the text, with the words around it."""

    value: str
    context: str = ""
    linked: bool = False

    @property
    def is_index(self):
        """Whether it is part of a name, as the 1 of W₁ is."""
        return self.value.startswith("_")


def pages():
    """The names of the pages in reading order: `file: chapters/summary` is "summary"."""
    contents = (ROOT / "_toc.yml").read_text(encoding="utf-8")
    return [Path(file).stem for file in re.findall(r"(?:root|file): (\S+)", contents)]


def cells(name, kind):
    """The sources of a chapter's cells of one kind, by cell id."""
    notebook = nbformat.read(CHAPTERS / f"{name}.ipynb", as_version=4)
    return {cell.id: cell.source for cell in notebook.cells if cell.cell_type == kind}


def markdown(name):
    """The prose of a page as it is written, the texts of a notebook's questions in their places."""
    page = CHAPTERS / f"{name}.md"
    if page.exists():
        return page.read_text(encoding="utf-8")
    notebook = nbformat.read(CHAPTERS / f"{name}.ipynb", as_version=4)
    questions = (cell for cell in notebook.cells if cell.source.startswith("pt.Question("))
    texts = {cell.id: strings(cell.source) for cell in questions}
    texts |= {cell.id: cell.source for cell in notebook.cells if cell.cell_type == "markdown"}
    return "\n\n".join(texts[cell.id] for cell in notebook.cells if cell.id in texts)


def strings(code):
    """The strings in a piece of Python, in their order, a line each."""
    constants = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Constant)]
    constants.sort(key=lambda node: (node.lineno, node.col_offset))
    return "\n\n".join(node.value for node in constants if isinstance(node.value, str))


def sections(text):
    """The text below each heading, by the heading's anchor; the heading is part of its section."""
    pieces = re.split(r"^(?=#{1,4} )", text, flags=re.MULTILINE)
    found = {}
    for piece in filter(str.strip, pieces):
        heading = plain(piece.partition("\n")[0])
        anchor = make_id(heading) or "top"
        found[anchor] = found.get(anchor, "") + "\n\n" + piece
    return found


def blocks(section):
    """The paragraphs, list items and rows of tables of a section, each as its numerals."""
    unread = (
        r'<svg.*?</svg>|^:width:.*$|^<a id="[\w-]+"></a>$'  # drawings, options, names of places
    )
    text = re.sub(unread, "", section, flags=re.DOTALL | re.MULTILINE)
    pieces = re.split(r"\n\s*\n|\n(?=\s*(?:\||[-*] |\d+\. ))", _with_links_marked(text))
    return [found for piece in pieces if (found := numerals(piece))]


def numerals(text):
    """Every numeral of a text, in its order."""
    shown = plain(text)
    return [_numeral(shown, match) for match in NUMBER.finditer(shown)]


def plain(text):
    """Markdown and LaTeX as one line of plain text: θ_0 = −2, [label](address) → [label]."""
    text = re.sub(r"\[[^\]]*\]\(further-reading\.md#\w+\)", "(cited)", text)
    text = LINK.sub(r"[\1]", text)
    text = re.sub(r"</?(?:a|span|details|summary)\b[^>]*>", "", text)
    text = re.sub(r"\{cite:\w\}`[^`]*`", "(cited)", text)
    text = re.sub(r"\{\w+\}`([^`]*)`", r"\1", text)
    text = re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+", lambda m: f"^{{{m[0].translate(RAISED)}}}", text)
    text = re.sub(r"[₀₁₂₃₄₅₆₇₈₉]+", lambda m: f"_{{{m[0].translate(LOWERED)}}}", text)
    text = text.replace(r"\tfrac12", "½").replace(r"\tfrac14", "¼")
    text = re.sub(r"\\([a-z]+)", lambda name: LETTERS.get(name[1], name[0]), text)
    text = re.sub(r"`[^`\n]*`", lambda code: code[0].replace("**", "^"), text)
    text = re.sub(r"\\,|[$*\\]", "", text)
    text = re.sub(r"-(?=\d)|(?<= )-(?= )", "−", text)
    return " ".join(text.split())


def settings(text):
    """Every link that sets a figure: (label, figure, state as text by name)."""
    for label, address in LINK.findall(text):
        figure, mark, query = address.removeprefix("#").partition("?")
        if address.startswith("#") and mark:
            yield label, figure, dict(parse_qsl(query))


def _with_links_marked(text):
    """Put the mark SET before each numeral of a label to which the link sets something."""

    def mark(link):
        states = [state for _, _, state in settings(link[0])]
        values = {value.replace("−", "-") for state in states for value in state.values()}
        numbers = {float(value) for value in values if re.fullmatch(r"-?[\d.]+(e-?\d+)?", value)}

        def number(found):
            sets = float(found[0].replace("−", "-")) in numbers
            return f"{SET if sets else ''}{found[0]}"

        label = re.sub(r"(?<![\d.])[−-]?\d+(?:\.\d+)?", number, link[1])
        return f"[{label}]({link[2]})"

    return LINK.sub(mark, text)


def _numeral(text, match):
    written = match[0].lstrip(SET)
    around = text[max(0, match.start() - 40) : match.end() + 20].replace(SET, "").strip()
    return Numeral(f"{_place(text[: match.start()])}{written}", around, match[0][0] == SET)


def _place(before):
    """^ for a numeral in an exponent, _ for one in an index, nothing for a value."""
    opened = re.search(r"([\^_])(?:\{[^{}]*)?$", before[-24:])
    return opened[1] if opened and (before[-1] in "^_" or "{" in opened[0]) else ""
