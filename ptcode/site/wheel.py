"""The wheel of the package, at the root of the site: ``pip install ADDRESS/ptcode-….whl``.

It is built beside the pages, in a process of its own, and only when the package has changed since:
under two seconds of a clean build, nothing of one that finds all as it was. So a link to it is
never dead, and never leads to an older package.
"""

import os
import shutil
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

from sphinx.errors import ExtensionError

from ptcode.site.freshness import PACKAGE, digest

ROOT = PACKAGE.parent
PROJECT = ROOT / "pyproject.toml"
BESIDE = ("pyproject.toml", "README.md", "LICENSE", "LICENSE-TEXT")
UNPACKED = {"__pycache__", "guests"}
KEPT = ".wheel"
# `make book` has made the bundles just now.
NO_BUNDLING = {"HATCH_BUILD_NO_HOOKS": "true"}


@cache
def name():
    """What the wheel is called; nothing where the package is not among its sources."""
    if not PROJECT.exists():
        return ""
    project = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
    return f"{project['name']}-{project['version']}-py3-none-any.whl"


def sources():
    """Every file that a wheel is made of."""
    inside = (path for path in PACKAGE.rglob("*") if not UNPACKED & set(path.parts))
    return [path for path in (*inside, *(ROOT / one for one in BESIDE)) if path.is_file()]


def kept(app):
    """Where the wheel of the present package lies, or will."""
    return Path(app.outdir).parent / KEPT / digest(sources(), ROOT) / name()


def begin(app, env, docnames):
    """Start to build it, if it is not there."""
    app.ptcode_wheel = None
    if app.builder.name != "html" or not name() or kept(app).exists():
        return
    folder = kept(app).parent
    shutil.rmtree(folder.parent, ignore_errors=True)
    folder.mkdir(parents=True)
    app.ptcode_wheel = subprocess.Popen(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=ROOT,
        env=os.environ | NO_BUNDLING,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def finish(app, exception):
    """Wait for it and put it on the site; an older one goes."""
    building = getattr(app, "ptcode_wheel", None)
    said = building.communicate()[0] if building else ""
    if exception is not None or app.builder.name != "html" or not name():
        return
    made, out = kept(app), Path(app.outdir)
    if not made.exists():
        raise ExtensionError(f"the wheel of the package could not be built\n{said}")
    for old in out.glob("ptcode-*.whl"):
        if old.name != made.name:
            old.unlink()
    there = out / made.name
    if not there.exists() or there.stat().st_mtime < made.stat().st_mtime:
        shutil.copyfile(made, there)


def setup(app):
    """Connect to Sphinx; every change of a page or of the package comes by here."""
    app.connect("env-before-read-docs", begin)
    app.connect("build-finished", finish)
