"""The bug lab: the gradient check catches every seeded bug, and every mended program passes."""

import difflib
import inspect

import numpy as np
import pytest

from prose import cells
from ptcode.mistakes.bug_lab import BUGS, examine
from ptcode.mistakes.bug_lab.examination import Entry
from ptcode.mistakes.mistakes import MISTAKES
from ptcode.mistakes.network import wrong_numbers
from ptcode.networks.running_example import RunningExample

LAB = pytest.mark.parametrize("bug", BUGS.values(), ids=BUGS)
IN_THE_LAB = {bug.mistake for bug in BUGS.values()}


@LAB
def test_the_check_catches_the_bug(bug):
    found = bug.examination()
    assert not found.passed
    assert any(not entry.agrees for entry in found.entries)


@LAB
def test_the_mended_program_passes(bug):
    found = examine(bug.mended, **bug.inputs)
    assert found.passed
    assert all(entry.agrees for entry in found.entries)
    assert repr(found).startswith("all entries agree")


@LAB
def test_one_line_is_wrong_and_no_other(bug):
    ours, theirs = bug.source.splitlines(), inspect.getsource(bug.mended).splitlines()
    changed = [line for line in difflib.ndiff(ours, theirs) if line[0] in "+-"]
    assert [line[2:].strip() for line in changed] == list(bug.lines)
    assert len(ours) <= 15


@LAB
def test_the_cost_is_right_so_that_only_the_way_back_is_wrong(bug):
    inputs = {name: np.array(value) for name, value in bug.inputs.items()}
    assert bug.program(**inputs)[0] == bug.mended(**inputs)[0]


@LAB
def test_the_bug_shows_at_other_places_too(bug):
    random = np.random.default_rng(9)
    for _ in range(5):
        moved = {
            name: np.array(value) + random.normal(0, 0.3, np.shape(value))
            for name, value in bug.inputs.items()
        }
        assert not examine(bug.program, **moved).passed
        assert examine(bug.mended, **moved).passed


@LAB
def test_the_program_stands_in_the_chapter_as_it_is(bug):
    (cell,) = (
        source
        for source in cells("09-common-mistakes", "code").values()
        if source.startswith(f"def {bug.name}(")
    )
    assert cell.startswith(bug.source.rstrip())
    assert f"examine({bug.name}, " in cell


def test_eight_programs_make_eight_different_mistakes():
    assert len(BUGS) == len(IN_THE_LAB) == 8
    assert {"", *(mistake.name for mistake in MISTAKES)} >= IN_THE_LAB


@pytest.mark.parametrize("name", ["two_weights", "borrowed_slope", "first_step"])
def test_in_the_running_example_the_bug_is_the_mistake_of_the_chapter(name):
    bug = BUGS[name]
    assert bug.inputs == {"W1": RunningExample().W1, "W2": RunningExample().W2}
    answers = wrong_numbers("W_1")[bug.mistake]
    claimed, right = (entry.claimed for entry in bug.examination().entries)
    assert right == pytest.approx(RunningExample().adjoints["W2"], rel=1e-12)
    assert min(abs(answer - claimed) for answer in answers) < 1e-15


def test_an_examination_names_every_entry_and_marks_what_is_off():
    lines = repr(BUGS["two_layers"].examination()).splitlines()
    assert lines[0] == "6 of 10 are off"
    assert [line.split()[0] for line in lines[2:7]] == ["W1[0,", "W1[0,", "W1[1,", "W1[1,", "b1[0]"]
    assert [line.endswith("←") for line in lines[2:]] == [True] * 6 + [False] * 4


def test_ratio_of_a_claim_where_nothing_is_to_be_felt():
    assert Entry("w", 0.0, 0.0).ratio == 1
    assert Entry("w", 0.5, 0.0).ratio == np.inf
    assert Entry("w", -1e-14, 0.0).agrees


def test_what_cannot_be_examined_is_named():
    with pytest.raises(ValueError, match="takes no V: name its own arguments"):
        examine(lambda w: (w, [1.0]), w=1.0, V=2.0)
    with pytest.raises(ValueError, match=r"returns 1 adjoints for 2 inputs \(a, b\)"):
        examine(lambda a, b: (a * b, [b]), a=1.0, b=2.0)
    with pytest.raises(ValueError, match="a gradient has the shape of what it is taken"):
        examine(lambda w: (w.sum(), [np.ones((3, 2))]), w=[1.0, 2.0])
