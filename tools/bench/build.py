"""How long the book takes to build: from clean, with nothing changed, with one chapter changed."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat

from tools.bench import Row
from tools.mutants import copy_tree

BINARIES = Path(sys.executable).parent
COMMAND = [BINARIES / "jupyter-book", "build", ".", "-W", "-n", "--keep-going", "-q"]


def build(tree):
    """Build the book in the tree as `make book` does; return the seconds it took."""
    path = f"{BINARIES}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PYTHONPATH": str(tree), "PATH": path}
    started = time.monotonic()
    subprocess.run(COMMAND, cwd=tree, env=environment, check=True, capture_output=True)
    return time.monotonic() - started


def change(path):
    """Change a cell that runs, so that the chapter has to be executed again."""
    notebook = nbformat.read(path, as_version=4)
    cell = next(cell for cell in notebook.cells if cell.cell_type == "code")
    cell.source += "\n# changed"
    nbformat.write(notebook, path)


def rows():
    with tempfile.TemporaryDirectory() as scratch:
        tree = Path(scratch) / "book"
        copy_tree(tree)
        yield Row("full build from clean", build(tree), "s", 60)
        yield Row("build, nothing changed", build(tree), "s", 5)
        chapter = max(tree.glob("chapters/*.ipynb"), key=lambda path: path.stat().st_size)
        change(chapter)
        yield Row("build, one chapter changed", build(tree), "s", 12, f"{chapter.stem}, run anew")
