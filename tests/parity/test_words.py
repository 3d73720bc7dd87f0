"""The words fit the place: a mistake is told in those of a topic, and says what to do next."""

import json
from pathlib import Path

import pytest
import sympy

from ptcode.exercises.bank import bank, find
from ptcode.exercises.data import exercise_data
from ptcode.exercises.kinds import Blank, FillExercise
from ptcode.exercises.symbols import a, p, x
from ptcode.exercises.weights import weight_exercise
from ptcode.functions.writing import write
from ptcode.mistakes.answers import answers
from ptcode.mistakes.data import stage_words
from ptcode.mistakes.diagnosis import diagnose
from ptcode.mistakes.words import FULL, STAGES
from typed import typed

TABLE = json.loads((Path(__file__).parent / "answers.json").read_text(encoding="utf-8"))
# Words that a reader of the first chapters has not met.
LATER = {
    "derivatives": (
        "+=",
        "composit",
        "chain",
        "link",
        "path",
        "activation",
        "weight",
        "gradient",
        "inner",
        "outer",
        "f(g",
    ),
    "partial-derivatives": ("+=", "composit", "chain", "link", "activation", "inner", "outer"),
    "composite-functions": ("+=", "chain", "link", "activation", "weight"),
    "chain-rule": ("+=", "activation", "weight"),
}
FUNCTIONS = (
    "x² sin x", "x·e^x", "x³ − 12x", "x² + sin x + 5", "sin x/x", "x/(x + 1)", "cos x", "e^x",
    "sin(x²)", "(2x + 1)³", "√(cos x)", "e^(−x²)", "σ(x²)", "x·sin(x²)", "x^x",
)  # fmt: skip


def test_the_last_stage_has_no_words_of_its_own_and_an_unknown_one_is_refused():
    assert stage_words(FULL) == {}
    with pytest.raises(ValueError, match="stage must be"):
        diagnose(sympy.sin(x), sympy.cos(x), stage="chapter 1")


@pytest.mark.parametrize("stage", LATER)
def test_no_mistake_is_told_in_words_of_a_later_chapter(asked, stage):
    cases = [
        (text, write(wrong.expression))
        for text in FUNCTIONS
        for found in [answers(typed(text))]
        for wrong in (*found.wrong, *found.slips)
    ]
    assert len(cases) > 120
    verdicts = asked({"function": f, "answer": answer, "stage": stage} for f, answer in cases)
    said = [(case, line) for case, v in zip(cases, verdicts, strict=True) for line in v["lines"]]
    assert [(case, line) for case, line in said if any(word in line for word in LATER[stage])] == []


@pytest.mark.parametrize(
    ("function", "answer", "early", "late"),
    [
        ("x² sin x", "2x sin x", "term of the product rule", "+="),
        ("x·e^x", "e^x", "term of the product rule", "+="),
        ("x² ln x", "2x ln x", "term of the product rule", "+="),
        ("x³ − 12x", "3x²", "leaving out a term", "+="),
        ("sin x/x", "cos x/x", "term of the quotient rule", "term of the quotient rule"),
        ("x^x", "x·x^(x−1)", "only the base", "only the base"),
        ("sin(x²)", "cos(2x)", "what stands inside", "f′(g′(x))"),
        ("σ(x²)", "2x·σ(σ(x²))(1 − σ(σ(x²)))", "the value of σ", "activation"),
        ("sin(x²)", "cos x", "stood alone", "composite"),
    ],
)
def test_the_same_mistake_is_told_otherwise_early_and_late_by_both(
    asked, function, answer, early, late
):
    question = {"function": function, "answer": answer}
    first, last = asked([{**question, "stage": "derivatives"}, question])
    assert first["mistakes"] == last["mistakes"] != []
    assert early in first["lines"][0]
    assert late in last["lines"][0]
    python = diagnose(typed(function), typed(answer), stage="derivatives")
    assert early in python.lines[0]


