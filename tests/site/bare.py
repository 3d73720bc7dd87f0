"""A page with nothing but figures on it, so that one kind can be tried apart from the book."""

import json
import shutil

from ptcode.core import plain_first
from sitebuild import ROOT

STATIC = ROOT / "ptcode" / "static"
SHEETS = [
    *(STATIC / f"{name}.css" for name in ("colours", "scroll", "figures")),
    *STATIC.glob("figures/*.css"),
]
NEEDS = json.loads((STATIC / "figures.json").read_text("utf-8"))
PAPER = "body { background: var(--pt-paper); color: var(--pt-ink) }"


def write_page(folder, *figures, name="bare.html", bundles=STATIC):
    """Write a page with the figures, their style and script inside it; return its address.

    What a figure fetches later lies beside the page.

    bundles is the folder of the scripts, if they are not those that ship.
    """
    colours, *others = (sheet.read_text("utf-8") for sheet in SHEETS)
    style = "".join((plain_first(colours), *others, PAPER))
    needed = dict.fromkeys(name for figure in figures for name in NEEDS[figure.kind])
    sources = [(bundles / name).read_text("utf-8") for name in needed]
    for later in {path.name for path in bundles.glob("page-*.js")} - needed.keys():
        shutil.copy(bundles / later, folder)
    closed = "<\\/script"  # a script ends at the first </script, wherever it stands
    scripts = "".join(
        f"<script>{source.replace('</script', closed)}</script>" for source in sources
    )
    mounts = "".join(f"{figure.mount()}<script>ptBook.mount()</script>" for figure in figures)
    page = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Figures</title>'
        '<meta name="viewport" content="width=device-width">'
        f"<style>{style}</style></head>"
        f"<body><main><h1>Figures</h1>{scripts}{mounts}</main></body></html>"
    )
    path = folder / name
    path.write_text(page, "utf-8")
    return path.as_uri()
