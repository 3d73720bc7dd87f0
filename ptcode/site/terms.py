"""A word that an earlier chapter introduced, or a symbol, shows its meaning where it is met again.

In every later chapter the first use becomes a link to the glossary or the notation, and what
stands there is put on the page as well, for a card that opens beside the word. A page marks at
most ``MOST`` words, those that were introduced last: they had the least time to settle.
"""

import re

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.osutil import relative_uri

from ptcode.site import meanings
from ptcode.site.meanings import chapter_of

MOST = 8
SYMBOLS = 4
# Words that the text uses in their everyday meaning too; an author links them with {term}.
AMBIGUOUS = {"cost", "limit"}
# Symbols that chapters use with a meaning of their own: there W₁ and W₂ are matrices.
OTHERWISE_IN = {number: {"W_1", "W_2"} for number in (11, 12)}
SKIPPED = (
    nodes.title, nodes.reference, nodes.literal, nodes.raw, nodes.table, nodes.inline,
    nodes.caption, nodes.literal_block, nodes.strong,
)  # fmt: skip


class MarkTerms(SphinxPostTransform):
    """Link words and symbols to their meanings, and put these on the page."""

    default_priority = 12  # ReferencesResolver has made links of {term} at 10

    def run(self, **kwargs):
        """Mark the author's own links first, then what no author has linked."""
        if self.app.builder.format != "html":
            return
        entries = meanings.known(self.env)
        if any(entry["docname"] == self.env.docname for entry in entries):
            link_chapters(self.app, self.env, self.document)
            return
        for page in {entry["docname"] for entry in entries if entry["symbol"]}:
            link_tables_of_symbols(self.document, address(self.app, self.env, page))
        used = list(self.linked_by_hand(entries))
        used += self.link_first_uses(
            [entry for entry in entries if entry not in used], chapter_of(self.env.docname)
        )
        for entry in {card_id(entry): entry for entry in used}.values():
            self.document.extend(card(entry))

    def linked_by_hand(self, entries):
        """The entries that {term} links lead to; each link gets its card."""
        for link in list(self.document.findall(nodes.reference)):
            found = [entry for entry in entries if self.link_to(entry) == link.get("refuri")]
            if found:
                link.replace_self(marked(link["refuri"], found[0], link.children))
                yield found[0]

    def link_first_uses(self, entries, chapter):
        """Link the first use of each entry that an earlier chapter introduced; return those."""
        if chapter is None:
            return []
        earlier = [entry for entry in entries if 0 < entry["chapter"] < chapter]
        words = [e for e in earlier if not e["symbol"] and e["word"] not in AMBIGUOUS]
        taken = OTHERWISE_IN.get(chapter, set())
        symbols = [e for e in earlier if len(e["symbol"]) > 1 and e["symbol"] not in taken]
        known = [entry["word"] for entry in entries if not entry["symbol"]]
        found = latest(first_words(self.document, words, known), MOST)
        found += latest(first_symbols(self.document, symbols), SYMBOLS)
        by_node = {}
        for entry, node, span in found:
            by_node.setdefault(node, []).append((span, entry))
        for node, uses in by_node.items():
            node.parent.replace(node, self.pieces(node, sorted(uses, key=lambda use: use[0])))
        return [entry for entry, *_ in found]

    def pieces(self, node, uses):
        """A text with links at the given spans; a formula with a link around it."""
        if isinstance(node, nodes.math):
            [(_, entry)] = uses
            return marked(self.link_to(entry), entry, [node.deepcopy()])
        text, at, made = node.astext(), 0, []
        for (start, end), entry in uses:
            made += [nodes.Text(text[at:start])]
            made += marked(self.link_to(entry), entry, [nodes.Text(text[start:end])])
            at = end
        return [*made, nodes.Text(text[at:])]

    def link_to(self, entry):
        """The address of an entry, from the page in hand."""
        return f"{address(self.app, self.env, entry['docname'])}#{entry['id']}"


