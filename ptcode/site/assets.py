"""What the site ships: one purged style sheet, cut fonts, and the scripts that pages name."""

import hashlib
import re
import shutil
from collections import defaultdict
from pathlib import Path

import pydata_sphinx_theme
from rcssmin import cssmin
from sphinx.errors import ExtensionError

from ptcode.core import plain_first
from ptcode.site import fonts, radical
from ptcode.site.figures import SHEETS, SHOWN_EVERYWHERE, own_sheets
from ptcode.site.freshness import PACKAGE
from ptcode.site.purge import gives, has, purge_once, without_unused

STATIC = PACKAGE / "static"
KATEX = STATIC / "vendor" / "katex"
THEME = Path(pydata_sphinx_theme.__file__).parent / "theme" / "pydata_sphinx_theme" / "static"
# Other people's rules, in this order, in a cascade layer that every rule of ours outranks.
BORROWED = (
    "basic.css",
    "styles/pydata-sphinx-theme.css",
    "styles/sphinx-book-theme.css",
    "mystnb.*.css",
)
OURS = ("book.css", "meanings.css", "scroll.css", "reader.css")
AS_THEY_ARE = ("mark.svg", "*.js")
STYLES = ".styles"
SIGNS = "KaTeX_AMS-Regular.woff2"
STAMPED = re.compile(r'(assets/([\w.-]+)\?)[0-9a-f]*(?=[" ])')
ELSEWHERE = re.compile(r"url\((?![\"']?data:)[^)]*\)")
# The theme's script asks the storage without a doubt, and where that refuses, or is full, no button
# of the page would answer. There it gets one that lasts as long as the page.
WITH_STORAGE = """((localStorage, sessionStorage) => {
%s
})(...["localStorage", "sessionStorage"].map((name) => {
  try {
    const store = window[name];
    store.setItem("pt-probe", "");
    store.removeItem("pt-probe");
    return store;
  } catch {
    const kept = new Map();
    return { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text) };
  }
}));
"""
MEDIA = re.compile(r"@media[^{]*")
PIXELS = re.compile(r"(\d+(?:\.\d+)?)px")
# Within @container and @layer cssmin takes the space before a pseudo-class for one that a
# declaration does not need: another selector. A star before the colon means the same.
DESCENDANT = re.compile(r"""(?<=[\w\])*"'-])(?<!@page)\s+(?=::?[a-z][^;{}]*\{)""")
# It also looks through every program and table again, and lays the page out for it, whenever a
# figure has put an element anywhere. Boxes that change have our own script to look after them.
WATCHED = re.compile(
    r"new MutationObserver\(\w+\)\.observe\("
    r'document\.getElementById\("main-content"\),\{[^}]*\}\)'
)
SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


def finish(app, exception):
    """Make the assets once all pages are written."""
    out = Path(app.outdir)
    if exception is not None or app.builder.name != "html":
        return
    pages = {path: path.read_text("utf-8") for path in out.rglob("*.html")}
    if is_finished(out, pages):
        return
    folder = out / "assets"
    folder.mkdir(exist_ok=True)
    for name in AS_THEY_ARE:
        for path in STATIC.glob(name):
            shutil.copyfile(path, folder / path.name)
    # Under a name without a digest: the pages of others keep it.
    shutil.copytree(STATIC / "guests", out / "figures", dirs_exist_ok=True)
    shared = (STATIC / "figures.css", SHEETS / f"{SHOWN_EVERYWHERE}.css")
    joined = "\n".join(path.read_text("utf-8") for path in shared)
    (folder / "figures.css").write_text(minified(joined), "utf-8")
    for kind, path in own_sheets().items():
        (folder / f"figure-{kind}.css").write_text(minified(path.read_text("utf-8")), "utf-8")
    (folder / "theme.js").write_text(theme_script(), "utf-8")
    others = borrowed(out)
    prune(out, pages)
    write_styles(out, pages, others)
    stamp(folder, pages)


def theme_script():
    """The theme's script, with a store that answers, and not watching the article."""
    script = (THEME / "scripts" / "pydata-sphinx-theme.js").read_text("utf-8")
    script, found = WATCHED.subn("0", SOURCE_MAP.sub("", script))
    if found != 1:
        raise ExtensionError("the theme's script watches the article in another way than it did")
    return WITH_STORAGE % script


def minified(css):
    """A style sheet without its spaces and comments, each selector as it was meant."""
    return cssmin(DESCENDANT.sub(" *", css))


