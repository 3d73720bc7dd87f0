"""For every test of the repository, the notebooks' cells among them."""

from ptcode.core.bare import run_bare

run_bare()


# These run in Pyodide; a doctest would begin them here.
collect_ignore_glob = ["tests/parity/pyodide*.py"]


def pytest_collectstart(collector):
    """Let nbval compare what a notebook stores: text. Warnings on stderr are always compared."""
    if hasattr(collector, "skip_compare"):
        collector.skip_compare += ("text/html", "text/latex", "text/markdown", "image/svg+xml")
