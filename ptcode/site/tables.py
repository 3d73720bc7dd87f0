"""Headers of tables, for whoever hears them: a column's and a row's, each with its scope."""

import re

TABLE = re.compile(r'<table class="table.*?</table>', re.DOTALL)
COLUMN = re.compile(r"<th(?= class=\"head)")
BODY = re.compile(r"<tbody>.*?</tbody>", re.DOTALL)
FIRST = re.compile(r"(<tr[^>]*>)<td([^>]*)>(.*?)</td>", re.DOTALL)


def with_headers(body):
    """The HTML of a page whose tables say which header belongs to what.

    >>> with_headers('<table class="table"><thead><tr><th class="head">x</th></tr></thead>'
    ...              '<tbody><tr><td>1</td></tr></tbody></table>').count("scope=")
    2
    """
    return TABLE.sub(lambda table: scoped(table[0]), body)


def scoped(table):
    """The first cell of a row is its header: the symbol, the function, the value of α."""
    table = COLUMN.sub('<th scope="col"', table)
    return BODY.sub(lambda rows: FIRST.sub(r'\1<th scope="row"\2>\3</th>', rows[0]), table)


def complete(app, pagename, templatename, context, doctree):
    """Give the tables of a page their headers, before anything else looks at its HTML."""
    if "body" in context:
        context["body"] = with_headers(context["body"])


def setup(app):
    """Connect to Sphinx."""
    app.connect("html-page-context", complete)
