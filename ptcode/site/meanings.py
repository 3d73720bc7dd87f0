"""What the book says of its words and symbols: read from the glossary and the notation.

The glossary says of each term, in its last words, which chapter introduces it, and the notation
says it of each symbol.
"""

import hashlib
import re

from docutils import nodes
from sphinx import addnodes

COLUMNS = ["symbol", "say", "meaning", "chapter"]
CHAPTER = re.compile(r"Chapter (\d+)\.$")
NUMBER = re.compile(r"(?:^|/)(\d+)-([^/]*)$")


def note(app, document):
    """Keep the glossary's definitions and the notation's rows of a page that was read."""
    env = app.env
    found = [*glossary_entries(document), *notation_entries(document)]
    store = env.ptcode_terms = getattr(env, "ptcode_terms", {})
    store[env.docname] = found


def glossary_entries(document):
    """Each term of a glossary, with its definition and the chapter that it names last."""
    for glossary in document.findall(addnodes.glossary):
        for item in glossary.findall(nodes.definition_list_item):
            definition = next(iter(item.findall(nodes.definition)))
            chapter = CHAPTER.search(definition.astext())
            for term in item.findall(nodes.term):
                yield {
                    "word": term.astext(),
                    "symbol": "",
                    "heading": term.astext(),
                    "id": term["ids"][0],
                    "chapter": int(chapter[1]) if chapter else 0,
                    "said": [child.deepcopy() for child in definition.children],
                }


def notation_entries(document):
    """Each symbol of a table with the columns symbol, say, meaning, chapter."""
    for table in document.findall(nodes.table):
        rows = [list(row.findall(nodes.entry)) for row in table.findall(nodes.row)]
        if not rows or [cell.astext() for cell in rows[0]] != COLUMNS:
            continue
        for symbol, say, meaning, chapter in rows[1:]:
            name = "symbol-" + nodes.make_id(say.astext())
            symbol["ids"].append(name)
            for formula in symbol.findall(nodes.math):
                yield {
                    "word": say.astext(),
                    "symbol": formula.astext(),
                    "heading": f"say “{say.astext()}”",
                    "id": name,
                    "chapter": int(chapter.astext()),
                    "said": [nodes.paragraph("", "", *meaning[0].deepcopy().children)],
                }


def known(env):
    """Every entry, with the page that holds it."""
    return [
        entry | {"docname": docname}
        for docname, found in sorted(getattr(env, "ptcode_terms", {}).items())
        for entry in found
    ]


def chapter_of(docname):
    """The number of a chapter, from its file's name; nothing for other pages."""
    number = NUMBER.search(docname)
    return int(number[1]) if number else None


def name_of(docname):
    """The name of a page, from its file's name; it stays when a chapter's number changes."""
    number = NUMBER.search(docname)
    return number[2] if number else docname.rpartition("/")[2]


def forget(app, env, docname):
    """Drop what was noted about a page that is read again or gone."""
    getattr(env, "ptcode_terms", {}).pop(docname, None)


def rewrite(app, env):
    """When a meaning has changed, every page that may show it is written again."""
    facts = ("docname", "word", "symbol", "chapter")
    said = [(*map(entry.get, facts), *map(str, entry["said"])) for entry in known(env)]
    chapters = sorted(filter(chapter_of, env.found_docs))
    digest = hashlib.sha256(repr((said, chapters)).encode()).hexdigest()
    before = getattr(env, "ptcode_terms_digest", digest)
    env.ptcode_terms_digest = digest
    return list(env.found_docs) if before != digest else []


def setup(app):
    """Connect to Sphinx."""
    app.connect("doctree-read", note)
    app.connect("env-purge-doc", forget)
    app.connect("env-updated", rewrite)
