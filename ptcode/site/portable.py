"""What JupyterLab shows of a notebook's text, a page shows, too: HTML in place of MyST's own marks.

``<a id="name"></a>`` in a paragraph of its own names a place, as MyST's ``(name)=`` does, and a
link to ``further-reading.md#key`` leads to that entry of the list of references.
"""

import re

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

PLACES = re.compile(r"(?:<a id=\"[\w-]+\"></a>\s*)+")
NAME = re.compile(r"id=\"([\w-]+)\"")


class NamePlaces(SphinxTransform):
    """Make targets of the places that a paragraph of anchors names."""

    default_priority = 200  # docutils hands a target's name to what follows it at 260

    def apply(self, **kwargs):
        """Look at every paragraph of the page."""
        for paragraph in list(self.document.findall(nodes.paragraph)):
            if PLACES.fullmatch(text := "".join(child.astext() for child in paragraph)):
                targets = [nodes.target("", "", names=[name]) for name in NAME.findall(text)]
                for target in targets:
                    self.document.note_explicit_target(target)
                paragraph.replace_self(targets)


class CitedWorks(SphinxPostTransform):
    """Lead a link that names a work to its entry."""

    default_priority = 8  # MyST resolves at 9

    def run(self, **kwargs):
        """Replace each link to a key of the bibliography."""
        citations = self.env.get_domain("cite").citations
        places = {work.key: (work.bibliography_key.docname, work.citation_id) for work in citations}
        for node in list(self.document.findall(addnodes.pending_xref)):
            docname, identifier = places.get(node.get("reftargetid"), ("", ""))
            if docname and node.get("refdomain") == "doc" and node["reftarget"] == docname:
                link = make_refnode(
                    self.app.builder, self.env.docname, docname, identifier, node[0]
                )
                node.replace_self(link)


def setup(app):
    """Register the transforms."""
    app.add_transform(NamePlaces)
    app.add_post_transform(CitedWorks)
