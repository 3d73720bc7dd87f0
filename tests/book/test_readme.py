"""The README is true: its examples run, its commands exist, its files are there."""

import doctest
import re

from sitebuild import ROOT

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def test_its_examples_print_what_they_say():
    failed, attempted = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert attempted > 3
    assert failed == 0


def test_every_command_it_names_is_a_target_of_the_makefile():
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    named = set(re.findall(r"`?make ([a-z]+)`?", TEXT))
    assert {"serve", "test", "lab", "book", "notebooks", "bench", "clean"} <= named <= set(targets)


def test_every_file_it_links_to_exists():
    links = re.findall(r"\]\(([^)#]+)\)", TEXT)
    assert len(links) >= 4
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_it_is_under_a_page_and_a_half():
    assert len(TEXT.splitlines()) <= 90
