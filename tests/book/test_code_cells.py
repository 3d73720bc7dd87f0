"""The cells that a reader completes: a stub, one call that checks it, a folded solution."""

import re

import nbformat
import pytest

from notebooks import CHAPTERS, execute, find
from ptcode.exercises.code import TASKS

CALL = re.compile(r'pt\.check\("([^"]+)", (\w+)\)')
SHOWN = re.compile(r'pt\.solution\("([^"]+)"\)')
FIRST = "02-gradient-descent"


def read(path):
    return nbformat.read(path, as_version=4)


def calls(path, pattern):
    """The cells of a chapter in which a pattern stands, and what it found."""
    cells = (cell for cell in read(path).cells if cell.cell_type == "code")
    return [(cell, found) for cell in cells if (found := pattern.search(cell.source))]


CHAPTERS_WITH_CODE = [path for path in find([]) if calls(path, CALL)]
PATHS = pytest.mark.parametrize("path", CHAPTERS_WITH_CODE, ids=lambda path: path.stem)


def test_each_chapter_from_gradient_descent_on_asks_for_one_or_two():
    numbered = [path for path in CHAPTERS.glob("[0-9]*.ipynb") if path.stem >= FIRST]
    assert sorted(numbered) == CHAPTERS_WITH_CODE
    assert all(1 <= len(calls(path, CALL)) <= 2 for path in numbered)


def test_each_task_is_asked_for_once_in_the_order_of_the_book():
    asked = [found[1] for path in CHAPTERS_WITH_CODE for _, found in calls(path, CALL)]
    assert asked == list(TASKS)


@PATHS
def test_a_stub_is_that_of_its_task_and_its_solution_is_folded_below(path):
    shown = {found[1]: cell for cell, found in calls(path, SHOWN)}
    for cell, found in calls(path, CALL):
        task = TASKS[found[1]]
        assert cell.source == f"{task.stub}\n\n\n{found[0]}"
        assert found[2] == task.solution.__name__
        assert shown[task.slug].metadata["tags"] == ["hide-output"]


@PATHS
def test_with_the_imports_of_its_chapter_a_solution_runs(path):
    space = {}
    exec(read(path).cells[1].source, space)
    for _, found in calls(path, CALL):
        exec(TASKS[found[1]].source, space)
        assert eval(found[0], space).right


@pytest.mark.slow
@PATHS
def test_a_chapter_runs_with_its_solutions_and_prints_what_it_printed(path):
    notebook, before = read(path), read(path)
    for cell in notebook.cells:
        if found := CALL.search(cell.source):
            cell.source = f"{TASKS[found[1]].source}\n\n\n{found[0]}"
    execute(notebook, path.parent)
    for now, then in zip(notebook.cells, before.cells, strict=True):
        if now.source == then.source:
            assert text(now) == text(then)
        else:
            assert text(now).startswith("Right")


def text(cell):
    """What a cell shows as plain text; of one that is told to be ignored, nothing."""
    if "nbval-ignore-output" in cell.metadata.get("tags", []):
        return ""
    outputs = cell.get("outputs", [])
    return "".join(each.get("text", "") or each.data.get("text/plain", "") for each in outputs)
