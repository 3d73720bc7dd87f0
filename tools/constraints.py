"""Refresh the pins: constraints.txt gets the newest versions that pyproject.toml allows.

Names and versions only: where they come from is a matter of whoever installs them. What
pyproject.toml pins itself is pinned there and nowhere else.
"""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PINS = ROOT / "constraints.txt"
# What hatchling asks for when an install is editable, and what installs.
ALSO = ["editables", "uv"]


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def report(build):
    """What pip would install into an empty environment, as its report; nothing is installed."""
    options = ["--dry-run", "--ignore-installed", "--quiet", "--report", "-"]
    command = [sys.executable, "-m", "pip", "install", *options, *build]
    # pip's warnings go to stderr, and are for the person who runs this.
    done = subprocess.run(
        [*command, *ALSO, "--editable", ".[dev]"], cwd=ROOT, stdout=subprocess.PIPE, check=True
    )
    return json.loads(done.stdout)


def pins(report, elsewhere):
    """The lines of constraints.txt for a report of pip, less the packages pinned elsewhere."""
    installed = [entry["metadata"] for entry in report["install"]]
    found = {normal(package["name"]): package["version"] for package in installed}
    kept = sorted(set(found) - {normal(name) for name in elsewhere})
    return [f"{name}=={found[name]}" for name in kept]


def main():
    stated = (ROOT / "pyproject.toml").read_text("utf-8")
    project = tomllib.loads(stated)
    itself = re.findall(r'"([\w.-]+)==', stated)
    before = set(PINS.read_text("utf-8").splitlines())
    lines = pins(report(project["build-system"]["requires"]), ["ptcode", *itself])
    PINS.write_text("\n".join(lines) + "\n", "utf-8")
    for line in sorted(before.symmetric_difference(lines)):
        print(f"{'-' if line in before else '+'} {line}")


if __name__ == "__main__":
    main()
