"""What is particular to the gradient flow in a browser: lines, links, buttons, heights."""

import pytest

import checks
from ptcode.widgets import GradientFlow

pytestmark = pytest.mark.browser

PLACES = "(path) => path.getAttribute('d').slice(1).split('L').map((p) => p.split(' ').map(Number))"
AXIS = ".pt-adjoints .pt-axis >> nth=1 >> text"


@pytest.fixture
def show(show):
    """Return `show(figure)`: the figure, on an open page that must report no error."""
    return lambda *figures, **options: show(*figures, **options).locator(".pt-figure")


def says(figure):
    return figure.locator("[role=status]").inner_text()


def line(figure):
    return figure.locator(".pt-arithmetic").inner_text()


def test_it_says_the_same_as_python(show):
    flow = GradientFlow(depth=50, width=1, activation="linear", initialisation="equal", scale=0.5)
    figure = show(flow)
    assert says(figure).startswith("Vanishing. Of an adjoint of size 1 at the output, 8.88·10⁻¹⁶ ")
    assert line(figure) == "c · steepest σ′ = 0.5 · 1 = 0.5 a link; 0.5⁵⁰ ≈ 8.9·10⁻¹⁶"


def test_a_slider_moves_the_lines_and_the_sentence(show):
    figure = show(GradientFlow())
    before, text = figure.locator(".pt-flow-line >> nth=0").evaluate(PLACES), says(figure)
    depth = figure.locator("input[name=depth]")
    depth.focus()
    depth.press("ArrowRight")
    after = figure.locator(".pt-flow-line >> nth=0").evaluate(PLACES)
    assert (len(before), len(after)) == (31, 32)
    assert checks.state_of(figure)["depth"] == 31
    assert says(figure) != text


def test_the_adjoint_falls_towards_the_input_where_it_vanishes(show):
    figure = show(GradientFlow(activation="sigmoid"))
    places = figure.locator(".pt-flow-line >> nth=0").evaluate(PLACES)
    heights = [height for _, height in places]
    assert heights == sorted(heights, reverse=True)  # pixels count downwards


def test_activation_and_weights_are_chosen(show):
    figure = show(GradientFlow())
    figure.get_by_label("Activation").select_option("relu")
    figure.get_by_label("Weights").select_option("he")
    assert says(figure).startswith("Steady.")
    figure.locator("input[name=scale]").fill("2")
    assert says(figure).startswith("Exploding.")


def test_other_weights_change_what_is_measured_and_not_what_is_expected(show):
    figure = show(GradientFlow(activation="tanh"))
    both = [".pt-flow-line >> nth=0", ".pt-expected >> nth=0"]
    measured, expected = [figure.locator(mark).get_attribute("d") for mark in both]
    figure.get_by_role("button", name="Draw other weights").click()
    assert checks.state_of(figure)["seed"] == 2
    assert figure.locator(both[0]).get_attribute("d") != measured
    assert figure.locator(both[1]).get_attribute("d") == expected
    figure.get_by_role("button", name="Reset").click()
    assert checks.state_of(figure) == GradientFlow().state()


def test_a_shut_layer_is_named_and_drawn_at_the_floor(show):
    figure = show(GradientFlow(depth=50, width=1, activation="relu", seed=2))
    assert "nothing arrives at the input. In layer" in says(figure)
    places = figure.locator(".pt-flow-line >> nth=0").evaluate(PLACES)
    assert all(place == place for pair in places for place in pair)


def test_the_axis_holds_1_and_whole_layers(show):
    for options in ({}, {"activation": "relu", "initialisation": "normal", "scale": 3.0}):
        figure = show(GradientFlow(depth=3, **options))
        assert "1" in figure.locator(AXIS).all_text_contents()
        layers = figure.locator(".pt-adjoints .pt-axis >> nth=0 >> text").all_text_contents()
        assert layers == ["0", "1", "2", "3"]


BANDS = """(svg) => {
  const limits = svg.querySelector('.pt-limits').getAttribute('d').match(/M\\S+ ([\\d.]+)/g)
    .map((part) => Number(part.split(' ')[1]));
  const names = [...svg.querySelectorAll('.pt-small')].filter((text) => text.checkVisibility())
    .map((text) => [text.textContent, text.getBBox()])
    .map(([word, { y, height }]) => [word, y + height / 2]);
  return [limits, Object.fromEntries(names)];
}"""


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    ("activation", "initialisation", "scale", "depth"),
    [
        ("sigmoid", "xavier", 1, 30), ("tanh", "xavier", 1, 30), ("relu", "normal", 1, 30),
        ("sigmoid", "xavier", 0.05, 50), ("relu", "normal", 3, 50),
    ],
)  # fmt: skip
def test_each_name_stands_in_its_own_stretch(show, width, activation, initialisation, scale, depth):
    setting = {"activation": activation, "initialisation": initialisation, "depth": depth}
    figure = show(GradientFlow(**setting, scale=float(scale)), width=width)
    (upper, lower), middles = figure.locator(".pt-adjoints").evaluate(BANDS)
    assert middles["explodes"] < upper < middles.get("steady", (upper + lower) / 2) < lower
    assert lower < middles["vanishes"]
    assert depth == 50 or "steady" in middles


def test_the_table_goes_from_the_output_to_the_input(show):
    figure = show(GradientFlow(depth=2, width=1, activation="linear", initialisation="equal"))
    figure.locator("input[name=scale]").fill("0.5")
    figure.locator(".pt-table summary").click()
    figure.locator("tbody tr").last.wait_for()
    rows = [row.split("\t") for row in figure.locator("tbody tr").all_inner_texts()]
    assert [row[0] for row in rows] == ["2", "1", "0"]
    assert [row[3] for row in rows] == ["1", "0.5", "0.25"]
    assert [row[1] for row in rows] == ["0.25", "0.5", "1"]


def test_a_link_beyond_what_is_allowed_does_no_harm(show):
    figure = show(GradientFlow())
    checks.follow(figure.page, "#flow?depth=900&width=0&activation=swish&scale=-3&seed=-1")
    assert "50 links back" in says(figure) or "nothing arrives" in says(figure)


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_no_sentence_moves_what_stands_below_it(show, width):
    figure, heights = show(GradientFlow(), width=width), set()
    for depth, activation, initialisation, scale, nodes in (
        (30, "sigmoid", "xavier", 1, 16), (50, "linear", "equal", 2, 1), (1, "tanh", "he", 1, 32),
        (50, "relu", "xavier", 0.05, 1), (50, "linear", "normal", 3, 32), (50, "relu", "he", 1, 32),
        (50, "sigmoid", "equal", 0.35, 1), (50, "sigmoid", "normal", 2.95, 27),
    ):  # fmt: skip
        state = f"depth={depth}&activation={activation}&initialisation={initialisation}"
        checks.follow(figure.page, f"#flow?{state}&scale={scale}&width={nodes}")
        assert checks.state_of(figure)["width"] == nodes
        heights.add(figure.locator(".pt-view").bounding_box()["height"])
    assert len(heights) == 1
