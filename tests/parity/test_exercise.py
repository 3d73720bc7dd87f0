"""The exercise figure: its data, its twin in the browser, and what it says in Python."""

import json

import numpy as np
import pytest

from ptcode.core.random import shuffled, uniforms
from ptcode.exercises.bank import bank, find
from ptcode.exercises.base import MOST_VARIANTS
from ptcode.exercises.data import data_of, exercise_data, rules_data
from ptcode.exercises.judge.verdicts import KINDS, judge, judge_derivative
from ptcode.exercises.kinds import (
    Blank,
    ChoiceExercise,
    DerivativeExercise,
    FillExercise,
    NumberExercise,
    OrderExercise,
)
from ptcode.exercises.texts import filled
from ptcode.functions.parser import parse
from ptcode.functions.writing import write
from ptcode.mistakes.mistakes import MISTAKES
from ptcode.mistakes.slips import SLIPS
from ptcode.widgets import Clinic, ExerciseFigure
from ptcode.widgets.exercise import read_answer

COMMON = {"chapter": 5, "level": 1, "prompt": "Differentiate."}
SINE = DerivativeExercise(
    slug="sine",
    expression="sin(a·x² + b)",
    parameters={"a": (2, 3), "b": (1, -1, 0)},
    hints=("The inner one is ⟨a⟩x².",),
    **COMMON,
)
CLINIC = [
    DerivativeExercise(
        slug=f"function-{i}", expression=text, form="tidy", look_alike=alike, **COMMON
    )
    for i, (text, alike) in enumerate(
        [
            ("(sin x)²", ()),
            ("ln(sin x)", ()),
            ("x·sin(x²)", ()),
            ("σ(x²)", ()),
            ("√(x² + 1)", ()),
            ("e^(−x)", (("lost-sign", "stopped"), ("swapped", "at-input"))),
            ("cos x/(x² + 2)", ()),
            ("tanh(sin(x²))", ()),
            ("|x|·x", ()),
            ("x·e^(−x)", ()),  # dropping −1 in a part, or losing a sign in the whole: the same
        ]
    )
]
ANSWERS = (
    "2x cos(x^2)",
    "cos(x²)",
    "cos(u)",
    "2 sin x cos x",
    "sin(2x)",
    "y' = cos x/sin x",
    "dy/dx = 1/tan x",
    "f'(g(x))",
    "sin(x²) + 2x²·cos(x²)",
    "σ(x²)(1 − σ(x²))·2·x",
    "x/√(x² + 1)",
    "0.5·(x² + 1)^(−0.5)·2x",
    "−e^(−x)",
    "e^(−x)",
    "2|x|",
    "2x",
    "2√(x²)",
    "√x·√x",
    "0.33",
    "1/0",
    "0/0",
    "x^x",
    "",
    " ",
    "2(x",
    "banana",
    "dy",
    "∂",
    "sin",
    "😀",
    "1,5",
    "cos(y)·z",
    "u·v·w",
    "x = x",
    "10^15·10^15",
    "tan(10^9·x)",
)
JUDGE = """
const { judge } = await bundle("exercise");
return input.map(({ data, cases }) => cases.map(([answer, seed]) => judge(data, answer, seed)));
"""


def same(python, browser, exact=True):
    """Are two verdicts one? Lines that hold an author's Markdown are HTML in the browser."""
    assert python.kind == browser["kind"]
    assert list(python.mistakes) == browser["mistakes"]
    if exact:
        assert list(python.lines) == browser["lines"]
    for name in ("at", "yours", "truth", "position", "length"):
        mine, theirs = getattr(python, name), browser.get(name)
        assert (mine is None) == (theirs is None), name
        assert mine is None or mine == pytest.approx(theirs, rel=1e-12, abs=1e-300), name
    assert set(python.fields or {}) == set(browser.get("fields", {}))
    for name, field in (python.fields or {}).items():
        same(field, browser["fields"][name])