def test_both_say_the_same_line_for_line(asked):
    """Of the answers of all stages; where they differ, each shows a place of its own."""
    cases = [
        (*key.split(": "), text)
        for key, by_verdict in TABLE["stages"].items()
        for texts in by_verdict.values()
        for text in texts
    ]
    found = asked({"stage": s, "function": f, "answer": answer} for s, f, answer in cases)
    for (stage, function, answer), verdict in zip(cases, found, strict=True):
        python = diagnose(typed(function), typed(answer), stage=stage)
        ours, theirs = (
            [line for line in lines if not line.startswith("At x")]
            for lines in (python.lines, verdict["lines"])
        )
        assert ours == theirs, (stage, function, answer)


@pytest.mark.parametrize(
    ("function", "named"),
    [
        ("sin(x²)", ("x²", "sin(u)", "du/dx")),
        ("e^(cos x)", ("cos(x)", "du/dx")),
        ("x² + sin x", ("x²", "sin(x)")),
        ("x²·e^x", ("x²", "e^x")),
        ("sin x/x", ("f = sin(x)", "g = x")),
        ("x^x", ("e^(g·ln f)",)),
        ("x³", ("0.001",)),
        ("cos x", ("0.001",)),
    ],
)
def test_what_no_mistake_explains_ends_with_what_to_do_next_by_both(asked, function, named):
    answer = "x⁷ + ln(x + 3)"
    (verdict,) = asked([{"function": function, "answer": answer}])
    python = diagnose(typed(function), typed(answer))
    assert verdict["kind"] == python.kind == "unknown"
    assert verdict["lines"][-1] == python.lines[-1]
    assert verdict["lines"][1].startswith("At x")
    assert all(part in verdict["lines"][-1] for part in ("Next", *named))


@pytest.mark.parametrize(
    ("slug", "answer", "said", "unsaid"),
    [
        ("one-step", "-3.6", "minus of the update", "cos"),
        ("three-steps", "27", "minus of the update", "cos"),
        ("one-step-of-a-weight", "-1.45", "minus of the update", "cos"),
        ("one-step", "2.4", "sign", "update"),
        ("one-step", "2.4", "brackets", "rising"),
        ("rate-for-the-sum", "0.3", "100 times as long", "twice"),
        ("one-step", "-2.7", "2θ", "mean"),
        ("value-of-a-composite", "40", "f(2)·g(2)", "product rule"),
    ],
)
def test_an_exercise_says_what_a_mistake_is_in_it(asked, slug, answer, said, unsaid):
    (verdict,) = asked([{"exercise": exercise_data(find(slug)), "answer": answer}])
    told = " ".join(verdict["lines"])
    assert verdict["kind"] == "mistake"
    assert said in told
    assert unsaid not in told


def test_half_a_gradient_is_no_path_that_was_overwritten(asked):
    task = weight_exercise("W_1", slug="w", topic="backpropagation", level=3, prompt="")
    half = repr(task.right(task.known()) / 2)
    (verdict,) = asked([{"exercise": exercise_data(task), "answer": half}])
    told = " ".join(verdict["lines"])
    assert verdict["mistakes"] == ["overwritten"]
    assert "half" in told
    assert "+=" not in told


def fields(asked, slug, answer):
    (verdict,) = asked([{"exercise": exercise_data(find(slug)), "answer": answer}])
    return verdict["lines"], verdict["fields"]


def test_a_term_that_was_dropped_is_named_and_so_is_the_value_that_was_updated(asked):
    _, dropped = fields(asked, "gradient-at-a-point", "d_1=20;d_2=4")
    _, updated = fields(asked, "one-step-in-two-directions", "n_1=1.5;n_2=0.25")
    assert "3θ₂ was dropped" in dropped["d_2"]["lines"][0]
    assert "θ₁" in updated["n_2"]["lines"][0]
    assert not any("W₂" in line for line in updated["n_2"]["lines"])


FILL = FillExercise(
    slug="f",
    topic="chain-rule",
    level=1,
    prompt="",
    parameters={"a": (1.234,), "p": (0.8,)},
    blanks=(
        Blank("d", "du/dx", 2 * a),
        Blank("g", "dy/du", sympy.cos(p)),
        Blank("c", "dy/dx", sympy.Symbol("d", real=True) * sympy.Symbol("g", real=True)),
    ),
)
RIGHT = {"d": "2.468", "g": "0.6967", "c": "1.7195"}


