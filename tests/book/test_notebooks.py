"""Claim 3, the book prints what the code does: nbval runs the cells, these tests look at the files.

nbval collects chapters/*.ipynb beside this file and compares every printed number.
"""

import re
from pathlib import Path

import nbformat
import pytest
import yaml

import canonical

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = ROOT / "chapters"
NOTEBOOKS = sorted(CHAPTERS.glob("*.ipynb"))


def listed(entry):
    """Every file that _toc.yml names, at whatever depth."""
    if isinstance(entry, list):
        return [name for item in entry for name in listed(item)]
    if isinstance(entry, dict):
        own = [entry[key] for key in ("root", "file") if key in entry]
        return own + [name for item in entry.values() for name in listed(item)]
    return []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_is_canonical(path):
    complaints = canonical.complaints(path.read_text(encoding="utf-8"))
    assert not complaints, "\n".join(["", *complaints])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_number_is_printed_with_the_type_that_numpy_gives_it(path):
    """Where a cell prints a program, its types are meant to be seen."""
    cells = nbformat.read(path, as_version=4).cells
    printed = [str(output) for cell in cells for output in cell.get("outputs", [])]
    typed = re.compile(r"np\.(float|int|uint|bool)\w*\(")
    assert [text for text in printed if typed.search(text) and "def " not in text] == []


def test_contents_list_every_chapter_and_nothing_else():
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    names = [name.removesuffix(".ipynb").removesuffix(".md") for name in listed(contents)]
    files = {
        path.relative_to(ROOT).with_suffix("").as_posix()
        for path in CHAPTERS.iterdir()
        if path.suffix in (".ipynb", ".md")
    }
    assert len(names) == len(set(names)), "_toc.yml names a page twice"
    assert set(names) == files


def test_chapters_stand_in_the_order_of_their_numbers():
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    numbered = [name for name in listed(contents) if Path(name).name[:2].isdigit()]
    assert numbered == sorted(numbered)


def notebook(*cells):
    """A notebook in canonical form with the two cells that every chapter starts with."""
    v4 = nbformat.v4
    title = v4.new_markdown_cell("# Title\n\nWhat is it?", id="title")
    imports = v4.new_code_cell("import math", id="imports", metadata={"tags": ["hide-input"]})
    made = v4.new_notebook(cells=[title, imports, *cells], metadata=canonical.METADATA)
    return nbformat.reads(canonical.slim(made), as_version=4)


def text(source):
    return nbformat.v4.new_markdown_cell(source, id="some-text")


def code(source, outputs=(), **options):
    return nbformat.v4.new_code_cell(source, id="some-code", outputs=list(outputs), **options)


def output(kind="execute_result", **data):
    return nbformat.v4.new_output(kind, data={"text/plain": "1", **data})


def printed(text, name="stdout"):
    return nbformat.v4.new_output("stream", name=name, text=text)


def test_canonical_form_is_a_fixed_point():
    once = canonical.slim(notebook(code("1", [output(), printed("a"), printed("b")])))
    assert canonical.slim(nbformat.reads(once, as_version=4)) == once
    assert canonical.complaints(once) == []


def test_slimming_keeps_text_and_drops_pictures():
    picture = output("display_data", **{"image/png": "AAAA", "text/html": "<b>1</b>"})
    slimmed = notebook(code("plot()", [picture, printed("a"), printed("b")]))
    display, stream = slimmed.cells[2].outputs
    assert display.data == {"text/plain": "1"}
    assert stream.text == "ab"


def test_generated_ids_become_slugs_and_readable_ones_stay():
    cells = [
        nbformat.v4.new_markdown_cell("## Why minus?", id="3f2504e0"),
        nbformat.v4.new_markdown_cell("## Why minus?", id="4f2504e0-4f89-41d3-9a0c-0305e82c3301"),
        nbformat.v4.new_markdown_cell("text", id="three-cases"),
    ]
    assert [c.id for c in notebook(*cells).cells[2:]] == ["why-minus", "why-minus-2", "three-cases"]


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        (code("import os"), "imports something"),
        (code("\n".join(["x = 1"] * 16)), "has 16 lines"),
        (code("x" * 73), "has a line of 73 characters"),
        (code("x;"), "ends in ';'"),
        (code("x", [printed("Warning: no", name="stderr")]), "writes a warning"),
        (code("x", [output(**{"text/plain": "<C at 0x7f00aa12>"})]), "memory address"),
        (code("x", [nbformat.v4.new_output("error", ename="E", evalue="v")]), "fails with E: v"),
        (text(":::{note} Say\n\nthis.\n:::"), "<details>"),
        (text("```{note}\nthis\n```"), "<details>"),
        (text("A {slope}`steep` way."), 'class="pt-MEANING"'),
        (text('A <span class="pt-steep">steep</span> way.'), 'class="pt-MEANING"'),
        (text("See {cite:t}`nobody1999`."), "further-reading.md#key"),
        (text("(here)=\n## Here"), '<a id="name"></a>'),
        (text("Said before.[^note]"), "footnotes"),
        (text("$$\nx\n$$ (sum)"), "no number"),
        (text("<details>\n<summary>More</summary>\n*raw*\n\n</details>"), "an empty line"),
        (text("<details>\n<summary>$x$</summary>\n\nmore\n\n</details>"), "plain words"),
    ],
)
def test_what_only_an_author_can_mend_is_named(cell, sentence):
    complaint = canonical.complaints(canonical.slim(notebook(cell)))[0]
    assert sentence in complaint
    assert canonical.MENDED not in complaint


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda book: book.metadata.update(author="me"), "metadata"),
        (lambda book: book.cells[1].update(execution_count=7), "execution count 7, not 1"),
        (lambda book: book.cells[0].update(id="1c0ffee1"), "needs an id of its own"),
        (lambda book: book.cells[0].metadata.update(collapsed=True), "metadata besides tags"),
        (lambda book: book.cells[1].metadata.pop("jupyter"), "folded in JupyterLab"),
        (lambda book: book.cells[1].metadata.tags.append("hide-output"), "folded in JupyterLab"),
        (lambda book: book.cells[2].outputs[0].data.update({"text/html": "x"}), "stores text/html"),
    ],
)
def test_what_make_notebooks_mends_is_named(change, sentence):
    book = notebook(code("1", [output()]))
    change(book)
    [complaint] = canonical.complaints(nbformat.writes(book) + "\n")
    assert sentence in complaint
    assert canonical.MENDED in complaint


def test_jupyterlab_folds_what_a_page_folds_or_leaves_out():
    tags = ["hide-output", "remove-input"]
    folded = notebook(code("1", metadata={"tags": tags})).cells[2]
    assert folded.metadata.jupyter == {"outputs_hidden": True, "source_hidden": True}
    assert "jupyter" not in notebook(code("1")).cells[2].metadata


def test_marks_that_every_front_end_shows_are_no_complaint():
    good = """<a id="here"></a>

## Here

A <span class="pt-slope">steep</span> way, $\\textcolor{sienna}{f'}$, of
[Nobody (1999)](further-reading.md#nobody1999).

```python
{slope}`x`
```

<details>
<summary>Solution 1</summary>

- $x^2$

</details>"""
    assert canonical.complaints(canonical.slim(notebook(text(good)))) == []
