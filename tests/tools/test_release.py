"""Wherever version and day stand they are the same; a release writes them all."""

import datetime
import json
import re
import shutil
import tomllib
from zipfile import ZipFile

import pytest
import yaml

import editions
import release
from ptcode.site import edition
from sitebuild import ROOT

FILES = ("pyproject.toml", "CITATION.cff", "CHANGELOG.md", "_config.yml", "chapters/about.md")
DAY = datetime.date(2027, 2, 3)
HEADING = re.compile(r"^## \[(\d[^]]*)\] - (\S+)$", re.MULTILINE)


def cited(root):
    return yaml.safe_load((root / "CITATION.cff").read_text("utf-8"))


def assert_in_step(root):
    """One version; the newest section of the changelog is that of the edition cited."""
    version = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    told = cited(root)
    assert told["version"] == version
    assert f"Version {version}, " in (root / "chapters" / "about.md").read_text("utf-8")
    released = HEADING.findall((root / "CHANGELOG.md").read_text("utf-8"))
    if "date-released" in told:
        assert released[0] == (version, str(told["date-released"]))
    else:
        assert version not in dict(released)


@pytest.fixture
def sources(tmp_path):
    (tmp_path / "chapters").mkdir()
    for name in FILES:
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_versions_and_changelog_are_in_step():
    assert_in_step(ROOT)
    generated = json.loads((ROOT / "js" / "generated" / "book.json").read_text("utf-8"))
    assert generated["edition"] == cited(ROOT)["version"]


def test_a_release_writes_version_and_day_wherever_they_stand(sources):
    for version in ("7.8.9", "7.8.10"):
        release.release(sources, version, DAY)
        assert_in_step(sources)
        assert edition.read(sources) == edition.Edition(version, DAY)
    assert edition.read(sources).date == "3 February 2027"
    assert set(cited(sources)) - set(cited(ROOT)) <= {"date-released"}


def test_a_release_cites_the_addresses_that_the_book_is_told(sources):
    settings = yaml.safe_load((sources / "_config.yml").read_text("utf-8"))
    settings["html"]["baseurl"] = "https://example.org/book/"
    settings["sphinx"]["config"]["ptcode_repository"] = "https://github.com/owner/name"
    (sources / "_config.yml").write_text(yaml.safe_dump(settings), "utf-8")
    release.release(sources, "7.8.9", DAY)
    assert cited(sources)["url"] == "https://example.org/book/"
    assert cited(sources)["repository-code"] == "https://github.com/owner/name"


def test_an_edition_that_is_not_released_is_of_the_day_of_its_last_change(tmp_path, sources):
    made = edition.read(sources)
    assert made.day <= datetime.datetime.now(tz=datetime.UTC).date()


def test_earlier_editions_lie_below_the_present_one_under_their_version(tmp_path):
    (tmp_path / "site").mkdir()
    archive = tmp_path / "the-chain-rule-live-1.2.3.zip"
    with ZipFile(archive, "w") as packed:
        packed.writestr("the-chain-rule-live-1.2.3/index.html", "old")
    for _ in range(2):
        editions.keep(tmp_path / "site", archive)
    assert (tmp_path / "site" / "1.2.3" / "index.html").read_text() == "old"