def right_answers(exercise, seed):
    """An answer that is right, as the state keeps it."""
    if isinstance(exercise, DerivativeExercise):
        return write(exercise.sheet(exercise.variant(seed)).right)
    if isinstance(exercise, NumberExercise):
        return f"{exercise.right(exercise.known(seed)):.12f}"
    if isinstance(exercise, ChoiceExercise):
        return str([choice[2:] == (True,) for choice in exercise.choices].index(True))
    if isinstance(exercise, OrderExercise):
        return ",".join(map(str, range(len(exercise.items))))
    right = exercise.right(exercise.known(seed))
    return ";".join(f"{blank.name}={right[blank.name]:.12f}" for blank in exercise.blanks)


def wrong_answers(exercise, seed):
    """(answer, the mistake it comes from) for everything that the exercise knows to be wrong."""
    known = exercise.known(seed)
    if isinstance(exercise, DerivativeExercise):
        for wrong in exercise.sheet(exercise.variant(seed)).wrong:
            yield write(wrong.tree), "" if wrong.deep else wrong.mistake
    elif isinstance(exercise, NumberExercise):
        for name, value, deep in exercise.wrong_numbers(known):
            yield repr(value), "" if deep or name.startswith("other:") else name
    elif isinstance(exercise, ChoiceExercise):
        for place, choice in enumerate(exercise.choices):
            mark = choice[2] if len(choice) > 2 else ""
            if mark is not True:
                yield str(place), mark
    elif isinstance(exercise, OrderExercise):
        for name, order in exercise.wrong.items():
            yield ",".join(map(str, order)), name


EVERY = [*CLINIC, SINE, *bank().values()]


@pytest.mark.parametrize("exercise", EVERY, ids=lambda exercise: exercise.slug)
def test_right_is_right_and_every_wrong_answer_is_told_apart(exercise):
    for seed in range(min(3, len(exercise.variants))):
        answer = read_answer(exercise, right_answers(exercise, seed))
        assert judge(exercise, answer, seed).kind in ("correct", "unsimplified")
        for text, mistake in wrong_answers(exercise, seed):
            found = judge(exercise, read_answer(exercise, text), seed)
            assert not found.solved or mistake == "lost-sign", text
            if mistake and not found.solved:
                assert mistake in found.mistakes, (text, found)


def test_browser_and_python_come_to_the_same_verdict_in_the_same_words(node):
    asked, cases = [], []
    for exercise in EVERY:
        typed = isinstance(exercise, DerivativeExercise | NumberExercise)
        seeds = range(min(2, len(exercise.variants)))
        own = [
            (answer, seed)
            for seed in seeds
            for answer in (
                right_answers(exercise, seed),
                *(text for text, _ in wrong_answers(exercise, seed)),
                *(ANSWERS if typed and exercise in (*CLINIC, SINE) else ANSWERS[::4]),
            )
        ]
        cases.append(own)
        asked.append({"data": exercise_data(exercise), "cases": own})
    for exercise, own, found in zip(EVERY, cases, node(JUDGE, asked), strict=True):
        for (answer, seed), browser in zip(own, found, strict=True):
            same(judge(exercise, read_answer(exercise, answer), seed), browser)
    assert sum(map(len, cases)) > 1500


def test_texts_numbers_and_choices_are_the_same_in_the_browser(node):
    found = node(
        """
        const { filled, variant, startOrder } = await bundle("exercise");
        return [input.exercise.variants.map((_, seed) => variant(input.exercise, seed)),
          filled(input.text, { a: 3, p: -0.5 }), [0, 1, 2, 3].map((seed) => startOrder(4, seed))];
        """,
        {"exercise": data_of(SINE), "text": "⟨a⟩ and ⟨2a·p²⟩ at ⟨p⟩"},
    )
    assert found[0] == [SINE.variant(seed) for seed in range(len(SINE.variants))]
    assert found[1] == filled("⟨a⟩ and ⟨2a·p²⟩ at ⟨p⟩", {"a": 3, "p": -0.5}) == "3 and 1.5 at −0.5"
    for seed, order in enumerate(found[2]):
        assert sorted(order) == [0, 1, 2, 3] != order
        usual = shuffled(range(4), uniforms(seed + 1))
        assert order == (usual if usual != [0, 1, 2, 3] else [1, 2, 3, 0])


