"""Chapter 6: every derivative in the text is right, every link shows what it says."""

import pytest

from claims_06 import function, slope
from prose import markdown, settings
from ptcode.autodiff.checks import central_difference
from ptcode.functions.catalogue import local_derivatives
from ptcode.widgets import NumberLines
from ptcode.widgets.numberlines import CHAINS
from typed import read

CHAPTER = "06-the-chain-rule"
LINKS = [
    (label, figure, tuple(state.items())) for label, figure, state in settings(markdown(CHAPTER))
]

STEPS = """
const { derivation, stepsOf } = await bundle("derivation");
return input.trees.map((tree) => stepsOf(derivation(tree, "x", input.table)).length);
"""


@pytest.fixture(scope="module")
def last_step(node):
    """Return `last_step(text)`: how many steps the page takes to derive an expression."""
    texts = sorted({dict(state)["expression"] for _, name, state in LINKS if name == "derivation"})
    table = {"trees": list(map(read, texts)), "table": local_derivatives()}
    return dict(zip(texts, node(STEPS, table), strict=True)).__getitem__


@pytest.mark.parametrize(("label", "figure", "state"), LINKS)
def test_a_link_says_what_it_sets(last_step, label, figure, state):
    state = dict(state)
    if figure == "numberlines":
        assert set(state) == {"chain", "x", "dx", "zoom"}
        low, high = CHAINS[state["chain"]].places
        assert low <= float(state["x"]) <= high
    else:
        assert figure == "derivation"
        assert set(state) == {"expression", "x", "step"}
        assert 1 <= int(state["step"]) <= last_step(state["expression"])


@pytest.mark.parametrize("label", ["Check it", "See it in the stepper"])
def test_links_that_check_a_solution_show_the_last_step(last_step, label):
    states = [dict(state) for name, _, state in LINKS if name == label]
    steps = [last_step(state["expression"]) for state in states]
    assert [int(state["step"]) for state in states] == steps != []


def test_where_the_nudge_comes_back_du_is_zero():
    (state,) = (dict(state) for label, _, state in LINKS if label == "go from −0.25 to 0.25")
    nudge = NumberLines(state["chain"], x=float(state["x"]), dx=float(state["dx"])).nudge
    assert nudge.nudges[0] != 0
    assert nudge.nudges[1] == 0


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("sin(x²)", "cos(x²)·2x"),
        ("sin(cos x)", "−cos(cos x)·sin x"),
        ("ln(sin x)", "cos x/sin x"),
        ("e^(−x)", "−e^(−x)"),
        ("cos(sin(x²))", "−sin(sin(x²))·cos(x²)·2x"),
        ("1/(1+e^(−x))", "e^(−x)/(1+e^(−x))²"),
        ("σ(x)", "σ(x)(1−σ(x))"),
        ("cos²x", "−2 cos x sin x"),
        ("cos²x", "−sin 2x"),
        ("e^(−x²/2)", "−x e^(−x²/2)"),
        ("x e^(−x²)", "e^(−x²)·(1−2x²)"),
        ("x² sin x", "sin x·2x + x² cos x"),
    ],
)
def test_every_derivative_in_the_text_is_right(text, result):
    for at in (0.4, 1.1, 2.3):
        assert float(function(result)(at)) == pytest.approx(slope(text, at), rel=1e-12)
        measured = float(central_difference(function(text), at))
        assert measured == pytest.approx(slope(text, at), rel=1e-7, abs=1e-9)


def test_the_wrong_answer_passes_a_check_at_one_and_fails_elsewhere():
    wrong = function("cos(x)·2x")
    assert float(wrong(1)) == pytest.approx(slope("sin(x²)", 1), rel=1e-15)
    assert float(wrong(1.5)) * slope("sin(x²)", 1.5) < 0
    off = float(central_difference(function("sin(x²)"), 1.0)) - slope("sin(x²)", 1)
    assert abs(off) < 2e-10
