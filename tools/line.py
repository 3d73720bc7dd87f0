"""Does the line that a page offers open its chapter? `python tools/line.py SITE`.

The site is served, a browser shows the page as this system's readers see it, and what stands there
is run in an empty folder: it must bring up a JupyterLab that has the notebook. Then the notebook is
run with what the line installed. It needs Playwright, a Chromium or Chrome, and a package index.
"""

import argparse
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import Request, urlopen

from playwright.sync_api import sync_playwright

import browsers
from serve import server

CHAPTER = "02-gradient-descent"
WINDOWS = os.name == "nt"
SHELL = ["powershell", "-NoProfile", "-Command"] if WINDOWS else ["sh", "-c"]
TOKEN, PORT, PATIENCE = "reader", 18888, 900


def shown(address):
    """The line on a page."""
    path = browsers.chromium()
    chosen = {"executable_path": path} if path else {"channel": "chrome"}
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(args=browsers.FLAGS, **chosen)
        page = chromium.new_page()
        page.goto(address)
        page.locator(".pt-ways > summary").click()
        return page.locator("#pt-line").inner_text()


def settings(folder):
    """An environment in which JupyterLab opens no window and is found again."""
    served = {"open_browser": False, "port": PORT, "port_retries": 0}
    written = {"ServerApp": served, "IdentityProvider": {"token": TOKEN}}
    (folder / "jupyter_server_config.json").write_text(json.dumps(written), "utf-8")
    return os.environ | {"JUPYTER_CONFIG_DIR": str(folder)}


def ask(place, method="GET"):
    """What JupyterLab answers."""
    header = {"Authorization": f"token {TOKEN}"}
    return urlopen(Request(f"http://127.0.0.1:{PORT}/{place}", headers=header, method=method))


def opens(process):
    """Whether JupyterLab comes up and has the notebook, before the line ends or patience does."""
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        try:
            return ask(f"api/contents/{CHAPTER}.ipynb?content=0").status == 200
        except URLError:
            time.sleep(2)
    return False


def follow(line, folder):
    """Run the line in a folder, then the notebook; a sentence if one of them fails."""
    (folder / "config").mkdir()
    process = subprocess.Popen([*SHELL, line], cwd=folder, env=settings(folder / "config"))
    if not opens(process):
        process.kill()
        return "the line brings up no JupyterLab with the notebook"
    ask("api/shutdown", "POST").close()
    process.wait(60)
    python = folder / "chain-rule" / ("Scripts/python.exe" if WINDOWS else "bin/python")
    run = [python, "-m", "jupyter", "execute", f"{CHAPTER}.ipynb"]
    done = subprocess.run(run, cwd=folder, check=False)
    return "the notebook does not run" if done.returncode else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    http = server(parser.parse_args().site)
    threading.Thread(target=http.serve_forever, daemon=True).start()
    line = shown(f"http://127.0.0.1:{http.server_port}/chapters/{CHAPTER}.html")
    print(line, flush=True)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        if problem := follow(line, Path(folder)):
            sys.exit(problem)
    print("The line opens the chapter, and the chapter runs.")


if __name__ == "__main__":
    main()
