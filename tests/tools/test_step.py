"""A slow step is one calm line; a failed one says why, where the rest is, and fails."""

import os
import re
import subprocess
import sys

import pytest

import step
from sitebuild import ROOT

WARNING = "chapters/one.md:3: WARNING: no such label"


def stepped(folder, command, ci="false"):
    return subprocess.run(
        [sys.executable, ROOT / "tools" / "step.py", "name", "Doing it", command],
        cwd=folder,
        env=os.environ | {"CI": ci},
        capture_output=True,
        text=True,
    )


def failing(folder):
    """A command that warns once, prints many lines, and fails."""
    lines = [WARNING, *(f"line {number} of many" for number in range(100)), "the cause"]
    (folder / "said").write_text("\n".join(lines) + "\n", "utf-8")
    return lines, "cat said >&2; exit 7"


def test_a_success_is_one_line_and_its_noise_is_in_the_log(tmp_path):
    done = stepped(tmp_path, "echo noise; echo warning >&2")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"Doing it … \d+ s\n", done.stdout)
    assert (tmp_path / step.LOGS / "name.log").read_text() == "noise\nwarning\n"


def test_a_failure_passes_its_code_on_and_shows_warnings_the_last_lines_and_the_log(tmp_path):
    lines, command = failing(tmp_path)
    done = stepped(tmp_path, command)
    shown = done.stderr.splitlines()
    assert done.returncode == 7
    assert shown[0] == WARNING
    assert shown[1:-1] == lines[-step.LAST :]
    assert str(step.LOGS / "name.log") in shown[-1]
    assert (tmp_path / step.LOGS / "name.log").read_text("utf-8").splitlines() == lines


def test_ci_sees_a_failure_in_full(tmp_path):
    lines, command = failing(tmp_path)
    assert stepped(tmp_path, command, ci="true").stderr.splitlines()[:-1] == lines


PIP = "Connection broken by 'NewConnectionError: Failed to establish a new connection'"
UV = "  Caused by: dns error: failed to lookup address information"
NPM = "npm error code ENOTFOUND"
WRONG_NAME = "ERROR: No matching distribution found for nosuchpackage"


@pytest.mark.parametrize(("told", "unreached"), [(PIP, 1), (UV, 1), (NPM, 1), (WRONG_NAME, 0)])
def test_an_index_that_does_not_answer_is_named_as_the_cause(tmp_path, told, unreached):
    (tmp_path / "said").write_text(f"{told}\n")
    done = stepped(tmp_path, "cat said >&2; exit 1")
    assert done.returncode == 1
    assert ("PIP_INDEX_URL" in done.stderr) == unreached


def test_a_command_that_is_killed_has_failed(tmp_path):
    assert stepped(tmp_path, "kill -TERM $$").returncode == 128 + 15


@pytest.mark.parametrize("live", [False, True])
def test_a_long_step_says_that_it_still_works(tmp_path, monkeypatch, capsys, live):
    monkeypatch.setattr(step, "SHOWN_EVERY", 0.01)
    monkeypatch.setattr(step, "SAID_EVERY", 0.01)
    monkeypatch.setattr(step.signal, "signal", lambda *_: None)
    assert step.run(tmp_path / "log", "Doing it", "sleep 0.2", live) == 0
    said = capsys.readouterr().out
    assert said.endswith("s\n")
    assert said.count("Doing it … 0 s") > 1
    assert said.count("\n") == (1 if live else said.count("Doing it"))