def is_finished(out, pages):
    """Whether no page, script or style was written since the assets were made."""
    made = out / "assets" / "site.css"
    sources = (*pages, *(path for path in STATIC.rglob("*") if path.is_file()))
    return made.exists() and all(path.stat().st_mtime <= made.stat().st_mtime for path in sources)


def write_styles(out, pages, others):
    """Write the style sheet and, apart from it, the fonts, which change less often."""
    folder, static = out / "assets", out / "_static"
    loaded = [*folder.glob("*.js"), *static.glob("*.js")]
    scripts = {path.name: path.read_text("utf-8") for path in loaded}
    # The theme's script writes what no page here has: switchers of versions, announcements.
    giving = [text for name, text in scripts.items() if name != "theme.js"]
    known = has([*pages.values(), *giving]) | gives(giving)
    katex_css = (KATEX / "katex.min.css").read_text("utf-8")
    cache = out.parent / STYLES
    katex = purge_once(katex_css, known, cache)
    figures = "\n".join(path.read_text("utf-8") for path in sorted(folder.glob("figure*.css")))
    ours = "\n".join((STATIC / name).read_text("utf-8") for name in OURS)
    ours = f"{plain_first((STATIC / 'colours.css').read_text('utf-8'))}\n{ours}"
    layered = ELSEWHERE.sub("none", purge_once(in_em(others), known, cache))
    asking = (katex, ours, figures, *scripts.values(), *pages.values())
    layered = f"@layer borrowed{{{without_unused(layered, *asking)}}}"
    (folder / "site.css").write_text(minified("\n".join((layered, katex, ours))), "utf-8")
    written = fonts.content(ours + figures).union(*map(fonts.written, scripts.values()))
    faces = font_faces(out.parent / ".fonts", pages.values(), written, katex_css, katex, layered)
    (folder / "fonts.css").write_text("\n".join(faces), "utf-8")


def in_em(css):
    """Break points in em: a page then breaks for larger text as it does for less room."""
    return MEDIA.sub(
        lambda media: PIXELS.sub(lambda found: f"{float(found[1]) / 16:g}em", media[0]), css
    )


def borrowed(out):
    """Other people's rules, joined; kept, for Sphinx copies their files only when it writes pages.

    Where it did not, and only scripts or styles of ours have changed, they are as they were.
    """
    kept = out.parent / STYLES / "borrowed.css"
    found = [path for name in BORROWED for path in sorted((out / "_static").glob(name))]
    if len(found) >= len(BORROWED):
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text("\n".join(path.read_text("utf-8") for path in found), "utf-8")
    return kept.read_text("utf-8")


def font_faces(cache, pages, written, katex_css, katex, layered):
    """Every font of the site, cut to the characters of its pages and of what scripts write."""
    outside, inside = set(written), defaultdict(set)
    for page in pages:
        text, formulas = fonts.characters(page)
        outside |= text
        for name, found in formulas.items():
            inside[name] |= found
    icons = {chr(int(code, 16)) for code in re.findall(r'"\\(f[0-9a-f]{2,3})"', layered)}
    faces = fonts.text_faces(STATIC / "fonts", outside, cache)
    faces.append(fonts.sign_face(KATEX / "fonts" / SIGNS, outside, cache))
    symbols = {one for one in outside if not one.isalnum() and not one.isascii()}
    faces += fonts.katex_faces(katex_css, katex, KATEX / "fonts", inside, symbols, cache)
    faces.append(radical.face(KATEX / "fonts"))
    solid = THEME / "vendor" / "fontawesome" / "webfonts" / "fa-solid-900.woff2"
    if icons and (uri := fonts.cut(solid, icons, cache)):
        faces.append(
            f"@font-face{{font-family:Font Awesome 6 Free;font-weight:900;src:url({uri})}}"
        )
    return faces


def stamp(folder, pages):
    """Put the digest of each asset into the address by which pages load it."""
    digests = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:8] for path in folder.iterdir()
    }
    for path, page in pages.items():
        stamped = STAMPED.sub(lambda match: match[1] + digests.get(match[2], ""), page)
        if stamped != page:
            path.write_text(stamped, "utf-8")
    (folder / "site.css").touch()


def prune(out, pages):
    """Delete what Sphinx and the themes copied and no page names."""
    named = set()
    for page in pages.values():
        named.update(re.findall(r'_static/([^"?#]+)', page))
    static = out / "_static"
    for path in sorted(static.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(static).as_posix() not in named:
            path.unlink()


def setup(app):
    """Connect to the end of the build, after every extension has written its files."""
    app.connect("build-finished", finish, priority=900)
