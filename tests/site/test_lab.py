"""Claim 4, each figure is alive in a real JupyterLab: Python sees its moves, it sees Python's."""

import json

import nbformat
import pytest

from lab import Notebook, jupyterlab
from ptcode.descent.descent import gradient_descent
from ptcode.functions.catalogue import COSTS
from sitebuild import ROOT

expect = pytest.importorskip("playwright.sync_api").expect
pytestmark = [pytest.mark.browser, pytest.mark.lab, pytest.mark.slow]

NEEDS = json.loads((ROOT / "ptcode" / "static" / "figures.json").read_text("utf-8"))
READ = "print([figure.alpha, round(float(figure.path.positions[1]), 6)], figure.regime)"
TEXT = "A paragraph of the text.\n\n" * 40 + "Try [a longer step](#descent?alpha=0.75&theta0=2)."
# How each figure is made, and the control that is moved: a slider's name, or a button's words.
FIGURES = {
    "batches": ("BatchNoise(k=100)", "k"),
    "clinic": ("Clinic()", "Make a mistake for me"),
    "cut": ("CutSurface()", "turn"),
    "derivation": ("DerivationStepper()", "x"),
    "descent": ("DescentExplorer(alpha=0.1)", "theta0"),
    "exercise": ("ExerciseFigure('sine-of-a-power')", "Another one like this"),
    "flow": ("GradientFlow()", "depth"),
    "graph": ("GraphStepper()", "W1"),
    "machine": ("FunctionMachine()", "x"),
    "nesting": ("NestedGraphs()", "x"),
    "modes": ("TwoModes()", "Step forward"),
    "method": ("OneOptimiser()", "k"),
    "numberlines": ("NumberLines()", "dx"),
    "paths": ("PathCounter()", "width"),
    "practice": ("Practice()", "Next problem"),
    "question": ("Question('q', 'Which?', [('a', 'No.'), ('b', 'Yes.', True)])", "Commit"),
    "race": ("OptimiserRace()", "k"),
    "rectangle": ("ProductRectangle()", "nudge"),
    "regression": ("RegressionExplorer()", "alpha"),
    "rounds": ("Rounds()", "This is my second time"),
    "sorting": ("SortingGame(card=1)", "Fresh cards"),
    "surface": ("SurfaceExplorer()", "theta1"),
    "tangent": ("TangentExplorer()", "x"),
    "trainer": ("NetworkTrainer(controls=['width'])", "width"),
    "training": ("TrainingView()", "alpha"),
    "units": ("UnitDiagram()", "x1"),
    "zoom": ("ZoomExplorer()", "zoom"),
}


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    notebooks = tmp_path_factory.mktemp("notebooks")
    cells = [nbformat.v4.new_code_cell() for _ in range(2)]
    cells.append(nbformat.v4.new_markdown_cell(TEXT))
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    book = nbformat.v4.new_notebook(cells=cells, metadata=kernel)
    nbformat.write(book, notebooks / "figure.ipynb")
    with jupyterlab(notebooks, tmp_path_factory.mktemp("jupyter")) as address:
        yield address


@pytest.fixture(scope="module")
def notebook(browser, address):
    context = browser.new_context(viewport={"width": 1280, "height": 2400})
    context.set_default_timeout(20_000)
    yield Notebook(context.new_page(), address("lab/tree/figure.ipynb"))
    context.close()


def test_every_figure_is_tried():
    assert set(FIGURES) == set(NEEDS)


@pytest.mark.parametrize("kind", FIGURES)
def test_python_sees_the_figure_and_the_figure_sees_python(notebook, kind):
    source, control = FIGURES[kind]
    figure = notebook.show(source)
    before, words = notebook.state(), figure.locator("[role=status]").inner_text()
    if control in before:
        slider = figure.locator(f'input[type=range][name="{control}"]')
        slider.focus()
        for _ in range(3):
            notebook.page.keyboard.press("ArrowRight")
        moved = slider.evaluate("(slider) => slider.valueAsNumber")
        assert notebook.state(lambda state: state[control] == moved)[control] == moved
        assert moved != before[control]
    else:
        if control == "Commit":
            figure.locator("input[type=radio]").first.check()
        figure.get_by_role("button", name=control).click()
        assert notebook.state(lambda state: state != before) != before
    notebook.run(1, f"for name, value in {before!r}.items():\n    setattr(figure, name, value)")
    assert notebook.state() == before
    status = notebook.cell(0).locator("[role=status]")
    expect(status).to_have_text(words)


