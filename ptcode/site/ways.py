"""What each page offers its reader to take along: the menu "This page", templates/ways.html.

A page that is a notebook lies beside itself as one (``copies``), and the package that it needs at
the root of the site (``wheel``). Colab and Binder are named where ``ptcode_repository`` of
_config.yml says where the notebooks are: https://github.com/OWNER/NAME, its branch main.
"""

from pathlib import Path
from urllib.parse import urljoin, urlsplit

from ptcode.site import copies, wheel

COLAB = "https://colab.research.google.com/github/{place}/blob/main/{file}"
BINDER = "https://mybinder.org/v2/gh/{place}/main?urlpath=lab/tree/{file}"


def offer(app, pagename, templatename, context, doctree):
    """Say what the menu of a page holds."""
    if pagename not in app.env.all_docs:
        return
    base, config = app.config.html_baseurl, app.config
    context["pt_ways"] = {
        "notebook": copies.name(app.env, pagename),
        "wheel": wheel.name(),
        "hosts": hosts(app, pagename),
        "wheel_address": urljoin(base, wheel.name()) if base and wheel.name() else "",
        "address": urljoin(base, app.builder.get_target_uri(pagename)) if base else "",
        "authors": config.author,
        "whole": pagename == config.root_doc,
    }


def hosts(app, pagename):
    """Where else a notebook runs: the name and the address of each host."""
    if not (app.config.ptcode_repository and copies.name(app.env, pagename)):
        return {}
    file = Path(app.env.doc2path(pagename)).relative_to(app.srcdir).as_posix()
    place = urlsplit(app.config.ptcode_repository).path.strip("/")
    made = {"Colab": COLAB, "Binder": BINDER}
    return {host: address.format(place=place, file=file) for host, address in made.items()}


def setup(app):
    """Connect to Sphinx."""
    app.add_config_value("ptcode_repository", "", "html", str)
    app.connect("html-page-context", offer)
