"""The graph stepper in the browser: steps, sums where paths meet, inputs, typed expressions."""

import pytest

import checks
import moves
from bare import write_page
from ptcode.autodiff.backward import Variable
from ptcode.autodiff.graph import shown
from ptcode.autodiff.graph.expression import VARIABLES
from ptcode.functions.catalogue import tanh
from ptcode.widgets import GraphStepper
from sitebuild import served_below
from typed import typed

pytestmark = pytest.mark.browser

CHOICE = 'select[name="preset"]'
SUMS = """[...document.querySelectorAll(".pt-input-node")]
  .map((node) => [...node.querySelectorAll(".pt-node-adjoint, .pt-sum")]
    .map((text) => text.textContent).join(" ").trim())"""
VISIBLE = """() => {
  const region = document.querySelector(".pt-graph-region").getBoundingClientRect();
  const node = document.querySelector("g.pt-active > rect").getBoundingClientRect();
  return node.left >= region.left - 1 && node.right <= region.right + 1
    && node.top >= region.top - 1 && node.bottom <= region.bottom + 1;
}"""


LATER = "page-graph-layout.js"
FETCHED = """[...document.querySelectorAll("script[src]")]
  .map((script) => new URL(script.src).pathname.split("/").pop())"""
MADE = "count => document.querySelectorAll('.pt-made-node').length === count"


def said(page):
    return page.get_by_role("status").text_content().strip()


def press(page, name, times=1):
    for _ in range(times):
        page.get_by_role("button", name=name, exact=True).click()


def state(page, name="graph"):
    return checks.state_of(page.locator(f"#{name}"))


def numbers(page, column):
    """A column of the table, by the name of the node."""
    details = page.locator(".pt-table")
    if not details.evaluate("d => d.open"):
        details.locator("summary").click()
        details.locator("tbody tr").first.wait_for()
    rows = [row.locator("th, td").all_inner_texts() for row in details.locator("tbody tr").all()]
    return {row[0]: row[column] for row in rows}


def test_the_forward_pass_computes_one_node_a_step(show):
    page = show(GraphStepper())
    assert said(page).startswith("Given: x = 1.5, y = 1, W₁ = 0.8 and W₂ = −1.2.")
    press(page, "Step forward", 2)
    assert said(page) == "Step 2 of 12, forward: z₁ makes a₁. a₁ = σ(z₁) = σ(1.2) = 0.768525."
    values = numbers(page, 2)
    assert (values["z₁"], values["a₁"], values["z₂"]) == ("1.2", "0.768525", "")
    assert page.locator(".pt-made-node.pt-unknown").count() == 3
    assert page.locator("g.pt-active > rect").count() == 1


def test_the_backward_pass_ends_with_the_gradient_of_the_book(show):
    page = show(GraphStepper())
    press(page, "To the end")
    assert state(page)["step"] == 12
    adjoints, measured = numbers(page, 3), numbers(page, 4)
    assert adjoints == {
        "x": "", "y": "", "W₁": "0.046638", "W₂": "−0.111934", "z₁": "0.031092",
        "a₁": "0.174777", "z₂": "−0.145647", "ŷ": "−0.715496", "J": "1",
    }  # fmt: skip
    assert measured == adjoints


def test_where_paths_meet_the_sum_grows_share_by_share(show):
    page = show(GraphStepper("two-paths"))
    assert page.locator(".pt-plus").count() == 1
    press(page, "To the turn")
    assert page.evaluate(SUMS) == [""]
    press(page, "Step forward")
    assert page.evaluate(SUMS) == ["0 + 1 = 1"]
    press(page, "Step forward")
    assert page.evaluate(SUMS) == ["1 + …"]
    assert numbers(page, 3)["x"] == "1 + …"
    press(page, "Step forward")
    assert page.evaluate(SUMS) == ["1 + 6 = 7"]
    assert "= 1 · 6 = 6, for ∂u/∂x = 2x. Share 2 of 2: 1 + 6 = 7." in said(page)
    press(page, "Step back")
    assert page.evaluate(SUMS) == ["1 + …"]


