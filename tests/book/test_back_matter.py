"""The back matter: the rules of the summary hold, the lists are complete."""

import re
from pathlib import Path

import nbformat
import pytest
import sympy
import yaml
from pybtex.database import parse_file

from prose import CHAPTERS
from ptcode.functions.catalogue import sigmoid
from ptcode.functions.function import Function, x
from ptcode.networks.running_example import RunningExample

ROOT = CHAPTERS.parent
EXAMPLE = RunningExample()
LONGEST_CARD = 60  # words


def page(name):
    return (CHAPTERS / f"{name}.md").read_text(encoding="utf-8")


def rows(text):
    """The cells of every row of every table."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


# The summary


@pytest.mark.parametrize(
    ("function", "derivative"),
    [
        (x**5, 5 * x**4),
        (sympy.exp(x), sympy.exp(x)),
        (sympy.log(x), 1 / x),
        (sympy.sin(x), sympy.cos(x)),
        (sympy.cos(x), -sympy.sin(x)),
        (sigmoid.expression, sigmoid.expression * (1 - sigmoid.expression)),
    ],
)
def test_the_rules_of_the_summary_hold(function, derivative):
    argument = next(iter(function.free_symbols))
    at = [0.3, 1.7]
    measured = Function(function, (argument,)).derivative
    assert measured(at[0]) == pytest.approx(float(derivative.subs(argument, at[0])), rel=1e-12)
    assert measured(at[1]) == pytest.approx(float(derivative.subs(argument, at[1])), rel=1e-12)


def test_how_the_adjoints_are_made():
    """The last column of the table, followed by hand, gives the adjoints of the engine."""
    e, v, a = EXAMPLE, EXAMPLE.values, EXAMPLE.adjoints
    assert a["y_hat"] == pytest.approx(v["y_hat"] - e.y, rel=1e-14)
    assert a["z2"] == pytest.approx(a["y_hat"] * v["y_hat"] * (1 - v["y_hat"]), rel=1e-14)
    assert a["W2"] == pytest.approx(a["z2"] * v["a1"], rel=1e-14)
    assert a["a1"] == pytest.approx(a["z2"] * e.W2, rel=1e-14)
    assert a["z1"] == pytest.approx(a["a1"] * v["a1"] * (1 - v["a1"]), rel=1e-14)
    assert a["W1"] == pytest.approx(a["z1"] * e.x, rel=1e-14)


def test_the_picture_of_the_summary_stretches_as_its_slopes_would():
    """The arrows are nudges: du and dy are as long as two slopes make them."""
    lengths = [
        int(n) for n in re.findall(r'class="nudge"><path d="M\d+ 30h(\d+)"', page("summary"))
    ]
    dx, du, dy = lengths
    assert (du / dx, dy / du) == (1.6, 1.25)


# The notation and the glossary


def symbols(cell):
    return re.findall(r"\$([^$]*)\$", cell)


def test_the_notation_has_every_symbol_that_a_chapter_explains():
    known = {symbol for row in rows(page("notation")) for symbol in symbols(row[0])}
    missing = []
    for path in sorted(CHAPTERS.glob("[0-9]*.ipynb")):
        for table in re.findall(
            r"\| symbol \| meaning \|.*?(?:\n\n|\"\n)", cells_of(path), re.DOTALL
        ):
            for row in rows(table)[2:]:
                missing += [f"{path.stem}: {s}" for s in symbols(row[0]) if not found(s, known)]
    assert missing == []


def cells_of(path):
    book = nbformat.read(path, as_version=4)
    return "\n\n".join(cell.source for cell in book.cells if cell.cell_type == "markdown") + "\n\n"


def found(symbol, known):
    """Whether a symbol is listed: as it stands, or each side of an equation by itself."""
    group = r"(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*"
    bare = re.sub(rf"\\(?:inner|outer|slope|param|fn)\{{({group})\}}", r"\1", symbol)
    parts = re.split(r" = |,\\ ", bare)
    return bare in known or all(part in known for part in parts)


def entries():
    text = page("glossary").partition("```{glossary}\n")[2].partition("```")[0].strip()
    return [entry.split("\n  ", 1) for entry in text.split("\n\n")]


def test_the_glossary_is_in_order_and_names_no_word_twice():
    words = [word for word, _ in entries()]
    assert len(words) >= 40
    assert words == sorted(words, key=str.lower)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(("word", "said"), entries(), ids=[word for word, _ in entries()])
def test_a_word_is_explained_in_two_sentences_and_a_chapter(word, said):
    *sentences, chapter, _ = re.split(r"(?<=\.)(?:\s|$)", said)
    assert len(sentences) == 2
    assert re.fullmatch(r"Chapter [1-9]\.", chapter)
    assert len(said.split()) <= LONGEST_CARD
    assert "$" not in said, "a card is read aloud: write its mathematics in Unicode"


# Further reading


def test_every_work_is_cited_and_every_citation_is_a_work():
    works = parse_file(CHAPTERS / "references.bib").entries
    cited = re.findall(r"\{cite:t\}`(\w+)`", page("further-reading"))
    assert len(cited) == len(set(cited))
    assert set(cited) == set(works)


def test_every_work_can_be_found():
    """A year in its key, people, a title, and where it appeared."""
    for key, work in parse_file(CHAPTERS / "references.bib").entries.items():
        assert key.endswith(work.fields["year"])
        assert work.persons["author"]
        assert work.fields["title"]
        where = {"journal", "booktitle", "publisher", "school", "eprint", "note"} & set(work.fields)
        assert where, f"{key} does not say where it appeared"


# About


def test_about_cites_the_book_as_the_citation_file_does():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    about = " ".join(page("about").replace("*", "").replace("> ", "").split())
    assert f"{citation['title']}. Version {citation['version']}" in about
    assert citation["authors"][0]["name"] in about
    assert citation["license"] == ["MIT", "CC-BY-4.0"]


def test_the_python_of_about_runs():
    source = re.search(r"```python\n(.*?)```", page("about"), re.DOTALL)[1]
    setup, _, last = source.strip().rpartition("\n")
    names = {}
    exec(f"{setup}\npath = {last}", names)
    assert [round(float(theta), 4) for theta in names["path"]] == [2.0, -1.0, 0.5, -0.25]


def test_what_about_says_of_licences_is_there():
    static = ROOT / "ptcode" / "static"
    for name in ("licences.txt", "fonts/LICENSE-OFL.txt", "vendor/katex/LICENSE"):
        assert Path(static, name).is_file()
