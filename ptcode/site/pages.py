"""What a page loads and says about itself; the index and the page of single figures."""

import html
import re
from pathlib import Path

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode

from ptcode.site import figures

TEMPLATES = Path(__file__).parent / "templates"
# The empty corner of a table is no header.
EMPTY_HEADER = re.compile(r"<th[^>]*>(?:<p></p>)?</th>")
# What docutils calls an entry of a bibliography; the role has been withdrawn from ARIA.
WITHDRAWN_ROLE = 'role="doc-biblioentry"'
DESCRIPTION_LENGTH = 160


def use_templates(app, config):
    """Our templates come before the theme's."""
    config.templates_path.insert(0, str(TEMPLATES))
    config.html_sidebars = {"**": ["brand.html", "contents.html"]}


def complete_context(app, pagename, templatename, context, doctree):
    """Choose the scripts of a page and describe it to machines."""
    kinds = [figure["kind"] for figure in figures.on_page(app.env, pagename)]
    context["pt_scripts"] = figures.scripts_of(kinds)
    context["pt_styles"] = figures.styles_of(kinds)
    body = EMPTY_HEADER.sub("<td></td>", context.get("body", ""))
    context["body"] = body.replace(WITHDRAWN_ROLE, 'role="listitem"')
    context["css_files"][:] = []
    context["script_files"][:] = []
    description = describe(context, doctree)
    context["metatags"] = without_viewport(context.get("metatags", "")) + tags(context, description)


def describe(context, doctree):
    """The page's description: from its front matter, else its first paragraph, cut at a word."""
    given = re.search(r'<meta[^>]*name="description"', context.get("metatags", ""))
    if given or doctree is None:
        return ""
    paragraphs = (node.astext() for node in doctree.findall(nodes.paragraph))
    text = " ".join(next(paragraphs, "").split())
    if len(text) > DESCRIPTION_LENGTH:
        text = text[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return text


def tags(context, description):
    """The meta tags of a page."""
    facts = {"og:type": "article", "og:site_name": context["docstitle"]}
    facts["og:title"] = re.sub(r"<[^>]*>", "", context.get("title", ""))
    if description:
        facts["og:description"] = description
    return properties(facts) + properties({"description": description}, "name")


def properties(facts, kind="property"):
    """Meta tags of what is known, by default properties of the Open Graph."""
    tag = f'\n    <meta {kind}="{{}}" content="{{}}"/>'
    return "".join(tag.format(name, quoted(value)) for name, value in facts.items() if value)


def without_viewport(metatags):
    """docutils' meta tags less the viewport, which the layout gives."""
    return re.sub(r'<meta name="viewport"[^>]*>', "", metatags).rstrip()


def quoted(text):
    """Text for an attribute, with entities written once."""
    return html.escape(html.unescape(text))


def extra_pages(app):
    """The index, which opens the book, and the page that shows one figure alone."""
    yield "index", {"description": app.config.html_short_title}, "redirect.html"
    gallery = list(all_figures(app))
    yield "figure", {"pt_gallery": gallery, "pt_needs": needs_alone}, "figure.html"


def needs_alone(kind):
    """What a figure of this kind needs beside the page, which has what all of them need."""
    scripts, sheets = figures.scripts_of([kind]), figures.styles_of([kind])
    return {
        "scripts": [name for name in scripts if name != "page.js"],
        "sheets": [name for name in sheets if name != "figures.css"],
    }


def all_figures(app):
    """Every figure of the book once; of two with one name the later chapter's is shown."""
    found = {}
    for docname in reading_order(app.env):
        for figure in figures.on_page(app.env, docname):
            still = figure["still"].lstrip("/")
            image = app.env.images.get(still, (set(), ""))[1]
            found.pop(figure["id"], None)
            found[figure["id"]] = figure | {
                "docname": docname,
                "chapter": app.env.titles[docname].astext(),
                "still": f"_images/{image}" if image else "",
            }
    return found.values()


def reading_order(env):
    """The pages in the order of the table of contents."""
    relations = env.collect_relations()
    page = env.config.root_doc
    while page:
        yield page
        page = relations.get(page, [None] * 3)[2]


def open_fold(translator, node):
    """Begin a cell that the reader unfolds; the summary's own words are its name."""
    translator.body.append(f'<details class="pt-fold"><summary>The {held(node)}</summary>\n')


def held(fold):
    """What a fold of a cell holds: its code, its output, or a solution that the code asks for."""
    if "below-input" not in fold["classes"]:
        return "code"
    code = next(fold.parent.findall(nodes.literal_block)).astext()
    return "solution" if code.startswith("pt.solution(") else "output"


def close_fold(translator, node):
    """End a cell that the reader unfolds."""
    translator.body.append("</details>\n")


def mark_folded(app, doctree, docname):
    """Name the cells that hold a fold and nothing else.

    In a style sheet, ``:only-child`` would hold only once the whole cell has arrived.
    """
    for fold in doctree.findall(HideCodeCellNode):
        if len(fold.parent) == 1:
            fold.parent["classes"].append("pt-folded")


def setup(app):
    """Connect to Sphinx."""
    app.add_node(HideCodeCellNode, override=True, html=(open_fold, close_fold))
    app.connect("config-inited", use_templates)
    app.connect("doctree-resolved", mark_folded)
    # After every extension has added its own scripts.
    app.connect("html-page-context", complete_context, priority=900)
    app.connect("html-collect-pages", extra_pages)
