"""A real JupyterLab of its own, and a notebook in it as a person uses it."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

import pytest

SHOW = "from ptcode import widgets\nfigure = widgets.{}\nfigure"
STATE = "import json; print(json.dumps(figure.state()))"
IDLE = """() => jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status
  === 'idle'"""


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
    # Every cell is in the document, also where nobody looks.
    tracker = folder / "jupyterlab_settings_dir" / "@jupyterlab" / "notebook-extension"
    tracker.mkdir(parents=True)
    settings = json.dumps({"windowingMode": "none"})
    (tracker / "tracker.jupyterlab-settings").write_text(settings)
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


class Notebook:
    """The open notebook as a person uses it: run all, run one cell, move a slider."""

    def __init__(self, page, url):
        self.page = page
        page.goto(url)
        page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=60_000)
        page.wait_for_function(IDLE, timeout=60_000)

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
        self.page.wait_for_function(IDLE)
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
