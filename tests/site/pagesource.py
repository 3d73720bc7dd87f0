"""What the HTML of a page says without a browser: its ids, links, and figures with their states."""

import json
import re
from functools import cache
from html.parser import HTMLParser


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.ids, self.links, self.figures, self.redirects = set(), [], {}, False
        self.shown, self.templates = [], 0

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.templates += tag == "template"
        self.ids |= {values[key] for key in ("id", "name") if values.get(key)}
        self.links += [(tag, values[key]) for key in ("href", "src") if values.get(key)]
        self.redirects |= (values.get("http-equiv") or "").lower() == "refresh"
        if "pt-figure" in (values.get("class") or "").split():
            self.figures[values.get("id")] = json.loads(values.get("data-state") or "{}")
            self.shown += [] if self.templates else [values.get("id")]

    def handle_endtag(self, tag):
        self.templates -= tag == "template"


def has_figures(path):
    """Whether a figure stands on the page itself, without reading all of it: for collecting."""
    text = re.sub(r"<template.*?</template>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.search(r'<figure\b[^>]*class="[^"]*\bpt-figure\b', text) is not None


@cache
def read(path):
    """Return what the page has: ids, links (tag, target), figures {id: state}; does it redirect?

    `shown` names the figures that stand on the page itself, not in a template for a script.
    """
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader
