"""What ptcode's cells of the page print, beside what a notebook stores. Runs in Pyodide, too."""

import json

from ptcode.widgets.cells import Cells


def shown(pieces):
    """What a reader sees as text, joined where the stream goes on."""
    texts = []
    before = ""
    for piece in map(json.loads, pieces):
        kind = piece.get("stream", "")
        text = piece.get("text") or piece.get("error") or piece.get("data", {}).get("text/plain")
        if kind and kind == before:
            texts[-1] += text
        elif text:
            texts.append(text)
        before = kind
    return texts


def stored(cell):
    """The same of the notebook, as nbval compares it."""
    found = []
    for output in cell["outputs"]:
        text = output.get("text") or output.get("data", {}).get("text/plain")
        found += ["".join(text)] if text else []
    return found


def differing(notebook):
    """The cells of a page, in order, that print something else, with both."""
    pieces, found = [], []
    cells = Cells(pieces.append)
    for cell in notebook["cells"]:
        tags = cell["metadata"].get("tags", ())
        if cell["cell_type"] != "code" or "remove-input" in tags:
            continue
        pieces.clear()
        cells.run("".join(cell["source"]), cell["id"])
        if "nbval-ignore-output" not in tags and shown(pieces) != stored(cell):
            found.append((cell["id"], shown(pieces), stored(cell)))
    return found
