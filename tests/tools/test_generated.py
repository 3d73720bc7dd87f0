"""What the browser's half imports from Python is in step with it, and nothing else lies there."""

import pytest

from sitebuild import ROOT
from tools.generate import FILES, FOLDER, text


@pytest.mark.parametrize("name", FILES)
def test_a_generated_file_is_what_python_says(name):
    assert (FOLDER / name).read_text("utf-8") == text(FILES[name]()), f"{name}: run make generate"


def test_no_generated_file_outlives_its_source():
    assert {path.name for path in FOLDER.iterdir()} == set(FILES)


def test_the_browser_imports_every_generated_file():
    source = "".join(path.read_text("utf-8") for path in (ROOT / "js" / "src").rglob("*.js"))
    assert all(f'generated/{name}"' in source for name in FILES)
