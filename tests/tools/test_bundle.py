"""The bundles are what js/src says, and are built, not committed; without them Python works."""

import os
import shutil
import subprocess
import sys
from zipfile import ZipFile

import pytest

from sitebuild import ROOT, node, run_in_js

JS = ROOT / "js"
STATIC = ROOT / "ptcode" / "static"


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    folder = tmp_path_factory.mktemp("static")
    run_in_js("build.mjs", "--out", folder)
    return folder


def contents(folder, built):
    """The bytes of what js/build.mjs writes, by name: of each name in `built`, and every script."""
    scripts = {path.name for path in folder.glob("*.*js")}
    return {name: (folder / name).read_bytes() for name in sorted(built | scripts)}


def test_the_bundles_are_what_the_source_says(rebuilt):
    built = {path.relative_to(rebuilt).as_posix() for path in rebuilt.rglob("*") if path.is_file()}
    assert {"page.js", "descent.mjs", "vendor/katex/typeset.mjs"} < built
    fresh, there = contents(rebuilt, built), contents(STATIC, built)
    assert fresh.keys() == there.keys()
    assert [name for name in fresh if fresh[name] != there[name]] == [], "run make js"


def test_without_bundles_python_works_and_a_figure_says_what_to_run(tmp_path):
    shutil.copytree(
        ROOT / "ptcode",
        tmp_path / "ptcode",
        ignore=shutil.ignore_patterns("*js", "*.json", "__py*"),
    )
    for data in ("language.json", "verdicts.json"):
        shutil.copy(STATIC / data, tmp_path / "ptcode" / "static")
    source = "from ptcode.widgets import DescentExplorer as D; import ptcode; print(D()._esm)"
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    script = subprocess.run(
        [sys.executable, "-c", source],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
    ).stdout
    show = "figure.default.render({ el }); console.log(el.textContent)"
    (tmp_path / "figure.mjs").write_text(script, "utf-8")
    (tmp_path / "show.mjs").write_text(
        f'import * as figure from "./figure.mjs"; const el = {{ setAttribute() {{}} }}; {show}'
    )
    shown = subprocess.run([node(), tmp_path / "show.mjs"], capture_output=True, text=True).stdout
    assert "make js" in shown


def test_lock_names_no_registry():
    lock = (JS / "package-lock.json").read_text("utf-8")
    assert '"resolved"' not in lock
    assert '"integrity"' in lock


def told(folder, *command):
    """What a command says there; it must succeed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_a_wheel_is_whole_and_its_making_leaves_nothing_behind(tmp_path):
    run_in_js("--version")  # or say what is missing
    here = tmp_path / "checkout"
    for name in told(ROOT, "git", "ls-files", "--cached", "--others", "--exclude-standard").split():
        if (ROOT / name).is_file() and not name.startswith(("chapters/", "tests/")):
            (here / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, here / name)
    unused = shutil.ignore_patterns("typescript", "vnu-jar", "@biomejs")
    shutil.copytree(JS / "node_modules", here / "js" / "node_modules", ignore=unused)
    before = {path for path in here.rglob("*") if "__pycache__" not in path.parts}
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / "made"]
    told(here, *build)
    assert {path for path in here.rglob("*") if "__pycache__" not in path.parts} == before
    (wheel,) = (tmp_path / "made").iterdir()
    with ZipFile(wheel) as made:
        inside = {name: made.read(name) for name in made.namelist()}
    for path in STATIC.rglob("*"):
        name = path.relative_to(ROOT).as_posix()
        if path.relative_to(STATIC).parts[0] == "guests":  # for pages elsewhere, on the site
            assert name not in inside
        elif path.is_file():
            assert inside[name] == path.read_bytes(), path
