"""The bank: thirty exercises and more, and every likely wrong answer is told from the others."""

import re
from collections import Counter

import numpy as np
import pytest
import sympy

from prose import CHAPTERS, cells
from ptcode.core.formatting import short
from ptcode.core.topics import TOPICS
from ptcode.descent.optimisers import Adam, Momentum, RMSProp
from ptcode.exercises.bank import bank, find
from ptcode.exercises.bugs import GIVEN
from ptcode.exercises.data import exercise_data
from ptcode.exercises.formulas import formulas_at
from ptcode.exercises.kinds import NumberExercise
from ptcode.exercises.typed import seen
from ptcode.functions.function import Function
from ptcode.functions.tree import from_tree
from ptcode.functions.writing import write

BANK = bank()
SEEDS = range(4)


def of_kind(*kinds):
    chosen = [exercise for exercise in BANK.values() if exercise.kind in kinds]
    return pytest.mark.parametrize("exercise", chosen, ids=lambda exercise: exercise.slug)


def texts_of(exercise):
    """Every text of an exercise that is shown with its numbers."""
    offered = [text for choice in getattr(exercise, "choices", ()) for text in choice[:2]]
    items = getattr(exercise, "items", ())
    return [exercise.prompt, *offered, *items, *exercise.hints, *exercise.solution]


def typed(value):
    """A number as somebody types it who keeps all its digits."""
    return repr(float(value))


def judged(asked, exercise, answers):
    """The browser's verdicts on answers, each with the seed of the numbers it was asked with."""
    data = exercise_data(exercise)
    return asked({"exercise": data, "answer": text, "seed": seed} for text, seed in answers)


def check_wrong(exercise, name, verdict, seed):
    """What is said of a wrong answer is its mistake, or the author's own sentence."""
    if name.startswith("other:"):
        said = exercise.text(name.removeprefix("other:").strip(), seed)
        assert said in " ".join(verdict["lines"]), name
        assert verdict["kind"] not in ("correct", "unreadable", "unknown"), name
    else:
        assert verdict["kind"] == "mistake"
        assert name in verdict["mistakes"]


def test_there_are_exercises_of_every_kind_and_level():
    kinds = Counter(exercise.kind for exercise in BANK.values())
    assert set(kinds) == {"derivative", "number", "choice", "order", "fill", "bug"}
    assert min(kinds.values()) >= 4
    assert {exercise.level for exercise in BANK.values()} == {1, 2, 3}


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_has_six_exercises_and_at_most_nine_beside_its_programs_of_several_kinds(topic):
    found = [exercise for exercise in BANK.values() if exercise.topic == topic]
    assert len(found) >= 6
    assert sum(exercise.kind != "bug" for exercise in found) <= 9
    assert len({exercise.kind for exercise in found}) >= 3
    assert len({exercise.level for exercise in found}) >= 2


def test_an_exercise_stands_in_its_chapter_once_and_a_chapter_shows_a_handful():
    shown = Counter()
    for topic, path in zip(TOPICS, sorted(CHAPTERS.glob("[0-9]*.ipynb")), strict=True):
        figures = [
            c for c in cells(path.stem, "code").values() if c.startswith("pt.ExerciseFigure(")
        ]
        assert 3 <= len(figures) <= 6, path.stem
        slugs = [figure.split('"')[1] for figure in figures]
        assert {find(slug).topic for slug in slugs} == {topic}
        shown.update(slugs)
    assert max(shown.values()) == 1


def test_no_exercise_has_the_name_of_a_question():
    questions = {
        code.split('"')[1]
        for path in CHAPTERS.glob("*.ipynb")
        for code in cells(path.stem, "code").values()
        if "Question(" in code[:12]
    }
    assert not questions & set(BANK)


@pytest.mark.parametrize("exercise", BANK.values(), ids=BANK)
def test_every_text_can_be_shown_with_its_numbers(exercise):
    for seed in SEEDS:
        for text in texts_of(exercise):
            assert not set("⟨⟦¦") & set(exercise.text(text, seed))
    assert exercise.hints
    assert exercise.kind == "derivative" or exercise.solution


WITH_ADJOINTS = list(TOPICS)[list(TOPICS).index("backpropagation") :]
IN_GRAPHS = [exercise for exercise in BANK.values() if exercise.topic in WITH_ADJOINTS]


@pytest.mark.parametrize("exercise", IN_GRAPHS, ids=lambda exercise: exercise.slug)
def test_an_inner_value_of_a_graph_has_an_adjoint_and_a_parameter_a_partial(exercise):
    blanks = getattr(exercise, "blanks", ())
    wrong = [getattr(exercise, "wrong", {}), *(blank.wrong for blank in blanks)]
    said = [name for names in wrong for name in names]
    for text in [*texts_of(exercise), *(blank.label for blank in blanks), *said]:
        assert not re.search(r"∂J/∂[^Wbθ]", text), text


