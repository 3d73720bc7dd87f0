"""The two commands of the README in a fresh clone: how long a newcomer waits for each."""

import subprocess
import tempfile
import time
from pathlib import Path

from tools.bench import ROOT, Row


def seconds(command, tree):
    started = time.monotonic()
    subprocess.run(command, cwd=tree, check=True, capture_output=True)
    return time.monotonic() - started


def rows():
    """`make serve` waits for readers, so its `book` is timed; `make test` then has it built."""
    with tempfile.TemporaryDirectory() as scratch:
        tree = Path(scratch) / "book"
        subprocess.run(["git", "clone", "--quiet", ROOT, tree], check=True)
        yield Row("first make serve, what is committed", seconds(["make", "book"], tree), "s", 90)
        subprocess.run(["make", ".venv/.dev", "js/node_modules/.checking"], cwd=tree, check=True,
                       capture_output=True)  # fmt: skip
        yield Row("make test, after a build", seconds(["make", "test"], tree) / 60, "min", 6)