@pytest.mark.parametrize(
    ("changes", "together", "field"),
    [
        ({"d": "0.6967", "g": "2.468"}, "“du/dx” and “dy/du” have changed", ("d", "“dy/du”")),
        ({"d": "-2.468", "g": "-0.6967", "c": "-1.7195"}, "its sign", ("d", "sign")),
        ({"d": "2.5", "g": "0.71"}, "rounding", ("d", "rounded")),
        ({"d": "4.936", "c": "3.439"}, "one slip, in “du/dx”", ("c", "earlier slip")),
        ({"d": "2", "g": "9"}, "begin with “du/dx”", ("g", "too large")),
        ({"g": "0.9999"}, "2 of 3", ("g", "degrees")),
        ({"g": "1.435"}, "2 of 3", ("g", "1 divided by")),
        ({"c": "17.195"}, "2 of 3", ("c", "decimal point")),
        ({"c": "-3.439"}, "2 of 3", ("c", "sign is not right either")),
        ({"d": "1.234"}, "2 of 3", ("d", "half")),
    ],
)
def test_numbers_that_were_filled_in_are_diagnosed_each_and_together(
    asked, changes, together, field
):
    answer = ";".join(f"{name}={text}" for name, text in (RIGHT | changes).items())
    (verdict,) = asked([{"exercise": exercise_data(FILL), "answer": answer}])
    assert verdict["kind"] == "incomplete"
    assert together in " ".join(verdict["lines"])
    name, said = field
    assert said in " ".join(verdict["fields"][name]["lines"])


def test_where_every_sign_is_turned_nothing_has_changed_places(asked):
    """Not even where two numbers are alike but for their sign."""
    exercise, seed = find("three-links-in-numbers"), 1
    right = exercise.right(exercise.known(seed))
    answer = ";".join(f"{blank.name}={-right[blank.name]!r}" for blank in exercise.blanks)
    (found,) = asked([{"exercise": exercise_data(exercise), "answer": answer, "seed": seed}])
    assert "sign" in " ".join(found["lines"])
    assert "places" not in " ".join(found["lines"])


def test_what_is_right_on_a_part_only_is_told_what_to_do_next_by_both(asked):
    (verdict,) = asked([{"function": "|x|", "answer": "1"}])
    python = diagnose(typed("|x|"), typed("1"))
    assert verdict["kind"] == python.kind == "partial"
    assert verdict["lines"][-1] == python.lines[-1]
    assert verdict["lines"][-1].startswith("Next")


@pytest.mark.parametrize("function", ["sin(x²)", "x² sin x", "sin x/x", "x³ − 12x", "cos x"])
def test_the_function_itself_is_told_what_to_do_next_by_both(asked, function):
    (verdict,) = asked([{"function": function, "answer": function}])
    python = diagnose(typed(function), typed(function))
    assert verdict["kind"] == python.kind == "unfinished"
    assert verdict["lines"][-1] == python.lines[-1]
    assert verdict["lines"][-1].startswith("Next")


def test_the_words_of_a_stage_come_with_an_exercise_only_where_they_are_needed():
    late = STAGES[STAGES.index("backpropagation") :]
    for exercise in bank().values():
        spoken = exercise_data(exercise)["spoken"]
        own = [name for name, words in spoken.items() if "said" in words[0]]
        assert sorted(own) == sorted(exercise.words)
        if exercise.topic in late:
            assert set(spoken) == set(own)
        if exercise.kind != "derivative":
            heads = {head for words in spoken.values() for w in words for head in w.get("of", ())}
            assert heads <= {"number"}


def test_an_exercise_speaks_as_its_topic_and_can_be_asked_as_at_another(asked):
    exercise = find("slope-of-a-product")
    data = exercise_data(exercise)
    n = exercise.variant()["n"]
    wrong = f"{n}x^{n - 1} cos x"
    early, late = asked(
        [{"exercise": data, "answer": wrong}, {"exercise": data, "answer": wrong, "stage": FULL}]
    )
    assert "+=" not in " ".join(early["lines"])
    assert "+=" in " ".join(late["lines"])
