"""The prose sets the figures.

``[try α = 0.75](#descent?alpha=0.75)`` sets the figure ``descent``. The figure and every name in
the query are checked, on every build, against the figures the book really has.
"""

import html
import re
from urllib.parse import parse_qsl, quote, unquote

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.nodes import make_refnode

from ptcode.site import figures

logger = logging.getLogger(__name__)

# ASCII that no address may hold: an author writes e^(−x) and spaces.
NOT_IN_ADDRESSES = re.compile(r"[\s\"<>\\^`{|}\[\]]")
SETS = re.compile(r'<a\b[^>]*\shref="#(([\w-]+)\?[^"]*)"')
# What an address keeps as it stands behind its #; a browser looks for an id that reads so.
KEPT = "!$%&'()*+,/:;=?@[\\]^_{|}~#-."


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
                node["refuri"] = f"#{address(fragment)}"
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
                here, there = self.env.docname, node["reftarget"]
                link = make_refnode(self.app.builder, here, there, address(fragment), node[0])
                link["classes"].append("pt-set")
                node.replace_self(link)


def address(fragment):
    """The fragment as it may stand in an address.

    >>> address("machine?expression=x² %2B e^(sin x)")
    'machine?expression=x²%20%2B%20e%5E(sin%20x)'
    """
    return NOT_IN_ADDRESSES.sub(lambda found: quote(found[0]), fragment)


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


def place_anchors(app, pagename, templatename, context, doctree):
    """Put before each figure an empty anchor for each state that a link asks of it.

    Without JavaScript the link then goes to the figure.
    """
    body = context.get("body", "")
    noted = getattr(app.env, "ptcode_links", {})
    asked = [(html.unescape(found[1]), found[2]) for found in SETS.finditer(body)]
    asked += [
        (fragment, fragment.partition("?")[0])
        for docname, links in noted.items()
        for target, fragment, _ in links
        if target == pagename != docname and "?" in fragment
    ]
    for name in dict.fromkeys(name for _, name in asked):
        states = dict.fromkeys(state for state, figure in asked if figure == name)
        spans = "".join(f'<span id="{anchor(state)}"></span>' for state in states)
        figure = re.compile(rf'<figure\b(?=[^>]*\sid="{name}")')
        body = figure.sub(lambda tag, spans=spans: f"<div>{spans}</div>{tag[0]}", body, count=1)
    context["body"] = body


def anchor(fragment):
    """The id that a browser looks for when a link ends in this fragment."""
    return html.escape(quote(fragment, safe=KEPT))


def listed(names):
    """Names in a sentence."""
    return ", ".join(f"“{name}”" for name in names) or "none"


def setup(app):
    """Register the links."""
    app.add_transform(SettingLinks)
    app.add_post_transform(SettingLinksElsewhere)
    app.connect("env-updated", check)
    app.connect("html-page-context", place_anchors)
