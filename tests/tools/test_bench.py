"""What measures the book can: a table that nobody asked for in a while must not be broken."""

import subprocess
import sys

import pytest

from sitebuild import ROOT

# Rows of each sort, measured briefly: what they say is worth nothing, other tests run beside them.
BRIEF = """from tools.bench import __main__, autodiff, imports, slider
slider.MOVES, slider.DRAG_SECONDS, imports.ROUNDS, autodiff.SECONDS = slider.BLOCK, 0.1, 1, 0.1
__main__.main()"""
PARTS = ["pages:notation", "slider:descent", "slider:docked-surface", "imports", "autodiff"]


def bench(*parts):
    return subprocess.run(
        [sys.executable, "-c", BRIEF, *parts], cwd=ROOT, capture_output=True, text=True
    )


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.timeout(600)
@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_the_bench_gives_its_rows(site, launch, part):
    ran = bench(part)
    assert ran.returncode == 0, ran.stderr
    rows = [line for line in ran.stdout.splitlines() if line.startswith("| ")][1:]
    assert rows
    assert all(line.count("|") == 6 for line in rows)


def test_a_part_that_is_not_there_is_named_with_those_that_are():
    command = [sys.executable, "-m", "tools.bench", "slidr"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 1
    assert "no part slidr; there are: pages, slider" in ran.stderr
