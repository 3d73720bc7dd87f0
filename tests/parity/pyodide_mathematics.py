"""Runs in Pyodide (pyodide.mjs): the tests of the mathematics on the package as a page has it."""

import json
import os
import sys
import warnings
from collections import Counter

sys.path.remove("")  # or the folder of the tests would give the package, not the page's wheel
sys.path.insert(0, "/home/pyodide/wheels")
import pytest

os.chdir("/home/pyodide/book")
os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = "/tmp"
FOLDER = "tests/mathematics"
NO_BAR = "a page has no tqdm, so that a long run shows no bar"
# What cannot be tried in a page, with the reason.
UNFIT = {
    "test_network.py::test_training_shows_a_bar_when_asked": NO_BAR,
    "test_optimisers.py::test_a_long_run_shows_a_bar_and_a_short_one_does_not": NO_BAR,
    "test_autodiff.py::test_a_chain_a_hundred_thousand_deep_works_and_is_freed": (
        "Python frees a chain in calls of calls, and its host's stack ends before it expects that"
    ),
    "test_choice.py::test_a_module_is_not_hidden_by_what_it_offers[ptcode.site]": (
        "what builds the pages is not in their wheel"
    ),
}
# A page has no process's own descriptors to capture, and leaves no cache in the folder.
OPTIONS = ["--override-ini=addopts=", "--import-mode=importlib", "--noconftest", "--capture=sys"]
OPTIONS += ["-p", "no:faulthandler", "-p", "no:cacheprovider", "-v", "--tb=short"]
OPTIONS += [f"--deselect={FOLDER}/{name}" for name in UNFIT]
# What Pyodide's mpmath, newer than SymPy was written for, tells SymPy: no warning of the book's.
TOLD_TO_SYMPY = ("bitcount function is deprecated", r"Descending \(wrt powers\) order")


class Counted:
    """What became of each test; what was skipped or failed, with the reason."""

    def __init__(self):
        self.outcomes = Counter()
        self.why = {}

    def pytest_runtest_setup(self):
        # Here, since what a test's own mark makes an error comes before the options.
        for told in TOLD_TO_SYMPY:
            warnings.filterwarnings("ignore", told, DeprecationWarning)

    def pytest_collectreport(self, report):
        if report.failed:
            self.note(report)

    def pytest_runtest_logreport(self, report):
        if report.when == "call" or not report.passed:
            self.note(report)

    def pytest_deselected(self, items):
        self.outcomes["deselected"] += len(items)

    def note(self, report):
        self.outcomes[report.outcome] += 1
        if not report.passed:
            self.why[report.nodeid] = f"{report.outcome}: {report.longrepr}"[-1500:]


counted = Counted()
pytest.main([*OPTIONS, FOLDER], plugins=[counted])
json.dumps({**counted.outcomes, "unfit": len(UNFIT), "why": counted.why})
