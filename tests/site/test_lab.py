"""Claim 4, the book is alive in a real JupyterLab: what is moved in the page, Python sees."""

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

from ptcode.catalogue import COSTS
from ptcode.descent import gradient_descent

pytestmark = [pytest.mark.browser, pytest.mark.lab, pytest.mark.slow]

SHOW = """from ptcode.widgets import DescentExplorer
explorer = DescentExplorer(alpha=0.1, theta0=2)
explorer"""
READ = "print([explorer.alpha, round(float(explorer.path.positions[1]), 6)], explorer.regime)"
SET = "explorer.alpha = 0.9"


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
    cells = [nbformat.v4.new_code_cell(source) for source in (SHOW, READ, SET, READ)]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    book = nbformat.v4.new_notebook(cells=cells, metadata=kernel)
    nbformat.write(book, notebooks / "explorer.ipynb")
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

    def execute(self, command):
        return self.page.evaluate("(command) => jupyterapp.commands.execute(command)", command)

    def run_all(self):
        self.execute("notebook:run-all-cells")

    def cell(self, number):
        return self.page.locator(".jp-Notebook .jp-CodeCell").nth(number)

    def run(self, number):
        """Run one cell and return what it printed."""
        self.page.evaluate(
            "(i) => { jupyterapp.shell.currentWidget.content.activeCellIndex = i; }", number
        )
        self.execute("notebook:run-cell")
        self.page.wait_for_function(
            "() => jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'"
        )
        output = self.cell(number).locator(".jp-OutputArea-output pre")
        return output.first.inner_text().strip() if output.count() else ""

    def printed(self, number, wanted):
        """Run the cell until it prints what is wanted: a moved slider takes a moment to arrive."""
        text = ""
        for _ in range(10):
            text = self.run(number)
            if wanted in text:
                break
            self.page.wait_for_timeout(200)
        return text


@pytest.fixture(scope="module")
def notebook(browser, address):
    context = browser.new_context(viewport={"width": 1280, "height": 2400})
    context.set_default_timeout(20_000)
    yield Notebook(context.new_page(), address("lab/tree/explorer.ipynb"))
    context.close()


def test_python_sees_the_slider_and_the_slider_sees_python(notebook):
    notebook.run_all()
    slider = notebook.page.locator('.jp-OutputArea input[type=range][name="alpha"]')
    slider.wait_for(timeout=60_000)
    page = notebook.page
    page.wait_for_function("() => document.querySelector('input[name=alpha]').value === '0.9'")
    assert notebook.run(1).startswith("[0.9, -1.6] ")

    slider.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    alpha = slider.evaluate("(slider) => slider.valueAsNumber")
    assert alpha > 0.9
    text = notebook.printed(1, f"[{alpha}, ")
    assert text == f"[{alpha}, {round(2 * (1 - 2 * alpha), 6)}] {regime(alpha)}"

    notebook.run(2)
    page.wait_for_function("() => document.querySelector('input[name=alpha]').value === '0.9'")
    assert notebook.run(3).startswith("[0.9, -1.6] ")


def regime(alpha):
    """The regime of J = θ², as ptcode names it."""
    return gradient_descent(COSTS["square"], 2.0, alpha, 20).regime
