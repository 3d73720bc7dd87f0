"""What js/src takes from Python is in step with it, and nothing else lies there."""

import pytest

from sitebuild import ROOT
from tools.generate import FOLDER, written

FILES = written()


@pytest.mark.parametrize("name", FILES)
def test_a_generated_file_is_what_python_says(name):
    assert (FOLDER / name).read_text("utf-8") == FILES[name], f"{name}: run make generate"


def test_no_generated_file_outlives_its_source():
    assert {path.name for path in FOLDER.iterdir()} == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_the_javascript_uses_every_generated_file(name):
    files = [*(ROOT / "js" / "src").rglob("*.js"), ROOT / "tools" / "judge.mjs"]
    source = "".join(path.read_text("utf-8") for path in files)
    assert f'generated/{name}"' in source
