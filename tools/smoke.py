"""Is the built site whole? Every page of _toc.yml is there, and a figure answers its slider.

python tools/smoke.py _build/html    exit 1 and say what is missing, before it is deployed
"""

import argparse
import sys
import threading
from pathlib import Path

import yaml
from playwright.sync_api import TimeoutError, sync_playwright

import browsers
from serve import server

TOC = Path(__file__).resolve().parents[1] / "_toc.yml"


def files(entry):
    """The files that a table of contents names, at any depth, in reading order."""
    if isinstance(entry, list):
        return [name for each in entry for name in files(each)]
    if not isinstance(entry, dict):
        return []
    own = [entry[key] for key in ("root", "file") if key in entry]
    return own + files(list(entry.values()))


def missing(site, names):
    """The pages that are not there, or not there in full."""
    pages = [site / f"{name}.html" for name in names]
    return [
        str(page) for page in pages if not page.exists() or "</html>" not in page.read_text("utf-8")
    ]


def answers(page, timeout=10_000):
    """Whether the page's first slider, moved by a key, moves its figure; None without a slider."""
    figure = page.locator("figure.pt-figure:has(input[type=range])").first
    if not figure.count():
        return None
    before = figure.get_attribute("data-state")
    figure.locator("input[type=range]").first.press("ArrowRight")
    changed = "([figure, before]) => figure.dataset.state !== before"
    try:
        page.wait_for_function(changed, arg=[figure.element_handle(), before], timeout=timeout)
    except TimeoutError:
        return False
    return True


def first_answer(site, names):
    """The first page with a slider, in reading order, and whether it answers."""
    path = browsers.chromium()
    if path is None:
        sys.exit("no Chromium on the PATH: whether a figure is alive cannot be seen")
    http = server(site)
    threading.Thread(target=http.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=browsers.FLAGS)
        page = chromium.new_page()
        for name in names:
            page.goto(f"http://127.0.0.1:{http.server_port}/{name}.html")
            if (answer := answers(page)) is not None:
                return name, answer
    return None, False


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    site = parser.parse_args().site
    names = files(yaml.safe_load(TOC.read_text("utf-8")))
    if lacking := missing(site, names):
        sys.exit(f"missing from the site: {', '.join(lacking)}")
    name, answer = first_answer(site, names)
    if not answer:
        sys.exit(f"the slider of {name} moves nothing" if name else "no page has a slider")
    print(f"{len(names)} pages are there; a figure of {name} answers its slider")


if __name__ == "__main__":
    main()
