"""The list of numerals that no claim computes: tests/book/numerals.toml, read, tidied, written.

By page and section it says why a numeral stands there, and which: "exponents" = "^2×3 ^3".
A human adds to it. `make notebooks` puts it in reading order and drops what the prose has lost.
"""

import tomllib
from collections import Counter

from prose import ROOT, blocks, markdown, pages, sections

LIST = ROOT / "tests" / "book" / "numerals.toml"
HEAD = """\
# The numerals in the prose that no claim computes, by page and section, each with its reason.
# A new one is written here by hand; `make notebooks` only sorts the list and drops what has gone.
# ^2 is an exponent, 1.5×3 stands there three times; an index, as in W_1, needs no entry.
# "formulas" holds what a formula or a derivation by rules consists of, "places and settings" what
# was chosen (a start, a rate, a limit), "again" what a claim of the page computes. Any other reason
# may be given. What follows from other numbers is no entry here but a claim.
"""


def read(text=None):
    """The list as {page: {section: {reason: Counter of numerals}}}."""
    tables = tomllib.loads(LIST.read_text(encoding="utf-8") if text is None else text)
    return {
        page: {
            anchor: {reason: counted(listed) for reason, listed in reasons.items()}
            for anchor, reasons in table.items()
        }
        for page, table in tables.items()
    }


def counted(listed):
    """How often each numeral of "1.5×3 ^2" is listed."""
    found = Counter()
    for entry in listed.split():
        numeral, _, count = entry.partition("×")
        found[numeral] += int(count or 1)
    return found


def written(entries):
    """The text of the list."""
    lines = [HEAD]
    for page, table in entries.items():
        for anchor, reasons in table.items():
            lines.append(f"[{page}.{anchor}]")
            for reason, numerals in reasons.items():
                shown = (n if count == 1 else f"{n}×{count}" for n, count in numerals.items())
                lines.append(f'"{reason}" = "{" ".join(shown)}"')
        lines.append("")
    return "\n".join(lines)


def tidied(entries, book=None):
    """The same entries in reading order, without those whose numeral has left its section.

    `book` holds the text of each page by name; by default it is read from chapters/. What stands
    under a heading that is not there stays, at the end of its page: a human says where it belongs.
    """
    book = {page: markdown(page) for page in pages()} if book is None else book
    kept = {}
    for page, text in book.items():
        listed, there = entries.get(page, {}), sections(text)
        found = {anchor: _standing(listed.get(anchor, {}), there[anchor]) for anchor in there}
        found |= {anchor: listed[anchor] for anchor in listed if anchor not in there}
        kept[page] = {anchor: reasons for anchor, reasons in found.items() if reasons}
    return {page: table for page, table in kept.items() if table}


def _standing(reasons, section):
    """What of a section's entries stands in its text, each numeral as often as it does there."""
    left = Counter(numeral.value for block in blocks(section) for numeral in block)
    kept, order = {}, list(left)
    for reason, numerals in reasons.items():
        standing = {n: min(numerals[n], left[n]) for n in order if min(numerals[n], left[n])}
        left.subtract(standing)
        if standing:
            kept[reason] = Counter(standing)
    return kept


def is_tidy():
    """Whether the list is in reading order and holds nothing that has gone."""
    text = LIST.read_text(encoding="utf-8")
    return written(tidied(read(text))) == text


def tidy():
    """Sort the list and drop what has gone."""
    LIST.write_text(written(tidied(read())), encoding="utf-8")
