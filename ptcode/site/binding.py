"""What the end of a line may not part: a formula and the signs that touch it, a number's digits.

A browser may break a line before and after a formula, since it takes it for a picture, and the same
with a link that sets a figure, a box of its own: a full stop would begin a line, a bracket end one.
"""

import re

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

# What touches a formula, to the next space; more than this may stand on a line of its own.
BEFORE = re.compile(r"(?:^|(?<=\s))\S{1,16}$")
AFTER = re.compile(r"^\S{1,16}(?=\s|$)")
THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
INLINE = (nodes.reference, nodes.emphasis, nodes.strong, nodes.inline)
AS_TYPED = (nodes.literal, nodes.literal_block, nodes.math, nodes.math_block, nodes.raw)
BOUND = "pt-bound"
# KaTeX makes a piece of what stands up to a sign, the sign included.
PIECE = '<span class="base">'
RELATION = re.compile(rf'class="mrel">[^<]*(?:</span>|<span class="mspace"[^>]*>)+(?={PIECE})')
TAG = re.compile(r"<[^>]*>")
# About the characters that the narrowest screen has room for, a space beside a sign being one.
LONGEST = 24


class Bind(SphinxPostTransform):
    """Put each formula, or box, and what touches it into a box that no line breaks."""

    default_priority = 900  # the links around symbols are there
    formats = ("html",)

    def run(self, **kwargs):
        """Bind the formulas and boxes in the lines, and the digits of each number."""
        boxed = (
            one for one in self.document.findall(nodes.reference) if "pt-set" in one["classes"]
        )
        for node in [*self.document.findall(nodes.math), *boxed]:
            if BOUND not in node.parent.get("classes", ()):
                bind(node, last=True)
                bind(node, last=False)
        for text in list(self.document.findall(nodes.Text)):
            whole = THOUSANDS.sub("\N{NO-BREAK SPACE}", text)
            if whole != text and not isinstance(text.parent, AS_TYPED):
                text.parent.replace(text, nodes.Text(whole))


def bind(formula, last):
    """Bind a formula, and the link or the emphasis it ends, to the signs after it; or before it."""
    node = outermost(formula, last)
    parent = node.parent
    at = parent.index(node)
    place = at + 1 if last else at - 1
    beside = parent[place] if 0 <= place < len(parent) else None
    touching = (
        (AFTER if last else BEFORE).search(beside) if isinstance(beside, nodes.Text) else None
    )
    if touching is None:
        return
    rest = beside[touching.end() :] if last else beside[: touching.start()]
    parent[place] = nodes.Text(rest)
    sign = nodes.Text(touching[0])
    if BOUND in node.get("classes", ()):
        node.insert(len(node) if last else 0, sign)
        return
    box = nodes.inline(classes=[BOUND])
    parent[at] = box
    box.extend([node, sign] if last else [sign, node])


def outermost(node, last):
    """The largest piece of text in the line that ends with the node, or begins with it."""
    while isinstance(node.parent, INLINE) and node.parent[-1 if last else 0] is node:
        node = node.parent
    return node


def breakable(markup, column=False):
    """A typeset formula, with places to break it if it may be longer than a line, or a column."""
    hidden, mark, drawn = markup.partition('<span class="katex-html"')
    length = len(TAG.sub("", mark + drawn)) + drawn.count('class="mspace"')
    if length > LONGEST:
        drawn = drawn.replace(f"</span>{PIECE}", f"</span><wbr>{PIECE}")
    elif column and length > LONGEST / 2:
        drawn = RELATION.sub(r"\g<0><wbr>", drawn)
    return hidden + mark + drawn


def in_column(node):
    """Whether a node stands in a cell of a table."""
    while node is not None and not isinstance(node, nodes.entry):
        node = node.parent
    return node is not None


def setup(app):
    """Register the transform."""
    app.add_post_transform(Bind)
