"""Print the table of budgets, for every part or for those named on the command line."""

import importlib
import pkgutil
import sys
import time

from tools import bench

# The order of DESIGN.md's table; a part that is not named here comes at the end.
ORDER = ["pages", "slider", "build", "notebooks", "autodiff"]


def parts(wanted):
    """Yield the modules that have rows, in the order of the table."""
    names = [module.name for module in pkgutil.iter_modules(bench.__path__)]
    rank = {name: number for number, name in enumerate(ORDER)}
    modules = {}
    for name in sorted(names, key=lambda name: rank.get(name, len(ORDER))):
        if not name.startswith("_"):
            modules[name] = importlib.import_module(f"tools.bench.{name}")
    modules = {name: module for name, module in modules.items() if hasattr(module, "rows")}
    if unknown := set(wanted) - set(modules):
        sys.exit(f"no part {', '.join(sorted(unknown))}; there are: {', '.join(modules)}")
    return [modules[name] for name in wanted or modules]


def main():
    started = time.monotonic()
    print("| what | measured | budget | | note |\n|---|---|---|---|---|")
    for part in parts(sys.argv[1:]):
        for row in part.rows():
            print(row, flush=True)
    print(f"\nMeasured in {time.monotonic() - started:.0f} s.")


if __name__ == "__main__":
    main()
