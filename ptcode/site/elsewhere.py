"""The table of figures for other pages: each module, its size, and what it can be told.

The directive ``figures-elsewhere`` makes it of what was bundled (``js/guests.mjs``) and generated
(``js/generated/defaults``).
"""

import gzip
import html
import json
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from ptcode.site.freshness import PACKAGE

GUESTS = PACKAGE / "static" / "guests"
COLUMNS = ("Figure", "Compressed", "What it can be told")
MOST_CHOICES = 8
"""More would be a list of their own."""


def told(defaults):
    """The names of a figure's state, each with its choices where these are few names."""
    for name in defaults["state"]:
        choices = defaults["allowed"].get(name, {}).get("of", ())
        few = 1 < len(choices) <= MOST_CHOICES and all(isinstance(one, str) for one in choices)
        yield f"<code>{name}</code>" + (f" ({html.escape(', '.join(choices))})" if few else "")


def row(path, up):
    """A figure, from what is generated for it."""
    defaults = json.loads(path.read_text("utf-8"))
    module = GUESTS / f"{path.stem}.mjs"
    size = len(gzip.compress(module.read_bytes(), 6)) / 1000
    link = f'<a href="{up}figures/{module.name}"><code>{module.name}</code></a>'
    return (
        f'<tr><th scope="row">{html.escape(defaults["title"])}<br/>{link}</th>'
        f"<td>{size:.0f} KB</td><td>{', '.join(told(defaults))}</td></tr>"
    )


class Elsewhere(SphinxDirective):
    """The table; it is as new as what was bundled."""

    def run(self):
        """A row for each kind of figure."""
        paths = sorted(Path(self.env.srcdir, "js", "generated", "defaults").glob("*.json"))
        for path in paths:
            self.env.note_dependency(str(path))
            self.env.note_dependency(str(GUESTS / f"{path.stem}.mjs"))
        head = "".join(f'<th class="head">{name}</th>' for name in COLUMNS)
        up = "../" * self.env.docname.count("/")
        rows = "".join(row(path, up) for path in paths)
        table = (
            '<div class="pst-scrollable-table-container" role="group" '
            'aria-label="Figures for other pages"><table class="table">'
            f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
        )
        return [nodes.raw("", table, format="html")]


def setup(app):
    """Register the directive."""
    app.add_directive("figures-elsewhere", Elsewhere)
