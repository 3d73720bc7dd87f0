"""What js/src looks like to its next reader, beyond what Biome says: lines that fit, no log."""

from sitebuild import ROOT

JS = ROOT / "js"
SOURCES = sorted((JS / "src").rglob("*.js"))
WIDTH = 100


def lines():
    for path in SOURCES:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            yield f"{path.relative_to(ROOT)}:{number}", line


def test_every_line_fits():
    assert [place for place, line in lines() if len(line) > WIDTH] == []


def test_nothing_is_logged():
    assert [place for place, line in lines() if "console." in line] == []
