"""What js/src takes from Python is in step with it, and nothing else lies there."""

import re
from functools import cache

import pytest

from sitebuild import ROOT
from tools.generate import FOLDER, written

FILES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file())
NAMED = [name for name in FILES if not name.startswith("defaults/")]


@cache
def said():
    return written()


@pytest.mark.parametrize("name", FILES)
def test_a_generated_file_is_what_python_says(name):
    assert (FOLDER / name).read_text("utf-8") == said().get(name), f"{name}: run make generate"


def test_every_file_is_there_and_none_outlives_its_source():
    assert set(FILES) == set(said())


def test_every_figure_has_its_defaults_and_nothing_else_has():
    kinds = {path.name for path in (ROOT / "js" / "src" / "figures").iterdir()}
    assert {f"defaults/{kind}.json" for kind in kinds} == set(FILES) - set(NAMED)


@pytest.mark.parametrize("name", NAMED)
def test_the_javascript_uses_every_generated_file(name):
    files = [*(ROOT / "js" / "src").rglob("*.js"), ROOT / "tools" / "judge.mjs"]
    files.append(ROOT / "js" / "guests.mjs")
    source = "".join(path.read_text("utf-8") for path in files)
    assert re.search(rf'generated[/", )]+{re.escape(name)}"', source)
