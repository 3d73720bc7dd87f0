"""What js/src looks like to its next reader: lines that fit, no finding of the linter, no log."""

import subprocess
import sys
from pathlib import Path

import pytest

from sitebuild import ROOT, unavailable

JS = ROOT / "js"
BIOME = JS / "node_modules" / "@biomejs" / "biome" / "bin" / "biome"
NODE = Path(sys.executable).parent / "node"
SOURCES = sorted((JS / "src").rglob("*.js"))
WIDTH = 100


def lines():
    for path in SOURCES:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            yield f"{path.relative_to(ROOT)}:{number}", line


def test_every_line_fits():
    assert [place for place, line in lines() if len(line) > WIDTH] == []


def test_nothing_is_logged():
    assert [place for place, line in lines() if "console." in line] == []


@pytest.mark.parametrize("work", ["lint", "format"])
def test_biome_finds_nothing(work):
    if not BIOME.is_file():
        unavailable("js/node_modules is missing; make test installs it, or: cd js && npm ci")
    command = [NODE, BIOME, work, "--error-on-warnings", "."]
    done = subprocess.run(command, cwd=JS, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
