"""Runs in Pyodide (pyodide.mjs): the cells of every chapter, and the package's doctests."""

import doctest
import json
import pkgutil
import sys
from importlib import import_module
from pathlib import Path

sys.path.insert(0, "/home/pyodide/tests")
import ptcode
from cell_runs import differing

chapters = sorted(Path("/home/pyodide/chapters").glob("*.ipynb"))
found = {path.stem: differing(json.loads(path.read_text("utf-8"))) for path in chapters}
tried, failed = 0, []
for module in pkgutil.walk_packages(ptcode.__path__, "ptcode."):
    if module.name.endswith("__main__"):
        continue
    result = doctest.testmod(import_module(module.name))
    tried += result.attempted
    if result.failed:
        failed.append(module.name)
answer = {
    "chapters": len(chapters),
    "differing": {name: cells for name, cells in found.items() if cells},
    "doctests": tried,
    "failed": failed,
}
json.dumps(answer)
