"""Claim 4, each figure is alive in a real JupyterLab: Python sees its moves, it sees Python's."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

import nbformat
import pytest

from ptcode.descent.descent import gradient_descent
from ptcode.functions.catalogue import COSTS
from sitebuild import ROOT

expect = pytest.importorskip("playwright.sync_api").expect
pytestmark = [pytest.mark.browser, pytest.mark.lab, pytest.mark.slow]

NEEDS = json.loads((ROOT / "ptcode" / "static" / "figures.json").read_text("utf-8"))
SHOW = "from ptcode import widgets\nfigure = widgets.{}\nfigure"
STATE = "import json; print(json.dumps(figure.state()))"
READ = "print([figure.alpha, round(float(figure.path.positions[1]), 6)], figure.regime)"
# How each figure is made, and the control that is moved: a slider's name, or a button's words.
FIGURES = {
    "clinic": ("Clinic()", "Make a mistake for me"),
    "derivation": ("DerivationStepper()", "x"),
    "descent": ("DescentExplorer(alpha=0.1)", "theta0"),
    "exercise": ("ExerciseFigure('sine-of-a-power')", "Another one like this"),
    "flow": ("GradientFlow()", "depth"),
    "graph": ("GraphStepper()", "W1"),
    "machine": ("FunctionMachine()", "x"),
    "numberlines": ("NumberLines()", "dx"),
    "practice": ("Practice()", "Next problem"),
    "question": ("Question('q', 'Which?', [('a', 'No.'), ('b', 'Yes.', True)])", "Commit"),
    "race": ("OptimiserRace()", "theta1"),
    "regression": ("RegressionExplorer()", "theta1"),
    "sorting": ("SortingGame(card=1)", "Fresh cards"),
    "surface": ("SurfaceExplorer()", "theta1"),
    "tangent": ("TangentExplorer()", "x"),
    "trainer": ("NetworkTrainer()", "width"),
    "training": ("TrainingView()", "alpha"),
}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(folder):
    """Folders of its own: no setting, session or workspace of the person at the machine."""
    kinds = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    lab = ("JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR")
    # Asking for news or for a newer version would leave this machine.
    news = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}
    page_config = folder / "jupyter_config_dir" / "labconfig" / "page_config.json"
    page_config.parent.mkdir(parents=True)
    page_config.write_text(json.dumps(news))
    return os.environ | {name: str(folder / name.lower()) for name in kinds + lab}


def await_server(process, address, log):
    for _ in range(240):
        assert process.poll() is None, f"JupyterLab ended:\n{log.read_text()}"
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.25)
        else:
            return
    pytest.fail(f"JupyterLab did not answer in a minute:\n{log.read_text()}")


@contextmanager
def jupyterlab(notebooks, folder):
    """Run JupyterLab on a folder; yield `address(path)`, which carries the token."""
    port, token, log = free_port(), secrets.token_hex(16), folder / "lab.log"
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
    command += [f"--ServerApp.root_dir={notebooks}", f"--ServerApp.port={port}"]
    command += ["--ServerApp.port_retries=0", f"--IdentityProvider.token={token}"]
    command += ["--LabApp.extension_manager=readonly", "--LabApp.expose_app_in_browser=True"]
    with log.open("w") as output:
        process = subprocess.Popen(
            command, cwd=notebooks, env=environment(folder), stdout=output, stderr=output
        )
    try:
        root = f"http://127.0.0.1:{port}/"
        await_server(process, f"{root}api?token={token}", log)
        yield lambda path: f"{root}{path}?token={token}"
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    notebooks = tmp_path_factory.mktemp("notebooks")
    cells = [nbformat.v4.new_code_cell() for _ in range(2)]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    book = nbformat.v4.new_notebook(cells=cells, metadata=kernel)
    nbformat.write(book, notebooks / "figure.ipynb")
    with jupyterlab(notebooks, tmp_path_factory.mktemp("jupyter")) as address:
        yield address


class Notebook:
    """The open notebook as a person uses it: run all, run one cell, move a slider."""

    def __init__(self, page, url):
        self.page = page
        page.goto(url)
        page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=60_000)
        page.wait_for_function(
            "() => jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status"
            " === 'idle'",
            timeout=60_000,
        )

    def run(self, number, source):
        """Write a cell, run it, and return what it printed."""
        self.page.evaluate(
            """async ([i, source]) => {
              const { content } = jupyterapp.shell.currentWidget;
              content.activeCellIndex = i;
              content.activeCell.model.sharedModel.setSource(source);
              await jupyterapp.commands.execute("notebook:run-cell");
            }""",
            [number, source],
        )
        self.page.wait_for_function(
            "() => jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'"
        )
        output = self.cell(number).locator(".jp-OutputArea-output pre")
        return output.first.inner_text().strip() if output.count() else ""

    def cell(self, number):
        return self.page.locator(".jp-Notebook .jp-CodeCell").nth(number)

    def show(self, figure):
        """Put a new figure into the first cell; return its element."""
        self.run(0, SHOW.format(figure))
        element = self.cell(0).locator(".pt-view")
        element.locator("[role=status]").wait_for(timeout=60_000)
        return element

    def state(self, until=lambda state: True):
        """The figure's state as Python has it: what is moved takes a moment to arrive."""
        for _ in range(20):
            state = json.loads(self.run(1, STATE))
            if until(state):
                break
            self.page.wait_for_timeout(100)
        return state


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
        if figure.locator("input[type=radio]").count():
            figure.locator("input[type=radio]").first.check()
        figure.get_by_role("button", name=control).click()
        assert notebook.state(lambda state: state != before) != before
    notebook.run(1, f"for name, value in {before!r}.items():\n    setattr(figure, name, value)")
    assert notebook.state() == before
    status = notebook.cell(0).locator("[role=status]")
    expect(status).to_have_text(words)


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
