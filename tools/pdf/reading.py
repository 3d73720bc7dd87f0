"""Read the site page by page in a browser, which knows the solutions, and keep what paper holds."""

import json
from pathlib import Path

HERE = Path(__file__).parent
WORDS = json.loads((HERE / "words.json").read_text("utf-8"))
CONTENTS = (HERE / "contents.js").read_text("utf-8")
HARVEST = (HERE / "harvest.js").read_text("utf-8")
# Every question and exercise writes its solution, as for whoever prints a chapter with them.
SOLVED = """() => [...document.querySelectorAll(
  '.pt-figure:is([data-figure="question"], [data-figure="exercise"])')]
  .every((figure) => figure.querySelector(".pt-paper")?.textContent)"""


def contents(page, root):
    """The site's own account of itself, from the page that its index leads to."""
    page.goto(f"{root}index.html")
    page.wait_for_selector(".bd-links", state="attached")  # the index sends on to the first page
    return page.evaluate(CONTENTS)


def chapters(page, root, book, wanted=None):
    """Yield each page's article and solutions, with its name and the part that it opens."""
    listed = [one for one in book["pages"] if wanted is None or one["id"] in wanted]
    for one in listed:
        page.goto(root + one["path"])
        for box in page.get_by_role("checkbox", name="with solutions").all():
            box.check()
            page.wait_for_function(SOLVED)
        told = {"pages": listed, "root": book["root"], "words": WORDS}
        yield one | page.evaluate(HARVEST, told)
