"""The page of the package: docstrings read as sentences, and the text leads to its entries."""

import re

from docutils import nodes

# What reStructuredText would take for mark-up: code and the titles of books are meant as such.
MARKS = re.compile(r"(``[^`]*``|\*[A-Z][^*]*\*)|([*|\\]|(?<=\w)_(?!\w))")
# A name as the text writes it: gradient_descent, pt.gradient_descent, gradient_descent().
NAME = re.compile(r"(?:pt\.)?(\w+)(?:\(\))?")
# A name that a page defines itself is not the package's.
DEFINED = re.compile(r"^(?:def|class) (\w+)|^(\w+) = ", re.MULTILINE)


def escape(app, what, name, obj, options, lines):
    """Let |x|, θ* and W_ stand for themselves, outside code and examples."""
    example = False
    for number, line in enumerate(lines):
        example = line.lstrip().startswith(">>>") or (example and bool(line.strip()))
        if not example:
            lines[number] = MARKS.sub(lambda found: found[1] or f"\\{found[2]}", line)


def lead_on(app, doctree, docname):
    """Where a page names something of the package for the first time, link it to its entry."""
    entries = app.env.domains["py"].objects
    found = defined(doctree)
    for literal in list(doctree.findall(nodes.literal)):
        named = NAME.fullmatch(literal.astext())
        entry = entries.get(f"ptcode.{named[1]}") if named else None
        if entry is None or entry.docname == docname or named[1] in found or in_link(literal):
            continue
        found.add(named[1])
        page = app.builder.get_relative_uri(docname, entry.docname)
        link = nodes.reference("", "", internal=True, refuri=f"{page}#{entry.node_id}")
        literal.replace_self(link)
        link += literal


def defined(doctree):
    """The names that the code of a page defines."""
    code = (block.astext() for block in doctree.findall(nodes.literal_block))
    return {one or other for text in code for one, other in DEFINED.findall(text)}


def in_link(node):
    """Whether a node is part of a link or a heading already."""
    while node := node.parent:
        if isinstance(node, nodes.reference | nodes.title):
            return True
    return False


def setup(app):
    """Read docstrings as they are meant; link what the text names."""
    app.setup_extension("sphinx.ext.autodoc")
    app.connect("autodoc-process-docstring", escape)
    app.connect("doctree-resolved", lead_on)