@of_kind("derivative")
def test_the_right_derivative_is_right_and_every_wrong_one_has_its_name(asked, exercise):
    for seed in SEEDS:
        parameters = exercise.variant(seed)
        numbers = {sympy.Symbol(name, real=True): value for name, value in parameters.items()}
        wrong = [
            (each.mistake, write(each.expression.subs(numbers)))
            for each, _ in seen(exercise.expression, exercise.variable, parameters)
        ]
        right = write(sympy.diff(exercise.expression.subs(numbers), exercise.variable))
        first, *others = judged(
            asked, exercise, [(text, seed) for _, text in [("", right), *wrong]]
        )
        assert first["kind"] in ("correct", "unsimplified")
        for (name, _), verdict in zip(wrong, others, strict=True):
            check_wrong(exercise, name, verdict, seed)


@of_kind("derivative")
def test_the_expression_of_the_browser_is_that_of_python(exercise):
    at = np.array([-1.1, 0.4, 0.9])
    for seed in SEEDS:
        parameters = exercise.variant(seed)
        numbers = {sympy.Symbol(name, real=True): value for name, value in parameters.items()}
        shown = Function(from_tree(exercise.tree(parameters)))
        meant = Function(exercise.expression.subs(numbers), shown.variables)
        np.testing.assert_allclose(shown(at), meant(at), rtol=1e-14)


@of_kind("number")
def test_the_right_number_is_right_and_every_wrong_one_has_its_name(asked, exercise):
    cases = [
        (name, typed(value), seed)
        for seed in SEEDS
        for known in [exercise.known(seed)]
        for name, value, everywhere in [
            ("", exercise.right(known), False),
            *exercise.wrong_numbers(known),
        ]
        if not everywhere
    ]
    verdicts = judged(asked, exercise, [(text, seed) for _, text, seed in cases])
    for (name, _, seed), verdict in zip(cases, verdicts, strict=True):
        if name:
            check_wrong(exercise, name, verdict, seed)
        else:
            assert verdict["kind"] == "correct"


@of_kind("choice")
def test_every_choice_is_told_its_own(asked, exercise):
    places = [(str(index), seed) for seed in SEEDS for index in range(len(exercise.choices))]
    for (index, seed), verdict in zip(places, judged(asked, exercise, places), strict=True):
        _, feedback, *mark = exercise.choices[int(index)]
        assert (verdict["kind"] == "correct") == (mark == [True])
        assert exercise.text(feedback, seed) in verdict["lines"]
        assert verdict["mistakes"] == [name for name in mark if name is not True]


@of_kind("order")
def test_the_right_order_is_right_and_a_wrong_one_has_its_name(asked, exercise):
    right = tuple(range(len(exercise.items)))
    orders = [right, (*right[1:], right[0]), *exercise.wrong.values()]
    for seed in SEEDS:
        given = [(",".join(map(str, order)), seed) for order in orders]
        first, turned, *wrong = judged(asked, exercise, given)
        assert (first["kind"], turned["kind"] == "correct") == ("correct", False)
        for name, verdict in zip(exercise.wrong, wrong, strict=True):
            check_wrong(exercise, name, verdict, seed)


@of_kind("bug")
def test_every_line_is_told_its_own_and_so_is_every_line_to_mend_with(asked, exercise):
    for seed in range(len(exercise.variants)):
        bug, number = exercise.bug(seed), exercise.line(exercise.bug(seed)) + 1
        lines = [str(line) for line in range(1, len(exercise.lines) + 1)]
        found = dict(
            zip(lines, judged(asked, exercise, [(each, seed) for each in lines]), strict=True)
        )
        right_line = found.pop(str(number))
        assert (right_line["kind"], right_line["lines"][1:]) == ("found", [bug.found])
        assert {each["kind"] for each in found.values()} == {"wrong"}
        given, others = list(found.values())[:GIVEN], list(found.values())[GIVEN:]
        reasons = [each for i, each in enumerate(exercise.reasons, GIVEN + 1) if i != number]
        assert [each["lines"][1] for each in others] == reasons
        assert len({each["lines"][1] for each in given}) == 1
        mends = [(f"{number}:{i}", seed) for i in range(1, len(bug.mends) + 1)]
        for (_, said, *mark), verdict in zip(
            bug.mends, judged(asked, exercise, mends), strict=True
        ):
            assert said in verdict["lines"]
            assert verdict["mistakes"] == mark
            assert (verdict["kind"] == "correct") == (said == bug.mended)