def test_a_step_marks_its_edge_by_more_than_colour(show):
    page = show(GraphStepper(step=8))
    edge = page.locator(".pt-wire.pt-active")
    assert edge.count() == 1
    width = "path => Number.parseFloat(getComputedStyle(path).strokeWidth)"
    assert edge.locator(".pt-wire-line").evaluate(width) == 3.5
    assert edge.locator(".pt-wire-label").text_content() == "× 0.2036"
    dashes = "path => getComputedStyle(path).strokeDasharray"
    assert page.locator(".pt-made-node > rect").first.evaluate(dashes) == "none"
    press(page, "Reset")
    assert page.locator(".pt-made-node > rect").first.evaluate(dashes) != "none"


def test_the_step_slider_jumps_and_answers_the_keyboard(show):
    page = show(GraphStepper())
    slider = page.locator('input[name="step"]')
    slider.fill("7")
    assert said(page).startswith("Step 7 of 12, backward from J to ŷ")
    slider.press("ArrowRight")
    assert said(page).startswith("Step 8 of 12")
    slider.press("Home")
    assert said(page).startswith("Given")
    slider.press("End")
    assert page.get_by_role("button", name="Step forward").is_disabled()


def test_a_node_and_an_edge_can_be_chosen(show):
    page = show(GraphStepper(step=12))
    page.locator(".pt-made-node").nth(1).click()
    assert state(page)["step"] == 2
    page.locator(".pt-input-node").first.click()
    assert state(page)["step"] == 2
    page.locator(".pt-wire-line").nth(5).dispatch_event("click")
    assert said(page).startswith("Step 8 of 12, backward from ŷ to z₂")


def test_inputs_change_by_slider_and_by_number(show):
    page = show(GraphStepper(step=12))
    page.locator('input[name="W1"]').press("ArrowRight")
    assert state(page)["W1"] == pytest.approx(0.85)
    assert f"Now W₁ = 0.85 and J = {shown(GraphStepper(W1=0.85).values['J'])}." in said(page)
    field = page.get_by_label("W₂, as a number")
    field.fill("0.5")
    wanted = GraphStepper(W1=0.85, W2=0.5)
    assert state(page)["W2"] == 0.5
    assert float(numbers(page, 3)["W₂"].replace("−", "-")) == pytest.approx(
        wanted.adjoints["W2"], abs=1e-6
    )
    assert page.locator('input[name="W2"]').input_value() == "0.5"
    field.fill("")
    assert state(page)["W2"] == 0.5
    field.blur()
    assert field.input_value() == "0.5"
    field.fill("17.25")
    assert page.locator('input[name="W2"]').evaluate("r => Number(r.max)") >= 17.25


def test_a_slider_event_makes_no_element(show):
    page = show(GraphStepper("network", step=24))
    moves.count_new_elements(page)
    page.locator('input[name="w1"]').press("ArrowRight")
    page.locator('input[name="step"]').press("ArrowLeft")
    assert moves.new_elements(page) == 0


def test_another_computation_starts_anew(show):
    page = show(GraphStepper(step=5, x=0.3))
    page.locator(CHOICE).select_option("two-paths")
    assert (state(page)["x"], state(page)["step"]) == (3, 0)
    assert page.locator(".pt-inputs input[type=range]").count() == 1
    page.locator(CHOICE).select_option("network")
    assert page.locator(".pt-inputs input[type=range]").count() == 9


def test_a_typed_expression_is_drawn_and_differentiated(show):
    page = show(GraphStepper())
    field = page.locator('input[name="expression"]')
    assert not field.is_visible()
    page.locator(CHOICE).select_option("expression")
    field.fill("x sin(x y)")
    page.wait_for_function(MADE, arg=3)
    press(page, "To the end")
    wanted = GraphStepper(expression=typed("x sin(x y)", VARIABLES), x=1.5, y=1)
    assert numbers(page, 3)["x"] == shown(wanted.adjoints["x"])
    field.fill("x sin(x y")
    assert state(page)["expression"] == "x sin(x y)"
    assert page.locator(".pt-made-node").count() == 3


def test_what_is_too_large_or_constant_is_told_and_changes_nothing(show):
    page = show(GraphStepper(expression=typed("x²", VARIABLES)))
    field = page.locator('input[name="expression"]')
    field.fill("+".join(f"sin({k}x)" for k in range(2, 25)))
    assert said(page).startswith("That expression takes 48 nodes")
    field.fill("2 + 3")
    assert "there is nothing to differentiate" in said(page)
    assert page.locator(".pt-made-node").count() == 1
    field.fill("x²")
    assert said(page).startswith("Given: x = 1.5.")
    field.fill("7")
    press(page, "Step forward")
    assert said(page).startswith("Step 1 of 3")


