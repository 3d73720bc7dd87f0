"""What the site says of its own address, if it is told one: canonical links, a picture of each page
for whoever links to it, a sitemap, and a page for addresses that do not exist.

The address stands in _config.yml, ``html: {baseurl: https://example.org/book}``. Without one the
site lies anywhere, and says nothing of where.
"""

from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.sax.saxutils import escape

from ptcode.site import figures, pages

SITEMAP = """<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{}</urlset>
"""


def end_with_slash(app, config):
    """An address of a folder, to which names are joined."""
    if config.html_baseurl:
        config.html_baseurl = config.html_baseurl.rstrip("/") + "/"


def describe(app, pagename, templatename, context, doctree):
    """Say in the head of a page where it is and what it looks like."""
    base = app.config.html_baseurl
    if not base or pagename not in app.env.all_docs:
        return
    facts = {"og:url": urljoin(base, app.builder.get_target_uri(pagename))}
    if figure := picture_of(app.env, pagename):
        facts["og:image"] = urljoin(base, drawn(app, figure["still"].lstrip("/")))
        facts["og:image:alt"] = figure["alt"]
    context["metatags"] += pages.properties(facts)


def picture_of(env, pagename):
    """The first figure of a page that has a still, else that of the page that opens the book."""
    found = (*figures.on_page(env, pagename), *figures.on_page(env, env.config.root_doc))
    return next((figure for figure in found if figure["still"]), None)


def drawn(app, still):
    """The picture of a still, below the site's root; it has the still's own name, a digest."""
    from ptcode.stills import raster  # which loads matplotlib

    name = f"_images/{Path(still).stem}.png"
    picture = Path(app.outdir, name)
    if not picture.exists():
        picture.parent.mkdir(exist_ok=True)
        picture.write_bytes(raster.png(Path(app.srcdir, still).read_text("utf-8")))
    return name


def lost_page(app):
    """The page for an address that does not exist; it may be shown at any depth."""
    if base := app.config.html_baseurl:
        yield "404", {"pt_base": urlsplit(base).path, "pt_pages": contents(app)}, "404.html"


def contents(app):
    """Every page of the book, in order: where it is and what it is called."""
    for name in pages.reading_order(app.env):
        yield app.builder.get_target_uri(name), app.env.titles[name].astext()


def write_sitemap(app, exception):
    """List every page of the book for search engines."""
    base = app.config.html_baseurl
    if exception is not None or not base or app.builder.name != "html":
        return
    places = (escape(urljoin(base, place)) for place, _ in contents(app))
    listed = "".join(f"<url><loc>{place}</loc></url>\n" for place in places)
    Path(app.outdir, "sitemap.xml").write_text(SITEMAP.format(listed), "utf-8")


def setup(app):
    """Connect to Sphinx; to each page after its other tags are made."""
    app.connect("config-inited", end_with_slash)
    app.connect("html-page-context", describe, priority=950)
    app.connect("html-collect-pages", lost_page)
    app.connect("build-finished", write_sitemap)