FUZZ = """
const { judge } = await bundle("exercise");
const { datas, texts, trials } = input;
const signs = Array.from("xyuW_1σ0123456789.,+-−*·/^()|√²³½_ '=;∂dπe\\u200b😀\\ud800\\u0000");
const pieces = [...signs, "sin", "cos ", "ln", "exp(", "√(", "σ(", "^(", "))", "dy/dx", "y' ="];
let seed = 7;
const random = (n) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * n);
};
const found = { kinds: {}, wrong: [] };
for (let trial = 0; trial < trials; trial++) {
  const text = trial & 1 ? Array.from(texts[random(texts.length)]) : [];
  for (let edits = trial & 1 ? random(3) : random(20); edits > 0; edits--) {
    const at = random(text.length + 1);
    if (random(6) === 0) text.splice(at, 1 + random(3));
    else text.splice(at, 0, ...Array.from(pieces[random(pieces.length)]));
  }
  const typed = text.join(""), data = datas[random(datas.length)];
  try {
    const { kind, lines } = judge(data, typed, random(40));
    found.kinds[kind] = (found.kinds[kind] ?? 0) + 1;
    if (!lines.length || lines.some((line) => !line || /undefined|NaN|\\{/.test(line))) {
      found.wrong.push([typed, lines]);
    }
  } catch (failure) {
    found.wrong.push([typed, data.exercise.slug, String(failure)]);
  }
}
return { ...found, wrong: found.wrong.slice(0, 3) };
"""


@pytest.mark.slow
def test_no_text_throws_in_the_browser(node):
    datas = [exercise_data(exercise) for exercise in EVERY]
    found = node(FUZZ, {"datas": datas, "texts": list(ANSWERS), "trials": 20_000})
    assert found["wrong"] == []
    assert set(found["kinds"]) <= set(KINDS)


def test_no_text_throws_in_python_and_the_browser_agrees(node):
    random = np.random.default_rng(5)
    signs = [*"xyuσ0123456789.,+-−*·/^()|√²³½ '=∂dπe😀", "sin", "cos ", "ln", "(", ")", "x", "2x"]
    texts = []
    for _ in range(400):
        text = list(ANSWERS[random.integers(len(ANSWERS))])
        for _ in range(random.integers(0, 4)):
            at = int(random.integers(len(text) + 1))
            text[at : at + int(random.integers(2))] = [signs[random.integers(len(signs))]]
        texts.append("".join(text))
    exercise = CLINIC[1]
    found = node(JUDGE, [{"data": exercise_data(exercise), "cases": [(t, 0) for t in texts]}])[0]
    for text, browser in zip(texts, found, strict=True):
        same(judge(exercise, text), browser)


MONSTERS = (
    "σ(" * 28 + "x" + ")" * 28,
    " + ".join(f"sin({n}x²)" for n in range(2, 28)),
    "·".join(f"σ(sin({n}x))" for n in range(2, 22)),
    "tanh(" * 7 + "σ(x)" + ")" * 7,
    "x^(x^(x^x))",
    "(" * 12 + "x" + " + sin x)²" * 12,
)


CLINIC_WORK = """
const { answers, judgeDerivative, MOST_NODES } = await bundle("exercise");
const size = (tree) =>
  Array.isArray(tree) ? tree.slice(1).reduce((sum, part) => sum + size(part), 1) : 1;
return input.trees.map((tree) => {
  const work = { left: input.most ?? MOST_NODES }, done = { most: MOST_NODES };
  try {
    const { right, wrong, slips } = answers(tree, "x", input.rules, work);
    done.nodes = [right, ...[...wrong, ...slips].map((one) => one.tree)]
      .reduce((sum, each) => sum + size(each), 0);
    done.verdict = judgeDerivative(tree, "cos x", input.rules);
  } catch (failure) {
    done.refusal = failure.message;
  }
  return { ...done, left: work.left };
});
"""


def test_no_function_hangs_the_clinic(node):
    """Long chains, many terms, what doubles with every link: judged by few nodes, or refused."""
    trees = [parse(text) for text in MONSTERS]
    found = node(CLINIC_WORK, {"trees": trees, "rules": rules_data()})
    refused = [work for work in found if "refusal" in work]
    assert 0 < len(refused) < len(found)
    assert all(f"more than {work['most']} nodes: try" in work["refusal"] for work in refused)
    for text, work in zip(MONSTERS, found, strict=True):
        assert work["left"] >= -1, text
        if work not in refused:
            assert work["nodes"] <= work["most"] - work["left"]
            same(judge_derivative(text, "cos x"), work["verdict"])


