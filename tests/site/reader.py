"""A bare page with what every page of the book has for its reader: cards and progress."""

from sitebuild import ROOT

STATIC = ROOT / "ptcode" / "static"
STYLE = "".join((STATIC / f"{name}.css").read_text("utf-8") for name in ("colours", "reader"))
PAPER = "body { margin: 1rem; background: var(--pt-paper); color: var(--pt-ink) }"


def write_page(folder, body, name="06-the-chain-rule.html"):
    """Write a page with this body, its style and script inside it; return its address."""
    script = (STATIC / "reader.js").read_text("utf-8").replace("</", "<\\/")
    path = folder / name
    path.write_text(
        '<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8">'
        '<title>Page</title><meta name="viewport" content="width=device-width">'
        f"<style>{STYLE}{PAPER}</style></head><body><main class='bd-article'><h1>Page</h1>{body}"
        f"</main><script>{script}</script></body></html>",
        "utf-8",
    )
    return path.as_uri()
