"""The exercise figure: its data, its verdicts in the browser, and what it says in Python."""

import json

import pytest
import sympy

from judge_cases import KINDS, MONSTERS
from ptcode.core.random import shuffled, uniforms
from ptcode.exercises.bank import bank, find
from ptcode.exercises.base import MOST_VARIANTS
from ptcode.exercises.data import exercise_data
from ptcode.exercises.kinds import (
    Blank,
    ChoiceExercise,
    DerivativeExercise,
    FillExercise,
    NumberExercise,
    OrderExercise,
)
from ptcode.exercises.symbols import a, b, n, p, x
from ptcode.exercises.texts import bracketed, filled, number, pick, plus, power
from ptcode.functions.activations import sigmoid
from ptcode.functions.writing import write
from ptcode.widgets import Clinic, ExerciseFigure
from typed import read, type_into

COMMON = {"topic": "chain-rule", "level": 1, "prompt": "Differentiate."}
SINE = DerivativeExercise(
    slug="sine",
    expression=sympy.sin(a * x**2 + b),
    parameters={"a": (2, 3), "b": (1, -1, 0)},
    hints=(f"The inner one is {number(a)}x².",),
    **COMMON,
)
# Of e^(−x): a factor −1 forgotten, or a sign lost; and the slope of −e^x.
LOOK_ALIKE = (("lost-sign", "stopped"), ("swapped", "at-input"))
OTHERS = [
    DerivativeExercise(
        slug=f"function-{i}", expression=each, form="tidy", look_alike=LOOK_ALIKE, **COMMON
    )
    for i, each in enumerate(
        [
            sympy.log(sympy.sin(x)),
            x * sympy.sin(x**2),
            sigmoid(x**2),
            sympy.exp(-x),
            sympy.cos(x) / (x**2 + 2),
            sympy.Abs(x) * x,
        ]
    )
]
EVERY = [*OTHERS, SINE, *bank().values()]
ANSWERS = (
    "2x cos(x^2)", "cos(x²)", "cos(u)", "2 sin x cos x", "sin(2x)", "y' = cos x/sin x",
    "dy/dx = 1/tan x", "f'(g(x))", "sin(x²) + 2x²·cos(x²)", "σ(x²)(1 − σ(x²))·2·x", "x/√(x² + 1)",
    "0.5·(x² + 1)^(−0.5)·2x", "−e^(−x)", "e^(−x)", "2|x|", "2x", "2√(x²)", "√x·√x", "0.33", "1/0",
    "0/0", "x^x", "", " ", "2(x", "banana", "dy", "∂", "sin", "😀", "1,5", "cos(y)·z", "u·v·w",
    "x = x", "10^15·10^15", "tan(10^9·x)",
)  # fmt: skip


def test_numbers_and_orders_are_the_same_in_the_browser(node):
    text = f"{number(a)} and {number(2 * a * p**2)} at {number(p)}"
    shaped = f"{pick(a - 3, f'x{power(a - 2)} {plus(p)}', 'x')} is {bracketed(p)}·{bracketed(-p)}"
    found = node(
        """
        const { filled, variant, startOrder } = await bundle("exercise");
        return [input.exercise.variants.map((_, seed) => variant(input.exercise, seed)),
          filled(input.text, { a: 3, p: -0.5 }), [0, 1, 2, 3].map((seed) => startOrder(4, seed)),
          [3, 4].map((a) => filled(input.shaped, { a, p: 7.5 - 2.5 * a }))];
        """,
        {"exercise": exercise_data(SINE), "text": text, "shaped": shaped},
    )
    assert found[0] == [SINE.variant(seed) for seed in range(len(SINE.variants))]
    assert found[1] == filled(text, {"a": 3, "p": -0.5}) == "3 and 1.5 at −0.5"
    assert found[3] == ["x + 0 is 0·0", "x is (−2.5)·2.5"]
    assert found[3] == [filled(shaped, {"a": each, "p": 7.5 - 2.5 * each}) for each in (3, 4)]
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
    found.wrong.push([typed, data.slug, String(failure)]);
  }
}
return { ...found, wrong: found.wrong.slice(0, 3) };
"""


@pytest.mark.parametrize("trials", [2_000, pytest.param(20_000, marks=pytest.mark.slow)])
def test_no_text_throws_in_the_browser(node, trials):
    datas = [exercise_data(exercise) for exercise in EVERY]
    found = node(FUZZ, {"datas": datas, "texts": list(ANSWERS), "trials": trials})
    assert found["wrong"] == []
    assert set(found["kinds"]) <= KINDS


def test_every_answer_has_a_verdict_in_words(asked):
    for exercise in (SINE, *OTHERS):
        data = exercise_data(exercise)
        for verdict in asked({"exercise": data, "answer": answer} for answer in ANSWERS):
            assert verdict["kind"] in KINDS
            assert all(verdict["lines"])


WORK = """
const { answers, judgeDerivative, MOST_EVALUATIONS, MOST_NODES, MOST_RIGHT, placesOf, RULES } =
  await bundle("exercise");
