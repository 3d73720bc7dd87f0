"""A page is never older than the code behind it.

jupyter-cache knows a notebook by its cells alone. So its folder is named after a digest of the
code those cells call: another digest is another, empty cache.
"""

import hashlib
import shutil
from pathlib import Path

from sphinx.application import ENV_PICKLE_FILENAME

import ptcode

PACKAGE = Path(ptcode.__file__).parent
CACHE_PREFIX = ".jupyter_cache"
# The stills of notebooks take their colours from this style; others are for the browser alone.
COLOURS = "static/colours.css"
FOR_BROWSERS = (".css", ".js", ".mjs")
# What no cell reads, although pages are made with it.
ONLY_LOOKS = ("site/", "static/figures.json", "static/fonts/", "static/vendor/")


def digest(paths, base):
    """The first twelve digits of a SHA-256 over names and contents, in the order of the names."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.relative_to(base).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:12]


def package_files():
    """Everything of ptcode that pages are read and written with.

    Not what the browser loads beside a page: the end of each build ships scripts and styles anew.
    """
    static = (PACKAGE / "static").rglob("*")
    site = (PACKAGE / "site" / "templates").rglob("*.html")
    files = [path for path in (*PACKAGE.rglob("*.py"), *static, *site) if path.is_file()]
    return [path for path in files if _named(path) == COLOURS or path.suffix not in FOR_BROWSERS]


def _named(path):
    return path.relative_to(PACKAGE).as_posix()


def execution_digest(source):
    """What the outputs of a notebook depend on besides the notebook itself."""
    files = [path for path in package_files() if not _named(path).startswith(ONLY_LOOKS)]
    pinned = [source / name for name in ("constraints.txt", "pyproject.toml")]
    return digest(files, PACKAGE) + digest([path for path in pinned if path.is_file()], source)


def name_cache(app, config):
    """Name the notebook cache after the code and drop the caches of older code."""
    build = Path(app.outdir).parent
    cache = build / f"{CACHE_PREFIX}_{execution_digest(Path(app.srcdir))}"
    for old in build.glob(f"{CACHE_PREFIX}*"):
        if old != cache:
            shutil.rmtree(old)
    config.nb_execution_cache_path = str(cache)
    config.ptcode_digest = digest(package_files(), PACKAGE)


def forget_after_warnings(app, exception):
    """After a build with warnings, read everything again next time, so that they are said again."""
    # Sphinx has no public count, and sets its status only after this event.
    if exception is not None or app._warncount:
        (Path(app.doctreedir) / ENV_PICKLE_FILENAME).unlink(missing_ok=True)


def setup(app):
    """Register the digest as a setting, whose change makes Sphinx read every page again."""
    app.add_config_value("ptcode_digest", "", "env", str)
    app.connect("config-inited", name_cache)
    app.connect("build-finished", forget_after_warnings)
