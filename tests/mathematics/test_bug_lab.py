"""The bug lab: the gradient check catches every seeded bug, and every mended program passes."""

import difflib
import inspect

import numpy as np
import pytest

from ptcode.exercises.bank import bank, find
from ptcode.exercises.bugs import GIVEN, Bug, BugExercise
from ptcode.mistakes.bug_lab import BUGS, changed, examine, programs, run
from ptcode.mistakes.bug_lab.examination import Entry
from ptcode.mistakes.mistakes import MISTAKES
from ptcode.mistakes.network import wrong_numbers
from ptcode.networks.running_example import RunningExample

LAB = pytest.mark.parametrize("bug", BUGS.values(), ids=BUGS)
EXERCISES = [exercise for exercise in bank().values() if exercise.kind == "bug"]
SEEDED = pytest.mark.parametrize(
    ("exercise", "bug"),
    [
        pytest.param(exercise, bug, id=f"{exercise.slug}-{i}")
        for exercise in EXERCISES
        for i, bug in enumerate(exercise.bugs)
    ],
)


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


def check_one_line_differs(source, program, wrong, right):
    ours, theirs = source.splitlines(), inspect.getsource(program).splitlines()
    found = [line for line in difflib.ndiff(ours, theirs) if line[0] in "+-"]
    assert [line[2:].strip() for line in found] == [wrong, right]
    assert 6 <= len(ours) <= 14


@LAB
def test_one_line_is_wrong_and_no_other(bug):
    check_one_line_differs(bug.source, bug.mended, bug.wrong, bug.right)


@SEEDED
def test_one_line_of_an_exercise_is_wrong_and_no_other(exercise, bug):
    seed = exercise.bugs.index(bug)
    assert exercise.bug(seed) is bug
    check_one_line_differs("\n".join(exercise.shown(seed)), exercise.program, bug.wrong, bug.right)


@LAB
def test_the_cost_is_right_so_that_only_the_way_back_is_wrong(bug):
    inputs = {name: np.array(value) for name, value in bug.inputs.items()}
    assert bug.program(**inputs)[0] == bug.mended(**inputs)[0]


@LAB
def test_the_bug_shows_at_other_places_too(bug):
    for moved in near(bug.inputs):
        assert not examine(bug.program, **moved).passed
        assert examine(bug.mended, **moved).passed


def near(inputs):
    """Five places around one."""
    random = np.random.default_rng(9)
    for _ in range(5):
        yield {
            name: np.array(value) + random.normal(0, 0.1, np.shape(value))
            for name, value in inputs.items()
        }


@SEEDED
def test_a_wrong_line_is_off_at_every_place_and_so_is_every_wrong_choice(exercise, bug):
    for place in exercise.places:
        for at in (place, *near(place)):
            assert examine(exercise.program, **at).passed
            for line in (bug.wrong, *(line for line, *_ in bug.others)):
                tried = run(exercise.program, changed(exercise.program, bug.right, line))
                assert not examine(tried, **at).passed, line


@SEEDED
def test_the_lines_to_choose_among_are_four_and_none_is_the_wrong_one(exercise, bug):
    lines = [line for line, *_ in bug.mends]
    assert 3 <= len({*lines, bug.wrong}) - 1 <= 4
    assert len(lines) == len(set(lines))
    assert lines[0] == bug.right


@SEEDED
def test_the_cost_of_an_exercise_is_measured_alike_whatever_stands_in_the_line(exercise, bug):
    for found in exercise.examinations[exercise.bugs.index(bug)]:
        measured = [[entry.measured for entry in each.entries] for each in found]
        assert measured == [measured[0]] * len(measured)


def only(name, ratio):
    """The ratios that a hint promises: those of one entry, and 1 in all others."""
    return lambda at: {name: ratio(at) if callable(ratio) else ratio}


PROMISED = {
    "bug-in-a-step-of-descent": [
        only("W", -1), only("W", lambda at: at["W"] / 2), only("b", 2),
    ],
    "bug-in-the-running-example": [
        None, only("W1", lambda at: at["W1"] / 1.5), None, None,
    ],
    "bug-in-a-step-on-the-way-back": [
        only("W1", lambda at: RunningExample(**at).step(0.5).W2 / at["W2"]),
        only("W2", -1),
        only("W2", lambda at: at["W2"] / RunningExample(**at).values["a1"]),
    ],
    "bug-in-a-mean-over-points": [
        lambda _: {"W": 4, "b": 4}, only("W", 1 / 4), only("b", lambda at: at["b"]),
    ],
    "bug-in-a-measured-slope": [only("W", 2), None, only("W", 1 / 2)],
}  # fmt: skip
"""What the hints say of the ratios, bug by bug; None where they name no number."""


