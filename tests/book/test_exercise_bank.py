"""The bank: thirty exercises and more, and every likely wrong answer is told from the others."""

from collections import Counter

import numpy as np
import pytest
from ptcode.exercises.judge.verdicts import judge

from prose import CHAPTERS, cells
from ptcode.autodiff.checks import central_difference
from ptcode.core.formatting import short
from ptcode.descent.optimisers import Adam, Momentum, RMSProp
from ptcode.exercises.bank import bank, find
from ptcode.exercises.kinds import NumberExercise, formulas_at
from ptcode.functions.function import Function
from ptcode.functions.tree import from_tree
from ptcode.functions.writing import write

BANK = bank()
SEEDS = range(4)


def of_kind(*kinds):
    chosen = [exercise for exercise in BANK.values() if exercise.kind in kinds]
    return pytest.mark.parametrize("exercise", chosen, ids=lambda exercise: exercise.slug)


def typed(value):
    """A number as somebody types it who keeps all its digits."""
    return repr(float(value))


def names(verdict):
    return {verdict.mistake, *verdict.mistakes}


def test_there_are_exercises_for_every_chapter_of_every_kind_and_level():
    by_chapter = Counter(exercise.chapter for exercise in BANK.values())
    assert len(BANK) >= 40
    assert set(by_chapter) == set(range(1, 9))
    assert all(5 <= count <= 7 for count in by_chapter.values())
    kinds = Counter(exercise.kind for exercise in BANK.values())
    assert set(kinds) == {"derivative", "number", "choice", "order", "fill"}
    assert min(kinds.values()) >= 4
    assert {exercise.level for exercise in BANK.values()} == {1, 2, 3}


def test_an_exercise_stands_in_its_chapter_once_and_a_chapter_shows_a_handful():
    shown = Counter()
    for path in CHAPTERS.glob("0[1-8]-*.ipynb"):
        figures = [
            c for c in cells(path.stem, "code").values() if c.startswith("pt.ExerciseFigure(")
        ]
        assert 3 <= len(figures) <= 6, path.stem
        slugs = [figure.split('"')[1] for figure in figures]
        assert all(find(slug).chapter == int(path.stem[:2]) for slug in slugs)
        shown.update(slugs)
    assert max(shown.values()) == 1


def test_no_exercise_has_the_name_of_a_question():
    questions = {
        code.split('"')[1]
        for path in CHAPTERS.glob("*.ipynb")
        for code in cells(path.stem, "code").values()
        if code.startswith("pt.Question(")
    }
    assert not questions & set(BANK)


@pytest.mark.parametrize("exercise", BANK.values(), ids=BANK)
def test_every_text_can_be_shown_with_its_numbers(exercise):
    for seed in SEEDS:
        for text in (exercise.prompt, *exercise.hints, *exercise.solution):
            assert "⟨" not in exercise.text(text, seed)
    assert exercise.hints
    assert exercise.kind == "derivative" or exercise.solution


@of_kind("derivative")
def test_the_right_derivative_is_right_and_every_wrong_one_has_its_name(exercise):
    for seed in SEEDS:
        sheet = exercise.sheet(exercise.variant(seed))
        assert judge(exercise, write(sheet.right), seed).kind in ("correct", "unsimplified")
        for wrong in sheet.wrong:
            verdict = judge(exercise, write(wrong.tree), seed)
            assert verdict.kind == "mistake"
            assert wrong.mistake in names(verdict)


@of_kind("derivative")
def test_the_right_derivative_is_what_is_measured(exercise):
    for seed in SEEDS:
        parameters = exercise.variant(seed)
        function = Function(from_tree(exercise.tree(parameters)))
        slope = Function(from_tree(exercise.sheet(parameters).right), function.variables)
        at = np.array([-1.1, 0.4, 0.9])
        np.testing.assert_allclose(central_difference(function, at), slope(at), rtol=1e-7)