def test_the_work_of_the_clinic_is_counted_node_by_node(node):
    """What it takes is enough, one node less is refused."""
    for expression in ("sin(x²)", "x·σ(x²)", "e^(−x)·cos(2x + 1)", "tanh(tanh(x))/x"):
        given = {"trees": [parse(expression)], "rules": rules_data()}
        (done,) = node(CLINIC_WORK, given)
        taken = done["most"] - done["left"]
        assert "refusal" not in node(CLINIC_WORK, given | {"most": taken})[0]
        assert "refusal" in node(CLINIC_WORK, given | {"most": taken - 1})[0]


def test_numbers_are_fresh_and_come_again_only_when_all_were_there():
    numbers = [tuple(SINE.variant(seed).values()) for seed in range(2 * len(SINE.variants))]
    half = len(SINE.variants)
    assert numbers[:half] == numbers[half:]
    assert len(set(numbers)) == half == 6
    assert numbers[0] == (2, 1)
    assert SINE.text(SINE.hints[0], seed=0) == "The inner one is 2x²."


def test_parameters_with_which_mistakes_coincide_are_left_out():
    task = DerivativeExercise(
        slug="p", expression="sin(x^n)", parameters={"n": (1, 2, 3)}, **COMMON
    )
    assert {known["n"] for known in task.variants} == {2, 3}
    number = NumberExercise(
        slug="n", answer="2·a·p", wrong={"stopped": "a"}, parameters={"a": (3,), "p": (0.5, 2)},
        **COMMON,
    )  # fmt: skip
    assert [known["p"] for known in number.variants] == [2]


def test_an_exercise_with_nothing_left_says_why():
    with pytest.raises(ValueError, match="at-input and swapped look alike in e"):
        DerivativeExercise(slug="e", expression="e^(−x)", **COMMON)
    with pytest.raises(ValueError, match="stopped gives the right number"):
        NumberExercise(slug="n", answer="2", wrong={"stopped": "1 + 1"}, **COMMON)
    with pytest.raises(ValueError, match="nested and stopped give the same number"):
        NumberExercise(slug="n", answer="2", wrong={"nested": "3", "stopped": "3.001"}, **COMMON)
    with pytest.raises(ValueError, match="the right number has no value"):
        NumberExercise(slug="n", answer="1/0", **COMMON)


@pytest.mark.parametrize(
    ("make", "options", "said"),
    [
        (DerivativeExercise, {"slug": "Not a slug", "expression": "x²"}, "slug must be"),
        (DerivativeExercise, {"slug": "s", "expression": "x²", "level": 4}, "level must be"),
        (NumberExercise, {"slug": "s"}, "needs answer=, or expression="),
        (
            NumberExercise,
            {"slug": "s", "answer": "2", "wrong": {"forgot": "1"}},
            "is not a mistake",
        ),
        (ChoiceExercise, {"slug": "s", "choices": (("a", "b"), ("c", "d"))}, "exactly one with"),
        (OrderExercise, {"slug": "s", "items": ("a", "b")}, "3 to 6 items"),
        (
            OrderExercise,
            {"slug": "s", "items": tuple("abc"), "wrong": {"swapped": (0, 1, 2)}},
            "not another order",
        ),
        (FillExercise, {"slug": "s", "blanks": (), "nodes": (("z", "z"),)}, "has no value"),
        (
            FillExercise,
            {"slug": "s", "blanks": (Blank("d", "d", "2", {"stopped": "2"}),)},
            "d: stopped gives the right number",
        ),
    ],
)
def test_what_is_wrong_in_an_exercise_is_said_when_it_is_written(make, options, said):
    with pytest.raises(ValueError, match=said):
        make(**COMMON | options)


def test_an_exercise_is_small():
    for exercise in EVERY:
        size = len(json.dumps(exercise_data(exercise), ensure_ascii=False).encode())
        assert size < 6_000, (exercise.slug, size)
        assert len(exercise.variants) <= MOST_VARIANTS


