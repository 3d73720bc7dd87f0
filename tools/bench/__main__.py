"""Print the table of budgets, for every part or for those named on the command line.

A part may take a detail: `slider:tangent` measures one figure, `pages:start` one page.
"""

import importlib
import os
import pkgutil
import sys
import time
import traceback

from tools import bench

# The order of the table of budgets; a part that is not named here comes at the end.
ORDER = ["pages", "slider", "trainer", "live", "build", "first", "imports", "notebooks", "autodiff"]


def parts():
    """Return the modules that have rows, by name, in the order of the table."""
    names = [module.name for module in pkgutil.iter_modules(bench.__path__)]
    rank = {name: number for number, name in enumerate(ORDER)}
    modules = {}
    for name in sorted(names, key=lambda name: rank.get(name, len(ORDER))):
        if not name.startswith("_"):
            modules[name] = importlib.import_module(f"tools.bench.{name}")
    return {name: module for name, module in modules.items() if hasattr(module, "rows")}


def main():
    started, load, known = time.monotonic(), os.getloadavg()[0], parts()
    wanted = [name.partition(":") for name in sys.argv[1:] or known]
    if unknown := {name for name, _, _ in wanted} - set(known):
        sys.exit(f"no part {', '.join(sorted(unknown))}; there are: {', '.join(known)}")
    print("| what | measured | budget | | note |\n|---|---|---|---|---|")
    broken = []
    for name, _, detail in wanted:
        # What others measure in half an hour is not lost with a part that fails.
        try:
            for row in known[name].rows(*filter(None, [detail])):
                print(row, flush=True)
        except Exception:
            traceback.print_exc()
            broken.append(name)
    print(
        f"\nMeasured in {time.monotonic() - started:.0f} s on {os.cpu_count()} processors;"
        f" the load was {load:.1f} at the start: above 1, other programs slowed what is timed here."
    )
    if broken:
        sys.exit(f"could not be measured, see above: {', '.join(broken)}")


if __name__ == "__main__":
    main()
