"""How long the book takes to build: from clean, with nothing changed, with one thing changed."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import nbformat

from tools.bench import Row
from tools.mutants import copy_tree

ROUNDS = 3
BINARIES = Path(sys.executable).parent
BOOK = [BINARIES / "jupyter-book", "build", ".", "-W", "-n", "--keep-going", "-q"]
BUNDLES = ["npm", "run", "--silent", "build"]


def run(tree, command, folder="."):
    """Run a command in the tree as `make` does; return the seconds it took."""
    path = f"{BINARIES}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PYTHONPATH": str(tree), "PATH": path}
    started = time.monotonic()
    subprocess.run(command, cwd=tree / folder, env=environment, check=True, capture_output=True)
    return time.monotonic() - started


def build(tree):
    return run(tree, BOOK)


def largest(tree):
    """The largest chapter, which takes longest."""
    return max(tree.glob("chapters/*.ipynb"), key=lambda path: path.stat().st_size)


def change(tree, kind, words):
    """Change a cell of that kind in the largest chapter."""
    notebook = nbformat.read(largest(tree), as_version=4)
    cell = next(cell for cell in notebook.cells[1:] if cell.cell_type == kind)
    cell.source += words
    nbformat.write(notebook, largest(tree))


def append(path, text):
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def from_clean(tree):
    shutil.rmtree(tree / "_build", ignore_errors=True)
    return build(tree)


def with_a_sentence(tree):
    change(tree, "markdown", "\n\nOne more sentence.")
    return build(tree)


def with_a_cell(tree):
    change(tree, "code", "\n# changed")
    return build(tree)


def with_a_script(tree):
    append(tree / "js" / "src" / "shell" / "page.js", "\nglobalThis.changed = true;\n")
    return run(tree, BUNDLES, "js") + build(tree)


def with_a_style(tree):
    append(tree / "ptcode" / "static" / "figures.css", "\n.pt-changed { top: 0 }\n")
    return build(tree)


CASES = [
    ("from clean", from_clean, 40, ""),
    ("nothing changed", build, 3, ""),
    ("a sentence changed", with_a_sentence, 5, "in the largest chapter"),
    ("a cell changed", with_a_cell, 10, "in the largest chapter, run anew"),
    ("a script changed", with_a_script, 10, "with its bundles"),
    ("a style changed", with_a_style, 10, ""),
]


def rows():
    with tempfile.TemporaryDirectory() as scratch:
        tree = Path(scratch) / "book"
        copy_tree(tree)
        for what, case, limit, note in CASES:
            found = median(case(tree) for _ in range(ROUNDS))
            yield Row(f"build, {what}", found, "s", limit, f"{note} median of {ROUNDS}".strip())