const size = (tree) =>
  Array.isArray(tree) ? tree.slice(1).reduce((sum, part) => sum + size(part), 1) : 1;
return input.trees.map((tree) => {
  const work = { left: input.most ?? MOST_NODES };
  const done = { most: MOST_NODES, mostRight: MOST_RIGHT, mostEvaluations: MOST_EVALUATIONS };
  try {
    const { right, wrong, slips } = answers(tree, "x", RULES, work);
    const sizes = [...wrong, ...slips].map((one) => size(one.tree));
    done.nodes = sizes.reduce((sum, each) => sum + each, 0);
    done.right = size(right);
    done.evaluations =
      placesOf(tree, right, "x", [-2, 2]).points.length * (size(tree) + size(right));
    done.verdict = judgeDerivative(tree, "cos x");
  } catch (failure) {
    done.refusal = failure.message;
  }
  return { ...done, left: work.left };
});
"""


@pytest.mark.slow
def test_no_function_hangs_the_clinic(node):
    """Long chains, many terms, what doubles with every link: judged by little work, or refused."""
    found = node(WORK, {"trees": list(map(read, MONSTERS))})
    refused = [work for work in found if "refusal" in work]
    assert 0 < len(refused) < len(found)
    assert all(f"more than {work['mostRight']} nodes: try" in work["refusal"] for work in refused)
    for text, work in zip(MONSTERS, found, strict=True):
        # The one that was too much was made before it was counted.
        assert work["left"] >= -work["mostRight"], text
        if work not in refused:
            assert work["nodes"] <= work["most"], text
            assert work["right"] <= work["mostRight"], text
            assert work["evaluations"] <= work["mostEvaluations"], text
            assert work["verdict"]["kind"] in KINDS, text


def test_what_could_not_be_tried_is_not_said_to_be_no_mistake(node):
    """Of a function with many parts only the first mistakes are made, and that is said."""
    few, many = node(WORK, {"trees": [read("sin(x²)"), read(MONSTERS[5])]})
    assert few["left"] > 0 > many["left"]
    assert few["verdict"]["lines"][0] != many["verdict"]["lines"][0]


def test_the_work_of_the_clinic_is_counted_node_by_node(node):
    """What it takes is enough; with one node less an answer fewer is made."""
    for expression in ("sin(x²)", "x·σ(x²)", "e^(−x)·cos(2x + 1)", "tanh(tanh(x))/x"):
        given = {"trees": [read(expression)]}
        (done,) = node(WORK, given)
        taken = done["most"] - done["left"]
        (enough,) = node(WORK, given | {"most": taken})
        (less,) = node(WORK, given | {"most": taken - 1})
        assert (enough["nodes"], enough["left"]) == (done["nodes"], 0)
        assert less["left"] < 0


def test_what_cannot_be_read_is_marked_in_the_text(node):
    found = node(
        """const { judgeDerivative } = await bundle("exercise");
        return judgeDerivative(input, "y = 2x + (1");""",
        read("sin(x²)"),
    )
    assert (found["position"], found["length"]) == (9, 1)


TELLING = """
const { tell } = await bundle("exercise");
const values = { seed: 0, answer: "cos x", verdict: {} };
let sent = 0;
const model = (host) => ({ ...host, get: (key) => values[key],
  set: (key, value) => { values[key] = value; }, save_changes: () => { sent += 1; } });
