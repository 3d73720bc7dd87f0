"""What nbval costs: its time over the book beside plain execution of the same notebooks."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import nbformat
from nbclient import NotebookClient

from tools.bench import ROOT, Row

CHAPTERS = sorted((ROOT / "chapters").glob("*.ipynb"))


def execute(path):
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, resources=resources, kernel_name="python3").execute()


def seconds(function):
    started = time.monotonic()
    function()
    return time.monotonic() - started


def plain():
    with ThreadPoolExecutor(max_workers=2) as pool:
        list(pool.map(execute, CHAPTERS))


def nbval():
    command = [sys.executable, "-m", "pytest", "-n", "2", "-q", *map(str, CHAPTERS)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def rows():
    bare, checked = seconds(plain), seconds(nbval)
    note = f"{checked / bare:.2f} × plain execution ({bare:.1f} s), {len(CHAPTERS)} notebooks"
    yield Row("nbval over the book, 2 workers", checked, "s", 60, note)