def test_a_link_sets_computation_step_and_inputs(show):
    link = "#graph?preset=two-paths&step=6&x=-1"
    page = show(GraphStepper(), link=link)
    assert said(page).endswith("Share 2 of 2: 1 + (−2) = −1. A nudge of x measures −1: they agree.")
    assert {k: state(page)[k] for k in ("preset", "step", "x")} == {
        "preset": "two-paths", "step": 6, "x": -1,
    }  # fmt: skip


def test_a_link_to_another_computation_brings_its_inputs(show):
    page = show(GraphStepper(), link="#graph?preset=two-paths&step=6")
    assert "1 + 6 = 7" in said(page)


def test_a_link_sets_a_typed_expression(show):
    page = show(GraphStepper(), link="#graph?preset=expression&expression=x%20y&y=4&step=3")
    assert "x̄ = f̄ · ∂f/∂x = 1 · 4 = 4" in said(page)
    assert page.locator('input[name="expression"]').input_value() == "x y"


def test_a_link_with_nonsense_does_no_harm(show):
    page = show(GraphStepper(), link="#graph?preset=nothing&step=-3&W1=abc&expression=sin(((")
    assert said(page).startswith("Given: x = 1.5")
    assert page.locator(".pt-made-node").count() == 5


def test_a_link_to_an_expression_that_is_too_large_is_answered(show):
    terms = "%2B".join(f"sin({k}x)" for k in range(2, 25))
    page = show(GraphStepper(), link=f"#graph?preset=expression&expression={terms}")
    assert said(page).startswith("That expression takes 48 nodes")
    assert page.locator(".pt-made-node").count() == 7


@pytest.mark.parametrize("where", ["file", "server"])
def test_only_a_graph_that_is_not_the_books_fetches_what_lays_it_out(page_factory, tmp_path, where):
    address, page = write_page(tmp_path, GraphStepper()), page_factory()
    with served_below(tmp_path, "/some/sub/") as root:
        problems = checks.watch(page, "file:" if where == "file" else root)
        page.goto(address if where == "file" else root + "bare.html")
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            for option in page.locator(f"{CHOICE} option").all():
                page.locator(CHOICE).select_option(option.get_attribute("value"))
                press(page, "To the end")
        assert page.evaluate(FETCHED) == []
        field = page.locator('input[name="expression"]')
        field.fill("x sin(x y)")
        page.wait_for_function(MADE, arg=3)
        field.fill("x y")
        assert page.locator(".pt-made-node").count() == 1
        assert page.evaluate(FETCHED) == [LATER]
    assert problems == []


def test_what_cannot_be_fetched_is_told_and_asked_for_again(page_factory, tmp_path):
    page = page_factory()
    page.goto(write_page(tmp_path, GraphStepper()))
    script = (tmp_path / LATER).read_bytes()
    (tmp_path / LATER).unlink()
    page.locator(CHOICE).select_option("expression")
    before = page.locator(".pt-computation").inner_html()
    page.locator('input[name="expression"]').fill("x y")
    page.get_by_role("status").filter(has_text="cannot be fetched").wait_for()
    assert page.locator(".pt-computation").inner_html() == before
    press(page, "Step forward")
    assert said(page).startswith("Step 1 of")
    (tmp_path / LATER).write_bytes(script)
    page.locator('input[name="expression"]').fill("x y + 1")
    page.get_by_role("status").filter(has_text="Given: x").wait_for()
    assert page.locator(".pt-made-node").count() == 2


def test_ones_own_computation_is_shown_without_a_choice(show):
    w = Variable(0.5, name="w")
    page = show(GraphStepper.of(tanh(2 * w) - w, step=99, id="own"))
    assert not page.locator(CHOICE).is_visible()
    assert "Step 8 of 8, backward" in said(page)


def test_a_graph_wider_than_a_phone_scrolls_to_the_step(show):
    page = show(GraphStepper("network"), width=390)
    for step in range(1, 25):
        page.locator('input[name="step"]').fill(str(step))
        assert page.evaluate(VISIBLE), f"step {step} is out of sight"