const verdict = { kind: "mistake", mistakes: ["unseen"], lines: ["Not right."], at: 1.5 };
const after = (host, verdict) => {
  tell(model(host), verdict, ["seed", "answer"]);
  return [sent, values.verdict];
};
return [after({}, verdict), after({ widget_manager: {} }, verdict),
  after({ widget_manager: {} }, verdict), after({ widget_manager: {} }, null)];
"""


def test_a_notebook_is_told_the_verdict_once_and_a_page_never(node):
    told = {"kind": "mistake", "mistakes": ["unseen"], "lines": ["Not right."], "on": [0, "cos x"]}
    assert node(TELLING) == [[0, {}], [1, told], [1, told], [2, {}]]


# Python


def test_numbers_are_fresh_and_come_again_only_when_all_were_there():
    numbers = [tuple(SINE.variant(seed).values()) for seed in range(2 * len(SINE.variants))]
    half = len(SINE.variants)
    assert numbers[:half] == numbers[half:]
    assert len(set(numbers)) == half == 6
    assert numbers[0] == (2, 1)
    assert SINE.text(SINE.hints[0], seed=0) == "The inner one is 2x²."


def test_parameters_with_which_mistakes_coincide_are_left_out():
    task = DerivativeExercise(
        slug="p", expression=sympy.sin(x**n), parameters={"n": (1, 2, 3)}, **COMMON
    )
    assert {known["n"] for known in task.variants} == {2, 3}
    found = NumberExercise(
        slug="n", answer=2 * a * p, wrong={"stopped": a}, parameters={"a": (3,), "p": (0.5, 2)},
        **COMMON,
    )  # fmt: skip
    assert [known["p"] for known in found.variants] == [2]


@pytest.mark.parametrize(
    ("make", "options", "said"),
    [
        (DerivativeExercise, {"expression": sympy.exp(-x)}, "and .* look alike in exp"),
        (NumberExercise, {"answer": 2, "wrong": {"stopped": a}}, "stopped gives the right number"),
        (NumberExercise, {"answer": 2, "wrong": {"nested": 3, "stopped": 3.001}}, "the same num"),
        (NumberExercise, {"answer": 1 / (a - 2)}, "the right number has no value"),
        (FillExercise, {"blanks": (Blank("d", "d", a, {"stopped": 2}),)}, "d: stopped gives the"),
        (ChoiceExercise, {"choices": (("2", "", True), (number(a), ""))}, "'2' is shown twice"),
        (OrderExercise, {"items": ("2", "3", number(a + 1))}, "'3' is shown twice"),
    ],
)
def test_an_exercise_with_nothing_left_says_why_when_it_is_asked(make, options, said):
    task = make(slug="e", parameters={"a": (2,)}, **COMMON | options)
    with pytest.raises(ValueError, match=said):
        ExerciseFigure(task)


@pytest.mark.parametrize(
    ("make", "options", "said"),
    [
        (DerivativeExercise, {"slug": "Not a slug", "expression": x**2}, "slug must be"),
        (DerivativeExercise, {"slug": "s", "expression": x**2, "level": 4}, "level must be"),
        (NumberExercise, {"slug": "s"}, "needs answer=, or expression="),
        (NumberExercise, {"slug": "s", "answer": 2, "wrong": {"forgot": 1}}, "is not a mistake"),
        (ChoiceExercise, {"slug": "s", "choices": (("a", "b"), ("c", "d"))}, "exactly one with"),
        (OrderExercise, {"slug": "s", "items": ("a", "b")}, "3 to 6 items"),
        (
            OrderExercise,
            {"slug": "s", "items": tuple("abc"), "wrong": {"swapped": (0, 1, 2)}},
            "not another order",
        ),
        (FillExercise, {"slug": "s", "blanks": (), "nodes": (("z", "z"),)}, "has no value"),
    ],
)
def test_what_is_wrong_in_an_exercise_is_said_when_it_is_written(make, options, said):
    with pytest.raises(ValueError, match=said):
        make(**COMMON | options)


def test_a_word_is_picked_from_two_or_more_that_hold_no_pick():
    for texts in (("sine",), ("sine", pick(a, "x", "y"))):
        with pytest.raises(ValueError, match="pick needs two texts or more"):
            pick(a, *texts)


def test_the_data_of_an_exercise_is_plain_json_and_small():
    for exercise in EVERY:
        data = exercise_data(exercise)
        assert json.loads(json.dumps(data))["slug"] == exercise.slug
        most = 16_000 if exercise.kind == "bug" else 4_500  # three programs, thirty checks
        assert len(json.dumps(data, ensure_ascii=False).encode()) < most, exercise.slug
        assert len(exercise.variants) <= MOST_VARIANTS
    with pytest.raises(TypeError, match="an exercise is wanted, not str"):
        exercise_data("sine")


def test_a_term_that_was_put_first_stays_first():
    cubic, paths = find("slope-of-a-cubic"), find("two-paths-at-a-point")
    assert write(cubic.tree({"a": 12})) == "x³ − 12x"
    assert write(paths.tree({"a": 2})) == "x + 2x²"


def test_the_figure_holds_the_verdict_of_the_page_and_forgets_it_with_its_answer():
    figure = ExerciseFigure(SINE)
    assert (figure.id, figure.kind, figure.verdict) == ("sine", "exercise", {})
    assert repr(figure) == "Exercise sine: Differentiate. y = sin(2x² + 1) → not answered"
    figure.answer = "cos(2x^2 + 1)"
    assert figure.verdict == {}
    told = {"kind": "mistake", "mistakes": ["stopped"], "lines": ["Not right."]}
    figure.set_state({"verdict": told | {"on": [0, figure.answer]}})
    assert figure.verdict["mistakes"] == ["stopped"]
    assert repr(figure).endswith("→ answered cos(2x^2 + 1) → mistake, stopped")
    # The page sends an answer together with what it says of it.
    figure.set_state({"answer": "1", "verdict": told | {"on": [0, "1"]}})
    assert figure.verdict["on"] == [0, "1"]
    figure.seed = 1
    assert figure.verdict == {}
    assert figure.state() == {"seed": 1, "answer": "1"}
    with pytest.raises(ValueError, match="seed must be a whole number"):
        figure.seed = -1


def test_the_mount_is_text_for_a_reader_without_javascript():
    order = OrderExercise(slug="o", items=("b", "a", "c"), **COMMON)
    assert "<li>a</li><li>b</li><li>c</li>" in ExerciseFigure(order).mount()
    mount = ExerciseFigure(SINE).mount()
    assert "<i>y = sin(2x² + 1)</i></p></noscript>" in mount
    assert "verdict" not in mount
    assert "<figcaption>" not in mount
    assert ExerciseFigure(SINE).still() is None


def test_an_unknown_slug_names_similar_ones():
    slug = next(iter(bank()))
    assert find(slug) is bank()[slug]
    with pytest.raises(ValueError, match=f"did you mean .*{slug}"):
        find(slug + "x")


def test_the_clinic_knows_the_mistakes_of_its_function():
    clinic = Clinic(sympy.sin(x**2))
    assert repr(clinic) == "Clinic: y = sin(x²), not answered"
    assert clinic.wrong_answers["at-input"] == [2 * x * sympy.cos(x)]
    assert "2x·cos(x)" in clinic.mount()
    type_into(clinic, "e^(−x)")
    assert sympy.exp(-x) in clinic.wrong_answers["stopped"]
    type_into(clinic, "sin(")
    with pytest.raises(ValueError, match="cannot be read"):
        _ = clinic.wrong_answers
    with pytest.raises(TypeError, match="is text"):
        Clinic("sin(x^2)")
    with pytest.raises(ValueError, match="hardly anywhere"):
        Clinic(sympy.sqrt(-1 - x**2))
