"""Python in the page is the book's Python: cells print there what the notebooks store."""

import json
import subprocess
import sys
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


# What the tests of the mathematics import besides the package.
TOOLS = ["pytest", "iniconfig", "packaging", "pluggy", "pygments"]
TOOLS += ["hypothesis", "sortedcontainers", "autograd"]
HOUR = 3600


def ran(script, **folders):
    """What a script of this folder answers when Node runs it in Pyodide, where it sees folders."""
    if not (SITE / "manifest.json").exists():
        pytest.skip("Python for the page is not here: make live")
    seen = [f"{name}={folder}" for name, folder in folders.items()]
    command = [node(), HERE / "pyodide.mjs", SITE, HERE / script, *seen]
    done = subprocess.run(command, capture_output=True, text=True, timeout=HOUR)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def in_pyodide():
    return ran("pyodide.py", tests=HERE, chapters=ROOT / "chapters")


def fetch(folder):
    """Put the pinned tools into a folder, in the builds for the Python of the parts."""
    lock = json.loads((SITE / "pyodide-lock.json").read_text("utf-8"))
    *_, version, abi, platform = Path(lock["packages"]["numpy"]["file_name"]).stem.split("-")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", folder, "--no-deps"]
    built = ["--python-version", version.removeprefix("cp"), "--abi", abi, "--abi", "none"]
    pinned = ["--platform", platform, "--constraint", ROOT / "constraints.txt"]
    subprocess.run([*pip, "--only-binary=:all:", *built, *pinned, *TOOLS], check=True)


@pytest.mark.weekly
@pytest.mark.slow
@pytest.mark.timeout(HOUR)
def test_every_cell_prints_in_pyodide_what_its_notebook_stores(in_pyodide):
    assert in_pyodide["chapters"] == len(CHAPTERS)
    assert in_pyodide["differing"] == {}


@pytest.mark.weekly
@pytest.mark.slow
@pytest.mark.timeout(HOUR)
def test_every_doctest_of_the_package_holds_in_pyodide(in_pyodide):
    assert in_pyodide["doctests"] > 100
    assert in_pyodide["failed"] == []


@pytest.mark.weekly
@pytest.mark.slow
@pytest.mark.timeout(HOUR)
def test_the_tests_of_the_mathematics_pass_in_pyodide(tmp_path):
    fetch(tmp_path)
    found = ran("pyodide_mathematics.py", book=ROOT, wheels=tmp_path)
    why = {name: told for name, told in found["why"].items() if not told.startswith("skipped")}
    assert why == {}
    assert found["passed"] > 3000
    assert found["deselected"] == found["unfit"], "a test that cannot be tried there has gone"