def test_data_holds_the_rules_that_are_needed_and_no_others():
    data = exercise_data(SINE)
    assert json.loads(json.dumps(data)) == data
    assert "overwritten" not in data["rules"]["mistakes"]
    assert "Tanh" not in data["rules"]["derivatives"]
    assert set(data["rules"]["slips"]) == {"outer-kept", "slope-inside"}
    assert data["rules"]["templates"]["slips"]["paths"] == {}
    everything = rules_data()
    assert list(everything["mistakes"]) == [mistake.name for mistake in MISTAKES]
    assert list(everything["slips"]) == [slip.name for slip in SLIPS]
    with pytest.raises(TypeError, match="an exercise is wanted, not str"):
        exercise_data("sine")


def test_the_figure_tells_python_the_verdict():
    figure = ExerciseFigure(SINE)
    assert (figure.id, figure.kind, figure.verdict) == ("sine", "exercise", None)
    assert repr(figure) == "Exercise sine: Differentiate. y = sin(2x² + 1) → not answered"
    figure.answer = "cos(2x^2 + 1)"
    assert figure.verdict.mistake == "stopped"
    assert repr(figure).endswith("→ cos(2x^2 + 1): mistake, stopped")
    figure.seed = 1
    assert figure.state() == {"seed": 1, "answer": "cos(2x^2 + 1)"}
    with pytest.raises(ValueError, match="seed must be a whole number"):
        figure.seed = -1


def test_every_kind_reads_its_answer_from_text():
    choice = ChoiceExercise(slug="c", choices=(("a", "b"), ("c", "d", True)), **COMMON)
    fill = FillExercise(slug="f", blanks=(Blank("d", "d", "2"), Blank("g", "g", "3")), **COMMON)
    order = OrderExercise(slug="o", items=tuple("abc"), **COMMON)
    for exercise, answer in [(choice, "1"), (fill, "d=2;g=3"), (order, "0,1,2")]:
        figure = ExerciseFigure(exercise)
        figure.answer = answer
        assert figure.verdict.solved, exercise.slug
        figure.answer = "nonsense"
        assert not figure.verdict.solved


def test_the_mount_is_text_for_a_reader_without_javascript():
    order = OrderExercise(slug="o", items=("b", "a", "c"), **COMMON)
    assert "<li>a</li><li>b</li><li>c</li>" in ExerciseFigure(order).mount()
    mount = ExerciseFigure(SINE).mount()
    assert "<i>y = sin(2x² + 1)</i></p></noscript>" in mount
    assert "<figcaption>" not in mount
    assert ExerciseFigure(SINE).still() is None


def test_an_unknown_slug_names_similar_ones():
    slug = next(iter(bank()))
    assert find(slug) is bank()[slug]
    with pytest.raises(ValueError, match=f"did you mean .*{slug}"):
        find(slug + "x")


def test_the_clinic_tells_python_the_verdict():
    clinic = Clinic("sin(x^2)")
    assert clinic.verdict is None
    assert repr(clinic) == "Clinic: y = sin(x²), not answered"
    clinic.answer = "cos x"
    assert clinic.verdict.mistake == "unseen"
    assert clinic.wrong_answers["at-input"] == ["2x·cos(x)"]
    assert "2x·cos(x)" in clinic.mount()
    clinic.expression = "sin("
    assert repr(clinic).startswith("Clinic: 'sin(' cannot be judged")
    with pytest.raises(ValueError, match="hardly anywhere"):
        Clinic("√(−1 − x²)")


def test_the_clinic_judges_any_function_as_python_does(node):
    functions = ("sin(x²)", "x^x", "√(cos x)", "3", "x", "e^(sin(x²))", "x/(1 + |x|)", "2x + 1")
    trees = [[figure.sheet.tree, figure.data["rules"]] for figure in map(Clinic, functions)]
    found = node(
        """
        const { judgeDerivative } = await bundle("exercise");
        return input.trees.map(([tree, rules]) =>
          input.answers.map((answer) => judgeDerivative(tree, answer, rules)));
        """,
        {"trees": trees, "answers": list(ANSWERS)},
    )
    for function, verdicts in zip(functions, found, strict=True):
        for answer, browser in zip(ANSWERS, verdicts, strict=True):
            clinic = Clinic(function)
            clinic.answer = answer
            if answer:
                same(clinic.verdict, browser)
