"""What make would run: only the book's own Python is installed into."""

import os
import re
import subprocess

import pytest

from sitebuild import ROOT


@pytest.mark.parametrize("target", ["pip", "node"])
def test_nothing_is_installed_outside_the_environment(target, tmp_path):
    """By its path, as a version manager's python3 puts its own python first in a step's PATH."""
    recipe = subprocess.run(
        ["make", "--dry-run", f"VENV={tmp_path}/new", f"{tmp_path}/new/bin/{target}"],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name != "MAKEFLAGS"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    installing = re.findall(r"(\S+) -m pip|uv pip install .*?--python (\S+)", recipe)
    assert installing, recipe
    assert {one or other for one, other in installing} == {f"{tmp_path}/new/bin/python"}
