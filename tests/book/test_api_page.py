"""The page of the package: every name that a reader can type has an entry or is named there."""

import re

import ptcode as pt
from prose import ROOT

PAGE = (ROOT / "chapters/api.md").read_text(encoding="utf-8")
ENTRIES = set(re.findall(r"^\.\. auto(?:class|function):: ptcode\.(\w+)\b", PAGE, re.MULTILINE))
WINGS = {name for name in dir(pt) if type(getattr(pt, name)).__name__ == "module"}


def test_dir_lists_what_is_offered_and_nothing_that_was_imported_for_it():
    assert {"check", "DescentExplorer", "gradients", "functions", "widgets"} <= set(dir(pt))
    assert not {"Any", "TYPE_CHECKING", "import_module"} & set(dir(pt))


def test_every_name_of_the_package_stands_on_the_page():
    named = ENTRIES | set(re.findall(r"`(\w+)`", PAGE))
    assert set(dir(pt)) - WINGS <= named


def test_every_entry_is_a_name_of_the_package():
    assert set(dir(pt)) >= ENTRIES
