"""Old addresses lead on, with all that follows their ``#``.

The table ``moved.json`` says in which chapters the text of each old one is ``now``, by names
without numbers: a number may change again. The first is where the old page itself leads. A place,
that is a heading, an anchor or a figure, is on the first of these that holds it; ``places`` says
where, if it cannot be found so: ``chapter``, or ``chapter#name`` where it has another name, or
``chapter#`` for the top of the page. An old page that is gone is written as a small page.
"""

import json
import re
from pathlib import Path
from urllib.parse import urljoin

from docutils import nodes
from sphinx.util import logging

from ptcode.site import figures
from ptcode.site.meanings import chapter_of, name_of

logger = logging.getLogger(__name__)

TABLE = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
FOLDER = "chapters/"
ANCHOR = re.compile(r'<a id="([\w-]+)">')
LEADS_ON = ' data-page="'
"""What only the script's tag of an old page has."""


def origins():
    """The old chapters whose text each chapter has taken in; whoever read them all has read it.

    Single ``places`` do not count: a section that came along is not what a chapter is about.
    """
    olds = {old: entry["now"] for old, entry in TABLE.items() if chapter_of(old)}
    names = dict.fromkeys(name for now in olds.values() for name in now)
    return {name: [old for old, now in olds.items() if name in now] for name in names}


def note(app, doctree):
    """Keep every name that a page can be linked by, but those of its figures."""
    noted = figures.store(app.env, "ptcode_places", app.env.docname)
    for node in doctree.findall(nodes.Element):
        noted.extend(node["ids"])
        noted.extend(ANCHOR.findall(node.astext()) if isinstance(node, nodes.raw) else ())


def forget(app, env, docname):
    """Drop what was noted about a page that is read again or gone."""
    getattr(env, "ptcode_places", {}).pop(docname, None)


def held(env, docname):
    """The places of a page: headings, anchors and figures."""
    own = getattr(env, "ptcode_places", {}).get(docname, [])
    return {*own, *(figure["id"] for figure in figures.on_page(env, docname))}


def chapters(env):
    """The page of each chapter by its name; other pages, too."""
    return {name_of(docname): docname for docname in env.found_docs}


def stays(env, old):
    """Whether an old page has kept its address."""
    return FOLDER + old in env.found_docs


def is_this_book(env):
    """Whether the table speaks of this book at all; the same code builds others, too."""
    known = chapters(env)
    return bool(env.config.ptcode_addresses) and any(name in known for name in origins())


def linked(env, old):
    """The places of an old page that could be linked to."""
    listed = json.loads(Path(env.srcdir, env.config.ptcode_addresses).read_text("utf-8"))
    page = listed[f"{FOLDER}{old}.html"]
    return [*page["anchors"], *page["figures"]]


def leads(env, old):
    """Where each place of an old chapter is, as the table says it; nothing for one that is lost."""
    known = chapters(env)
    now = {name: held(env, known.get(name)) for name in TABLE[old]["now"]}
    found = {
        place: next((name for name in now if place in now[name]), "") for place in linked(env, old)
    }
    return found | TABLE[old].get("places", {})


def told(app, old):
    """The places that are not where the old page itself leads, as the script reads them."""
    known = chapters(app.env)
    main = TABLE[old]["now"][0]
    found = {}
    for place, target in leads(app.env, old).items():
        name, mark, other = target.partition("#")
        if name in known and target not in (main, f"{main}#"):
            found[place] = address(app, old, known[name]) + mark + other
    return written(found)


def written(found):
    """Places behind where they lead, in one order whatever the order they were found in.

    >>> written({"b": "page", "a": "page", "c": "page#d"})
    'page a b;page#d c'
    """
    pages = sorted(set(found.values()))
    return ";".join(
        " ".join([page, *sorted(place for place in found if found[place] == page)])
        for page in pages
    )


def address(app, old, docname):
    """The address of a chapter, relative to an old page."""
    return app.builder.get_relative_uri(FOLDER + old, docname)


def complaints(env):
    """What the table says that is not so, and what it does not say, each with its entry."""
    known = chapters(env)
    for old, entry in TABLE.items():
        for name in entry["now"]:
            if name not in known:
                yield f"“{old}” is now in “{name}”, and no chapter has that name"
        for place, target in leads(env, old).items():
            if wrong := wrong_with(env, old, place, target):
                yield f"“{old}#{place}” {wrong}"


def wrong_with(env, old, place, target):
    """What is wrong with where a place leads; nothing if it is right."""
    known, named = chapters(env), TABLE[old].get("places", {})
    name, mark, other = target.partition("#")
    if not target:
        return f"is not in {', '.join(TABLE[old]['now'])} any more; name it under “places”"
    if place in named and place not in linked(env, old):
        return "leads on, and no address names it"
    if place in named and place in held(env, FOLDER + old):
        return f"leads to “{target}”, and is still on its page"
    if name not in known:
        return f"leads to “{target}”, and no chapter is called “{name}”"
    if (mark and not other) or (other or place) in held(env, known[name]):
        return ""
    return f"leads to “{target}”, which is not there; “{name}#” would be the top of that page"


def check(app, env):
    """Warn of each entry of the table that leads nowhere; have pages written whose places moved."""
    if not is_this_book(env):
        return []
    for complaint in complaints(env):
        logger.warning("ptcode/site/moved.json: %s", complaint)
    now = {FOLDER + old: told(app, old) for old in TABLE if stays(env, old)}
    before = getattr(env, "ptcode_moved", now)
    env.ptcode_moved = now
    return [docname for docname in now if now[docname] != before.get(docname)]


def tell(app, pagename, templatename, context, doctree):
    """Say on a page that has kept its address which places went elsewhere."""
    moved = getattr(app.env, "ptcode_moved", {})
    if pagename in moved:
        context["pt_moved"] = moved[pagename]


def old_pages(app):
    """The pages that are gone, each as a link to where its text is now."""
    known = chapters(app.env)
    for old, entry in TABLE.items() if is_this_book(app.env) else ():
        found = [known[name] for name in entry["now"] if name in known]
        if found and not stays(app.env, old):
            links = [(address(app, old, one), app.env.titles[one].astext()) for one in found]
            base, main = app.config.html_baseurl, app.builder.get_target_uri(found[0])
            context = {"pt_links": links, "pt_moved": told(app, old)}
            yield FOLDER + old, context | {"pt_main": base and urljoin(base, main)}, "moved.html"


def written_in(site):
    """The old pages of a built site that do nothing but lead on, as paths relative to it."""
    paths = (Path(site, FOLDER, f"{old}.html") for old in TABLE)
    found = (path for path in paths if path.exists() and LEADS_ON in path.read_text("utf-8"))
    return [path.relative_to(site).as_posix() for path in found]


def setup(app):
    """Connect to Sphinx; the setting is the list of what could be linked to."""
    app.add_config_value("ptcode_addresses", "", "env", str)
    app.connect("doctree-read", note)
    app.connect("env-purge-doc", forget)
    app.connect("env-updated", check)
    app.connect("html-page-context", tell)
    app.connect("html-collect-pages", old_pages)