@of_kind("bug")
def test_the_check_that_is_shown_is_the_one_that_python_ran(asked, exercise):
    data = exercise_data(exercise)
    for seed in range(len(exercise.variants)):
        bug, known = exercise.bug(seed), exercise.variant(seed)
        line, place = exercise.line(bug) + 1, int(known["place"])
        answers = [f"{line}", *(f"{line}:{i}" for i in range(1, len(bug.mends) + 1))]
        lines = [bug.wrong, *(text for text, *_ in bug.mends)]
        verdicts = judged(asked, exercise, [(text, seed) for text in answers])
        for text, verdict in zip(lines, verdicts, strict=True):
            ran = exercise.examination(bug, text, place)
            shown = verdict["check"]
            assert shown["place"] == place
            assert ran.passed == all(each["agrees"] for each in shown["claims"])
            assert ran.passed == (verdict["kind"] == "correct")
            for entry, each, name, measured in zip(
                ran.entries, shown["claims"], data["entries"], data["measured"][place], strict=True
            ):
                assert entry.name == name
                assert each["claimed"] == pytest.approx(entry.claimed, rel=1e-6)
                assert each["ratio"] == pytest.approx(entry.ratio, rel=1e-6)
                assert measured == pytest.approx(entry.measured, rel=1e-6)


@of_kind("fill")
def test_filled_in_rightly_it_is_solved_and_a_wrong_field_has_its_name(asked, exercise):
    for seed in SEEDS:
        right = exercise.right(exercise.known(seed))
        answers = {blank.name: typed(right[blank.name]) for blank in exercise.blanks}
        cases = [
            (blank.name, name, answers | {blank.name: typed(value)})
            for blank in exercise.blanks
            for name, value in formulas_at(blank.wrong, right)
        ]
        given = [answers, *(filled for *_, filled in cases)]
        texts = [";".join(f"{name}={text}" for name, text in each.items()) for each in given]
        first, *others = judged(asked, exercise, [(text, seed) for text in texts])
        assert first["kind"] == "correct"
        for (blank, name, _), verdict in zip(cases, others, strict=True):
            assert verdict["kind"] == "incomplete"
            check_wrong(exercise, name, verdict["fields"][blank], seed)


@of_kind("number", "fill", "order")
def test_what_is_said_of_a_slip_is_plain_text(exercise):
    """The verdict on these kinds is shown as it is: no stars, no backticks."""
    tables = [getattr(exercise, "wrong", {}), *(b.wrong for b in getattr(exercise, "blanks", ()))]
    said = [*exercise.words.values(), *(name for table in tables for name in table)]
    labels = [blank.label for blank in getattr(exercise, "blanks", ())]
    assert [text for text in [*said, *labels] if set("*`") & set(exercise.text(text, 0))] == []


@pytest.mark.parametrize("exercise", BANK.values(), ids=BANK)
def test_the_browser_reads_every_formula_and_text_as_python_does(node, exercise):
    """Numbers with names, and what stands in the texts: the same to the last digits."""
    texts = texts_of(exercise)
    found = node(
        """
        const { filled, knownOf } = await bundle("exercise");
        return input.seeds.map((seed) => {
          const known = knownOf(input.data, seed);
          return { known, texts: input.texts.map((text) => filled(text, known)) };
        });
        """,
        {"data": exercise_data(exercise), "texts": texts, "seeds": list(SEEDS)},
    )
    for seed, browser in zip(SEEDS, found, strict=True):
        assert browser["known"] == pytest.approx(exercise.known(seed), rel=1e-12)
        assert browser["texts"] == [exercise.text(text, seed) for text in texts]


@of_kind("number", "fill")
def test_fresh_numbers_are_different_numbers(exercise):
    prompts = {
        (exercise.text(exercise.prompt, seed), str(exercise.variant(seed))) for seed in range(12)
    }
    assert len(prompts) >= 3


@of_kind("choice", "order")
def test_no_choice_and_no_order_reads_the_same_with_every_seed(exercise):
    shown = {tuple(exercise.text(text, seed) for text in texts_of(exercise)) for seed in range(12)}
    assert len(shown) >= 3


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


def test_numbers_rounded_to_four_digits_are_right(asked):
    numbers = [exercise for exercise in BANK.values() if isinstance(exercise, NumberExercise)]
    found = asked(
        {"exercise": exercise_data(each), "answer": short(each.right(each.known()), 5)}
        for each in numbers
    )
    assert {verdict["kind"] for verdict in found} == {"correct"}