@of_kind("number")
def test_the_right_number_is_right_and_every_wrong_one_has_its_name(exercise):
    for seed in SEEDS:
        known = exercise.known(seed)
        assert judge(exercise, typed(exercise.right(known)), seed).kind == "correct"
        for name, value, deep in exercise.wrong_numbers(known):
            if deep:
                continue
            verdict = judge(exercise, typed(value), seed)
            if name.startswith("other:"):
                assert verdict.kind not in ("correct", "unreadable", "unknown"), name
                assert exercise.text(name.removeprefix("other:").strip(), seed) in verdict.message
            else:
                assert verdict.kind == "mistake"
                assert name in names(verdict)


@of_kind("choice")
def test_every_choice_is_told_its_own(exercise):
    for index, (_, feedback, *mark) in enumerate(exercise.choices):
        verdict = judge(exercise, index, 0)
        right = mark == [True]
        assert (verdict.kind == "correct") == right
        assert exercise.text(feedback) in verdict.message
        if mark and not right:
            assert (verdict.kind, verdict.mistake) == ("mistake", mark[0])


@of_kind("order")
def test_the_right_order_is_right_and_a_wrong_one_has_its_name(exercise):
    right = tuple(range(len(exercise.items)))
    assert judge(exercise, right, 0).kind == "correct"
    turned = (*right[1:], right[0])
    assert judge(exercise, turned, 0).kind != "correct"
    for name, order in exercise.wrong.items():
        verdict = judge(exercise, order, 0)
        assert (verdict.kind, verdict.mistake) == ("mistake", name)


@of_kind("fill")
def test_filled_in_rightly_it_is_solved_and_a_wrong_field_has_its_name(exercise):
    for seed in SEEDS:
        right = exercise.right(exercise.known(seed))
        answers = {blank.name: typed(right[blank.name]) for blank in exercise.blanks}
        assert judge(exercise, answers, seed).kind == "correct"
        for blank in exercise.blanks:
            for name, value in wrong_fields(exercise, blank, right):
                verdict = judge(exercise, answers | {blank.name: typed(value)}, seed)
                field = verdict.fields[blank.name]
                assert not verdict.solved
                if name.startswith("other:"):
                    said = exercise.text(name.removeprefix("other:").strip(), seed)
                    assert said in field.message
                else:
                    assert (field.kind, field.mistake) == ("mistake", name)


def wrong_fields(exercise, blank, right):
    return formulas_at(blank.wrong, right)


@of_kind("number", "fill")
def test_fresh_numbers_are_different_numbers(exercise):
    prompts = {
        (exercise.text(exercise.prompt, seed), str(exercise.variant(seed))) for seed in range(12)
    }
    assert len(prompts) >= 3


@pytest.mark.parametrize(
    ("slug", "rule"),
    [
        ("second-step-of-momentum", lambda n: Momentum(n["r"], momentum=n["b"])),
        ("first-step-of-rmsprop", lambda n: RMSProp(n["r"], decay=n["b"])),
        ("first-step-of-adam", lambda n: Adam(n["r"], decay=n["a"], second_decay=n["b"])),
    ],
)
def test_the_optimisers_take_the_steps_that_the_exercises_ask_for(slug, rule):
    exercise = find(slug)
    for seed in SEEDS:
        numbers = exercise.known(seed)
        optimiser = rule(numbers)
        gradients = [np.array(numbers[name]) for name in ("g", "h") if name in numbers]
        memory = optimiser.memory(gradients[0])
        for k, gradient in enumerate(gradients, start=1):
            change, memory = optimiser.move(gradient, memory, k)
        assert exercise.right(numbers) == pytest.approx(float(change), rel=1e-6)


def test_numbers_rounded_to_four_digits_are_right():
    for exercise in BANK.values():
        if isinstance(exercise, NumberExercise):
            value = short(exercise.right(exercise.known()), 5)
            assert judge(exercise, value).kind == "correct", exercise.slug
