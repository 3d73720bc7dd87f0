"""Live figures on static pages.

A live figure leaves one MIME bundle in its notebook. A page takes the ``text/html`` mount and
puts the bundle's still inside it for readers without JavaScript.
"""

import html
import json
import re
from functools import cache
from pathlib import Path

from docutils import nodes
from sphinx.errors import ExtensionError
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.osutil import relative_uri

from ptcode.site.freshness import PACKAGE

MOUNT = re.compile(r'<figure\b(?=[^>]*\bclass="[^"]*\bpt-figure\b)[^>]*>')
POINTS_TO_PIXELS = 4 / 3
SHEETS = PACKAGE / "static" / "figures"
# In figures.css: every chapter has exercises, and other figures show some.
SHOWN_EVERYWHERE = "exercise"


def store(env, name, docname):
    """The list of things noted about a page while it was read."""
    if not hasattr(env, name):
        setattr(env, name, {})
    return getattr(env, name).setdefault(docname, [])


def on_page(env, docname):
    """The figures of a page, in their order."""
    return getattr(env, "ptcode_figures", {}).get(docname, [])


@cache
def needs():
    """The scripts of each kind of figure, in the order in which a page loads them."""
    path = PACKAGE / "static" / "figures.json"
    if not path.exists():
        raise ExtensionError(f"{path} is not built; in the book's folder run: make js")
    return json.loads(path.read_text("utf-8"))


def scripts_of(kinds):
    """The scripts that figures of these kinds need, each once."""
    return list(dict.fromkeys(name for kind in kinds for name in needs().get(kind, ())))


def own_sheets():
    """The style sheets of single kinds of figure, by the kind."""
    return {path.stem: path for path in SHEETS.glob("*.css") if path.stem != SHOWN_EVERYWHERE}


def styles_of(kinds):
    """The style sheets that figures of these kinds need, each once."""
    known = own_sheets()
    own = [f"figure-{kind}.css" for kind in dict.fromkeys(kinds) if kind in known]
    return ["figures.css", *own] if kinds else []


def forget(app, env, docname):
    """Drop what was noted about a page that is read again or gone."""
    for name in ("ptcode_figures", "ptcode_links"):
        getattr(env, name, {}).pop(docname, None)


def bundles(document):
    """The MIME bundles of a page, each with its containers by type."""
    for node in list(document.findall(nodes.container)):
        if node.get("nb_element") == "mime_bundle":
            yield node, {child["mime_type"]: child for child in node.children}


def mount_in(bundle):
    """The live figure's mount among the types of a bundle, or nothing."""
    text = bundle["text/html"].astext() if "text/html" in bundle else ""
    return text if MOUNT.search(text) else ""


def numbered(texts):
    """The mounts of a page, with a number in every name that several of them have."""
    names = [
        attribute(tag[0], "aria-label") if (tag := MOUNT.search(text)) else "" for text in texts
    ]
    for at, name in enumerate(names):
        if name and names.count(name) > 1:
            mine = f"{name} {names[: at + 1].count(name)}"
            old, new = (f'aria-label="{html.escape(one)}"' for one in (name, mine))
            yield texts[at].replace(old, new, 1)
        else:
            yield texts[at]


def attribute(tag, name):
    """The value of an attribute of an HTML start tag."""
    found = re.search(rf"\s{name}=(?:\"([^\"]*)\"|'([^']*)')", tag)
    return html.unescape(found[1] or found[2] or "") if found else ""


class CollectFigures(SphinxTransform):
    """Note the figures of a page for links and for the page of single figures."""

    default_priority = 100

    def apply(self, **kwargs):
        """Read every bundle once."""
        noted = store(self.env, "ptcode_figures", self.env.docname)
        noted.extend(
            describe(text, bundle) | {"cell": cell_of(node)}
            for node, bundle in bundles(self.document)
            if (text := mount_in(bundle))
        )


