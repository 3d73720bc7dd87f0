"""What an import costs whoever runs a cell or a test: seconds, in fresh processes."""

import statistics
import subprocess
import sys

from tools.bench import ROOT, Row

ROUNDS = 9
TIMED = "{before}; from time import perf_counter as now; t = now(); {what}; print(now() - t)"


def seconds(what, before="pass"):
    """The median over fresh processes."""
    command = [sys.executable, "-c", TIMED.format(before=before, what=what)]
    runs = [
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        for _ in range(ROUNDS)
    ]
    return statistics.median(float(run.stdout) for run in runs)


def rows():
    note = f"median of {ROUNDS}"
    beyond = seconds("import ptcode", "import numpy, sympy")
    yield Row("import ptcode, beyond NumPy and SymPy", beyond, "s", 0.15, note)
    yield Row("import ptcode.widgets, in all", seconds("import ptcode.widgets"), "s", 1.2, note)
