"""Marks that MyST reads and JupyterLab shows as they are written; what to write instead.

Whatever opens a notebook shows CommonMark, tables, formulas and a few tags of HTML.
"""

import re

from ptcode.site.formulas import MEANT

WORD = f'<span class="pt-MEANING">…</span>, a meaning being one of {", ".join(MEANT.values())}'
FOLD = (
    "<details>, <summary>…</summary> on the next line, an empty line, the text, an empty line, "
    "</details>"
)
PLACE = '<a id="name"></a> in a paragraph of its own'
WORK = "[Authors (year)](further-reading.md#key)"
CODE = re.compile(r"^(`{3,})(?![^\n]*\{).*?^\1`*$", re.MULTILINE | re.DOTALL)
# What it looks like, and what stands in its place.
ONLY_MYST = (
    (r"^\s*(?::{3,}|[`~]{3,}\s*\{).*$", f"a fold is {FOLD}"),
    (r"\{cite[\w:]*\}`[^`]*`", f"a work is named as {WORK}"),
    (r"\{[a-z][\w:+-]*\}`[^`]*`", f"a word with a colour is {WORD}"),
    (r"^\([\w-]+\)=\s*$", f"a place is named by {PLACE}"),
    (r"[\])`*]\{[.#][^}]*\}", f"a word with a colour is {WORD}"),
    (r"^\$\$[ \t]*\(\S*\)[ \t]*$", "a formula has no number: say what it is"),
    (r"\[\^[^\]]*\]", "there are no footnotes: say it in the text, or leave it out"),
    (r"^:[ \t]+\S.*$", "a list of terms is a list with its terms in bold"),
    (r"^(?:%|\+\+\+).*$", "there are no comments in the text"),
)
SPAN = re.compile(r"<span\b(?! class=\"pt-(?:" + "|".join(MEANT.values()) + r")\">)[^>]*>")
PLAIN = re.compile(r"<summary>[^<$`*_\n]*</summary>")


def raw_marks(text):
    """Say of each mark that is no Markdown for all what to write; the text is that of a cell."""
    text = CODE.sub("", text)
    for look, instead in ONLY_MYST:
        for found in re.finditer(look, text, re.MULTILINE):
            yield f"has {found[0].strip()!r}, which JupyterLab shows raw: {instead}"
    for found in SPAN.finditer(text):
        yield f"has {found[0]!r}: {WORD}"
    yield from _folds(text)


def _folds(text):
    """Say what is wrong with the folds: without the empty lines their text would stay raw."""
    right = re.findall(r"^<details>\n<summary>.*</summary>\n\n", text, re.MULTILINE)
    ends = re.findall(r"\n\n</details>$", text, re.MULTILINE)
    if not len(right) == len(ends) == text.count("<details") == text.count("</details>"):
        yield f"has a fold that is not written as {FOLD}"
    if len(PLAIN.findall(text)) != text.count("<summary"):
        yield "has a fold whose name is more than plain words: neither formula, code nor emphasis"