def cell_of(node):
    """The place in its notebook of the cell that made this node."""
    while "cell_index" not in node:
        node = node.parent
    return node["cell_index"]


def describe(text, bundle):
    """What the rest of the book needs to know about a live figure."""
    tag = MOUNT.search(text)[0]
    image = still_of(bundle)
    return {
        "id": attribute(tag, "id"),
        "kind": attribute(tag, "data-figure"),
        "state": list(json.loads(attribute(tag, "data-state") or "{}")),
        "alt": said_of(bundle),
        "html": text,
        "still": image["uri"] if image is not None else "",
    }


def still_of(bundle):
    """The matplotlib still of a bundle, or nothing."""
    container = bundle.get("image/svg+xml", nodes.container())
    return next(iter(container.findall(nodes.image)), None)


def said_of(bundle):
    """What the figure shows, in words: its repr."""
    return bundle["text/plain"].astext().strip() if "text/plain" in bundle else ""


class PlaceFigures(SphinxPostTransform):
    """Put the mount on the page, with the still inside it and the scripts that bring it alive.

    The scripts block on purpose: a figure then has its size before anything below is laid out.
    Each stands before the first figure that needs it.
    """

    default_priority = 3  # before MyST-NB selects a MIME type at 4

    def run(self, **kwargs):
        """Replace each bundle of a live figure by what a page shows."""
        if self.app.builder.format != "html":
            return
        here = self.app.builder.get_target_uri(self.env.docname)
        loaded, found = [], list(bundles(self.document))
        texts = numbered([mount_in(bundle) for _, bundle in found])
        for (node, bundle), text in zip(found, texts, strict=True):
            if text:
                needed = scripts_of([attribute(MOUNT.search(text)[0], "data-figure")])
                new = [name for name in needed if name not in loaded]
                loaded += new
                sources = [relative_uri(here, f"assets/{name}") for name in new]
                scripts = "".join(f'<script src="{source}?"></script>\n' for source in sources)
                node.replace_self(self.placed(text, bundle, scripts))

    def placed(self, text, bundle, scripts):
        """The nodes of one figure."""
        at = text.find("<figcaption")
        at = at if at >= 0 else text.rindex("</figure>")
        image = still_of(bundle)
        if image is None:
            return [raw(f"{scripts}{text}<pt-mount></pt-mount>")]
        image["alt"] = said_of(bundle)
        image["width"], image["height"] = self.size(image["uri"])
        return [
            raw(f"{scripts}{text[:at]}<noscript>"),
            image.deepcopy(),
            raw(f"</noscript>{text[at:]}<pt-mount></pt-mount>"),
        ]

    def size(self, uri):
        """Width and height of a still in pixels, from the first tag of its SVG."""
        tag = re.search(r"<svg\b[^>]*>", Path(self.app.srcdir, uri).read_text("utf-8"))[0]
        return [
            f"{float(attribute(tag, side).removesuffix('pt')) * POINTS_TO_PIXELS:.0f}"
            for side in ("width", "height")
        ]


class CodeAfterFigure(SphinxPostTransform):
    """Put the folded code of a figure under the figure."""

    default_priority = 250  # MyST-NB folds at 199

    def run(self, **kwargs):
        """Move the fold of each cell that shows a live figure."""
        for cell in list(self.document.findall(nodes.container)):
            folded = cell.get("nb_element") == "cell_code" and cell.get("hide_mode") == "input"
            if folded and any(MOUNT.search(node.astext()) for node in cell.findall(nodes.raw)):
                cell.append(cell.pop(0))


def raw(text):
    """HTML as it stands."""
    return nodes.raw("", text, format="html")


def setup(app):
    """Register the transforms."""
    app.add_transform(CollectFigures)
    app.add_post_transform(PlaceFigures)
    app.add_post_transform(CodeAfterFigure)
    app.connect("env-purge-doc", forget)