@pytest.mark.parametrize("slug", PROMISED)
def test_the_ratios_are_those_that_the_hints_promise(slug):
    exercise = find(slug)
    for by_place, promised in zip(exercise.examinations, PROMISED[slug], strict=True):
        for at, (found, *_) in zip(exercise.places, by_place, strict=True):
            if promised:
                wanted = {entry.name: 1 for entry in found.entries} | promised(at)
                ratios = {entry.name: entry.ratio for entry in found.entries}
                assert ratios == pytest.approx(wanted, rel=1e-4)


def test_what_is_wrong_before_the_ways_part_is_off_by_one_factor():
    *_, left_out, misplaced = find("bug-in-the-running-example").examinations
    for found, *_ in (*left_out, *misplaced):
        one, other = (entry.ratio for entry in found.entries)
        assert one == pytest.approx(other)
        assert one > 4 or found in [each for each, *_ in misplaced]
        assert min(abs(one - known) for known in (1, 2, -1, 0.5)) > 0.01


def test_a_transposed_product_claims_each_entry_in_the_place_of_its_mirror_image():
    for found, *_ in find("bug-in-a-layer").examinations[0]:
        claimed = {entry.name: entry.claimed for entry in found.entries}
        measured = {entry.name: entry.measured for entry in found.entries}
        assert claimed["W1[0, 1]"] == pytest.approx(measured["W1[1, 0]"], rel=1e-6)
        assert claimed["W1[1, 0]"] == pytest.approx(measured["W1[0, 1]"], rel=1e-6)


@LAB
def test_the_program_stands_in_the_chapter_as_it_is(bug):
    pytest.importorskip("nbformat", reason="in Pyodide no notebook is read")
    from prose import cells

    name = bug.mended.__name__
    (cell,) = (
        source
        for source in cells("14-common-mistakes", "code").values()
        if source.startswith(f"def {name}(")
    )
    assert cell.startswith(bug.source.rstrip())
    assert f"examine({name}, " in cell


def test_every_mistake_in_a_network_is_in_the_lab():
    seeded = {bug.mistake for exercise in EXERCISES for bug in exercise.bugs}
    made = {bug.mistake for bug in BUGS.values()} | seeded
    assert made >= {mistake.name for mistake in MISTAKES if mistake.network}
    assert len(EXERCISES) >= 7
    assert all(len(exercise.bugs) >= 2 for exercise in EXERCISES)


@pytest.mark.parametrize(
    ("slug", "index"),
    [
        ("bug-in-the-running-example", 0),
        ("bug-in-the-running-example", 1),
        ("bug-in-a-step-on-the-way-back", 0),
    ],
)
def test_in_the_running_example_the_bug_is_the_mistake_of_the_chapter(slug, index):
    exercise = find(slug)
    bug = exercise.bugs[index]
    assert exercise.places[0] == {"W1": RunningExample().W1, "W2": RunningExample().W2}
    answers = wrong_numbers("W_1")[bug.mistake]
    claimed, right = (entry.claimed for entry in exercise.examinations[index][0][0].entries)
    assert right == pytest.approx(RunningExample().adjoints["W2"], rel=1e-12)
    assert min(abs(answer - claimed) for answer in answers) < 1e-15


MEND = {"hint": "h", "found": "f", "mended": "m"}
TWO = (("b_bar = W", "No."), ("b_bar = x", "No."))


def of_a_line(**options):
    """An exercise on a straight line, with a bug that is none unless told otherwise."""
    bug = {"right": "b_bar = error", "wrong": "b_bar = error * 1", "others": TWO, **MEND}
    return BugExercise(
        slug="s",
        topic="common-mistakes",
        level=1,
        prompt="Which?",
        program=programs.descent_step,
        places=({"W": 1.5, "b": 2.0},),
        reasons=options.pop("reasons", ("r",) * 7),
        bugs=(Bug(**(bug | options)),),
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "the check lets 'b_bar = error . 1' pass"),
        ({"right": "b_bar = W"}, "'b_bar = W' stands 0 times in descent_step"),
        ({"right": "b_bar = 2 * error", "reasons": ("r",)}, "1 reasons for the 7 lines"),
        ({"others": (("b_bar = 0 * error", "No."), ("b_bar = 1 * error", "Yes?"))}, "lets 'b_bar"),
    ],
)
def test_what_no_check_can_show_is_no_exercise(options, message):
    with pytest.raises(ValueError, match=message):
        of_a_line(**options).variant()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"others": TWO[:1]}, "needs two other lines or three"),
        ({"mistake": "typo"}, "'typo' in s is not a mistake"),
        ({"others": (*TWO, ("b_bar = 1", "No.", "odd"))}, "'odd' in s is not a mistake"),
    ],
)
def test_what_is_wrong_with_a_bug_is_said_when_it_is_written(options, message):
    with pytest.raises(ValueError, match=message):
        of_a_line(**options)


def test_the_head_of_every_program_is_given():
    for exercise in EXERCISES:
        head, docstring, *body = exercise.lines
        assert head.startswith("def ")
        assert docstring.strip().startswith('"""J = ')
        assert len(body) == len(exercise.lines) - GIVEN == len(exercise.reasons)


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
