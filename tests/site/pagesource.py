"""What the HTML of a page says without a browser: its ids, links, and figures with their states."""

import json
from functools import cache
from html.parser import HTMLParser


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.ids, self.links, self.figures, self.redirects = set(), [], {}, False

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.ids |= {values[key] for key in ("id", "name") if values.get(key)}
        self.links += [(tag, values[key]) for key in ("href", "src") if values.get(key)]
        self.redirects |= (values.get("http-equiv") or "").lower() == "refresh"
        if "pt-figure" in (values.get("class") or "").split():
            self.figures[values.get("id")] = json.loads(values.get("data-state") or "{}")


@cache
def read(path):
    """Return the page's ids, its links (tag, target), figures {id: state}, and `redirects`."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader
