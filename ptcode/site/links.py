"""The prose sets the figures, and colours mean the same in both.

``[try α = 0.75](#descent?alpha=0.75)`` sets the figure ``descent``. The figure and every name in
the query are checked, on every build, against the figures the book really has.
"""

from urllib.parse import parse_qsl, unquote

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.nodes import make_refnode

from ptcode.site import figures

logger = logging.getLogger(__name__)

MEANINGS = ("function", "slope", "outer", "inner", "parameter", "wrong")


class SettingLinks(SphinxTransform):
    """Find the links that set a figure, before MyST takes them for missing headings."""

    default_priority = 860  # MyST resolves anchors at 879

    def apply(self, **kwargs):
        """Keep same-page links as they are and note every link for the check."""
        here = self.env.docname
        own = {figure["id"] for figure in figures.on_page(self.env, here)}
        for node in self.document.findall(nodes.reference):
            fragment = node.get("refuri", "")[1:] if node.get("id_link") else ""
            if "?" in fragment or unquote(fragment) in own:
                del node["id_link"]
                node["classes"].append("pt-set")
                node["internal"] = True
                note(self.env, here, fragment, node)
        for node in self.document.findall(addnodes.pending_xref):
            if node.get("refdomain") == "doc" and "?" in (node.get("reftargetid") or ""):
                note(self.env, node["reftarget"], node["reftargetid"], node)


class SettingLinksElsewhere(SphinxPostTransform):
    """Resolve a link that sets a figure of another page."""

    default_priority = 8  # MyST resolves at 9

    def run(self, **kwargs):
        """Replace each such reference with a link to page, figure and state."""
        for node in list(self.document.findall(addnodes.pending_xref)):
            fragment = node.get("reftargetid") or ""
            if node.get("refdomain") != "doc" or not fragment:
                continue
            known = {figure["id"] for figure in figures.on_page(self.env, node["reftarget"])}
            if fragment.partition("?")[0] in known:
                link = make_refnode(
                    self.app.builder, self.env.docname, node["reftarget"], fragment, node[0]
                )
                link["classes"].append("pt-set")
                node.replace_self(link)


def note(env, docname, fragment, node):
    """Remember a link for the check, with the place it is written at."""
    place = (env.docname, node.line)
    figures.store(env, "ptcode_links", env.docname).append((docname, fragment, place))


def check(app, env):
    """Warn about each link to a figure, or a part of its state, that does not exist."""
    for noted in getattr(env, "ptcode_links", {}).values():
        for docname, fragment, place in noted:
            complaint = wrong_with(env, docname, unquote(fragment))
            if complaint:
                logger.warning("link to #%s: %s", fragment, complaint, location=place)


def wrong_with(env, docname, fragment):
    """What is wrong with a link, in words; nothing if it is right."""
    name, _, query = fragment.partition("?")
    known = {figure["id"]: figure["state"] for figure in figures.on_page(env, docname)}
    if name not in known:
        return f"{docname} has no figure “{name}”; it has {listed(known)}"
    state = known[name]
    unknown = [key for key, _ in parse_qsl(query, keep_blank_values=True) if key not in state]
    if unknown:
        return f"figure “{name}” has no {listed(unknown)}; its state is {listed(state)}"
    return ""


def listed(names):
    """Names in a sentence."""
    return ", ".join(f"“{name}”" for name in names) or "none"


def meaning_role(name):
    """A role that gives text the colour of its meaning."""

    def role(_role, _rawtext, text, _lineno, _inliner, options=None, content=()):
        return [nodes.inline(text, text, classes=[f"pt-{name}"])], []

    return role


def setup(app):
    """Register links and roles."""
    for name in MEANINGS:
        app.add_role(name, meaning_role(name))
    app.add_transform(SettingLinks)
    app.add_post_transform(SettingLinksElsewhere)
    app.connect("env-updated", check)