def test_forty_nodes_can_be_shown(show):
    terms = "+".join(f"sin({k}x)" for k in range(2, 20))
    page = show(GraphStepper(expression=typed(terms, VARIABLES), step=60), width=390)
    assert page.locator(".pt-made-node").count() == 37
    boxes = page.locator(".pt-made-node > rect").evaluate_all(
        "rects => rects.map((r) => { const b = r.getBoundingClientRect();"
        " return [b.left, b.top, b.right, b.bottom]; })"
    )
    for i, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[:i]:
            apart = right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
            assert apart, "two nodes overlap"


@pytest.mark.slow
@pytest.mark.parametrize(("theme", "width"), checks.LOOKS)
def test_it_is_accessible_and_fits(show, theme, width):
    steppers = [
        GraphStepper(step=9),
        GraphStepper("two-paths", step=5, id="paths"),
        GraphStepper("network", step=22, id="network"),
        GraphStepper(expression=typed("x sin(xy)", VARIABLES), id="typed"),
    ]
    page = show(*steppers, theme=theme, width=width)
    assert checks.axe(page) == []
    assert checks.unmoved_sliders(page) == []
    assert checks.unprinted(page) == []
    assert checks.overflow(page, 320) == []


GRAPHS = [
    {"preset": "running-example"},
    {"preset": "two-paths"},
    {"preset": "network"},
    {"expression": typed("x·y + sin(w·x + b)", VARIABLES)},
    {"expression": typed("σ(w·x + b)·(x + y)/(y + w^2)", VARIABLES)},
]
# Places on each edge, more than a pixel within a node; and labels that an edge runs through.
COVERED = """() => {
  const boxOf = (mark) => mark.getBoundingClientRect();
  const within = ([x, y], { left, right, top, bottom }, by) =>
    x > left + by && x < right - by && y > top + by && y < bottom - by;
  const nodes = [...document.querySelectorAll(".pt-computation > g:not(.pt-wire) > rect")];
  const labels = [...document.querySelectorAll(".pt-wire-label")].filter((l) => l.textContent);
  const found = [];
  for (const line of document.querySelectorAll(".pt-wire-line")) {
    const matrix = line.getScreenCTM(), length = line.getTotalLength();
    for (let at = 0; at <= length; at += 1) {
      const point = line.getPointAtLength(at).matrixTransform(matrix);
      const place = [point.x, point.y];
      if (nodes.some((node) => within(place, boxOf(node), 1.5))) found.push(["node", ...place]);
      for (const label of labels)
        if (within(place, boxOf(label), 1)) found.push([label.textContent, ...place]);
    }
  }
  return found;
}"""


@pytest.mark.slow
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("state", GRAPHS)
def test_no_edge_runs_behind_a_node_or_through_a_label(show, state, width):
    page = show(GraphStepper(**state, step=99), width=width)
    page.locator(".pt-made-node").first.wait_for()
    assert page.evaluate(COVERED) == []


def test_what_a_node_is_made_from_stands_in_the_order_of_its_formula(show):
    page = show(GraphStepper(step=99))
    page.locator(".pt-made-node").first.wait_for()
    left = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(".pt-computation > g > .pt-name")]
          .map((name) => [name.textContent, name.getBoundingClientRect().left]))"""
    )
    for first, second in (("W₁", "x"), ("W₂", "a₁"), ("ŷ", "y")):
        assert left[first] < left[second], "W₁·x, W₂·a₁, (ŷ − y)²/2"


@pytest.mark.parametrize(("text", "value"), [("1,5", 1.5), ("−0.25", -0.25), ("2e-3", 0.002)])
def test_a_number_is_read_as_it_is_typed(show, text, value):
    page = show(GraphStepper())
    field = page.get_by_label("W₁, as a number")
    field.fill("")
    field.press_sequentially(text)
    assert checks.state_of(page.locator(".pt-figure"))["W1"] == value


def test_what_is_no_number_is_refused_in_words(show):
    page = show(GraphStepper())
    field = page.get_by_label("W₁, as a number")
    field.fill("1.2.3")
    assert "1.2.3 is no number" in said(page)
    assert checks.state_of(page.locator(".pt-figure"))["W1"] == 0.8
    field.blur()
    assert field.input_value() == "0.8"


def test_the_wheel_changes_no_number(show):
    page = show(GraphStepper())
    field = page.get_by_label("W₁, as a number")
    field.click()
    page.mouse.wheel(0, 120)
    checks.next_frames(page)
    assert checks.state_of(page.locator(".pt-figure"))["W1"] == 0.8
