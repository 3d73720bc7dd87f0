"""Python in the page is the book's Python: cells print there what the notebooks store."""

import json
import subprocess
from pathlib import Path

import pytest

from cell_runs import differing
from sitebuild import ROOT, node

SITE = ROOT / "_build" / "live" / "site"
CHAPTERS = sorted((ROOT / "chapters").glob("*.ipynb"))
HERE = Path(__file__).parent


@pytest.mark.slow
@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_the_cells_of_a_page_print_what_the_notebook_stores(path, monkeypatch):
    monkeypatch.setenv("MPLBACKEND", "agg")
    assert differing(json.loads(path.read_text("utf-8"))) == []


@pytest.fixture(scope="module")
def in_pyodide():
    """What tests/parity/pyodide.py finds when Node runs it in Pyodide, as JSON."""
    if not (SITE / "manifest.json").exists():
        pytest.skip("Python for the page is not here: make live")
    command = [node(), HERE / "pyodide.mjs", SITE, HERE, ROOT / "chapters"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=1500)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.weekly
@pytest.mark.slow
@pytest.mark.timeout(1500)
def test_every_cell_prints_in_pyodide_what_its_notebook_stores(in_pyodide):
    assert in_pyodide["chapters"] == len(CHAPTERS)
    assert in_pyodide["differing"] == {}


@pytest.mark.weekly
@pytest.mark.slow
@pytest.mark.timeout(1500)
def test_every_doctest_of_the_package_holds_in_pyodide(in_pyodide):
    assert in_pyodide["doctests"] > 100
    assert in_pyodide["failed"] == []