def first_words(document, entries, known=()):
    """Where each word is first used in the running text: (entry, text node, span).

    Inside a longer word that is ``known`` it is not used: a residual connection is no residual.
    """
    by_word = {entry["word"].lower(): entry for entry in entries}
    if not by_word:
        return
    longest_first = sorted(by_word.keys() | {word.lower() for word in known}, key=len, reverse=True)
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})s?\b", re.IGNORECASE)
    for node in document.findall(nodes.Text):
        if is_running(node):
            for use in pattern.finditer(node.astext()):
                if entry := by_word.pop(use[1].lower(), None):
                    yield entry, node, use.span()


def first_symbols(document, entries):
    """Where each symbol first stands by itself in the running text: (entry, formula, span).

    Symbols that share a row of the notation, such as W₁ and W₂, share their first use.
    """
    by_symbol = {entry["symbol"]: entry for entry in entries}
    used = set()
    for node in document.findall(nodes.math):
        entry = by_symbol.get(node.astext()) if is_running(node) else None
        if entry and entry["id"] not in used:
            used.add(entry["id"])
            yield entry, node, (0, 0)


def is_running(node):
    """Whether a node stands in a paragraph, outside of links, code, tables and coloured words."""
    inside, up = False, node.parent
    while up is not None:
        if isinstance(up, SKIPPED):
            return False
        inside |= isinstance(up, nodes.paragraph)
        up = up.parent
    return inside


def latest(uses, count):
    """The uses of the entries that were introduced last, at most so many."""
    return sorted(uses, key=lambda use: -use[0]["chapter"])[:count]


def marked(address, entry, content):
    """A link that has a card: plain HTML, as docutils writes no ARIA."""
    start = f'<a class="pt-term" href="{address}" aria-describedby="{card_id(entry)}">'
    end = "</a>"
    if entry["symbol"]:
        # A formula is no name that a screen reader could say: words stand in for it.
        start += '<span aria-hidden="true">'
        end = f'</span><span class="pt-sr">{entry["word"]}</span></a>'
    return [nodes.raw("", start, format="html"), *content, nodes.raw("", end, format="html")]


def card(entry):
    """The card of an entry, closed until a script opens it."""
    start = f'<div class="pt-card" popover="manual" role="tooltip" id="{card_id(entry)}">'
    heading = nodes.paragraph("", "", nodes.strong("", entry["heading"]))
    said = [child.deepcopy() for child in entry["said"]]
    body = [nodes.raw("", start, format="html"), heading, *said]
    return [*body, nodes.raw("", "</div>", format="html")]


def card_id(entry):
    """The id of an entry's card on any page."""
    return f"card-{entry['id']}"


def link_chapters(app, env, document):
    """Where glossary and notation name a chapter that the book has, link it."""
    chapters = {chapter_of(name): name for name in env.found_docs if chapter_of(name)}
    for node in list(document.findall(nodes.Text)):
        named = re.search(r"Chapter (\d+)(?=\.$)", node.astext())
        cell = is_chapter_cell(node) and re.fullmatch(r"(\d+)", node.astext())
        found = named or cell
        if found and (docname := chapters.get(int(found[1]))):
            to = address(app, env, docname)
            link = nodes.reference("", found[0], internal=True, refuri=to)
            text = node.astext()
            before, after = nodes.Text(text[: found.start()]), nodes.Text(text[found.end() :])
            node.parent.replace(node, [before, link, after])


def link_tables_of_symbols(document, to):
    """A chapter's table of symbols leads to the table of them all."""
    for table in document.findall(nodes.table):
        corner = next(iter(table.findall(nodes.entry)))
        if corner.astext() == "symbol":
            corner[0].children = []
            corner[0] += nodes.reference("", "symbol", internal=True, refuri=to)


def address(app, env, docname):
    """How the page in hand links to another one."""
    here, there = map(app.builder.get_target_uri, (env.docname, docname))
    return relative_uri(here, there)


def is_chapter_cell(node):
    """Whether a text is all there is in the last cell of a row."""
    cell = node.parent.parent if node.parent is not None else None
    return isinstance(cell, nodes.entry) and cell is cell.parent[-1]


def setup(app):
    """Register the transform."""
    app.add_post_transform(MarkTerms)
