"""What js/src looks like to its next reader, beyond what Biome says: lines that fit, no log."""

import re

from sitebuild import ROOT

JS = ROOT / "js"
SOURCES = sorted([*(JS / "src").rglob("*.js"), *(JS / "src").rglob("*.ts")])
WIDTH = 100
ANY = re.compile(r"\bany\[\]|\{[^{}]*\bany\b|\bany\b[^{}]*\}")
# What has many shapes: a record's JSON, an event by the name of its listener, an operation's parts,
# the state of a figure that is not known.
LOOSE = {
    "js/src/shell/memory.js",
    "js/src/shell/dom.js",
    "js/src/shell/model.js",
    "js/src/core/expression.js",
}

# One thing, at the foot of a page and under a figure's verdict; a menu that a sheet must not cover.
ON_BOTH = {"pt-doubt", "pt-ways"}


def lines():
    for path in SOURCES:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            yield f"{path.relative_to(ROOT)}:{number}", line


def test_every_line_fits():
    assert [place for place, line in lines() if len(line) > WIDTH] == []


def test_nothing_is_logged():
    assert [place for place, line in lines() if "console." in line] == []


def test_types_say_what_they_are():
    loose = [place.split(":")[0] for place, line in lines() if ANY.search(line)]
    assert sorted(loose) == sorted(LOOSE)


def test_no_class_of_the_pages_is_one_of_a_figure():
    """Both styles are on a page: one name for two things, and a figure's words float over it."""
    style = (ROOT / "ptcode" / "static" / "reader.css").read_text("utf-8")
    figures = "".join(
        path.read_text("utf-8") for path in SOURCES if path.relative_to(JS).parts[1] != "reader"
    )
    shared = set(re.findall(r"\.(pt-[\w-]+)", style)) & set(re.findall(r"pt-[\w-]+", figures))
    assert shared == ON_BOTH
