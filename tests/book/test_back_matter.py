"""The back matter: the rules of the summary hold, the lists are complete."""

import re
from pathlib import Path

import nbformat
import pytest
import yaml
from pybtex.database import parse_file

import prose
from prose import CHAPTERS

ROOT = CHAPTERS.parent
LONGEST_CARD = 60  # words


def page(name):
    return (CHAPTERS / f"{name}.md").read_text(encoding="utf-8")


def rows(text):
    """The cells of every row of every table."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


# The summary


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
    symbol = symbol.replace(r"\;{=}\;", " = ")  # where no line may end
    bare = re.sub(rf"\\textcolor\{{\w+\}}\{{({group})\}}", r"\1", symbol)
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
    assert re.fullmatch(r"Chapter [1-9]\d?\.", chapter)
    assert len(said.split()) <= LONGEST_CARD
    assert "$" not in said, "a card is read aloud: write its mathematics in Unicode"


def test_no_chapter_tells_a_word_before_the_one_that_its_entry_names():
    """A word in italics is told there: its card may open from the next chapter on."""
    told = {path: cells_of(path) for path in sorted(CHAPTERS.glob("[0-9]*.ipynb"))}
    of_one_parameter = {"gradient"}  # where it is the slope, in chapter 2
    for word, said in entries():
        if word in of_one_parameter:
            continue
        first = [int(path.stem[:2]) for path, text in told.items() if f"*{word}*" in text]
        named = int(re.search(r"Chapter (\d+)\.", said)[1])
        assert named <= min(first, default=named), word


def test_the_rule_of_backpropagation_has_the_same_letters_everywhere():
    """The adjoint of w, which is made from v, times ∂w/∂v."""
    rules = {}
    for name in prose.pages():
        text = re.sub(r"\\textcolor\{\w+\}\{([^{}]*)\}", r"\1", prose.markdown(name))
        text = re.sub(r"\\[,;]|\\cdot|\s", "", text)
        rules[name] = re.findall(r"\\bar(\w)\\d?frac\{\\partial(\w)\}\{\\partial(\w)\}", text)
    found = {name for name, rule in rules.items() if rule}
    assert found == {"08-backpropagation", "09-what-a-gradient-costs", "summary"}
    assert {letters for rule in rules.values() for letters in rule} == {("w", "w", "v")}
    assert r"$\partial w/\partial v$" in [row[0] for row in rows(page("notation"))]
    assert "∂*w*/∂*v*" in dict(entries())["local derivative"]


# Further reading


def test_every_work_is_cited_and_every_citation_is_a_work():
    works = parse_file(CHAPTERS / "references.bib").entries
    cited = re.findall(r"\{cite:t\}`(\w+)`", page("further-reading"))
    assert len(cited) == len(set(cited))
    assert set(cited) == set(works)


def test_a_chapter_names_its_works_by_the_authors_and_the_year():
    works, named = parse_file(CHAPTERS / "references.bib").entries, 0
    for name in prose.pages():
        text = prose.markdown(name)
        for label, key in re.findall(r"\[([^\]]*)\]\(further-reading\.md#(\w+)\)", text):
            first = works[key].persons["author"][0].last_names[0]
            assert first in label
            assert works[key].fields["year"] in label
            named += 1
    assert named


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


def test_the_python_for_teachers_runs():
    source = re.findall(r"```python\n(.*?)```", page("for-teachers"), re.DOTALL)[-1]
    setup, _, last = source.strip().rpartition("\n")
    names = {}
    exec(f"{setup}\npath = {last}", names)
    assert [round(float(theta), 4) for theta in names["path"]] == [2.0, -1.0, 0.5, -0.25]


def test_what_about_says_of_licences_is_there():
    static = ROOT / "ptcode" / "static"
    for name in ("licences.txt", "fonts/LICENSE-OFL.txt", "vendor/katex/LICENSE"):
        assert Path(static, name).is_file()
