"""The notebooks that the site offers: each lies beside its page, under the page's name.

Where the site knows its address, a copy finds its way alone: a first code cell installs the package
from there if it is missing, and links to other chapters lead to their pages. The notebooks of
chapters/ hold no address.
"""

import re
from pathlib import Path
from urllib.parse import urljoin

import nbformat

from ptcode.site import wheel

INSTALL = """\
try:
    import ptcode
except ImportError:
    %pip install --quiet "{address}"\
"""
# A link to another file of the folder, in MyST.
NEIGHBOUR = re.compile(r"\]\(([\w-]+)\.(?:ipynb|md)(?=[#)])")


def name(env, docname):
    """What the copy of a page is called, or nothing if the page is no notebook."""
    path = Path(env.doc2path(docname))
    return path.name if path.suffix == ".ipynb" else ""


def write(app, exception):
    """Lay every notebook beside its page."""
    if exception is not None or app.builder.name != "html":
        return
    for docname in app.env.found_docs:
        if name(app.env, docname):
            source = Path(app.env.doc2path(docname)).read_text("utf-8")
            place = app.builder.get_target_uri(docname)
            copy = source if not app.config.html_baseurl else addressed(source, app, place)
            target = Path(app.outdir, place).with_name(name(app.env, docname))
            if not target.exists() or target.read_text("utf-8") != copy:
                target.write_text(copy, "utf-8")


def addressed(source, app, place):
    """A notebook that knows where the site is."""
    base = app.config.html_baseurl
    notebook = nbformat.reads(source, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = NEIGHBOUR.sub(
                lambda found: f"]({urljoin(base, urljoin(place, found[1] + '.html'))}", cell.source
            )
    if wheel.name():
        code = INSTALL.format(address=urljoin(base, wheel.name()))
        first = next(at for at, cell in enumerate(notebook.cells) if cell.cell_type == "code")
        notebook.cells.insert(first, nbformat.v4.new_code_cell(code, id="install-ptcode"))
    return nbformat.writes(notebook) + "\n"


def setup(app):
    """Connect to Sphinx."""
    app.connect("build-finished", write)