def test_a_figure_shows_the_controls_that_its_cell_names(notebook):
    figure = notebook.show('DescentExplorer(alpha=0.9, controls=["alpha", "play"])')
    assert figure.locator("input[name=alpha]").is_visible()
    start = figure.locator("input[name=theta0]")
    assert start.is_hidden()
    figure.locator(".pt-more > summary").press("Enter")
    expect(start).to_be_visible()
    start.press("ArrowRight")
    assert notebook.state(lambda state: state["theta0"] != 2)["theta0"] == 2.05


def test_python_computes_what_the_slider_says(notebook):
    notebook.show("DescentExplorer(alpha=0.9, theta0=2)")
    assert notebook.run(1, READ).startswith("[0.9, -1.6] ")
    slider = notebook.cell(0).locator("input[name=alpha]")
    slider.press("ArrowRight")
    alpha = slider.evaluate("(slider) => slider.valueAsNumber")
    notebook.state(lambda state: state["alpha"] == alpha)
    regime = gradient_descent(COSTS["square"], 2.0, alpha, 20).regime
    assert notebook.run(1, READ) == f"[{alpha}, {round(2 * (1 - 2 * alpha), 6)}] {regime}"


TYPED = {
    "DerivationStepper()": ("sin(3x)", "print(round(figure.slope, 6))", "3.0"),
    "FunctionMachine()": ("(x²)³", "print(figure.values)", "[0.0, 0.0]"),
    "TangentExplorer('typed')": ("x² + 3x", "print(figure.slope)", "3.0"),
    "GraphStepper('expression')": ("xy + 3y", "print(figure.adjoints['x'])", "0.0"),
}


@pytest.mark.parametrize("source", TYPED)
def test_python_computes_what_a_reader_types(notebook, source):
    """Only the browser reads text: Python gets the tree with it, and its results follow."""
    text, ask, wanted = TYPED[source]
    figure = notebook.show(source)
    notebook.run(1, "figure.x = 0; figure.y = 0" if "Graph" in source else "figure.x = 0")
    field = figure.locator('input[name="expression"]')
    field.fill(text)
    notebook.state(lambda state: state["expression"] == text)
    assert notebook.run(1, ask) == wanted
    notebook.run(1, "import sympy; figure.expression = sympy.Symbol('x') ** 2")
    expect(field).to_have_value("x²")


def test_a_link_of_the_text_sets_the_figure_and_shows_it_beside_the_text(notebook):
    notebook.show("DescentExplorer(alpha=0.1)")
    page = notebook.page
    link = page.locator(".jp-RenderedMarkdown a", has_text="a longer step")
    try:
        page.set_viewport_size({"width": 1280, "height": 700})
        link.scroll_into_view_if_needed()
        where = link.bounding_box()
        link.click()
        dock = page.locator("aside.pt-dock")
        dock.wait_for()
        assert notebook.page.evaluate("location.hash") == ""
        assert link.bounding_box() == pytest.approx(where, abs=0.5)
        assert dock.locator("input[name=alpha]").input_value() == "0.75"
        assert "converges" in dock.locator(".pt-status").inner_text()
        dock.locator("input[name=alpha]").press("ArrowRight")
        page.keyboard.press("F6")
        assert page.evaluate("document.activeElement.textContent") == "a longer step"
        page.keyboard.press("Escape")
        dock.wait_for(state="hidden")
    finally:
        page.set_viewport_size({"width": 1280, "height": 2400})
    state = notebook.state(lambda state: state["alpha"] == 0.76)
    assert (state["alpha"], state["theta0"]) == (0.76, 2)
