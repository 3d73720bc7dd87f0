"""`python -m ptcode` opens a chapter wherever it is; the wheel does without the repository."""

import os
import subprocess
import sys
from zipfile import ZipFile

import pytest

from ptcode import __main__ as opening
from ptcode.site import wheel

RUN = """
import sys, nbformat, ptcode
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, timeout=120).execute()
shown = [out.data for cell in notebook.cells for out in cell.get("outputs", ()) if "data" in out]
print(ptcode.__file__, sum("application/vnd.jupyter.widget-view+json" in data for data in shown))
"""


def test_a_notebook_is_fetched_once_and_never_written_over(tmp_path, monkeypatch, capsys):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a b.ipynb").write_text("theirs")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    address = (tmp_path / "site" / "a b.ipynb").as_uri()
    assert opening.fetched(address) == "a b.ipynb"
    mine = tmp_path / "here" / "a b.ipynb"
    assert mine.read_text() == "theirs"
    mine.write_text("mine")
    assert opening.fetched(address) == "a b.ipynb"
    assert mine.read_text() == "mine"
    assert "a b.ipynb" in capsys.readouterr().out


def test_a_notebook_that_is_not_there_is_said_and_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit, match=r"gone\.ipynb"):
        opening.fetched((tmp_path / "gone.ipynb").as_uri())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("user", "allowed"), [(0, True), (1000, False)])
def test_only_root_is_given_leave_to_be_root(monkeypatch, user, allowed):
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    words = opening.command("chapters", "--no-browser")
    assert ("--allow-root" in words) == allowed
    assert words[-1] == "--no-browser"


@pytest.mark.slow
def test_the_wheel_alone_runs_a_chapter(site, tmp_path):
    with ZipFile(site / wheel.name()) as made:
        made.extractall(tmp_path / "installed")
    (tmp_path / "run.py").write_text(RUN)
    done = subprocess.run(
        [sys.executable, "run.py", site / "chapters" / "02-gradient-descent.ipynb"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "installed")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    place, figures = done.stdout.split()
    assert place.startswith(str(tmp_path))
    assert int(figures) > 0
