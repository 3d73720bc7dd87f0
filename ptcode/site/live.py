"""Python in the page: the parts that `make live` made, and the script that offers "Run".

They lie in _build/live/site. Where they are, and are of the present code, each build puts them into
the site, in a folder named after a digest of them, and one script on each page with code. Where
they are not, the site has no trace of them.
"""

import html
import json
import os
import re
import shutil
from pathlib import Path

from sphinx.util import logging

from ptcode.site import figures
from ptcode.site.copies import name as notebook_name
from ptcode.site.freshness import PACKAGE, digest
from ptcode.site.progress import ASKING

ROOT = PACKAGE.parent
SCRIPTS = ROOT / "js" / "src"
MANIFEST = "manifest.json"
TAG = re.compile(r'<script defer[^>]* data-cells="[^>]*></script>\n')
DATA = ("colours.css", "language.json", "verdicts.json")
# A cell with one of these has no code on its page.
UNSEEN = {"remove-input", "remove-cell"}
logger = logging.getLogger(__name__)


def sources():
    """What the book's wheel for the page is made of: its Python and the data that this reads."""
    static = PACKAGE / "static"
    found = [
        path for path in PACKAGE.rglob("*.py") if "site" not in path.relative_to(PACKAGE).parts
    ]
    return sorted([*found, *(static / name for name in DATA)])


def made_of():
    """A digest of all that the parts are made of, besides what is pinned."""
    scripts = [path for path in (SCRIPTS / "reader" / "live").glob("*") if path.is_file()]
    return digest([*sources(), *scripts], ROOT)


def parts(out):
    """The folder of the parts and what is said of them; nothing if they are not of this code."""
    folder = out.parent / "live" / "site"
    if not (folder / MANIFEST).exists():
        return None
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    if manifest["of"] == made_of():
        return folder, manifest
    logger.info("Python in the page is left out: it is older than the code; `make live` renews it")
    return None


def finish(app, exception):
    """Put the parts into the site and the script on its pages, or take both away."""
    if exception is not None or app.builder.name != "html":
        return
    out, found = Path(app.outdir), parts(Path(app.outdir))
    there = found and out / "live" / found[1]["digest"]
    for old in (out / "live").glob("*"):
        if old != there:
            shutil.rmtree(old)
    if found and not there.exists():
        shutil.copytree(found[0], there)
    for docname in app.env.found_docs:
        page = out / app.builder.get_target_uri(docname)
        if notebook_name(app.env, docname) and page.exists():
            source = Path(app.env.doc2path(docname))
            shown = figures.on_page(app.env, docname)
            offer(page, script(out, page, source, shown, found[1]) if found else "")


def script(out, page, source, shown, manifest):
    """The element that offers to run the cells of a page; nothing where it shows no code."""
    notebook = json.loads(source.read_text("utf-8"))
    cells = seen(notebook)
    if not cells:
        return ""
    address = os.path.relpath(out / "live" / manifest["digest"] / "live.js", page.parent)
    told = {
        "src": Path(address).as_posix(),
        "data-chapter": re.sub(r"^\d+-", "", source.stem),
        "data-bytes": str(manifest["bytes"]),
        "data-unseen": json.dumps(unseen(notebook, shown), ensure_ascii=False),
        "data-cells": " ".join(cells),
    }
    attributes = " ".join(f'{name}="{html.escape(text)}"' for name, text in told.items())
    return f"<script defer {attributes}></script>\n"


def seen(notebook):
    """The ids of the cells whose code a page shows, in order."""
    cells = (cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    return [cell["id"] for cell in cells if not hidden(cell)]


def unseen(notebook, shown):
    """The code of the figures on a page whose cells it hides, by id; not of what asks a reader."""
    made = {each["id"]: notebook["cells"][each["cell"]] for each in shown if moves(each)}
    return {name: "".join(cell["source"]) for name, cell in made.items() if hidden(cell)}


def moves(figure):
    """Whether a figure has a state worth reading from Python: a question has an answer."""
    return figure["kind"] not in ASKING


def hidden(cell):
    """Whether a page shows a cell without its code, or not at all."""
    return bool(UNSEEN & set(cell["metadata"].get("tags", ())))


def offer(page, element):
    """Have this script on the page and no other of its kind; its time stays, as all else does."""
    text = page.read_text("utf-8")
    now = TAG.sub("", text).replace("</head>", f"{element}</head>", 1)
    if now != text:
        status = page.stat()
        page.write_text(now, "utf-8")
        os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))


def setup(app):
    """Connect to the end of the build, when the pages have all else."""
    app.connect("build-finished", finish, priority=950)
